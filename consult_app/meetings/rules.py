"""Rules presets: which rules a meeting follows, as data (procedure.md §4.6).

A preset is read from ``resources/rules`` by whoever creates the meeting and is then written into
the meeting's first row: a later correction of the resource never changes a meeting that was held.
"""

from __future__ import annotations

import msgspec


class Seconding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whether an amendment needs a seconder before it is discussed."""

    individual_member: bool = True
    group: bool = False
    basis: str = ""
    verified: bool = False


class Quorum(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A vote is valid from ``num``/``den`` of ``base``; ``num`` 0 means that none is asked."""

    num: int = 0
    den: int = 1
    base: str = "members_entitled"
    count_abstentions: bool = False
    basis: str = ""
    verified: bool = False


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One preset. ``numbering`` is how inserted paragraphs are numbered: ``bis`` or ``letter``."""

    id: str = "custom"
    label: dict[str, str] = {}
    vice_chairpersons: tuple[str, ...] = ("government", "employers", "workers")
    reporter: bool = False
    independent_chairperson: bool = False
    seconding: Seconding = Seconding()
    withdrawal_barred_by_subamendment: bool = True
    take_over: bool = True
    weights: str = "none"
    quorum: Quorum = Quorum()
    numbering: str = "bis"


PRESETS = (
    "tripartite_technical_2013",
    "sectoral_1995",
    "technical_2019",
    "ilc_committee",
    "governing_body",
    "un_ga",
    "custom",
)


def decode(data: bytes) -> Rules:
    """A preset from its JSON. Raises ``msgspec.ValidationError`` naming the fault."""
    return msgspec.json.decode(data, type=Rules)
