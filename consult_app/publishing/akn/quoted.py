"""The nodes that an amendment would put in, as they stand in its ``quotedStructure``: without numbers of
their own, which they get when they are adopted."""

from __future__ import annotations

from collections.abc import Sequence

from consult_app.drafting.amendments.amendment import NewNode
from consult_app.drafting.house_style.labels import item_marker

from .elements import Element, add, set_language
from .inline import write_plain

_ELEMENTS = {"paragraph": "paragraph", "item": "point", "heading": "division", "clause": "recital"}
_ABBREVIATIONS = {"paragraph": "para", "point": "point", "division": "dvs", "recital": "rec", "p": "p"}


def write_new_nodes(structure: Element, nodes: Sequence[NewNode], language: str) -> None:
    """Put *nodes*, each after the one that it stands under, into *structure*."""
    under: dict[str, list[NewNode]] = {}
    for node in nodes:
        under.setdefault(node.parent, []).append(node)
    for number, node in enumerate(under.get("", ()), start=1):
        _write(structure, node, under, str(structure.get("eId")), number, language, "")


def _write(
    parent: Element,
    node: NewNode,
    under: dict[str, list[NewNode]],
    prefix: str,
    number: int,
    language: str,
    marker: str,
) -> None:
    name = _ELEMENTS.get(node.kind, "p")
    figure = "".join(char for char in marker if char.isalnum()) or str(number)
    eid = f"{prefix}__{_ABBREVIATIONS[name]}_{figure}"
    made = add(parent, name, eId=eid, GUID=node.id)
    if name == "p":
        _words(made, node, language)
        return
    if marker:
        add(made, "num", marker)
    children = under.get(node.id, [])
    if name == "recital":
        _words(add(made, "p"), node, language)
        return
    if name == "division":
        _words(add(made, "heading"), node, language)
    target = made
    if children:
        target = add(made, "list", eId=f"{eid}__list_1")
    if name != "division":
        _words(add(add(target, "intro" if children else "content"), "p"), node, language)
    counts: dict[str, int] = {}
    for at, child in enumerate(children, start=1):
        counts[child.enumeration] = counts.get(child.enumeration, 0) + 1
        said = item_marker(child.enumeration or "dash", counts[child.enumeration], language)
        inner = said if child.kind == "item" else ""
        _write(target, child, under, str(target.get("eId")), at, language, inner)


def _words(line: Element, node: NewNode, language: str) -> None:
    said = language if node.texts.get(language) else next(iter(node.texts))
    if said != language:
        set_language(line, said)
    write_plain(line, node.texts[said], said)


__all__ = ["write_new_nodes"]
