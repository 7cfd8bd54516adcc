"""A small invented meeting, decided purely (no file) or through a desk, for the tests of the core."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.text.nodes import Node, Text
from consult_app.drafting.text.numbering import labels
from consult_app.meetings.acts import Command, Context
from consult_app.meetings.reasons import NeedsConfirmation, Refused
from consult_app.presets import preset
from consult_app.state import Decision, State, apply, decide, read_command

NODES: dict[str, list[tuple[str, str, int, str]]] = {
    "en": [
        ("title", "Conclusions on lighthouses", 0, ""),
        ("organ", "The Meeting on Lighthouse Keepers,", 0, ""),
        ("clause", "Having met in Geneva,", 0, ""),
        ("adoption", "Adopts the following conclusions:", 0, ""),
        ("heading", "General considerations", 0, ""),
        ("paragraph", "Lighthouses guide ships at night.[^1]", 0, ""),
        ("paragraph", "The Office should:", 0, ""),
        ("item", "collect statistics on keepers;", 1, "roman"),
        ("item", "train keepers, in particular in:", 1, "roman"),
        ("item", "the care of lamps;", 2, "alpha"),
        ("item", "first aid.", 2, "alpha"),
        ("item", "report to the next Meeting.", 1, "roman"),
        ("paragraph", "Governments should respect the rest of keepers.", 0, ""),
        ("closing", "Geneva, 6 November 2026", 0, ""),
        ("footnote", "See the report of the Office.", 0, ""),
    ],
    "fr": [
        ("title", "Conclusions sur les phares", 0, ""),
        ("organ", "La Réunion sur les gardiens de phare,", 0, ""),
        ("clause", "S’étant réunie à Genève,", 0, ""),
        ("adoption", "Adopte les conclusions suivantes:", 0, ""),
        ("heading", "Considérations générales", 0, ""),
        ("paragraph", "Les phares guident les navires la nuit.[^1]", 0, ""),
        ("paragraph", "Le Bureau devrait:", 0, ""),
        ("item", "recueillir des statistiques sur les gardiens;", 1, "roman"),
        ("item", "former les gardiens, en particulier:", 1, "roman"),
        ("item", "à l’entretien des lampes;", 2, "alpha"),
        ("item", "aux premiers secours.", 2, "alpha"),
        ("item", "faire rapport à la prochaine Réunion.", 1, "roman"),
        ("paragraph", "Les gouvernements devraient respecter le repos des gardiens.", 0, ""),
        ("closing", "Genève, le 6 novembre 2026", 0, ""),
        ("footnote", "Voir le rapport du Bureau.", 0, ""),
    ],
}
PEOPLE = (
    {"name": "Ada Brightwater", "role": "member", "group": "government", "country": "NO"},
    {"name": "Bruno Keld", "role": "member", "group": "government", "country": "DK"},
    {"name": "Cleo Fanal", "role": "member", "group": "workers", "country": "PT"},
)


def text_command(language: str = "en", verb: str = "import_text") -> dict[str, Any]:
    """The command that imports the text of :data:`NODES` in *language*."""
    return {
        "do": verb,
        "language": language,
        "nodes": [
            {"kind": kind, "text": text, "depth": depth, "enumeration": enumeration}
            | ({"note_key": "1"} if kind == "footnote" else {})
            for kind, text, depth, enumeration in NODES[language]
        ],
    }


def create_command(rules: str = "tripartite_technical_2013") -> dict[str, Any]:
    """The command that begins the meeting."""
    return {
        "do": "create_meeting",
        "titles": {"en": "Meeting on Lighthouse Keepers"},
        "rules": msgspec.to_builtins(preset(rules)),
    }


def command(fields: dict[str, Any]) -> Command:
    """A Command from plain data."""
    return read_command(msgspec.json.encode(fields))


class Meeting:
    """A meeting decided purely: each :meth:`do` becomes a row that is only counted.

    ``languages`` are those that the text is in; two members of governments and one of workers are
    registered. Every event is applied once more on its own and must lead to the same state.
    """

    def __init__(self, *languages: str, rules: str = "tripartite_technical_2013") -> None:
        self.state = State()
        self.seq = 0
        self.last: Decision | None = None
        self.do("create_meeting", **{k: v for k, v in create_command(rules).items() if k != "do"})
        for language in languages or ("en",):
            self.run(
                text_command(language, "import_language" if self.state.drafting.texts else "import_text")
            )
        self.do("register_participants", people=list(PEOPLE))

    def do(self, verb: str, **fields: Any) -> dict[str, Any]:
        """Decide a command and return its answer. Raises Refused or NeedsConfirmation."""
        return self.run({"do": verb} | fields)

    def run(self, fields: dict[str, Any]) -> dict[str, Any]:
        """As :meth:`do`, with the command as plain data."""
        time = datetime(2026, 11, 2, 9, tzinfo=UTC) + timedelta(minutes=self.seq)
        context = Context(self.seq + 1, time.isoformat(timespec="milliseconds").replace("+00:00", "Z"))
        decision = decide(self.state, command(fields), context)
        applied = self.state
        for event in decision.events:
            applied = apply(applied, event)
        assert msgspec.msgpack.encode(applied.drafting) == msgspec.msgpack.encode(decision.state.drafting)
        self.state, self.last = decision.state, decision
        self.seq += 1
        return decision.answer

    def refused(self, verb: str, **fields: Any) -> Refused:
        """The refusal of a command that must be refused, and must change nothing."""
        before = self.state
        try:
            self.do(verb, **fields)
        except Refused as refusal:
            assert self.state is before
            return refusal
        raise AssertionError(f"{verb} {fields} was not refused")

    def asked(self, verb: str, **fields: Any) -> str:
        """The question that a command must raise before it is confirmed."""
        try:
            self.do(verb, **fields)
        except NeedsConfirmation as question:
            return str(question)
        raise AssertionError(f"{verb} {fields} asked nothing")

    def warnings(self) -> list[str]:
        """What the last command warned of."""
        assert self.last is not None
        return [warning.msgid for warning in self.last.warnings]

    # short forms

    def submit(self, target: str, text: Any = None, **fields: Any) -> str:
        """Hand in an amendment (a replacement by the workers unless said otherwise); its number."""
        given = {"by": "workers", "kind": "replace", "target": target} | fields
        return str(self.do("submit_amendment", **given, **({} if text is None else {"text": text}))["number"])

    def adopt(self, number: str, **fields: Any) -> dict[str, Any]:
        """Adopt an amendment."""
        return self.do("adopt_amendment", amendment=number, **fields)

    def amendment(self, number: str) -> Amendment:
        """The amendment of that number as it stands."""
        found = self.state.drafting.by_number(number)
        assert found is not None
        return found

    @property
    def text(self) -> Text:
        """The text as it stands."""
        return self.state.drafting.texts["conclusions"]

    def labels(self, *, final: bool = False) -> list[str]:
        """The labels of all nodes, in order."""
        without = frozenset(node.id for node in self.text if node.deleted) if final else frozenset[str]()
        named = labels(self.text.tree, final, self.state.assembly.meeting.rules.numbering, without)
        return [named[node] for node in self.text.tree.walk() if node in named]

    def node(self, label: str) -> Node:
        """The node with that label."""
        named = labels(self.text.tree, False, self.state.assembly.meeting.rules.numbering)
        return self.text.nodes[next(node for node, each in named.items() if each == label)]

    def words(self, label: str, language: str = "en") -> str:
        """The words of a node."""
        return self.node(label).text(language)
