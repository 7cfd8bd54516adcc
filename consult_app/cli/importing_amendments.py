"""``consult import --as amendments``: the tracked changes of a Word file, by author."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..meetings.acts import stamp
from ..meetings.reasons import N_, Message, Refused
from .edge import DONE, REFUSED, UNREADABLE, Failed, as_json, language, opened, words

if TYPE_CHECKING:
    from ..exchange.importing import Preview
    from ..exchange.tracked import TrackedFile
    from ..state import State


def import_amendments(options: argparse.Namespace) -> int:
    """Take in a file of tracked changes, or say what would come of it."""
    from ..desk import Done
    from ..exchange.errors import Unreadable
    from ..exchange.importing import preview
    from ..exchange.tracked import amendments_command, read_tracked

    with opened(options.file, write=not options.preview) as desk:
        try:
            file = read_tracked(Path(options.source), options.language)
        except Unreadable as error:
            if options.json:
                _print({"ok": False, "refused": words(error.message), "rule": "unreadable"})
            raise Failed(error.message, UNREADABLE) from error
        groups = _groups(options, file, desk.state)
        command = amendments_command(file, groups, desk.state, options.text)
        try:
            found = preview(command, desk.state, desk.seq, stamp(datetime.now(UTC)), language())
        except Refused as refusal:
            if options.json:
                _print({"ok": False, "refused": words(refusal.reason), "rule": refusal.rule})
            raise
        warnings = [words(each) for each in (*file.warnings, *found.warnings)]
        if options.preview:
            _shown(options, file, found, groups, warnings)
            return DONE
        answer = desk.perform(command).result()
    if not isinstance(answer, Done):
        said = as_json(answer)
        if options.json:
            _print(said)
        print(f"consult: {said.get('refused') or said.get('needs_confirmation')}", file=sys.stderr)
        return REFUSED
    _shown(options, file, found, groups, warnings, answer.seq)
    return DONE


def _groups(options: argparse.Namespace, file: TrackedFile, state: State) -> dict[str, str]:
    """Whose amendments each author's changes are: as ``--group`` says it, never guessed from the name
    alone. Raises Failed when an author is not named."""
    from ..exchange.tracked import likely_group

    groups: dict[str, str] = {}
    for each in options.group:
        author, named, by = each.rpartition("=")
        if named:
            groups[" ".join(author.split())] = by
        else:
            groups |= {one: by for one in file.authors if one not in groups}
    missing = [author for author in file.authors if author not in groups]
    if not missing:
        return groups
    likely = {author: likely_group(author, state.assembly) for author in missing}
    if options.json:
        authors = [{"author": author, "likely": group or None} for author, group in likely.items()]
        _print({"ok": False, "refused": words(_UNNAMED), "rule": "group", "authors": authors})
    named_so = [f'--group "{author}={group or "…"}"' for author, group in likely.items()]
    raise Failed(
        Message(N_("Say whose amendments these are: {authors}"), {"authors": " ".join(named_so)}), REFUSED
    )


_UNNAMED = Message(N_("Say for each author in the file which group they stand for; a name proves nothing."))


def _shown(
    options: argparse.Namespace,
    file: TrackedFile,
    found: Preview,
    groups: dict[str, str],
    warnings: list[str],
    seq: int | None = None,
) -> None:
    if options.json:
        changes = [
            {"number": each.number, "change": each.what, "node": each.node, "says": each.says}
            for each in found.changes
        ]
        said: dict[str, Any] = {"ok": True} | ({} if seq is None else {"seq": seq})
        said |= found.answer | {
            "changes": changes,
            "authors": [
                {
                    "author": part.author,
                    "by": groups[part.author],
                    "changes": part.changes,
                    "first": part.first or None,
                    "within": part.within or None,
                }
                for part in file.parts
            ],
            "warnings": warnings,
        }
        _print(said)
        return
    for part in file.parts:
        line = Message(
            N_("{author} ({by}): {changes} tracked changes"),
            {"author": part.author or "?", "by": groups[part.author], "changes": part.changes},
        )
        print(words(line))
    for each in found.changes:
        print(f"{each.number:>9}  {' '.join(each.says)}")
    for warning in warnings:
        print(f"  ! {warning}")


def _print(said: dict[str, Any]) -> None:
    print(json.dumps(said, ensure_ascii=False))
