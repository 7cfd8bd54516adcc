"""The register of follow-up by hand: what a person enters, adds or takes out (procedure.md §2.5)."""

from __future__ import annotations

from typing import Literal

import msgspec

from ...meetings.acts import Command, Event, Language, replaced
from ...meetings.moments import day_month_or_year
from ...meetings.one_line import one_line
from ...meetings.reasons import N_, refuse
from ..amendments.actions import DERIVED, ActionEntry
from ..amendments.amendment import Drafting
from ..amendments.work import DraftingWork
from .register import roles

Strength = Literal["shall", "should", "will", "may"]
Status = Literal["extracted", "assigned", "under_way", "reported", "closed"]
Followed = Literal["actor", "strength", "condition", "partners", "due", "reporting_body"]


class ActionEntered(Event, frozen=True, tag="action_entered"):
    """What the register keeps of an action from now on (``entry``), or nothing any more (None)."""

    key: str
    entry: ActionEntry | None

    def numbers(self) -> dict[str, int]:
        return {"F": int(self.key[2:])} if self.key.startswith("F.") else {}

    def apply(self, state: Drafting) -> Drafting:
        if self.entry is not None:
            return msgspec.structs.replace(state, followup=replaced(state.followup, self.key, self.entry))
        kept = {key: entry for key, entry in state.followup.items() if key != self.key}
        return msgspec.structs.replace(state, followup=kept)


class _Entry(Command, frozen=True):
    """What may be entered for an action; what is left out stays as it is. ``actor`` is one name or
    several: a key (office, governments …) or any other; ``due`` a day, a month or a year; a ``note`` of
    blanks alone takes the note away."""

    actor: str | tuple[str, ...] | None = None
    strength: Strength | None = None
    condition: str | None = None
    partners: tuple[str, ...] | None = None
    due: str | None = None
    reporting_body: str | None = None
    unit: str | None = None
    status: Status | None = None

    def entered(self, old: ActionEntry) -> ActionEntry:
        """*old* with what is entered here. Raises Refused for a date that does not exist."""
        actors = (self.actor,) if isinstance(self.actor, str) else self.actor
        unit = old.unit if self.unit is None else " ".join(self.unit.split())
        assigned = "assigned" if unit and old.status == "extracted" else old.status
        return msgspec.structs.replace(
            old,
            actors=old.actors if actors is None else _names(actors),
            strength=old.strength if self.strength is None else self.strength,
            condition=old.condition if self.condition is None else self.condition.strip(),
            partners=old.partners if self.partners is None else _names(self.partners),
            due=old.due if self.due is None else day_month_or_year(self.due),
            reporting_body=old.reporting_body if self.reporting_body is None else self.reporting_body.strip(),
            unit=unit,
            status=self.status or assigned,
            note=self.note.strip() if self.note else old.note,
        )


class SetAction(_Entry, frozen=True, tag="set_action", kw_only=True):
    """Enter what the register says of an ``action`` (its label "5(iii)", its id or its number "F.1"); the
    ``note`` is kept with it. Fields named in ``follow_text`` go back to what the text says."""

    action: str
    follow_text: tuple[Followed, ...] = ()

    def decide(self, work: DraftingWork) -> None:
        key = _key(work, self, self.action)
        old = work.state.followup.get(key, ActionEntry())
        loose = {_field(name): None for name in self.follow_text}
        entry = msgspec.structs.replace(self.entered(old), **loose)
        work.emit(ActionEntered(key=key, entry=entry))
        work.answer |= {"action": self.action, "status": entry.status}


class AddAction(_Entry, frozen=True, tag="add_action"):
    """Put an action into the register that was not found in the text: the ``node`` that holds it (a
    label), or ``text`` by language for one that stands in no text."""

    node: str = ""
    text: dict[Language, str] | None = None

    def decide(self, work: DraftingWork) -> None:
        given = self.text or {}
        words: dict[str, str] = {lang: one_line(each) for lang, each in given.items() if each.strip()}
        if bool(self.node) == bool(words):
            raise refuse(
                "action_place", N_("Name the node that holds the action, or give its words; not both.")
            )
        if words:
            key, old = f"F.{work.context.number('F')}", ActionEntry(text=words)
        else:
            text = work.text(self)
            key = work.node(text, self.node).id
            old = work.state.followup.get(key, ActionEntry())
            if _in_register(work, key):
                raise refuse(
                    "action_there", N_("{place} is in the register already."), place=work.place(text, key)
                )
            by_hand = roles(text).get(key) != "action"
            old = msgspec.structs.replace(old, removed=False, added=by_hand)
        work.emit(ActionEntered(key=key, entry=self.entered(old)))
        work.answer["action"] = self.node or key


class RemoveAction(Command, frozen=True, tag="remove_action"):
    """Take an action out of the register; add_action with its node brings it back."""

    action: str

    def decide(self, work: DraftingWork) -> None:
        key = _key(work, self, self.action)
        old = work.state.followup.get(key, ActionEntry())
        removed = None if old.text else msgspec.structs.replace(old, removed=True, added=False)
        work.emit(ActionEntered(key=key, entry=removed))


def _key(work: DraftingWork, command: Command, name: str) -> str:
    """The key of an action in the register. Raises Refused where there is none."""
    name = name.strip()
    if name in work.state.followup and work.state.followup[name].text:
        return name
    text = work.text(command)
    node = work.node(text, name).id
    if not _in_register(work, node):
        raise refuse(
            "not_an_action",
            N_("{place} holds no action of the register; add_action puts it there."),
            place=work.place(text, node),
        )
    return node


def _in_register(work: DraftingWork, node: str) -> bool:
    text = next(each for each in work.state.texts.values() if node in each.nodes)
    entry = work.state.followup.get(node, ActionEntry())
    return (entry.added or roles(text).get(node) == "action") and not entry.removed


def _names(names: tuple[str, ...]) -> tuple[str, ...]:
    tidy = (" ".join(name.split()) for name in names)
    return tuple(dict.fromkeys(name for name in tidy if name))


def _field(name: str) -> str:
    field = "actors" if name == "actor" else name
    assert field in DERIVED
    return field


__all__ = ["ActionEntered", "AddAction", "RemoveAction", "SetAction"]
