"""The cases on which other systems lose words or mark too much (peers.md §2.4), by their numbers, with
our own texts and in the form that is better. Cases 58–64 and 66 are about wrapped lines, which we do not
number."""

from __future__ import annotations

from typing import Any

import pytest

from consult_app.drafting.amendments.colliding import why
from consult_app.drafting.amendments.effect import collisions_between, effect, explained
from consult_app.drafting.views import view
from consult_app.drafting.wordings.diff import apply_ops, change_kind, diff
from consult_app.drafting.wordings.wording import canonical, words
from consult_app.words import say
from tests.small_meeting import Meeting

BASE = "Governments should respect the rest of keepers."


def shown(base: str, new: str) -> str:
    """The diff as people read it: [-out-]{+in+}."""
    out, at = "", 0
    for op in diff(base, new):
        out += base[at : op.start]
        out += f"[-{base[op.start : op.end]}-]" * (op.end > op.start) + f"{{+{op.text}+}}" * bool(op.text)
        at = op.end
    return out + base[at:]


# word diff, 1–17

LONG = "Keepers light the lamps at dusk. Keepers trim the wicks by hand. All of it is work."
WORD_CASES = [
    (1, "The old grey lamp lit the rocks.", "The grey round lamp lights the rocks.",
     "The [-old -]grey {+round +}lamp [-lit-]{+lights+} the rocks."),
    (2, "Port1 Port2 and Port4 close.", "Port1 Port and Port4north close.",
     "Port1 [-Port2-]{+Port+} and [-Port4-]{+Port4north+} close."),
    (3, "They keep all the old lamps of the port.", "They mend some few new beacons of the port.",
     "They [-keep all the old lamps-]{+mend some few new beacons+} of the port."),
    (6, LONG, "Keepers trim the wicks by hand. All of it is work.",
     "[-Keepers light the lamps at dusk. -]Keepers trim the wicks by hand. All of it is work."),
    (7, "Keepers trim the wicks by hand. All of it is work.", LONG,
     "{+Keepers light the lamps at dusk. +}Keepers trim the wicks by hand. All of it is work."),
    (8, "der Leuchtturm", "die Leuchtturm", "[-der-]{+die+} Leuchtturm"),
    (9, "the words which they", "the words, that they", "the words[- which-]{+, that+} they"),
    (10, "They read it aloud. They agree.", "They read it aloud.", "They read it aloud.[- They agree.-]"),
    (11, "ok 👍🏻👍🏽 ok", "ok 👍🏻👍🏿 ok", "ok 👍🏻[-👍🏽-]{+👍🏿+} ok"),
    (11, "un e\u0301te\u0301 chaud", "un ete\u0301 chaud", "un [-e\u0301te\u0301-]{+ete\u0301+} chaud"),
    (12, "Keepers sleep by day in the tower.", "No lamp may ever go out before dawn breaks.",
     "[-Keepers sleep by day in the tower-]{+No lamp may ever go out before dawn breaks+}."),
    (13, "for self-employed keepers", "for employed keepers", "for [-self-employed-]{+employed+} keepers"),
    (14, "L’Office et l’employeur", "L’Office et les employeurs",
     "L’Office et [-l’employeur-]{+les employeurs+}"),
    (14, "avis de l’employeur local", "avis de l’armateur local",
     "avis de l’[-employeur-]{+armateur+} local"),
    (15, "Il dit\u00a0: oui\u00a0; non", "Il dit\u00a0: oui\u00a0; peut",
     "Il dit\u00a0: oui\u00a0; [-non-]{+peut+}"),
    (17, "say that that is so", "say that is so", "say [-that -]that is so"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "base", "new", "marked"), WORD_CASES)
def test_word_diff(number: int, base: str, new: str, marked: str) -> None:
    assert shown(base, new) == marked, number


def test_4_and_5_words_that_cross_are_not_lost() -> None:
    base = "Lamps burn. Rest. KEPT are the old keepers. Alike (to be deleted)."
    new = "Lamps burn, Put in by change of the old, Rest."
    assert apply_ops(base, diff(base, new)) == new
    moved = shown(
        "Keepers of old lamps at sea need rest by day.", "Keepers at sea of old lamps need rest by day."
    )
    assert moved.count("[-") == moved.count("{+") == 1
    assert "need rest by day." in moved


def test_15_and_16_spaces_and_quotes_are_a_kind_of_their_own() -> None:
    for base, new in (
        ("dit : oui", "dit\u00a0: oui"),
        ('the "rest"', "the “rest”"),
        ("keeper's", "keeper’s"),
    ):
        assert change_kind(base, diff(base, new)) == "spacing", base
    assert change_kind("dit\u00a0: oui", diff("dit\u00a0: oui", "dit\u00a0: non")) == "words"


# formatting, 18–21


@pytest.mark.parametrize(
    ("base", "new", "kind"),
    [
        ("the decent work of keepers", "the **decent work** of keepers", "formatting"),  # 18, 19
        ("the **decent work** of keepers", "the decent work of keepers", "formatting"),
        ("the *decent* work", "the *decent work*", "formatting"),
        ("the *decent* work", "the *decent work* of all", "words"),
    ],
)
def test_18_and_19_formatting_is_small_and_said_to_be_so(base: str, new: str, kind: str) -> None:
    ops = diff(base, new)
    assert apply_ops(base, ops) == new
    assert change_kind(base, ops) == kind
    assert sum(op.end - op.start for op in ops) < len(base) / 2 or kind == "formatting"
    assert words(base) in words(new)


def test_20_and_21_what_is_written_otherwise_and_says_the_same_is_no_change() -> None:
    assert canonical("a [b] c*") == canonical(r"a \[b\] c\*")
    meeting = Meeting()
    meeting.do("edit_wording", node="3", language="en", text="**a** b*", by="Office")
    for text in (" **a** b* ", r"**a** b\*", "\t**a** b*"):
        fields = {"by": "workers", "kind": "replace", "target": "3", "text": text}
        assert meeting.refused("submit_amendment", **fields).rule == "nothing_changes"


# paragraphs and lists, 22–35


def lines(meeting: Meeting, language: str = "en") -> list[str]:
    """The marked view: label or + of a new node, words with their changes."""
    out = []
    for line in view(meeting.state.drafting, meeting.text, "marked", language):
        said = ""
        for segment in line.segments:
            text = "".join(run.text or f"[^{run.note}]" for run in segment.runs)
            said += {"insert": f"{{+{text}+}}", "delete": f"[-{text}-]"}.get(segment.change, text)
        out.append(f"{line.label or '+'} {said}{' (deleted)' if line.deleted_by else ''}")
    return out


def test_22_and_28_only_the_new_paragraph_is_marked() -> None:
    meeting = Meeting()
    meeting.submit("3", "Ports help.", kind="insert_after")
    meeting.submit("heading 1", "A word before.", kind="insert_after", node_kind="paragraph")
    meeting.submit("2(i)", "before the list;", kind="insert_before")
    marked = lines(meeting)
    assert [line for line in marked if "{+" in line or "[-" in line] == [
        "+ {+A word before.+}",
        "+ {+before the list;+}",
        "+ {+Ports help.+}",
    ]
    assert marked[marked.index("+ {+Ports help.+}") - 1] == f"3 {BASE}"


def test_23_the_end_of_one_and_the_start_of_the_next() -> None:
    meeting = Meeting()
    meeting.submit("2(i)", "collect statistics on keepers and ships;")
    meeting.submit("2(ii)", "always train keepers, in particular in:")
    assert [line for line in lines(meeting) if "{+" in line] == [
        "2(i) collect statistics on keepers{+ and ships+};",
        "2(ii) {+always +}train keepers, in particular in:",
    ]


def test_24_and_25_a_split_and_a_join_are_seen() -> None:
    meeting = Meeting()
    meeting.submit("3", "Governments should respect\nthe rest of keepers.", kind="split")
    meeting.submit("2(ii)(a)", kind="join")
    marked = lines(meeting)
    assert any("¶" in line for line in marked if line.startswith("3 "))
    assert any("first aid." in line and "{+" in line for line in marked if line.startswith("2(ii)(a)"))
    assert "2(ii)(b) first aid. (deleted)" in marked
    meeting.adopt("D.1")
    meeting.adopt("D.2")
    assert meeting.words("3bis") == "the rest of keepers."


def test_26_a_paragraph_is_deleted_altogether() -> None:
    meeting = Meeting()
    meeting.submit("3", kind="delete")
    assert f"3 {BASE} (deleted)" in lines(meeting)
    meeting.adopt("D.1")
    final = view(meeting.state.drafting, meeting.text, "final", "en")
    assert all(line.node != meeting.node("3").id for line in final)


def test_27_words_are_put_into_a_node_that_had_hardly_any() -> None:
    meeting = Meeting()
    meeting.do("edit_wording", node="2(i)", language="en", text="—", by="Office")
    meeting.submit("2(i)", "two words")
    assert [line for line in lines(meeting) if line.startswith("2(i) ")] == ["2(i) [-—-]{+two words+}"]


def test_29_items_of_the_innermost_list() -> None:
    meeting = Meeting()
    meeting.submit("2(ii)(b)", "the tides.", kind="insert_after")
    meeting.submit("2(ii)(b)", "first aid at sea.")
    meeting.adopt("D.1")
    meeting.adopt("D.2")
    assert meeting.words("2(ii)(b)bis") == "the tides."
    assert meeting.words("2(ii)(b)") == "first aid at sea."
    assert "2(ii)(c)" in meeting.labels(final=True)


def test_30_and_31_an_item_put_in_leaves_the_others_their_numbers() -> None:
    meeting = Meeting()
    meeting.submit("2(ii)(a)", "new;", kind="insert_after")
    meeting.adopt("D.1")
    assert [label for label in meeting.labels() if label.startswith("2(ii)(")] == [
        "2(ii)(a)",
        "2(ii)(a)bis",
        "2(ii)(b)",
    ]
    meeting.do("renumber")
    assert [meeting.words(f"2(ii)({letter})") for letter in "abc"] == [
        "the care of lamps;",
        "new;",
        "first aid.",
    ]


def test_32_and_33_each_item_stays_with_itself() -> None:
    meeting = Meeting()
    changes: list[dict[str, Any]] = [
        {"kind": "delete", "target": "2(i)"},
        {"kind": "replace", "target": "2(ii)", "text": "train all keepers, in particular in:"},
        {"kind": "replace", "target": "2(iii)", "text": "report to the next two Meetings."},
        {"kind": "delete", "target": "1"},
        {"kind": "insert_after", "target": "2(iii)", "text": "rest."},
    ]
    meeting.do("submit_amendment", by="workers", kind="replace", changes=changes)
    marked = lines(meeting)
    assert "2(ii) train {+all +}keepers, in particular in:" in marked
    assert marked[marked.index("2(iii) report to the next [-Meeting-]{+two Meetings+}.") + 1] == "+ {+rest.+}"
    meeting.adopt("D.1")
    final = [line for line in view(meeting.state.drafting, meeting.text, "final", "en") if line.depth]
    assert [line.label for line in final] == ["1(i)", "1(i)(a)", "1(i)(b)", "1(ii)", "1(iii)"]


def test_34_and_35_what_is_moved_is_the_same_node() -> None:
    meeting = Meeting()
    node = meeting.node("3").id
    meeting.submit("3", kind="move", to="before 1")
    meeting.submit("3", BASE.replace("keepers", "all keepers"))
    meeting.adopt("D.1")
    meeting.adopt("D.2")
    assert (meeting.node("-1").id, meeting.words("-1")) == (node, BASE.replace("keepers", "all keepers"))


# several amendments to one paragraph, 36–50


def proposals(*proposed: str) -> Meeting:
    """Amendments to paragraph 3, D.1, D.2 …"""
    meeting = Meeting()
    for index, text in enumerate(proposed):
        meeting.submit("3", text, by=("workers", "employers", "government")[index % 3])
    return meeting


def whys(meeting: Meeting, number: str) -> list[str]:
    """The collisions of an amendment in words."""
    amendment = meeting.amendment(number)
    found = collisions_between(meeting.state.drafting, amendment)
    return [say(why(amendment, collision), "en") for collision in found]


def test_36_subject_and_end_of_one_sentence() -> None:
    meeting = proposals(BASE.replace("Governments", "All ports"), BASE.replace("keepers.", "pilots."))
    assert whys(meeting, "D.1") == whys(meeting, "D.2") == []
    meeting.adopt("D.2")
    meeting.adopt("D.1")
    assert meeting.words("3") == "All ports should respect the rest of pilots."


def test_37_one_word_in_two_ways_asks_for_a_decision() -> None:
    meeting = proposals(BASE.replace("should", "shall"), BASE.replace("should", "must"))
    assert whys(meeting, "D.1") == ["D.1 and D.2 both change “should”: into “shall” and into “must”."]
    meeting.adopt("D.1")
    assert meeting.refused("adopt_amendment", amendment="D.2").rule == "collision"
    assert whys(meeting, "D.2") == ["D.2 and D.1 both change “should”: into “must” and into “shall”."]


def test_38_the_same_change_is_one_with_two_authors() -> None:
    meeting = proposals(BASE.replace("should", "shall"), BASE.replace("should", "shall"))
    assert whys(meeting, "D.1") == []
    meeting.do("merge_amendment", amendment="D.2", into="D.1")
    line = next(
        line for line in view(meeting.state.drafting, meeting.text, "marked", "en") if line.label == "3"
    )
    assert [segment.by for segment in line.segments if segment.change] == [(meeting.amendment("D.1").id,)] * 2
    assert meeting.amendment("D.1").joint == ("employers",)


def test_39_identity_not_place() -> None:
    meeting = proposals(BASE.replace("should", "shall"))
    meeting.submit("1", "Put in above.", kind="insert_after")
    meeting.adopt("D.2")
    assert f"3 {BASE.replace('should', '[-should-]{+shall+}')}" in lines(meeting)


def test_40_and_41_deletions_that_overlap_and_an_insertion_in_one() -> None:
    meeting = proposals(BASE.replace(" the rest of", ""), BASE.replace(" respect the rest", ""))
    assert len(whys(meeting, "D.1")) == 1
    meeting.adopt("D.1")
    (collision,) = effect(meeting.state.drafting, meeting.amendment("D.2")).collisions
    assert "respect" in collision.clash.base and "keepers" not in collision.clash.base
    other = proposals(BASE.replace("rest", "full rest"))
    other.submit("3", kind="delete")
    assert "which D.2 deletes" in whys(other, "D.1")[0]
    assert other.adopt("D.2")["would_fall"] == ["D.1"]


def test_42_an_insertion_where_a_deletion_begins() -> None:
    meeting = proposals(BASE.replace("the rest", "all the rest"), BASE.replace(" the rest of", ""))
    assert whys(meeting, "D.1") == []
    meeting.adopt("D.1")
    meeting.adopt("D.2")
    assert meeting.words("3") == "Governments should respect all keepers."


def test_43_44_and_49_insertions_at_one_point_wait_for_a_word() -> None:
    meeting = proposals(
        BASE.replace("keepers.", "keepers and pilots."), BASE.replace("keepers.", "keepers, by day.")
    )
    assert whys(meeting, "D.1")[0].startswith("D.1 and D.2 put in words at the same place")
    meeting.adopt("D.1")
    assert "after those" in meeting.asked("adopt_amendment", amendment="D.2")
    meeting.adopt("D.2", confirm=True)
    assert meeting.words("3") == BASE.replace("keepers.", "keepers and pilots, by day.")
    other = Meeting()
    for text in ("one;", "two;"):
        other.submit("2(i)", text, kind="insert_after")
    other.adopt("D.1")
    other.adopt("D.2")
    assert [other.words(label) for label in ("2(i)bis", "2(i)ter")] == ["one;", "two;"]


def test_45_to_47_what_is_free_is_shown_and_only_the_rest_collides() -> None:
    base = "Of 17 ports, 12 close by night and keepers rest by day in all of the others."
    meeting = Meeting()
    meeting.do("edit_wording", node="3", language="en", text=base, by="Office")
    meeting.submit("3", base.replace(", 12 close by night and keepers rest", ""))
    meeting.submit("3", base.replace("17", "17.8"), by="employers")
    meeting.submit("3", "In all, of 17 ports, 12 close by day and keepers rest by day in most of the others.")
    meeting.submit("3", base.replace("17", "18"), by="government")
    assert whys(meeting, "D.2") == ["D.2 and D.4 both change “17”: into “17.8” and into “18”."]
    meeting.adopt("D.1")
    (collision,) = effect(meeting.state.drafting, meeting.amendment("D.3")).collisions
    assert "night" in collision.clash.base
    line = next(line for line in lines(meeting) if line.startswith("3 "))
    assert "[-all-]{+most+}" in line
    meeting.do("divide_amendment", amendment="D.3")
    adopted = [part for part in ("D.3(a)", "D.3(b)", "D.3(c)") if not whys(meeting, part)]
    for part in adopted:
        meeting.adopt(part)
    assert meeting.words("3") == "In all, of 17 ports by day in most of the others."
    meeting.adopt("D.4")
    assert meeting.refused("adopt_amendment", amendment="D.2").rule == "collision"


def test_48_a_word_of_the_part_that_goes_elsewhere() -> None:
    meeting = Meeting()
    meeting.submit("3", "Governments should respect\nthe rest of keepers.", kind="split")
    meeting.submit("3", BASE.replace("keepers", "pilots"), by="employers")
    for order in (("D.1", "D.2"), ("D.2", "D.1")):
        state, seq = meeting.state, meeting.seq
        for number in order:
            meeting.adopt(number)
        assert [meeting.words(label) for label in ("3", "3bis")] == [
            "Governments should respect",
            "the rest of pilots.",
        ]
        meeting.state, meeting.seq = state, seq


def test_50_commas_in_two_places() -> None:
    base = "Wages hours and rest matter."
    meeting = Meeting()
    meeting.do("edit_wording", node="3", language="en", text=base, by="Office")
    meeting.submit("3", "Wages, hours and rest matter.")
    meeting.submit("3", "Wages hours, and rest matter.", by="employers")
    meeting.adopt("D.1")
    meeting.adopt("D.2")
    assert meeting.words("3") == "Wages, hours, and rest matter."


# the base changes, 51–57


def edited(meeting: Meeting, text: str, node: str = "3") -> None:
    """The Office changes the words."""
    meeting.do("edit_wording", node=node, language="en", text=text, by="Office")


def test_51_and_52_other_nodes_come_go_and_change() -> None:
    meeting = Meeting()
    meeting.submit("2(iii)", kind="delete")
    meeting.submit("2(ii)", "put in;", kind="insert_after")
    meeting.submit("1", "After one.", kind="insert_after")
    edited(meeting, "Lighthouses guide all ships.[^1]", "1")
    for number in ("D.2", "D.1", "D.3"):
        meeting.adopt(number)
    assert (meeting.words("2(ii)bis"), meeting.words("1bis")) == ("put in;", "After one.")
    assert meeting.node("2(iii)").deleted


def test_53_the_same_word_in_two_ways() -> None:
    meeting = proposals(BASE.replace("should", "shall"))
    edited(meeting, BASE.replace("should", "may"))
    assert whys(meeting, "D.1") == ["D.1 changes “should” into “shall”, but those words now read “may”."]
    (collision,) = effect(meeting.state.drafting, meeting.amendment("D.1")).collisions
    assert (collision.node, collision.language) == (meeting.node("3").id, "en")


def test_54_and_55_what_both_changed_alike_and_what_stands_apart() -> None:
    meeting = proposals(
        BASE.replace("should", "shall"), BASE.removeprefix("Governments should r").capitalize()
    )
    edited(meeting, BASE.replace("should", "shall").replace("keepers", "pilots"))
    meeting.adopt("D.1")
    assert meeting.words("3") == "Governments shall respect the rest of pilots."
    other = proposals(BASE.replace("Governments should", "We"))
    edited(other, BASE.replace("keepers", "pilots"))
    other.adopt("D.1")
    assert other.words("3") == "We respect the rest of pilots."


def test_56_an_item_behind_one_that_grew() -> None:
    meeting = Meeting()
    meeting.submit("2(iii)", "and rest.", kind="insert_after")
    edited(meeting, "report to the next Meeting and the one after it;", "2(iii)")
    meeting.adopt("D.1")
    assert [meeting.words(label) for label in ("2(iii)", "2(iii)bis")] == [
        "report to the next Meeting and the one after it;",
        "and rest.",
    ]


def test_57_the_paragraph_is_gone() -> None:
    meeting = proposals(BASE.replace("should", "shall"))
    meeting.submit("3", kind="delete")
    assert meeting.adopt("D.2")["would_fall"] == ["D.1"]
    assert meeting.refused("adopt_amendment", amendment="D.1").rule == "A24"
    assert meeting.do("fall_amendment", amendment="D.1")["state"] == "fell"


def test_65_a_single_space_is_a_change_that_is_named() -> None:
    meeting = proposals(BASE.replace("the rest", "the  rest"))
    assert change_kind(BASE, next(meeting.amendment("D.1").word_changes()).ops) == "spacing"
    meeting.adopt("D.1")
    assert meeting.words("3") == BASE.replace("the rest", "the  rest")


def test_a_collision_is_told_in_the_words_of_the_readers_language() -> None:
    """D.1 changes what D.2 deletes; both have French words. What stands is told in it as well."""
    meeting = Meeting("en", "fr")
    before = meeting.words("3"), meeting.words("3", "fr")
    long = {
        "en": "Governments should respect the rest of keepers, in particular at night in winter.",
        "fr": "Les gouvernements devraient respecter le repos des gardiens, notamment en hiver.",
    }
    meeting.submit("3", long)
    meeting.submit("3", kind="delete", by="employers")
    amendment = meeting.amendment("D.1")
    found = explained(meeting.state.drafting, amendment)
    assert {collision.language for collision, _ in found} == {"en", "fr"}
    for _, sentence in found:
        assert before[0].split()[-1].strip(".") in say(sentence, "en")
        assert before[1].split()[-1].strip(".") in say(sentence, "fr")
        assert "Governments" not in say(sentence, "fr")
        # no words in Spanish: those in which it was found
        assert any(word in say(sentence, "es") for word in ("Governments", "gouvernements"))
