"""Rules presets are data: each can be read and says where it comes from, and a meeting keeps those that it
began under until it sets others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from consult_app import presets
from consult_app.meetings.kept.rules import FOR_PEOPLE, PRESETS, Rules
from consult_app.meetings.reasons import BadRules
from consult_app.meetings.setting_up.particulars import CreateMeeting
from consult_app.meetings.setting_up.rule_checks import changed, decode, faults
from consult_app.presets import all_presets, filled, preset
from consult_app.state import read_command
from tests.meetings.voters import Voters
from tests.small_meeting import Meeting

SECTIONS = (
    "officers", "seconding", "amendment", "subamendment", "order", "withdrawal", "decision", "weighting",
    "quorum", "voting",
)  # fmt: skip


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_can_be_read(name: str) -> None:
    rules = preset(name)
    assert rules.id == name
    assert set(rules.label) == {"en", "fr", "es"}
    assert list(faults(rules)) == []
    assert msgspec.json.decode(msgspec.json.encode(rules), type=Rules) == rules
    assert Meeting(rules=name).state.assembly.meeting.rules == rules


@pytest.mark.parametrize("name", PRESETS)
def test_every_section_names_its_basis(name: str) -> None:
    rules = preset(name)
    for section in SECTIONS:
        found = getattr(rules, section)
        assert found.basis, section
        assert set(found.doubtful) <= {*found.__struct_fields__, *Rules.__struct_fields__}
        assert found.verified or not found.doubtful


def test_the_figures_of_the_presets() -> None:
    ilc, gb = preset("ilc_committee"), preset("governing_body")
    assert (ilc.weighted, ilc.quorum.num, ilc.quorum.den, ilc.quorum.base) == (True, 2, 5, "weighted_total")
    assert ilc.weighting.verified
    assert not ilc.quorum.verified
    assert ilc.vice_chairpersons == ("employers", "workers")
    assert (gb.amendment.hours, gb.subamendment.written_hours) == (48, 24)
    assert preset("technical_2019").independent_chairperson
    assert preset("tripartite_technical_2013").decision.consensus_only
    assert preset("un_ga").numbering == "letter"


def test_presets_by_name() -> None:
    assert tuple(all_presets()) == PRESETS
    with pytest.raises(KeyError):
        preset("nonsense")


def test_the_first_row_of_an_old_file_still_reads() -> None:
    old = {
        "do": "create_meeting",
        "titles": {"en": "Old"},
        "rules": {
            "id": "ilc_committee",
            "vice_chairpersons": ["employers", "workers"],
            "seconding": {"individual_member": True, "group": False, "basis": "art. 15(1)", "verified": True},
            "weights": "lcm_equal_groups",
            "quorum": {"num": 2, "den": 5, "base": "weighted_total", "basis": "art. 65"},
            "numbering": "bis",
        },
    }
    command = read_command(json.dumps(old))
    assert isinstance(command, CreateMeeting)
    assert command.rules.weighted
    assert command.rules.decision.majority == "simple"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param({"colour": "red"}, "no rule “colour”; the fields here are id, label", id="field"),
        pytest.param({"quorum": {"bass": 1}}, "“quorum.bass”; the fields here are", id="field of a section"),
        pytest.param({"quorum": {"num": "2"}}, "“quorum.num” cannot be read", id="type"),
        pytest.param({"quorum": {"num": 3, "den": 2}}, "more than the whole", id="more than all"),
        pytest.param({"quorum": {"den": 0}}, "“quorum.den” cannot be 0; it is 1 or more", id="zeroth"),
        pytest.param({"quorum": {"num": -1}}, "cannot be -1; it is 0 or more", id="negative"),
        pytest.param({"quorum": {"base": "all"}}, "weighted_total, members_entitled", id="base"),
        pytest.param({"weights": "heavy"}, "one of none, lcm_equal_groups", id="weights"),
        pytest.param({"numbering": "roman"}, "one of bis, letter", id="numbering"),
        pytest.param({"voting": {"methods": ["shout"]}}, "“voting.methods” cannot be “shout”", id="method"),
        pytest.param({"voting": {"methods": []}}, "“voting.methods” is empty", id="no method"),
        pytest.param({"decision": {"majority": "most"}}, "simple, absolute, two_thirds", id="majority"),
        pytest.param({"decision": {"tie": "coin"}}, "rejected, chair", id="tie"),
        pytest.param({"label": {"de": "Regeln"}}, "“label”", id="language"),
    ],
)
def test_faults_are_named(data: dict[str, Any], said: str) -> None:
    with pytest.raises(BadRules) as found:
        decode(json.dumps(data).encode())
    assert said in str(found.value)
    with pytest.raises(BadRules) as again:
        changed(Rules(), data)
    assert str(again.value) == str(found.value)


def test_what_is_no_json() -> None:
    with pytest.raises(BadRules, match="not a set of rules"):
        decode(b"{")


def test_a_damaged_preset_names_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "custom.json").write_text('{"weights": "heavy"}', "utf-8")
    monkeypatch.setattr(presets, "resources", lambda: tmp_path)
    with pytest.raises(ValueError, match=r"custom\.json: “weights” cannot be “heavy”"):
        preset("custom")
    with pytest.raises(ValueError, match=r"un_ga\.json cannot be read"):
        preset("un_ga")


def test_a_section_is_changed_field_by_field() -> None:
    ilc = preset("ilc_committee")
    other = changed(ilc, {"quorum": {"num": 1}, "weights": {"mode": "none", "base": "members_entitled"}})
    assert (other.quorum.num, other.quorum.den, other.quorum.base) == (1, 5, "weighted_total")
    assert (other.quorum.basis, other.quorum.verified) == ("", False)
    assert other.weights == "none"
    assert (other.weighting.base, other.weighting.basis) == ("members_entitled", "")
    assert changed(ilc, msgspec.to_builtins(ilc)) == ilc
    assert changed(ilc, {"quorum": {"num": 1, "basis": "agreed"}}).quorum.basis == "agreed"


def test_a_rule_outside_of_its_section_takes_the_source_with_it() -> None:
    start = preset("ilc_committee")
    assert start.officers.verified
    assert start.weighting.verified
    after = changed(start, {"reporter": False, "weights": "none"})
    assert (after.officers.basis, after.officers.verified) == ("", False)
    assert (after.weighting.basis, after.weighting.verified) == ("", False)
    assert after.withdrawal == start.withdrawal
    kept = changed(start, {"reporter": False, "officers": {"basis": "decided by the Meeting"}})
    assert kept.officers.basis == "decided by the Meeting"
    assert changed(start, {"weights": "lcm_equal_groups"}).weighting == start.weighting


def test_rules_are_set_and_votes_keep_theirs() -> None:
    meeting = Voters(2, 1, 1)
    meeting.vote((0, 2), (1, 0), (1, 0))
    answer = meeting.do("set_rules", changes={"weights": "none"}, reason="agreed by the officers")
    assert answer == {"rules": "custom", "based_on": "ilc_committee"}
    assert any("under the rules before" in warning for warning in meeting.warnings())
    assert meeting.vote((0, 2), (1, 0), (1, 0))["outcome"] == "rejected"
    assert [vote.outcome for vote in meeting.state.assembly.votes] == ["adopted", "rejected"]
    assert [vote.rules for vote in meeting.state.assembly.votes] == ["ilc_committee", "custom"]
    label = meeting.state.assembly.meeting.rules.label["en"]
    assert label == "ILC Standing Orders, Section H (before 2021), as changed by the meeting"
    meeting.do("set_rules", changes={"numbering": "letter"})
    assert meeting.state.assembly.meeting.rules.label["en"] == label


def test_another_preset_is_filled_in_before_it_is_decided() -> None:
    asked = filled(read_command('{"do": "set_rules", "preset": "un_ga"}'))
    meeting = Voters(1, 1, 1)
    meeting.run(json.loads(msgspec.json.encode(asked)))
    assert meeting.state.assembly.meeting.rules == preset("un_ga")
    with_changes = filled(
        read_command('{"do": "set_rules", "preset": "custom", "changes": {"numbering": "letter"}}')
    )
    meeting.run(json.loads(msgspec.json.encode(with_changes)))
    rules = meeting.state.assembly.meeting.rules
    assert (rules.id, rules.based_on, rules.numbering) == ("custom", "", "letter")


def test_a_meeting_does_not_begin_under_nonsense() -> None:
    meeting = Meeting()
    meeting.state = type(meeting.state)()
    asked = {"titles": {"en": "X"}, "rules": {"quorum": {"num": 3, "den": 2}}}
    assert meeting.refused("create_meeting", **asked).rule == "rules"


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"preset": "nonsense"}, id="no such preset"),
        pytest.param({"changes": {"quorum": {"num": 2, "den": 1}}}, id="nonsense"),
        pytest.param({"changes": {"numbering": "bis"}}, id="no change"),
    ],
)
def test_what_cannot_be_set(fields: dict[str, Any]) -> None:
    assert Voters(1, 1, 1).refused("set_rules", **fields).rule == "rules"


def test_what_is_left_to_people_are_rules_that_there_are() -> None:
    for path in FOR_PEOPLE:
        found: object = Rules()
        for name in path.split("."):
            found = getattr(found, name)
        assert not isinstance(found, msgspec.Struct)
