"""The record of decisions: what was decided, sitting by sitting, in the order in which it was."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.house_style.house import capitalized, long_date, ordinal_word
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.words import number_words, term, translator

from ..formulas.bodies import officers_sentence
from ..formulas.compositions import of_composition
from ..paper import Block, Heading, Paper, Para, Runs, Span, Table, joined, text
from .entries import Entry, movers_said
from .heads import masthead
from .meeting_entries import anything_decided, entries, first_officers
from .sheet import subject

_TITLE = N_("Record of decisions")
_COLUMNS = (N_("Amendment"), N_("Submitted by"), N_("Concerning"), N_("Decision"))
_NUMBER = N_("No.")
_PENDING = N_("Amendments not disposed of")
_STATE = N_("State")
_NO_SITTING = N_("Outside the sittings")
_SITTING = {
    "en": ("{ordinal} sitting", "Sitting {number}"),
    "fr": ("{ordinal} séance", "Séance {number}"),
    "es": ("{ordinal} sesión", "Sesión {number}"),
}
_WIDTHS = (0.95, 1.75, 1.15, 2.65)


def title_words(language: str) -> str:
    """The title of the record."""
    return translator(language).gettext(_TITLE)


def decisions(state: State, language: str) -> Paper:
    """The record of decisions in *language*: at its head the first composition and the first Officers."""
    say = translator(language).gettext
    title = title_words(language)
    blocks: list[Block] = [Para(text(title), "title")]
    opening = " ".join(of_composition(state.assembly, language))
    officers = officers_sentence(first_officers(state.assembly), language)
    blocks += [Para(text(words)) for words in (opening, officers) if words]
    for number, found in groupby(entries(state, language), key=lambda entry: entry.sitting):
        blocks.append(Heading(1, text(sitting_words(state, number, language))))
        for alone, part in groupby(found, key=lambda entry: entry.whole or entry.aside):
            if alone:
                blocks += [Para(text(entry.sentence, bold=entry.whole)) for entry in part]
            else:
                blocks.append(_table(list(part), language))
    pending = [a for a in state.drafting.amendments.values() if a.pending]
    if pending:
        blocks.append(Heading(1, text(say(_PENDING))))
        heads = tuple(text(say(head)) for head in (*_COLUMNS[:3], _STATE))
        rows = tuple(_pending_row(state, amendment, language) for amendment in pending)
        blocks.append(Table(heads, rows, _WIDTHS))
    return Paper("decisions", title, language, masthead(state, language), tuple(blocks))


def _table(found: list[Entry], language: str) -> Table:
    """The entries as a table; its first column holds amendments only, or numbers of several kinds."""
    say = translator(language).gettext
    first = _NUMBER if any(entry.vote or entry.number.startswith("M.") for entry in found) else _COLUMNS[0]
    heads = tuple(text(say(head)) for head in (first, *_COLUMNS[1:]))
    return Table(heads, tuple(_row(entry, language) for entry in found), _WIDTHS)


def _row(entry: Entry, language: str) -> tuple[Runs, ...]:
    vote = f"\n{entry.vote}" if entry.vote and entry.number else entry.vote
    by = "\n".join(part for part in (entry.by, entry.seconded) if part)
    sentence = text(entry.sentence, italic=not (entry.number or entry.vote or entry.by))
    if entry.quoted:
        sentence = joined([*sentence, Span("\n"), *entry.quoted])
    said = "\n".join(number_words(each, language) for each in entry.number.split("\n"))
    number = joined([*text(said, bold=True), *text(vote)])
    return number, text(by), text(entry.subject), sentence


def _pending_row(state: State, amendment: Amendment, language: str) -> tuple[Runs, ...]:
    said = term("state", amendment.state, "amendment", language)
    about = subject(state, state.drafting.texts[amendment.text_id], amendment, language)
    by = movers_said(state, amendment, amendment.by, language)
    number = number_words(amendment.number, language)
    return text(number, bold=True), text(by), text(about), text(capitalized(said))


def sitting_words(state: State, number: int, language: str) -> str:
    """ "Second sitting, 6 March 2026"; of no sitting that it was outside the sittings."""
    if not number:
        return translator(language).gettext(_NO_SITTING)
    word, figure = _SITTING[language]
    name = figure.format(number=number)
    if number <= 31:
        name = word.format(ordinal=capitalized(ordinal_word(number, language, "f")))
    opened = next((s.opened for s in state.assembly.sittings if s.number == number), "")
    day = long_date(date.fromisoformat(opened[:10]), language) if opened else ""
    return ", ".join(part for part in (name, day) if part)


__all__ = ["anything_decided", "decisions", "sitting_words", "title_words"]
