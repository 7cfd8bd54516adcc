"""Tables over Python lists: order, choice and what is kept when the rows change."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.ui.look.palette import CONTRAST
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.lists import Column, ListModel, ListTable

Item = tuple[str, int]


def table(qtbot: QtBot) -> tuple[ListModel[Item], ListTable[Item]]:
    columns = (
        Column[Item]("Name", lambda row: row[0], strong=True),
        Column[Item]("Number", lambda row: str(row[1]), lambda row: row[1], lambda row: "warn", 80),
    )
    model = ListModel(columns, lambda row: row[0])
    view: ListTable[Item] = ListTable(model)
    qtbot.addWidget(view)
    model.show_rows([("b", 10), ("a", 9), ("c", 2)])
    view.show()
    return model, view


def test_rows_keep_their_own_order_until_a_column_is_chosen(qtbot: QtBot) -> None:
    model, view = table(qtbot)
    assert [row[0] for row in model.rows] == ["b", "a", "c"]
    view.horizontalHeader().setSortIndicator(1, Qt.SortOrder.AscendingOrder)
    assert [row[1] for row in model.rows] == [2, 9, 10]
    model.show_rows([("d", 5), ("a", 9)])
    assert [row[1] for row in model.rows] == [5, 9]


def test_the_choice_is_kept_and_its_loss_is_told(qtbot: QtBot) -> None:
    model, view = table(qtbot)
    told: list[str] = []
    view.row_chosen.connect(told.append)
    assert view.choose("a")
    model.show_rows([("x", 1), ("a", 9)])
    assert (view.chosen, view.currentIndex().row()) == ("a", 1)
    model.show_rows([("x", 1)])
    assert told == ["a", ""]
    assert not view.choose("a")


def test_enter_opens_the_row_at_hand(qtbot: QtBot) -> None:
    _, view = table(qtbot)
    view.choose("c")
    with qtbot.waitSignal(view.row_entered) as caught:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert caught.args == ["c"]


def test_a_column_brings_its_ink_from_the_palette(qtbot: QtBot) -> None:
    model, _ = table(qtbot)
    ink = model.data(model.index(0, 1), Qt.ItemDataRole.ForegroundRole)
    assert ink.name() == Theme.current().warn
    assert model.data(model.index(0, 0), Qt.ItemDataRole.ForegroundRole) is None


def test_the_row_at_hand_stays_in_sight_where_room_is_taken_from_the_list(qtbot: QtBot) -> None:
    model = ListModel((Column[Item]("Name", lambda row: row[0]),), lambda row: row[0])
    view: ListTable[Item] = ListTable(model)
    qtbot.addWidget(view)
    view.resize(300, 300)
    view.show()
    model.show_rows([(f"N{n:02}", n) for n in range(40)])
    view.choose("N08")
    view.resize(300, 200)
    seen = view.viewport().rect()
    assert seen.contains(view.visualRect(view.currentIndex()))
    # who has scrolled away is not called back
    view.scrollToBottom()
    at = view.verticalScrollBar().value()
    view.resize(300, 180)
    assert view.verticalScrollBar().value() >= at


def test_a_heading_that_is_not_seen_takes_no_room(qtbot: QtBot) -> None:
    columns = (
        Column[Item]("A heading of many words", lambda row: str(row[1]), width=26),
        Column[Item]("Name", lambda row: row[0]),
    )
    view: ListTable[Item] = ListTable(ListModel(columns, lambda row: row[0]))
    qtbot.addWidget(view)
    assert view.columnWidth(0) > 100
    view.horizontalHeader().hide()
    view.horizontalHeader().setMinimumSectionSize(18)
    view.fit()
    assert view.columnWidth(0) == 26


def test_a_spare_column_gives_way_where_room_is_short(qtbot: QtBot) -> None:
    columns = (
        Column[Item]("Name", lambda row: row[0]),
        Column[Item]("Number", lambda row: str(row[1]), width=120, spare=True),
    )
    view: ListTable[Item] = ListTable(ListModel(columns, lambda row: row[0]))
    qtbot.addWidget(view)
    view.resize(500, 200)
    view.show()
    qtbot.waitUntil(lambda: not view.isColumnHidden(1))
    view.resize(200, 200)
    qtbot.waitUntil(lambda: view.isColumnHidden(1))


def test_the_first_row_is_chosen_and_marked_when_the_list_gets_the_focus(qtbot: QtBot) -> None:
    _, view = table(qtbot)
    told: list[str] = []
    view.row_chosen.connect(told.append)
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert (view.chosen, told) == ("b", ["b"])
    assert [index.row() for index in view.selectionModel().selectedRows()] == [0]


def test_words_have_the_room_that_they_need_before_another_column_grows(qtbot: QtBot) -> None:
    columns = (
        Column[Item]("Name", lambda row: row[0]),
        Column[Item]("Number", lambda row: "a place of many words " * row[1], width=80),
        Column[Item]("Code", lambda row: "", width=80, if_any=True),
    )
    model = ListModel(columns, lambda row: row[0])
    view: ListTable[Item] = ListTable(model)
    qtbot.addWidget(view)
    view.resize(700, 200)
    view.show()
    model.show_rows([("a", 1), ("b", 2)])
    needed = view.fontMetrics().horizontalAdvance("a place of many words " * 2)
    assert view.columnWidth(1) > needed
    assert view.isColumnHidden(2), "no row has anything in it"
    # nothing jumps while a search takes rows away
    model.show_rows([("a", 1)])
    assert view.columnWidth(1) > needed


def test_a_column_stays_as_wide_as_it_was_drawn(qtbot: QtBot) -> None:
    model, view = table(qtbot)
    view.resize(500, 200)
    header = view.horizontalHeader()
    edge = header.sectionViewportPosition(1) + header.sectionSize(1) - 1
    before, middle = header.sectionSize(1), header.height() // 2
    QTest.mouseMove(header.viewport(), QPoint(edge, middle))
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge, middle))
    QTest.mouseMove(header.viewport(), QPoint(edge - 20, middle))
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge - 20, middle))
    drawn = header.sectionSize(1)
    assert drawn != before
    model.show_rows([("a", 9)])
    assert header.sectionSize(1) == drawn


def test_in_high_contrast_the_frame_of_the_first_row_is_no_stronger_than_of_others(qtbot: QtBot) -> None:
    _, view = table(qtbot)
    with qtbot.waitActive(view):
        view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    with Theme.borrowed(CONTRAST):
        for key, framed in (("b", False), ("a", True)):
            view.choose(key)
            row = view.visualRect(view.currentIndex())
            seen = view.viewport().grab().toImage()
            top = seen.pixelColor(row.x() + row.width() // 2, row.y()).name()
            below = seen.pixelColor(row.x() + row.width() // 2, row.bottom()).name()
            assert (top == CONTRAST.focus) is framed, "the rule under the headings is that line already"
            assert below == CONTRAST.focus
