"""The papers as files of Akoma Ntoso: which documents a paper comes to, and their bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import msgspec
from lxml import etree

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.text.nodes import Text
from consult_app.meetings.reasons import N_, refuse
from consult_app.state import State

from ..papers.sheet import in_order_of_receipt
from . import names
from .amendment import amendment_document, languages_of
from .amendment_list import by_place, by_receipt
from .checks import Fault, faults
from .elements import Element
from .record import record
from .statement import statement
from .text_parts import same_ids

#: builds the document of a paper: state, language, row of the record, day on which the file is made
_LISTS: dict[str, Callable[[State, str, int, str], Element]] = {
    "sheet": by_receipt,
    "compendium": by_place,
    "decisions": record,
}
_MOST_FAULTS = 3


class Document(msgspec.Struct, frozen=True):
    """A file to be written: what its name is made of beside the symbol (``final``, ``sheet``, ``D.3`` …),
    its language, its bytes."""

    key: str
    language: str
    data: bytes


def documents(state: State, key: str, languages: Sequence[str], seq: int = 0, at: str = "") -> list[Document]:
    """The documents that the paper *key* comes to in *languages*: of the final text a statement for each
    text, of the sheet and the compendium a list and its amendments, of the decisions their record.

    An amendment is made in each of the languages that it has words in, or as it was handed in. *seq* and *at*
    are the last row of the record and when it was written. Raises Refused when a document would not be
    sound (a fault of the program), KeyError for a paper without such a form.
    """
    day = at[:10] or names.as_at(state)
    made = list(_made(state, key, languages, seq, day))
    return [Document(name, language, _sound(name, root)) for name, language, root in made]


def listed(state: State, key: str, languages: Sequence[str]) -> set[tuple[str, str]]:
    """Key and language of each of the :func:`documents` that would be made."""
    if key == "final":
        texts = [_text_key(text, number) for number, text in enumerate(state.drafting.texts.values())]
        return {(name, language) for name in texts for language in languages}
    amendments = state.drafting.amendments.values() if key != "decisions" else ()
    found = ((_amendment_key(each), said) for each in amendments for said in _expressions(each, languages))
    return {*((key, language) for language in languages), *found}


def _text_key(text: Text, number: int) -> str:
    return f"final-{names.number_of(text.id)}" if number else "final"


def _amendment_key(amendment: Amendment) -> str:
    return re.sub(r"[^\w.]+", "-", amendment.number).strip("-")


def _expressions(amendment: Amendment, languages: Sequence[str]) -> tuple[str, ...]:
    """The languages that *amendment* is written in where papers are asked for in *languages*."""
    spoken = languages_of(amendment)
    return tuple(dict.fromkeys(each if each in spoken else amendment.language for each in languages))


def _made(
    state: State, key: str, languages: Sequence[str], seq: int, day: str
) -> Iterator[tuple[str, str, Element]]:
    if key == "final":
        yield from _statements(state, languages, seq, day)
        return
    for language in languages:
        yield key, language, _LISTS[key](state, language, seq, day)
    if key == "decisions":
        return
    for amendment in in_order_of_receipt(state):
        for language in _expressions(amendment, languages):
            yield _amendment_key(amendment), language, amendment_document(state, amendment, language, day)


def _statements(
    state: State, languages: Sequence[str], seq: int, day: str
) -> Iterator[tuple[str, str, Element]]:
    for number, text in enumerate(state.drafting.texts.values()):
        name = _text_key(text, number)
        found = [(name, language, statement(state, text, language, seq, day)) for language in languages]
        if not same_ids(root for _name, _language, root in found):
            raise _fault(name, ["the languages do not have the same eIds, wIds and GUIDs"])
        yield from found


def _sound(name: str, root: Element) -> bytes:
    found = faults(root)
    if found:
        raise _fault(name, found)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True)) + b"\n"


def _fault(name: str, found: list[Fault]) -> Exception:
    return refuse(
        "akn_fault",
        N_(
            "The Akoma Ntoso file “{name}” would not be sound, so nothing was written. This is a fault of "
            "the program: please report it, with “{faults}”; the other formats can be written."
        ),
        name=name,
        faults="; ".join(found[:_MOST_FAULTS]),
    )


__all__ = ["Document", "documents", "listed"]
