"""The register of follow-up as one flat table, for spreadsheets: a line an action, a column for each
thing that is known of it, so that it can be sorted and filtered."""

from __future__ import annotations

from consult_app.drafting.follow_up.register import Action, register
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.words import term, translator

from ..paper import Paper, Table, text, words_of
from .followup import actor_words, body_words, title_words, words_of_action
from .heads import masthead

_HEADS = (
    N_("No."),
    N_("Action"),
    N_("Verb"),
    N_("Responsible"),
    N_("Unit"),
    N_("With"),
    N_("Condition"),
    N_("Due"),
    N_("Reported to"),
    N_("Status"),
    N_("Note"),
)
_WIDTHS = (9.0, 60.0, 14.0, 20.0, 16.0, 30.0, 24.0, 12.0, 22.0, 16.0, 30.0)


def followup_table(state: State, language: str) -> Paper:
    """Every action of the register in *language*, in the order of the paper; dates are ISO 8601."""
    say = translator(language).gettext
    style = state.assembly.meeting.rules.numbering
    rows = tuple(
        tuple(
            text(cell)
            for cell in _cells(action, words_of(words_of_action(state, each, action, language)), language)
        )
        for each in state.drafting.texts.values()
        for action in register(state.drafting, each, final=each.adopted, style=style)
    )
    table = Table(tuple(text(say(head)) for head in _HEADS), rows, _WIDTHS)
    return Paper("followup", title_words(language), language, masthead(state, language), (table,))


def _cells(action: Action, words: str, language: str) -> tuple[str, ...]:
    verb = action.readings[language].verb if language in action.readings else ""
    return (
        action.id,
        words,
        verb,
        actor_words(action, language),
        action.unit,
        ", ".join(action.partners_in(language)),
        action.condition_in(language),
        action.due,
        body_words(action, language),
        term("status", action.status, "action", language),
        action.note,
    )


__all__ = ["followup_table"]
