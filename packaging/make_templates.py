"""Make the Word templates of the house: ``resources/templates/consult-{en,fr,es}.docx``.

Run from the project root: ``python packaging/make_templates.py [FOLDER]``. The looks come from
``consult_app.publishing.layout``; a secretariat may save a template under another name, change its page,
styles, header and footer in Word, and choose it in the window (``publishing/house_templates.py``): the
writer asks for the styles by their names and for nothing else. In
headers and footers it replaces {symbol}, {provisional}, {title} and {fingerprint} where they stand.

Fonts are named, not embedded: Word and LibreOffice use Gentium Plus where it is installed and their
own serif elsewhere. The .pdf is the edition whose look is fixed.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from consult_app.publishing import layout  # noqa: E402

_ALIGN = {"left": "left", "justify": "both", "centre": "center"}
_TEXT_WIDTH = layout.PAGE[0] - 2 * layout.MARGIN_SIDE


def twips(points: float) -> int:
    """*points* in twentieths, the measure of WordprocessingML."""
    return round(points * 20)


def style_xml(name: str, style_id: str, look: layout.Look) -> str:
    """The style element of one kind of paragraph."""
    paragraph = []
    if look.keep_next:
        paragraph.append("<w:keepNext/>")
    if look.outline:
        paragraph.append("<w:keepLines/>")
    paragraph.append("<w:widowControl/>")
    if look.rule_below:
        paragraph.append(
            f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="6" w:color="{layout.RULE}"/></w:pBdr>'
        )
    indent = ""
    if name.startswith("numbered"):
        label, words = layout.INDENTS[int(name.removeprefix("numbered"))]
        paragraph.append(f'<w:tabs><w:tab w:val="left" w:pos="{twips(words)}"/></w:tabs>')
        indent = f'<w:ind w:left="{twips(words)}" w:hanging="{twips(words - label)}"/>'
    elif look.right:
        paragraph.append(f'<w:tabs><w:tab w:val="right" w:pos="{twips(_TEXT_WIDTH)}"/></w:tabs>')
    if not look.hyphens:
        paragraph.append("<w:suppressAutoHyphens/>")
    paragraph.append(
        f'<w:spacing w:before="{twips(look.before)}" w:after="{twips(look.after)}"'
        f' w:line="{twips(look.leading)}" w:lineRule="exact"/>'
    )
    paragraph.append(indent)
    paragraph.append(f'<w:jc w:val="{_ALIGN[look.align]}"/>')
    if look.outline:
        paragraph.append(f'<w:outlineLvl w:val="{look.outline - 1}"/>')
    run = "<w:b/>" * look.bold + "<w:i/>" * look.italic
    run += f'<w:color w:val="{look.colour}"/>' if look.colour != "000000" else ""
    run += f'<w:sz w:val="{round(look.size * 2)}"/><w:szCs w:val="{round(look.size * 2)}"/>'
    shown = layout.style_name(style_id)
    return (
        f'<w:style {nsdecls("w")} w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{shown}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{''.join(paragraph)}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def set_styles(document: Any, language: str) -> None:
    """Leave in *document* the styles of the house and no others."""
    styles = document.styles.element
    for style in list(styles.findall(qn("w:style"))):
        if style.get(qn("w:styleId")) not in ("Normal", "DefaultParagraphFont", "TableNormal", "NoList"):
            styles.remove(style)
    for latent in styles.findall(qn("w:latentStyles")):
        styles.remove(latent)
    defaults = parse_xml(
        f'<w:docDefaults {nsdecls("w")}><w:rPrDefault><w:rPr><w:rFonts w:ascii="{layout.SERIF}"'
        f' w:hAnsi="{layout.SERIF}" w:eastAsia="{layout.SERIF}" w:cs="{layout.SERIF}"/><w:sz w:val="22"/>'
        f'<w:szCs w:val="22"/><w:lang w:val="{layout.LOCALES[language]}" w:eastAsia="en-US" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    styles.remove(styles.find(qn("w:docDefaults")))
    styles.insert(0, defaults)
    normal = document.styles["Normal"].element
    for child in list(normal):
        if child.tag in (qn("w:rPr"), qn("w:pPr")):
            normal.remove(child)
    for name, (style_id, look) in layout.LOOKS.items():
        styles.append(parse_xml(style_xml(name, style_id, look)))
    reference = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    reference.element.set(qn("w:styleId"), "FootnoteReference")
    reference.font.superscript = True
    remark = document.styles.add_style("Consult remark", WD_STYLE_TYPE.CHARACTER)
    remark.element.set(qn("w:styleId"), "ConsultRemark")
    remark.font.size = Pt(8.5)
    remark.font.italic = True


def field(name: str) -> str:
    """A field of Word with a first value of 1."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def set_page(document: Any, language: str) -> None:
    """Page, margins, and the headers and footers with the places that the writer fills in."""
    section = document.sections[0]
    section.page_width, section.page_height = Pt(layout.PAGE[0]), Pt(layout.PAGE[1])
    section.left_margin = section.right_margin = Pt(layout.MARGIN_SIDE)
    section.top_margin, section.bottom_margin = Pt(layout.MARGIN_TOP), Pt(layout.MARGIN_BOTTOM)
    section.header_distance, section.footer_distance = (
        Pt(layout.HEAD_FROM_EDGE),
        Pt(layout.FOOT_FROM_EDGE),
    )
    section.different_first_page_header_footer = True
    of = layout.OF_WORD[language]
    heads = {section.first_page_header: "\t{provisional}", section.header: "{symbol}\t{provisional}"}
    for head, words in heads.items():
        head.is_linked_to_previous = False
        fill(head, "Header", words)
    for foot in (section.first_page_footer, section.footer):
        foot.is_linked_to_previous = False
        fill(
            foot,
            "Footer",
            "{fingerprint}\t",
            f'{field("PAGE")}<w:r><w:t xml:space="preserve"> {of} </w:t></w:r>{field("NUMPAGES")}',
        )


def fill(part: Any, style: str, words: str, after: str = "") -> None:
    """Make the paragraph of a header or footer: *words* (a tab between), then the runs *after*."""
    bold = "<w:rPr><w:b/></w:rPr>"
    runs = "<w:r><w:tab/></w:r>".join(
        f'<w:r>{bold * (piece == "{provisional}")}<w:t xml:space="preserve">{piece}</w:t></w:r>'
        if piece
        else ""
        for piece in words.split("\t")
    )
    root = part._element
    for child in list(root):
        root.remove(child)
    root.append(
        parse_xml(f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}{after}</w:p>')
    )


def set_settings(document: Any, language: str) -> None:
    """Hyphenation of body text, and the language of the proofing tools."""
    settings = document.settings.element
    for tag in ("w:zoom", "w:proofState", "w:themeFontLang"):
        for element in settings.findall(qn(tag)):
            settings.remove(element)
    settings.insert(0, parse_xml(f'<w:zoom {nsdecls("w")} w:percent="100"/>'))
    hyphens = [
        parse_xml(f"<w:autoHyphenation {nsdecls('w')}/>"),
        parse_xml(f'<w:consecutiveHyphenLimit {nsdecls("w")} w:val="2"/>'),
        parse_xml(f"<w:doNotHyphenateCaps {nsdecls('w')}/>"),
    ]
    tab = settings.find(qn("w:defaultTabStop"))
    for element in hyphens:
        if tab is None:
            settings.insert(1, element)
        else:
            tab.addnext(element)
            tab = element


def make(language: str, folder: Path) -> Path:
    """Write the template of *language* into *folder* and return its path."""
    document = Document()
    for child in list(document.element.body):
        if child.tag != qn("w:sectPr"):
            document.element.body.remove(child)
    set_styles(document, language)
    set_page(document, language)
    set_settings(document, language)
    core = document.core_properties
    core.title = core.author = core.comments = core.last_modified_by = ""
    core.language = layout.LOCALES[language]
    core.created = core.modified = datetime(2000, 1, 1)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"consult-{language}.docx"
    document.save(str(path))
    return path


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "templates"
    for code in layout.LOCALES:
        print(make(code, target))
