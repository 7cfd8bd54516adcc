"""The trilingual table: the text in its languages side by side, node by node, each with its number in the
form of its language and how far its wording is.

It is what revisers and the three groups check concordance with (procedure.md §6.6); what changed since the
draft is not marked in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from consult_app.drafting.house_style.house import capitalized, number
from consult_app.drafting.text.nodes import Node
from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.reasons import N_, Message
from consult_app.state import State
from consult_app.words import say, term, translator

from ..gate import LANGUAGE_MESSAGES
from ..layout import label_spans
from ..paper import Block, PageBreak, Paper, Para, Runs, Span, Table, joined, text
from .heads import masthead, provisional_mark, title_of
from .working_text import WorkingText

_TITLE = N_("Trilingual table")
_STATUS = ("original", "checked", "draft", "out_of_date", "missing")
_STATE = N_("State of the wording")
_EMPHATIC = ("title", "heading")


def trilingual(state: State, language: str) -> Paper:
    """The table for readers of *language*, of each text of the meeting; the columns are the languages of
    the texts in the order of the house."""
    blocks: list[Block] = [Para(text(title_words(language)), "title")]
    spoken = columns(state)
    for at, each in enumerate(state.drafting.texts.values()):
        working = WorkingText(state, each)
        blocks += [PageBreak()] if at else []
        nodes = nodes_of(working)
        blocks.append(_figures(nodes, spoken, language))
        rows = tuple(tuple(_cell(working, node, said, language) for said in spoken) for node in nodes)
        heads = tuple(text(capitalized(language_name(said, language))) for said in spoken)
        blocks.append(Table(heads, rows, languages=spoken))
    adopted = all(each.adopted for each in state.drafting.texts.values())
    return Paper(
        "trilingual",
        f"{title_words(language)} – {title_of(state, language)}",
        language,
        masthead(state, language),
        tuple(blocks),
        "" if adopted else provisional_mark(language, adopted=False),
        landscape=True,
    )


def several_languages(state: State) -> bool:
    """Whether a text of the meeting is in more than one language."""
    return any(len(each.languages) > 1 for each in state.drafting.texts.values())


def title_words(language: str) -> str:
    """What the paper is called."""
    return translator(language).gettext(_TITLE)


def columns(state: State) -> tuple[str, ...]:
    """The languages that have a column."""
    used = {said for each in state.drafting.texts.values() for said in each.languages}
    return tuple(said for said in LANGUAGES if said in used)


def language_name(said: str, language: str) -> str:
    """A language as it is called in another: "anglais"."""
    return say(LANGUAGE_MESSAGES[said], language)


def nodes_of(working: WorkingText) -> list[Node]:
    """The nodes that stand, in the order of the text."""
    return [node for node in working.text if not node.deleted and node.id in working.labels]


def status_words(node: Node, said: str, language: str) -> str:
    """How far the wording in *said* is, and who signed it: "checked by the reviser: A. Name"."""
    status = node.status(said)
    words = term("language", status, "wording", language)
    signed = node.wordings[said].signed if status == "checked" else ""
    return f"{words}: {signed}" if signed else words


def _cell(working: WorkingText, node: Node, said: str, language: str) -> Runs:
    """The number, the words, and below them how far they are."""
    status = Span(f"[{status_words(node, said, language)}]", italic=True)
    if not node.text(said):
        return (status,)
    kind = working.text.tree.spots[node.id].kind
    words = working.runs(node, said)
    if kind in _EMPHATIC:
        words = tuple(_bold(span) for span in words)
    return joined([*_label(working, node, said), *words, Span("\n"), status])


def _label(working: WorkingText, node: Node, said: str) -> Iterator[Span]:
    label = working.label(node.id, said)
    if label and working.text.tree.spots[node.id].kind == "footnote":
        yield Span(label, superscript=True)
    else:
        yield from label_spans(label)
    # the layout of the PDF drops another space where the words begin behind italics
    yield Span("\u00a0" * bool(label))


def _bold(span: Span) -> Span:
    return Span(span.text, span.italic, True, span.superscript)


def _figures(nodes: list[Node], spoken: tuple[str, ...], language: str) -> Table:
    """How many wordings of each language are how far."""
    heads: tuple[Runs, ...] = (text(say(Message(_STATE), language)),)
    heads += tuple(text(capitalized(language_name(said, language))) for said in spoken)
    rows = []
    for status in _STATUS:
        counts = [sum(node.status(said) == status for node in nodes) for said in spoken]
        if any(counts):
            figures = (text(number(count, language)) for count in counts)
            rows.append((text(capitalized(term("language", status, "wording", language))), *figures))
    widths = (2.2, *(1.0 for _ in spoken))
    return Table(heads, tuple(rows), widths, figures=tuple(range(1, len(spoken) + 1)))


__all__ = [
    "columns",
    "language_name",
    "nodes_of",
    "several_languages",
    "status_words",
    "title_words",
    "trilingual",
]
