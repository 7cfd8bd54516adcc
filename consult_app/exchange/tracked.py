"""A Word file with tracked changes as amendments: the text with every change put back, and what each
author makes of it.

The names in such a file are free text and prove nothing: who an author stands for is said by a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from consult_app.drafting.handing_in.handed_in import ImportAmendments, Remark, Version
from consult_app.drafting.handing_in.importing import ReadNode
from consult_app.exchange.errors import unreadable
from consult_app.exchange.grammar import structure
from consult_app.exchange.importing import read_nodes
from consult_app.exchange.labels import label_of
from consult_app.exchange.ledger import Ledger
from consult_app.exchange.office_file import opened
from consult_app.exchange.parsed import Parsed
from consult_app.exchange.reading import MOST_BYTES, bytes_of, finished, is_zip, what_it_is
from consult_app.exchange.tracking import ALL_REJECTED, Author, Traces, View, traces
from consult_app.exchange.word import read_word
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.reasons import N_, Message
from consult_app.state import State


class Part(msgspec.Struct, frozen=True):
    """One author's part in a file: their name in it, how many changes of words and of formatting, when
    the first was made (as the file says it), in whose insertions some stand, and the text with these
    changes alone (with those of the author *within* too, where they stand in that one's words)."""

    author: str
    changes: int
    formatting: int
    first: str
    text: Parsed
    within: str = ""
    remarks: tuple[Remark, ...] = ()


class TrackedFile(msgspec.Struct, frozen=True):
    """A file with tracked changes: the text without them, and the part of each author."""

    original: Parsed
    parts: tuple[Part, ...]
    warnings: tuple[Message, ...] = ()

    @property
    def authors(self) -> tuple[str, ...]:
        """The names in the file, each once."""
        return tuple(dict.fromkeys(part.author for part in self.parts))


def read_tracked(path: Path, language: str) -> TrackedFile:
    """The tracked changes of the Word file *path*. Raises :class:`Unreadable` where it is no Word file,
    is damaged, or holds no tracked change."""
    return read_tracked_bytes(bytes_of(path), language, path.name)


def read_tracked_bytes(data: bytes, language: str, source: str) -> TrackedFile:
    """As :func:`read_tracked`, for the bytes of a file called *source*."""
    if len(data) > MOST_BYTES:
        raise unreadable(N_("The file is larger than 50 MB; take the pictures out of it and try again."))
    if not is_zip(data):
        raise unreadable(
            N_(
                "{name} is {what}; amendments are read from a Word file (.docx) or an OpenDocument text "
                "(.odt) with tracked changes."
            ),
            name=source,
            what=what_it_is(data),
        )
    found = _traces(data)
    if not found.authors:
        raise unreadable(
            N_(
                "{name} holds no tracked changes. Were they accepted before it was sent? A new version of "
                "the text is imported as a revision."
            ),
            name=source,
        )
    original, _comments = _read(data, language, source, ALL_REJECTED)
    parts: list[Part] = []
    for author in found.authors.values():
        alone = frozenset({author.name})
        parts.append(_part(data, language, source, original, author, View(alone)))
    for author in found.authors.values():
        for outer in author.within:
            view = View(frozenset({outer}), frozenset({(outer, author.name)}))
            parts.append(_part(data, language, source, original, author, view, outer))
    warnings = list(original.warnings)
    if found.properties:
        warnings.append(
            Message(
                N_("Changes of paragraph or table formatting hold no words and were left out: {count}."),
                {"count": found.properties},
            )
        )
    return TrackedFile(original, tuple(parts), tuple(warnings))


def amendments_command(
    file: TrackedFile, groups: Mapping[str, str], state: State, text_id: str = ""
) -> ImportAmendments:
    """The Command that takes in *file*, each author's changes as those of the group or participant that
    *groups* names, to the text *text_id* (the first where none is named). An author who is not named there
    is left out."""
    versions = tuple(
        Version(
            by=groups[part.author],
            nodes=_told(part.text),
            author=part.author,
            within=part.within,
            remarks=part.remarks,
        )
        for part in file.parts
        if part.author in groups and (not part.within or part.within in groups)
    )
    return ImportAmendments(
        language=file.original.language,  # type: ignore[arg-type]
        original=_told(file.original),
        versions=versions,
        source=file.original.source,
        text_id=text_id or next(iter(state.drafting.texts), ""),
    )


def likely_group(author: str, assembly: Assembly) -> str:
    """The group that a name in a file probably means, "" where none is named: only ever a suggestion."""
    said = _plain(author)
    for group in assembly.groups.values():
        if any(_plain(name) == said for name in group.names.values()) or _plain(group.id) == said:
            return group.id
    person = assembly.find_participant(author)
    if person is not None:
        return person.id
    for word, group_id in (("worker", "workers"), ("employer", "employers"), ("government", "government")):
        if word in said and group_id in assembly.groups:
            return group_id
    return ""


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split())


def _told(parsed: Parsed) -> tuple[ReadNode, ...]:
    # what stood in the file before a repair is of no use here: the changes are what counts
    return tuple(msgspec.structs.replace(node, raw="") for node in read_nodes(parsed))


def _part(
    data: bytes, language: str, source: str, original: Parsed, author: Author, view: View, within: str = ""
) -> Part:
    text, comments = _read(data, language, source, view)
    text = _as_it_was(text, original)
    remarks = []
    for line, who, words in comments:
        if who != author.name or not words:
            continue
        now = _at(text, line)
        if now >= 0:
            remarks.append(Remark(words, now))
        before = _at(original, line)
        if before >= 0:
            remarks.append(Remark(words, before, True))
    return Part(
        author.name,
        author.within.get(within, 0) if within else author.changes - sum(author.within.values()),
        author.formatting,
        author.first,
        text,
        within,
        tuple(remarks),
    )


def _as_it_was(text: Parsed, original: Parsed) -> Parsed:
    """*text* with what an author's new paragraph marks cut off in the kind of what it was cut off: a
    person who presses Enter in an item types no number."""
    whole = {line: node for node in original.nodes if len(node.raw_lines) > 1 for line in node.raw_lines}
    nodes = []
    for node in text.nodes:
        was = next((whole[line] for line in node.raw_lines if line in whole), None)
        labelled = label_of(node.raw_text.strip()) is not None and node.kind in ("paragraph", "item")
        if was is None or labelled or node.kind == "footnote":
            nodes.append(node)
            continue
        if set(node.raw_lines) < set(was.raw_lines):
            node = msgspec.structs.replace(node, kind=was.kind, depth=was.depth, enumeration=was.enumeration)
        nodes.append(node)
    return msgspec.structs.replace(text, nodes=tuple(nodes))


def _at(parsed: Parsed, line: int) -> int:
    return next((at for at, node in enumerate(parsed.nodes) if line in node.raw_lines), -1)


def _read(data: bytes, language: str, source: str, view: View) -> tuple[Parsed, list[tuple[int, str, str]]]:
    ledger = Ledger(frozenset())
    stream = read_word(data, ledger, view)
    nodes, warnings = structure(stream, language, ledger)
    return finished(nodes, ledger.numbered({}), language, source, warnings), stream.comments


def _traces(data: bytes) -> Traces:
    package = opened(data)
    related = package.related()
    names = (package.document, related.get("footnotes", ""), related.get("endnotes", ""))
    roots = (package.root(name) for name in names if name)
    return traces(root for root in roots if root is not None)
