"""The vote panel: counted by keys, seen before it is recorded, recorded, and its sentence copied."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.meetings.people.attending import MarkPresent
from consult_app.meetings.proceedings.motions import RecordMotion
from consult_app.meetings.setting_up.rule_setting import SetRules
from consult_app.ui.language import Languages
from consult_app.ui.table.station import TableStation
from tests.ui import audit
from tests.ui.table_meeting import done, go, press, settled, shown
from tests.ui.voting.voting_meeting import counted, vote_panel, voters

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Begin = Callable[..., TableStation]
Row = tuple[int, ...]


@pytest.fixture
def begin(qtbot: QtBot, tmp_path: Path) -> Iterator[Begin]:
    """Open a meeting with so many members at paragraph 1, the amendments in focus."""
    stations: list[TableStation] = []
    desks: list[Desk] = []

    def open_it(*counts: int, rules: str = "ilc_committee") -> TableStation:
        desks.append(voters(tmp_path, *counts, rules=rules))
        station = shown(qtbot, desks[0])
        stations.append(station)
        go(station, "1")
        station.parts.list.give_focus()
        return station

    yield open_it
    for station in stations:
        station.bind(None)
    for desk in desks:
        desk.close()


GOLDEN: list[tuple[tuple[int, int, int], tuple[Row, Row, Row], str, str, str]] = [
    (
        (86, 38, 54),
        ((60, 10, 6), (0, 36), (52, 0)),
        "✓ Adopted",
        "73,264 in favour, 46,926 against, 3,078 abstaining",
        "Quorum reached: 120,190 votes, 52,942 needed",
    ),
    (
        (30, 12, 18),
        ((14, 9, 3), (0, 11), (17, 0)),
        "✓ Adopted",
        "254 in favour, 219 against, 18 abstaining",
        "Quorum reached: 473 votes, 216 needed",
    ),
    (
        (30, 12, 18),
        ((10, 6, 2), (0, 0, 12), (6, 0)),
        "▲ Void: no quorum",
        "120 in favour, 36 against, 192 abstaining",
        "Quorum not reached: 156 votes, 216 needed",
    ),
    (
        (24, 8, 8),
        ((12, 12), (0, 8), (8, 0)),
        "✕ Not adopted: the votes are equal",
        "36 in favour, 36 against, 0 abstaining",
        "Quorum reached: 72 votes, 29 needed",
    ),
    (
        (12, 12, 12),
        ((5, 4, 1), (0, 12), (11, 0)),
        "✕ Not adopted: the votes are equal",
        "16 in favour, 16 against, 1 abstaining",
        "Quorum reached: 32 votes, 15 needed",
    ),
]


@pytest.mark.parametrize(
    ("members", "rows", "outcome", "figures", "quorum"),
    GOLDEN,
    ids=["adopted in millions", "adopted", "void although for leads", "tie 24-8-8", "tie 12-12-12"],
)
def test_the_worked_examples_are_counted_while_they_are_typed(
    begin: Begin,
    members: tuple[int, int, int],
    rows: tuple[Row, Row, Row],
    outcome: str,
    figures: str,
    quorum: str,
) -> None:
    panel = vote_panel(begin(*members))
    counted(panel, *rows)
    said = panel.outcome.shown
    assert (said.outcome, said.figures, said.quorum) == (outcome, figures, quorum)


def test_an_empty_field_holds_no_figure_and_at_the_caret_no_sign(begin: Begin) -> None:
    panel = vote_panel(begin(3, 2, 1))
    fields = panel.groups.fields
    first, other = fields["government", "for"], fields["government", "against"]
    first.setFocus()
    assert (first.placeholderText(), other.placeholderText()) == ("", "\u2013")
    other.setFocus()
    assert (first.placeholderText(), other.placeholderText()) == ("\u2013", "")
    assert panel.groups.empty


def test_enter_goes_to_the_button_and_enter_there_records(begin: Begin, qtbot: QtBot) -> None:
    station = begin(86, 38, 54)
    panel = vote_panel(station)
    counted(panel, (60, 10, 6), (0, 36), (52, 0))
    panel.groups.first_field().setFocus()
    press(station, Qt.Key.Key_Return)
    assert panel.record_button.hasFocus()
    assert panel.record_button.text() == "Record: adopted"
    press(station, Qt.Key.Key_Return)
    settled(qtbot, station, lambda: bool(station.state.assembly.votes))
    [vote] = station.state.assembly.votes
    assert vote.outcome == "adopted"
    amendment = station.state.drafting.by_number("D.1")
    assert amendment is not None
    assert amendment.state == "adopted"
    qtbot.waitUntil(lambda: panel.recorded.vote is vote)
    said = panel.recorded.sentences["en"].text()
    assert said.startswith("Amendment D.1 was adopted. The vote was 73,264\u00a0in")
    assert "73\u202f264\u202fvoix" in panel.recorded.sentences["fr"].text().replace("\u00a0", "\u202f")
    press(station, Qt.Key.Key_C)
    assert "Amendment D.1 was adopted. The vote was 73,264 in" in QApplication.clipboard().text()
    press(station, Qt.Key.Key_Escape)
    assert station.parts.side.page == "amendments"
    assert station.parts.list.has_focus


def test_a_void_vote_leaves_the_amendment_under_discussion(begin: Begin, qtbot: QtBot) -> None:
    station = begin(30, 12, 18)
    panel = vote_panel(station)
    counted(panel, (10, 6, 2), (0, 0, 12), (6, 0))
    assert "A void vote decides nothing: it stays as it is." in panel.outcome.shown.remarks
    QTest.keyClick(panel.groups.first_field(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, station, lambda: bool(station.state.assembly.votes))
    amendment = station.state.drafting.by_number("D.1")
    assert amendment is not None
    assert amendment.state == "under_discussion"


def test_what_follows_is_said_before(begin: Begin) -> None:
    panel = vote_panel(begin(12, 12, 12))
    counted(panel, (12, 0), (12, 0), (12, 0))
    assert any(line.startswith("If D.1 is adopted: D.2 collides") for line in panel.outcome.shown.remarks)


def test_too_many_hands_are_said_in_the_row_of_their_group(begin: Begin) -> None:
    panel = vote_panel(begin(12, 5, 5))
    counted(panel, (1, 0), (0, 12), (1, 0))
    wrong = panel.groups.fields["employers", "against"]
    assert wrong.property("invalid") == "true"
    assert "12 hands were counted, but 5 members" in wrong.accessibleDescription()
    assert panel.groups.fields["workers", "for"].property("invalid") == "false"
    assert panel.foreseen.vote is None
    field = panel.groups.fields["employers", "against"]
    field.setFocus()
    QTest.keyClicks(field, "5")
    assert wrong.property("invalid") == "false"
    assert panel.outcome.shown.outcome == "✕ Not adopted"


def test_nothing_counted_yet_says_only_the_quorum(begin: Begin) -> None:
    panel = vote_panel(begin(86, 38, 54))
    assert panel.outcome.shown.spoken == "Quorum needed: 52,942 of 132,354 votes."
    assert panel.record_button.text() == "Record"


def test_escape_leaves_and_nothing_is_recorded(begin: Begin) -> None:
    station = begin(12, 12, 12)
    panel = vote_panel(station)
    counted(panel, (1, 0))
    press(station, Qt.Key.Key_Escape)
    assert station.parts.side.page == "amendments"
    assert station.state.assembly.votes == ()
    again = vote_panel(station)
    assert again is panel
    assert again.entry.empty


def test_a_count_that_is_left_for_a_moment_is_gone_on_with(begin: Begin) -> None:
    station = begin(12, 12, 12)
    panel = vote_panel(station)
    counted(panel, (7, 0))
    panel.record_button.setFocus()
    press(station, "V")
    assert panel.groups.fields["government", "for"].text() == "7"
    panel.record_button.setFocus()
    press(station, "L")
    assert station.parts.side.page == "speakers"
    station.parts.text.setFocus()
    press(station, "V")
    assert station.parts.side.page == "vote"
    assert panel.groups.fields["government", "for"].text() == "7"
    go(station, "2(i)")
    station.side_acting.to_amendments()
    again = vote_panel(station)
    assert again.matter.kind == "node"
    assert again.entry.empty


def test_a_record_vote_by_name_with_the_rest_of_the_group(begin: Begin, qtbot: QtBot) -> None:
    station = begin(4, 2, 3)
    panel = vote_panel(station)
    panel.method.button("record_vote").click()
    names = panel.names
    names.table.setFocus()
    QTest.keyClick(names.table, Qt.Key.Key_F)
    QTest.keyClick(names.table, Qt.Key.Key_A)
    QTest.keyClick(names.table, Qt.Key.Key_B)
    assert [member.choice for member in names.members][:4] == ["for", "against", "abstaining", ""]
    names.table.choose(next(each.id for each in names.members if each.group == "workers"))
    QTest.keyClick(names.table, Qt.Key.Key_F, Qt.KeyboardModifier.ShiftModifier)
    assert [each.choice for each in names.members if each.group == "workers"] == ["for"] * 3
    QTest.keyClick(names.table, Qt.Key.Key_Delete)
    assert [each.choice for each in names.members if each.group == "workers"].count("") == 1
    QTest.keyClick(names.table, Qt.Key.Key_F)
    assert panel.outcome.shown.figures == "15 in favour, 3 against, 3 abstaining"
    QTest.keyClick(names.table, Qt.Key.Key_Return)
    assert panel.record_button.hasFocus()
    press(station, Qt.Key.Key_Return)
    settled(qtbot, station, lambda: bool(station.state.assembly.votes))
    [vote] = station.state.assembly.votes
    assert vote.method == "record_vote"
    assert len(vote.names) == 6


def test_no_part_of_a_narrow_panel_is_out_of_reach(begin: Begin) -> None:
    station = begin(20, 10, 10)
    panel = vote_panel(station)
    panel.method.button("record_vote").click()
    station.parts.side.setFixedWidth(300)
    for language in ("en", "fr", "es"):
        Languages.set(language)
        for _turn in range(3):
            QApplication.processEvents()
        assert audit.cut(panel) == audit.misplaced(panel) == []


def test_members_present_come_first_and_the_search_finds(begin: Begin) -> None:
    station = begin(3, 3, 3)
    done(station.desk, MarkPresent(participants=("Workers 2", "Government 3")))
    panel = vote_panel(station)
    panel.method.button("record_vote").click()
    assert [each.name for each in panel.names.members][:2] == ["Government 3", "Workers 2"]
    assert [each.present for each in panel.names.members].count(True) == 2
    panel.names.search.setFocus()
    QTest.keyClicks(panel.names.search, "work 3")
    assert [each.name for each in panel.names.model.rows] == ["Workers 3"]
    QTest.keyClick(panel.names.search, Qt.Key.Key_Return)
    assert panel.names.table.hasFocus()
    QTest.keyClick(panel.names.table, Qt.Key.Key_A)
    assert panel.names.tally == {panel.names.model.rows[0].id: "against"}


def test_the_paragraph_where_no_amendment_is_pending(begin: Begin, qtbot: QtBot) -> None:
    station = begin(12, 12, 12)
    go(station, "2(i)")
    station.parts.text.setFocus()
    panel = vote_panel(station)
    assert panel.matter.kind == "node"
    counted(panel, (12, 0), (12, 0), (12, 0))
    panel.record_button.click()
    settled(qtbot, station, lambda: bool(station.state.assembly.votes))
    assert station.current_node.closed


def test_a_subject_of_its_own_needs_its_words(begin: Begin, qtbot: QtBot) -> None:
    station = begin(12, 12, 12)
    panel = vote_panel(station)
    free = [matter.kind for matter in panel._matters].index("free")
    panel.matter_box.setCurrentIndex(free)
    panel.matter_box.activated.emit(free)
    assert panel.subject.hasFocus()
    counted(panel, (12, 0), (12, 0), (12, 0))
    panel.record_button.click()
    assert panel.subject_row.problem == "Say what is voted on."
    panel.subject.setFocus()
    QTest.keyClicks(panel.subject, "The programme of work")
    panel.record_button.click()
    settled(qtbot, station, lambda: bool(station.state.assembly.votes))
    assert station.state.assembly.votes[0].subject.label == "The programme of work"


def test_an_election_goes_into_a_second_round(begin: Begin, qtbot: QtBot) -> None:
    station = begin(4, 4, 4)
    panel = vote_panel(station)
    at = [matter.kind for matter in panel._matters].index("election")
    panel.matter_box.setCurrentIndex(at)
    panel.matter_box.activated.emit(at)
    assert panel.chosen_method == "secret_ballot"
    QTest.keyClicks(panel.subject, "Reporter")
    panel.ballots.more.click()
    for (who, papers), (name, votes) in zip(
        panel.ballots.candidates, (("A. Vey", "5"), ("B. Rask", "4"), ("C. Onda", "2")), strict=True
    ):
        QTest.keyClicks(who, name)
        QTest.keyClicks(papers, votes)
    QTest.keyClicks(panel.ballots.invalid, "1")
    assert panel.outcome.shown.outcome == "▲ Next round: A. Vey and B. Rask"
    panel.record_button.click()
    settled(qtbot, station, lambda: bool(station.state.assembly.votes))
    qtbot.waitUntil(lambda: panel.recorded.vote is not None)
    assert not panel.recorded.round_button.isHidden()
    panel.recorded.round_button.click()
    assert [who.text() for who, _ in panel.ballots.candidates] == ["A. Vey", "B. Rask"]
    for (_, papers), votes in zip(panel.ballots.candidates, "84", strict=True):
        QTest.keyClicks(papers, votes)
    assert panel.outcome.shown.outcome == "✓ Elected: A. Vey"


def test_two_amendments_put_against_each_other(begin: Begin) -> None:
    station = begin(12, 12, 12)
    panel = vote_panel(station)
    at = next(place for place, matter in enumerate(panel._matters) if matter.other)
    panel.matter_box.setCurrentIndex(at)
    panel.matter_box.activated.emit(at)
    assert panel.groups.fields["workers", "against"].accessibleName() == "Workers, D.2"
    counted(panel, (3, 9), (0, 12), (12, 0))
    assert panel.outcome.shown.outcome == "✓ Preferred: D.2"
    assert panel.outcome.shown.figures.startswith("15 for D.1, 21 for D.2")


def test_equal_votes_wait_for_the_chair_where_the_rules_say_so(begin: Begin) -> None:
    station = begin(12, 12, 12)
    done(station.desk, SetRules(changes={"decision": {"tie": "chair"}}, reason="agreed"))
    panel = vote_panel(station)
    counted(panel, (0, 0), (0, 12), (12, 0))
    assert not panel.declared_row.isHidden()
    assert "say what the Chairperson declared" in panel.declared_row.problem
    panel.declared.setCurrentIndex(1)
    panel.declared.activated.emit(1)
    assert panel.outcome.shown.outcome.startswith("✓ Adopted")


def test_a_motion_is_put_to_the_vote(begin: Begin, qtbot: QtBot) -> None:
    station = begin(12, 12, 12)
    done(station.desk, RecordMotion(kind="closure", by="workers", seconded_by="government"))
    station.side_acting.vote_on_motion("M.1")
    panel = station.parts.side.vote
    assert panel.matter.words == "M.1 Closure of the debate: seconded"
    counted(panel, (0, 12), (0, 12), (12, 0))
    panel.record_button.click()
    settled(qtbot, station, lambda: bool(station.state.assembly.votes))
    [motion] = station.state.assembly.motions.values()
    assert motion.state == "lost"


def test_nobody_registered_is_asked_and_recorded_all_the_same(begin: Begin, qtbot: QtBot) -> None:
    station = begin(0, 0, 0, rules="technical_2019")
    panel = vote_panel(station)
    counted(panel, (5, 1), (5, 0), (0, 5))
    assert any("Nobody is registered" in remark for remark in panel.outcome.shown.remarks)
    panel.record_button.click()
    settled(qtbot, station, lambda: not station.banner.isHidden())
    press(station, Qt.Key.Key_Return)
    settled(qtbot, station, lambda: bool(station.state.assembly.votes))


def test_the_words_follow_the_language_and_the_count_stays(begin: Begin, qtbot: QtBot) -> None:
    station = begin(86, 38, 54)
    panel = vote_panel(station)
    counted(panel, (60, 10, 6), (0, 36), (52, 0))
    Languages.set("fr")
    qtbot.waitUntil(lambda: panel.outcome.shown.outcome == "✓ Adopté")
    assert panel.groups.fields["government", "for"].text() == "60"
