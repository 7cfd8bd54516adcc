"""Symbols of documents and ISBNs: read, checked, written by language."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.meetings.papers import isbn
from consult_app.meetings.symbols import (
    SECTIONS,
    BadSymbol,
    Symbol,
    canonical,
    file_stem,
    in_language,
    parse,
    written,
)
from tests.effort import MANY

# the six numbers of a real background paper (procedure.md §6.2): English, French, Spanish; print and web
REAL = ("9789221278900", "9789221278917", "9789222278909", "9789222278916", "9789223278908", "9789223278915")
numbers = st.integers(1, 999)
marks = st.lists(
    st.builds(
        lambda kind, n: f"{kind}.{n or ''}", st.sampled_from(["Rev", "Add", "&Corr"]), st.integers(0, 99)
    ),
    max_size=2,
).map(tuple)


@st.composite
def governing_body(draw: st.DrawFn) -> Symbol:
    section = draw(st.sampled_from(SECTIONS))
    least = 0 if section == "PV" else 1
    items = draw(st.lists(numbers.map(str), min_size=least, max_size=2))
    return Symbol(
        "governing_body",
        f"GB.{draw(numbers)}",
        (*section.split("/"), *items),
        draw(marks),
        draw(st.integers(0, 20)),
    )


meeting = st.builds(
    lambda body, parts, marks: Symbol("meeting", body, tuple(parts), marks),
    st.sampled_from(["TTMLM", "TMDWHT", "MELS", "C.App.", "ILC.107"]),
    st.lists(numbers.map(str), min_size=1, max_size=3),
    marks,
)
united_nations = st.builds(
    lambda body, parts: Symbol("united_nations", body, tuple(parts)),
    st.sampled_from(["A", "E", "ST"]),
    st.lists(
        st.one_of(numbers.map(str), st.sampled_from(["RES", "CN.4", "L.5", "Add.1"])), min_size=2, max_size=4
    ),
)


@pytest.mark.soak
@settings(max_examples=MANY)
@given(st.one_of(governing_body(), meeting, united_nations), st.sampled_from(["en", "fr", "es"]))
def test_what_is_written_reads_as_the_same_symbol(symbol: Symbol, language: str) -> None:
    text = written(symbol, language)
    assert parse(text) == symbol
    assert canonical(text) == written(symbol)
    assert (" (" in text) == (language == "es" and bool(symbol.marks))


@pytest.mark.soak
@settings(max_examples=MANY)
@given(st.one_of(st.text(max_size=30), st.from_regex(r"GB\.\d{1,3}/[A-Z/]{2,6}.{0,12}", fullmatch=True)))
def test_anything_may_be_typed(text: str) -> None:
    try:
        once = canonical(text)
    except BadSymbol as error:
        assert error.why.values["symbol"] == text.strip()
        return
    assert canonical(once) == once
    assert file_stem(once, "es").endswith("-Sp")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("gb.319 / pol/2", "GB.319/POL/2"),
        ("GB319/POL/2", "GB.319/POL/2"),
        ("GB.316/PV( &corr. )", "GB.316/PV(&Corr.)"),
        ("GB.317/INS/13/2", "GB.317/INS/13/2"),
        ("GB.325/INS/2 (Add.1)", "GB.325/INS/2(Add.1)"),
        ("GB.322/INS/13/4(rev)", "GB.322/INS/13/4(Rev.)"),
        ("GB.331/WP/GBC/3", "GB.331/WP/GBC/3"),
        ("GB.320/POL/3/D2", "GB.320/POL/3/D2"),
        ("TTMLM/2013/14", "TTMLM/2013/14"),
        ("C.App./D.16", "C.App./D.16"),
        ("A/68/190", "A/68/190"),
        ("A/RES/67/219", "A/RES/67/219"),
        ("  our   own  ", "our own"),
    ],
)
def test_the_one_way_to_write_a_symbol(typed: str, kept: str) -> None:
    assert canonical(typed) == kept


@pytest.mark.parametrize("text", ["GB.319", "GB.319/", "GB.0/POL/2", "GB.319/POL", "GB.319/POL//2"])
def test_symbols_of_the_governing_body_that_cannot_be(text: str) -> None:
    with pytest.raises(BadSymbol):
        parse(text)


def test_sections_and_files() -> None:
    symbol = parse("GB.331/WP/GBC/3")
    assert symbol is not None and symbol.section == "WP/GBC"
    assert file_stem("GB.319/POL/2", "en", "MIGRA-131016-1") == "GB319-POL_2_[MIGRA-131016-1]-En"
    assert file_stem("GB.325/INS/2 (Add.1)", "es") == "GB325-INS_2(Add.1)-Sp"
    assert file_stem("A/68/190", "fr") == "A-68_190-Fr"
    assert in_language("GB.325/INS/2(Add.1)", "es") == "GB.325/INS/2 (Add.1)"
    assert in_language("GB.1", "es") == "GB.1"


@pytest.mark.parametrize("number", REAL)
def test_real_numbers_are_sound(number: str) -> None:
    language = {"1": "en", "2": "fr", "3": "es"}[number[6]]
    assert isbn.faults(number, language) == []
    assert isbn.digits(isbn.hyphenated(number)) == number
    others = [other for other in ("en", "fr", "es") if other != language]
    assert all(len(isbn.faults(number, other)) == 1 for other in others)


@pytest.mark.soak
@settings(max_examples=MANY)
@given(st.text("0123456789", min_size=12, max_size=12), st.integers(0, 12), st.integers(1, 9))
def test_every_single_slip_is_found(twelve: str, place: int, by: int) -> None:
    number = twelve + isbn.check_digit(twelve)
    assert isbn.check_digit(number[:12]) == number[12]
    slipped = number[:place] + str((int(number[place]) + by) % 10) + number[place + 1 :]
    assert isbn.check_digit(slipped[:12]) != slipped[12]


@pytest.mark.parametrize(
    "text", ["", "978-92-2-127890", "97892212789001", "9779221278900", "٩٧٨9221278900", "x"]
)
def test_what_is_no_isbn(text: str) -> None:
    assert isbn.digits(text) == ""


def test_isbn_as_typed() -> None:
    assert isbn.digits("ISBN: 978 92 2 127890 0") == REAL[0]
    assert isbn.hyphenated("9780306406157") == "978-0306406157"
    with pytest.raises(ValueError, match="twelve"):
        isbn.check_digit("12")
