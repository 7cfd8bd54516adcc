"""Labels: how each node is called while the text is amended, and in the final text.

Labels are derived from the tree alone. While a text is amended numbers hold: an inserted paragraph
is 5bis, 5ter … (5a, 5b … in the ``letter`` style), one before the first is -1, and a deleted one
keeps its number; the final text is numbered through (contract.md, "Names").
"""

from __future__ import annotations

from functools import lru_cache

from ..house_style.labels import marker_of
from ..house_style.ordinals import alpha, roman
from .nodes import ROOT, Spot, Tree

_LATIN = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies")
_SINGLE = {"title", "organ", "adoption", "closing"}
_NAMES = {"clause": "preamble", "heading": "heading", "footnote": "footnote"}


def suffix(inserted: int, style: str = "bis") -> str:
    """The suffix of the *inserted*-th node put in after the same one."""
    if style == "letter":
        return alpha(inserted)
    return _LATIN[inserted - 1] if inserted <= len(_LATIN) else f"bis{inserted}"


@lru_cache(maxsize=64)
def labels(
    tree: Tree, final: bool = False, style: str = "bis", without: frozenset[str] = frozenset()
) -> dict[str, str]:
    """Label of each node by id. *final* numbers through and leaves out the nodes *without*."""
    out: dict[str, str] = {}
    _level(tree, ROOT, "", final, style, without, out)
    return out


def _level(
    tree: Tree,
    parent: str,
    prefix: str,
    final: bool,
    style: str,
    without: frozenset[str],
    out: dict[str, str],
) -> None:
    counts: dict[str, int] = {}
    siblings = [tree.spots[node] for node in tree.children.get(parent, ())]
    drafted = {_series(spot) for spot in siblings if not spot.inserted and not spot.gone}
    for node in tree.children.get(parent, ()):
        spot = tree.spots[node]
        if spot.gone or (final and (spot.ghost or node in without)):
            continue
        series = _series(spot)
        held = spot.inserted and not final
        if not held:
            counts[series] = counts.get(series, 0) + 1
        if spot.kind == "item" and held and series not in drafted:
            # where no item stood before there is no number to hold: the first put in is (i)
            out[node] = _label(spot, prefix, spot.inserted, 0, "")
            _level(tree, node, out[node], final, style, without, out)
            continue
        number = counts.get(series, 0)
        tail = suffix(spot.inserted, style) if held and number else ""
        if spot.ghost:
            continue  # it was counted: the number is not given again
        out[node] = _label(spot, prefix, number, spot.inserted if held and not number else 0, tail)
        _level(tree, node, out[node], final, style, without, out)


def _series(spot: Spot) -> str:
    return f"item {spot.enumeration}" if spot.kind == "item" else spot.kind


def _label(spot: Spot, prefix: str, number: int, before_first: int, tail: str) -> str:
    if spot.kind == "paragraph":
        return f"-{before_first}" if before_first else f"{number}{tail}"
    if spot.kind == "item":
        if spot.enumeration == "dash":
            return f"{prefix}(-{before_first or number}){tail}"
        body = {"roman": roman, "alpha": alpha}.get(spot.enumeration, str)(number) if number else ""
        return f"{prefix}(-{before_first})" if before_first else f"{prefix}({body}){tail}"
    name = _NAMES.get(spot.kind, spot.kind)
    if before_first:
        return f"{name} -{before_first}"
    if spot.kind in _SINGLE and number == 1 and not tail:
        return name
    return f"{name} {number}{tail}"


@lru_cache(maxsize=64)
def by_label(tree: Tree, style: str = "bis") -> dict[str, str]:
    """Node id by label: the inverse of :func:`labels`."""
    return {label: node for node, label in labels(tree, False, style).items()}


def printed(spot: Spot, label: str, language: str) -> str:
    """What is printed before a node: "5.", "(iii)" or "iii)", "–"; "" where nothing is."""
    if spot.kind == "item" and spot.enumeration == "dash":
        return "–"
    return marker_of(label, language) if spot.kind in ("paragraph", "item") else ""
