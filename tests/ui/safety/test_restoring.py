"""Words found after a crash come back in the very editor or form that they were written in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.floor import CallAmendment
from consult_app.drafting.handing_in.importing import ImportText, ReadNode
from consult_app.drafting.translation.translating import EditWording
from consult_app.ui.languages.station import LanguagesStation
from consult_app.ui.office import Office
from tests.ui.audit import nameless
from tests.ui.safety.crashed import (
    crashed,
    desk_of,
    editor_at,
    editor_of,
    found_in,
    kept,
    killed,
    opened,
    table_of,
    wait_for,
)
from tests.ui.table_meeting import done, go, number


def test_words_are_restored_in_the_very_editor(qtbot: QtBot, office: Office) -> None:
    editor = editor_at(office, "2(ii)")
    editor.choose("workers")
    editor.set_words("report every sec")
    again = crashed(qtbot, office)
    found = found_in(qtbot, again)
    assert nameless(found) == []
    found.take_focus()
    QTest.keyClick(found.restore, Qt.Key.Key_Return)
    assert again.shell.station_at_hand == "table"
    station, editor = table_of(again), editor_of(again)
    assert station.reading is not None
    assert station.reading.label(station.node_at_hand) == "2(ii)"
    assert (editor.words, editor.by, editor.changed) == ("report every sec", "workers", True)
    assert again.shell.banner.words.startswith("Restored")
    assert found.isHidden()
    again.safety.look()
    # what is being written stands in the file, what was found does not any more
    assert [each.place for each in kept(again)] == [f"table:wording:{station.node_at_hand}:en"]


def test_words_in_a_column_that_is_not_shown_bring_it_back(qtbot: QtBot, office: Office) -> None:
    station = table_of(office)
    station.parts.languages.choose("en", "fr")
    station.parts.shown_otherwise.emit()
    station.parts.text.take_language("fr")
    editor_at(office, "2(ii)").set_words("faire rapport tous les")
    copy = killed(qtbot, office)
    office.shell.close()
    again = opened(qtbot, copy)
    table_of(again).parts.languages.choose("en")
    table_of(again).parts.shown_otherwise.emit()
    found_in(qtbot, again).restore.click()
    assert table_of(again).parts.codes == ("en", "fr")
    assert editor_of(again).words == "faire rapport tous les"


def test_it_is_said_when_what_they_were_written_on_has_changed(qtbot: QtBot, office: Office) -> None:
    editor_at(office, "2(ii)").set_words("report every sec")
    copy = killed(qtbot, office)
    office.shell.close()
    with Desk.open(copy) as desk:
        done(
            desk,
            EditWording(node="2(ii)", language="en", text="report each year.", by="office", editorial=True),
        )
    again = opened(qtbot, copy)
    found_in(qtbot, again).restore.click()
    assert editor_of(again).words == "report every sec"
    assert "has changed since" in again.shell.banner.words


def test_the_reason_of_a_decision_and_a_subamendment_come_back(qtbot: QtBot, office: Office) -> None:
    done(desk_of(office), CallAmendment(amendment="D.1"))
    station = table_of(office)
    go(station, "1")
    wait_for(qtbot, lambda: station.state is station.shown)
    station.acting.decide(number(station, "D.1"), "subamend")
    editor_of(office).choose("employers")
    editor_of(office).set_words("The Office should promote fair work.")
    again = crashed(qtbot, office)
    found = found_in(qtbot, again)
    assert "D.1" in found.words.text()
    found.restore.click()
    assert (editor_of(again).words, editor_of(again).by) == (
        "The Office should promote fair work.",
        "employers",
    )


def test_words_in_another_text_bring_it_to_hand(qtbot: QtBot, office: Office) -> None:
    resolution = ReadNode("paragraph", "Ports matter.", enumeration="arabic")
    done(desk_of(office), ImportText(language="en", nodes=(resolution,), kind="resolution"))
    station = table_of(office)
    wait_for(qtbot, lambda: len(station.state.drafting.texts) == 2)
    first, second = station.state.drafting.texts
    station.choose_text(second)
    editor_at(office, "1").set_words("Ports matter a lo")
    again = crashed(qtbot, office)
    station = table_of(again)
    station.choose_text(first)
    found_in(qtbot, again).restore.click()
    assert station.text.id == second
    assert editor_of(again).words == "Ports matter a lo"


def test_words_begun_at_the_languages_come_back(qtbot: QtBot, office: Office) -> None:
    office.shell.enter("languages")
    station = office.shell.station("languages")
    assert isinstance(station, LanguagesStation)
    work = station.work
    wait_for(qtbot, lambda: work.task is not None)
    work.field.put("Réunie à Genève en 2026,")
    again = crashed(qtbot, office)
    found = found_in(qtbot, again)
    assert "no longer" not in found.words.text()
    found.restore.click()
    station = again.shell.station("languages")
    assert isinstance(station, LanguagesStation)
    assert station.work.field.words == "Réunie à Genève en 2026,"


def test_other_words_that_are_being_written_are_never_written_over(qtbot: QtBot, office: Office) -> None:
    editor_at(office, "2(ii)").set_words("report every sec")
    again = crashed(qtbot, office)
    found = found_in(qtbot, again)
    editor_at(again, "2(ii)").set_words("something else")
    again.safety.look()
    assert {each.words for each in kept(again)} == {"report every sec", "something else"}
    found.restore.click()
    assert editor_of(again).words == "something else"
    assert "first" in again.shell.banner.words
    assert found.isVisible()
