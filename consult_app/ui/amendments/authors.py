"""Who tracked changes in a Word file, each with a list to say which group they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from consult_app.drafting.deciding.lifecycle import MOVERS
from consult_app.ui.belonging import mark_of, name_of
from consult_app.ui.language import tr, tr_n
from consult_app.ui.parts.controls import Label
from consult_app.ui.parts.fields import ChoiceBox
from consult_app.ui.parts.panels import clear_layout

if TYPE_CHECKING:
    from consult_app.exchange.tracked import TrackedFile
    from consult_app.meetings.kept.assembly import Assembly

_NOBODY: Final = ""
_LEFT_OUT: Final = "-"


def _actors(assembly: Assembly) -> list[tuple[str, str]]:
    groups = [(each, f"{mark_of(assembly, each)} {name_of(assembly, each)}") for each in assembly.groups]
    movers = sorted(
        (person for person in assembly.participants.values() if person.role in MOVERS),
        key=lambda person: person.name.casefold(),
    )
    return groups + [(person.id, person.name) for person in movers]


class Authors(QWidget):
    """The authors, one below the other. Signals: ``changed()`` when somebody was chosen for one of them."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, ChoiceBox] = {}
        """By the author's name in the file."""
        self.setProperty("surface", "clear")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)

    def clear(self) -> None:
        """Show nobody."""
        clear_layout(self)
        self.boxes = {}

    def show_authors(self, file: TrackedFile, assembly: Assembly) -> None:
        """Show those of *file*, each with the groups and people of *assembly* who may be chosen; nobody is
        chosen yet."""
        from consult_app.exchange.tracked import likely_group

        self.clear()
        for row, author in enumerate(file.authors):
            named = Label("strong", author or tr("Without a name"), wrap=True)
            count = sum(part.changes for part in file.parts if part.author == author)
            counted = Label("small", tr_n("{n} tracked change", "{n} tracked changes", count))
            box = ChoiceBox()
            box.setAccessibleName(tr("Whose amendments: {author}", author=author))
            box.addItem(tr("Choose the group…"), _NOBODY)
            likely = likely_group(author, assembly)
            # only put first, never taken: a name in a file proves nothing
            for actor, shown in sorted(_actors(assembly), key=lambda each: each[0] != likely):
                box.addItem(tr("{name}, probably", name=shown) if actor == likely else shown, actor)
            box.addItem(tr("Leave these changes out"), _LEFT_OUT)
            box.currentIndexChanged.connect(self.changed)
            self._grid.addWidget(named, row * 2, 0)
            self._grid.addWidget(counted, row * 2 + 1, 0)
            self._grid.addWidget(box, row * 2, 1, 2, 1)
            self.boxes[author] = box

    def show_anew(self, file: TrackedFile, assembly: Assembly) -> None:
        """Show them in the window's language as it is now; who was chosen stays chosen."""
        chosen = {author: box.currentData() for author, box in self.boxes.items()}
        self.show_authors(file, assembly)
        for author, who in chosen.items():
            box = self.boxes[author]
            box.setCurrentIndex(box.findData(who))

    @property
    def groups(self) -> dict[str, str]:
        """By author, who was chosen so far."""
        chosen = {author: str(box.currentData()) for author, box in self.boxes.items()}
        return {author: who for author, who in chosen.items() if who not in (_NOBODY, _LEFT_OUT)}

    @property
    def missing(self) -> list[str]:
        """The authors of whom nobody said whose they are, or that they are left out."""
        return [author for author, box in self.boxes.items() if box.currentData() == _NOBODY]
