"""``consult do``: commands, one JSON object a line, each answered before the next is read."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from ..meetings.reasons import N_, Message
from .edge import DONE, REFUSED, UNREADABLE, Failed, as_json, opened, words

if TYPE_CHECKING:
    from ..desk import Desk


def do(options: argparse.Namespace) -> int:
    """Perform the commands of a file or of stdin."""
    name = options.commands
    try:
        if name == "-":
            with opened(options.file, write=True) as desk:
                return _lines(desk, sys.stdin, options.keep_going)
        source = Path(name).read_text("utf-8").split("\n")
    except BrokenPipeError:
        raise
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise Failed(
            Message(N_("{file} cannot be read: {error}"), {"file": name, "error": why}), UNREADABLE
        ) from error
    with opened(options.file, write=True) as desk:
        return _lines(desk, source, options.keep_going)


def _lines(desk: Desk, lines: Iterable[str] | TextIO, keep_going: bool) -> int:
    import msgspec

    from ..state import read_command
    from ..verbs import named_twice, not_a_command

    status = DONE
    for line in lines:
        line = line.strip().removeprefix("\ufeff")
        if not line or line.startswith(("#", "//")):
            continue
        try:
            command = read_command(line)
            wrong = named_twice(line)
        except msgspec.DecodeError as error:
            wrong = not_a_command(error, line)
        if wrong is not None:
            said: dict[str, Any] = {"ok": False, "refused": words(wrong), "rule": "command"}
            failed = UNREADABLE
        else:
            said = as_json(desk.perform(command).result())
            failed = DONE if said["ok"] else REFUSED
        print(json.dumps(said, ensure_ascii=False), flush=True)
        if failed:
            print(f"consult: {said.get('refused') or said.get('needs_confirmation')}", file=sys.stderr)
            status = UNREADABLE if UNREADABLE in (status, failed) else failed
            if not keep_going:
                break
    return status
