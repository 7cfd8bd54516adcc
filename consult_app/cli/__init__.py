"""The command line, exactly as the contract has it. Heavy rooms are imported when they are used."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from ..meetings.reasons import N_, BadRules, Message, Refused
from .edge import DONE, IN_USE, REFUSED, UNREADABLE, Failed, said_in_error

if TYPE_CHECKING:
    import argparse

#: where each command is carried out; imported when it is asked for, because the window starts here too
_VERBS = {
    "demo": "holding.demo",
    "new": "holding.new",
    "import": "importing.import_",
    "do": "doing.do",
    "show": "showing.show",
    "export": "showing.export_papers",
    "check": "showing.check",
    "verify": "verifying.verify",
    "commands": "showing.commands",
}

_RESET = "--reset-layout"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit status: 0 done, 1 damage or difference, 2 unreadable
    input, 3 refused by a rule, 4 in use."""
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    reset_layout = _RESET in arguments[:1]
    if reset_layout:
        arguments = arguments[1:]
        if arguments[:1] and (arguments[0] in _VERBS or arguments[0].startswith("-")):
            _parser().error(f"{_RESET} is for the window")
    if not arguments or (arguments[0] not in _VERBS and not arguments[0].startswith("-")):
        if len(arguments) > 1:
            _parser().error(f"there is no command {arguments[0]!r}")
        from .holding import window

        file = arguments[0] if arguments else None
        return _guarded(lambda: window(file, reset_layout=reset_layout))
    options = _parser().parse_args(arguments)
    return _guarded(lambda: _carried_out(options))


def _carried_out(options: argparse.Namespace) -> int:
    module, _, name = _VERBS[options.verb].partition(".")
    carry_out: Callable[[argparse.Namespace], int] = getattr(import_module(f".{module}", __name__), name)
    return carry_out(options)


def _parser() -> argparse.ArgumentParser:
    from .options import parser

    return parser()


def _guarded(run: Callable[[], int]) -> int:
    from ..journal.errors import InUse, JournalError

    try:
        return run()
    except Failed as failure:
        return said_in_error(failure.message, failure.status)
    except InUse as error:
        return said_in_error(error.message, IN_USE)
    except (JournalError, BadRules) as error:
        return said_in_error(error.message, UNREADABLE)
    except Refused as refusal:
        return said_in_error(refusal.reason, REFUSED)
    except BrokenPipeError:
        # whoever reads has gone; there is nobody left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        what = error.strerror or str(error)
        where = f"{error.filename}: {what}" if error.filename else what
        return said_in_error(Message(N_("It did not work: {error}"), {"error": where}), UNREADABLE)
    except KeyboardInterrupt:
        return 130
