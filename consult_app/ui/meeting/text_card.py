"""The text and its languages: what was imported, how complete each language is, the reviser's signature."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from consult_app.drafting.amendments.amendment import Drafting
from consult_app.drafting.house_style.house import capitalized
from consult_app.drafting.text.nodes import Text
from consult_app.drafting.translation.signing import SignOff
from consult_app.meetings.acts import LANGUAGES, Language
from consult_app.ui.chosen_text import ChosenText
from consult_app.ui.language import Languages, Retranslating, language_label, language_said, tr, tr_n
from consult_app.ui.meeting.amendments_window import AmendmentsWindow
from consult_app.ui.meeting.renumbering import Renumbering
from consult_app.ui.parts.controls import Label, PrimaryButton, QuietButton
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.parts.panels import Card, clear_layout
from consult_app.ui.text_chooser import TextChooser
from consult_app.words import term


class TextCard(Retranslating, Card):
    """Signals: ``import_asked()`` for the text in a language; ``further_asked()`` for another text of the
    meeting; ``asked(command)``: a reviser's signature, the window for amendments, the renumbering."""

    import_asked = Signal()
    further_asked = Signal()
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._text: Text | None = None
        self.heading = Label("heading")
        self.standing = Label("", wrap=True)
        self.import_button = PrimaryButton()
        self.texts, self.further = TextChooser(), QuietButton()
        self._table = QWidget()
        self._table.setProperty("surface", "clear")
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.sign_buttons: dict[str, QuietButton] = {}
        self._signing: Language = "en"
        self.reviser = QLineEdit()
        self.sign = PrimaryButton()
        self._sign_row = QWidget()
        sign_row = QHBoxLayout(self._sign_row)
        sign_row.setContentsMargins(0, 0, 0, 0)
        sign_row.setSpacing(8)
        sign_row.addWidget(self.reviser, 1)
        sign_row.addWidget(self.sign)
        self._sign_row.hide()
        self.window_of = AmendmentsWindow()
        self.renumbering = Renumbering()
        head = BrokenLine()
        head.add(self.heading, 1)
        head.add(self.import_button)
        head.add(self.further)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 14)
        column.setSpacing(10)
        for widget in (
            head, self.texts, self.standing, self._table, self._sign_row, self.window_of, self.renumbering
        ):  # fmt: skip
            column.addWidget(widget)
        self.window_of.asked.connect(self.asked)
        self.renumbering.asked.connect(self.asked)
        self.import_button.clicked.connect(self.import_asked)
        self.further.clicked.connect(self.further_asked)
        self.texts.asked.connect(ChosenText.instance().choose)
        self.reviser.returnPressed.connect(self._sign)
        self.sign.clicked.connect(self._sign)
        self.retranslate()

    def show_text(self, text: Text | None, drafting: Drafting | None = None) -> None:
        """Show *text* among those of *drafting*, or that there is none and what to do."""
        self._text = text
        if drafting is not None:
            self.texts.offer(drafting)
        self.further.setVisible(text is not None)
        self.window_of.show_text(text)
        missing = [code for code in LANGUAGES if text is None or code not in text.languages]
        self.import_button.setVisible(bool(missing))
        self.import_button.set_words(
            tr("Import the text…") if text is None else tr("Import a language…"), "Ctrl+I"
        )
        clear_layout(self._table)
        self.sign_buttons.clear()
        if text is None:
            self._sign_row.hide()
            self.standing.setText(
                tr("There is no text yet. Import the Office draft as a Word file or as plain text.")
            )
            return
        state = term("state", text.state, "text", Languages.current())
        kind = capitalized(term("kind", text.kind, "text", Languages.current()))
        count = tr_n("{n} passage", "{n} passages", len(text.nodes))
        self.standing.setText(f"{kind} · {state} · {count}")
        for at, code in enumerate(LANGUAGES):
            self._line(at, code, text)
        if self.sign_buttons:
            for at, code in enumerate(LANGUAGES):
                if code not in self.sign_buttons:
                    self._keep_high(at)

    @property
    def text(self) -> Text | None:
        """The text that is shown."""
        return self._text

    def _line(self, at: int, code: Language, text: Text) -> None:
        name, words = Label("strong", language_label(code)), Label("dim", wrap=True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setText(completeness(text, code))
        self._grid.addWidget(name, at, 0)
        self._grid.addWidget(words, at, 1)
        unsigned = [n for n in text if not n.deleted and n.status(code) == "draft"]
        if unsigned:
            button = QuietButton(tr("Sign off…"))
            button.setAccessibleName(tr("Sign off {language}", language=language_said(code)))
            button.clicked.connect(lambda: self.open_signing(code))
            before = next(reversed(self.sign_buttons.values()), self.further)
            self.sign_buttons[code] = button
            self._grid.addWidget(button, at, 2)
            QWidget.setTabOrder(before, button)  # made anew with each text, before what stands below

    def _keep_high(self, at: int) -> None:
        """Keep a line without a button as high as those that have one."""
        room = QuietButton(tr("Sign off…"))
        policy = room.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        room.setSizePolicy(policy)
        self._grid.addWidget(room, at, 2)
        room.hide()

    def open_signing(self, code: Language) -> None:
        """Ask for the name of the reviser who signs the wordings in *code*."""
        self._signing = code
        self.sign.set_words(tr("Sign {language}", language=language_said(code)))
        self._sign_row.show()
        self.reviser.setFocus()

    def _sign(self) -> None:
        name = self.reviser.text().strip()
        if name:
            self._sign_row.hide()
            of = self._text.id if self._text is not None else ""
            self.asked.emit(SignOff(node="all", language=self._signing, by=name, text_id=of))
        else:
            self.reviser.setFocus()

    def retranslate(self) -> None:
        """Set every word anew; the reviser's name stays."""
        self.heading.setText(tr("The text"))
        self.further.set_words(tr("A further text…"))
        self.setAccessibleName(tr("The text"))
        self.reviser.setPlaceholderText(tr("Name of the reviser who has checked it"))
        self.reviser.setAccessibleName(tr("Name of the reviser"))
        self.sign.set_words(tr("Sign {language}", language=language_said(self._signing)))
        self.show_text(self._text)


def completeness(text: Text, language: str) -> str:
    """Return how complete *language* is, in words: "3 missing, 2 out of date, 14 not signed"."""
    if language not in text.languages:
        return tr("not imported")
    counts = Counter(node.status(language) for node in text if not node.deleted)
    said = {
        "missing": tr_n("{n} missing", "{n} missing", counts["missing"]),
        "out_of_date": tr_n("{n} out of date", "{n} out of date", counts["out_of_date"]),
        "draft": tr_n("{n} not signed", "{n} not signed", counts["draft"]),
    }
    left = [words for status, words in said.items() if counts[status]]
    if left:
        return ", ".join(left)
    if counts["original"] == counts.total():
        return tr("the original, complete")
    return tr("complete and signed")
