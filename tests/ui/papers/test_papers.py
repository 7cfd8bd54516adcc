"""The Papers station: the register of documents, symbols and ISBNs checked while they are typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.meetings.kept.document import Document
from consult_app.meetings.papers.documents import RegisterDocument
from consult_app.ui.language import Languages
from consult_app.ui.papers.model import natural
from consult_app.ui.papers.station import PapersStation
from consult_app.ui.papers.symbol_words import symbol_words
from consult_app.ui.stations import PLANS
from consult_app.ui.undo_words import undo_words
from tests.ui.audit import nameless
from tests.ui.rooms import carry_out, focus, new_desk, shown

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> PapersStation:
    made = PapersStation()
    shown(qtbot, made, desk)
    return made


def add_four(desk: Desk) -> None:
    carry_out(
        desk,
        RegisterDocument(symbol="GB.319/POL/10", titles={"en": "Follow-up"}),
        RegisterDocument(
            symbol="GB.319/POL/2", titles={"en": "Outcome", "fr": "Résultats"}, date="2013-10-16"
        ),
        RegisterDocument(symbol="A/68/190", titles={"en": "Migration"}),
        RegisterDocument(titles={"en": "Ports of the world"}, kind="publication"),
    )


def only(desk: Desk) -> Document:
    (found,) = desk.state.assembly.documents.values()
    return found


def test_the_station_stands_between_people_and_amendments() -> None:
    assert [plan.key for plan in PLANS[:4]] == ["meeting", "people", "papers", "amendments"]


@pytest.mark.parametrize(
    ("typed", "said", "possible"),
    [
        ("", "", True),
        ("GB.319/POL/2", "Governing Body, 319th Session, section POL, item 2", True),
        (
            "gb. 316 / pv (& corr.)",
            "GB.316/PV(&Corr.): Governing Body, 316th Session, minutes, corrigendum",
            True,
        ),
        (
            "GB.317/INS/13/2/D5",
            "Governing Body, 317th Session, section INS, item 13/2, draft decision 5",
            True,
        ),
        ("GB.319/POL", "names no item", False),
        ("A/68/190", "United Nations document", True),
        ("TTMLM/2013/14(Rev.1)", "Document of the meeting TTMLM, revision 1", True),
        ("no symbol!", "Follows no form of symbol known here; it is kept as it is.", True),
    ],
    ids=["empty", "item", "minutes", "draft_decision", "no_item", "united_nations", "meeting", "unknown"],
)
def test_a_symbol_says_what_it_is(typed: str, said: str, possible: bool) -> None:
    words, can_be = symbol_words(typed)
    assert can_be is possible
    assert words == said if possible else said in words


@pytest.mark.parametrize(
    ("window", "said"),
    [("en", "319th Session"), ("fr", "319e session"), ("es", "319.ª reunión")],
    ids=["english", "french", "spanish"],
)
def test_the_session_is_said_as_the_house_writes_it(
    station: PapersStation, desk: Desk, qtbot: QtBot, window: str, said: str
) -> None:
    add_four(desk)
    qtbot.waitUntil(lambda: len(station.model.rows) == 4)
    Languages.set(window)
    station.table.choose(next(i for i, d in desk.state.assembly.documents.items() if d.session))
    qtbot.waitUntil(lambda: said in station.details.kind.text().splitlines())


def test_symbols_stand_in_the_order_of_their_numbers(
    station: PapersStation, desk: Desk, qtbot: QtBot
) -> None:
    add_four(desk)
    qtbot.waitUntil(lambda: len(station.model.rows) == 4)
    assert [row.symbol for row in station.model.rows] == ["A/68/190", "GB.319/POL/2", "GB.319/POL/10", ""]
    assert natural("GB.9/X") < natural("GB.10/X")


def test_a_document_is_registered_by_keys(station: PapersStation, desk: Desk, qtbot: QtBot) -> None:
    assert station.lists.currentWidget() is station.empty
    assert nameless(station) == []
    focus(qtbot, station, station.first_focus())
    QTest.keyClick(station.first_focus(), Qt.Key.Key_N)
    form = station.form
    qtbot.waitUntil(form.symbol.hasFocus)
    QTest.keyClicks(form.symbol, "TTMLM/2013")
    assert form.rows["symbol"].problem == ""
    QTest.keyClick(form.symbol, Qt.Key.Key_Tab)
    QTest.keyClicks(form.titles["en"], "Labour migration")
    field = form.isbn.fields["en", "print"]
    QTest.keyClicks(field.field, "978-92-2-127890")
    assert field.offered == "9789221278900"
    assert field.take.text() == "Check digit: 0"
    field.take.click()
    assert field.field.text() == "978-92-2-127890-0"
    assert form.ticks["en"].isChecked()
    assert nameless(station) == []
    form.date.setDate(QDate(2013, 11, 4))
    QTest.keyClick(form.symbol, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(desk.state.assembly.documents) == 1)
    found = only(desk)
    assert (found.symbol, found.titles, found.date) == (
        "TTMLM/2013",
        {"en": "Labour migration"},
        "2013-11-04",
    )
    assert found.isbn == {"en": {"print": "9789221278900"}}
    assert found.languages == ("en",)
    qtbot.waitUntil(lambda: station.side.currentWidget() is station.details)
    assert station.table.chosen == found.id
    assert "978-92-2-127890-0" in station.details.isbn.text()


def test_a_wrong_check_digit_and_language_are_said(station: PapersStation, qtbot: QtBot) -> None:
    station.ask_document()
    field = station.form.isbn.fields["fr", "web"]
    QTest.keyClicks(field.field, "9789221278917")
    assert "language is 1; here it should be 2" in field.note.text()
    assert field.offered == ""
    field.field.clear()
    QTest.keyClicks(field.field, "9789222278910")
    assert "should be 6" in field.note.text()
    field.take_offer()
    assert field.field.text() == "978-92-2-227891-6"
    assert field.note.text() == ""


def test_what_is_wrong_stands_beside_its_field(station: PapersStation, desk: Desk, qtbot: QtBot) -> None:
    add_four(desk)
    qtbot.waitUntil(lambda: len(station.model.rows) == 4)
    station.ask_document()
    form, before = station.form, desk.seq
    form.attempt()
    assert "symbol, or a title" in form.rows["symbol"].problem
    QTest.keyClicks(form.symbol, "GB.319/POL/2")
    assert "in the register already" in form.rows["symbol"].problem
    form.attempt()
    form.symbol.setText("GB.319/POL/3")
    form.url.setText("example.org")
    form.attempt()
    qtbot.waitUntil(lambda: "is not an address" in form.rows["url"].problem)
    form.url.setText("https://example.org")
    form.isbn.fields["en", "print"].field.setText("12345")
    form.attempt()
    assert form.isbn.fields["en", "print"].note.text().startswith("An ISBN has 13 digits")
    for medium in ("print", "web"):
        form.isbn.fields["en", medium].show_number("9789221278900")
    form.attempt()
    qtbot.waitUntil(lambda: "given twice" in form.isbn.problem.text())
    assert desk.seq == before
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert station.side.currentWidget() is station.details


def test_an_entry_is_changed_and_what_is_emptied_goes(
    station: PapersStation, desk: Desk, qtbot: QtBot
) -> None:
    carry_out(
        desk,
        RegisterDocument(
            symbol="GB.319/POL/2",
            titles={"en": "Outcome", "fr": "Compte rendu"},
            isbn={"en": {"print": "9789221278900", "web": "9789221278917"}},
            date="2013-10-16",
            unit="MIGRANT",
        ),
    )
    qtbot.waitUntil(lambda: len(station.model.rows) == 1)
    focus(qtbot, station, station.table)
    QTest.keyClick(station.table, Qt.Key.Key_Return)
    form = station.form
    assert form.date.date() == QDate(2013, 10, 16)
    form.titles["fr"].clear()
    form.isbn.fields["en", "web"].show_number("")
    form.date.setDate(form.date.minimumDate())
    form.unit.clear()
    form.attempt()
    qtbot.waitUntil(lambda: only(desk).date == "")
    found = only(desk)
    assert (found.titles, found.unit) == ({"en": "Outcome"}, "")
    assert found.isbn == {"en": {"print": "9789221278900"}}
    assert undo_words(desk.undo_label(), desk.state) == "change the entry of GB.319/POL/2"


def test_the_search_finds_in_every_language_and_by_isbn(
    station: PapersStation, desk: Desk, qtbot: QtBot
) -> None:
    add_four(desk)
    carry_out(desk, RegisterDocument(symbol="X/1", isbn={"en": "978-92-2-127890-0"}))
    qtbot.waitUntil(lambda: len(station.model.rows) == 5)
    for sought, symbols in (
        ("resultats", ["GB.319/POL/2"]),
        ("127890", ["X/1"]),
        ("naciones unidas", ["A/68/190"]),
        ("gb.319 follow", ["GB.319/POL/10"]),
    ):
        station.search.setText(sought)
        assert [row.symbol for row in station.model.rows] == symbols
    station.search.setText("nothing like it")
    assert station.lists.currentWidget() is station.nothing
    assert station.search.isVisible()


def test_the_symbol_is_copied_as_each_language_writes_it(
    station: PapersStation, desk: Desk, qtbot: QtBot
) -> None:
    carry_out(desk, RegisterDocument(symbol="GB.316/PV(&Corr.)"))
    qtbot.waitUntil(lambda: len(station.model.rows) == 1)
    station.details.copy_buttons["es"].click()
    assert QGuiApplication.clipboard().text() == "GB.316/PV (&Corr.)"
    assert "GB.316/PV (&Corr.)" in station.banner.words
    station.details.copy_buttons["en"].click()
    assert QGuiApplication.clipboard().text() == "GB.316/PV(&Corr.)"


def test_a_document_is_removed_and_undo_names_it(station: PapersStation, desk: Desk, qtbot: QtBot) -> None:
    add_four(desk)
    qtbot.waitUntil(lambda: len(station.model.rows) == 4)
    focus(qtbot, station, station.table)
    station.table.choose(station.model.rows[1].id)
    QTest.keyClick(station.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(station.model.rows) == 3)
    assert undo_words(desk.undo_label(), desk.state) == "take GB.319/POL/2 out of the register"


def test_a_paper_is_registered_from_its_file(
    station: PapersStation, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "paper-Fr.txt"
    path.write_text("TTMLM/2013\n\nDocument d’information sur les ports\n\nISBN 978-92-2-227890-9\n", "utf-8")
    station.read_file(path)
    qtbot.waitUntil(lambda: len(desk.state.assembly.documents) == 1)
    assert only(desk).languages == ("fr",)
    assert only(desk).isbn == {"fr": {"print": "9789222278909"}}
    qtbot.waitUntil(lambda: station.side.currentWidget() is station.form)
    assert station.form.symbol.text() == "TTMLM/2013"
    station.leave_form()
    station.read_file(path)
    qtbot.waitUntil(lambda: "in the register already" in station.banner.words)
    assert station.search.text() == "TTMLM/2013"
    station.read_file(tmp_path / "gone.docx")
    qtbot.waitUntil(lambda: "gone.docx" in station.banner.words)


def test_the_language_may_change(station: PapersStation, desk: Desk, qtbot: QtBot) -> None:
    add_four(desk)
    qtbot.waitUntil(lambda: len(station.model.rows) == 4)
    station.edit(station.model.rows[1].id)
    Languages.set("fr")
    qtbot.waitUntil(lambda: station.model.rows[1].title == "Résultats")
    assert station.model.rows[1].kind.startswith("Document du Conseil")
    assert station.form.titles["en"].text() == "Outcome"
    assert nameless(station) == []
