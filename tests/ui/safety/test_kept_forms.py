"""What is typed into any form comes back: after a crash, and after Esc."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.ui.office import Office
from tests.conftest import SOAK
from tests.ui.safety.crashed import crashed, desk_of, found_in, kept, opened, wait_for
from tests.ui.safety.kept_forms import KINDS, Kind, fill, leave, prepare, stands_in
from tests.ui.table_meeting import meeting

STAYS = {"meeting data", "Governing Body paper"}
"""Forms that are always there: Esc leaves nothing."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A meeting with something to change at each station."""
    with meeting(tmp_path) as desk:
        prepare(desk)
        return desk.path


@pytest.fixture
def office(qtbot: QtBot, path: Path) -> Office:
    """A window with that meeting."""
    return opened(qtbot, path)


def kinds(of: Iterable[str] = KINDS) -> list[object]:
    return [pytest.param(KINDS[name], id=name) for name in of]


def one_of_each_station() -> list[str]:
    """A form of each station, and the two that are always there: what is kept is read from the form the same
    way in a crash, which is tried with all of them."""
    first = {kind.station: name for name, kind in reversed(KINDS.items())}
    return sorted(STAYS.union(first.values()))


@pytest.mark.parametrize("kind", kinds())
def test_what_was_typed_comes_back_after_a_crash(qtbot: QtBot, office: Office, kind: Kind) -> None:
    fill(office, kind)
    again = crashed(qtbot, office)
    found = found_in(qtbot, again)
    assert f"found: {kind.named}, written" in found.words.text()
    found.restore.click()
    assert again.shell.station_at_hand == kind.station
    assert stands_in(again, kind) == dict(kind.types)
    assert again.shell.banner.words.startswith("Restored"), again.shell.banner.words
    assert "has changed" not in again.shell.banner.words
    assert found.isHidden()
    assert len(kept(again)) == 1  # as what is being written now


@pytest.mark.parametrize("kind", kinds(name for name in KINDS if name not in STAYS))
def test_what_was_left_by_esc_comes_back_by_one_key(qtbot: QtBot, office: Office, kind: Kind) -> None:
    fill(office, kind)
    leave(office, kind)
    found = found_in(qtbot, office)
    assert "not lost" in found.words.text()
    assert found.restore.isVisible()
    focus = office.shell.focusWidget()
    assert focus is not None and not found.isAncestorOf(focus)
    QTest.keyClick(
        focus, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    wait_for(qtbot, found.isHidden)
    assert stands_in(office, kind) == dict(kind.types)
    assert office.shell.banner.words == ""  # what is back in sight needs no words


@pytest.mark.soak
@pytest.mark.parametrize("kind", kinds(KINDS if SOAK else one_of_each_station()))
def test_a_window_that_is_closed_with_a_form_half_filled_keeps_it(
    qtbot: QtBot, office: Office, path: Path, kind: Kind
) -> None:
    fill(office, kind)
    office.shell.close()
    again = opened(qtbot, path)
    found_in(qtbot, again).restore.click()
    assert stands_in(again, kind) == dict(kind.types)


def test_a_form_in_which_nothing_was_written_leaves_nothing(qtbot: QtBot, office: Office) -> None:
    for kind in KINDS.values():
        station = office.shell.station(kind.station)
        office.shell.enter(kind.station)
        kind.begin(station)
    office.safety.look()
    qtbot.wait(10)
    assert kept(office) == []
    assert office.safety.found is None


def test_what_is_recorded_is_neither_kept_nor_left(qtbot: QtBot, office: Office) -> None:
    kind = KINDS["new participant"]
    fill(office, kind)
    form = kind.form(office.shell.station("people"))
    form.group_field.setCurrentIndex(form.group_field.findData("workers"))
    before = desk_of(office).seq
    form.attempt()
    wait_for(qtbot, lambda: desk_of(office).seq > before)
    wait_for(qtbot, lambda: form.name_field.text() == "")
    qtbot.wait(20)
    assert kept(office) == []
    assert office.safety.found is None
