"""The collision of a split or a join is settled by words: no new amendment is needed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.amendments.effect import effect
from consult_app.drafting.text.nodes import seen
from consult_app.drafting.views import view
from tests.drafting.world import World, counted, draft
from tests.small_meeting import Meeting

BASE = "Governments should respect the rest of keepers."
LAMPS, AID = "the care of lamps;", "first aid."


def replaced(word: str) -> str:
    return BASE.replace("should", word)


def standing(meeting: Meeting) -> list[str]:
    """The English words of paragraph 3 and of what stands behind it."""
    words = [node.text("en") for node in meeting.text if not node.deleted]
    return words[words.index(meeting.words("3")) : -2]


# splits


def split_held() -> Meeting:
    """D.1 splits paragraph 3 and puts *shall* in it; D.2 puts *must* and was adopted."""
    meeting = Meeting("en", "fr")
    meeting.submit("3", "Governments shall respect\nThe rest of keepers.", kind="split")
    meeting.submit("3", replaced("must"), by="employers")
    meeting.adopt("D.2")
    assert meeting.refused("adopt_amendment", amendment="D.1").rule == "collision"
    return meeting


def test_a_split_is_settled_by_its_two_wordings() -> None:
    meeting = split_held()
    said = meeting.do(
        "resolve_collision", amendment="D.1", text="Governments must and shall respect\nThe rest of keepers."
    )
    assert said == {"number": "D.1", "node": "3"}
    assert effect(meeting.state.drafting, meeting.amendment("D.1")).outcome == "applies"
    meeting.adopt("D.1")
    assert standing(meeting) == ["Governments must and shall respect", "The rest of keepers."]
    assert meeting.labels()[-4:-2] == ["3", "3bis"]


def test_what_is_adopted_after_it_was_settled_is_kept() -> None:
    meeting = split_held()
    meeting.do("resolve_collision", amendment="D.1", text="Governments must respect\nThe rest of keepers.")
    meeting.submit("3", replaced("must").replace("of keepers", "of all keepers"))
    meeting.adopt("D.3")
    meeting.adopt("D.1")
    assert standing(meeting) == ["Governments must respect", "The rest of all keepers."]


def test_it_may_collide_again_and_be_settled_again() -> None:
    meeting = split_held()
    meeting.do("resolve_collision", amendment="D.1", text="Governments may respect\nThe rest of keepers.")
    meeting.submit("3", replaced("can"))
    meeting.adopt("D.3")
    assert meeting.refused("adopt_amendment", amendment="D.1").rule == "collision"
    meeting.do("resolve_collision", amendment="D.1", text="Governments can respect\nThe rest of keepers.")
    meeting.adopt("D.1")
    assert standing(meeting) == ["Governments can respect", "The rest of keepers."]


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"text": "Governments must respect the rest of keepers."}, "split_lines"),
        ({"text": "A.\nB.\nC."}, "split_lines"),
        ({"text": ""}, "split_lines"),
        ({"text": "A.\nB.", "seen": seen(BASE)}, "seen"),
        ({"text": "A.\nB.", "node": "1"}, "collision"),
        ({"text": "A.\nB.", "language": "fr"}, "collision"),
    ],
    ids=["one line", "three lines", "nothing", "other words", "elsewhere", "other language"],
)
def test_a_split_is_settled_on_two_lines(fields: dict[str, str], rule: str) -> None:
    assert split_held().refused("resolve_collision", amendment="D.1", **fields).rule == rule


def test_where_the_cut_stands_already_only_words_are_settled() -> None:
    meeting = Meeting()
    meeting.submit("3", "Governments shall respect\nThe rest of keepers.", kind="split")
    meeting.submit("3", "Governments must respect\nThe rest of keepers.", kind="split", by="employers")
    meeting.adopt("D.2")
    assert meeting.refused("adopt_amendment", amendment="D.1").rule == "collision"
    meeting.do("resolve_collision", amendment="D.1", text="Governments shall and must respect")
    assert effect(meeting.state.drafting, meeting.amendment("D.1")).outcome == "applies"
    meeting.adopt("D.1")
    assert standing(meeting) == ["Governments shall and must respect", "The rest of keepers."]


def test_a_piece_of_what_was_split_is_cut_once_more() -> None:
    meeting = Meeting()
    meeting.submit("3", "Governments should respect the\nfull nap of keepers.", kind="split")
    meeting.submit(
        "3", "Governments should respect\nThe whole sleep of keepers.", kind="split", by="employers"
    )
    meeting.adopt("D.2")
    assert meeting.refused("adopt_amendment", amendment="D.1").rule == "collision"
    meeting.do("resolve_collision", amendment="D.1", node="3bis", text="The whole sleep\nof keepers.")
    meeting.adopt("D.1")
    assert standing(meeting) == ["Governments should respect", "The whole sleep", "of keepers."]


def test_the_other_language_of_a_settled_split_follows_where_it_can() -> None:
    meeting = Meeting("en", "fr")
    french = "Les gouvernements devraient respecter\nle repos des gardiens."
    both = {"en": "Governments shall respect\nThe rest of keepers.", "fr": french}
    meeting.submit("3", both, kind="split")
    meeting.submit("3", replaced("must"), by="employers")
    meeting.adopt("D.2")
    meeting.do("resolve_collision", amendment="D.1", text="Governments must respect\nThe rest of keepers.")
    meeting.adopt("D.1")
    assert [meeting.words("3", "fr"), meeting.words("3bis", "fr")] == french.split("\n")


# joins


def join_held() -> Meeting:
    """D.1 joins 2(ii)(a) and (b) in other words; D.2 changed those of (b)."""
    meeting = Meeting()
    meeting.submit("2(ii)(a)", "the care of lamps and basic aid.", kind="join")
    meeting.submit("2(ii)(b)", "second aid.", by="employers")
    meeting.adopt("D.2")
    assert meeting.refused("adopt_amendment", amendment="D.1").rule == "collision"
    return meeting


@pytest.mark.parametrize("node", ["", "2(ii)(a)", "2(ii)(b)"])
def test_a_join_is_settled_by_the_joined_wording(node: str) -> None:
    meeting = join_held()
    words = "the care of lamps; basic and second aid."
    shown = seen(f"{LAMPS}\nsecond aid.")
    said = meeting.do("resolve_collision", amendment="D.1", text=words, node=node, seen=shown)
    assert said == {"number": "D.1", "node": "2(ii)(a)"}
    meeting.adopt("D.1")
    assert meeting.words("2(ii)(a)") == words
    assert meeting.node("2(ii)(b)").deleted


def test_a_join_is_settled_on_one_line_and_on_the_words_of_both() -> None:
    meeting = join_held()
    fields = {"amendment": "D.1", "text": "the care of lamps\nand aid."}
    assert meeting.refused("resolve_collision", **fields).rule == "one_line"
    fields = {"amendment": "D.1", "text": "Aid.", "seen": seen(LAMPS)}
    assert meeting.refused("resolve_collision", **fields).rule == "seen"


def test_where_the_two_are_one_already_only_words_are_settled() -> None:
    meeting = Meeting()
    meeting.submit("2(ii)(a)", "the care of lamps and basic aid.", kind="join")
    meeting.submit("2(ii)(a)", "the care of lamps and second aid.", kind="join", by="employers")
    meeting.adopt("D.2")
    assert meeting.refused("adopt_amendment", amendment="D.1").rule == "collision"
    meeting.do("resolve_collision", amendment="D.1", text="the care of lamps, basic and second aid.")
    meeting.adopt("D.1")
    assert meeting.words("2(ii)(a)") == "the care of lamps, basic and second aid."


def test_a_move_in_other_words_is_settled_by_words() -> None:
    meeting = Meeting()
    changes = [
        {"kind": "move", "target": "3", "to": "before 1"},
        {"kind": "replace", "target": "3", "text": replaced("shall")},
    ]
    meeting.do("submit_amendment", by="workers", kind="move", changes=changes)
    meeting.submit("3", replaced("must"), by="employers")
    meeting.adopt("D.2")
    meeting.do("resolve_collision", amendment="D.1", text=replaced("must and shall"))
    meeting.adopt("D.1")
    assert meeting.words("-1") == replaced("must and shall")


# always


START = World({"en": draft()})


@settings(max_examples=500)
@given(st.integers(1, 5), st.integers(0, 5), st.integers(0, 5), st.integers(1, 5), st.booleans())
def test_a_settled_split_reads_as_it_was_settled(
    cut: int, mine: int, theirs: int, again: int, other_cut: bool
) -> None:
    """Whatever collides is settled once, and then stands as it was settled; no word of others is lost."""
    words = draft()[0].split()
    world = START.copy()
    own = [f"k1x{mine}" if at == mine else word for at, word in enumerate(words)]
    asked = {"do": "submit_amendment", "by": "workers", "kind": "split", "target": "1"}
    world.do(**asked, text=" ".join(own[:cut]) + "\n" + " ".join(own[cut:]))
    new = [f"k2x{theirs}" if at == theirs else word for at, word in enumerate(words)]
    if other_cut:
        world.do(**asked, text=" ".join(new[:again]) + "\n" + " ".join(new[again:]))
    else:
        world.do(**asked | {"kind": "replace", "text": " ".join(new)})
    world.do(do="adopt_amendment", amendment="D.2")
    collisions = effect(world.state.drafting, world.amendment("D.1")).collisions
    if not collisions:
        return
    today = next(iter(world.text)).text("en").split()
    at = max(1, len(today) // 2)
    halves = [" ".join(today[:at]), " ".join([*today[at:], "k1x9"])]
    world.do(do="resolve_collision", amendment="D.1", text="\n".join(halves))
    world.do(do="adopt_amendment", amendment="D.1")
    assert world.standing()[:2] == halves
    assert world.tokens() == counted([*new, "k1x9", *draft()[1:]])
    view(world.state.drafting, world.text, "marked", "en")
