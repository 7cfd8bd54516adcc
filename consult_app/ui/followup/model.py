"""The register of follow-up as rows of a table, and which of them search and filters leave."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from consult_app.drafting.follow_up.register import Action
from consult_app.drafting.text.nodes import Text
from consult_app.meetings.people.countries import simple
from consult_app.meetings.reasons import N_
from consult_app.publishing.paper import words_of
from consult_app.publishing.papers.followup import words_of_action
from consult_app.state import State
from consult_app.ui.followup import words
from consult_app.ui.followup.due import Band, band, last_day
from consult_app.ui.language import Languages
from consult_app.ui.parts.lists import Column, ListModel

LABEL, ACTION = 0, 1
"""Where the label and the words of the action stand."""
ALL: Final = ""
OPEN: Final = "open"
"""Every status but the last."""


@dataclass(frozen=True)
class ActionRow:
    """One action in words of the window's language; ``verb`` begins ``words`` where one was found."""

    key: str
    node: str
    place: int
    label: str
    verb: str
    words: str
    whole: str
    actors: tuple[str, ...]
    actor: str
    unit: str
    partners: str
    condition: str
    due: str
    due_whole: str
    last: date
    band: Band
    body: str
    status: str
    status_key: str
    status_order: int
    found_by: str


def action_rows(state: State, text: Text, actions: Iterable[Action], today: date) -> list[ActionRow]:
    """Return *actions* of *text* as rows, in their order; *today* says what is overdue."""
    statuses = words.status_names()
    return [_row(state, text, action, at, statuses, today) for at, action in enumerate(actions)]


def _row(
    state: State, text: Text, action: Action, at: int, statuses: dict[str, str], today: date
) -> ActionRow:
    said, verb = words.first_words(action)
    language = words.language_of(action)
    whole = words_of(words_of_action(state, text, action, Languages.current()))
    row = ActionRow(
        key=action.key,
        node=action.node,
        place=at,
        label=words.label_words(action),
        verb=verb,
        words=said,
        whole=whole,
        actors=action.actors,
        actor=words.actor_names(action.actors),
        unit=action.unit,
        partners=words.names(action.partners_in(language)),
        condition=action.condition_in(language),
        due=words.due_said(action, today, short=True),
        due_whole=words.due_said(action, today),
        last=last_day(action.due) or date.max,
        band=band(action, today),
        body=words.body_name(action.reporting_body),
        status=statuses[action.status],
        status_key=action.status,
        status_order=list(statuses).index(action.status),
        found_by="",
    )
    told = (
        row.label,
        whole,
        row.actor,
        row.unit,
        row.partners,
        row.condition,
        row.due_whole,
        row.body,
        row.status,
    )
    return replace(row, found_by=simple(" ".join((*told, action.id, action.note))))


def filtered(
    rows: Iterable[ActionRow], sought: str = "", actor: str = ALL, status: str = ALL, due: str = ALL
) -> list[ActionRow]:
    """Return the rows that hold every word of *sought*, of one *actor*, one *status* (or :data:`OPEN`)
    and one band of *due*; "" holds the list to nothing."""
    parts = simple(sought).split()
    return [
        row
        for row in rows
        if all(part in row.found_by for part in parts)
        and actor in (ALL, *row.actors)
        and (status in (ALL, row.status_key) or (status == OPEN and row.status_key != "closed"))
        and due in (ALL, row.band)
    ]


def followup_model() -> ListModel[ActionRow]:
    """Return the empty model of the register; what has no room first is what the side says as well."""
    columns = (
        Column[ActionRow](N_("No."), lambda row: row.label, lambda row: row.place, width=66, strong=True),
        Column[ActionRow](N_("Action"), lambda row: row.words, said=lambda row: row.whole),
        Column[ActionRow](N_("Responsible"), lambda row: row.actor, width=134, spare=True),
        Column[ActionRow](N_("Unit"), lambda row: row.unit, width=96, spare=True),
        Column[ActionRow](N_("With"), lambda row: row.partners, width=140, spare=True),
        Column[ActionRow](N_("Condition"), lambda row: row.condition, width=140, spare=True),
        Column[ActionRow](
            N_("Due"),
            lambda row: row.due,
            lambda row: (row.last, row.place),
            tone=lambda row: "error" if row.band == "overdue" else "",
            width=172,
            said=lambda row: row.due_whole,
        ),
        Column[ActionRow](N_("Reported to"), lambda row: row.body, width=130, spare=True),
        Column[ActionRow](
            N_("Status"), lambda row: row.status, lambda row: (row.status_order, row.place), width=122
        ),
    )
    return ListModel(columns, lambda row: row.key)


__all__ = ["ACTION", "ALL", "LABEL", "OPEN", "ActionRow", "action_rows", "filtered", "followup_model"]
