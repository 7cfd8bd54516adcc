"""Rules presets: which rules a meeting follows, as data (procedure.md §4.6).

A preset is read from ``resources/rules`` by whoever creates the meeting and is then written into
the meeting's first row: a later correction of the resource never changes a meeting that was held.

Each section names its ``basis`` (the article or the paper) and whether it was ``verified`` at its source;
``doubtful`` names the fields of a verified section that are only recalled. What the program leaves to the
people in the room is named in ``FOR_PEOPLE``. New fields have defaults, so
that the first row of an old file still reads; what the fields may be is said in ``rule_checks``.
"""

from __future__ import annotations

import msgspec


class _Section(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True, kw_only=True):
    """Where a section of the rules is written, and how sure that is."""

    basis: str = ""
    verified: bool = False
    doubtful: tuple[str, ...] = ()


class Officers(_Section, frozen=True):
    """The source of ``vice_chairpersons``, ``reporter`` and ``independent_chairperson``."""


class Seconding(_Section, frozen=True):
    """Whether an amendment needs a seconder before it is discussed, and a motion likewise; ``min`` is
    how many."""

    individual_member: bool = True
    group: bool = False
    motion: bool = True
    min: int = 1


class AmendmentRule(_Section, frozen=True):
    """How amendments are handed in. ``deadline`` is ``per_document`` (set for each text), ``hours``
    (before the sitting: ``hours``) or ``none``; ``late_policy`` says what becomes of a late one."""

    written: bool = True
    languages: tuple[str, ...] = ("en", "fr", "es")
    deadline: str = "per_document"
    hours: int = 0
    late_policy: str = "chair_may_waive"
    split_if_multi_purpose: bool = True


class SubamendmentRule(_Section, frozen=True):
    """Whether a subamendment needs a seconder (``seconding``; None: as an amendment does), whether it may
    be oral, how many hours before it is handed in where it must be written, and how deep subamendments
    may nest (None: as deep as they come)."""

    seconding: Seconding | None = None
    oral_allowed: bool = True
    written_hours: int = 0
    max_depth: int | None = None


class OrderRule(_Section, frozen=True):
    """The order of discussion that is proposed, and who decides it. ``against_each_other``: whether two
    amendments may be put against each other."""

    default: str = "text_order"
    overlap: str = "furthest_first"
    authority: str = "chair"
    preamble: str = "in_place"
    against_each_other: bool = True


class Withdrawal(_Section, frozen=True):
    """The source of ``withdrawal_barred_by_subamendment`` and ``take_over``."""


class DecisionRule(_Section, frozen=True):
    """How the meeting decides: by consensus first, or by consensus only; which majority a vote needs
    (``simple``, ``absolute`` of those entitled, ``two_thirds`` of the votes cast), and what a tie means
    (``rejected``, or ``chair``: the Chairperson's declaration decides)."""

    consensus_first: bool = True
    consensus_only: bool = False
    majority: str = "simple"
    tie: str = "rejected"


class Weighting(_Section, frozen=True):
    """The source of ``weights``, and whose number they are made of."""

    base: str = "members_entitled"


class Quorum(_Section, frozen=True):
    """A vote is valid from ``num``/``den`` of ``base``; ``num`` 0 means that none is asked."""

    num: int = 0
    den: int = 1
    base: str = "members_entitled"
    count_abstentions: bool = False


class VotingRule(_Section, frozen=True):
    """The methods of voting. ``secret_ballot`` is for ``elections``, ``always`` or ``never``; a record
    vote is taken when ``request_num``/``request_den`` of those entitled ask for it, or the chair of a
    group where ``request_by_group``."""

    methods: tuple[str, ...] = ("show_of_hands", "record_vote")
    secret_ballot: str = "elections"
    request_num: int = 1
    request_den: int = 5
    request_by_group: bool = True


class Rules(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """One preset. ``numbering`` is how inserted paragraphs are numbered: ``bis`` or ``letter``;
    ``weights`` are ``none`` or ``lcm_equal_groups``. Rules that the meeting changed are ``custom``, and
    ``based_on`` names the preset that they were changed from."""

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
    based_on: str = ""
    officers: Officers = Officers()
    amendment: AmendmentRule = AmendmentRule()
    subamendment: SubamendmentRule = SubamendmentRule()
    order: OrderRule = OrderRule()
    withdrawal: Withdrawal = Withdrawal()
    decision: DecisionRule = DecisionRule()
    weighting: Weighting = Weighting()
    voting: VotingRule = VotingRule()

    @property
    def weighted(self) -> bool:
        """Whether the groups are made equal in a vote."""
        return self.weights == "lcm_equal_groups"


#: what the rules say and people apply: the program keeps, shows and prints it, and nothing more
FOR_PEOPLE = frozenset(
    {
        "seconding.min",
        "amendment.deadline",
        "amendment.hours",
        "amendment.split_if_multi_purpose",
        "order.overlap",
        "order.authority",
        "order.preamble",
        "decision.consensus_first",
    }
)

PRESETS = (
    "tripartite_technical_2013",
    "sectoral_1995",
    "technical_2019",
    "ilc_committee",
    "governing_body",
    "un_ga",
    "custom",
)
