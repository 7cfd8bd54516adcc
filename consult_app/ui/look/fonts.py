"""Fonts of the window: Inter for controls, Gentium Plus for the text, DejaVu Sans for signs.

Sizes are steps of one scale, multiplied by one of two scales that the person sets: that of the window
for controls, and that of the text for wordings and all that is laid out with them. Nothing else in
the window gives a size in pixels for text. Gentium Plus, and Inter's italics, are loaded when the first text
is shown, so that the window itself comes up without them.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from consult_app import places

_log = logging.getLogger(__name__)

WINDOW_FAMILIES: Final = ["Inter", "DejaVu Sans"]
TEXT_FAMILIES: Final = ["Gentium Plus", "DejaVu Serif", "DejaVu Sans"]
SMALLEST_SCALE: Final = 0.8
LARGEST_SCALE: Final = 2.0
SMALLEST_TEXT: Final = 0.8
LARGEST_TEXT: Final = 2.5


class Size(IntEnum):
    """Steps of the type scale, in pixels at scale 1 (Qt multiplies by the screen's own ratio)."""

    TINY = 10
    SMALL = 11
    CAPTION = 12
    BODY = 13
    LABEL = 14
    HEAD = 15
    TITLE = 20
    DISPLAY = 34


class Weight(IntEnum):
    """The four weights of Inter that are shipped."""

    REGULAR = 400
    MEDIUM = 500
    SEMIBOLD = 600
    BOLD = 700


class _Loaded:
    window = False
    text = False
    scale = 1.0
    text_scale = 1.0


def load_window_fonts() -> None:
    """Register upright Inter and DejaVu Sans with Qt; a missing folder is logged and Qt's own font used."""
    if not _Loaded.window:
        _Loaded.window = True
        _register("Inter-*[!c].otf", "DejaVu*.ttf")  # all but ...Italic


def load_text_fonts() -> None:
    """Register Gentium Plus and Inter's italics with Qt; called by :func:`text` before the first use."""
    if not _Loaded.text:
        _Loaded.text = True
        _register("Gentium*.ttf", "Inter-*Italic.otf")


def set_scale(scale: float) -> None:
    """Set the person's scale for window text, held between 0.8 and 2."""
    _Loaded.scale = min(max(scale, SMALLEST_SCALE), LARGEST_SCALE)


def scale() -> float:
    """Return the scale in force."""
    return _Loaded.scale


def set_text_scale(scale: float) -> None:
    """Set the person's scale for the text, held between 0.8 and 2.5."""
    _Loaded.text_scale = min(max(scale, SMALLEST_TEXT), LARGEST_TEXT)


def text_scale() -> float:
    """Return the scale of the text in force."""
    return _Loaded.text_scale


@contextmanager
def borrowed(scale: float) -> Iterator[None]:
    """Lay out and paint at *scale*, whatever the person's own two are: the room screen is another reader,
    and has one scale."""
    kept = _Loaded.scale, _Loaded.text_scale
    _Loaded.scale = _Loaded.text_scale = scale
    try:
        yield
    finally:
        _Loaded.scale, _Loaded.text_scale = kept


def pixels(size: float) -> int:
    """Return *size* of the scale in device-independent pixels, as scaled now."""
    return max(1, round(size * _Loaded.scale))


def text_pixels(size: float) -> int:
    """Return *size* in pixels, as what is laid out with the text is scaled now."""
    return max(1, round(size * _Loaded.text_scale))


def window(size: float = Size.BODY, weight: int = Weight.REGULAR) -> QFont:
    """Return the font of controls."""
    return _window(pixels(size), weight)


def with_text(size: float = Size.BODY, weight: int = Weight.REGULAR) -> QFont:
    """Return the font of controls for small words among those of the text: it grows with them."""
    return _window(text_pixels(size), weight)


def _window(side: int, weight: int) -> QFont:
    return QFont(_made(side, weight))


@cache
def _made(side: int, weight: int) -> QFont:
    load_window_fonts()
    font = QFont(WINDOW_FAMILIES)
    font.setPixelSize(side)
    font.setWeight(QFont.Weight(weight))
    # Inter would draw the x of "1366x768", or of a name of a file, as a sign of multiplication
    font.setFeature(QFont.Tag("calt"), 0)
    return font


def text(size: float = 16, *, italic: bool = False, bold: bool = False) -> QFont:
    """Return the font of the text under consideration."""
    return QFont(_made_text(text_pixels(size), italic, bold))


@cache
def _made_text(side: int, italic: bool, bold: bool) -> QFont:
    load_text_fonts()
    font = QFont(TEXT_FAMILIES)
    font.setPixelSize(side)
    font.setItalic(italic)
    font.setBold(bold)
    return font


def line_height(font: QFont) -> int:
    """Return the height of one line of *font*: what a row or button is built on."""
    return QFontMetrics(font).height()


def _register(*patterns: str) -> None:
    folder = places.resources() / "fonts"
    found = [path for pattern in patterns for path in sorted(folder.glob(pattern))]
    if not found:
        _log.warning("no fonts %s in %s", ", ".join(patterns), folder)
    for path in found:
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            _log.warning("font %s could not be read", path.name)
