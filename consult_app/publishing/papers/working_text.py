"""A text as the papers of the secretariat print it: what each node reads today and how it is called.

On these papers footnotes are nodes like others, since they are amended like others: a reference is the
raised figure of its footnote, which stands where it does in the text.
"""

from __future__ import annotations

from datetime import date

import msgspec

from consult_app.drafting.brackets.view import in_brackets
from consult_app.drafting.house_style.house import capitalized, label_figure, label_reference
from consult_app.drafting.house_style.referring import followed
from consult_app.drafting.text.nodes import Node, Text
from consult_app.drafting.text.numbering import labels, printed
from consult_app.drafting.text.references import renumbered
from consult_app.drafting.wordings.wording import Run, words, write
from consult_app.state import State

from ..paper import Change, Footnote, ParaStyle, Runs, joined, spans
from ..shown_brackets import with_brackets
from .final import dated

STYLES: dict[str, ParaStyle] = {
    "title": "title",
    "organ": "organ",
    "clause": "clause",
    "adoption": "adoption",
    "closing": "closing",
    "footnote": "note",
}
NUMBERED = ("paragraph", "item")
_SHORT = 52


class WorkingText:
    """One text of the meeting. With *final* (the default once it is adopted) it is numbered through, and
    references and the date of adoption follow, as in the final text."""

    def __init__(self, state: State, text: Text, *, final: bool | None = None) -> None:
        self.state, self.text = state, text
        self.final = text.adopted if final is None else final
        style = state.assembly.meeting.rules.numbering
        gone = frozenset(node.id for node in text if node.deleted)
        self.labels = labels(text.tree, self.final, style, gone if self.final else frozenset())
        self._renumbered = renumbered(text, style) if self.final else {}
        self.notes = note_figures(text, self.labels)

    def name(self, language: str) -> str:
        """What the text is called where there are several: its title or, without one, its id."""
        for node in self.text:
            if self.text.tree.spots[node.id].kind == "title" and not node.deleted:
                return words(node.text(self.said(node, language)))
        return self.text.id

    def said(self, node: Node, language: str) -> str:
        """The language that *node* is printed in for readers of *language*: its original where it lacks
        that."""
        return language if node.text(language) else node.original

    def label(self, node: str, language: str) -> str:
        """What stands before the words: "5.", "iii)", the figure of a footnote; "" where nothing does."""
        spot, named = self.text.tree.spots[node], self.labels.get(node, "")
        return label_of(spot.kind, printed(spot, named, language), named, language)

    def reference(self, node: str, language: str) -> str:
        """The node as a heading: "Paragraph 5(iii)"; "" for one without a label."""
        named = self.labels.get(node, "")
        return capitalized(label_reference(self.text.tree.spots[node].kind, named, language)) if named else ""

    def plain(self, node: Node, language: str) -> str:
        """Its wording in *language* in plain form, each open square bracket with its alternatives."""
        plain = node.text(language)
        if self.final:
            plain = followed(plain, language, self._renumbered)
            if self.text.adopted and self.text.tree.spots[node.id].kind == "adoption":
                plain = dated(plain, language, date.fromisoformat(self.text.adopted_on[:10]))
            return plain
        segments = in_brackets(self.state.drafting, self.text, node, language)
        if any(segment.bracket for segment in segments):
            plain = with_brackets(self.state.assembly, segments, language)
        return plain

    def runs(self, node: Node, language: str, change: Change = "") -> Runs:
        """Its wording in *language* (one that it has) as it is printed."""
        return raised(self.plain(node, language), language, self.notes, change)

    def beginning(self, node: Node, language: str) -> str:
        """Its first words, to recognize it by."""
        said = words(node.text(self.said(node, language)))
        if len(said) <= _SHORT:
            return said
        return f"{said[:_SHORT].rpartition(' ')[0].rstrip(',;:.')} …"


def note_figures(text: Text, named: dict[str, str]) -> dict[str, str]:
    """The figure of each footnote by the key that references have, from its label ("footnote 2")."""
    spots = text.tree.spots
    found = {spots[node].note_key: named[node] for node in text.tree.walk() if node in named}
    return {key: label_figure(label, "en") for key, label in found.items() if key}


def label_of(kind: str, marker: str, named: str, language: str) -> str:
    """The *marker* of a node, or the figure of a footnote, which has none."""
    return label_figure(named, language) if kind == "footnote" and named else marker


def raised(
    plain: str,
    language: str,
    notes: dict[str, str],
    change: Change = "",
    group: str = "",
) -> Runs:
    """The spans of a wording in plain form; a footnote reference is the raised figure of *notes*, or its
    key where it has none."""
    known = {key: Footnote(figure, ()) for key, figure in notes.items()}
    found = spans(plain, language, known, change=change, group=group)
    return joined(
        [
            msgspec.structs.replace(span, text=span.note.number, superscript=True, note=None)
            if span.note
            else span
            for span in found
        ]
    )


def raised_runs(
    runs: tuple[Run, ...], language: str, notes: dict[str, str], change: Change = "", group: str = ""
) -> Runs:
    """The same for runs of a wording."""
    return raised(write(runs), language, notes, change, group)


__all__ = ["NUMBERED", "STYLES", "WorkingText", "label_of", "note_figures", "raised", "raised_runs"]
