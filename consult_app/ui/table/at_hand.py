"""Which node and which card are at hand when nobody has chosen, or the choice is over."""

from __future__ import annotations

from collections.abc import Iterable

from consult_app.drafting.text.nodes import Text
from consult_app.ui.table.faces import CardFace
from consult_app.ui.text.reading import Reading


def first_node(reading: Reading) -> str:
    """The node to begin with: that of the amendment on the floor, else the first that is not closed."""
    text = reading.text
    for amendment in reading.drafting.of_text(text.id):
        if amendment.state == "under_discussion" and amendment.target in text.nodes:
            return amendment.target
    nodes = [node for node in text if not text.tree.spots[node.id].gone]
    opened = (node.id for node in nodes if node.state in ("under_consideration", "reopened", "pending"))
    waiting = (node.id for node in nodes if not node.closed)
    return next(opened, "") or next(waiting, "") or nodes[0].id


def with_those_above(text: Text, nodes: Iterable[str]) -> set[str]:
    """*nodes* with every node that one of them stands under: they count what is left below them."""
    out = set(nodes)
    for node in tuple(out):
        while node in text.tree.spots and text.tree.spots[node].parent:
            node = text.tree.spots[node].parent
            out.add(node)
    return out


def card_at_hand(before: str, shown: dict[str, CardFace | None], faces: list[CardFace]) -> str:
    """The card to open: the one that was, unless it was just disposed of; then the next one pending. A
    subamendment that was handed in to it is taken before it."""
    now = {face.id: face for face in faces}
    old = shown.get(before)
    if old is not None and before in now:
        below = f"{old.number}/S."
        handed_in = (f.id for f in faces if f.id not in shown and f.pending and f.number.startswith(below))
        if first := next(handed_in, ""):
            return first
    if before in now and not (old is not None and old.pending and not now[before].pending):
        return before
    if before in now and now[before].depth:
        # the others to the same amendment are disposed of before it; so are the parts of one put by parts
        parent = now[before].number.rpartition("/")[0]
        others = (face for face in faces if face.number.startswith(f"{parent}/S.") and face.pending)
        left = next((face.id for face in others if face.depth == now[before].depth), "")
        return left or next((face.id for face in faces if face.number == parent), before)
    pending = [face for face in faces if face.pending]
    if before in now:
        parts = (face.id for face in pending if face.number.startswith(f"{now[before].number}("))
        if first := next(parts, ""):
            return first
    discussed = [face.id for face in pending if "adopt" in face.bar[:1] and not face.depth]
    if before not in now and discussed:
        return discussed[0]
    return pending[0].id if pending else before if before in now else (faces[0].id if faces else "")
