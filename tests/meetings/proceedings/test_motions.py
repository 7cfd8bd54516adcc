"""Motions as to procedure and points of order."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from consult_app.meetings.proceedings.motions import MotionKind
from tests.meetings.voters import Voters

VOTE = {"method": "show_of_hands", "tally": {"workers": [3, 0], "employers": [3, 0], "government": [0, 3]}}


@pytest.mark.parametrize("kind", [each for each in get_args(MotionKind) if each != "point_of_order"])
def test_moved_seconded_carried(kind: str) -> None:
    meeting = Voters(3, 3, 3)
    answer = meeting.do("record_motion", kind=kind, by="workers")
    assert (answer["number"], answer["state"]) == ("M.1", "moved")
    assert any("needs a seconder" in warning for warning in meeting.warnings())
    assert meeting.do("second_motion", motion="M.1", by="Government 1")["state"] == "seconded"
    answer = meeting.do("decide_motion", motion="M.1", vote=VOTE)
    assert (answer["number"], answer["state"], answer["vote"], answer["outcome"]) == (
        "M.1", "carried", "V.1", "adopted",
    )  # fmt: skip
    [vote] = meeting.state.assembly.votes
    assert (vote.subject.kind, vote.subject.label, vote.subject.kind_of) == ("motion", "M.1", kind)


def test_in_one_go() -> None:
    meeting = Voters(3, 3, 3)
    lost = VOTE | {"tally": {"workers": [0, 3], "government": [0, 3]}}
    asked: dict[str, Any] = {"kind": "closure", "by": "workers", "seconded_by": "employers"}
    assert meeting.do("record_motion", **asked, vote=lost)["state"] == "lost"
    assert meeting.do("record_motion", **asked, outcome="carried")["number"] == "M.2"
    void = VOTE | {"tally": {"workers": [1, 0]}}
    assert meeting.do("record_motion", **asked, vote=void)["state"] == "seconded"
    assert meeting.do("decide_motion", motion="M.3", outcome="withdrawn")["state"] == "withdrawn"
    assert [vote.symbol for vote in meeting.state.assembly.votes] == ["V.1", "V.2"]


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        pytest.param({"outcome": "carried"}, "motion_seconder", id="not seconded"),
        pytest.param({"vote": VOTE}, "motion_seconder", id="a vote without a seconder"),
        pytest.param({"seconded_by": "Workers 1", "by": "Workers 1"}, "motion_seconder", id="the mover"),
        pytest.param({"seconded_by": "Keld 2", "by": "Keld 1"}, "motion_seconder", id="same delegation"),
        pytest.param({"seconded_by": "employers", "outcome": "not_seconded"}, "motion", id="was seconded"),
        pytest.param({"seconded_by": "employers", "outcome": "carried", "vote": VOTE}, "motion", id="both"),
        pytest.param({"outcome": "upheld"}, "motion", id="a ruling on a motion"),
        pytest.param({"ruling": "No."}, "motion", id="a ruling in words on a motion"),
        pytest.param({"kind": "point_of_order", "outcome": "carried"}, "motion", id="a point carried"),
        pytest.param({"kind": "point_of_order", "vote": VOTE}, "motion", id="a point voted on"),
        pytest.param({"kind": "point_of_order", "ruling": "Yes."}, "motion", id="a ruling without outcome"),
        pytest.param({"kind": "point_of_order", "seconded_by": "employers"}, "motion", id="a point seconded"),
        pytest.param({"by": "Olaf"}, "motion", id="an observer"),
        pytest.param({"by": "Nobody"}, "unknown_actor", id="nobody"),
    ],
)
def test_what_cannot_be(fields: dict[str, Any], rule: str) -> None:
    meeting = Voters(3, 3, 3)
    for name in ("Keld 1", "Keld 2"):
        meeting.do("register_participant", name=name, role="member", group="government", country="DK")
    meeting.do("register_participant", name="Olaf", role="observer")
    assert meeting.refused("record_motion", **{"kind": "closure", "by": "workers"} | fields).rule == rule


def test_what_was_decided_stays() -> None:
    meeting = Voters(3, 3, 3)
    meeting.do("record_motion", kind="closure", by="workers", outcome="not_seconded")
    assert meeting.refused("decide_motion", motion="M.1", outcome="carried").rule == "motion"
    assert meeting.refused("second_motion", motion="M.1", by="employers").rule == "motion"
    assert meeting.refused("decide_motion", motion="M.9", outcome="carried").rule == "unknown_motion"
    meeting.do("record_motion", kind="closure", by="workers")
    assert meeting.refused("decide_motion", motion="M.2").rule == "motion"


def test_points_of_order() -> None:
    meeting = Voters(3, 3, 3)
    answer = meeting.do(
        "record_motion", kind="point_of_order", by="Workers 1", outcome="upheld", ruling="It is in order."
    )
    assert answer["state"] == "upheld"
    meeting.do("record_motion", kind="point_of_order", by="Workers 1")
    assert any("at once" in warning for warning in meeting.warnings())
    meeting.do("decide_motion", motion="M.2", outcome="not_upheld", ruling="It is not.")
    found = list(meeting.state.assembly.motions.values())
    assert [(each.state, each.ruling) for each in found] == [
        ("upheld", "It is in order."),
        ("not_upheld", "It is not."),
    ]


def test_rules_without_seconders() -> None:
    meeting = Voters(3, 3, 3, rules="un_ga")
    assert (
        meeting.do("record_motion", kind="closure", by="Workers 1", outcome="carried")["state"] == "carried"
    )
