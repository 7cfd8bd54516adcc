"""The body of the Governing Body paper: background, the meeting, its follow-up, and the draft decision in a
box."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from consult_app.drafting.amendments.amendment import ADOPTED
from consult_app.drafting.follow_up.register import register
from consult_app.drafting.house_style.house import capitalized, list_of, long_date, number
from consult_app.drafting.house_style.labels import item_marker
from consult_app.drafting.wordings.wording import escape
from consult_app.meetings.symbols import in_language as symbol_in
from consult_app.state import State

from ..formulas.bodies import officers_sentence, organ_name, sittings_held
from ..formulas.compositions import of_composition
from ..paper import Block, Heading, Runs, Table, spans, text
from ..papers.heads import original_mark
from ..papers.meeting_entries import first_officers
from ..report.introduction import met
from ..report.numbering import Paragraphs
from . import forms
from .facts import considered, decisions_cited, kind, meeting_words, parts_of, text_words

_BOX = (0.08, 0.92)


class Body(msgspec.Struct, frozen=True):
    """The blocks, and the first and last paragraph of each part: ``background``, ``meeting``, ``follow_up``,
    ``decision``."""

    blocks: tuple[Block, ...]
    parts: dict[str, tuple[int, int]]


def body(state: State, language: str) -> Body:
    """The body of the paper in *language*; a part without matter is left out."""
    paper = state.assembly.governing_body
    paragraphs = Paragraphs(language)
    blocks: list[Block] = []
    parts: dict[str, tuple[int, int]] = {}
    for name, words in (
        ("background", _background(state, language)),
        ("meeting", _meeting(state, language)),
        ("follow_up", _follow_up(state, language)),
    ):
        said = [each for each in words if each]
        if said:
            parts[name] = paragraphs.last + 1, paragraphs.last + len(said)
            blocks.append(Heading(1, text(forms.HEADINGS[name][language])))
            blocks += paragraphs.of(said)
    if paper.action == "decision":
        figure = paragraphs.last + 1
        parts["decision"] = figure, figure
        blocks.append(Heading(1, text(forms.HEADINGS["decision"][language])))
        blocks.append(_box(state, figure, language))
    return Body(tuple(blocks), parts)


def worded(words: dict[str, str], language: str) -> str:
    """What was entered in *language*, or else in another one and marked so; "" where nothing was."""
    if not words:
        return ""
    if language in words:
        return words[language]
    other, said = next(iter(words.items()))
    return f"{said} {original_mark(other, language)}"


def acts(state: State, language: str, *, invited: bool) -> list[str]:
    """What the Governing Body is *invited* to do, or does in the draft decision."""
    values = text_words(state, language)
    chosen = state.assembly.governing_body.acts
    return [forms.ACTS[act][language][not invited].format(**values) for act in chosen]


def _background(state: State, language: str) -> list[str]:
    entered = worded(state.assembly.governing_body.background, language)
    if entered:
        return entered.split("\n\n")
    symbols = [symbol_in(each, language) for each in decisions_cited(state)]
    if not symbols:
        return [forms.BLANK[language]]
    values = meeting_words(state, language)
    return [forms.CONVENED[language].format(symbols=list_of(symbols, language), **values)]


def _meeting(state: State, language: str) -> Iterator[str]:
    assembly = state.assembly
    yield " ".join(each for each in (met(assembly, language), sittings_held(assembly, language)) if each)
    yield " ".join(of_composition(assembly, language)[:1])
    yield officers_sentence(first_officers(assembly), language)
    yield _considered(state, language)
    for each in state.drafting.texts.values():
        if each.adopted:
            day = long_date(date.fromisoformat(each.adopted_on[:10]), language)
            named = each.kind if each.kind in forms.TEXTS else "conclusions"
            yield forms.ADOPTED[language].format(
                day=day, text=forms.TEXTS[named][language][0], is_set=forms.IS_SET[named][language]
            )


def _considered(state: State, language: str) -> str:
    found = considered(state.drafting)
    outcomes = [{part.state for part in parts_of(state.drafting, each)} & ADOPTED for each in found]
    adopted = sum(map(bool, outcomes))
    votes = len(state.assembly.votes)
    parts = []
    if found:
        subamended = any("adopted_as_subamended" in each for each in outcomes)
        form = forms.CONSIDERED[language][len(found) > 1]
        of_these = forms.ADOPTED_OF[language][min(adopted, 2)]
        parts.append(
            form.format(
                Organ=organ_name(state.assembly, language),
                count=number(len(found), language),
                adopted=of_these.format(adopted=number(adopted, language)),
                subamended=forms.SUBAMENDED[language][adopted > 1] if subamended else "",
            )
        )
    if votes:
        parts.append(forms.VOTED[language][votes > 1].format(count=number(votes, language)))
    return " ".join(parts)


def _follow_up(state: State, language: str) -> Iterator[str]:
    """How much the text asks for, and of whom."""
    actions = [
        action
        for each in state.drafting.texts.values()
        for action in register(state.drafting, each, final=each.adopted)
        if action.node
    ]
    if not actions:
        return
    office = sum("office" in action.actors for action in actions)
    named = kind(state)
    yield forms.ACTION_COUNT[language][len(actions) > 1].format(
        Text=capitalized(forms.TEXTS[named][language][0]),
        contain=forms.CONTAIN[named][language],
        count=number(len(actions), language),
        office=number(office, language),
        is_are=forms.IS_ARE[language][office > 1],
    )


def _box(state: State, figure: int, language: str) -> Table:
    """The draft decision, with its number: what was entered, or the acts that were chosen."""
    rows: list[tuple[Runs, ...]] = []
    label = text(f"{figure}.", bold=True)
    for line in _decision(state, language):
        rows.append((label if not rows else (), _bold(spans(escape(line), language))))
    return Table((), tuple(rows), _BOX, header=False, boxed=True)


def _decision(state: State, language: str) -> list[str]:
    entered = worded(state.assembly.governing_body.draft_decision, language)
    if entered:
        return entered.split("\n\n")
    done = acts(state, language, invited=False)
    begins = forms.DECIDES[language]
    if len(done) < 2:
        return [f"{begins} {done[0]}." if done else f"{begins} {forms.BLANK[language]}."]
    lines = [f"{item_marker('alpha', place, language)} {act}" for place, act in enumerate(done, 1)]
    joint = {"en": "; and", "fr": "; et", "es": "; y"}[language]
    ends = [";"] * (len(lines) - 2) + [joint, "."]
    return [f"{begins}:", *(line + end for line, end in zip(lines, ends, strict=True))]


def _bold(runs: Runs) -> Runs:
    return tuple(msgspec.structs.replace(span, bold=True) for span in runs)


__all__ = ["Body", "acts", "body", "worded"]
