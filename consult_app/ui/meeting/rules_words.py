"""The rules of a meeting in words: each field with the sentence that it begins and those that may end it.

"An amendment by a single member – needs a seconder": the label is the left half, the choice the right one.
What a field may be is said by :mod:`consult_app.meetings.setting_up.rule_checks`; a test holds the two
together.
"""

from __future__ import annotations

from typing import Final

from consult_app.meetings.reasons import N_
from consult_app.ui.meeting.rule_kinds import RuleField, RuleSection

_SECONDER = ((True, N_("needs a seconder")), (False, N_("needs no seconder")))
_HAND_IN = ((True, N_("are handed in in writing")), (False, N_("may be oral")))
_MAY_BE_ORAL = ((True, N_("may be oral")), (False, N_("are handed in in writing")))

SECTIONS: Final[tuple[RuleSection, ...]] = (
    RuleSection(
        "officers",
        N_("Officers"),
        (
            RuleField(
                "vice_chairpersons",
                N_("Vice-Chairpersons"),
                "several",
                (
                    ("government", N_("of the Government group")),
                    ("employers", N_("of the Employers’ group")),
                    ("workers", N_("of the Workers’ group")),
                ),
            ),
            RuleField(
                "reporter",
                N_("A Reporter"),
                choices=((True, N_("is elected")), (False, N_("is not foreseen"))),
            ),
            RuleField(
                "independent_chairperson",
                N_("The Chairperson"),
                choices=(
                    (True, N_("may be independent of the groups")),
                    (False, N_("belongs to one of the groups")),
                ),
            ),
        ),
        "officers",
    ),
    RuleSection(
        "seconding",
        N_("Seconding"),
        (
            RuleField(
                "seconding.individual_member", N_("An amendment by a single member"), choices=_SECONDER
            ),
            RuleField("seconding.group", N_("An amendment by a group"), choices=_SECONDER),
            RuleField("seconding.motion", N_("A motion"), choices=_SECONDER),
            RuleField("seconding.min", N_("How many seconders"), "number", least=1),
        ),
        "seconding",
    ),
    RuleSection(
        "amendment",
        N_("Amendments"),
        (
            RuleField("amendment.written", N_("Amendments"), choices=_HAND_IN),
            RuleField(
                "amendment.languages",
                N_("Languages of amendments"),
                "several",
                (("en", N_("English")), ("fr", N_("French")), ("es", N_("Spanish"))),
            ),
            RuleField(
                "amendment.deadline",
                N_("The deadline"),
                choices=(
                    ("per_document", N_("is set for each text")),
                    ("hours", N_("is some hours before the sitting")),
                    ("none", N_("there is none")),
                ),
            ),
            RuleField(
                "amendment.hours",
                N_("Hours before the sitting"),
                "number",
                only_with=("amendment.deadline", "hours"),
            ),
            RuleField(
                "amendment.late_policy",
                N_("A late amendment"),
                choices=(
                    ("chair_may_waive", N_("is received if the Chairperson allows it")),
                    ("accepted", N_("is received")),
                    ("refused", N_("is not received")),
                ),
            ),
            RuleField(
                "amendment.split_if_multi_purpose",
                N_("An amendment with several purposes"),
                choices=((True, N_("is divided")), (False, N_("stays one"))),
            ),
        ),
        "amendment",
    ),
    RuleSection(
        "subamendment",
        N_("Subamendments"),
        (
            RuleField(
                "subamendment.seconding",
                N_("A subamendment"),
                choices=(
                    ("", N_("is seconded as an amendment is")),
                    ("nobody", N_("needs no seconder")),
                    ("single", N_("by a single member needs a seconder")),
                    ("everybody", N_("always needs a seconder")),
                ),
            ),
            RuleField("subamendment.oral_allowed", N_("Subamendments"), choices=_MAY_BE_ORAL),
            RuleField(
                "subamendment.written_hours",
                N_("Hours before the sitting"),
                "number",
                only_with=("subamendment.oral_allowed", False),
            ),
            RuleField(
                "subamendment.max_depth",
                N_("Levels of subamendments"),
                "number",
                none=N_("as many as there are"),
            ),
        ),
        "subamendment",
    ),
    RuleSection(
        "order",
        N_("Order of discussion"),
        (
            RuleField(
                "order.default",
                N_("Amendments are taken"),
                choices=(("text_order", N_("in the order of the text")),),
            ),
            RuleField(
                "order.overlap",
                N_("Amendments to the same words"),
                choices=(
                    ("furthest_first", N_("the furthest from the text first")),
                    ("order_of_receipt", N_("in order of receipt")),
                ),
            ),
            RuleField(
                "order.preamble",
                N_("The preamble"),
                choices=(("in_place", N_("is taken where it stands")), ("last", N_("is taken last"))),
            ),
            RuleField(
                "order.authority",
                N_("The order is decided by"),
                choices=(("chair", N_("the Chairperson")), ("meeting", N_("the Meeting"))),
            ),
            RuleField(
                "order.against_each_other",
                N_("Two amendments"),
                choices=(
                    (True, N_("may be put against each other")),
                    (False, N_("are put one after the other")),
                ),
            ),
        ),
        "order",
    ),
    RuleSection(
        "withdrawal",
        N_("Withdrawal"),
        (
            RuleField(
                "withdrawal_barred_by_subamendment",
                N_("An amendment that was subamended"),
                choices=((True, N_("cannot be withdrawn")), (False, N_("may be withdrawn"))),
            ),
            RuleField(
                "take_over",
                N_("A withdrawn amendment"),
                choices=(
                    (True, N_("may be taken over by somebody else")),
                    (False, N_("may not be taken over")),
                ),
            ),
        ),
        "withdrawal",
    ),
    RuleSection(
        "decision",
        N_("Decisions"),
        (
            RuleField(
                "decision.consensus_first",
                N_("Consensus"),
                choices=((True, N_("is sought first")), (False, N_("need not be sought first"))),
            ),
            RuleField(
                "decision.consensus_only",
                N_("Votes, where consensus fails"),
                choices=((False, N_("may be taken")), (True, N_("are not taken"))),
            ),
            RuleField(
                "decision.majority",
                N_("The majority"),
                choices=(
                    ("simple", N_("simple: more for than against")),
                    ("absolute", N_("absolute, of those entitled to vote")),
                    ("two_thirds", N_("two thirds of the votes cast")),
                ),
            ),
            RuleField(
                "decision.tie",
                N_("A tie"),
                choices=(
                    ("rejected", N_("means that it is not adopted")),
                    ("chair", N_("is settled by the Chairperson")),
                ),
            ),
        ),
        "decision",
    ),
    RuleSection(
        "quorum",
        N_("Quorum"),
        (
            RuleField("quorum.num quorum.den", N_("A vote is valid from"), "fraction", none=N_("no quorum")),
            RuleField(
                "quorum.base",
                N_("The quorum is reckoned from"),
                choices=(
                    ("members_entitled", N_("the members entitled to vote")),
                    ("members_present", N_("the members present")),
                    ("weighted_total", N_("all weighted votes")),
                ),
            ),
            RuleField(
                "quorum.count_abstentions",
                N_("Abstentions"),
                choices=((True, N_("count towards the quorum")), (False, N_("do not count"))),
            ),
        ),
        "quorum",
    ),
    RuleSection(
        "weighting",
        N_("Weight of the votes"),
        (
            RuleField(
                "weights",
                N_("The votes of the groups"),
                choices=(
                    ("none", N_("count as they are cast")),
                    ("lcm_equal_groups", N_("are weighted: the three groups are equal")),
                ),
            ),
            RuleField(
                "weighting.base",
                N_("Weights are reckoned from"),
                choices=(("members_entitled", N_("the members entitled to vote")),),
                only_with=("weights", "lcm_equal_groups"),
            ),
        ),
        "weighting",
    ),
    RuleSection(
        "voting",
        N_("Voting"),
        (
            RuleField(
                "voting.methods",
                N_("Methods of voting"),
                "several",
                (
                    ("show_of_hands", N_("show of hands")),
                    ("record_vote", N_("record vote")),
                    ("secret_ballot", N_("secret ballot")),
                ),
            ),
            RuleField(
                "voting.secret_ballot",
                N_("A secret ballot"),
                choices=(
                    ("elections", N_("is for elections")),
                    ("always", N_("is always held")),
                    ("never", N_("is never held")),
                ),
            ),
            RuleField(
                "voting.request_num voting.request_den",
                N_("Those entitled who may ask for a record vote"),
                "fraction",
                none=N_("nobody"),
            ),
            RuleField(
                "voting.request_by_group",
                N_("The chair of a group"),
                choices=((True, N_("may ask for a record vote")), (False, N_("may not ask for one"))),
            ),
        ),
        "voting",
    ),
    RuleSection(
        "numbering",
        N_("Numbering"),
        (
            RuleField(
                "numbering",
                N_("Inserted paragraphs"),
                choices=(("bis", N_("are numbered 5bis, 5ter")), ("letter", N_("are numbered 5a, 5b"))),
            ),
        ),
    ),
)
FIELDS: Final = {field.path: field for section in SECTIONS for field in section.fields}
