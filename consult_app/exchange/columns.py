"""Which column of a list of participants holds what, and what its words stand for.

Headings and values are known in English, French and Spanish; accents, case and punctuation do not count.
"""

from __future__ import annotations

import re
from datetime import date

from consult_app.exchange.sheets import Row
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.people.countries import simple
from consult_app.meetings.people.roles import role_of

#: what can be imported, in the order in which a person is asked about it
FIELDS = (
    "name",
    "family_name",
    "given_name",
    "title",
    "gender",
    "role",
    "group",
    "country",
    "organization",
    "function",
    "may_vote",
    "why_not",
    "credentials",
    "credentials_on",
    "credentials_note",
)
_HEADS: dict[str, tuple[str, ...]] = {
    "name": (
        "name",
        "full name",
        "participant",
        "nom et prénom",
        "prénom et nom",
        "nom complet",
        "nombre y apellidos",
        "apellidos y nombre",
        "nombre completo",
        "nombre y apellido",
    ),
    "family_name": ("family name", "surname", "last name", "nom de famille", "apellidos", "apellido"),
    "given_name": (
        "given name",
        "given names",
        "first name",
        "forename",
        "prénom",
        "prénoms",
        "nombre de pila",
    ),
    "title": ("title", "form of address", "salutation", "titre", "civilité", "tratamiento", "título"),
    "gender": ("gender", "sex", "sexe", "genre", "sexo", "género"),
    "role": (
        "role",
        "capacity",
        "status",
        "category",
        "rôle",
        "qualité",
        "catégorie",
        "calidad",
        "función en la reunión",
        "papel",
        "categoría",
        "rol",
    ),
    "group": ("group", "groupe", "grupo", "constituent", "mandant", "mandante"),
    "country": (
        "country",
        "member state",
        "delegation",
        "pays",
        "état membre",
        "délégation",
        "país",
        "estado miembro",
        "delegación",
    ),
    "organization": (
        "organization",
        "organisation",
        "institution",
        "employer",
        "organización",
        "institución",
        "organisme",
        "organismo",
    ),
    "function": (
        "function",
        "position",
        "job title",
        "post",
        "fonction",
        "poste",
        "cargo",
        "función",
        "puesto",
    ),
    "may_vote": (
        "entitled to vote",
        "vote",
        "may vote",
        "right to vote",
        "voting",
        "droit de vote",
        "derecho de voto",
        "derecho a voto",
        "a le droit de vote",
        "con derecho de voto",
        "votes",
    ),
    "why_not": (
        "why not",
        "why no vote",
        "reason",
        "why not entitled to vote",
        "motif",
        "motif de l’absence de droit de vote",
        "motivo de la falta de derecho de voto",
        "raison",
        "motivo",
        "razón",
    ),
    "credentials": ("credentials", "pouvoirs", "poderes", "credenciales"),
    "credentials_on": (
        "credentials received on",
        "credentials received",
        "date of credentials",
        "credentials date",
        "pouvoirs reçus le",
        "date des pouvoirs",
        "poderes recibidos el",
        "fecha de los poderes",
        "fecha de poderes",
        "credenciales recibidas el",
    ),
    "credentials_note": (
        "note on credentials",
        "credentials note",
        "note sur les pouvoirs",
        "nota sobre los poderes",
    ),
}
_FIELD_OF = {
    simple(head): field for field, heads in _HEADS.items() for head in (field.replace("_", " "), *heads)
}
#: alone they are the whole name; beside a first name they are the family name
_HALF = {"nom": "given_name", "nombre": "family_name"}

_YES = frozenset(["yes", "y", "true", "1", "x", "oui", "o", "vrai", "si", "s", "verdadero", "✓", "✔"])
_NO = frozenset(["no", "n", "false", "0", "non", "faux", "falso"])
_GENDERS = {
    "f": "f",
    "female": "f",
    "woman": "f",
    "femme": "f",
    "feminin": "f",
    "mujer": "f",
    "femenino": "f",
    "m": "m",
    "male": "m",
    "man": "m",
    "h": "m",
    "homme": "m",
    "masculin": "m",
    "hombre": "m",
    "masculino": "m",
}
_CREDENTIALS = {
    "received": "received",
    "complete": "received",
    "recus": "received",
    "recues": "received",
    "recibidos": "received",
    "recibidas": "received",
    "incomplete": "incomplete",
    "incomplets": "incomplete",
    "incompletes": "incomplete",
    "incompletos": "incomplete",
    "incompletas": "incomplete",
    "none": "",
    "aucun": "",
    "ninguno": "",
}
_GROUPS = {
    "government": "government governments g gov govt gouvernement gouvernements gouvernemental "
    "gouvernementale gob gobierno gobiernos gubernamental",
    "employers": "employers employer e employeurs employeur employeuse empleadores empleador empleadora",
    "workers": "workers worker w travailleurs travailleur travailleuse t trabajadores trabajador trabajadora",
}
_GROUP_OF = {word: group for group, words in _GROUPS.items() for word in words.split()}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[./\-]\s*(\d{1,2})\s*[./\-]\s*(\d{4})$")


def fields_of(row: Row) -> dict[str, int]:
    """The fields that the headings in *row* name, with their columns; the first column of two alike."""
    out: dict[str, int] = {}
    halves: dict[int, str] = {}
    for column, words in enumerate(row.cells):
        head = simple(words)
        if head in _HALF:
            halves[column] = head
        elif head in _FIELD_OF:
            out.setdefault(_FIELD_OF[head], column)
    for column, head in halves.items():
        # «nom» beside «prénom» is the family name, «nombre» beside «apellidos» the first name
        if _HALF[head] in out:
            out.setdefault("family_name" if head == "nom" else "given_name", column)
        else:
            out.setdefault("name", column)
    return out


def likes(rows: tuple[Row, ...]) -> int:
    """How much a sheet looks like a list of participants: the headings that the best row has."""
    return max((len(fields_of(row)) for row in rows), default=0)


def header_among(rows: tuple[Row, ...]) -> tuple[int, dict[str, int]]:
    """The place of the row of headings among the first *rows*, and the fields; (-1, {}) if none names
    a person."""
    best, found = -1, dict[str, int]()
    for place, row in enumerate(rows[:30]):
        fields = fields_of(row)
        named = "name" in fields or "family_name" in fields
        if named and len(fields) > len(found):
            best, found = place, fields
    return best, found


def yes_or_no(words: str) -> bool | None:
    """What a cell says to a question; None for neither. Raises ValueError for other words."""
    said = words.strip().casefold().rstrip(".") if words.strip() in ("✓", "✔") else simple(words)
    if not said:
        return None
    if said in _YES:
        return True
    if said in _NO:
        return False
    raise ValueError(words)


def gender(words: str) -> str:
    """ "f" or "m". Raises KeyError for other words."""
    return _GENDERS[simple(words)]


def credentials(words: str) -> str:
    """ "received", "incomplete" or "". Raises KeyError for other words."""
    said = simple(words)
    if said in _YES | _NO:
        return "received" if said in _YES else ""
    return _CREDENTIALS[said]


def group_of(assembly: Assembly, words: str) -> str:
    """The id of the group that is meant, by id, by its name in any language, or as lists write it; ""
    if there is none."""
    if words in assembly.groups:
        return words
    said = simple(words)
    for group in assembly.groups.values():
        if said in (simple(group.id), *(simple(name) for name in group.names.values())):
            return group.id
    known = [_GROUP_OF[word] for word in said.split() if word in _GROUP_OF and len(word) > 1]
    if len(set(known)) == 1:
        return known[0]
    return _GROUP_OF.get(said, "")


def role_in(words: str) -> str:
    """The role that is meant, also where the group is named with it ("Worker member"); "" if none."""
    bare = " ".join(word for word in simple(words).split() if word not in _GROUP_OF)
    return role_of(words) or role_of(bare)


def group_in_role(assembly: Assembly, words: str) -> str:
    """The group that is named with a role ("Worker member"); "" where the words are a role alone ("non-
    governmental organization")."""
    return "" if role_of(words) else group_of(assembly, words)


def iso_day(words: str) -> str:
    """A date as ISO: "2026-11-02", or day first ("2.11.2026", "02/11/2026"). Raises ValueError for what
    is no date or does not exist."""
    words = words.strip()
    if found := _ISO.match(words):
        year, month, day_ = (int(part) for part in found.groups())
    elif found := _DAY_FIRST.match(words):
        day_, month, year = (int(part) for part in found.groups())
    else:
        raise ValueError(words)
    return date(year, month, day_).isoformat()
