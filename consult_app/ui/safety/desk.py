"""The safety of the window: unsaved words are kept and found again, and a meeting opens where it was left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from consult_app.meetings.reasons import N_
from consult_app.ui.actions import Actions, ActionSpec
from consult_app.ui.language import tr
from consult_app.ui.safety import whereabouts
from consult_app.ui.waiting import in_background, when_done
from consult_app.ui.window.shell import Shell

if TYPE_CHECKING:
    from concurrent.futures import Future

    from consult_app.desk import Desk
    from consult_app.journal.jottings import Scratch
    from consult_app.ui.safety.found_words import FoundWords
    from consult_app.ui.safety.keeper import Keeper
    from consult_app.ui.safety.left_words import LeftWords
    from consult_app.ui.table.station import TableStation


class Safety(QObject):
    """Looks after the meeting that is open in *shell*. ``said(error)`` puts an error into words."""

    def __init__(self, shell: Shell, said: Callable[[Exception], str]) -> None:
        super().__init__(shell)
        self._shell = shell
        self._said = said
        self._desk: Desk | None = None
        self._where = ("", "")
        self._remembering: Future[None] | None = None
        self._keeper: Keeper | None = None
        self._left: LeftWords | None = None
        self._left_at = 0
        self._restored = ""
        self._unwritable = ""
        self.found: FoundWords | None = None

    # a meeting is opened and closed

    def station_of(self, desk: Desk) -> str:
        """The station at which the meeting of *desk* was left; "" where that is not known or not offered."""
        station, _node = whereabouts.recall(desk.path)
        return station if station in self._shell.station_names else ""

    def bind(self, desk: Desk) -> None:
        """The meeting of *desk* is on the screen: go to the node that was at hand, and look for words that
        were left unsaved. A meeting that is open for reading only keeps none."""
        self._desk = desk
        self._where = whereabouts.recall(desk.path)
        node = self._where[1]
        if node and self._shell.station_at_hand == "table":
            cast("TableStation", self._shell.station("table")).go_to(node)
        self._unwritable = ""
        if desk.writable:
            self._with_left().forget()
            when_done(self._with_keeper().bind(desk), self, self._show_found)

    def leave(self) -> None:
        """The meeting is about to be closed: what is unsaved stays in its file."""
        if self._keeper is not None:
            self._keeper.leave()
        self._remember()
        if self._remembering is not None:
            self._remembering.result()
        self._desk = None
        if self._left is not None:
            self._left.forget()
        if self.found is not None:
            self.found.show_found([])

    def rescue(self) -> bool:
        """Something went wrong: write down what is unsaved, now; false where that did not succeed."""
        return self._keeper is None or self._keeper.rescue()

    def look(self) -> None:
        """Something was decided: what was unsaved may be so no more, and the file takes what is written."""
        self._writable_again()
        if self.found is not None and self._desk is not None and self._desk.seq > self._left_at:
            self.found.put_by()
        if self._keeper is not None:
            self._keeper.look()

    def say_unwritable(self, error: Exception) -> None:
        """Say that the file took nothing, until it does again."""
        self._unwritable = self._said(error)
        self._shell.show_notice("error", self._unwritable)

    @Slot()
    def _writable_again(self) -> None:
        if self._unwritable and self._shell.banner.words == self._unwritable:
            self._shell.banner.dismiss()
        self._unwritable = ""

    def register(self, actions: Actions) -> None:
        """Register the way to what was found."""
        actions.add(
            ActionSpec(
                "edit.found", N_("Unfinished words that were found"), "edit", ("Ctrl+Shift+U",), group=3
            ),
            self._to_found,
            enabled=self._has_found,
        )

    def _with_keeper(self) -> Keeper:
        if self._keeper is None:
            from consult_app.ui.safety.keeper import Keeper

            self._keeper = Keeper(self._kept, self)
            self._keeper.looked.connect(self._remember)
            self._keeper.failed.connect(self.say_unwritable)
            self._keeper.mended.connect(self._writable_again)
        return self._keeper

    def _with_left(self) -> LeftWords:
        if self._left is None:
            from consult_app.ui.safety.left_words import LeftWords

            self._left = LeftWords(self._may_be_lost, self)
            self._left.left.connect(self._show_left)
        return self._left

    def _kept(self) -> Iterator[Scratch]:
        """All that stands in the file: what is being written, and what was left unfinished."""
        return chain(self._unsaved(), self._with_left().words)

    def _may_be_lost(self) -> Iterator[Scratch]:
        """What is being written where nothing is being recorded."""
        if self._desk is None or not self._desk.writable:
            return
        for each in self._unsaved():
            if not self._shell.station(str(each.extra["station"])).recording:
                yield each

    def _unsaved(self) -> Iterator[Scratch]:
        """What is being written at all stations, each place under the name of its station."""
        from msgspec.structs import replace

        for key in self._shell.stations_made:
            for each in self._shell.station(key).unsaved():
                yield replace(each, place=f"{key}:{each.place}", extra=each.extra | {"station": key})

    @Slot()
    def _remember(self) -> None:
        if self._desk is None:
            return
        node = self._where[1]
        if "table" in self._shell.stations_made:
            node = cast("TableStation", self._shell.station("table")).node_at_hand or node
        now = self._shell.station_at_hand, node
        if now != self._where:
            self._where = now
            # the disk takes longer than a window may stand still
            self._remembering = in_background(
                partial(whereabouts.remember, self._desk.path, *now), "where the person is"
            )

    # what was found

    def _show_found(self, there: list[Scratch]) -> None:
        if self._desk is None:
            return
        left = [each for each in there if each.was_left]
        self._with_keeper().know(left)
        self._with_left().join(left)
        found = [each for each in there if each not in left]
        if found:
            self._banner().show_found(found)
        self._shell.known_actions.refresh()

    @Slot()
    def _show_left(self) -> None:
        """Words were left unfinished just now: say so, and write them down."""
        self._left_at = self._desk.seq if self._desk is not None else 0
        if self._restored and self._shell.banner.words == self._restored:
            self._shell.banner.dismiss()
        self._banner().show_left(self._with_left().words[:1])
        self._with_keeper().look()
        self._shell.known_actions.refresh()

    def _banner(self) -> FoundWords:
        if self.found is None:
            from consult_app.ui.safety.found_words import FoundWords

            self.found = FoundWords(self._named)
            self.found.restore_asked.connect(self._restore)
            self.found.thrown.connect(self._forget)
            self.found.wanted.connect(self._want)
            self.found.left.connect(self._after_found)
            self._shell.set_above(self.found)
        return self.found

    @Slot(object)
    def _forget(self, found: Scratch) -> None:
        if found.was_left:
            self._with_left().remove(found)
            self._with_keeper().look()
        else:
            self._with_keeper().forget(found)

    @Slot(object)
    def _want(self, found: Scratch) -> None:
        if found.was_left:
            self._with_left().add(found)
            self._with_keeper().look()
        else:
            self._with_keeper().bring_back(found)

    def _named(self, found: Scratch) -> str:
        from consult_app.ui.safety.naming import named

        return named(self._desk.state, found) if self._desk is not None else ""

    def _has_found(self) -> bool:
        shown = self.found is not None and not self.found.isHidden()
        return shown or (self._desk is not None and self._left is not None and bool(self._left.words))

    @Slot()
    def _to_found(self) -> None:
        """Go to the words that were found. What was just left is brought back at once; what was left before
        that is shown first."""
        banner = self.found
        if banner is not None and not banner.isHidden():
            if banner.of_now and banner.at_hand is not None and not banner.isAncestorOf(self._focus()):
                self._restore(banner.at_hand)
            else:
                banner.take_focus()
        elif self._has_found():
            self._banner().show_left(self._with_left().words)
            self._banner().take_focus()

    def _focus(self) -> QWidget:
        return self._shell.focusWidget() or self._shell

    @Slot()
    def _after_found(self) -> None:
        """Nothing is left to be dealt with: the focus goes back to the work."""
        shell = self._shell
        focus = shell.focusWidget()
        if shell.in_meeting and self.found is not None and (focus is None or self.found.isAncestorOf(focus)):
            shell.station(shell.station_at_hand).first_focus().setFocus()
        shell.known_actions.refresh()

    def _at_its_text(self, found: Scratch) -> bool:
        """Work on the text that *found* belongs to; false where unfinished words in another bar the way."""
        if self._desk is None:
            return False
        from consult_app.ui.chosen_text import ChosenText, chosen_text

        drafting = self._desk.state.drafting
        node, amendment = str(found.extra.get("node", "")), str(found.extra.get("amendment", ""))
        own = next((text.id for text in drafting.texts.values() if node in text.nodes), "")
        if amendment in drafting.amendments:
            own = drafting.amendments[amendment].text_id
        now = chosen_text(drafting)
        if own and now is not None and own != now.id:
            if next(self._unsaved(), None) is not None:
                return False
            ChosenText.instance().choose(own)
        return True

    def _caret_behind(self) -> None:
        """Whoever goes on writing goes on behind the words."""
        field = self._focus()
        if isinstance(field, QPlainTextEdit):
            field.moveCursor(QTextCursor.MoveOperation.End)

    @Slot(object)
    def _restore(self, found: Scratch) -> None:
        """Open what these words were written in, with the words; say how that went."""
        shell, banner = self._shell, self.found
        key = str(found.extra.get("station", ""))
        if banner is None or self._desk is None:
            return
        what = self._named(found)
        answer = "gone"
        if shell.offers(key):
            shell.enter(key)
            answer = shell.station(key).resume(found) if self._at_its_text(found) else "busy"
        if answer == "busy":
            shell.show_notice(
                "warn", tr("Keep or leave what you are writing first; then restore {what}.", what=what)
            )
        elif answer == "gone":
            banner.show_words(shown=True)
            shell.show_notice(
                "warn", tr("{what} cannot be written on as it was. Copy the words from here.", what=what)
            )
        else:
            # they stand in the file as what is being written, before they are forgotten
            self._with_keeper().look()
            self._forget(found)
            self._caret_behind()
            if answer == "changed":
                words = tr(
                    "Restored: {what}. What these words were written on has changed since: compare before "
                    "you keep them.",
                    what=what,
                )
                shell.show_notice("warn", words)
            elif not found.was_left:  # who has just left them sees that they are back
                self._restored = tr("Restored: {what}. Nothing is recorded until you keep it.", what=what)
                shell.show_notice("info", self._restored)
            banner.done()
