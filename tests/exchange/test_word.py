"""Word files: automatic numbers, marks, notes, tracked changes; and archives that must not be opened."""

from __future__ import annotations

import pytest

from consult_app.exchange import archive
from consult_app.exchange.errors import Unreadable
from consult_app.exchange.parsed import Parsed
from consult_app.exchange.reading import read_bytes
from tests.exchange.word_files import paragraph, run, word_file, zip_file

TITLE = paragraph("Conclusions", style="Titel")
FIRST = paragraph("First.", number=(1, 0))


def parsed(
    *paragraphs: str, notes: dict[int, str] | None = None, without: frozenset[int] = frozenset()
) -> Parsed:
    return read_bytes(word_file([TITLE, *paragraphs], notes), "en", "x.docx", without)


def outline(result: Parsed) -> list[str]:
    return [f"{node.kind} {node.depth} {node.enumeration} {node.text}" for node in result.nodes[1:]]


def test_automatic_numbers_are_counted() -> None:
    result = parsed(
        paragraph("Part", style="Titre1"),
        paragraph("First:", number=(1, 0)),
        paragraph("one", number=(1, 1)),
        paragraph("two:", number=(1, 1)),
        paragraph("two a", number=(1, 2)),
        paragraph("two b", number=(1, 2)),
        paragraph("bullet", number=(2, 0)),
        paragraph("Second:", style="Numbered"),
        paragraph("one", number=(1, 1)),
        paragraph("Seventh.", number=(3, 0)),
    )
    assert outline(result) == [
        "heading 0  Part",
        "paragraph 0 arabic First:",
        "item 1 roman one",
        "item 1 roman two:",
        "item 2 alpha two a",
        "item 2 alpha two b",
        "item 3 dash bullet",
        "paragraph 0 arabic Second:",
        "item 1 roman one",
        "paragraph 0 arabic Seventh.",
    ]
    assert [warning.values["found"].label for warning in result.warnings] == ["7"]
    assert result.nodes[5].raw_text == "a) two a"


def test_typed_labels_win_over_bullets_and_carry_no_marks() -> None:
    result = parsed(
        paragraph(run("1.\tFirst", "<w:b/>") + run(" part:")),
        paragraph("(i) one", number=(2, 0)),
        paragraph("Heading over the next", number=(2, 0)).replace("Heading", "(ii) heading"),
    )
    assert outline(result) == [
        "paragraph 0 arabic **First** part:",
        "item 1 roman one",
        "item 1 roman heading over the next",
    ]


def test_marks_of_runs_and_of_styles() -> None:
    inner = (
        run("A ")
        + run("slow", '<w:rStyle w:val="Emphasis"/>')
        + run(" b", '<w:i w:val="0"/>')
        + run("old", "<w:b/>")
        + run("1", '<w:vertAlign w:val="superscript"/>')
        + run(" [x] *y*")
        + "<w:r><w:noBreakHyphen/><w:t>z</w:t></w:r>"
        + '<w:hyperlink><w:r><w:t xml:space="preserve"> link</w:t></w:r></w:hyperlink>'
        + '<w:sdt><w:sdtContent><w:r><w:t xml:space="preserve"> control</w:t></w:r></w:sdtContent></w:sdt>'
        + "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    )
    result = parsed(FIRST, paragraph(inner, number=(1, 0)))
    assert result.nodes[2].text == r"A *slow* b**old**^1^ \[x\] \*y\*" + "\u2011z link control"


def test_headings_leave_bold_to_the_house_style() -> None:
    assert outline(parsed(paragraph(run("Part", "<w:b/>")), FIRST))[0] == "heading 0  Part"


def test_headings_that_word_numbers_are_headings_beside_paragraphs() -> None:
    heading = paragraph("Part", style="Titre1", number=(3, 0))
    assert outline(parsed(heading, FIRST)) == ["heading 0  Part", "paragraph 0 arabic First."]


def test_signs_that_stand_for_characters() -> None:
    signs = "".join(f'<w:sym w:char="{code}"/>' for code in ("00B1", "D800", "0007", "zz"))
    assert outline(parsed(paragraph(f"<w:r><w:t>a</w:t>{signs}</w:r>", number=(1, 0))))[0].endswith(" a±")


def test_a_note_with_hidden_words_lists_them() -> None:
    inner = run("See") + '<w:r><w:footnoteReference w:id="9"/></w:r>'
    note = "Seen.</w:t></w:r>" + run(" Unseen.", "<w:vanish/>") + "<w:r><w:t>"
    result = parsed(paragraph(inner, number=(1, 0)), notes={9: note})
    assert result.nodes[-1].text == "Seen."
    assert [(repair.kind, repair.line) for repair in result.repairs] == [("hidden", 2)]
    assert result.nodes[-1].repairs == (1,)


def test_real_footnotes() -> None:
    inner = run("See here") + '<w:r><w:footnoteReference w:id="9"/></w:r>' + run(".")
    result = parsed(FIRST, paragraph(inner, number=(1, 0)), notes={9: "The note.", 10: "Not referred to."})
    assert outline(result) == [
        "paragraph 0 arabic First.",
        "paragraph 0 arabic See here[^1].",
        "footnote 0  The note.",
    ]
    assert result.nodes[-1].note_key == "1"


def test_tracked_changes_are_accepted_and_said() -> None:
    change = 'w:id="1" w:author="A" w:date="2020-03-02T09:00:00Z"'
    inner = (
        run("Keep ")
        + f"<w:del {change}><w:r><w:delText>old</w:delText></w:r></w:del>"
        + f"<w:ins {change}>{run('new')}</w:ins>"
        + f"<w:moveFrom {change}>{run(' moved')}</w:moveFrom>"
    )
    gone = paragraph(
        f"<w:del {change}><w:r><w:delText>Gone.</w:delText></w:r></w:del>",
        number=(1, 0),
        mark=f"<w:del {change}/>",
    )
    halves = [
        paragraph("Two ", number=(1, 0), mark=f"<w:del {change}/>"),
        paragraph("halves.", number=(1, 0)),
    ]
    result = parsed(FIRST, gone, paragraph(inner, number=(1, 0)), *halves)
    assert outline(result) == [
        "paragraph 0 arabic First.",
        "paragraph 0 arabic Keep new",
        "paragraph 0 arabic Two halves.",
    ]
    assert [warning.values for warning in result.warnings] == [{"count": 6}]


def test_hidden_text_is_dropped_and_listed() -> None:
    inner = run("Seen") + run(" secret", "<w:vanish/>")
    result = parsed(FIRST, paragraph(inner, number=(1, 0)))
    assert outline(result)[1] == "paragraph 0 arabic Seen"
    assert [(repair.kind, repair.line, repair.before) for repair in result.repairs] == [
        ("hidden", 3, "Seen secret")
    ]
    assert outline(parsed(FIRST, paragraph(inner, number=(1, 0)), without=frozenset({1})))[1].endswith(
        "Seen secret"
    )


def test_line_breaks_inside_a_paragraph() -> None:
    lines = ("Do:", "at once", "(i) one;", "(ii) two.")
    inner = "<w:r>" + "<w:br/>".join(f"<w:t>{line}</w:t>" for line in lines) + "</w:r>"
    result = parsed(paragraph(inner, number=(1, 0)))
    assert outline(result) == ["paragraph 0 arabic Do: at once", "item 1 roman one;", "item 1 roman two."]
    assert [repair.kind for repair in result.repairs] == ["soft-break"]
    undone = parsed(paragraph(inner, number=(1, 0)), without=frozenset({1}))
    assert outline(undone)[:2] == ["paragraph 0 arabic Do:", "closing 0  at once"]


def test_tables_are_read_in_order_and_contents_and_boxes_are_not() -> None:
    table = (
        f"<w:tbl><w:tr><w:tc>{FIRST}</w:tc><w:tc>{paragraph('Second.', number=(1, 0))}</w:tc></w:tr></w:tbl>"
    )
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('boxed words')}</w:txbxContent></w:pict></w:r>"
    result = parsed(paragraph("Part 3", style="TOC1"), table, paragraph(run("Third.") + box, number=(1, 0)))
    assert outline(result) == [f"paragraph 0 arabic {name}." for name in ("First", "Second", "Third")]
    assert [repair.kind for repair in result.repairs] == ["contents"]
    assert [warning.values for warning in result.warnings] == [{"words": "boxed words"}]


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (word_file([FIRST])[:-200], "not sent whole"),
        (word_file([FIRST])[:40], "not sent whole"),
        (zip_file({"readme.txt": b"x"}), "zip archive but not a Word file"),
        (zip_file({"xl/workbook.xml": b"<x/>"}), "Excel"),
        (zip_file({"mimetype": b"application/vnd.oasis.opendocument.text"}), "OpenDocument"),
        (zip_file({"word/document.xml": b"<w:document"}), "not sent whole"),
        (zip_file({"word/document.xml": b"<document/>"}), "not sent whole"),
        (word_file([FIRST], head=BOMB), "declares entities"),
        (zip_file({"word/document.xml": b" " * 5_000_000}), "unpacks to more"),
    ],
    # a zip file holds the time at which it was made: named by it, the tests would differ by process
    ids=("cut short", "cut at once", "zip", "xlsx", "odt", "unclosed", "other root", "entities", "bomb"),
)
def test_what_is_no_sound_word_file_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read_bytes(data, "en", "x.docx")


def test_a_part_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_PART", 300)
    with pytest.raises(Unreadable, match="unpacks to more"):
        read_bytes(word_file([FIRST]), "en", "x.docx")


def test_a_damaged_part_is_refused_whatever_byte_is_wrong() -> None:
    whole = word_file([TITLE, FIRST])
    refused = 0
    for place in range(0, len(whole), 7):
        data = whole[:place] + bytes([whole[place] ^ 0x5A]) + whole[place + 1 :]
        try:
            read_bytes(data, "en", "x.docx")
        except Unreadable:
            refused += 1
    assert refused > 10


def test_five_hundred_paragraphs() -> None:
    result = parsed(*(paragraph(f"Paragraph {n}.", number=(1, 0)) for n in range(500)))
    assert (len(result.nodes), result.warnings) == (501, ())
