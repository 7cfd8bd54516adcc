"""A reading that is carried on from decision to decision shows what one made anew shows."""

from __future__ import annotations

from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.changes import between
from consult_app.state import State
from consult_app.ui.table.at_hand import with_those_above
from consult_app.ui.table.outline_rows import OutlineRow, outline_row, outline_rows
from consult_app.ui.text.reading import SHOWN_VIEWS, Reading
from tests.drafting.world import World, draft, submissions
from tests.effort import SOME

_DECISIONS: Final = ("adopt", "adopt", "adopt", "reject", "withdraw", "bracket")


def everything(reading: Reading) -> dict[str, Any]:
    """All that the Table takes from *reading*, by what it is."""
    out: dict[str, Any] = {}
    for which in SHOWN_VIEWS:
        rows = reading.rows(which)
        out[f"rows, {which}"] = rows
        out[f"cells, {which}"] = [reading.cell(row, which, "en") for row in rows]
    for node in reading.text.nodes:
        out[f"amendments, {node}"] = [each.number for each in reading.amendments(node)]
        out[f"pending, {node}"] = reading.pending_count(node)
        out[f"label, {node}"] = reading.label(node)
    return out


class Carried:
    """Cells as a window keeps them: read again only where a change is said to touch them."""

    def __init__(self, state: State) -> None:
        self.reading = Reading(state.drafting, "conclusions")
        self.state = state
        self.kept = {which: self._read(which) for which in SHOWN_VIEWS}
        self.outline = self._outlined(self.reading)

    def _read(self, which: Any) -> dict[str, Any]:
        return {row.key: self.reading.cell(row, which, "en") for row in self.reading.rows(which)}

    @staticmethod
    def _outlined(reading: Reading) -> dict[str, OutlineRow]:
        return {row.node: row for row in outline_rows(reading, "en") if row.node}

    def follow(self, state: State) -> None:
        """Carry on to *state*; what is kept afterwards is what a reading made anew says."""
        changes = between(self.state, state, 0)
        touched = self.reading.moved_to(state.drafting, changes)
        self.state = state
        anew = Reading(state.drafting, "conclusions")
        assert everything(self.reading) == everything(anew)
        if changes.structure:
            self.outline = self._outlined(self.reading)
        else:
            for node in with_those_above(self.reading.text, touched) & self.outline.keys():
                self.outline[node] = outline_row(self.reading, node, "en")
        assert self.outline == self._outlined(anew)
        for which in SHOWN_VIEWS:
            rows = self.reading.rows(which)
            before, self.kept[which] = self.kept[which], {}
            for row in rows:
                old = row.anchor not in touched and row.key in before
                read = before[row.key] if old else self.reading.cell(row, which, "en")
                assert read == anew.cell(row, which, "en"), (which, row)
                self.kept[which][row.key] = read


@settings(max_examples=SOME)
@given(st.data())
def test_a_reading_carried_on_shows_what_one_made_anew_shows(data: st.DataObject) -> None:
    texts = draft()
    world = World({"en": texts})
    numbers: list[str] = []
    for index in range(data.draw(st.integers(2, 6))):
        answer = world.tried(**data.draw(submissions(index, texts)))
        numbers += [answer["number"]] if answer else []
    for number in tuple(numbers):
        if data.draw(st.booleans()):
            asked = {"by": "employers", "kind": "replace", "amends": number, "text": f"s{number} b0x1"}
            answer = world.tried(do="submit_amendment", **asked)
            numbers += [answer["number"]] if answer else []
    carried = Carried(world.state)
    for _ in range(data.draw(st.integers(1, 6)) if numbers else 0):
        before = world.state
        verb, number = data.draw(st.sampled_from(_DECISIONS)), data.draw(st.sampled_from(numbers))
        if world.tried(do=f"{verb}_amendment", amendment=number) is None:
            continue
        carried.follow(world.state)
        if data.draw(st.booleans()):
            after = world.state
            carried.follow(before)  # undone
            carried.follow(after)
