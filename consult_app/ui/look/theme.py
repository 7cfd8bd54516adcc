"""The look in force: builds Qt's palette and the one style sheet from a :class:`Palette`.

``Theme.current()`` is the palette to paint with; ``Theme.instance().changed`` is emitted after a
change. The platform's colour scheme is only a hint: on a bare desktop it is unknown, and setting
it has no effect, so the window always brings its own palette.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from typing import ClassVar, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from consult_app.ui import settings
from consult_app.ui.look import fonts
from consult_app.ui.look.palette import CONTRAST, CONTRAST_DARK, DARK, LIGHT, PALETTES, Palette
from consult_app.ui.look.stylesheet import style_sheet

_IN_FUSION: Final = "in_fusion"


class Choice(StrEnum):
    """What a person may choose under View."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    CONTRAST_DARK = "contrast_dark"


class Theme(QObject):
    """The one owner of palette, style sheet and the two scales of type.

    Signals: ``changed`` after palette and sheet are in force (repaint what you cached).
    """

    changed = Signal()
    _instance: ClassVar[Theme | None] = None

    def __init__(self) -> None:
        super().__init__()
        self._choice = Choice.SYSTEM
        self._palette = LIGHT
        self._in_force: tuple[Palette, float] | None = None
        self._dressed = True
        self._text_scale = fonts.text_scale()
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow_system)

    @classmethod
    def instance(cls) -> Theme:
        """Return the theme; made at first use, after the application exists."""
        if cls._instance is None:
            cls._instance = cls()
        return cls._instance

    @classmethod
    def current(cls) -> Palette:
        """Return the palette to paint with."""
        return cls.instance()._palette

    @classmethod
    @contextmanager
    def borrowed(cls, palette: Palette) -> Iterator[None]:
        """Paint with *palette* and tell nobody: the room screen has a look of its own."""
        theme = cls.instance()
        kept, theme._palette = theme._palette, palette
        try:
            yield
        finally:
            theme._palette = kept

    @property
    def choice(self) -> Choice:
        """What the person chose (the palette may follow the system)."""
        return self._choice

    def start(self, *, sheet: bool = True) -> None:
        """Put the remembered look in force: style, fonts, palette, sheet. Called once at start; without the
        *sheet* where :meth:`dress` follows."""
        self._dressed = sheet
        app = _application()
        if not app.property(_IN_FUSION):
            app.setStyle(QStyleFactory.create("Fusion"))
        fonts.load_window_fonts()
        fonts.set_scale(settings.read_number("look/scale", 1.0))
        # before the text had a scale of its own it had that of the window
        fonts.set_text_scale(settings.read_number("look/text_scale", fonts.scale()))
        kept = settings.read_text("look/theme", Choice.SYSTEM)
        self._choice = Choice(kept) if kept in set(Choice) else Choice.SYSTEM
        self._put_in_force()

    def dress(self) -> None:
        """Put the sheet on a window that was built without: one that is built with it has the sheet worked
        out anew for each widget that is put into another."""
        self._dressed = True
        _application().setStyleSheet(style_sheet(self._palette))

    def choose(self, choice: Choice) -> None:
        """Take *choice*, remember it and repaint everything."""
        self._choice = choice
        settings.write("look/theme", choice.value)
        self._put_in_force()

    def set_scale(self, scale: float) -> None:
        """Take a new scale for window text, remember it and lay everything out anew."""
        fonts.set_scale(scale)
        settings.write("look/scale", fonts.scale())
        # what the text has may still be what it took over from the window
        settings.write("look/text_scale", fonts.text_scale())
        self._put_in_force()

    def set_text_scale(self, scale: float) -> None:
        """Take a new scale for the text, remember it and lay the text out anew; controls stay."""
        fonts.set_text_scale(scale)
        settings.write("look/text_scale", fonts.text_scale())
        self._put_in_force()

    @Slot()
    def _follow_system(self) -> None:
        if self._choice is Choice.SYSTEM:
            self._put_in_force()

    def _put_in_force(self) -> None:
        app = _application()
        wanted = (self._resolve(), fonts.scale())
        if wanted == self._in_force and self._text_scale == fonts.text_scale():
            return
        self._text_scale = fonts.text_scale()
        if wanted != self._in_force:
            # a sheet is dear: the whole window is styled anew, and the text's scale is none of its business
            self._in_force = wanted
            self._palette = wanted[0]
            # a sheet that takes the place of another is worked out for each widget once for every widget that
            # it stands in; from none to one, once
            app.setStyleSheet("")
            app.setFont(fonts.window())
            app.setPalette(qt_palette(self._palette))
            if self._dressed:
                app.setStyleSheet(style_sheet(self._palette))
        self.changed.emit()

    def _resolve(self) -> Palette:
        if self._choice is not Choice.SYSTEM:
            return PALETTES[self._choice.value]
        dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        if self._wants_contrast():
            return CONTRAST_DARK if dark else CONTRAST
        return DARK if dark else LIGHT

    def _wants_contrast(self) -> bool:
        # Qt 6.10 and later; the hints object must be held, or it is gone within the chain.
        if not hasattr(self._hints, "accessibility"):
            return False
        hints = self._hints.accessibility()
        return hints is not None and hints.contrastPreference() == Qt.ContrastPreference.HighContrast


def qt_palette(palette: Palette) -> QPalette:
    """Return Qt's palette for *palette*: what Fusion paints where the style sheet is silent."""
    role = QPalette.ColorRole
    colours = {
        role.Window: palette.ground,
        role.WindowText: palette.ink,
        role.Base: palette.panel,
        role.AlternateBase: palette.hover,
        role.Text: palette.ink,
        role.PlaceholderText: palette.dim,
        role.Button: palette.panel,
        role.ButtonText: palette.ink,
        role.BrightText: palette.error,
        role.ToolTipBase: palette.panel,
        role.ToolTipText: palette.ink,
        role.Highlight: palette.accent,
        role.HighlightedText: palette.on_accent,
        role.Link: palette.accent,
        role.LinkVisited: palette.accent,
        role.Light: palette.panel,
        role.Midlight: palette.hover,
        role.Mid: palette.line,
        role.Dark: palette.edge,
        role.Shadow: palette.edge,
        role.Accent: palette.accent,
    }
    result = QPalette()
    for where, colour in colours.items():
        result.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, where, QColor(palette.off))
    return result


def new_application(arguments: Sequence[str]) -> QApplication:
    """Make the application, in the style in which the window is drawn: where Qt is told so, its class of
    styles, which is slow to make, waits for whoever draws with it."""
    app = QApplication([*arguments, "-style", "Fusion"])
    app.setProperty(_IN_FUSION, True)
    return app


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("the theme needs a running QApplication")
    return app
