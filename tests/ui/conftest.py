"""Each test of the window begins in English, light, at scale 1, with settings of its own."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from consult_app.ui.key_choices import KeyChoices
from consult_app.ui.language import Languages
from consult_app.ui.theme import Choice, Theme


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """Widgets that nobody holds die in this thread, as in the program, and never in a desk's."""
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture(autouse=True)
def plain_window(qapp: QApplication, home: Path) -> Iterator[None]:
    """Put the window's two owners into a known state, and leave them so."""
    theme = Theme.instance()
    theme.choose(Choice.LIGHT)
    theme.start()
    Languages.set("en")
    KeyChoices.instance().start()
    yield
    theme.set_scale(1.0)
    theme.choose(Choice.LIGHT)
    Languages.set("en")
