"""A vote that is being counted, said so that it can be gone on with, and gone on with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from consult_app.journal.jottings import Scratch
from consult_app.ui.belonging import SHORT_GROUPS
from consult_app.ui.language import tr
from consult_app.ui.voting.group_entry import CHOICE_WORDS

if TYPE_CHECKING:
    from consult_app.ui.voting.panel import VotePanel

WHAT = "vote"


def written(panel: VotePanel) -> Scratch | None:
    """What is counted in *panel* and not recorded; None for nothing."""
    subject = " ".join(panel.subject.text().split())
    if not panel.unfinished and not (subject and panel.counting):
        return None
    matter = panel.matter
    extra: dict[str, Any] = {
        "what": WHAT,
        "matter": matter.key,
        matter.kind: matter.id,
        "method": panel.chosen_method,
        "subject": panel.subject.text(),
        "weighted": panel.weighted.isChecked(),
        "requested": panel.requested.currentData() or "",
        "declared": panel.declared.currentData() or "",
        "groups": {f"{group}/{choice}": f.text() for (group, choice), f in panel.groups.fields.items()},
        "names": dict(panel.names.tally),
        "candidates": [[who.text(), papers.text()] for who, papers in panel.ballots.candidates],
        "invalid": panel.ballots.invalid.text(),
        "abstaining": panel.ballots.abstaining.text(),
        "round": panel.ballots.round,
    }
    return Scratch(f"{WHAT}:{matter.key}", "\n".join(_lines(panel, subject)), extra)


def _lines(panel: VotePanel, subject: str) -> list[str]:
    lines = [subject] if subject else []
    if panel.entry is panel.names:
        voted = (member for member in panel.names.members if member.choice)
        lines += [tr("{name}: {vote}", name=each.name, vote=tr(CHOICE_WORDS[each.choice])) for each in voted]
    elif panel.entry is panel.ballots:
        lines += [
            tr("{name}: {vote}", name=who.text().strip(), vote=papers.text() or "0")
            for who, papers in panel.ballots.candidates
            if who.text().strip()
        ]
    else:
        lines += [
            tr("{name}: {vote}", name=tr(words), vote=" – ".join(_figures(panel, group)))
            for group, words in SHORT_GROUPS.items()
        ]
    return lines


def _figures(panel: VotePanel, group: str) -> list[str]:
    return [field.text() or "0" for (of, _choice), field in panel.groups.fields.items() if of == group]


def take_up(panel: VotePanel, filled: Mapping[str, Any]) -> bool:
    """Go on counting in *panel*, which was opened on the same matter; false where somebody who had voted is
    not entitled any more, whose vote is left out."""
    panel.method.choose(str(filled.get("method", "show_of_hands")))
    panel.subject.setText(str(filled.get("subject", "")))
    panel.weighted.setChecked(bool(filled.get("weighted")))
    for box, name in ((panel.requested, "requested"), (panel.declared, "declared")):
        at = box.findData(filled.get(name) or (None if name == "declared" else ""))
        box.setCurrentIndex(max(0, at))
    for (group, choice), field in panel.groups.fields.items():
        field.setText(str(filled.get("groups", {}).get(f"{group}/{choice}", "")))
    papers = [(str(name), str(count)) for name, count in filled.get("candidates", ())]
    panel.ballots.clear(tuple(name for name, _count in papers), int(filled.get("round", 1)))
    for (_who, field), (_name, count) in zip(panel.ballots.candidates, papers, strict=True):
        field.setText(count)
    panel.ballots.invalid.setText(str(filled.get("invalid", "")))
    panel.ballots.abstaining.setText(str(filled.get("abstaining", "")))
    same = panel.names.take_up({str(who): str(vote) for who, vote in filled.get("names", {}).items()})
    panel.show_counted()
    return same


__all__ = ["WHAT", "take_up", "written"]
