"""The results of votes as a paper: a section for each vote, with what it was on, how it was taken, its
figures by group, and in a record vote who voted how (procedure.md §4.5, §7.2, §7.3)."""

from __future__ import annotations

from collections.abc import Iterator

from consult_app.drafting.house_style.house import capitalized, list_of, number
from consult_app.meetings.kept.assembly import Participant
from consult_app.meetings.kept.votes import Vote
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.words import number_words, term, translator

from ..formulas import record_forms
from ..formulas.compositions import of_composition
from ..formulas.people import country_name, full_name
from ..formulas.results import motion_name, of_vote, quorum
from ..paper import Block, Heading, Paper, Para, Runs, Span, Table, text
from .decisions import sitting_words
from .entries import said_by, subject_said
from .heads import as_entered, masthead
from .vote_figures import CHOICES, Line, by_choice, lines_of, papers_cast, ranked

_TITLE = N_("Results of votes")
_SITTING = N_("Sitting")
_TIME = N_("{sitting}, {time} UTC")
_RESULT = N_("Result")
_CONCERNING = N_("Concerning")
_METHOD = N_("Method of voting")
_REQUESTED = N_("Requested by")
_COMPOSITION = N_("Composition")
_QUORUM = N_("Quorum")
_NO_QUORUM = N_("No quorum was required.")
_REASON = N_("Note")
_GROUP = N_("Group")
_PER_MEMBER = N_("Votes per member")
_MEMBERS = (
    _GROUP,
    N_("Voting members"),
    N_("In favour"),
    N_("Against"),
    N_("Abstaining"),
    N_("Not taking part"),
)
#: what the figures in italics are
_VOTES_WORD = {"en": "votes", "fr": "voix", "es": "votos"}
_FOR_ONE = N_("For {number}")
_TOTAL = N_("Total")
_CANDIDATES = (N_("Candidate"), N_("Votes obtained"))
_PAPERS = N_("Valid ballot papers")
_INVALID = N_("Invalid ballot papers")
_ABSTENTIONS = N_("Abstentions")
_NOT_TAKING_PART = N_("Not taking part")
_MAJORITY = N_("Majority needed")
_FACTS = (1.0, 3.4)
_SIX = (2.25, 1.3, 1.0, 1.0, 1.25, 1.1)
_SEVEN = (2.35, 1.0, 1.0, 1.03, 1.03, 1.22, 0.95)
_UNKNOWN = "–"


def any_vote(state: State) -> bool:
    """Whether any vote was taken."""
    return bool(state.assembly.votes)


def title_words(language: str) -> str:
    """The title of the paper."""
    return translator(language).gettext(_TITLE)


def votes(state: State, language: str) -> Paper:
    """The results of all votes in *language*, in the order in which they were taken."""
    title = title_words(language)
    blocks: list[Block] = [Para(text(title), "title")]
    opening = " ".join(of_composition(state.assembly, language))
    if opening:
        blocks.append(Para(text(opening)))
    for vote in state.assembly.votes:
        blocks += _one(state, vote, language)
    return Paper("votes", title, language, masthead(state, language), tuple(blocks))


def subject_words(state: State, vote: Vote, language: str) -> str:
    """What the vote was on: "Amendment D.12", "Paragraph 5", "Motion …", the words of a free subject."""
    about = vote.subject
    if about.kind == "motion":
        return f"{about.label}, {motion_name(about.kind_of, language)}"
    said = capitalized(record_forms.heading_of(about, language))
    return as_entered(state, said, language) if about.kind in ("free", "election") else said


def place_words(state: State, vote: Vote, language: str) -> str:
    """Which nodes the amendment is about that was voted on, or what the motion; else ""."""
    about = vote.subject
    if about.kind == "motion":
        motion = state.assembly.motions.get(about.id)
        return as_entered(state, motion.on, language) if motion else ""
    return subject_said(state, about, language) if about.id in state.drafting.amendments else ""


def requested_words(state: State, vote: Vote, language: str) -> str:
    """Who asked for the vote to be taken so."""
    return list_of([said_by(state, who, language) for who in vote.requested_by], language)


def group_words(state: State, group: str, language: str) -> str:
    """A group with its mark."""
    return said_by(state, group, language)


def heads_of(vote: Vote, language: str) -> tuple[str, ...]:
    """The heads of the table of members; of two amendments put against each other, each has its own."""
    say = translator(language).gettext
    heads = [say(head) for head in _MEMBERS]
    if vote.subject.other:
        named = (number_words(label, language, "within") for label in _pair(vote))
        heads[2:4] = [say(_FOR_ONE).format(number=each) for each in named]
    return tuple(heads)


def _pair(vote: Vote) -> tuple[str, str]:
    return vote.subject.label, vote.subject.other_label


def _one(state: State, vote: Vote, language: str) -> Iterator[Block]:
    yield Heading(1, text(f"{vote.symbol} – {subject_words(state, vote, language)}"))
    result = record_forms.sentences(of_vote(vote, language), record_forms.declared(vote, language))
    facts = [(text(translator(language).gettext(_RESULT), bold=True), text(result, bold=True))]
    facts += [(text(label, bold=True), text(words)) for label, words in _facts(state, vote, language)]
    yield Table((), tuple(facts), _FACTS, header=False, keep_next=True)
    if vote.candidates:
        yield from _ballot(vote, language)
        return
    yield _figures(state, vote, language)
    yield from _names(state, vote, language)


def _facts(state: State, vote: Vote, language: str) -> Iterator[tuple[str, str]]:
    say = translator(language).gettext
    sitting = sitting_words(state, vote.sitting, language)
    place = place_words(state, vote, language)
    if place:
        yield say(_CONCERNING), place
    yield say(_SITTING), say(_TIME).format(sitting=sitting, time=vote.at[11:16])
    yield say(_METHOD), capitalized(term("method", vote.method, "vote", language))
    if vote.requested_by:
        yield say(_REQUESTED), requested_words(state, vote, language)
    if any(vote.composition.listed.values()):
        each = "" if vote.weighted else record_forms.votes_each(vote.weights, language, weighted=False)
        counts = record_forms.group_counts(vote.composition.listed, language)
        yield say(_COMPOSITION), record_forms.sentences(f"{counts}.", each)
    yield say(_QUORUM), quorum(vote, language) or say(_NO_QUORUM)
    if vote.reason:
        yield say(_REASON), vote.reason


def _figures(state: State, vote: Vote, language: str) -> Table:
    """The figures by group: members, and in italics under them the votes that they come to."""
    say = translator(language).gettext
    members, *counted = heads_of(vote, language)[1:]
    heads = [text(say(_GROUP)), text(members), *(text(head) for head in counted)]
    if vote.weighted:
        under = Span(f"\n{_VOTES_WORD[language]}", italic=True)
        heads[2:5] = [(*head, under) for head in heads[2:5]]
        heads.insert(2, text(say(_PER_MEMBER)))
    rows = tuple(_row(state, vote, line, language) for line in lines_of(vote))
    widths = _SEVEN if vote.weighted else _SIX
    return Table(tuple(heads), rows, widths, figures=tuple(range(1, len(widths))))


def _row(state: State, vote: Vote, line: Line, language: str) -> tuple[Runs, ...]:
    """A group, or in bold all of them."""
    whole, known = not line.group, line.absent >= 0
    name = group_words(state, line.group, language) if line.group else translator(language).gettext(_TOTAL)
    cells = [text(name, bold=whole)]
    cells.append(text(number(line.entitled, language) if known else _UNKNOWN, bold=whole))
    if vote.weighted:
        cells.append(text(number(line.weight, language) if line.group else ""))
    for hands, votes_ in zip(line.hands, line.votes, strict=True):
        cell = text(number(hands, language), bold=whole)
        if vote.weighted:
            cell += (Span(f"\n{number(votes_, language)}", bold=whole, italic=True),)
        cells.append(cell)
    cells.append(text(number(line.absent, language) if known else _UNKNOWN, bold=whole))
    return tuple(cells)


def _ballot(vote: Vote, language: str) -> Iterator[Block]:
    say = translator(language).gettext
    heads = tuple(text(say(head)) for head in _CANDIDATES)
    rows = [
        (text(name, bold=name in vote.winners and vote.outcome == "elected"), text(number(count, language)))
        for name, count in ranked(vote)
    ]
    yield Table(heads, tuple(rows), (3.0, 1.0), figures=(1,), keep_next=True)
    counts = [
        (_PAPERS, papers_cast(vote)),
        (_INVALID, vote.invalid),
        (_ABSTENTIONS, vote.figures.abstaining),
        (_MAJORITY, vote.majority),
    ]
    entitled = sum(vote.composition.entitled.values())
    if entitled:
        absent = entitled - papers_cast(vote) - vote.invalid - vote.figures.abstaining
        counts.insert(3, (_NOT_TAKING_PART, absent))
    facts = tuple((text(say(label)), text(number(count, language))) for label, count in counts)
    yield Table((), facts, (3.0, 1.0), header=False, figures=(1,))


def _names(state: State, vote: Vote, language: str) -> Iterator[Block]:
    """Who voted how, by choice and group."""
    heads = heads_of(vote, language)[2:]
    for choice, head in zip(CHOICES, heads, strict=False):
        found = by_choice(state.assembly, vote, choice, language)
        if not found:
            continue
        count = sum(len(people) for people in found.values())
        yield Heading(3, text(f"{head} ({number(count, language)})"))
        for group, people in found.items():
            lead = f"{group_words(state, group, language)} ({number(len(people), language)}): "
            said = "; ".join(_called(person, language) for person in people)
            yield Para((Span(lead, bold=True), Span(f"{said}.")), "note")


def _called(person: Participant, language: str) -> str:
    name = full_name(person, language)
    return f"{country_name(person.country, language)} ({name})" if person.country else name


__all__ = [
    "any_vote", "group_words", "heads_of", "place_words", "requested_words", "subject_words", "title_words",
    "votes",
]  # fmt: skip
