"""Reservations, statements and dissociations: what a group or a member has put on the record beside a
decision by consensus (procedure.md §2.6; the decision itself stands)."""

from __future__ import annotations

from typing import Literal

import msgspec

from ...meetings.acts import AssemblyEvent, Command, Language
from ...meetings.kept.assembly import Assembly
from ...meetings.kept.votes import Statement, Subject
from ...meetings.reasons import N_, refuse
from ..amendments.work import DraftingWork


class StatementRecorded(AssemblyEvent, frozen=True, tag="statement_recorded"):
    """Somebody had a statement put on the record."""

    statement: Statement

    def apply(self, state: Assembly) -> Assembly:
        return msgspec.structs.replace(state, statements=(*state.statements, self.statement))


class RecordStatement(Command, frozen=True, tag="record_statement"):
    """Put a reservation, a statement or a dissociation on the record: on an ``amendment``, a ``node``, or
    a subject of its own (``on``). ``text`` is its words, if they are to be printed: in ``language``, or by
    language."""

    by: str
    kind: Literal["reservation", "statement", "dissociation"] = "statement"
    amendment: str = ""
    node: str = ""
    on: str = ""
    text: str | dict[Language, str] = ""
    language: Language = "en"

    def decide(self, work: DraftingWork) -> None:
        subject = _subject(work, self)
        words = {self.language: self.text} if isinstance(self.text, str) else self.text
        statement = Statement(
            id=work.new_id("r"),
            kind=self.kind,
            by=work.actor(self.by),
            at=work.context.time,
            sitting=work.assembly.sitting_number,
            subject=subject,
            text={lang: said.strip() for lang, said in words.items() if said.strip()},
        )
        work.emit(StatementRecorded(statement=statement))
        work.answer |= {"id": statement.id, "on": subject.label}


def _subject(work: DraftingWork, command: RecordStatement) -> Subject:
    named = [each for each in (command.amendment, command.node, command.on) if each.strip()]
    if len(named) != 1:
        raise refuse(
            "statement",
            N_("A statement is on an amendment, on a node, or on a subject of its own: name one."),
        )
    if command.amendment:
        amendment = work.amendment(command.amendment)
        kind = "subamendment" if amendment.subamendment else "amendment"
        return Subject(kind, amendment.id, amendment.number, amendment.kind, amendment.text_id)
    if command.node:
        text = work.text(command)
        node = work.node(text, command.node)
        return Subject("node", node.id, work.label(text, node.id), text.tree.spots[node.id].kind, text.id)
    return Subject("free", label=" ".join(command.on.split()))


__all__ = ["RecordStatement", "StatementRecorded"]
