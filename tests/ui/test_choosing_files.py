"""The system's dialogs hold up nothing but their own window: the room can be blanked meanwhile."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from consult_app.ui import choosing_files
from consult_app.ui.choosing_files import choose_file, choose_folder, choose_new_file, choose_printer
from consult_app.ui.office import Office
from tests.ui.table_meeting import meeting


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def dialog_of(owner: QWidget) -> QFileDialog:
    found = owner.findChild(QFileDialog)
    assert found is not None
    assert found.isVisible() and found.windowModality() == Qt.WindowModality.WindowModal
    return found


def press(qtbot: QtBot, window: QWidget, key: Qt.Key) -> None:
    """Press *key* in *window*, which a person brings to the front."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    QTest.keyClick(window, key)


def test_what_is_chosen_is_told_and_the_dialog_goes(qtbot: QtBot, owner: QWidget, tmp_path: Path) -> None:
    file = tmp_path / "text.docx"
    file.write_text("words")
    got: list[Path] = []
    choose_file(owner, "Choose the text", got.append, start=str(tmp_path), filters="Texts (*.docx);;All (*)")
    dialog = dialog_of(owner)
    assert dialog.windowTitle() == "Choose the text" and got == []
    assert dialog.nameFilters() == ["Texts (*.docx)", "All (*)"]
    dialog.selectFile(str(file))
    dialog.accept()
    assert got == [file]
    qtbot.waitUntil(lambda: owner.findChild(QFileDialog) is None)


def test_a_dialog_that_is_left_tells_nothing(qtbot: QtBot, owner: QWidget, tmp_path: Path) -> None:
    got: list[Path] = []
    choose_folder(owner, "Choose where", got.append, start=str(tmp_path))
    assert dialog_of(owner).fileMode() == QFileDialog.FileMode.Directory
    QTest.keyClick(dialog_of(owner), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: owner.findChild(QFileDialog) is None)
    assert got == []


def test_a_folder_is_chosen(qtbot: QtBot, owner: QWidget, tmp_path: Path) -> None:
    got: list[Path] = []
    choose_folder(owner, "Choose where", got.append, start=str(tmp_path))
    dialog_of(owner).accept()
    assert got == [tmp_path]


@pytest.mark.parametrize("only_name", [False, True], ids=["written over", "only a name"])
def test_a_new_file_gets_the_name_that_was_proposed(
    qtbot: QtBot, owner: QWidget, tmp_path: Path, only_name: bool
) -> None:
    got: list[Path] = []
    start = str(tmp_path / "m-copy.consult")
    choose_new_file(
        owner, "Save", got.append, start=start, filters="Meetings (*.consult)", only_name=only_name
    )
    dialog = dialog_of(owner)
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert dialog.testOption(QFileDialog.Option.DontConfirmOverwrite) is only_name
    dialog.selectFile(str(tmp_path / "other"))
    dialog.accept()
    assert got == [tmp_path / "other.consult"]


def test_no_dialog_of_the_system_is_opened_anywhere_else() -> None:
    folder = Path(choosing_files.__file__).parent
    held_up = re.compile(r"QFileDialog\.get|QPrintDialog\(|QMessageBox|Dialog\([^\n]*\.exec\(")
    found = [
        path.name
        for path in folder.rglob("*.py")
        if path.name != "choosing_files.py" and held_up.search(path.read_text("utf-8"))
    ]
    assert found == []


def test_whoever_is_gone_is_told_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    got: list[Path] = []
    owner = QWidget()
    owner.show()
    choose_folder(owner, "Choose where", got.append, start=str(tmp_path))
    owner.deleteLater()
    qtbot.wait(20)
    assert got == []


def test_a_printer_is_chosen_without_holding_up_anything(qtbot: QtBot, owner: QWidget) -> None:
    printer, got = QPrinter(), list[str]()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    choose_printer(owner, printer, lambda: got.append("printed"))
    dialog = owner.findChild(QPrintDialog)
    assert dialog is not None and dialog.windowModality() == Qt.WindowModality.WindowModal
    dialog.done(QDialog.DialogCode.Rejected)
    assert got == []


def test_the_room_is_blanked_while_a_file_is_looked_for(qtbot: QtBot, tmp_path: Path) -> None:
    office = Office()
    qtbot.addWidget(office.shell, before_close_func=lambda _shell: office.close_meeting())
    office.shell.show()
    with meeting(tmp_path) as made:
        path = made.path
    office.open(path)
    qtbot.waitUntil(lambda: office.desk is not None, timeout=20_000)
    office.shell.enter("table")
    room = office._room_side().control
    room.set_windowed(True)
    room.show()

    def blank() -> bool:
        return room.shown.blank

    assert room.on and not blank()
    office.shell.known_actions.action("file.copy").trigger()
    dialog = dialog_of(office.shell)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    press(qtbot, dialog, Qt.Key.Key_F7)
    assert blank()
    press(qtbot, dialog, Qt.Key.Key_F5)
    assert not blank()
    press(qtbot, room.projection.window, Qt.Key.Key_B)
    assert blank() and dialog.isVisible()
    dialog.reject()
    room.turn_off()
