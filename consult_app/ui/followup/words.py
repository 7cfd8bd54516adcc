"""The register of follow-up in words of the window's language, and typed names read back into keys."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate

from consult_app.drafting.amendments.actions import ACTORS, BODIES, STATUSES, STRENGTHS
from consult_app.drafting.follow_up.commitments import plain_words
from consult_app.drafting.follow_up.register import Action
from consult_app.drafting.house_style.house import capitalized, label_figure
from consult_app.drafting.text.nodes import Text
from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.people.countries import simple
from consult_app.meetings.reasons import Place
from consult_app.publishing.papers.followup import due_words
from consult_app.ui.followup.due import band
from consult_app.ui.language import Languages, tr, tr_c
from consult_app.words import place, term

_BETWEEN = "; "


def label_words(action: Action) -> str:
    """The label as the window's language writes it; the number of one that stands in no text."""
    return label_figure(action.id, Languages.current()) if action.node else action.id


def place_words(text: Text, action: Action) -> str:
    """How the action is called in a heading: "Paragraph 5(iii)", or "F.1"."""
    if not action.node:
        return action.id
    kind = text.tree.spots[action.node].kind
    return capitalized(place(Place(kind, action.id), Languages.current()))


def language_of(action: Action) -> str:
    """The window's language where the action has words in it, else the one it was decided in."""
    current = Languages.current()
    return current if current in action.texts else next(iter(action.readings), current)


def first_words(action: Action) -> tuple[str, str]:
    """The words of the action from its lead verb on, and the verb as it stands there ("" for none)."""
    language = language_of(action)
    plain = plain_words(action.texts.get(language, ""))
    verb = action.readings[language].verb if language in action.readings else ""
    at = plain.find(verb) if verb else -1
    words = capitalized((plain[at:] if at >= 0 else plain).rstrip(" ;,:."))
    return words, words[: len(verb)] if at >= 0 else ""


def actor_name(key: str) -> str:
    """Who is to act; a name that a person entered as it is."""
    return capitalized(term("actor", key, "action", Languages.current())) if key in ACTORS else key


def actor_names(keys: tuple[str, ...]) -> str:
    """Those who are to act, as the form has them: apart by semicolons."""
    return _BETWEEN.join(map(actor_name, keys))


def read_actors(typed: str) -> tuple[str, ...]:
    """The keys of those named in *typed*, in whichever language; other names as they are."""
    known = {simple(term("actor", key, "action", code)): key for key in ACTORS for code in LANGUAGES}
    return tuple(known.get(simple(name), name) for name in read_names(typed))


def body_name(body: str) -> str:
    """The body that is reported to; a name that a person entered as it is."""
    return term("body", body, "action", Languages.current()) if body in BODIES else body


def read_body(typed: str) -> str:
    """The key of the body named in *typed*, in whichever language; another name as it is."""
    known = {simple(term("body", key, "action", code)): key for key in BODIES for code in LANGUAGES}
    name = " ".join(typed.split())
    return known.get(simple(name), name)


def names(values: tuple[str, ...]) -> str:
    """Names as the form has them: one name may hold a comma."""
    return _BETWEEN.join(values)


def read_names(typed: str) -> tuple[str, ...]:
    """The names that are apart by semicolons."""
    tidy = (" ".join(name.split()) for name in typed.split(";"))
    return tuple(dict.fromkeys(name for name in tidy if name))


def due_name(due: str) -> str:
    """When it is due, in words."""
    return due_words(due, Languages.current())


def due_said(action: Action, today: date, *, short: bool = False) -> str:
    """When it is due, and in words that it is overdue; *short* has the month in a few letters."""
    said = due_name(action.due)
    if short and len(action.due) > len("2027"):
        first = date.fromisoformat(action.due if len(action.due) == len("2027-03-31") else f"{action.due}-01")
        pattern = "d MMM yyyy" if len(action.due) == len("2027-03-31") else "MMM yyyy"
        said = Languages.locale().toString(QDate(first.year, first.month, first.day), pattern)
    return tr("overdue: {date}", date=said) if band(action, today) == "overdue" else said


def status_names() -> dict[str, str]:
    """Every status, from the first to the last."""
    return {key: capitalized(term("status", key, "action", Languages.current())) for key in STATUSES}


def strength_names() -> dict[str, str]:
    """How firmly somebody is bound, by the word that the text has for it."""
    said = {
        "shall": tr_c("strength of an action", "shall"),
        "should": tr_c("strength of an action", "should"),
        "will": tr_c("strength of an action", "will"),
        "may": tr_c("strength of an action", "may"),
    }
    return {key: said[key] for key in STRENGTHS}


def field_names() -> dict[str, str]:
    """What each thing is called that the register says of an action."""
    return {
        "actor": tr("Responsible"),
        "unit": tr("Unit"),
        "partners": tr("With"),
        "condition": tr("Condition"),
        "due": tr("Due"),
        "reporting_body": tr("Reported to"),
        "strength": tr("Strength"),
        "status": tr("Status"),
        "note": tr("Note"),
    }


__all__ = [
    "actor_name",
    "actor_names",
    "body_name",
    "due_name",
    "due_said",
    "field_names",
    "first_words",
    "label_words",
    "language_of",
    "names",
    "place_words",
    "read_actors",
    "read_body",
    "read_names",
    "status_names",
    "strength_names",
]
