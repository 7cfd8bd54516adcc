"""The queue: what is to be translated, the most urgent first, held to kinds and statuses."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from consult_app.drafting.translation.to_translate import (
    AMENDMENT,
    KINDS,
    NODE,
    STATUSES,
    SUBAMENDMENT,
    TO_DO,
    TranslationQueue,
    Wanted,
)
from consult_app.meetings.reasons import N_
from consult_app.ui.language import NAMES, language_label, tr, tr_n
from consult_app.ui.languages.naming import KIND_NAMES, SHORT, TONES, Naming
from consult_app.ui.parts.controls import Elided, QuietButton, SegmentedControl
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.parts.lists import Column, ListModel, ListTable
from consult_app.ui.parts.panels import Card, EmptyState

_KINDS: Final = {"all": KINDS, NODE: (NODE,), AMENDMENT: (AMENDMENT, SUBAMENDMENT)}
_SHOWN: Final = {"to_do": TO_DO, "to_sign": ("draft",), "all": STATUSES[1:]}
_SHOWN_NAMES: Final = {"to_do": N_("To translate"), "to_sign": N_("To sign"), "all": N_("All")}


def _columns(names: Callable[[], Naming | None], unfinished: Container[str]) -> list[Column[Wanted]]:
    def said(one: Callable[[Naming, Wanted], str]) -> Callable[[Wanted], str]:
        def words(row: Wanted) -> str:
            naming = names()
            return one(naming, row) if naming is not None else ""

        return words

    def status(row: Wanted) -> str:
        words = Naming.status(row)
        return tr("{status}, begun", status=words) if row.key in unfinished else words

    return [
        Column(N_("What"), said(Naming.short), strong=True, said=said(Naming.title)),
        Column(
            N_("Language"),
            lambda row: SHORT[row.language],
            width=78,
            said=lambda row: language_label(row.language),
        ),
        Column(N_("Status"), status, tone=lambda row: TONES.get(row.status, ""), width=124),
        Column(N_("Since"), said(Naming.since), width=156, spare=True),
        Column(N_("When"), said(Naming.urgency), width=68, tone=lambda _row: "accent"),
    ]


class QueuePanel(QWidget):
    """Filters above, the list below. Signals: ``chosen(key)`` when another line is at hand;
    ``entered(key)`` on Enter; ``held_otherwise()`` after another filter was chosen."""

    chosen = Signal(str)
    entered = Signal(str)
    held_otherwise = Signal()

    def __init__(self, names: Callable[[], Naming | None], unfinished: Container[str]) -> None:
        super().__init__()
        self.kinds = SegmentedControl(_KINDS, broken=True)
        self.kinds.choose("all")
        self.statuses = SegmentedControl(_SHOWN, broken=True)
        self.statuses.choose("to_do")
        self.count = Elided("dim")
        self.sign_all = QuietButton()
        self.model: ListModel[Wanted] = ListModel(_columns(names, unfinished), key=lambda row: row.key)
        self.table: ListTable[Wanted] = ListTable(self.model)
        self.nothing = EmptyState(icon_name="languages")
        self.pages = QStackedWidget()
        self._languages: tuple[str, ...] = ()
        self._language = ""
        self._lay_out()
        self.kinds.chosen.connect(lambda _key: self.held_otherwise.emit())
        self.statuses.chosen.connect(lambda _key: self.held_otherwise.emit())
        self.table.row_chosen.connect(self.chosen)
        self.table.row_entered.connect(self.entered)

    def _lay_out(self) -> None:
        filters = BrokenLine(8)
        filters.add(self.statuses)
        filters.add(self.kinds)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.sign_all)
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        framed = Card()
        inner = QVBoxLayout(framed)
        inner.setContentsMargins(4, 6, 4, 6)
        inner.addWidget(self.pages)
        column.addWidget(filters)
        column.addWidget(framed, 1)
        column.addLayout(foot)

    def show_queue(self, queue: TranslationQueue, imported: tuple[str, ...], language: str) -> None:
        """List what *queue* holds in *language*, or ("") in all languages that the text is in."""
        self._languages = (language,) if language else imported
        self._language = language
        statuses = _SHOWN[self.statuses.selection[0]]
        shown = queue.wanted(self._languages, _KINDS[self.kinds.selection[0]], statuses)
        self.model.show_rows(shown)
        self.pages.setCurrentIndex(0 if shown else 1)
        self.count.setText(tr_n("{n} wording", "{n} wordings", len(shown)))
        self.sign_all.setEnabled("draft" in statuses and any(row.status == "draft" for row in shown))
        self._say_nothing()

    def show_everything(self) -> None:
        """Hold the list to nothing; the owner has it filled anew."""
        self.kinds.choose("all")
        self.statuses.choose("all")

    @property
    def rows(self) -> list[Wanted]:
        """What is listed, in order."""
        return self.model.rows

    @property
    def signable(self) -> list[Wanted]:
        """The drafts among what is listed."""
        return [row for row in self.model.rows if row.status == "draft"]

    def following(self, key: str, by: int = 1) -> str:
        """The key of the line *by* lines behind *key*; the nearest there is, "" for none."""
        rows = self.model.rows
        if not rows:
            return ""
        at = self.model.row_of(key)
        if at < 0:
            return rows[0].key
        return rows[min(max(0, at + by), len(rows) - 1)].key

    def step(self, by: int) -> None:
        """Bring the line *by* lines further to hand."""
        key = self.following(self.table.chosen, by)
        if key:
            self.table.choose(key)

    def _say_nothing(self) -> None:
        which = self.statuses.selection[0]
        if which == "to_do" and not self._language and self.kinds.selection[0] == "all":
            if len(self._languages) == len(NAMES):
                title = tr("Every wording is up to date in the three languages")
            else:
                title = tr("Every wording is up to date in the languages of the text")
        elif which == "to_do":
            title = tr("Nothing is missing or out of date here")
        elif which == "to_sign":
            title = tr("Nothing waits for a signature here")
        else:
            title = tr("There is nothing to translate here")
        self.nothing.set_words(title, tr("What a decision leaves behind appears here at once."))

    def retranslate(self) -> None:
        """Set every word anew."""
        kinds = {"all": tr("All"), NODE: tr(KIND_NAMES[NODE]), AMENDMENT: tr(KIND_NAMES[AMENDMENT])}
        self.kinds.set_words(tr("What is listed"), kinds)
        self.statuses.set_words(tr("Status of the wordings"), {key: tr(w) for key, w in _SHOWN_NAMES.items()})
        self.sign_all.set_words(tr("Sign off all shown…"), "Alt+A")
        self.table.setAccessibleName(tr("What is to be translated"))
        self._say_nothing()


__all__ = ["QueuePanel"]
