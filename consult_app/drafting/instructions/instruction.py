"""What an amendment asks to be done, as sentences: "In paragraph 5(iii), after “stakeholders”, insert
“and partners”." (procedure.md §7.3, instruction sentence).

The sentences come from the operations that were stored at submission, so they say what was handed
in, whatever has become of the text since. They are formulas of the house, hence tables
(``instruction_forms``) and not message ids; the amendment sheet and the window show them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..amendments.amendment import (
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
from ..amendments.rebase import CUT, NEW_CUT
from ..house_style.house import capitalized, in_reference, list_of, quote, with_article
from ..house_style.labels import item_marker
from ..house_style.ordinals import known
from ..text.nodes import Text
from ..text.numbering import labels
from ..wordings.wording import parse
from .clauses import BEFORE, CLAUSES
from .forms import FORMS, NOUNS
from .places import Place, anchored, joined, places, replaced, seen

#: from so many operations on the whole wording is given instead
MOST_OPS = 6
_MOST_SPLIT_WORDS = 6


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


def purpose(drafting: Drafting, text: Text, amendment: Amendment, language: str, style: str = "bis") -> str:
    """What *amendment* is for, as the clause that follows its number in a sentence: "to delete paragraph 5",
    «visant à supprimer le paragraphe 5», «para suprimir el párrafo 5»; several with a comma or "and".
    Otherwise as :func:`instruction`."""
    says = _Sayer(drafting, text, amendment, known(language), style, inline=True, clause=True)
    said = [clause for change in amendment.changes for clause in says.change(change)]
    places = [f" {says.place_of(change.node)}" for change in amendment.word_changes()]
    for at, (clause, after) in enumerate(pairwise(said)):
        # several changes of one paragraph name it once, behind the last
        common = next((place for place in places if clause.endswith(place) and after.endswith(place)), "")
        said[at] = clause.removesuffix(common)
    return BEFORE[language] + list_of(said, language)


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
        self,
        drafting: Drafting,
        text: Text,
        amendment: Amendment,
        language: str,
        style: str,
        inline: bool,
        clause: bool = False,
    ) -> None:
        self.clause = clause
        self.forms = (CLAUSES if clause else FORMS)[language]
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
            words = seen(parse(change.words.get(self.quoted) or next(iter(change.words.values()))))
            yield self.say("free", node=change.node, new=self.quote(words)) if self.clause else words
        elif change.language == self.quoted:
            yield from self.words(change)

    # nodes

    def split(self, change: Split) -> str:
        kind = self.text.tree.spots[change.node].kind
        noun = NOUNS[self.language].get(kind, NOUNS[self.language]["paragraph"])[0]
        words = self.spoken(change.words)
        halves = [seen(parse(half)).strip() for half in words.proposed.split(NEW_CUT)]
        if " ".join(halves).split() == seen(parse(words.base)).split():
            begins = " ".join(halves[-1].split()[:_MOST_SPLIT_WORDS])
            return self.say("split", node=change.node, noun=noun, new=self.quote(begins))
        new = list_of([self.quote(half) for half in halves], self.language)
        return self.say("split_words", node=change.node, new=new)

    def join(self, change: Join) -> str:
        words = self.spoken(change.words)
        new, old = seen(parse(words.proposed)), seen(parse(words.base.replace(CUT, " ")))
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
            words = seen(parse(node.texts.get(self.quoted) or next(iter(node.texts.values()))))
            if node.kind == "item" and node.parent:
                key = node.parent, node.enumeration
                counts[key] = counts.get(key, 0) + 1
                words = f"{item_marker(node.enumeration or 'dash', counts[key], self.quoted)} {words}"
            yield words

    # words

    def words(self, change: WordChange) -> Iterator[str]:
        found = list(places(change.base, change.proposed, joined(change.base, change.ops)))
        if not change.base or replaced(change) or len(found) > MOST_OPS:
            form = (
                "proposal"
                if self.parent
                else "chapeau"
                if self.text.tree.children.get(change.node)
                else "whole"
            )
            yield self.say(form, node=change.node, new=self.quote(seen(parse(change.proposed))))
            return
        for place in found:
            if place.marked:
                yield self.say(place.marked, node=change.node, old=self.quote(place.old))
            else:
                yield self.place(change.node, place)

    def place(self, node: str, place: Place) -> str:
        old, new = place.old.strip(), place.new.strip()
        if old == new:
            place = place.widened()
            old, new = place.old.strip(), place.new.strip()
        act = "replace" if old and new else "delete" if old else "insert"
        where, anchor = anchored(place, act)
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
        values["where"] = self.place_of(node)
        values["node"] = with_article(kind, label, self.language)
        values["of_node"] = _of(values["node"], self.language)
        if self.clause:
            if self.parent:
                values["of_node"] = self.forms["of_parent"].format(parent=self.parent)
            return self.forms[form].format_map(values)
        sentence = capitalized(self.forms[form].format_map(values))
        return sentence.rstrip() if re.search(r"(?:[.?!][”»]?|: )$", sentence) else f"{sentence}."

    def place_of(self, node: str) -> str:
        """The place as a sentence names it: "in paragraph 5", or the text that a subamendment is to."""
        if self.parent:
            return self.forms["in_parent"].format(parent=self.parent)
        spot = self.text.tree.spots.get(node)
        return self.where(spot.kind if spot else "paragraph", self.labels.get(node, "") if spot else "")

    def where(self, kind: str, label: str) -> str:
        if self.language == "fr" and kind not in ("paragraph", "item", "clause"):
            return f"dans {with_article(kind, label, 'fr')}"
        return in_reference(kind, label, self.language)

    def quote(self, words: str) -> str:
        inner = str.maketrans("“”", "‘’") if self.language == "en" else str.maketrans("«»", "“”")
        return quote(words.translate(inner), self.language)


def _of(node: str, language: str) -> str:
    if language == "en":
        return f"of {node}"
    if language == "fr":
        return f"du {node[3:]}" if node.startswith("le ") else f"de {node}"
    return f"del {node[3:]}" if language == "es" and node.startswith("el ") else f"de {node}"
