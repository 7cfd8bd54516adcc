"""The writers, judged by other programs: pandoc and python-docx for .docx, poppler for .pdf."""

from __future__ import annotations

import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from consult_app.meetings.reasons import Refused
from consult_app.publishing.docx.writer import write_docx
from consult_app.publishing.paper import (
    Block,
    Footnote,
    Heading,
    Masthead,
    Numbered,
    Paper,
    Para,
    Runs,
    Span,
    Table,
    footnotes,
    joined,
    reading_order,
    spans,
    text,
    words_of,
)
from consult_app.publishing.pdf.writer import write_pdf
from tests.publishing.invented import WORDS, conclusions, trilingual

LANGUAGES = ("en", "fr", "es")
WHEN = datetime(2026, 11, 6, 17, 30)


def paper_of(*blocks: Block, language: str = "en") -> Paper:
    """A bare paper with *blocks*."""
    return Paper("final", "A paper", language, Masthead(symbol="X/1"), blocks)


def letters(words: str) -> str:
    """*words* without spaces and hyphens, which lines and columns change."""
    return re.sub(r"[\s\u00ad\u2010\u2011-]+", "", unicodedata.normalize("NFC", words))


def in_order(words: list[str], page: str) -> None:
    """Assert that *words* stand in *page* one after the other."""
    place = 0
    for piece in words:
        found = page.find(piece, place)
        assert found >= 0, f"not found in its place: {piece[:80]}"
        place = found + len(piece)


# -- the tree


def test_spans_show_brackets_marks_and_notes() -> None:
    note = Footnote("1", text("A note."))
    runs = spans("He [[*should*]] go[^1] now[^x] \\[sic\\]", "en", {"1": note})
    assert words_of(runs) == "He [should] gox nowx \\[sic\\]".replace("gox", "go").replace("\\", "")
    assert Span("should", italic=True) in runs
    assert Span(note=note) in runs
    assert Span("x", superscript=True) in runs


def test_spans_carry_a_change() -> None:
    (only,) = spans('"new" words', "fr", change="insert", group="workers")
    assert only == Span("«new» words", change="insert", group="workers")


def test_joined_keeps_what_differs_apart() -> None:
    assert joined([Span("a"), Span("b"), Span(""), Span("c", bold=True)]) == (
        Span("ab"),
        Span("c", bold=True),
    )


def test_a_footnote_referred_to_twice_is_one() -> None:
    note = Footnote("1", text("A note."))
    paper = paper_of(Para((Span("a"), Span(note=note))), Para((Span("b"), Span(note=note))))
    assert footnotes(paper) == (note,)


def test_widths_must_fit_the_columns() -> None:
    assert Table((), ((text("a"), text("b")),), (1, 3)).shares() == (0.25, 0.75)
    with pytest.raises(ValueError, match="2 widths for 1 columns"):
        Table((text("a"),), (), (1, 2)).shares()


# -- .docx


def markdown_of(document: dict[str, object]) -> Iterator[str]:
    """The words of pandoc's tree in reading order, notes left out."""

    def walk(node: object) -> Iterator[str]:
        if isinstance(node, list):
            for child in node:
                yield from walk(child)
        elif isinstance(node, dict):
            kind = node.get("t")
            if kind == "Str":
                yield str(node["c"])
            elif kind in ("Space", "SoftBreak", "LineBreak"):
                yield " "
            elif kind != "Note":
                yield from walk(node.get("c", []))

    return walk(document["blocks"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_pandoc_reads_the_docx_in_order(language: str, reader: Callable[..., str], tmp_path: Path) -> None:
    paper = conclusions(language)
    path = tmp_path / "paper.docx"
    path.write_bytes(write_docx(paper))
    words = letters("".join(markdown_of(json.loads(reader("pandoc", "-t", "json", path)))))
    in_order([letters(piece) for piece in reading_order(paper)], words)
    plain = reader("pandoc", "-t", "markdown", "--wrap=none", path)
    assert f"# {WORDS[language]['heading']}" in plain
    assert "3*bis*" in plain
    for number, note in enumerate(footnotes(paper), 1):
        assert f"[^{number}]: {words_of(note.runs)}".replace("’", "'") in plain.replace("’", "'")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_docx_says_who_and_what_it_is(language: str) -> None:
    from docx import Document

    document = Document(io.BytesIO(write_docx(conclusions(language), author="The secretariat", when=WHEN)))
    core = document.core_properties
    assert (core.title, core.author) == (WORDS[language]["title"], "The secretariat")
    assert core.language == {"en": "en-GB", "fr": "fr-FR", "es": "es-ES"}[language]
    assert core.created is not None and core.created.replace(tzinfo=None) == WHEN
    section = document.sections[0]
    assert section.different_first_page_header_footer
    assert section.header.paragraphs[0].text == f"TMDWHT/2026/7\t{WORDS[language]['provisional']}"
    assert section.first_page_header.paragraphs[0].text == f"\t{WORDS[language]['provisional']}"
    foot = section.footer.paragraphs[0]
    assert foot.text.startswith(f"{WORDS[language]['fingerprint']}\t")
    assert foot.text.endswith({"en": "1 of 1", "fr": "1 sur 1", "es": "1 de 1"}[language])
    assert re.findall(r"PAGE|NUMPAGES", foot._p.xml) == ["PAGE", "NUMPAGES"]


def test_the_docx_has_real_notes_styles_and_repeated_heads() -> None:
    data = write_docx(conclusions("en"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        body = package.read("word/document.xml").decode()
        notes = package.read("word/footnotes.xml").decode()
        settings = package.read("word/settings.xml").decode()
        types = package.read("[Content_Types].xml").decode()
        styles = package.read("word/styles.xml").decode()
    assert len(names) == len(set(names))
    assert "wordprocessingml.footnotes+xml" in types
    assert re.findall(r'<w:footnote [^>]*w:id="(-?\d+)"', notes) == ["-1", "0", "1", "2"]
    assert re.findall(r"<w:footnoteReference[^>]*>", body) == [
        '<w:footnoteReference w:id="1"/>',
        '<w:footnoteReference w:id="2"/>',
    ]
    assert settings.index("<w:footnotePr>") < settings.index("<w:compat>")
    assert body.count("<w:tblHeader/>") == 1
    assert set(re.findall(r'<w:pStyle w:val="(\w+)"', body)) <= set(re.findall(r'w:styleId="(\w+)"', styles))
    title = styles[styles.index('w:styleId="ConsultTitle"') :].partition("</w:style>")[0]
    assert "<w:suppressAutoHyphens/>" in title and "<w:keepNext/>" in title
    assert re.search(r'<w:u w:val="double"[^>]*b8500a', body)
    assert re.search(r'<w:u w:val="dotted"[^>]*0a7a58', body)
    assert "<w:strike/>" in body and "<w:noBreakHyphen/>" in body


def test_each_language_of_a_docx_is_marked() -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(trilingual()))) as package:
        body = package.read("word/document.xml").decode()
        styles = package.read("word/styles.xml").decode()
    assert '<w:lang w:val="en-GB"' in styles
    assert set(re.findall(r'<w:lang w:val="([^"]+)"', body)) == {"fr-FR", "es-ES"}
    assert 'w:orient="landscape"' in body


def test_a_note_with_a_number_of_its_own_keeps_it() -> None:
    star, one = Footnote("*", text("A star.")), Footnote("1", text("A figure."))
    paper = paper_of(Para((Span("a"), Span(note=star), Span("b"), Span(note=one), Span(note=star))))
    with zipfile.ZipFile(io.BytesIO(write_docx(paper))) as package:
        body = package.read("word/document.xml").decode()
    assert '<w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t xml:space="preserve">*</w:t>' in body
    assert '<w:footnoteReference w:id="2"/>' in body
    assert body.count("<w:footnoteReference ") == 2


def test_characters_that_xml_cannot_carry_are_shown_as_unknown() -> None:
    from docx import Document

    data = write_docx(paper_of(Para(text("a\x00b & <c>\nd"))))
    assert Document(io.BytesIO(data)).paragraphs[-1].text == "a\ufffdb & <c>\nd"


def test_a_template_that_lacks_a_style_is_refused(tmp_path: Path) -> None:
    from docx import Document

    other = tmp_path / "letter.docx"
    Document().save(str(other))
    with pytest.raises(Refused, match=r"letter\.docx has no style named .*Consult body.*Consult title"):
        write_docx(conclusions("en"), template=other)


# -- .pdf


def pdf_at(folder: Path, paper: Paper) -> Path:
    """*paper* written as a file in *folder*."""
    path = folder / "paper.pdf"
    path.write_bytes(write_pdf(paper, author="The secretariat", when=WHEN))
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_poppler_reads_the_pdf_in_order(language: str, reader: Callable[..., str], tmp_path: Path) -> None:
    paper = conclusions(language)
    pages = reader("pdftotext", "-raw", pdf_at(tmp_path, paper), "-").split("\f")[:-1]
    of = {"en": "of", "fr": "sur", "es": "de"}[language]
    for number, page in enumerate(pages, 1):
        assert f"{number} {of} {len(pages)}" in page
        assert WORDS[language]["provisional"] in page
    in_order([letters(words_of(note.runs)) for note in footnotes(paper)], letters(pages[0]))
    body = letters(" ".join(pages))
    for piece in reading_order(paper):
        if len(piece) < 60:  # what may run over a page has head and foot in its midst
            assert letters(piece.replace("\u202f", "")) in body.replace("\u202f", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fonts_of_the_pdf_are_embedded(language: str, reader: Callable[..., str], tmp_path: Path) -> None:
    fonts = reader("pdffonts", pdf_at(tmp_path, conclusions(language))).splitlines()[2:]
    assert len(fonts) >= 4
    for line in fonts:
        name, *_rest = line.split()
        assert re.match(r"[A-Z]{6}\+(GentiumPlus|DejaVuSans)", name)
        assert re.search(r"\byes yes yes\b", line)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_says_who_and_what_it_is(language: str, reader: Callable[..., str], tmp_path: Path) -> None:
    path = pdf_at(tmp_path, conclusions(language))
    told = reader("pdfinfo", path)
    assert re.search(rf"Title:\s+{WORDS[language]['title']}", told)
    assert re.search(r"Author:\s+The secretariat", told)
    assert re.search(r"CreationDate:\s+Fri Nov  6 17:30:00 2026", told)

    import pikepdf

    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == {"en": "en-GB", "fr": "fr-FR", "es": "es-ES"}[language]
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
            assert titles == [WORDS[language][key] for key in ("title", "heading", "second")]


def test_the_pdf_can_be_listened_to(reader: Callable[..., str], tmp_path: Path) -> None:
    paper = conclusions("fr")
    told = reader("pdfinfo", "-struct-text", pdf_at(tmp_path, paper))
    kinds = re.findall(r"^\s+(H1|H2|P|Table|TR|TH|TD|Note)\b", told, re.MULTILINE)
    assert kinds.count("H1") == 1 and kinds.count("H2") == 2 and kinds.count("Note") == 2
    assert (kinds.count("TH"), kinds.count("TR"), kinds.count("TD")) == (3, 10, 27)
    heard = " ".join(re.findall(r'"(.*)"$', told, re.MULTILINE))
    heard = re.sub(r"\s+", " ", re.sub("[-\u2011]", "", heard))
    for piece in reading_order(paper):
        assert re.sub(r"\s+", " ", re.sub("[-\u2011]", "", piece)) in heard
    assert "sur 4" not in told  # running lines are not read out


def test_the_pdf_says_which_language_a_column_is_in(tmp_path: Path) -> None:
    import pikepdf

    with pikepdf.open(pdf_at(tmp_path, trilingual())) as pdf:
        named = [str(made.Lang) for made in pdf.objects if isinstance(made, pikepdf.Dictionary)
                 and made.get("/Type") == "/StructElem" and "/Lang" in made]  # fmt: skip
        assert named.count("fr-FR") == named.count("es-ES") == 6
        assert bool(pdf.Root.MarkInfo.Marked)


def test_the_number_of_a_note_fits_the_words_before_it(tmp_path: Path) -> None:
    import pypdfium2

    note = Span(note=Footnote("1", text("For submission.")))
    path = tmp_path / "p.pdf"
    path.write_bytes(
        write_pdf(paper_of(Heading(1, (Span("Conclusions"), note)), Para((Span("Ports"), note))))
    )
    with pypdfium2.PdfDocument(path) as document:
        page = document[0].get_textpage()
        words = page.get_text_range()
        height = {
            word: page.get_charbox(words.index(word) + len(word), loose=True)
            for word in ("Conclusions", "Ports")
        }
    sizes = {word: top - bottom for word, (_left, bottom, _right, top) in height.items()}
    assert sizes["Conclusions"] > 1.1 * sizes["Ports"]


def test_the_pdf_keeps_spaces_that_do_not_break(reader: Callable[..., str], tmp_path: Path) -> None:
    runs = text("Votes: " + "1\u202f161\u202f000 and no\u00a060. " * 30)
    words = reader("pdftotext", "-raw", pdf_at(tmp_path, paper_of(Para(runs))), "-")
    assert len(re.findall(r"1[\u202f\u00a0 ]161[\u202f\u00a0 ]000", words)) == 30
    assert len(re.findall(r"no[\u00a0 ]60", words)) == 30


def noted(number: int, length: int, words: int = 60) -> Runs:
    """A paragraph of *words* with a note of *length* words in its middle."""
    note = Footnote(str(number), text(f"N{number}first " + "harbour " * length + f"N{number}last"))
    return (Span(f"P{number} " + "crane " * words + f"R{number}"), Span(note=note), Span(" quay" * words))


@pytest.mark.parametrize("length", [3, 40, 1500])
def test_notes_stand_below_their_reference(length: int, reader: Callable[..., str], tmp_path: Path) -> None:
    blocks: list[Block] = [Numbered(f"{n}.", noted(n, length if n % 4 == 1 else 12)) for n in range(1, 16)]
    blocks.append(Table((text("A"),), tuple((noted(n, 8),) for n in range(16, 21))))
    pages = reader("pdftotext", "-raw", pdf_at(tmp_path, paper_of(*blocks)), "-").split("\f")
    for n in range(1, 21):
        (refers,) = [i for i, page in enumerate(pages) if re.search(rf"\bR{n}{n}\b", page)]
        (begins,) = [i for i, page in enumerate(pages) if f"N{n}first" in page]
        (ends,) = [i for i, page in enumerate(pages) if f"N{n}last" in page]
        assert refers <= begins <= ends
        if length < 100:
            assert refers == begins == ends


def test_no_heading_stands_alone_at_the_foot(reader: Callable[..., str], tmp_path: Path) -> None:
    blocks: list[Block] = []
    for n in range(1, 60):
        blocks.append(Heading(1 + n % 3, text(f"Heading H{n}")))
        blocks.append(Para(text(f"B{n} " + "word " * (7 * n % 90 + 3))))
    pages = reader("pdftotext", "-raw", pdf_at(tmp_path, paper_of(*blocks)), "-").split("\f")
    for n in range(1, 60):
        (page,) = [page for page in pages if re.search(rf"H{n}\b", page)]
        assert re.search(rf"\bB{n}\b", page)


def test_a_row_longer_than_a_page_goes_on(reader: Callable[..., str], tmp_path: Path) -> None:
    rows = ((text("short"), text("word " * 2000 + "END")), (text("last"), text("row")))
    paper = paper_of(Table((text("First"), text("Second")), rows, (1, 2)))
    pages = reader("pdftotext", "-raw", pdf_at(tmp_path, paper), "-")
    assert pages.count("END") == 1 and "last" in pages
    assert len(re.findall("First", pages)) == pages.count("\f")


def test_notes_that_share_a_number_are_refused() -> None:
    paper = paper_of(Para((Span(note=Footnote("1", text("a"))), Span(note=Footnote("1", text("b"))))))
    with pytest.raises(ValueError, match="share a number"):
        write_pdf(paper)


@pytest.mark.parametrize("write", [write_docx, write_pdf])
def test_the_same_paper_is_the_same_file(write: Callable[[Paper], bytes]) -> None:
    assert write(conclusions("fr", 4)) == write(conclusions("fr", 4))


@pytest.mark.parametrize("write", [write_docx, write_pdf])
def test_an_empty_paper_is_a_paper(write: Callable[[Paper], bytes]) -> None:
    assert len(write(Paper("final", "", "es", Masthead(), ()))) > 500


def test_the_templates_are_those_that_the_script_makes(tmp_path: Path) -> None:
    import runpy

    root = Path(__file__).resolve().parents[2]
    make = runpy.run_path(str(root / "packaging" / "make_templates.py"))["make"]
    for language in LANGUAGES:
        made = zipfile.ZipFile(make(language, tmp_path))
        kept = zipfile.ZipFile(root / "resources" / "templates" / f"consult-{language}.docx")
        with made, kept:
            assert {n: made.read(n) for n in made.namelist()} == {n: kept.read(n) for n in kept.namelist()}
