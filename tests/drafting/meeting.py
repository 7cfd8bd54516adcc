"""A small invented meeting, held in memory: no file, no thread, one command after the other."""

from __future__ import annotations

import json
from typing import Any

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.text.nodes import Text
from consult_app.meetings.acts import Context
from consult_app.state import Decision, State, decide, read_command

NODES = {
    "en": [
        "Conclusions[^1]",
        "The Meeting,",
        "Having met in Geneva,",
        "Adopts, this second day of March 2026, the following conclusions:",
        "General",
        "Lighthouses guide ships, and keepers guide lighthouses.",
        "The Office should:",
        "Help keepers, upon their request, as set out in paragraph 3.",
        "Publish the list referred to in paragraph 2(i).",
        "Keepers have rights.",
        "These conclusions will be published.",
    ],
    "fr": [
        "Conclusions[^1]",
        "La Réunion,",
        "S’étant réunie à Genève,",
        "Adopte, ce deuxième jour de mars 2026, les conclusions suivantes:",
        "Généralités",
        "Les phares guident les navires, et les gardiens guident les phares.",
        "Le Bureau devrait:",
        "aider les gardiens, à leur demande, comme l’indique le paragraphe 3;",
        "publier la liste visée au paragraphe 2 i).",
        "Les gardiens ont des droits.",
        "Les présentes conclusions seront publiées.",
    ],
    "es": [
        "Conclusiones[^1]",
        "La Reunión,",
        "Habiéndose reunido en Ginebra,",
        "Adopta, con fecha dos de marzo de 2026, las siguientes conclusiones:",
        "Generalidades",
        "Los faros guían a los buques, y los fareros guían los faros.",
        "La Oficina debería:",
        "ayudar a los fareros, cuando lo soliciten, según se indica en el párrafo 3;",
        "publicar la lista mencionada en el párrafo 2, i).",
        "Los fareros tienen derechos.",
        "Las presentes conclusiones se publicarán.",
    ],
}
KINDS = (
    "title",
    "organ",
    "clause",
    "adoption",
    "heading",
    "paragraph",
    "paragraph",
    "item",
    "item",
    "paragraph",
    "footnote",
)
TITLES = {
    "en": "Meeting on Lighthouses",
    "fr": "Réunion sur les phares",
    "es": "Reunión sobre los faros",
}


class Held:
    """The meeting so far: ``do`` performs one command and keeps the state."""

    def __init__(self) -> None:
        self.state = State()
        self.seq = 0
        self.day = "2026-03-06"
        self.do(do="create_meeting", titles=TITLES, rules={"id": "custom"})

    def do(self, **command: Any) -> Decision:
        """Perform a command; raises what ``decide`` raises."""
        self.seq += 1
        context = Context(self.seq, f"{self.day}T{8 + self.seq // 60:02}:{self.seq % 60:02}:00+00:00")
        decision = decide(self.state, read_command(json.dumps(command)), context)
        self.state = decision.state
        return decision

    @property
    def text(self) -> Text:
        """The text of the meeting."""
        return next(iter(self.state.drafting.texts.values()))

    def amendment(self, number: str) -> Amendment:
        """The amendment with this number."""
        found = self.state.drafting.by_number(number)
        assert found is not None, number
        return found

    def submit(self, target: str, words: str | dict[str, str] = "", **fields: Any) -> Amendment:
        """Hand in an amendment of the Workers' group (a replacement unless a kind is given)."""
        asked = {"do": "submit_amendment", "by": "workers", "kind": "replace", "target": target, **fields}
        if words:
            asked["text"] = words
        return self.amendment(str(self.do(**asked).answer["number"]))


def drafted(*languages: str, **replaced: dict[int, str]) -> Held:
    """The meeting with its draft imported in *languages* (English first by default, alone); by
    language, *replaced* gives other words for some nodes."""
    held = Held()
    for number, language in enumerate(languages or ("en",)):
        nodes = []
        for place, (kind, words) in enumerate(zip(KINDS, NODES[language], strict=True)):
            node: dict[str, object] = {"kind": kind, "text": replaced.get(language, {}).get(place, words)}
            if kind == "item":
                node |= {"depth": 1, "enumeration": "roman"}
            if kind == "footnote":
                node |= {"note_key": "1"}
            nodes.append(node)
        held.do(do="import_language" if number else "import_text", language=language, nodes=nodes)
    held.do(
        do="set_meeting",
        symbol="MLH/2026",
        **{"from": "2026-03-02", "to": "2026-03-06"},
        place={"en": "Geneva", "fr": "Genève", "es": "Ginebra"},
    )
    return held


def adopted(*languages: str, **replaced: dict[int, str]) -> Held:
    """The same with every node adopted, the translations signed, and the text adopted on 6 March."""
    held = drafted(*languages, **replaced)
    finish(held)
    return held


def finish(held: Held) -> None:
    """Adopt what is left and the text as a whole; the revisers sign what they can."""
    held.do(do="adopt_node", node="rest")
    for language in held.text.languages:
        if any(node.status(language) == "draft" for node in held.text):
            held.do(do="sign_off", node="all", language=language, by="Reviser")
    held.do(do="adopt_text")
