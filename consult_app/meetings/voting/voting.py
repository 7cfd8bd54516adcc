"""A vote is taken: composition, weights, tally, quorum and outcome, under the rules of the meeting.

What the outcome does to an amendment or a paragraph is decided in ``drafting.voting``, what it does to a
motion in ``motions``; both come here for the count (procedure.md §4).
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from ..acts import AssemblyEvent, Command, Work
from ..kept.assembly import Assembly
from ..kept.rules import Rules
from ..kept.votes import Composition, Figures, Method, Subject, Tally, Vote
from ..reasons import N_, Figure, Message, Term, refuse
from .composition import composition, present
from .requesting import asked_for
from .tallies import GROUPS, Counted, read
from .weighing import MAIN_GROUPS, figures, first_past, outcome, weights

Outcome = Literal["adopted", "rejected", "void"]
#: what stands for the article where the meeting set the rule itself
_OWN_RULE = Message(N_("as the meeting decided"))


class Ballot(
    msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True, kw_only=True, omit_defaults=True
):
    """How a vote was taken and counted. ``weighted`` overrides the rules; ``declared`` is the outcome that
    the Chairperson declared; ``requested_by`` who asked for a record vote."""

    method: Method
    tally: Tally
    weighted: bool | None = None
    declared: Outcome | None = None
    requested_by: str | tuple[str, ...] = ()


class VoteRecorded(AssemblyEvent, frozen=True, tag="vote_recorded"):
    """A vote was taken. Who was entitled stands in it; the number of that composition is found as it is
    applied (0 in the event), so that one vote can be corrected without those after it."""

    vote: Vote

    def numbers(self) -> dict[str, int]:
        return {"V": self.vote.number}

    def apply(self, state: Assembly) -> Assembly:
        vote, used = self.vote, self.vote.composition
        if not used.number:
            now = composition(state)
            used = msgspec.structs.replace(used, number=now.number, sitting=now.sitting)
            vote = msgspec.structs.replace(vote, composition=used)
        known = used.number <= len(state.compositions)
        return msgspec.structs.replace(
            state,
            votes=(*state.votes, vote),
            compositions=state.compositions if known else (*state.compositions, used),
        )


def recorded(vote: Vote) -> VoteRecorded:
    """The event of *vote*, its composition without a number."""
    bare = msgspec.structs.replace(vote.composition, number=0, sitting=0)
    return VoteRecorded(vote=msgspec.structs.replace(vote, composition=bare))


def taken(work: Work[Any], assembly: Assembly, command: Command, ballot: Ballot, subject: Subject) -> Vote:
    """The vote as it counts; the caller records it and carries it out. Raises Refused for a tally that
    cannot be, NeedsConfirmation for what the rules do not provide for."""
    rules = assembly.meeting.rules
    now = composition(assembly)
    counted = read(assembly, now, ballot.tally)
    _method(work, command, ballot, subject, counted, rules)
    asked = asked_for(work, assembly, command, ballot.requested_by, record=ballot.method == "record_vote")
    if assembly.sitting is None:
        work.warn(N_("No sitting is open."))
    if not sum(now.entitled.values()):
        work.confirm(
            command,
            N_(
                "Nobody is registered who is entitled to vote: neither the hands counted nor a quorum can be "
                "checked. Record the vote all the same?"
            ),
        )
    common: dict[str, Any] = {
        "number": work.context.number("V"),
        "at": work.context.time,
        "sitting": assembly.sitting_number,
        "method": ballot.method,
        "composition": now,
        "requested_by": asked,
        "rules": rules.id,
        "reason": command.reason,
    }
    if counted.candidates:
        return _election(work, assembly, ballot, subject, counted, common)
    weighted = _weighted(work, command, ballot, rules, now)
    _attendance(work, assembly, now, counted)
    each = weights(now.entitled, weighted=weighted)
    total = sum(each[group] * count for group, count in now.entitled.items())
    found = figures(
        ((each[group], hands) for group, hands in counted.hands.items()),
        rules,
        total,
        _persons(work, assembly, now, rules),
    )
    return Vote(
        subject=subject,
        figures=found,
        outcome=_outcome(work, ballot, subject, rules, found),
        weights=each,
        weighted=weighted,
        tally={group: counted.hands.get(group, (0, 0, 0)) for group in MAIN_GROUPS},
        names=counted.names,
        winners=_preferred(subject, found),
        declared=ballot.declared or "",
        **common,
    )


def _outcome(work: Work[Any], ballot: Ballot, subject: Subject, rules: Rules, found: Figures) -> str:
    if subject.other:
        if not found.reached:
            _say_void(work, found)
            return "void"
        return "tied" if found.tied else "preferred"
    result = outcome(found, rules)
    by_chair = rules.decision.tie == "chair" and found.tied and found.reached and found.cast > 0
    if by_chair and ballot.declared is None:
        raise refuse("tie", N_("The votes are equal: say what the Chairperson declared (declared)."))
    if by_chair and ballot.declared in ("adopted", "rejected"):
        return str(ballot.declared)
    if ballot.declared not in (None, result):
        raise refuse(
            "declaration",
            N_(
                "The Chairperson declared “{declared}”, but {favour} votes in favour and {against} against "
                "make it “{outcome}”; correct the tally or the declaration."
            ),
            declared=Term("outcome", str(ballot.declared), "vote"),
            favour=Figure(found.favour),
            against=Figure(found.against),
            outcome=Term("outcome", result, "vote"),
        )
    if result == "void":
        _say_void(work, found)
    return result


def _say_void(work: Work[Any], found: Figures) -> None:
    work.warn(
        N_("The quorum was not reached: {counted} of the {needed} that are needed. The vote is void."),
        counted=Figure(found.counted),
        needed=Figure(found.needed),
    )


def _preferred(subject: Subject, found: Figures) -> tuple[str, ...]:
    if not subject.other or not found.reached or found.tied:
        return ()
    return (subject.label if found.favour > found.against else subject.other_label,)


def _method(
    work: Work[Any], command: Command, ballot: Ballot, subject: Subject, counted: Counted, rules: Rules
) -> None:
    """Whether the rules know this method for this subject."""
    voting = rules.voting
    if counted.candidates and subject.kind not in ("free", "election"):
        raise refuse("tally", N_("Candidates are elected; on a text people vote for or against."))
    if ballot.method == "secret_ballot":
        if counted.names:
            raise refuse("secret_ballot", N_("A secret ballot is counted without names; give the figures."))
        fits = voting.secret_ballot == "always" or (
            voting.secret_ballot == "elections" and bool(counted.candidates)
        )
        if not fits and "secret_ballot" not in voting.methods:
            work.confirm(
                command,
                N_(
                    "The rules of this meeting provide for a secret ballot only in elections, if at all "
                    "({basis}). Record it all the same?"
                ),
                basis=voting.basis or _OWN_RULE,
            )
    elif ballot.method not in voting.methods:
        work.confirm(
            command,
            N_("The rules of this meeting do not provide for a {method} ({basis}). Record it all the same?"),
            method=Term("method", ballot.method, "vote"),
            basis=voting.basis or _OWN_RULE,
        )
    if ballot.method == "record_vote" and not counted.names:
        work.warn(N_("A record vote is recorded by name; only figures were given."))
    if rules.decision.consensus_only and not counted.candidates:
        work.warn(N_("Under the rules of this meeting decisions are taken by consensus; the vote stands."))


def _weighted(work: Work[Any], command: Command, ballot: Ballot, rules: Rules, now: Composition) -> bool:
    weighted = rules.weighted if ballot.weighted is None else ballot.weighted
    empty = [GROUPS[group] for group, count in now.entitled.items() if not count]
    if weighted and empty:
        raise refuse(
            "weights",
            N_(
                "Votes cannot be weighted: nobody in {groups} is entitled to vote. Register who is, or take "
                "an unweighted vote ({field})."
            ),
            groups=empty,
            field='"weighted": false',
        )
    if rules.weighted and not weighted:
        work.confirm(
            command,
            N_("Under the rules of this meeting votes are weighted. Take this one with one vote a member?"),
        )
    if weighted and not rules.weighted:
        work.warn(N_("Under the rules of this meeting each member has one vote; this vote was weighted."))
    return weighted


def _attendance(work: Work[Any], assembly: Assembly, now: Composition, counted: Counted) -> None:
    """Warn of each group of which more are counted than are marked as present: a slip in either list."""
    noted = assembly.presence.get(assembly.sitting_number)
    if not noted:
        return
    for group, hands in counted.hands.items():
        there = len(set(noted).intersection(now.members.get(group, ())))
        if now.entitled.get(group) and sum(hands) > there:
            work.warn(
                N_("In {group}, more voted ({voted}) than are marked as present ({present})."),
                group=GROUPS[group],
                voted=Figure(sum(hands)),
                present=Figure(there),
            )


def _persons(work: Work[Any], assembly: Assembly, now: Composition, rules: Rules, papers: int = 0) -> int:
    """The members that a quorum of members is of; *papers* are those that were put into the urn, which
    no group can be told of."""
    entitled = sum(now.entitled.values())
    if rules.quorum.base != "members_present":
        return entitled
    there = present(assembly)
    if there is None:
        if rules.quorum.num:
            work.warn(
                N_(
                    "Nobody noted who is present: the quorum was reckoned on the {entitled} members entitled "
                    "to vote."
                ),
                entitled=entitled,
            )
        return entitled
    if papers > len(there):
        work.warn(
            N_(
                "{voted} members voted, but only {present} are marked as present: the quorum was reckoned "
                "on those."
            ),
            voted=papers,
            present=len(there),
        )
    return len(there)


def _election(
    work: Work[Any],
    assembly: Assembly,
    ballot: Ballot,
    subject: Subject,
    counted: Counted,
    common: dict[str, Any],
) -> Vote:
    if ballot.weighted:
        raise refuse("weights", N_("Ballot papers of an election are counted one by one, without weights."))
    rules = assembly.meeting.rules
    now: Composition = common["composition"]
    valid = sum(counted.candidates.values())
    total = sum(now.entitled.values())
    unweighted = msgspec.structs.replace(
        rules.quorum, base="members_entitled" if rules.quorum.base == "weighted_total" else rules.quorum.base
    )
    found = figures(
        [(1, (valid, 0, counted.abstaining))],
        msgspec.structs.replace(rules, quorum=unweighted),
        total,
        _persons(work, assembly, now, rules, valid + counted.invalid + counted.abstaining),
    )
    majority, winners, elected = first_past(counted.candidates)
    result = "void" if not found.reached else "elected" if elected else "next_round"
    if result == "void":
        _say_void(work, found)
    return Vote(
        subject=msgspec.structs.replace(subject, kind="election"),
        figures=found,
        outcome=result,
        weights=dict.fromkeys(now.entitled, 1),
        candidates=counted.candidates,
        invalid=counted.invalid,
        majority=majority,
        winners=() if result == "void" else winners,
        **common,
    )


def said(work: Work[Any], vote: Vote) -> None:
    """The answer of a vote (contract.md): the figures, the quorum and the sentence, which the edge puts
    into the three languages."""
    found = vote.figures
    work.answer |= {
        "number": vote.symbol,
        "outcome": vote.outcome,
        "for": found.favour,
        "against": found.against,
        "abstaining": found.abstaining,
        "cast": found.cast,
        "total": found.total,
        "quorum": {"needed": found.needed, "reached": found.reached, "counted": found.counted},
        "weights": vote.weights,
        "composition": vote.composition.number,
        "sentence": vote,
    }
    if vote.candidates:
        work.answer |= {"majority": vote.majority, "invalid": vote.invalid}
    if vote.winners:
        work.answer["winners"] = list(vote.winners)


__all__ = ["Ballot", "Outcome", "VoteRecorded", "recorded", "said", "taken"]
