"""The compendium: the text paragraph by paragraph, and where each amendment is discussed the amendment
itself, in the order of discussion.

Unlike the amendment sheet it follows the text and not the order of receipt, so that a delegate who has
the paragraph in front of him has all that is about it (procedure.md §6.6). An amendment stands once, at
the first node that it is about; at the others it is only named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from consult_app.drafting.amendments.amendment import Amendment, Deletion, Move
from consult_app.drafting.amendments.order import below, in_order, placed
from consult_app.drafting.amendments.standing import AFTER, BEFORE, OWN, UNDER
from consult_app.drafting.amendments.work import numbers
from consult_app.drafting.house_style.house import capitalized
from consult_app.drafting.instructions.instruction import instruction, quoted_language
from consult_app.drafting.text.nodes import Node, Text
from consult_app.drafting.wordings.wording import escape
from consult_app.meetings.reasons import N_, Message
from consult_app.state import State
from consult_app.words import number_words, say, term, translator

from ..paper import Block, Heading, Numbered, PageBreak, Paper, Para, Runs, Span, Table, joined, spans, text
from .entries import said_by
from .heads import masthead, original_mark, provisional_mark, stale_mark, title_of
from .proposed import readings
from .working_text import NUMBERED, STYLES, WorkingText

_TITLE = N_("Compendium of amendments")
_HEAD = N_(
    "The text as it stands, and at each paragraph the amendments to it in the order of discussion, with "
    "those that have been disposed of. Subamendments are set in below their amendment."
)
_NOWHERE = N_("Amendments without a place in the text")
_ALSO = N_("Also about this: {amendments}.")
_WOULD_READ = N_("The text would read:")
_WHY = N_("Reasons given:")
_SECONDED = N_("Seconded by {who}")
_TAKEN_OVER = N_("taken over from {who}")
#: number and author beside the rest; what is set in leaves this much free at the left, by depth
_WIDTHS = 1.4, 3.6
_SET_IN = 0.3
_DEEPEST = 3


def compendium(state: State, language: str) -> Paper:
    """The compendium in *language*, of each text of the meeting."""
    blocks: list[Block] = []
    for each in state.drafting.texts.values():
        blocks += [PageBreak()] if blocks else []
        blocks += _Compiled(state, each, language).blocks()
    title = title_words(language)
    adopted = all(each.adopted for each in state.drafting.texts.values())
    return Paper(
        "compendium",
        f"{title} – {title_of(state, language)}",
        language,
        masthead(state, language),
        tuple(blocks),
        provisional_mark(language, adopted=adopted),
    )


def title_words(language: str) -> str:
    """What the paper is called."""
    return translator(language).gettext(_TITLE)


class _Compiled:
    """One text on its way to paper."""

    def __init__(self, state: State, text_: Text, language: str) -> None:
        self.state, self.text, self.language = state, text_, language
        self.working = WorkingText(state, text_, final=False)
        self.style = state.assembly.meeting.rules.numbering
        self.at: dict[tuple[str, int], list[Amendment]] = {}
        self.also: dict[str, list[Amendment]] = {}
        drafting = state.drafting
        standing = {each.amendment.id: each.standing for each in placed(drafting, text_)}
        mains = (a for a in drafting.amendments.values() if a.text_id == text_.id and not a.amends)
        for amendment in in_order(drafting, text_, mains):
            where = standing[amendment.id]
            self.at.setdefault((where.home, where.slot), []).append(amendment)
            for node in amendment.targets():
                if node not in (where.home, text_.nodes[node].joined_to if node in text_.nodes else ""):
                    self.also.setdefault(node, []).append(amendment)

    def blocks(self) -> list[Block]:
        """The title of the paper, the text with what is about it, and what has no place in it."""
        out: list[Block] = [Para(text(title_words(self.language)), "title")]
        out.append(Para(text(self._say(_HEAD)), "note"))
        for root in self.text.tree.children.get("", ()):
            out += self._node(root)
        nowhere = [
            a for (home, _slot), found in self.at.items() if home not in self.working.labels for a in found
        ]
        if nowhere:
            out.append(Heading(1, text(self._say(_NOWHERE))))
            out += self._amendments(nowhere)
        return out

    def _node(self, node_id: str) -> Iterator[Block]:
        if self.text.tree.spots[node_id].ghost or node_id not in self.working.labels:
            return
        node = self.text.nodes[node_id]
        yield from self._amendments(self.at.get((node_id, BEFORE), ()))
        own = [*self.at.get((node_id, OWN), ()), *self.at.get((node_id, UNDER), ())]
        also = self.also.get(node_id, ())
        after = self.at.get((node_id, AFTER), ())
        children = self.text.tree.children.get(node_id, ())
        if not node.deleted or own or also or after or children:
            yield self._block(node)
        if also:
            yield Para(text(self._say(_ALSO, amendments=numbers(also)), italic=True), "note")
        yield from self._amendments(own)
        for child in children:
            yield from self._node(child)
        yield from self._amendments(after)

    def _block(self, node: Node) -> Block:
        """The paragraph of the text: what is deleted is struck out, and its state stands behind it."""
        spot = self.text.tree.spots[node.id]
        said = self.working.said(node, self.language)
        runs = self.working.runs(node, said, "delete" if node.deleted else "")
        language = "" if said == self.language else said
        marks = [original_mark(said, self.language)] if language else []
        if not node.deleted and not language and node.status(said) == "out_of_date":
            marks.append(stale_mark(said))
        if node.closed or node.state == "pending":
            marks.append(f"[{term('state', node.state, 'paragraph', self.language)}]")
        if spot.kind == "heading":
            return Heading(1, runs, language)
        label = self.working.label(node.id, self.language)
        if spot.kind in NUMBERED:
            depth = self.text.tree.depth(node.id)
            return Numbered(label, runs, depth, language, " ".join(marks))
        if spot.kind == "footnote":
            runs = joined([Span(label, superscript=True), Span(" "), *runs])
        # the title of the text is a heading of this paper, which has a title of its own
        if spot.kind == "title":
            return Heading(1, runs, language)
        return Para(runs, STYLES.get(spot.kind, "body"), language, " ".join(marks))

    def _amendments(self, found: Iterable[Amendment]) -> Iterator[Block]:
        """Tables of amendments, each followed by its subamendments, which are set in."""
        all_ = [each for one in found for each in (one, *below(self.state.drafting, one))]
        for depth, group in groupby(all_, key=lambda each: min(each.depth, _DEEPEST)):
            yield self._table(tuple(group), _SET_IN * depth)

    def _table(self, found: tuple[Amendment, ...], set_in: float) -> Table:
        """Number, author and state beside what is asked for."""
        left, right = _WIDTHS
        rows: tuple[tuple[Runs, ...], ...] = tuple((self._who(each), self._what(each)) for each in found)
        if not set_in:
            return Table((), rows, (left, right), header=False)
        return Table((), tuple(((), *row) for row in rows), (set_in, left, right - set_in), header=False)

    def _who(self, amendment: Amendment) -> Runs:
        lines = [said_by(self.state, who, self.language) for who in amendment.credited]
        for msgid, who in ((_SECONDED, amendment.seconded_by), (_TAKEN_OVER, amendment.taken_over_from)):
            if who:
                lines.append(self._say(msgid, who=said_by(self.state, who, self.language)))
        state = capitalized(term("state", amendment.state, "amendment", self.language))
        return joined(
            [
                Span(f"{number_words(amendment.number, self.language)}\n", bold=True),
                Span("\n".join(lines) + "\n"),
                Span(state, italic=True),
            ]
        )

    def _what(self, amendment: Amendment) -> Runs:
        """The instruction, the words with its changes in them, and the reasons."""
        language = self.language
        sentences = instruction(self.state.drafting, self.text, amendment, language, self.style, inline=False)
        said = [spans(escape(sentence), language) for sentence in sentences]
        lines: list[Runs] = [_first(at, len(said), runs) for at, runs in enumerate(said, 1)]
        quoted = quoted_language(amendment, language)
        found = readings(self.state, self.working, amendment, language)
        if found and not amendment.inserted():
            lines.append(text(self._say(_WOULD_READ), italic=True))
        several = len({each.node for each in found if each.node}) > 1
        for each in found:
            label = (
                self.working.label(each.node, language)
                if several and each.node in self.working.labels
                else each.label
            )
            head = "\u2003" * each.depth + (f"{label} " if label else "")
            lines.append(joined([Span(head), *each.runs]))
        quotes = not all(isinstance(change, Deletion | Move) for change in amendment.changes)
        if quoted != language and quotes:
            lines[-1] = joined([*lines[-1], Span(f" {original_mark(quoted, language)}", italic=True)])
        if amendment.justification:
            reasons = spans(escape(amendment.justification), amendment.language)
            runs = [Span(f"{self._say(_WHY)} ", italic=True), *reasons]
            if amendment.language != language:
                runs.append(Span(f" {original_mark(amendment.language, language)}", italic=True))
            lines.append(joined(runs))
        return joined([span for at, runs in enumerate(lines) for span in (Span("\n" * bool(at)), *runs)])

    def _say(self, msgid: str, **values: object) -> str:
        return say(Message(msgid, values), self.language)


def _first(at: int, count: int, runs: Runs) -> Runs:
    return joined([Span(f"{at}. "), *runs]) if count > 1 else runs


__all__ = ["compendium", "title_words"]
