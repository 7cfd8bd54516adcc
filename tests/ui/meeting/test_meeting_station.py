"""The Meeting station: data, sittings, the import with its repairs, the reviser's signature."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consult_app import sample
from consult_app.desk import Desk
from consult_app.ui.language import Languages
from consult_app.ui.meeting.amendments_window import window_words
from consult_app.ui.meeting.station import MeetingStation
from consult_app.ui.meeting.text_card import completeness
from consult_app.ui.parts.controls import Label
from tests.ui.audit import nameless
from tests.ui.rooms import add_text, focus, new_desk, shown

DRAFT = """Conclusions

The Meeting on River Ports,

Adopts the following conclusions:

1. The Office should:

(i) report on river

ports; and

(ii) publish.

2. The Meeting invites everybody.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> MeetingStation:
    made = MeetingStation()
    shown(qtbot, made, desk)
    return made


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.en.txt"
    path.write_text(DRAFT, "utf-8")
    return path


def test_what_is_changed_is_kept_in_one_row(station: MeetingStation, desk: Desk, qtbot: QtBot) -> None:
    form = station.form
    assert not form.keep.isEnabled()
    focus(qtbot, station, form.symbol)
    QTest.keyClicks(form.symbol, "TTM/2026")
    form.fields["place", "fr"].setText("Genève")
    form.begins.setDate(QDate(2026, 11, 2))
    form.ends.setDate(QDate(2026, 11, 6))
    before = desk.seq
    QTest.keyClick(form.symbol, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.seq == before + 1)
    meeting = desk.state.assembly.meeting
    assert (meeting.symbol, meeting.place["fr"]) == ("TTM/2026", "Genève")
    assert (meeting.begins, meeting.ends) == ("2026-11-02", "2026-11-06")
    assert meeting.titles["en"] == "River ports"
    qtbot.waitUntil(lambda: not form.keep.isEnabled())


def test_days_in_the_wrong_order_are_refused_beside_them(
    station: MeetingStation, desk: Desk, qtbot: QtBot
) -> None:
    station.form.begins.setDate(QDate(2026, 11, 6))
    station.form.ends.setDate(QDate(2026, 11, 2))
    station.form.attempt()
    qtbot.waitUntil(lambda: "before it begins" in station.form.ends_row.problem)
    station.form.put_back()
    assert station.form.ends_row.problem == ""
    assert station.form.changed() is None


def test_what_is_typed_survives_a_change_from_elsewhere(
    station: MeetingStation, desk: Desk, qtbot: QtBot
) -> None:
    from consult_app.meetings.setting_up.particulars import SetMeeting

    station.form.fields["titles", "fr"].setText("Ports fluviaux")
    desk.perform(SetMeeting(symbol="X/1")).result()
    qtbot.waitUntil(lambda: station.form.symbol.text() == "X/1")
    assert station.form.fields["titles", "fr"].text() == "Ports fluviaux"


def test_the_sections_are_reached_by_key(station: MeetingStation, desk: Desk, qtbot: QtBot) -> None:
    focus(qtbot, station, station.form.symbol)
    for key, section in (
        (Qt.Key.Key_2, "rules"),
        (Qt.Key.Key_3, "agenda"),
        (Qt.Key.Key_4, "sittings"),
        (Qt.Key.Key_1, "data"),
    ):
        QTest.keyClick(station.focusWidget(), key, Qt.KeyboardModifier.AltModifier)
        assert station.section == section
        qtbot.waitUntil(station.first_focus().hasFocus)
        assert nameless(station) == []


def test_a_sitting_is_opened_and_closed_only_after_the_question(
    station: MeetingStation, desk: Desk, qtbot: QtBot
) -> None:
    station.show_section("sittings")
    card = station.sittings.card
    card.open_plenary.click()
    qtbot.waitUntil(lambda: "Sitting 1 (plenary) is open" in card.now.text())
    assert not card.open_plenary.isVisible()
    card.close_button.click()
    assert "cannot be undone" in station.banner.words
    assert [sitting.closed == "" for sitting in desk.state.assembly.sittings] == [True]
    station.banner.acted.emit()
    qtbot.waitUntil(lambda: card.open_plenary.isVisible())
    assert [sitting.closed == "" for sitting in desk.state.assembly.sittings] == [False]
    assert [row.state for row in station.sittings.model.rows] == ["held"]


def test_a_text_is_previewed_repaired_and_imported(
    station: MeetingStation, desk: Desk, draft: Path, qtbot: QtBot
) -> None:
    assert station.first_focus() is station.text.import_button
    station.preview(draft)
    page = station.importing
    qtbot.waitUntil(lambda: page.parsed is not None)
    assert page.language.selection == ("en",)
    assert page.repairs.topLevelItemCount() == 1
    assert page.repairs_title.text() == "1 repair; untick what should stay as it stood"
    paragraph = page.tree.findItems("1. The Office should:", Qt.MatchFlag.MatchExactly)[0]
    items = [paragraph.child(at) for at in range(paragraph.childCount())]
    assert [item.text(0) for item in items if item] == ["(i) report on river ports; and", "(ii) publish."]
    page.accept_button.click()
    qtbot.waitUntil(lambda: station.pages.currentWidget() is not page)
    text = desk.state.drafting.texts["conclusions"]
    assert text.languages == ("en",)
    qtbot.waitUntil(lambda: "Office draft" in station.text.standing.text())
    assert "not open yet" in window_words(text, datetime.now(UTC))


def test_a_text_that_needs_no_repair_is_said_to_need_none(
    station: MeetingStation, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("Conclusions\n\n1. The Office should report.\n", "utf-8")
    station.preview(path)
    page = station.importing
    qtbot.waitUntil(lambda: page.parsed is not None)
    assert page.repairs_title.text() == "Nothing had to be repaired"


def test_a_repair_may_be_left_undone_and_made_again(
    station: MeetingStation, draft: Path, qtbot: QtBot
) -> None:
    station.preview(draft)
    page = station.importing
    qtbot.waitUntil(lambda: page.parsed is not None)
    made = page.parsed
    assert made is not None
    item = page.repairs.topLevelItem(0)
    assert item is not None
    page.repairs.setCurrentItem(item)
    assert "→" in page.detail.text()
    item.setCheckState(0, Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: page.parsed is not None and len(page.parsed.nodes) > len(made.nodes))
    again = page.repairs.topLevelItem(0)
    assert again is not None
    assert again.checkState(0) == Qt.CheckState.Unchecked
    again.setCheckState(0, Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: page.parsed == made)


def test_a_file_that_is_no_text_is_said_to_be_none(
    station: MeetingStation, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-1.7 nothing")
    station.preview(path)
    qtbot.waitUntil(lambda: ".docx" in station.importing.banner.words)
    assert not station.importing.accept_button.isEnabled()
    QTest.keyClick(station.importing.repairs, Qt.Key.Key_Escape)
    assert station.pages.currentWidget() is not station.importing


def test_a_second_language_is_offered_and_one_that_differs_refused(
    station: MeetingStation, desk: Desk, draft: Path, qtbot: QtBot
) -> None:
    add_text(desk, ("en",))
    qtbot.waitUntil(lambda: not station.importing.language.button("en").isEnabled())
    station.preview(draft)
    assert station.importing.language.selection == ("fr",)
    qtbot.waitUntil(lambda: station.importing.parsed is not None)
    station.importing.accept()
    qtbot.waitUntil(lambda: "same structure" in station.banner.words)
    station.preview(sample.folder() / "draft.es.txt")
    assert station.importing.language.selection == ("es",)
    qtbot.waitUntil(lambda: station.importing.parsed is not None)
    station.importing.accept()
    qtbot.waitUntil(lambda: "es" in desk.state.drafting.texts["conclusions"].languages)


def test_a_reviser_signs_a_language(station: MeetingStation, desk: Desk, qtbot: QtBot) -> None:
    add_text(desk)
    qtbot.waitUntil(lambda: "fr" in station.text.sign_buttons)
    text = desk.state.drafting.texts["conclusions"]
    assert completeness(text, "en") == "the original, complete"
    assert completeness(text, "es") == "not imported"
    assert "not signed" in completeness(text, "fr")
    QApplication.processEvents()
    names = [each for each in station.text.findChildren(Label) if each.property("role") == "strong"]
    middles = sorted(each.geometry().center().y() for each in names)
    assert middles[1] - middles[0] == middles[2] - middles[1]
    station.text.sign_buttons["fr"].click()
    focus(qtbot, station, station.text.reviser)
    QTest.keyClicks(station.text.reviser, "Odile Garnier")
    QTest.keyClick(station.text.reviser, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: completeness(desk.state.drafting.texts["conclusions"], "fr") == "complete and signed"
    )
    qtbot.waitUntil(lambda: station.text.sign_buttons == {})


def test_every_control_has_a_name_and_the_language_may_change(
    station: MeetingStation, desk: Desk, draft: Path, qtbot: QtBot
) -> None:
    add_text(desk, ("en",))
    assert nameless(station) == []
    station.preview(draft)
    qtbot.waitUntil(lambda: station.importing.parsed is not None)
    assert nameless(station) == []
    Languages.set("fr")
    qtbot.waitUntil(lambda: "technique tripartite" in station.rules.name.text())
