"""A new version of the text in mid-meeting: adopted change by change it is the new version, put back it
is today's text, and each node is known by what it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.amendments.amendment import Drafting
from consult_app.drafting.handing_in.importing import ReadNode, nested
from consult_app.drafting.views import view
from consult_app.drafting.wordings.matching import Passage, matched
from consult_app.drafting.wordings.wording import write
from tests.effort import SOME
from tests.small_meeting import NODES, Meeting

Nodes = list[dict[str, Any]]


def nodes(language: str = "en") -> Nodes:
    """The text of the small meeting as it would be read from a file."""
    return [
        {"kind": kind, "text": text, "depth": depth, "enumeration": enumeration}
        | ({"note_key": "1"} if kind == "footnote" else {})
        for kind, text, depth, enumeration in NODES[language]
    ]


def paragraph(text: str) -> dict[str, Any]:
    return {"kind": "paragraph", "text": text, "enumeration": "arabic"}


def item(text: str, depth: int = 1) -> dict[str, Any]:
    return {"kind": "item", "text": text, "depth": depth, "enumeration": "roman" if depth == 1 else "alpha"}


def revise(meeting: Meeting, new: Sequence[dict[str, Any]], **fields: Any) -> dict[str, Any]:
    return meeting.do("import_revision", nodes=list(new), **({"language": "en"} | fields))


def stands(meeting: Meeting, language: str = "en") -> list[tuple[str, int, str]]:
    """The text as it is decided so far, without what is deleted: kind, depth and words."""
    drafting = meeting.state.drafting
    return [
        (line.spot.kind, line.depth, write([run for segment in line.segments for run in segment.runs]))
        for line in view(drafting, meeting.text, "final", language)
    ]


def reads(new: Sequence[dict[str, Any]]) -> list[tuple[str, int, str]]:
    return [(node["kind"], node.get("depth", 0), node["text"]) for node in new]


def adopt_all(meeting: Meeting, answer: dict[str, Any]) -> None:
    for number in answer["changes"]:
        meeting.adopt(number)


def kinds(meeting: Meeting, answer: dict[str, Any]) -> list[str]:
    return [
        "+".join(type(change).__name__ for change in meeting.amendment(number).changes)
        for number in answer["changes"]
    ]


# one change of each kind


def test_words_are_replaced_and_all_else_is_unchanged() -> None:
    meeting, new = Meeting(), nodes()
    new[12]["text"] = "Governments shall respect the rest of keepers."
    answer = revise(meeting, new, by="workers", source="overnight.docx")
    assert answer["changes"] == ["live/1"]
    assert {name: answer[name] for name in ("replaced", "inserted", "deleted", "moved", "unchanged")} == {
        "replaced": 1,
        "inserted": 0,
        "deleted": 0,
        "moved": 0,
        "unchanged": 14,
    }
    change = meeting.amendment("live/1")
    assert (change.kind, change.by, change.state) == ("live", "workers", "under_discussion")
    assert meeting.words("3") == "Governments should respect the rest of keepers."
    assert meeting.node("3").state == "under_consideration"
    assert meeting.adopt("live/1")["state"] == "adopted"
    assert meeting.words("3") == new[12]["text"]


def test_a_new_paragraph_comes_with_its_items_as_one_change() -> None:
    meeting, new = Meeting(), nodes()
    new[12:12] = [
        paragraph("Shipowners should:"),
        item("pay the keepers;"),
        item("thank them."),
        item("x", 2),
    ]
    answer = revise(meeting, new)
    assert kinds(meeting, answer) == ["Insertion"]
    assert answer["inserted"] == 4
    adopt_all(meeting, answer)
    assert stands(meeting) == reads(new)
    assert meeting.words("2bis") == "Shipowners should:"
    assert meeting.words("2bis(ii)(a)") == "x"


def test_a_deleted_paragraph_goes_with_its_items_as_one_change() -> None:
    meeting, new = Meeting(), nodes()
    del new[6:12]
    answer = revise(meeting, new)
    assert (kinds(meeting, answer), answer["deleted"]) == (["Deletion"], 6)
    adopt_all(meeting, answer)
    assert stands(meeting) == reads(new)


def test_items_are_put_in_where_none_stood_and_at_the_end() -> None:
    meeting, new = Meeting(), nodes()
    new[6:6] = [item("by lamps;"), item("by horns.")]
    new += [paragraph("These conclusions will be published.")]
    answer = revise(meeting, new)
    assert kinds(meeting, answer) == ["Insertion"] * 3
    adopt_all(meeting, answer)
    assert stands(meeting) == reads(new)


def test_a_heading_and_paragraphs_at_the_end_stand_in_their_order() -> None:
    meeting, new = Meeting(), nodes()
    new += [
        {"kind": "heading", "text": "Follow-up"},
        paragraph("The Office will report in 2028."),
        paragraph("Keepers will be heard."),
        {"kind": "heading", "text": "Costs"},
        paragraph("Everybody pays a share."),
    ]
    answer = revise(meeting, new)
    adopt_all(meeting, answer)
    assert stands(meeting) == reads(new)


def test_a_paragraph_that_stands_elsewhere_is_moved_and_keeps_its_amendments() -> None:
    meeting, new = Meeting(), nodes()
    pending = meeting.submit("3", "Governments shall respect the rest of keepers.")
    moved = new.pop(12)
    new.insert(5, moved)
    answer = revise(meeting, new)
    assert (kinds(meeting, answer), answer["moved"], answer["unchanged"]) == (["Move"], 1, 14)
    adopt_all(meeting, answer)
    assert stands(meeting) == reads(new)
    meeting.adopt(pending)
    assert stands(meeting)[5] == ("paragraph", 0, "Governments shall respect the rest of keepers.")


def test_what_is_moved_may_say_something_else_too() -> None:
    meeting, new = Meeting(), nodes()
    new.insert(5, new.pop(12))
    new[5]["text"] = "Governments should fully respect the rest of keepers."
    answer = revise(meeting, new)
    assert (kinds(meeting, answer), answer["moved"]) == (["Move+WordChange"], 1)
    adopt_all(meeting, answer)
    assert stands(meeting) == reads(new)


def test_an_item_is_saved_from_a_paragraph_that_is_deleted() -> None:
    meeting, first = Meeting(), nodes()
    first[6:6] = [item("by lamps;")]
    adopt_all(meeting, revise(meeting, first))
    second = [*first[:7], item("report to the next Meeting."), *first[13:]]
    answer = revise(meeting, second)
    assert kinds(meeting, answer) == ["Move", "Deletion"]
    adopt_all(meeting, answer)
    assert stands(meeting) == reads(second)


def test_of_two_that_say_the_same_the_one_at_its_number_stays() -> None:
    old = [Passage("paragraph", "Keepers rest at night.") for _ in range(3)]
    assert matched(old, old[:1]).pairs == {0: 0}
    once = [Passage("heading", "Rest"), Passage("paragraph", "Keepers rest at noon."), *old[1:]]
    assert matched([Passage("heading", "Rest"), *old], once).pairs == {0: 0, 1: 1, 2: 2, 3: 3}


def test_a_paragraph_is_split_and_its_items_stay_with_the_second_half() -> None:
    meeting = Meeting()
    long = "Lighthouses guide ships at night, and keepers guide lighthouses. They deserve every respect."
    first = nodes()
    first[5]["text"] = long
    adopt_all(meeting, revise(meeting, first))
    new = nodes()
    new[5:6] = [
        paragraph("Lighthouses guide ships at night, and keepers guide lighthouses."),
        paragraph("They deserve every respect."),
    ]
    answer = revise(meeting, new)
    assert (kinds(meeting, answer), answer["split"], answer["inserted"]) == (["Split"], 1, 0)
    adopt_all(meeting, answer)
    assert stands(meeting) == reads(new)


def test_two_items_are_joined() -> None:
    meeting, new = Meeting(), nodes()
    new[9:11] = [item("the care of lamps, and first aid.", 2)]
    answer = revise(meeting, new)
    assert (kinds(meeting, answer), answer["joined"], answer["deleted"]) == (["Join"], 1, 0)
    adopt_all(meeting, answer)
    assert stands(meeting) == reads(new)
    meeting = Meeting()
    for number in revise(meeting, new)["changes"]:
        meeting.do("reject_amendment", amendment=number)
    assert stands(meeting) == reads(nodes())


def test_the_same_opening_words_do_not_mistake_one_paragraph_for_another() -> None:
    meeting, first = Meeting(), nodes()
    first[12:12] = [paragraph("The Office should:"), item("build a museum;"), item("invite visitors.")]
    adopt_all(meeting, revise(meeting, first))
    second = [*first[:6], *first[12:]]
    answer = revise(meeting, second)
    assert (kinds(meeting, answer), answer["deleted"]) == (["Deletion"], 6)
    assert meeting.amendment(answer["changes"][0]).target == meeting.node("2").id
    third = [*first]
    third[12] = paragraph("Constituents are invited to:")
    found = meeting.do("import_revision", language="en", nodes=third)
    assert kinds(meeting, found) == ["WordChange"]


def test_footnotes_keep_their_keys_though_the_file_numbers_them_through() -> None:
    meeting, new = Meeting(), nodes()
    new[0]["text"] = "Conclusions on lighthouses[^1]"
    new[5]["text"] = "Lighthouses guide ships at night.[^2]"
    new[-1:] = [
        {"kind": "footnote", "text": "Not an official title.", "note_key": "1"},
        {"kind": "footnote", "text": "See the report of the Office.", "note_key": "2"},
    ]
    answer = revise(meeting, new)
    assert kinds(meeting, answer) == ["WordChange", "Insertion"]
    adopt_all(meeting, answer)
    assert meeting.words("title") == "Conclusions on lighthouses[^2]"
    assert meeting.words("1") == "Lighthouses guide ships at night.[^1]"


def test_marks_that_a_plain_text_does_not_keep_are_no_change() -> None:
    meeting, marked = Meeting(), nodes()
    marked[5]["text"] = "Lighthouses guide *big* ships [[at night]] in H^2^O.[^1]"
    adopt_all(meeting, revise(meeting, marked))
    plain = nodes()
    plain[5]["text"] = r"Lighthouses guide big ships \[at night\] in H2O.[^1]"
    assert meeting.refused("import_revision", language="en", nodes=plain).rule == "nothing_changes"
    plain[5]["text"] = r"Lighthouses must guide big ships \[at night\] in H2O.[^1]"
    adopt_all(meeting, revise(meeting, plain))
    assert meeting.words("1") == "Lighthouses must guide *big* ships [[at night]] in H^2^O.[^1]"
    plain[5]["text"] = r"Lighthouses must guide big ships \[by day\] in H2O.[^1]"
    answer = revise(meeting, plain)
    assert r"\[by day\]" in next(meeting.amendment(answer["changes"][0]).word_changes()).proposed


# what is compared with what


def test_the_comparison_is_with_todays_words_in_that_language() -> None:
    meeting = Meeting("en", "fr")
    number = meeting.submit("3", "Governments shall respect the rest of keepers.")
    meeting.adopt(number)
    answer = revise(meeting, nodes())
    assert next(meeting.amendment(answer["changes"][0]).word_changes()).base.startswith("Governments shall")
    french = nodes("fr")
    french[7]["text"] = "rassembler des statistiques sur les gardiens;"
    answer = revise(meeting, french, language="fr")
    [change] = meeting.amendment(answer["changes"][0]).word_changes()
    assert (change.language, change.node) == ("fr", meeting.node("2(i)").id)


def test_what_was_deleted_is_not_found_again() -> None:
    meeting = Meeting()
    meeting.adopt(meeting.submit("3", kind="delete"))
    answer = revise(meeting, nodes())
    assert (kinds(meeting, answer), answer["inserted"]) == (["Insertion"], 1)
    adopt_all(meeting, answer)
    assert stands(meeting) == reads(nodes())


def test_what_has_no_wording_in_the_language_is_left_as_it_is_and_said() -> None:
    meeting = Meeting("en", "fr")
    meeting.adopt(meeting.submit("3", "Keepers have rights.", kind="insert_after"))
    french = nodes("fr")
    french[12]["text"] = "Les gouvernements respectent le repos des gardiens."
    answer = revise(meeting, french, language="fr")
    assert (kinds(meeting, answer), answer["deleted"]) == (["WordChange"], 0)
    assert any("no wording in this language" in warning for warning in meeting.warnings())


def test_a_change_to_what_was_adopted_waits_until_it_is_reopened() -> None:
    meeting, new = Meeting(), nodes()
    meeting.do("adopt_node", node="3")
    new[12]["text"] = "Governments shall respect the rest of keepers."
    [number] = revise(meeting, new)["changes"]
    assert any("must be reopened" in warning for warning in meeting.warnings())
    assert meeting.amendment(number).state == "queued"
    assert meeting.refused("adopt_amendment", amendment=number).rule == "P7"
    meeting.do("reopen_node", node="3", reason="a new version")
    meeting.adopt(number)
    assert meeting.words("3") == new[12]["text"]


def test_a_second_version_says_where_it_repeats_the_first() -> None:
    meeting, new = Meeting(), nodes()
    new[12]["text"] = "Governments shall respect the rest of keepers."
    revise(meeting, new)
    assert revise(meeting, new)["changes"] == ["live/2"]
    assert meeting.warnings() == ["{number} proposes the same words as {twin}."]


# refusals


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({}, "nothing_changes"),
        ({"by": "nobody"}, "unknown_actor"),
        ({"language": "es"}, "language"),
        ({"nodes": []}, "no_paragraph"),
        ({"nodes": [item("alone"), paragraph("x")]}, "item_alone"),
        ({"nodes": [{"kind": "verse", "text": "x"}, paragraph("x")]}, "node_kind"),
        ({"text_id": "resolution"}, "unknown_text"),
    ],
)
def test_refused(fields: dict[str, Any], rule: str) -> None:
    meeting = Meeting()
    assert meeting.refused("import_revision", **({"language": "en", "nodes": nodes()} | fields)).rule == rule


def test_refused_when_the_text_is_adopted() -> None:
    meeting, new = Meeting(), nodes()
    meeting.do("adopt_node", node="rest")
    meeting.do("adopt_text")
    new[12]["text"] = "Governments shall respect the rest of keepers."
    assert meeting.refused("import_revision", language="en", nodes=new).rule == "adopted"


# any version

WORDS = (
    "lamp",
    "keeper",
    "ship",
    "night",
    "coast",
    "storm",
    "fog",
    "rest",
    "é\u0301t",
    "👩🏽",
    "d’eau",
    "17",
)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    said = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9))
    return " ".join(said) + draw(st.sampled_from([".", ";", "\u00a0!", r" \[x\]", " *very*", ""]))


@st.composite
def texts(draw: st.DrawFn) -> Nodes:
    out: Nodes = [{"kind": "title", "text": draw(sentences())}]
    for _ in range(draw(st.integers(1, 5))):
        if draw(st.booleans()):
            out.append({"kind": "heading", "text": draw(sentences())})
        out.append(paragraph(draw(sentences())))
        depth = 0
        for _ in range(draw(st.integers(0, 4))):
            depth = draw(st.integers(1, min(depth + 1, 3)))
            out.append(item(draw(sentences()), depth))
    return out


@st.composite
def versions(draw: st.DrawFn) -> tuple[Nodes, Nodes]:
    """A text and another made of it: words changed, nodes put in, taken out, moved, cut and joined."""
    old = draw(texts())
    new = [dict(node) for node in old]
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(1, len(new) - 1))
        act = draw(st.sampled_from(["word", "words", "delete", "insert", "move", "cut", "join", "swap"]))
        said = str(new[at]["text"]).split(" ")
        if act == "word":
            said[draw(st.integers(0, len(said) - 1))] = "other"
            new[at]["text"] = " ".join(said)
        elif act == "words":
            new[at]["text"] = draw(sentences())
        elif act == "delete" and len(new) > 2:
            del new[at]
        elif act == "insert":
            depth = draw(st.integers(0, 2))
            words = draw(sentences())
            new.insert(at, item(words, depth) if depth else paragraph(words))
        elif act == "move":
            node = new.pop(at)
            new.insert(draw(st.integers(1, len(new))), node)
        elif act == "cut" and len(said) > 1:
            half = len(said) // 2
            new[at : at + 1] = [
                {**new[at], "text": " ".join(said[:half])},
                {**new[at], "text": " ".join(said[half:])},
            ]
        elif act == "join" and at + 1 < len(new):
            new[at : at + 2] = [{**new[at], "text": f"{new[at]['text']} {new[at + 1]['text']}"}]
        elif act == "swap":
            new = [new[0], *new[at:], *new[1:at]]
    return old, _sound([node for node in new if str(node["text"]).strip()])


def _sound(new: Nodes) -> Nodes:
    """The nodes with depths as a reader of files would give them, and a paragraph at least."""
    depth = 0
    out: Nodes = []
    for node in new:
        if node["kind"] == "item":
            above = out[-1]["kind"] if out else ""
            depth = min(int(node["depth"]), depth + 1)
            if above not in ("paragraph", "item"):
                node, depth = paragraph(node["text"]), 0
            else:
                node = item(node["text"], depth)
        else:
            depth = 0
        out.append(node)
    if not any(node["kind"] == "paragraph" for node in out):
        out.append(paragraph("The end."))
    return out


def held(old: Nodes) -> Meeting:
    """A meeting with that text alone."""
    meeting = Meeting()
    meeting.state = msgspec.structs.replace(meeting.state, drafting=Drafting())
    meeting.do("import_text", language="en", nodes=old)
    return meeting


@pytest.mark.soak
@settings(max_examples=SOME // 2)  # each compares two whole texts
@given(versions())
def test_all_accepted_is_the_new_version_and_all_put_back_is_todays(case: tuple[Nodes, Nodes]) -> None:
    old, new = case
    found_again(_passages(old), _passages(new))
    meeting = held(old)
    was = stands(meeting)
    if was == reads(new):
        assert meeting.refused("import_revision", language="en", nodes=new).rule == "nothing_changes"
        return
    answer = revise(meeting, new)
    now = meeting.state
    counts = {name: answer[name] for name in ("replaced", "moved", "split", "joined", "unchanged")}
    kept = sum(counts.values())
    assert kept + answer["deleted"] + answer["joined"] == len(was)
    assert kept + answer["inserted"] + answer["split"] == len(new)
    adopt_all(meeting, answer)
    assert stands(meeting) == reads(new)
    assert meeting.refused("import_revision", language="en", nodes=new).rule == "nothing_changes"
    meeting.state = now
    for number in answer["changes"]:
        meeting.do("reject_amendment", amendment=number)
    assert stands(meeting) == was


@pytest.mark.soak
@settings(max_examples=SOME // 2)  # each compares two whole texts
@given(versions(), st.data())
def test_each_change_stands_alone(case: tuple[Nodes, Nodes], data: st.DataObject) -> None:
    old, new = case
    meeting = held(old)
    was = stands(meeting)
    if was == reads(new):
        return
    changes = revise(meeting, new)["changes"]
    for number in data.draw(st.permutations(changes)):
        act = data.draw(st.sampled_from(["adopt_amendment", "reject_amendment"]))
        if act == "adopt_amendment" and any(
            step.to == "deleted"
            for node in meeting.amendment(number).targets()
            for step in meeting.text.nodes[node].history
        ):
            act = "reject_amendment"  # it was deleted with what it stood under
        meeting.do(act, amendment=number)
    walked = list(meeting.text.tree.walk())
    assert sorted(walked) == sorted(meeting.text.nodes)


def found_again(old: list[Passage], new: list[Passage]) -> None:
    """Nothing is matched across kinds or twice, and what has not moved stands in the same order."""
    found = matched(old, new)
    assert all(old[there].kind == new[here].kind for here, there in found.pairs.items())
    second = [pair[1] for pair in found.joined.values()]
    assert len({*found.pairs.values(), *second}) == len(found.pairs) + len(second)
    kept = sorted(pair for pair in found.pairs.items() if new[pair[0]].parent == -1)
    places = [there for here, there in kept if here not in found.moved]
    assert places == sorted(places)
    assert found == matched(old, new)


def _passages(version: Nodes) -> list[Passage]:
    read = tuple(msgspec.convert(node, ReadNode) for node in version)
    return [Passage(node.kind, node.text, above) for node, above in nested(read)]
