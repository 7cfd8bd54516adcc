"""What an amendment may propose, as the form offers it: the words to choose by and what is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from consult_app.drafting.amendments.proposals import Asked
from consult_app.drafting.text.nodes import Text
from consult_app.meetings.reasons import N_


@dataclass(frozen=True)
class Way:
    """One entry of the list. ``words`` is the message id to choose by, ``kind`` and ``node_kind`` are
    those of the command; ``label`` and ``help`` are over and under the field of words, "" where none
    is asked for. ``lone`` kinds are about the whole text and stand alone in their amendment."""

    words: str
    kind: str
    node_kind: str = ""
    label: str = N_("Proposed wording")
    help: str = ""
    lone: bool = False


_WHOLE: Final = N_("The whole wording as it should read. *italic*, **bold**; further lines are items.")

WAYS: Final[dict[str, Way]] = {
    "replace": Way(N_("Replace the wording"), "replace", help=_WHOLE),
    "after": Way(N_("Insert after it"), "insert_after", help=_WHOLE),
    "under": Way(N_("Insert an item under it"), "insert_after", "item", help=_WHOLE),
    "before": Way(N_("Insert before it"), "insert_before", help=_WHOLE),
    "delete": Way(N_("Delete it"), "delete", label=""),
    "move": Way(N_("Move it"), "move", label=""),
    "split": Way(
        N_("Split it in two"),
        "split",
        label=N_("Wording of the two"),
        help=N_("Press Enter where the second begins: each of the two stands on a line of its own."),
    ),
    "join": Way(
        N_("Join it with the next"),
        "join",
        label=N_("Wording of the two together"),
        help=N_("As it stands, the two are joined in every language; other words are an amendment to them."),
    ),
    "global": Way(N_("Replace words throughout the text"), "global", label="", lone=True),
    "free": Way(
        N_("Instruct in words"),
        "free",
        label=N_("Instruction"),
        help=N_("What is to be done. When it is adopted, somebody puts it into the text."),
    ),
}


def standing_words(text: Text, node: str, language: str, way: str) -> str:
    """The words that the field begins with for *way*: today's, those of both for a join, or none."""
    words = text.nodes[node].text(language)
    if way == "join":
        following = next_of_kind(text, node)
        return f"{words} {text.nodes[following].text(language)}" if following else words
    return words if way in ("replace", "split") else ""


def next_of_kind(text: Text, node: str) -> str:
    """The node that *node* would be joined with: the next beside it, "" where none of its kind is."""
    spot = text.tree.spots[node]
    siblings = [
        each
        for each in text.tree.children[spot.parent]
        if each in text.nodes and not text.nodes[each].deleted
    ]
    after = siblings[siblings.index(node) + 1 :] if node in siblings else []
    return after[0] if after and text.tree.spots[after[0]].kind == spot.kind else ""


def change_asked(way: str, node: str, words: str, prefilled: str, to: str) -> Asked:
    """The change that is asked for; *prefilled* are the words that the field began with."""
    chosen = WAYS[way]
    bare = not chosen.label or (way == "join" and words == prefilled.strip())
    return Asked(
        kind=chosen.kind,  # type: ignore[arg-type]
        target=node,
        text=None if bare else words,
        to=to,
        node_kind=chosen.node_kind or None,  # type: ignore[arg-type]
    )
