"""Reasons and terms put into words: the edge where the rooms below get a language.

Everything a person reads goes through here or through the window's own ``tr``; both take it from
the gettext catalogues in ``locales``.
"""

from __future__ import annotations

import gettext
import logging
import re
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from .drafting.house_style.labels import label_reference, with_article
from .drafting.house_style.ordinals import number
from .meetings.reasons import Figure, Message, Moment, Place, Quoted, Term
from .places import locales

LANGUAGE_NAMES = {"en": "English", "fr": "français", "es": "español"}
_log = logging.getLogger(__name__)


def P_(context: str, msgid: str) -> tuple[str, str]:
    """Mark *msgid* for extraction with its context; returns both."""
    return context, msgid


#: the words of the field by (family, what it is said of, key); procedure.md §1.3 and §1.4. French
#: and Spanish forms agree with what they are said of, hence the context.
TERMS: dict[tuple[str, str, str], tuple[str, str]] = {
    ("state", "amendment", "draft"): P_("state of an amendment", "draft"),
    ("state", "amendment", "handed_over"): P_("state of an amendment", "handed over"),
    ("state", "amendment", "proposed"): P_("state of an amendment", "proposed"),
    ("state", "amendment", "queued"): P_("state of an amendment", "queued"),
    ("state", "amendment", "called"): P_("state of an amendment", "called"),
    ("state", "amendment", "awaiting_seconder"): P_("state of an amendment", "awaiting a seconder"),
    ("state", "amendment", "under_discussion"): P_("state of an amendment", "under discussion"),
    ("state", "amendment", "deferred"): P_("state of an amendment", "deferred"),
    ("state", "amendment", "bracketed"): P_("state of an amendment", "in square brackets"),
    ("state", "amendment", "referred"): P_("state of an amendment", "referred to the drafting group"),
    ("state", "amendment", "withdrawn"): P_("state of an amendment", "withdrawn"),
    ("state", "amendment", "not_seconded"): P_("state of an amendment", "not seconded, not discussed"),
    ("state", "amendment", "not_moved"): P_("state of an amendment", "not moved"),
    ("state", "amendment", "fell"): P_("state of an amendment", "fell"),
    ("state", "amendment", "merged"): P_("state of an amendment", "considered together with another"),
    ("state", "amendment", "inadmissible"): P_("state of an amendment", "not receivable"),
    ("state", "amendment", "adopted"): P_("state of an amendment", "adopted"),
    ("state", "amendment", "adopted_as_subamended"): P_("state of an amendment", "adopted as subamended"),
    ("state", "amendment", "rejected"): P_("state of an amendment", "not adopted"),
    ("state", "amendment", "returned"): P_("state of an amendment", "returned for clarification"),
    ("state", "amendment", "split"): P_("state of an amendment", "put by parts"),
    ("state", "amendment", "superseded"): P_("state of an amendment", "superseded"),
    ("state", "live", "adopted"): P_("state of what was typed on the screen", "accepted"),
    ("state", "live", "adopted_as_subamended"): P_(
        "state of what was typed on the screen", "accepted as subamended"
    ),
    ("state", "live", "rejected"): P_("state of what was typed on the screen", "put back"),
    ("state", "paragraph", "not_opened"): P_("state of a paragraph", "not yet considered"),
    ("state", "paragraph", "under_consideration"): P_("state of a paragraph", "under consideration"),
    ("state", "paragraph", "pending"): P_("state of a paragraph", "pending"),
    ("state", "paragraph", "adopted_unchanged"): P_("state of a paragraph", "adopted without change"),
    ("state", "paragraph", "adopted_as_amended"): P_("state of a paragraph", "adopted as amended"),
    ("state", "paragraph", "deleted"): P_("state of a paragraph", "deleted"),
    ("state", "paragraph", "reopened"): P_("state of a paragraph", "reopened"),
    ("state", "text", "office_draft"): P_("state of the text", "Office draft"),
    ("state", "text", "amendments_open"): P_("state of the text", "open for amendments"),
    ("state", "text", "amendments_closed"): P_("state of the text", "closed for amendments"),
    ("state", "text", "line_by_line"): P_("state of the text", "under consideration"),
    ("state", "text", "all_nodes_closed"): P_("state of the text", "every paragraph adopted"),
    ("state", "text", "adopted_as_a_whole"): P_("state of the text", "adopted as a whole"),
    ("language", "wording", "original"): P_("state of a wording", "original"),
    ("language", "wording", "checked"): P_("state of a wording", "checked by the reviser"),
    ("language", "wording", "draft"): P_("state of a wording", "draft translation"),
    ("language", "wording", "out_of_date"): P_("state of a wording", "out of date"),
    ("language", "wording", "missing"): P_("state of a wording", "missing"),
    ("position", "group", "supports"): P_("position of a group", "supports"),
    ("position", "group", "supports_with_changes"): P_("position of a group", "supports with changes"),
    ("position", "group", "flexible"): P_("position of a group", "flexible"),
    ("position", "group", "opposes"): P_("position of a group", "opposes"),
    ("position", "group", "reserves"): P_("position of a group", "reserves its position"),
    ("role", "participant", "member"): P_("role", "member"),
    ("role", "participant", "substitute"): P_("role", "substitute"),
    ("role", "participant", "adviser"): P_("role", "adviser"),
    ("role", "participant", "deputy"): P_("role", "deputy member"),
    ("role", "participant", "observer"): P_("role", "observer"),
    ("role", "participant", "igo"): P_("role", "intergovernmental organization"),
    ("role", "participant", "ngo"): P_("role", "non-governmental organization"),
    ("role", "participant", "chairperson"): P_("role", "independent chairperson"),
    ("role", "participant", "secretariat"): P_("role", "secretariat"),
    ("office", "officer", "chairperson"): P_("office", "Chairperson"),
    ("office", "officer", "government_vice_chairperson"): P_("office", "Government Vice-Chairperson"),
    ("office", "officer", "employer_vice_chairperson"): P_("office", "Employer Vice-Chairperson"),
    ("office", "officer", "worker_vice_chairperson"): P_("office", "Worker Vice-Chairperson"),
    ("office", "officer", "reporter"): P_("office", "Reporter"),
    ("kind", "amendment", "replace"): P_("kind of amendment", "change of wording"),
    ("kind", "amendment", "insert_before"): P_("kind of amendment", "insertion"),
    ("kind", "amendment", "insert_after"): P_("kind of amendment", "insertion"),
    ("kind", "amendment", "delete"): P_("kind of amendment", "deletion"),
    ("kind", "amendment", "move"): P_("kind of amendment", "move"),
    ("kind", "amendment", "split"): P_("kind of amendment", "division of a paragraph"),
    ("kind", "amendment", "join"): P_("kind of amendment", "joining of paragraphs"),
    ("kind", "amendment", "global"): P_("kind of amendment", "replacement throughout"),
    ("kind", "amendment", "free"): P_("kind of amendment", "instruction"),
    ("kind", "amendment", "live"): P_("kind of amendment", "typed on screen"),
    ("bracket", "group", "government"): P_("group in square brackets", "Governments"),
    ("bracket", "group", "employers"): P_("group in square brackets", "Employers"),
    ("bracket", "group", "workers"): P_("group in square brackets", "Workers"),
    ("bracket", "group", "office"): P_("group in square brackets", "Office"),
    ("bracket", "group", "delete"): P_("group in square brackets", "delete"),
    ("actor", "action", "office"): P_("who is to act", "Office"),
    ("actor", "action", "organization"): P_("who is to act", "ILO"),
    ("actor", "action", "director_general"): P_("who is to act", "Director-General"),
    ("actor", "action", "governing_body"): P_("who is to act", "Governing Body"),
    ("actor", "action", "governments"): P_("who is to act", "governments"),
    ("actor", "action", "member_states"): P_("who is to act", "member States"),
    ("actor", "action", "employers"): P_("who is to act", "employers"),
    ("actor", "action", "workers"): P_("who is to act", "workers"),
    ("actor", "action", "social_partners"): P_("who is to act", "social partners"),
    ("actor", "action", "constituents"): P_("who is to act", "constituents"),
    ("actor", "action", "meeting"): P_("who is to act", "Meeting"),
    ("body", "action", "governing_body"): P_("body to which it is reported", "Governing Body"),
    ("body", "action", "conference"): P_("body to which it is reported", "International Labour Conference"),
    ("body", "action", "meeting"): P_("body to which it is reported", "next Meeting"),
    ("status", "action", "extracted"): P_("status of an action", "to be assigned"),
    ("status", "action", "assigned"): P_("status of an action", "assigned"),
    ("status", "action", "under_way"): P_("status of an action", "under way"),
    ("status", "action", "reported"): P_("status of an action", "reported"),
    ("status", "action", "closed"): P_("status of an action", "closed"),
    ("kind", "agenda", "item"): P_("part of the agenda", "item on the agenda"),
    ("kind", "agenda", "point"): P_("part of the agenda", "point for discussion"),
    ("kind", "speech", "speaker"): P_("kind of speech", "speaker"),
    ("kind", "speech", "point_of_order"): P_("kind of speech", "point of order"),
    ("kind", "speech", "right_of_reply"): P_("kind of speech", "right of reply"),
    ("kind", "document", "report"): P_("kind of document", "report"),
    ("kind", "document", "background_paper"): P_("kind of document", "background paper"),
    ("kind", "document", "governing_body_document"): P_("kind of document", "Governing Body document"),
    ("kind", "document", "record"): P_("kind of document", "record of proceedings"),
    ("kind", "document", "conclusions"): P_("kind of document", "conclusions"),
    ("kind", "document", "resolution"): P_("kind of document", "resolution"),
    ("kind", "document", "instrument"): P_("kind of document", "instrument"),
    ("kind", "document", "un_document"): P_("kind of document", "United Nations document"),
    ("kind", "document", "publication"): P_("kind of document", "publication"),
    ("kind", "document", "other"): P_("kind of document", "other document"),
    ("kind", "text", "conclusions"): P_("kind of text", "conclusions"),
    ("kind", "text", "resolution"): P_("kind of text", "resolution"),
    ("kind", "text", "recommendations"): P_("kind of text", "recommendations"),
    ("kind", "text", "decision"): P_("kind of text", "draft decision"),
    ("kind", "text", "statement"): P_("kind of text", "statement"),
    ("kind", "text", "other"): P_("kind of text", "other text"),
    ("change", "amendment", "words"): P_("sort of change", "words"),
    ("change", "amendment", "formatting"): P_("sort of change", "formatting only"),
    ("change", "amendment", "spacing"): P_("sort of change", "typography only"),
    ("change", "amendment", "moved"): P_("sort of change", "moved, no word changed"),
    ("change", "amendment", "split"): P_("sort of change", "divided, no word changed"),
    ("change", "amendment", "joined"): P_("sort of change", "joined, no word changed"),
    ("sitting", "sitting", "plenary"): P_("kind of sitting", "plenary"),
    ("sitting", "sitting", "drafting_group"): P_("kind of sitting", "drafting group"),
}
#: words of votes and motions (procedure.md §4.5, §2.5)
TERMS |= {
    ("outcome", "vote", "adopted"): P_("outcome of a vote", "adopted"),
    ("outcome", "vote", "rejected"): P_("outcome of a vote", "not adopted"),
    ("outcome", "vote", "void"): P_("outcome of a vote", "void"),
    ("outcome", "vote", "preferred"): P_("outcome of a vote", "preferred"),
    ("outcome", "vote", "tied"): P_("outcome of a vote", "equal votes"),
    ("outcome", "vote", "elected"): P_("outcome of a vote", "elected"),
    ("outcome", "vote", "next_round"): P_("outcome of a vote", "next round"),
    ("method", "vote", "show_of_hands"): P_("method of voting", "vote by show of hands"),
    ("method", "vote", "record_vote"): P_("method of voting", "record vote"),
    ("method", "vote", "secret_ballot"): P_("method of voting", "secret ballot"),
    ("state", "motion", "moved"): P_("state of a motion", "moved"),
    ("state", "motion", "seconded"): P_("state of a motion", "seconded"),
    ("state", "motion", "carried"): P_("state of a motion", "carried"),
    ("state", "motion", "lost"): P_("state of a motion", "lost"),
    ("state", "motion", "withdrawn"): P_("state of a motion", "withdrawn"),
    ("state", "motion", "not_seconded"): P_("state of a motion", "not seconded"),
    ("state", "motion", "upheld"): P_("state of a motion", "upheld"),
    ("state", "motion", "not_upheld"): P_("state of a motion", "not upheld"),
    ("statement", "record", "reservation"): P_("statement for the record", "reservation"),
    ("statement", "record", "statement"): P_("statement for the record", "statement"),
    ("statement", "record", "dissociation"): P_("statement for the record", "dissociation"),
}
#: the number of what was typed on the screen, with that of its subamendment or part; and that of a draft in
#: a group's file
_NAMED = re.compile(r"(live|draft)/(\d+)((?:/S\.\d+|\([a-z]+\))*)")
_NAMED_FORMS = {
    "live": {
        "full": P_("name of an amendment", "change {n} on the floor"),
        "within": P_("name of an amendment within a sentence", "change {n} on the floor"),
        "after": P_("name of an amendment", "{n} on the floor"),
        "short": P_("name of an amendment", "floor {n}"),
    },
    "draft": {
        "full": P_("name of an amendment", "draft {n}"),
        "within": P_("name of an amendment within a sentence", "draft {n}"),
        "after": P_("name of an amendment", "{n} (draft)"),
        "short": P_("name of an amendment", "draft {n}"),
    },
}
_STOPS = (".", "?", "!", "…")
_BY_KEY = {(family, key): found for (family, _, key), found in reversed(TERMS.items())}


@lru_cache(maxsize=8)
def translator(language: str) -> gettext.NullTranslations:
    """The catalogue of *language*; English is the language of the message ids."""
    found = gettext.translation("consult", locales(), [language], fallback=True)
    if language != "en" and type(found) is gettext.NullTranslations:
        _log.info("there is no compiled catalogue for %s: everything is said in English", language)
    return found


def term(family: str, key: str, of: str = "", language: str = "en") -> str:
    """A word of the field, agreeing with what it is said *of*; the key itself where none is known."""
    found = TERMS.get((family, "amendment" if of == "subamendment" else of, key)) or _BY_KEY.get(
        (family, key)
    )
    return translator(language).pgettext(*found) if found else key.replace("_", " ")


def say(message: Message, language: str) -> str:
    """The message as a sentence in *language*, its values said in that language too."""
    said = readable(message.msgid, message.values, language)
    values = {name: _said(value, language) for name, value in said.items()}
    return filled(translator(language).gettext(message.msgid), message.values, _Kept(values))


def filled(template: str, given: Mapping[str, Any], values: Mapping[str, Any]) -> str:
    """Fill *template* with *values*. A sentence that begins with a place of the text ("paragraph 5"), or with
    what was typed on the screen, a common name and no number, begins with a capital; *given* has places and
    numbers as they are stored."""
    said = template.format_map(values)
    name = template[1:].partition("}")[0] if template.startswith("{") else ""
    first = given.get(name)
    if isinstance(first, list | tuple):
        first = first[0] if first else ""
    live = isinstance(first, str) and _NAMED.fullmatch(first) is not None
    common = live or isinstance(first, Place)
    return said[:1].upper() + said[1:] if common and template.endswith(_STOPS) else said


def number_words(given: str, language: str, form: str = "full") -> str:
    """The number of an amendment as people read it. Only what was typed on the screen, and what is a draft in
    a group's file, is called otherwise than it is numbered: live/1 is ``full`` "change 1 on the floor";
    ``within`` a sentence it has the article and the gender that sentences on D.9 agree with, "l’amendement 1
    en séance"; ``after`` the word amendment it is "1 on the floor"; ``short``, for the raised mark,
    "floor 1". What is no such number stays."""
    found = _NAMED.fullmatch(given)
    if found is None:
        return given
    return translator(language).pgettext(*_NAMED_FORMS[found[1]][form]).format(n=found[2] + found[3])


def readable(msgid: str, values: Mapping[str, Any], language: str) -> dict[str, Any]:
    """The *values* of a sentence with the numbers of amendments among them as people read them."""
    out = dict(values)
    for name, value in values.items():
        if isinstance(value, str) and _NAMED.fullmatch(value):
            out[name] = number_words(value, language, _form(msgid, name))
    return out


def _form(msgid: str, name: str) -> str:
    """How a number is called where *msgid* names it: behind the noun, as a remark or a head, or in a
    sentence."""
    if f"mendment {{{name}}}" in msgid:
        return "after"
    alone = f"({{{name}}})" in msgid or msgid.startswith((f"{{{name}}}, ", f"{{{name}}} {{"))
    return "full" if alone else "within"


def place(where: Place, language: str) -> str:
    """A node as it is called in a sentence: "paragraph 5(iii)", "paragraphe 5 iii)"."""
    said = with_article if where.article else label_reference
    return said(where.kind, where.label, language)


def moment(when: Moment, language: str) -> str:
    """A moment of the record in the time of this desk: "20 November 2026, 18:00"."""
    # months are not needed to show the first frame
    from .drafting.house_style.dates import long_date

    at = datetime.fromisoformat(when.at).astimezone()
    return f"{long_date(at.date(), language)}, {at:%H:%M}"


def _said(value: Any, language: str) -> str:
    if isinstance(value, Message):
        return say(value, language)
    if isinstance(value, Term):
        return term(value.family, value.key, value.of, language)
    if isinstance(value, Place):
        return place(value, language)
    if isinstance(value, Figure):
        return number(value.value, language)
    if isinstance(value, Quoted):
        return value.said_in(language)
    if isinstance(value, Moment):
        return moment(value, language)
    if isinstance(value, list | tuple):
        named = (number_words(e, language, "within") if isinstance(e, str) else e for e in value)
        said = [_said(each, language) for each in named]
        if any(isinstance(each, Message) for each in value):
            return "; ".join(said)
        # the rest of the house style is not needed to show the first frame
        from .drafting.house_style.house import list_of

        return list_of(said, language)
    return str(value)


class _Kept(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"
