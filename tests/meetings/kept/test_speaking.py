"""The list of speakers, the floor, and the time of each speech."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.meetings.kept.speaking import SPEECH_KINDS, Speaker, Speaking, Speech, Stretch, in_order
from consult_app.meetings.proceedings.speaking_times import minutes, speaking_times
from consult_app.meetings.reasons import NeedsConfirmation, Refused
from tests.effort import SOME
from tests.small_meeting import Meeting

ADA, BRUNO, CLEO = "Ada Brightwater", "Bruno Keld", "Cleo Fanal"


def speaking(meeting: Meeting) -> Speaking:
    return meeting.state.assembly.speaking


def names(meeting: Meeting) -> list[str]:
    return [meeting.state.assembly.name_of(each.who) for each in speaking(meeting).waiting]


def at(minute: int, second: int = 0) -> str:
    return f"2026-11-02T09:{minute:02}:{second:02}.000Z"


def test_points_of_order_come_first_and_replies_last() -> None:
    meeting = Meeting()
    meeting.do("add_speaker", who=CLEO, kind="right_of_reply")
    meeting.do("add_speaker", who=ADA)
    assert meeting.do("add_speaker", who="workers")["place"] == 2
    assert meeting.do("add_speaker", who=BRUNO, kind="point_of_order")["place"] == 1
    assert names(meeting) == [BRUNO, ADA, "Workers’ group", CLEO]
    assert meeting.do("move_speaker", speaker="workers", to=2) == {"place": 2}
    assert meeting.do("move_speaker", speaker=ADA, before="workers") == {"place": 2}
    assert meeting.do("move_speaker", speaker=ADA, before=ADA) == {"place": 2}
    assert meeting.refused("move_speaker", speaker=ADA, to=1).rule == "speakers_order"
    assert meeting.refused("move_speaker", speaker=ADA, to=99).rule == "speakers_order"
    meeting.do("withdraw_speaker", speaker=CLEO)
    meeting.do("move_speaker", speaker=ADA, to=99)
    assert names(meeting) == [BRUNO, "Workers’ group", ADA]


def test_what_somebody_speaks_on() -> None:
    meeting = Meeting()
    number = meeting.submit("1", "Other words.")
    meeting.do("set_agenda_item", titles={"en": "Lamps"})
    meeting.do("add_speaker", who=ADA, amendment=number, on_behalf_of="government")
    meeting.do("add_speaker", who=ADA, item="1")
    meeting.do("add_speaker", who=ADA)
    first, second, third = speaking(meeting).waiting
    assert (first.amendment, first.on_behalf_of) == (meeting.amendment(number).id, "government")
    item = meeting.state.assembly.agenda[0].id
    assert (second.item, third.item) == (item, "")
    meeting.do("open_agenda_item", item="1")
    for _ in range(3):
        meeting.do("give_floor")
    assert [each.speaker.item for each in speaking(meeting).speeches] == ["", item, item]


@pytest.mark.parametrize(
    ("verb", "fields", "rule"),
    [
        ("add_speaker", {"who": ADA}, "same_speaker"),
        ("add_speaker", {"who": "Nobody"}, "unknown_actor"),
        ("add_speaker", {"who": BRUNO, "amendment": "D.9"}, "unknown_amendment"),
        ("add_speaker", {"who": BRUNO, "item": "9"}, "unknown_agenda_item"),
        ("withdraw_speaker", {"speaker": BRUNO}, "not_on_list"),
        ("move_speaker", {"speaker": ADA}, "speaker_place"),
        ("give_floor", {"speaker": "Nobody"}, "unknown_actor"),
        ("end_speech", {}, "no_speech"),
        ("pause_speech", {}, "no_speech"),
        ("resume_speech", {}, "no_speech"),
        ("reopen_list", {}, "list_open"),
        ("set_speaking_time", {"minutes": 3, "of": "bakers"}, "speaking_time_of"),
        ("set_speaking_time", {"minutes": -1}, "speaking_time"),
        ("set_speaking_time", {"minutes": 1e9}, "speaking_time"),
    ],
)
def test_what_cannot_be(verb: str, fields: dict[str, Any], rule: str) -> None:
    meeting = Meeting()
    meeting.do("add_speaker", who=ADA)
    assert meeting.refused(verb, **fields).rule == rule


def test_a_closed_list_asks_before_it_takes_another() -> None:
    meeting = Meeting()
    meeting.do("close_list")
    assert meeting.refused("close_list").rule == "list_closed"
    assert "closed" in meeting.asked("add_speaker", who=ADA)
    meeting.do("add_speaker", who=ADA, confirm=True)
    meeting.do("add_speaker", who=ADA, kind="right_of_reply")
    meeting.do("reopen_list")
    meeting.do("add_speaker", who=BRUNO)
    assert names(meeting) == [ADA, BRUNO, ADA]


def test_the_floor_is_given_and_the_time_taken() -> None:
    meeting = Meeting()  # a minute passes with each command; four have been
    assert meeting.refused("give_floor").rule == "no_speaker"
    meeting.do("set_speaking_time", minutes=1.5)
    meeting.do("add_speaker", who=ADA)
    answer = meeting.do("give_floor")
    assert answer["allowed"] == 90
    speech = speaking(meeting).now
    assert speech is not None and speech.running
    assert (speech.seconds(speech.began), speech.remaining(speech.began)) == (0, 90)
    meeting.do("add_speaker", who=BRUNO)
    answer = meeting.do("end_speech", summary="  Spoke of  lamps. ")
    assert (answer["seconds"], answer["overrun"]) == (120, 30)
    assert meeting.last is not None and meeting.last.warnings[0].values["time"] == "0:30"
    assert speaking(meeting).now is None
    assert speaking(meeting).speeches[0].summary == "Spoke of lamps."
    assert meeting.do("give_floor")["who"] == meeting.state.assembly.find_actor(BRUNO)
    assert meeting.do("give_floor", speaker=CLEO)["ended"] == speaking(meeting).speeches[1].speaker.id
    assert meeting.warnings() == []


def test_a_pause_does_not_count() -> None:
    meeting = Meeting()
    meeting.do("give_floor", speaker=ADA)
    meeting.do("pause_speech")
    assert meeting.refused("pause_speech").rule == "speech_paused"
    meeting.do("open_sitting")
    meeting.do("resume_speech")
    assert meeting.refused("resume_speech").rule == "speech_running"
    answer = meeting.do("end_speech")
    assert (answer["seconds"], answer["overrun"]) == (120, 0)


def test_a_point_of_order_interrupts() -> None:
    meeting = Meeting()
    first = meeting.do("give_floor", speaker=ADA)["speaker"]
    meeting.do("add_speaker", who=CLEO, kind="point_of_order")
    assert meeting.do("give_floor")["interrupted"] == first
    assert meeting.do("end_speech")["resumed"] == first
    assert meeting.do("end_speech")["seconds"] == 180
    meeting.do("give_floor", speaker=ADA)
    meeting.do("pause_speech")
    meeting.do("give_floor", speaker=CLEO, kind="point_of_order")
    assert "resumed" not in meeting.do("end_speech")
    meeting.do("give_floor", speaker=CLEO, kind="point_of_order")
    meeting.do("give_floor", speaker=BRUNO)
    assert sum(1 for each in speaking(meeting).speeches if not each.ended) == 1


def test_the_end_of_a_sitting_ends_the_speech() -> None:
    meeting = Meeting()
    meeting.do("open_sitting")
    meeting.do("give_floor", speaker=ADA)
    meeting.do("give_floor", speaker=CLEO, kind="point_of_order")
    meeting.do("close_sitting")
    assert speaking(meeting).now is None
    assert [each.sitting for each in speaking(meeting).speeches] == [1, 1]


def test_the_time_of_a_group_goes_before_that_of_a_role() -> None:
    meeting = Meeting()
    meeting.do("register_group", id="north", names={"en": "North"}, parent="government")
    meeting.do("register_participant", name="Dag", role="member", group="north")
    meeting.do("register_participant", name="Edu", role="ngo")
    meeting.do("set_speaking_time", minutes=10, of="Government group")
    meeting.do("set_speaking_time", minutes=3, of="member")
    meeting.do("set_speaking_time", minutes=1)
    meeting.do("set_speaking_time", minutes=2, of="right_of_reply")

    def allowed(who: str, **fields: Any) -> int:
        return int(meeting.do("give_floor", speaker=who, **fields)["allowed"])

    assert [allowed("north"), allowed("Dag"), allowed("Dag", on_behalf_of="north")] == [600, 180, 600]
    assert [allowed("Edu"), allowed("workers"), allowed("Edu", kind="point_of_order")] == [60, 60, 0]
    assert allowed("Edu", kind="right_of_reply") == 120
    meeting.do("set_speaking_time", minutes=0, of="member")
    assert allowed("Dag") == 600


def test_statistics_by_group_person_and_item() -> None:
    meeting = Meeting()
    meeting.do("set_agenda_item", titles={"en": "Lamps"})
    meeting.do("open_sitting")
    meeting.do("give_floor", speaker=ADA)
    meeting.do("give_floor", speaker=CLEO, on_behalf_of="workers")
    meeting.do("open_agenda_item", item="1")
    meeting.do("give_floor", speaker=ADA)
    assembly = meeting.state.assembly
    began = assembly.speaking.speeches[-1].began
    times = speaking_times(assembly, began.replace(":00.000Z", ":20.000Z"))
    ada = assembly.find_actor(ADA)
    assert (times.total.number, times.total.seconds) == (3, 200)
    assert (times.by_group["government"].seconds, times.by_group["workers"].seconds) == (80, 120)
    assert times.by_speaker[ada].number == 2
    assert times.by_item[assembly.agenda[0].id].seconds == 20
    assert speaking_times(assembly, began, sitting=7).total.number == 0


moments = st.integers(0, 3599).map(lambda seconds: at(seconds // 60, seconds % 60))


@pytest.mark.soak
@settings(max_examples=SOME)
@given(st.lists(moments, min_size=1, max_size=9), moments, st.integers(0, 4000))
def test_the_clock_counts_the_stretches_and_nothing_else(times: list[str], now: str, allowed: int) -> None:
    times = sorted(times)
    pairs = [times[index : index + 2] for index in range(0, len(times), 2)]
    stretches = tuple(Stretch(*pair) for pair in pairs)
    speech = Speech(Speaker("s", "p"), stretches, allowed)
    total = sum(
        _second(ended) - _second(began)
        for began, ended in ((s.began, s.ended or max(now, s.began)) for s in stretches)
    )
    assert speech.seconds(now) == total
    assert speech.remaining(now) == (allowed - total if allowed else None)
    assert not speech.stopped(at(59, 59)).running


def _second(moment: str) -> int:
    return int(moment[14:16]) * 60 + int(moment[17:19])


@pytest.mark.soak
@settings(max_examples=SOME)
@given(st.lists(st.sampled_from(SPEECH_KINDS), max_size=8))
def test_the_order_is_a_stable_permutation(kinds: list[str]) -> None:
    waiting = [Speaker(f"s{n}", "p", kind) for n, kind in enumerate(kinds)]
    heard = in_order(waiting)
    assert sorted(each.id for each in heard) == sorted(each.id for each in waiting)
    assert in_order(heard) == heard
    for kind in SPEECH_KINDS:
        assert [e for e in heard if e.kind == kind] == [e for e in waiting if e.kind == kind]


acts = st.lists(
    st.tuples(
        st.sampled_from(
            ["add", "withdraw", "move", "give", "named", "end", "pause", "resume", "close", "open"]
        ),
        st.sampled_from([ADA, BRUNO, CLEO, "workers"]),
        st.sampled_from(SPEECH_KINDS),
        st.integers(1, 4),
    ),
    max_size=12,
)


@settings(max_examples=200)
@given(acts)
def test_at_most_one_has_the_floor_whatever_is_done(done: list[tuple[str, str, str, int]]) -> None:
    meeting = Meeting()
    for act, who, kind, place in done:
        verb, fields = {
            "add": ("add_speaker", {"who": who, "kind": kind}),
            "withdraw": ("withdraw_speaker", {"speaker": who}),
            "move": ("move_speaker", {"speaker": who, "to": place}),
            "give": ("give_floor", {}),
            "named": ("give_floor", {"speaker": who, "kind": kind}),
            "end": ("end_speech", {}),
            "pause": ("pause_speech", {}),
            "resume": ("resume_speech", {}),
            "close": ("close_list", {}),
            "open": ("reopen_list", {}),
        }[act]
        try:
            meeting.do(str(verb), **fields)  # type: ignore[arg-type]
        except (Refused, NeedsConfirmation):
            continue
        now = speaking(meeting)
        assert in_order(now.waiting) == now.waiting
        assert sum(1 for each in now.speeches if each.running) <= 1
        for each in now.speeches:
            assert each is now.now or not each.running
            assert not (each.ended and each.running)


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (185, "3:05"), (-20, "-0:20"), (3720, "1:02:00")]
)
def test_seconds_as_a_clock_shows_them(seconds: int, shown: str) -> None:
    assert minutes(seconds) == shown
