"""Reads Word files with LibreOffice, for the tests; runs under the system's python3, which has ``uno``.

``python3 office_server.py PROFILE`` starts one LibreOffice with PROFILE as its user folder, then answers
each line of its input, the path of a .docx without comments, with one line of JSON: the paragraphs with
every tracked change accepted and with every one rejected, the footnotes of each, and the changes with
their authors and times. It ends LibreOffice when its input ends.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]

_PIPE = "consult-tests"
_PATIENCE = 60.0


def started(profile: str) -> tuple[subprocess.Popen[bytes], Any]:
    """A LibreOffice of our own and its service manager's context; TimeoutError when it does not answer."""
    pipe = f"{_PIPE}-{abs(hash(profile))}"
    command = ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore"]
    command += ["--nologo", "--nodefault", f"--accept=pipe,name={pipe};urp;"]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sys.stderr)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    latest = time.monotonic() + _PATIENCE
    while True:
        try:
            return process, resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > latest or process.poll() not in (None, 0):
                raise TimeoutError("LibreOffice does not answer") from None
            time.sleep(0.1)


def read(context: Any, path: str) -> dict[str, Any]:
    """What LibreOffice makes of the file at *path*."""
    out: dict[str, Any] = {}
    for name, command in (
        ("accepted", ".uno:AcceptAllTrackedChanges"),
        ("rejected", ".uno:RejectAllTrackedChanges"),
    ):
        document = _opened(context, path)
        try:
            if name == "accepted":
                out["changes"] = _changes(document)
            _dispatched(context, document, command)
            out[name] = _paragraphs(document.Text)
            notes = document.Footnotes
            out[f"{name}_notes"] = [_paragraphs(notes.getByIndex(at)) for at in range(notes.Count)]
            out[f"{name}_left"] = len(_changes(document))
        finally:
            document.close(True)
    return out


def _opened(context: Any, path: str) -> Any:
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    return desktop.loadComponentFromURL(Path(path).as_uri(), "_blank", 0, (hidden,))


def _dispatched(context: Any, document: Any, command: str) -> None:
    name = "com.sun.star.frame.DispatchHelper"
    helper = context.ServiceManager.createInstanceWithContext(name, context)
    helper.executeDispatch(document.CurrentController.Frame, command, "", 0, ())


def _paragraphs(text: Any) -> list[str]:
    """The words of each paragraph; a footnote's place is not one of them."""
    out = []
    for paragraph in _each(text):
        if paragraph.supportsService("com.sun.star.text.Paragraph"):
            portions = (p for p in _each(paragraph) if p.TextPortionType == "Text")
            out.append("".join(portion.String for portion in portions))
    return out


def _changes(document: Any) -> list[dict[str, str]]:
    out = []
    for change in _each(document.Redlines):
        at = change.RedlineDateTime
        when = f"{at.Year:04}-{at.Month:02}-{at.Day:02}T{at.Hours:02}:{at.Minutes:02}:{at.Seconds:02}Z"
        out.append({"kind": change.RedlineType, "author": change.RedlineAuthor, "at": when})
    return out


def _each(container: Any) -> Any:
    found = container.createEnumeration()
    while found.hasMoreElements():
        yield found.nextElement()


def main() -> None:
    """Answer until the input ends."""
    process, context = started(sys.argv[1])
    try:
        for line in sys.stdin:
            print(json.dumps(read(context, line.rstrip("\n"))), flush=True)
    finally:
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        desktop.terminate()
        process.wait(timeout=_PATIENCE)


if __name__ == "__main__":
    main()
