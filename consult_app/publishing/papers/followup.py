"""The register of follow-up as a paper: what the adopted text commits whom to, one line an action."""

from __future__ import annotations

from datetime import date

from consult_app.drafting.amendments.actions import ACTORS, BODIES
from consult_app.drafting.follow_up.register import Action, register
from consult_app.drafting.house_style.house import (
    capitalized,
    label_figure,
    list_of,
    long_date,
    month_and_year,
)
from consult_app.drafting.house_style.referring import followed
from consult_app.drafting.text.nodes import Text
from consult_app.drafting.text.numbering import labels, printed
from consult_app.drafting.text.references import renumbered
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.words import term, translator

from ..paper import Block, Heading, Paper, Para, Runs, Span, Table, joined, spans, text
from .heads import masthead, original_mark, provisional_mark

_TITLE = N_("Register of follow-up")
_COLUMNS = (
    N_("No."),
    N_("Action"),
    N_("Responsible"),
    N_("With"),
    N_("Condition"),
    N_("Due"),
    N_("Status"),
)
_WIDTHS = (0.55, 3.4, 1.2, 1.5, 1.2, 1.1, 1.0)
_BY_HAND = N_("Further actions")


def anything_to_follow(state: State) -> bool:
    """Whether the register holds any action."""
    return any(register(state.drafting, each) for each in state.drafting.texts.values())


def title_words(language: str) -> str:
    """The title of the register."""
    return translator(language).gettext(_TITLE)


def followup(state: State, language: str) -> Paper:
    """The register of follow-up in *language*, numbered as the text is printed once it is adopted."""
    say = translator(language).gettext
    title = title_words(language)
    blocks: list[Block] = [Para(text(title), "title")]
    style = state.assembly.meeting.rules.numbering
    adopted = True
    for each in state.drafting.texts.values():
        found = register(state.drafting, each, final=each.adopted, style=style)
        if not found:
            continue
        adopted = adopted and each.adopted
        if len(state.drafting.texts) > 1:
            blocks.append(Heading(1, _name(each, language)))
        own = [action for action in found if action.node]
        further = [action for action in found if not action.node]
        if own:
            blocks.append(_table(state, each, own, language))
        if further:
            blocks += [Heading(1, text(say(_BY_HAND))), _table(state, each, further, language)]
    provisional = "" if adopted else provisional_mark(language, adopted=False)
    head = masthead(state, language)
    return Paper("followup", title, language, head, tuple(blocks), provisional, landscape=True)


def _name(each: Text, language: str) -> Runs:
    title = next((node for node in each if each.tree.spots[node.id].kind == "title"), None)
    words = (title.text(language) or title.text(title.original)) if title else ""
    return tuple(span for span in spans(words or each.id, language) if not span.superscript)


def _table(state: State, each: Text, actions: list[Action], language: str) -> Table:
    say = translator(language).gettext
    heads = tuple(text(say(head)) for head in _COLUMNS)
    return Table(heads, tuple(_row(state, each, action, language) for action in actions), _WIDTHS)


def _row(state: State, each: Text, action: Action, language: str) -> tuple[Runs, ...]:
    status = capitalized(term("status", action.status, "action", language))
    return (
        text(label_figure(action.id, language) if action.node else action.id, bold=True),
        words_of_action(state, each, action, language),
        text("\n".join(part for part in (actor_words(action, language), action.unit) if part)),
        text(_partners(action, language)),
        text(capitalized(action.condition_in(language))),
        text(
            "\n".join(
                part for part in (due_words(action.due, language), body_words(action, language)) if part
            )
        ),
        text("\n".join(part for part in (status, action.note) if part)),
    )


def _partners(action: Action, language: str) -> str:
    names = action.partners_in(language)
    own = language in action.readings or "partners" in action.edited
    return capitalized(list_of(names, language) if own else ", ".join(names))


def actor_words(action: Action, language: str) -> str:
    """Who is to act, in *language*; a name that a person entered as it is."""
    names = [term("actor", key, "action", language) if key in ACTORS else key for key in action.actors]
    return capitalized(list_of(names, language))


def body_words(action: Action, language: str) -> str:
    """The body that the action is reported to, in *language*."""
    body = action.reporting_body
    return term("body", body, "action", language) if body in BODIES else body


def due_words(due: str, language: str) -> str:
    """When an action is due, in words: "31 March 2027", "March 2027", "2027"; "" where nobody said."""
    if len(due) == 7:
        return month_and_year(date.fromisoformat(f"{due}-01"), language)
    return long_date(date.fromisoformat(due), language) if len(due) == 10 else due


def words_of_action(state: State, each: Text, action: Action, language: str) -> Runs:
    """The words of the action with those of the items under it, each on its own line; in the original
    where *language* lacks them, and marked so. Once the text is adopted, labels and references are those of
    the printed text."""
    if not action.node:
        words = action.texts.get(language) or next(iter(action.texts.values()))
        return text(words)
    style = state.assembly.meeting.rules.numbering
    gone = frozenset(node.id for node in each if node.deleted) if each.adopted else frozenset()
    named = labels(each.tree, each.adopted, style, gone)
    printed_as = renumbered(each, style) if each.adopted else {}
    parts: list[Span] = []
    for node in each.tree.under(action.node):
        own = each.nodes[node]
        if own.deleted:
            continue
        said = own.text(language)
        words = said or own.text(own.original)
        if parts:
            marker = printed(each.tree.spots[node], named.get(node, ""), language)
            parts.append(Span(f"\n{marker} ".rstrip(" ") + " " * bool(marker)))
        spoken = language if said else own.original
        parts += (span for span in spans(followed(words, spoken, printed_as), spoken) if span.text)
        if not said:
            parts.append(Span(f" {original_mark(own.original, language)}"))
    return joined(parts)


__all__ = [
    "actor_words",
    "anything_to_follow",
    "body_words",
    "due_words",
    "followup",
    "title_words",
    "words_of_action",
]
