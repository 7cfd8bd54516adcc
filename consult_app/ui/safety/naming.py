"""What unsaved words were to become, in the window's language: "paragraph 5(iii), English"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.drafting.house_style.labels import label_reference
from consult_app.drafting.text.numbering import labels
from consult_app.meetings.kept.agenda import labels as agenda_labels
from consult_app.meetings.reasons import N_
from consult_app.ui.language import NAMES, Languages, language_said, number_said, tr

if TYPE_CHECKING:
    from consult_app.journal.jottings import Scratch
    from consult_app.state import State

_FORMS = {
    "action": N_("Register of follow-up"),
    "agenda item": N_("Agenda"),
    "document": N_("Register of documents"),
    "drafting group": N_("Drafting group"),
    "governing body": N_("Governing Body paper"),
    "meeting data": N_("Meeting data"),
    "new action": N_("Register of follow-up"),
    "motion": N_("Motion or point of order"),
    "note": N_("Private note"),
    "participant": N_("Participant"),
    "plan": N_("Plan a sitting"),
    "regional group": N_("Regional group"),
    "removal": N_("Take the participant off the list"),
    "rules": N_("Rules"),
    "position": N_("Words for the report on a position"),
    "speech": N_("Words for the report on a speech"),
    "statement": N_("Statement for the record"),
    "substitution": N_("Substitution"),
    "vote": N_("Vote"),
}


def named(state: State, found: Scratch) -> str:
    """How the place of *found* is called now; what is there no longer is called by what remains of it."""
    extra = {key: value for key, value in found.extra.items() if isinstance(value, str)}
    # at the Languages a line is named by what it renders and its language
    line, _, spoken = extra.get("key", "").rpartition("/")
    place = place_of(state, extra.get("node", line))
    code = extra.get("language", spoken)
    language = language_said(code) if code in NAMES else ""
    amendment = state.drafting.amendments.get(extra.get("amendment", line))
    what = extra.get("what", "")
    if what in _FORMS:
        which = _which(state, extra)
        form = tr(_FORMS[what])
        return tr("{form}: {which}", form=form, which=which) if which else form
    if what == "amendment":
        return tr("a new amendment to {place}", place=place) if place else tr("a new amendment")
    if what == "bracket" and place:
        return tr("{bracket}: how {place} is to read", bracket=extra.get("bracket", ""), place=place)
    if what == "reopening" and place:
        return tr("Why is {place} reopened?", place=place)
    if amendment is not None:
        number = number_said(amendment.number)
        return f"{number}, {language}" if language else number
    if place and language:
        return tr("{place}, {language}", place=place, language=language)
    return place or tr("a place that is no longer in the text")


def _which(state: State, extra: dict[str, str]) -> str:
    """Whom or what a form is about, where it says so and that is still there."""
    assembly = state.assembly
    person = assembly.participants.get(extra.get("participant", ""))
    document = assembly.documents.get(extra.get("document", ""))
    amendment = state.drafting.amendments.get(extra.get("amendment", ""))
    if person is not None:
        return person.name
    if document is not None:
        return document.symbol or next(iter(document.titles.values()), "")
    if amendment is not None:
        return number_said(amendment.number)
    items = agenda_labels(assembly.agenda)
    return items.get(extra.get("item", ""), "") or place_of(state, extra.get("node", ""))


def private(found: Scratch) -> bool:
    """Whether its words are nobody's business but the secretariat's: they are shown only when asked for."""
    return found.extra.get("what") == "note"


def place_of(state: State, node: str) -> str:
    """How the node with this id is called in a sentence; "" where it is in no text."""
    for text in state.drafting.texts.values():
        if node in text.nodes:
            label = labels(text.tree, False, state.assembly.meeting.rules.numbering).get(node, "")
            return label_reference(text.tree.spots[node].kind, label, Languages.current())
    return ""
