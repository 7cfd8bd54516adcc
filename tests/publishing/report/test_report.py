"""The report of proceedings: the sample word for word, and what each act becomes in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.desk import Desk, Done
from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.reasons import NeedsConfirmation, Refused
from consult_app.publishing.export import PAPERS
from consult_app.publishing.paper import Numbered
from consult_app.publishing.report.paper import report
from consult_app.state import State
from tests.meetings.voters import Voters
from tests.publishing.reading import lines
from tests.publishing.sample_meeting import expected, golden, sample_state
from tests.small_meeting import Meeting, command, create_command, text_command
from tests.test_correcting import acts


def begun(*languages: str) -> Meeting:
    """The small meeting with its first sitting open and a Worker Vice-Chairperson."""
    meeting = Meeting(*languages)
    meeting.do("open_sitting")
    meeting.do("elect_officer", office="worker_vice_chairperson", participant="Cleo Fanal")
    return meeting


def told(meeting: Meeting, language: str = "en") -> list[str]:
    """The numbered paragraphs of the report without their numbers, no-break spaces as spaces."""
    paper = report(meeting.state, language)
    found = [line.replace("\u00a0", " ") for line in lines(paper) if line[:1].isdigit()]
    return [line.partition(" ")[2] for line in found]


def after(meeting: Meeting, beginning: str) -> list[str]:
    """The paragraphs from the one on that begins so."""
    found = told(meeting)
    return found[next(at for at, line in enumerate(found) if line.startswith(beginning)) :]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_of_the_sample_is_this(language: str) -> None:
    paper = report(sample_state(), language)
    assert golden(paper) == expected(paper)


def test_its_paragraphs_are_numbered_through() -> None:
    blocks = report(sample_state(), "es").blocks
    numbers = [block.label for block in blocks if isinstance(block, Numbered) and block.level == 0]
    assert numbers == [f"{number}." for number in range(1, len(numbers) + 1)]


def test_there_is_matter_once_there_was_a_sitting() -> None:
    meeting = Meeting()
    assert not PAPERS["report"].matter(meeting.state)
    assert not PAPERS["report"].matter(State())
    meeting.do("open_sitting")
    assert PAPERS["report"].matter(meeting.state)


def test_positions_stand_together_and_reasons_with_their_group() -> None:
    meeting = begun()
    meeting.do("elect_officer", office="employer_vice_chairperson", participant="Bruno Keld")
    number = meeting.submit("1", "One.[^1]")
    meeting.do("call_amendment", amendment=number)
    for group, position in (("workers", "supports"), ("government", "opposes"), ("employers", "opposes")):
        meeting.do("state_position", amendment=number, group=group, position=position)
    summary = {"en": "Lamps were expensive.", "fr": "Les lampes étaient chères."}
    meeting.do("state_position", amendment=number, group="employers", position="reserves", summary=summary)
    meeting.do("reject_amendment", amendment=number, reason="No support")
    assert after(meeting, "The Worker") == [
        "The Worker Vice-Chairperson introduced amendment D.1, to replace paragraph 1 by the following: "
        "“One.¹”",
        "The Employer Vice-Chairperson and the Government group did not support the amendment. The "
        "Employer Vice-Chairperson reserved their position on the amendment. Lamps were expensive.",
        "Amendment D.1 was not adopted. No support.",
    ]
    french = told(meeting, "fr")
    assert any(line.endswith("position sur l’amendement. Les lampes étaient chères.") for line in french)
    assert french[-1] == "L’amendement D.1 n’a pas été adopté. No support. [Original: anglais]"


def test_a_vote_on_a_paragraph_is_told_in_the_past() -> None:
    meeting = begun("en", "fr")
    for group in ("government", "employers", "workers"):
        meeting.do("register_participant", name=f"One of {group}", role="member", group=group)
    tally = {"government": [1, 0, 0], "employers": [1, 0, 0], "workers": [1, 0, 0]}
    meeting.do("record_vote", node="3", method="show_of_hands", tally=tally, confirm=True)
    assert told(meeting, "fr")[-1].startswith("Le paragraphe 3 a été adopté. Le résultat du vote a été")
    assert told(meeting, "es")[-1].startswith("Se adoptó el párrafo 3. El resultado de la votación fue")


def test_a_single_member_is_seconded_on_the_floor() -> None:
    meeting = begun()
    number = meeting.submit("3", kind="delete", by="Ada Brightwater")
    meeting.do("call_amendment", amendment=number)
    meeting.do("second_amendment", amendment=number, by="Cleo Fanal")
    meeting.adopt(number)
    assert after(meeting, "The representative") == [
        "The representative of the Government of Norway introduced amendment D.1, to delete paragraph 3. "
        "The Worker Vice-Chairperson seconded the amendment.",
        "Amendment D.1 was adopted.",
    ]


def test_what_was_deferred_is_resumed_in_the_next_sitting() -> None:
    meeting = begun("en", "fr")
    number = meeting.submit("3", kind="delete")
    other = meeting.submit("1", kind="delete")
    meeting.do("call_amendment", amendment=number)
    meeting.do("defer_amendment", amendment=number)
    meeting.do("reject_amendment", amendment=other)
    meeting.do("close_sitting")
    meeting.do("open_sitting")
    meeting.do("call_amendment", amendment=number)
    meeting.adopt(number)
    paper = lines(report(meeting.state, "fr"))
    at = paper.index("# Deuxième séance, 2 novembre 2026")
    assert [line.partition(" ")[2] for line in paper[at + 1 : at + 4]] == [
        "Paragraphe 3",
        "La Réunion a repris l’examen de l’amendement D.1.",
        "L’amendement D.1 a été adopté.",
    ]


def test_what_was_never_moved_had_only_been_submitted() -> None:
    meeting = begun("en", "fr")
    number = meeting.submit("3", kind="delete")
    meeting.do("call_amendment", amendment=number)
    meeting.do("declare_not_moved", amendment=number)
    assert after(meeting, "The Worker Vice-Chairperson had") == [
        "The Worker Vice-Chairperson had submitted amendment D.1, to delete paragraph 3.",
        "Amendment D.1 was not moved.",
    ]


def test_amendments_that_fall_do_so_in_consequence() -> None:
    meeting = begun("en", "fr")
    first = meeting.submit("3", kind="delete")
    fallen = [meeting.submit("3", f"Governments should rest {n}.", by="employers") for n in (1, 2)]
    meeting.adopt(first, confirm=True)
    for number in fallen:
        meeting.do("fall_amendment", amendment=number)
    assert told(meeting)[-1] == "Consequently, amendments D.2 and D.3 fell."
    assert told(meeting, "fr")[-1] == "En conséquence, les amendements D.2 et D.3 sont devenus caducs."
    assert told(meeting, "es")[-1] == "Por consiguiente, las enmiendas D.2 y D.3 decayeron."


def test_a_proposal_typed_in_the_room_has_no_number() -> None:
    meeting = begun()
    meeting.submit("3", "Governments should respect the full rest of keepers.", kind="live")
    number = next(iter(meeting.state.drafting.amendments.values())).number
    meeting.adopt(number)
    assert after(meeting, "The Worker Vice-Chairperson proposed")[:2] == [
        "The Worker Vice-Chairperson proposed orally to insert “full” after “respect the” in paragraph 3.",
        "The proposal was adopted.",
    ]


def test_votes_motions_and_statements_are_told_in_the_past() -> None:
    meeting = Voters(3, 3, 3, rules="custom")
    number = meeting.submit("1", "One.[^1]")
    meeting.do("call_amendment", amendment=number)
    meeting.do(
        "record_motion", kind="closure", by="workers", seconded_by="employers", on=number, outcome="lost"
    )
    meeting.vote((0, 3), (0, 3), (3, 0), amendment=number)
    meeting.do("record_statement", by="workers", kind="dissociation", amendment=number, text="We regret it.")
    meeting.vote((3, 0), (3, 0), (3, 0))
    meeting.do("record_motion", kind="point_of_order", by="workers", outcome="not_upheld", ruling="Too late")
    french = told(meeting, "fr")
    assert french[-5:] == [
        "Le groupe des travailleurs a présenté la motion de clôture du débat (D.1). La motion a été "
        "appuyée par le groupe des employeurs. La motion de clôture du débat a été rejetée.",
        "L’amendement D.1 n’a pas été adopté. Le résultat du vote a été le suivant: 3 voix pour, 6 voix "
        "contre et aucune abstention.",
        "Le groupe des travailleurs s’est dissocié(e) du consensus concernant l’amendement D.1. We "
        "regret it. [Original: anglais]",
        "«The plan of work»: adopté. Le résultat du vote a été le suivant: 9 voix pour, 0 voix contre et "
        "aucune abstention.",
        "Le groupe des travailleurs a présenté une motion d’ordre. La motion d’ordre n’a pas été "
        "accueillie. Too late. [Original: anglais]",
    ]


def test_a_speech_without_a_summary_leaves_a_blank_and_one_can_be_written_later() -> None:
    meeting = begun()
    meeting.do("give_floor", speaker="Cleo Fanal", on_behalf_of="workers")
    meeting.do("end_speech")
    assert told(meeting)[-1] == (
        "The Worker Vice-Chairperson took the floor. [Summary of the statement: to be completed]"
    )
    meeting.do("summarize_speech", speaker="workers", summary={"es": "Su Grupo  estaba de acuerdo"})
    meeting.do("summarize_speech", speaker="Cleo Fanal", summary="Her group agreed.", language="en")
    assert told(meeting)[-1].endswith("took the floor. Her group agreed.")
    assert told(meeting, "es")[-1].endswith("hizo uso de la palabra. Su Grupo estaba de acuerdo.")
    assert told(meeting, "fr")[-1].endswith("Su Grupo estaba de acuerdo. [Original: espagnol]")
    assert meeting.refused("summarize_speech", speaker="Nobody", summary="x").rule == "unknown_speech"


def performed(desk: Desk, fields: dict[str, Any]) -> None:
    answer = desk.perform(command(fields)).result()
    assert isinstance(answer, Done), answer


def test_undone_rows_never_appear_and_corrected_recordings_appear_corrected(tmp_path: Path) -> None:
    created = command(create_command())
    with Desk.create(tmp_path / "m.consult", created) as desk:
        performed(desk, text_command())
        for fields in (
            {"do": "open_sitting"},
            {"do": "submit_amendment", "by": "workers", "kind": "delete", "target": "3"},
            {"do": "submit_amendment", "by": "employers", "kind": "delete", "target": "1"},
            {"do": "adopt_amendment", "amendment": "D.1"},
            {"do": "undo"},
            {"do": "withdraw_amendment", "amendment": "D.1"},
            {"do": "reject_amendment", "amendment": "D.2"},
            {"do": "close_sitting"},
            {"do": "correct_recording", "amendment": "D.2", "reason": "misheard"},
            {"do": "open_sitting"},
            {"do": "adopt_amendment", "amendment": "D.2"},
        ):
            performed(desk, fields)
        text = "\n".join(lines(report(desk.state, "en")))
    assert "Amendment D.1 was withdrawn." in text
    assert "Amendment D.1 was adopted" not in text
    assert "Amendment D.2 was adopted." in text
    assert "Amendment D.2 was not adopted" not in text
    assert "misheard" not in text


@settings(max_examples=200)
@given(st.lists(acts(), max_size=10), st.sampled_from(LANGUAGES))
def test_whatever_is_done_can_be_told(done: list[dict[str, Any]], language: str) -> None:
    meeting = begun("en", "fr")
    for each in done:
        try:
            meeting.run(each)
        except (Refused, NeedsConfirmation):
            continue
    text = "\n".join(lines(report(meeting.state, language)))
    for amendment in meeting.state.drafting.amendments.values():
        decided = any(step.to in ("adopted", "rejected", "withdrawn") for step in amendment.history)
        if decided and amendment.kind != "live" and not amendment.amends:
            assert amendment.number in text
