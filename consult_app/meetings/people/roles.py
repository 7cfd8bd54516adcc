"""The capacities in which people take part, in three languages, agreeing with the person (procedure.md
§1.1)."""

from __future__ import annotations

from ..kept.assembly import Participant
from .countries import simple
from .titles import agreeing

#: role: language: (masculine, feminine, where it is not known)
ROLE_NAMES: dict[str, dict[str, tuple[str, str, str]]] = {
    "member": {
        "en": ("member",) * 3,
        "fr": ("membre",) * 3,
        "es": ("miembro",) * 3,
    },
    "substitute": {
        "en": ("substitute",) * 3,
        "fr": ("suppléant", "suppléante", "suppléant(e)"),
        "es": ("suplente",) * 3,
    },
    "adviser": {
        "en": ("adviser",) * 3,
        "fr": ("conseiller technique", "conseillère technique", "conseiller(ère) technique"),
        "es": ("consejero técnico", "consejera técnica", "consejero(a) técnico(a)"),
    },
    "deputy": {
        "en": ("deputy member",) * 3,
        "fr": ("membre adjoint", "membre adjointe", "membre adjoint(e)"),
        "es": ("miembro adjunto", "miembro adjunta", "miembro adjunto(a)"),
    },
    "observer": {
        "en": ("observer",) * 3,
        "fr": ("observateur", "observatrice", "observateur(trice)"),
        "es": ("observador", "observadora", "observador(a)"),
    },
    "igo": {
        "en": ("intergovernmental organization",) * 3,
        "fr": ("organisation intergouvernementale",) * 3,
        "es": ("organización intergubernamental",) * 3,
    },
    "ngo": {
        "en": ("non-governmental organization",) * 3,
        "fr": ("organisation non gouvernementale",) * 3,
        "es": ("organización no gubernamental",) * 3,
    },
    "chairperson": {
        "en": ("independent Chairperson",) * 3,
        "fr": ("président indépendant", "présidente indépendante", "président(e) indépendant(e)"),
        "es": ("presidente independiente", "presidenta independiente", "presidente(a) independiente"),
    },
    "secretariat": {
        "en": ("secretariat",) * 3,
        "fr": ("secrétariat",) * 3,
        "es": ("secretaría",) * 3,
    },
}
#: further words by which a role is sought, and which lists of participants write for it
ROLE_WORDS: dict[str, tuple[str, ...]] = {
    "member": (
        "member",
        "delegate",
        "representative",
        "membre",
        "délégué",
        "déléguée",
        "représentant",
        "représentante",
        "miembro",
        "delegado",
        "delegada",
        "representante",
        "titular",
        "titulaire",
    ),
    "substitute": ("substitute", "suppléant", "suppléante", "suplente"),
    "adviser": (
        "adviser",
        "advisor",
        "technical adviser",
        "conseiller technique",
        "conseillère technique",
        "conseiller",
        "conseillère",
        "consejero técnico",
        "consejera técnica",
        "consejero",
        "consejera",
    ),
    "deputy": (
        "deputy",
        "deputy member",
        "membre adjoint",
        "membre adjointe",
        "miembro adjunto",
        "miembro adjunta",
    ),
    "observer": ("observer", "observateur", "observatrice", "observador", "observadora"),
    "igo": (
        "igo",
        "intergovernmental organization",
        "intergovernmental organisation",
        "oig",
        "organisation intergouvernementale",
        "organización intergubernamental",
    ),
    "ngo": (
        "ngo",
        "ingo",
        "non-governmental organization",
        "non-governmental organisation",
        "international non-governmental organization",
        "ong",
        "oing",
        "organisation non gouvernementale",
        "organización no gubernamental",
    ),
    "chairperson": (
        "chairperson",
        "independent chairperson",
        "chair",
        "président",
        "présidente",
        "président indépendant",
        "presidente",
        "presidenta",
        "presidente independiente",
    ),
    "secretariat": ("secretariat", "secrétariat", "secretaría", "office", "bureau", "oficina"),
}


def role_name(role: str, person: Participant | None, language: str) -> str:
    """The capacity, agreeing with the person; in both forms where the gender is not known."""
    return agreeing(ROLE_NAMES[role][language], person)


def role_of(said: str) -> str:
    """The role that a list of participants means by *said*, in any of the languages; "" if it is none."""
    return _ROLES.get(simple(said), "")


def _known() -> dict[str, str]:
    out: dict[str, str] = {}
    for role, words in ROLE_WORDS.items():
        names = [name for forms in ROLE_NAMES[role].values() for name in forms]
        out |= {simple(word): role for word in (role, *names, *words)}
    return {f"{word}s": role for word, role in out.items() if not word.endswith("s")} | out


_ROLES = _known()
