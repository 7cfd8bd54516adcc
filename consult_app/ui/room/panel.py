"""The panel of the room at the side of the desk: what the room sees, what is prepared, and the controls.

Both previews are painted by what paints the room. The panel only shows and asks; what is asked is done
by :class:`consult_app.ui.room.control.RoomControl`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from consult_app.drafting.views import VIEWS
from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.reasons import N_
from consult_app.ui import settings
from consult_app.ui.language import NAMES, Retranslating, tr
from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import (
    Button,
    HairLine,
    Label,
    PrimaryButton,
    QuietButton,
    SectionTitle,
    SegmentedControl,
)
from consult_app.ui.parts.fields import ChoiceBox, typed
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.parts.scrolling import scrolled
from consult_app.ui.parts.ticks import TickBox
from consult_app.ui.room.choices import KINDS
from consult_app.ui.room.control import RoomControl
from consult_app.ui.room.identify import number_screens
from consult_app.ui.room.look import RoomColours
from consult_app.ui.room.projection import Where
from consult_app.ui.room.saying import (
    VIEW_WORDS,
    name_of_screen,
    prepared_words,
    screen_words,
    shown_words,
)
from consult_app.ui.room.screens import match
from consult_app.ui.room.view import STILL_KEY, Preview

_WIDTH: Final = 316
_WIDEST: Final = 380
_SHORT: Final = {"en": "En", "fr": "Fr", "es": "Es"}
_KIND_WORDS: Final = {
    "text": N_("Text"),
    "vote": N_("Vote"),
    "speakers": N_("Speakers"),
    "notice": N_("Notice"),
}
_ORDER: Final = tuple(view for view in VIEW_WORDS if view in VIEWS)
_COLOUR_WORDS: Final = {"light": N_("Light"), "dark": N_("Dark"), "desk": N_("As here")}
_WINDOW: Final = "window"


class RoomPanel(Retranslating, QWidget):
    """The panel. It is as wide as a column of the text and scrolls where the window is low."""

    def __init__(self, control: RoomControl) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.control = control
        self.shown_title, self.prepared_title = SectionTitle(), SectionTitle()
        self.shown_words, self.prepared_words = Label("small", wrap=True), Label("small", wrap=True)
        self.shown, self.prepared = Preview(), Preview()
        self.show_button: Button = PrimaryButton()
        self.hold_button: Button = QuietButton()
        self.blank_button: Button = QuietButton()
        self.kinds = SegmentedControl(KINDS, broken=True)
        self.views = SegmentedControl(_ORDER, broken=True)
        self.languages = SegmentedControl(LANGUAGES, several=True, broken=True)
        self.colours = SegmentedControl(_COLOUR_WORDS, broken=True)
        self.every, self.follow, self.still = (TickBox(wraps=True) for _ in range(3))
        self.notice = QPlainTextEdit()
        self.smaller, self.larger, self.size_words = QuietButton(), QuietButton(), Label("figure")
        self.screens = ChoiceBox()
        self.identify = QuietButton()
        self._lay_out()
        self._connect()
        self._fit()
        self.retranslate()

    def _lay_out(self) -> None:
        self._inside = inside = QWidget()
        inside.setProperty("surface", "panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 10, 14, 14)
        column.setSpacing(8)
        for title, words, preview in (
            (self.shown_title, self.shown_words, self.shown),
            (self.prepared_title, self.prepared_words, self.prepared),
        ):
            column.addWidget(title)
            column.addWidget(preview)
            column.addWidget(words)
        buttons = QGridLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.show_button, 0, 0, 1, 2)
        buttons.addWidget(self.hold_button, 1, 0)
        buttons.addWidget(self.blank_button, 1, 1)
        column.addLayout(buttons)
        for control in (self.kinds, self.views, self.languages):
            column.addWidget(control)
        column.addWidget(self.every)
        column.addWidget(self.notice)
        self.size_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sizes = BrokenLine(6)
        sizes.add(self.smaller)
        sizes.add(self.size_words, 1)
        sizes.add(self.larger)
        column.addWidget(sizes)
        column.addWidget(self.colours)
        column.addWidget(self.follow)
        column.addWidget(self.still)
        column.addWidget(self.screens)
        column.addWidget(self.identify)
        column.addStretch(1)
        self._scroll = scrolled(inside)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(HairLine(vertical=True))
        whole.addWidget(self._scroll)
        self.notice.setTabChangesFocus(True)

    def _connect(self) -> None:
        control = self.control
        self.show_button.clicked.connect(control.show)
        self.prepared.asked.connect(control.show)
        self.hold_button.clicked.connect(control.hold)
        self.blank_button.clicked.connect(control.blank)
        self.larger.clicked.connect(partial(self._scale, 1))
        self.smaller.clicked.connect(partial(self._scale, -1))
        self.kinds.chosen.connect(self._chosen)
        self.views.chosen.connect(self._chosen)
        self.colours.chosen.connect(self._chosen)
        self.languages.selection_changed.connect(self._chosen)
        self.every.clicked.connect(self._chosen)
        self.notice.textChanged.connect(self._chosen)
        self.follow.clicked.connect(control.follow)
        self.still.clicked.connect(self._be_still)
        self.screens.activated.connect(self._screen_chosen)
        self.identify.clicked.connect(self._identify)
        control.changed.connect(self._state_changed)
        control.painted.connect(self._show_pictures)
        Theme.instance().changed.connect(self._fit)
        for key, steps in (("+", 1), ("=", 1), ("-", -1)):
            # in the notice these are letters: the field takes them first
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._scale, steps))

    @Slot()
    def _fit(self) -> None:
        # in larger type no wider than its words need: the text beside it needs the room more
        needed = (
            self._inside.minimumSizeHint().width() + self._scroll.verticalScrollBar().sizeHint().width() + 1
        )
        self.setFixedWidth(max(needed, min(fonts.pixels(_WIDTH), _WIDEST)))
        self.notice.setFixedHeight(fonts.pixels(66))

    # asking

    def _scale(self, steps: int, _checked: bool = False) -> None:
        self.control.scale_by(steps)

    @Slot()
    def _chosen(self, *_what: object) -> None:
        kinds, views, colours = self.kinds.selection, self.views.selection, self.colours.selection
        choices = self.control.choices
        languages = self.languages.selection
        self.control.choose(
            replace(
                choices,
                kind=kinds[0] if kinds else choices.kind,
                view=next((view for view in VIEWS if view in views), choices.view),
                languages=languages if languages != self._languages_at_hand() else choices.languages,
                every=self.every.isChecked(),
                notice=typed(self.notice),
                colours=RoomColours(colours[0]) if colours else choices.colours,
            )
        )

    def _be_still(self, checked: bool) -> None:
        settings.write(STILL_KEY, "yes" if checked else "no")

    def _screen_chosen(self, place: int) -> None:
        chosen = self.screens.itemData(place)
        if chosen == _WINDOW:
            self.control.set_windowed(True)
            return
        others = [identity for _screen, identity in self.control.projection.others()]
        if isinstance(chosen, int) and 0 <= chosen < len(others):
            self.control.use_screen(others[chosen])

    def _identify(self) -> None:
        number_screens(self.control.projection.screens)

    # showing

    def _languages_at_hand(self) -> tuple[str, ...]:
        state = self.control.state
        if state is None:
            return self.control.choices.languages
        return self.control.choices.languages_of(state, self.control.at_hand.text)

    @Slot()
    def _state_changed(self) -> None:
        if not self.isHidden():
            self.show_state()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's override: what happened while it was closed."""
        super().showEvent(event)
        self.show_state()

    @Slot()
    def show_state(self) -> None:
        """Show what is chosen, and what the room is doing."""
        control, choices = self.control, self.control.choices
        self.kinds.choose(choices.kind)
        self.views.choose(choices.view)
        self.colours.choose(choices.colours.value)
        self.languages.choose(*(self._languages_at_hand() or LANGUAGES[:1]))
        is_text = choices.kind == "text"
        for widget in (self.views, self.languages, self.every):
            widget.setVisible(is_text)
        self.notice.setVisible(choices.kind == "notice")
        if typed(self.notice) != choices.notice:
            self.notice.blockSignals(True)
            self.notice.setPlainText(choices.notice)
            self.notice.blockSignals(False)
        self.every.setChecked(choices.every)
        self.follow.setChecked(control.following)
        self.still.setChecked(settings.read_text(STILL_KEY) == "yes")
        self.size_words.setText(f"{round(choices.factor * 100)}\u00a0%")
        self.shown_words.setText(shown_words(control))
        self.prepared_words.setText(prepared_words(control))
        self._say_buttons()
        self._fill_screens()

    @Slot()
    def _show_pictures(self) -> None:
        control = self.control
        room = control.room_picture if control.on else None
        self.shown.show_picture(room, control.scrolled if room is not None else 0.0, lit=control.on)
        prepared = control.prepared_picture
        self.prepared.show_picture(prepared, prepared.start if prepared is not None else 0.0)

    def _say_buttons(self) -> None:
        shown = self.control.shown
        self.show_button.set_words(tr("Show in room"), "F5")
        self.show_button.setEnabled(self.control.prepared() is not None)
        self.hold_button.set_words(tr("Let go") if shown.held else tr("Hold"), "F6")
        self.hold_button.setEnabled(shown.page is not None)
        self.blank_button.set_words(tr("Show again") if shown.blank and shown.page else tr("Blank"), "F7")

    def _fill_screens(self) -> None:
        projection = self.control.projection
        self.screens.blockSignals(True)
        self.screens.clear()
        others = projection.others()
        for place, (screen, _identity) in enumerate(others):
            number = [each for each, _ in projection.screens.all].index(screen) + 1
            self.screens.addItem(screen_words(number, screen), place)
        away = projection.where is Where.UNPLUGGED and projection.kept is not None
        if away and projection.kept is not None:
            name = name_of_screen(projection.kept)
            self.screens.insertItem(0, tr("{screen} (unplugged)", screen=name), -1)
        elif not others:
            self.screens.addItem(tr("No second screen"), -1)
        self.screens.addItem(tr("In a window on this screen"), _WINDOW)
        kept = match(projection.kept, [each for _, each in others]) if projection.kept and not away else 0
        windowed = projection.windowed or projection.where is Where.WINDOW
        self.screens.setCurrentIndex(self.screens.count() - 1 if windowed else max(0, kept))
        self.screens.blockSignals(False)

    def retranslate(self) -> None:
        """Set the words of every control."""
        self.setAccessibleName(tr("Room"))
        self.shown_title.setText(tr("In the room"))
        self.prepared_title.setText(tr("Prepared"))
        self.shown.setAccessibleName(tr("What the room sees"))
        self.prepared.setAccessibleName(tr("What is prepared"))
        self.shown.say_nothing(tr("Nothing is shown in the room"))
        self.prepared.say_nothing(tr("Nothing is prepared"))
        self.kinds.set_words(tr("Page for the room"), {key: tr(words) for key, words in _KIND_WORDS.items()})
        self.views.set_words(tr("View of the text"), {key: tr(words) for key, words in VIEW_WORDS.items()})
        self.languages.set_words(tr("Languages in the room"), _SHORT, NAMES)
        self.colours.set_words(
            tr("Colours of the room"), {key: tr(words) for key, words in _COLOUR_WORDS.items()}
        )
        self.every.setText(tr("All amendments to the paragraph"))
        self.follow.setText(tr("Room follows the Table"))
        self.still.setText(tr("Change without movement"))
        self.notice.setAccessibleName(tr("Words of the notice"))
        self.notice.setPlaceholderText(tr("The sitting resumes at 15:00"))
        self.smaller.set_words(tr("Smaller"), "-")
        self.larger.set_words(tr("Larger"), "+")
        self.screens.setAccessibleName(tr("Screen of the room"))
        self.identify.set_words(tr("Number the screens"))
        self._fit()
        self.show_state()
