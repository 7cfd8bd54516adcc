"""Who is on the list already under a name like the one that is being typed."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.people.resembling import resembling, same_name
from consult_app.ui.language import tr
from consult_app.ui.parts.controls import Label, set_property
from consult_app.ui.parts.ticks import TickBox
from consult_app.ui.people.words import brief


class AlikeHint(QWidget):
    """The sentence that points them out; for exactly the same name a tick that it is another person."""

    def __init__(self) -> None:
        super().__init__()
        self._assembly = Assembly()
        self._name = self._besides = ""
        self.words = Label("small", wrap=True)
        self.namesake = TickBox()
        set_property(self.words, "tone", "warn")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addWidget(self.namesake)

    def look(self, assembly: Assembly, name: str, besides: str = "") -> None:
        """Look for *name* in *assembly*; *besides* is the id of whom the name is. An empty one hides all."""
        if name != self._name:
            self.namesake.setChecked(False)
        self._assembly, self._name, self._besides = assembly, name, besides
        alike = resembling(assembly, name, besides)
        said = ", ".join(brief(assembly, person) for person in alike)
        same = same_name(assembly, name, besides)
        self.words.setText(
            tr("On the list already: {people}", people=said)
            if same
            else tr("A name like it is on the list: {people}", people=said)
        )
        self.namesake.setText(tr("Another person of that name"))
        self.namesake.setVisible(same)
        self.setVisible(bool(alike))

    @property
    def is_another(self) -> bool:
        """Whether it was said that this is another person of the same name."""
        return self.namesake.isChecked() and not self.namesake.isHidden()
