"""Formulas of the record that belong to no amendment and no paragraph: how a vote was taken, statements,
changes of Officers and of the composition (procedure.md §2.6, §7.2).

Like the outcomes, they are formulas of the house and not message ids: a reviser signs them once, here.
"""

from __future__ import annotations

from collections.abc import Mapping

from consult_app.drafting.house_style.house import (
    capitalized,
    label_reference,
    list_of,
    number,
    quote,
    with_article,
)
from consult_app.meetings.kept.assembly import Assembly, Participant
from consult_app.meetings.kept.votes import Statement, Subject, Vote
from consult_app.meetings.people.titles import office_name
from consult_app.words import number_words

from . import past_forms
from .bodies import with_capacity
from .compositions import body, by_group, members_in_all, times
from .outcomes import genitive
from .past_forms import form as form_in
from .people import author_in_sentence, with_form_of_address
from .results import votes_said

#: of weighted votes, then where each member has one
_EACH = {
    "en": (
        "Each Government member had {government}, each Employer member {employers} and each Worker member "
        "{workers}.",
        "Each member had one vote.",
    ),
    "fr": (
        "Chaque membre gouvernemental disposait de {government}, chaque membre employeur de {employers} et "
        "chaque membre travailleur de {workers}.",
        "Chaque membre disposait d’une voix.",
    ),
    "es": (
        "Cada miembro gubernamental disponía de {government}, cada miembro empleador de {employers} y cada "
        "miembro trabajador de {workers}.",
        "Cada miembro disponía de un voto.",
    ),
}
_PER_MEMBER = {
    "en": "Votes per member: {groups}.",
    "fr": "Voix par membre: {groups}.",
    "es": "Votos por miembro: {groups}.",
}
_BY_GROUP = {
    "en": "Governments {government}, Employers {employers}, Workers {workers}",
    "fr": "gouvernements {government}, employeurs {employers}, travailleurs {workers}",
    "es": "Gobiernos {government}, empleadores {employers}, trabajadores {workers}",
}
#: by method, without and with who asked for it; a show of hands is what is taken for granted
_TAKEN = {
    "record_vote": {
        "en": ("A record vote was taken.", "At the request {of_who}, a record vote was taken."),
        "fr": (
            "Il est procédé à un vote par appel nominal.",
            "À la demande {of_who}, il est procédé à un vote par appel nominal.",
        ),
        "es": (
            "Se procede a votación nominal.",
            "A petición {of_who}, se procede a votación nominal.",
        ),
    },
    "secret_ballot": {
        "en": ("A secret ballot was held.", "At the request {of_who}, a secret ballot was held."),
        "fr": (
            "Il est procédé à un scrutin secret.",
            "À la demande {of_who}, il est procédé à un scrutin secret.",
        ),
        "es": (
            "Se procede a votación secreta.",
            "A petición {of_who}, se procede a votación secreta.",
        ),
    },
}
_DECLARED = {
    "en": "The votes being equal, the Chairperson declared the outcome.",
    "fr": "Les voix étant également partagées, la présidence en proclame le résultat.",
    "es": "Al producirse un empate, la Presidencia proclama el resultado.",
}
_STATEMENTS = {
    "reservation": {
        "en": "{By} placed a reservation on record concerning {what}.",
        "fr": "{By} fait consigner une réserve concernant {what}.",
        "es": "{By} deja constancia de una reserva sobre {what}.",
    },
    "statement": {
        "en": "{By} had a statement placed on record concerning {what}.",
        "fr": "{By} fait consigner une déclaration concernant {what}.",
        "es": "{By} hace constar una declaración sobre {what}.",
    },
    "dissociation": {
        "en": "{By} dissociated from the consensus on {what}.",
        "fr": "{By} se dissocie du consensus concernant {what}.",
        "es": "{By} se desvincula del consenso sobre {what}.",
    },
}
_SECONDED = {"en": "seconded by {who}", "fr": "appuyée par {who}", "es": "apoyada por {who}"}
_IN_PLACE_OF = {
    "en": "{office}: {name}, in place of {former}.",
    "fr": "{office}: {name}, en remplacement de {former}.",
    "es": "{office}: {name}, en sustitución {of_former}.",
}
_LEFT = {
    "en": "{office}: {name} left office.",
    "fr": "{office}: {name} quitte ses fonctions.",
    "es": "{office}: {name} deja el cargo.",
}
_HOLDS = {"en": "{office}: {name}.", "fr": "{office}: {name}.", "es": "{office}: {name}."}
#: without how often, then with it
_MODIFIED = {
    "en": (
        "The composition of the {body} was modified; from then on it had {total} ({groups}).",
        "The composition of the {body} was modified {times}; from then on it had {total} ({groups}).",
    ),
    "fr": (
        "La composition de la {body} a été modifiée; celle-ci comptait dès lors {total} ({groups}).",
        "La composition de la {body} a été modifiée {times}; celle-ci comptait dès lors {total} ({groups}).",
    ),
    "es": (
        "Se modificó la composición de la {body}, que pasó a contar con {total} ({groups}).",
        "Se modificó {times} la composición de la {body}, que pasó a contar con {total} ({groups}).",
    ),
}
_ENTITLED = {
    "en": "Entitled to vote: {groups}.",
    "fr": "Ayant le droit de vote: {groups}.",
    "es": "Con derecho a voto: {groups}.",
}
_AMENDMENTS = {
    "en": ("Amendment {number}", "Subamendment {number}"),
    "fr": ("Amendement {number}", "Sous-amendement {number}"),
    "es": ("Enmienda {number}", "Subenmienda {number}"),
}
_THE = {
    "en": ("amendment {number}", "subamendment {number}"),
    "fr": ("l’amendement {number}", "le sous-amendement {number}"),
    "es": ("la enmienda {number}", "la subenmienda {number}"),
}


def votes_each(weights: Mapping[str, int], language: str, *, weighted: bool) -> str:
    """ "Each Government member had 513 votes, …", or that each member had one; "" where nobody was
    entitled to vote."""
    if not weights:
        return ""
    said = {group: _votes(each, language) for group, each in weights.items()}
    return _EACH[language][not weighted].format(**said)


def votes_per_member(weights: Mapping[str, int], language: str) -> str:
    """The same in a few words, as it follows each result: "Votes per member: Governments 513, …"."""
    said = {group: number(each, language) for group, each in weights.items()}
    return _PER_MEMBER[language].format(groups=_BY_GROUP[language].format(**said))


def how_taken(assembly: Assembly, vote: Vote, language: str, *, past: bool = False) -> str:
    """That a record vote or a secret ballot was taken and who asked for it; "" for a show of hands."""
    if vote.method not in _TAKEN:
        return ""
    who = [_of(assembly, each, language) for each in vote.requested_by]
    forms = form_in(_TAKEN[vote.method], past_forms.TAKEN[vote.method], language, in_past=past)
    return forms[bool(who)].format(of_who=list_of(who, language))


def declared(vote: Vote, language: str, *, past: bool = False) -> str:
    """That the Chairperson declared the outcome of equal votes; "" where the figures decided."""
    if not (vote.declared and vote.figures.tied and vote.figures.reached):
        return ""
    return form_in(_DECLARED, past_forms.DECLARED, language, in_past=past)


def of_statement(
    assembly: Assembly, statement: Statement, language: str, *, by: str = "", past: bool = False
) -> str:
    """Who had what put on the record, and on what; *by* is who, where it is not said by name."""
    by = by or author_in_sentence(assembly, statement.by, language)
    kind = statement.kind
    form = form_in(_STATEMENTS[kind], past_forms.STATEMENTS[kind], language, in_past=past)
    return form.format(By=capitalized(by), what=about(statement.subject, language))


def seconded(assembly: Assembly, who: str, language: str) -> str:
    """ "seconded by the Employers’ group": who seconded a motion."""
    return _SECONDED[language].format(who=author_in_sentence(assembly, who, language))


def of_officer(
    assembly: Assembly, office: str, person: Participant, former: Participant | None, language: str
) -> str:
    """Who holds an office from now on, and in whose place."""
    held_before = former is not None and former.id != person.id
    before = with_capacity(assembly, former, language) if former is not None and held_before else ""
    return (_IN_PLACE_OF if held_before else _HOLDS)[language].format(
        office=office_name(office, person, language),
        name=with_capacity(assembly, person, language),
        former=before,
        of_former=genitive(with_form_of_address(before) if language == "es" else before, language),
    )


def of_officer_left(
    assembly: Assembly, office: str, person: Participant, language: str, *, past: bool = False
) -> str:
    """That somebody left an office, and nobody took it at once."""
    name = with_capacity(assembly, person, language)
    form = form_in(_LEFT, past_forms.LEFT, language, in_past=past)
    return form.format(office=office_name(office, person, language), name=name)


def of_modification(
    assembly: Assembly, listed: Mapping[str, int], entitled: Mapping[str, int], count: int, language: str
) -> str:
    """That the composition was modified *count* times in a row, and what it was then."""
    said = _MODIFIED[language][count > 1].format(
        body=body(assembly, language),
        times=times(count, language),
        total=members_in_all(listed, language),
        groups=list_of(by_group(listed, language), language),
    )
    if dict(listed) == dict(entitled):
        return said
    return f"{said} {_ENTITLED[language].format(groups=list_of(by_group(entitled, language), language))}"


def heading_of(subject: Subject, language: str) -> str:
    """What a vote or a statement was on, as a heading: "Amendment D.12", "Paragraph 5"."""
    if subject.kind in ("amendment", "subamendment"):
        form = _AMENDMENTS[language][subject.kind == "subamendment"]
        said = form.format(number=number_words(subject.label, language, "after"))
        if subject.other:
            other = number_words(subject.other_label, language, "after")
            return f"{said} / {form.format(number=other)}"
        return said
    if subject.kind == "node":
        return capitalized(label_reference(subject.kind_of, subject.label, language))
    return subject.label


def about(subject: Subject, language: str) -> str:
    """The same within a sentence, with its article; a subject of its own in quotation marks."""
    if subject.kind in ("amendment", "subamendment"):
        named = number_words(subject.label, language, "after")
        return _THE[language][subject.kind == "subamendment"].format(number=named)
    if subject.kind == "node":
        return with_article(subject.kind_of, subject.label, language)
    return quote(subject.label, language)


def sentences(*parts: str) -> str:
    """Those of *parts* that say something, one after the other."""
    return " ".join(part for part in parts if part)


def group_counts(counts: Mapping[str, int], language: str) -> str:
    """ "181 members: Governments 89, Employers 38, Workers 54"."""
    said = {group: number(each, language) for group, each in counts.items()}
    return f"{members_in_all(counts, language)}: {_BY_GROUP[language].format(**said)}"


def _votes(count: int, language: str) -> str:
    said = votes_said(count, language)
    return f"{said} vote{'' if count == 1 else 's'}" if language == "en" else said


def _of(assembly: Assembly, who: str, language: str) -> str:
    return genitive(author_in_sentence(assembly, who, language), language)


__all__ = [
    "about", "declared", "group_counts", "heading_of", "how_taken", "of_modification", "of_officer",
    "of_officer_left", "of_statement", "seconded", "sentences", "votes_each", "votes_per_member",
]  # fmt: skip
