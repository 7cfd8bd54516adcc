"""References to paragraphs and items as they are written in words, in each language: found, tied, rewritten.

Only the figure follows; every other character of an adopted wording stays as it is. A reference to
a paragraph of another document ("paragraph 4 of the Resolution", "GB.319/POL/2, paragraph 14") is
not one of ours and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

import msgspec

from .labels import label_figure
from .ordinals import known

_SPACE = r"[ \u00a0\u202f]"
_LATIN = r"\*?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies)\*?"
_INNER = r"(?:[ivxlc]+|[a-z]{1,2}|\d{1,2})"
_HEAD = rf"\d{{1,3}}(?:{_SPACE}?{_LATIN}|[a-z]{{1,2}}(?![\w)]))?"
_PARTS = {
    "en": rf"(?:{_SPACE}?\((?:{_INNER}|-\d*)\)(?:{_SPACE}?{_LATIN})?)*",
    "fr": rf"(?:,?{_SPACE}(?:{_INNER}|-\d*)\)(?:{_SPACE}?{_LATIN})?)*",
    "es": rf"(?:,?{_SPACE}(?:{_INNER}|-\d*)\)(?:{_SPACE}?{_LATIN})?)*",
}
_NOUN = {"en": "paragraph", "fr": "paragraphe", "es": "párrafo"}
_JOINT = {
    "en": rf",?{_SPACE}(?:and|or|to|through){_SPACE}|,{_SPACE}|{_SPACE}?\u2013{_SPACE}?",
    "fr": rf",?{_SPACE}(?:et|ou|à){_SPACE}|,{_SPACE}|{_SPACE}?[\u2013-]{_SPACE}?",
    "es": rf",?{_SPACE}(?:y|e|o|u|a|al){_SPACE}|,{_SPACE}|{_SPACE}?[\u2013-]{_SPACE}?",
}
#: "item (ii) of paragraph 4": the figure of the item comes first
_ITEM_FIRST = {
    "en": rf"(?:sub-?paragraph|item|clause){_SPACE}(?P<item>\({_INNER}\)){_SPACE}of{_SPACE}",
    "fr": rf"(?:alinéa|point){_SPACE}(?P<item>{_INNER}\)){_SPACE}du{_SPACE}",
    "es": rf"(?:apartado|inciso|punto){_SPACE}(?P<item>{_INNER}\)){_SPACE}del{_SPACE}",
}
#: what follows says that the paragraph is that of another document, unless it is this one
_OF = {
    "en": rf"{_SPACE}of{_SPACE}(?!th(?:ese|e{_SPACE}present){_SPACE}|this{_SPACE}(?:text|resolution))",
    "fr": rf"{_SPACE}(?:de{_SPACE}|du{_SPACE}|des{_SPACE}|d[’'])"
    rf"(?!(?:(?:les|la|le){_SPACE})?(?:présente?s?|ces|cette){_SPACE})",
    "es": rf"{_SPACE}(?:de{_SPACE}|del{_SPACE})(?!(?:(?:las|la|el){_SPACE})?(?:presentes?|estas?){_SPACE})",
}
_ELSEWHERE = re.compile(
    rf"(?:\b[A-Z][\w.]*/[\w./()-]*\w\)?|\b[Aa]rt(?:icles?|ículos?|\.|s){_SPACE}\d+|\([Nn][\wº°.]*{_SPACE}?\d+\)),?"
    rf"{_SPACE}\(?$"
)


class Reference(msgspec.Struct, frozen=True, gc=False):
    """A reference in a wording: the *label* that it means, and where its figure stands in the plain
    form. ``item`` is the place of the item's figure where that comes first, else empty."""

    label: str
    start: int
    end: int
    item: tuple[int, int] = (0, 0)


@lru_cache(maxsize=3)
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    figure = _HEAD + _PARTS[known(language)]
    joint = _JOINT[language]
    # a list of figures follows the plural only: "in paragraph 5, 30 per cent of the workers"
    whole = re.compile(
        rf"(?:{_ITEM_FIRST[language]})?\b{_NOUN[language]}"
        rf"(?:s{_SPACE}(?P<several>{figure}(?:(?:{joint}){figure})*)|{_SPACE}(?P<one>{figure}))",
        re.IGNORECASE,
    )
    return whole, re.compile(figure, re.IGNORECASE), re.compile(_OF[language])


@lru_cache(maxsize=8192)
def references(plain: str, language: str) -> tuple[Reference, ...]:
    """The references to paragraphs and items in a wording (plain form), left to right. ValueError
    for an unknown language."""
    return tuple(_found(plain, known(language)))


def _found(plain: str, language: str) -> Iterator[Reference]:
    whole, figure, of = _patterns(language)
    for match in whole.finditer(plain):
        if of.match(plain, match.end()) or _ELSEWHERE.search(
            plain[max(0, match.start() - 60) : match.start()]
        ):
            continue
        start, end = match.span("several" if match["several"] else "one")
        item = match.span("item")
        for found in figure.finditer(plain, start, end):
            label = _label(found[0])
            if item != (-1, -1):
                yield Reference(label + f"({match['item'].strip('()')})", found.start(), found.end(), item)
                item = -1, -1
            else:
                yield Reference(label, found.start(), found.end())


def _label(figure: str) -> str:
    head = re.match(_HEAD, figure, re.IGNORECASE)
    out = head[0] if head else figure
    for inner, suffix in re.findall(rf"({_INNER}|-\d*)\)(?:{_SPACE}?({_LATIN}))?", figure[len(out) :]):
        out += f"({inner}){suffix}"
    return re.sub(rf"[*]|{_SPACE}", "", out)


def within(words: str, language: str) -> Iterator[int]:
    """Where spaces stand inside a reference in *words* (plain characters, no marks) over which a line may
    not break: between its noun and the figure, and inside the figure ("paragraphe 4 ii)"). References to
    other documents too. ValueError for an unknown language."""
    whole, figure, _of = _patterns(known(language))
    for match in whole.finditer(words):
        start, _end = match.span("several" if match["several"] else "one")
        item = match.start("item")
        yield from (place - 1 for place in (start, item) if place > 0)
        for found in figure.finditer(words, start, match.end()):
            yield from (place for place in range(*found.span()) if words[place] == " ")


def followed(plain: str, language: str, new_labels: Mapping[str, str]) -> str:
    """*plain* with each reference to a label among *new_labels* (old: new) rewritten in the form of
    *language*; all other characters stay."""
    out: list[tuple[int, int, str]] = []
    for found in references(plain, language):
        new = new_labels.get(found.label, found.label)
        if new == found.label:
            continue
        if found.item == (0, 0):
            out.append((found.start, found.end, label_figure(new, language)))
            continue
        head, _, part = new.rpartition("(")
        out.append((*found.item, f"({part}" if language == "en" else part))
        out.append((found.start, found.end, label_figure(head, language)))
    for start, end, words in sorted(out, reverse=True):
        plain = plain[:start] + words + plain[end:]
    return plain
