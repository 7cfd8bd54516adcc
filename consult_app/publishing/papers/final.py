"""The final text: the adopted conclusions as they are published, and as a draft before that.

The words are those of the nodes; what the paper derives is the numbers, the references that follow
them, and the date in the adoption formula. A draft may be printed at any time: it keeps the numbers
of the amendments until the text is adopted, and shows what is not in its language in the original.
"""

from __future__ import annotations

import re
from datetime import date

from consult_app.drafting.brackets.view import in_brackets, new_in_brackets
from consult_app.drafting.house_style.house import adoption_formula
from consult_app.drafting.house_style.referring import followed
from consult_app.drafting.text.nodes import Node, Spot, Text
from consult_app.drafting.text.numbering import labels, printed
from consult_app.drafting.text.references import renumbered
from consult_app.drafting.views import Line, view
from consult_app.drafting.wordings.wording import notes, words
from consult_app.meetings.reasons import Place
from consult_app.state import State

from .. import gate
from ..paper import (
    Block,
    Footnote,
    Heading,
    Numbered,
    PageBreak,
    Paper,
    Para,
    ParaStyle,
    Runs,
    spans,
    words_of,
)
from ..shown_brackets import elsewhere_said, with_brackets
from .heads import masthead, original_mark, provisional_mark, stale_mark, title_of

_STYLES: dict[str, ParaStyle] = {
    "title": "title",
    "organ": "organ",
    "clause": "clause",
    "adoption": "adoption",
    "closing": "closing",
}
_NUMBERED = ("paragraph", "item")


def final(state: State, language: str, *, draft: bool = False) -> Paper:
    """The final text in *language*; with *draft* what there is of it so far.

    Raises Refused with all that is lacking when it is no draft and the gate is shut.
    """
    if not draft:
        gate.guard(state, [language])
    texts = list(state.drafting.texts.values())
    blocks = [block for _place, block in _placed(state, language)]
    adopted = bool(texts) and all(text.adopted for text in texts)
    titles = [words_of(block.runs) for block in blocks if isinstance(block, Para) and block.style == "title"]
    return Paper(
        "final",
        (titles or [title_of(state, language)])[0],
        language,
        masthead(state, language),
        tuple(blocks),
        provisional_mark(language, adopted=adopted) if draft else "",
    )


def places(state: State, language: str) -> dict[int, Place]:
    """What each block of the final text is of, by its number in the paper: nodes as they are called."""
    placed = _placed(state, language)
    return {number: place for number, (place, _block) in enumerate(placed) if place is not None}


_Placed = tuple[Place | None, Block]


def _placed(state: State, language: str) -> list[_Placed]:
    out: list[_Placed] = []
    for text in state.drafting.texts.values():
        out += [(None, PageBreak())] if out else []
        out += _Printed(state, text, language).placed()
    return out


class _Printed:
    """One text on its way to paper."""

    def __init__(self, state: State, text: Text, language: str) -> None:
        self.state = state
        self.text = text
        self.language = language
        style = state.assembly.meeting.rules.numbering
        gone = frozenset(node.id for node in text if node.deleted)
        self.labels = labels(text.tree, text.adopted, style, gone if text.adopted else frozenset())
        self.renumbered = renumbered(text, style) if text.adopted else {}
        self.beside = {} if text.adopted else _in_brackets_after(state, text, language)
        self.lines = [node for node in text if not node.deleted and node.id in self.labels]
        self.notes: dict[str, Footnote] = {}
        self._number_notes()

    def placed(self) -> list[_Placed]:
        """The blocks, each with the node that it is of; None for one that is not in the text."""
        out = self._beside("")
        for node in self.lines:
            block = self._block(node)
            if block is not None:
                out.append((self._place(node), block))
            out += self._beside(node.id)
        alone = self._notes_without_reference()
        return out + [(self._place(node), Para(self._runs(node), "note")) for node in alone]

    def _place(self, node: Node) -> Place:
        return Place(self.text.tree.spots[node.id].kind, self.labels[node.id])

    def _beside(self, node: str) -> list[_Placed]:
        """What amendments in square brackets would put in behind *node*, before what follows it."""
        return [(None, self._new(line)) for line in self.beside.get(node, ())]

    def _new(self, line: Line) -> Block:
        amendment = self.state.drafting.amendments[line.proposed_by]
        language, segments = self.language, line.segments
        if not segments:
            language = amendment.language
            [new] = (each for each in amendment.inserted() if each.id == line.node)
            words = new.texts.get(language, "")
            segments = new_in_brackets(self.state.drafting, self.text, amendment, words)
        plain = with_brackets(self.state.assembly, segments, self.language)
        mark = original_mark(language, self.language) if language != self.language else ""
        said = language if language != self.language else ""
        if line.spot.kind in _NUMBERED:
            return Numbered("", spans(plain, language), line.depth, said, mark)
        return Para(spans(plain, language), _STYLES.get(line.spot.kind, "body"), said, mark)

    def _block(self, node: Node) -> Block | None:
        spot = self.text.tree.spots[node.id]
        if spot.kind == "footnote":
            return None
        said, mark = self._said(node)
        runs, language = self._runs(node), "" if said == self.language else said
        if spot.kind in _NUMBERED:
            label = printed(spot, self.labels[node.id], self.language)
            return Numbered(label, runs, self.text.tree.depth(node.id), language, mark)
        if spot.kind == "heading":
            return Heading(1, runs, language)
        return Para(runs, _STYLES[spot.kind], language, mark)

    def _said(self, node: Node) -> tuple[str, str]:
        """The language that the node is printed in, and the remark behind it."""
        status = node.status(self.language)
        if status == "missing":
            return node.original, original_mark(node.original, self.language)
        others = elsewhere_said(self.state, self.text, node, self.language, self.language)
        marks = [stale_mark(self.language)] * (status == "out_of_date") + [f"[{others}]"] * bool(others)
        return self.language, " ".join(marks)

    def _runs(self, node: Node) -> Runs:
        said, _mark = self._said(node)
        return spans(self._words(node, said), said, self.notes)

    def _words(self, node: Node, language: str) -> str:
        plain = node.text(language)
        if not self.text.adopted:
            segments = in_brackets(self.state.drafting, self.text, node, language)
            if any(segment.bracket for segment in segments):
                plain = with_brackets(self.state.assembly, segments, self.language)
        if self.text.adopted:
            plain = followed(plain, language, self.renumbered)
            if self.text.tree.spots[node.id].kind == "adoption":
                plain = dated(plain, language, date.fromisoformat(self.text.adopted_on[:10]))
        return plain

    def _number_notes(self) -> None:
        """Give each footnote that is referred to its number, in the order of the references."""
        bodies = {}
        for node in self.lines:
            spot = self.text.tree.spots[node.id]
            if spot.kind == "footnote" and spot.note_key:
                bodies[spot.note_key] = node
        for node in self.lines:
            for key in notes(node.text(self._said(node)[0])):
                if key in bodies and key not in self.notes:
                    self.notes[key] = Footnote(str(len(self.notes) + 1), self._runs(bodies[key]))

    def _notes_without_reference(self) -> list[Node]:
        spots: dict[str, Spot] = self.text.tree.spots
        return [
            node
            for node in self.lines
            if spots[node.id].kind == "footnote" and spots[node.id].note_key not in self.notes
        ]


def _in_brackets_after(state: State, text: Text, language: str) -> dict[str, list[Line]]:
    """The lines of nodes that stand in square brackets, by the node that stands before them."""
    style = state.assembly.meeting.rules.numbering
    out: dict[str, list[Line]] = {}
    before = ""
    for line in view(state.drafting, text, "current", language, style):
        if line.proposed_by:
            out.setdefault(before, []).append(line)
        elif not line.deleted:
            before = line.node
    return out


_FOLLOWING = {
    "en": r"the following (?:conclusions|(?P<resolution>resolution))",
    "fr": r"(?:les conclusions suivantes|(?P<resolution>la résolution suivante))",
    "es": r"(?:las siguientes conclusiones|(?P<resolution>la siguiente resolución))",
}
_FORMULA = {
    "en": re.compile(rf"Adopts, this [\w -]+ day of \w+ \d{{4}}, {_FOLLOWING['en']}:"),
    "fr": re.compile(rf"Adopte, ce [\w -]+ jour d(?:e |’)\w+ \d{{4}}, {_FOLLOWING['fr']}:"),
    "es": re.compile(rf"Adopta, con fecha [\w ]+ de \w+ de \d{{4}}, {_FOLLOWING['es']}:"),
}


def dated(plain: str, language: str, day: date) -> str:
    """An adoption formula with the date on which the text was adopted; any other words stay."""
    said = re.sub(r"[\u00a0\u202f]", " ", words(plain).replace("'", "’"))
    match = _FORMULA[language].fullmatch(said)
    if match is None or notes(plain):
        return plain
    formula = adoption_formula(day, language, "resolution" if match["resolution"] else "conclusions")
    return plain if formula == said else formula
