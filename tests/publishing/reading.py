"""Helps the tests of papers: a paper as lines of plain text, changes as {+put in+} and [-taken out-]."""

from __future__ import annotations

from collections.abc import Iterator

from consult_app.publishing.paper import Heading, Numbered, Paper, Para, Runs, Table, words_of
from tests.small_meeting import Meeting


def lines(paper: Paper) -> list[str]:
    """Each paragraph with its label and its mark; each row of a table with its cells between bars."""
    return list(_lines(paper))


def cells(paper: Paper, table: int = 0) -> list[list[str]]:
    """The rows of one of the tables, without its heads."""
    found = [block for block in paper.blocks if isinstance(block, Table)][table]
    return [[words_of(cell) for cell in row] for row in found.rows]


def with_changes(runs: Runs) -> str:
    """The words with what is marked in them."""
    said = {"insert": "{{+{}+}}", "delete": "[-{}-]"}
    return "".join(said.get(span.change, "{}").format(span.text) for span in runs)


def lively() -> Meeting:
    """A meeting with a change of each sort pending; D.4 and D.5 compete, D.9 and D.10 are identical."""
    meeting = Meeting("en", "fr")
    meeting.submit("1", "Lighthouses and their keepers guide ships at night.[^1]")
    meeting.submit("1", "Lighthouses guide ships *at night*.[^1]", by="employers")
    meeting.submit("2", "Keepers should:\n(i) rest;\n(ii) sing.", by="government", kind="insert_after")
    meeting.submit("2(ii)", kind="delete", justification="It is said elsewhere.")
    meeting.submit("2(ii)(a)", "the care of lamps and lenses;", by="employers")
    meeting.submit("3", kind="move", to="before 1", by="employers")
    meeting.submit("2(i)", "collect statistics\non keepers;", by="employers", kind="split")
    meeting.submit("footnote 1", "See the last report of the Office.", by="government")
    for group in ("workers", "employers"):
        meeting.submit("3", "Governments should always respect the rest of keepers.", by=group)
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit(
        "1", "Lighthouses and all their keepers guide ships at night.[^1]", by="employers", amends="D.1"
    )
    return meeting


def _lines(paper: Paper) -> Iterator[str]:
    for block in paper.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield " | ".join(with_changes(cell) for cell in row)
        elif isinstance(block, Heading):
            yield f"# {with_changes(block.runs)}"
        elif isinstance(block, Para | Numbered):
            label = f"{block.label} " if isinstance(block, Numbered) else ""
            yield f"{label}{with_changes(block.runs)}{f' {block.mark}' if block.mark else ''}"
