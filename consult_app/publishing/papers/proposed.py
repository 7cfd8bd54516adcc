"""The words of an amendment as they would read, with what it changes in them marked as its group's."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from consult_app.drafting.amendments.amendment import Amendment, NewNode, WordChange
from consult_app.drafting.amendments.effective import effective_insertions, effective_words, structural_words
from consult_app.drafting.amendments.kinds import PILCROW
from consult_app.drafting.house_style.labels import item_marker
from consult_app.drafting.instructions.instruction import quoted_language
from consult_app.drafting.views import marked
from consult_app.drafting.wordings.cuts import CUT, NEW_CUT
from consult_app.drafting.wordings.diff import Ops
from consult_app.drafting.wordings.wording import between
from consult_app.state import State

from ..paper import Runs, joined
from .changed_words import stretches
from .working_text import WorkingText, raised_runs


class Reading(msgspec.Struct, frozen=True):
    """A stretch of words: of the *node* that stands ("" for a new one), with the *label* of a new item and
    how many new nodes stand above it."""

    runs: Runs
    node: str = ""
    label: str = ""
    depth: int = 0


def readings(state: State, working: WorkingText, amendment: Amendment, language: str) -> list[Reading]:
    """What *amendment* makes of the words, in *language* or, where it has none in it, in the language that
    it was handed in with.

    A pending one is carried onto the words that stand today; where that cannot be done, and once it is
    disposed of, its words are those that it was handed in with, as it was subamended. What it deletes as a
    whole or only moves has no reading.
    """
    spoken = quoted_language(amendment, language)
    group = state.assembly.main_group(amendment.taken_over_from or amendment.by)
    out = [
        Reading(_changed(working, amendment, change, group), change.node)
        for change in effective_words(amendment)
        if change.language == spoken
    ]
    for change, _other in structural_words(amendment):
        if change.language == spoken:
            out.append(Reading(_as_proposed(working, change, group), change.node))
    for insertion in effective_insertions(amendment):
        out += _new(working, insertion.nodes, group, spoken)
    return out


def _changed(working: WorkingText, amendment: Amendment, change: WordChange, group: str) -> Runs:
    node = working.text.nodes.get(change.node)
    if amendment.pending and not amendment.amends and node is not None:
        segments = marked(working.text, node, change.language, (amendment,))
        if any(segment.change for segment in segments):
            parts = (
                raised_runs(s.runs, change.language, working.notes, s.change, group if s.change else "")
                for s in segments
            )
            return joined([span for runs in parts for span in runs])
    return _as_proposed(working, change, group)


def _as_proposed(working: WorkingText, change: WordChange, group: str) -> Runs:
    ops = tuple(msgspec.structs.replace(op, text=_visible(op.text)) for op in change.ops)
    return changed_runs(change.base.replace(CUT, " "), ops, change.language, working.notes, group)


def _visible(words: str) -> str:
    return words.replace(f"{NEW_CUT} ", NEW_CUT).replace(NEW_CUT, f"{PILCROW} ")


def changed_runs(base: str, ops: Ops, language: str, notes: dict[str, str], group: str = "") -> Runs:
    """*base* with *ops* marked in it: what each takes out, then what it puts in."""
    parts = (
        raised_runs(each.runs, language, notes, each.change, group if each.change else "")
        for each in stretches(base, ops)
    )
    return joined([span for runs in parts for span in runs])


def _new(working: WorkingText, nodes: tuple[NewNode, ...], group: str, language: str) -> Iterator[Reading]:
    counts: dict[tuple[str, str], int] = {}
    depths: dict[str, int] = {}
    notes = working.notes | {
        node.note_key: str(len(working.notes) + at)
        for at, node in enumerate((n for n in nodes if n.note_key), start=1)
    }
    for node in nodes:
        depths[node.id] = depths[node.parent] + 1 if node.parent else 0
        said = language if language in node.texts else next(iter(node.texts))
        runs = raised_runs(between(node.texts[said], 0, len(node.texts[said])), said, notes, "insert", group)
        label = ""
        if node.kind == "item" and node.parent:
            key = node.parent, node.enumeration
            counts[key] = counts.get(key, 0) + 1
            label = item_marker(node.enumeration or "dash", counts[key], language)
        elif node.kind == "footnote":
            label = notes.get(node.note_key, "")
        yield Reading(runs, "", label, depths[node.id])


__all__ = ["Reading", "changed_runs", "readings"]
