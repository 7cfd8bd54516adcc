"""What the Table reads from the state, and how a cell is laid out."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from consult_app.changes import between
from consult_app.desk import Desk
from consult_app.drafting.amendments.layering import with_subamendments
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.drafting.deciding.bracketing import BracketAmendment
from consult_app.drafting.deciding.floor import CallAmendment, StatePosition, WithdrawAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.drafting.translation.translating import SetTranslation
from consult_app.drafting.views import View, view
from consult_app.drafting.wordings.segments import Segment
from consult_app.drafting.wordings.wording import parse
from consult_app.meetings.acts import Command
from consult_app.state import Undo
from consult_app.ui.look.palette import LIGHT, group_style
from consult_app.ui.table.decisions import BY_LETTER, DECISIONS, in_the_menu, on_the_bar, possible
from consult_app.ui.table.outlook import ahead, outlook
from consult_app.ui.text.columns import Columns
from consult_app.ui.text.reading import Cell, Reading
from consult_app.ui.text.row_layouts import RowLayouts
from consult_app.ui.text.shaping import CellLayout, Look, Manner
from consult_app.ui.text.wordings import note_over, state_of_wording
from tests.ui.table_meeting import done, named


def _same_as_the_view(reading: Reading, which: View, language: str) -> None:
    lines = view(reading.drafting, reading.text, which, language, reading.style)
    rows = reading.rows(which)
    assert [(row.node, row.label, row.depth, row.proposed_by) for row in rows] == [
        (line.node, line.label, line.depth, line.proposed_by) for line in lines
    ]
    known, shown = reading.drafting.amendments, []
    for line in lines:
        here = [known[line.proposed_by]] if line.proposed_by else reading.pending(line.node)
        moved = [s for a in here for s in reading.subamendments(a.id) if s.pending and which == "marked"]
        shown.append(with_subamendments(reading.drafting, line.segments, moved, line.node, language))
    assert [reading.cell(row, which, language).segments for row in rows] == shown


@pytest.mark.parametrize("which", ["original", "marked", "current", "final"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_rows_and_cells_are_those_of_the_view(desk: Desk, which: View, language: str) -> None:
    _same_as_the_view(Reading(desk.state.drafting, "conclusions"), which, language)


def test_a_reading_carried_on_is_a_reading_made_anew(desk: Desk) -> None:
    reading = Reading(desk.state.drafting, "conclusions")
    commands: tuple[Command, ...] = (
        CallAmendment(amendment="D.1"),
        StatePosition(amendment="D.1", group="workers", position="supports"),
        SubmitAmendment(
            by="employers",
            kind="replace",
            amends="D.1",
            text="The Office should promote fair and free and decent work.",
        ),
        AdoptAmendment(amendment="D.1/S.1"),
        AdoptAmendment(amendment="D.1"),
        AdoptAmendment(amendment="D.3"),
        SubmitAmendment(by="workers", kind="delete", target="2(ii)"),
        WithdrawAmendment(amendment="D.2"),
        AdoptAmendment(amendment="D.5"),
        Undo(),
        Undo(),
        Undo(),
        Undo(),
    )
    for command in commands:
        before = desk.state
        done(desk, command)
        reading.moved_to(desk.state.drafting, between(before, desk.state, desk.seq))
        anew = Reading(desk.state.drafting, "conclusions")
        for node in anew.text.nodes:
            assert [a.number for a in reading.amendments(node)] == [a.number for a in anew.amendments(node)]
            assert reading.pending_count(node) == anew.pending_count(node)
        for amendment in desk.state.drafting.amendments:
            assert reading.subamendments(amendment) == anew.subamendments(amendment)
        _same_as_the_view(reading, "marked", "en")


@pytest.mark.parametrize("name", ["D.1", "D.2", "D.3"])
def test_a_reading_that_supposes_a_decision_is_that_of_the_decision(desk: Desk, name: str) -> None:
    reading = Reading(desk.state.drafting, "conclusions")
    assert outlook(desk.state, desk.seq + 1, named(desk, name)).startswith(f"If {name} is adopted: ")
    after = list(ahead(desk.state, desk.seq + 1, named(desk, name)))
    assert len(after) == 2
    for supposed in map(reading.supposing, after):
        assert not supposed.drafting.amendments[named(desk, name).id].pending
        for language in ("en", "fr"):
            _same_as_the_view(supposed, "marked", language)
    _same_as_the_view(reading, "marked", "en")


@pytest.mark.parametrize("which", ["original", "marked", "current", "final"])
def test_structure_and_brackets_are_those_of_the_view(desk: Desk, which: View) -> None:
    reading = Reading(desk.state.drafting, "conclusions")
    cut = "The Office should promote\ndecent work."
    for command in (
        CallAmendment(amendment="D.1"),
        BracketAmendment(amendment="D.1"),
        SubmitAmendment(by="workers", kind="move", target="2(ii)", to="before 2(i)"),
        SubmitAmendment(by="workers", kind="split", target="1", text=cut),
        SubmitAmendment(by="workers", kind="join", target="2(i)"),
        AdoptAmendment(amendment="D.5"),
        AdoptAmendment(amendment="D.6"),
        WithdrawAmendment(amendment="D.4"),
    ):
        before = desk.state
        done(desk, command)
        reading.moved_to(desk.state.drafting, between(before, desk.state, desk.seq))
        _same_as_the_view(reading, which, "en")
        _same_as_the_view(Reading(desk.state.drafting, "conclusions"), which, "en")


def test_bracketed_words_stand_in_brackets_in_the_current_view(desk: Desk) -> None:
    done(desk, CallAmendment(amendment="D.1"))
    done(desk, BracketAmendment(amendment="D.1"))
    reading = Reading(desk.state.drafting, "conclusions")
    row = next(row for row in reading.rows("current") if row.label == "1")
    segments = reading.cell(row, "current", "en").segments
    inside = [
        (segment.bracket, segment.whose, segment.runs[0].text) for segment in segments if segment.bracket
    ]
    assert inside == [("B.1", ("workers",), "fair and")]


def test_moves_splits_and_joins_are_said(desk: Desk, qapp: QApplication) -> None:
    done(desk, SubmitAmendment(by="workers", kind="move", target="1", to="2"))
    done(desk, SubmitAmendment(by="workers", kind="join", target="2(i)"))
    done(
        desk,
        SubmitAmendment(
            by="workers", kind="split", target="1", text="The Office should promote\ndecent work."
        ),
    )
    layouts = RowLayouts(lambda by: Look(group_style(LIGHT, "workers"), ", ".join(by)))
    layouts.show(Reading(desk.state.drafting, "conclusions"), "marked", Columns(("en",)))

    def cell(label: str) -> CellLayout:
        place = next(at for at, row in enumerate(layouts.rows) if row.label == label)
        return layouts.cells(place)[0]

    assert cell("1").note == "moved after paragraph 2 (D.5)"
    assert "promote¶" in cell("1").words.replace("\u2009", "")
    assert cell("2(i)").note == "¶ joined with paragraph 2(ii) (D.6)"
    assert cell("2(ii)").note == "¶ joined to paragraph 2(i) (D.6)"
    done(desk, WithdrawAmendment(amendment="D.4"))
    done(desk, AdoptAmendment(amendment="D.6"))
    layouts.show(Reading(desk.state.drafting, "conclusions"), "marked", Columns(("en",)))
    assert cell("2(ii)").words == "joined to paragraph 2(i)"


def test_a_translation_left_behind_says_how_many_words(desk: Desk) -> None:
    done(desk, AdoptAmendment(amendment="D.1"))
    reading = Reading(desk.state.drafting, "conclusions")
    row = next(row for row in reading.rows("current") if row.label == "1")
    cell = reading.cell(row, "current", "fr")
    late = cell.behind
    assert late is not None
    assert (cell.status, late.of, late.words, late.through) == ("out_of_date", "en", 2, "")
    assert state_of_wording(cell, "fr") == "out of date: 2 words changed in English"


def test_what_is_behind_through_another_language_says_which_one_changed(desk: Desk) -> None:
    """No word of English changed: the French is out of date because the English is."""
    spanish = "La Oficina debería promover el trabajo decente y seguro."
    done(
        desk, SetTranslation(node="1", language="es", text="La Oficina debería promover el trabajo decente.")
    )
    done(desk, SubmitAmendment(by="workers", kind="replace", target="1", language="es", text=spanish))
    done(desk, AdoptAmendment(amendment="D.5", confirm=True))
    reading = Reading(desk.state.drafting, "conclusions")
    row = next(row for row in reading.rows("current") if row.label == "1")
    late = {each: reading.cell(row, "current", each) for each in ("en", "fr")}
    assert {each: cell.status for each, cell in late.items()} == {"en": "out_of_date", "fr": "out_of_date"}
    assert "changed in Spanish" in state_of_wording(late["en"], "en")
    assert state_of_wording(late["fr"], "fr") == (
        state_of_wording(late["en"], "en") + "; it renders English, which is out of date itself"
    )


def test_a_subamendment_is_seen_in_its_place_and_its_absence_in_a_translation_is_said(desk: Desk) -> None:
    reading = Reading(desk.state.drafting, "conclusions")
    row = next(row for row in reading.rows("marked") if row.label == "1")
    french = "Le Bureau devrait promouvoir le travail équitable et décent."
    done(desk, SetTranslation(amendment="D.1", language="fr", text=french))
    done(desk, CallAmendment(amendment="D.1"))
    both = "The Office should promote fair, free and decent work."
    done(desk, SubmitAmendment(by="employers", kind="replace", amends="D.1", text=both))
    reading = Reading(desk.state.drafting, "conclusions")
    sub = desk.state.drafting.by_number("D.1/S.1")
    assert sub is not None
    found = [each for each in reading.cell(row, "marked", "en").segments if sub.id in each.by]
    assert [(each.change, "".join(run.text for run in each.runs)) for each in found] == [("insert", ", free")]
    cell = reading.cell(row, "marked", "fr")
    assert "D.1" not in note_over(reading, row, "marked", cell, "fr")
    done(desk, AdoptAmendment(amendment="D.1/S.1"))
    reading = Reading(desk.state.drafting, "conclusions")
    said = "D.1 is out of date in this language: it lacks what was agreed on since"
    assert said in note_over(reading, row, "marked", reading.cell(row, "marked", "fr"), "fr")
    assert note_over(reading, row, "marked", reading.cell(row, "marked", "en"), "en") == ""


def test_a_node_under_a_deletion_is_struck(desk: Desk) -> None:
    done(desk, SubmitAmendment(by="workers", kind="delete", target="2"))
    reading = Reading(desk.state.drafting, "conclusions")
    row = next(row for row in reading.rows("marked") if row.label == "2(ii)")
    cell = reading.cell(row, "marked", "en")
    assert cell.struck
    assert [desk.state.drafting.amendments[name].number for name in cell.struck_by] == ["D.5"]


def _laid(*segments: Segment, width: float = 400) -> CellLayout:
    style = group_style(LIGHT, "workers")
    return CellLayout(Cell(segments), Manner(), width, lambda by: Look(style, ", ".join(by)))


def test_the_words_of_a_row_begin_in_line(qapp: QApplication, desk: Desk) -> None:
    """Also where something is said over those of one language alone."""
    done(desk, AdoptAmendment(amendment="D.1"))
    layouts = RowLayouts(lambda by: Look(group_style(LIGHT, "workers"), ", ".join(by)))
    layouts.show(Reading(desk.state.drafting, "conclusions"), "marked", Columns(("en", "fr")))
    place = next(at for at, row in enumerate(layouts.rows) if row.label == "1")
    english, french = layouts.cells(place)
    assert french.note and not english.note
    assert english.top_of(0) == french.top_of(0) == french.above_needed > 0


def test_a_change_carries_its_number_and_reads_well(qapp: QApplication) -> None:
    laid = _laid(
        Segment(parse("promote ")),
        Segment(parse("decent"), "delete", ("D.1",)),
        Segment(parse("fair "), "insert", ("D.1",)),
        Segment(parse("work")),
    )
    assert laid.words == "promote decent\u2009fair\u00a0D.1\u00a0 work"


@pytest.mark.parametrize("by", [("floor 1",), ("D.6", "D.26"), ("D.9/S.1", "D.12")])
def test_a_number_is_never_broken_over_two_lines(qapp: QApplication, by: tuple[str, ...]) -> None:
    for width in range(110, 240, 4):
        laid = _laid(Segment(parse("the surest way ")), Segment(parse("on"), "insert", by), width=width)
        said = laid.words[laid.words.index("on") + 2 :].strip("\u00a0")
        assert said.replace("\u00a0", " ").replace("\u2060", "") == ", ".join(by)
        assert len({rect.y() for rect in laid._pill_rects}) == 1


def test_a_number_behind_a_long_word_goes_to_a_line_of_its_own(qapp: QApplication) -> None:
    for width in range(100, 240, 2):
        long = Segment(parse("responsabilidades"), "insert", ("D.10",))
        laid = _laid(Segment(parse("of ")), long, width=width)
        lines = [laid._layout.lineAt(place) for place in range(laid._layout.lineCount())]
        shown = [laid.words[each.textStart() : each.textStart() + each.textLength()] for each in lines]
        assert any("D.10" in line for line in shown), (width, shown)


def test_marks_brackets_and_footnotes_are_shown(qapp: QApplication) -> None:
    assert _laid(Segment(parse(r"a *b* [[c]] d[^1] \[e\]"))).words == "a b [c] d1 [e]"


def test_a_narrow_cell_is_taller_and_no_letter_is_lost(qapp: QApplication) -> None:
    words = "Conserver l’œuvre 𝔄 et la main-d’œuvre qualifiée " * 5
    wide, narrow = _laid(Segment(parse(words)), width=600), _laid(Segment(parse(words)), width=150)
    assert narrow.height > wide.height
    assert wide.words == narrow.words == words


def test_every_decision_that_is_offered_is_possible(desk: Desk) -> None:
    for command in (None, CallAmendment(amendment="D.1"), CallAmendment(amendment="D.4")):
        if command:
            done(desk, command)
        for amendment in desk.state.drafting.amendments.values():
            state = desk.state
            for key in (*on_the_bar(state, amendment), *in_the_menu(state, amendment)):
                assert possible(key, state, amendment)
    assert len(BY_LETTER) == sum(bool(decision.letter) for decision in DECISIONS.values())
