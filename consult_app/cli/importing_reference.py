"""``consult import --as reference``: a reference paper into the register of documents, and the points for
discussion that it suggests into the agenda."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from ..meetings.reasons import N_, Message
from .edge import DONE, as_json, opened, print_warnings, refused, said_in_json, words


def import_reference(options: argparse.Namespace) -> int:
    """Register the paper and take over its points for discussion, or say what would be."""
    from ..desk import Done
    from ..exchange.reference import read_reference
    from ..meetings.proceedings.agenda_import import ImportAgenda
    from ..state import write_command

    with opened(options.file, write=not options.preview) as desk:
        with said_in_json(options):
            found = read_reference(Path(options.source), options.language)
        document = found.registering(desk.state.assembly)
        agenda = ImportAgenda(language=options.language, topics=found.topics) if found.topics else None
        if options.preview:
            both = [document, *([agenda] if agenda else [])]
            _print([json.loads(write_command(each)) for each in both])
            return DONE
        answers = [desk.perform(document).result()]
        if isinstance(answers[0], Done) and agenda is not None:
            answers.append(desk.perform(agenda).result())
    said = [as_json(answer) for answer in answers]
    if options.json:
        _print({"ok": all(isinstance(each, Done) for each in answers), "answers": said})
    for one in said:
        if not one["ok"]:
            return refused(one)
    if not options.json:
        _told(said)
    return DONE


def _told(said: list[dict[str, Any]]) -> None:
    print(words(Message(N_("Registered: {symbol}"), {"symbol": said[0]["symbol"] or said[0]["id"]})))
    for one in said:
        if "items" in one:
            line = Message(N_("On the agenda: {items}"), {"items": ", ".join(one["items"])})
            print(f"  {words(line)}")
        print_warnings(one["warnings"])


def _print(what: object) -> None:
    print(json.dumps(what, ensure_ascii=False))
