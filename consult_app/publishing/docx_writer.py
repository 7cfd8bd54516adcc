"""Paper → .docx: the template of the house with one parsed body.

The template of the language (``resources/templates/consult-xx.docx``) brings styles, headers and
footers; the body is built as text and parsed once, which takes a twentieth of the time of building
it element by element. The same paper gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from consult_app import places

from . import layout
from .docx_notes import Notes, attach
from .docx_tracked import attach_comments
from .docx_xml import Body, text_xml, twips
from .paper import Footnote, Paper, Span

_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_docx(
    paper: Paper, *, author: str = "", when: datetime | None = None, template: Path | None = None
) -> bytes:
    """*paper* as the bytes of a Word file.

    *author* and *when* (of making) go to the file's properties; *template* stands in for the one of
    the house. FileNotFoundError if there is no template, ValueError if it lacks a style of the house.
    """
    from docx import Document
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    path = template or places.resources() / "templates" / f"consult-{paper.language}.docx"
    with path.open("rb") as file:
        document = Document(file)
    _check_styles(document, path)
    notes = Notes()
    section: Any = document.sections[0]
    if paper.landscape:
        _turn(section)
    width = (section.page_width - section.left_margin - section.right_margin) / 12700
    builder = Body(paper, notes, width)
    root = parse_xml(f"<w:body {nsdecls('w')}>{builder.xml()}</w:body>")
    body = document.element.body
    section_properties = body.find(qn("w:sectPr"))
    for child in list(body):
        if child is not section_properties:
            body.remove(child)
    for child in list(root):
        section_properties.addprevious(child)
    if len(notes):

        def runs_of(note: Footnote) -> str:
            # Word knows no notes to notes: a reference inside one is only a raised number
            return builder.runs(
                tuple(Span(span.note.number, superscript=True) if span.note else span for span in note.runs)
            )

        attach(document, notes.xml(runs_of, text_xml))
    if builder.tracked.comments:
        attach_comments(document, builder.tracked.comments_xml())
    _fill_heads(document, paper, twips(width))
    core = document.core_properties
    core.title, core.author, core.language = paper.title, author, layout.LOCALES[paper.language]
    core.subject, core.last_modified_by = paper.masthead.symbol, author
    if when is not None:
        core.created = core.modified = when.replace(tzinfo=None)
    buffer = io.BytesIO()
    document.save(buffer)
    return _settled(buffer)


def _check_styles(document: Any, path: Path) -> None:
    from docx.oxml.ns import qn

    have = {style.get(qn("w:styleId")) for style in document.styles.element.findall(qn("w:style"))}
    wanted = {style_id for style_id, _look in layout.LOOKS.values()} | {"FootnoteReference", "ConsultRemark"}
    if missing := sorted(wanted - have):
        raise ValueError(f"{path.name} lacks the styles {', '.join(missing)}")


def _turn(section: Any) -> None:
    from docx.enum.section import WD_ORIENT

    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def _fill_heads(document: Any, paper: Paper, width: int) -> None:
    """Put the paper's own words where the template's headers and footers ask for them."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    words = {
        "{symbol}": paper.masthead.symbol,
        "{provisional}": paper.provisional,
        "{title}": paper.title,
        "{fingerprint}": paper.fingerprint_line,
    }
    section = document.sections[0]
    upright = twips(layout.PAGE[0] - 2 * layout.MARGIN_SIDE)
    for part in (section.header, section.first_page_header, section.footer, section.first_page_footer):
        for text in part._element.iter(qn("w:t")):
            for name, value in words.items():
                if text.text and name in text.text:
                    text.text = text.text.replace(name, value)
        if not paper.landscape:
            continue
        for properties in part._element.iter(qn("w:pPr")):
            properties.insert(
                1,
                parse_xml(
                    f'<w:tabs {nsdecls("w")}><w:tab w:val="clear" w:pos="{upright}"/>'
                    f'<w:tab w:val="right" w:pos="{width}"/></w:tabs>'
                ),
            )


def _settled(buffer: io.BytesIO) -> bytes:
    """The package with the same date on every member, so that equal papers are equal files."""
    out = io.BytesIO()
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            target.writestr(info, source.read(name))
    return out.getvalue()
