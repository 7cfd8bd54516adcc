"""Nodes are opened, adopted, reopened; the text is adopted as a whole (procedure.md §2.3, §2.4)."""

from __future__ import annotations

from consult_app.drafting.deciding.consideration import few
from consult_app.meetings.reasons import Message, Place
from consult_app.words import say
from tests.small_meeting import Meeting


def obstacles(meeting: Meeting) -> dict[str, object]:
    refusal = meeting.refused("adopt_text")
    assert refusal.rule == "adopt_text"
    found: list[Message] = refusal.reason.values["obstacles"]
    return {each.msgid.split(":")[0]: next(iter(each.values.values())) for each in found}


def test_a_node_is_opened_adopted_and_reopened_with_a_reason() -> None:
    meeting = Meeting()
    assert meeting.do("open_node", node="3") == {"opened": ["3"]}
    assert meeting.text.state == "line_by_line"
    assert meeting.do("adopt_node", node="3") == {"adopted": {"3": "adopted_unchanged"}}
    assert meeting.refused("adopt_node", node="3").rule == "P2"
    assert meeting.refused("open_node", node="3").rule == "P7"
    assert meeting.refused("reopen_node", node="3").rule == "P7"
    assert meeting.do("reopen_node", node="3", reason="A mistake was found.") == {"reopened": ["3"]}
    assert [step.to for step in meeting.node("3").history] == [
        "under_consideration",
        "adopted_unchanged",
        "reopened",
    ]
    assert meeting.refused("reopen_node", node="3", reason="Again.").rule == "P7"


def test_a_node_is_called_as_people_write_it() -> None:
    for name in ("2(ii)", "2(ii).", "  2(ii) "):
        meeting = Meeting()
        meeting.do("open_node", node=name)
        assert meeting.node("2(ii)").state == "under_consideration"
    node = meeting.node("2(ii)")
    meeting.do("adopt_node", node=[node.id, "title"])
    assert meeting.node("title").closed
    assert meeting.refused("open_node", node="2(iv)").rule == "unknown_node"


def test_adopting_a_paragraph_adopts_the_items_that_have_nothing_pending() -> None:
    meeting = Meeting()
    meeting.submit("2(i)", "collect figures on keepers;")
    answer = meeting.do("adopt_node", node="2")
    assert answer["left_open"] == {"2(i)": ["D.1"]}
    assert set(answer["adopted"]) == {"2", "2(ii)", "2(ii)(a)", "2(ii)(b)", "2(iii)"}
    assert meeting.refused("adopt_node", node="2(i)").rule == "P2"
    meeting.adopt("D.1")
    assert meeting.do("adopt_node", node="2(i)") == {"adopted": {"2(i)": "adopted_as_amended"}}


def test_amendments_to_the_opening_words_alone_hold_up_the_paragraph() -> None:
    meeting = Meeting()
    meeting.submit("2", "The ILO should:")
    refusal = meeting.refused("adopt_node", node="2")
    assert (refusal.rule, refusal.reason.values["amendments"]) == ("P2", ["D.1"])
    meeting.do("adopt_node", node="2(ii)")
    meeting.adopt("D.1")
    assert meeting.do("adopt_node", node="2")["adopted"]["2"] == "adopted_as_amended"


def test_what_would_stand_after_a_node_does_not_hold_it_up() -> None:
    meeting = Meeting()
    meeting.submit("3", "A new paragraph.", kind="insert_after")
    meeting.do("adopt_node", node="3")
    meeting.adopt("D.1")
    assert meeting.node("3bis").state == "adopted_as_amended"


def test_the_rest_is_all_that_has_nothing_pending() -> None:
    meeting = Meeting()
    meeting.submit("3", kind="delete")
    answer = meeting.do("adopt_node", node="rest")
    assert answer["left_open"] == {"3": ["D.1"]}
    assert [node.id for node in meeting.text if not node.closed] == [meeting.amendment("D.1").target]
    meeting.adopt("D.1")
    assert meeting.text.state == "all_nodes_closed"
    assert meeting.refused("adopt_node", node="rest").rule == "P2"


def test_what_stands_in_the_way_of_the_whole_text() -> None:
    meeting = Meeting()
    meeting.submit("1", "Lighthouses [[always]] guide ships.[^9]")
    found = obstacles(meeting)
    assert set(found) == {"not adopted yet", "amendments not disposed of"}
    assert found["amendments not disposed of"] == ["D.1"]
    meeting.adopt("D.1")
    meeting.do("adopt_node", node="rest")
    assert any("square brackets" in warning for warning in meeting.warnings())
    assert obstacles(meeting) == {
        "words in square brackets": [Place("paragraph", "1")],
        "a footnote reference without its footnote": [Place("paragraph", "1")],
    }
    meeting.do("reopen_node", node="1", reason="Brackets.")
    meeting.do("edit_wording", node="1", language="en", text="Lighthouses guide ships.", by="Office")
    assert set(obstacles(meeting)) == {"not adopted yet"}
    meeting.do("adopt_node", node="1")
    assert meeting.do("adopt_text") == {"state": "adopted_as_a_whole"}


def test_what_was_deleted_is_not_said_to_be_adopted() -> None:
    meeting = Meeting()
    number = meeting.submit("3", kind="delete")
    meeting.adopt(number)
    assert "has been deleted" in meeting.refused("adopt_node", node="3").reason.msgid


def test_a_footnote_that_is_deleted_leaves_its_reference_behind() -> None:
    meeting = Meeting()
    meeting.submit("footnote 1", kind="delete")
    meeting.adopt("D.1")
    meeting.do("adopt_node", node="rest")
    assert set(obstacles(meeting)) == {"a footnote reference without its footnote"}


def test_after_the_adoption_the_substance_is_closed() -> None:
    meeting = Meeting("en", "fr")
    meeting.do("adopt_node", node="rest")
    meeting.do("adopt_text")
    assert meeting.text.adopted_on.startswith("2026-11-02")
    assert meeting.warnings() == ["No sitting is open."]
    for verb, fields in (
        ("submit_amendment", {"by": "workers", "kind": "replace", "target": "3", "text": "x"}),
        ("open_node", {"node": "3"}),
        ("adopt_node", {"node": "3"}),
        ("reopen_node", {"node": "3", "reason": "x"}),
        ("adopt_text", {}),
    ):
        assert meeting.refused(verb, **fields).rule == "adopted"
    edit = {
        "node": "3",
        "language": "en",
        "text": "Governments should respect the rest of the keepers.",
        "by": "x",
    }
    assert meeting.refused("edit_wording", **edit).rule == "P8"
    meeting.do("edit_wording", **edit, editorial=True)
    assert meeting.node("3").editorial == 1
    meeting.do("set_translation", node="3", language="fr", text="Les gouvernements respectent le repos.")


def test_the_date_of_adoption_is_looked_at() -> None:
    meeting = Meeting()
    meeting.do("set_meeting", **{"from": "2026-10-01", "to": "2026-10-05"})
    meeting.do("open_sitting")
    meeting.do("adopt_node", node="rest")
    meeting.do("adopt_text")
    assert len(meeting.warnings()) == 1
    assert "not within the dates" in meeting.warnings()[0]


def test_a_footnote_that_was_moved_is_still_referred_to() -> None:
    meeting = Meeting()
    number = meeting.submit("footnote 1", kind="move", to="after 3", confirm=True)
    meeting.adopt(number, confirm=True)
    meeting.do("adopt_node", node="rest")
    assert meeting.do("adopt_text", confirm=True)


def test_of_many_places_the_first_are_named_and_the_others_counted() -> None:
    places = [Place("paragraph", str(number)) for number in range(1, 12)]
    assert few(places[:9]) == places[:9]
    said = few(places)
    assert isinstance(said, Message)
    assert [say(said, language) for language in ("en", "fr", "es")] == [
        "paragraph 1, paragraph 2, paragraph 3 and 8 more",
        "paragraphe 1, paragraphe 2, paragraphe 3 et 8 autres",
        "párrafo 1, párrafo 2, párrafo 3 y 8 más",
    ]
