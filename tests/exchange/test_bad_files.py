"""Files that are damaged, dangerous or too large: each is refused in one sentence, and nothing is fetched."""

from __future__ import annotations

import io
import socket
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from consult_app.exchange import archive, blocks, pdf_words
from consult_app.exchange.errors import Unreadable
from consult_app.exchange.paper_words import read_paper_bytes
from consult_app.exchange.reading import read_bytes
from consult_app.exchange.spreadsheet import read_sheet
from consult_app.exchange.tracked import read_tracked_bytes
from tests.exchange.odt_files import items, odt_file
from tests.exchange.word_files import paragraph, word_file, zip_file

OUTSIDE = "http://127.0.0.1:9/x"
ENTITY = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{OUTSIDE}">]>'
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
GOOD_WORD = word_file([paragraph("First.", number=(1, 0))])
GOOD_ODT = odt_file(items("First."))


def _good_book() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name", "Role"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


GOOD_BOOK = _good_book()
GOOD = {"docx": GOOD_WORD, "odt": GOOD_ODT, "xlsx": GOOD_BOOK}
MAIN = {"docx": "word/document.xml", "odt": "content.xml", "xlsx": "xl/worksheets/sheet1.xml"}


def changed(data: bytes, **parts: bytes | str) -> bytes:
    """The archive with these parts put in or in the place of others ("__" is "/")."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        kept = {name: source.read(name) for name in source.namelist()}
    new = {name.replace("__", "/"): part for name, part in parts.items()}
    return zip_file(kept | {name: p.encode() if isinstance(p, str) else p for name, p in new.items()})


def encrypted(data: bytes) -> bytes:
    """The archive with each of its parts marked as encrypted."""
    out = bytearray(data)
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = out.find(mark)
        while at >= 0:
            out[at + place] |= 1
            at = out.find(mark, at + 4)
    return bytes(out)


def external(kind: str) -> str:
    return RELATIONS.format(
        f'<Relationship Id="r" Type="{TYPES}/{kind}" Target="{OUTSIDE}" TargetMode="External"/>'
    )


def cases() -> Iterator[Any]:
    for form, good in GOOD.items():
        main = MAIN[form]
        with zipfile.ZipFile(io.BytesIO(good)) as source:
            text = source.read(main).decode().split("?>", 1)[-1]
        for name, data, says in (
            ("cut short", good[:-120], "not sent whole"),
            ("password", encrypted(good), "password"),
            ("entity", changed(good, **{main: ENTITY + text}), "entities"),
            ("entity late", changed(good, **{main: f"<!--{'x' * 9000}-->{ENTITY}{text}"}), "entities"),
            ("absolute path", changed(good, __etc__x="x"), "outside itself"),
            ("parent path", changed(good, **{"../../x": "x"}), "outside itself"),
            ("drive", changed(good, **{"C:x": "x"}), "outside itself"),
            ("bomb", changed(good, **{"big.xml": b" " * 3_000_000}), "unpacks to more"),
            ("too many parts", changed(good, **{f"p{n}": "" for n in range(10_001)}), "unpacks to more"),
        ):
            yield pytest.param(form, data, says, id=f"{form}: {name}")
    yield pytest.param("docx", changed(GOOD_WORD, word__vbaProject=""), "", id="docx: no macro")
    for form, name in (
        ("docx", "word/vbaProject.bin"),
        ("xlsx", "xl/vbaProject.bin"),
        ("odt", "Basic/M.xml"),
    ):
        yield pytest.param(form, changed(GOOD[form], **{name: "x"}), "macros", id=f"{form}: macros")
    template = (
        '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
    )
    yield pytest.param(
        "docx", changed(GOOD_WORD, **{"[Content_Types].xml": template}), "macros", id="docx: macro type"
    )
    for kind in ("attachedTemplate", "image", "oleObject", "aFChunk", "subDocument"):
        data = changed(GOOD_WORD, **{"word/_rels/settings.xml.rels": external(kind)})
        yield pytest.param("docx", data, "never fetched", id=f"docx: {kind} elsewhere")
    data = changed(GOOD_WORD, **{"word/_rels/footnotes.xml.rels": external("hyperlink")})
    yield pytest.param("docx", data, "", id="docx: a link")
    data = changed(GOOD_BOOK, **{"xl/worksheets/_rels/sheet1.xml.rels": external("oleObject")})
    yield pytest.param("xlsx", data, "never fetched", id="xlsx: object elsewhere")
    section = f'<text:section><text:section-source xlink:href="{OUTSIDE}"/></text:section>'
    yield pytest.param("odt", odt_file(section), "never fetched", id="odt: section elsewhere")
    script = '<text:p><text:a xlink:href="vnd.sun.star.script:x">x</text:a></text:p>'
    yield pytest.param("odt", odt_file(script), "macros", id="odt: script")
    link = items(f'<text:p><text:a xlink:href="{OUTSIDE}">First.</text:a></text:p>')
    yield pytest.param("odt", odt_file(link), "", id="odt: a link")
    manifest = {"META-INF/manifest.xml": "<m><manifest:encryption-data/></m>"}
    yield pytest.param("odt", odt_file("", parts=manifest), "password", id="odt: own password")
    sheet = zip_file({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"})
    yield pytest.param("odt", sheet, "not a text", id="odt: spreadsheet")
    deep = odt_file("<text:section>" * 400 + "</text:section>" * 400)
    yield pytest.param("odt", deep, "nested deeper", id="odt: deep")
    yield pytest.param(
        "docx", word_file(["<w:sdt>" * 400 + "</w:sdt>" * 400]), "nested deeper", id="docx: deep"
    )
    many = word_file(["".join(f"<w:p>{n}</w:p>" for n in range(archive.MOST_MARKS // 2))])
    yield pytest.param("docx", many, "unpacks to more", id="docx: elements")
    words = "x " * (blocks.MOST_IN_LINE // 2 + 1)
    wide = word_file([f'<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>{words}</w:t></w:r></w:ins></w:p>'])
    yield pytest.param("docx", wide, "more than", id="docx: long paragraph")
    repeated = odt_file("<text:p>1. x</text:p>" * (blocks.MOST_LINES + 1))
    yield pytest.param("odt", repeated, "more than", id="odt: many paragraphs")


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_words: object, **_named: object) -> None:
        raise AssertionError("something was fetched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize(("form", "data", "says"), list(cases()))
def test_each_is_refused_in_one_sentence(
    form: str, data: bytes, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    readers: list[Callable[[], object]] = [lambda: read_sheet(data)]
    if form != "xlsx":
        readers = [
            lambda: read_bytes(data, "en", "x"),
            lambda: read_paper_bytes(data, "x"),
            lambda: read_tracked_bytes(data, "en", "x"),
        ]
    for read in readers if says else readers[:1]:
        if not says:
            read()
            continue
        with pytest.raises(Unreadable) as caught:
            read()
        assert says in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def pdf(stream: bytes, packed: bytes = b"/Filter /FlateDecode", kids: int = 1) -> bytes:
    """A PDF of one page with that content."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [" + b" 3 0 R" * kids + b"] /Count %d >>" % kids,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(stream), packed, stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = b"%PDF-1.7\n"
    for number, part in enumerate(parts, start=1):
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    return out + b"trailer << /Size 6 /Root 1 0 R >>\n%%EOF"


SAY = b"BT /F 10 Tf 50 700 Td (Words) Tj ET\n"
BURST = zlib.compress(b" " * (pdf_words.MOST_UNPACKED + 1))


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(b"%PDF-1.7 cut", "damaged", id="cut"),
        pytest.param(pdf(zlib.compress(b"0 0 m"))[:300], "damaged", id="cut later"),
        pytest.param(pdf(zlib.compress(b"0 0 m 1 1 l S")), "no words", id="no words"),
        pytest.param(pdf(BURST), "unpacks to more", id="bomb"),
        pytest.param(
            pdf(BURST.hex().encode() + b">", b"/Filter [/ASCIIHexDecode /FlateDecode]"), "unpacks", id="hex"
        ),
        pytest.param(
            pdf(zlib.compress(BURST), b"/Filter [/FlateDecode /FlateDecode]"), "unpacks", id="twice"
        ),
        pytest.param(pdf(zlib.compress(SAY * (pdf_words.MOST_SHOWN + 1))), "unpacks", id="operators"),
        pytest.param(pdf(zlib.compress(SAY), kids=pdf_words.MOST_PAGES + 1), "unpacks", id="pages"),
        pytest.param(b"just words", "verified as a Word file", id="text"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Word 97", id="doc"),
    ],
)
def test_a_paper_that_is_none(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read_paper_bytes(data, "x")


def test_a_pdf_with_a_password(tmp_path: Path) -> None:
    import pikepdf

    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(tmp_path / "x.pdf", encryption=pikepdf.Encryption(user="a", owner="b"))
    with pytest.raises(Unreadable, match="password"):
        read_paper_bytes((tmp_path / "x.pdf").read_bytes(), "x.pdf")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(b"1. x\n" * (blocks.MOST_LINES + 1), "more than", id="lines"),
        pytest.param(b"1. " + b"x" * blocks.MOST_IN_LINE, "A paragraph of the file", id="line"),
        pytest.param(b"1. words\n" * 500_000, "characters", id="characters"),
        pytest.param(b"\0" * 1000, "not a text", id="zeros"),
    ],
)
def test_a_plain_text_that_is_too_large(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read_bytes(data, "en", "x.txt")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(b"Name;Role\n" + b"A;member\n" * 1_000_000, "8 MB", id="size"),
        pytest.param(b";" * 300_000, "not a spreadsheet", id="columns"),
    ],
)
def test_a_list_that_is_too_large(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read_sheet(data)
