"""From what is filled in to the command that hands the amendment in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.drafting.amendments.proposals import Asked
from consult_app.drafting.coordinator.preparing import PrepareAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.drafting.text.nodes import Text, seen
from consult_app.ui.parts.fields import typed

if TYPE_CHECKING:
    from consult_app.ui.amendments.form import AmendmentForm


def submission(
    form: AmendmentForm, text: Text | None, text_id: str, changes: tuple[Asked, ...]
) -> SubmitAmendment:
    """The command that *form* asks for with *changes*, of which there is at least one, to *text*."""
    only, single = changes[0], len(changes) == 1
    standing = text.nodes[only.target].text(form.language) if text and only.target else ""
    asked: dict[str, object] = {
        "by": str(form.by_field.currentData() or ""),
        "co_authors": form.together_field.chosen,
        "kind": only.kind,
        "target": only.target,
        "language": form.language,
        "text": only.text if single else None,
        "to": only.to if single else "",
        "changes": () if single else changes,
        "node_kind": only.node_kind if single else None,
        "seconded_by": _seconder(form),
        "justification": typed(form.why_field).strip(),
        "text_id": text_id,
        "seen": seen(standing) if single and only.kind == "replace" else "",
    }
    reason = form.late_field.text().strip() if form.late else ""
    if reason:
        # the chair lets the meeting waive the deadline (procedure.md A6)
        asked |= {"reason": reason, "confirm": True}
    if form.in_group_file:
        return PrepareAmendment(**asked, instead_of=form.instead_of)  # type: ignore[arg-type]
    return SubmitAmendment(**asked)  # type: ignore[arg-type]


def _seconder(form: AmendmentForm) -> str:
    shown = form.rows["seconder"].isVisibleTo(form)
    return str(form.seconder_field.currentData() or "") if shown else ""


__all__ = ["submission"]
