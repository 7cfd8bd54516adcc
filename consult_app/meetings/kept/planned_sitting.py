"""A sitting of the plan of work, as it is kept."""

from __future__ import annotations

from typing import Literal

import msgspec

SittingKind = Literal["plenary", "drafting_group"]


class PlannedSitting(msgspec.Struct, frozen=True, gc=False):
    """A sitting as it is planned. ``number`` counts the plans, not the sittings; times are ISO 8601 in
    UTC, ``items`` the ids of the items of the agenda."""

    number: int
    kind: str
    begins: str
    ends: str = ""
    items: tuple[str, ...] = ()
