"""The marked paper, judged by LibreOffice: with all changes accepted it reads as the text adopted in the
order of discussion, with all rejected as today's; each change has its author and its time.

LibreOffice 7.4 has faults of its own (drafting-systems.md §3.5), which are kept out by name:
* a tracked insertion inside a content control is lost on loading: our files have no content control;
* a file with comments aborts over UNO: it is shown the file without them (``office.without_comments``);
* an old paragraph style comes back as the default one: styles are not compared;
* insertions by one author within a minute that meet at the end of a paragraph are joined, so that rejecting
  runs the paragraphs together: three minutes pass between two acts here;
* an insertion at the end of a paragraph that is itself put in or moved to its place leaves an empty one when
  it is rejected: :func:`put_in_at_an_end`;
* what an author takes away of what the same author put in stays: :func:`own_words_taken_away`.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from consult_app.meetings.acts import Context
from consult_app.publishing.docx.writer import write_docx
from consult_app.publishing.layout import label_spans
from consult_app.publishing.paper import (
    Gap,
    Heading,
    Masthead,
    Numbered,
    Paper,
    Para,
    Revision,
    Runs,
    block_runs,
    footnotes,
    words_of,
)
from consult_app.publishing.papers.marked import marked
from consult_app.state import decide
from tests.drafting.world import World, draft, submissions
from tests.effort import SOME
from tests.publishing.marked_meetings import ACCEPTED, REJECTED
from tests.publishing.office import Office, office
from tests.publishing.papers.test_marked import lively
from tests.small_meeting import command

__all__ = ["office"]

_KINDS = {"insert": "Insert", "delete": "Delete", "move_from": "Delete", "move_to": "Insert"}


def bare(paper: Paper) -> Paper:
    """*paper* without its masthead, which has no part in what is compared."""
    return msgspec.structs.replace(paper, masthead=Masthead())


def lines(paper: Paper, gone: Container[str]) -> list[str]:
    """Every line of *paper* with its label, without what is part of a change of those kinds."""
    out: list[str] = []
    held = ""
    for block in paper.blocks:
        if isinstance(block, Gap):
            out.append("")
            continue
        assert isinstance(block, Para | Numbered | Heading)
        labelled = not any(each.kind in gone for each in block.revised.label)
        if isinstance(block, Numbered) and block.label and labelled:
            held += words_of(label_spans(block.label)) + "\t"
        held += left(block.runs, gone)
        if not isinstance(block, Heading) and block.mark and labelled:
            held += f" {block.mark}"
        if any(each.kind in gone for each in block.revised.end):
            continue
        out.append(held)
        held = ""
    return [*out, held] if held else out


def left(runs: Runs, gone: Container[str]) -> str:
    """The words of *runs* that stay."""
    return "".join(span.text for span in runs if not any(each.kind in gone for each in span.revisions))


def notes(paper: Paper, gone: Container[str]) -> list[str]:
    """The footnotes that are still referred to."""
    kept = {
        span.note
        for block in paper.blocks
        for runs in block_runs(block)
        for span in runs
        if span.note is not None and not any(each.kind in gone for each in span.revisions)
    }
    return [left(note.runs, gone) for note in footnotes(paper) if note in kept]


def revisions(paper: Paper) -> Iterator[Revision]:
    """The changes of words in *paper*."""
    for block in paper.blocks:
        for runs in block_runs(block):
            for span in runs:
                yield from span.revisions


def judged(office: Office, paper: Paper) -> None:
    """Assert that LibreOffice reads in *paper* what is meant."""
    paper = bare(paper)
    reading = office.read(write_docx(paper))
    assert (reading.accepted_left, reading.rejected_left) == (0, 0)
    for found, found_notes, gone in (
        (reading.accepted, reading.accepted_notes, ACCEPTED),
        (reading.rejected, reading.rejected_notes, REJECTED),
    ):
        while found and not found[-1]:
            found.pop()
        assert found == lines(paper, gone)
        assert [" ".join(note).strip() for note in found_notes] == notes(paper, gone)
    signed = {(each.author, each.at) for each in reading.changes}
    assert {(each.author, each.at[:19] + "Z") for each in revisions(paper)} <= signed


def own_words_taken_away(paper: Paper) -> bool:
    """Whether an author deletes or moves words that the same author puts in."""
    for block in paper.blocks:
        for runs in block_runs(block):
            for span in runs:
                put_in = {each.author for each in span.revisions if each.kind in REJECTED}
                if put_in & {each.author for each in span.revisions if each.kind in ACCEPTED}:
                    return True
    return False


def put_in_at_an_end(paper: Paper) -> bool:
    """Whether words are put in at the end of a paragraph whose mark another amendment puts in."""
    for block in paper.blocks:
        if isinstance(block, Para | Numbered) and block.runs and block.revised.end:
            mark = {each.number for each in block.revised.end if each.kind in REJECTED}
            words = [span for span in block.runs if span.text][-1].revisions
            if mark and {each.number for each in words if each.kind in REJECTED} - mark:
                return True
    return False


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_change_of_each_sort(language: str, office: Office) -> None:
    judged(office, marked(lively().state, language))


class Unhurried(World):
    """A meeting in which three minutes pass between two acts."""

    def do(self, **fields: Any) -> dict[str, Any]:
        """Decide a command, as the other does."""
        time = f"2026-11-02T{9 + self.seq // 20:02}:{self.seq % 20 * 3:02}:00.000Z"
        decision = decide(self.state, command(fields), Context(self.seq + 1, time))
        self.state = decision.state
        self.seq += 1
        return decision.answer


@pytest.mark.soak
@settings(max_examples=SOME // 25)
@given(data=st.data())
def test_whatever_is_proposed(data: st.DataObject, office: Office) -> None:
    texts = draft()
    world = Unhurried({"en": texts})
    for number in range(data.draw(st.integers(2, 6))):
        asked = data.draw(submissions(number, texts))
        world.tried(**asked | {"by": data.draw(st.sampled_from(["government", "employers", "workers"]))})
    paper = marked(world.state, "en")
    assume(not own_words_taken_away(paper) and not put_in_at_an_end(paper))
    judged(office, paper)
