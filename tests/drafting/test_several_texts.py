"""A meeting with several texts: how a further one comes in, and which one a command means."""

from __future__ import annotations

import pytest

from consult_app.drafting.text.numbering import by_label
from consult_app.meetings.reasons import Refused
from tests.drafting.meeting import Held, drafted

RESOLUTION = [
    {"kind": "title", "text": "Resolution concerning lamps"},
    {"kind": "paragraph", "text": "Lamps should be lit."},
    {"kind": "paragraph", "text": "Lamps should be clean."},
]


@pytest.fixture
def held() -> Held:
    """The conclusions on lighthouses, and a resolution concerning lamps."""
    held = drafted("en", "fr")
    held.do(do="import_text", language="en", kind="resolution", nodes=RESOLUTION)
    return held


def node_of(held: Held, text: str, label: str) -> str:
    return by_label(held.state.drafting.texts[text].tree)[label]


def test_a_further_text_says_its_kind_and_gets_a_name_of_it(held: Held) -> None:
    again = held.do(do="import_text", language="en", kind="resolution", nodes=RESOLUTION)
    assert again.answer["text_id"] == "resolution-2"
    texts = held.state.drafting.texts
    assert [(name, text.kind) for name, text in texts.items()] == [
        ("conclusions", "conclusions"),
        ("resolution", "resolution"),
        ("resolution-2", "resolution"),
    ]


def test_without_kind_and_name_a_second_text_is_taken_for_the_first_again(held: Held) -> None:
    with pytest.raises(Refused) as refused:
        held.do(do="import_text", language="en", nodes=RESOLUTION)
    assert refused.value.rule == "text_exists"


def test_a_name_that_is_taken_is_refused(held: Held) -> None:
    with pytest.raises(Refused) as refused:
        held.do(do="import_text", language="en", text_id="resolution", kind="resolution", nodes=RESOLUTION)
    assert refused.value.rule == "text_exists"


def test_a_node_named_by_its_id_says_which_text_is_meant(held: Held) -> None:
    node = node_of(held, "resolution", "2")
    held.do(do="open_node", node=[node])
    assert held.state.drafting.texts["resolution"].nodes[node].state == "under_consideration"
    made = held.submit(node, "Lamps should be bright and clean.")
    assert (made.text_id, made.number) == ("resolution", "D.1")
    held.do(do="adopt_amendment", amendment="D.1")
    assert (
        held.state.drafting.texts["resolution"].nodes[node].text("en") == "Lamps should be bright and clean."
    )


def test_so_does_one_that_stands_among_several_changes(held: Held) -> None:
    node = node_of(held, "resolution", "2")
    change = {"kind": "replace", "target": node, "text": "Lamps should be bright."}
    held.do(do="submit_amendment", by="workers", kind="replace", changes=[change])
    assert held.amendment("D.1").text_id == "resolution"


def test_a_label_means_the_text_that_is_named_or_else_the_first(held: Held) -> None:
    assert held.submit("2", "The Office shall:").text_id == "conclusions"
    assert held.submit("2", "Lamps should be bright.", text_id="resolution").text_id == "resolution"
    assert [a.number for a in held.state.drafting.amendments.values()] == ["D.1", "D.2"]


def test_the_order_of_discussion_is_that_of_the_text_of_its_amendments(held: Held) -> None:
    for words in ("Lamps shall be lit.", "Lamps must be lit."):
        held.submit("1", words, text_id="resolution")
    held.do(do="set_order", amendments=["D.2", "D.1"], reason="As agreed.")
    assert held.state.drafting.texts["resolution"].order
    assert not held.state.drafting.texts["conclusions"].order


def test_a_further_text_gets_its_languages(held: Held) -> None:
    french = [
        {**node, "text": words}
        for node, words in zip(
            RESOLUTION,
            ("Résolution concernant les lampes", "Les lampes devraient être allumées.", "Et propres."),
            strict=True,
        )
    ]
    held.do(do="import_language", language="fr", text_id="resolution", nodes=french)
    assert held.state.drafting.texts["resolution"].languages == ("en", "fr")
