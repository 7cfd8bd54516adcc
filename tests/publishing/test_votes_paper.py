"""The results of votes on paper: each vote with its figures, in three languages and every format."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.kept.votes import Composition, Figures, Subject, Vote
from consult_app.meetings.voting.weighing import MAIN_GROUPS
from consult_app.publishing.docx.writer import write_docx
from consult_app.publishing.export import PAPERS, export, with_matter
from consult_app.publishing.paper import Heading, Paper, Para, Table, reading_order, words_of
from consult_app.publishing.papers.vote_figures import by_choice, lines_of
from consult_app.publishing.papers.votes import votes
from consult_app.publishing.papers.votes_table import votes_table
from consult_app.publishing.pdf.writer import write_pdf
from consult_app.publishing.xlsx_writer import write_xlsx
from consult_app.state import State
from tests.effort import SOME
from tests.meetings.voters import Voters

Reader = Callable[..., str]


def held() -> Voters:
    """A committee of 86, 38 and 54 voting members that took a vote of each kind."""
    meeting = Voters(86, 38, 54, without_vote=3)
    first = meeting.submit("1", "Lighthouses guide all ships.[^1]")
    meeting.vote((60, 10, 6), (0, 36), (52, 0), amendment=first)
    meeting.vote((2, 1), None, (1, 0), node="2")
    papers = {"candidates": {"Ada": 40, "Bo": 90}, "invalid": 2, "abstaining": 5}
    meeting.do("record_vote", on="Reporter", method="secret_ballot", tally=papers)
    return meeting


def tables(paper: Paper) -> list[list[list[str]]]:
    return [
        [[words_of(cell) for cell in row] for row in ((b.columns,) if b.header else ()) + b.rows]
        for b in paper.blocks
        if isinstance(b, Table)
    ]


def headings(paper: Paper, level: int = 1) -> list[str]:
    return [words_of(b.runs) for b in paper.blocks if isinstance(b, Heading) and b.level == level]


def test_a_weighted_vote_in_english() -> None:
    paper = votes(held().state, "en")
    assert headings(paper) == ["V.1 – Amendment D.1", "V.2 – Paragraph 2", "V.3 – Reporter"]
    opening = paper.blocks[1]
    assert isinstance(opening, Para)
    assert "each Government member entitled to vote was allotted 513 votes" in words_of(opening.runs)
    facts, figures = tables(paper)[:2]
    assert facts == [
        [
            "Result",
            "Amendment D.1 was adopted. The vote was 73,264 in favour, 46,926 against, with 3,078 "
            "abstentions.",
        ],
        ["Concerning", "Paragraph 1"],
        ["Sitting", "First sitting, 2 November 2026, 09:09 UTC"],
        ["Method of voting", "Vote by show of hands"],
        ["Composition", "181 members: Governments 89, Employers 38, Workers 54."],
        ["Quorum", "The quorum was 52,942; 120,190 votes were counted."],
    ]
    assert figures == [
        ["Group", "Voting members", "Votes per member", "In favour\nvotes", "Against\nvotes",
         "Abstaining\nvotes", "Not taking part"],
        ["● Government group", "86", "513", "60\n30,780", "10\n5,130", "6\n3,078", "10"],
        ["■ Employers’ group", "38", "1,161", "0\n0", "36\n41,796", "0\n0", "2"],
        ["▲ Workers’ group", "54", "817", "52\n42,484", "0\n0", "0\n0", "2"],
        ["Total", "178", "", "112\n73,264", "46\n46,926", "6\n3,078", "14"],
    ]  # fmt: skip


def test_the_same_vote_in_french_and_spanish() -> None:
    meeting = held()
    french, spanish = (tables(votes(meeting.state, language))[:2] for language in ("fr", "es"))
    assert french[0] == [
        [
            "Résultat",
            "L’amendement D.1 est adopté. Le résultat du vote est le suivant: 73\u00a0264 voix pour, "
            "46\u00a0926 voix contre et 3\u00a0078 abstentions.",
        ],
        ["Objet", "Paragraphe 1"],
        ["Séance", "Première séance, 2 novembre 2026, 09:09 UTC"],
        ["Mode de scrutin", "Vote à main levée"],
        ["Composition", "181 membres: gouvernements 89, employeurs 38, travailleurs 54."],
        ["Quorum", "Le quorum était de 52\u00a0942; 120\u00a0190 voix ont été comptées."],
    ]
    assert french[1][2] == [
        "■ Groupe des employeurs", "38", "1\u00a0161", "0\n0", "36\n41\u00a0796", "0\n0", "2",
    ]  # fmt: skip
    assert spanish[0][4:] == [
        ["Composición", "181 miembros: Gobiernos 89, empleadores 38, trabajadores 54."],
        ["Quórum", "El quórum era de 52\u00a0942; se contaron 120\u00a0190 votos."],
    ]
    assert spanish[1][0][1:] == [
        "Miembros con voto", "Votos por miembro", "A favor\nvotos", "En contra\nvotos",
        "Abstenciones\nvotos", "No han votado",
    ]  # fmt: skip
    assert spanish[1][1][2:5] == ["513", "60\n30\u00a0780", "10\n5130"]


def test_a_void_vote_and_an_election() -> None:
    paper = votes(held().state, "en")
    void, ballot, counts = tables(paper)[2], tables(paper)[5], tables(paper)[6]
    assert void[0][1].endswith("The quorum was not reached; the vote was void.")
    assert void[-1] == ["Quorum", "The quorum was 52,942; 2,356 votes were counted."]
    assert ballot == [["Candidate", "Votes obtained"], ["Bo", "90"], ["Ada", "40"]]
    assert counts == [
        ["Valid ballot papers", "130"],
        ["Invalid ballot papers", "2"],
        ["Abstentions", "5"],
        ["Not taking part", "41"],
        ["Majority needed", "66"],
    ]


def test_names_stand_in_protocol_order_under_what_they_voted() -> None:
    meeting = Voters(3, 1, 1, rules="tripartite_technical_2013")
    for name, country in (("Government 1", "SE"), ("Government 2", "DE"), ("Government 3", "AT")):
        meeting.do("change_participant", participant=name, country=country)
    tally = {"Government 1": "for", "Government 2": "for", "Government 3": "against", "Workers 1": "for"}
    meeting.do(
        "record_vote", on="Plan", method="record_vote", tally=tally, requested_by="workers", confirm=True
    )
    english, french = (votes(meeting.state, language) for language in ("en", "fr"))
    assert headings(english, 3) == ["In favour (3)", "Against (1)"]
    notes = [words_of(b.runs) for b in english.blocks if isinstance(b, Para) and b.style == "note"]
    assert notes == [
        "● Government group (2): Germany (Government 2); Sweden (Government 1).",
        "▲ Workers’ group (1): Workers 1.",
        "● Government group (1): Austria (Government 3).",
    ]
    notes = [words_of(b.runs) for b in french.blocks if isinstance(b, Para) and b.style == "note"]
    assert notes[0] == "● Groupe gouvernemental (2): Allemagne (Government 2); Suède (Government 1)."
    facts = {row[0]: row[1] for row in tables(english)[0]}
    assert facts["Requested by"] == "▲ Workers’ group"
    assert facts["Composition"].endswith("Each member had one vote.")
    assert facts["Quorum"] == "No quorum was required."


def test_whoever_left_the_list_is_still_named() -> None:
    meeting = Voters(2, 1, 1, rules="custom")
    meeting.do("record_vote", on="x", method="record_vote", tally={"Workers 1": "for"}, confirm=True)
    meeting.do("remove_participant", participant="Workers 1", reason="left")
    [vote] = meeting.state.assembly.votes
    [found] = by_choice(meeting.state.assembly, vote, "for", "en")["workers"]
    assert found.name == "Workers 1"


def test_two_amendments_against_each_other_have_their_own_heads() -> None:
    meeting = Voters(3, 3, 3)
    first, other = meeting.submit("1", "One."), meeting.submit("1", "Two.", by="employers")
    meeting.vote((1, 0), (0, 3), (3, 0), amendment=first, against=other)
    paper = votes(meeting.state, "fr")
    assert headings(paper) == ["V.1 – Amendement D.1 / Amendement D.2"]
    assert tables(paper)[1][0][3:5] == ["Pour D.1\nvoix", "Pour D.2\nvoix"]


def test_figures_without_anybody_registered() -> None:
    meeting = Voters(0, 0, 0, rules="custom")
    meeting.vote((3, 1), (2, 0), (0, 0), confirm=True)
    paper = votes(meeting.state, "en")
    assert tables(paper)[1][1][1:] == ["–", "3", "1", "0", "–"]
    assert tables(paper)[1][-1][1:] == ["–", "5", "1", "0", "–"]
    assert "Composition" not in [row[0] for row in tables(paper)[0]]


def test_without_a_vote_the_paper_is_not_offered() -> None:
    meeting = Voters(1, 1, 1)
    assert not PAPERS["votes"].matter(meeting.state)
    assert "votes" not in with_matter(meeting.state)
    meeting.vote((1, 0), (1, 0), (1, 0))
    assert "votes" in with_matter(meeting.state)


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_programs_read_every_vote(tmp_path: Path, reader: Reader, language: str) -> None:
    meeting = held()
    paths = export(meeting.state, meeting.seq, tmp_path, ["votes"], [language], ["docx", "pdf"], draft=False)
    wanted = [
        " ".join(each.replace("\u00a0", " ").split()) for each in headings(votes(meeting.state, language))
    ]
    docx, pdf = paths
    for words in (
        reader("pandoc", "-t", "plain", "--wrap=none", docx),
        reader("pdftotext", "-layout", pdf, "-"),
    ):
        flat = " ".join(words.replace("\u00a0", " ").split())
        for heading in wanted:
            assert heading in flat
        assert "73 264" in flat or "73,264" in flat


def test_the_workbook_has_a_sheet_for_each_kind_of_figure() -> None:
    from openpyxl import load_workbook

    meeting = held()
    tally: dict[str, Any] = {"Workers 1": "for", "Workers 2": "against", "Employers 1": "abstaining"}
    meeting.do("record_vote", on="Plan", method="record_vote", tally=tally, confirm=True)
    book = load_workbook(io.BytesIO(write_xlsx(votes_table(meeting.state, "en"))))
    assert book.sheetnames == ["Results of votes", "Figures by group", "Votes by name", "Votes by candidate"]
    first = [[cell.value for cell in row] for row in book["Results of votes"]]
    assert [row[0] for row in first] == ["Vote", "V.1", "V.2", "V.3", "V.4"]
    assert first[1][4:6] == ["Amendment D.1", "Paragraph 1"]
    assert first[1][8:15] == ["adopted", "73264", "46926", "3078", "132354", "52942", "120190"]
    groups = [[cell.value for cell in row] for row in book["Figures by group"]]
    assert groups[2][:2] == ["V.1", "■ Employers’ group"]
    assert groups[2][2:] == ["38", "38", "0", "36", "0", "2", "1161", "0", "41796", "0"]
    names = [[cell.value for cell in row] for row in book["Votes by name"]]
    assert {(row[3], row[4]) for row in names[1:]} == {
        ("Workers 1", "In favour"),
        ("Workers 2", "Against"),
        ("Employers 1", "Abstaining"),
    }
    candidates = [[cell.value for cell in row] for row in book["Votes by candidate"]]
    assert candidates[1] == ["V.3", "Bo", "90", "66", "elected"]


@st.composite
def _votes(draw: st.DrawFn) -> tuple[Vote, ...]:
    """Votes of any kind and figures, each whole in itself, on subjects that the texts know nothing of."""
    count = st.integers(0, 400)
    found = []
    for index in range(draw(st.integers(1, 4))):
        entitled = {group: draw(count) for group in MAIN_GROUPS}
        members = {group: tuple(f"{group}{n}" for n in range(size)) for group, size in entitled.items()}
        weights = {group: draw(st.integers(1, 10**7)) for group in MAIN_GROUPS}
        hands = {group: (draw(count), draw(count), draw(count)) for group in MAIN_GROUPS}
        pro, contra, none = (sum(weights[g] * hands[g][place] for g in MAIN_GROUPS) for place in range(3))
        kind = draw(st.sampled_from(["amendment", "subamendment", "node", "free", "motion"]))
        outcome = draw(st.sampled_from(["adopted", "rejected", "void"]))
        found.append(
            Vote(
                number=index + 1,
                at=f"2026-11-02T09:{index:02}:00.000Z",
                sitting=draw(st.integers(0, 2)),
                method=draw(st.sampled_from(["show_of_hands", "record_vote", "secret_ballot"])),
                subject=Subject(kind, "x", "5", "closure" if kind == "motion" else "paragraph"),
                composition=Composition(1, 1, members, entitled),
                figures=Figures(pro, contra, none, pro + contra + none, pro + contra, pro, draw(count)),
                outcome=outcome,
                weights=weights,
                weighted=draw(st.booleans()),
                tally=hands,
            )
        )
    return tuple(found)


@pytest.mark.soak
@settings(max_examples=SOME)
@given(_votes())
def test_no_vote_and_no_figure_is_lost(found: tuple[Vote, ...]) -> None:
    state = State(assembly=Assembly(votes=found))
    paper = votes(state, "en")
    assert len(headings(paper)) == len(found)
    assert all(
        heading.startswith(f"{v.symbol} – ") for heading, v in zip(headings(paper), found, strict=True)
    )
    record = list(reading_order(PAPERS["decisions"].build(state, "en", False)))
    for vote in found:
        assert record.count(vote.symbol) == 1
        lines = lines_of(vote)
        total = lines[-1]
        assert total.votes == (vote.figures.favour, vote.figures.against, vote.figures.abstaining)
        for line in lines[:-1]:
            if line.absent >= 0:
                assert sum(line.hands) + line.absent == line.entitled
    assert sum(len(table) == 5 for table in tables(paper)) >= len(found)


@pytest.mark.parametrize("write", [write_docx, write_pdf], ids=["docx", "pdf"])
def test_the_same_votes_give_the_same_bytes(write: Callable[[Paper], bytes]) -> None:
    paper = votes(held().state, "es")
    assert write(paper) == write(paper)
