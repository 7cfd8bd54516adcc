"""The fonts of the .pdf, and two things that reportlab must be told about spaces.

Gentium Plus carries the text, or the font of a secretariat's own template; DejaVu Sans stands in for the
few signs that it lacks (☐ ☑ ● ■ ▲). Both are embedded as subsets: a reader needs no font.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import groupby
from threading import RLock

import reportlab.platypus.paragraph as _paragraph
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from consult_app import places

from .. import layout
from . import font_files

TEXT = "ConsultText"
BOLD = "ConsultText-Bold"
ITALIC = "ConsultText-Italic"
BOLD_ITALIC = "ConsultText-BoldItalic"
SIGNS = "ConsultSigns"

_UNPRINTED = dict.fromkeys((*range(9), *range(11, 32), 0x2060, 0xFEFF, 0xFFFE, 0xFFFF))
_registered: list[font_files.Faces] = []
_one_at_a_time = RLock()
#: words whose widths are kept, of each font
_MANY = 100_000
_NO_BREAK = frozenset("\xa0\u202f\u2007")


class _Measured(TTFont):  # type: ignore[misc]
    """A font that measures each word once: breaking the lines of a paper asks again and again."""

    def __init__(self, name: str, file: str) -> None:
        super().__init__(name, file)
        self.measured: dict[str, float] = {}

    def stringWidth(self, text: str | bytes, size: float, encoding: str = "utf8") -> float:
        """The width of *text* in points."""
        words = text.decode(encoding) if isinstance(text, bytes) else text
        units = self.measured.get(words)
        if units is None:
            if len(self.measured) > _MANY:
                self.measured.clear()
            widths, other = self.face.charWidths, self.face.defaultWidth
            units = self.measured[words] = sum(widths.get(ord(char), other) for char in words)
        return float(0.001 * size * units)


@lru_cache(maxsize=16)
def _measured(name: str, file: str) -> _Measured:
    return _Measured(name, file)


@contextmanager
def in_family(family: str) -> Iterator[None]:
    """Write one paper with the faces of *family*, or with ours where it may not be embedded (see
    ``font_files``). One paper at a time: the fonts stand under the same names, whatever the family.
    FileNotFoundError if a font of the house is missing."""
    with _one_at_a_time:
        register(family)
        yield


def register(family: str = layout.SERIF) -> None:
    """Make the fonts of *family* known to reportlab; FileNotFoundError names the one that is missing."""
    found = font_files.faces(family) or font_files.faces(layout.SERIF)
    folder = places.resources() / "fonts"
    if found is None:
        raise FileNotFoundError(folder / "GentiumPlus-Regular.ttf")
    if _registered == [found]:
        return
    files = {
        TEXT: found.regular,
        BOLD: found.bold,
        ITALIC: found.italic,
        BOLD_ITALIC: found.bold_italic,
        SIGNS: folder / "DejaVuSans.ttf",
    }
    for name, file in files.items():
        if not file.is_file():
            raise FileNotFoundError(file)
        # registerFont keeps what it has under a name
        pdfmetrics._fonts[name] = _measured(name, str(file))
    pdfmetrics.registerFontFamily(TEXT, normal=TEXT, bold=BOLD, italic=ITALIC, boldItalic=BOLD_ITALIC)
    pdfmetrics.registerFontFamily(SIGNS, normal=SIGNS, bold=SIGNS, italic=SIGNS, boldItalic=SIGNS)
    text_characters.cache_clear()
    if not _registered:
        _keep_narrow_spaces()
    _registered[:] = [found]


def name_of(bold: bool, italic: bool) -> str:
    """The name of the text font with these marks."""
    return {(False, False): TEXT, (True, False): BOLD, (False, True): ITALIC}.get((bold, italic), BOLD_ITALIC)


@lru_cache(maxsize=1)
def text_characters() -> frozenset[str]:
    """The characters that the text font has a glyph for."""
    return frozenset(map(chr, pdfmetrics.getFont(TEXT).face.charToGlyph))


def by_font(text: str) -> list[tuple[str, bool]]:
    """The printed characters of *text* in pieces, and whether each is of signs that only the second font
    has."""
    printed = text.translate(_UNPRINTED)
    ours = text_characters()
    if ours.issuperset(printed):
        return [(printed, False)] if printed else []
    return [
        ("".join(piece), signs)
        for signs, piece in groupby(printed, lambda char: not char.isspace() and char not in ours)
    ]


@lru_cache(maxsize=8)
def hyphenator(language: str) -> Callable[[str], Iterable[tuple[str, str]]]:
    """The places where a word of *language* may be parted, never before the fourth letter or after
    the fourth from the end."""
    import pyphen

    parts = pyphen.Pyphen(lang=layout.LOCALES[language].replace("-", "_"), left=3, right=3).iterate
    return lru_cache(maxsize=10_000)(lambda word: tuple(parts(word)))


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
        if not _NO_BREAK.isdisjoint(words):
            return [word for word in splitter(words) if word]
        return words.split()

    _paragraph._wsc = plain
    _paragraph._wsc_re_split = splitter
    _paragraph._wsc_end_search = re.compile(f"[{re.escape(plain)}]+$").search
    _paragraph.split = split
