"""The meeting file goes from its place while it is open: the window says so, and leads out of it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.journal.backups import backups_of
from consult_app.ui.language import Languages
from consult_app.ui.office import Office
from tests.ui.choosing import answered
from tests.ui.table_meeting import done, meeting

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps an open file where it is")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    with meeting(folder) as desk:
        return desk.path


@pytest.fixture
def office(qtbot: QtBot, path: Path) -> Iterator[Office]:
    """The window with the meeting open."""
    made = Office()
    qtbot.addWidget(made.shell, before_close_func=lambda _shell: made.close_meeting())
    made.shell.show()
    made.open(path)
    qtbot.waitUntil(lambda: made.desk is not None, timeout=20_000)
    yield made
    made.close_meeting()


def desk_of(office: Office) -> Desk:
    assert office.desk is not None
    return office.desk


def footer(office: Office) -> str:
    return " ".join(label.text() for label in office.shell.footer.findChildren(QLabel))


def adopted(path: Path) -> bool:
    with Desk.open(path, write=False) as desk:
        found = desk.state.drafting.by_number("D.1")
        return found is not None and found.state == "adopted"


def test_a_deleted_file_is_there_again_and_the_notice_stays_until_it_is_read(
    qtbot: QtBot, office: Office, path: Path
) -> None:
    standing = office.shell.standing
    path.unlink()
    done(desk_of(office), AdoptAmendment(amendment="D.1"))
    qtbot.waitUntil(lambda: "was moved or deleted while it was open" in standing.words)
    assert standing.isVisible() and "saved" in footer(office)
    office.shell.show_notice("info", "Something else.")
    assert standing.isVisible()
    Languages.set("fr")
    qtbot.waitUntil(lambda: "was moved" not in standing.words and path.name in standing.words)
    office.shell.known_actions.action("window.answer").trigger()
    assert not standing.isVisible()
    office.leave()
    assert adopted(path)


def test_without_a_folder_nothing_is_called_saved_until_a_copy_is(
    qtbot: QtBot, office: Office, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    standing = office.shell.standing
    shutil.rmtree(path.parent)
    done(desk_of(office), AdoptAmendment(amendment="D.1"))
    qtbot.waitUntil(lambda: "kept in backups only" in standing.words)
    qtbot.waitUntil(lambda: "not saved in a file" in footer(office))
    qtbot.waitUntil(lambda: any(adopted(each) for each in backups_of(path)))
    QTest.keyClick(standing.buttons[0], Qt.Key.Key_Escape)
    assert standing.isVisible()  # it cannot be sent away
    place = tmp_path / "kept.consult"
    asked = answered(monkeypatch, place)
    office.shell.known_actions.action("file.copy").trigger()
    qtbot.waitUntil(lambda: not standing.isVisible())
    assert asked[0].title == "Save a copy"
    qtbot.waitUntil(lambda: "goes on there" in office.shell.banner.words)
    qtbot.waitUntil(lambda: "not saved" not in footer(office))
    assert desk_of(office).path == place
    office.leave()
    assert adopted(place)


def test_where_it_cannot_be_written_the_notice_stays(
    qtbot: QtBot, office: Office, path: Path, tmp_path: Path
) -> None:
    shutil.rmtree(path.parent)
    qtbot.waitUntil(lambda: office.lost_file.lost)
    (tmp_path / "no folder").write_text("")
    office.lost_file.go_on_in(tmp_path / "no folder" / "kept.consult")
    qtbot.waitUntil(lambda: office.shell.banner.words != "")
    assert office.lost_file.lost and office.shell.standing.isVisible()


def test_another_file_in_its_place_is_left_alone(
    qtbot: QtBot, office: Office, path: Path, tmp_path: Path
) -> None:
    path.replace(tmp_path / "moved.consult")
    path.write_bytes(b"something else")
    qtbot.waitUntil(lambda: "table (2).consult" in office.shell.standing.words)
    assert desk_of(office).path == path.with_name("table (2).consult")
    done(desk_of(office), AdoptAmendment(amendment="D.1"))
    office.leave()
    assert not office.shell.standing.isVisible()
    assert path.read_bytes() == b"something else" and adopted(path.with_name("table (2).consult"))
