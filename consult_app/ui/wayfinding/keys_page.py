"""The page on which a person gives what can be done another key; it lies over the window at work.

A key that somebody else has is shown with who has it before anything is changed.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from consult_app.meetings.reasons import N_
from consult_app.ui.key_choices import FIXED, KeyChoices, portable
from consult_app.ui.keys import spell
from consult_app.ui.language import Retranslating, tr
from consult_app.ui.look import fonts
from consult_app.ui.parts.controls import Label, PrimaryButton, QuietButton
from consult_app.ui.parts.finding import folded
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.parts.lists import Column, ListModel, ListTable
from consult_app.ui.wayfinding.key_field import KeyField
from consult_app.ui.wayfinding.key_uses import KeyUse, clashes, key_uses
from consult_app.ui.window.overlays import Overlay
from consult_app.ui.window.shell import Shell


def _spelt(keys: tuple[str, ...]) -> str:
    return " · ".join(spell(key) for key in keys)


def _own(use: KeyUse) -> str:
    """The program's own keys, where a person changed them."""
    if not KeyChoices.instance().is_changed(use.id):
        return ""
    return tr("was {keys}", keys=_spelt(use.shipped)) if use.shipped else tr("had none")


class KeysPage(Retranslating, Overlay):
    """Lies over the window; Esc takes it away."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.setParent(shell)
        self._shell = shell
        self._before: QWidget | None = None
        self._uses: list[KeyUse] = []
        self._title = Label("heading")
        self._all_back = QuietButton()
        self._leave = QuietButton()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.model: ListModel[KeyUse] = ListModel(
            (
                Column(N_("Screen or menu"), lambda use: use.screen, width=170),
                Column(N_("What it does"), lambda use: use.words),
                Column(N_("Key"), lambda use: _spelt(use.keys), width=170, strong=True),
                Column(N_("In the program"), _own, tone=lambda _use: "dim", width=150),
            ),
            lambda use: use.id,
        )
        self.table: ListTable[KeyUse] = ListTable(self.model)
        self._for = Label(wrap=True)
        self.field = KeyField()
        self.problem = Label("problem", wrap=True)
        self.give = PrimaryButton()
        self.none = QuietButton()
        self.back = QuietButton()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._all_back)
        head.addWidget(self._leave)
        foot = BrokenLine()
        for widget in (self.field, self.give, self.none, self.back):
            foot.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addWidget(self._for)
        column.addWidget(foot)
        column.addWidget(self.problem)

    def _connect(self) -> None:
        self._leave.clicked.connect(self.close_again)
        self._all_back.clicked.connect(self._put_all_back)
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.table.row_chosen.connect(self._show_chosen)
        self.table.row_entered.connect(self._to_field)
        self.field.taken.connect(self._show_clash)
        self.field.accepted.connect(self._give)
        self.field.left.connect(self.table.setFocus)
        self.give.clicked.connect(self._give)
        self.none.clicked.connect(self._take_away)
        self.back.clicked.connect(self._put_back)
        self._shell.installEventFilter(self)

    def retranslate(self) -> None:
        """Set the words anew, and the keys: they may have changed as well."""
        self._title.setText(tr("Change keys"))
        self._all_back.set_words(tr("Reset all"))
        self._leave.set_words(tr("Close"), "Esc")
        self.search.setPlaceholderText(tr("Search by what is done, by screen or by key"))
        self.search.setAccessibleName(tr("Search by what is done, by screen or by key"))
        self.table.setAccessibleName(tr("Keys"))
        self.field.setPlaceholderText(tr("Press the new key"))
        self.none.set_words(tr("No key"))
        self.back.set_words(tr("Reset"))
        self.setAccessibleName(tr("Change keys"))
        if self.isVisible():
            self._look()

    # coming and going

    @Slot()
    def open(self) -> None:
        """Come into sight with the keys as they are now."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.search.clear()
        self._place()
        self.show()
        self.raise_()
        self._look()
        if self.model.rows:
            self.table.choose(self.model.rows[0].id)
        self.search.setFocus()

    @Slot()
    def close_again(self) -> None:
        """Go, and give the focus back."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None

    def _place(self) -> None:
        self.field.setFixedWidth(fonts.pixels(190))
        self.lie_over_work(self._shell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's override: keep within the window; from the search Down leads into the list."""
        if watched is self._shell and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            down = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.key() in down and self.model.rows:
                if not self.table.chosen:
                    self.table.choose(self.model.rows[0].id)
                self.table.setFocus()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_again()
        else:
            super().keyPressEvent(event)

    # what is shown

    def _look(self) -> None:
        self._uses = key_uses(self._shell)
        self._narrow()

    @Slot(str)
    def _narrow(self, _query: str = "") -> None:
        """Show what is asked for of the uses that are known: they do not change while a person types."""
        asked = folded(self.search.text()).split()
        rows = [use for use in self._uses if use.changeable and _means(use, asked)]
        at_hand = self._shell.station_at_hand if self._shell.in_meeting else ""
        rows.sort(key=lambda use: not at_hand or use.station != at_hand)
        self.model.show_rows(rows)
        if rows and not self.table.chosen:
            self.table.choose(rows[0].id)
        self._all_back.setEnabled(KeyChoices.instance().any_changed)
        self._show_chosen()

    @property
    def _chosen(self) -> KeyUse | None:
        return next((use for use in self._uses if use.id == self.table.chosen), None)

    @Slot(str)
    def _show_chosen(self, _id: str = "") -> None:
        use = self._chosen
        self.field.show_key("")
        for widget in (self.field, self.give, self.none, self.back):
            widget.setEnabled(use is not None)
        if use is None:
            self._for.setText(tr("Nothing is called that. Try fewer letters."))
            self._say("")
            return
        self._for.setText(tr("New key for “{what}”", what=use.words))
        self.field.setAccessibleName(tr("New key for “{what}”", what=use.words))
        self.none.setEnabled(bool(use.keys))
        self.back.setEnabled(KeyChoices.instance().is_changed(use.id))
        self._show_clash()

    @Slot(str)
    def _show_clash(self, _key: str = "") -> None:
        """Say at once who has the key that was pressed, and what the button would do."""
        use, key = self._chosen, self.field.key
        if use is None:
            return
        others = clashes(use, key, self._uses) if key else []
        barred = portable(key) in FIXED or any(not other.changeable for other in others)
        self.give.setEnabled(bool(key) and not barred)
        self.give.set_words(tr("Take it from there") if others and not barred else tr("Give it this key"))
        if key and portable(key) in FIXED:
            self._say(
                tr("{key} means the same in every window and cannot be given. Press another.", key=spell(key))
            )
        elif others:
            had = ", ".join(
                tr("“{what}” ({screen})", what=other.words, screen=other.screen) for other in others
            )
            self._say(tr("{key} is already the key of {others}.", key=spell(key), others=had))
        else:
            self._say("")

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.field.setAccessibleDescription(words)

    @Slot(str)
    def _to_field(self, _id: str) -> None:
        self.field.setFocus()

    # what is done

    @Slot()
    def _give(self) -> None:
        use, key = self._chosen, self.field.key
        if use is None or not self.give.isEnabled():
            return
        choices = KeyChoices.instance()
        for other in clashes(use, key, self._uses):
            left = tuple(each for each in other.keys if portable(each) != portable(key))
            choices.choose(other.id, left, other.shipped)
        others = (each for each in use.keys[1:] if portable(each) != portable(key))
        self._after(lambda: choices.choose(use.id, (key, *others), use.shipped))

    @Slot()
    def _take_away(self) -> None:
        use = self._chosen
        if use is not None:
            self._after(lambda: KeyChoices.instance().choose(use.id, (), use.shipped))

    @Slot()
    def _put_back(self) -> None:
        """Give the action the program's keys; who has them meanwhile gives them up."""
        use = self._chosen
        if use is None:
            return
        choices = KeyChoices.instance()
        for key in use.shipped:
            for other in clashes(use, key, self._uses):
                left = tuple(each for each in other.keys if portable(each) != portable(key))
                choices.choose(other.id, left, other.shipped)
        self._after(lambda: choices.put_back(use.id))

    @Slot()
    def _put_all_back(self) -> None:
        self._after(KeyChoices.instance().put_back)

    def _after(self, change: Callable[[], object]) -> None:
        change()
        self._look()
        self.table.setFocus()


def _means(use: KeyUse, asked: list[str]) -> bool:
    name = folded(f"{use.screen} {use.words} {_spelt(use.keys)}")
    return all(part in name for part in asked)
