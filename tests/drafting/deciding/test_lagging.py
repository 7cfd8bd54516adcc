"""What the meeting adopted in one language never counts as translated into another before it is."""

from __future__ import annotations

import pytest

from tests.small_meeting import Meeting

BASE = "Governments should respect the rest of keepers."
SHALL = BASE.replace("should", "shall")
FRENCH = "Les gouvernements devraient respecter le repos des gardiens."
DOIVENT = FRENCH.replace("devraient", "doivent")


def adopt_both(meeting: Meeting) -> None:
    """D.1 in two languages, with a subamendment in one of them."""
    meeting.submit("3", {"en": SHALL, "fr": DOIVENT})
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", SHALL.replace("rest", "full rest"), by="employers", amends="D.1")
    meeting.adopt("D.1/S.1")
    meeting.adopt("D.1")


def renders(meeting: Meeting, label: str = "3") -> tuple[str, str]:
    node = meeting.node(label)
    return node.status("fr"), node.wordings["fr"].renders


def test_what_a_subamendment_put_in_is_missing_in_the_translation() -> None:
    meeting = Meeting("en", "fr")
    adopt_both(meeting)
    assert (meeting.words("3"), meeting.words("3", "fr")) == (SHALL.replace("rest", "full rest"), DOIVENT)
    assert renders(meeting) == ("out_of_date", SHALL)


def test_a_translation_that_was_behind_stays_behind() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", BASE.replace("rest", "full rest"))
    meeting.submit("3", {"en": SHALL, "fr": DOIVENT})
    meeting.adopt("D.1")
    meeting.adopt("D.2")
    assert meeting.words("3") == SHALL.replace("rest", "full rest")
    assert renders(meeting) == ("out_of_date", SHALL)
    meeting.do("set_translation", node="3", language="fr", text=DOIVENT.replace("le repos", "tout le repos"))
    assert renders(meeting)[0] == "draft"


def test_a_second_change_in_both_languages_keeps_the_first_one_missing() -> None:
    meeting = Meeting("en", "fr")
    adopt_both(meeting)
    now = meeting.words("3").replace("keepers", "all keepers")
    meeting.submit("3", {"en": now, "fr": DOIVENT.replace("des gardiens", "de tous les gardiens")})
    meeting.adopt("D.2")
    assert renders(meeting) == ("out_of_date", SHALL.replace("keepers", "all keepers"))


def test_a_new_node_knows_what_its_translation_renders() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", {"en": "Act.", "fr": "Agir."}, kind="insert_after")
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", "Act soon.", by="employers", amends="D.1")
    meeting.adopt("D.1/S.1")
    meeting.adopt("D.1")
    assert meeting.words("3bis") == "Act soon."
    assert renders(meeting, "3bis") == ("out_of_date", "Act.")


@pytest.mark.parametrize("subamended", [False, True], ids=["as handed in", "as subamended"])
def test_what_was_adopted_in_both_languages_is_a_draft(subamended: bool) -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", {"en": SHALL, "fr": DOIVENT})
    meeting.do("call_amendment", amendment="D.1")
    if subamended:
        words = {"en": SHALL.replace("rest", "full rest"), "fr": DOIVENT.replace("le repos", "tout le repos")}
        meeting.submit("3", words, by="employers", amends="D.1")
        meeting.adopt("D.1/S.1")
    meeting.adopt("D.1")
    assert renders(meeting) == ("draft", meeting.words("3"))
