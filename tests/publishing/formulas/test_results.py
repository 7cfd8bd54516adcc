"""Votes, motions and the composition in words: the formulas with the house's figures in three languages."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.proceedings.motions import MotionKind, MotionOutcome
from consult_app.publishing.formulas.compositions import composed, of_composition, times, weighted
from consult_app.publishing.formulas.results import abstentions, of_motion, of_vote, quorum
from tests.meetings.voters import Voters


def sentences(meeting: Voters) -> list[str]:
    """The last vote in the three languages."""
    return [of_vote(meeting.state.assembly.votes[-1], language) for language in LANGUAGES]


def test_an_amendment_is_adopted() -> None:
    meeting = Voters(86, 38, 54)
    number = meeting.submit("1", "One.")
    meeting.vote((60, 10, 6), (0, 36), (52, 0), amendment=number)
    assert sentences(meeting) == [
        "Amendment D.1 was adopted. The vote was 73,264 in favour, 46,926 against, with 3,078 abstentions.",
        "L’amendement D.1 est adopté. Le résultat du vote est le suivant: 73\u00a0264 voix pour, "
        "46\u00a0926 voix contre et 3\u00a0078 abstentions.",
        "Se adopta la enmienda D.1. El resultado de la votación es el siguiente: 73\u00a0264 votos a favor, "
        "46\u00a0926 en contra y 3078 abstenciones.",
    ]
    vote = meeting.state.assembly.votes[-1]
    assert quorum(vote, "en") == "The quorum was 52,942; 120,190 votes were counted."


def test_a_void_vote() -> None:
    meeting = Voters(30, 12, 18)
    meeting.vote((10, 6, 2), (0, 0, 12), (6, 0), node="1")
    assert sentences(meeting) == [
        "The vote was 120 in favour, 36 against, with 192 abstentions. The quorum was not reached; the vote "
        "was void.",
        "Le résultat du vote est le suivant: 120 voix pour, 36 voix contre et 192 abstentions. Le quorum "
        "n’étant pas atteint, le vote n’est pas acquis.",
        "El resultado de la votación es el siguiente: 120 votos a favor, 36 en contra y 192 abstenciones. Al "
        "no haberse alcanzado el quórum, la votación no es válida.",
    ]


def test_a_tie() -> None:
    meeting = Voters(12, 12, 12)
    meeting.vote((5, 4, 1), (0, 12), (11, 0), node="2")
    assert sentences(meeting) == [
        "The votes were equal. Paragraph 2 was not adopted. The vote was 16 in favour, 16 against, with 1 "
        "abstention.",
        "Il y a égalité des voix. Le paragraphe 2 n’est pas adopté. Le résultat du vote est le suivant: "
        "16 voix pour, 16 voix contre et 1 abstention.",
        "Se produce un empate. No se adopta el párrafo 2. El resultado de la votación es el siguiente: "
        "16 votos a favor, 16 en contra y 1 abstención.",
    ]


def test_nodes_and_free_subjects() -> None:
    meeting = Voters(3, 3, 3)
    meeting.vote((3, 0), (3, 0), (3, 0), node="1")
    assert sentences(meeting)[1].startswith("Le paragraphe 1 est adopté. ")
    meeting.vote((0, 3), (0, 3), (0, 3), node="footnote 1")
    assert sentences(meeting)[1].startswith("La note de bas de page 1 n’est pas adoptée. ")
    meeting.vote((1, 0), (3, 0), (3, 0), on="The plan of work")
    assert [each.split(". ")[0] for each in sentences(meeting)] == [
        "“The plan of work” was adopted",
        "«The plan of work»: adopté",
        "«The plan of work»: se adopta",
    ]


def test_two_amendments_against_each_other() -> None:
    meeting = Voters(3, 3, 3)
    first, other = meeting.submit("1", "One."), meeting.submit("1", "Two.", by="employers")
    meeting.vote((1, 0), (0, 3), (3, 0), amendment=first, against=other)
    assert sentences(meeting)[0] == (
        "Amendments D.1 and D.2 were put against each other; D.1 was preferred. There were 4 votes for D.1 "
        "and 3 votes for D.2, with no abstentions."
    )
    meeting.vote((0, 0), (0, 3), (3, 0), amendment=first, against=other)
    assert sentences(meeting)[1] == (
        "Il y a égalité des voix. Il y a 3 voix pour l’amendement D.1, 3 voix pour l’amendement D.2 et "
        "aucune abstention."
    )


@pytest.mark.parametrize(
    ("tally", "said"),
    [
        pytest.param(
            {"candidates": {"Ada": 3, "Bo": 5}, "invalid": 1},
            "Bo was elected. The result of the ballot was: Bo: 5; Ada: 3; invalid ballot papers: 1; "
            "abstentions: 0.",
            id="elected",
        ),
        pytest.param(
            {"candidates": {"Ada": 4, "Bo": 4}},
            "No candidate obtained the majority of 5; Ada and Bo go into the next round. The result of the "
            "ballot was: Ada: 4; Bo: 4; invalid ballot papers: 0; abstentions: 0.",
            id="next round",
        ),
    ],
)
def test_elections(tally: dict[str, Any], said: str) -> None:
    meeting = Voters(3, 3, 3)
    meeting.do("record_vote", on="The Reporter", method="secret_ballot", tally=tally)
    assert sentences(meeting)[0] == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_motion_can_be_said_in_every_state(language: str) -> None:
    for kind in get_args(MotionKind):
        point = kind == "point_of_order"
        for state in ("moved", "seconded", *get_args(MotionOutcome)):
            if point == (state in ("moved", "withdrawn", "upheld", "not_upheld")) or state == "moved":
                said = of_motion(kind, state, language)
                assert said[0].isupper()
                assert said.endswith(".")
                assert "{" not in said


def test_the_motion_that_a_vote_carried() -> None:
    meeting = Voters(3, 3, 3)
    vote = {"method": "show_of_hands", "tally": {"workers": [3, 0], "employers": [3, 0]}}
    meeting.do("record_motion", kind="closure", by="workers", seconded_by="employers", vote=vote)
    assert sentences(meeting)[2].startswith("Se aprueba la moción de cierre del debate. ")


def test_the_composition_of_an_official_report() -> None:
    meeting = Voters(86, 38, 54, without_vote=3)
    meeting.vote((1, 0), None, None)
    for index in range(9):
        meeting.do("register_participant", name=f"Late {index}", role="member", group="workers")
    english, french, spanish = (of_composition(meeting.state.assembly, each) for each in LANGUAGES)
    assert english == [
        "The Committee was originally composed of 181 members (89 Government members, 38 Employer members "
        "and 54 Worker members).",
        "To achieve equality of voting strength, each Government member entitled to vote was allotted 513 "
        "votes, each Employer member 1,161 votes and each Worker member 817 votes.",
        "The composition of the Committee was modified nine times during the session and the number of votes "
        "attributed to each member was adjusted accordingly.",
    ]
    assert "chaque membre employeur de 1\u00a0161 voix" in french[1]
    assert french[2].startswith(
        "La composition de la commission a été modifiée 9 fois au cours de la session"
    )
    assert "1161 votos a cada miembro empleador" in spanish[1]
    assert spanish[2].startswith("Durante la reunión se modificó nueve veces la composición de la Comisión")


def test_no_composition_before_anybody_is_on_the_list() -> None:
    assert of_composition(Voters(0, 0, 0).state.assembly, "en") == []


def test_spanish_thousands() -> None:
    said = weighted({"government": 3650, "employers": 6643, "workers": 16430}, "es")
    assert "se atribuyeron 3650 votos a cada miembro gubernamental" in said
    assert "16\u00a0430 votos a cada miembro trabajador" in said


def test_one_member_of_each() -> None:
    listed = {"government": 1, "employers": 0, "workers": 1}
    assert composed(listed, "Meeting", "en").endswith(
        "2 members (1 Government member, 0 Employer members and 1 Worker member)."
    )
    assert "0 membre employeur" in composed(listed, "Réunion", "fr")


@pytest.mark.parametrize(
    ("count", "language", "said"),
    [
        (1, "en", "once"), (2, "en", "twice"), (9, "en", "nine times"), (21, "en", "21 times"),
        (1, "fr", "une fois"), (10, "fr", "10 fois"),
        (1, "es", "una vez"), (9, "es", "nueve veces"), (30, "es", "30 veces"),
    ],
)  # fmt: skip
def test_how_many_times(count: int, language: str, said: str) -> None:
    assert times(count, language) == said


def test_no_abstention_is_said_so() -> None:
    assert [abstentions(0, each) for each in LANGUAGES] == [
        "no abstentions",
        "aucune abstention",
        "ninguna abstención",
    ]
