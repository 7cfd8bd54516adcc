"""The options of every command of the command line."""

from __future__ import annotations

import argparse

from .. import __version__
from ..drafting.house_style.text_kinds import TEXT_KINDS
from ..meetings.kept.rules import PRESETS
from . import importing_people


def _numbers(said: str) -> frozenset[int]:
    return frozenset(int(number) for number in said.split(",") if number.strip())


def parser() -> argparse.ArgumentParser:
    """The options of every command, as the contract has them."""
    made = argparse.ArgumentParser(
        prog="consult",
        description="Run a tripartite meeting. Without a command: the window, with FILE if one is given.",
        usage="consult [--reset-layout] [FILE] | consult COMMAND …",
    )
    made.add_argument(
        "--reset-layout",
        action="store_true",
        help="forget where windows were and how large, and open the window",
    )
    made.add_argument("--version", action="version", version=f"consult {__version__}")
    # "prog" so that the usage of each command begins with its own name, not with the line above
    verbs = made.add_subparsers(dest="verb", metavar="COMMAND", required=True, prog="consult")

    def verb(name: str, help_: str, file: bool = True) -> argparse.ArgumentParser:
        command = verbs.add_parser(name, help=help_, description=help_)
        if file:
            command.add_argument("file", metavar="FILE", help="the meeting file (.consult)")
        return command

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
        "--text", default="", metavar="ID", help="which of several texts; an id that is new: a further text"
    )
    importing.add_argument("--kind", choices=TEXT_KINDS, help="a further text, of this kind")
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
    export.add_argument("--text", default="", metavar="ID", help="papers of this text of several alone")
    export.add_argument(
        "--compare",
        default="",
        metavar="SEQ|TIME[,SEQ|TIME]",
        help="compare the text at these two moments, or at one of them and now",
    )
    verb("check", "is the file sound?")
    verifying = verb("verify", "is this paper the adopted text?", file=False)
    verifying.add_argument("paper", metavar="PAPER", help="the paper (.docx or .pdf)")
    verifying.add_argument("file", metavar="FILE", help="the meeting file (.consult)")
    verifying.add_argument("--json", action="store_true")
    commands = verb("commands", "every command with its fields", file=False)
    commands.add_argument("--json", action="store_true")
    return made
