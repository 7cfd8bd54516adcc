"""The command line, exactly as the contract has it. Heavy rooms are imported when they are used."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Any

from .. import __version__
from ..meetings.reasons import N_, Message, Refused
from ..meetings.rule_checks import BadRules
from ..meetings.rules import PRESETS
from . import doing, holding, importing, importing_people, showing
from .edge import DONE, IN_USE, REFUSED, UNREADABLE, Failed, said_in_error

_VERBS = {
    "demo": holding.demo,
    "new": holding.new,
    "import": importing.import_,
    "do": doing.do,
    "show": showing.show,
    "export": showing.export_papers,
    "check": showing.check,
    "commands": showing.commands,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit status: 0 done, 1 damage or difference, 2 unreadable
    input, 3 refused by a rule, 4 in use."""
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    parser = _parser()
    if not arguments or (arguments[0] not in _VERBS and not arguments[0].startswith("-")):
        if len(arguments) > 1:
            parser.error(f"there is no command {arguments[0]!r}")
        return _guarded(lambda: holding.window(arguments[0] if arguments else None))
    options = parser.parse_args(arguments)
    return _guarded(lambda: _VERBS[options.verb](options))


def _guarded(run: Any) -> int:
    from ..journal.errors import InUse, JournalError

    try:
        return int(run())
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


def _numbers(said: str) -> frozenset[int]:
    return frozenset(int(number) for number in said.split(",") if number.strip())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="consult",
        description="Run a tripartite meeting. Without a command: the window, with FILE if one is given.",
        usage="consult [FILE] | consult COMMAND …",
    )
    parser.add_argument("--version", action="version", version=f"consult {__version__}")
    # "prog" so that the usage of each command begins with its own name, not with the line above
    verbs = parser.add_subparsers(dest="verb", metavar="COMMAND", required=True, prog="consult")

    def verb(name: str, help_: str, file: bool = True) -> argparse.ArgumentParser:
        made = verbs.add_parser(name, help=help_, description=help_)
        if file:
            made.add_argument("file", metavar="FILE", help="the meeting file (.consult)")
        return made

    demo = verb("demo", "hold the sample meeting and print its papers", file=False)
    demo.add_argument("--out", metavar="DIR")
    demo.add_argument("--no-window", action="store_true")
    new = verb("new", "begin a meeting in a new file")
    new.add_argument("--rules", choices=PRESETS, required=True)
    for code in ("en", "fr", "es"):
        new.add_argument(f"--title-{code}", default="", metavar="TITLE")
    importing = verb("import", "import the text, in a language or as a new version of it, or people")
    importing.add_argument("source", metavar="SOURCE")
    importing.add_argument(
        "--as", dest="as_", default="text", choices=("text", "revision", "amendments", "people", "reference")
    )
    importing.add_argument("--language", default="en", choices=("en", "fr", "es"))
    importing.add_argument(
        "--group", action="append", default=[], help="whose amendments, new version or people"
    )
    importing.add_argument(
        "--without-repair", default="", type=_numbers, metavar="N,N", help="leave these repairs undone"
    )
    importing.add_argument(
        "--preview", action="store_true", help="read only: what would be imported or changed, and each repair"
    )
    importing.add_argument("--json", action="store_true")
    importing_people.add_options(importing)
    do = verb("do", "perform commands, one JSON object a line")
    do.add_argument("commands", metavar="COMMANDS.jsonl", nargs="?", default="-")
    do.add_argument("--keep-going", action="store_true")
    show = verb("show", "show the meeting and its text")
    show.add_argument("--view", default="current", choices=("original", "current", "marked", "final"))
    show.add_argument("--language", default="", choices=("", "en", "fr", "es"))
    show.add_argument("--at", default="", metavar="SEQ|TIME")
    show.add_argument("--json", action="store_true")
    show.add_argument("--find", metavar="WORDS", help="the people in whom all words are found")
    show.add_argument(
        "--rehearse", default="", metavar="D.n|all", help="what would follow from a decision on an amendment"
    )
    show.add_argument("--act", default="adopt", choices=("adopt", "reject", "withdraw"))
    export = verb("export", "write papers")
    export.add_argument("--out", required=True, metavar="DIR")
    export.add_argument("--papers", default="")
    export.add_argument("--languages", default="")
    export.add_argument("--formats", default="")
    export.add_argument("--draft", action="store_true")
    export.add_argument(
        "--compare",
        default="",
        metavar="SEQ|TIME[,SEQ|TIME]",
        help="compare the text at these two moments, or at one of them and now",
    )
    verb("check", "is the file sound?")
    commands = verb("commands", "every command with its fields", file=False)
    commands.add_argument("--json", action="store_true")
    return parser
