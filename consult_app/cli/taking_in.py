"""What an import of changes would come to, tried before anything is recorded; and taking it in in one row."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ..meetings.acts import stamp
from ..meetings.reasons import Message
from .edge import DONE, as_json, language, print_warnings, refused, said_in_json, words

if TYPE_CHECKING:
    from ..desk import Desk
    from ..drafting.coordinator.taking_in import TakeInAmendments
    from ..drafting.handing_in.handed_in import ImportAmendments
    from ..drafting.handing_in.revision import ImportRevision
    from ..exchange.importing import Preview


def tried(
    options: argparse.Namespace,
    desk: Desk,
    command: ImportRevision | ImportAmendments | TakeInAmendments,
) -> Preview:
    """What *command* would change now at *desk*. Raises Refused, having said so in JSON where that is asked
    for."""
    from ..exchange.importing import preview

    with said_in_json(options):
        return preview(command, desk.state, desk.seq, stamp(datetime.now(UTC)), language())


def changes_said(found: Preview) -> list[dict[str, Any]]:
    """The changes of *found* as JSON has them."""
    return [
        {"number": each.number, "change": each.what, "node": each.node, "says": each.says}
        for each in found.changes
    ]


def print_changes(found: Preview) -> None:
    """The changes of *found*, a line each."""
    for each in found.changes:
        print(f"{each.number:>9}  {' '.join(each.says)}")


def take_in(
    options: argparse.Namespace,
    desk: Desk,
    command: ImportAmendments | TakeInAmendments,
    about: Mapping[str, object],
    heads: Iterable[Message] = (),
    warnings: Iterable[Message] = (),
) -> int:
    """Carry *command* out, unless only a preview is asked for, and say what came of it: *about* the file in
    JSON, else with *heads* over the changes; the *warnings* on the file come first. Returns the exit status.
    Raises Refused."""
    from ..desk import Done

    found = tried(options, desk, command)
    recorded: dict[str, int] = {}
    if not options.preview:
        answer = desk.perform(command).result()
        if not isinstance(answer, Done):
            said = as_json(answer)
            if options.json:
                print(json.dumps(said, ensure_ascii=False))
            return refused(said)
        recorded = {"seq": answer.seq}
    warned = [words(each) for each in (*warnings, *found.warnings)]
    if options.json:
        changes = {"changes": changes_said(found), **about, "warnings": warned}
        print(json.dumps({"ok": True} | recorded | found.answer | changes, ensure_ascii=False))
        return DONE
    for line in heads:
        print(words(line))
    print_changes(found)
    print_warnings(warned)
    return DONE


__all__ = ["changes_said", "print_changes", "take_in", "tried"]
