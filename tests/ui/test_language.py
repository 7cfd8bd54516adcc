"""Words change while the window runs, in every widget, Qt's own among them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from consult_app.ui import dates, keys, settings
from consult_app.ui.language import Languages, Retranslating, language_label, language_said, tr


class _Told(Retranslating, QLabel):
    def __init__(self) -> None:
        super().__init__()
        self.retranslate()

    def retranslate(self) -> None:
        self.setText(Languages.current())


def test_a_switch_reaches_widgets_deep_inside_a_window(qtbot: QtBot) -> None:
    window, inner = QWidget(), QWidget()
    label = _Told()
    QVBoxLayout(window).addWidget(inner)
    QVBoxLayout(inner).addWidget(label)
    qtbot.addWidget(window)
    Languages.set("fr")
    qtbot.waitUntil(lambda: label.text() == "fr")
    assert settings.read_text("language") == "fr"


def test_qt_s_own_words_follow(qtbot: QtBot) -> None:
    Languages.set("fr")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuler"
    Languages.set("es")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"
    Languages.set("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_language_that_the_window_does_not_speak_is_refused() -> None:
    with pytest.raises(ValueError, match="'de'"):
        Languages.set("de")
    assert Languages.current() == "en"


@pytest.mark.parametrize(
    ("window", "said", "label"),
    [("en", "French", "French"), ("fr", "français", "Français"), ("es", "francés", "Francés")],
    ids=["english", "french", "spanish"],
)
def test_a_language_is_called_in_the_language_of_the_window(window: str, said: str, label: str) -> None:
    Languages.set(window)
    assert (language_said("fr"), language_label("fr")) == (said, label)


def test_what_is_undone_left_and_put_back_have_words_of_their_own() -> None:
    for window in ("en", "fr", "es"):
        Languages.set(window)
        said = [tr(word) for word in ("Undo", "Redo", "Cancel", "Leave", "Put back", "Revert", "Reset")]
        assert len(set(said)) == len(said), window


@pytest.mark.parametrize(
    ("language", "first", "last", "said"),
    [
        ("en", date(2026, 11, 2), date(2026, 11, 6), "2–6 November"),
        ("fr", date(2026, 11, 1), date(2026, 11, 6), "1er–6 novembre"),
        ("es", date(2026, 11, 2), date(2026, 11, 6), "2–6 de noviembre"),
        ("en", date(2026, 10, 28), date(2026, 11, 1), "28 October – 1 November"),
        ("fr", date(2025, 12, 30), date(2026, 1, 3), "30 décembre 2025 – 3 janvier"),
        ("en", date(2025, 5, 12), date(2025, 5, 16), "12–16 May 2025"),
        ("es", date(2025, 5, 12), date(2025, 5, 12), "12 de mayo de 2025"),
    ],
)
def test_a_span_is_as_short_as_its_days_allow(language: str, first: date, last: date, said: str) -> None:
    Languages.set(language)
    assert dates.span(first, last, today=date(2026, 11, 20)) == said


def test_a_span_of_nothing_is_nothing() -> None:
    assert dates.span(None, None) == ""
    assert dates.span(None, date(2026, 5, 3), today=date(2026, 1, 1)) == "3 May"


def test_a_moment_is_said_by_its_nearness() -> None:
    now = datetime(2026, 11, 5, 15, 12, tzinfo=UTC).astimezone()
    assert dates.moment(now, now) == f"today {dates.clock(now)}"
    assert dates.moment(now - timedelta(days=1), now) == f"yesterday {dates.clock(now)}"
    assert dates.moment(now - timedelta(days=30), now) == "6 October"
    assert dates.moment(now - timedelta(days=400), now) == "1 October 2025"


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("Ctrl+Shift+O", "Ctrl Shift O"),
        ("Ctrl++", "Ctrl +"),
        ("F5", "F5"),
        (".", "."),
        ("Ctrl+Return", "Ctrl Enter"),
    ],
)
def test_keys_are_written_as_on_the_keyboard(key: str, said: str) -> None:
    assert keys.spell(key) == said
