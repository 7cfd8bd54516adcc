"""What is said of a participant: capacity, vote, substitutions; in the window's language."""

from __future__ import annotations

from consult_app.drafting.house_style.house import capitalized, list_of
from consult_app.meetings.kept.assembly import Assembly, Participant, Substitution
from consult_app.meetings.people.officers import offices_of
from consult_app.meetings.people.roles import role_name
from consult_app.meetings.people.titles import office_name
from consult_app.ui.belonging import country_name
from consult_app.ui.language import Languages, tr
from consult_app.ui.stamps import stamp


def role_words(assembly: Assembly, person: Participant) -> str:
    """Return the capacity after the offices held: "Reporter, member"."""
    language = Languages.current()
    offices = [office_name(office, person, language) for office in offices_of(assembly, person.id)]
    return ", ".join((*offices, role_name(person.role, person, language)))


def vote_words(assembly: Assembly, person: Participant, standing: dict[str, str]) -> str:
    """Return whether the person votes, or why not; *standing* has the substitute's id by the member's."""
    if person.stands_in_for:
        seat = assembly.person(person.stands_in_for)
        return tr("for {name}", name=seat.name if seat else person.stands_in_for)
    if person.id in standing:
        by = assembly.person(standing[person.id])
        return tr("{name} votes instead", name=by.name if by else standing[person.id])
    if person.may_vote:
        return tr("yes")
    return person.why_not or "–"


def brief(assembly: Assembly, person: Participant) -> str:
    """Return the name with what tells one person from another: "Luis Ferreyra (member, Argentina)"."""
    parts = [role_name(person.role, person, Languages.current())]
    if person.country:
        parts.append(country_name(person.country))
    elif person.group:
        parts.append(assembly.name_of(person.group, Languages.current()))
    return f"{person.name} ({', '.join(parts)})"


def facts_of(assembly: Assembly, person: Participant) -> list[str]:
    """Return the sentences that stand above the form of *person*: offices, and substitutions that are in
    force or to come."""
    language = Languages.current()
    offices = [office_name(office, person, language) for office in offices_of(assembly, person.id)]
    facts = [f"{capitalized(list_of(offices, language))}."] if offices else []
    facts += [
        substitution_words(assembly, each)
        for each in assembly.substitutions
        if person.id in (each.member, each.by) and not each.ended
    ]
    return facts


def substitution_words(assembly: Assembly, each: Substitution) -> str:
    """Return one sentence: who votes in the place of whom, from when, for how long, on which notice."""
    member, by = (assembly.person(who) for who in (each.member, each.by))
    names = {"name": by.name if by else each.by, "member": member.name if member else each.member}
    if not each.since:
        said = tr("{name} will vote in the place of {member} at sitting {n}", n=each.sitting, **names)
    elif each.sitting:
        said = tr("{name} votes in the place of {member} at sitting {n}", n=each.sitting, **names)
    else:
        said = tr("{name} votes in the place of {member} since {time}", time=stamp(each.since), **names)
    if each.until:
        said = tr("{what}, until {day}", what=said, day=each.until)
    notice = tr("notice: {notice}", notice=each.notice) if each.notice else tr("no written notice recorded")
    return tr("{what} ({notice}).", what=said, notice=notice)
