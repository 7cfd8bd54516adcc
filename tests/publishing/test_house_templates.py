"""A secretariat's own templates: taken when every style is there, followed by both writers, given back."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Callable
from copy import copy
from pathlib import Path
from typing import Any

import msgspec
import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from consult_app import places
from consult_app.meetings.reasons import Refused
from consult_app.publishing import house_templates, layout
from consult_app.publishing.docx.writer import write_docx
from consult_app.publishing.paper import Masthead, Paper, Para, Table, text
from consult_app.publishing.pdf.font_files import faces
from consult_app.publishing.pdf.writer import write_pdf
from tests.publishing.invented import WORDS, conclusions, trilingual

LANGUAGES = ("en", "fr", "es")
LETTER = (612.0, 792.0)


def changed(path: Path, change: Callable[[Any], None], language: str = "en") -> Path:
    """A copy of our template at *path*, changed as a secretariat may do in Word."""
    document = Document(str(house_templates.ours(language)))
    change(document)
    document.save(str(path))
    return path


def letter(document: Any) -> None:
    """US Letter with wide margins at the sides."""
    section = document.sections[0]
    section.page_width, section.page_height = Pt(LETTER[0]), Pt(LETTER[1])
    section.left_margin, section.right_margin = Mm(35), Mm(30)


def in_another_font(document: Any) -> None:
    """All text in a font that this program brings with it, in one face only."""
    fonts = next(document.styles.element.iter(qn("w:rFonts")))
    for name in ("ascii", "hAnsi"):
        fonts.set(qn(f"w:{name}"), "Sketchbook")


def renamed(document: Any) -> None:
    """The ids that Word makes for styles added by name."""
    for style in document.styles.element.iter(qn("w:style")):
        if style.get(qn("w:styleId")) == "ConsultTitle":
            style.set(qn("w:styleId"), "Consulttitle1")


def parted(document: Any) -> None:
    """A name in the header that Word's spelling has cut in two."""
    run = next(r for r in document.sections[0].header.paragraphs[0].runs if "{symbol}" in r.text)
    run.text = "Paper {sym"
    run._r.addnext(copy(run._r))
    following = document.sections[0].header.paragraphs[0].runs[1]
    following.text = "bol}, draft"


@pytest.mark.parametrize("language", LANGUAGES)
def test_ours_has_every_style_and_place_and_our_page(language: str) -> None:
    path = house_templates.in_use(language)
    assert path == house_templates.ours(language)
    house_templates.check(path)
    assert house_templates.unprinted(path) == ()
    sheet = house_templates.sheet_of(path)
    assert sheet.font == layout.SERIF
    for name in ("width", "height", "left", "right", "top", "bottom", "head", "foot"):
        assert getattr(sheet, name) == pytest.approx(getattr(layout.SHEET, name), abs=0.05)


def test_a_template_is_taken_and_given_back(tmp_path: Path) -> None:
    path = changed(tmp_path / "House style.docx", letter)
    copy = house_templates.choose("fr", path)
    path.unlink()
    assert house_templates.in_use("fr") == copy
    assert copy.name == "House style.docx"
    assert house_templates.own("en") is None
    other = house_templates.choose("fr", changed(tmp_path / "Other.docx", letter))
    assert house_templates.own("fr") == other
    assert not copy.exists()
    house_templates.give_back("fr")
    assert house_templates.in_use("fr") == house_templates.ours("fr")


def test_a_missing_style_is_named_and_what_was_in_use_stays(tmp_path: Path) -> None:
    def without(document: Any) -> None:
        for style in list(document.styles.element.iter(qn("w:style"))):
            if style.get(qn("w:styleId")) == "ConsultClause":
                style.getparent().remove(style)

    before = house_templates.choose("en", changed(tmp_path / "good.docx", letter))
    bad = changed(tmp_path / "bad.docx", without)
    with pytest.raises(Refused, match=r"bad\.docx has no style named .*“Consult clause”") as refused:
        house_templates.choose("en", bad)
    assert refused.value.rule == "template"
    assert house_templates.in_use("en") == before
    before.write_bytes(bad.read_bytes())  # changed behind the program's back
    with pytest.raises(Refused, match="no style named"):
        write_docx(conclusions("en"))


def test_what_is_no_word_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.docx"
    path.write_text("no Word file")
    with pytest.raises(Refused, match=r"notes\.docx is no Word template"):
        house_templates.choose("en", path)
    assert house_templates.own("en") is None


@pytest.mark.parametrize("landscape", [False, True], ids=["upright", "on its side"])
def test_both_writers_follow_the_page(tmp_path: Path, reader: Callable[..., str], landscape: bool) -> None:
    house_templates.choose("en", changed(tmp_path / "letter.docx", letter))
    paper = trilingual() if landscape else conclusions("en")
    section = Document(io.BytesIO(write_docx(paper))).sections[0]
    wide, high = reversed(LETTER) if landscape else LETTER
    assert (section.page_width, section.page_height) == (Pt(wide), Pt(high))
    path = tmp_path / "paper.pdf"
    path.write_bytes(write_pdf(paper))
    assert f"{wide:.0f} x {high:.0f} pts (letter)" in reader("pdfinfo", path)
    left = min(
        float(x) for x in re.findall(r'<word xMin="([\d.]+)"', reader("pdftotext", "-bbox", path, "-"))
    )
    right = max(float(x) for x in re.findall(r'xMax="([\d.]+)"', reader("pdftotext", "-bbox", path, "-")))
    assert left == pytest.approx(Mm(35).pt, abs=2)
    assert right == pytest.approx(wide - Mm(30).pt, abs=2)


def test_the_right_side_of_the_masthead_follows_the_margins(tmp_path: Path) -> None:
    house_templates.choose("en", changed(tmp_path / "letter.docx", letter))
    document = Document(io.BytesIO(write_docx(conclusions("en"))))
    width = round((LETTER[0] - Mm(65).pt) * 20)
    for paragraph in (document.paragraphs[0], document.sections[0].header.paragraphs[0]):
        (stop,) = (t for t in paragraph._p.iter(qn("w:tab")) if t.get(qn("w:val")) == "right")
        assert abs(int(str(stop.get(qn("w:pos")))) - width) <= 1


def test_styles_are_found_by_the_names_that_word_shows(tmp_path: Path) -> None:
    path = changed(tmp_path / "renamed.docx", renamed)
    assert house_templates.style_ids(path)["ConsultTitle"] == "Consulttitle1"
    data = write_docx(conclusions("en"), template=path)
    title = next(p for p in Document(io.BytesIO(data)).paragraphs if p.text == WORDS["en"]["title"])
    assert title.style is not None
    assert title.style.name == "Consult title"


def test_a_name_that_word_has_parted_is_still_filled_in(tmp_path: Path) -> None:
    path = changed(tmp_path / "parted.docx", parted)
    assert house_templates.unprinted(path) == ()
    data = write_docx(conclusions("en"), template=path)
    said = Document(io.BytesIO(data)).sections[0].header.paragraphs[0].text
    assert said.startswith("Paper TMDWHT/2026/7, draft\t")


def test_a_template_that_asks_for_nothing_says_what_goes_unprinted(tmp_path: Path) -> None:
    def silent(document: Any) -> None:
        section = document.sections[0]
        for part in (section.header, section.first_page_header, section.footer, section.first_page_footer):
            for element in list(part._element.iter(qn("w:t"))):
                element.text = ""

    path = changed(tmp_path / "silent.docx", silent)
    assert house_templates.unprinted(path) == house_templates.PLACES


def test_a_font_that_is_not_here_is_replaced_by_ours(tmp_path: Path, reader: Callable[..., str]) -> None:
    path = changed(tmp_path / "font.docx", in_another_font)
    sheet = house_templates.sheet_of(path)
    assert sheet.font == "Sketchbook"
    assert faces("Sketchbook") is None
    out = tmp_path / "paper.pdf"
    out.write_bytes(write_pdf(conclusions("en"), sheet=sheet))
    assert "GentiumPlus" in reader("pdffonts", out)


def test_a_font_of_this_machine_is_embedded(tmp_path: Path, reader: Callable[..., str]) -> None:
    family = next((name for name in ("DejaVu Serif", "Liberation Serif") if faces(name)), "")
    if not family:
        pytest.skip("no other family of four TrueType faces on this machine")
    out = tmp_path / "paper.pdf"
    ours = write_pdf(conclusions("en"))
    out.write_bytes(write_pdf(conclusions("en"), sheet=layout.Sheet(font=family)))
    fonts = reader("pdffonts", out)
    assert family.replace(" ", "") in fonts
    assert "GentiumPlus" not in fonts
    assert write_pdf(conclusions("en")) == ours


def test_of_a_large_family_the_faces_of_text_are_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / ".fonts"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    names = {"a": ("Regular", 900, 5), "b": ("Regular", 400, 3), "c": ("Regular", 400, 5)} | {
        name: (name, 700 if "Bold" in name else 400, 5) for name in ("Bold", "Italic", "BoldItalic")
    }
    for name, (face, weight, width) in names.items():
        data = (places.resources() / "fonts" / f"GentiumPlus-{face}.ttf").read_bytes()
        data = data.replace("Gentium Plus".encode("utf-16-be"), "Invented Six".encode("utf-16-be"))
        rows = (struct.unpack_from(">4s4xI", data, 12 + 16 * row) for row in range(data[5]))
        at = dict(rows)[b"OS/2"] + 4
        (folder / f"{name}.ttf").write_bytes(data[:at] + struct.pack(">HH", weight, width) + data[at + 4 :])
    faces.cache_clear()
    found = faces("Invented Six")
    assert found is not None
    assert [path.stem for path in msgspec.structs.astuple(found)] == ["c", "Bold", "Italic", "BoldItalic"]


def test_a_table_is_as_wide_as_the_page_of_the_template() -> None:
    sheet = layout.Sheet(width=LETTER[0], height=LETTER[1], left=36, right=36)
    cells = (text("one"), text("two"))
    paper = Paper("x", "X", "en", Masthead(), (Para(text("words")), Table(cells, (cells,) * 3)))
    assert write_pdf(paper, sheet=sheet) != write_pdf(paper)
