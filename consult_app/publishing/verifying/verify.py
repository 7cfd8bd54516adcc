"""``verify``: whether the words of a paper are those that the record has at the row that the paper names.

The paper is built again from the state after that row and compared line by line; one of several texts alone
is known by its fingerprint. Words count, with their case, figures and punctuation, the numbers before
paragraphs and the footnotes; marks (italics), spaces and the places where lines end do not. In a .docx each
paragraph is compared with each; a PDF has only lines, and the words of a page are followed through the text
and, at its foot, through the footnotes. There spaces do not count at all, and a hyphen at the end of a line
may belong to the word or to its break.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec

from consult_app.meetings.reasons import N_, Message, Place
from consult_app.state import State

from .. import export, gate, one_text
from ..governing_body import facts as governing_body
from ..paper import Paper
from ..papers.final import final, places
from ..trust import (
    Named,
    fingerprint_of,
    head_of,
    lines_of,
    named_in,
    named_in_foot,
    normalised,
    notes_of,
    stamped,
)
from .docx import first_in_lines
from .pdf import Unfollowed, first_in_pages

#: papers that show what is proposed or compare two moments: they hold no words that were decided
NOT_VERIFIED = ("marked", "comparison", "order")


class Difference(msgspec.Struct, frozen=True):
    """Where a paper and the record part: the *place*, and what each has there; "" where one has nothing."""

    place: Place | Message
    paper: str
    record: str

    def sentence(self) -> Message:
        """This in words."""
        values = {"place": self.place, "paper": self.paper, "record": self.record}
        if not self.paper:
            return Message(N_("{place}: the paper lacks “{record}”."), values)
        if not self.record:
            return Message(N_("{place}: the paper has “{paper}”, which is not in the record."), values)
        return Message(N_("{place}: the paper has “{paper}”, the record has “{record}”."), values)


class Verdict(msgspec.Struct, frozen=True):
    """What came of it. *named* is what the paper says of itself (or what it was taken for), *last* the last
    row of the journal, *fingerprint* that of the words of the record. *difference* is the first one, None
    where there is none; *adopted* whether the text was adopted at that row (True for papers of other kinds);
    *now* the first place where today's words are others. *warnings* are further sentences."""

    named: Named
    last: int
    fingerprint: str
    difference: Difference | None
    adopted: bool
    now: Place | Message | None = None
    warnings: tuple[Message, ...] = ()

    @property
    def same(self) -> bool:
        """Whether the paper holds the words that the record has, and these were adopted."""
        return self.difference is None and self.adopted

    def sentences(self) -> list[Message]:
        """The answer in words, the verdict first."""
        values = {"seq": self.named.seq, "last": self.last, "place": self.now}
        out: list[Message] = []
        if self.difference is not None:
            out.append(self.difference.sentence())
        elif not self.adopted:
            out.append(
                Message(
                    N_(
                        "The words are those of the record at row {seq}, but they were not adopted then: "
                        "the paper is provisional."
                    ),
                    values,
                )
            )
        else:
            out.append(Message(N_("The words are those of the record at row {seq}, word for word."), values))
        if self.now is not None:
            out.append(
                Message(
                    N_(
                        "The meeting has gone on to row {last}; today the text reads otherwise, first at "
                        "{place}."
                    ),
                    values,
                )
            )
        elif self.last > self.named.seq:
            out.append(
                Message(N_("The meeting has gone on to row {last}; the text reads the same today."), values)
            )
        return [*out, *self.warnings]


class NotVerifiable(Exception):
    """The paper cannot be compared with this record; the message says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.msgid)
        self.message = message


class LineRead(Protocol):
    """A paragraph as it was read: its words, and the number that the file counts by itself."""

    @property
    def words(self) -> str: ...
    @property
    def label(self) -> str: ...


class PaperRead(Protocol):
    """What was read of a paper (``exchange.paper_read.ReadPaper``)."""

    @property
    def form(self) -> str: ...
    @property
    def keywords(self) -> str: ...
    @property
    def feet(self) -> str: ...
    @property
    def lines(self) -> Sequence[LineRead]: ...
    @property
    def notes(self) -> Sequence[LineRead]: ...
    @property
    def pages(self) -> Sequence[Sequence[str]]: ...
    @property
    def warnings(self) -> Sequence[Message]: ...


def verify(read: PaperRead, last: int, state_at: Callable[[int], State]) -> Verdict:
    """Compare the paper *read* with the record, of which *last* is the last row and *state_at* gives the
    state after any row.

    Raises NotVerifiable where the paper is of a kind that holds nothing decided, names a row that the record
    has not, or could not be made then.
    """
    named = named_in(read.keywords)
    if named is None and (named := named_in_foot(read.feet)) is not None and 0 < named.seq <= last:
        named = msgspec.structs.replace(named, key=_kind(named, state_at(named.seq)))
    warnings = list(read.warnings)
    if named is None:
        named = Named("final", _likely(read, state_at(last)), last, "", "")
        warnings.append(
            Message(
                N_(
                    "The paper does not say from which row of the record it was made; it was compared with "
                    "the final text as it is now."
                )
            )
        )
    if named.key in NOT_VERIFIED or named.key not in export.PAPERS:
        raise NotVerifiable(
            Message(
                N_("This paper shows what was proposed, not what was decided; verify the final text."),
            )
        )
    if not 0 < named.seq <= last:
        raise NotVerifiable(
            Message(
                N_(
                    "The paper was made from row {seq} of a record; this one ends at row {last}. Is it the "
                    "file of another meeting, or an older copy?"
                ),
                {"seq": named.seq, "last": last},
            )
        )
    state, text_id = _meant(state_at(named.seq), named)
    paper, where = _built(state, named)
    difference = _first(read, paper, where)
    found = fingerprint_of(paper)
    if difference is None and named.fingerprint not in ("", found):
        warnings.append(
            Message(
                N_("The fingerprint on the paper is {paper}, that of its words is {record}."),
                {"paper": named.fingerprint, "record": found},
            )
        )
    adopted = named.key != "final" or _adopted(state)
    now = _since(_narrowed(state_at(last), text_id), named, paper) if last > named.seq else None
    return Verdict(named, last, found, difference, adopted, now, tuple(warnings))


def _meant(state: State, named: Named) -> tuple[State, str]:
    """What the paper was made of: *state*, or that with one of its texts alone and the id of the text, where
    the fingerprint is that of such a paper; "" where it is of all."""
    if named.key in one_text.OF_A_TEXT and len(state.drafting.texts) > 1 and not _is_of(state, named):
        for text_id in state.drafting.texts:
            alone = _narrowed(state, text_id)
            if _is_of(alone, named):
                return alone, text_id
    return state, ""


def _is_of(state: State, named: Named) -> bool:
    """Whether the fingerprint on the paper is that of such a paper made of *state*."""
    if not export.PAPERS[named.key].matter(state):
        return False
    return fingerprint_of(_built(state, named)[0]) == named.fingerprint


def _narrowed(state: State, text_id: str) -> State:
    return one_text.only(state, text_id) if text_id else state


def _adopted(state: State) -> bool:
    texts = state.drafting.texts.values()
    return bool(texts) and all(text.adopted for text in texts)


def _built(state: State, named: Named) -> tuple[Paper, dict[int, Place]]:
    """The paper as it was made then, and what its blocks are of. Raises NotVerifiable."""
    if not export.PAPERS[named.key].matter(state):
        raise NotVerifiable(
            Message(N_("At row {seq} the meeting had no matter for such a paper."), {"seq": named.seq})
        )
    # what bars a paper bars no comparison: its words are there to be compared
    barred = named.provisional or bool(gate.obstacles(state, named.language))
    where: dict[int, Place] = {}
    if named.key == "final":
        made, where = final(state, named.language, draft=barred), places(state, named.language)
    else:
        barred = barred or bool(governing_body.obstacles(state, named.language))
        made = export.PAPERS[named.key].build(state, named.language, barred)
    return stamped(made, named.seq, named.day), where


def _first(read: PaperRead, paper: Paper, where: dict[int, Place]) -> Difference | None:
    head, lines, notes = head_of(paper), lines_of(paper, where), notes_of(paper)
    if read.form == "docx":
        found = first_in_lines(_plain(read.lines), [*head, *lines])
        found = found or first_in_lines(_plain(read.notes), notes)
    else:
        try:
            found = first_in_pages(read.pages, [*head, *lines], notes, paper)
        except Unfollowed:
            raise NotVerifiable(
                Message(
                    N_(
                        "The tables of this PDF cannot be followed from cell to cell; verify the Word file "
                        "(.docx) of the same paper."
                    )
                )
            ) from None
    return Difference(*found) if found else None


def _plain(lines: Sequence[LineRead]) -> list[tuple[str, str]]:
    out = [(normalised(line.label), normalised(line.words)) for line in lines]
    return [line for line in out if line[1]]


def _kind(named: Named, state: State) -> str:
    """Which paper it is that has the fingerprint on the foot; the final text where none has."""
    for key in export.PAPERS:
        of_key = msgspec.structs.replace(named, key=key)
        if key not in NOT_VERIFIED and (_is_of(state, of_key) or _meant(state, of_key)[1]):
            return key
    return "final"


def _since(state: State, named: Named, before: Paper) -> Place | Message | None:
    """The first place at which the same paper would read otherwise today."""
    try:
        paper, where = _built(state, named)
    except NotVerifiable:
        return Message(N_("its first line"))
    then = [("", line.words) for line in (*lines_of(before), *notes_of(before))]
    found = first_in_lines(then, [*lines_of(paper, where), *notes_of(paper)])
    return found[0] if found else None


def _likely(read: PaperRead, state: State) -> str:
    """The language whose final text has most of the lines of the paper."""
    have = {normalised(f"{line.label} {line.words}") for line in read.lines}
    have |= {normalised(line) for page in read.pages for line in page}

    def common(language: str) -> int:
        words = " ".join(line.words for line in lines_of(final(state, language, draft=True)))
        return sum(line in words for line in have)

    return max(export.languages_of(state), key=common)


__all__ = ["Difference", "NotVerifiable", "Verdict", "verify"]
