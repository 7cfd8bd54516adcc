"""The marked paper: accepted it is the text as adopted in order, rejected it is today's, and what does
not go together stands beside it whole. Word files are judged by pandoc and by our own reader."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.amendments.amendment import Amendment, Deletion, Move
from consult_app.drafting.house_style.typography import folded
from consult_app.drafting.wordings.wording import words
from consult_app.exchange.tracked import amendments_command, likely_group, read_tracked_bytes
from consult_app.meetings.acts import Context
from consult_app.publishing.docx.writer import write_docx
from consult_app.publishing.export import PAPERS
from consult_app.publishing.paper import Comment, Numbered, Paper, Para, comments, footnotes, reading_order
from consult_app.publishing.papers.final import final
from consult_app.publishing.papers.marked import anything_pending, marked
from consult_app.publishing.pdf.writer import write_pdf
from consult_app.state import State, decide
from tests.drafting.world import World, draft, submissions, wordings
from tests.effort import SOME
from tests.publishing.marked_meetings import ACCEPTED, REJECTED, all_adopted, laid, resolved
from tests.publishing.test_paper_writers import letters, markdown_of
from tests.small_meeting import Meeting

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def lively() -> Meeting:
    """A meeting with a change of each sort pending, none of which collide but D.4 and D.5."""
    meeting = Meeting("en", "fr")
    meeting.submit("1", "Lighthouses and their keepers guide ships at night.[^1]")
    meeting.submit("1", "Lighthouses guide ships *at night*.[^1]", by="employers")
    meeting.submit("2", "Keepers should:\n(i) rest;\n(ii) sing.", by="government", kind="insert_after")
    meeting.submit("2(ii)", kind="delete", justification="It is said elsewhere.")
    meeting.submit("2(ii)(a)", "the care of lamps and lenses;", by="employers")
    meeting.submit("3", kind="move", to="before 1", by="employers")
    meeting.submit("2(i)", "collect statistics\non keepers;", by="employers", kind="split")
    meeting.submit("footnote 1", "See the last report of the Office.", by="government")
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit(
        "1", "Lighthouses and all their keepers guide ships at night.[^1]", by="employers", amends="D.1"
    )
    return meeting


def numbers(meeting: Meeting) -> dict[str, str]:
    """Why each amendment that is not marked stands beside the text, by its number."""
    return {each.amendment.number: each.why for each in laid(meeting).beside}


def text_of(paper: Paper) -> str:
    """The letters of a paper in reading order, without notes of the secretariat and footnotes."""
    blocks = tuple(b for b in paper.blocks if not (isinstance(b, Para) and b.style == "note"))
    return letters("".join(reading_order(Paper("", "", paper.language, paper.masthead, blocks))))


def xml_of(paper: Paper, name: str = "document") -> Any:
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(write_docx(paper))) as package:
        return etree.fromstring(package.read(f"word/{name}.xml"))


# -- what is marked, and what stands beside it


def test_rejected_it_is_today_and_accepted_it_is_the_text_as_adopted_in_order() -> None:
    meeting = lively()
    paper = marked(meeting.state, "en")
    assert numbers(meeting) == {"D.5": "collides"}
    today = [b for b in final(meeting.state, "en", draft=True).blocks if b]
    assert resolved(paper, REJECTED) == resolved(Paper("", "", "en", paper.masthead, tuple(today)), ())
    after = final(all_adopted(meeting).state, "en", draft=True)
    assert resolved(paper, ACCEPTED) == resolved(after, ())


def test_each_change_is_by_the_group_at_the_time_of_receipt() -> None:
    meeting = lively()
    found = {
        (revision.number, revision.author, revision.kind)
        for block in marked(meeting.state, "fr").blocks
        if isinstance(block, Para | Numbered)
        for span in block.runs
        for revision in span.revisions
    }
    assert ("D.3", "Groupe gouvernemental", "insert") in found
    assert not {number for number, _author, _kind in found} & {"D.1", "D.2", "D.7", "D.8"}  # no French words
    assert ("D.6", "Groupe des employeurs", "move_to") in found
    assert ("D.4", "Groupe des travailleurs", "delete") in found
    paper = marked(meeting.state, "en")
    times = {r.number: r.at for b in paper.blocks if isinstance(b, Para | Numbered) for r in b.revised.end}
    assert times["D.3"] == meeting.amendment("D.3").received


def test_joint_authors_are_both_named() -> None:
    meeting = Meeting()
    meeting.submit("3", "Governments should respect the sleep of keepers.")
    twin = meeting.submit("3", "Governments should respect the sleep of keepers.", by="employers")
    assert numbers(meeting) == {twin: "same"}
    meeting.do("merge_amendment", amendment=twin, into="D.1")
    revisions = {
        r
        for b in marked(meeting.state, "en").blocks
        if isinstance(b, Numbered)
        for s in b.runs
        for r in s.revisions
    }
    assert {r.author for r in revisions} == {"Workers’ group; Employers’ group"}


def test_a_subamendment_is_marked_inside_its_amendment() -> None:
    meeting = lively()
    [one] = [
        s
        for b in marked(meeting.state, "en").blocks
        if isinstance(b, Numbered)
        for s in b.runs
        if "all " in s.text
    ]
    assert [(r.kind, r.number) for r in one.revisions] == [("insert", "D.1"), ("insert", "D.1/S.1")]
    said = [c.lines for c in comments(marked(meeting.state, "en")) if c.number == "D.1"]
    assert said[0][0] == "D.1 (Workers’ group): under discussion"
    assert "Subamended by D.1/S.1, which is marked in it." in said[0]


def test_what_only_changes_the_marks_says_how_it_was() -> None:
    found = [
        s for b in marked(lively().state, "en").blocks if isinstance(b, Numbered) for s in b.runs if s.before
    ]
    assert [(s.text, s.italic, s.change) for s in found] == [("at night", True, "format")]
    assert found[0].before is not None and not found[0].before.italic


def asides(paper: Paper) -> list[Comment]:
    return [comment for comment in comments(paper) if comment.aside]


def test_what_collides_stands_beside_the_text_with_its_whole_wording() -> None:
    paper = marked(lively().state, "en")
    [aside] = asides(paper)
    assert aside.number == "D.5"
    assert "It is not marked in the text: it collides with D.4." in aside.lines
    assert "The text would read: “the care of lamps and lenses;”" in aside.lines
    head = [b for b in paper.blocks if isinstance(b, Para) and b.style == "note"]
    assert "D.5" in "".join(s.text for b in head for s in b.runs)
    first = next(c for c in comments(paper) if c.number == "D.4" and len(c.lines) > 1)
    assert "Collides with D.5." in first.lines


def test_what_has_no_words_in_the_language_stands_beside_the_text() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", "Governments should respect the sleep of keepers.")
    [aside] = asides(marked(meeting.state, "fr"))
    assert any("langue" in line for line in aside.lines)
    assert "“" in aside.lines[-1] or "«" in aside.lines[-1]


def test_an_instruction_stands_beside_the_text() -> None:
    meeting = Meeting()
    meeting.submit("3", "Say this more simply.", kind="free")
    assert numbers(meeting) == {"D.1": "instruction"}
    assert any("Say this more simply" in line for line in asides(marked(meeting.state, "en"))[0].lines)


def test_two_who_put_in_at_one_point_stand_one_after_the_other() -> None:
    meeting = Meeting()
    meeting.submit("3", "Governments should respect the rest and sleep of keepers.")
    meeting.submit("3", "Governments should respect the rest and leave of keepers.", by="employers")
    assert numbers(meeting) == {}
    assert "rest and sleep and leave of" in " ".join(resolved(marked(meeting.state, "en"), ACCEPTED))


def test_a_footnote_that_is_put_in_and_one_that_goes() -> None:
    meeting = Meeting()
    meeting.submit("1", "Lighthouses guide ships at night.")
    meeting.submit("footnote 1", "See the reports of the Office.", by="employers")
    paper = marked(meeting.state, "en")
    [note] = footnotes(paper)
    assert [s.change for s in note.runs if s.change] == ["delete", "insert"]
    root = xml_of(paper)
    assert [e.getparent().getparent().tag for e in root.iter(f"{W}footnoteReference")] == [f"{W}del"]
    assert list(xml_of(paper, "footnotes").iter(f"{W}ins"))


def test_there_is_no_such_paper_without_a_pending_amendment() -> None:
    meeting = Meeting()
    assert not PAPERS["marked"].matter(meeting.state)
    meeting.submit("3", kind="delete")
    assert anything_pending(meeting.state)
    meeting.do("reject_amendment", amendment="D.1")
    assert not anything_pending(meeting.state)


def test_joined_paragraphs_lose_the_mark_between_them() -> None:
    meeting = Meeting()
    meeting.submit("2(ii)(a)", kind="join")
    paper = marked(meeting.state, "en")
    assert "the care of lamps; first aid." in resolved(paper, ACCEPTED)
    assert {"the care of lamps;", "first aid."} <= set(resolved(paper, REJECTED))
    marks = [b for b in paper.blocks if isinstance(b, Numbered) and b.revised.end]
    assert [(b.label, b.revised.end[0].kind) for b in marks] == [("(a)", "delete")]


# -- as a Word file

_REVISIONS = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "moveFromRangeStart", "moveToRangeStart")
_ORDER = ["rStyle", "rFonts", "b", "i", "strike", "color", "u", "vertAlign", "lang", "rPrChange"]


def test_the_revisions_of_a_word_file_are_as_word_wants_them() -> None:
    root = xml_of(marked(lively().state, "en"))
    numbers_ = [e.get(f"{W}id") for name in _REVISIONS for e in root.iter(f"{W}{name}")]
    assert len(numbers_) == len(set(numbers_)) > 20
    assert all(e.get(f"{W}author") and e.get(f"{W}date") for n in _REVISIONS for e in root.iter(f"{W}{n}"))
    assert all(any(a.tag == f"{W}del" for a in e.iterancestors()) for e in root.iter(f"{W}delText"))
    assert not [e for d in root.iter(f"{W}del") for e in d.iter(f"{W}t")]
    for properties in root.iter(f"{W}rPr"):
        names = [child.tag.removeprefix(W) for child in properties]
        if properties.getparent().tag == f"{W}r":
            assert names == sorted(names, key=_ORDER.index)
        elif properties.getparent().tag == f"{W}pPr":
            assert names == sorted(names, key=["ins", "del", "moveFrom", "moveTo"].index)
            assert properties.getnext() is None
    for name in ("moveFrom", "moveTo"):
        starts = {e.get(f"{W}id"): e.get(f"{W}name") for e in root.iter(f"{W}{name}RangeStart")}
        assert list(starts.values()) == ["D.6"]
        assert [e.get(f"{W}id") for e in root.iter(f"{W}{name}RangeEnd")] == list(starts)


def test_comments_are_anchored_and_none_is_left_over() -> None:
    paper = marked(lively().state, "en")
    root, part = xml_of(paper), xml_of(paper, "comments")
    there = {e.get(f"{W}id") for e in part.iter(f"{W}comment")}
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert {e.get(f"{W}id") for e in root.iter(f"{W}{name}")} == there
    assert len(there) == len(comments(paper))
    authors = Counter(e.get(f"{W}author") for e in part.iter(f"{W}comment"))
    assert authors["Workers’ group"] == 1  # the reasons for D.4
    assert authors["Secretariat"] == len(there) - 1


def test_the_same_paper_is_the_same_file() -> None:
    meeting = lively()
    assert write_docx(marked(meeting.state, "en")) == write_docx(marked(meeting.state, "en"))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_pandoc_accepts_and_rejects_all(language: str, reader: Callable[..., str], tmp_path: Path) -> None:
    meeting = lively()
    paper = marked(meeting.state, language)
    path = tmp_path / "marked.docx"
    path.write_bytes(write_docx(paper))

    def read(track: str) -> str:
        found = json.loads(reader("pandoc", f"--track-changes={track}", "-t", "json", path))
        return letters("".join(markdown_of(found)))

    rejected = read("reject")
    assert rejected.endswith(text_of(final(meeting.state, language, draft=True))[-200:])
    for piece in reading_order(final(meeting.state, language, draft=True)):
        assert letters(piece) in rejected
    if language == "en":
        after = final(all_adopted(meeting).state, "en", draft=True)
        accepted = read("accept")
        place = 0
        for piece in reading_order(after):
            place = accepted.index(letters(piece), place) + len(letters(piece))
    every = reader("pandoc", "--track-changes=all", "-t", "markdown", "--wrap=none", path)
    authors = set(re.findall(r'author="([^"]+)"', every))
    groups = {
        "en": ("Workers’ group", "Employers’ group"),
        "fr": ("Groupe des travailleurs", "Groupe des employeurs"),
    }
    assert authors >= set(groups[language])


def proposals(state: State, amendment: Amendment) -> tuple[str, ...]:
    """What an amendment proposes, in a form that is the same after its way through a file."""
    out = [amendment.by]
    out += [folded(words(c.proposed)) for c in amendment.word_changes() if c.language == "en"]
    out += [folded(words(n.texts["en"])) for n in amendment.inserted()]
    out += [f"{type(c).__name__} {c.node}" for c in amendment.changes if isinstance(c, Deletion | Move)]
    return tuple(out)


def taken_in(state: State, paper: Paper, into: State) -> State:
    """The meeting *into* after our own reader took the marked paper in, each author as the group named."""
    file = read_tracked_bytes(write_docx(paper), paper.language, "marked.docx")
    groups = {author: likely_group(author, state.assembly) for author in file.authors}
    assert all(groups.values())
    command = amendments_command(file, groups, into)
    return decide(into, command, Context(999, "2026-11-02T12:00:00.000Z")).state


def test_taken_in_again_it_gives_the_same_amendments() -> None:
    meeting = Meeting()
    clean = Meeting().state
    meeting.submit("1", "Lighthouses and their keepers guide ships at night.[^1]")
    meeting.submit("2", "Keepers should:\n(i) rest;\n(ii) sing.", by="government", kind="insert_after")
    meeting.submit("2(ii)", kind="delete", justification="It is said elsewhere.")
    meeting.submit("2(iii)", kind="move", to="before 2(i)", by="employers")
    meeting.submit("2(i)", "collect statistics on all keepers;", by="government")
    before = meeting.state
    after = taken_in(before, marked(before, "en"), clean)
    was = {proposals(before, a) for a in before.drafting.amendments.values()}
    assert {proposals(after, a) for a in after.drafting.amendments.values()} == was
    reasons = {a.justification for a in after.drafting.amendments.values()}
    assert reasons == {"", "It is said elsewhere."}


def test_the_head_of_the_paper_is_no_part_of_the_text_that_comes_back() -> None:
    meeting = Meeting()
    meeting.submit("title", "Conclusions on lighthouses and their keepers")
    meeting.submit("organ", "The Meeting on Keepers,", by="employers")
    after = taken_in(meeting.state, marked(meeting.state, "en"), Meeting().state)
    was = {proposals(meeting.state, a) for a in meeting.state.drafting.amendments.values()}
    assert {proposals(after, a) for a in after.drafting.amendments.values()} == was


def test_a_subamendment_comes_back_as_one() -> None:
    meeting = Meeting()
    clean = Meeting().state
    meeting.submit("1", "Lighthouses and their keepers guide ships at night.[^1]")
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit(
        "1", "Lighthouses and all their keepers guide ships at night.[^1]", by="employers", amends="D.1"
    )
    after = taken_in(meeting.state, marked(meeting.state, "en"), clean)
    found = {
        a.number: (a.by, [c.proposed for c in a.word_changes()]) for a in after.drafting.amendments.values()
    }
    assert found == {
        "D.1": ("workers", ["Lighthouses and their keepers guide ships at night.[^1]"]),
        "D.1/S.1": ("employers", ["Lighthouses and all their keepers guide ships at night.[^1]"]),
    }


# -- on paper


def test_the_pdf_has_numbers_marks_and_what_stands_beside(reader: Callable[..., str], tmp_path: Path) -> None:
    path = tmp_path / "marked.pdf"
    path.write_bytes(write_pdf(marked(lively().state, "en")))
    page = " ".join(reader("pdftotext", "-layout", path, "-").split())
    for figure in ("▲D.1", "●D.3", "▲D.4", "■D.6", "●D.8"):
        assert figure in page
    assert "D.5 (Employers’ group). It is not marked in the text: it collides with D.4." in page


# -- whatever is proposed


@pytest.mark.soak
@settings(max_examples=SOME)
@given(st.data())
def test_accepting_is_adopting_in_order_and_rejecting_is_today(data: st.DataObject) -> None:
    texts = draft()
    world = World({"en": texts})
    for number in range(data.draw(st.integers(2, 6))):
        world.tried(**data.draw(submissions(number, texts)))
    for amendment in list(world.state.drafting.amendments.values()):
        if amendment.kind == "replace" and not data.draw(st.integers(0, 3)):
            world.tried(do="call_amendment", amendment=amendment.number)
            proposed = next(amendment.word_changes()).proposed.split()
            other = data.draw(wordings(50 + amendment.order, proposed))
            asked = {"by": "employers", "kind": "replace", "target": amendment.target, "text": other}
            world.tried(do="submit_amendment", amends=amendment.number, **asked)
            world.tried(do="defer_amendment", amendment=amendment.number)
    paper = marked(world.state, "en")
    assert resolved(paper, REJECTED) == world.standing()
    assert resolved(paper, ACCEPTED) == all_adopted(world).standing()
    told = {comment.number for comment in comments(paper)}
    assert told == {a.number for a in world.state.drafting.amendments.values() if a.pending}
