"""A field to name somebody on the list: a few letters are typed, Enter takes the first who is like them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from consult_app.meetings.kept.assembly import Assembly, Participant
from consult_app.meetings.people.countries import collated
from consult_app.meetings.people.searching import search
from consult_app.ui.belonging import mark_of, name_of
from consult_app.ui.language import tr
from consult_app.ui.look.scaled import hold

_ID = Qt.ItemDataRole.UserRole
_LABEL = Qt.ItemDataRole.UserRole + 1
_SHOWN, _WIDTH = 12, 290


class PersonField(QLineEdit):
    """Somebody on the list, found by name, country, group, role or office in any language.

    Signals: ``person_chosen(id)`` when a person was taken; "" when the field was emptied. ``confirmed()`` on
    Enter once somebody is chosen: the first Enter chooses, the second goes on.
    """

    person_chosen = Signal(str)
    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._assembly = Assembly()
        self._suits: Callable[[Participant], bool] = lambda _person: True
        self._prefer = ""
        self._chosen = ""
        self._found = QStandardItemModel(self)
        self._list = QCompleter(self._found, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setCompletionRole(_LABEL)
        self._list.setMaxVisibleItems(_SHOWN)
        self.setCompleter(self._list)
        offers = QListView()
        offers.setProperty("role", "offers")
        hold(offers, from_wide=_WIDTH)
        offers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setPopup(offers)
        # the completer lets its list scroll sideways, and so cut nothing
        offers.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.activated[QModelIndex].connect(self._taken)  # type: ignore[index]
        self.textEdited.connect(self._edited)
        self.returnPressed.connect(self._first)
        self.setPlaceholderText(tr("A few letters of the name"))

    def offer(
        self,
        assembly: Assembly,
        *,
        prefer: str = "",
        suits: Callable[[Participant], bool] | None = None,
    ) -> None:
        """Offer those of *assembly* who suit, the people of the main group *prefer* first. Whoever is chosen
        stays chosen while on the list."""
        self._assembly, self._prefer = assembly, prefer
        self._suits = suits or (lambda _person: True)
        self.setPlaceholderText(tr("A few letters of the name"))
        if self._chosen:
            self.choose(self._chosen if self._chosen in assembly.participants else "")

    def choose(self, person: str) -> None:
        """Show the person with this id as chosen, or nobody; no signal."""
        self._chosen = person
        self.setText(name_of(self._assembly, person) if person else "")
        self.setCursorPosition(0)

    @property
    def chosen(self) -> str:
        """The id of the person who is chosen; "" for nobody, or for words that name nobody."""
        return self._chosen

    def matches(self, words: str) -> list[Participant]:
        """Return who is offered for *words*, in the order of the list that drops down."""
        people = [person for person in search(self._assembly, words) if self._suits(person)]
        return sorted(
            people,
            key=lambda p: (
                self._prefer != "" and self._assembly.main_group(p.id) != self._prefer,
                collated(p.name),
            ),
        )

    def _edited(self, words: str) -> None:
        had, self._chosen = self._chosen, ""
        self._fill(words)
        if had and not words.strip():
            self.person_chosen.emit("")

    def _fill(self, words: str) -> None:
        self._found.clear()
        for person in self.matches(words):
            label = name_of(self._assembly, person.id)
            item = QStandardItem(f"{mark_of(self._assembly, person.id)} {label}")
            item.setData(person.id, _ID)
            item.setData(label, _LABEL)
            self._found.appendRow(item)

    def _taken(self, index: QModelIndex) -> None:
        # the field sets the words of the list itself, after this: whoever empties it must come later
        QTimer.singleShot(0, self, partial(self._take, str(index.data(_ID))))

    def _take(self, person: str) -> None:
        if person and person != self._chosen:
            self.choose(person)
            self.person_chosen.emit(person)

    def _first(self) -> None:
        """Take whom the arrows have reached, else the first who is like the words."""
        words = self.text().strip()
        if self._chosen:
            self.confirmed.emit()
            return
        if not words:
            return
        at = next(
            (row for row in range(self._found.rowCount()) if self._found.item(row).data(_LABEL) == words), 0
        )
        item = self._found.item(at)
        if item is not None:
            self._take(str(item.data(_ID)))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's override: words that name one person only stand for that person."""
        super().focusOutEvent(event)
        popup = event.reason() == Qt.FocusReason.PopupFocusReason
        if not popup and not self._chosen and self._found.rowCount() == 1:
            self._first()

    def _dropped_down(self) -> bool:
        popup = self._list.popup()
        return popup is not None and popup.isVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: the arrow down shows everybody who can be chosen."""
        if event.key() == Qt.Key.Key_Down and not self._dropped_down():
            self._fill("" if self._chosen else self.text())
            self._list.complete()
        else:
            super().keyPressEvent(event)
