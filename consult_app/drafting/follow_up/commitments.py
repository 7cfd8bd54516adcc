"""What the words of a text commit somebody to: who, how firmly, to do what, on which condition, with
whom and by when. Pure functions of the words of one node in one language.

They read the usual forms (``commitment_forms``) and no more: what they do not see, a person enters in
the register by hand.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from ..house_style.house import LANGUAGES, month_name
from ..wordings.wording import words as words_alone
from .commitment_forms import FORMS, NOT_PARTNERS


class Said(msgspec.Struct, frozen=True, gc=False):
    """Somebody is to act: the keys of the ``actors``, the ``strength`` (shall, should, will, may), and
    where in the words this begins and ends."""

    actors: tuple[str, ...]
    strength: str
    start: int
    end: int


class Reading(msgspec.Struct, frozen=True, gc=False):
    """What an action says in one language: its lead ``verb``, the ``conditions`` and ``partners`` named,
    ``due`` ("2027", "2027-03", "2027-03-31") and the ``body`` that it is reported to (a key), or ""."""

    verb: str = ""
    conditions: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    due: str = ""
    body: str = ""


@lru_cache(maxsize=4)
def _subject(language: str) -> re.Pattern[str]:
    forms = FORMS[language]
    actor = f"(?:{'|'.join(forms.actors.values())})"
    modal = "|".join(f"(?P<{key}>{pattern})" for key, pattern in forms.modals.items())
    return re.compile(
        rf"(?<![\w’'-])(?P<who>{actor}(?:{forms.joint}{actor})*)"
        r"(?: (?:which|that|who|whose|concerned|qui|que|concern[ée]s|interesados) ?[^,;:.]{0,100}?)?"
        r"(?:,[^,;:.]{1,150},)?"
        rf" (?:(?:also|jointly|aussi|également|también|asimismo) )?(?:{modal})(?!\w)",
        re.IGNORECASE,
    )


def said(plain: str, language: str) -> list[Said]:
    """Every place where the words say that somebody is to act."""
    forms = FORMS[language]
    out = []
    for match in _subject(language).finditer(plain):
        actors = tuple(
            key
            for key, pattern in forms.actors.items()
            if re.search(rf"(?<![\w’'-])(?:{pattern})(?!\w)", match["who"], re.IGNORECASE)
        )
        if "constituents" in actors:
            actors = tuple(actor for actor in actors if actor != "organization")
        strength = next(key for key in forms.modals if match[key])
        out.append(Said(actors, strength, match.start(), match.end()))
    return out


def chapeau(plain: str, language: str) -> Said | None:
    """Who is to do what the items below say, where the words introduce them ("…, the Office should:")."""
    found = said(plain, language)
    rest = plain[found[-1].end :] if found else ""
    ends = rest.rstrip().endswith((":", ",", "–", "—")) or not rest.strip(" .:")
    return found[-1] if found and ends and not re.search(r"[.;](?:\s|$)", rest.rstrip(" :,")) else None


def sentence(plain: str, language: str) -> Said | None:
    """Who is to act, where the words begin with it, or with what introduces it ("To this end, …")."""
    found = next(iter(said(plain, language)), None)
    if found is None:
        return None
    before = plain[: found.start].strip()
    opens = not before or (before.endswith(",") and FORMS[language].intro.match(before) is not None)
    return found if opens and not re.search(r"[.;:!?]\s", before) else None


@lru_cache(maxsize=4096)
def reading(plain: str, language: str) -> Reading:
    """What the words of one action say; *plain* is without marks (``wording.words``)."""
    at = _lead(plain, language)
    forms = FORMS[language]
    conditions = tuple(dict.fromkeys(match[0] for match in forms.conditions.finditer(plain)))
    return Reading(
        _verb(plain, language, at), conditions, _partners(plain, language, at), *_due(plain, language)
    )


def plain_words(wording: str) -> str:
    """The words of a wording without marks, on one line."""
    return " ".join(words_alone(wording).split())


def _lead(plain: str, language: str) -> int:
    """Where the lead verb stands: at the beginning, or behind what introduces it."""
    forms = FORMS[language]
    begins = said(plain, language)
    first = _past(plain, 0, language)
    named = begins and not forms.intro.match(plain) and not forms.infinitive.match(plain, first)
    if begins and (named or sentence(plain, language)):
        return _past(plain, begins[0].end, language)
    if not forms.intro.match(plain) or forms.infinitive.match(plain):
        return first
    for comma in re.finditer(r",\s+", plain):
        at = _past(plain, comma.end(), language)
        if forms.infinitive.match(plain, at):
            return at
    behind = plain.find(", ")
    return behind + 2 if behind >= 0 else 0


def _past(plain: str, at: int, language: str) -> int:
    """Behind the spaces and adverbs that may stand before the verb."""
    forms = FORMS[language]
    while plain[at : at + 1].isspace():
        at += 1
    for pattern in (forms.skipped, forms.seeking, forms.skipped):
        found = pattern.match(plain, at)
        if found and re.match(r"\w", plain[found.end() : found.end() + 1] or " "):
            at = found.end()
    return at


def _verb(plain: str, language: str, at: int) -> str:
    helper = FORMS[language].helpers.match(plain, at)
    helps = helper is not None and FORMS[language].infinitive.match(plain, helper.end())
    end = helper.end() if helper and helps else at
    word = re.compile(r"(?:s['’]|se )?[\w-]+", re.IGNORECASE).match(plain, end)
    return plain[at : word.end()].strip() if word else ""


def _partners(plain: str, language: str, lead: int) -> tuple[str, ...]:
    forms = FORMS[language]
    stretches: list[str] = []
    for found in re.finditer(rf"\b{forms.together}", plain, re.IGNORECASE):
        if found.end() < lead:
            ends = plain.rfind(",", found.end(), lead)
            stretches.append(plain[found.end() : ends if ends > 0 else lead])
        else:
            stretches.append(
                re.split(r"[,;.:()]|\s+(?:to|pour|para|in order)\s", plain[found.end() :], maxsplit=1)[0]
            )
    stretches += [found["who"] for found in forms.working.finditer(plain)]
    out: dict[str, None] = {}
    for stretch in stretches:
        bare = forms.conditions.sub("", stretch)
        for part in forms.apart.split(bare):
            name = forms.article.sub("", part.strip(" ,"), count=1)
            if name:
                out[name] = None
    out |= {found[0]: None for found in forms.named.finditer(plain)}
    for acronym in re.findall(r"(?<![\w/.-])[A-Z][A-Z&]+[A-Z](?![\w/-])|(?<![\w/.-])UN(?![\w/-])", plain):
        if acronym not in NOT_PARTNERS and not any(re.search(rf"\b{acronym}\b", each) for each in out):
            out[acronym] = None
    return tuple(out)


def _due(plain: str, language: str) -> tuple[str, str]:
    forms = FORMS[language]
    reports = forms.reporting.search(plain) is not None
    body = next((key for key, form in forms.bodies.items() if reports and re.search(form, plain)), "")
    for pattern in (forms.due, *((forms.session,) if body else ())):
        for found in pattern.finditer(plain):
            month = _month(found["month"], language) if found["month"] else 0
            if found["month"] and not month:
                continue
            day = found.groupdict().get("day")
            parts = (
                [found["year"]]
                + ([f"{month:02}"] if month else [])
                + ([f"{int(day):02}"] if day and month else [])
            )
            return "-".join(parts), body
    return "", body


def _month(name: str, language: str) -> int:
    return next((n for n in range(1, 13) if month_name(n, language) == name), 0)


__all__ = ["LANGUAGES", "Reading", "Said", "chapeau", "plain_words", "reading", "said", "sentence"]
