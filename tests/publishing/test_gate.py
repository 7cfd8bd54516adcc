"""The gate: a final paper is held up by what is lacking in the languages asked for, and by nothing else."""

from __future__ import annotations

import pytest

from consult_app.meetings.reasons import Refused
from consult_app.publishing.gate import general_obstacles, guard, language_obstacles, obstacles
from consult_app.state import State
from consult_app.words import say
from tests.drafting.meeting import Held, adopted, drafted, finish


def said(held: Held, language: str) -> list[str]:
    return [say(message, "en") for message in obstacles(held.state, language)]


def test_an_adopted_text_in_signed_languages_passes() -> None:
    held = adopted("en", "fr", "es")
    assert [said(held, language) for language in ("en", "fr", "es")] == [[], [], []]
    guard(held.state, ["en", "fr", "es"])


def test_a_meeting_without_a_text_has_nothing_to_print() -> None:
    assert [say(message, "en") for message in general_obstacles(State())] == ["there is no text yet"]


def test_open_nodes_and_the_adoption_as_a_whole_are_named() -> None:
    held = drafted()
    assert said(held, "en") == [
        "not adopted yet: title, organ line, preamble clause 1 and 8 more",
        "the text has not been adopted as a whole",
    ]
    held.do(do="adopt_node", node="rest")
    held.do(do="reopen_node", node="2(i)", reason="A slip.")
    assert said(held, "en")[0] == "not adopted yet: paragraph 2(i)"


def test_only_the_languages_that_are_asked_for_are_looked_at() -> None:
    held = adopted("en")
    assert said(held, "en") == []
    assert said(held, "fr") == ["missing in French: title, organ line, preamble clause 1 and 8 more"]
    guard(held.state, ["en"])
    with pytest.raises(Refused) as refused:
        guard(held.state, ["en", "fr"])
    assert refused.value.rule == "gate"
    assert "missing in French" in say(refused.value.reason, "en")


def test_translations_that_nobody_signed_or_that_are_late_are_named() -> None:
    held = drafted("en", "fr")
    held.do(do="adopt_node", node="rest")
    held.do(do="sign_off", node="all", language="fr", by="Reviser")
    held.do(
        do="edit_wording", node="1", language="fr", text="Les phares guident.", by="Clerk", editorial=True
    )
    held.do(
        do="edit_wording",
        node="3",
        language="en",
        text="All keepers have rights.",
        by="Clerk",
        editorial=True,
    )
    held.do(do="adopt_text")
    assert said(held, "fr") == [
        "out of date in French: paragraph 3",
        "translated into French but not signed by the reviser: paragraph 1",
    ]
    assert said(held, "en") == []


def test_square_brackets_and_lost_notes_are_named_in_their_language() -> None:
    held = drafted("en", "fr", fr={9: "Les gardiens ont [[des droits]]."}, en={9: "Keepers have rights.[^7]"})
    english = [say(message, "en") for message in language_obstacles(held.state, "en")]
    french = [say(message, "en") for message in language_obstacles(held.state, "fr")]
    assert "a footnote reference without its footnote (English): paragraph 3" in english
    assert "words in square brackets (French): paragraph 3 (B.1)" in french
    assert not any("brackets" in words for words in english)


def test_a_reference_to_a_paragraph_that_was_deleted_is_named() -> None:
    held = drafted(en={9: "Keepers have rights under paragraph 12."})
    held.submit("2(i)", kind="delete")
    held.do(do="adopt_amendment", amendment="D.1")
    finish(held)
    assert said(held, "en") == [
        "paragraph 2(ii) (English) refers to paragraph 2(i), which has been deleted",
        "paragraph 3 (English) refers to paragraph 12, which is not in the text",
    ]
    held.do(
        do="edit_wording", node="2(ii)", language="en", text="Publish the list.", by="Clerk", editorial=True
    )
    assert len(said(held, "en")) == 1
