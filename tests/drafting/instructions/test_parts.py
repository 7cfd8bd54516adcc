"""The instruction sentences in parts say what the sentences say, and which quotation is what."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.instructions.instruction import instruction
from consult_app.drafting.instructions.parts import Part, instruction_parts, quotation_marks
from tests.drafting.meeting import drafted
from tests.effort import SOME


def test_the_roles_of_the_quotations() -> None:
    held = drafted("en")
    amendment = held.submit("1", "Lighthouses guide boats, and all keepers guide lighthouses.")
    (replaced, put_in) = instruction_parts(held.state.drafting, held.text, amendment, "en")
    assert (replaced.form, put_in.form) == ("replace", "insert_after")
    assert [part for part in replaced.parts if part.role] == [Part("ships", "old"), Part("boats", "new")]
    assert [part.role for part in put_in.parts] == ["", "anchor", "", "new", ""]


def test_an_instruction_in_words_has_no_form_and_its_quotations_are_words() -> None:
    held = drafted("en")
    amendment = held.submit("1", "Say “harbour” throughout.", kind="free")
    (sentence,) = instruction_parts(held.state.drafting, held.text, amendment, "en")
    assert (sentence.form, sentence.parts) == ("", (Part("Say “harbour” throughout."),))


def test_another_language_is_an_error() -> None:
    held = drafted("en")
    amendment = held.submit("1", kind="delete")
    with pytest.raises(ValueError, match="de"):
        list(instruction_parts(held.state.drafting, held.text, amendment, "de"))


HELD = drafted("en", "fr", "es")


@given(st.text("ab “”«»'\".,*[]()", max_size=20), st.sampled_from(["en", "fr", "es"]))
@pytest.mark.soak
@settings(max_examples=SOME)
def test_put_together_they_are_the_sentences(words: str, language: str) -> None:
    before = HELD.state
    amendment = HELD.submit("3", f"Keepers {words} have x rights.")
    said = instruction(HELD.state.drafting, HELD.text, amendment, language, inline=False)
    start, end = quotation_marks(language)
    found = [
        "".join(f"{start}{part.text}{end}" if part.role else part.text for part in sentence.parts)
        for sentence in instruction_parts(HELD.state.drafting, HELD.text, amendment, language)
    ]
    HELD.state = before
    assert found == said
