"""What an amendment asks to be done, as sentences: "In paragraph 5(iii), after “stakeholders”, insert
“and partners”." (procedure.md §7.3, instruction sentence).

The sentences come from the operations that were stored at submission, so they say what was handed
in, whatever has become of the text since. They are formulas of the house, hence tables
(``instruction_forms``) and not message ids; the amendment sheet and the window show them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from .amendments import (
    Amendment,
    Change,
    Deletion,
    Drafting,
    Free,
    Insertion,
    Join,
    Move,
    NewNode,
    Split,
    WordChange,
)
from .diff import Op
from .house import capitalized, in_reference, list_of, quote, with_article
from .instruction_forms import FORMS, NOUNS
from .labels import item_marker
from .nodes import Text
from .numbering import labels
from .ordinals import known
from .rebase import CUT, NEW_CUT
from .wording import Run, between, parse

#: from so many operations on, or such a share of changed words, the whole wording is given instead
MOST_OPS = 6
REPLACED_SHARE = 0.75
_MOST_ANCHOR_WORDS = 12
_MOST_SPLIT_WORDS = 6

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARKS = ("italic", "bold", "superscript", "bracket")


def instruction(
    drafting: Drafting,
    text: Text,
    amendment: Amendment,
    language: str,
    style: str = "bis",
    *,
    inline: bool = True,
) -> list[str]:
    """The sentences that say what *amendment* would do, in *language*, one for each place.

    The words quoted are those of *language* where the amendment has them, else those that it was
    handed in with (:func:`quoted_language`). *style* is how inserted nodes are numbered. With *inline*
    false the words of a new node are not in the sentence, which ends in a colon: they are set out
    below it. Plain strings, without marks. ValueError for an unknown language.
    """
    says = _Sayer(drafting, text, amendment, known(language), style, inline)
    return [sentence for change in amendment.changes for sentence in says.change(change)]


def quoted_language(amendment: Amendment, language: str) -> str:
    """The language of the words that :func:`instruction` quotes: *language*, or that of submission."""
    split = (change.words for change in amendment.changes if isinstance(change, Split | Join))
    changed = [*amendment.word_changes(), *(words for each in split for words in each)]
    has = any(change.language == language for change in changed)
    has = has or any(language in node.texts for node in amendment.inserted())
    has = has or any(language in change.words for change in amendment.changes if isinstance(change, Free))
    return language if has else amendment.language


class _Sayer:
    def __init__(
        self, drafting: Drafting, text: Text, amendment: Amendment, language: str, style: str, inline: bool
    ) -> None:
        self.text = text
        self.inline = inline
        self.language = language
        self.quoted = quoted_language(amendment, language)
        self.labels = labels(text.tree, False, style)
        self.parent = drafting.amendments[amendment.amends].number if amendment.amends else ""

    def change(self, change: Change) -> Iterator[str]:
        if isinstance(change, Deletion):
            yield self.say("delete_node", node=change.node)
        elif isinstance(change, Insertion):
            yield self.insertion(change)
        elif isinstance(change, Move):
            yield self.say(f"move_{change.where}", node=change.node, **self.other(change.anchor))
        elif isinstance(change, Join):
            yield self.join(change)
        elif isinstance(change, Split):
            yield self.split(change)
        elif isinstance(change, Free):
            yield _seen(parse(change.words.get(self.quoted) or next(iter(change.words.values()))))
        elif change.language == self.quoted:
            yield from self.words(change)

    # nodes

    def split(self, change: Split) -> str:
        kind = self.text.tree.spots[change.node].kind
        noun = NOUNS[self.language].get(kind, NOUNS[self.language]["paragraph"])[0]
        words = self.spoken(change.words)
        halves = [_seen(parse(half)).strip() for half in words.proposed.split(NEW_CUT)]
        if " ".join(halves).split() == _seen(parse(words.base)).split():
            begins = " ".join(halves[-1].split()[:_MOST_SPLIT_WORDS])
            return self.say("split", node=change.node, noun=noun, new=self.quote(begins))
        new = list_of([self.quote(half) for half in halves], self.language)
        return self.say("split_words", node=change.node, new=new)

    def join(self, change: Join) -> str:
        words = self.spoken(change.words)
        new, old = _seen(parse(words.proposed)), _seen(parse(words.base.replace(CUT, " ")))
        form = "join" if new.replace(CUT, " ").split() == old.split() else "join_words"
        return self.say(form, node=change.node, new=self.quote(new), **self.other(change.other))

    def spoken(self, words: tuple[WordChange, ...]) -> WordChange:
        return next((change for change in words if change.language == self.quoted), words[0])

    def other(self, node: str) -> dict[str, str]:
        spot = self.text.tree.spots.get(node)
        said = with_article(spot.kind if spot else "paragraph", self.labels.get(node, ""), self.language)
        return {"other": said, "of_other": _of(said, self.language)}

    def insertion(self, change: Insertion) -> str:
        alone, first = NOUNS[self.language][change.nodes[0].kind]
        has_items = bool(self.text.tree.children.get(change.anchor))
        form = change.where
        if form == "under" and not has_items:
            form = "under_none"
        new = self.quote(" ".join(self.lines(change.nodes))) if self.inline else ""
        noun = first if change.where == "under" else alone
        return self.say(form, node=change.anchor, noun=noun, new=new)

    def lines(self, nodes: tuple[NewNode, ...]) -> Iterator[str]:
        counts: dict[tuple[str, str], int] = {}
        for node in nodes:
            words = _seen(parse(node.texts.get(self.quoted) or next(iter(node.texts.values()))))
            if node.kind == "item" and node.parent:
                key = node.parent, node.enumeration
                counts[key] = counts.get(key, 0) + 1
                words = f"{item_marker(node.enumeration or 'dash', counts[key], self.quoted)} {words}"
            yield words

    # words

    def words(self, change: WordChange) -> Iterator[str]:
        places = list(_places(change.base, change.proposed, _joined(change.base, change.ops)))
        if not change.base or _replaced(change) or len(places) > MOST_OPS:
            form = (
                "proposal"
                if self.parent
                else "chapeau"
                if self.text.tree.children.get(change.node)
                else "whole"
            )
            yield self.say(form, node=change.node, new=self.quote(_seen(parse(change.proposed))))
            return
        for place in places:
            if place.marked:
                yield self.say(place.marked, node=change.node, old=self.quote(place.old))
            else:
                yield self.place(change.node, place)

    def place(self, node: str, place: _Place) -> str:
        old, new = place.old.strip(), place.new.strip()
        if old == new:
            place = place.widened()
            old, new = place.old.strip(), place.new.strip()
        act = "replace" if old and new else "delete" if old else "insert"
        where, anchor = _anchored(place, act)
        return self.say(
            f"{act}_{where}" if where else act,
            node=node,
            anchor=self.quote(anchor),
            old=self.quote(old),
            new=self.quote(new),
        )

    # sentences

    def say(self, form: str, *, node: str, **values: str) -> str:
        spot = self.text.tree.spots.get(node)
        kind, label = (spot.kind, self.labels.get(node, "")) if spot else ("paragraph", "")
        values["parent"] = self.parent
        if self.parent:
            values["where"] = FORMS[self.language]["in_parent"].format(parent=self.parent)
        else:
            values["where"] = self.where(kind, label)
        values["node"] = with_article(kind, label, self.language)
        values["of_node"] = _of(values["node"], self.language)
        sentence = capitalized(FORMS[self.language][form].format_map(values))
        return sentence.rstrip() if re.search(r"(?:[.?!][”»]?|: )$", sentence) else f"{sentence}."

    def where(self, kind: str, label: str) -> str:
        if self.language == "fr" and kind not in ("paragraph", "item", "clause"):
            return f"dans {with_article(kind, label, 'fr')}"
        return in_reference(kind, label, self.language)

    def quote(self, words: str) -> str:
        inner = str.maketrans("“”", "‘’") if self.language == "en" else str.maketrans("«»", "“”")
        return quote(words.translate(inner), self.language)


def _of(node: str, language: str) -> str:
    if language == "fr":
        return f"du {node[3:]}" if node.startswith("le ") else f"de {node}"
    return f"del {node[3:]}" if language == "es" and node.startswith("el ") else f"de {node}"


class _Place(msgspec.Struct, frozen=True, gc=False):
    """One operation in words: what stands before it, what goes, what comes, what stands after.
    ``marked`` names a change of marks alone, of the words ``old``."""

    before: str
    old: str
    new: str
    after: str
    marked: str = ""

    def widened(self) -> _Place:
        """With the word before and the word after: a change of spaces alone cannot be quoted."""
        left = re.search(r"\S+\s*$", self.before)
        right = re.match(r"\s*\S+", self.after)
        head, tail = left[0] if left else "", right[0] if right else ""
        return _Place(
            self.before[: len(self.before) - len(head)],
            head + self.old + tail,
            head + self.new + tail,
            self.after[len(tail) :],
        )


def _joined(base: str, ops: tuple[Op, ...]) -> tuple[Op, ...]:
    """The operations, those joined that only a mark of punctuation stands between ("núm." → "núms.")."""
    out: list[Op] = []
    for op in ops:
        between_them = base[out[-1].end : op.start] if out else ""
        if out and len(between_them) < 4 and not any(char.isalnum() for char in between_them):
            out[-1] = Op(out[-1].start, op.end, out[-1].text + between_them + op.text)
        else:
            out.append(op)
    return tuple(out)


def _places(base: str, proposed: str, ops: tuple[Op, ...]) -> Iterator[_Place]:
    """The places that the operations change, left to right; changes of marks after those of words."""
    shift = at = at_new = 0
    marked: list[_Place] = []
    for op in ops:
        start = op.start + shift
        stop = start + len(op.text)
        old, new = between(base, op.start, op.end), between(proposed, start, stop)
        marked += _remarked(between(base, at, op.start), between(proposed, at_new, start))
        if _bare(old) == _bare(new):
            marked += _remarked(old, new)
        else:
            yield _Place(
                _bare(between(base, 0, op.start)),
                _seen(old, base[op.start : op.end]),
                _seen(new, op.text),
                _bare(between(base, op.end, len(base))),
            )
        at, at_new, shift = op.end, stop, shift + len(op.text) - (op.end - op.start)
    marked += _remarked(between(base, at, len(base)), between(proposed, at_new, len(proposed)))
    yield from marked


def _remarked(old: tuple[Run, ...], new: tuple[Run, ...]) -> list[_Place]:
    """Stretches of the same words that have other marks now."""
    out: list[_Place] = []
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
                    out.append(_Place("", words[start:place].strip(), "", "", was))
                start = place
    return out


def _switch(mark: str, before: Run, after: Run) -> str:
    was, now = bool(getattr(before, mark)), bool(getattr(after, mark))
    return "" if was == now else mark if now else f"not_{mark}"


def _bare(runs: tuple[Run, ...]) -> str:
    return "".join(run.text or run.note.translate(_RAISED) for run in runs)


def _seen(runs: tuple[Run, ...], plain: str | None = None) -> str:
    """The words with their square brackets; of a part, only the brackets that *plain* holds."""
    opens, closes = plain is None or "[[" in plain, plain is None or "]]" in plain
    out, bracket = "", 0
    for run in runs:
        if run.bracket != bracket:
            out += "]" * bool(bracket and closes) + "[" * bool(run.bracket and opens)
            bracket = run.bracket
        out += run.text or run.note.translate(_RAISED)
    return out + "]" * bool(bracket and closes)


def _replaced(change: WordChange) -> bool:
    changed = sum(op.end - op.start + len(op.text) for op in change.ops)
    return changed > REPLACED_SHARE * (len(change.base) + len(change.proposed))


def _anchored(place: _Place, act: str) -> tuple[str, str]:
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


def _before(place: _Place, whole: str) -> tuple[str, str]:
    found = ""
    for match in list(re.finditer(r"\S+", place.after))[:_MOST_ANCHOR_WORDS]:
        found = place.after[: match.end()].strip()
        if sum(1 for _ in _standing(found, whole)) == 1 and len(found) > 3:
            break
    return ("before", found.rstrip(",;:.")) if found else ("alone", "")


def _standing(words: str, whole: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", whole, re.IGNORECASE)
