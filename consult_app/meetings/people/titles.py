"""Forms of address and offices in three languages, agreeing with the person (procedure.md §1, §1.1).

Where neither the recorded gender nor the title says which form is right, both stand: «Président(e)».
"""

from __future__ import annotations

from ..acts import LANGUAGES
from ..kept.assembly import Assembly, Participant

_FEMININE = frozenset({"ms", "mrs", "miss", "mme", "mlle", "sra", "srta", "dra", "profa"})
_MASCULINE = frozenset({"mr", "m", "mm", "sr", "monsieur"})
#: the same form of address in English, French and Spanish
_SAME = (
    (("ms", "mrs", "miss", "mme", "mlle", "sra", "srta"), ("Ms", "Mme", "Sra.")),
    (("mr", "m", "sr"), ("Mr", "M.", "Sr.")),
)

#: office: language: (masculine, feminine, where it is not known)
OFFICE_NAMES: dict[str, dict[str, tuple[str, str, str]]] = {
    "chairperson": {
        "en": ("Chairperson",) * 3,
        "fr": ("Président", "Présidente", "Président(e)"),
        "es": ("Presidente", "Presidenta", "Presidente(a)"),
    },
    "government_vice_chairperson": {
        "en": ("Government Vice-Chairperson",) * 3,
        "fr": (
            "Vice-président gouvernemental",
            "Vice-présidente gouvernementale",
            "Vice-président(e) gouvernemental(e)",
        ),
        "es": (
            "Vicepresidente gubernamental",
            "Vicepresidenta gubernamental",
            "Vicepresidente(a) gubernamental",
        ),
    },
    "employer_vice_chairperson": {
        "en": ("Employer Vice-Chairperson",) * 3,
        "fr": ("Vice-président employeur", "Vice-présidente employeuse", "Vice-président(e) employeur(euse)"),
        "es": ("Vicepresidente empleador", "Vicepresidenta empleadora", "Vicepresidente(a) empleador(a)"),
    },
    "worker_vice_chairperson": {
        "en": ("Worker Vice-Chairperson",) * 3,
        "fr": (
            "Vice-président travailleur",
            "Vice-présidente travailleuse",
            "Vice-président(e) travailleur(euse)",
        ),
        "es": ("Vicepresidente trabajador", "Vicepresidenta trabajadora", "Vicepresidente(a) trabajador(a)"),
    },
    "reporter": {
        "en": ("Reporter",) * 3,
        "fr": ("Rapporteur", "Rapporteuse", "Rapporteur(euse)"),
        "es": ("Ponente",) * 3,
    },
}
_ACTING = {
    "en": ("Acting Chairperson",) * 3,
    "fr": ("Président par intérim", "Présidente par intérim", "Président(e) par intérim"),
    "es": ("Presidente interino", "Presidenta interina", "Presidente(a) interino(a)"),
}
#: a member by main group: language: (masculine, feminine); «membre» and «miembro» hold for both
_MEMBERS: dict[str, dict[str, tuple[str, str]]] = {
    "government": {
        "en": ("Government member",) * 2,
        "fr": ("membre gouvernemental", "membre gouvernementale"),
        "es": ("miembro gubernamental",) * 2,
    },
    "employers": {
        "en": ("Employer member",) * 2,
        "fr": ("membre employeur", "membre employeuse"),
        "es": ("miembro empleador", "miembro empleadora"),
    },
    "workers": {
        "en": ("Worker member",) * 2,
        "fr": ("membre travailleur", "membre travailleuse"),
        "es": ("miembro trabajador", "miembro trabajadora"),
    },
}


def gender_of(person: Participant) -> str:
    """ "f" or "m" as recorded, else as the title in any language says; "" where neither does."""
    if person.gender:
        return person.gender
    said = {_bare(title) for title in person.title.values()}
    if said & _FEMININE:
        return "f"
    return "m" if said & _MASCULINE else ""


def title_in(person: Participant, language: str) -> str:
    """The form of address in *language*: "Mme" in French also for somebody recorded as "Ms"."""
    title = person.title.get(language) or next((said for said in person.title.values() if said), "")
    bare = _bare(title)
    for forms, by_language in _SAME:
        if bare in forms:
            here = by_language[LANGUAGES.index(language)]
            return title if _bare(title) in _FORMS_OF[language] else here
    return title


def office_name(office: str, person: Participant | None, language: str) -> str:
    """The office, agreeing with the person who holds it; in both forms where that is not known."""
    return agreeing(OFFICE_NAMES[office][language], person)


def acting_name(person: Participant | None, language: str) -> str:
    """What somebody is called who presides over a sitting in place of the Chairperson."""
    return agreeing(_ACTING[language], person)


def member_name(assembly: Assembly, person: Participant, language: str) -> str:
    """ "Worker member", agreeing with the person; "" for whoever belongs to no group."""
    forms = _MEMBERS.get(assembly.main_group(person.id), {}).get(language, ("", ""))
    return forms[gender_of(person) == "f"]


def agreeing(forms: tuple[str, str, str], person: Participant | None) -> str:
    """Of a masculine form, a feminine one and one for both, that which agrees with *person*."""
    gender = gender_of(person) if person is not None else ""
    return forms[{"m": 0, "f": 1}.get(gender, 2)]


def _bare(title: str) -> str:
    return title.strip().rstrip(".").casefold()


_FORMS_OF = {
    "en": frozenset({"ms", "mrs", "miss", "mr"}),
    "fr": frozenset({"mme", "mlle", "m"}),
    "es": frozenset({"sra", "srta", "sr"}),
}
