"""What is typed keeps its no-break spaces: they are characters like others."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from consult_app.ui.parts.fields import typed
from consult_app.ui.table.editor import Editor, Names

WORDS = "article\u00a012 «oui»\u202f; fin"


@pytest.mark.parametrize("words", [WORDS, f"{WORDS}\n(i) un;", ""], ids=["one line", "two lines", "none"])
def test_the_words_of_a_field_are_those_put_in(qtbot: QtBot, words: str) -> None:
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    field.setPlainText(words)
    assert typed(field) == words


def test_an_editor_that_nobody_touched_is_unchanged(qtbot: QtBot) -> None:
    editor = Editor(lambda: Names("Paragraph 1"), WORDS)
    qtbot.addWidget(editor)
    assert not editor.changed and editor.words == WORDS
