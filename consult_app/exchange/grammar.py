"""The structure of conclusions: blocks of text to nodes (procedure.md §5.1, §5.3).

``conclusions = title preamble adoption (heading paragraph+)+ closing*``; a paragraph has items, items have
items; the footnotes come last. Whatever stands elsewhere than expected keeps its words and gives a warning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from consult_app.drafting.wordings.wording import parse as runs_of
from consult_app.drafting.wordings.wording import words, write
from consult_app.exchange.blocks import Block, Note, Stream
from consult_app.exchange.errors import unreadable
from consult_app.exchange.footnotes import lift_notes, refer
from consult_app.exchange.formulas import adoption_language, begins_clause, begins_organ, ends_clause, stops
from consult_app.exchange.furniture import without_furniture, without_markup, without_strays
from consult_app.exchange.labels import Label, Lists
from consult_app.exchange.ledger import Key, Ledger
from consult_app.exchange.seams import label_in, rejoined, relabelled, unwrapped
from consult_app.meetings.reasons import N_, Message, Place


@dataclass(slots=True)
class Node:
    """A node as the grammar sees it; ``exchange.reading`` numbers the repairs and makes it final."""

    kind: str
    text: str
    raw: list[str]
    lines: list[int]
    repairs: list[Key]
    depth: int = 0
    enumeration: str = ""
    note_key: str = ""


@dataclass(slots=True)
class _Build:
    ledger: Ledger
    nodes: list[Node] = field(default_factory=list)
    warnings: list[Message] = field(default_factory=list)
    lists: Lists = field(default_factory=Lists)
    paragraph: int = 0
    open_list: bool = False


def structure(stream: Stream, language: str, ledger: Ledger) -> tuple[list[Node], list[Message]]:
    """The nodes of the text in *stream* and what a person should look at; repairs go into *ledger*.

    Raises :class:`Unreadable` when no block is a numbered paragraph: then the text is not conclusions.
    """
    blocks, notes, warnings = _mended(stream, ledger)
    labels = [label_in(block) for block in blocks]
    if any(label and label.kind == "paragraph" and not block.role for label, block in _pairs(labels, blocks)):
        # headings that Word numbers are headings all the same, where there are paragraphs beside them
        labels = [
            None if block.role == "heading" and block.label else one for one, block in _pairs(labels, blocks)
        ]
    first = next((at for at, label in enumerate(labels) if label and label.kind == "paragraph"), None)
    if first is None:
        # some texts number their paragraphs 1) throughout
        first = next((at for at, label in enumerate(labels) if _may_number(label)), None)
    if first is None:
        raise unreadable(
            N_("No numbered paragraph was found; choose the file of the conclusions, numbered 1., 2., 3.")
        )
    build = _Build(ledger, warnings=warnings)
    _preamble(build, blocks[:first], labels[:first], language)
    _body(build, blocks[first:], labels[first:])
    for note in notes:
        build.nodes.append(
            Node("footnote", note.text, [note.raw], list(note.lines), list(note.repairs), note_key=note.key)
        )
    return build.nodes, build.warnings


def _pairs(labels: list[Label | None], blocks: list[Block]) -> Iterator[tuple[Label | None, Block]]:
    return zip(labels, blocks, strict=True)


def _mended(stream: Stream, ledger: Ledger) -> tuple[list[Block], list[Note], list[Message]]:
    blocks = stream.blocks
    if stream.plain:
        blocks = without_furniture(without_markup(blocks, ledger), ledger)
    blocks = unwrapped(without_strays(blocks, ledger), stream.wrapped, ledger)
    blocks, lifted = lift_notes(blocks, stream.notes, ledger)
    blocks = rejoined(relabelled(blocks, ledger), ledger)
    warnings = [*stream.warnings, *refer(blocks, lifted)]
    return blocks, [*stream.notes, *(one.note for one in lifted)], warnings


def _may_number(label: Label | None) -> bool:
    return label is not None and label.readings[0] == ("arabic", 1) and not label.text.startswith("(")


def _preamble(build: _Build, blocks: list[Block], labels: list[Label | None], language: str) -> None:
    adoption = _adoption(blocks)
    clauses = [at for at, block in enumerate(blocks) if ends_clause(block.text) or begins_clause(block.text)]
    # what follows the last clause, or the formula, is the heading of the first paragraph
    end = adoption if adoption is not None else max(clauses, default=-1)
    start = min(clauses, default=end)
    organ = False
    for at, block in enumerate(blocks):
        text = block.text
        if at == adoption:
            kind = "adoption"
        elif block.role == "text":
            kind = "clause" if build.nodes else "title"
        elif at > end:
            kind = "heading" if (build.nodes or block.role == "heading") and not stops(text) else ""
            if not build.nodes and (at + 1 < len(blocks) or block.role == "title" or not stops(text)):
                kind = "title"
            kind = kind or ("title" if block.role == "title" else "clause")
        elif not build.nodes and not ends_clause(text):
            kind = "title"
        elif at <= start and not organ and begins_organ(text) and not begins_clause(text):
            kind, organ = "organ", True
        elif at < start:
            kind = "heading"
        else:
            kind = "clause"
        if labels[at] is not None and block.role != "text":
            build.warnings.append(
                Message(
                    N_("“{words}” carries a number before the first paragraph."), {"words": _opening(text)}
                )
            )
            if block.label:
                text = f"{block.label} {text}"
        build.nodes.append(_node(kind, block, text))
    if not any(node.kind == "title" for node in build.nodes):
        build.warnings.append(Message(N_("The text has no title.")))
    if adoption is not None:
        found = adoption_language(blocks[adoption].text)
        if found and found != language:
            build.warnings.append(
                Message(N_("The text does not seem to be in the language that it is imported as.")),
            )


def _adoption(blocks: list[Block]) -> int | None:
    for at in range(len(blocks) - 1, -1, -1):
        if at and blocks[at].role != "text" and adoption_language(blocks[at].text):
            return at
    for at in range(len(blocks) - 1, 0, -1):
        text = words(blocks[at].text)
        if text.endswith(":") and " adopt" in text.casefold():
            return at
    return None


def _body(build: _Build, blocks: list[Block], labels: list[Label | None]) -> None:
    last = max((at for at, label in enumerate(labels) if label), default=0)
    following = _following(labels)
    for at, block in enumerate(blocks):
        label = labels[at]
        if label is None:
            _unlabelled(build, block, at > last, following[at])
        elif (
            label.kind == "paragraph"
            or (build.paragraph == 0 and _may_number(label))
            or _counts_on(build, label)
        ):
            _paragraph(build, block, label)
        else:
            _item(build, block, label, following[at])


def _counts_on(build: _Build, label: Label) -> bool:
    """Whether 2) goes on after a paragraph that was numbered 1)."""
    if not build.open_list:
        return False
    return label.readings[0] == ("arabic", build.paragraph + 1) and not label.text.startswith("(")


def _following(labels: list[Label | None]) -> list[Label | None]:
    """For each block the next label after it."""
    out: list[Label | None] = []
    following: Label | None = None
    for label in reversed(labels):
        out.append(following)
        following = label or following
    return out[::-1]


def _unlabelled(build: _Build, block: Block, after_all: bool, following: Label | None) -> None:
    heads = following is not None and following.kind == "paragraph" and not stops(block.text)
    if block.role == "text":
        build.nodes.append(_node("closing", block, block.text))
    elif not after_all and (block.role in ("heading", "title") or heads):
        build.lists.clear()
        build.nodes.append(_node("heading", block, block.text))
    elif after_all:
        build.nodes.append(_node("closing", block, block.text))
    else:
        _attach(build, block)


def _attach(build: _Build, block: Block) -> None:
    before = build.nodes[-1]
    message = Message(
        N_("A passage without a number was put to the one before it: “{words}”."),
        {"words": _opening(block.text)},
    )
    after = f"{before.raw[-1].strip()} {words(block.text)}"
    key = None
    if before.kind in ("paragraph", "item"):
        key = build.ledger.make("attach", block.line, f"{before.raw[-1]}\n{block.raw[0]}", after, message)
    if key is None:
        build.nodes.append(_node("closing", block, block.text))
        return
    before.text = f"{before.text} {block.text}"
    before.raw += block.raw
    before.lines += block.lines
    before.repairs += [*block.repairs, key]


def _paragraph(build: _Build, block: Block, label: Label) -> None:
    number = label.readings[0][1]
    expected = build.paragraph + 1
    if number != expected and not (label.plus and number == build.paragraph):
        build.warnings.append(
            Message(
                N_("{found} stands where {expected} is expected."),
                {"found": Place("paragraph", str(number)), "expected": Place("paragraph", str(expected))},
            )
        )
    build.open_list = label.kind == "item"
    build.paragraph = number
    build.lists.clear()
    node = _node("paragraph", block, _bare(block, label))
    node.enumeration = "arabic"
    build.nodes.append(node)


def _item(build: _Build, block: Block, label: Label, following: Label | None) -> None:
    depth, enumeration, expected = build.lists.place(label, following)
    above = build.nodes[-1].kind if build.nodes else ""
    if not expected:
        build.warnings.append(
            Message(
                N_("Item {label} of {paragraph} does not follow from the one before it."),
                {"label": label.text, "paragraph": Place("paragraph", str(build.paragraph))},
            )
        )
    if above not in ("paragraph", "item", "closing"):
        build.warnings.append(
            Message(N_("Item {label} stands under a heading, not under a paragraph."), {"label": label.text})
        )
    node = _node("item", block, _bare(block, label))
    node.depth, node.enumeration = depth, enumeration
    build.nodes.append(node)


def _bare(block: Block, label: Label) -> str:
    """The wording without a label that was typed; one that Word counts is no part of it."""
    if block.label and not (block.label == "-" and label.text != "-"):
        return block.text
    return block.text[label.size :]


def _node(kind: str, block: Block, text: str) -> Node:
    if kind in ("title", "organ", "heading"):
        text = _as_styled(text)
    return Node(kind, text, block.raw, block.lines, block.repairs)


def _as_styled(plain: str) -> str:
    """A title or heading without the bold or italic that all its words have: the house style gives that."""
    runs = [run for run in runs_of(plain) if not run.note]
    bold, italic = all(run.bold for run in runs), all(run.italic for run in runs)
    if not runs or not (bold or italic):
        return plain
    return write(
        tuple(
            msgspec.structs.replace(run, bold=run.bold and not bold, italic=run.italic and not italic)
            for run in runs_of(plain)
        )
    )


def _opening(plain: str) -> str:
    return " ".join(words(plain).split()[:6])
