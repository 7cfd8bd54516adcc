"""What an amendment is for, as a clause of a sentence, in three languages."""

from __future__ import annotations

from typing import Any

import pytest

from consult_app.drafting.instructions.clauses import CLAUSES
from consult_app.drafting.instructions.forms import FORMS
from consult_app.drafting.instructions.instruction import purpose
from consult_app.meetings.acts import LANGUAGES
from tests.small_meeting import Meeting


def clauses(meeting: Meeting, number: str) -> list[str]:
    drafting = meeting.state.drafting
    amendment = meeting.amendment(number)
    found = [purpose(drafting, meeting.text, amendment, language) for language in LANGUAGES]
    return [each.replace("\u00a0", " ") for each in found]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"target": "3", "kind": "delete"},
            ["to delete paragraph 3", "visant à supprimer le paragraphe 3", "para suprimir el párrafo 3"],
        ),
        (
            {"target": "3", "text": "Governments should always respect the full rest of keepers."},
            [
                "to insert “always” after “should” and to insert “full” after “respect the” in paragraph 3",
                "visant à insérer «always» après «should» et à insérer «full» après «respect the» au "
                "paragraphe 3",
                "para insertar «always» después de «should» e insertar «full» después de «respect the» en el "
                "párrafo 3",
            ],
        ),
        (
            {"target": "3", "kind": "move", "to": "before 1"},
            [
                "to move paragraph 3 and place it before paragraph 1",
                "visant à déplacer le paragraphe 3 pour le placer avant le paragraphe 1",
                "para trasladar el párrafo 3 antes del párrafo 1",
            ],
        ),
        (
            {"target": "", "kind": "free", "text": "Renumber all annexes."},
            [
                "to have the following done: “Renumber all annexes.”",
                "visant à ce qu’il soit procédé comme suit: «Renumber all annexes.»",
                "para hacer lo siguiente: «Renumber all annexes.»",
            ],
        ),
    ],
    ids=["delete", "words", "move", "free"],
)
def test_the_clause_follows_the_number(fields: dict[str, Any], expected: list[str]) -> None:
    meeting = Meeting()
    number = meeting.submit(fields.pop("target"), **fields)
    assert clauses(meeting, number) == expected


def test_a_subamendment_names_what_it_changes() -> None:
    meeting = Meeting()
    number = meeting.submit("3", "Governments should respect the full rest of keepers.")
    meeting.do("call_amendment", amendment=number)
    words = "Governments should respect the full and daily rest of keepers."
    child = meeting.submit("3", words, by="employers", amends=number)
    assert clauses(meeting, child)[1] == (
        "visant à insérer «and daily» après «full» dans le texte proposé dans l’amendement D.1"
    )


def test_every_instruction_has_its_clause() -> None:
    for language in LANGUAGES:
        assert set(FORMS[language]) <= set(CLAUSES[language])
