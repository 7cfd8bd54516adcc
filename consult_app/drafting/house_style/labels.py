"""Labels of nodes and items, and references to them, in each language's own form (procedure.md §7.4).

The labels themselves are the same in every language of the window (contract.md, Names); here they
become "paragraph 5(iii)", "paragraphe 5 iii)", "párrafo 5, iii)".
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .ordinals import alpha, known, roman

_PART = re.compile(r"\(([^()]*)\)([^()]*)")
_HEAD = re.compile(r"[^(]*")

#: kind: language: (noun, gender, what follows the figure)
_NOUNS: dict[str, dict[str, tuple[str, str, str]]] = {
    "title": {"en": ("title", "", ""), "fr": ("titre", "m", ""), "es": ("título", "m", "")},
    "organ": {
        "en": ("organ line", "", ""),
        "fr": ("ligne de l’organe", "f", ""),
        "es": ("línea del órgano", "f", ""),
    },
    "clause": {
        "en": ("preamble clause", "", ""),
        "fr": ("alinéa", "m", " du préambule"),
        "es": ("apartado", "m", " del preámbulo"),
    },
    "adoption": {
        "en": ("adoption formula", "", ""),
        "fr": ("formule d’adoption", "f", ""),
        "es": ("fórmula de adopción", "f", ""),
    },
    "heading": {"en": ("heading", "", ""), "fr": ("intertitre", "m", ""), "es": ("epígrafe", "m", "")},
    "paragraph": {"en": ("paragraph", "", ""), "fr": ("paragraphe", "m", ""), "es": ("párrafo", "m", "")},
    "closing": {
        "en": ("closing line", "", ""),
        "fr": ("ligne finale", "f", ""),
        "es": ("línea final", "f", ""),
    },
    "footnote": {
        "en": ("footnote", "", ""),
        "fr": ("note de bas de page", "f", ""),
        "es": ("nota a pie de página", "f", ""),
    },
}
_NOUNS["item"] = _NOUNS["paragraph"]

_FIGURES: dict[str, Callable[[int], str]] = {"roman": roman, "alpha": alpha, "arabic": str}

_NAMED = {
    "preamble": "clause",
    "heading": "heading",
    "footnote": "footnote",
    "title": "title",
    "organ": "organ",
    "adoption": "adoption",
    "closing": "closing",
}


_CONTRACTED = {
    ("à", "le"): "au",
    ("de", "le"): "du",
    ("a", "el"): "al",
    ("de", "el"): "del",
}
"""Preposition and article that French and Spanish write as one word."""


def item_marker(enumeration: str, n: int, language: str) -> str:
    """What stands before the *n*-th item: (i), (a), (1) in English, i), a), 1) in French and Spanish, or –.

    *enumeration* is ``roman``, ``alpha``, ``arabic`` or ``dash``; ValueError for anything else.
    """
    if enumeration == "dash":
        known(language)
        return "\u2013"
    if enumeration not in _FIGURES:
        raise ValueError(f"unknown enumeration: {enumeration!r}")
    figure = _FIGURES[enumeration](n)
    return f"({figure})" if known(language) == "en" else f"{figure})"


def marker_of(label: str, language: str) -> str:
    """What is printed before a node by its label: "5." for ``5``, "(iii)" or "iii)" for ``5(iii)``.

    Nothing for a label that is not a paragraph's or an item's.
    """
    known(language)
    if label.partition(" ")[0] in _NAMED:
        return ""
    parts = _PART.findall(label)
    if not parts:
        return f"{label}."
    inner, suffix = parts[-1]
    if inner in ("-", "\u2013"):
        return "\u2013"
    return f"({inner}){suffix}" if language == "en" else f"{inner}){' ' if suffix else ''}{suffix}"


def label_figure(label: str, language: str) -> str:
    """A label without its noun: "5(iii)(a)", "5 iii) a)", "5, iii), a)"; of ``preamble 2``, "2"."""
    known(language)
    word, _, figure = label.partition(" ")
    if word in _NAMED:
        return figure
    if language == "en":
        return label
    head = _HEAD.match(label)
    out = [head[0] if head else ""]
    out += [f"{inner}){' ' if suffix else ''}{suffix}" for inner, suffix in _PART.findall(label)]
    return (" " if language == "fr" else ", ").join(part for part in out if part)


def label_reference(kind: str, label: str, language: str) -> str:
    """How a sentence names a node: "paragraph 5(iii)", "alinéa 2 du préambule", "párrafo 5, iii)".

    *kind* is the kind of the node; where the label says it (``preamble 2``), the label is believed.
    ValueError for an unknown kind.
    """
    noun, _gender, after = _noun(kind, label, language)
    figure = label_figure(label, language)
    return f"{noun}{' ' if figure else ''}{figure}{after}"


def with_article(kind: str, label: str, language: str) -> str:
    """The reference as a subject: "paragraph 5", "the title", "le paragraphe 5", "l’alinéa 2 …", "el …"."""
    noun, gender, _after = _noun(kind, label, language)
    reference = label_reference(kind, label, language)
    if language == "en":
        return reference if label_figure(label, language) else f"the {reference}"
    if language == "es":
        return f"{'la' if gender == 'f' else 'el'} {reference}"
    if noun[0] in "aei":
        return f"l’{reference}"
    return f"{'la' if gender == 'f' else 'le'} {reference}"


def in_reference(kind: str, label: str, language: str) -> str:
    """The reference as a place: "in paragraph 5", "au paragraphe 5", "à l’alinéa 2 …", "en el párrafo 5"."""
    place = with_article(kind, label, language)
    return _after("à" if language == "fr" else "en" if language == "es" else "in", place)


def to_reference(kind: str, label: str, language: str) -> str:
    """The reference as an aim: "to paragraph 5", "au paragraphe 5", "à l’alinéa 2 …", "al párrafo 5"."""
    place = with_article(kind, label, language)
    return _after("à" if language == "fr" else "a" if language == "es" else "to", place)


def of_reference(kind: str, label: str, language: str) -> str:
    """The reference as an owner: "of paragraph 5", "du paragraphe 5", "de l’alinéa 2 …", "del párrafo 5"."""
    place = with_article(kind, label, language)
    return _after("of" if language == "en" else "de", place)


def _after(preposition: str, place: str) -> str:
    """*place*, a reference with its article, after a *preposition*, which the masculine article may join."""
    article, _, rest = place.partition(" ")
    joined = _CONTRACTED.get((preposition, article))
    return f"{joined} {rest}" if joined else f"{preposition} {place}"


def _noun(kind: str, label: str, language: str) -> tuple[str, str, str]:
    kind = _NAMED.get(label.partition(" ")[0], kind)
    if kind not in _NOUNS:
        raise ValueError(f"unknown kind of node: {kind!r}")
    return _NOUNS[kind][known(language)]
