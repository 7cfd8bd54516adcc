"""References in the text to its own paragraphs: found, followed to their node, rewritten
("paragraph 6(ii)" becomes "paragraph 7(iii)" when the text is numbered through).

Only the figure follows; every other character of an adopted wording stays as it is. A reference to
a paragraph of another document ("paragraph 4 of the Resolution", "GB.319/POL/2, paragraph 14") is
not one of ours and is left alone.
"""

from __future__ import annotations

import msgspec

from ..house_style.referring import references
from .nodes import Text
from .numbering import by_label, labels


class Dangling(msgspec.Struct, frozen=True, gc=False):
    """A reference that leads nowhere: in the wording of *node* in *language*, to *label*. ``deleted``
    when there was such a paragraph and it was deleted."""

    node: str
    language: str
    label: str
    deleted: bool


def renumbered(text: Text, style: str = "bis") -> dict[str, str]:
    """The renumbering table of a text: label while amending → label in the final text, for the nodes
    that are in it."""
    gone = frozenset(node.id for node in text if node.deleted)
    new = labels(text.tree, True, style, gone)
    return {old: new[node] for node, old in labels(text.tree, False, style).items() if node in new}


def dangling(text: Text, language: str, style: str = "bis") -> list[Dangling]:
    """References in the wordings of *language* that lead to no node, or to one that was deleted."""
    named = by_label(text.tree, style)
    out = []
    for node in text:
        if node.deleted:
            continue
        for found in references(node.text(language), language):
            target = text.nodes.get(named.get(found.label, ""))
            if target is None or target.deleted:
                out.append(Dangling(node.id, language, found.label, target is not None))
    return out
