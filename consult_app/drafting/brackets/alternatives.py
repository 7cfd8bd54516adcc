"""What stands in square brackets now: alternatives by group, derived from the text and its amendments.

Amendments in brackets that change the same words of a node share one bracket, those that change others
have their own; a deletion of the node is about all of its words. What an amendment in brackets would put
in beside a node is a bracket of its own. Marks that were typed or imported, ``[[…]]``, are brackets too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from ..amendments.amendment import Amendment, Drafting
from ..amendments.effective import deletions, effective_insertions, effective_words
from ..amendments.reach import pieces_of, place_of
from ..amendments.rebase import carried
from ..remembered import Sieve, remembered
from ..text.brackets import Alternative, BracketKind
from ..text.nodes import Node, Text, Tree
from ..text.trail import heirs
from ..wordings.diff import Op, Ops, apply_ops, diff
from ..wordings.wording import Run, between, parse, write

#: between the words of two places of one bracket
ELLIPSIS = " … "


class Option(msgspec.Struct, frozen=True, gc=False):
    """What amendments (ids; several when they say the same) would put at one place of the text."""

    amendments: tuple[str, ...]
    by: tuple[str, ...]
    runs: tuple[Run, ...]


class Passage(msgspec.Struct, frozen=True, gc=False):
    """A place in a wording, ``start`` to ``end`` of its plain form: what stands there, and what would."""

    start: int
    end: int
    stands: tuple[Run, ...]
    options: tuple[Option, ...]


class Found(msgspec.Struct, frozen=True, gc=False):
    """A bracket as it stands now. ``members`` are the ids of its amendments; ``ordinal`` counts typed
    marks within their wording (from 1)."""

    node: str
    kind: BracketKind
    language: str
    words: str
    alternatives: tuple[Alternative, ...]
    members: tuple[str, ...] = ()
    ordinal: int = 0


@remembered(4)
def found_in(drafting: Drafting, text: Text) -> tuple[Found, ...]:
    """All that stands in brackets in *text*, in document order; at a node typed marks first, then the
    words in which amendments differ, then what would be put in beside it."""
    about: dict[str, list[Amendment]] = {}
    beside: dict[str, list[Found]] = {}
    for amendment in _standing_in_brackets(drafting, text):
        for each in touched(text, amendment):
            about.setdefault(each, []).append(amendment)
        for new in _beside(text, amendment):
            beside.setdefault(new.node, []).append(new)
    typed = {name: typed_in(text.nodes[name]) for name in _marked(text.id, text.nodes)}
    if not (typed or about or beside):
        return ()  # the order of the text costs more than all this
    out: list[Found] = []
    for node in text:
        out += typed.get(node.id, ())
        if node.id in about:
            out += found_at(text, node, about[node.id])
        out += beside.get(node.id, ())
    return tuple(out)


def _standing_in_brackets(drafting: Drafting, text: Text) -> list[Amendment]:
    """The amendments to *text* that stand in brackets, in order of receipt."""
    passed = _bracketed("", drafting.amendments)
    every = (drafting.amendments[name] for name in drafting.amendments if name in passed) if passed else ()
    return [amendment for amendment in every if amendment.text_id == text.id]


def touched(text: Text, amendment: Amendment) -> tuple[str, ...]:
    """The nodes whose own words *amendment* would change or delete today."""
    out: dict[str, None] = {}
    for change in effective_words(amendment):
        out |= dict.fromkeys(heirs(text, change.node, change.since or amendment.row))
    for node in deletions(amendment):
        out |= dict.fromkeys(pieces_of(text, node, amendment.row))
    return tuple(out)


@remembered(4096)
def typed_in(node: Node) -> tuple[Found, ...]:
    """The typed marks of *node*: those of its original and, where a translation is up to date and has
    others, those of the translation."""
    marked = not node.deleted and any("[[" in rendering.text for rendering in node.wordings.values())
    return tuple(_typed_in(node)) if marked else ()


_bracketed: Sieve[Amendment] = Sieve(lambda each: each.state == "bracketed" and not each.subamendment)
_marked: Sieve[Node] = Sieve(typed_in)


def _typed_in(node: Node) -> Iterator[Found]:
    leading = marks(node.text(node.original))
    for language in (node.original, *(each for each in node.wordings if each != node.original)):
        if language != node.original and node.status(language) == "out_of_date":
            continue
        own = leading if language == node.original else marks(node.text(language))
        if language != node.original and len(own) == len(leading):
            continue
        for ordinal, words in enumerate(own, 1):
            only = Alternative("", (), words, language)
            yield Found(node.id, "typed", language, words, (only,), (), ordinal)


def marks(plain: str) -> list[str]:
    """The words of each typed bracket of a wording, in order."""
    if "[[" not in plain:
        return []
    inside: dict[int, list[Run]] = {}
    for run in parse(plain):
        if run.bracket:
            inside.setdefault(run.bracket, []).append(msgspec.structs.replace(run, bracket=0))
    return [write(runs) for runs in inside.values()]


def found_at(text: Text, node: Node, amendments: Iterable[Amendment]) -> list[Found]:
    """The brackets in the words of *node* that these *amendments* (in brackets) make, from left to right."""
    if node.pieces or node.joined or node.joined_to or node.split_from:
        return _found_at(text, node, list(amendments))
    return _found_in_one(node, *amendments)


@remembered(1024)
def _found_in_one(node: Node, *amendments: Amendment) -> list[Found]:
    """As :func:`found_at` for a node that was never cut or joined: nothing else decides what stands in it."""
    return _found_at(Text("", Tree(), {node.id: node}), node, list(amendments))


def _found_at(text: Text, node: Node, amendments: list[Amendment]) -> list[Found]:
    out = []
    for members in _clusters(text, node, amendments):
        first = members[0]
        own = _languages(text, node, first)
        language = first.language if not own or first.language in own else own[0]
        passages = passages_of(text, node, members, language)
        words = ELLIPSIS.join(said for each in passages if (said := _said(each.stands)))
        alternatives = []
        for member in members:
            spoken = member.language
            if language in _languages(text, node, member) or _deletes(text, node, member):
                spoken = language
            its = passages if spoken == language else passages_of(text, node, members, spoken)
            words_of = (_said(o.runs) for p in its for o in p.options if member.id in o.amendments)
            by = (member.by, *member.joint)
            alternatives.append(Alternative(member.id, by, ELLIPSIS.join(filter(None, words_of)), spoken))
        ids = tuple(each.id for each in members)
        at = passages[0].start if passages else len(node.text(language))
        out.append((at, Found(node.id, "words", language, words, tuple(alternatives), ids)))
    return [each for _, each in sorted(out, key=lambda found: found[0])]


def passages_of(text: Text, node: Node, members: list[Amendment], language: str) -> list[Passage]:
    """The places of one bracket in the wording in *language*, from left to right."""
    today = node.text(language)
    if not today:
        return []
    ops = {each.id: _ops(text, node, each, language) for each in members}
    spans: list[tuple[int, int]] = []
    for start, end in sorted((op.start, op.end) for each in ops.values() for op in each):
        if spans and start <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
        else:
            spans.append((start, end))
    return [_passage(today, start, end, members, ops) for start, end in spans]


def _passage(today: str, start: int, end: int, members: list[Amendment], ops: dict[str, Ops]) -> Passage:
    options: list[Option] = []
    for member in members:
        if not any(start <= op.start and op.end <= end for op in ops[member.id]):
            continue
        before = sum(len(op.text) - (op.end - op.start) for op in ops[member.id] if op.end < start)
        within = [op for op in ops[member.id] if start <= op.start and op.end <= end]
        grown = sum(len(op.text) - (op.end - op.start) for op in within)
        proposed = apply_ops(today, ops[member.id])
        runs = between(proposed, start + before, end + before + grown)
        same = next((o for o in options if o.runs == runs), None)
        if same is None:
            options.append(Option((member.id,), member.credited, runs))
        else:
            joint = Option((*same.amendments, member.id), (*same.by, *member.credited), runs)
            options[options.index(same)] = joint
    return Passage(start, end, between(today, start, end), tuple(options))


def _clusters(text: Text, node: Node, amendments: list[Amendment]) -> list[list[Amendment]]:
    """The *amendments* that change words of *node*, in groups that overlap, in order of receipt."""
    asked = [a for a in amendments if _deletes(text, node, a) or _languages(text, node, a)]
    out: list[list[Amendment]] = []
    for amendment in sorted(asked, key=lambda each: (each.row, each.order)):
        joined = [group for group in out if any(_overlap(text, node, amendment, each) for each in group)]
        for group in joined:
            out.remove(group)
        merged = [*(each for group in joined for each in group), amendment]
        out.append(sorted(merged, key=lambda each: (each.row, each.order)))
    return out


def _overlap(text: Text, node: Node, one: Amendment, other: Amendment) -> bool:
    """Whether both are about the same words. In languages that they do not have in common nobody can
    tell, and they are taken together."""
    if _deletes(text, node, one) or _deletes(text, node, other):
        return True
    common = [each for each in _languages(text, node, one) if each in _languages(text, node, other)]
    pairs = (
        (a, b)
        for language in common
        for a in _ops(text, node, one, language)
        for b in _ops(text, node, other, language)
    )
    return not common or any(_meet(a, b) for a, b in pairs)


def _meet(a: Op, b: Op) -> bool:
    if max(a.start, b.start) < min(a.end, b.end):
        return True
    if a.text and b.text and a.end == b.end:  # both put words in at one point
        return True
    return (a.insertion and b.start < a.start < b.end) or (b.insertion and a.start < b.start < a.end)


def _deletes(text: Text, node: Node, amendment: Amendment) -> bool:
    return any(node.id in pieces_of(text, each, amendment.row) for each in deletions(amendment))


def _languages(text: Text, node: Node, amendment: Amendment) -> list[str]:
    """The languages in which *amendment* would change words of *node* today."""
    spoken = dict.fromkeys(change.language for change in effective_words(amendment))
    return [language for language in spoken if _ops(text, node, amendment, language)]


def _ops(text: Text, node: Node, amendment: Amendment, language: str) -> Ops:
    """What *amendment* would do to today's words of *node*: all of them where it deletes the node, or
    where it meets what was changed since and can only stand beside the whole."""
    today = node.text(language)
    if _deletes(text, node, amendment):
        return (Op(0, len(today), ""),) if today else ()
    for change in effective_words(amendment):
        if change.language != language:
            continue
        if change.node == node.id and change.base == today and not node.pieces and not node.joined:
            return change.ops
        came = carried(text, change, change.since or amendment.row, insertions=True)
        if came.clashes and change.node == node.id:
            return (Op(0, len(today), change.proposed),)
        found = next((words for words in came.words if words.node == node.id), None)
        if found is not None and found.text != today:
            return diff(today, found.text)
    return ()


def _beside(text: Text, amendment: Amendment) -> Iterator[Found]:
    by = amendment.credited
    language = amendment.language
    lines: dict[str, list[str]] = {}
    for insertion in effective_insertions(amendment):
        node, _ = place_of(text, insertion.anchor, insertion.where, amendment.row)
        lines.setdefault(node, []).extend(new.texts.get(language, "") for new in insertion.nodes)
    for node, words in lines.items():
        only = Alternative(amendment.id, by, "\n".join(filter(None, words)), language)
        yield Found(node, "beside", language, "", (only,), (amendment.id,))


def _said(runs: tuple[Run, ...]) -> str:
    """The plain form of *runs* without the spaces at their ends, and without typed marks about them."""
    return write([msgspec.structs.replace(run, bracket=0) for run in runs]).strip()
