"""The real conclusions, to the golden figures of the procedure paper; and what is no text at all."""

from __future__ import annotations

import textwrap
from collections import Counter
from pathlib import Path

import pytest

from consult_app.drafting.wordings.wording import words
from consult_app.exchange import reading
from consult_app.exchange.errors import Unreadable
from consult_app.exchange.parsed import Parsed, ParsedNode
from consult_app.exchange.reading import read, read_bytes

REAL = Path(__file__).parents[2] / "../shared/real"
TEXT = REAL / "conclusions-ttmlm-2013.txt"
WORD = REAL / "draft-conclusions.docx"
TRACKED = REAL / "workers-group-amendments.docx"
DAMAGED = REAL / "governing-body-paper-gb319-pol-2.txt"

pytestmark = pytest.mark.filterwarnings("error")
real = pytest.mark.skipif(not TEXT.exists(), reason="the real texts do not lie beside the project")


def shape(parsed: Parsed) -> list[tuple[str, int, str, str]]:
    return [
        (node.kind, node.depth, node.enumeration, words(node.text).replace("’", "'").replace("\u00a0", " "))
        for node in parsed.nodes
    ]


def items_by_paragraph(parsed: Parsed) -> list[int]:
    counts: list[int] = []
    for node in parsed.nodes:
        if node.kind == "paragraph":
            counts.append(0)
        elif node.kind == "item":
            counts[-1] += 1
    return counts


@real
def test_the_golden_figures() -> None:
    parsed = read(TEXT, "en")
    assert Counter(node.kind for node in parsed.nodes) == {
        "title": 1, "organ": 1, "clause": 5, "adoption": 1,
        "heading": 5, "paragraph": 9, "item": 32, "footnote": 1,
    }  # fmt: skip
    assert items_by_paragraph(parsed) == [0, 3, 7, 0, 10, 0, 7, 0, 5]
    assert [(repair.number, repair.kind, repair.line) for repair in parsed.repairs] == [
        (1, "footnote", 25),
        (2, "join", 27),
        (3, "stray", 42),
        (4, "join", 58),
        (5, "join", 77),
    ]
    assert parsed.warnings == ()
    assert (parsed.language, parsed.source) == ("en", TEXT.name)
    assert parsed.nodes[0].text == "Conclusions[^1]"
    assert parsed.nodes[-1].note_key == "1"
    split = [node for node in parsed.nodes if len(node.raw_lines) > 1]
    assert [(node.raw_lines, node.repairs) for node in split] == [
        ((23, 27), (2,)),
        ((56, 58), (4,)),
        ((75, 77), (5,)),
    ]


@real
def test_the_word_file_gives_the_same_tree_and_words() -> None:
    parsed = read(WORD, "en")
    assert shape(parsed) == shape(read(TEXT, "en"))
    assert parsed.nodes[0].text == "Conclusions[^1]"
    assert (parsed.repairs, parsed.warnings) == ((), ())


@real
@pytest.mark.parametrize("width", [72, 80, 90, 100])
def test_the_text_cut_at_any_margin_gives_the_same_tree_and_words(width: int) -> None:
    lines = [
        "\n".join(textwrap.wrap(line, width, break_on_hyphens=False))
        for line in TEXT.read_text("utf-8").splitlines()
    ]
    parsed = read_bytes("\n".join(lines).encode(), "en", "cut.txt")
    assert shape(parsed) == shape(read(TEXT, "en"))
    assert parsed.warnings == ()


@real
def test_tracked_changes_are_read_as_accepted_and_said() -> None:
    parsed = read(TRACKED, "en")
    assert items_by_paragraph(parsed) == [0, 4, 6, 0, 10, 0, 7, 0, 5]
    assert [warning.values for warning in parsed.warnings] == [{"count": 9}]


@real
@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_each_repair_can_be_left_undone(number: int) -> None:
    whole, without = read(TEXT, "en"), read(TEXT, "en", frozenset({number}))
    assert number not in {repair.number for repair in without.repairs}
    assert all(repair in whole.repairs for repair in without.repairs if repair.number <= 5)
    assert letters(without.nodes, raw=True) >= letters(whole.nodes, raw=True)


@real
def test_all_repairs_can_be_left_undone() -> None:
    parsed = read(TEXT, "en", frozenset(range(1, 100)))
    assert parsed.repairs == ()
    assert Counter(letters_of(TEXT.read_text("utf-8"))) == letters(parsed.nodes, raw=True)


@real
def test_a_damaged_paper_loses_no_letter() -> None:
    parsed = read(DAMAGED, "en")
    dropped = Counter(
        sign
        for repair in parsed.repairs
        if repair.kind in ("furniture", "stray")
        for sign in letters_of(repair.before)
    )
    assert letters(parsed.nodes, raw=True) + dropped == Counter(letters_of(DAMAGED.read_text("utf-8")))


def letters_of(text: str) -> list[str]:
    return [sign for sign in text if sign.isalnum()]


def letters(nodes: tuple[ParsedNode, ...], raw: bool) -> Counter[str]:
    return Counter(sign for node in nodes for sign in letters_of(node.raw_text if raw else node.text))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"{\\rtf1 text}", "rich text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500, "97–2003"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not a text"),
        (b"abc\x00\x01\x02", "not a text"),
        (b"\xff\xfeA", "cut off"),
        (b"Dear all,\n\nthe meeting begins at nine.\n", "No numbered paragraph"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read_bytes(data, "en", "x")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"no file a\.txt"):
        read(tmp_path / "a.txt", "en")
    with pytest.raises(Unreadable, match="folder"):
        read(tmp_path, "en")


def test_a_file_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 10)
    with pytest.raises(Unreadable, match="50 MB"):
        read_bytes(b"1. Eleven bytes", "en", "x")
