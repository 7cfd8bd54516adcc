"""How a key is written beside words: "Ctrl Shift O", in the names that keyboards carry."""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from consult_app.meetings.reasons import N_
from consult_app.ui.key_choices import KeyChoices
from consult_app.ui.language import tr

_NAMES: Final[dict[str, str]] = {
    "Ctrl": N_("Ctrl"),
    "Shift": N_("Shift"),
    "Alt": N_("Alt"),
    "Return": N_("Enter"),
    "Enter": N_("Enter"),
    "Esc": N_("Esc"),
    "Del": N_("Del"),
    "Space": N_("Space"),
    "Up": N_("Up"),
    "Down": N_("Down"),
    "Left": N_("Left"),
    "Right": N_("Right"),
    "Home": N_("Home"),
    "End": N_("End"),
    "PgUp": N_("PgUp"),
    "PgDown": N_("PgDn"),
    "-": "\N{MINUS SIGN}",
}


def spell(key: str) -> str:
    """Return *key*, given portably ("Ctrl+Shift+O"), as it is shown in the window's language.

    Qt's own rendering is used on macOS, where keys are signs; elsewhere it is long-winded
    ("Control+Mayúsculas+O").
    """
    sequence = QKeySequence(key)
    if sys.platform == "darwin":
        return sequence.toString(QKeySequence.SequenceFormat.NativeText)
    portable = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    *modifiers, last = (
        portable.removesuffix("+").split("+") if portable.endswith("+") else portable.split("+")
    )
    if portable.endswith("+"):
        modifiers, last = [part for part in (*modifiers, last) if part], "+"
    return " ".join(tr(_NAMES[part]) if part in _NAMES else part for part in (*modifiers, last))


def spell_now(shipped: str, *scopes: str) -> str:
    """Return the key that does now what the program's own key *shipped* does, as it is shown; "" when a
    person took it away. *scopes* are where the key belongs, none for the whole window."""
    key = KeyChoices.instance().shown(shipped, *scopes)
    return spell(key) if key else ""


def scopes_of(widget: QWidget) -> tuple[str, ...]:
    """Return the scopes of keys that *widget* stands in, the narrowest first; none outside a station."""
    found: list[str] = []
    at: QWidget | None = widget
    while at is not None:
        found += [name for name in (at.property("keys"), at.property("station")) if isinstance(name, str)]
        at = at.parentWidget()
    return tuple(found)
