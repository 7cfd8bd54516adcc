"""Under the rendering: what the house would print otherwise, and what differs from the source."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consult_app.drafting.house_style.house import typography
from consult_app.drafting.wordings.checking import remarks
from consult_app.drafting.wordings.diff import changes
from consult_app.ui.language import say, tr, tr_n
from consult_app.ui.parts.controls import Label, QuietButton

_SHOWN: Final = 3
_REMARKS: Final = 3


class Checks(QWidget):
    """Remarks on the words being written, none of which bars keeping them. Signals: ``applied(words)``:
    put these in the place of those that stand."""

    applied = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._better = ""
        self.house = Label("dim", wrap=True)
        self.apply = QuietButton()
        self.remarks = Label("", wrap=True)
        self.remarks.setProperty("tone", "warn")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.house, 1)
        row.addWidget(self.apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(row)
        column.addWidget(self.remarks)
        self.apply.clicked.connect(self.apply_house)
        self.look_at("", "", "en")

    def look_at(self, source: str, words: str, language: str) -> None:
        """Say what there is to say of *words*, which render *source* in *language*."""
        printed = "\n".join(typography(line, language) for line in words.splitlines())
        self._better = "" if printed == "\n".join(words.splitlines()) else printed
        self.house.setText(self._typographic(words) if self._better else "")
        found = [say(each) for each in remarks(source, words, language)]
        self.remarks.setText(" ".join(found[:_REMARKS]))
        self.house.setVisible(bool(self._better))
        self.apply.setVisible(bool(self._better))
        self.remarks.setVisible(bool(found))
        self.setVisible(bool(self._better) or bool(found))

    def _typographic(self, words: str) -> str:
        pairs = dict.fromkeys(
            (each["delete"], each["insert"])
            for old, new in zip(words.splitlines(), self._better.splitlines(), strict=True)
            for each in changes(old, new)
        )
        shown = "; ".join(f"{_visible(old)} → {_visible(new)}" for old, new in list(pairs)[:_SHOWN])
        return tr_n(
            "The house would print {n} place otherwise: {places}",
            "The house would print {n} places otherwise: {places}",
            len(pairs),
            places=shown if len(pairs) <= _SHOWN else f"{shown} …",
        )

    def apply_house(self) -> None:
        """Put the words into the typography of the house, if they are not."""
        if self._better:
            self.applied.emit(self._better)

    def retranslate(self) -> None:
        """Set the words of the button; what is remarked is said anew when it is looked at."""
        self.apply.set_words(tr("Apply"), "Alt+T")
        self.apply.setAccessibleName(tr("Apply the typography of the house"))


def _visible(words: str) -> str:
    """*words* with their no-break spaces to be seen, and something where there is nothing."""
    return words.replace("\u00a0", "␣").replace("\u202f", "␣") or "–"


__all__ = ["Checks"]
