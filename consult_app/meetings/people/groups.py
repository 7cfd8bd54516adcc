"""The three groups and the regional groups under them."""

from __future__ import annotations

import msgspec

from ..acts import AssemblyEvent, Command, Work, replaced
from ..kept.assembly import Assembly, Group
from ..reasons import N_, refuse
from ..setting_up.particulars import Trilingual


class GroupRegistered(AssemblyEvent, frozen=True, tag="group_registered"):
    """A group was added, or one that was there has new data."""

    group: Group

    def apply(self, state: Assembly) -> Assembly:
        return msgspec.structs.replace(state, groups=replaced(state.groups, self.group.id, self.group))


class GroupRemoved(AssemblyEvent, frozen=True, tag="group_removed"):
    """A regional group that nobody belongs to is there no longer."""

    group: str

    def apply(self, state: Assembly) -> Assembly:
        left = {name: group for name, group in state.groups.items() if name != self.group}
        return msgspec.structs.replace(state, groups=left)


class RegisterGroup(Command, frozen=True, tag="register_group"):
    """Add a regional group, or change the data of any group. ``coordinator`` is a participant, by name
    or id, or the name of somebody who is not on the list; an empty one takes the coordinator away."""

    id: str
    names: Trilingual
    parent: str = ""
    colour: str = ""
    mark: str = ""
    coordinator: str | None = None

    def decide(self, work: Work[Assembly]) -> None:
        groups = work.state.groups
        old = groups.get(self.id)
        if not self.id.replace("_", "").replace("-", "").isalnum():
            raise refuse(
                "group_id", N_("The id of a group is letters, digits, - and _ only: “{id}”."), id=self.id
            )
        parent = self.parent or (old.parent if old else "")
        if parent and (parent not in groups or parent == self.id or work.state.main_group(parent) == self.id):
            raise refuse(
                "group_parent",
                N_("“{parent}” cannot be the parent of a group: it is not a group above it."),
                parent=parent,
            )
        if not parent and not old:
            raise refuse(
                "group_parent",
                N_(
                    "Every regional group belongs to the government, employers or workers group: "
                    "name its parent."
                ),
            )
        main = groups.get(work.state.main_group(parent)) if parent else None
        group = Group(
            id=self.id,
            names=(old.names if old else {})
            | {language: name for language, name in self.names.items() if name},
            parent=parent,
            colour=self.colour or (old.colour if old else "") or (main.colour if main else ""),
            mark=self.mark or (old.mark if old else "") or (main.mark if main else ""),
            coordinator=self._coordinator(work, old),
        )
        work.emit(GroupRegistered(group=group))
        work.answer["id"] = group.id

    def _coordinator(self, work: Work[Assembly], old: Group | None) -> str:
        if self.coordinator is None:
            return old.coordinator if old else ""
        said = self.coordinator.strip()
        person = work.state.find_participant(said) if said else None
        return person.id if person else said
