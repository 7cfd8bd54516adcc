"""Old rows: small pure functions turn the events of an older version into today's.

``STEPS[n]`` turns the JSON of a row of version *n* into version *n + 1*. There is one version so
far; a fixture of each past version is kept in ``tests/journal/past``.
"""

from __future__ import annotations

from collections.abc import Callable

from ..meetings.reasons import N_, Message
from .errors import NewerFile
from .rows import ROW_VERSION, Row

STEPS: dict[int, Callable[[str, str], tuple[str, str]]] = {}


def upgraded(row: Row) -> tuple[str, str]:
    """Command and events of *row* in today's form; the row itself never changes. Raises NewerFile
    for a row of a later version."""
    if row.version > ROW_VERSION:
        raise NewerFile(
            Message(
                N_("Row {seq} was written by a later version of Consult; install that version to open it."),
                {"seq": row.seq},
            )
        )
    command, events = row.command, row.events
    for version in range(row.version, ROW_VERSION):
        command, events = STEPS[version](command, events)
    return command, events
