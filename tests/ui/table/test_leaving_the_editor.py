"""Words in the editor of the Table are never left without a word: not by the palette, not by an import."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from consult_app.drafting.handing_in.importing import ImportText
from consult_app.ui.chosen_text import ChosenText
from consult_app.ui.office import Office
from consult_app.ui.table.station import TableStation
from tests.ui.table_meeting import ENGLISH, done, meeting, nodes

TYPED = "The Office should promote decent work UNSAVED."


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    """The window at the Table, where words were typed in the editor of paragraph 1."""
    with meeting(tmp_path) as desk:
        path = desk.path
    made = Office()
    qtbot.addWidget(made.shell, before_close_func=lambda _shell: made.close_meeting())
    made.shell.show()
    made.open(path)
    qtbot.waitUntil(lambda: made.desk is not None, timeout=20_000)
    made.shell.enter("table")
    station = table(made)
    assert station.go_to(node_of(station, "decent work"))
    station.acting.edit()
    assert station.acting.editor is not None
    station.acting.editor.set_words(TYPED)
    assert station.acting.editor.changed
    yield made
    made.close_meeting()


def table(office: Office) -> TableStation:
    return cast("TableStation", office.shell.station("table"))


def node_of(station: TableStation, words: str) -> str:
    return next(node.id for node in station.text if words in node.text("en"))


def written(office: Office) -> str:
    editor = table(office).acting.editor
    return editor.words if editor is not None else ""


def test_an_amendment_elsewhere_is_not_gone_to_over_unfinished_words(office: Office) -> None:
    assert office.desk is not None
    elsewhere = office.desk.state.drafting.by_number("D.4")
    assert elsewhere is not None
    office.ways.go_to_amendment(elsewhere.id)
    assert office.shell.station_at_hand == "table"
    assert written(office) == TYPED
    editor = table(office).acting.editor
    assert editor is not None and "Keep these words" in editor.problem


def test_importing_a_further_text_puts_the_words_by(qtbot: QtBot, office: Office) -> None:
    desk = office.desk
    assert desk is not None
    office.shell.enter("meeting")
    further = tuple((kind, f"{words} Further.") for kind, words in ENGLISH)
    done(
        desk, ImportText(language="en", nodes=nodes(tuple(words for _, words in further)), kind="resolution")
    )
    ChosenText.instance().choose(list(desk.state.drafting.texts)[1])
    office.shell.enter("table")
    safety = office.safety
    qtbot.waitUntil(lambda: written(office) == TYPED or safety.found is not None)
    if written(office) != TYPED:
        qtbot.waitUntil(lambda: safety.found is not None and safety.found.isVisible())
        office.shell.known_actions.action("edit.found").trigger()
        qtbot.waitUntil(lambda: written(office) == TYPED)
    assert table(office).node_at_hand == node_of(table(office), "decent work.")
