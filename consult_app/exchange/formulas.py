"""The set phrases by which a text of conclusions is known, in its three languages (procedure.md §7.1)."""

from __future__ import annotations

import re

import msgspec

from consult_app.drafting.wordings.wording import words


class Formulas(msgspec.Struct, frozen=True):
    """How the organ line, the clauses of the preamble and the adoption formula begin in a language."""

    organ: re.Pattern[str]
    clause: re.Pattern[str]
    adoption: re.Pattern[str]


def _phrases(organ: str, clause: str, adoption: str) -> Formulas:
    return Formulas(
        re.compile(rf"(?:{organ})", re.IGNORECASE),
        re.compile(rf"(?:{clause})\b", re.IGNORECASE),
        re.compile(rf"(?:{adoption})\b", re.IGNORECASE),
    )


FORMULAS = {
    "en": _phrases(
        r"The |We[ ,]",
        "Having|Taking|Giving|Welcoming|Recogni[sz]ing|Recalling|Noting|Considering|Acknowledging|Affirming"
        "|Reaffirming|Aware|Bearing|Mindful|Concerned|Convinced|Emphasi[sz]ing|Stressing|Underlining"
        "|Expressing|Guided|Conscious|Desiring|Appreciating|Being|Observing|Referring|Believing",
        "(?:Hereby )?Adopts?",
    ),
    "fr": _phrases(
        r"L[ae] |L['’]|Les |Nous[ ,]",
        "S['’]étant|Ayant|Tenant|Se félicitant|Reconnaissant|Rappelant|Notant|Prenant|Considérant|Affirmant"
        "|Réaffirmant|Consciente?s?|Préoccupée?s?|Convaincue?s?|Soulignant|Exprimant|Accueillant|Désireu(?:x|se)"
        "|Constatant|Observant|Se référant|Gardant|Accordant|Saluant|Après avoir",
        "Adopte",
    ),
    "es": _phrases(
        r"La |El |Las |Los |Nosotr[oa]s[ ,]",
        "Habiendo|Habiéndose|Teniendo|Tomando|Prestando|Acogiendo|Reconociendo|Recordando|Observando|Notando"
        "|Considerando|Afirmando|Reafirmando|Conscientes?|Preocupad[oa]s?|Convencid[oa]s?|Subrayando"
        "|Expresando|Destacando|Deseos[oa]s?|Congregad[oa]|Refiriéndose|Dando",
        "Adopta",
    ),
}
_ALL = tuple(FORMULAS.values())
_ENDS = re.compile(r"[\s\"'”’»)\]]+$")
_REFERENCE = re.compile(r"\[\^[^\[\]^*\\\s]{1,40}\]$")
# far enough for any nest of marks, and a long text stays quick to read
_TAIL = 200
_TERMINAL = '.:;?!…”)»"'
_STOPS = ".:;?!…,"


def begins_clause(plain: str) -> bool:
    """Whether the wording begins as a clause of a preamble does, in any of the languages."""
    return any(phrases.clause.match(words(plain[:_TAIL])) for phrases in _ALL)


def begins_organ(plain: str) -> bool:
    """Whether the wording begins as the line that names the organ does."""
    return any(phrases.organ.match(words(plain[:_TAIL])) for phrases in _ALL)


def adoption_language(plain: str) -> str:
    """The language whose adoption formula the wording begins with; empty when it is none."""
    text = words(plain[:_TAIL])
    return next((name for name, phrases in FORMULAS.items() if phrases.adoption.match(text)), "")


def ending(plain: str) -> str:
    """The last characters of the wording without the marks and references after them."""
    text = plain[-_TAIL:].rstrip()
    while True:
        bare = _REFERENCE.sub("", text.rstrip("*^")).rstrip()
        bare = bare[:-2] if bare.endswith("]]") else bare
        if bare == text:
            return text
        text = bare


def is_finished(plain: str) -> bool:
    """Whether the wording ends in terminal punctuation (procedure.md §5.3), so that nothing goes on."""
    return ending(plain).endswith(tuple(_TERMINAL))


def stops(plain: str) -> bool:
    """Whether the wording ends as a sentence, a clause or a chapeau does; a heading does not."""
    text = ending(plain)
    return text.endswith(tuple(_STOPS)) or _ENDS.sub("", text).endswith(tuple(".:;?!…"))


def ends_clause(plain: str) -> bool:
    """Whether the wording ends as a clause may: in a comma (English) or a semicolon (French, Spanish)."""
    return ending(plain).endswith((",", ";"))


def begins_small(plain: str) -> bool:
    """Whether the wording begins with a small letter, after an opening quotation mark or bracket."""
    return plain[:_TAIL].lstrip("*^[\\“«\"'‘(¿¡\u00a0\u202f ")[:1].islower()
