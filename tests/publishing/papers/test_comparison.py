"""The comparison of two versions: nothing is lost, whatever was moved, divided and joined between them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.wordings.wording import write
from consult_app.meetings.acts import LANGUAGES
from consult_app.publishing.docx.writer import write_docx
from consult_app.publishing.export import PAPERS
from consult_app.publishing.papers.comparing import Compared, Version, as_imported, as_it_stands, compared
from consult_app.publishing.papers.comparison import Moment, comparison
from consult_app.publishing.pdf.writer import write_pdf
from tests.command_line import begun
from tests.drafting.meeting import drafted, finish
from tests.drafting.world import World, draft, submissions
from tests.effort import SOME
from tests.publishing.reading import cells, lines, lively
from tests.small_meeting import Meeting

Reader = Callable[..., str]


def body(meeting: Any, language: str = "en") -> list[str]:
    """The text of the comparison of the draft with today's, without its head."""
    found = lines(comparison(meeting.state, language))
    return found[next(at for at, line in enumerate(found) if line.startswith("# ")) :]


def eventful() -> Meeting:
    meeting = lively()
    for number in ("D.3", "D.6", "D.7", "D.4", "D.2"):
        meeting.adopt(number, confirm=True)
    return meeting


def test_what_came_went_moved_and_was_divided() -> None:
    assert body(eventful()) == [
        "# Conclusions on lighthouses",
        "The Meeting on Lighthouse Keepers,",
        "Having met in Geneva,",
        "Adopts the following conclusions:",
        "# General considerations",
        "-1. Governments should respect the rest of keepers. [moved here; formerly paragraph 3]",
        "1. Lighthouses guide ships [-at night-]{+at night+}.1 [formatting only]",
        "2. The Office should:",
        "(i) collect statistics",
        "(i)bis on keepers; [divided off from paragraph 2(i)]",
        "(ii) [-train keepers, in particular in:-]",
        "(a) [-the care of lamps;-]",
        "(b) [-first aid.-]",
        "(iii) report to the next Meeting.",
        "Paragraph 3 was moved: it is now paragraph -1.",
        "2bis. {+Keepers should:+}",
        "(i) {+rest;+}",
        "(ii) {+sing.+}",
        "Geneva, 6 November 2026",
        "1 See the report of the Office.",
    ]


def test_the_figures_at_the_head() -> None:
    assert cells(comparison(eventful().state, "en")) == [
        ["Without change", "11"],
        ["With formatting or typography changed only", "1"],
        ["Put in", "3"],
        ["Taken out", "3"],
        ["Moved", "1"],
        ["Divided off", "1"],
        ["Words put in", "4"],
        ["Words taken out", "11"],
    ]


def test_what_was_joined_is_one_and_named_at_its_old_place() -> None:
    meeting = Meeting()
    meeting.submit("2(ii)(a)", kind="join")
    meeting.adopt("D.1")
    found = body(meeting)
    assert found[9:12] == [
        "(a) the care of lamps; first aid. [joined with paragraph 2(ii)(b)]",
        "Paragraph 2(ii)(b) was joined with paragraph 2(ii)(a).",
        "(iii) report to the next Meeting.",
    ]


def test_words_are_compared_in_the_language_and_a_stale_translation_says_so() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", "Governments should always respect the rest of keepers.")
    meeting.adopt("D.1")
    assert "3. Governments should {+always +}respect the rest of keepers." in body(meeting)
    assert (
        "3. Les gouvernements devraient respecter le repos des gardiens. [Traduction non à jour]"
    ) in body(meeting, "fr")
    words = "Les gouvernements devraient toujours respecter le repos des gardiens."
    meeting.do("set_translation", node="3", language="fr", text=words)
    assert "3. Les gouvernements devraient {+toujours +}respecter le repos des gardiens." in body(
        meeting, "fr"
    )


def test_a_translation_that_came_later_is_no_change() -> None:
    meeting = Meeting()
    before = Moment(meeting.state, meeting.seq, "2026-11-02T09:10:00.000Z")
    meeting.do("set_translation", node="3", language="fr", text="Les gouvernements dorment.")
    after = Moment(meeting.state, meeting.seq, "2026-11-02T09:11:00.000Z")
    found = lines(comparison(meeting.state, "fr", (before, after)))
    assert "3. Governments should respect the rest of keepers. [Original: anglais]" in found


def test_the_adopted_text_has_its_new_numbers_and_references() -> None:
    held = drafted("en")
    held.submit("1", "Keepers sing.", kind="insert_after")
    held.do(do="adopt_amendment", amendment="D.1")
    finish(held)
    found = body(held)
    assert "2. {+Keepers sing.+}" in found
    assert "3. The Office should: [formerly paragraph 2]" in found
    assert "(i) Help keepers, upon their request, as set out in paragraph\u00a0[-3-]{+4+}." in found
    assert "Adopts, this [-second-]{+sixth+} day of March 2026, the following conclusions:" in found


def test_two_moments_of_the_record() -> None:
    meeting = Meeting()
    meeting.submit("1", "Lighthouses guide all ships at night.[^1]")
    meeting.adopt("D.1")
    before = Moment(meeting.state, meeting.seq, "2026-11-02T09:10:00.000Z")
    meeting.submit("3", kind="delete")
    meeting.adopt("D.2")
    after = Moment(meeting.state, meeting.seq, "2026-11-03T16:05:00.000Z")
    found = lines(comparison(meeting.state, "en", (before, after)))
    assert found[1] == (
        f"Earlier version: the text of 2 November 2026, 09:10 UTC (row {before.seq} of the record). "
        f"Later version: the text of 3 November 2026, 16:05 UTC (row {after.seq} of the record)."
    )
    assert "1. Lighthouses guide all ships at night.1" in found
    assert "3. [-Governments should respect the rest of keepers.-]" in found


def test_before_there_was_a_text_all_of_it_is_put_in() -> None:
    held = drafted("en")
    empty = Moment(type(held)().state, 1, "2026-03-06T08:01:00.000Z")
    now = Moment(held.state, held.seq, "2026-03-06T08:09:00.000Z")
    found = lines(comparison(held.state, "en", (empty, now)))
    assert "3. {+Keepers have rights.+}" in found


def test_there_is_matter_when_the_text_has_changed() -> None:
    meeting = Meeting()
    meeting.submit("3", kind="delete")
    assert not PAPERS["comparison"].matter(meeting.state)
    meeting.adopt("D.1")
    assert PAPERS["comparison"].matter(meeting.state)


def _resolved(rows: list[Compared], gone: str) -> list[str]:
    """What is left of the rows without the fragments of that change."""
    out = []
    for row in rows:
        runs = [run for each in row.fragments if each.change != gone for run in each.runs]
        out += write(runs).split()
    return out


def _words(version: Version) -> list[str]:
    order = (node for node in version.tree.walk() if node in version.words)
    return [word for node in order for word in version.words[node].get("en", "").split()]


@pytest.mark.soak
@settings(max_examples=SOME)
@given(st.data())
def test_every_word_of_both_versions_is_in_it(data: st.DataObject) -> None:
    world = World({"en": draft()})
    asked = [data.draw(submissions(k, draft())) for k in range(data.draw(st.integers(1, 4)))]
    taken = [answer["number"] for each in asked if (answer := world.tried(**each))]
    middle = as_it_stands(world.text, "bis")
    for at, number in enumerate(taken):
        world.tried(do="adopt_amendment", amendment=number)
        if at == len(taken) // 2:
            middle = as_it_stands(world.text, "bis")
    after = as_it_stands(world.text, "bis")
    for before in (as_imported(world.text, "bis"), middle):
        rows = compared(before, after, world.text, "en")
        assert [row.node for row in rows if row.node in after.words and row.fate != "moved_away"] == [
            node for node in after.tree.walk() if node in after.words
        ]
        assert _resolved(rows, "delete") == _words(after)
        assert sorted(_resolved(rows, "insert")) == sorted(_words(before))
    same = compared(after, after, world.text, "en")
    assert {row.fate for row in same} <= {"same"}


@pytest.mark.parametrize("language", LANGUAGES, ids=LANGUAGES)
def test_other_programs_read_it(language: str, reader: Reader, tmp_path: Path) -> None:
    paper = comparison(eventful().state, language)
    pdf, docx = tmp_path / "c.pdf", tmp_path / "c.docx"
    pdf.write_bytes(write_pdf(paper))
    docx.write_bytes(write_docx(paper))
    for said in (
        reader("pdftotext", "-layout", pdf, "-"),
        reader("pandoc", "-t", "plain", "--wrap=none", docx),
    ):
        flat = " ".join(said.split())
        assert "Keepers should:" in flat
        assert paper.title.split(" – ")[0] in flat


def test_the_command_line_names_the_moments(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    line = begun(capsys, monkeypatch, tmp_path)
    line.do(
        {"do": "submit_amendment", "by": "workers", "kind": "delete", "target": "3"},
        {"do": "adopt_amendment", "amendment": "D.1"},
    )
    out = tmp_path / "out"
    more = ("--languages", "en", "--formats", "docx")
    assert line.run("export", line.file, "--out", out, "--compare", "2", *more) == 0
    [path] = out.iterdir()
    assert "-comparison-2-" in path.name
    assert line.run("export", line.file, "--out", out, "--papers", "sheet", "--compare", "3,2", *more) == 0
    assert sorted(each.name.split("-")[-2] for each in out.iterdir()) == ["3", "4", "sheet"]
    for wrong in ("1,2,3", "99", "soon", "0"):
        assert line.run("export", line.file, "--out", out, "--compare", wrong, *more) == 2, wrong
        assert line.err
