"""The amendment sheet: a page for each amendment, with the labels of the house's own form
(procedure.md §7.3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from consult_app.drafting.amendments.amendment import Amendment, Deletion, Insertion, Move, WordChange
from consult_app.drafting.amendments.kinds import kind_of
from consult_app.drafting.house_style.house import capitalized, label_reference, list_of, long_date
from consult_app.drafting.house_style.labels import item_marker
from consult_app.drafting.instructions.instruction import instruction, quoted_language
from consult_app.drafting.text.nodes import Text
from consult_app.drafting.text.numbering import labels, printed
from consult_app.drafting.wordings.wording import between, escape, write
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.words import number_words, term, translator

from ..formulas.people import author, mark_of
from ..paper import Block, Change, Heading, Numbered, PageBreak, Paper, Para, Runs, Table, joined, spans, text
from .heads import masthead, original_mark

_FORM = {
    "en": ("Amendment submitted by", "Proposed amendment to", "Text of the amendment"),
    "fr": ("Amendement présenté par", "Amendement proposé pour", "Texte de l’amendement"),
    "es": ("Enmienda presentada por", "Enmienda propuesta para", "Texto de la enmienda"),
}
_NAMED = {
    "en": ("Amendment {number}", "Subamendment {number}"),
    "fr": ("Amendement {number}", "Sous-amendement {number}"),
    "es": ("Enmienda {number}", "Subenmienda {number}"),
}
_TITLE = N_("Amendments")
_SECONDED = N_("Seconded by")
_RECEIVED = N_("Received on")
_KIND = N_("Kind of change")
_RESULT = N_("The text would read")
_WHY = N_("Reasons given")


def sheet(state: State, language: str) -> Paper:
    """Every amendment as it was submitted, in order of receipt, each followed by its subamendments."""
    title = translator(language).gettext(_TITLE)
    blocks: list[Block] = []
    for amendment in in_order_of_receipt(state):
        blocks += [PageBreak()] if blocks else []
        blocks += list(_one(state, amendment, language))
    return Paper("sheet", title, language, masthead(state, language), tuple(blocks))


def amendment_name(amendment: Amendment, language: str) -> str:
    """ "Amendment D.3", "Sous-amendement D.3/S.1"."""
    number = number_words(amendment.number, language, "after")
    return _NAMED[language][amendment.subamendment].format(number=number)


def subject(state: State, text_: Text, amendment: Amendment, language: str) -> str:
    """What the amendment is about: the nodes that it touches, or its parent's proposal."""
    if amendment.amends:
        return amendment_name(state.drafting.amendments[amendment.amends], language)
    named = labels(text_.tree, False, state.assembly.meeting.rules.numbering)
    spots = text_.tree.spots
    places = [label_reference(spots[n].kind, named.get(n, n), language) for n in amendment.targets()]
    return capitalized(list_of(places, language))


def in_order_of_receipt(state: State) -> Iterator[Amendment]:
    """All amendments in the order in which they were received, each followed by its subamendments."""

    def with_children(amendment: Amendment) -> Iterator[Amendment]:
        yield amendment
        for child in sorted(state.drafting.subamendments(amendment), key=lambda a: a.order):
            yield from with_children(child)

    mains = [a for a in state.drafting.amendments.values() if not a.amends]
    for amendment in sorted(mains, key=lambda a: a.order):
        yield from with_children(amendment)


def _one(state: State, amendment: Amendment, language: str) -> Iterator[Block]:
    assembly, say = state.assembly, translator(language).gettext
    text_ = state.drafting.texts[amendment.text_id]
    by = "\n".join(
        f"{mark_of(assembly, who)} {author(assembly, who, language)}".strip()
        for who in amendment.handed_in_by
    )
    submitted, proposed, words = _FORM[language]
    yield Heading(1, text(amendment_name(amendment, language)))
    rows = [
        (submitted, by),
        (proposed, subject(state, text_, amendment, language)),
    ]
    if amendment.seconded_by:
        rows.insert(1, (say(_SECONDED), author(assembly, amendment.seconded_by, language)))
    kind = kind_of(amendment)
    if kind in ("formatting", "spacing"):
        rows.append((say(_KIND), term("change", kind, "amendment", language)))
    rows.append((say(_RECEIVED), long_date(date.fromisoformat(amendment.received[:10]), language)))
    cells = tuple((text(_label(label), bold=True), text(value)) for label, value in rows)
    yield Table((), cells, (1.0, 1.7), header=False)
    quoted = quoted_language(amendment, language)
    quotes = not all(isinstance(change, Deletion | Move) for change in amendment.changes)
    mark = original_mark(quoted, language) if quoted != language and quotes else ""
    yield Heading(3, text(_label(words)))
    sentences = instruction(
        state.drafting, text_, amendment, language, assembly.meeting.rules.numbering, inline=False
    )
    for number, sentence in enumerate(sentences, 1):
        runs = spans(escape(sentence), language)
        if len(sentences) == 1:
            yield Para(runs, mark=mark)
        else:
            yield Numbered(f"{number}.", runs, mark=mark if number == len(sentences) else "")
    result = list(_result(state, amendment, quoted if quotes else language))
    if result and not amendment.inserted():
        yield Heading(3, text(say(_RESULT)))
    yield from result
    if amendment.justification:
        yield Heading(3, text(say(_WHY)))
        said = "" if amendment.language == language else amendment.language
        mark = original_mark(said, language) if said else ""
        yield Para(spans(escape(amendment.justification), amendment.language), "body", said, mark)


def _label(words: str) -> str:
    return words.upper()


def _result(state: State, amendment: Amendment, language: str) -> Iterator[Block]:
    """The words with the amendment in them, marked as the group's."""
    group = state.assembly.main_group(amendment.taken_over_from or amendment.by)
    for change in amendment.changes:
        if isinstance(change, WordChange) and change.language == language:
            yield Para(_marked(change, group), language=language)
        elif isinstance(change, Insertion):
            yield from _inserted(change, group, language)
        elif isinstance(change, Deletion):
            yield from _deleted(state.drafting.texts[amendment.text_id], change, group, language)


def _marked(change: WordChange, group: str) -> Runs:
    """Base and proposal in one: each operation as what it deletes and what it inserts."""
    out: list[Runs] = []
    at = shift = 0
    language = change.language
    for op in change.ops:
        start = op.start + shift
        out.append(_part(change.base, at, op.start, language))
        deleted = _part(change.base, op.start, op.end, language, "delete", group)
        out += [deleted, _part(change.proposed, start, start + len(op.text), language, "insert", group)]
        at, shift = op.end, shift + len(op.text) - (op.end - op.start)
    out.append(_part(change.base, at, len(change.base), language))
    return joined([span for runs in out for span in runs])


def _part(plain: str, start: int, end: int, language: str, change: Change = "", group: str = "") -> Runs:
    return spans(write(between(plain, start, end)), language, change=change, group=group)


def _deleted(text_: Text, change: Deletion, group: str, language: str) -> Iterator[Block]:
    named = labels(text_.tree, False)
    for node_id in text_.tree.under(change.node):
        node, spot = text_.nodes[node_id], text_.tree.spots[node_id]
        said = language if node.text(language) else node.original
        runs = spans(node.text(said), said, change="delete", group=group)
        label = printed(spot, named[node_id], language) if node_id != change.node and node_id in named else ""
        if label:
            depth = text_.tree.depth(node_id) - text_.tree.depth(change.node)
            yield Numbered(label, runs, depth, said)
        else:
            yield Para(runs, language=said)


def _inserted(change: Insertion, group: str, language: str) -> Iterator[Block]:
    counts: dict[tuple[str, str], int] = {}
    depths: dict[str, int] = {}
    for node in change.nodes:
        depths[node.id] = depths[node.parent] + 1 if node.parent else 0
        words = node.texts.get(language) or next(iter(node.texts.values()))
        runs = spans(words, language, change="insert", group=group)
        if node.kind != "item" or not node.parent:
            yield Para(runs, language=language)
            continue
        key = node.parent, node.enumeration
        counts[key] = counts.get(key, 0) + 1
        label = item_marker(node.enumeration or "dash", counts[key], language)
        yield Numbered(label, runs, depths[node.id], language)
