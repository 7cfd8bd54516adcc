"""What stands on a page and is no text: page numbers, running heads, lone marks (procedure.md §5.2)."""

from __future__ import annotations

import re
from collections import Counter

from consult_app.drafting.wordings.wording import escape, words
from consult_app.exchange.blocks import Block
from consult_app.exchange.formulas import stops
from consult_app.exchange.labels import label_of
from consult_app.exchange.ledger import Ledger
from consult_app.meetings.reasons import N_, Message

_PAGE = re.compile(
    r"[-–—]?\s*\d{1,4}\s*[-–—]?|(?:page|página|p\.)\s*\d{1,4}(?:\s*(?:of|sur|de|/)\s*\d{1,4})?", re.I
)
_SYMBOL = re.compile(
    r"(?:\d{1,4}\s+)?(?=\S*\d)[A-Z]{2}\S*?(?:/\S*|\.(?:docx?|pdf))(?<=[\w)\]])(?:\s+\d{1,4})?"
)
_DIGITS = re.compile(r"\d+")
_HASHES = re.compile(r"#{1,6}\s+")
_STARRED = re.compile(r"(\*{1,3})(?=[^\s*])(.*[^\s*])\1", re.DOTALL)
_LONGEST_HEAD = 90
_OFTEN = 3


def without_markup(blocks: list[Block], ledger: Ledger) -> list[Block]:
    """Lines freed from ``#`` at the beginning and from stars around the whole line."""
    for block in blocks:
        bare = words(block.text)
        shown = _HASHES.sub("", bare, count=1) if _HASHES.match(bare) else bare
        heading = shown != bare
        if starred := _STARRED.fullmatch(shown):
            shown = starred[2]
        if shown == bare:
            continue
        message = Message(N_("Marks of another writing system were taken off the line."))
        if key := ledger.make("markup", block.line, bare, shown, message):
            block.text = escape(shown)
            block.role = "heading" if heading else block.role
            block.repairs.append(key)
    return blocks


def without_furniture(blocks: list[Block], ledger: Ledger) -> list[Block]:
    """Blocks that are not page numbers, document symbols or heads that come back on every page."""
    seen: Counter[str] = Counter(_shape(block) for block in blocks if _may_be_head(block))
    met: set[str] = set()
    out: list[Block] = []
    gap = False
    for block in blocks:
        bare = words(block.text)
        message = None
        symbol = len(bare) <= _LONGEST_HEAD and _SYMBOL.fullmatch(bare) is not None
        if len(bare) <= _LONGEST_HEAD and _PAGE.fullmatch(bare):
            message = Message(N_("A page number was left out: “{words}”."), {"words": bare})
        elif symbol or (_may_be_head(block) and seen[_shape(block)] >= _OFTEN):
            # the first of those without a page number may be the title itself, and stays
            if symbol or _shape(block) in met or _DIGITS.search(bare):
                message = Message(N_("A running head was left out: “{words}”."), {"words": bare})
            met.add(_shape(block))
        if message:
            if ledger.make("furniture", block.line, bare, "", message):
                gap = True
                continue
            block.role = "text"
        if gap:
            block.after_blank = True
        gap = False
        out.append(block)
    return out


def without_strays(blocks: list[Block], ledger: Ledger) -> list[Block]:
    """Blocks that hold at least one letter or figure, or a footnote reference."""
    out: list[Block] = []
    gap = False
    for block in blocks:
        bare = words(block.text)
        if not block.role and not any(sign.isalnum() for sign in block.text):
            message = Message(N_("A line without a word was left out: “{words}”."), {"words": bare})
            if ledger.make("stray", block.line, bare, "", message):
                gap = True
                continue
            block.role = "text"
        if gap:
            block.after_blank = True
        gap = False
        out.append(block)
    return out


def _may_be_head(block: Block) -> bool:
    bare = words(block.text)
    return len(bare) <= _LONGEST_HEAD and not stops(block.text) and label_of(block.text) is None


def _shape(block: Block) -> str:
    return _DIGITS.sub("#", words(block.text)).casefold()
