"""Gives a group's coordinator her file: which group, where to, written in the background."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from consult_app.meetings.reasons import N_
from consult_app.ui.actions import Actions, ActionSpec
from consult_app.ui.choosing_files import choose_new_file
from consult_app.ui.failures import words_of
from consult_app.ui.language import tr
from consult_app.ui.waiting import in_background, when_done

if TYPE_CHECKING:
    from consult_app.desk import Desk
    from consult_app.ui.window.shell import Shell

ACTION = "file.give"


class Giving(QObject):
    """Makes the files of the groups of the meeting that is open in *shell*; *desk* gives its desk, None
    without one. What went wrong is said in the banner."""

    def __init__(self, shell: Shell, desk: Callable[[], Desk | None]) -> None:
        super().__init__(shell)
        self._shell = shell
        self._desk = desk
        self.menu: QMenu | None = None

    def register(self, actions: Actions) -> None:
        """Register what asks for one."""
        spec = ActionSpec(ACTION, N_("Give a group its file…"), "file", group=1)
        actions.add(spec, self.ask, enabled=self._possible)

    def _possible(self) -> bool:
        desk = self._desk()
        return desk is not None and desk.state.given is None and bool(desk.state.drafting.texts)

    def ask(self) -> None:
        """Offer the groups, each with the regional groups under it."""
        desk = self._desk()
        if desk is None or not self._possible():
            return
        from consult_app.ui.belonging import groups_in_order, mark_of, name_of

        menu = self.menu = QMenu(self._shell)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setAccessibleName(tr("The group whose file it will be"))
        assembly = desk.state.assembly
        for group in groups_in_order(assembly):
            action = menu.addAction(f"{mark_of(assembly, group)} {name_of(assembly, group)}")
            action.triggered.connect(partial(self._ask_place, group))
        menu.popup(self._where(menu))
        menu.setActiveAction(menu.actions()[0])

    def _where(self, menu: QMenu) -> QPoint:
        """Under the button that asked; else in the middle of the window."""
        asked: QWidget | None = QApplication.focusWidget()
        if asked is not None and asked.objectName() == ACTION:
            return asked.mapToGlobal(asked.rect().bottomLeft())
        shell = self._shell
        around = QRect(QPoint(), menu.sizeHint())
        around.moveCenter(QRect(shell.mapToGlobal(QPoint()), shell.size()).center())
        return around.topLeft()

    def _ask_place(self, group: str, _checked: bool = False) -> None:
        desk = self._desk()
        if desk is None:
            return
        from consult_app.publishing.coordinator.group_file import proposed_name
        from consult_app.ui.belonging import name_of

        choose_new_file(
            self._shell,
            tr("Give a group its file"),
            partial(self.give, group),
            start=str(proposed_name(desk.path, name_of(desk.state.assembly, group))),
            filters=f"{tr('Meetings')} (*.consult)",
            only_name=True,  # a file with drafts in it is never replaced
        )

    def give(self, group: str, target: Path) -> None:
        """Write the file of *group* as *target*, in the background; the banner says when it is done."""
        desk = self._desk()
        if desk is None:
            return
        state, row = desk.state, desk.seq

        def job() -> Path:
            from datetime import UTC, datetime

            from consult_app.meetings.acts import stamp
            from consult_app.publishing.coordinator.group_file import give_group_file

            meeting = desk.rows(0, 1)[0].hash
            give_group_file(state, group, target, meeting=meeting, row=row, at=stamp(datetime.now(UTC)))
            return target

        when_done(in_background(job, "group file"), self, self._given, self._failed)

    def _given(self, path: Path) -> None:
        words = tr(
            "{file} was made: hand it to the coordinator. It holds the text as it stands and what is before "
            "the meeting, no private notes and no other group’s drafts.",
            file=path.name,
        )
        self._shell.show_notice("info", words)

    def _failed(self, error: Exception) -> None:
        self._shell.show_notice("error", words_of(error))
