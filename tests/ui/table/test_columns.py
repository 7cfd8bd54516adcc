"""The columns of the text: as many as can be read, the one at hand always, and what is out of sight said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consult_app.ui.language import Languages
from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.table.station import TableStation
from consult_app.ui.text.columns import ColumnHeads, Columns, how_many
from tests.effort import MANY
from tests.ui.table_meeting import go, meeting, shown

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
ALL = ("en", "fr", "es")


@pytest.fixture
def station(qtbot: QtBot, tmp_path: Path) -> Iterator[TableStation]:
    with meeting(tmp_path) as desk:
        made = shown(qtbot, desk)
        go(made, "1")
        yield made
        made.bind(None)


def settle() -> None:
    for _turn in range(3):
        QApplication.processEvents()


def choose(station: TableStation, *codes: str) -> None:
    station.parts.choose_languages(*codes)
    station.parts.shown_otherwise.emit()
    settle()


def in_sight(station: TableStation) -> tuple[str, ...]:
    return station.parts.text.columns.languages


def heads(station: TableStation) -> ColumnHeads:
    found = station.parts.text.findChild(ColumnHeads)
    assert found is not None
    return found


@given(
    chosen=st.sampled_from([("en",), ("en", "fr"), ALL]),
    scale=st.sampled_from([0.8, 1.0, 1.5, 2.0, 2.5]),
    steps=st.lists(st.tuples(st.integers(60, 2_000), st.integers(0, 2)), min_size=1, max_size=5),
)
@pytest.mark.soak
@settings(max_examples=MANY)
def test_the_language_at_hand_is_in_sight_and_each_column_can_be_read(
    qapp: QApplication, chosen: tuple[str, ...], scale: float, steps: list[tuple[int, int]]
) -> None:
    with fonts.borrowed(scale):
        columns = Columns(chosen)
        for width, place in steps:
            columns.at_hand = chosen[place % len(chosen)]
            columns.keep_readable(width)
            columns.fit(width)
            assert columns.at_hand in columns.languages
            first = chosen.index(columns.languages[0])
            assert columns.languages == chosen[first : first + len(columns.languages)]
            assert columns.languages + columns.hidden == tuple(
                sorted(chosen, key=lambda code: (code in columns.hidden, chosen.index(code)))
            )
            assert len(columns.languages) == max(1, how_many(len(chosen), width))
            if len(columns.languages) > 1:
                # some eighteen letters of the text's own type stand beside a number
                assert columns.width >= fonts.text_pixels(18 * 7.1)
                assert columns.width >= fonts.text_pixels(190) - 1


def test_what_there_is_no_room_for_is_named_with_the_key_that_leads_to_it(station: TableStation) -> None:
    choose(station, *ALL)
    text = station.parts.text
    assert heads(station).notice == ""
    before = text.viewport().y()
    Theme.instance().set_text_scale(2.5)
    settle()
    assert in_sight(station) == ("en",)
    assert heads(station).notice == "no room for Français (→), Español (→)"
    assert heads(station).toolTip() == "No room for Français, Español: in the text, ← and → lead there."
    assert text.viewport().y() > before
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_Right)
    assert (in_sight(station), text.columns.at_hand) == (("fr",), "fr")
    assert heads(station).notice == "no room for English (←), Español (→)"
    Languages.set("fr")
    settle()
    assert heads(station).notice == "pas de place pour English (←), Español (→)"
    QTest.mouseClick(heads(station), Qt.MouseButton.LeftButton)
    assert in_sight(station) == ("en",)
    Theme.instance().set_text_scale(1.0)
    settle()
    assert in_sight(station) == ALL
    assert heads(station).notice == ""


def test_where_words_do_not_have_enough_the_indent_gives_way(station: TableStation) -> None:
    choose(station, "en")
    layouts = station.parts.text._layouts
    item = max(layouts.rows, key=lambda row: row.depth)
    deep = replace(item, depth=2)
    usual = layouts.indent(deep)
    assert layouts.number_left(deep) == 26
    Theme.instance().set_text_scale(2.5)
    station.resize(760, 600)
    settle()
    columns = station.parts.text.columns
    assert how_many(1, station.parts.text.width()) == 0
    for row in (*layouts.rows, deep):
        # there are steps only beside eighteen letters
        words = columns.width - layouts.indent(row)
        assert layouts.number_left(row) <= 1 or words >= fonts.text_pixels(18 * 7.1) - 1
        assert words > columns.width * 0.6
    assert layouts.indent(deep) < usual * 2.5
    assert columns.width > station.parts.text.viewport().width() * 0.9


def test_f2_edits_what_is_in_sight(station: TableStation) -> None:
    choose(station, "en", "fr")
    Theme.instance().set_text_scale(2.5)
    settle()
    text = station.parts.text
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_Right)
    QTest.keyClick(text, Qt.Key.Key_F2)
    assert station.acting.editor is not None
    assert "French" in station.acting.editor._title.text()
    assert text.columns.languages == ("fr",)


def test_the_outline_yields_before_a_column_does(station: TableStation) -> None:
    parts = station.parts
    choose(station, "en", "fr")
    wide = parts.outline.width()
    assert wide > fonts.pixels(160)
    Theme.instance().set_text_scale(1.8)
    settle()
    assert parts.text.columns.languages == ("en", "fr")
    assert parts.outline.width() < wide
    Theme.instance().set_text_scale(1.0)
    settle()
    assert abs(parts.outline.width() - wide) < 20


def test_a_very_narrow_outline_shows_marks_and_numbers(station: TableStation) -> None:
    parts = station.parts
    row = parts.outline.rows_model.index(parts.outline.rows_model.place_of(station.node_at_hand))
    assert row.data(Qt.ItemDataRole.ToolTipRole) == "not yet considered\n3 left"
    station.resize(780, 600)
    Theme.instance().set_scale(1.5)
    settle()
    assert parts.outline.width() == fonts.pixels(76)
    assert "The Office should promote" in row.data(Qt.ItemDataRole.ToolTipRole)
    assert parts.text.columns.languages == ("en",)
    station.resize(1300, 600)
    Theme.instance().set_scale(1.0)
    settle()
    assert parts.outline.width() > fonts.pixels(160)


def test_where_even_the_strip_has_no_room_the_text_and_the_cards_have_it(station: TableStation) -> None:
    parts = station.parts
    parts.outline.setFocus()
    station.resize(900, 600)
    Theme.instance().set_scale(2.0)
    settle()
    assert parts.outline.isHidden()
    assert station.first_focus() is parts.text
    assert parts.side.width() >= 0.49 * parts.width()
    assert how_many(1, parts.text.width()) == 1
    station.resize(1300, 600)
    settle()
    assert not parts.outline.isHidden()
    assert station.first_focus() is parts.outline


def test_what_a_person_drew_wider_stays_while_nothing_must_yield(station: TableStation) -> None:
    parts = station.parts
    parts.splitter.setSizes([300, 620, 380])
    settle()
    kept = parts.outline.width()
    assert kept >= 295
    station.resize(1350, 620)
    choose(station, "en")
    assert abs(parts.outline.width() - kept) <= 2


def test_outline_and_side_grow_with_the_window(station: TableStation) -> None:
    parts = station.parts
    choose(station, "en")
    before = parts.outline.width(), parts.side.width()
    station.resize(1850, 620)
    settle()
    assert parts.outline.width() >= before[0] + 80
    assert parts.side.width() >= before[1] + 60
    station.resize(1300, 620)
    settle()
    assert (parts.outline.width(), parts.side.width()) == pytest.approx(before, abs=2)
