"""The Word templates of the house: ours, and those that a secretariat puts in their place.

A template of one's own lies in the person's data folder, ``templates/<language>/NAME.docx``. It must have
each style of the house by its name, as Word shows it (or by the id that ours have); everything else is free:
fonts, sizes, page, margins, header and footer. The .pdf follows its page, margins and, where it may be
embedded, its font.
"""

from __future__ import annotations

import shutil
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from consult_app import places
from consult_app.meetings.reasons import N_, refuse

from . import layout

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RULE = "template"
#: what the header and footer may ask for; the first must not go unprinted unnoticed
PLACES = ("{provisional}", "{symbol}", "{fingerprint}")


def ours(language: str) -> Path:
    """The template that comes with the program."""
    return places.resources() / "templates" / f"consult-{language}.docx"


def own(language: str) -> Path | None:
    """The template that the secretariat put in the place of ours, None where there is none."""
    found = sorted(path for path in _folder(language).glob("*.docx") if not path.name.startswith("~$"))
    return found[0] if found else None


def in_use(language: str) -> Path:
    """The template that the papers in *language* are made with."""
    return own(language) or ours(language)


def choose(language: str, path: Path) -> Path:
    """Take a copy of the template *path* for *language*, and return the copy.

    Refused("template") when it is no Word file or lacks a style of the house; what was in use stays then.
    OSError when it cannot be copied.
    """
    check(path)
    folder = _folder(language)
    folder.mkdir(parents=True, exist_ok=True)
    beside = folder / "template.part"
    try:
        shutil.copyfile(path, beside)
        give_back(language)
        return beside.replace(folder / f"{path.stem}.docx")
    finally:
        beside.unlink(missing_ok=True)


def give_back(language: str) -> None:
    """Go back to our template for *language*. OSError when the other cannot be removed."""
    for path in _folder(language).glob("*.docx"):
        path.unlink()


def check(path: Path) -> None:
    """Refused("template") when *path* is no Word template, or lacks styles of the house; it names them."""
    styles = style_ids(path)
    missing = [name for style_id, name in wanted().items() if style_id not in styles]
    if missing:
        raise refuse(
            _RULE,
            N_(
                "The template {file} has no style named {styles}. Add it in Word, or begin again from the "
                "template of the program."
            ),
            file=path.name,
            styles=[f"“{name}”" for name in missing],
        )


def wanted() -> dict[str, str]:
    """The id and the name of each style that a template must have."""
    ids = [style_id for style_id, _look in layout.LOOKS.values()]
    return {each: layout.style_name(each) for each in (*ids, "FootnoteReference", "ConsultRemark")}


def style_ids(path: Path) -> dict[str, str]:
    """By the id of each style of the house the id that it has in the template *path*: that of the style of
    the same name, or the same. Refused("template") when *path* cannot be read as a Word file."""
    by_name: dict[str, str] = {}
    there = set()
    for style in _part(path, "word/styles.xml").iter(f"{_W}style"):
        style_id = str(style.get(f"{_W}styleId"))
        there.add(style_id)
        name = style.find(f"{_W}name")
        if name is not None:
            by_name[str(name.get(f"{_W}val")).lower()] = style_id
    out = {}
    for style_id, shown in wanted().items():
        found = by_name.get(shown.lower()) or (style_id if style_id in there else "")
        if found:
            out[style_id] = found
    return out


def sheet_for(language: str) -> layout.Sheet:
    """The page of the papers in *language*, as their template has it.

    Refused("template") when that of the secretariat can no longer be read.
    """
    path = own(language)
    return layout.SHEET if path is None else sheet_of(path)


def sheet_of(path: Path) -> layout.Sheet:
    """Page, margins and font of the template *path*; ours where it says nothing."""
    return _sheet(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _sheet(path: Path, _changed: int) -> layout.Sheet:
    found: dict[str, float] = {}
    for section in _part(path, "word/document.xml").iter(f"{_W}sectPr"):
        for tag, names in (
            ("pgSz", {"w": "width", "h": "height"}),
            ("pgMar", {"left": "left", "right": "right", "top": "top", "bottom": "bottom"}),
            ("pgMar", {"header": "head", "footer": "foot"}),
        ):
            element = section.find(f"{_W}{tag}")
            if element is not None:
                for attribute, name in names.items():
                    value = element.get(f"{_W}{attribute}")
                    if value is not None:
                        found[name] = abs(float(value)) / 20
    return layout.Sheet(**found, font=_font(path))


def _font(path: Path) -> str:
    """The font of body text: that of its style, or of what it is based on, or of the whole document."""
    root = _part(path, "word/styles.xml")
    styles = {style.get(f"{_W}styleId"): style for style in root.iter(f"{_W}style")}
    style = styles.get(style_ids(path).get("ConsultBody"))
    seen: list[_Element] = []
    while style is not None and style not in seen:
        seen.append(style)
        based = style.find(f"{_W}basedOn")
        style = styles.get(based.get(f"{_W}val")) if based is not None else None
    for element in (*seen, *root.iter(f"{_W}docDefaults")):
        fonts = next(element.iter(f"{_W}rFonts"), None)
        if fonts is not None and (name := fonts.get(f"{_W}ascii")):
            return str(name)
    return layout.SERIF


def unprinted(path: Path) -> tuple[str, ...]:
    """Those of :data:`PLACES` that neither a header nor a footer of the template asks for."""
    with zipfile.ZipFile(path) as package:
        names = [n for n in package.namelist() if n.startswith(("word/header", "word/footer"))]
    said = "".join("".join(t.text or "" for t in _part(path, name).iter(f"{_W}t")) for name in names)
    return tuple(place for place in PLACES if place not in said)


def _part(path: Path, name: str) -> _Element:
    from lxml import etree

    try:
        with zipfile.ZipFile(path) as package:
            return etree.fromstring(package.read(name))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise refuse(
            _RULE,
            N_("The file {file} is no Word template (.docx). Choose another, or go back to ours."),
            file=path.name,
        ) from error


def _folder(language: str) -> Path:
    return places.data_dir() / "templates" / language


__all__ = [
    "PLACES",
    "check",
    "choose",
    "give_back",
    "in_use",
    "ours",
    "own",
    "sheet_for",
    "sheet_of",
    "style_ids",
    "unprinted",
    "wanted",
]
