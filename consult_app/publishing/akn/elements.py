"""Elements of Akoma Ntoso, made with lxml."""

from __future__ import annotations

import re

from lxml import etree

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
#: XML has no place for these
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")

Element = etree._Element


def root(name: str, attributes: dict[str, str]) -> tuple[Element, Element]:
    """``akomaNtoso`` and the document *name* in it."""
    outer = etree.fromstring(f'<akomaNtoso xmlns="{NAMESPACE}"/>')
    return outer, add(outer, name, **attributes)


def add(parent: Element, name: str, said: str = "", /, **attributes: str) -> Element:
    """A new last child of *parent*; an attribute without a value is left out."""
    made = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    for key, value in attributes.items():
        if value:
            made.set(key.rstrip("_"), clean(value))
    if said:
        made.text = clean(said)
    return made


def append_text(parent: Element, said: str) -> None:
    """Put words behind all that *parent* holds."""
    last = parent[-1] if len(parent) else None
    if last is None:
        parent.text = (parent.text or "") + clean(said)
    else:
        last.tail = (last.tail or "") + clean(said)


def set_language(element: Element, language: str) -> None:
    """Say that the words of *element* are in that language."""
    element.set(XML_LANGUAGE, language)


def clean(said: str) -> str:
    """*said* without the characters that XML cannot hold."""
    return _NO_XML.sub("", said)


def local(element: Element) -> str:
    """The name of *element* without its namespace."""
    return str(element.tag).rpartition("}")[2]
