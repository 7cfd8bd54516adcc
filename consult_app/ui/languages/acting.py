"""What a reviser does at the Languages station: keeps a rendering, signs, goes on to the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from consult_app.desk import Done, Refusal
from consult_app.drafting.text.nodes import seen
from consult_app.drafting.translation.to_translate import NODE
from consult_app.drafting.translation.translating import SetTranslation
from consult_app.ui.language import say, tr_n
from consult_app.ui.languages.signing import commands
from consult_app.ui.leaving import Leaving

if TYPE_CHECKING:
    from consult_app.ui.languages.station import LanguagesStation


class LanguagesActing(QObject):
    """The hands of a :class:`LanguagesStation`: everything that ends in a command."""

    def __init__(self, station: LanguagesStation) -> None:
        super().__init__(station)
        self._station = station
        self._work, self._queue, self._signing = station.work, station.queue, station.signing
        self._reviser = (0, "")
        self._queue.entered.connect(self.write)
        self._queue.sign_all.clicked.connect(self.ask_sign_all)
        self._work.kept.connect(self.keep)
        self._work.signed.connect(self.ask_sign)
        self._signing.asked.connect(self._sign)
        self._signing.left.connect(self._leave_signing)

    def forget(self) -> None:
        """Another meeting: its reviser is somebody else."""
        self._reviser = (0, "")

    # translating

    def write(self, _key: str = "") -> None:
        """Go into the words at hand."""
        self._work.field.setFocus()

    def go(self, by: int) -> None:
        """Go to the line *by* lines further; words that were begun stay with theirs."""
        self._queue.step(by)
        self._work.field.setFocus()

    def keep(self) -> None:
        """Keep the words at hand as the rendering of the source that is shown, and go to the next. A wording
        that is out of date may be right as it stands: then it renders the words of today."""
        task = self._work.task
        if task is None or not self._work.keep.isEnabled():
            return
        wanted = task.wanted
        after = self._queue.following(wanted.key)
        if not self._work.field.changed and wanted.status != "out_of_date":
            self._go_on(after)
            return
        text = self._station.text
        command = SetTranslation(
            language=wanted.language,  # type: ignore[arg-type]
            text=self._work.field.words,
            node=wanted.id if wanted.kind == NODE else "",
            amendment=wanted.id if wanted.kind != NODE else "",
            by=self._station.desk.actor,
            seen=seen(task.source),
            text_id=text.id if text is not None else "",
        )
        self._work.keep.setEnabled(False)
        self._station.perform(command, partial(self._kept, wanted.key, after), self._refused)

    def _kept(self, key: str, after: str, _done: Done) -> None:
        self._station.unfinished.pop(key, None)
        self._station.refresh(None)
        self._go_on(after if after != key else "")

    def _go_on(self, key: str) -> None:
        """Bring *key* to hand, or the first line where it is not listed any more, and go on writing."""
        rows = self._queue.rows
        if not (key and self._queue.table.choose(key)) and rows:
            self._queue.table.choose(rows[0].key)
        if rows and self._work.task is not None:
            self._work.field.setFocus()
        else:
            self._station.first_focus().setFocus()

    def _refused(self, refusal: Refusal) -> bool:
        self._work.keep.setEnabled(True)
        self._work.show_note(say(refusal.reason))
        self._work.field.setFocus()
        return True

    def leave(self) -> None:
        """Put words that were begun back to those that were kept; without any, go to the list."""
        task = self._work.task
        if task is not None and self._work.field.changed:
            Leaving.say()
            self._station.unfinished.pop(task.wanted.key, None)
            self._work.show_task(self._station.task(task.wanted.key))
            if self._work.task is not None:
                return
        self._station.first_focus().setFocus()

    def show_at_table(self) -> None:
        """See what is at hand at the Table."""
        task = self._work.task
        if task is not None and task.wanted.kind == NODE:
            self._station.node_asked.emit(task.wanted.id)
        elif task is not None:
            self._station.amendment_asked.emit(task.wanted.id)

    # signing

    def ask_sign(self) -> None:
        """Sign the wording at hand; the name is asked for once in a sitting."""
        task = self._work.task
        if task is None or not self._work.sign.isEnabled():
            return
        sitting, name = self._reviser
        if name and sitting == self._station.state.assembly.sitting_number:
            self._signing.wanted = [task.wanted]
            self._sign(name)
        else:
            self._signing.ask([task.wanted], name)

    def ask_sign_all(self) -> None:
        """Ask in place whether all drafts that are shown are signed."""
        if self._queue.signable:
            self._signing.ask(self._queue.signable, self._reviser[1])

    def _sign(self, name: str) -> None:
        station = self._station
        self._reviser = (station.state.assembly.sitting_number, name)
        text = station.text
        for command in commands(self._signing.wanted, name, text.id if text is not None else ""):
            station.perform(command, self._signed)
        self._leave_signing()

    def _signed(self, done: Done) -> None:
        number = int(done.answer["signed"])
        self._station.tell(tr_n("{n} wording is signed off.", "{n} wordings are signed off.", number))

    def _leave_signing(self) -> None:
        self._signing.wanted = []
        self._signing.hide()
        self._station.first_focus().setFocus()


__all__ = ["LanguagesActing"]
