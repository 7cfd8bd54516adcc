"""Amendments that quote nothing, in a paper of another language, and small words of three papers."""

from __future__ import annotations

from consult_app.publishing.governing_body.paper import title_words
from consult_app.publishing.paper import Para, words_of
from consult_app.publishing.papers.ordering_lines import lines
from consult_app.publishing.papers.participants import participants
from consult_app.publishing.papers.sheet import sheet
from tests.publishing.papers.test_followup import rows
from tests.small_meeting import Meeting


def test_a_deletion_is_shown_in_the_words_of_the_paper() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", kind="delete")
    said = [(words_of(b.runs), b.mark) for b in sheet(meeting.state, "fr").blocks if isinstance(b, Para)]
    assert ("Les gouvernements devraient respecter le repos des gardiens.", "") in said
    assert all(mark == "" for _words, mark in said)


def test_a_join_is_at_the_end_of_the_first_paragraph() -> None:
    meeting = Meeting("en")
    meeting.submit("2(i)", kind="join")
    [line] = lines(meeting.state, meeting.text, "en")
    assert line.where.startswith("at “… ")


def test_who_is_replaced_has_an_article_in_spanish() -> None:
    meeting = Meeting("en")
    people = [
        {"name": "Ana Uno", "role": "member", "group": "workers", "title": {"es": "Sr."}},
        {"name": "Luz Dos", "role": "substitute", "group": "workers"},
    ]
    meeting.do("register_participants", people=people)
    meeting.do("substitute_participant", member="Ana Uno", by="Luz Dos", notice="Letter of 1 May 2026")
    said = [cell for row in rows(participants(meeting.state, "es")) for cell in row]
    assert any(cell.endswith("suple al Sr.\u00a0Ana Uno") for cell in said)


def test_a_title_in_capitals_keeps_them() -> None:
    meeting = Meeting("en")
    for title, said in (
        ("Reunión Técnica Tripartita sobre el Trabajo", "Informe de la Reunión Técnica Tripartita"),
        ("Reunión técnica tripartita sobre el trabajo", "Informe de la reunión técnica tripartita"),
    ):
        meeting.do("set_meeting", titles={"es": title})
        assert title_words(meeting.state, "es").startswith(said)
