"""Small OpenDocument texts made by hand, so that the tests say exactly what stands in them."""

from __future__ import annotations

import io
import zipfile

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "style", "table", "draw", "manifest", "meta")
)
NAMESPACES = (
    f'{_SPACES} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
)
STYLES = (
    '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/>'
    "</style:style>"
    '<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/>'
    '</style:style><style:style style:name="S" style:family="text"><style:text-properties'
    ' style:text-position="super 58%"/></style:style><style:style style:name="H" style:family="text">'
    '<style:text-properties text:display="none"/></style:style>'
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"'
    ' style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="i"'
    ' style:num-prefix="(" style:num-suffix=")"/><text:list-level-style-number text:level="3"'
    ' style:num-format="a" style:num-suffix=")"/></text:list-style>'
)


def items(*paragraphs: str, more: str = "") -> str:
    """A list in the style L, each of *paragraphs* (a whole ``text:p``, or plain words) an item of it."""
    whole = (each if each.startswith("<text:p") else f"<text:p>{each}</text:p>" for each in paragraphs)
    inner = "".join(f"<text:list-item>{each}</text:list-item>" for each in whole)
    return f'<text:list text:style-name="L"{more}>{inner}</text:list>'


def changed(name: str, author: str, deleted: str = "", within: str = "") -> str:
    """A tracked change: an insertion, or a deletion of *deleted* (whole paragraphs)."""

    def info(who: str) -> str:
        return (
            f"<office:change-info><dc:creator>{who}</dc:creator><dc:date>2026-01-05T09:00:00</dc:date>"
            "</office:change-info>"
        )

    made = f"<text:deletion>{info(author)}{deleted}</text:deletion>" if deleted else ""
    inserted = f"<text:insertion>{info(within or author)}</text:insertion>" if within or not deleted else ""
    return f'<text:changed-region text:id="{name}">{made}{inserted}</text:changed-region>'


def odt_file(body: str, changes: str = "", parts: dict[str, str] | None = None, head: str = "") -> bytes:
    """The bytes of an .odt with that *body*; *head* stands before the root."""
    tracked = f"<text:tracked-changes>{changes}</text:tracked-changes>" if changes else ""
    content = (
        f"{head}<office:document-content {NAMESPACES}><office:automatic-styles>{STYLES}"
        f"</office:automatic-styles><office:body><office:text>{tracked}{body}</office:text></office:body>"
        "</office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        for name, text in ({"content.xml": content} | (parts or {})).items():
            archive.writestr(name, text)
    return out.getvalue()
