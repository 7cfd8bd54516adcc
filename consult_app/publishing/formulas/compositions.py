"""The composition of the meeting and the weights of its votes in words (procedure.md §7.2): the sentences
of the printed reports, with the figures of this meeting."""

from __future__ import annotations

from collections.abc import Mapping

from consult_app.drafting.house_style.house import list_of, number
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.voting.composition import composition, modified, weights_of
from consult_app.meetings.voting.weighing import MAIN_GROUPS

from .bodies import organ

_BODY = {
    "meeting": {"en": "Meeting", "fr": "Réunion", "es": "Reunión"},
    "committee": {"en": "Committee", "fr": "commission", "es": "Comisión"},
}
_MEMBERS = {
    "en": {
        "government": ("Government member", "Government members"),
        "employers": ("Employer member", "Employer members"),
        "workers": ("Worker member", "Worker members"),
    },
    "fr": {
        "government": ("membre gouvernemental", "membres gouvernementaux"),
        "employers": ("membre employeur", "membres employeurs"),
        "workers": ("membre travailleur", "membres travailleurs"),
    },
    "es": {
        "government": ("miembro gubernamental", "miembros gubernamentales"),
        "employers": ("miembro empleador", "miembros empleadores"),
        "workers": ("miembro trabajador", "miembros trabajadores"),
    },
}
_COMPOSED = {
    "en": "The {body} was originally composed of {total} ({groups}).",
    "fr": "La {body} était composée à l’origine de {total} ({groups}).",
    "es": "La {body} estuvo compuesta inicialmente por {total} ({groups}).",
}
_TOTAL = {"en": ("member", "members"), "fr": ("membre", "membres"), "es": ("miembro", "miembros")}
_WEIGHTS = {
    "en": "To achieve equality of voting strength, each Government member entitled to vote was allotted "
    "{government}, each Employer member {employers} and each Worker member {workers}.",
    "fr": "Pour assurer l’égalité des voix au cours des votes, chaque membre gouvernemental ayant le droit "
    "de vote disposait de {government}, chaque membre employeur de {employers} et chaque membre travailleur "
    "de {workers}.",
    "es": "Para garantizar la igualdad de votos, se atribuyeron {government} a cada miembro gubernamental "
    "con derecho a voto, {employers} a cada miembro empleador y {workers} a cada miembro trabajador.",
}
_VOTES = {"en": ("vote", "votes"), "fr": ("voix", "voix"), "es": ("voto", "votos")}
#: without weights, then with them; {times} is "nine times"
_MODIFIED = {
    "en": (
        "The composition of the {body} was modified {times} during the session.",
        "The composition of the {body} was modified {times} during the session and the number of votes "
        "attributed to each member was adjusted accordingly.",
    ),
    "fr": (
        "La composition de la {body} a été modifiée {times} au cours de la session.",
        "La composition de la {body} a été modifiée {times} au cours de la session, et le nombre de voix "
        "attribuées à chaque membre a été modifié en conséquence.",
    ),
    "es": (
        "Durante la reunión se modificó {times} la composición de la {body}.",
        "Durante la reunión se modificó {times} la composición de la {body}, de modo que varió también en "
        "consecuencia el número de votos atribuido a cada miembro.",
    ),
}
_TIMES = {
    "en": "once twice three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty",
    "es": "una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte",
}


def body(assembly: Assembly, language: str) -> str:
    """How the organ is called in these sentences: the Committee, or the Meeting."""
    return _BODY["committee" if organ(assembly) in ("ilc_committee", "un_ga") else "meeting"][language]


def of_composition(assembly: Assembly, language: str) -> list[str]:
    """The sentences on the composition: as it was at first, the votes of each member then where they are
    weighted, and how often it was modified since. None while no member is on the list."""
    first = assembly.compositions[0] if assembly.compositions else composition(assembly)
    if not any(first.listed.values()):
        return []
    out = [composed(first.listed, body(assembly, language), language)]
    taken = [vote for vote in assembly.votes if vote.weighted]
    weights = next((vote.weights for vote in taken if vote.composition.number == first.number), {})
    if not weights and assembly.meeting.rules.weighted:
        weights = weights_of(assembly, first)
    if weights:
        out.append(weighted(weights, language))
    count = modified(assembly)
    if count:
        form = _MODIFIED[language][bool(weights or taken)]
        out.append(form.format(body=body(assembly, language), times=times(count, language)))
    return out


def composed(listed: Mapping[str, int], organ: str, language: str) -> str:
    """ "The Committee was originally composed of 181 members (89 Government members, …).\""""
    return _COMPOSED[language].format(
        body=organ,
        total=members_in_all(listed, language),
        groups=list_of(by_group(listed, language), language),
    )


def by_group(counts: Mapping[str, int], language: str) -> list[str]:
    """ "89 Government members", "38 Employer members", "54 Worker members"."""
    return [
        f"{number(counts[group], language)} {_form(_MEMBERS[language][group], counts[group], language)}"
        for group in MAIN_GROUPS
    ]


def members_in_all(counts: Mapping[str, int], language: str) -> str:
    """ "181 members"."""
    total = sum(counts.values())
    return f"{number(total, language)} {_form(_TOTAL[language], total, language)}"


def weighted(weights: Mapping[str, int], language: str) -> str:
    """ "To achieve equality of voting strength, each Government member … was allotted 513 votes, …\""""
    said = {
        group: f"{number(each, language)} {_form(_VOTES[language], each, language)}"
        for group, each in weights.items()
    }
    return _WEIGHTS[language].format(**said)


def times(count: int, language: str) -> str:
    """ "once", "nine times"; "10 fois"; "nueve veces": in words where the printed reports have words."""
    if language == "fr":
        return f"{'une' if count == 1 else number(count, language)} fois"
    words = _TIMES[language].split()
    said = words[count - 1] if count <= len(words) else number(count, language)
    if language == "en":
        return said if count < 3 else f"{said} times"
    return f"{said} {'vez' if count == 1 else 'veces'}"


def _form(forms: tuple[str, str], count: int, language: str) -> str:
    """One or several: French counts none with one."""
    return forms[not (count == 1 or (count == 0 and language == "fr"))]


__all__ = ["body", "by_group", "composed", "members_in_all", "of_composition", "times", "weighted"]
