"""What a document refers to: organizations, people, roles, concepts (the ``TLC…`` of ``references``).

Whoever writes ``#adopted`` asks here for it, so that nothing is referred to that is not declared.
"""

from __future__ import annotations

import re

from consult_app.meetings.reasons import N_, Message
from consult_app.state import State
from consult_app.words import say, term

from ..formulas.people import author
from ..papers.heads import in_language, masthead, title_of
from . import names
from .elements import Element, add

ROLES = {
    "author": N_("Author"),
    "editor": N_("Editor"),
    "proponent": N_("Submitted by"),
    "seconder": N_("Seconded by"),
}
_CHOICES = {"for": N_("In favour"), "against": N_("Against"), "abstaining": N_("Abstaining")}
_CONCEPTS = _CHOICES | {
    "quorum": N_("Quorum"),
    "moved": N_("Moved to another place"),
    "received": N_("Received"),
    "conclusions": N_("Conclusions"),
    "resolution": N_("Resolution"),
}
_METHODS = {
    "show_of_hands": N_("Show of hands"),
    "record_vote": N_("Record vote"),
    "secret_ballot": N_("Secret ballot"),
}


class Referred:
    """The references of one document in *language*. Each method gives the ``#id`` to write."""

    def __init__(self, state: State, language: str) -> None:
        self.state, self.language = state, language
        self._found: dict[tuple[str, str], tuple[str, str]] = {}
        self._links: list[tuple[str, str, str, str]] = []
        self.house = self._declared(
            "Organization", names.organization(state), masthead(state, language).organization
        )
        title = title_of(state, language) or names.actor(state)
        self.meeting = self._declared("Organization", names.actor(state), title)

    def role(self, key: str) -> str:
        """One of :data:`ROLES`."""
        return self._declared("Role", key, say(Message(ROLES[key]), self.language))

    def concept(self, key: str) -> str:
        """A choice, a quorum, a kind of text …"""
        return self._declared("Concept", camel(key), say(Message(_CONCEPTS[key]), self.language))

    def method(self, key: str) -> str:
        """How a vote was taken."""
        return self._declared("Concept", camel(key), say(Message(_METHODS[key]), self.language))

    def state_of(self, key: str, of: str) -> str:
        """A state of an ``amendment``, a ``paragraph`` or the ``text``."""
        name = camel(key) if of == "amendment" else f"{of}-{camel(key)}"
        return self._declared("Concept", name, term("state", key, of, self.language))

    def outcome(self, key: str) -> str:
        """The outcome of a vote."""
        return self._declared("Concept", f"vote-{camel(key)}", term("outcome", key, "vote", self.language))

    def actor(self, who: str) -> str:
        """A group or a participant; nobody is the meeting."""
        if not who:
            return self.meeting
        said = author(self.state.assembly, who, self.language)
        if who in self.state.assembly.groups:
            return self._declared("Organization", names.group_actor(self.state, who), said)
        return self._declared("Person", f"{names.actor(self.state)}-{names.number_of(who)}", said)

    def part_of_meeting(self, who: str) -> str:
        """The group that *who* is or belongs to; the meeting for somebody of no group."""
        assembly = self.state.assembly
        group = who if who in assembly.groups else assembly.main_group(who)
        return self.actor(group)

    def place(self) -> str:
        """The place of the meeting; "" where it has none."""
        place = self.state.assembly.meeting.place
        name = names.number_of(in_language(place, "en")).lower()
        said = in_language(place, self.language)
        return self._declared("Location", name, said, f"place-{name}") if name else ""

    def program(self) -> str:
        """This program, which marked the document up."""
        return self._declared("Object", "consult", "Consult")

    def link(self, kind: str, href: str, said: str) -> str:
        """Another document: the ``original``, or one that changed this (``passiveRef``) or is changed by it
        (``activeRef``)."""
        for each in self._links:
            if each[:1] + each[2:3] == (kind, href):
                return f"#{each[1]}"
        eid = f"ro_{len(self._links) + 1}"
        self._links.append((kind, eid, href, said))
        return f"#{eid}"

    def write(self, meta: Element) -> None:
        """The ``references`` of the document, with all that was asked for."""
        made = add(meta, "references", source=self.house)
        for kind, eid, href, said in self._links:
            add(made, kind, eId=eid, href=href, showAs=said)
        for (family, name), (eid, said) in self._found.items():
            href = names.ontology(family.lower(), name)
            add(made, f"TLC{family}", eId=eid, href=href, showAs=said or name)

    def _declared(self, family: str, name: str, said: str, eid: str = "") -> str:
        known = self._found.setdefault((family, name), (eid or name, said))
        return f"#{known[0]}"


def camel(key: str) -> str:
    """``adopted_as_amended`` → ``adoptedAsAmended``"""
    return re.sub(r"_(\w)", lambda match: match[1].upper(), key)
