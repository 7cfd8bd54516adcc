"""Paper → .xlsx: each table of the paper is a sheet, every cell is text.

A cell can never become a formula: it is written as a string, and one that a spreadsheet would take for a
formula when it is edited (= + - @ tab, return) carries the mark of quoted text. The same paper gives the
same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape

from .layout import LOCALES
from .paper import Heading, Paper, Runs, Table, words_of

_EPOCH = (1980, 1, 1, 0, 0, 0)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: what a cell must not begin with unless it is marked as quoted text
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
#: styles: plain, heading, quoted
_PLAIN, _HEADING, _QUOTED = range(3)
#: XML has no place for these; a spreadsheet would refuse the whole file
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NO_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_CELL = 32_767
_LONGEST_NAME = 31
_WIDE = 100.0


def write_xlsx(paper: Paper) -> bytes:
    """The tables of *paper* as the bytes of a workbook. ValueError if it has none."""
    sheets = _sheets(paper)
    if not sheets:
        raise ValueError(f"the paper {paper.key} has no table")
    parts = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": _relations(
            (f"{_RELATIONS}/officeDocument", "xl/workbook.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _properties(paper),
        "xl/workbook.xml": _workbook([name for name, _table in sheets], [t for _name, t in sheets]),
        "xl/_rels/workbook.xml.rels": _relations(
            *((f"{_RELATIONS}/worksheet", f"worksheets/sheet{n + 1}.xml") for n in range(len(sheets))),
            (f"{_RELATIONS}/styles", "styles.xml"),
        ),
        "xl/styles.xml": _STYLES,
    }
    for number, (_name, table) in enumerate(sheets, start=1):
        parts[f"xl/worksheets/sheet{number}.xml"] = _sheet(paper, table)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for part, xml in parts.items():
            info = zipfile.ZipInfo(part, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            package.writestr(info, xml.encode("utf-8"))
    return out.getvalue()


def _sheets(paper: Paper) -> list[tuple[str, Table]]:
    """Each table with the name of its sheet: the heading above it, or the title of the paper."""
    out: list[tuple[str, Table]] = []
    name, taken = paper.title, set[str]()
    for block in paper.blocks:
        if isinstance(block, Heading):
            name = words_of(block.runs)
        elif isinstance(block, Table):
            out.append((_free_name(name, taken), block))
    return out


def _free_name(wanted: str, taken: set[str]) -> str:
    bare = " ".join(_NO_NAME.sub(" ", _NO_XML.sub("", wanted)).split()).strip("'’ ") or "Table"
    name, number = bare[:_LONGEST_NAME].strip(), 1
    while name.casefold() in taken:
        number += 1
        ending = f" {number}"
        name = bare[: _LONGEST_NAME - len(ending)] + ending
    taken.add(name.casefold())
    return name


def _sheet(paper: Paper, table: Table) -> str:
    width = max([len(table.columns), *(len(row) for row in table.rows)], default=1) or 1
    header = table.header and bool(table.columns)
    rows = []
    if header:
        rows.append(_row(1, table.columns, _HEADING))
    rows += [_row(number, row, _PLAIN) for number, row in enumerate(table.rows, start=2 if header else 1)]
    shares = table.widths if len(table.widths) == width else (1.0,) * width
    # proportions come to characters; a table whose widths are characters already keeps them
    scale = 1.0 if min(shares) >= 4 else _WIDE / sum(shares)
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{share * scale:.1f}" customWidth="1"/>'
        for n, share in enumerate(shares, start=1)
    )
    pane = (
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/>'
        if header
        else ""
    )
    last = f"{_letters(width)}{max(len(rows), 1)}"
    head = " – ".join(part for part in (paper.masthead.meeting, paper.title) if part)
    foot = " · ".join(part for part in (paper.provisional, paper.fingerprint_line) if part)
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:{last}"/>'
        f'<sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols><sheetData>{"".join(rows)}</sheetData>'
        + (f'<autoFilter ref="A1:{last}"/>' if header and table.rows else "")
        + '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        f"<headerFooter><oddHeader>&amp;L{_printed(head)}</oddHeader>"
        f"<oddFooter>&amp;L{_printed(foot)}&amp;R&amp;P/&amp;N</oddFooter></headerFooter></worksheet>"
    )


def _row(number: int, cells: tuple[Runs, ...], style: int) -> str:
    said = "".join(
        _cell(f"{_letters(column)}{number}", words_of(runs), style)
        for column, runs in enumerate(cells, start=1)
    )
    return f'<row r="{number}">{said}</row>'


def _cell(place: str, words: str, style: int) -> str:
    words = _NO_XML.sub("", words)[:_LONGEST_CELL]
    if not words:
        return ""
    if style == _PLAIN and words.startswith(DANGEROUS):
        style = _QUOTED
    # a carriage return must be a reference: an XML reader makes a line feed of the character
    text = escape(words, {"\r": "&#13;"})
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _printed(words: str) -> str:
    """*words* in a header or footer, where & begins a code; not longer than 255 characters in all."""
    return escape(_NO_XML.sub("", words)[:200].replace("&", "&&"))


def _letters(column: int) -> str:
    out = ""
    while column:
        column, rest = divmod(column - 1, 26)
        out = chr(65 + rest) + out
    return out


def _workbook(names: list[str], tables: list[Table]) -> str:
    sheets = "".join(
        f'<sheet name="{escape(name, {chr(34): "&quot;"})}" sheetId="{n}" r:id="rId{n}"/>'
        for n, name in enumerate(names, start=1)
    )
    # the heads again on every printed page
    titles = "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{n}">{_quoted(name)}!$1:$1</definedName>'
        for n, (name, table) in enumerate(zip(names, tables, strict=True))
        if table.header and table.columns
    )
    return (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">'
        f"<bookViews><workbookView/></bookViews><sheets>{sheets}</sheets>"
        + (f"<definedNames>{titles}</definedNames>" if titles else "")
        + "</workbook>"
    )


def _quoted(name: str) -> str:
    doubled = name.replace("'", "''")
    return escape(f"'{doubled}'")


def _content_types(sheets: int) -> str:
    parts = [("/xl/workbook.xml", f"{_TYPE}.sheet.main+xml"), ("/xl/styles.xml", f"{_TYPE}.styles+xml")]
    parts += [(f"/xl/worksheets/sheet{n + 1}.xml", f"{_TYPE}.worksheet+xml") for n in range(sheets)]
    parts.append(("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
    listed = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in parts)
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _properties(paper: Paper) -> str:
    def element(name: str, words: str) -> str:
        return f"<{name}>{escape(_NO_XML.sub('', words))}</{name}>" if words else ""

    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        + element("dc:title", paper.title)
        + element("dc:subject", paper.masthead.symbol)
        + element("dc:creator", paper.masthead.organization)
        + element("dc:language", LOCALES[paper.language])
        + "</cp:coreProperties>"
    )


_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}">'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>'
    '<border><left/><right/><top/><bottom style="thin"><color rgb="FF9A9A9A"/></bottom><diagonal/></border>'
    "</borders>"
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3">'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="1" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" '
    'applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" '
    'applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
