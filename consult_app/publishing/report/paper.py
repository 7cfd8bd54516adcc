"""The report of proceedings as a paper: a draft that the secretariat finishes in Word."""

from __future__ import annotations

from collections.abc import Iterator

from consult_app.drafting.house_style.house import roman
from consult_app.drafting.wordings.wording import escape
from consult_app.state import State

from ..paper import Block, Heading, Paper, Para, spans, text
from ..papers.heads import masthead
from ..papers.meeting_entries import anything_decided
from . import frame_forms
from .introduction import introduction
from .numbering import Paragraphs
from .story import Story


def anything_to_report(state: State) -> bool:
    """Whether there were proceedings: a sitting, a speech, or a decision."""
    assembly = state.assembly
    return bool(assembly.sittings or assembly.speaking.speeches) or anything_decided(state)


def report(state: State, language: str) -> Paper:
    """The report of proceedings in *language*, its paragraphs numbered through; the adopted text and the list
    of participants are annexes that are issued on their own."""
    paragraphs = Paragraphs(language)
    title = frame_forms.TITLE[language]
    blocks: list[Block] = [Para(text(title), "title")]
    blocks += introduction(state, language, paragraphs)
    blocks += Story(state, language, paragraphs).blocks()
    blocks += _annexes(state, language)
    head = masthead(state, language)
    return Paper("report", title, language, head, tuple(blocks), frame_forms.DRAFT[language])


def _annexes(state: State, language: str) -> Iterator[Block]:
    adopted = [each for each in state.drafting.texts.values() if each.adopted]
    lines = [
        frame_forms.ANNEXES.get(each.kind, frame_forms.ANNEXES["conclusions"])[language] for each in adopted
    ]
    if state.assembly.participants:
        lines.append(frame_forms.ANNEXES["participants"][language])
    if lines:
        yield Heading(1, text(frame_forms.HEADINGS["annexes"][language]))
    for place, line in enumerate(lines, 1):
        figure = frame_forms.ANNEX[language].format(figure=roman(place).upper())
        yield Para(spans(f"**{figure}** {escape(line)}", language))


__all__ = ["anything_to_report", "report"]
