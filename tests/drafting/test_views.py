"""What is looked at: with every change refused it is today's text, with one accepted its proposal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from consult_app.drafting.views import Line, view
from consult_app.drafting.wordings.segments import Segment
from consult_app.drafting.wordings.wording import words, write
from tests.small_meeting import Meeting

TODAY = "Governments should respect the rest of keepers."
PROPOSALS = (
    "Governments shall respect the rest of keepers.",
    "Governments should respect the *full* rest of keepers.",
    "Governments should always respect the rest of keepers, and see to it.",
    "Governments should respect keepers.",
    "Ports and harbours must, with those whom they employ, look after lamps.",
    "The rest of keepers.",
    "Governments should respect the rest of keepers[^1] [[and pilots]].",
)


def line(meeting: Meeting, label: str = "3", which: str = "marked") -> Line:
    lines = view(meeting.state.drafting, meeting.text, which, "en")  # type: ignore[arg-type]
    return next(each for each in lines if each.label == label)


def said(segments: tuple[Segment, ...]) -> str:
    return "".join(run.text or f"[^{run.note}]" for segment in segments for run in segment.runs)


@given(st.lists(st.sampled_from(PROPOSALS), min_size=1, max_size=5))
def test_refusing_all_is_today_and_accepting_one_is_its_proposal(proposals: list[str]) -> None:
    meeting = Meeting()
    for proposal in proposals:
        meeting.submit("3", proposal)
    segments = line(meeting).segments
    assert said(tuple(s for s in segments if s.change != "insert")) == TODAY
    for number, proposal in enumerate(proposals, 1):
        mine = meeting.amendment(f"D.{number}").id
        kept = tuple(
            s
            for s in segments
            if (mine in s.by if s.change == "insert" else s.change == "" or mine not in s.by)
        )
        assert said(kept).replace("[^1]", "") == words(proposal)


def test_who_proposes_the_same_stands_together() -> None:
    meeting = Meeting()
    for by in ("workers", "employers"):
        meeting.submit("3", PROPOSALS[0], by=by)
    changed = [segment for segment in line(meeting).segments if segment.change]
    assert [(segment.change, len(segment.by)) for segment in changed] == [("delete", 2), ("insert", 2)]


def test_new_nodes_stand_where_they_would_come() -> None:
    meeting = Meeting()
    meeting.submit("3", "Before.", kind="insert_before")
    meeting.submit("3", "After:\n(i) an item.", kind="insert_after")
    meeting.submit("3", kind="delete")
    meeting.submit("2", "first;", kind="insert_after", node_kind="item")
    lines = view(meeting.state.drafting, meeting.text, "marked", "en")
    at = next(index for index, each in enumerate(lines) if each.label == "3")
    assert [said(each.segments) for each in lines[at - 1 : at + 3]] == [
        "Before.",
        TODAY,
        "After:",
        "an item.",
    ]
    assert lines[at].deleted_by == (meeting.amendment("D.3").id,)
    assert [each.depth for each in lines[at - 1 : at + 3]] == [0, 0, 0, 1]
    under = next(index for index, each in enumerate(lines) if said(each.segments) == "first;")
    assert (lines[under - 1].label, lines[under].depth) == ("2", 1)


def test_the_original_the_current_and_the_final() -> None:
    meeting = Meeting()
    for target, text, kind in (
        ("3", PROPOSALS[0], "replace"),
        ("2", "New.", "insert_after"),
        ("1", None, "delete"),
    ):
        number = meeting.submit(target, text, kind=kind)
        meeting.adopt(number)
    assert said(line(meeting, which="original").segments) == TODAY
    assert said(line(meeting, which="current").segments) == PROPOSALS[0]
    assert line(meeting, "1", "current").deleted
    assert not line(meeting, "1", "original").deleted
    labels = [each.label for each in view(meeting.state.drafting, meeting.text, "original", "en")]
    assert "2bis" not in labels
    final = view(meeting.state.drafting, meeting.text, "final", "en")
    assert [each.label for each in final if each.spot.kind == "paragraph"] == ["1", "2", "3"]
    assert "".join(write(segment.runs) for segment in final[-3].segments) == PROPOSALS[0]
