"""Which words a translation renders that is written by the adoption of an amendment, where these are not the
words that were decided: nothing that the meeting adopted in one language counts as translated before it is
(design.md §4).

A translation lags where it lagged before the amendment, or where what was adopted of subamendments was not
put into its language.
"""

from __future__ import annotations

import msgspec

from ..amendments.amendment import Amendment, Insertion, NewNode
from ..amendments.effective import effective_words
from ..amendments.placing import PutIn
from ..amendments.proposed_wordings import (
    Passage,
    amendment_status,
    passages,
    proposed_wording,
    rendered_wording,
)
from ..text.nodes import Text
from ..wordings.diff import fine
from ..wordings.merge import combine
from .adopted import AmendmentAdopted, Written


def with_what_is_rendered(text: Text, amendment: Amendment, event: AmendmentAdopted) -> AmendmentAdopted:
    """*event*, by which *amendment* is adopted in *text*, with the words that each translation in it renders
    where it lags behind those decided."""
    lagging = _Lagging(text, amendment, event)
    return msgspec.structs.replace(
        event,
        written=tuple(lagging.written(each) for each in event.written),
        put_in=tuple(lagging.put_in(each) for each in event.put_in),
    )


class _Lagging:
    """What the translations render that are written with an amendment."""

    def __init__(self, text: Text, amendment: Amendment, event: AmendmentAdopted) -> None:
        self.text = text
        self.amendment = amendment
        self.lead = amendment.language
        self.parts = passages(amendment)
        self.decided = {each.node: each.text for each in event.written if each.language == self.lead}
        self.bases = {
            change.node: change.base for change in effective_words(amendment) if change.language == self.lead
        }
        #: nodes that are written with the words of another: split off from it, or joined to it
        self.made_of: dict[str, tuple[str, ...]] = {cut.new: (cut.node,) for cut in event.split_off}
        self.made_of |= {join.node: (join.node, join.other) for join in event.joined}

    def written(self, each: Written) -> Written:
        """One wording, with what it renders."""
        if each.language == self.lead or each.node not in self.decided:
            return each
        said = self._rendered(each)
        return each if said is None else msgspec.structs.replace(each, renders=said)

    def _rendered(self, each: Written) -> str | None:
        behind = any(
            self.text.nodes[node].status(each.language) == "out_of_date"
            for node in self.made_of.get(each.node, (each.node,))
            if node in self.text.nodes
        )
        parts = self._about(each.node)
        rendered = ["\n".join(self._lines(each.language, part)) for part in parts]
        if not behind and rendered == [part.wordings.get(self.lead, "") for part in parts]:
            return None
        node = self.text.nodes.get(each.node)
        if node is None or [part.kind for part in parts] != ["words"] or not rendered[0]:
            return ""
        standing = node.text(self.lead)
        if behind:
            was = node.wordings[each.language]
            if was.of != self.lead:
                return ""
            standing = was.renders
        base = self.bases[each.node]
        both = combine(base, fine(base, standing), fine(base, rendered[0]))
        said = "" if both.clashes else both.text
        return None if said == self.decided[each.node] else said

    def put_in(self, each: PutIn) -> PutIn:
        """A new node, with what its translations render."""
        out = {}
        for language in each.node.texts:
            if language == self.lead or amendment_status(self.amendment, language) != "out_of_date":
                continue
            said = self._line_of(language, each.node)
            if said != each.node.texts.get(self.lead, ""):
                out[language] = said
        return msgspec.structs.replace(each, renders=out) if out else each

    def _line_of(self, language: str, new: NewNode) -> str:
        """The words of a new node that its translation renders; "" where that is not known."""
        insertions = (change for change in self.amendment.changes if isinstance(change, Insertion))
        parts = (part for part in self.parts if part.kind == "insertion")
        for insertion, part in zip(insertions, parts, strict=True):
            ids = [node.id for node in insertion.nodes]
            if new.id in ids:
                lines = self._lines(language, part)
                line = lines[ids.index(new.id)] if lines else ""
                # the label of an item stands before its words
                return line.partition(" ")[2] if new.parent else line
        return ""

    def _about(self, node: str) -> list[Passage]:
        """The passages from which the words of a node come."""
        nodes = {node, *self.made_of.get(node, ())}
        return [part for part in self.parts if part.kind in ("words", "structure") and part.node in nodes]

    def _lines(self, language: str, part: Passage) -> list[str]:
        """The lines of one passage that the translation renders; none where they cannot be told apart."""
        whole = rendered_wording(self.amendment, language)
        if whole == proposed_wording(self.amendment, self.lead):
            return part.wordings.get(self.lead, "").split("\n")
        lines = whole.split("\n")
        if len(lines) != sum(each.lines for each in self.parts):
            return []
        start = sum(each.lines for each in self.parts[: self.parts.index(part)])
        return lines[start : start + part.lines]


__all__ = ["with_what_is_rendered"]
