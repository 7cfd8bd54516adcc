"""Both ends of a hand-over in the window: a group is given its file, its coordinator prepares amendments and
hands them over, and the desk takes them in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.handing_in.window import SetDeadline
from consult_app.ui.amendments.station import AmendmentsStation
from consult_app.ui.language import Languages
from consult_app.ui.office import Office
from tests.ui.file.test_dropping import drop
from tests.ui.rooms import add_amendments, add_people, add_text, carry_out, new_desk, words_of


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    """The file of a meeting with a text in two languages, people and two amendments."""
    with new_desk(tmp_path) as desk:
        add_people(desk)
        add_text(desk)
        add_amendments(desk)
        return desk.path


@pytest.fixture
def office(qtbot: QtBot) -> Iterator[Office]:
    made = Office()
    qtbot.addWidget(made.shell)
    made.shell.resize(1366, 768)
    made.shell.show()
    qtbot.waitExposed(made.shell)
    yield made
    made.close_meeting()


def opened(qtbot: QtBot, office: Office, path: Path) -> Desk:
    """Open *path* in the window and give its desk."""
    office.open(path)
    qtbot.waitUntil(lambda: office.desk is not None and office.desk.path == path)
    assert office.desk is not None
    return office.desk


def at_amendments(office: Office) -> AmendmentsStation:
    office.shell.enter("amendments")
    station = office.shell.station("amendments")
    assert isinstance(station, AmendmentsStation)
    return station


def given(qtbot: QtBot, office: Office, meeting: Path, group: str = "workers") -> Path:
    """The file of *group*, made in the window from *meeting*."""
    opened(qtbot, office, meeting)
    target = meeting.with_name(f"{group}.consult")
    office.giving.give(group, target)
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: target.name in office.shell.banner.words)
    return target


def prepared(qtbot: QtBot, office: Office, words: str, why: str = "") -> None:
    """Prepare an amendment to paragraph 1 by the form."""
    station, desk = at_amendments(office), office.desk
    assert desk is not None
    count = len(desk.state.drafting.amendments)
    station.ask_new()
    form = station.form
    text = next(iter(desk.state.drafting.texts.values()))
    form.aim_at(next(node.id for node in text if node.text("en") == words_of(desk, "1")))
    form.words_field.setPlainText(words)
    form.why_field.setPlainText(why)
    form.attempt()
    qtbot.waitUntil(lambda: len(desk.state.drafting.amendments) == count + 1)
    newest = next(reversed(desk.state.drafting.amendments))
    qtbot.waitUntil(lambda: station.table.chosen == newest)


def handed_over(qtbot: QtBot, office: Office, path: Path) -> None:
    """Hand over everything that is ticked, as *path*."""
    station = at_amendments(office)
    station.group.ask_hand_over()
    station.group.write(path, station.group.handing_over.chosen)
    qtbot.waitUntil(lambda: path.name in station.banner.words)


def test_the_menu_offers_the_groups(qtbot: QtBot, office: Office, meeting: Path) -> None:
    opened(qtbot, office, meeting)
    office.shell.known_actions.action("file.give").trigger()
    assert office.giving.menu is not None
    named = [action.text() for action in office.giving.menu.actions()]
    assert named == [
        "● Government group",
        "● Africa group",
        "■ Employers’ group",
        "▲ Workers’ group",
    ]
    office.giving.menu.close()


def test_a_groups_file_offers_only_its_stations_and_says_whose_it_is(
    qtbot: QtBot, office: Office, meeting: Path
) -> None:
    desk = opened(qtbot, office, given(qtbot, office, meeting))
    shell = office.shell
    offered = [key for key in shell.station_names if not shell.rail.button(key).isHidden()]
    assert offered == ["amendments", "table"]
    assert shell.station_at_hand in offered
    assert "Workers’ group" in shell.windowTitle()
    assert not shell.known_actions.action("file.give").isEnabled()
    assert not shell.known_actions.action("room.show").isEnabled()
    assert not shell.known_actions.action("view.compare").isEnabled()
    station = at_amendments(office)
    assert station.head.over_button.isVisible()
    assert not station.head.file_button.isVisible()
    station.ask_new()
    by = station.form.by_field
    assert [by.itemData(at) for at in range(by.count())] == [
        "workers",
        next(p.id for p in desk.state.assembly.participants.values() if p.group == "workers"),
    ]
    # back at the desk everything is there again
    opened(qtbot, office, meeting)
    assert not any(shell.rail.button(key).isHidden() for key in shell.station_names)


def test_no_decision_of_the_meeting_is_offered_or_taken_there(
    qtbot: QtBot, office: Office, meeting: Path
) -> None:
    from consult_app.ui.table.station import TableStation

    desk = opened(qtbot, office, given(qtbot, office, meeting))
    office.shell.enter("table")
    table = office.shell.station("table")
    assert isinstance(table, TableStation)
    found = desk.state.drafting.by_number("D.1")
    assert found is not None
    table.acting.decide(found.id, "adopt")
    assert "secretariat’s desk" in table.banner.words
    assert desk.seq == 1


def test_drafts_go_from_one_end_to_the_other(
    qtbot: QtBot, office: Office, meeting: Path, tmp_path: Path
) -> None:
    hers = opened(qtbot, office, given(qtbot, office, meeting))
    one = words_of(hers, "1")
    prepared(qtbot, office, one.replace("River", "Inland"), "Wider.")
    station = at_amendments(office)
    assert hers.state.drafting.amendments[station.table.chosen].state == "draft"
    assert "Draft 1" in station.details.number.text()
    file = tmp_path / "workers.consult-amendments"
    handed_over(qtbot, office, file)
    qtbot.waitUntil(lambda: "handed over" in station.details.standing.text())
    desk = opened(qtbot, office, meeting)
    station = at_amendments(office)
    station.open_file(file)
    page = station.group.handed_over
    qtbot.waitUntil(page.accept_button.isEnabled)
    assert "Workers’ group" in page.facts.text()
    page.accept()
    qtbot.waitUntil(lambda: desk.state.drafting.by_number("D.3") is not None)
    taken = desk.state.drafting.by_number("D.3")
    assert taken is not None
    assert (taken.by, taken.justification) == ("workers", "Wider.")
    assert next(taken.word_changes()).proposed == one.replace("River", "Inland")
    # a second time there is nothing to take in, and it says so
    station.open_file(file)
    qtbot.waitUntil(lambda: "taken in already" in page.banner.words)
    assert not page.accept_button.isEnabled()


def test_a_draft_is_written_anew_with_every_field_as_it_was(
    qtbot: QtBot, office: Office, meeting: Path, tmp_path: Path
) -> None:
    hers = opened(qtbot, office, given(qtbot, office, meeting))
    one = words_of(hers, "1")
    prepared(qtbot, office, one.replace("River", "Inland"), "Wider.")
    station = at_amendments(office)
    station.table.setFocus()
    station.rewrite_at_hand()
    form = station.form
    assert form.words_field.toPlainText() == one.replace("River", "Inland")
    assert form.why_field.toPlainText() == "Wider."
    form.words_field.setPlainText(one.replace("River", "Sea"))
    form.attempt()
    qtbot.waitUntil(lambda: hers.state.drafting.by_number("draft/2") is not None)
    numbers = {a.number: a.state for a in hers.state.drafting.amendments.values()}
    assert numbers["draft/1"] == "superseded"
    assert numbers["draft/2"] == "draft"


def test_what_comes_late_asks_why(qtbot: QtBot, office: Office, meeting: Path, tmp_path: Path) -> None:
    hers = opened(qtbot, office, given(qtbot, office, meeting))
    prepared(qtbot, office, words_of(hers, "1").replace("River", "Inland"))
    file = tmp_path / "late.consult-amendments"
    handed_over(qtbot, office, file)
    desk = opened(qtbot, office, meeting)
    carry_out(desk, SetDeadline(at="2020-01-01T10:00"))
    station = at_amendments(office)
    station.open_file(file)
    page = station.group.handed_over
    qtbot.waitUntil(lambda: page.late)
    assert page.why.isVisible()
    assert not page.accept_button.isEnabled()
    page.why_field.setText("The meeting agreed.")
    qtbot.waitUntil(page.accept_button.isEnabled)
    page.accept()
    qtbot.waitUntil(lambda: desk.state.drafting.by_number("D.3") is not None)


def test_a_file_of_another_meeting_is_refused_in_words(
    qtbot: QtBot, office: Office, meeting: Path, tmp_path: Path
) -> None:
    hers = opened(qtbot, office, given(qtbot, office, meeting))
    prepared(qtbot, office, words_of(hers, "1").replace("River", "Inland"))
    file = tmp_path / "other.consult-amendments"
    handed_over(qtbot, office, file)
    (tmp_path / "other").mkdir()
    with new_desk(tmp_path / "other") as other:
        add_text(other)
        path = other.path
    opened(qtbot, office, path)
    station = at_amendments(office)
    station.open_file(file)
    page = station.group.handed_over
    qtbot.waitUntil(lambda: "another meeting" in page.banner.words)


@pytest.mark.parametrize("language", ["fr", "es"])
def test_both_ends_speak_the_language_of_the_window(
    qtbot: QtBot, office: Office, meeting: Path, language: str
) -> None:
    hers = opened(qtbot, office, given(qtbot, office, meeting))
    prepared(qtbot, office, words_of(hers, "1").replace("River", "Inland"))
    station = at_amendments(office)
    english = station.head.over_button.text(), office.shell.windowTitle()
    Languages.set(language)
    try:
        qtbot.waitUntil(lambda: station.head.over_button.text() != english[0])
        assert office.shell.windowTitle() != english[1]
        station.group.ask_hand_over()
        [box] = station.group.handing_over.boxes.values()
        assert box.text() == {"fr": "projet 1", "es": "borrador 1"}[language]
    finally:
        Languages.set("en")


def test_what_was_handed_over_is_dropped_on_the_window(
    qtbot: QtBot, office: Office, meeting: Path, tmp_path: Path
) -> None:
    hers = opened(qtbot, office, given(qtbot, office, meeting))
    prepared(qtbot, office, words_of(hers, "1").replace("River", "Inland"))
    file = tmp_path / "dropped.consult-amendments"
    handed_over(qtbot, office, file)
    # in the group's own file it is not taken in, and it says where it is
    assert drop(office, file)
    assert "secretariat’s desk" in at_amendments(office).banner.words
    opened(qtbot, office, meeting)
    office.shell.enter("table")
    assert drop(office, file)
    assert office.shell.station_at_hand == "amendments"
    qtbot.waitUntil(at_amendments(office).group.handed_over.accept_button.isEnabled)
