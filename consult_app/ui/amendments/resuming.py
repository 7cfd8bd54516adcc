"""What is being written at the Amendments, said so that it can be opened again after a crash, and opened
again: the form that hands one in, and the translation of one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtGui import QTextCursor

from consult_app.drafting.amendments.proposals import Asked
from consult_app.drafting.text.nodes import seen
from consult_app.journal.jottings import Scratch
from consult_app.ui.amendments.kinds import WAYS
from consult_app.ui.forms.excerpt import typed_part
from consult_app.ui.language import NAMES
from consult_app.ui.parts.fields import typed

if TYPE_CHECKING:
    from consult_app.ui.amendments.form import AmendmentForm
    from consult_app.ui.amendments.station import AmendmentsStation
    from consult_app.ui.station import Resumed

_LINES = ("old_field", "new_field", "late_field")


def unsaved(station: AmendmentsStation) -> Iterator[Scratch]:
    """The amendment in the form and the translation beside it, where something was written."""
    side, details = station.side.currentWidget(), station.details
    if side is station.form:
        words = _written(station.form)
        if words:
            extra = {"what": "amendment", **filled_in(station.form), "typed": _typed(station.form)}
            yield Scratch("new", words, extra)
    elif side is details and details.translation_written:
        amendment, language = details.at_hand, details.translation_into
        if amendment is not None:
            yield Scratch(
                f"translation:{amendment.id}:{language}",
                typed(details.translation),
                {
                    "what": "translation",
                    "amendment": amendment.id,
                    "language": language,
                    "began": seen(details.translation_began),
                    "typed": typed_part(details.translation_began, typed(details.translation)),
                },
            )


def resume(station: AmendmentsStation, found: Scratch) -> Resumed:
    """Open the form or the translation that *found* was written in."""
    if station.desk is None or not station.state.drafting.texts:
        return "gone"
    if next(iter(unsaved(station)), None) is not None:
        return "busy"
    station.show_overview()
    if found.extra.get("what") == "amendment":
        station.ask_for(str(found.extra.get("node", "")))
        return take_up(station.form, found.extra)
    return _resume_translation(station, found)


def _resume_translation(station: AmendmentsStation, found: Scratch) -> Resumed:
    amendment, details = str(found.extra.get("amendment", "")), station.details
    if amendment not in station.state.drafting.amendments:
        return "gone"
    station.go_to(amendment)
    details.open_translation()
    at = details.language.findData(found.extra.get("language"))
    if not details.translating or at < 0:
        return "gone"
    details.language.setCurrentIndex(at)
    same = seen(details.translation_began) == found.extra.get("began")
    details.translation.setPlainText(found.words)
    return "opened" if same else "changed"


def _written(form: AmendmentForm) -> str:
    """What was written into the form so far, "" where it is as it was opened."""
    words = typed(form.words_field).strip()
    said = [] if words == form.prefilled.strip() else [words]
    said += [str(change.text) for change in form.places.asked if change.text]
    said += [line.text().strip() for line in (form.old_field, form.new_field)]
    said.append(typed(form.why_field).strip())
    return "\n".join(each for each in said if each)


def _typed(form: AmendmentForm) -> str:
    """What was typed last into the words of the place, "" where they are as they were."""
    words = typed(form.words_field).strip()
    same = words == form.prefilled.strip()
    return "" if same else typed_part(form.prefilled, words)


def filled_in(form: AmendmentForm) -> dict[str, Any]:
    """What is filled in, as :func:`take_up` takes it."""
    return {
        "by": str(form.by_field.currentData() or ""),
        "together": list(form.together_field.chosen),
        "seconder": str(form.seconder_field.currentData() or ""),
        "node": form.node,
        "kind": form.kind,
        "language": form.language,
        "to": form.to_field.node,
        "where": form.where_field.selection[0],
        "words": typed(form.words_field),
        "why": typed(form.why_field),
        "began": seen(form.prefilled),
        "places": msgspec.to_builtins([list(pair) for pair in form.places.taken]),
        "instead_of": form.instead_of,
        **{name: getattr(form, name).text() for name in _LINES},
    }


def take_up(form: AmendmentForm, filled: dict[str, Any]) -> Resumed:
    """Fill in what was left unsaved; what is not offered any more is left as it is."""
    for box, name in ((form.by_field, "by"), (form.seconder_field, "seconder"), (form.kind_field, "kind")):
        at = box.findData(filled.get(name))
        if at >= 0:
            box.setCurrentIndex(at)
    form.instead_of = str(filled.get("instead_of", ""))
    form.together_field.take(str(who) for who in filled.get("together", ()))
    language, where = str(filled.get("language", "")), str(filled.get("where", ""))
    if language in NAMES and form.language_field.button(language).isEnabled():
        form.language_field.choose(language)
    form.node_field.aim_at(str(filled.get("node", "")))
    # the place begins with its words of today, which tell whether they are those that were written on
    form.show_place()
    same = seen(form.prefilled) == filled.get("began") and form.node == filled.get("node")
    if where in ("after", "before"):
        form.where_field.choose(where)
    form.to_field.aim_at(str(filled.get("to", "")))
    for asked, way in filled.get("places", ()):
        if way in WAYS:
            form.places.add(msgspec.convert(asked, Asked), way)
    for name in _LINES:
        getattr(form, name).setText(str(filled.get(name, "")))
    form.words_field.setPlainText(str(filled.get("words", "")))
    form.why_field.setPlainText(str(filled.get("why", "")))
    form.show_preview()
    written = typed(form.words_field).strip() != form.prefilled.strip()
    field = form.words_field if written or not typed(form.why_field) else form.why_field
    field.moveCursor(QTextCursor.MoveOperation.End)
    field.setFocus()
    return "opened" if same else "changed"
