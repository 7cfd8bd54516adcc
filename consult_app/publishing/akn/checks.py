"""What the schema does not catch: the second layer of checks that every document passes before it is written.

The schema accepts ``language="English"``, a ``#ref`` that leads nowhere, a document without a subtype; a
program that reads the file would stumble over them. A fault found here is one of this program.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache

from lxml import etree

from consult_app.places import resources

from .elements import XML_LANGUAGE, Element, local
from .names import KINDS, LANGUAGE_CODES

#: attribute: the elements, by the beginning of their names, that it may point at; "" for any
_POINTERS = {
    "source": ("TLCOrganization", "original", "passiveRef", "activeRef", "mod"),
    "by": ("TLCOrganization", "TLCPerson", "TLCRole"),
    "as": ("TLCRole",),
    "outcome": ("TLCConcept",),
    "choice": ("TLCConcept",),
    "refersTo": ("TLC",),
    "href": ("",),
    "for": ("",),
    "original": ("",),
    "current": ("",),
    "start": ("eventRef",),
    "end": ("eventRef",),
}
#: where a pointer names what the node was called while the text was amended
_BY_WORK_ID = frozenset({"original"})
_PUNCTUATION = re.compile(r"[^\w-]|^-+$|(?<=\w)-+$")
_IRI = re.compile(
    r"/akn/un/(?P<document>\w+)/(?P<subtype>\w+)/(?P<actor>[\w-]+)/(?P<date>\d{4}-\d\d-\d\d)/(?P<number>[\w-]+)"
)
_EXPRESSION = re.compile(r"/(?P<language>[a-z]{3})@\d{4}-\d\d-\d\d")

Fault = str


def faults(outer: Element) -> list[Fault]:
    """What is wrong with a document (an ``akomaNtoso``), in English, as a list for whoever mends the program;
    empty when it may be written."""
    valid = schema()
    if not valid.validate(outer):
        return str(valid.error_log).splitlines()
    return [fault for check in _CHECKS for fault in check(outer[0])]


@lru_cache(maxsize=1)
def schema() -> etree.XMLSchema:
    """The schema of OASIS, strict; what it imports lies beside it, and nothing is fetched."""
    parser = etree.XMLParser(no_network=True)
    return etree.XMLSchema(etree.parse(str(resources() / "akn" / "akomantoso30.xsd"), parser))


def _kind(document: Element) -> Iterator[Fault]:
    """@name, subtype and country are those of the lists of AKN4UN."""
    subtype = _value(document, "FRBRWork/FRBRsubtype")
    if (local(document), subtype, document.get("name")) not in KINDS:
        yield f"{local(document)} of subtype “{subtype}” is not called “{document.get('name')}”"
    if _value(document, "FRBRWork/FRBRcountry") != "un":
        yield "FRBRcountry is not un"


def _iris(document: Element) -> Iterator[Fault]:
    """The IRIs of the three levels are built of each other and say what the other elements say."""
    work = _value(document, "FRBRWork/FRBRuri")
    match = _IRI.fullmatch(work)
    if match is None:
        yield f"the IRI {work} is not made of document, subtype, actor, date and number"
        return
    said = {
        "document": local(document),
        "subtype": _value(document, "FRBRWork/FRBRsubtype"),
        "date": _value(document, "FRBRWork/FRBRdate", "date"),
        "number": _value(document, "FRBRWork/FRBRnumber"),
    }
    yield from (
        f"the IRI {work} does not have the {key} “{value}”"
        for key, value in said.items()
        if match[key] != value
    )
    authors = {each.get("href", "")[1:] for each in _find(document, "FRBRWork/FRBRauthor")}
    ends = [each.get("href", "").rpartition("/")[2] for each in document.iter() if each.get("eId") in authors]
    if match["actor"] not in ends:
        yield f"no author of the work is “{match['actor']}”"
    expression = _value(document, "FRBRExpression/FRBRuri")
    behind = _EXPRESSION.fullmatch(expression.removeprefix(work))
    language = _value(document, "FRBRExpression/FRBRlanguage", "language")
    if behind is None or behind["language"] != language:
        yield f"{expression} is no expression of {work} in “{language}”"
    manifestation = _value(document, "FRBRManifestation/FRBRuri")
    if manifestation != f"{expression}.xml":
        yield f"{manifestation} is no manifestation of {expression}"
    for level, uri, ending in (
        ("FRBRWork", work, ""),
        ("FRBRExpression", expression, ""),
        ("FRBRManifestation", expression, ".xml"),
    ):
        if _value(document, f"{level}/FRBRthis") != f"{uri}/!main{ending}":
            yield f"FRBRthis of {level} is not its main component"
        if not _find(document, f"{level}/FRBRauthor"):
            yield f"{level} has no author"


def _languages(document: Element) -> Iterator[Fault]:
    """Languages are told in ISO 639-2 in the head and in two letters in the text."""
    for name, attribute in (("FRBRlanguage", "language"), ("FRBRtranslation", "fromLanguage")):
        for each in _find(document, f"FRBRExpression/{name}"):
            if each.get(attribute) not in LANGUAGE_CODES.values():
                yield f"“{each.get(attribute)}” is no language of the house"
    for each in document.iter():
        said = each.get(XML_LANGUAGE)
        if said is not None and said not in LANGUAGE_CODES:
            yield f"“{said}” is no language of the house"


def _references(document: Element) -> Iterator[Fault]:
    """Each ``#id`` leads to an element, and to one of the right kind."""
    named = {each.get("eId", ""): local(each) for each in document.iter() if each.get("eId")}
    formerly = {each.get("wId", ""): local(each) for each in document.iter() if each.get("wId")}
    for element in document.iter():
        for key, values in element.attrib.items():
            attribute = str(key)
            if attribute not in _POINTERS:
                continue
            for value in str(values).split():
                if not value.startswith("#"):
                    if attribute != "href":
                        yield f"{attribute}=“{value}” of {local(element)} is no reference"
                    continue
                ids = formerly if attribute in _BY_WORK_ID else named
                found = ids.get(value[1:])
                if found is None:
                    yield f"{attribute}=“{value}” of {local(element)} leads nowhere"
                elif not found.startswith(_POINTERS[attribute]):
                    yield f"{attribute}=“{value}” of {local(element)} leads to {found}"


def _numbers(document: Element) -> Iterator[Fault]:
    """The eId of what has a number ends in that number; a wId differs from the eId, and is there once."""
    work_ids = Counter(each.get("wId") for each in document.iter() if each.get("wId"))
    yield from (f"the wId {name} is there {count} times" for name, count in work_ids.items() if count > 1)
    for element in document.iter():
        if element.get("wId") and element.get("wId") == element.get("eId"):
            yield f"the wId of {element.get('eId')} says nothing"
        if not len(element) or local(element[0]) != "num" or local(element) == "component":
            continue
        eid = element.get("eId") or ""
        printed = _PUNCTUATION.sub("", "".join(str(each) for each in element[0].itertext()))
        figure = eid.rpartition("__")[2].partition("_")[2]
        if printed and figure != printed:
            yield f"{eid} has the number {printed}"


def _changes(document: Element) -> Iterator[Fault]:
    """Words marked as inserted or deleted belong to a modification that says whose they are."""
    marked = {each.get("eId") for each in document.iter() if local(each) in ("ins", "del")}
    said = {each.get("href", "")[1:] for each in document.iter() if local(each) in ("old", "new")}
    yield from (f"no modification speaks of {name}" for name in sorted(str(one) for one in marked - said))


_CHECKS: tuple[Callable[[Element], Iterator[Fault]], ...] = (
    _kind,
    _iris,
    _languages,
    _references,
    _numbers,
    _changes,
)


def _find(document: Element, path: str) -> list[Element]:
    level, _slash, name = path.partition("/")
    identification = document[0][0]
    return [each for one in identification if local(one) == level for each in one if local(each) == name]


def _value(document: Element, path: str, attribute: str = "value") -> str:
    found = _find(document, path)
    return found[0].get(attribute, "") if found else ""


__all__ = ["Fault", "faults", "schema"]
