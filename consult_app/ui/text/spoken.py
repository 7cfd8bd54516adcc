"""A row of the text as it is said aloud: its words, and each change in them by a name of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from consult_app.drafting.amendments.rebase import NEW_CUT
from consult_app.drafting.house_style.labels import label_reference
from consult_app.drafting.house_style.ordinals import NO_BREAK
from consult_app.drafting.wordings.segments import Segment
from consult_app.state import State
from consult_app.ui.belonging import authors_words
from consult_app.ui.language import Languages, number_said, tr, tr_n
from consult_app.ui.text.rows import Cell, Row
from consult_app.ui.text.runs import readable

#: number and author of the amendments with these ids, as they are said: "D.9, Workers' group"
Said = Callable[[tuple[str, ...]], str]


@dataclass(frozen=True)
class SpokenChange:
    """A change, its name, and the amendments (ids) that it is ``by``. ``first`` and ``last`` are its places
    among the tracked stretches of the cell; ``last`` is before ``first`` where the change is the row as a
    whole."""

    name: str
    first: int = 0
    last: int = -1
    by: tuple[str, ...] = ()


def nobody(_by: tuple[str, ...]) -> str:
    """Who changes words, where nobody is known."""
    return ""


def who_changes(state: State, by: Iterable[str]) -> str:
    """Number and authors of the amendments with the ids *by*: "D.9, Workers' group"."""
    found = [state.drafting.amendments[each] for each in by]
    return "; ".join(f"{number_said(each.number)}, {authors_words(state.assembly, each)}" for each in found)


def row_words(row: Row, words: str, changes: Sequence[SpokenChange]) -> str:
    """What is said of a row that comes to hand: its label, its words, how many changes are proposed."""
    said = f"{row.label}: {words.replace(NO_BREAK, ' ')}"
    if not changes:
        return said
    count = tr_n("{n} proposed change", "{n} proposed changes", len(changes))
    return f"{said} ({count})"


def changes_in(row: Row, cell: Cell, said: Said) -> list[SpokenChange]:
    """The changes of *cell*, which stands in *row*, in their order. Words taken out and words put in at the
    same place by the same amendments are one change; so is a row that is put in or deleted as a whole."""
    place = label_reference(row.spot.kind, row.label, Languages.current())
    if row.proposed_by:
        by, words = (row.proposed_by,), _words(cell.segments)
        return [SpokenChange(tr("{who}: puts in “{words}”", who=said(by), words=words), by=by)]
    out = []
    if cell.struck_by:
        name = tr("{who}: deletes {place}", who=said(cell.struck_by), place=place)
        out.append(SpokenChange(name, by=cell.struck_by))
    for first, parts in _together(cell):
        name = _name(said(parts[0].by), parts, place)
        out.append(SpokenChange(name, first, first + len(parts) - 1, parts[0].by))
    return out


def _together(cell: Cell) -> list[tuple[int, list[Segment]]]:
    """The tracked segments outside brackets, those at one place by the same amendments together, each group
    with the place of its first among all of them."""
    out: list[tuple[int, list[Segment]]] = []
    before: Segment | None = None
    at = 0
    for segment in readable(cell.segments):
        tracked = bool(segment.change) and not segment.bracket
        if tracked:
            if before is not None and before.by == segment.by:
                out[-1][1].append(segment)
            else:
                out.append((at, [segment]))
            at += 1
        before = segment if tracked else None
    return out


def _name(who: str, parts: Sequence[Segment], place: str) -> str:
    old = _words(part for part in parts if part.change == "delete")
    new = _words(part for part in parts if part.change == "insert")
    values = {"who": who, "place": place, "old": old, "new": new}
    if not old:
        return tr("{who}: inserts “{new}”, in {place}", **values)
    if not new:
        return tr("{who}: deletes “{old}”, in {place}", **values)
    return tr("{who}: replaces “{old}” by “{new}”, in {place}", **values)


def _words(segments: Iterable[Segment]) -> str:
    text = "".join(run.text for segment in segments for run in segment.runs)
    return text.replace(NEW_CUT, "¶").replace(NO_BREAK, " ").strip()


__all__ = ["Said", "SpokenChange", "changes_in", "nobody", "row_words", "who_changes"]
