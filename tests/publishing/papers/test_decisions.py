"""The record of decisions: votes, motions, statements, Officers and composition, in order."""

from __future__ import annotations

import io

import pytest

from consult_app.meetings.acts import LANGUAGES
from consult_app.publishing.export import PAPERS
from consult_app.publishing.paper import Heading, Paper, Para, Table, reading_order, words_of
from consult_app.publishing.papers.decisions import anything_decided, decisions
from consult_app.publishing.papers.decisions_table import decisions_table
from consult_app.publishing.papers.meeting_entries import entries
from consult_app.publishing.xlsx_writer import write_xlsx
from tests.meetings.voters import Voters


def rows(paper: Paper) -> list[list[str]]:
    found = [block.rows for block in paper.blocks if isinstance(block, Table)]
    return [[words_of(cell) for cell in row] for table in found for row in table]


def paragraphs(paper: Paper) -> list[str]:
    return [words_of(b.runs) for b in paper.blocks if isinstance(b, Para) and b.style == "body"]


def headings(paper: Paper) -> list[str]:
    return [words_of(b.runs) for b in paper.blocks if isinstance(b, Heading)]


def sentences(meeting: Voters, language: str = "en") -> list[str]:
    return [entry.sentence for entry in entries(meeting.state, language)]


def test_an_amendment_decided_by_vote_has_its_result_and_its_number() -> None:
    meeting = Voters(86, 38, 54, without_vote=3)
    first, other = meeting.submit("1", "One.[^1]"), meeting.submit("3", "Three.", by="employers")
    meeting.vote((60, 10, 6), (0, 36), (52, 0), amendment=first)
    meeting.do("reject_amendment", amendment=other)
    english, french, spanish = (decisions(meeting.state, language) for language in LANGUAGES)
    assert rows(english) == [
        [
            "D.1\nV.1",
            "▲ Workers’ group",
            "Paragraph 1",
            "Amendment D.1 was adopted. The vote was 73,264 in favour, 46,926 against, with 3,078 "
            "abstentions. Votes per member: Governments 513, Employers 1,161, Workers 817.",
        ],
        ["D.2", "■ Employers’ group", "Paragraph 3", "Amendment D.2 was not adopted."],
    ]
    assert rows(french)[0][3] == (
        "L’amendement D.1 est adopté. Le résultat du vote est le suivant: 73\u00a0264 voix pour, "
        "46\u00a0926 voix contre et 3\u00a0078 abstentions. Voix par membre: gouvernements 513, employeurs "
        "1\u00a0161, travailleurs 817."
    )
    assert rows(spanish)[0][3].endswith(
        "Votos por miembro: Gobiernos 513, empleadores 1161, trabajadores 817."
    )
    assert paragraphs(english)[0].startswith("The Committee was originally composed of 181 members (89 ")


def test_a_void_vote_stands_before_the_vote_that_decided() -> None:
    meeting = Voters(30, 12, 18)
    number = meeting.submit("1", "One.")
    meeting.vote((10, 6, 2), (0, 0, 12), (6, 0), amendment=number)
    meeting.vote((14, 9, 3), (0, 11), (17, 0), amendment=number)
    void, adopted = rows(decisions(meeting.state, "en"))
    assert void[0] == "D.1\nV.1"
    assert "The quorum was not reached; the vote was void. The quorum was 216; 156 votes" in void[3]
    assert adopted[0] == "D.1\nV.2"
    assert adopted[3].startswith("Amendment D.1 was adopted. The vote was 254 in favour, 219 against")


def test_a_vote_on_a_paragraph_says_once_that_it_was_adopted() -> None:
    meeting = Voters(3, 3, 3)
    meeting.vote((3, 0), (3, 0), (3, 0), node="2")
    meeting.vote((0, 3), (0, 3), (3, 0), node="3")
    found = rows(decisions(meeting.state, "en"))
    assert [row[:3] for row in found] == [["V.1", "", "Paragraph 2"], ["V.2", "", "Paragraph 3"]]
    assert found[0][3].startswith("Paragraph 2 was adopted. ")
    assert found[1][3].startswith("Paragraph 3 was not adopted. ")


def test_each_vote_has_the_weights_that_it_was_taken_with() -> None:
    meeting = Voters(2, 3, 4)
    meeting.vote((2, 0), (3, 0), (4, 0))
    meeting.do("close_sitting")
    meeting.do("register_participant", name="Late", role="member", group="workers")
    meeting.do("open_sitting")
    meeting.vote((2, 0), (3, 0), (5, 0))
    paper = decisions(meeting.state, "en")
    assert headings(paper) == [
        "First sitting, 2 November 2026", "Outside the sittings", "Second sitting, 2 November 2026",
    ]  # fmt: skip
    first, second = rows(paper)
    assert first[3].endswith("Votes per member: Governments 6, Employers 4, Workers 3.")
    assert second[3].endswith("Votes per member: Governments 15, Employers 10, Workers 6.")
    assert paragraphs(paper)[-1] == (
        "The composition of the Committee was modified; from then on it had 10 members (2 Government "
        "members, 3 Employer members and 5 Worker members). Each Government member had 15 votes, each "
        "Employer member 10 votes and each Worker member 6 votes."
    )


def test_modifications_in_a_row_are_one_entry_and_say_who_votes() -> None:
    meeting = Voters(2, 1, 1, rules="custom")
    meeting.vote((1, 0), (1, 0), (1, 0))
    for name in ("Government 1", "Employers 1"):
        meeting.do("change_participant", participant=name, may_vote=False, why_not="arrears")
    assert sentences(meeting)[-1] == (
        "The composition of the Meeting was modified twice; from then on it had 4 members (2 Government "
        "members, 1 Employer member and 1 Worker member). Entitled to vote: 1 Government member, 0 Employer "
        "members and 1 Worker member."
    )
    assert sentences(meeting, "fr")[-1].startswith("La composition de la Réunion a été modifiée 2 fois; ")
    assert sentences(meeting, "es")[-1].startswith("Se modificó dos veces la composición de la Reunión, que ")
    assert [entry.sitting for entry in entries(meeting.state, "en")] == [1, 1]


def test_motions_have_their_seconder_their_vote_or_the_ruling() -> None:
    meeting = Voters(3, 3, 3)
    void = {"method": "show_of_hands", "tally": {"workers": [1, 0]}}
    vote = {"method": "show_of_hands", "tally": {"workers": [3, 0], "employers": [3, 0]}}
    meeting.do(
        "record_motion", kind="closure", by="workers", seconded_by="employers", on="Paragraph 3", vote=void
    )
    meeting.do("decide_motion", motion="M.1", vote=vote)
    meeting.do("record_motion", kind="adjourn_sitting", by="employers")
    meeting.do(
        "record_motion", kind="point_of_order", by="Workers 1", outcome="not_upheld", ruling="It came late"
    )
    first, second, third, fourth = rows(decisions(meeting.state, "en"))
    assert first[:3] == ["M.1\nV.1", "▲ Workers’ group\nseconded by the Employers’ group", "Paragraph 3"]
    assert "void" in first[3]
    assert second[0] == "M.1\nV.2"
    assert second[3].startswith("The motion for the closure of the debate was carried. The vote was 6 in ")
    assert third == ["M.2", "■ Employers’ group", "", "The motion to adjourn the sitting was moved."]
    assert fourth[3] == "The Chairperson did not uphold the point of order. It came late."
    there = rows(decisions(meeting.state, "fr"))
    assert there[3][3].endswith(" It came late. [Original: anglais]")  # nobody said it in French
    assert there[0][2] == "Paragraph 3 [Original: anglais]"


def test_who_asked_for_a_record_vote_is_said() -> None:
    meeting = Voters(1, 1, 1, rules="custom")
    tally = {"Workers 1": "for", "Employers 1": "against"}
    meeting.do("record_vote", on="x", method="record_vote", tally=tally, requested_by="workers", confirm=True)
    said = [sentences(meeting, language)[-1] for language in LANGUAGES]
    assert said[0].startswith("At the request of the Workers’ group, a record vote was taken. ")
    assert said[1].startswith("À la demande du groupe des travailleurs, il est procédé à un vote par appel ")
    assert said[2].startswith("A petición del Grupo de los Trabajadores, se procede a votación nominal. ")


def test_statements_are_on_record_with_their_words() -> None:
    meeting = Voters(1, 1, 1)
    meeting.do("change_participant", participant="Workers 1", title={"en": "Ms", "es": "Sra."})
    number = meeting.submit("1", "One.")
    meeting.do(
        "record_statement", by="employers", kind="reservation", amendment=number, text="We *regret* it."
    )
    meeting.do("record_statement", by="Workers 1", kind="dissociation", node="3")
    meeting.do("record_statement", by="workers", on="The plan", text={"fr": "Nous y reviendrons."})
    paper = decisions(meeting.state, "en")
    assert rows(paper)[:3] == [
        ["D.1", "■ Employers’ group", "Paragraph 1",
         "The Employers’ group placed a reservation on record concerning amendment D.1.\nWe *regret* it."],
        ["", "▲ Ms\u00a0Workers 1 (Worker member)", "Paragraph 3",
         "Ms\u00a0Workers 1 (Worker member) dissociated from the consensus on paragraph 3."],
        ["", "▲ Workers’ group", "The plan",
         "The Workers’ group had a statement placed on record concerning “The plan”.\nNous y reviendrons. "
         "[Original: French]"],
    ]  # fmt: skip
    assert sentences(meeting, "es")[1] == (
        "La Sra.\u00a0Workers 1 (miembro trabajadora) se desvincula del consenso sobre el párrafo 3."
    )
    assert sentences(meeting, "fr")[2] == (
        "Le groupe des travailleurs fait consigner une déclaration concernant «The plan»."
    )


def test_the_first_officers_stand_at_the_head_and_later_ones_in_the_record() -> None:
    meeting = Voters(2, 1, 1)
    meeting.do("elect_officer", office="chairperson", participant="Government 1")
    meeting.do("elect_officer", office="chairperson", participant="Government 2")
    meeting.do("end_office", office="chairperson")
    meeting.do("elect_officer", office="chairperson", participant="Government 1")
    paper = decisions(meeting.state, "en")
    assert paragraphs(paper)[1:] == [
        "The Committee elected its Officers as follows: Chairperson: Government 1 (Government member).",
        "Chairperson: Government 2 (Government member), in place of Government 1 (Government member).",
        "Chairperson: Government 2 (Government member) left office.",
        "Chairperson: Government 1 (Government member).",
    ]
    assert headings(paper) == ["First sitting, 2 November 2026"]
    assert sentences(meeting, "es")[0].startswith("Presidente(a): Government 2 (miembro gubernamental), en ")


def test_the_composition_alone_is_no_decision() -> None:
    meeting = Voters(2, 1, 1)
    assert not anything_decided(meeting.state)
    meeting.do("close_sitting")
    meeting.do("register_participant", name="Late", role="member", group="workers")
    assert sentences(meeting)
    assert not anything_decided(meeting.state)
    assert not PAPERS["decisions"].matter(meeting.state)
    meeting.do("record_motion", kind="closure", by="workers")
    assert PAPERS["decisions"].matter(meeting.state)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_has_a_line_for_each_entry(language: str) -> None:
    from openpyxl import load_workbook

    meeting = Voters(3, 3, 3)
    number = meeting.submit("1", "One.")
    meeting.vote((3, 0), (3, 0), (3, 0), amendment=number)
    meeting.do("adopt_node", node="rest")
    paper = decisions_table(meeting.state, language)
    book = load_workbook(io.BytesIO(write_xlsx(paper)))
    [sheet] = book.worksheets
    lines = [[cell.value for cell in row] for row in sheet]
    assert len(lines) == 1 + len(entries(meeting.state, language))
    assert lines[1][:5] == ["1", "2026-11-02", "09:09", "D.1", "V.1"]
    assert not any("{" in words for words in reading_order(paper))
