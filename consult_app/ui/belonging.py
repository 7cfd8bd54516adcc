"""Who belongs to which group, as it is shown: the mark, the colour of the palette, the name.

A group is never shown by colour alone; its mark stands beside its name everywhere.
"""

from __future__ import annotations

from html import escape
from typing import Final

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.house_style.house import list_of
from consult_app.meetings.kept.assembly import Assembly, Participant
from consult_app.meetings.people import countries, titles
from consult_app.meetings.reasons import N_
from consult_app.ui.language import Languages, tr
from consult_app.ui.look.palette import words_tone
from consult_app.ui.look.theme import Theme

MAIN_GROUPS = ("government", "employers", "workers")
SHORT_GROUPS: Final[dict[str, str]] = {
    "government": N_("Government"),
    "employers": N_("Employers"),
    "workers": N_("Workers"),
}
OFFICE = "office"
"""Who types on the screen for no group."""


def groups_in_order(assembly: Assembly) -> list[str]:
    """Return the ids of all groups, each of the three followed by the regional groups under it."""
    out: list[str] = []
    for main in MAIN_GROUPS:
        under = [group for group in assembly.groups if assembly.main_group(group) == main and group != main]
        out += [main, *under]
    return out


def tone_of(assembly: Assembly, who: str) -> str:
    """Return the palette's name for the group of *who* (a group or participant): ``other`` if none."""
    main = assembly.main_group(who)
    return main if main in MAIN_GROUPS else "other"


def mark_of(assembly: Assembly, who: str) -> str:
    """Return the mark of the main group of *who*; a diamond for the Office, as on the cards, and a small
    ring for somebody of no group."""
    if who == OFFICE:
        return "◆"
    main = assembly.groups.get(assembly.main_group(who))
    return main.mark if main else "○"


def name_of(assembly: Assembly, who: str) -> str:
    """Return how *who* is called in the window's language, a participant with the country."""
    if who == OFFICE:
        return tr("the Office")
    said = assembly.name_of(who, Languages.current())
    person = assembly.person(who)
    if person is not None and person.country:
        return tr("{name} ({country})", name=said, country=country_name(person.country))
    return said


def authors_words(assembly: Assembly, amendment: Amendment) -> str:
    """Return the names of those who hand *amendment* in, the first author first, in the window's language."""
    return list_of([name_of(assembly, who) for who in amendment.authors], Languages.current())


def marked_authors(assembly: Assembly, amendment: Amendment) -> str:
    """Return the names of those who hand *amendment* in as rich text, each after the mark of its group and in
    its colour, as at the head of a card of the Table."""
    return ", ".join(_coloured_name(assembly, who) for who in amendment.authors)


def _coloured_name(assembly: Assembly, who: str) -> str:
    colour = words_tone(Theme.current(), tone_of(assembly, who))
    words = f"{mark_of(assembly, who)} {escape(name_of(assembly, who))}"
    return f'<span style="color:{colour};font-weight:600">{words}</span>'


def behind_name(office: str) -> str:
    """Return *office* as it stands behind a name in a line: English writes offices large, French and Spanish
    do not (procedure.md §7)."""
    return office if Languages.current() == "en" else office[:1].lower() + office[1:]


def marked_name(assembly: Assembly, who: str) -> str:
    """Return the name of *who* as rich text, after the mark of the group in the group's colour."""
    colour = words_tone(Theme.current(), tone_of(assembly, who))
    return f'<span style="color:{colour}">{mark_of(assembly, who)}</span> {escape(name_of(assembly, who))}'


def title_of(person: Participant) -> str:
    """Return the form of address in the window's language, as the papers have it."""
    return titles.title_in(person, Languages.current())


def country_name(country: str) -> str:
    """Return the name of a country in the window's language, as the papers have it."""
    return countries.country_name(country, Languages.current())
