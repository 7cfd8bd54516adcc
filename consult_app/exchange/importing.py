"""From a text as it was read to the Command that brings it into the meeting, and what a new version of
the text would change."""

from __future__ import annotations

from typing import Any

import msgspec

from consult_app.drafting.amendments.amendment import Deletion, Insertion, Join, Move, Split
from consult_app.drafting.coordinator.taking_in import TakeInAmendments
from consult_app.drafting.handing_in.handed_in import ImportAmendments
from consult_app.drafting.handing_in.importing import ImportLanguage, ImportText, ReadNode, Repair
from consult_app.drafting.handing_in.revision import ImportRevision
from consult_app.drafting.house_style.text_kinds import TextKind
from consult_app.drafting.instructions.instruction import instruction
from consult_app.drafting.text.numbering import labels
from consult_app.exchange.parsed import Parsed
from consult_app.meetings.acts import Context
from consult_app.meetings.reasons import Message
from consult_app.state import State, decide

_KINDS = {Insertion: "inserted", Deletion: "deleted", Move: "moved", Split: "split", Join: "joined"}


class Proposed(msgspec.Struct, frozen=True):
    """One change that a new version would make: its number, ``what`` it is (replaced, inserted, deleted,
    moved, split, joined), the label of the ``node`` (of an insertion: the one that it stands by), and
    the sentences that say it."""

    number: str
    what: str
    node: str
    says: tuple[str, ...]


class Preview(msgspec.Struct, frozen=True):
    """What an import of changes would do: its answer, its changes, and what it would warn of."""

    answer: dict[str, Any]
    changes: tuple[Proposed, ...]
    warnings: tuple[Message, ...]


def import_command(
    parsed: Parsed, state: State, text_id: str = "", kind: TextKind | None = None
) -> ImportText | ImportLanguage:
    """The Command that imports *parsed*: as a text where there is none of that *text_id* yet, or where its
    *kind* says that it is a further one; else as a further language of the text (of the first, where none is
    named). Which repairs were kept is written into the row with the words they changed."""
    texts = state.drafting.texts
    fields: dict[str, Any] = {
        "language": parsed.language,
        "nodes": read_nodes(parsed),
        "source": parsed.source,
        "repairs": _repairs(parsed),
        "text_id": text_id,
    }
    if kind is not None or not texts or (text_id and text_id not in texts):
        return ImportText(**fields, kind=kind)
    return ImportLanguage(**fields)


def revision_command(parsed: Parsed, state: State, by: str = "office", text_id: str = "") -> ImportRevision:
    """The Command that brings in *parsed* as a new version of the text *text_id* (the first where none is
    named), by a group or the ``office``. It names the text: what was compared is what is changed."""
    return ImportRevision(
        language=parsed.language,  # type: ignore[arg-type]
        nodes=read_nodes(parsed),
        by=by,
        source=parsed.source,
        repairs=_repairs(parsed),
        text_id=text_id or next(iter(state.drafting.texts), ""),
    )


def preview(
    command: ImportRevision | ImportAmendments | TakeInAmendments,
    state: State,
    seq: int,
    time: str,
    language: str,
) -> Preview:
    """What *command* would change in *state*, tried as the row after *seq*; nothing is recorded. The
    sentences are in *language*. Raises Refused."""
    decision = decide(state, command, Context(seq + 1, time))
    drafting, style = decision.state.drafting, state.assembly.meeting.rules.numbering
    changes = []
    for number in decision.answer["changes"]:
        amendment = drafting.by_number(number)
        if amendment is None:
            raise LookupError(number)
        text = drafting.texts[amendment.text_id]
        changes.append(
            Proposed(
                number,
                _KINDS.get(type(amendment.changes[0]), "replaced"),
                labels(text.tree, False, style).get(amendment.target, ""),
                tuple(instruction(drafting, text, amendment, language, style)),
            )
        )
    return Preview(decision.answer, tuple(changes), decision.warnings)


def read_nodes(parsed: Parsed) -> tuple[ReadNode, ...]:
    """The nodes of a text as it was read, as commands carry them."""
    return tuple(
        ReadNode(
            kind=node.kind,
            text=node.text,
            depth=node.depth,
            enumeration=node.enumeration,
            note_key=node.note_key,
            raw=node.raw_text if node.repairs else "",
        )
        for node in parsed.nodes
    )


def _repairs(parsed: Parsed) -> tuple[Repair, ...]:
    return tuple(
        Repair(
            kind=repair.kind,
            line=repair.line,
            before=repair.before,
            after=repair.after,
            message=repair.message,
        )
        for repair in parsed.repairs
    )
