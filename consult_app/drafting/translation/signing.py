"""The reviser's signature: who has checked which wordings in a language."""

from __future__ import annotations

import msgspec

from ...meetings.acts import Command, Event, Language
from ...meetings.reasons import N_, Place, refuse
from ..amendments.amendment import Amendment, Drafting, Signature
from ..amendments.proposed_wordings import amendment_status, proposed_wording
from ..amendments.work import DraftingWork
from ..text.nodes import Node, Text

Names = str | tuple[str, ...]
_BEHIND = ("missing", "out_of_date")
_READY = ("draft", "checked")


class SignedOff(Event, frozen=True, tag="signed_off"):
    """A reviser checked the wordings of these nodes, and of these amendments, in one language."""

    text_id: str
    language: str
    nodes: tuple[str, ...]
    by: str
    at: str
    amendments: tuple[str, ...] = ()

    def apply(self, state: Drafting) -> Drafting:
        text = state.texts[self.text_id]
        changed = []
        for node_id in self.nodes:
            node = text.nodes[node_id]
            words = msgspec.structs.replace(node.wordings[self.language], signed=self.by)
            changed.append(msgspec.structs.replace(node, wordings=node.wordings | {self.language: words}))
        state = state.with_text(text.with_nodes(*changed)) if changed else state
        signed = (self._signed(state.amendments[each]) for each in self.amendments)
        return state.with_amendments(*signed)

    def _signed(self, amendment: Amendment) -> Amendment:
        signature = Signature(self.by, proposed_wording(amendment, self.language))
        return msgspec.structs.replace(amendment, signed=amendment.signed | {self.language: signature})


class SignOff(Command, frozen=True, tag="sign_off"):
    """The reviser ``by`` has checked a node (a label, a list of labels, or ``all``), or an amendment (a
    number or a list of numbers), in a language. Of several, those that are missing or out of date are left
    unsigned, and named."""

    language: Language
    by: str
    node: Names = ""
    amendment: Names = ""

    def decide(self, work: DraftingWork) -> None:
        if not self.by.strip():
            raise refuse("reviser", N_("Name the reviser who signs."))
        if not self.node and not self.amendment:
            raise refuse("sign_off", N_("Name what is signed: nodes, or amendments."))
        text = work.text(self)
        nodes, amendments = self._named_nodes(work, text), self._named_amendments(work)
        behind_nodes = [n for n in nodes if not n.deleted and n.status(self.language) in _BEHIND]
        behind = [a for a in amendments if amendment_status(a, self.language) in _BEHIND]
        places: list[Place | str] = [work.place(text, node.id) for node in behind_nodes]
        places += [amendment.number for amendment in behind]
        if places and len(nodes) + len(amendments) == 1 and self.node != "all":
            raise refuse(
                "not_ready", N_("{place} is missing or out of date in this language."), place=places[0]
            )
        ready = tuple(node.id for node in nodes if node.status(self.language) in _READY)
        signed = tuple(a.id for a in amendments if amendment_status(a, self.language) in _READY)
        if places:
            work.warn(N_("Left unsigned because they are missing or out of date: {places}."), places=places)
        if not ready and not signed:
            raise refuse("not_ready", N_("There is no translation to sign in this language."))
        work.emit(
            SignedOff(
                text_id=text.id,
                language=self.language,
                nodes=ready,
                by=self.by,
                at=work.context.time,
                amendments=signed,
            )
        )
        left = [work.label(text, node.id) for node in behind_nodes]
        work.answer |= {
            "signed": len(ready) + len(signed),
            "left": [*left, *(amendment.number for amendment in behind)],
        }

    def _named_nodes(self, work: DraftingWork, text: Text) -> list[Node]:
        if self.node == "all":
            return list(text)
        names = (self.node,) if isinstance(self.node, str) else self.node
        return [work.node(text, name) for name in names if name]

    def _named_amendments(self, work: DraftingWork) -> list[Amendment]:
        """Those named that are not disposed of. Raises Refused where it is the only one."""
        names = (self.amendment,) if isinstance(self.amendment, str) else self.amendment
        found = [work.amendment(name) for name in names if name]
        closed = [amendment for amendment in found if not amendment.pending]
        if closed and len(found) == 1:
            raise refuse("closed", N_("{number} has been disposed of."), number=closed[0].number)
        return [amendment for amendment in found if amendment.pending]


__all__ = ["SignOff", "SignedOff"]
