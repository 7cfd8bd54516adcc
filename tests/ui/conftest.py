"""Each test of the window begins in English, light, at scale 1, with settings of its own."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consult_app.ui.chosen_text import ChosenText
from consult_app.ui.key_choices import KeyChoices
from consult_app.ui.language import Languages
from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Choice, Theme
from tests.ui.burying import bury
from tests.ui.patience import PatientBot


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The plugin's own, with more patience."""
    return PatientBot(request)


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
    look_plain()
    KeyChoices.instance().start()
    ChosenText.instance().open("")
    yield
    look_plain()


def look_plain() -> None:
    """Light, at scale 1, in English: set only where it is otherwise, since each is written to disk."""
    theme = Theme.instance()
    if (fonts.scale(), fonts.text_scale()) != (1.0, 1.0):
        theme.set_scale(1.0)
        theme.set_text_scale(1.0)
    if theme.choice is not Choice.LIGHT:
        theme.choose(Choice.LIGHT)
    if Languages.current() != "en":
        Languages.set("en")
