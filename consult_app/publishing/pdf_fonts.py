"""The fonts of the .pdf, and two things that reportlab must be told about spaces.

Gentium Plus carries the text; DejaVu Sans stands in for the few signs that it lacks (☐ ☑ ● ■ ▲).
Both are embedded as subsets; no font of the reader's machine is ever used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

import reportlab.platypus.paragraph as _paragraph
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from consult_app import places

from . import layout

TEXT = "ConsultText"
BOLD = "ConsultText-Bold"
ITALIC = "ConsultText-Italic"
BOLD_ITALIC = "ConsultText-BoldItalic"
SIGNS = "ConsultSigns"

_FILES = {
    TEXT: "GentiumPlus-Regular.ttf",
    BOLD: "GentiumPlus-Bold.ttf",
    ITALIC: "GentiumPlus-Italic.ttf",
    BOLD_ITALIC: "GentiumPlus-BoldItalic.ttf",
    SIGNS: "DejaVuSans.ttf",
}
_NO_BREAK = "\xa0\u202f\u2007"


@lru_cache(maxsize=1)
def register() -> None:
    """Make the fonts known to reportlab, once; FileNotFoundError names the one that is missing."""
    folder = places.resources() / "fonts"
    for name, file in _FILES.items():
        if not (folder / file).is_file():
            raise FileNotFoundError(folder / file)
        pdfmetrics.registerFont(TTFont(name, str(folder / file)))
    pdfmetrics.registerFontFamily(TEXT, normal=TEXT, bold=BOLD, italic=ITALIC, boldItalic=BOLD_ITALIC)
    pdfmetrics.registerFontFamily(SIGNS, normal=SIGNS, bold=SIGNS, italic=SIGNS, boldItalic=SIGNS)
    _keep_narrow_spaces()


def name_of(bold: bool, italic: bool) -> str:
    """The name of the text font with these marks."""
    return {(False, False): TEXT, (True, False): BOLD, (False, True): ITALIC}.get((bold, italic), BOLD_ITALIC)


@lru_cache(maxsize=4096)
def in_text_font(char: str) -> bool:
    """Whether Gentium Plus has a glyph for *char*."""
    return ord(char) in pdfmetrics.getFont(TEXT).face.charToGlyph


@lru_cache(maxsize=8)
def hyphenator(language: str) -> Callable[[str], Iterable[tuple[str, str]]]:
    """The places where a word of *language* may be parted, never before the fourth letter or after
    the fourth from the end."""
    import pyphen

    iterate: Callable[[str], Iterable[tuple[str, str]]]
    iterate = pyphen.Pyphen(lang=layout.LOCALES[language].replace("-", "_"), left=3, right=3).iterate
    return iterate


def _keep_narrow_spaces() -> None:
    """Stop reportlab from breaking lines at U+202F and U+2007 and turning them into plain spaces.

    It splits words with ``str.split``, for which these two are spaces like others, unless the text
    has a U+00A0 in it (libraries.md §3).
    """
    plain = _paragraph._wsc.translate(str.maketrans("", "", "\u202f\u2007"))
    splitter = re.compile(f"[{re.escape(plain)}]+").split

    def split(text: str | bytes, delim: str | bytes | None = None) -> list[str]:
        words = text.decode("utf8") if isinstance(text, bytes) else text
        if delim is not None:
            return words.split(delim.decode("utf8") if isinstance(delim, bytes) else delim)
        if any(char in words for char in _NO_BREAK):
            return [word for word in splitter(words) if word]
        return words.split()

    _paragraph._wsc = plain
    _paragraph._wsc_re_split = splitter
    _paragraph._wsc_end_search = re.compile(f"[{re.escape(plain)}]+$").search
    _paragraph.split = split
