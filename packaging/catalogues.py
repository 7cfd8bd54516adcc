"""The gettext catalogues of Consult: find the messages, bring the catalogues up to date, compile, check.

    packaging/catalogues.py extract           the template, on stdout (it is not kept)
    packaging/catalogues.py update [--prune]  new messages into every .po; --prune drops those gone
    packaging/catalogues.py compile           .po → .mo where the .po is newer
    packaging/catalogues.py check             exit status 1 when French or Spanish is not complete

What it writes depends on the messages alone: sorted, without dates and line numbers, so that two people
who add a message each change only the lines of that message.
"""

from __future__ import annotations

import argparse
import ast
import io
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
DOMAIN = "consult"
LANGUAGES = ("en", "fr", "es")
TRANSLATED = ("fr", "es")
"""English is the language of the message ids, so its catalogue may stay empty."""

WIDTH = 110


class Call(NamedTuple):
    """Which positional arguments of a call are messages: places counted from 0."""

    message: int
    plural: int | None = None
    context: int | None = None


KEYWORDS = {
    "N_": Call(0),
    "_": Call(0),
    "gettext": Call(0),
    "ngettext": Call(0, plural=1),
    "pgettext": Call(1, context=0),
    "npgettext": Call(1, plural=2, context=0),
    "tr": Call(0),
    "tr_n": Call(0, plural=1),
    "tr_c": Call(1, context=0),
    "P_": Call(1, context=0),
    "Message": Call(0),
    "refuse": Call(1),
}

_HEADERS_LEFT_OUT = re.compile(
    rb'^"(POT-Creation-Date|PO-Revision-Date|Report-Msgid-Bugs-To|Last-Translator|Language-Team|'
    rb"Generated-By|Project-Id-Version):.*\n",
    re.MULTILINE,
)
_PERCENT = re.compile(r"%\((\w+)\)[a-z]|%[sd]")


class Found(NamedTuple):
    """One marked message of the source."""

    singular: str
    plural: str | None
    context: str | None


def messages_of(source: str, name: str) -> Iterator[Found]:
    """Yield what is marked for translation in Python *source*, in its order.

    Raises SyntaxError (naming *name*) when it is not Python, and ValueError when a marked message is an
    f-string: its words could never be found again in a catalogue.
    """
    for node in ast.walk(ast.parse(source, name)):
        if not isinstance(node, ast.Call):
            continue
        call = KEYWORDS.get(_called(node.func))
        if call is None:
            continue
        singular = _text(node, call.message, name)
        if not singular:
            continue
        yield Found(singular, _text(node, call.plural, name), _text(node, call.context, name))


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _text(call: ast.Call, place: int | None, name: str) -> str | None:
    if place is None or place >= len(call.args):
        return None
    argument = call.args[place]
    if isinstance(argument, ast.JoinedStr):
        raise ValueError(f"{name}:{argument.lineno}: a message for translation cannot be an f-string")
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    return None


def extract() -> Catalog:
    """Return the template of every message in ``consult_app``; raises as :func:`messages_of`."""
    template = Catalog(domain=DOMAIN, charset="utf-8", fuzzy=False, header_comment="")
    for path in sorted((ROOT / "consult_app").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for found in messages_of(path.read_text("utf-8"), name):
            plain = found.singular
            template.add(
                plain if found.plural is None else (plain, found.plural),
                locations=[(name, 0)],
                context=found.context,
            )
    return template


def po_file(language: str) -> Path:
    """Return where the catalogue of *language* lies."""
    return ROOT / "locales" / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(language: str) -> Catalog:
    """Return the catalogue of *language*, an empty one if there is none; raises PoFileError if broken."""
    path = po_file(language)
    if not path.exists():
        return Catalog(locale=language, domain=DOMAIN, charset="utf-8", fuzzy=False, header_comment="")
    with path.open("rb") as source:
        return read_po(source, locale=language, domain=DOMAIN, charset="utf-8", abort_invalid=True)


def rendered(catalogue: Catalog, *, prune: bool = False) -> bytes:
    """Return *catalogue* as a .po file: sorted, wide, with files but no line numbers, no dates."""
    catalogue.header_comment = ""
    catalogue.fuzzy = False
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=WIDTH, sort_output=True, ignore_obsolete=prune, include_lineno=False)
    return _HEADERS_LEFT_OUT.sub(b"", buffer.getvalue()).lstrip(b"#\n")


def update(*, prune: bool) -> None:
    """Bring every catalogue up to date with the source; messages gone stay as ``#~`` unless *prune*."""
    template = extract()
    for language in LANGUAGES:
        catalogue = read(language)
        catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
        path = po_file(language)
        new = rendered(catalogue, prune=prune)
        if not path.exists() or path.read_bytes() != new:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(new)


def compile_all() -> None:
    """Write the .mo of every catalogue that is newer than its .mo."""
    for language in LANGUAGES:
        source = po_file(language)
        target = source.with_suffix(".mo")
        if not source.exists() or (target.exists() and target.stat().st_mtime > source.stat().st_mtime):
            continue
        # Another process may be reading the old one: replace it in one step.
        beside = target.with_suffix(f".mo.{os.getpid()}")
        with beside.open("wb") as stream:
            write_mo(stream, read(language))
        beside.replace(target)


def check() -> list[str]:
    """Return what is wrong with the catalogues, one line each; empty when all is well."""
    template = extract()
    faults: list[str] = []
    for language in LANGUAGES:
        catalogue = read(language)
        for wanted in template:
            if not wanted.id:
                continue
            fault = _fault(wanted, catalogue.get(wanted.id, wanted.context), language in TRANSLATED)
            if fault:
                faults.append(f"{language}: {_first(wanted)!r}: {fault}")
    return faults


def _fault(wanted: Message, given: Message | None, needed: bool) -> str:
    string = None if given is None else given.string
    said = [string] if isinstance(string, str) else list(string or ())
    if given is None or not any(said):
        return "not translated" if needed else ""
    if given.fuzzy:
        return "marked fuzzy"
    if not all(said):
        return "a plural form is not translated"
    forms = [wanted.id] if isinstance(wanted.id, str) else list(wanted.id)
    try:
        asked = [placeholders(form) for form in forms]
        answered = [placeholders(form) for form in said]
    except ValueError as error:
        return f"braces are wrong ({error})"
    # "one amendment" may leave the number out; the general form may not.
    if answered[-1] != asked[-1] or any(not form <= asked[-1] | asked[0] for form in answered):
        return f"values differ: {_listed(asked[-1])} became {_listed(answered[-1])}"
    return ""


def placeholders(text: str) -> set[str]:
    """Return the names of the values in *text* (``{name}``, ``%(name)s``, ``%s``); ValueError if broken."""
    fields = {re.split(r"[.\[]", field)[0] for _, field, _, _ in Formatter().parse(text) if field is not None}
    return fields | {match.group(0) for match in _PERCENT.finditer(text)}


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names)) or "none"


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; return the exit status."""
    parser = argparse.ArgumentParser(description="the gettext catalogues of Consult")
    parser.add_argument("command", choices=["extract", "update", "compile", "check"])
    parser.add_argument("--prune", action="store_true", help="update: drop messages that are gone")
    options = parser.parse_args(arguments)
    try:
        if options.command == "extract":
            sys.stdout.buffer.write(rendered(extract()))
        elif options.command == "update":
            update(prune=options.prune)
        elif options.command == "compile":
            compile_all()
        else:
            faults = check()
            print("\n".join(faults) if faults else "catalogues: complete in French and Spanish")
            return 1 if faults else 0
    except (SyntaxError, ValueError) as error:
        print(f"catalogues: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
