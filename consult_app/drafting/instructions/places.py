"""The places that an amendment changes in the words of a node: what goes, what comes, and by which words
before or after it a sentence finds the place (:mod:`.instruction`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ..amendments.amendment import WordChange
from ..wordings.diff import Op
from ..wordings.wording import Run, between

#: from such a share of changed words on, the whole wording is given instead
REPLACED_SHARE = 0.75
_MOST_ANCHOR_WORDS = 12
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARKS = ("italic", "bold", "superscript", "bracket")


class Place(msgspec.Struct, frozen=True, gc=False):
    """One operation in words: what stands before it, what goes, what comes, what stands after.
    ``marked`` names a change of marks alone, of the words ``old``."""

    before: str
    old: str
    new: str
    after: str
    marked: str = ""

    def widened(self) -> Place:
        """With the word before and the word after: a change of spaces alone cannot be quoted."""
        left = re.search(r"\S+\s*$", self.before)
        right = re.match(r"\s*\S+", self.after)
        head, tail = left[0] if left else "", right[0] if right else ""
        return Place(
            self.before[: len(self.before) - len(head)],
            head + self.old + tail,
            head + self.new + tail,
            self.after[len(tail) :],
        )


def joined(base: str, ops: tuple[Op, ...]) -> tuple[Op, ...]:
    """The operations, those joined that only a mark of punctuation stands between ("núm." → "núms.")."""
    out: list[Op] = []
    for op in ops:
        between_them = base[out[-1].end : op.start] if out else ""
        if out and len(between_them) < 4 and not any(char.isalnum() for char in between_them):
            out[-1] = Op(out[-1].start, op.end, out[-1].text + between_them + op.text)
        else:
            out.append(op)
    return tuple(out)


def places(base: str, proposed: str, ops: tuple[Op, ...]) -> Iterator[Place]:
    """The places that the operations change, left to right; changes of marks after those of words."""
    shift = at = at_new = 0
    marked: list[Place] = []
    for op in ops:
        start = op.start + shift
        stop = start + len(op.text)
        old, new = between(base, op.start, op.end), between(proposed, start, stop)
        marked += _remarked(between(base, at, op.start), between(proposed, at_new, start))
        if _bare(old) == _bare(new):
            marked += _remarked(old, new)
        else:
            yield Place(
                _bare(between(base, 0, op.start)),
                seen(old, base[op.start : op.end]),
                seen(new, op.text),
                _bare(between(base, op.end, len(base))),
            )
        at, at_new, shift = op.end, stop, shift + len(op.text) - (op.end - op.start)
    marked += _remarked(between(base, at, len(base)), between(proposed, at_new, len(proposed)))
    yield from marked


def _remarked(old: tuple[Run, ...], new: tuple[Run, ...]) -> list[Place]:
    """Stretches of the same words that have other marks now."""
    out: list[Place] = []
    before = [run for run in old for _ in run.text]
    after = [run for run in new for _ in run.text]
    words = _bare(new)
    for mark in _MARKS:
        start = 0
        for place in range(min(len(before), len(after)) + 1):
            end = place == min(len(before), len(after))
            now = "" if end else _switch(mark, before[place], after[place])
            was = _switch(mark, before[start], after[start]) if start < place else now
            if now != was or end:
                if was and words[start:place].strip():
                    out.append(Place("", words[start:place].strip(), "", "", was))
                start = place
    return out


def _switch(mark: str, before: Run, after: Run) -> str:
    was, now = bool(getattr(before, mark)), bool(getattr(after, mark))
    return "" if was == now else mark if now else f"not_{mark}"


def _bare(runs: tuple[Run, ...]) -> str:
    return "".join(run.text or run.note.translate(_RAISED) for run in runs)


def seen(runs: tuple[Run, ...], plain: str | None = None) -> str:
    """The words with their square brackets; of a part, only the brackets that *plain* holds."""
    opens, closes = plain is None or "[[" in plain, plain is None or "]]" in plain
    out, bracket = "", 0
    for run in runs:
        if run.bracket != bracket:
            out += "]" * bool(bracket and closes) + "[" * bool(run.bracket and opens)
            bracket = run.bracket
        out += run.text or run.note.translate(_RAISED)
    return out + "]" * bool(bracket and closes)


def replaced(change: WordChange) -> bool:
    """Whether so much of the words is changed that the whole wording is given instead."""
    changed = sum(op.end - op.start + len(op.text) for op in change.ops)
    return changed > REPLACED_SHARE * (len(change.base) + len(change.proposed))


def anchored(place: Place, act: str) -> tuple[str, str]:
    """Where the words stand: ("after", words before it), ("start", ""), ("", "") where the words
    themselves say it. The anchor is as short as it can be and still stands only once in the text."""
    whole = place.before + place.old + place.after
    old = place.old.strip()
    if act != "insert" and whole.count(old) == 1 and len(old) > 2:
        return "", ""
    if not place.before.strip():
        return ("start", "") if act != "insert" else _before(place, whole)
    if act == "insert" and not place.after.strip():
        return "end", ""
    rest = place.old.rstrip() if act != "insert" else ""
    gap = place.before[len(place.before.rstrip()) :]
    found = ""
    for match in list(re.finditer(r"\S+", place.before))[: -_MOST_ANCHOR_WORDS - 1 : -1]:
        found = place.before[match.start() :].rstrip()
        sought = f"{found}{gap}{rest}" if rest else found
        if sum(1 for _ in _standing(sought, whole)) == 1 and len(found) > 3:
            break
    return "after", found


def _before(place: Place, whole: str) -> tuple[str, str]:
    found = ""
    for match in list(re.finditer(r"\S+", place.after))[:_MOST_ANCHOR_WORDS]:
        found = place.after[: match.end()].strip()
        if sum(1 for _ in _standing(found, whole)) == 1 and len(found) > 3:
            break
    return ("before", found.rstrip(",;:.")) if found else ("alone", "")


def _standing(words: str, whole: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", whole, re.IGNORECASE)


__all__ = ["Place", "anchored", "joined", "places", "replaced", "seen"]
