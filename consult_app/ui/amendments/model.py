"""The list of amendments as rows: what each column says, and which rows the filters leave."""

from __future__ import annotations

import re
from dataclasses import dataclass

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.house_style.house import capitalized
from consult_app.meetings.people.countries import collated
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.ui.amendments.coding import WARNING, unplaced
from consult_app.ui.amendments.words import place_words
from consult_app.ui.belonging import authors_words, mark_of, tone_of
from consult_app.ui.language import Languages, number_said, tr, tr_c
from consult_app.ui.parts.lists import Column, ListModel
from consult_app.ui.stamps import stamp
from consult_app.ui.state_words import state_words
from consult_app.words import term

STATES = ("all", "pending", "decided")
_FIGURES = re.compile(r"\d+")


@dataclass(frozen=True)
class AmendmentRow:
    """One amendment, with everything in words of the window's language."""

    id: str
    number: str
    number_order: tuple[int, ...]
    by: str
    group: str
    tone: str
    to: str
    to_order: int
    kind: str
    state: str
    state_short: str
    state_tone: str
    pending: bool
    received: str
    received_at: str
    found_by: str
    code: str
    code_tone: str
    subamendment: bool


def amendment_rows(state: State) -> list[AmendmentRow]:
    """Return all amendments in order of receipt, each followed by its subamendments."""
    places: dict[str, int] = {}
    for text in state.drafting.texts.values():
        places |= {node: len(places) + at for at, node in enumerate(text.tree.walk())}
    not_placed = unplaced(state)
    rows = [
        _row(state, amendment, places, amendment.id in not_placed)
        for amendment in state.drafting.amendments.values()
    ]
    return sorted(rows, key=lambda row: row.number_order)


def _row(state: State, amendment: Amendment, places: dict[str, int], not_placed: bool) -> AmendmentRow:
    assembly, language = state.assembly, Languages.current()
    said = short = state_words(amendment)
    if amendment.state == "adopted_as_subamended" and amendment.kind != "live":
        # as it stands in the column; the tooltip and what is found keep to the term of the field
        short = tr_c("state of an amendment, in the list", "adopted as subamended")
    by = authors_words(assembly, amendment)
    to = place_words(state, amendment)
    kind = term("kind", amendment.kind, "amendment", language)
    words = [change.proposed for change in amendment.word_changes()]
    words += [text for new in amendment.inserted() for text in new.texts.values()]
    number = (amendment.number, by, to, kind, said, amendment.justification)
    return AmendmentRow(
        id=amendment.id,
        number=capitalized(number_said(amendment.number, "short")),
        number_order=_number_order(amendment.number),
        by=f"{mark_of(assembly, amendment.by)} {by}",
        group=assembly.main_group(amendment.by),
        tone=tone_of(assembly, amendment.by),
        to=to,
        to_order=places.get(amendment.target, len(places)),
        kind=kind,
        state=said,
        state_short=short,
        state_tone=_state_tone(amendment),
        pending=amendment.pending,
        received=stamp(amendment.received),
        received_at=amendment.received,
        found_by=collated(" ".join((*number, *words))),
        code=f"{WARNING} {amendment.sort_code or tr('needed')}" if not_placed else amendment.sort_code,
        code_tone="warn" if not_placed else "",
        subamendment=amendment.subamendment,
    )


def _number_order(number: str) -> tuple[int, ...]:
    """What is typed on the screen ("live/2") has a series of its own, behind D.1, D.2 …; the drafts of a
    group's file ("draft/2") stand before them."""
    series = -1 if number.startswith("draft/") else not number.startswith("D.")
    return (series, *(int(figure) for figure in _FIGURES.findall(number)))


def _state_tone(amendment: Amendment) -> str:
    if amendment.state.startswith("adopted"):
        return "ok"
    if amendment.state in ("awaiting_seconder", "bracketed"):
        return "warn"
    return "" if amendment.pending else "dim"


def filtered(rows: list[AmendmentRow], sought: str, state: str, group: str) -> list[AmendmentRow]:
    """Return the rows that hold every word of *sought*; *state* is one of :data:`STATES`, *group* one of
    the three groups or ``all``."""
    words = collated(sought).split()
    return [
        row
        for row in rows
        if all(word in row.found_by for word in words)
        and (state == "all" or row.pending == (state == "pending"))
        and group in ("all", row.group)
    ]


def amendments_model() -> ListModel[AmendmentRow]:
    """Return the empty model of the amendments' table."""
    columns = (
        Column[AmendmentRow](
            N_("Number"), lambda row: row.number, lambda row: row.number_order, width=80, strong=True
        ),
        Column[AmendmentRow](N_("By"), lambda row: row.by, lambda row: row.by, lambda row: row.tone),
        Column[AmendmentRow](N_("To"), lambda row: row.to, lambda row: row.to_order, width=128, spare=True),
        Column[AmendmentRow](N_("Kind"), lambda row: row.kind, width=126, spare=True),
        Column[AmendmentRow](
            N_("State"),
            lambda row: row.state_short,
            None,
            lambda row: row.state_tone,
            width=166,
            said=lambda row: row.state,
        ),
        Column[AmendmentRow](
            N_("Sort code"),
            lambda row: row.code,
            None,
            lambda row: row.code_tone,
            width=92,
            spare=True,
            if_any=True,
        ),
        Column[AmendmentRow](
            N_("Received"), lambda row: row.received, lambda row: row.received_at, width=128, spare=True
        ),
    )
    return ListModel(columns, lambda row: row.id)
