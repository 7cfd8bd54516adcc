"""Fonts of this machine that may stand in a .pdf: found by their family, read without any library.

A font is used only with all four of its faces, with TrueType outlines (reportlab knows no others), and where
its maker allows a subset of it to be embedded (OpenType 1.9, table OS/2, fsType).
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

import msgspec

from consult_app import places

_RESTRICTED, _USAGE = 0x0002, 0x000F
_NO_SUBSET, _BITMAP_ONLY = 0x0100, 0x0200
_UNICODE_PLATFORMS = (0, 3)
_FAMILY, _TYPOGRAPHIC = 1, 16
_BOLD, _ITALIC = 0x20, 0x01
_MOST_NAMES = 0x10000
#: usWeightClass and usWidthClass of the faces that text is set in
_WEIGHT, _BOLD_WEIGHT, _WIDTH = 400, 700, 5
#: bold, italic: in the order of :class:`Faces`
_STYLES = ((False, False), (True, False), (False, True), (True, True))


class Faces(msgspec.Struct, frozen=True):
    """The files of a family."""

    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path


@lru_cache(maxsize=32)
def faces(family: str) -> Faces | None:
    """The files of *family* on this machine, None where one is missing or may not be embedded."""
    found: dict[tuple[bool, bool], tuple[int, Path]] = {}
    for path in _files():
        try:
            with path.open("rb") as file:
                face = _face(file, family)
        except (OSError, struct.error):
            continue  # not ours to judge: a broken font of the machine is as good as none
        # a large family has light, black and narrow faces as well, none of which says that it is bold
        if face is not None and (face[0] not in found or face[1] < found[face[0]][0]):
            found[face[0]] = face[1], path
    if len(found) < 4:
        return None
    return Faces(*(found[style][1] for style in _STYLES))


def _files() -> Iterator[Path]:
    """The TrueType files of this program, of the person and of the machine, in this order."""
    folders = [places.resources() / "fonts"]
    home = Path.home()
    if sys.platform == "win32":
        folders += [Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft" / "Windows" / "Fonts"]
        folders += [Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"]
    elif sys.platform == "darwin":
        folders += [home / "Library" / "Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    else:
        folders += [home / ".fonts", home / ".local" / "share" / "fonts"]
        folders += [Path("/usr/local/share/fonts"), Path("/usr/share/fonts")]
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.suffix.lower() == ".ttf")


def _face(file: BinaryIO, family: str) -> tuple[tuple[bool, bool], int] | None:
    """Whether the font in *file* is bold and italic, and how far its weight and width are from those of text;
    None if it is of another family or may not be embedded. struct.error when it is damaged."""
    tables = _tables(file)
    if not {b"glyf", b"OS/2", b"name"} <= tables.keys():
        return None
    if family.lower() not in _names(file, *tables[b"name"]):
        return None
    file.seek(tables[b"OS/2"][0])
    weight, width, allowed = struct.unpack(">4xHHH", file.read(10))
    file.seek(tables[b"OS/2"][0] + 62)
    (selection,) = struct.unpack(">H", file.read(2))
    if allowed & _USAGE == _RESTRICTED or allowed & (_NO_SUBSET | _BITMAP_ONLY):
        return None
    bold = bool(selection & _BOLD)
    away = abs(weight - (_BOLD_WEIGHT if bold else _WEIGHT)) + 1_000 * abs(width - _WIDTH)
    return (bold, bool(selection & _ITALIC)), away


def _tables(file: BinaryIO) -> dict[bytes, tuple[int, int]]:
    """Where each table lies, and its length."""
    _version, count = struct.unpack(">IH6x", file.read(12))
    rows = (struct.unpack(">4s4xII", file.read(16)) for _ in range(count))
    return {tag: (offset, length) for tag, offset, length in rows}


def _names(file: BinaryIO, offset: int, length: int) -> set[str]:
    """The names of the family, in lower case."""
    file.seek(offset)
    data = file.read(min(length, _MOST_NAMES))
    _format, count, strings = struct.unpack_from(">HHH", data)
    out = set()
    for at in range(count):
        platform, _encoding, _language, name, size, start = struct.unpack_from(">6H", data, 6 + 12 * at)
        if platform in _UNICODE_PLATFORMS and name in (_FAMILY, _TYPOGRAPHIC):
            raw = data[strings + start : strings + start + size]
            out.add(raw.decode("utf-16-be", errors="replace").lower())
    return out


__all__ = ["Faces", "faces"]
