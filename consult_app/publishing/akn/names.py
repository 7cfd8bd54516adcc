"""The names of the documents: IRIs of work, expression and manifestation (Akoma Ntoso Naming Convention,
AKN4UN §3), made from the organ, the dates and the symbol of the meeting and never from typed words."""

from __future__ import annotations

import re
import unicodedata

import msgspec

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.text.nodes import Text
from consult_app.state import State

#: ISO 639-2, which Akoma Ntoso asks for
LANGUAGE_CODES = {"en": "eng", "fr": "fra", "es": "spa"}
#: the date of what has none yet (AKN4UN §3.2)
UNDATED = "1900-01-01"
#: kind of document: (name of the element, subtype, @name); the value lists of AKN4UN §2
TEXTS = {
    "conclusions": ("statement", "deliberation", "conclusions"),
    "resolution": ("statement", "deliberation", "resolution"),
    "recommendations": ("statement", "deliberation", "recommendations"),
    "decision": ("statement", "deliberation", "decision"),
    "other": ("statement", "deliberation", "statement"),
}
AMENDMENT = "amendment", "modification", "amendment"
AMENDMENTS = "amendmentList", "collection", "amendmentList"
MINUTES = "debateReport", "minutes", "meetingMinutes"
KINDS = (*TEXTS.values(), AMENDMENT, AMENDMENTS, MINUTES)
#: the text that needs no name of its own: the one that a meeting has when it has no other
_MAIN = "conclusions"

#: preset: organization and organ; any other is a technical meeting of the ILO, called by its symbol
_ORGANS = {"governing_body": ("ilo", "gb"), "ilc_committee": ("ilo", "ilc"), "un_ga": ("un", "ga")}
_ONTOLOGY = "/akn/ontology"


class Work(msgspec.Struct, frozen=True):
    """A work: what it is (one of :data:`KINDS`), the *actor* it comes from, its *date* (ISO), and its
    *number*, which is printed as *symbol*."""

    kind: tuple[str, str, str]
    actor: str
    date: str
    number: str
    symbol: str

    @property
    def iri(self) -> str:
        """``/akn/un/statement/deliberation/ilo-tm-xyz/2025-11-21/TMXYZ-2025-12``"""
        document, subtype, _name = self.kind
        return f"/akn/un/{document}/{subtype}/{self.actor}/{self.date}/{self.number}"

    def expression(self, language: str, date: str) -> str:
        """The work in *language* as it was on that day: ``…/eng@2025-11-21``."""
        return f"{self.iri}/{LANGUAGE_CODES[language]}@{date or UNDATED}"


def organization(state: State) -> str:
    """The house that the meeting is of: ``ilo`` or ``un``."""
    return _organ(state)[0]


def actor(state: State) -> str:
    """The body that meets: ``ilo-gb``, or by the head of its symbol ``ilo-tm-ttmlm``."""
    return "-".join(_organ(state))


def _organ(state: State) -> tuple[str, ...]:
    meeting = state.assembly.meeting
    found = _ORGANS.get(meeting.rules.based_on or meeting.rules.id)
    head = number_of(re.split(r"[/.]", meeting.symbol)[0]).lower()
    return found or ("ilo", "tm", *((head,) if head else ()))


def group_actor(state: State, who: str) -> str:
    """The part of the meeting that *who* (a group or participant) is or belongs to:
    ``ilo-tm-ttmlm-workers``; the meeting itself for somebody of no group."""
    group = who if who in state.assembly.groups else state.assembly.main_group(who)
    return "-".join(part for part in (actor(state), number_of(group)) if part)


def number_of(symbol: str) -> str:
    """*symbol* as an IRI has it: ``CL 154/1`` → ``CL_154-1``, ``D.3/S.1`` → ``D-3-S-1``."""
    plain = unicodedata.normalize("NFKD", symbol).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9_]+", "-", plain.strip().replace(" ", "_")).strip("-_")


def text_work(state: State, text: Text) -> Work:
    """The conclusions or the resolution. Its date is that of adoption; until then the last day of the
    meeting, on which it is to be adopted."""
    return _of_text(state, text, text.adopted_on[:10] or expected_date(state))


def text_alias(state: State, text: Text) -> str:
    """The IRI that the text had as a draft, where it has another one now; else ""."""
    if not text.adopted or expected_date(state) == text.adopted_on[:10]:
        return ""
    return _of_text(state, text, expected_date(state)).iri


def _of_text(state: State, text: Text, date: str) -> Work:
    meeting = state.assembly.meeting
    own = "" if text.id == _MAIN and meeting.symbol else number_of(text.id)
    number = "-".join(part for part in (number_of(meeting.symbol), own) if part) or "text"
    kind = TEXTS.get(text.kind, TEXTS["other"])
    return Work(kind, actor(state), date, number, meeting.symbol or text.id)


def expected_date(state: State) -> str:
    """The last day of the meeting, or else its first; :data:`UNDATED` where neither is known."""
    return state.assembly.meeting.ends or state.assembly.meeting.begins or UNDATED


def draft_expression(state: State, text: Text, language: str) -> str:
    """The draft to which the amendments were handed in."""
    came = text.history[0].at[:10] if text.history else ""
    return text_work(state, text).expression(language, came)


def amendment_work(state: State, amendment: Amendment) -> Work:
    """An amendment: from the group of its author, by the day on which it was received."""
    by = amendment.taken_over_from or amendment.by
    date = amendment.received[:10] or UNDATED
    return Work(AMENDMENT, group_actor(state, by), date, number_of(amendment.number), amendment.number)


def paper_work(state: State, kind: tuple[str, str, str], key: str, date: str) -> Work:
    """A paper of the secretariat without a symbol of its own: its *key* behind that of the meeting, and the
    text that it is of where that is another than the main one alone."""
    symbol = state.assembly.meeting.symbol
    texts = list(state.drafting.texts)
    own = number_of(texts[0]) if len(texts) == 1 and texts[0] != _MAIN else ""
    number = "-".join(part for part in (number_of(symbol), own, key) if part)
    return Work(kind, actor(state), date, number, symbol or key)


def ontology(family: str, name: str) -> str:
    """The address of a thing that documents refer to: ``/akn/ontology/concept/un/adopted``."""
    return f"{_ONTOLOGY}/{family}/un/{name}"


def as_at(state: State) -> str:
    """The day of the last thing that happened to the texts or the amendments, or in the sittings (ISO);
    :data:`UNDATED` before the first."""
    moments = [vote.at for vote in state.assembly.votes]
    for sitting in state.assembly.sittings:
        moments += [sitting.opened, sitting.closed]
    for amendment in state.drafting.amendments.values():
        moments += [amendment.received, *(step.at for step in amendment.history)]
    for text in state.drafting.texts.values():
        moments += [step.at for step in text.history]
        moments += [node.history[-1].at for node in text.nodes.values() if node.history]
    return max(moments, default="")[:10] or UNDATED
