"""The Table without its meeting: the three parts, the two segmented controls, the page without a text."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from consult_app.drafting.views import View
from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.reasons import N_
from consult_app.ui import fonts, settings
from consult_app.ui.controls import Button, PrimaryButton, SegmentedControl
from consult_app.ui.language import NAMES, tr
from consult_app.ui.lines import BrokenLine, held_width
from consult_app.ui.panels import EmptyState
from consult_app.ui.table.amendments_list import AmendmentsList
from consult_app.ui.table.bracket_pieces import Whose
from consult_app.ui.table.outline import Outline
from consult_app.ui.table.reading import SHOWN_VIEWS
from consult_app.ui.table.shaping import Looks
from consult_app.ui.table.side import SideColumn
from consult_app.ui.table.spoken import Said
from consult_app.ui.table.text_view import TextView
from consult_app.ui.text_chooser import TextChooser
from consult_app.ui.theme import Theme

_VIEWS: Final[dict[View, str]] = {
    "original": N_("Original"),
    "current": N_("Current"),
    "marked": N_("Marked"),
    "final": N_("Final"),
}
_ORDER: Final[tuple[View, ...]] = ("original", "marked", "current", "final")
_SHORT: Final = {"en": "En", "fr": "Fr", "es": "Es"}
_LANGUAGES_KEY: Final = "table/languages"
_NARROWEST: Final = (160, 296)
_LARGEST_SHARE: Final = (0.18, 0.38)
"""The parts of a small window that outline and side may insist on: the text has the rest."""
_NARROWEST_COLUMN: Final = 190


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
        self.views = SegmentedControl(_ORDER)
        self.languages = SegmentedControl(LANGUAGES, several=True)
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
        Theme.instance().changed.connect(self._fit)
        self._fit()

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
    def _fit(self) -> None:
        self._hold_sides()
        self.splitter.setSizes([fonts.pixels(250), fonts.pixels(680), fonts.pixels(372)])

    def _hold_sides(self) -> None:
        for part, wide, share in zip((self.outline, self.side), _NARROWEST, _LARGEST_SHARE, strict=True):
            part.setMinimumWidth(held_width(wide, self, share))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: in a narrow window F2 has no button, so that the controls are not cut."""
        super().resizeEvent(event)
        self._hold_sides()
        controls = self.views.sizeHint().width() + self.languages.sizeHint().width()
        free = self.width() - fonts.pixels(sum(_NARROWEST)) - controls - fonts.pixels(50)
        self.edit_button.setVisible(free > self.edit_button.sizeHint().width())

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
        """Show the column of *code* as well, where it is not shown, and bring it to hand; where there is no
        room for another, it takes the place of all but the first."""
        if code not in self.codes:
            wide = self.text.viewport().width() / (len(self.codes) + 1)
            kept = self.codes if wide >= fonts.pixels(_NARROWEST_COLUMN) else self.codes[:1]
            self.languages.choose(*kept, code)
            self.languages_chosen = True
            self.shown_otherwise.emit()
        self.text.take_language(code)

    def show_page(self, *, with_text: bool) -> None:
        """Show the three parts, or the page that says how to begin. What lies over the parts stays."""
        if not with_text or self.pages.currentIndex() < 1:
            self.pages.setCurrentIndex(1 if with_text else 0)

    @Slot()
    def _chosen(self, _key: str = "") -> None:
        self.shown_otherwise.emit()

    @Slot(tuple)
    def _languages_chosen(self, codes: tuple[str, ...]) -> None:
        self.languages_chosen = True
        settings.write(_LANGUAGES_KEY, " ".join(codes))

    def retranslate(self) -> None:
        """Set the words of controls and buttons."""
        self.views.set_words(tr("View of the text"), {key: tr(words) for key, words in _VIEWS.items()})
        self.languages.set_words(tr("Languages side by side"), _SHORT, NAMES)
        self.edit_button.set_words(tr("Edit wording"), "F2")
        self.empty.set_words(
            tr("No text yet"),
            tr("The Table shows the text under consideration. Import the draft to begin with it."),
        )
        self.import_button.set_words(tr("Import the draft…"))
