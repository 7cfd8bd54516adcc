"""The rows of the outline as data: which nodes, how far each is, and what stands at its right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from consult_app.drafting.amendments.amendment import PARKED
from consult_app.drafting.house_style.labels import label_figure, label_reference
from consult_app.drafting.text.nodes import Node, Spot
from consult_app.drafting.text.numbering import printed
from consult_app.drafting.wordings.wording import has_brackets, words
from consult_app.meetings.reasons import N_
from consult_app.ui.language import Languages, tr, tr_c, tr_n
from consult_app.ui.look.icons import Status
from consult_app.ui.text.reading import Reading
from consult_app.words import term

PREAMBLE: Final = frozenset({"title", "organ", "clause", "adoption"})
_ENDS: Final[dict[str, str]] = {"closing": N_("Closing line"), "footnote": N_("Footnotes")}
_FIRST_WORDS: Final = 90


@dataclass(frozen=True)
class OutlineRow:
    """One row. A row without ``node`` is the heading of a group that is no heading of the text."""

    node: str = ""
    kind: str = ""
    label: str = ""
    words: str = ""
    depth: int = 0
    status: Status = Status.OPEN
    state: str = ""
    tail: str = ""
    left: str = ""
    """The number at the right in words: "4 left"."""
    deleted: bool = False

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        parts = (self.label, self.words, self.state, self.left or self.tail)
        return ", ".join(part for part in parts if part)

    @property
    def said(self) -> str:
        """What the mark and the number at the right mean, a line each."""
        return "\n".join(part for part in (self.state, self.left) if part)


def outline_rows(reading: Reading, language: str) -> list[OutlineRow]:
    """The outline of the whole text; the first words in *language* or in each node's original."""
    out: list[OutlineRow] = []
    group = ""
    for node in reading.text.tree.walk():
        spot = reading.text.tree.spots[node]
        if spot.gone:
            continue
        if spot.kind in PREAMBLE and group != "preamble":
            group = "preamble"
            out.append(OutlineRow(words=tr("Preamble"), kind="group"))
        elif spot.kind in _ENDS and group != spot.kind:
            group = spot.kind
            out.append(OutlineRow(words=tr(_ENDS[spot.kind]), kind="group"))
        out.append(outline_row(reading, node, language))
    return out


def outline_row(reading: Reading, node: str, language: str) -> OutlineRow:
    """The row of *node*."""
    text = reading.text
    found, spot = text.nodes[node], text.tree.spots[node]
    status = status_of(reading, found)
    said = words(found.text(language) or found.text(found.original))[:_FIRST_WORDS]
    state = term("state", found.state, "paragraph", Languages.current())
    if found.joined_to:
        heir = text.tree.spots[found.joined_to].kind
        place = label_reference(heir, reading.label(found.joined_to), Languages.current())
        said = state = tr("joined to {place}", place=place)
    tail, left = ("", "") if found.joined_to else _tail(reading, found, status)
    return OutlineRow(
        node=node,
        kind=spot.kind,
        label=_shown_label(reading.label(node), spot, language),
        words=said,
        depth=text.tree.depth(node),
        status=status,
        state=state,
        tail=tail,
        left=left,
        deleted=found.deleted and not found.joined_to,
    )


def status_of(reading: Reading, node: Node) -> Status:
    """The state mark of *node*. Brackets are looked at only while the node is open or adopted with them."""
    if node.deleted:
        return Status.DELETED
    if any(has_brackets(rendering.text) for rendering in node.wordings.values()):
        return Status.BRACKET
    if node.closed:
        return Status.DONE
    if any(amendment.state == "bracketed" for amendment in reading.amendments(node.id)):
        return Status.BRACKET
    return Status.OPEN if node.state == "not_opened" else Status.UNDER_WAY


def _tail(reading: Reading, node: Node, status: Status) -> tuple[str, str]:
    """What stands at the right, and, of a number, what it means."""
    own = reading.pending(node.id)
    if own and all(amendment.state in PARKED for amendment in own):
        return term("state", own[0].state, "amendment", Languages.current()), ""
    under = sum(reading.pending_count(each) for each in reading.text.tree.under(node.id)[1:])
    if left := under + len(own):
        return str(left), tr_n("{n} left", "{n} left", left)
    if status is Status.BRACKET:
        return tr("bracket"), ""
    if node.deleted:
        return tr("deleted"), ""
    if node.state != "adopted_as_amended":
        return "", ""
    whole = node.id not in reading.text.origin.spots and not node.split_from
    return (tr_c("paragraph or item that an amendment put in", "new") if whole else tr("amended")), ""


def _shown_label(label: str, spot: Spot, language: str) -> str:
    """The label without what the row above says already, as *language* writes it: "(iii)" or "iii)" of
    5(iii), "2" of preamble 2."""
    if spot.kind == "item":
        return printed(spot, label, language)
    if spot.kind in ("heading", "title", "organ", "adoption", "closing"):
        return ""
    return label_figure(label, language)
