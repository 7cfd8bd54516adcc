"""Each test of the window begins in English, light, at scale 1, with settings of its own."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from consult_app.ui.chosen_text import ChosenText
from consult_app.ui.key_choices import KeyChoices
from consult_app.ui.language import Languages
from consult_app.ui.theme import Choice, Theme
from tests.ui.burying import bury


@pytest.fixture(autouse=True)
def collected_here(plain_window: None) -> Iterator[None]:
    """Widgets that nobody holds die in this thread, as in the program, and never in a desk's."""
    gc.disable()
    yield
    bury()
    gc.enable()


@pytest.fixture(autouse=True)
def plain_window(qapp: QApplication, home: Path) -> Iterator[None]:
    """Put the window's two owners into a known state, and leave them so."""
    theme = Theme.instance()
    if not qapp.styleSheet():
        theme.start()  # once: a style is set anew in every widget that is alive
    theme.choose(Choice.LIGHT)
    theme.set_scale(1.0)
    theme.set_text_scale(1.0)
    Languages.set("en")
    KeyChoices.instance().start()
    ChosenText.instance().open("")
    yield
    theme.set_scale(1.0)
    theme.choose(Choice.LIGHT)
    Languages.set("en")
