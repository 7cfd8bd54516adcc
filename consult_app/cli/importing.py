"""``consult import``: what comes in, with its preview."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..meetings.reasons import N_, Message
from .edge import DONE, UNREADABLE, Failed, as_json, opened, print_warnings, refused, said_in_json, words
from .taking_in import changes_said, print_changes, tried

if TYPE_CHECKING:
    from ..desk import Desk
    from ..exchange.parsed import Parsed
    from ..meetings.acts import Command


def import_(options: argparse.Namespace) -> int:
    """Import a source into the meeting, or say what it would bring in."""
    from ..desk import Done
    from ..exchange.importing import import_command, revision_command

    if options.as_ == "people":
        from .importing_people import import_people

        return import_people(options)
    if options.as_ == "amendments":
        if options.source.lower().endswith(".consult-amendments"):
            from .importing_handed_over import import_handed_over

            return import_handed_over(options)
        from .importing_amendments import import_amendments

        return import_amendments(options)
    if options.as_ == "reference":
        from .importing_reference import import_reference

        return import_reference(options)
    if options.as_ not in ("text", "revision"):
        raise Failed(
            Message(N_("Importing as “{kind}” is not in this version."), {"kind": options.as_}), UNREADABLE
        )
    revision = options.as_ == "revision"
    if revision and len(options.group) > 1:
        raise Failed(Message(N_("A new version of the text is by one group, or by the Office.")), UNREADABLE)
    with opened(options.file, write=not options.preview) as desk:
        parsed = _read(options)
        if revision:
            by = options.group[0] if options.group else "office"
            command: Command = revision_command(parsed, desk.state, by, options.text)
        else:
            command = import_command(parsed, desk.state, options.text, options.kind)
        if options.preview:
            return _previewed(options, parsed, desk, command)
        answer = desk.perform(command).result()
    said = as_json(answer)
    warnings = [words(warning) for warning in parsed.warnings] + said.get("warnings", [])
    if options.json:
        if isinstance(answer, Done):
            said |= {"language": options.language, "repairs": _repairs(parsed), "warnings": warnings}
        print(json.dumps(said, ensure_ascii=False))
    if not isinstance(answer, Done):
        return refused(said)
    if not options.json:
        print(_counted(said, parsed) if revision else _imported(parsed))
        for entry in _repairs(parsed):
            print(f"  {entry['number']:>3}. {entry['repair']}")
        print_warnings(warnings)
    return DONE


def _read(options: argparse.Namespace) -> Parsed:
    """The text in the file that is named. Raises Failed, having said so in JSON where that is asked for."""
    from ..exchange.reading import read

    with said_in_json(options):
        return read(Path(options.source), options.language, options.without_repair)


def _previewed(options: argparse.Namespace, parsed: Parsed, desk: Desk, command: Command) -> int:
    """Say what an import would bring in or change; nothing is recorded."""
    from ..drafting.handing_in.revision import ImportRevision

    warnings = [words(warning) for warning in parsed.warnings]
    if not isinstance(command, ImportRevision):
        nodes = [
            {"kind": n.kind, "depth": n.depth, "text": n.text, "repairs": n.repairs} for n in parsed.nodes
        ]
        said: dict[str, Any] = {"nodes": nodes, "repairs": _repairs(parsed), "warnings": warnings}
        print(json.dumps(said, ensure_ascii=False, indent=1))
        return DONE
    found = tried(options, desk, command)
    warnings += [words(warning) for warning in found.warnings]
    if options.json:
        said = found.answer | {
            "changes": changes_said(found),
            "repairs": _repairs(parsed),
            "warnings": warnings,
        }
        print(json.dumps(said, ensure_ascii=False, indent=1))
        return DONE
    print(_counted(found.answer, parsed))
    print_changes(found)
    print_warnings(warnings)
    return DONE


def _repairs(parsed: Parsed) -> list[dict[str, Any]]:
    return [
        {
            "number": repair.number,
            "kind": repair.kind,
            "line": repair.line,
            "before": repair.before,
            "after": repair.after,
            "repair": words(repair.message),
        }
        for repair in parsed.repairs
    ]


def _imported(parsed: Parsed) -> str:
    line = Message(
        N_("{source}: {nodes} nodes in “{language}”, {repairs} repairs"),
        {
            "source": parsed.source,
            "nodes": len(parsed.nodes),
            "language": parsed.language,
            "repairs": len(parsed.repairs),
        },
    )
    return words(line)


def _counted(answer: dict[str, Any], parsed: Parsed) -> str:
    """How many changes a new version comes to, and how many nodes had which fate."""
    line = Message(
        N_(
            "{source}: {changes} changes; nodes replaced {replaced}, inserted {inserted}, deleted {deleted}, "
            "moved {moved}, split {split}, joined {joined}, unchanged {unchanged}"
        ),
        answer | {"source": parsed.source, "changes": len(answer["changes"])},
    )
    return words(line)
