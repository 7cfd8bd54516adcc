"""What an amendment reaches: nothing adopted is rewritten unseen, nothing is put under what is gone,
and several changes of structure in one amendment find their places on what the others made."""

from __future__ import annotations

from consult_app.drafting.amendments.effect import reach
from tests.small_meeting import Meeting


def test_what_would_go_under_a_deleted_paragraph_falls() -> None:
    meeting = Meeting()
    meeting.do("submit_amendment", by="workers", kind="insert_after", target="2(i)", text="pay keepers;")
    meeting.do("submit_amendment", by="workers", kind="delete", target="2")
    answer = meeting.do("adopt_amendment", amendment="D.2")
    assert answer["would_fall"] == ["D.1"]
    assert meeting.refused("adopt_amendment", amendment="D.1").rule == "A24"


def test_what_would_be_moved_under_a_deleted_paragraph_falls() -> None:
    meeting = Meeting()
    meeting.do(
        "submit_amendment", by="workers", kind="insert_after", target="3", text="More:\n(i) one thing;"
    )
    meeting.do("adopt_amendment", amendment="D.1")
    meeting.do("submit_amendment", by="workers", kind="move", target="3bis(i)", to="2(i)")
    meeting.do("submit_amendment", by="employers", kind="delete", target="2")
    assert meeting.do("adopt_amendment", amendment="D.3")["would_fall"] == ["D.2"]


def test_what_is_moved_out_of_a_deleted_paragraph_stays() -> None:
    meeting = Meeting()
    item = meeting.node("2(iii)").id
    meeting.do(
        "submit_amendment", by="workers", kind="insert_after", target="3", text="More:\n(i) one thing;"
    )
    meeting.do("adopt_amendment", amendment="D.1")
    meeting.do(
        "submit_amendment",
        by="workers",
        kind="move",
        target="2(iii)",
        changes=[
            {"kind": "move", "target": "2(iii)", "to": "3bis(i)"},
            {"kind": "delete", "target": "2"},
        ],
    )
    meeting.do("adopt_amendment", amendment="D.2")
    text = meeting.state.drafting.texts["conclusions"]
    assert not text.nodes[item].deleted
    assert text.nodes[text.tree.spots[item].parent].text("en") == "More:"


def test_two_moves_behind_one_node_keep_their_order() -> None:
    meeting = Meeting()
    meeting.do(
        "submit_amendment",
        by="workers",
        kind="move",
        target="2",
        changes=[{"kind": "move", "target": "2", "to": "3"}, {"kind": "move", "target": "1", "to": "3"}],
    )
    meeting.do("adopt_amendment", amendment="D.1")
    assert meeting.node("3bis").text("en") == "The Office should:"
    assert meeting.node("3ter").text("en").startswith("Lighthouses guide")


def test_a_join_does_not_swallow_an_adopted_neighbour() -> None:
    meeting = Meeting()
    meeting.do("adopt_node", node="3")
    meeting.do("submit_amendment", by="workers", kind="join", target="2")
    assert meeting.refused("adopt_amendment", amendment="D.1").rule == "P7"


def test_a_deletion_does_not_take_an_adopted_item() -> None:
    meeting = Meeting()
    meeting.do("adopt_node", node="2(i)")
    meeting.do("submit_amendment", by="workers", kind="delete", target="2")
    assert meeting.refused("adopt_amendment", amendment="D.1").rule == "P7"
    meeting.do("reopen_node", node="2(i)", reason="the meeting agrees")
    assert meeting.do("adopt_amendment", amendment="D.1")["state"] == "adopted"


def test_an_amendment_to_a_split_paragraph_holds_up_both_halves() -> None:
    meeting = Meeting()
    meeting.submit("3", "Governments shall respect the rest of all keepers.")
    meeting.do(
        "submit_amendment",
        by="employers",
        kind="split",
        target="3",
        text="Governments should respect\nthe rest of keepers.",
    )
    meeting.do("adopt_amendment", amendment="D.2")
    for half in ("3", "3bis"):
        assert meeting.refused("adopt_node", node=half).rule == "P2"
    text = meeting.state.drafting.texts["conclusions"]
    assert set(reach(text, meeting.amendment("D.1"))) == {meeting.node("3").id, meeting.node("3bis").id}
    meeting.do("adopt_amendment", amendment="D.1")
    assert (meeting.words("3"), meeting.words("3bis")) == (
        "Governments shall respect",
        "the rest of all keepers.",
    )


def test_a_bracket_in_an_adopted_paragraph_is_settled_only_after_it_is_reopened() -> None:
    meeting = Meeting()
    meeting.do("edit_wording", node="3", language="en", text="Governments [[should]] act.", by="office")
    meeting.do("adopt_node", node="3")
    settle = {"node": "3", "text": "Governments shall act."}
    assert meeting.refused("resolve_bracket", **settle).rule == "P7"
    meeting.do("reopen_node", node="3", reason="bracket")
    meeting.do("resolve_bracket", **settle)
    assert meeting.words("3") == "Governments shall act."


def test_a_language_that_comes_late_leaves_adopted_words_alone() -> None:
    meeting = Meeting()
    meeting.do(
        "submit_amendment",
        by="workers",
        kind="replace",
        target="3",
        text={"en": "Governments shall respect the rest of keepers."},
    )
    meeting.do("adopt_amendment", amendment="D.1")
    french = "Les gouvernements respectent le repos des gardiens."
    meeting.do("set_translation", node="3", language="fr", text=french)
    from tests.small_meeting import text_command

    answer = meeting.run(text_command("fr", "import_language"))
    assert answer["nodes"] == 15
    assert meeting.node("3").text("fr") == french
    assert meeting.node("1").text("fr").startswith("Les phares")
    assert meeting.last is not None and len(meeting.last.warnings) == 1


def test_a_part_of_a_subamended_amendment_is_only_that_part() -> None:
    meeting = Meeting()
    meeting.submit("3", "Governments shall respect the daily rest of keepers.")
    meeting.do("call_amendment", amendment="D.1")
    meeting.do(
        "submit_amendment",
        by="employers",
        kind="replace",
        amends="D.1",
        text="Governments must respect the daily rest of keepers.",
    )
    meeting.do("adopt_amendment", amendment="D.1/S.1")
    assert meeting.do("divide_amendment", amendment="D.1")["parts"] == ["D.1(a)", "D.1(b)"]
    meeting.do("adopt_amendment", amendment="D.1(a)")
    meeting.do("reject_amendment", amendment="D.1(b)")
    assert meeting.words("3") == "Governments must respect the rest of keepers."


def test_what_other_programs_put_for_a_line_break_is_a_space() -> None:
    meeting = Meeting()
    meeting.submit("3", "Governments should\vrespect\tthe rest\u2028of all keepers.")
    meeting.do("adopt_amendment", amendment="D.1")
    assert meeting.words("3") == "Governments should respect the rest of all keepers."
    assert (
        meeting.refused("submit_amendment", by="workers", kind="replace", target="3", text="a\x00b").rule
        == "control_character"
    )


def test_an_observer_moves_nothing_and_seconds_nothing() -> None:
    meeting = Meeting()
    meeting.do("register_participant", name="Olga Lantern", role="observer", group="government")
    asked = {"by": "Olga Lantern", "kind": "delete", "target": "3"}
    assert meeting.refused("submit_amendment", **asked).rule == "A1"
    meeting.submit("3", "Governments shall act.", by="Ada Brightwater")
    assert meeting.refused("second_amendment", amendment="D.1", by="Olga Lantern").rule == "A14"


def test_what_would_be_put_in_before_a_paragraph_that_was_split_is_shown_once() -> None:
    from consult_app.drafting.views import view

    meeting = Meeting()
    meeting.do(
        "submit_amendment",
        by="workers",
        kind="split",
        target="3",
        text="Governments should respect\nthe rest of keepers.",
    )
    meeting.do("submit_amendment", by="workers", kind="insert_before", target="3", text="Before it.")
    meeting.do("submit_amendment", by="workers", kind="insert_after", target="3", text="Behind it.")
    meeting.do("adopt_amendment", amendment="D.1")
    drafting = meeting.state.drafting
    lines = view(drafting, drafting.texts["conclusions"], "marked", "en")
    shown = [line.segments[0].runs[0].text for line in lines]
    at = shown.index("Before it.")
    assert shown[at : at + 4] == [
        "Before it.",
        "Governments should respect",
        "the rest of keepers.",
        "Behind it.",
    ]
    assert shown.count("Before it.") == shown.count("Behind it.") == 1


def test_a_footnote_is_put_in_with_the_words_that_refer_to_it() -> None:
    meeting = Meeting()
    meeting.do(
        "submit_amendment",
        by="workers",
        kind="replace",
        target="3",
        changes=[
            {"kind": "replace", "target": "3", "text": "Governments should respect the rest of keepers.[^2]"},
            {"kind": "insert_after", "target": "footnote 1", "text": "As in Convention No. 14."},
        ],
    )
    meeting.do("adopt_amendment", amendment="D.1")
    meeting.do("adopt_node", node="rest")
    meeting.do("adopt_text")
    text = meeting.state.drafting.texts["conclusions"]
    keys = [spot.note_key for spot in text.tree.spots.values() if spot.kind == "footnote"]
    assert keys == ["1", "2"]
