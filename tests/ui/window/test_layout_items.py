"""Nobody asks a layout for one of its items.

PySide hangs what ``QLayout.itemAt`` gives upon the layout and is not told when Qt deletes it. The next object
that comes to lie at its address is then taken for it, and the program dies of a segmentation fault, long
afterwards and somewhere else: in a list that is cleared, or a label that is deleted. ``indexOf`` and the
children of a widget tell the same; ``takeAt`` gives the item away and is safe.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

LIVED = """
import sys
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QLayoutItem, QVBoxLayout, QWidget
import shiboken6

app = QApplication([])
holder = QWidget()
layout = QVBoxLayout(holder)
layout.addWidget(QLabel("one"))
if sys.argv[1] == "itemAt":
    layout.itemAt(0)
layout.indexOf(holder.findChild(QLabel))
holder.findChild(QLabel).deleteLater()
QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
kept = [each for each in shiboken6.getAllValidWrappers() if isinstance(each, QLayoutItem)]
print(layout.count(), sum(each is not layout for each in kept))
"""


def test_no_layout_is_asked_for_an_item() -> None:
    asking = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for folder in ("consult_app/ui", "tests")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        # a list is asked for what lies at a point, by one that is called so; a layout for a number
        if isinstance(node, ast.Attribute) and node.attr == "itemAt"
    ]
    assert asking == []


@pytest.mark.parametrize(("how", "left"), [("itemAt", "0 1"), ("indexOf", "0 0")], ids=["asked", "not-asked"])
def test_what_pyside_keeps_of_an_item_that_is_gone(how: str, left: str) -> None:
    """When the first of these fails, PySide has mended it and this file may go."""
    ran = subprocess.run(
        [sys.executable, "-c", LIVED, how],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert ran.stdout.strip() == left
