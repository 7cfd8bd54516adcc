"""What ``consult show --json`` says of rules, composition, votes, motions and statements: plain data, with
the sentences in three languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.kept.rules import FOR_PEOPLE
from consult_app.meetings.kept.votes import Composition, Motion, Statement, Subject, Vote
from consult_app.meetings.voting.composition import composition, modified, weights_of

from ..formulas.compositions import of_composition
from ..formulas.results import of_motion, of_vote


def votes_shown(assembly: Assembly) -> dict[str, Any]:
    """The entries of ``show --json`` that are about how the meeting decides."""
    return {
        "rules_in_full": msgspec.to_builtins(assembly.meeting.rules),
        "rules_for_people": sorted(FOR_PEOPLE),
        "composition": _composition_now(assembly),
        "votes": [_vote(vote) for vote in assembly.votes],
        "motions": [_motion(motion) for motion in assembly.motions.values()],
        "statements": [_statement(each) for each in assembly.statements],
    }


def _composition_now(assembly: Assembly) -> dict[str, Any]:
    """The composition as it is now: ``number`` is 0 until the first vote, or the end of the first
    sitting."""
    now = composition(assembly)
    known = bool(assembly.compositions)
    sentences = {language: " ".join(of_composition(assembly, language)) for language in LANGUAGES}
    return _composition(now) | {
        "number": now.number if known else 0,
        "modified": modified(assembly),
        "weights": weights_of(assembly, now),
        "sentence": sentences,
    }


def _composition(found: Composition) -> dict[str, Any]:
    return {
        "number": found.number,
        "sitting": found.sitting,
        "listed": found.listed,
        "entitled": found.entitled,
        "members": {group: list(members) for group, members in found.members.items()},
    }


def _vote(vote: Vote) -> dict[str, Any]:
    found = vote.figures
    out: dict[str, Any] = {
        "number": vote.symbol,
        "sitting": vote.sitting or None,
        "time": vote.at,
        "method": vote.method,
        "on": _subject(vote.subject),
        "outcome": vote.outcome,
        "for": found.favour,
        "against": found.against,
        "abstaining": found.abstaining,
        "cast": found.cast,
        "total": found.total,
        "quorum": {"needed": found.needed, "reached": found.reached, "counted": found.counted},
        "weighted": vote.weighted,
        "weights": vote.weights,
        "composition": _composition(vote.composition),
        "tally": {group: list(hands) for group, hands in vote.tally.items()},
        "rules": vote.rules,
        "sentence": _said(lambda language: of_vote(vote, language)),
    }
    optional: dict[str, Any] = {
        "names": vote.names,
        "candidates": vote.candidates,
        "winners": list(vote.winners),
        "requested_by": list(vote.requested_by),
        "declared": vote.declared,
        "reason": vote.reason,
    }
    out |= {name: value for name, value in optional.items() if value}
    if vote.candidates:
        out |= {"majority": vote.majority, "invalid": vote.invalid}
    return out


def _subject(subject: Subject) -> dict[str, Any]:
    out = {"kind": subject.kind, "id": subject.id, "label": subject.label}
    if subject.other:
        out["against"] = subject.other_label
    return {name: value for name, value in out.items() if value}


def _motion(motion: Motion) -> dict[str, Any]:
    return {
        "number": motion.symbol,
        "id": motion.id,
        "kind": motion.kind,
        "by": motion.by,
        "seconded_by": motion.seconded_by,
        "on": motion.on,
        "state": motion.state,
        "ruling": motion.ruling,
        "vote": f"V.{motion.vote}" if motion.vote else None,
        "sitting": motion.sitting or None,
        "time": motion.at,
        "sentence": _said(lambda language: of_motion(motion.kind, motion.state, language)),
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "kind": statement.kind,
        "by": statement.by,
        "on": _subject(statement.subject),
        "text": statement.text,
        "sitting": statement.sitting or None,
        "time": statement.at,
    }


def _said(words: Callable[[str], str]) -> dict[str, str]:
    return {language: words(language) for language in LANGUAGES}
