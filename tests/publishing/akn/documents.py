"""Documents of Akoma Ntoso for the tests: made as an export makes them, and read again."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from consult_app.publishing.akn.checks import schema
from consult_app.publishing.akn.elements import NAMESPACE, Element
from consult_app.publishing.akn.writer import documents
from consult_app.state import State

EVERY = ("en", "fr", "es")


def made(state: State, key: str, languages: Sequence[str] = EVERY, seq: int = 7) -> dict[str, Element]:
    """The documents of the paper *key* by key and language ("final en"), read from their bytes and valid."""
    out = {}
    for document in documents(state, key, languages, seq):
        root = etree.fromstring(document.data)
        schema().assertValid(root)
        out[f"{document.key} {document.language}"] = root
    return out


def found(root: Element, path: str) -> list[Element]:
    """The elements at *path*, in which each name is one of Akoma Ntoso."""
    return root.findall("." + "".join(f"//{{{NAMESPACE}}}{name}" for name in path.split("/")))


def said(root: Element, path: str) -> list[str]:
    """The words of the elements at *path*."""
    return ["".join(str(each) for each in element.itertext()) for element in found(root, path)]


def named(root: Element, eid: str) -> Element:
    """The element with that eId."""
    (element,) = (each for each in root.iter() if each.get("eId") == eid)
    return element


def ids(root: Element) -> list[tuple[str | None, str | None, str | None]]:
    """eId, wId and GUID of each element that has one, in the order of the document."""
    every = ((each.get("eId"), each.get("wId"), each.get("GUID")) for each in root.iter())
    return [each for each in every if any(each)]
