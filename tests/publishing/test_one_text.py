"""Papers of one text of several: nothing of the other is in them."""

from __future__ import annotations

import pytest

from consult_app.meetings.reasons import Refused
from consult_app.publishing.export import PAPERS
from consult_app.publishing.one_text import OF_A_TEXT, guard, only, only_in
from consult_app.publishing.paper import reading_order
from consult_app.publishing.papers.comparison import Moment
from tests.drafting.meeting import Held, drafted


@pytest.fixture
def held() -> Held:
    """The conclusions on lighthouses and a resolution concerning lamps, an amendment to each."""
    held = drafted("en", "fr")
    nodes = [
        {"kind": "title", "text": "Resolution concerning lamps"},
        {"kind": "paragraph", "text": "Lamps should be lit."},
    ]
    held.do(do="import_text", language="en", kind="resolution", nodes=nodes)
    held.submit("3", "Keepers have duties.")
    held.submit("1", "Lamps should be bright.", text_id="resolution")
    return held


@pytest.mark.parametrize("paper", OF_A_TEXT)
@pytest.mark.parametrize(
    ("text", "own", "other"), [("conclusions", "eepers", "amps"), ("resolution", "amps", "eepers")]
)
def test_each_paper_is_of_that_text_alone(held: Held, paper: str, text: str, own: str, other: str) -> None:
    state = only(held.state, text)
    if not PAPERS[paper].matter(state):  # in the resolution nothing is translated or to be followed up
        return
    said = "\n".join(reading_order(PAPERS[paper].build(state, "en", True)))
    assert own in said
    assert other not in said


def test_moments_are_narrowed_too_and_the_text_may_be_new(held: Held) -> None:
    before = drafted("en").state
    moments = (Moment(before, 3, "2026-03-06T09:00:00Z"), Moment(held.state, 7, "2026-03-06T10:00:00Z"))
    narrowed = only_in(moments, "resolution")
    assert narrowed is not None
    assert [list(each.state.drafting.texts) for each in narrowed] == [[], ["resolution"]]
    assert only_in(None, "resolution") is None


def test_an_unknown_text_and_a_paper_of_the_meeting_are_refused(held: Held) -> None:
    with pytest.raises(Refused):
        only(held.state, "nonsense")
    with pytest.raises(Refused):
        guard(["final", "participants"])
    guard(OF_A_TEXT)
