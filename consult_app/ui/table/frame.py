"""The Table without its meeting: the three parts, the two segmented controls, the page without a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from consult_app.drafting.views import View
from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.reasons import N_
from consult_app.ui import settings
from consult_app.ui.keys import spell_now
from consult_app.ui.language import NAMES, tr
from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import Button, PrimaryButton, SegmentedControl
from consult_app.ui.parts.lines import BrokenLine, held_width
from consult_app.ui.parts.panels import EmptyState
from consult_app.ui.table import drawn_widths
from consult_app.ui.table.amendments_list import AmendmentsList
from consult_app.ui.table.keys import LANGUAGE_KEYS, VIEW_KEYS
from consult_app.ui.table.outline import STRIP, Outline
from consult_app.ui.table.side import SideColumn
from consult_app.ui.text.bracket_pieces import Whose
from consult_app.ui.text.columns import how_many
from consult_app.ui.text.reading import SHOWN_VIEWS
from consult_app.ui.text.shaping import Looks
from consult_app.ui.text.spoken import Said
from consult_app.ui.text.text_view import TextView
from consult_app.ui.text_chooser import TextChooser

_VIEWS: Final[dict[View, str]] = {
    "original": N_("Original"),
    "current": N_("Current"),
    "marked": N_("Marked"),
    "final": N_("Final"),
}
_ORDER: Final[tuple[View, ...]] = ("original", "marked", "current", "final")
_SHORT: Final = {"en": "En", "fr": "Fr", "es": "Es"}
_LANGUAGES_KEY: Final = "table/languages"
_LIKED: Final = (250, 680, 372)
"""The widths of outline, text and side where there is room for all."""
_USUAL: Final = 1300
_SHARE_OF_MORE: Final = (0.16, 0.12)
_MOST_MORE: Final = (110, 80)
"""What of a window wider than usual outline and side take: the words in them are cut less."""
_NARROWEST: Final = (160, 300)
_LARGEST_SHARE: Final = (0.18, 0.46)
"""The parts of a small window that outline and side may insist on: the text has the rest."""
_TIGHT_SHARE: Final = (0.18, 0.5)
"""The same where the outline is out of sight."""
_WORDLESS: Final = 120
"""An outline narrower than this shows no words that say anything: it becomes a strip."""
_TIGHT: Final = 500
"""Where less than this is left for all three, as in large type beside the panel of the room, the outline
goes out of sight: the text and what is to be decided need the room. J, K and Ctrl+G go on from there."""
_ANY: Final = 16_777_215
"""Qt's own: as wide as may be."""


class TableParts(QWidget):
    """Outline, text and amendments side by side, or the page that says how to begin.

    Signals: ``shown_otherwise()`` when another view or other languages were chosen;
    ``import_asked()`` from the page without a text; ``edit_asked()`` from the button over the text.
    """

    shown_otherwise = Signal()
    import_asked = Signal()
    edit_asked = Signal()

    def __init__(self, looks: Looks, whose: Whose, said: Said) -> None:
        super().__init__()
        self.outline = Outline()
        self.text = TextView(looks, whose=whose, said=said)
        self.list = AmendmentsList()
        self.side = SideColumn(self.list)
        self.views = SegmentedControl(_ORDER, broken=True)
        self.languages = SegmentedControl(LANGUAGES, several=True, broken=True)
        self.texts = TextChooser()
        self.edit_button = Button("flat")
        self.import_button = PrimaryButton()
        self.empty = EmptyState(self.import_button, icon_name="table")
        self.pages = QStackedWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self.views.choose("marked")
        kept = settings.read_text(_LANGUAGES_KEY).split()
        self.languages_chosen = bool(set(kept) & set(LANGUAGES))
        if self.languages_chosen:
            self.languages.choose(*(code for code in kept if code in LANGUAGES))
        self.views.chosen.connect(self._chosen)
        self.languages.chosen.connect(self._chosen)
        self.languages.selection_changed.connect(self._languages_chosen)
        self.import_button.clicked.connect(self.import_asked)
        self.edit_button.clicked.connect(self.edit_asked)
        self._shared: tuple[float, ...] = ()
        self._liked = self._given = (0, 0)
        self._decides = True
        self.splitter.splitterMoved.connect(self._drawn)
        Theme.instance().changed.connect(self._share_out)
        self._share_out()

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setProperty("surface", "ground")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar = BrokenLine(6)
        bar.setContentsMargins(18, 8, 14, 2)
        bar.add(self.views)
        bar.add(self.languages)
        bar.add_stretch()
        bar.add(self.edit_button)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(18, 8, 14, 0)
        line.addWidget(self.texts)
        column.addLayout(line)
        column.addWidget(bar)
        column.addWidget(self.text, 1)
        for part in (self.outline, middle, self.side):
            self.splitter.addWidget(part)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for place, share in enumerate((0, 1, 0)):
            self.splitter.setStretchFactor(place, share)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.splitter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)

    @Slot()
    def _share_out(self) -> None:
        """Give outline and side the width they like; where the columns chosen cannot be read beside them, the
        outline yields first, then the side, and last the outline becomes a strip of marks and numbers."""
        tight = self.width() < fonts.pixels(_TIGHT)
        shares = _LARGEST_SHARE if not tight else _TIGHT_SHARE
        least = tuple(held_width(wide, self, share) for wide, share in zip(_NARROWEST, shares, strict=True))
        ways = tuple(self._ways(*least))
        bar = self.text.verticalScrollBar().sizeHint().width() + 2 * self.splitter.handleWidth()
        rooms = [self.width() - outline - side - bar for outline, side in ways]
        in_sight = [how_many(max(1, len(self.codes)), room) for room in rooms]
        best = in_sight.index(max(in_sight)) if max(in_sight) else len(ways) - 1
        (outline, side), strip = ways[best], best == len(ways) - 1
        self._hide_outline(tight)
        # where it would need a line of its own, F2 has no button
        controls = self.views.sizeHint().width() + self.languages.sizeHint().width() + fonts.pixels(50)
        room = rooms[best] - controls > self.edit_button.sizeHint().width()
        self.edit_button.setVisible(room and self._decides)
        self.outline.show_strip(strip)
        self.outline.setMinimumWidth(outline if strip else least[0])
        self.outline.setMaximumWidth(outline if strip else _ANY)
        self.side.setMinimumWidth(least[1])
        shared = (len(ways) - best, fonts.scale())
        other_way = shared != self._shared
        if other_way or (ways[best] != self._liked and not self._drawn_since()):
            # as long as the same parts yield, whoever drew them wider or narrower keeps that
            self._shared, self._liked = shared, ways[best]
            if not strip:
                outline, side = drawn_widths.kept(shared, outline, side, self.width())
            self._given = outline, side
            self.splitter.setSizes([outline, max(fonts.pixels(_LIKED[1]), rooms[best]), side])

    def _drawn_since(self) -> bool:
        """Whether outline or side have another width than they were given."""
        outline, _, side = self.splitter.sizes()
        return any(abs(now - given) > 2 for now, given in zip((outline, side), self._given, strict=True))

    def _hide_outline(self, hidden: bool) -> None:
        """Take the outline out of sight, or show it again; it never takes the focus with it."""
        if hidden and self.outline.hasFocus():
            self.text.setFocus()
        self.outline.setVisible(not hidden)

    @property
    def list_of_nodes(self) -> QWidget:
        """Where a person goes from node to node: the outline, or the text where that is out of sight."""
        return self.text if self.outline.isHidden() else self.outline

    @Slot()
    def _drawn(self) -> None:
        """A person drew a part wider or narrower."""
        outline, _, side = self.splitter.sizes()
        drawn_widths.keep(self._shared, outline, side)

    def _ways(self, outline: int, side: int) -> Iterator[tuple[int, int]]:
        """The widths that outline and side may have, from what they like to the least, *outline* and *side*,
        and the strip."""
        more = max(0.0, self.width() / fonts.scale() - _USUAL)
        wider = [min(most, more * share) for share, most in zip(_SHARE_OF_MORE, _MOST_MORE, strict=True)]
        likes = fonts.pixels(_LIKED[0] + wider[0]), fonts.pixels(_LIKED[2] + wider[1])
        if outline >= fonts.pixels(_WORDLESS):
            yield likes
            yield outline, likes[1]
            yield outline, side
        yield fonts.pixels(STRIP), side

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: the parts have their shares of the width."""
        super().resizeEvent(event)
        self._share_out()

    @property
    def which(self) -> View:
        """The view that is chosen."""
        chosen = self.views.selection
        return next((view for view in SHOWN_VIEWS if view in chosen), "marked")

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages that are chosen, in the order of the columns."""
        return self.languages.selection

    def show_language(self, code: str) -> None:
        """Show the column of *code* as well, where it is not shown, and bring it to hand."""
        if code not in self.codes:
            self.choose_languages(*self.codes, code)
            self.languages_chosen = True
            self.shown_otherwise.emit()
        self.text.take_language(code)

    def take_view(self, view: View) -> None:
        """Show *view* of the text, as a click on its name does."""
        self.views.button(view).click()

    def turn_language(self, code: str) -> None:
        """Show the column of *code* where it is not shown, or take it away where it is not the last."""
        self.languages.button(code).click()

    def choose_languages(self, *codes: str) -> None:
        """Choose the languages to be shown side by side; whoever shows the text shows it anew."""
        self.languages.choose(*codes)
        self._share_out()

    def decide_here(self, decides: bool) -> None:
        """Offer what the meeting does at the Table, or only reading, as in a group's file."""
        self._decides = decides
        self.side.switch.button("speakers").setVisible(decides)
        self._share_out()

    def show_page(self, *, with_text: bool) -> None:
        """Show the three parts, or the page that says how to begin. What lies over the parts stays."""
        if not with_text or self.pages.currentIndex() < 1:
            self.pages.setCurrentIndex(1 if with_text else 0)

    @Slot()
    def _chosen(self, _key: str = "") -> None:
        self._share_out()
        self.shown_otherwise.emit()

    @Slot(tuple)
    def _languages_chosen(self, codes: tuple[str, ...]) -> None:
        self.languages_chosen = True
        settings.write(_LANGUAGES_KEY, " ".join(codes))

    def retranslate(self) -> None:
        """Set the words of controls and buttons."""
        self.views.set_words(tr("View of the text"), {key: tr(words) for key, words in _VIEWS.items()})
        self.languages.set_words(tr("Languages side by side"), _SHORT, NAMES)
        for keys, control in ((VIEW_KEYS, self.views), (LANGUAGE_KEYS, self.languages)):
            for name, (key, words) in keys.items():
                control.button(name).setToolTip(f"{tr(words)}  {spell_now(key, 'table')}")
        self.edit_button.set_words(tr("Edit wording"), "F2")
        self.empty.set_words(
            tr("No text yet"),
            tr("The Table shows the text under consideration. Import the draft to begin with it."),
        )
        self.import_button.set_words(tr("Import the draft…"))
