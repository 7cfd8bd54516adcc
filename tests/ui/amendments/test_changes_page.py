"""The pages over the list of amendments have one order of reading."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from consult_app.ui.amendments.changes_page import ChangesPage
from consult_app.ui.amendments.handed_over import HandedOver
from consult_app.ui.amendments.handing_over import HandingOver
from consult_app.ui.amendments.taking_in import TakingIn


@pytest.mark.parametrize("kind", [TakingIn, HandedOver, HandingOver])
def test_tab_comes_to_the_head_before_the_list(qtbot: QtBot, kind: type[ChangesPage]) -> None:
    page = kind()
    qtbot.addWidget(page)
    awaited = [page.leave_button, page.accept_button, page.listed]
    found = []
    at: QWidget | None = page.nextInFocusChain()
    while at is not None and at is not page:
        if at in awaited:
            found.append(at)
        at = at.nextInFocusChain()
    assert found == awaited
