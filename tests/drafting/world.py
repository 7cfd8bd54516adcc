"""A small text in which every word says where it comes from, for the properties of merge and rebase.

The words of the draft are ``b0x3`` (node 0, word 3), those of the amendment k ``k2x1``: so it can be
counted which words are in the text, which are not, and who took them out.
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Any

from hypothesis import strategies as st

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.text.nodes import Text
from consult_app.meetings.acts import Context
from consult_app.meetings.reasons import NeedsConfirmation, Refused
from consult_app.presets import preset
from consult_app.state import State, decide
from tests.small_meeting import command

PARAGRAPHS = 4
LENGTH = 6
#: the kinds of amendments, as often as they are drawn
KINDS = (
    *["replace"] * 5, *["split"] * 3, *["join"] * 2, "delete", "move", "insert_after", "insert_before",
)  # fmt: skip


class World:
    """The meeting so far. Commands are decided without a file; ``do`` gives the answer."""

    def __init__(self, texts: dict[str, list[str]]) -> None:
        self.state = State()
        self.seq = 0
        rules = {"id": "custom", **_rules()}
        self.do(do="create_meeting", titles={"en": "Words"}, rules=rules)
        for language, words in texts.items():
            nodes = [{"kind": "paragraph", "text": each, "enumeration": "arabic"} for each in words]
            verb = "import_language" if self.state.drafting.texts else "import_text"
            self.do(do=verb, language=language, nodes=nodes)

    def copy(self) -> World:
        """Another meeting that stands where this one does."""
        return copy.copy(self)

    def do(self, **fields: Any) -> dict[str, Any]:
        """Decide a command. Raises Refused or NeedsConfirmation, and changes nothing then."""
        time = f"2026-11-02T{9 + self.seq // 60:02}:{self.seq % 60:02}:00.000Z"
        decision = decide(self.state, command(fields), Context(self.seq + 1, time))
        self.state = decision.state
        self.seq += 1
        return decision.answer

    def tried(self, **fields: Any) -> dict[str, Any] | None:
        """As :meth:`do`, None where it is refused; a question is answered with yes."""
        try:
            try:
                return self.do(**fields)
            except NeedsConfirmation:
                return self.do(**fields, confirm=True)
        except Refused:
            return None

    @property
    def text(self) -> Text:
        """The text as it stands."""
        return self.state.drafting.texts["conclusions"]

    def amendment(self, number: str) -> Amendment:
        """The amendment of that number."""
        found = self.state.drafting.by_number(number)
        assert found is not None
        return found

    def standing(self, language: str = "en") -> list[str]:
        """The words of the nodes that stand, in order."""
        return [node.text(language) for node in self.text if not node.deleted]

    def tokens(self, language: str = "en") -> Counter[str]:
        """The words of all nodes, those of deleted ones too, but each only once where nodes were joined."""
        kept = (node for node in self.text if not node.joined_to)
        return counted(node.text(language) for node in kept)


@cache
def _rules() -> dict[str, Any]:
    import msgspec

    return {k: v for k, v in msgspec.to_builtins(preset("custom")).items() if k != "id"}


def counted(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in the texts."""
    return Counter(word for text in texts for word in text.split())


def draft(paragraphs: int = PARAGRAPHS, length: int = LENGTH) -> list[str]:
    """The wordings of the draft."""
    return [" ".join(f"b{p}x{w}" for w in range(length)) for p in range(paragraphs)]


@st.composite
def wordings(draw: st.DrawFn, number: int, words: list[str]) -> str:
    """Other words in the place of *words*: some deleted, some put in by amendment *number*, some
    replaced; never none and never the same."""
    new = list(words)
    for index in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, len(new) - 1))
        act = draw(st.sampled_from(["insert", "delete", "replace", "append"]))
        if act == "insert":
            new.insert(at, f"k{number}x{index}")
        elif act == "append":
            new.append(f"k{number}x{index}")
        elif act == "replace":
            new[at] = f"k{number}x{index}"
        elif len(new) > 1:
            del new[at]
    if new == words:
        new.append(f"k{number}x9")
    return " ".join(new)


@st.composite
def submissions(draw: st.DrawFn, number: int, texts: list[str]) -> dict[str, Any]:
    """An amendment of any kind to one of the paragraphs."""
    at = draw(st.integers(0, len(texts) - 1))
    words = texts[at].split()
    target = str(at + 1)
    kind = draw(
        st.sampled_from(
            ["replace"] * 5
            + ["split"] * 3
            + ["join"] * 2
            + ["delete", "move", "insert_after", "insert_before"]
        )
    )
    asked: dict[str, Any] = {"do": "submit_amendment", "by": "workers", "kind": kind, "target": target}
    if kind == "replace":
        asked["text"] = draw(wordings(number, words))
    elif kind == "split":
        cut = draw(st.integers(1, len(words) - 1))
        asked["text"] = " ".join(words[:cut]) + "\n" + " ".join(words[cut:])
    elif kind == "move":
        asked["to"] = draw(st.sampled_from(["", "before "])) + str(draw(st.integers(1, len(texts))))
    elif kind.startswith("insert"):
        asked["text"] = f"k{number}x0 k{number}x1"
    return asked
