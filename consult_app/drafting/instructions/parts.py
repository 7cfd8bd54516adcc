"""The instruction sentences in parts: which of the words quoted are an anchor, which go, which come.

For formats in which quoted words are more than words (Akoma Ntoso's ``quotedText``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from ..amendments.amendment import Amendment, Change, Drafting
from ..house_style.ordinals import known
from ..text.nodes import Text
from .instruction import _Sayer

Role = Literal["", "anchor", "old", "new"]

#: stands before a quotation while a sentence is made; nobody types these (Unicode's private use area)
_MARKERS: dict[str, Role] = {"\ue000": "anchor", "\ue001": "old", "\ue002": "new"}
_QUOTES = {"en": ("“", "”"), "fr": ("«", "»"), "es": ("«", "»")}


class Part(msgspec.Struct, frozen=True):
    """A stretch of a sentence. One with a *role* is a quotation, without its marks."""

    text: str
    role: Role = ""


class Sentence(msgspec.Struct, frozen=True):
    """One instruction: the *change* that it is about, its *form* (a key of ``instruction_forms.FORMS``; ""
    for an instruction in the author's own words), and its parts."""

    change: Change
    form: str
    parts: tuple[Part, ...]


def instruction_parts(
    drafting: Drafting,
    text: Text,
    amendment: Amendment,
    language: str,
    style: str = "bis",
) -> Iterator[Sentence]:
    """The sentences of :func:`~.instruction.instruction` in *language*; the words of a new node are not in
    its sentence. ValueError for an unknown language."""
    says = _PartsSayer(drafting, text, amendment, known(language), style, False)
    for change in amendment.changes:
        for sentence in says.change(change):
            yield Sentence(change, says.form, tuple(_parts(sentence, language)))
            says.form = ""


def quotation_marks(language: str) -> tuple[str, str]:
    """The marks that stand around a quotation in a sentence of *language*."""
    return _QUOTES[known(language)]


class _PartsSayer(_Sayer):
    form = ""

    def say(self, form: str, *, node: str, **values: str) -> str:
        self.form = form
        opening = _QUOTES[self.language][0]
        for marker, role in _MARKERS.items():
            if values.get(role):
                values[role] = values[role].replace(opening, marker + opening)
        return super().say(form, node=node, **values)


def _parts(sentence: str, language: str) -> Iterator[Part]:
    opening, closing = _QUOTES[language]
    at = 0
    quoted = re.compile(f"([{''.join(_MARKERS)}]){opening}(.*?){closing}", re.DOTALL)
    for match in quoted.finditer(sentence):
        if match.start() > at:
            yield Part(sentence[at : match.start()])
        yield Part(match[2], _MARKERS[match[1]])
        at = match.end()
    if at < len(sentence):
        yield Part(sentence[at:])


__all__ = ["Part", "Role", "Sentence", "instruction_parts", "quotation_marks"]
