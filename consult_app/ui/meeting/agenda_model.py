"""The agenda as rows of a list: label, title, what of the text an item is about, and its discussion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from consult_app.drafting.deciding.coverage import Coverage, coverage
from consult_app.drafting.house_style.labels import label_figure
from consult_app.drafting.text.nodes import Text
from consult_app.drafting.text.numbering import labels as node_labels
from consult_app.meetings.kept.agenda import Agenda, AgendaItem, labels
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.proceedings.agenda_setting import MoveAgendaItem, under_discussion
from consult_app.meetings.reasons import N_, Place
from consult_app.state import State
from consult_app.ui.chosen_text import chosen_text
from consult_app.ui.dates import clock
from consult_app.ui.language import Languages, tr, tr_n
from consult_app.ui.parts.lists import Column, ListModel
from consult_app.words import place

_INDENT = "\u2003"


@dataclass(frozen=True)
class AgendaRow:
    """One item or point, in words of the window's language; ``order`` is its place on the agenda."""

    id: str
    order: int
    label: str
    title: str
    about: str
    discussion: str
    open: bool
    point: bool


def agenda_rows(state: State) -> list[AgendaRow]:
    """Return the items of the agenda in order, each followed by its points."""
    assembly = state.assembly
    named, now = labels(assembly.agenda), under_discussion(assembly)
    return [
        AgendaRow(
            id=item.id,
            order=order,
            label=named[item.id],
            title=(_INDENT if item.under else "") + title_of(item),
            about=about(state, item),
            discussion=discussion_of(assembly, item.id),
            open=now is not None and now.item == item.id,
            point=bool(item.under),
        )
        for order, item in enumerate(assembly.agenda)
    ]


def title_of(item: AgendaItem) -> str:
    """Return the title in the window's language, else in any."""
    return item.titles.get(Languages.current()) or next(iter(item.titles.values()), "")


def about(state: State, item: AgendaItem) -> str:
    """Return the nodes that *item* names, in the window's language."""
    text = state.drafting.texts.get(item.text_id)
    return references(state, text, item.nodes) if text is not None else ""


def references(state: State, text: Text, nodes: Sequence[str]) -> str:
    """Return *nodes* of *text* by their figures ("3, 6(ii)"), and others than paragraphs by their names
    ("heading 2"); those that are gone are left out."""
    named = node_labels(text.tree, False, state.assembly.meeting.rules.numbering)
    language = Languages.current()
    out = []
    for node in nodes:
        if node in named and not text.nodes[node].deleted:
            kind = text.tree.spots[node].kind
            numbered = kind in ("paragraph", "item")
            said = (
                label_figure(named[node], language) if numbered else place(Place(kind, named[node]), language)
            )
            out.append(said)
    # in Spanish the figure of an item has a comma of its own
    return ("; " if language == "es" else ", ").join(out)


def discussion_of(assembly: Assembly, item: str) -> str:
    """Return when *item* was discussed: since when, or how often; "" before it was taken up."""
    held = [each for each in assembly.discussions if each.item == item]
    if not held:
        return ""
    if not held[-1].closed:
        return tr("under discussion since {time}", time=clock(datetime.fromisoformat(held[-1].opened)))
    sittings = sorted({each.sitting for each in held if each.sitting})
    if sittings:
        return tr_n(
            "discussed at sitting {numbers}",
            "discussed at sittings {numbers}",
            len(sittings),
            numbers=", ".join(map(str, sittings)),
        )
    return tr("discussed")


def agenda_model() -> ListModel[AgendaRow]:
    """Return the empty model of the agenda."""

    def tone(row: AgendaRow) -> str:
        return "accent" if row.open else ""

    def in_order(row: AgendaRow) -> int:
        return row.order

    columns = (
        Column[AgendaRow](N_("No."), lambda row: row.label, in_order, tone, 54),
        Column[AgendaRow](N_("Item"), lambda row: row.title, None, tone),
        Column[AgendaRow](N_("Paragraphs"), lambda row: row.about, in_order, width=130, spare=True),
        Column[AgendaRow](N_("Discussion"), lambda row: row.discussion, None, tone, 216),
    )
    return ListModel(columns, lambda row: row.id)


def move(agenda: Agenda, item_id: str, by: int) -> MoveAgendaItem | None:
    """Return the Command that puts an item one place earlier (*by* -1) or later (1); a point goes on under
    the next item where its own has no place left. None at either end."""
    item = next(each for each in agenda if each.id == item_id)
    siblings = [each.id for each in agenda if each.under == item.under]
    to = siblings.index(item_id) + by
    if 0 <= to < len(siblings):
        if by < 0:
            return MoveAgendaItem(item=item_id, before=siblings[to])
        return MoveAgendaItem(item=item_id, after=siblings[to])
    parents = [each.id for each in agenda if not each.under]
    beyond = parents.index(item.under) + by if item.under else -1
    if not 0 <= beyond < len(parents):
        return None
    points = [each.id for each in agenda if each.under == parents[beyond]]
    if by > 0 and points:
        return MoveAgendaItem(item=item_id, before=points[0])
    return MoveAgendaItem(item=item_id, under=parents[beyond])


def covered(state: State) -> tuple[Text, Coverage] | None:
    """Return the text and which part of it each item is about; None without a text."""
    text = chosen_text(state.drafting)
    return (text, coverage(state.assembly.agenda, text)) if text is not None else None
