"""The amendments to the node at hand, as cards in the right column: which, in which order, what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from consult_app.drafting.house_style.house import capitalized
from consult_app.state import State
from consult_app.ui.language import Languages, tr, tr_n
from consult_app.ui.table.at_hand import card_at_hand
from consult_app.ui.table.faces import CardFace, Faces
from consult_app.ui.table.foot import foot_of
from consult_app.ui.table.outlook import ahead, outlook
from consult_app.ui.table.own_language import OwnLanguage, only_in
from consult_app.ui.waiting import behind_the_paint

if TYPE_CHECKING:
    from consult_app.drafting.text.nodes import Node
    from consult_app.ui.table.station import TableStation
    from consult_app.ui.text.reading import Reading


class CardsShown(QObject):
    """Fills the list of amendments of a :class:`TableStation` from the state that it shows."""

    def __init__(self, station: TableStation) -> None:
        super().__init__(station)
        self._station = station
        # what would follow from the next amendment is looked up once the last decision is painted
        self._later = behind_the_paint(self, self.show_note)
        self._ahead = behind_the_paint(self, self._foresee)
        self._showing = False
        self._own_language = OwnLanguage(station)
        self.forget()

    def forget(self) -> None:
        """Another meeting: what was said of the amendments of this one is of no use."""
        self._later.stop()
        self._ahead.stop()
        self._faces = Faces()
        self._noted: tuple[State | None, str, str] = (None, "", "")

    def show(self) -> None:
        """Show the amendments to the node at hand, those pending first."""
        self._showing = True
        try:
            with self._station.parts.list.at_once():
                self._show()
        finally:
            self._showing = False

    def _show(self) -> None:
        station = self._station
        reading, state = station.reading, station.shown
        if reading is None or state is None:
            return
        node, amendments = station.current_node, station.parts.list
        before = {name: amendments.card(name).face for name in amendments.shown}
        found = reading.amendments(node.id)
        pending = [amendment for amendment in found if amendment.pending]
        rest = [amendment for amendment in found if not amendment.pending]
        faces: list[CardFace] = []
        language = station.quoting_language
        for amendment in (*pending, *rest):
            group = (amendment, *reading.subamendments(amendment.id))
            awaited = frozenset(each.amends for each in group if each.pending)
            for each in group:
                remark, waits = only_in(each, station.parts.codes), each.id in awaited
                faces.append(self._faces.of(state, each, language, remark, waits=waits))
        self._faces.only(face.id for face in faces)
        place, named = station.name_of(node.id), station.name_of(node.id, article=True)
        decides = state.given is None
        empty = "" if found else self._none(reading, node, named, decides=decides)
        amendments.show_node(capitalized(place), capitalized(empty))
        amendments.brackets.show_brackets(state, reading.brackets(node.id))
        amendments.show_faces(faces, card_at_hand(amendments.at_hand, before, faces))
        self.show_note()
        station.side_acting.show_stands()  # the next key may state a position
        amendments.show_foot(*foot_of(reading, node, place, named, decides=decides))

    @staticmethod
    def _none(reading: Reading, node: Node, named: str, *, decides: bool) -> str:
        """What is said where no amendment is to *node*, which is *named* as an object."""
        if reading.text.adopted:
            return tr("No amendment to {place}.", place=named)
        if not decides:
            return tr("No amendment to {place}. N prepares one.", place=named)
        if within := sum(map(reading.pending_count, reading.text.tree.under(node.id)[1:])):
            return tr_n(
                "No amendment to {place} itself, {n} to what stands under it. N hands one in.",
                "No amendment to {place} itself, {n} to what stands under it. N hands one in.",
                within,
                place=named,
            )
        return tr("No amendment to {place}. N hands one in.", place=named)

    @Slot(str)
    def show_note(self, _amendment: str = "") -> None:
        """Say what would follow from adopting the amendment at hand."""
        station = self._station
        amendment, state = station.amendment_at_hand, station.shown
        noted = (state, amendment.id if amendment else "", Languages.current())
        known = noted[0] is self._noted[0] and noted[1:] == self._noted[1:]
        if self._showing:
            if not known:
                self._noted = (None, "", "")
                station.parts.list.note.wait()  # what it says is said of another, or of what was before
            self._later.start()
            return
        if known:
            return
        self._noted = noted
        self._own_language.follow(amendment)
        station.side_acting.show_stands()
        station.parts.list.prepare()
        if amendment is None or state is None or not amendment.pending:
            station.parts.list.say("")
            return
        station.parts.list.say(outlook(state, station.desk.seq + 1, amendment))
        self._ahead.start()

    def _foresee(self) -> None:
        """Lay out how the node at hand would read after a decision: people speak before it is taken."""
        station = self._station
        amendment, state, reading = station.amendment_at_hand, station.shown, station.reading
        if amendment is not None and amendment.pending and state is not None and reading is not None:
            after = ahead(state, station.desk.seq + 1, amendment)
            station.parts.text.foresee(map(reading.supposing, after), station.node_at_hand)
