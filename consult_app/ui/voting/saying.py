"""A vote in the words of the window: what it would come to, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from consult_app.drafting.house_style.house import capitalized, list_of
from consult_app.meetings.kept.votes import Vote
from consult_app.ui.language import Languages, say, tr, tr_n
from consult_app.ui.voting.group_entry import figure
from consult_app.ui.voting.trial import Foreseen
from consult_app.words import term

_TONES: Final = {"adopted": "ok", "preferred": "ok", "elected": "ok", "rejected": "error"}
_SIGNS: Final = {"ok": "✓", "error": "✕", "warn": "▲"}


@dataclass(frozen=True)
class Said:
    """The lines: the outcome with its tone (``ok``, ``error``, ``warn``), figures, quorum, what should
    be known before it is recorded, and what should be looked at again."""

    outcome: str = ""
    tone: str = ""
    figures: str = ""
    quorum: str = ""
    remarks: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """All of it, as a screen reader says it."""
        parts = (self.outcome, self.figures, self.quorum, *self.warnings, *self.remarks)
        return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def said(foreseen: Foreseen, *, empty: bool) -> Said:
    """The lines of *foreseen*; of an *empty* count only the quorum that is needed."""
    vote = foreseen.vote
    remarks = [say(foreseen.asks)] if foreseen.asks is not None else []
    if vote is None:
        return Said(remarks=tuple(remarks))
    if empty:
        return Said(quorum=quorum_needed(vote), remarks=tuple(remarks))
    tone = _TONES.get(vote.outcome, "warn")
    # the quorum that was not reached is said by the outcome and the line of the quorum already
    warnings = [] if vote.outcome == "void" else list(foreseen.warnings)
    if vote.outcome == "void" and vote.subject.kind != "free":
        remarks.append(tr("A void vote decides nothing: it stays as it is."))
    remarks += [foreseen.follows] if foreseen.follows else []
    return Said(
        f"{_SIGNS[tone]} {outcome_words(vote)}",
        tone,
        figures_words(vote),
        quorum_words(vote),
        tuple(remarks),
        tuple(say(warning) for warning in warnings),
    )


def outcome_words(vote: Vote) -> str:
    """What became of it in a few words: "Adopted", "Not adopted: the votes are equal"."""
    language = Languages.current()
    words = capitalized(term("outcome", vote.outcome, "vote", language))
    if vote.outcome == "void":
        return tr("Void: no quorum")
    if vote.outcome == "rejected" and vote.figures.tied:
        return tr("Not adopted: the votes are equal")
    if vote.winners and vote.outcome in ("elected", "preferred", "next_round"):
        return tr("{outcome}: {names}", outcome=words, names=list_of(vote.winners, language))
    return words


def figures_words(vote: Vote) -> str:
    """The votes in favour, against and abstaining, weighted where they are."""
    found = vote.figures
    if vote.candidates:
        return tr(
            "{valid} valid papers; {majority} are the majority",
            valid=figure(found.cast),
            majority=figure(vote.majority),
        )
    values = {
        "favour": figure(found.favour),
        "against": figure(found.against),
        "abstaining": figure(found.abstaining),
    }
    if vote.subject.other:
        return tr_n(
            "{favour} for {first}, {against} for {other}, {abstaining} abstaining",
            "{favour} for {first}, {against} for {other}, {abstaining} abstaining",
            found.abstaining,
            first=vote.subject.label,
            other=vote.subject.other_label,
            **values,
        )
    return tr_n(
        "{favour} in favour, {against} against, {abstaining} abstaining",
        "{favour} in favour, {against} against, {abstaining} abstaining",
        found.abstaining,
        **values,
    )


def quorum_words(vote: Vote) -> str:
    """Whether the quorum was reached, and by what."""
    found = vote.figures
    if not found.needed:
        return tr("No quorum is asked")
    values = {"counted": figure(found.counted), "needed": figure(found.needed)}
    if found.reached:
        return tr("Quorum reached: {counted} votes, {needed} needed", **values)
    return tr_n(
        "Quorum not reached: {counted} vote, {needed} needed",
        "Quorum not reached: {counted} votes, {needed} needed",
        found.counted,
        **values,
    )


def quorum_needed(vote: Vote) -> str:
    """The quorum before anybody has voted."""
    found = vote.figures
    if not found.needed:
        return tr("No quorum is asked")
    return tr("Quorum needed: {needed} of {base} votes", needed=figure(found.needed), base=figure(found.base))
