"""The rules of the meeting are set or changed while it meets (procedure.md §4.6: rules are data)."""

from __future__ import annotations

import msgspec

from ..acts import AssemblyEvent, Command, Work
from ..kept.assembly import Assembly
from ..kept.rules import PRESETS, Rules
from ..reasons import N_, BadRules, Refused, refuse
from .rule_checks import changed

#: what a field of the rules may be, before it is looked at closely; sections nest no deeper than rules do
Plain = str | int | bool | None | list[str]
#: how a preset is called once the meeting has changed it
_CHANGED = {
    "en": "{label}, as changed by the meeting",
    "fr": "{label}, modifié par la réunion",
    "es": "{label}, con los cambios decididos por la reunión",
}


class RulesSet(AssemblyEvent, frozen=True, tag="rules_set"):
    """The rules that hold from now on, whole, and why they were set."""

    rules: Rules
    at: str
    reason: str = ""

    def apply(self, state: Assembly) -> Assembly:
        meeting = msgspec.structs.replace(state.meeting, rules=self.rules)
        return msgspec.structs.replace(state, meeting=meeting)


class SetRules(Command, frozen=True, tag="set_rules"):
    """Take another preset, or change some of the rules: ``changes`` is a part of what ``show --json``
    gives as ``rules_in_full``. Votes already taken keep the rules that they were taken under. ``rules``
    is the preset in full; whoever asks for one by name leaves it out."""

    preset: str = ""
    changes: dict[str, Plain | dict[str, Plain | dict[str, Plain]]] = msgspec.field(default_factory=dict)
    rules: Rules | None = None

    def decide(self, work: Work[Assembly]) -> None:
        now = work.state.meeting.rules
        if self.preset and self.preset not in PRESETS:
            raise refuse(
                "rules",
                N_("There is no preset “{name}”; the presets are {names}."),
                name=self.preset,
                names=PRESETS,
            )
        if not self.preset and self.rules is None and not self.changes:
            raise refuse("rules", N_("Say which rules to set: a preset, or changes to the rules."))
        start = self.rules or now
        try:
            rules = changed(start, self.changes)
        except BadRules as fault:
            raise Refused(fault.message, "rules") from fault
        if rules != start and "id" not in self.changes:
            rules = _own(start, rules)
        if rules == now:
            raise refuse("rules", N_("These are the rules already; there is nothing to change."))
        if work.state.votes:
            work.warn(
                N_("Votes taken under the rules before ({count}) stand as they were taken."),
                count=len(work.state.votes),
            )
        if not rules.decision.consensus_only and not rules.quorum.num:
            work.warn(N_("These rules ask for no quorum: every vote will be valid."))
        work.emit(RulesSet(rules=rules, at=work.context.time, reason=self.reason))
        work.answer |= {"rules": rules.id}
        if rules.based_on:
            work.answer["based_on"] = rules.based_on


def _own(start: Rules, rules: Rules) -> Rules:
    """*rules*, changed from *start*, as the meeting's own: no preset any more, and called so."""
    if start.id == "custom":
        return msgspec.structs.replace(rules, id="custom", based_on=start.based_on)
    label = {
        language: _CHANGED[language].format(label=words) if words == start.label.get(language) else words
        for language, words in rules.label.items()
    }
    return msgspec.structs.replace(rules, id="custom", based_on=start.id, label=label)
