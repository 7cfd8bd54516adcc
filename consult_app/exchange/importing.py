"""From a text as it was read to the Command that brings it into the meeting."""

from __future__ import annotations

from consult_app.drafting.importing import ImportLanguage, ImportText, ReadNode, Repair
from consult_app.exchange.parsed import Parsed
from consult_app.state import State


def import_command(parsed: Parsed, state: State) -> ImportText | ImportLanguage:
    """The Command that imports *parsed*: as the text where there is none yet, else as a further
    language of it. Which repairs were kept is written into the row with the words they changed."""
    nodes = tuple(
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
    repairs = tuple(
        Repair(
            kind=repair.kind,
            line=repair.line,
            before=repair.before,
            after=repair.after,
            message=repair.message,
        )
        for repair in parsed.repairs
    )
    command = ImportLanguage if state.drafting.texts else ImportText
    return command(language=parsed.language, nodes=nodes, source=parsed.source, repairs=repairs)  # type: ignore[arg-type]
