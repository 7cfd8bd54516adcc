"""The command line, exactly as the contract has it. Heavy rooms are imported when they are used."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from . import __version__
from .meetings.acts import stamp
from .meetings.reasons import N_, Message, Refused
from .meetings.rules import PRESETS

if TYPE_CHECKING:
    from .desk import Answer, Desk
    from .exchange.parsed import Parsed
    from .meetings.acts import Command
    from .state import State

DONE, DAMAGE, UNREADABLE, REFUSED, IN_USE = range(5)


class Failed(Exception):
    """A command line that ends here: a sentence for stderr and an exit status."""

    def __init__(self, message: Message, status: int) -> None:
        super().__init__(message.msgid)
        self.message = message
        self.status = status


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
        return _guarded(lambda: _window(arguments[0] if arguments else None))
    options = parser.parse_args(arguments)
    return _guarded(lambda: _VERBS[options.verb](options))


def _guarded(run: Any) -> int:
    from .journal.errors import InUse, JournalError

    try:
        return int(run())
    except Failed as failure:
        return _said(failure.message, failure.status)
    except InUse as error:
        return _said(error.message, IN_USE)
    except JournalError as error:
        return _said(error.message, UNREADABLE)
    except Refused as refusal:
        return _said(refusal.reason, REFUSED)
    except BrokenPipeError:
        # whoever reads has gone; there is nobody left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        what = error.strerror or str(error)
        where = f"{error.filename}: {what}" if error.filename else what
        return _said(Message(N_("It did not work: {error}"), {"error": where}), UNREADABLE)
    except KeyboardInterrupt:
        return 130


def _said(message: Message, status: int) -> int:
    print(f"consult: {_words(message)}", file=sys.stderr)
    return status


def _words(message: Message) -> str:
    from .words import say

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


def _open(name: str, *, write: bool = False) -> Desk:
    from .desk import Desk

    return Desk.open(_file(name), write=write)


def _file(name: str) -> Path:
    if "://" in name:
        raise Failed(
            Message(N_("Shared meetings on a server are not in this version; give the name of a file.")),
            IN_USE,
        )
    return Path(name)


# the window and the sample


def _window(name: str | None) -> int:
    try:
        from .ui.main import run
    except ImportError as error:
        raise Failed(
            Message(
                N_("The window cannot be opened ({error}); “make run” installs what it needs."),
                {"error": str(error)},
            ),
            UNREADABLE,
        ) from error
    if name is not None:
        from .journal.file import recognise

        recognise(_file(name))
    return run(Path(name) if name else None)


def _demo(options: argparse.Namespace) -> int:
    from .exchange.errors import Unreadable
    from .places import documents_dir, in_checkout
    from .publishing.export import export
    from .sample import SampleRefused, play, prepare, remember

    checkout = in_checkout()
    out = (
        Path(options.out)
        if options.out
        else (checkout / "build/demo" if checkout else documents_dir() / "Consult sample")
    )
    file = prepare(out)
    try:
        desk = play(file, _progress(N_("The sample meeting")))
    except (SampleRefused, Unreadable) as error:
        raise Failed(
            Message(N_("The sample meeting cannot be held: {error}"), {"error": str(error)}), REFUSED
        ) from error
    with desk:
        print(file)
        written = export(desk.state, desk.seq, out / "papers", progress=_progress(N_("Papers")))
    remember(out, written)
    for path in written:
        print(path)
    sys.stdout.flush()
    if options.no_window or not has_screen():
        return DONE
    return _window(str(file))


def _progress(title: str) -> Any:
    """Progress on stderr: one line that counts, in a terminal; a line at the end elsewhere."""
    words = _words(Message(title))
    terminal = sys.stderr.isatty()

    def show(done: int, total: int, _what: str) -> None:
        if terminal:
            end = "\n" if done == total else "\r"
            print(f"\r{words}: {done}/{total}", end=end, file=sys.stderr, flush=True)
        elif done == total:
            print(f"{words}: {total}", file=sys.stderr)

    return show


# new, import, do


def _new(options: argparse.Namespace) -> int:
    from .desk import Desk
    from .meetings.registering import CreateMeeting
    from .presets import preset

    titles: dict[Any, str] = {code: getattr(options, f"title_{code}") for code in ("en", "fr", "es")}
    command = CreateMeeting(
        titles={code: title for code, title in titles.items() if title}, rules=preset(options.rules)
    )
    with Desk.create(_file(options.file), command):
        print(options.file)
    return DONE


def _import(options: argparse.Namespace) -> int:
    from .desk import Done
    from .exchange.importing import import_command, revision_command

    if options.as_ not in ("text", "revision"):
        raise Failed(
            Message(N_("Importing as “{kind}” is not in this version."), {"kind": options.as_}), UNREADABLE
        )
    revision = options.as_ == "revision"
    if revision and len(options.group) > 1:
        raise Failed(Message(N_("A new version of the text is by one group, or by the Office.")), UNREADABLE)
    with _open(options.file, write=not options.preview) as desk:
        parsed = _read(options)
        if revision:
            command: Command = revision_command(parsed, desk.state, *options.group)
        else:
            command = import_command(parsed, desk.state)
        if options.preview:
            return _previewed(options, parsed, desk, command)
        answer = desk.perform(command).result()
    said = _answer(answer)
    warnings = [_words(warning) for warning in parsed.warnings] + said.get("warnings", [])
    if options.json:
        if isinstance(answer, Done):
            said |= {"language": options.language, "repairs": _repairs(parsed), "warnings": warnings}
        print(json.dumps(said, ensure_ascii=False))
    if not isinstance(answer, Done):
        print(f"consult: {said.get('refused') or said.get('needs_confirmation')}", file=sys.stderr)
        return REFUSED
    if not options.json:
        print(_counted(said, parsed) if revision else _imported(parsed))
        for entry in _repairs(parsed):
            print(f"  {entry['number']:>3}. {entry['repair']}")
        for warning in warnings:
            print(f"  ! {warning}")
    return DONE


def _read(options: argparse.Namespace) -> Parsed:
    """The text in the file that is named. Raises Failed, having said so in JSON where that is asked for."""
    from .exchange.errors import Unreadable
    from .exchange.reading import read

    try:
        return read(Path(options.source), options.language, options.without_repair)
    except Unreadable as error:
        if options.json:
            said = {"ok": False, "refused": _words(error.message), "rule": "unreadable"}
            print(json.dumps(said, ensure_ascii=False))
        raise Failed(error.message, UNREADABLE) from error


def _previewed(options: argparse.Namespace, parsed: Parsed, desk: Desk, command: Command) -> int:
    """Say what an import would bring in or change; nothing is recorded."""
    from .drafting.revision import ImportRevision
    from .exchange.importing import preview

    warnings = [_words(warning) for warning in parsed.warnings]
    if not isinstance(command, ImportRevision):
        nodes = [
            {"kind": n.kind, "depth": n.depth, "text": n.text, "repairs": n.repairs} for n in parsed.nodes
        ]
        said: dict[str, Any] = {"nodes": nodes, "repairs": _repairs(parsed), "warnings": warnings}
        print(json.dumps(said, ensure_ascii=False, indent=1))
        return DONE
    time = stamp(datetime.now(UTC))
    try:
        found = preview(command, desk.state, desk.seq, time, language())
    except Refused as refusal:
        if options.json:
            said = {"ok": False, "refused": _words(refusal.reason), "rule": refusal.rule}
            print(json.dumps(said, ensure_ascii=False))
        raise
    warnings += [_words(warning) for warning in found.warnings]
    if options.json:
        changes = [
            {"number": each.number, "change": each.what, "node": each.node, "says": each.says}
            for each in found.changes
        ]
        said = found.answer | {"changes": changes, "repairs": _repairs(parsed), "warnings": warnings}
        print(json.dumps(said, ensure_ascii=False, indent=1))
        return DONE
    print(_counted(found.answer, parsed))
    for each in found.changes:
        print(f"{each.number:>9}  {' '.join(each.says)}")
    for warning in warnings:
        print(f"  ! {warning}")
    return DONE


def _repairs(parsed: Parsed) -> list[dict[str, Any]]:
    return [
        {
            "number": repair.number,
            "kind": repair.kind,
            "line": repair.line,
            "before": repair.before,
            "after": repair.after,
            "repair": _words(repair.message),
        }
        for repair in parsed.repairs
    ]


def _imported(parsed: Parsed) -> str:
    line = Message(
        N_("{source}: {nodes} nodes in “{language}”, {repairs} repairs"),
        {
            "source": parsed.source,
            "nodes": len(parsed.nodes),
            "language": parsed.language,
            "repairs": len(parsed.repairs),
        },
    )
    return _words(line)


def _counted(answer: dict[str, Any], parsed: Parsed) -> str:
    """How many changes a new version comes to, and how many nodes had which fate."""
    line = Message(
        N_(
            "{source}: {changes} changes; nodes replaced {replaced}, inserted {inserted}, deleted {deleted}, "
            "moved {moved}, split {split}, joined {joined}, unchanged {unchanged}"
        ),
        answer | {"source": parsed.source, "changes": len(answer["changes"])},
    )
    return _words(line)


def _do(options: argparse.Namespace) -> int:
    name = options.commands
    try:
        if name == "-":
            with _open(options.file, write=True) as desk:
                return _lines(desk, sys.stdin, options.keep_going)
        source = Path(name).read_text("utf-8").split("\n")
    except BrokenPipeError:
        raise
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise Failed(
            Message(N_("{file} cannot be read: {error}"), {"file": name, "error": why}), UNREADABLE
        ) from error
    with _open(options.file, write=True) as desk:
        return _lines(desk, source, options.keep_going)


def _lines(desk: Desk, lines: Iterable[str] | TextIO, keep_going: bool) -> int:
    import msgspec

    from .state import read_command
    from .verbs import not_a_command

    status = DONE
    for line in lines:
        line = line.strip().removeprefix("\ufeff")
        if not line or line.startswith(("#", "//")):
            continue
        try:
            command = read_command(line)
        except msgspec.DecodeError as error:
            why = _words(not_a_command(error, line))
            said: dict[str, Any] = {"ok": False, "refused": why, "rule": "command"}
            failed = UNREADABLE
        else:
            said = _answer(desk.perform(command).result())
            failed = DONE if said["ok"] else REFUSED
        print(json.dumps(said, ensure_ascii=False), flush=True)
        if failed:
            print(f"consult: {said.get('refused') or said.get('needs_confirmation')}", file=sys.stderr)
            status = UNREADABLE if UNREADABLE in (status, failed) else failed
            if not keep_going:
                break
    return status


def _answer(answer: Answer) -> dict[str, Any]:
    from .desk import Done, Refusal

    if isinstance(answer, Done):
        given = {
            name: _words(value) if isinstance(value, Message) else value
            for name, value in answer.answer.items()
        }
        return (
            {"ok": True, "seq": answer.seq} | given | {"warnings": [_words(each) for each in answer.warnings]}
        )
    if isinstance(answer, Refusal):
        return {"ok": False, "refused": _words(answer.reason), "rule": answer.rule}
    return {"ok": False, "needs_confirmation": _words(answer.why)}


# show, export, check, commands


def _show(options: argparse.Namespace) -> int:
    from .publishing.shown import listing, shown

    with _open(options.file) as desk:
        state, seq = desk.state, desk.seq
        if options.at:
            when = _moment(options.at)
            if isinstance(when, int) and when > seq:
                raise Failed(Message(N_("The journal ends at row {seq}."), {"seq": seq}), UNREADABLE)
            seq = when if isinstance(when, int) else desk.seq_at(when)
            state = desk.state_at(seq)
    if options.json:
        print(json.dumps(shown(state, seq, options.view), ensure_ascii=False, indent=1))
        return DONE
    for line in listing(state, options.view, options.language or _first_language(state), language()):
        print(line)
    return DONE


def _moment(said: str) -> int | str:
    """A row, or a time as the journal writes it; a time without a zone is UTC."""
    if said.isascii() and said.isdigit():
        return int(said)
    try:
        time = datetime.fromisoformat(said)
    except ValueError:
        raise Failed(
            Message(
                N_("“{at}” is neither a row nor a time; write a time as 2026-11-02T10:30."), {"at": said}
            ),
            UNREADABLE,
        ) from None
    time = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    return stamp(time)


def _first_language(state: State) -> str:
    text = next(iter(state.drafting.texts.values()), None)
    return text.languages[0] if text else "en"


def _export(options: argparse.Namespace) -> int:
    from .publishing.export import BadRequest, export

    def chosen(value: str) -> tuple[str, ...]:
        return tuple(each.strip() for each in value.split(",") if each.strip())

    with _open(options.file) as desk:
        try:
            written = export(
                desk.state,
                desk.seq,
                Path(options.out),
                papers=chosen(options.papers),
                languages=chosen(options.languages),
                formats=chosen(options.formats),
                draft=options.draft,
            )
        except BadRequest as error:
            raise Failed(error.message, UNREADABLE) from error
        except OSError as error:
            raise Failed(
                Message(
                    N_("{folder} cannot be written to: {error}"),
                    {"folder": options.out, "error": error.strerror or str(error)},
                ),
                UNREADABLE,
            ) from error
    for path in written:
        print(path)
    return DONE


def _check(options: argparse.Namespace) -> int:
    from .journal.errors import Damaged

    seq = 0
    try:
        with _open(options.file) as desk:
            faults = desk.check()
            seq = desk.seq
    except Damaged as error:
        faults = [_words(error.message)]
    for fault in faults:
        print(fault)
    if faults:
        return _said(
            Message(
                N_("{file} is damaged; restore its last backup from the start page."), {"file": options.file}
            ),
            DAMAGE,
        )
    print(
        _words(
            Message(
                N_("{file} is sound: {rows} rows, chain and replay agree."),
                {"file": options.file, "rows": seq},
            )
        )
    )
    return DONE


def _commands(options: argparse.Namespace) -> int:
    from .verbs import COMMON, catalogue

    found = catalogue()
    if options.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return DONE
    print(f"Every command also takes {', '.join(f'{name}?' for name in COMMON)}.")
    for verb, entry in found.items():
        print(f"\n{verb}\n    {entry['does']}")
        for name, field in entry["fields"].items():
            if name in COMMON:
                continue
            print(f"    {name}{'' if field['required'] else '?'}: {field['type']}")
    return DONE


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
    importing = verb("import", "import the text, in a language or as a new version of it")
    importing.add_argument("source", metavar="SOURCE")
    importing.add_argument(
        "--as", dest="as_", default="text", choices=("text", "revision", "amendments", "people", "reference")
    )
    importing.add_argument("--language", default="en", choices=("en", "fr", "es"))
    importing.add_argument("--group", action="append", default=[], help="whose amendments or new version")
    importing.add_argument(
        "--without-repair", default="", type=_numbers, metavar="N,N", help="leave these repairs undone"
    )
    importing.add_argument(
        "--preview", action="store_true", help="read only: what would be imported or changed, and each repair"
    )
    importing.add_argument("--json", action="store_true")
    do = verb("do", "perform commands, one JSON object a line")
    do.add_argument("commands", metavar="COMMANDS.jsonl", nargs="?", default="-")
    do.add_argument("--keep-going", action="store_true")
    show = verb("show", "show the meeting and its text")
    show.add_argument("--view", default="current", choices=("original", "current", "marked", "final"))
    show.add_argument("--language", default="", choices=("", "en", "fr", "es"))
    show.add_argument("--at", default="", metavar="SEQ|TIME")
    show.add_argument("--json", action="store_true")
    export = verb("export", "write papers")
    export.add_argument("--out", required=True, metavar="DIR")
    export.add_argument("--papers", default="")
    export.add_argument("--languages", default="")
    export.add_argument("--formats", default="")
    export.add_argument("--draft", action="store_true")
    verb("check", "is the file sound?")
    commands = verb("commands", "every command with its fields", file=False)
    commands.add_argument("--json", action="store_true")
    return parser


_VERBS = {
    "demo": _demo,
    "new": _new,
    "import": _import,
    "do": _do,
    "show": _show,
    "export": _export,
    "check": _check,
    "commands": _commands,
}

if __name__ == "__main__":
    sys.exit(main())
