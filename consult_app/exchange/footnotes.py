"""Footnotes that stand in the flow of the text, and the marks that refer to them."""

from __future__ import annotations

import re
from functools import partial

import msgspec

from consult_app.exchange.blocks import Block, Note
from consult_app.exchange.ledger import Ledger
from consult_app.meetings.reasons import N_, Message

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_FIGURES = str.maketrans(_RAISED, "0123456789")
# raised, marked as superscript, or as Word and Markdown write them in plain text: [1], [^1]:
_NUMBER = (
    rf"(?:(?P<raised>[{_RAISED}]+)|(?<!\[)\^(?P<marked>\d{{1,3}})\^"
    r"|\\\[(?:\\\^)?(?P<boxed>\d{1,3})\\\])"
)
_BODY = re.compile(_NUMBER + r":?\s*(?=\S.{2})")
_MARK = re.compile(r"\s{0,3}" + _NUMBER)


class _Lifted(msgspec.Struct, frozen=True):
    number: str
    note: Note


def begins_note(plain: str) -> bool:
    """Whether the block begins with a raised number, as the body of a footnote does."""
    return _BODY.match(plain) is not None


def lift_notes(blocks: list[Block], notes: list[Note], ledger: Ledger) -> tuple[list[Block], list[_Lifted]]:
    """Take the bodies of footnotes out of *blocks*; *notes* are the real ones, whose keys stay theirs."""
    taken = {note.key for note in notes}
    out: list[Block] = []
    lifted: list[_Lifted] = []
    gap = False
    for block in blocks:
        match = None if block.role else _BODY.match(block.text)
        if match:
            number = _number(match)
            body = block.text[match.end() :]
            message = Message(
                N_("Footnote {number} stood in the text and was lifted out."), {"number": number}
            )
            before = "\n".join(block.raw)
            if key := ledger.make("footnote", block.line, before, f"[^{number}] {body}", message):
                name = _free(number, taken)
                keys = (*block.repairs, key)
                lifted.append(_Lifted(number, Note(name, body, before, tuple(block.lines), keys)))
                gap = True
                continue
            block.role = "text"
        if gap:
            block.after_blank = True
        gap = False
        out.append(block)
    return out, lifted


def refer(blocks: list[Block], lifted: list[_Lifted]) -> list[Message]:
    """Turn the raised numbers that belong to *lifted* notes into references; warn of notes without one.

    A number that comes twice (they may begin again with each chapter) goes to its notes in turn.
    """
    waiting = list(lifted)
    for block in blocks:
        if not waiting:
            break
        block.text = _MARK.sub(partial(_reference, block, waiting), block.text)
    return [
        Message(N_("Nothing in the text refers to footnote {number}."), {"number": one.number})
        for one in waiting
    ]


def _reference(block: Block, waiting: list[_Lifted], match: re.Match[str]) -> str:
    number = _number(match)
    found = next((one for one in waiting if one.number == number), None)
    if found is None:
        return match[0]
    waiting.remove(found)
    block.repairs += [key for key in found.note.repairs if key.kind == "footnote"]
    return f"[^{found.note.key}]"


def _number(match: re.Match[str]) -> str:
    return str(match["raised"] or match["marked"] or match["boxed"]).translate(_TO_FIGURES)


def _free(number: str, taken: set[str]) -> str:
    name, turn = number, 1
    while name in taken:
        turn += 1
        name = f"{number}.{turn}"
    taken.add(name)
    return name
