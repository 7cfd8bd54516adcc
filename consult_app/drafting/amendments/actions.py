"""What the register of follow-up keeps of an action beside the text: what a person entered."""

from __future__ import annotations

import msgspec

STATUSES = ("extracted", "assigned", "under_way", "reported", "closed")
STRENGTHS = ("shall", "should", "will", "may")
ACTORS = (
    "office",
    "organization",
    "director_general",
    "governing_body",
    "governments",
    "member_states",
    "employers",
    "workers",
    "social_partners",
    "constituents",
    "meeting",
)
BODIES = ("governing_body", "conference", "meeting")
#: what follows the text until a person enters something else
DERIVED = ("actors", "strength", "condition", "partners", "due", "reporting_body")


class ActionEntry(msgspec.Struct, frozen=True, gc=False):
    """What was entered by hand for one action; None follows the text.

    The key in the register is the node's id, or a number of its own ("F.1") for an action that is not
    in the text; only such a one has ``text``. ``added`` says that a person made the node an action,
    ``removed`` that it is none.
    """

    text: dict[str, str] = {}
    actors: tuple[str, ...] | None = None
    strength: str | None = None
    condition: str | None = None
    partners: tuple[str, ...] | None = None
    due: str | None = None
    reporting_body: str | None = None
    unit: str = ""
    status: str = "extracted"
    note: str = ""
    added: bool = False
    removed: bool = False


__all__ = ["ACTORS", "BODIES", "DERIVED", "STATUSES", "STRENGTHS", "ActionEntry"]
