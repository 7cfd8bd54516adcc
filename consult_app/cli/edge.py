"""What the commands of the command line share: exit statuses, sentences, and the file opened."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..meetings.reasons import N_, Message, Refused

if TYPE_CHECKING:
    from ..desk import Answer, Desk

DONE, DAMAGE, UNREADABLE, REFUSED, IN_USE = range(5)


class Failed(Exception):
    """A command line that ends here: a sentence for stderr and an exit status."""

    def __init__(self, message: Message, status: int) -> None:
        super().__init__(message.msgid)
        self.message = message
        self.status = status


def said_in_error(message: Message, status: int) -> int:
    """Say *message* on stderr; returns the exit *status*."""
    print(f"consult: {words(message)}", file=sys.stderr)
    return status


def refused(said: Mapping[str, Any]) -> int:
    """Say on stderr why the desk did not do what it was asked, as it *said* (:func:`as_json`); the exit
    status."""
    print(f"consult: {said.get('refused') or said.get('needs_confirmation')}", file=sys.stderr)
    return REFUSED


@contextmanager
def said_in_json(options: argparse.Namespace) -> Iterator[None]:
    """Where what is done inside is refused, or a file cannot be read, that is said in JSON too if it is asked
    for. Raises Refused, and Failed for the file."""
    from ..exchange.errors import Unreadable

    try:
        yield
    except Unreadable as error:
        if options.json:
            _print_refusal(error.message, "unreadable")
        raise Failed(error.message, UNREADABLE) from error
    except Refused as refusal:
        if options.json:
            _print_refusal(refusal.reason, refusal.rule)
        raise


def _print_refusal(why: Message, rule: str) -> None:
    print(json.dumps({"ok": False, "refused": words(why), "rule": rule}, ensure_ascii=False))


def print_warnings(warnings: Iterable[str]) -> None:
    """The *warnings*, a line each, below what was done."""
    for warning in warnings:
        print(f"  ! {warning}")


def words(message: Message) -> str:
    """*message* in the language of the command line."""
    from ..words import say

    return say(message, language())


def language() -> str:
    """The language of the command line: that of the environment if it is one of the three."""
    for name in ("CONSULT_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        code = os.environ.get(name, "")[:2].lower()
        if code:
            return code if code in ("fr", "es") else "en"
    return "en"


def has_screen() -> bool:
    """Whether a window can be shown (contract.md)."""
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(shown) and os.environ.get("QT_QPA_PLATFORM", "") != "offscreen" and not os.environ.get("CI")


def opened(name: str, *, write: bool = False) -> Desk:
    """The meeting at *name*, opened at a desk. Raises JournalError where it cannot be."""
    from ..desk import Desk

    return Desk.open(meeting_file(name), write=write)


def meeting_file(name: str) -> Path:
    """*name* as a file. Raises Failed for the address of a server."""
    if "://" in name:
        raise Failed(
            Message(N_("Shared meetings on a server are not in this version; give the name of a file.")),
            IN_USE,
        )
    return Path(name)


def progress(title: str) -> Any:
    """Progress on stderr: one line that counts, in a terminal; a line at the end elsewhere."""
    title = words(Message(title))
    terminal = sys.stderr.isatty()

    def show(done: int, total: int, _what: str) -> None:
        if terminal:
            end = "\n" if done == total else "\r"
            print(f"\r{title}: {done}/{total}", end=end, file=sys.stderr, flush=True)
        elif done == total:
            print(f"{title}: {total}", file=sys.stderr)

    return show


def as_json(answer: Answer) -> dict[str, Any]:
    """An answer of the desk as ``do`` writes it (contract.md, "Streams")."""
    from ..desk import Done, Refusal

    if isinstance(answer, Done):
        given = {name: _said(value) for name, value in answer.answer.items()}
        return (
            {"ok": True, "seq": answer.seq} | given | {"warnings": [words(each) for each in answer.warnings]}
        )
    if isinstance(answer, Refusal):
        return {"ok": False, "refused": words(answer.reason), "rule": answer.rule}
    return {"ok": False, "needs_confirmation": words(answer.why)}


def _said(value: Any) -> Any:
    """What an answer holds as JSON has it; what came of a vote or a motion in the three languages."""
    from ..meetings.acts import LANGUAGES
    from ..meetings.kept.votes import Motion, Vote

    if isinstance(value, Message):
        return words(value)
    if isinstance(value, Vote):
        from ..publishing.formulas.results import of_vote

        return {code: of_vote(value, code) for code in LANGUAGES}
    if isinstance(value, Motion):
        from ..publishing.formulas.results import of_motion

        return {code: of_motion(value.kind, value.state, code) for code in LANGUAGES}
    return value
