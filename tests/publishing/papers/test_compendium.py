"""The compendium: the text with every amendment where it is discussed, and what it would make of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from consult_app.meetings.acts import LANGUAGES
from consult_app.publishing.docx.writer import write_docx
from consult_app.publishing.export import PAPERS
from consult_app.publishing.paper import Paper, Table, words_of
from consult_app.publishing.papers.compendium import compendium, title_words
from consult_app.publishing.pdf.writer import write_pdf
from tests.publishing.reading import lines, lively
from tests.small_meeting import Meeting

Reader = Callable[..., str]


def numbers(paper: Paper) -> list[str]:
    """The amendments in the order in which they are printed."""
    tables = (block for block in paper.blocks if isinstance(block, Table))
    found = (next(words_of(cell) for cell in row if cell) for table in tables for row in table.rows)
    return [words.split("\n")[0] for words in found]


def under(meeting: Meeting, number: str, language: str = "en") -> str:
    """The row of that amendment."""
    rows = lines(compendium(meeting.state, language))
    return next(row for row in rows if row.removeprefix(" | ").startswith(f"{number}\n"))


def test_the_text_with_each_amendment_where_it_is_discussed() -> None:
    assert lines(compendium(lively().state, "en"))[2:] == [
        "# Conclusions on lighthouses",
        "The Meeting on Lighthouse Keepers,",
        "Having met in Geneva,",
        "Adopts the following conclusions:",
        "# General considerations",
        "1. Lighthouses guide ships at night.1",
        "D.1\n▲ Workers’ group\nUnder discussion | In paragraph\u00a01, after “Lighthouses”, insert “and "
        "their keepers”.\nThe text would read:\nLighthouses {+and their keepers +}guide ships at night.1",
        " | D.1/S.1\n■ Employers’ group\nProposed | In the text proposed in amendment D.1, after "
        "“Lighthouses and”, insert “all”.\nThe text would read:\nLighthouses and {+all +}their keepers guide "
        "ships at night.1",
        "D.2\n■ Employers’ group\nQueued | In paragraph\u00a01, put “at night” in italics.\n"
        "The text would read:\nLighthouses guide ships [-at night-]{+at night+}.1",
        "2. The Office should:",
        "(i) collect statistics on keepers;",
        "D.7\n■ Employers’ group\nQueued | In paragraph\u00a02(i), begin a new item with the words “on "
        "keepers;”.\nThe text would read:\ncollect statistics{+¶+} on keepers;",
        "(ii) train keepers, in particular in:",
        "D.4\n▲ Workers’ group\nQueued | Delete paragraph\u00a02(ii).\nReasons given: It is said elsewhere.",
        "(a) the care of lamps;",
        "D.5\n■ Employers’ group\nQueued | In paragraph\u00a02(ii)(a), after “lamps”, insert “and lenses”.\n"
        "The text would read:\nthe care of lamps{+ and lenses+};",
        "(b) first aid.",
        "(iii) report to the next Meeting.",
        "D.3\n● Government group\nQueued | After paragraph\u00a02, insert the following new paragraph:\n"
        "{+Keepers should:+}\n\u2003(i) {+rest;+}\n\u2003(ii) {+sing.+}",
        "3. Governments should respect the rest of keepers.",
        "D.9\n▲ Workers’ group\nQueued | In paragraph\u00a03, after “should”, insert “always”.\n"
        "The text would read:\nGovernments should {+always +}respect the rest of keepers.",
        "D.10\n■ Employers’ group\nQueued | In paragraph\u00a03, after “should”, insert “always”.\n"
        "The text would read:\nGovernments should {+always +}respect the rest of keepers.",
        "D.6\n■ Employers’ group\nQueued | Move paragraph\u00a03 and place it before paragraph\u00a01.",
        "Geneva, 6 November 2026",
        "1 See the report of the Office.",
        "D.8\n● Government group\nQueued | In footnote 1, after “See the”, insert “last”.\n"
        "The text would read:\nSee the {+last +}report of the Office.",
    ]


def test_what_is_not_in_the_language_stands_in_its_original() -> None:
    meeting = lively()
    meeting.adopt("D.3")
    found = lines(compendium(meeting.state, "fr"))
    assert "2bis. Keepers should: [Original: anglais] [adopté tel qu’amendé]" in found
    assert under(meeting, "D.8", "fr").endswith("report of the Office. [Original: anglais]")
    assert under(meeting, "D.4", "fr") == (
        "D.4\n▲ Groupe des travailleurs\nEn attente d’examen | Supprimer le paragraphe\u00a02\u00a0ii).\n"
        "Motifs invoqués: It is said elsewhere. [Original: anglais]"
    )


def test_what_is_disposed_of_keeps_its_place_and_says_what_became_of_it() -> None:
    meeting = lively()
    before = numbers(compendium(meeting.state, "en"))
    meeting.adopt("D.1/S.1")
    meeting.adopt("D.1")
    meeting.do("reject_amendment", amendment="D.7")
    meeting.adopt("D.4", confirm=True)
    assert numbers(compendium(meeting.state, "en")) == before
    assert "\nAdopted as subamended | " in under(meeting, "D.1")
    assert "Lighthouses {+and all their keepers +}guide ships" in under(meeting, "D.1")
    assert "\nNot adopted | " in under(meeting, "D.7")
    assert "(ii) [-train keepers, in particular in:-] [deleted]" in lines(compendium(meeting.state, "en"))


def test_a_pending_amendment_is_shown_in_the_words_of_today() -> None:
    meeting = Meeting()
    meeting.submit("1", "Lighthouses guide all ships at night.[^1]")
    meeting.submit("1", "Lighthouses guide ships at night and by day.[^1]", by="employers")
    meeting.adopt("D.1")
    assert under(meeting, "D.2").endswith("\nLighthouses guide all ships at night{+ and by day+}.1")


def test_an_amendment_to_several_nodes_stands_once_and_is_named_at_the_others() -> None:
    meeting = Meeting()
    meeting.submit("2(i)", kind="join", by="employers")
    found = lines(compendium(meeting.state, "en"))
    assert numbers(compendium(meeting.state, "en")) == ["D.1"]
    assert found[found.index("(ii) train keepers, in particular in:") + 1] == "Also about this: D.1."


def test_authors_seconders_and_former_authors_are_named() -> None:
    meeting = Meeting()
    ada, bruno, *_ = meeting.state.assembly.participants
    meeting.submit("1", "Lighthouses guide ships.[^1]", by=ada, seconded_by=bruno)
    assert under(meeting, "D.1").split(" | ")[0] == (
        "D.1\n● Ada Brightwater (Government member, Norway)\n"
        "Seconded by ● Bruno Keld (Government member, Denmark)\nQueued"
    )
    meeting.do("withdraw_amendment", amendment="D.1")
    meeting.do("take_over_amendment", amendment="D.1", by="workers")
    assert "▲ Workers’ group\n" in under(meeting, "D.1")
    assert "taken over from ● Ada Brightwater" in under(meeting, "D.1")


def test_there_is_matter_as_soon_as_there_is_an_amendment() -> None:
    meeting = Meeting()
    assert not PAPERS["compendium"].matter(meeting.state)
    meeting.submit("3", kind="delete")
    assert PAPERS["compendium"].matter(meeting.state)


@pytest.mark.parametrize("language", LANGUAGES, ids=LANGUAGES)
def test_other_programs_read_it(language: str, reader: Reader, tmp_path: Path) -> None:
    paper = compendium(lively().state, language)
    pdf, docx = tmp_path / "c.pdf", tmp_path / "c.docx"
    pdf.write_bytes(write_pdf(paper))
    docx.write_bytes(write_docx(paper))
    for said in (
        reader("pdftotext", "-layout", pdf, "-"),
        reader("pandoc", "-t", "plain", "--wrap=none", docx),
    ):
        flat = " ".join(said.split())
        assert title_words(language) in flat
        for number in ("D.1/S.1", "D.3", "D.10"):
            assert number in flat
