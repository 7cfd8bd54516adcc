"""The fields of the form that hands an amendment in, as they stand; what they mean is in ``form.py``."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from consult_app.ui.amendments.co_authors import CoAuthorsField
from consult_app.ui.amendments.kinds import WAYS
from consult_app.ui.amendments.node_field import NodeField
from consult_app.ui.amendments.places import Places
from consult_app.ui.amendments.preview import Preview
from consult_app.ui.forms.side_form import SideForm
from consult_app.ui.language import NAMES, tr
from consult_app.ui.look import fonts
from consult_app.ui.look.text_scale import TextEdit
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import SegmentedControl
from consult_app.ui.parts.fields import ChoiceBox
from consult_app.ui.text_chooser import TextChooser


class FormFields(SideForm):
    """Who, where, what, and the card with the change as it will be read: laid out and named."""

    def __init__(self) -> None:
        super().__init__()
        self.texts = TextChooser()
        self.by_field = ChoiceBox()
        self.together_field = CoAuthorsField()
        self.node_field = NodeField()
        self.kind_field = ChoiceBox()
        self.language_field = SegmentedControl(NAMES)
        self.to_field = NodeField(begins_empty=True)
        self.where_field = SegmentedControl(("after", "before"))
        self.words_field = TextEdit()
        self.old_field, self.new_field, self.late_field = QLineEdit(), QLineEdit(), QLineEdit()
        self.places = Places()
        self.why_field = QPlainTextEdit()
        self.seconder_field = ChoiceBox()
        for editor in (self.words_field, self.why_field):
            editor.setTabChangesFocus(True)
        self.words_field.installEventFilter(self)
        self._fit()
        self.preview = Preview()
        self.where_field.choose("after")
        self._lay_out()
        Theme.instance().changed.connect(self._fit)

    def _lay_out(self) -> None:
        self.add_row("by", self.by_field)
        self.add_row("together", self.together_field)
        self.add_row("seconder", self.seconder_field)
        self.column.addWidget(self.texts)
        self.add_row("node", self.node_field)
        self.add_row("kind", self.kind_field, self.language_field)
        self.add_row("to", self.to_field, self.where_field)
        self.add_row("old", self.old_field)
        self.add_row("new", self.new_field)
        self.add_row("words", self.words_field)
        self.column.addWidget(self.places)
        self.add_row("late", self.late_field)
        self.column.addWidget(self.preview)
        self.add_row("why", self.why_field)
        self.column.addStretch(1)
        self.rows["late"].hide()
        for before, after in pairwise((self.why_field, self.leave_button, self.accept_button)):
            QWidget.setTabOrder(before, after)  # as they stand, not as they were made

    def _fit(self) -> None:
        # large text has the room it needs, up to half of a small screen
        self.words_field.setFixedHeight(min(fonts.text_pixels(156), max(fonts.pixels(156), 240)))
        self.why_field.setFixedHeight(fonts.pixels(52))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's override: who comes to the words sees what becomes of them as well."""
        if watched is self.words_field and event.type() == QEvent.Type.FocusIn:
            QTimer.singleShot(0, self, self._show_what_is_written)
        return super().eventFilter(watched, event)

    def _show_what_is_written(self) -> None:
        if self.words_field.hasFocus():
            self.bring_into_sight(self.rows["words"], self.preview)

    def name_rows(self) -> None:
        """Say what every field is for, in the window's language; what is filled in stays."""
        self.rows["by"].set_words(tr("By"))
        self.rows["together"].set_words(tr("Together with"))
        self.rows["seconder"].set_words(tr("Seconded by"))
        self.rows["node"].set_words(tr("To"))
        self.rows["kind"].set_words(tr("What it does"))
        self.rows["to"].set_words(tr("Where to"))
        self.rows["old"].set_words(tr("Words to be replaced"))
        self.rows["new"].set_words(tr("By these words"))
        self.rows["late"].set_words(tr("Why it is received late"), tr("The meeting agrees to receive it."))
        self.rows["why"].set_words(tr("Justification"))
        self.where_field.set_words(tr("Before or after"), {"after": tr("After"), "before": tr("Before")})
        self.language_field.set_words(
            tr("Language"), {code: code.capitalize() for code in NAMES}, dict(NAMES)
        )
        self.kind_field.fill({key: tr(way.words) for key, way in WAYS.items()})
