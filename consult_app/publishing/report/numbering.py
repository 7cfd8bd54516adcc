"""The paragraph numbers of a report, which run through all its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from consult_app.drafting.wordings.wording import escape

from ..paper import Block, Numbered, spans


class Paragraphs:
    """Gives each paragraph the next number."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.last = 0

    def of(self, words: Iterable[str]) -> Iterator[Block]:
        """*words* as numbered paragraphs, without those that are empty."""
        for each in words:
            if each:
                self.last += 1
                yield Numbered(f"{self.last}.", spans(escape(each), self.language))


__all__ = ["Paragraphs"]
