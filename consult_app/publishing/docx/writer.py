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

from .. import house_templates, layout
from ..paper import Footnote, Paper, Span
from ..xml_characters import carried
from .notes import Notes, attach
from .tracked import attach_comments
from .xml import Body, stops, text_xml, twips

_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_docx(
    paper: Paper, *, author: str = "", when: datetime | None = None, template: Path | None = None
) -> bytes:
    """*paper* as the bytes of a Word file.

    *author* and *when* (of making) go to the file's properties; *template* stands in for the one in use.
    FileNotFoundError if there is no template, Refused("template") if it lacks a style of the house.
    """
    from docx import Document
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    path = template or house_templates.in_use(paper.language)
    house_templates.check(path)
    with path.open("rb") as file:
        document = Document(file)
    _call_styles_ours(document, house_templates.style_ids(path))
    notes = Notes()
    if paper.landscape:
        _turn(document.sections[0])
    sheet = house_templates.sheet_of(path)
    width = (sheet.turned() if paper.landscape else sheet).text_width
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
    core.title, core.subject, core.language = (
        carried(paper.title),
        carried(paper.masthead.symbol),
        layout.LOCALES[paper.language],
    )
    core.author = core.last_modified_by = carried(author)
    core.keywords = paper.record
    if when is not None:
        core.created = core.modified = when.replace(tzinfo=None)
    buffer = io.BytesIO()
    document.save(buffer)
    return _settled(buffer)


def _call_styles_ours(document: Any, ids: dict[str, str]) -> None:
    """Give the styles of a secretariat's template the ids that ours have: Word makes an id of its own for a
    style that was added by name."""
    from docx.oxml.ns import qn

    ours = {theirs: our for our, theirs in ids.items() if our != theirs}
    if not ours:
        return
    section = document.sections[0]
    parts = (section.header, section.first_page_header, section.footer, section.first_page_footer)
    tags = tuple(map(qn, ("w:style", "w:basedOn", "w:next", "w:link", "w:pStyle", "w:rStyle")))
    for root in (document.styles.element, *(part._element for part in parts)):
        for element in root.iter(*tags):
            attribute = qn("w:styleId") if element.tag == qn("w:style") else qn("w:val")
            if element.get(attribute) in ours:
                element.set(attribute, ours[element.get(attribute)])


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
    parts = (section.header, section.first_page_header, section.footer, section.first_page_footer)
    for part in parts:
        for paragraph in part._element.iter(qn("w:p")):
            _fill_in(list(paragraph.iter(qn("w:t"))), {name: carried(said) for name, said in words.items()})
        if width == twips(layout.SHEET.text_width):
            continue
        for properties in part._element.iter(qn("w:pPr")):
            if properties.find(qn("w:tabs")) is None:
                properties.insert(1, parse_xml(stops(width, nsdecls("w"))))


def _fill_in(texts: list[Any], words: dict[str, str]) -> None:
    """Replace the names in *words* in a paragraph, whose *texts* Word may have parted in their middle."""
    for name, value in words.items():
        while (start := (said := "".join(each.text or "" for each in texts)).find(name)) >= 0:
            end, at = start + len(name), 0
            for each in texts:
                length = len(each.text or "")
                first, last = max(start - at, 0), min(end - at, length)
                if first < last:
                    inner = value if at <= start else ""
                    each.text = said[at : at + first] + inner + said[at + last : at + length]
                at += length
            if name in value:
                break


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
