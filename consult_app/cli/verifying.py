"""``consult verify``: whether a paper is the adopted text."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from .edge import DAMAGE, DONE, UNREADABLE, Failed, opened, words


def verify(options: argparse.Namespace) -> int:
    """Compare the paper with the record; 0 where its words are the adopted ones, 1 and the first difference
    where they are not, 2 where it cannot be read or compared."""
    from ..exchange.errors import Unreadable
    from ..exchange.paper_words import read_paper
    from ..publishing.verifying import verify as verifying

    with opened(options.file) as desk:
        try:
            read = read_paper(Path(options.paper))
            verdict = verifying.verify(read, desk.seq, desk.state_at)
        except (Unreadable, verifying.NotVerifiable) as error:
            if options.json:
                _print({"ok": False, "refused": words(error.message), "rule": "unreadable"})
            raise Failed(error.message, UNREADABLE) from error
    if options.json:
        _print(_said(verdict))
    else:
        for sentence in verdict.sentences():
            print(words(sentence))
    return DONE if verdict.same else DAMAGE


def _said(verdict: Any) -> dict[str, Any]:
    from ..meetings.reasons import Message, Place

    def place(where: Place | Message | None) -> str | None:
        if where is None:
            return None
        return where.label if isinstance(where, Place) else words(where)

    named, found = verdict.named, verdict.difference
    return {
        "ok": True,
        "same": verdict.same,
        "paper": named.key,
        "language": named.language,
        "seq": named.seq,
        "last": verdict.last,
        "adopted": verdict.adopted,
        "provisional": named.provisional,
        "fingerprint": verdict.fingerprint,
        "named_fingerprint": named.fingerprint,
        "difference": found and {"node": place(found.place), "paper": found.paper, "record": found.record},
        "changed_since": place(verdict.now),
        "says": [words(sentence) for sentence in verdict.sentences()],
    }


def _print(said: dict[str, Any]) -> None:
    print(json.dumps(said, ensure_ascii=False))
