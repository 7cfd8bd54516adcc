"""The word diff: exact both ways, in whole words, in the shape in which a person would say it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.wordings.diff import Op, apply_ops, change_kind, changes, diff, fine, tokens
from consult_app.drafting.wordings.wording import canonical
from tests.effort import MANY

PIECES = (
    "should", "shall", "devrait", "deberían", "l’employeur", "d’", "travail", "qu’il", "año", "niño",
    "e\u0301te\u0301", "it’s", "Solo-Selbst", "17.8", "1 000", "\u00a0;",
    "\u202f%", "«\u00a0", "\u00a0»", "…", "😀", "👩🏽‍🚒", "🇫🇷", "*work*", "**", "[^1]", "[^2]", "[[",
    "]]", "^e^", r"\*", r"\[", ",", ".", ". ", " ", " ", " ", "\t", "–", "'", '"', "\u200d", "ß",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def undone(new: str, base: str) -> str:
    """*base* again, from *new* and the operations that led to it."""
    out, at, shift = "", 0, 0
    for op in diff(base, new):
        start = op.start + shift
        out += new[at:start] + base[op.start : op.end]
        at = start + len(op.text)
        shift += len(op.text) - (op.end - op.start)
    return out + new[at:]


def shown(base: str, new: str) -> str:
    out, at = "", 0
    for op in diff(base, new):
        out += base[at : op.start]
        out += f"[-{base[op.start : op.end]}-]" * (op.end > op.start) + f"{{+{op.text}+}}" * bool(op.text)
        at = op.end
    return out + base[at:]


@pytest.mark.soak
@settings(max_examples=MANY)
@given(TEXTS, TEXTS)
def test_exact_both_ways(base: str, new: str) -> None:
    for ops in (diff(base, new), fine(base, new)):
        assert apply_ops(base, ops).encode() == new.encode()
        assert all(one.end <= other.start for one, other in pairwise(ops))
        assert all(op.text or op.end > op.start for op in ops)
    assert undone(new, base).encode() == base.encode()
    assert (diff(base, new) == ()) == (base == new)


@given(TEXTS)
def test_tokens_join_to_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@given(TEXTS, TEXTS)
def test_no_operation_cuts_a_mark_or_an_escape(base: str, new: str) -> None:
    base, new = canonical(base), canonical(new)
    ends = {0}
    for token in tokens(base):
        ends.add(max(ends) + len(token))
    assert all(op.start in ends and op.end in ends for op in diff(base, new))


@pytest.mark.parametrize(
    ("base", "new", "marked"),
    [
        # whole words, one deletion beside one insertion
        (
            "The old grey lamp lit the rocks.",
            "The grey round lamp lights the rocks.",
            "The [-old -]grey {+round +}lamp [-lit-]{+lights+} the rocks.",
        ),
        ("They must keep it", "They should then tend it", "They [-must keep-]{+should then tend+} it"),
        ("the keeper", "a keeper", "[-the-]{+a+} keeper"),
        ("all keepers", "all keeper", "all [-keepers-]{+keeper+}"),
        ("words which they", "words, that they", "words[- which-]{+, that+} they"),
        ("for part-time keepers", "for full-time keepers", "for [-part-time-]{+full-time+} keepers"),
        # sentences
        (
            "Lamps are costly. Lamps are needed all the same.",
            "Lamps are needed all the same.",
            "[-Lamps are costly. -]Lamps are needed all the same.",
        ),
        (
            "Lamps are needed all the same.",
            "Lamps are costly. Lamps are needed all the same.",
            "{+Lamps are costly. +}Lamps are needed all the same.",
        ),
        ("Lamps shine. Horns blow.", "Lamps shine.", "Lamps shine.[- Horns blow.-]"),
        ("Lamps go. Horns blow. Bells go.", "Lamps go. Bells go.", "Lamps go. [-Horns blow. -]Bells go."),
        # phrases
        ("decent work", "decent and fair work", "decent {+and fair +}work"),
        ("the rest.", "the rest of keepers.", "the rest{+ of keepers+}."),
        ("lamps, bells", "lamps, horns, bells", "lamps, {+horns, +}bells"),
        ("that that is", "that is", "[-that -]that is"),
        # French and Spanish
        ("l’Office et l’usage", "l’Office et les usages", "l’Office et [-l’usage-]{+les usages+}"),
        ("de l’employeur", "de l’armateur", "de l’[-employeur-]{+armateur+}"),
        ("los fareros deben", "los fareros deberían", "los fareros [-deben-]{+deberían+}"),
        ("it’s late", "it is late", "[-it’s-]{+it is+} late"),
        # characters that belong together
        ("👩🏽 keeps watch", "👩🏿 keeps watch", "[-👩🏽-]{+👩🏿+} keeps watch"),
        ("👩‍🚒 and 🇫🇷", "👩‍✈️ and 🇫🇮", "[-👩‍🚒-]{+👩‍✈️+} and [-🇫🇷-]{+🇫🇮+}"),
        ("e\u0301te\u0301", "ete\u0301", "[-e\u0301te\u0301-]{+ete\u0301+}"),
        # marks and notes
        ("decent work now", "decent **work** now", "decent {+**+}work{+**+} now"),
        ("see the report.", "see the report[^1].", "see the report{+[^1]+}."),
        ("see[^1] it", "see[^2] it", "see[-[^1]-]{+[^2]+} it"),
        # written anew
        (
            "The Office should count the lamps of all lighthouses.",
            "Governments must, with the keepers, protect the rest that all need.",
            "[-The Office should count the lamps of all lighthouses-]"
            "{+Governments must, with the keepers, protect the rest that all need+}.",
        ),
    ],
)  # fmt: skip
def test_it_reads_well(base: str, new: str, marked: str) -> None:
    assert shown(base, new) == marked


def test_word_order_that_crosses_loses_nothing() -> None:
    base = "lamps. shine. BRIGHTLY over the dark. Rocks (are deleted)."
    new = "lamps, put in by changing the dark. Rocks, shine."
    assert apply_ops(base, diff(base, new)) == new


def test_a_word_moved_within_a_sentence() -> None:
    base = "Keepers shall always trim the lamp, wind the clockwork and enter both in the log."
    new = "Keepers shall trim the lamp, wind the clockwork and always enter both in the log."
    assert changes(base, new) == [{"delete": "always ", "insert": ""}, {"delete": "", "insert": "always "}]


@pytest.mark.parametrize(
    ("base", "new", "kind"),
    [
        ("a b", "a b", "none"),
        ("a b", "a c", "words"),
        ("decent work", "decent *work*", "formatting"),
        ("[[a]]", "a", "formatting"),
        ("oui ;", "oui\u00a0;", "spacing"),
        ("a  b", "a b", "spacing"),
        ('the "rest"', "the “rest”", "spacing"),
        ("l'Office", "l’Office", "spacing"),
        (r"2\*3", "2*3", "words"),
        ("a[^1]", "a", "words"),
    ],
)
def test_what_kind_of_change_it_is(base: str, new: str, kind: str) -> None:
    assert change_kind(base, diff(base, new)) == kind


def test_a_no_break_space_survives() -> None:
    base, new = "Il dit\u00a0: oui\u00a0; non", "Il dit\u00a0: oui\u00a0; peut-être"
    assert [op.text for op in diff(base, new)] == ["peut-être"]


def test_what_both_have_is_no_part_of_a_fine_change() -> None:
    base, new = "They must keep the old lamps.", "They shall then tend the new beacons."
    assert any(" the " in base[op.start : op.end] for op in diff(base, new))
    assert not any("the" in base[op.start : op.end].split() for op in fine(base, new))
    assert diff("a", "b") == (Op(0, 1, "b"),)
