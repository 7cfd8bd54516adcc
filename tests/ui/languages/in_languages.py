"""The station with the invented meeting of the Table: seven nodes in three languages, four amendments."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.handing_in.importing import ImportLanguage
from consult_app.ui.languages.station import LanguagesStation
from consult_app.ui.waiting import in_window
from tests.ui import table_meeting

SPANISH = (
    "Conclusiones",
    "Reunida en Ginebra,",
    "Protección",
    "La Oficina debería promover el trabajo decente.",
    "Los gobiernos deberían:",
    "apoyar a las demás partes interesadas;",
    "informar cada año.",
)
FAIR = "The Office should promote fair and decent work."
FRENCH_FAIR = "Le Bureau devrait promouvoir le travail juste et décent."


def three_languages(folder: Path) -> Desk:
    """The meeting with its text in three languages, all translations drafts."""
    desk = table_meeting.meeting(folder)
    table_meeting.done(desk, ImportLanguage(language="es", nodes=table_meeting.nodes(SPANISH)))
    return desk


def shown(qtbot: QtBot, desk: Desk) -> LanguagesStation:
    """The station on *desk*, in sight and told of what changes."""
    station = LanguagesStation()
    qtbot.addWidget(station)
    station.resize(1300, 720)
    station.bind(desk)
    desk.subscribe(in_window(station, station.refresh))
    station.show()
    station.activateWindow()
    qtbot.waitUntil(station.isActiveWindow)
    return station


def listed(station: LanguagesStation) -> list[str]:
    """The lines of the queue: what, language, status."""
    columns = station.queue.model.columns
    return [" · ".join(column.text(row) for column in columns[:3]) for row in station.queue.rows]


def since(station: LanguagesStation) -> dict[str, str]:
    """Since which decision each line is so."""
    columns = station.queue.model.columns
    return {columns[0].text(row): columns[3].text(row) for row in station.queue.rows}


def figure(station: LanguagesStation, language: str, kind: str, status: str) -> str:
    """What a tile says."""
    return station.tiles.tiles[language].figures[kind, status].text()


def at_hand(station: LanguagesStation) -> str:
    """What is in the working place, with its direction."""
    task = station.work.task
    return f"{task.title} {task.direction}" if task is not None else ""


def choose(station: LanguagesStation, line: str) -> None:
    """Bring the line that begins so to hand."""
    place = next(at for at, words in enumerate(listed(station)) if words.startswith(line))
    assert station.queue.table.choose(station.queue.rows[place].key)


def wait(qtbot: QtBot, so: Callable[[], bool]) -> None:
    """Wait until *so* holds."""
    qtbot.waitUntil(so)
