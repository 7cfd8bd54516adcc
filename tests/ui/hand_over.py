"""A group's file with drafts in it, and what its coordinator handed over, for those who look at screens."""

from __future__ import annotations

from pathlib import Path

from consult_app.desk import Desk
from consult_app.drafting.coordinator.preparing import PrepareAmendment
from consult_app.publishing.coordinator.group_file import give_group_file
from consult_app.publishing.coordinator.handing_over import write_hand_over
from tests.ui.rooms import carry_out

AT = "2026-11-03T10:00:00.000Z"


def given_and_handed_over(meeting: Path, folder: Path) -> tuple[Path, Path]:
    """The file of the Workers' group, made from *meeting*, and the hand-over file of its drafts."""
    hers, handed = folder / "workers.consult", folder / "workers.consult-amendments"
    with Desk.open(meeting, write=False) as desk:
        first = desk.rows(0, 1)[0].hash
        give_group_file(desk.state, "workers", hers, meeting=first, row=desk.seq, at=AT)
    with Desk.open(hers) as desk:
        done = carry_out(
            desk,
            PrepareAmendment(by="workers", kind="delete", target="8", justification="It is said elsewhere."),
            PrepareAmendment(by="workers", kind="insert_after", target="9", text="Ports are public places."),
        )
        write_hand_over(desk.state, [str(each.answer["id"]) for each in done], handed, AT)
    return hers, handed
