"""Typography at the time of printing: marks and spaces only, never words (procedure.md §7.4).

Two profiles. ``ilo`` is what the house prints: no space inside « » nor before : ; ? ! in French.
``fr_FR_standard`` puts the no-break spaces there that French printers outside the house expect.
What stands in the record is not touched: only the paper is.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from ..wordings.wording import Run, parse, write
from .ordinals import NO_BREAK, known
from .referring import within

PROFILES = ("ilo", "fr_FR_standard")
NARROW = "\u202f"

_SPACES = " \u00a0\u202f\u2009"
_OPENS_AFTER = frozenset(" \u00a0\u202f\u2009\t\n([{\u2014\u2013-«“‘/¿¡")

_TITLES = {
    "en": r"Mr|Ms|Mrs|Dr",
    "fr": r"MM?\.|Mmes?|Mlles?|Dr|Pr",
    "es": r"Sra?s?\.|Sres\.|Dra?s?\.",
}
_NUMBERED = {
    "en": r"Nos?\.?|pp?\.|paras?\.?|[Aa]rts?\.|paragraphs?|[Cc]h\.|[Vv]ol\.|[Aa]rticles?",
    "fr": r"[nN][o°]s?|pp?\.|par\.|paragr\.|[Aa]rt\.|paragraphes?|chap\.|vol\.|[Aa]rticles?",
    "es": r"[nN]úms?\.|[nN]\.[ºo]|pp?\.|párrs?\.|[Aa]rts?\.|párrafos?|cap\.|vol\.|[Aa]rtículos?",
}
#: what may stand before the figure of a passage, or before that of an item ("(ii)", "ii)")
_PASSAGES = {
    "en": r"[Cc]lauses?|[Ii]tems?|[Ss]ub-?paragraphs?|[Pp]oints?",
    "fr": r"[Aa]linéas?|[Pp]oints?",
    "es": r"[Aa]partados?|[Ii]ncisos?|[Pp]untos?",
}
_ITEM = {"en": r"\([a-z\d]{1,4}\)", "fr": r"[a-z\d]{1,4}\)", "es": r"[a-z\d]{1,4}\)"}
_TIES = {
    language: re.compile(
        rf"(?<!\w)(?:(?:{_TITLES[language]})(?P<title> )(?=[A-ZÀ-ÖØ-Þ])"
        rf"|(?:{_NUMBERED[language]})(?P<figure> )(?=\d)"
        rf"|(?:{_PASSAGES[language]})(?P<passage> )(?=\d|{_ITEM[language]}))"
        r"|(?<!\d[ .,])(?<!\d)\d{1,3}(?P<thousands>(?: \d{3})+)(?![\d,.]?\d| \d)"
        r"|\S(?P<dash> )\u2013 "
    )
    for language in ("en", "fr", "es")
}
_RAISED = re.compile(r"(?<![\w.,])(?:\d+(?P<ending>er|re|e)(?!\w)|[nN](?P<no>os?)(?=[ \u00a0]\d))")
_FRENCH_SPACE = re.compile(rf"«(?P<after>[{_SPACES}]*)|(?P<before>[{_SPACES}]*)(?P<mark>[»:;?!])")
_INNER_SPACE = re.compile(rf"(?<=«)[{_SPACES}]+|[{_SPACES}]+(?=»)")


@lru_cache(maxsize=8192)
def typography(plain: str, language: str, profile: str = "ilo") -> str:
    """The plain form *plain* as the house prints it in *language*: the same words, better marks.

    Straight apostrophes and quotation marks become those of the house, no-break spaces stand after
    "No.", "p.", "M." and the like and in references ("paragraphe 4 ii)"), French "1er", "316e" and "no 60"
    are raised. ValueError for an unknown language or profile.
    """
    known(language)
    if profile not in PROFILES:
        raise ValueError(f"unknown profile: {profile!r}")
    runs = parse(plain)
    chars = list("".join(run.text for run in runs))
    _quotes(chars, language)
    _ties("".join(chars), chars, language)
    if language != "en":
        _spaces(chars, language, profile)
    out: list[Run] = []
    start = 0
    for run in runs:
        end = start + len(run.text)
        piece = msgspec.structs.replace(run, text="".join(chars[start:end]))
        out += _raised(piece) if language == "fr" and not run.superscript else [piece]
        start = end
    return write(out)


def folded(text: str) -> str:
    """*text* without what ``typography`` may change: two wordings equal in it have the same words.

    Takes and gives words alone, without marks (``wording.words``).
    """
    text = re.sub(r"[“”„«»‘’']", '"', text)
    text = re.sub(r"\s+", " ", text.replace("\u2011", "-").replace("\u00ad", "").replace("\u2060", ""))
    text = re.sub(r'(?<=") | (?=[":;?!])', "", text)
    return text.strip()


def _quotes(chars: list[str], language: str) -> None:
    """Settle the straight marks in place, one character for one."""
    text = "".join(chars)
    outer, inner = ("“”", "‘’") if language == "en" else ("«»", "“”")
    depth = 0
    for place, char in enumerate(text):
        before = text[place - 1] if place else " "
        after = text[place + 1] if place + 1 < len(text) else " "
        if char in "“«":
            depth += 1
        elif char in "”»":
            depth = max(0, depth - 1)
        elif char == '"':
            # a measure (5") has no partner; a mark that stands between spaces closes what is open
            opening = (before in _OPENS_AFTER or chars[place - 1] in _OPENS_AFTER) and not (
                depth and after in _SPACES
            )
            if not opening:
                depth = max(0, depth - 1)
            pair = inner if depth else outer
            chars[place] = pair[0] if opening else pair[1]
            depth += opening
        elif char == "'":
            opens = language == "en" and before in _OPENS_AFTER and after.isalpha()
            chars[place] = "‘" if opens and re.search(r"[\w.,!?]'(?!\w)", text[place + 1 :]) else "’"


def _ties(text: str, chars: list[str], language: str) -> None:
    """Make no-break the spaces over which a line may not break."""
    for match in _TIES[language].finditer(text):
        for name in ("title", "figure", "passage", "dash", "thousands"):
            start, end = match.span(name)
            for place in range(start, end):
                if chars[place] == " ":
                    chars[place] = NO_BREAK
    for place in within(text, language):
        if chars[place] == " ":
            chars[place] = NO_BREAK


def _spaces(chars: list[str], language: str, profile: str) -> None:
    """Settle the spaces inside guillemets and, in French, before the high punctuation."""
    text = "".join(chars)
    if language == "es" or profile == "ilo":
        for match in _INNER_SPACE.finditer(text):
            chars[match.start() : match.end()] = [""] * (match.end() - match.start())
    if language == "es":
        return
    for match in _FRENCH_SPACE.finditer(text):
        after = match["after"] is not None
        start, end = match.span("after" if after else "before")
        mark = "«" if after else match["mark"]
        if profile == "ilo":
            chars[start:end] = [""] * (end - start)
            continue
        follows = text[match.end() : match.end() + 1]
        if mark in ":;?!" and start == end and follows.isalnum() | (follows == "/"):
            continue  # an address (https://…?q) or an hour (12:30)
        space = NO_BREAK if mark in "«»:" else NARROW
        if start < end:
            chars[start:end] = [space] + [""] * (end - start - 1)
        elif after:
            chars[match.start()] = mark + space
        elif start and text[start - 1] not in ":;?!":
            chars[match.end() - 1] = space + mark


def _raised(run: Run) -> list[Run]:
    """*run* with the letters of French ordinals raised."""
    out: list[Run] = []
    start = 0
    for match in _RAISED.finditer(run.text):
        begin, end = match.span("ending" if match["ending"] else "no")
        out.append(msgspec.structs.replace(run, text=run.text[start:begin]))
        out.append(msgspec.structs.replace(run, text=run.text[begin:end], superscript=True))
        start = end
    out.append(msgspec.structs.replace(run, text=run.text[start:]))
    return out
