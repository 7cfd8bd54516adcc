"""The Governing Body paper in the window: filled in by language, kept in one row, refused at the symbol."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.ui.language import Languages
from consult_app.ui.meeting.governing_body_form import GoverningBodyForm
from consult_app.ui.meeting.station import MeetingStation
from tests.ui.audit import nameless
from tests.ui.rooms import new_desk, shown


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


@pytest.fixture
def form(qtbot: QtBot, desk: Desk) -> Iterator[GoverningBodyForm]:
    station = MeetingStation()
    shown(qtbot, station, desk)
    station.show_section("governing_body")
    yield station.governing_body


def test_what_is_filled_in_by_language_is_kept_in_one_row(
    form: GoverningBodyForm, desk: Desk, qtbot: QtBot
) -> None:
    assert not form.keep.isEnabled()
    QTest.keyClicks(form.symbol, "GB.359/POL/3")
    form.month.setDate(QDate(2027, 3, 14))
    QTest.keyClicks(form.lines["outcome"], "Outcome 1.")
    form.language.button("fr").click()
    assert form.lines["outcome"].text() == ""
    QTest.keyClicks(form.lines["outcome"], "Produit 1.")
    form.paragraphs["background"].setPlainText("Un.\n\nDeux.")
    form.language.button("en").click()
    assert form.lines["outcome"].text() == "Outcome 1."
    form.acts["endorse"].setChecked(True)
    before = desk.seq
    QTest.keyClick(form.symbol, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.seq == before + 1)
    paper = desk.state.assembly.governing_body
    assert (paper.symbol, paper.session_month) == ("GB.359/POL/3", "2027-03")
    assert paper.outcome == {"en": "Outcome 1.", "fr": "Produit 1."}
    assert paper.background == {"fr": "Un.\n\nDeux."}
    assert "endorse" in paper.acts
    qtbot.waitUntil(lambda: not form.keep.isEnabled())


def test_a_wrong_symbol_is_refused_beside_it(form: GoverningBodyForm, desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(form.symbol, "GB.359")
    form.keep.click()
    qtbot.waitUntil(lambda: bool(form.rows["symbol"].problem))
    assert "not a symbol of the Governing Body" in form.rows["symbol"].problem
    form.back.click()
    assert form.symbol.text() == ""
    assert form.rows["symbol"].problem == ""
    assert not form.keep.isEnabled()


def test_what_is_derived_is_shown_where_nothing_is_entered(form: GoverningBodyForm) -> None:
    assert form.lines["title"].placeholderText() == "Report of the River ports"
    form.language.button("es").click()
    assert form.lines["legal"].placeholderText() == "Ninguna."


def test_every_field_has_a_name_in_every_language(form: GoverningBodyForm) -> None:
    try:
        for language in ("fr", "es", "en"):
            Languages.set(language)
            assert nameless(form) == []
    finally:
        Languages.set("en")
