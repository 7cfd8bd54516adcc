"""``consult import --as amendments``: the tracked changes of a Word file, by author."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..meetings.reasons import N_, Message
from .edge import REFUSED, Failed, opened, said_in_json, words
from .taking_in import take_in

if TYPE_CHECKING:
    from ..exchange.tracked import Part, TrackedFile
    from ..state import State


def import_amendments(options: argparse.Namespace) -> int:
    """Take in a file of tracked changes, or say what would come of it."""
    from ..exchange.tracked import amendments_command, read_tracked

    with opened(options.file, write=not options.preview) as desk:
        with said_in_json(options):
            file = read_tracked(Path(options.source), options.language)
        groups = _groups(options, file, desk.state)
        return take_in(
            options,
            desk,
            amendments_command(file, groups, desk.state, options.text),
            {"authors": [_said(part, groups) for part in file.parts]},
            [_line(part, groups) for part in file.parts],
            file.warnings,
        )


def _said(part: Part, groups: dict[str, str]) -> dict[str, Any]:
    return {
        "author": part.author,
        "by": groups[part.author],
        "changes": part.changes,
        "first": part.first or None,
        "within": part.within or None,
    }


def _line(part: Part, groups: dict[str, str]) -> Message:
    return Message(
        N_("{author} ({by}): {changes} tracked changes"),
        {"author": part.author or "?", "by": groups[part.author], "changes": part.changes},
    )


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
        said = {"ok": False, "refused": words(_UNNAMED), "rule": "group", "authors": authors}
        print(json.dumps(said, ensure_ascii=False))
    named_so = [f'--group "{author}={group or "…"}"' for author, group in likely.items()]
    raise Failed(
        Message(N_("Say whose amendments these are: {authors}"), {"authors": " ".join(named_so)}), REFUSED
    )


_UNNAMED = Message(N_("Say for each author in the file which group they stand for; a name proves nothing."))
