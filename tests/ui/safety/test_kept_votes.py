"""A vote that is being counted comes back: after a crash, after Esc, when another vote is opened."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.meetings.people.people import RegisterParticipant
from consult_app.ui.office import Office
from consult_app.ui.voting.panel import VotePanel
from tests.ui.safety.crashed import crashed, desk_of, found_in, kept, table_of, wait_for
from tests.ui.table_meeting import done, go

BACK = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def panel(qtbot: QtBot, office: Office) -> VotePanel:
    """The vote panel open on D.1, two more members on the list."""
    desk = desk_of(office)
    for name, group in (("Tove Dahl-Orr", "employers"), ("Bram Vesper", "workers")):
        done(desk, RegisterParticipant(name=name, role="member", group=group))
    table = table_of(office)
    wait_for(qtbot, lambda: table.state is table.shown)
    go(table, "1")
    table.side_acting.to_amendments()
    table.side_acting.vote()
    return table.parts.side.vote


def by_name(panel: VotePanel) -> dict[str, str]:
    """Three votes by name."""
    panel.method.button("record_vote").click()
    panel.names.table.setFocus()
    for letter in "FAB":
        QTest.keyClick(panel.names.table, letter)  # type: ignore[call-overload]
    return {member.id: member.choice for member in panel.names.members if member.choice}


def panel_of(office: Office) -> VotePanel:
    """The vote panel, which is in sight."""
    side = table_of(office).parts.side
    assert side.page == "vote"
    return side.vote


def test_votes_by_name_come_back_after_a_crash(qtbot: QtBot, office: Office, panel: VotePanel) -> None:
    votes = by_name(panel)
    matter = panel.matter
    assert len(votes) == 3
    again = crashed(qtbot, office)
    found = found_in(qtbot, again)
    assert "Vote: D.1" in found.words.text()
    assert ": For" in found.words.text()
    found.restore.click()
    panel = panel_of(again)
    assert panel.names.tally == votes
    assert (panel.matter.key, panel.chosen_method) == (matter.key, "record_vote")
    QTest.keyClick(panel.names.table, "F")  # type: ignore[call-overload]
    assert len(panel.names.tally) == 4


def test_esc_loses_no_vote(qtbot: QtBot, office: Office, panel: VotePanel) -> None:
    votes = by_name(panel)
    QTest.keyClick(panel.names.table, Qt.Key.Key_Escape)
    station = table_of(office)
    assert station.parts.side.page == "amendments"
    found_in(qtbot, office)
    QTest.keyClick(office.shell.focusWidget(), Qt.Key.Key_U, BACK)
    assert panel_of(office).names.tally == votes


def test_hands_and_papers_come_back(qtbot: QtBot, office: Office, panel: VotePanel) -> None:
    panel.groups.fields["employers", "against"].setText("12")
    panel.groups.changed.emit()
    paper = panel.paper
    again = crashed(qtbot, office)
    found_in(qtbot, again).restore.click()
    assert panel_of(again).paper == paper
    panel = panel_of(again)
    keys = [matter.kind for matter in panel._matters]
    panel.matter_box.setCurrentIndex(keys.index("election"))
    panel.matter_box.activated.emit(keys.index("election"))
    panel.subject.setText("Reporter")
    (who, papers), *_ = panel.ballots.candidates
    who.setText("Tove Dahl-Orr")
    papers.setText("7")
    panel.ballots.invalid.setText("1")
    paper = panel.paper
    later = crashed(qtbot, again)
    found_in(qtbot, later).restore.click()
    assert panel_of(later).paper == paper


def test_another_vote_does_not_take_the_place_of_one_that_was_begun(
    qtbot: QtBot, office: Office, panel: VotePanel
) -> None:
    votes = by_name(panel)
    table = table_of(office)
    table.side_acting.to_amendments()
    go(table, "2(i)")
    table.side_acting.vote()
    found = found_in(qtbot, office)
    assert "Vote: D.1" in found.words.text()
    QTest.keyClick(office.shell.focusWidget(), Qt.Key.Key_U, BACK)
    assert panel_of(office).names.tally == votes


def test_a_vote_that_is_recorded_leaves_nothing(qtbot: QtBot, office: Office, panel: VotePanel) -> None:
    panel.groups.fields["employers", "for"].setText("1")
    panel.groups.changed.emit()
    before = desk_of(office).seq
    panel.record_asked.emit()
    wait_for(qtbot, lambda: desk_of(office).seq > before and panel.pages.currentIndex() == 1)
    QTest.keyClick(panel.recorded.done_button, Qt.Key.Key_Escape)
    qtbot.wait(20)
    assert office.safety.found is None
    assert kept(office) == []
