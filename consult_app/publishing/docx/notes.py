"""Real Word footnotes: the part, its relationship, and the separators that Word insists on.

python-docx writes no footnotes; this follows drafting-systems.md §3.4. Numbers are Word's own as
long as they run 1, 2, 3 …; any other printed number ("*", a gap) is written as a mark of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..paper import Footnote

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240"'
    ' w:lineRule="auto"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240"'
    ' w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
#: what may follow footnotePr in settings.xml (ECMA-376 §17.15.1.78); it goes before the first of these
_AFTER = (
    *("endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping"),
    *("shapeDefaults", "decimalSymbol", "listSeparator"),
)


class Notes:
    """The footnotes of one paper in the order of their references."""

    def __init__(self) -> None:
        self._taken: dict[Footnote, int] = {}
        self._automatic = 0
        self._own: set[int] = set()

    def take(self, note: Footnote) -> tuple[int | None, bool]:
        """The id for a reference to *note*, and whether it prints a mark of its own.

        The id is None for a second reference to the same note: its number alone is printed then.
        """
        if note in self._taken:
            return None, False
        number = len(self._taken) + 1
        self._taken[note] = number
        if note.number == str(self._automatic + 1):
            self._automatic += 1
            return number, False
        self._own.add(number)
        return number, True

    def __len__(self) -> int:
        return len(self._taken)

    def xml(self, runs_of: Callable[[Footnote], str], text_of: Callable[[str], str]) -> str:
        """The whole footnotes part; *runs_of* gives the runs of a note, *text_of* those of a mark."""
        out = [f"<w:footnotes {_NAMESPACES}>", _SEPARATORS]
        for note, number in list(self._taken.items()):
            mark = text_of(note.number) if number in self._own else "<w:footnoteRef/>"
            out.append(
                f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
                f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{mark}</w:r>'
                f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{runs_of(note)}</w:p></w:footnote>'
            )
        out.append("</w:footnotes>")
        return "".join(out)


def attach(document: Any, xml: str) -> None:
    """Add the footnotes part *xml* to a python-docx document and declare its separators."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import XmlPart
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    for key, relation in list(document.part.rels.items()):
        # a template saved by Word may bring an (empty) part of its own
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            del document.part.rels[key]
    part = XmlPart(
        PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, parse_xml(xml), document.part.package
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    settings = document.settings.element
    if settings.find(qn("w:footnotePr")) is None:
        declared = parse_xml(
            f'<w:footnotePr {nsdecls("w")}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        )
        after = {qn(f"w:{name}") for name in _AFTER}
        after.add("{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr")
        place = next((element for element in settings if element.tag in after), None)
        if place is None:
            settings.append(declared)
        else:
            place.addprevious(declared)
