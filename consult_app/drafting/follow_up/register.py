"""The register of follow-up: what the adopted text commits whom to, one action an item (procedure.md
§6.1, §2.5).

It is derived from the text as it stands, so that it follows each amendment; what a person entered is
kept with the node and stays through renumbering.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Literal

import msgspec

from ..amendments.actions import ActionEntry
from ..amendments.amendment import Drafting
from ..text.nodes import ROOT, Node, Text, Tree
from ..text.numbering import labels
from .commitments import Reading, Said, chapeau, plain_words, reading, said, sentence

Role = Literal["", "consideration", "action_chapeau", "action"]
_SUBSTANCE = ("paragraph", "item")


class Action(msgspec.Struct, frozen=True, gc=False):
    """One action of the register.

    ``id`` is the label of its node ("5(iii)"), or its own number ("F.1"); ``key`` is by what it is
    kept. ``texts`` and ``readings`` are by language. What a person entered is in the plain fields,
    ``edited`` names those; ``condition`` and ``partners`` are "" and () where the text's own, by
    language in ``readings``, hold.
    """

    id: str
    key: str
    node: str
    text_id: str
    actors: tuple[str, ...]
    strength: str
    texts: dict[str, str]
    readings: dict[str, Reading] = {}
    chapeau: str = ""
    condition: str = ""
    partners: tuple[str, ...] = ()
    due: str = ""
    reporting_body: str = ""
    unit: str = ""
    status: str = "extracted"
    note: str = ""
    edited: tuple[str, ...] = ()

    def condition_in(self, language: str) -> str:
        """The condition as entered, or as the text says it in *language*."""
        if "condition" in self.edited:
            return self.condition
        return "; ".join(self._reading(language).conditions)

    def partners_in(self, language: str) -> tuple[str, ...]:
        """The partners as entered, or as the text names them in *language*."""
        return self.partners if "partners" in self.edited else self._reading(language).partners

    def _reading(self, language: str) -> Reading:
        return self.readings.get(language) or next(iter(self.readings.values()), Reading())


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """A sentence in a consideration that says who is to act: a person may make it an action."""

    id: str
    node: str
    actors: tuple[str, ...]
    strength: str
    language: str
    sentence: str


def roles(text: Text) -> dict[str, Role]:
    """The role of each node that stands: ``action_chapeau`` introduces actions, ``action`` is one,
    every other paragraph or item is a ``consideration``; "" for what is no substance."""
    return {node: role for node, (role, _said) in _read(_Key(text)).items()}


def register(
    drafting: Drafting, text: Text, *, final: bool = False, style: str = "bis"
) -> tuple[Action, ...]:
    """The actions of *text* in order, and behind them those that were entered without a node; *final*
    has the labels of the renumbered text."""
    found = _read(_Key(text))
    without = frozenset(node.id for node in text if node.deleted)
    named = labels(text.tree, final, style, without if final else frozenset())
    out = []
    for node, (role, who) in found.items():
        entry = drafting.followup.get(node, ActionEntry())
        if (role == "action" or entry.added) and not entry.removed:
            out.append(_action(text, node, named.get(node, node), who, entry))
    first = next(iter(drafting.texts), "")
    for key, entry in drafting.followup.items():
        if entry.text and text.id == first:
            readings = {lang: reading(words, lang) for lang, words in entry.text.items()}
            own = Action(key, key, "", text.id, (), "", entry.text, readings)
            out.append(_entered(_reported(own), entry))
    return tuple(out)


def candidates(drafting: Drafting, text: Text, style: str = "bis") -> tuple[Candidate, ...]:
    """The sentences of considerations that say who is to act, in order: not in the register."""
    named = labels(text.tree, False, style)
    out = []
    for node, (role, _who) in _read(_Key(text)).items():
        entry = drafting.followup.get(node, ActionEntry())
        if role == "consideration" and not entry.added:
            language = text.nodes[node].original
            words = plain_words(text.nodes[node].text(language))
            for each in said(words, language):
                begins = max(words.rfind(mark, 0, each.start) for mark in (". ", "; ")) + 1
                ends = words.find(". ", each.end)
                quoted = words[begins : ends + 1 or None].strip(" ;")
                out.append(Candidate(named[node], node, each.actors, each.strength, language, quoted))
    return tuple(out)


class _Key:
    """A text as the key of a cache: by identity, because a text never changes."""

    def __init__(self, text: Text) -> None:
        self.text = text

    def __hash__(self) -> int:
        return id(self.text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.text is self.text


@lru_cache(maxsize=8)
def _read(key: _Key) -> dict[str, tuple[Role, Said | None]]:
    text = key.text
    out: dict[str, tuple[Role, Said | None]] = {}
    for node in text.tree.walk():
        spot = text.tree.spots[node]
        if text.nodes[node].deleted or spot.gone:
            continue
        parent = spot.parent
        if spot.kind not in _SUBSTANCE:
            out[node] = "", None
        elif parent != ROOT and out.get(parent, ("", None))[0] == "action":
            out[node] = "", None  # a part of the action above it
        else:
            out[node] = _role(text.tree, text.nodes, node, out.get(parent))
    return out


def _role(
    tree: Tree, nodes: dict[str, Node], node: str, above: tuple[Role, Said | None] | None
) -> tuple[Role, Said | None]:
    own = nodes[node]
    items = [child for child in tree.children.get(node, ()) if child in nodes and not nodes[child].deleted]
    who = _first(own, chapeau) if items else None
    if who is not None:
        return "action_chapeau", who
    alone = _first(own, sentence)
    if above is not None and above[0] == "action_chapeau":
        return "action", alone or above[1]
    return ("action", alone) if alone is not None and not items else ("consideration", None)


def _first(node: Node, find: Callable[[str, str], Said | None]) -> Said | None:
    """What *find* sees in the language last decided in, or else in another."""
    for language in dict.fromkeys((node.original, *node.wordings)):
        words = plain_words(node.text(language))
        found = find(words, language) if words else None
        if found is not None:
            return found
    return None


def _action(text: Text, node: str, label: str, who: Said | None, entry: ActionEntry) -> Action:
    own = text.nodes[node]
    texts = {language: own.text(language) for language in text.languages if own.text(language)}
    if who is None:  # made an action by hand: the first that the words name
        found = said(plain_words(own.text(own.original)), own.original)
        who = found[0] if found else None
    languages = sorted(texts, key=lambda language: language != own.original)
    readings = {language: reading(_whole(text, node, language), language) for language in languages}
    above = text.tree.spots[node].parent
    action = Action(
        id=label,
        key=node,
        node=node,
        text_id=text.id,
        actors=who.actors if who else (),
        strength=who.strength if who else "",
        texts=texts,
        readings=readings,
        chapeau=above,
    )
    return _entered(_reported(action), entry)


def _reported(action: Action) -> Action:
    """The action with when it is due and to whom it is reported, as the first language says that does."""
    readings = action.readings.values()
    return msgspec.structs.replace(
        action,
        due=next((each.due for each in readings if each.due), ""),
        reporting_body=next((each.body for each in readings if each.body), ""),
    )


def _whole(text: Text, node: str, language: str) -> str:
    """The words of the node and of what stands under it, as one sentence."""
    parts = (text.nodes[each] for each in text.tree.under(node))
    return " ".join(plain_words(part.text(language)) for part in parts if not part.deleted).strip()


def _entered(action: Action, entry: ActionEntry) -> Action:
    """The action with what a person entered."""
    by_hand = {
        name: getattr(entry, name)
        for name in ("actors", "strength", "condition", "partners", "due", "reporting_body")
        if getattr(entry, name) is not None
    }
    kept = {"unit": entry.unit, "status": entry.status, "note": entry.note}
    return msgspec.structs.replace(action, **by_hand, **kept, edited=tuple(by_hand))


__all__ = ["Action", "Candidate", "Role", "candidates", "register", "roles"]
