"""Invented papers in three languages for the tests of the writers: no real meeting, no real text."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

from consult_app.drafting.house_style import house
from consult_app.publishing.paper import (
    Block,
    Footnote,
    Gap,
    Heading,
    Masthead,
    Numbered,
    PageBreak,
    Paper,
    Para,
    Span,
    Table,
    spans,
    text,
)

START, END = date(2026, 11, 2), date(2026, 11, 6)

with Path(__file__).with_name("invented.toml").open("rb") as _file:
    WORDS = tomllib.load(_file)


def notes_of(language: str) -> dict[str, Footnote]:
    """The two footnotes of the invented conclusions."""
    words = WORDS[language]
    return {
        key: Footnote(key, spans(str(words[name]), language)) for key, name in (("1", "note"), ("2", "note2"))
    }


def head_of(language: str) -> Masthead:
    """The masthead of the invented meeting."""
    words = WORDS[language]
    return Masthead(
        str(words["organization"]),
        str(words["meeting"]),
        "TMDWHT/2026/7",
        house.date_range(START, END, language),
        str(words["place"]),
        str(words["original"]),
    )


def conclusions(language: str, paragraphs: int = 12) -> Paper:
    """Conclusions of two pages or more with everything that a paper can hold."""
    words = {key: str(value) for key, value in WORDS[language].items()}
    notes = notes_of(language)

    def plain(key: str) -> tuple[Span, ...]:
        return spans(words[key], language, notes)

    def again(key: str) -> tuple[Span, ...]:
        return tuple(span for span in plain(key) if span.note is None)

    blocks: list[Block] = [
        Para(plain("title"), "title"),
        Para(plain("organ"), "organ"),
        Para(spans(house.met_clause(words["place"], START, END, language), language), "clause"),
        Para(plain("clause"), "clause"),
        Para(text(house.adoption_formula(END, language)), "adoption"),
        Heading(1, plain("heading")),
    ]
    for n in range(1, paragraphs + 1):
        if n == paragraphs // 2:
            blocks.append(Heading(1, plain("second")))
        label = f"{n}bis." if n == 3 else f"{n}."
        first = n == 1
        blocks.append(
            Numbered(label, plain("body") if first else again("body"), mark=words["mark"] * (n == 2))
        )
        if n % 3 == 1:
            blocks.append(Numbered(f"{n + 100}.", plain("intro")))
            for m in range(1, 4):
                item = plain("item") if first and m == 1 else again("item")
                blocks.append(Numbered(house.item_marker("roman", m + 5, language), item, 1))
            blocks.append(Numbered(house.item_marker("alpha", 1, language), plain("sub"), 2))
    changed = (
        *text("Consult: "),
        Span("Government ", change="insert", group="government"),
        Span("Employers ", change="insert", group="employers"),
        Span("Workers ", change="insert", group="workers"),
        Span("struck out", change="delete", group="workers"),
        *text(" ● ■ ▲ non\u2011stop 1\u202f161."),
    )
    blocks += [
        Para(changed),
        Gap(),
        Table(
            tuple(text(head) for head in WORDS[language]["heads"]),
            tuple(
                (text(f"D.{n}", bold=True), plain("meeting"), text(words["outcome"])) for n in range(1, 10)
            ),
            (1, 4, 2),
        ),
        Para(plain("closing"), "closing"),
    ]
    return Paper(
        "final",
        words["title"],
        language,
        head_of(language),
        tuple(blocks),
        words["provisional"],
        words["fingerprint"],
    )


def trilingual() -> Paper:
    """A wide table with a column for each language."""
    rows = tuple(
        tuple(spans(str(WORDS[language][key]), language, {}) for language in WORDS)
        for key in ("organ", "clause", "intro", "sub", "closing")
    )
    return Paper(
        "trilingual",
        "Trilingual table",
        "en",
        head_of("en"),
        (
            Heading(1, text("Trilingual table")),
            Table((text("English"), text("Français"), text("Español")), rows, languages=("en", "fr", "es")),
            PageBreak(),
            Para(text("A page of its own.")),
        ),
        landscape=True,
    )
