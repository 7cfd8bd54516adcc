"""The first difference between the paragraphs of a paper and the lines of the record."""

from __future__ import annotations

import re
from collections.abc import Sequence

from consult_app.meetings.reasons import Message, Place

from ..trust import PrintedLine

Found = tuple[Place | Message, str, str]
_AROUND = 5
_WORD = re.compile(r"\S+")
_BARE = re.compile(r"[^\w-]+")


def first_in_lines(paper: Sequence[tuple[str, str]], record: Sequence[PrintedLine]) -> Found | None:
    """Where *paper* (each paragraph with the number that the file counts, "" where none) parts from *record*:
    the place, and what each has there with a few words around it. None where they are the same."""
    for number, line in enumerate(record):
        if number >= len(paper):
            return line.place, "", line.words
        label, words = paper[number]
        if same(label, words, line):
            continue
        whole = f"{label} {words}".strip()
        following = record[number + 1 :]
        if any(same(label, words, each) for each in following[:1]) and not _comes(paper[number:], line):
            return line.place, "", line.words
        if (
            number + 1 < len(paper)
            and same(*paper[number + 1], line)
            and not _stands(label, words, following)
        ):
            return line.place, whole, ""
        return line.place, *excerpts(whole, line.words)
    if len(paper) > len(record):
        label, words = paper[len(record)]
        place = record[-1].place if record else Message("")
        return place, f"{label} {words}".strip(), ""
    return None


def same(label: str, words: str, line: PrintedLine) -> bool:
    """Whether a paragraph is *line*: a number that the file counts may be written in another form."""
    if not label:
        return words == line.words
    rest = line.words.removeprefix(line.label).strip()
    return words == rest and _BARE.sub("", label) == _BARE.sub("", line.label.replace("–", "-"))


def _comes(paper: Sequence[tuple[str, str]], line: PrintedLine) -> bool:
    return any(same(*each, line) for each in paper)


def _stands(label: str, words: str, record: Sequence[PrintedLine]) -> bool:
    return any(same(label, words, each) for each in record)


def excerpts(paper: str, record: str) -> tuple[str, str]:
    """What differs in two lines, each with a few words before and after it."""
    ours, theirs = _WORD.findall(paper), _WORD.findall(record)
    least = min(len(ours), len(theirs))
    before = next((n for n in range(least) if ours[n] != theirs[n]), least)
    after = next((n for n in range(least - before) if ours[-1 - n] != theirs[-1 - n]), least - before)
    return _excerpt(ours, before, after), _excerpt(theirs, before, after)


def _excerpt(words: list[str], before: int, after: int) -> str:
    start, end = max(0, before - _AROUND), min(len(words), len(words) - after + _AROUND)
    return "… " * (start > 0) + " ".join(words[start:end]) + " …" * (end < len(words))


__all__ = ["excerpts", "first_in_lines", "same"]
