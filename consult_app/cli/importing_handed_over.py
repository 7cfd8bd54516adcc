"""``consult import --as amendments`` of the file by which a group's coordinator hands amendments over."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..meetings.acts import stamp
from ..meetings.reasons import Refused
from .edge import DONE, REFUSED, UNREADABLE, Failed, as_json, language, opened, words

if TYPE_CHECKING:
    from ..exchange.importing import Preview


def import_handed_over(options: argparse.Namespace) -> int:
    """Take the file in, or say what would come of it."""
    from ..desk import Done
    from ..exchange.errors import Unreadable
    from ..exchange.handing_over import read_hand_over, take_in_command
    from ..exchange.importing import preview

    source = Path(options.source)
    with opened(options.file, write=not options.preview) as desk:
        try:
            file = read_hand_over(source, desk.rows(0, 1)[0].hash)
        except Unreadable as error:
            if options.json:
                _print({"ok": False, "refused": words(error.message), "rule": "unreadable"})
            raise Failed(error.message, UNREADABLE) from error
        command = take_in_command(file, source.name)
        try:
            found = preview(command, desk.state, desk.seq, stamp(datetime.now(UTC)), language())
        except Refused as refusal:
            if options.json:
                _print({"ok": False, "refused": words(refusal.reason), "rule": refusal.rule})
            raise
        if options.preview:
            _shown(options, found, file.group)
            return DONE
        answer = desk.perform(command).result()
    if not isinstance(answer, Done):
        said = as_json(answer)
        if options.json:
            _print(said)
        print(f"consult: {said.get('refused') or said.get('needs_confirmation')}", file=sys.stderr)
        return REFUSED
    _shown(options, found, file.group, answer.seq)
    return DONE


def _shown(options: argparse.Namespace, found: Preview, group: str, seq: int | None = None) -> None:
    warnings = [words(each) for each in found.warnings]
    if options.json:
        changes = [
            {"number": each.number, "change": each.what, "node": each.node, "says": each.says}
            for each in found.changes
        ]
        said: dict[str, Any] = {"ok": True} | ({} if seq is None else {"seq": seq})
        _print(said | found.answer | {"changes": changes, "group": group, "warnings": warnings})
        return
    for change in found.changes:
        print(f"{change.number:>9}  {' '.join(change.says)}")
    for warning in warnings:
        print(f"  ! {warning}")


def _print(said: dict[str, Any]) -> None:
    print(json.dumps(said, ensure_ascii=False))
