"""What the importer hands on: the nodes of a text in document order, and each repair it made.

Nothing here is part of the meeting yet: a person sees the preview, leaves out the repairs that are
wrong (:func:`consult_app.exchange.reading.read` with ``without``), and only then is it imported.
"""

from __future__ import annotations

import msgspec

from consult_app.meetings.reasons import Message


class Repair(msgspec.Struct, frozen=True):
    """One thing put right while reading; ``read(…, without={number})`` leaves it undone.

    ``kind`` is one of the kinds of :mod:`consult_app.exchange.ledger`, which says what each looks like
    when it is left undone. ``line`` is the line of a plain text or the paragraph of a Word file, from
    1. ``before`` and ``after`` show the place as it stood and as it is read now (raw characters).
    """

    number: int
    kind: str
    line: int
    before: str
    after: str
    message: Message


class ParsedNode(msgspec.Struct, frozen=True):
    """One node of the text, in document order.

    ``kind``: title, organ, clause, adoption, heading, paragraph, item, closing or footnote (these come
    last). ``depth`` is 0 but for items: 1 directly under a paragraph, 2 for (a) under (i), and so on.
    ``enumeration`` is arabic for a paragraph; roman, alpha, arabic or dash for an item; else empty.
    ``text`` is the wording in plain form (:mod:`consult_app.drafting.wordings.wording`) without its label:
    numbers are derived. ``raw_text`` is what stood in the file, its lines kept apart. ``repairs`` are
    the numbers of the repairs that touched it; ``note_key`` is the key of a footnote.
    """

    kind: str
    depth: int
    text: str
    enumeration: str
    raw_text: str
    raw_lines: tuple[int, ...]
    repairs: tuple[int, ...]
    note_key: str = ""


class Parsed(msgspec.Struct, frozen=True):
    """A text as it was read; ``source`` names the file, ``warnings`` say what a person should look at."""

    nodes: tuple[ParsedNode, ...]
    repairs: tuple[Repair, ...]
    language: str
    source: str
    warnings: tuple[Message, ...]
