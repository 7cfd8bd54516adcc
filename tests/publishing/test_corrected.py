"""The papers after a recording was corrected: never the decision that was taken back, and in the record of
decisions that it was corrected, and why (procedure.md A27)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from consult_app.desk import Desk
from consult_app.publishing.akn.procedure import adopted_at
from consult_app.publishing.papers.decisions import decisions
from consult_app.publishing.papers.sheet import sheet
from consult_app.publishing.papers.votes import votes
from consult_app.publishing.report.paper import report
from tests.publishing.reading import lines
from tests.test_correcting import SUBMIT
from tests.test_replay import begun, done

CORRECTED = "What had been recorded on amendment D.1 was corrected. "


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The small meeting with its first sitting open and D.1 handed in."""
    with begun(tmp_path / "m.consult") as desk:
        done(desk, {"do": "open_sitting"})
        done(desk, SUBMIT)
        yield desk


def act(desk: Desk, verb: str, **fields: Any) -> int:
    """Perform a command and return its row."""
    return done(desk, {"do": verb} | fields).seq


def correct(desk: Desk, reason: str = "Misheard", **fields: Any) -> None:
    act(desk, "correct_recording", reason=reason, **(fields or {"amendment": "D.1"}))


def recorded(desk: Desk, language: str = "en") -> list[str]:
    """The last column of the record of decisions."""
    return [line.rpartition(" | ")[2] for line in lines(decisions(desk.state, language)) if " | " in line]


def told(desk: Desk) -> str:
    """The report of proceedings."""
    return "\n".join(lines(report(desk.state, "en")))


def test_an_adoption_that_was_a_rejection_behind_a_closed_sitting(desk: Desk) -> None:
    act(desk, "adopt_amendment", amendment="D.1")
    act(desk, "close_sitting")
    correct(desk)
    act(desk, "open_sitting")
    act(desk, "reject_amendment", amendment="D.1")
    assert [line for line in recorded(desk) if "D.1" in line] == [
        f"{CORRECTED}Misheard.",
        "Amendment D.1 was not adopted.",
    ]
    assert "D.1 was adopted" not in told(desk)
    assert told(desk).count("Amendment D.1 was not adopted.") == 1
    # the report tells what was decided, not how it was written down
    assert "corrected" not in told(desk)
    assert "Adopted" not in "\n".join(lines(sheet(desk.state, "en")))


def test_what_came_before_the_correction_is_not_told_twice(desk: Desk) -> None:
    act(desk, "call_amendment", amendment="D.1")
    act(desk, "defer_amendment", amendment="D.1")
    act(desk, "adopt_amendment", amendment="D.1")
    correct(desk, "It stayed deferred.")
    said = recorded(desk)
    assert said.count("Consideration of amendment D.1 was deferred.") == 1
    assert f"{CORRECTED}It stayed deferred." in said
    assert told(desk).count("was deferred") == 1


def test_who_took_it_over_by_mistake_is_not_its_mover(desk: Desk) -> None:
    act(desk, "withdraw_amendment", amendment="D.1")
    act(desk, "take_over_amendment", amendment="D.1", by="employers")
    correct(desk)
    paper = "\n".join(lines(decisions(desk.state, "en")))
    assert paper.count("Amendment D.1 was withdrawn.") == 1
    assert "Employers" not in paper
    act(desk, "take_over_amendment", amendment="D.1", by="employers")
    assert "Amendment D.1 was reintroduced by the Employers’ group." in recorded(desk)
    assert "Amendment D.1 was reintroduced by the Employers’ group." in told(desk)


def test_a_vote_that_was_read_wrongly_is_in_no_paper(desk: Desk) -> None:
    vote = {"amendment": "D.1", "method": "show_of_hands"}
    act(desk, "record_vote", tally={"government": [1, 0, 0]}, **vote)
    act(desk, "close_sitting")
    correct(desk)
    assert "1 in favour" not in told(desk) + "\n".join(recorded(desk) + lines(votes(desk.state, "en")))
    act(desk, "record_vote", tally={"government": [0, 1, 0]}, **vote)
    assert (
        "Amendment D.1 was not adopted. The vote was 0 in favour, 1 against, with no abstentions."
        in recorded(desk)
    )
    assert f"{CORRECTED}Misheard." in recorded(desk)


def test_an_adoption_of_a_node_and_a_vote_of_its_own_are_gone(desk: Desk) -> None:
    adopted = act(desk, "adopt_node", node="1")
    voted = act(desk, "record_vote", on="the title", method="show_of_hands", tally={"government": [1, 0, 0]})
    act(desk, "close_sitting")
    correct(desk, seq=adopted)
    correct(desk, seq=voted)
    assert "Paragraph 1 was adopted" not in told(desk) + "\n".join(recorded(desk))
    assert "the title" not in told(desk) + "\n".join(recorded(desk) + lines(votes(desk.state, "en")))


def test_a_later_correction_leaves_the_moment_of_the_adoption(desk: Desk) -> None:
    stated = act(desk, "state_position", amendment="D.1", group="employers", position="opposes")
    act(desk, "adopt_amendment", amendment="D.1")
    found = desk.state.drafting.by_number("D.1")
    assert found is not None
    before = adopted_at(found)
    correct(desk, seq=stated)
    found = desk.state.drafting.by_number("D.1")
    assert found is not None and found.history[-1].corrects
    assert adopted_at(found) == before
    assert recorded(desk).count("Amendment D.1 was adopted.") == 1


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        pytest.param(
            "fr",
            "Ce qui avait été consigné au sujet de l’amendement D.1 est rectifié. Misheard. "
            "[original: anglais]",
            id="fr",
        ),
        pytest.param(
            "es",
            "Se rectifica lo anotado respecto de la enmienda D.1. Misheard. [original: inglés]",
            id="es",
        ),
    ],
)
def test_the_record_says_it_in_its_language_and_marks_the_reason(
    desk: Desk, language: str, sentence: str
) -> None:
    act(desk, "reject_amendment", amendment="D.1")
    correct(desk)
    assert sentence.casefold().replace("\u00a0", " ") in [
        line.casefold().replace("\u00a0", " ") for line in recorded(desk, language)
    ]
