"""How a key is written beside words: "Ctrl Shift O", in the names that keyboards carry."""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtGui import QKeySequence

from consult_app.meetings.reasons import N_
from consult_app.ui.language import tr

_NAMES: Final[dict[str, str]] = {
    "Ctrl": N_("Ctrl"),
    "Shift": N_("Shift"),
    "Alt": N_("Alt"),
    "Return": N_("Enter"),
    "Esc": N_("Esc"),
    "Del": N_("Del"),
    "Space": N_("Space"),
    "Up": N_("Up"),
    "Down": N_("Down"),
    "Home": N_("Home"),
    "End": N_("End"),
    "PgUp": N_("PgUp"),
    "PgDown": N_("PgDn"),
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
