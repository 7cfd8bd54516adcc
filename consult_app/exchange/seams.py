"""Sentences that a margin or a page end has cut, and numbers that have come off their text, put together."""

from __future__ import annotations

import re

from consult_app.drafting.wordings.wording import words
from consult_app.exchange.blocks import Block
from consult_app.exchange.footnotes import begins_note
from consult_app.exchange.formulas import (
    adoption_language,
    begins_clause,
    begins_small,
    ending,
    ends_clause,
    is_finished,
    stops,
)
from consult_app.exchange.labels import Label, label_of, roman
from consult_app.exchange.ledger import Ledger
from consult_app.meetings.reasons import N_, Message

# proportional type and a translator's hand leave this many characters of a full line unused
_SLACK = 15
# an enumeration inside a sentence is looked for in this many lines
_NEAR = 40
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_KEEP_HYPHEN = frozenset(
    (
        "non",
        "self",
        "well",
        "long",
        "short",
        "high",
        "low",
        "cross",
        "co",
        "pre",
        "post",
        "anti",
        "inter",
        "socio",
    )
)


def label_in(block: Block) -> Label | None:
    """The label of *block*: typed at its beginning, or counted by Word; None when its role bars one."""
    if block.role == "text":
        return None
    typed = label_of(block.text)
    if block.label and (typed is None or block.label != "-"):
        return label_of(
            block.label if ")" in block.label or block.label == "-" else f"{block.label.rstrip('.')}."
        )
    return typed


def unwrapped(blocks: list[Block], width: int, ledger: Ledger) -> list[Block]:
    """Lines that were cut at the margin joined into one block each; *width* is the widest line."""
    if not width:
        return blocks
    known = _vocabulary(blocks)
    groups: list[list[Block]] = []
    started: set[tuple[str, int]] = set()
    preamble = True
    for at, block in enumerate(blocks):
        label = label_in(block)
        if label and label.kind == "item" and _counts_inline(label, blocks, at):
            label = None
        if groups and _was_cut(groups[-1], block, label, started, preamble, width):
            groups[-1].append(block)
            continue
        groups.append([block])
        _begin(label, started)
        preamble = preamble and (label is None or label.kind != "paragraph")
    out: list[Block] = []
    for first, *others in groups:
        out.append(first)
        if not others:
            continue
        before = "\n".join(line for block in (first, *others) for line in block.raw)
        after = " ".join(words(block.text) for block in (first, *others))
        message = Message(N_("{count} lines were joined into one."), {"count": len(others) + 1})
        key = ledger.make("wrap", others[0].line, before, after, message)
        if key is None:
            for block in others:
                block.role = "text"
            out += others
            continue
        for block in others:
            _put_together(first, block, known, ledger)
        first.repairs.append(key)
    return out


def _was_cut(
    group: list[Block],
    block: Block,
    label: Label | None,
    started: set[tuple[str, int]],
    preamble: bool,
    width: int,
) -> bool:
    last = group[-1]
    if block.after_blank or block.role or last.role or begins_note(block.text):
        return False
    first_word = words(block.text).split(" ", 1)[0]
    if len(words(last.text)) + 1 + len(first_word) <= width - _SLACK:
        return False
    if preamble and ends_clause(last.text) and (begins_clause(block.text) or adoption_language(block.text)):
        return False
    if label is None:
        # a chapeau or a formula ends its line, and so does a clause or an item that ends in a semicolon
        small = begins_small(block.text) or label_of(block.text) is not None
        return small or not words(last.text).endswith((":", ";"))
    if label.kind == "paragraph":
        expected = ("arabic", max((n for kind, n in started if kind == "paragraph"), default=0) + 1)
        return not stops(last.text) and expected not in label.readings
    return _is_inline(label, " ".join(one.text for one in group[-_NEAR:]), started)


def _counts_inline(label: Label, blocks: list[Block], at: int) -> bool:
    """Whether a first label that a cut has put at the beginning of a line, (1), has its (2) in a sentence."""
    if blocks[at].after_blank or label.readings[0][1] != 1 or label.text == "-":
        return False
    sign = f"({_sign(label.readings[0][0], 2)})"
    for place, block in enumerate(blocks[at : at + _NEAR]):
        begun = label_of(block.text) if place else None
        if place and (block.after_blank or (begun and begun.text.strip("()") == sign.strip("()"))):
            return False
        if sign in block.text:
            return True
    return False


def rejoined(blocks: list[Block], ledger: Ledger) -> list[Block]:
    """Sentences cut by a page end: no terminal punctuation before, a small letter after (§5.3)."""
    known = _vocabulary(blocks)
    out: list[Block] = []
    started: set[tuple[str, int]] = set()
    for block in blocks:
        label = label_in(block)
        if out and _goes_on(out[-1], block, label, started):
            before = f"{out[-1].raw[-1]}\n{block.raw[0]}"
            after = f"{out[-1].raw[-1].strip()} {words(block.text)}"
            message = Message(
                N_("A sentence cut in two was joined before “{words}”."), {"words": _opening(block)}
            )
            key = ledger.make("join", block.line, before, after, message)
            if key:
                _put_together(out[-1], block, known, ledger)
                out[-1].repairs.append(key)
                continue
            block.role = "text"
        _begin(label, started)
        out.append(block)
    return out


def _goes_on(last: Block, block: Block, label: Label | None, started: set[tuple[str, int]]) -> bool:
    if block.role or last.role or block.label or is_finished(last.text):
        return False
    if label is not None:
        return label.readings[0][0] != "dash" and _is_inline(label, last.text, started)
    if ends_clause(last.text) and begins_clause(block.text):
        return False
    return begins_small(block.text)


def _is_inline(label: Label, before: str, started: set[tuple[str, int]]) -> bool:
    """Whether a label at the beginning of a line belongs to a list inside the sentence: (1) …, (2) …"""
    if label.kind != "item" or is_finished(before):
        return False
    for enumeration, number in label.readings:
        if number < 2 or (enumeration, number - 1) in started:
            return False
    own = label_of(before)
    inside = before[own.size :] if own else before
    return any(
        f"({sign})" in inside or f" {sign}) " in inside
        for enumeration, number in label.readings
        for sign in (_sign(enumeration, number - 1),)
    )


def _sign(enumeration: str, number: int) -> str:
    if enumeration == "alpha":
        return chr(ord("a") + number - 1) if number <= 26 else ""
    return roman(number) if enumeration == "roman" else str(number)


def _begin(label: Label | None, started: set[tuple[str, int]]) -> None:
    if label is None:
        return
    if label.kind == "paragraph":
        started.clear()
        started.add(("paragraph", label.readings[0][1]))
    started.update(label.readings if label.kind == "item" else ())


def relabelled(blocks: list[Block], ledger: Ledger) -> list[Block]:
    """Labels that stand alone on a line put to the texts that follow them, in order."""
    out: list[Block] = []
    alone: list[Block] = []
    for block in blocks:
        label = label_in(block)
        if label and not block.label and label.size >= len(block.text) and label.text != "-":
            alone.append(block)
            continue
        cut = out and not is_finished(out[-1].text) and begins_small(block.text)
        if alone and label is None and not block.role and not cut:
            first = alone.pop(0)
            message = Message(
                N_("The number {label} stood alone and was put to the text after it."),
                {"label": words(first.text)},
            )
            before = "\n".join((*first.raw, *block.raw))
            key = ledger.make(
                "label", first.line, before, f"{words(first.text)} {words(block.text)}", message
            )
            if key:
                first.take(block)
                first.repairs.append(key)
                out.append(first)
                continue
            first.role = "text"
            out.append(first)
        elif alone and label is not None:
            out += _left_over(alone)
            alone = []
        out.append(block)
    return out + _left_over(alone)


def _left_over(alone: list[Block]) -> list[Block]:
    for block in alone:
        block.role = "text"
    return alone


def _put_together(first: Block, second: Block, known: set[str], ledger: Ledger) -> None:
    """Join *second* to *first*, with a space, or without where a hyphen ends the line."""
    token = ending(first.text).rpartition(" ")[2]
    following = _WORD.match(second.text)
    head = token[:-1]
    if not (token == first.text.rpartition(" ")[2] and token.endswith("-") and head[-1:].isalpha()):
        first.take(second)
        return
    if following is None or not following[0][:1].islower():
        first.take(second)
        return
    start = head.rpartition("-")[2]
    whole, hyphened = start + following[0], f"{start}-{following[0]}"
    kept = start.casefold() in _KEEP_HYPHEN or hyphened.casefold() in known
    if start.isalpha() and (not kept or whole.casefold() in known):
        message = Message(N_("“{before}” became “{after}”."), {"before": hyphened, "after": whole})
        if key := ledger.make("hyphen", second.line, hyphened, whole, message):
            first.text = first.text[:-1]
            first.repairs.append(key)
    first.take(second, between="")


def _vocabulary(blocks: list[Block]) -> set[str]:
    return {word.casefold() for block in blocks for word in _WORD.findall(words(block.text))}


def _opening(block: Block) -> str:
    return " ".join(words(block.text).split()[:4])
