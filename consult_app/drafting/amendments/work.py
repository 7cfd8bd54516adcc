"""The work of a drafting decision: finding what a command names, and the guards all share."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...meetings.acts import AssemblyEvent, Command, Context, Event, Work
from ...meetings.kept.assembly import Assembly
from ...meetings.reasons import N_, Place, Refused, refuse
from ..text.nodes import Node, Step, Text
from ..text.numbering import by_label, labels
from ..wordings.wording import canonical, fingerprint
from .amendment import Amendment, Drafting
from .given import Given


class DraftingWork(Work[Drafting]):
    """Work on the texts and amendments; ``assembly`` is who meets: a decision may record there how the
    vote went. ``given`` says whose file it is, where it is that of a group's coordinator."""

    def __init__(
        self, state: Drafting, context: Context, assembly: Assembly, given: Given | None = None
    ) -> None:
        super().__init__(state, context)
        self.assembly = assembly
        self.given = given

    def emit(self, event: Event) -> None:
        """Record *event* and go on from what it makes of the texts, or of the assembly."""
        if isinstance(event, AssemblyEvent):
            self.assembly = event.apply(self.assembly)  # type: ignore[attr-defined]
            self.events.append(event)
        else:
            super().emit(event)

    # finding

    def text(self, command: Command) -> Text:
        """The text that the command means: the one named, else the one in which the node or amendment
        stands that it names by its id, else the first."""
        texts = self.state.texts
        if command.text_id:
            if command.text_id not in texts:
                raise refuse("unknown_text", N_("There is no text “{text}”."), text=command.text_id)
            return texts[command.text_id]
        if not texts:
            raise refuse("no_text", N_("There is no text yet: import the draft first."))
        first = next(iter(texts.values()))
        return first if len(texts) == 1 else self._text_of(command) or first

    def _text_of(self, command: Command) -> Text | None:
        texts, known = self.state.texts, self.state.amendments
        for field in ("node", "target", "nodes", "amendment", "amendments"):
            value = getattr(command, field, "")
            for name in (value,) if isinstance(value, str) else tuple(value or ()):
                if not isinstance(name, str):
                    continue
                text = next((each for each in texts.values() if name in each.nodes), None)
                amendment = self.state.by_number(name) if field.startswith("amendment") else known.get(name)
                if text is None and amendment is not None:
                    text = texts[amendment.text_id]
                if text is not None:
                    return text
        targets = [getattr(each, "target", "") for each in getattr(command, "changes", None) or ()]
        return next((text for each in targets for text in texts.values() if each in text.nodes), None)

    def node(self, text: Text, name: str) -> Node:
        """The node with this label or id. Raises Refused where there is none."""
        named = by_label(text.tree, self.style)
        name = name.strip()
        found = name if name in text.nodes else named.get(name) or named.get(_plain_label(name))
        if found is None:
            raise refuse(
                "unknown_node",
                N_(
                    "There is no “{name}” in the text; labels are written like 5, 5(iii), preamble 2 "
                    "or heading 1."
                ),
                name=name,
            )
        return text.nodes[found]

    def amendment(self, number: str) -> Amendment:
        """The amendment with this number or id. Raises Refused where there is none."""
        found = self.state.by_number(number.strip())
        if found is None:
            raise refuse("unknown_amendment", N_("There is no amendment {number}."), number=number)
        return found

    def actor(self, who: str, *, office: bool = False) -> str:
        """The id of a group or participant (or the Office, where it may act). Raises Refused where
        there is none."""
        if office and who.strip() == "office":
            return "office"
        found = self.assembly.find_actor(who.strip())
        if not found:
            raise refuse(
                "unknown_actor", N_("“{who}” is neither a group nor a participant of this meeting."), who=who
            )
        return found

    @property
    def style(self) -> str:
        return self.assembly.meeting.rules.numbering

    def label(self, text: Text, node: str) -> str:
        return labels(text.tree, False, self.style).get(node, node)

    def place(self, text: Text, node: str) -> Place:
        """The node as it is said in a sentence."""
        spot = text.tree.spots.get(node)
        return Place(spot.kind if spot else "paragraph", self.label(text, node))

    # guards

    def must_be_open(self, text: Text) -> None:
        if text.adopted:
            raise refuse("adopted", N_("The text has been adopted as a whole; its substance is closed."))

    def must_be_seen(self, command: Command, words: str) -> None:
        """A command that was decided on other words than today's is never carried out."""
        if command.seen and command.seen != fingerprint(words):
            raise refuse(
                "seen", N_("The words have changed since; look at them again: “{words}”"), words=words
            )

    def wording(self, text: str) -> str:
        """*text* in canonical form. Raises Refused if it is empty or has several lines."""
        text = _BREAK.sub(" ", text.strip())
        if not text.strip(_UNSEEN):
            raise refuse(
                "empty_wording", N_("The wording is empty; to take words out altogether, delete the node.")
            )
        if "\n" in text:
            raise refuse(
                "one_line",
                N_("The wording of one node is one line; put further items in by amendments of their own."),
            )
        if _CONTROL.search(text):
            raise refuse("control_character", N_("The wording holds a control character; type it in again."))
        return canonical(text)

    def step(self, to: str, *, basis: str = "", by: str = "", reason: str = "") -> Step:
        return Step(to, self.context.time, self.assembly.sitting_number, basis, by, reason)


#: what other programs put for a soft line break or a tab: a space to us
_BREAK = re.compile("[\t\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
#: characters without a width, and the spaces between them: nobody sees a wording of these alone
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff \u00a0\u202f"
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_SAID = re.compile(r"^(?:paragraphe?|párrafo|para\.?)\s*", re.IGNORECASE)
_ITEM = re.compile(r"[\s,]*\(?([a-z0-9]+)\)")


def _plain_label(name: str) -> str:
    """A label as a person may write it ("paragraph 5 (iii)", "5, iii)", "5."), in the one form."""
    name = _SAID.sub("", name).removesuffix(".")
    return _ITEM.sub(r"(\1)", name) if name[:1].isdigit() or name[:1] == "-" else name.lower()


def numbers(amendments: Iterable[Amendment]) -> list[str]:
    """Their numbers, in the order given."""
    return [amendment.number for amendment in amendments]


__all__ = ["DraftingWork", "Event", "Refused", "numbers"]
