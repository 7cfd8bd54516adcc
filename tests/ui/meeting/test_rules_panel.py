"""The rules of the meeting in the window: in words, changed with a reason, measured by the preset."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.voting import RecordVote
from consult_app.meetings.kept.rules import PRESETS, Rules
from consult_app.meetings.setting_up.rule_checks import ALLOWED, changed
from consult_app.meetings.setting_up.rule_setting import SetRules
from consult_app.presets import preset
from consult_app.ui.language import Languages
from consult_app.ui.meeting.rule_editors import ChoiceEditor, FractionEditor, SeveralEditor
from consult_app.ui.meeting.rule_kinds import plain, value_of
from consult_app.ui.meeting.rules_panel import RulesPanel
from consult_app.ui.meeting.rules_words import FIELDS, SECTIONS
from consult_app.ui.meeting.station import MeetingStation
from tests.ui.audit import nameless
from tests.ui.rooms import add_people, carry_out, focus, new_desk, shown


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path, "ilc_committee") as made:
        yield made


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> MeetingStation:
    made = MeetingStation()
    shown(qtbot, made, desk)
    made.show_section("rules")
    return made


@pytest.fixture
def panel(station: MeetingStation) -> RulesPanel:
    return station.rules


def choose(panel: RulesPanel, path: str, value: Any) -> None:
    """Choose *value* for the rule *path* as a person does."""
    editor = panel.row(path).editor
    assert isinstance(editor, ChoiceEditor)
    at = [each for each, _words in editor.field.choices].index(value)
    editor.box.setCurrentIndex(at)
    editor.box.activated.emit(at)


def rules_of(desk: Desk) -> Rules:
    return desk.state.assembly.meeting.rules


def leaves(data: dict[str, Any], before: str = "") -> Iterator[str]:
    for name, value in data.items():
        if isinstance(value, dict) and name != "label":
            yield from leaves(value, f"{before}{name}.")
        else:
            yield before + name


def test_every_rule_has_its_place_and_every_word_of_it_a_sentence() -> None:
    import msgspec

    apart = {"id", "label", "based_on"}
    there = {
        path
        for path in leaves(msgspec.to_builtins(Rules()))
        if path.rpartition(".")[2] not in {"basis", "verified", "doubtful"} and path not in apart
    }
    assert {part for path in FIELDS for part in path.split()} == there
    for path, allowed in ALLOWED.items():
        assert {value for value, _words in FIELDS[path].choices} == set(allowed), path


@pytest.mark.parametrize("name", PRESETS, ids=PRESETS)
def test_a_preset_goes_through_the_fields_and_comes_out_the_same(name: str) -> None:
    rules, start = preset(name), preset("custom")
    changes: dict[str, Any] = {}
    for path, field in FIELDS.items():
        for part, value in plain(field, value_of(rules, path)).items():
            section, _, leaf = part.rpartition(".")
            if section:
                changes.setdefault(section, {})[leaf] = value
            else:
                changes[leaf] = value
    after = changed(start, changes)
    assert {path: value_of(after, path) for path in FIELDS} == {
        path: value_of(rules, path) for path in FIELDS
    }


def test_the_rules_stand_in_words_with_their_sources(panel: RulesPanel, station: MeetingStation) -> None:
    assert "Section H" in panel.name.text()
    assert panel.standing.text().startswith("As in the preset. The sources of")
    quorum = panel.cards["quorum"]
    assert quorum.rows["quorum.num quorum.den"].value == (2, 5)
    assert quorum.basis.text() == "ILC Standing Orders, art. 65, to be verified"
    assert quorum.standing.text() == "To be verified by the legal adviser"
    seconding = panel.cards["seconding"]
    assert seconding.verified.isChecked()
    assert "Only recalled" in seconding.rows["seconding.group"].note.text()
    assert not panel.row("amendment.hours").isVisibleTo(panel)
    assert nameless(station) == []
    Languages.set("fr")
    station.retranslate()
    assert "avant 2021" in panel.name.text()


def test_what_is_changed_is_set_in_one_row_with_its_reason(
    panel: RulesPanel, desk: Desk, station: MeetingStation, qtbot: QtBot
) -> None:
    assert not panel.reason.isVisible()
    choose(panel, "decision.majority", "two_thirds")
    choose(panel, "voting.secret_ballot", "never")
    assert panel.changed_words.text() == "2 rules changed"
    assert "In the preset: simple" in panel.row("decision.majority").note.text()
    focus(qtbot, station, panel.reason)
    QTest.keyClicks(panel.reason, "Decided at the first sitting")
    before = desk.seq
    QTest.keyClick(panel.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.seq == before + 1)
    rules = rules_of(desk)
    assert (rules.decision.majority, rules.voting.secret_ballot) == ("two_thirds", "never")
    assert (rules.id, rules.based_on) == ("custom", "ilc_committee")
    assert rules.quorum == preset("ilc_committee").quorum
    row = desk.last_row()
    assert row is not None
    assert "Decided at the first sitting" in row.command
    qtbot.waitUntil(lambda: not panel.reason.isVisible())
    assert "2 rules differ from the preset." in panel.standing.text()


def test_a_rule_is_put_back_with_the_source_that_it_had(panel: RulesPanel, desk: Desk, qtbot: QtBot) -> None:
    carry_out(desk, SetRules(changes={"decision": {"majority": "absolute"}}))
    qtbot.waitUntil(lambda: panel.row("decision.majority").differs)
    assert rules_of(desk).decision.basis == ""
    panel.row("decision.majority").back.click()
    panel.attempt()
    qtbot.waitUntil(lambda: rules_of(desk).decision.majority == "simple")
    assert rules_of(desk).decision == preset("ilc_committee").decision


def test_a_preset_is_looked_through_and_taken_whole(panel: RulesPanel, desk: Desk, qtbot: QtBot) -> None:
    panel.presets.show_value("governing_body")
    panel.take.click()
    assert panel.name.text() == "Governing Body"
    assert panel.row("quorum.num quorum.den").value == (0, 1)
    assert rules_of(desk).id == "ilc_committee"
    panel.keep.click()
    qtbot.waitUntil(lambda: rules_of(desk) == preset("governing_body"))
    qtbot.waitUntil(lambda: panel.standing.text().startswith("As in the preset."))


def test_what_was_changed_is_given_up_with_esc(panel: RulesPanel, desk: Desk, qtbot: QtBot) -> None:
    before = desk.seq
    choose(panel, "numbering", "letter")
    QTest.keyClick(panel.reason, Qt.Key.Key_Escape)
    assert panel.pending == 0
    assert panel.row("numbering").value == "bis"
    assert desk.seq == before


def test_a_refusal_stands_beside_its_rule_and_names_it_in_words(
    panel: RulesPanel, desk: Desk, qtbot: QtBot
) -> None:
    quorum = panel.row("quorum.num quorum.den")
    assert isinstance(quorum.editor, FractionEditor)
    quorum.editor.num.setFocus()
    for _ in range(4):
        QTest.keyClick(quorum.editor.num, Qt.Key.Key_Up)
    assert quorum.value == (6, 5)
    panel.attempt()
    qtbot.waitUntil(lambda: quorum.problem != "")
    assert "“A vote is valid from” is at most 5" in quorum.problem
    methods = panel.row("voting.methods")
    assert isinstance(methods.editor, SeveralEditor)
    quorum.editor.num.setText("2")
    quorum.editor.num.stepped.emit()
    for tick in methods.editor.ticks.values():
        if tick.isChecked():
            tick.click()
    panel.attempt()
    qtbot.waitUntil(lambda: "name at least one" in methods.problem)


def test_what_the_legal_adviser_verified_is_kept(panel: RulesPanel, desk: Desk, qtbot: QtBot) -> None:
    quorum = panel.cards["quorum"]
    quorum.basis.setText("ILC Standing Orders, art. 65")
    quorum.basis.textEdited.emit("")
    quorum.verified.click()
    panel.attempt()
    qtbot.waitUntil(lambda: rules_of(desk).quorum.verified)
    assert rules_of(desk).quorum.basis == "ILC Standing Orders, art. 65"
    assert rules_of(desk).quorum.num == 2


def test_votes_that_were_taken_are_said_before(
    panel: RulesPanel, desk: Desk, station: MeetingStation, qtbot: QtBot
) -> None:
    add_people(desk)
    carry_out(
        desk,
        RecordVote(
            on="the venue",
            method="show_of_hands",
            tally={"government": (1, 0, 0), "workers": (1, 0, 0)},
            weighted=False,
            confirm=True,
        ),
    )
    qtbot.waitUntil(lambda: "1 vote was taken under these rules" in panel.standing.text())
    choose(panel, "decision.tie", "chair")
    panel.attempt()
    qtbot.waitUntil(lambda: "stand as they were taken" in station.banner.words)


def test_a_change_from_elsewhere_leaves_what_was_begun_here(
    panel: RulesPanel, desk: Desk, qtbot: QtBot
) -> None:
    choose(panel, "decision.tie", "chair")
    carry_out(desk, SetRules(changes={"numbering": "letter"}))
    qtbot.waitUntil(lambda: panel.row("numbering").value == "letter")
    assert panel.row("decision.tie").value == "chair"
    assert panel.pending == 1


def test_the_sections_are_all_shown(panel: RulesPanel) -> None:
    assert [card.heading.text() for card in panel.cards.values()] == [each.words for each in SECTIONS]
