"""``consult``, ``consult demo`` and ``consult new``: the window, the sample meeting, a new meeting."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..meetings.reasons import N_, Message
from .edge import DONE, REFUSED, UNREADABLE, Failed, has_screen, meeting_file, progress, words

if TYPE_CHECKING:
    import argparse


def window(name: str | None, *, reset_layout: bool = False) -> int:
    """Show the window, with the meeting *name* or the start page; where one is open already, it does. With
    *reset_layout* the places and sizes that were kept are forgotten first."""
    path = meeting_file(name) if name is not None else None
    if path is not None:
        from ..journal.recognising import recognise

        recognise(path)
    try:
        from ..ui.starting.single import hand_over

        if reset_layout:
            from ..ui.window.geometry import forget

            forget()
        running = hand_over(path)
        if running is None:
            return _window_code()(path)
    except ImportError as error:
        raise Failed(
            Message(
                N_("The window cannot be opened ({error}); “make run” installs what it needs."),
                {"error": str(error)},
            ),
            UNREADABLE,
        ) from error
    if path is not None:
        shown = N_("{file} is shown in the window that is open (process {process}).")
    else:
        shown = N_("The window that is open was brought to the front (process {process}).")
    print(words(Message(shown, {"file": name, "process": running})))
    return DONE


def _window_code() -> Callable[[Path | None], int]:
    """Import the window. Nothing of that is ever garbage, and looking for some would hold up the first frame:
    what is imported is left out for good."""
    gc.disable()
    try:
        from ..ui.main import run
    finally:
        gc.freeze()
        gc.enable()
    return run


def demo(options: argparse.Namespace) -> int:
    """Hold the sample meeting and print its papers; then the window, where there is a screen."""
    from ..exchange.errors import Unreadable
    from ..places import documents_dir, in_checkout
    from ..publishing.export import export
    from ..sample import SampleRefused, play, prepare, remember

    checkout = in_checkout()
    out = (
        Path(options.out)
        if options.out
        else (checkout / "build/demo" if checkout else documents_dir() / "Consult sample")
    )
    file = prepare(out)
    try:
        desk = play(file, progress(N_("The sample meeting")))
    except (SampleRefused, Unreadable) as error:
        raise Failed(
            Message(N_("The sample meeting cannot be held: {error}"), {"error": str(error)}), REFUSED
        ) from error
    with desk:
        print(file)
        row = desk.last_row()
        written = export(
            desk.state,
            desk.seq,
            out / "papers",
            progress=progress(N_("Papers")),
            at=row.time if row else "",
        )
    remember(out, written)
    for path in written:
        print(path)
    sys.stdout.flush()
    if options.no_window or not has_screen():
        return DONE
    return window(str(file))


def new(options: argparse.Namespace) -> int:
    """Begin a meeting under a rules preset."""
    from ..desk import Desk
    from ..meetings.setting_up.particulars import CreateMeeting
    from ..presets import preset

    titles: dict[Any, str] = {code: getattr(options, f"title_{code}") for code in ("en", "fr", "es")}
    command = CreateMeeting(
        titles={code: title for code, title in titles.items() if title}, rules=preset(options.rules)
    )
    with Desk.create(meeting_file(options.file), command):
        print(options.file)
    return DONE
