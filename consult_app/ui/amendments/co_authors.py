"""Those who hand an amendment in together with its author: chosen one by one, each taken out again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consult_app.meetings.kept.assembly import Assembly
from consult_app.ui.belonging import groups_in_order, mark_of, name_of
from consult_app.ui.language import Retranslating, tr
from consult_app.ui.parts.controls import Elided, QuietButton
from consult_app.ui.parts.fields import ChoiceBox
from consult_app.ui.parts.panels import clear_layout


def actors_offered(assembly: Assembly) -> dict[str, str]:
    """All who may hand something in, by id: the groups in their order, then the participants by name."""
    people = sorted(assembly.participants.values(), key=lambda p: p.name.casefold())
    actors = [*groups_in_order(assembly), *(person.id for person in people)]
    return {who: f"{mark_of(assembly, who)} {name_of(assembly, who)}" for who in actors}


class CoAuthorsField(Retranslating, QWidget):
    """A list to choose from with a button that adds, and those added, one a line.

    Whoever stands chosen in the list is one of them: the button makes room for another one. Signals:
    ``changed()``.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice = ChoiceBox()
        self.add_button = QuietButton()
        self.setFocusProxy(self.choice)
        self._names: dict[str, str] = {}
        self._author = ""
        self._added: tuple[str, ...] = ()
        self._lines = QWidget()
        inner = QVBoxLayout(self._lines)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.choice, 1)
        row.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._lines)
        column.addLayout(row)
        self.add_button.clicked.connect(self.add)
        self.choice.currentIndexChanged.connect(self._chosen_another)
        self.retranslate()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of those chosen, the one who stands in the list with those added; without the author."""
        last = str(self.choice.currentData() or "")
        return tuple(who for who in dict.fromkeys((*self._added, last)) if who not in ("", self._author))

    def offer(self, names: Mapping[str, str], author: str) -> None:
        """Offer *names* by id, but for the *author*; those chosen who are not among them any more go."""
        self._names, self._author = dict(names), author
        self._added = tuple(who for who in self._added if who in names)
        self._show()

    def take(self, chosen: Iterable[str]) -> None:
        """Choose these, as far as they are offered, and nobody else."""
        self._added = tuple(dict.fromkeys(who for who in chosen if who in self._names))
        self.choice.setCurrentIndex(0)
        self._show()
        self.changed.emit()

    def clear(self) -> None:
        """Choose nobody."""
        self.take(())

    def add(self, _checked: bool = False) -> None:
        """Add the one in the list; the focus stays with the list, for the next."""
        who = str(self.choice.currentData() or "")
        if who:
            self.take((*self._added, who))
            self.choice.setFocus()

    def _remove(self, who: str, _checked: bool = False) -> None:
        self.choice.setFocus()
        self._added = tuple(each for each in self._added if each != who)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        added = tuple(who for who in self._added if who != self._author)
        left = {who: name for who, name in self._names.items() if who not in (*added, self._author)}
        self.choice.fill({"": tr("nobody else")} | left)
        self._show_button()
        clear_layout(self._lines)
        self._lines.setVisible(bool(added))
        layout = self._lines.layout()
        before: QWidget = self.choice.previousInFocusChain() or self
        for who in added if layout is not None else ():
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(Elided("", self._names[who]), 1)
            out = QuietButton(tr("Take out"))
            out.setAccessibleName(tr("Take {name} out of the authors", name=self._names[who]))
            out.clicked.connect(partial(self._remove, who))
            row.addWidget(out)
            layout.addWidget(line)  # type: ignore[union-attr]
            # as they are seen: over the list
            QWidget.setTabOrder(before, out)
            before = out

    def _chosen_another(self, _at: int = 0) -> None:
        self._show_button()
        self.changed.emit()

    def _show_button(self) -> None:
        self.add_button.setEnabled(bool(self.choice.currentData()))

    def retranslate(self) -> None:
        """Set every word anew; who is chosen stays."""
        self.add_button.set_words(tr("Add"))
        self._show()


__all__ = ["CoAuthorsField", "actors_offered"]
