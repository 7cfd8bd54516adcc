"""A large invented meeting: 300 nodes in three languages, 3,000 amendments, a journal of 50,000 rows."""

from __future__ import annotations

import json
import random
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from consult_app.desk import Desk
from consult_app.journal.file import JournalFile
from consult_app.journal.rows import GENESIS, Row, sealed
from consult_app.meetings.acts import Command, Context, stamp
from consult_app.meetings.setting_up.particulars import CreateMeeting
from consult_app.presets import preset
from consult_app.state import State, decide, read_command, write_command, write_events

_WORDS = {
    "en": "the Office should promote decent work in ports and on rivers with governments employers workers "
    "safety health skills training wages rights dialogue inspection data guidance support members policy",
    "fr": "le Bureau devrait promouvoir le travail décent dans les ports et sur les fleuves avec les "
    "gouvernements employeurs travailleurs sécurité santé compétences formation salaires droits dialogue",
    "es": "la Oficina debería promover el trabajo decente en los puertos y en los ríos con los gobiernos "
    "empleadores trabajadores seguridad salud competencias formación salarios derechos diálogo inspección",
}


def sentence(random_: random.Random, language: str, words: int) -> str:
    """An invented sentence of that many words."""
    chosen = random_.choices(_WORDS[language].split(), k=words)
    return " ".join(chosen).capitalize() + "."


class Maker:
    """Decides commands and keeps the rows; they are written in one go."""

    def __init__(self) -> None:
        self.state = State()
        self.rows: list[Row] = []
        self._hash = GENESIS
        self._time = datetime(2026, 11, 2, 9, tzinfo=UTC)

    def do(self, command: Command | dict[str, Any]) -> None:
        """Decide one command; it must not be refused."""
        if isinstance(command, dict):
            command = read_command(json.dumps(command))
        self._time += timedelta(seconds=5)
        seq = len(self.rows) + 1
        time = stamp(self._time)
        decision = decide(self.state, command, Context(seq, time))
        row = sealed(
            self._hash,
            seq,
            time,
            "desk",
            "secretariat",
            write_command(command).decode(),
            write_events(decision.events).decode(),
        )
        self.rows.append(row)
        self._hash = row.hash
        self.state = decision.state

    def write(self, path: Path) -> None:
        """Write the rows into a new meeting file."""
        JournalFile.create(path).close()
        connection = sqlite3.connect(path)
        with connection:
            connection.executemany(
                "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        r.seq,
                        r.time,
                        r.desk,
                        r.actor,
                        r.version,
                        r.command,
                        r.events,
                        r.undoes,
                        r.previous,
                        r.hash,
                    )
                    for r in self.rows
                ],
            )
        connection.close()


def large(path: Path, *, nodes: int = 300, amendments: int = 3000, rows: int = 50_000) -> Path:
    """Make the large meeting in *path*, with a snapshot, and return the path."""
    random_ = random.Random(7)
    maker = Maker()
    maker.do(CreateMeeting(titles={"en": "Large", "fr": "Grande", "es": "Grande"}, rules=preset("custom")))
    shape = [("title", 0), ("organ", 0), ("adoption", 0), ("heading", 0)]
    shape += [("item", 1) if index % 6 else ("paragraph", 0) for index in range(nodes - len(shape))]
    for position, language in enumerate(_WORDS):
        read = [
            {
                "kind": kind,
                "depth": depth,
                "enumeration": {"item": "roman", "paragraph": "arabic"}.get(kind, ""),
                "text": sentence(random_, language, 40),
            }
            for kind, depth in shape
        ]
        maker.do(
            {"do": "import_language" if position else "import_text", "language": language, "nodes": read}
        )
    text = maker.state.drafting.texts["conclusions"]
    targets = [node.id for node in text if text.tree.spots[node.id].kind in ("paragraph", "item")]
    for index in range(amendments):
        node = text.nodes[targets[index % len(targets)]]
        words = node.text("en").split(" ")
        at = random_.randrange(1, len(words) - 1)
        words[at : at + random_.randrange(0, 2)] = [f"new{index}"]
        maker.do(
            {
                "do": "submit_amendment",
                "by": random_.choice(["government", "employers", "workers"]),
                "kind": "replace",
                "target": node.id,
                "text": " ".join(words),
            }
        )
    groups = ("government", "employers", "workers")
    while len(maker.rows) < rows:
        number = random_.randrange(amendments) + 1
        maker.do(
            {
                "do": "state_position",
                "amendment": f"D.{number}",
                "group": random_.choice(groups),
                "position": random_.choice(["supports", "flexible", "opposes", "reserves"]),
            }
        )
    maker.write(path)
    Desk.open(path).close()  # leaves the snapshot that a desk leaves
    return path
