"""Any clean text comes back from its own print; and whatever comes in, no letter of it is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.exchange.errors import Unreadable
from consult_app.exchange.labels import roman
from consult_app.exchange.parsed import Parsed
from consult_app.exchange.reading import read_bytes
from tests.effort import MANY
from tests.exchange.word_files import paragraph, word_file

Row = tuple[str, int, str, str]

_WORD = st.text("abcdefghijklmnopqrstuvwxyzéñç", min_size=2, max_size=9)
_INLINE = st.sampled_from(
    ["(i)", "(a)", "(1)", "1.5", "A/1/2,", "25 July 2013", "[all]", "*x*", "No. 97", "m²", "“so”"]
)
_BODY = st.lists(st.one_of(_WORD, _INLINE), min_size=1, max_size=12)
SENTENCE = _BODY.map(lambda found: "Let " + " ".join(found) + " be.")
HEADING = st.lists(_WORD, min_size=1, max_size=5).map(lambda found: "On " + " ".join(found))
SIGNS: dict[str, Callable[[int], str]] = {
    "roman": lambda n: f"({roman(n)})",
    "alpha": lambda n: f"({chr(96 + n)})",
    "arabic": lambda n: f"({n})",
    "dash": lambda n: "-",
}


@st.composite
def items(draw: st.DrawFn, depth: int = 1, used: tuple[str, ...] = ()) -> list[tuple[Row, str]]:
    """Items of one list with lists of another kind under some, each with its label."""
    enumeration = draw(st.sampled_from([name for name in SIGNS if name not in used]))
    out: list[tuple[Row, str]] = []
    for number in range(1, draw(st.integers(1, 12)) + 1):
        text = draw(SENTENCE)
        out.append((("item", depth, enumeration, text), SIGNS[enumeration](number)))
        # a letter list long enough to reach (i) has none of romans below it, which nobody could tell apart
        if depth < 3 and draw(st.integers(0, 5)) == 0:
            barred = ("roman",) if enumeration == "alpha" else ("alpha",) if enumeration == "roman" else ()
            out += draw(items(depth + 1, (*used, enumeration, *barred)))
    return out


@st.composite
def texts(draw: st.DrawFn) -> list[tuple[Row, str]]:
    """The nodes of a text of conclusions with the labels that they are printed with."""
    out: list[tuple[Row, str]] = [
        (("title", 0, "", "Conclusions"), ""),
        (("organ", 0, "", "The Meeting on Lighthouses,"), ""),
    ]
    for text in draw(st.lists(_BODY, max_size=3)):
        out.append((("clause", 0, "", f"Noting {' '.join(text)} too,"), ""))
    out.append((("adoption", 0, "", "Adopts, this sixth day of March 2020, the following conclusions:"), ""))
    number = 0
    for section in range(draw(st.integers(1, 3))):
        out.append((("heading", 0, "", f"{draw(HEADING)} {'abc'[section]}"), ""))
        for _ in range(draw(st.integers(1, 3))):
            number += 1
            out.append((("paragraph", 0, "arabic", draw(SENTENCE)), f"{number}."))
            if draw(st.booleans()):
                out += draw(items())
    if draw(st.booleans()):
        out.append((("closing", 0, "", draw(SENTENCE)), ""))
    return out


def rows(parsed: Parsed) -> list[Row]:
    return [(node.kind, node.depth, node.enumeration, node.text) for node in parsed.nodes]


def plain(rows_: list[tuple[Row, str]]) -> list[Row]:
    escaped = str.maketrans({sign: f"\\{sign}" for sign in "*^[]\\"})
    return [
        (kind, depth, enumeration, text.translate(escaped)) for (kind, depth, enumeration, text), _ in rows_
    ]


@given(texts(), st.booleans())
def test_a_clean_text_comes_back(text: list[tuple[Row, str]], apart: bool) -> None:
    lines = [f"{label} {row[3]}".strip() for row, label in text]
    parsed = read_bytes(("\n\n" if apart else "\n").join(lines).encode(), "en", "x.txt")
    assert rows(parsed) == plain(text)
    assert (parsed.repairs, parsed.warnings) == ((), ())


@settings(max_examples=100)  # each opens an archive
@given(texts())
def test_it_comes_back_from_word_with_labels_typed(text: list[tuple[Row, str]]) -> None:
    data = word_file([paragraph(f"{label} {row[3]}".strip()) for row, label in text])
    assert rows(read_bytes(data, "en", "x.docx")) == plain(text)


_PIECES = st.sampled_from(
    [
        *(
            "Conclusions",
            "Head",
            "## Head",
            "**Head**",
            "Having met,",
            "The Meeting,",
            "GB.1/POL/2",
            "17",
            "-",
            "",
        ),
        *(
            "1. The Office should:",
            "2. Second.",
            "3.",
            "(i) one;",
            "- (ii) two",
            "(a) three",
            "(b)",
            "* star",
        ),
        *("¹ A note here.", "goes on ¹ and on", "The cut-", "ting of it", "m²", "^1^ x", "(3) thus."),
        "The long line that was cut at the margin because it did not fit into the width",
        "of the page (1) so, (2) or",
        "Adopts, this day, the following conclusions:",
    ]
)
DROPPED = ("furniture", "stray")


@pytest.mark.soak
@settings(max_examples=MANY)
@given(st.lists(_PIECES, max_size=40), st.frozensets(st.integers(1, 30), max_size=8))
def test_no_letter_is_lost(lines: list[str], without: frozenset[int]) -> None:
    text = "\n".join(lines)
    try:
        parsed = read_bytes(text.encode(), "en", "x.txt", without)
    except Unreadable:
        return
    dropped = Counter(
        sign
        for repair in parsed.repairs
        if repair.kind in DROPPED
        for sign in repair.before
        if sign.isalnum()
    )
    raw = Counter(sign for node in parsed.nodes for sign in node.raw_text if sign.isalnum())
    assert raw + dropped == Counter(sign for sign in text if sign.isalnum())
    assert not without & {repair.number for repair in parsed.repairs}
    for node in parsed.nodes:
        assert _words_kept(node.raw_text, node.text)
        assert set(node.repairs) <= {repair.number for repair in parsed.repairs}


def _words_kept(raw: str, text: str) -> bool:
    """Whether the letters of *raw* stand in *text* in order, but for those of a label."""
    figures = "⁰¹²³⁴⁵⁶⁷⁸⁹0123456789"
    before = "".join(sign for sign in raw if sign.isalpha() and sign not in figures)
    after = "".join(sign for sign in text if sign.isalpha() and sign not in figures)
    return before.endswith(after) and len(before) - len(after) <= 6
