"""An amendment in words and signs for the window: its change as tracked words, its place, its lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import groupby

from consult_app.drafting.amendments.amendment import (
    Amendment,
    Deletion,
    Insertion,
    Join,
    Split,
    WordChange,
)
from consult_app.drafting.amendments.effect import effective_insertions
from consult_app.drafting.amendments.proposed_wordings import new_lines
from consult_app.drafting.amendments.rebase import CUT, NEW_CUT
from consult_app.drafting.text.nodes import Text
from consult_app.drafting.text.numbering import labels
from consult_app.drafting.wordings.wording import Run, between, parse
from consult_app.meetings.reasons import Place
from consult_app.state import State
from consult_app.ui.amendments.passage import underlined
from consult_app.ui.belonging import MAIN_GROUPS
from consult_app.ui.language import Languages, number_said
from consult_app.ui.look.palette import Underline, group_style, words_tone
from consult_app.ui.look.theme import Theme
from consult_app.ui.text_names import short_name
from consult_app.words import place

THIN_SPACE = "\u2009"
"""Between words that are taken out and those in their place, as at the Table."""
_HAIR = "\u2060\u200a\u2060"
"""A hair space at which no line ends."""


@dataclass(frozen=True)
class Ink:
    """How words are told apart that a change puts in or takes out: their colour, and the line under them."""

    colour: str
    line: Underline

    @classmethod
    def of(cls, tone: str) -> Ink:
        """The ink of the group with this *tone*, the palette's name; of nobody's change a solid line."""
        palette = Theme.current()
        known = tone in MAIN_GROUPS or tone == "other"
        line = group_style(palette, tone).underline if known else Underline.SOLID
        return cls(words_tone(palette, tone), line)


def runs_html(runs: Iterable[Run], *, change: str = "", ink: Ink | None = None) -> str:
    """Return *runs* as rich text; *change* is ``insert``, ``delete`` or "", shown in *ink*."""
    out: list[str] = []
    for bracket, stretch in groupby(runs, key=lambda run: run.bracket):
        inside = "".join(_run_html(run) for run in stretch)
        out.append(f"[{inside}]" if bracket else inside)
    words = "".join(out)
    if not (change and ink and words):
        return words
    if change == "insert":
        return underlined(words, ink.line, ink.colour)
    if len(words) == 1 and not words.isalnum():
        # over a full stop alone a line of its width reads as a part of the sign: a colon
        words = f"{_HAIR}{words}{_HAIR}"
    return f'<span style="color:{ink.colour};text-decoration:line-through">{words}</span>'


def _run_html(run: Run) -> str:
    if run.note:
        return f"<sup>{escape(run.note)}</sup>"
    # where a node is cut in two, or two are joined, the sign of a paragraph stands for the cut
    words = escape(run.text).replace(CUT, " ¶ ").replace(NEW_CUT, " ¶").replace("  ", " &nbsp;")
    for tag, on in (("i", run.italic), ("b", run.bold), ("sup", run.superscript)):
        if on:
            words = f"<{tag}>{words}</{tag}>"
    return words


def change_html(state: State, amendment: Amendment, language: str, tone: str) -> str:
    """Return what *amendment* would change, as tracked words in *language*; "" where it has none.

    The words are those it was handed in on: the list shows what was proposed, the Table what it would
    do today. *tone* is the palette's name for the group's colour.
    """
    ink = Ink.of(tone)
    text = state.drafting.texts[amendment.text_id]
    parts: list[str] = []
    for change in amendment.changes:
        if isinstance(change, WordChange) and change.language == language:
            parts.append(_words_html(change, ink))
        elif isinstance(change, Split | Join):
            parts += [_words_html(each, ink) for each in change.words if each.language == language]
        elif isinstance(change, Deletion):
            for node in text.tree.under(change.node):
                words = text.nodes[node].text(language)
                if words:
                    parts.append(runs_html(parse(words), change="delete", ink=ink))
    for insertion in effective_insertions(amendment):
        lines = new_lines(insertion.nodes, language)
        parts += [runs_html(parse(line), change="insert", ink=ink) for line in lines if line]
    return "".join(f"<p>{part}</p>" for part in parts)


def _words_html(change: WordChange, ink: Ink) -> str:
    out: list[str] = []
    at = shift = 0
    for op in change.ops:
        out.append(runs_html(between(change.base, at, op.start)))
        gone = between(change.base, op.start, op.end)
        out.append(runs_html(gone, change="delete", ink=ink))
        start = op.start + shift
        added = between(change.proposed, start, start + len(op.text))
        if gone and added:
            out.append(THIN_SPACE)
        out.append(runs_html(added, change="insert", ink=ink))
        shift += len(op.text) - (op.end - op.start)
        at = op.end
    out.append(runs_html(between(change.base, at, len(change.base))))
    return "".join(out)


def has_words(amendment: Amendment, language: str) -> bool:
    """Whether what *amendment* proposes is there in *language* (a deletion always is)."""
    words = [change.language for change in amendment.word_changes()]
    inserted = [new for change in amendment.changes if isinstance(change, Insertion) for new in change.nodes]
    if not words and not inserted:
        return True
    return language in words or any(new.texts.get(language) for new in inserted)


def proposed_plain(state: State, amendment: Amendment, language: str) -> str:
    """Return the proposed words in *language* in plain form, else today's to begin a translation from."""
    inserted = amendment.inserted()
    if inserted:
        return "\n".join(new_lines(inserted, language))
    changes = list(amendment.word_changes())
    for change in changes:
        if change.language == language:
            return change.proposed
    node = state.drafting.texts[amendment.text_id].nodes.get(changes[0].node) if changes else None
    return node.text(language) if node is not None else ""


def place_words(state: State, amendment: Amendment) -> str:
    """Return what *amendment* is to, in the window's language: a node (of which text,
    where that is not the first), or the amendment it amends."""
    if amendment.amends:
        return number_said(state.drafting.amendments[amendment.amends].number)
    text = state.drafting.texts[amendment.text_id]
    said = node_words(text, amendment.target, state.assembly.meeting.rules.numbering)
    first = next(iter(state.drafting.texts))
    return said if text.id == first else f"{said} · {short_name(state.drafting, text)}"


def node_words(text: Text, node: str, style: str) -> str:
    """Return how a node is called in the window's language: "paragraph 5(iii)"."""
    spot = text.tree.spots.get(node)
    if spot is None:
        return "–"
    return place(Place(spot.kind, labels(text.tree, False, style).get(node, "–")), Languages.current())
