"""``consult import --as people``: a list of participants, previewed or put on the list as a whole."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..meetings.reasons import N_, Message, Refused
from .edge import (
    DONE,
    REFUSED,
    UNREADABLE,
    Failed,
    as_json,
    opened,
    print_warnings,
    refused,
    said_in_json,
    words,
)

if TYPE_CHECKING:
    from ..exchange.people import PeoplePreview, PeopleTable
    from ..meetings.kept.assembly import Assembly

#: faults that are said one by one
_MOST_SAID = 50


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of ``consult import`` that are for lists of participants only."""
    people = parser.add_argument_group("for --as people")
    people.add_argument(
        "--sheet", default="", help="the sheet of the workbook; else the one with the headings"
    )
    people.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="FIELD=HEADING",
        help="take a field (name, role, group, country …) from this column, by heading or letter",
    )
    people.add_argument("--role", default="member", help="the role of rows that name none")
    people.add_argument(
        "--duplicates",
        default="ask",
        choices=("ask", "skip", "update", "both"),
        help="what becomes of a name that is there already",
    )


def import_people(options: argparse.Namespace) -> int:
    """Import the list in ``options.source``, or say what it would come to; the exit status. Raises
    Failed for a file that cannot be read."""
    from ..desk import Done
    from ..exchange.people import headed_for, mapped, preview_people, read_people

    with opened(options.file, write=not options.preview) as desk:
        with said_in_json(options):
            group, role = _defaults(options, desk.state.assembly)
            chosen = dict(_pair(each) for each in options.column)
            table = headed_for(read_people(Path(options.source), options.sheet), chosen.values())
            mapping = mapped(table, chosen)
        found = preview_people(
            table, desk.state.assembly, mapping, group=group, role=role, duplicates=options.duplicates
        )
        said = _about(table, mapping, found)
        if found.faults:
            return _faulty(options, found, said)
        if options.preview:
            return _previewed(options, found, said)
        try:
            command = found.command()
        except Refused as refusal:  # every row was passed over
            if options.json:
                _print({"ok": False, "refused": words(refusal.reason), "rule": refusal.rule} | said)
            raise
        answer = desk.perform(command).result()
    told = as_json(answer)
    if options.json:
        _print(told | said | {"warnings": [*said["warnings"], *told.get("warnings", [])]})
    if not isinstance(answer, Done):
        return refused(told)
    if not options.json:
        print(_counted(said))
        print_warnings([*said["warnings"], *told["warnings"]])
    return DONE


def _defaults(options: argparse.Namespace, assembly: Assembly) -> tuple[str, str]:
    """Group and role of rows that name none. Raises Failed for one that does not exist."""
    from ..exchange.columns import group_of, role_in

    if len(options.group) > 1:
        raise Failed(Message(N_("One group only can be that of all rows that name none.")), UNREADABLE)
    said = options.group[0] if options.group else ""
    group, role = group_of(assembly, said) if said else "", role_in(options.role)
    if said and not group:
        raise Failed(
            Message(
                N_("There is no group “{group}”; register it first. The groups are {groups}."),
                {"group": said, "groups": ", ".join(assembly.groups)},
            ),
            UNREADABLE,
        )
    if not role:
        from ..meetings.kept.assembly import ROLES

        raise Failed(
            Message(
                N_("“{role}” is not a role; the roles are {roles}."),
                {"role": options.role, "roles": ", ".join(ROLES)},
            ),
            UNREADABLE,
        )
    return group, role


def _pair(said: str) -> tuple[str, str]:
    field, equals, heading = said.partition("=")
    if not equals:
        raise Failed(
            Message(N_("Write a column as field=heading, for instance name=C: “{said}”."), {"said": said}),
            UNREADABLE,
        )
    return field.strip(), heading


def _about(table: PeopleTable, mapping: dict[str, int], found: PeoplePreview) -> dict[str, Any]:
    """What is said of every list, imported or not."""
    updated = sum(bool(person.updates) for person in found.people)
    return {
        "source": table.source,
        "sheet": table.sheet,
        "sheets": list(table.sheets),
        "encoding": table.encoding,
        "columns": {field: table.columns[column] for field, column in mapping.items()},
        "left_out": list(table.left_out(mapping)),
        "registered": len(found.people) - updated,
        "updated": updated,
        "skipped": found.skipped,
        "warnings": [words(warning) for warning in found.warnings],
    }


def _faulty(options: argparse.Namespace, found: PeoplePreview, said: dict[str, Any]) -> int:
    faults = [words(fault) for fault in found.faults]
    head = words(Message(N_("Nothing was imported; faults in the list: {count}"), {"count": len(faults)}))
    if options.json:
        said |= {"registered": 0, "updated": 0, "skipped": 0}
        _print({"ok": False, "refused": head, "rule": "faults", "faults": faults} | said)
    print(f"consult: {head}", file=sys.stderr)
    for fault in faults[:_MOST_SAID]:
        print(f"  {fault}", file=sys.stderr)
    if len(faults) > _MOST_SAID:
        print("  …", file=sys.stderr)
    return REFUSED


def _previewed(options: argparse.Namespace, found: PeoplePreview, said: dict[str, Any]) -> int:
    import msgspec

    if options.json:
        people = [
            {"row": line.row, "duplicate": line.duplicate, **msgspec.to_builtins(line.person)}
            for line in found.lines
            if line.person is not None
        ]
        _print({"ok": True} | said | {"people": people}, indent=1)
        return DONE
    print(_counted(said))
    for line in found.lines:
        if line.person is not None:
            person = line.person
            parts = (person.name, person.role, person.group, person.country)
            print(f"{line.row:>6}  {' · '.join(part for part in parts if part)}")
    print_warnings(said["warnings"])
    return DONE


def _counted(said: dict[str, Any]) -> str:
    return words(
        Message(
            N_("{source}: put on the list {registered}, brought up to date {updated}, passed over {skipped}"),
            said,
        )
    )


def _print(said: dict[str, Any], indent: int | None = None) -> None:
    print(json.dumps(said, ensure_ascii=False, indent=indent))
