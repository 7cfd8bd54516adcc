"""Small Word files made by hand, so that the tests say exactly what stands in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"

NUMBERING = """
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/>
<w:lvlText w:val="(%2)"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
<w:lvlText w:val="%3)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>
<w:lvlText w:val="&#8226;"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>
</w:lvlOverride></w:num>"""

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Numbered"><w:name w:val="Numbered"/><w:basedOn w:val="Normal"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>"""


def run(text: str, properties: str = "") -> str:
    """A run of *text* with run properties as XML."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inner: str, style: str = "", number: tuple[int, int] | None = None, mark: str = "") -> str:
    """A paragraph of runs; *inner* without a tag is plain text. *number* is (list, level)."""
    content = inner if inner.startswith("<") or not inner else run(inner)
    numbering = (
        f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>' if number else ""
    )
    chosen = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{chosen}{numbering}<w:rPr>{mark}</w:rPr></w:pPr>{content}</w:p>"


def changed(tag: str, author: str, inner: str, date: str = "2026-01-05T09:00:00Z") -> str:
    """A tracked change (``ins``, ``del``, ``moveFrom``, ``moveTo``) around *inner*, or the mark of one."""
    if tag in ("del", "moveFrom"):
        inner = inner.replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
    return f'<w:{tag} w:id="1" w:author="{author}" w:date="{date}">{inner}</w:{tag}>'


def word_file(
    paragraphs: Iterable[str],
    notes: dict[int, str] | None = None,
    head: str = "",
    comments: dict[int, tuple[str, str]] | None = None,
) -> bytes:
    """The bytes of a .docx with *paragraphs* and footnotes by number; *head* stands before the root.
    *comments* are by number who wrote each, and its words."""
    parts = {
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": _relations(
            [(kind, f"{kind}.xml") for kind in ("styles", "numbering", "footnotes", "comments")]
        ),
        "word/document.xml": head + _part("document", f"<w:body>{''.join(paragraphs)}</w:body>"),
        "word/styles.xml": _part("styles", STYLES),
        "word/numbering.xml": _part("numbering", NUMBERING),
        "word/footnotes.xml": _part(
            "footnotes",
            '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
            + "".join(
                f'<w:footnote w:id="{number}">'
                f"{paragraph(text if text.startswith('<') else run(' ' + text))}</w:footnote>"
                for number, text in (notes or {}).items()
            ),
        ),
        "word/comments.xml": _part(
            "comments",
            "".join(
                f'<w:comment w:id="{number}" w:author="{author}">{paragraph(text)}</w:comment>'
                for number, (author, text) in (comments or {}).items()
            ),
        ),
    }
    return zip_file({name: text.encode() for name, text in parts.items()})


def zip_file(parts: dict[str, bytes]) -> bytes:
    """The bytes of a zip archive with *parts*."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def _part(name: str, inner: str) -> str:
    return f'<w:{name} xmlns:w="{W}">{inner}</w:{name}>'


def _relations(pairs: list[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="r{at}" Type="{_TYPES}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(pairs)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{rows}</Relationships>'
