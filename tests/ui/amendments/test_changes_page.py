"""The pages over the list of amendments have one order of reading."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from consult_app.ui.amendments.changes_page import ChangesPage
from consult_app.ui.amendments.handed_over import HandedOver
from consult_app.ui.amendments.handing_over import HandingOver
from consult_app.ui.amendments.taking_in import TakingIn


def order(page: ChangesPage, *awaited: QWidget) -> bool:
    found = []
    at: QWidget | None = page.nextInFocusChain()
    while at is not None and at is not page:
        if at in awaited:
            found.append(at)
        at = at.nextInFocusChain()
    return found == list(awaited)


@pytest.mark.parametrize("kind", [TakingIn, HandedOver, HandingOver])
def test_tab_comes_to_the_head_before_the_list(qtbot: QtBot, kind: type[ChangesPage]) -> None:
    page = kind()
    qtbot.addWidget(page)
    assert order(page, page.leave_button, page.accept_button, page.listed)


def test_tab_comes_to_the_reason_before_the_list(qtbot: QtBot) -> None:
    page = HandedOver()
    qtbot.addWidget(page)
    assert order(page, page.accept_button, page.why_field, page.listed)


def test_tab_comes_to_the_authors_before_the_list(qtbot: QtBot) -> None:
    page = TakingIn()
    qtbot.addWidget(page)
    boxes = [QLineEdit(), QLineEdit()]  # made after the list, as those of a file that was read
    for box in boxes:
        page.side.addWidget(box)
    page.take_to_side(boxes)
    assert order(page, page.accept_button, *boxes, page.listed)
