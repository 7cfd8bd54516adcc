"""The introduction of the report: which meeting, its documents and agenda, who took part, and how many were
present at each sitting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from consult_app.drafting.house_style.house import capitalized, from_to, list_of, number
from consult_app.drafting.house_style.labels import item_marker
from consult_app.drafting.wordings.wording import escape
from consult_app.meetings.kept.agenda import labels
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.reasons import N_
from consult_app.meetings.symbols import in_language as symbol_in
from consult_app.meetings.voting.weighing import MAIN_GROUPS
from consult_app.state import State
from consult_app.words import translator

from ..formulas.bodies import drafting_body_appointed, drafting_body_lines, organ, organ_name, sittings_held
from ..formulas.compositions import of_composition
from ..paper import Block, Heading, Numbered, Table, spans, text
from ..papers.decisions import sitting_words
from ..papers.heads import in_language
from . import frame_forms
from .numbering import Paragraphs

_COLUMNS = (N_("Sitting"), N_("Governments"), N_("Employers"), N_("Workers"), N_("Others"), N_("Total"))
_WIDTHS = (2.6, 1.1, 1.1, 1.1, 0.9, 0.9)


def introduction(state: State, language: str, paragraphs: Paragraphs) -> Iterator[Block]:
    """The blocks of the introduction."""
    assembly = state.assembly
    yield Heading(1, text(frame_forms.HEADINGS["introduction"][language]))
    yield from paragraphs.of([met(assembly, language), sittings_held(assembly, language)])
    yield from _documents(assembly, language, paragraphs)
    yield from _agenda(assembly, language, paragraphs)
    members = " ".join(of_composition(assembly, language))
    others = _others(assembly, language)
    attendance = _attendance(state, language)
    if members or others or attendance is not None:
        yield Heading(1, text(frame_forms.HEADINGS["composition"][language]))
    yield from paragraphs.of([" ".join(each for each in (members, others) if each)])
    if attendance is not None:
        yield from paragraphs.of([frame_forms.PRESENT[language]])
        yield attendance
    for body in assembly.drafting_bodies:
        yield from paragraphs.of([drafting_body_appointed(assembly, body, language)])
        lines = drafting_body_lines(assembly, body, language)
        yield from (Numbered("–", spans(escape(line), language), 1) for line in lines)


def met(assembly: Assembly, language: str) -> str:
    """Which organ met, where and when; "" while the dates are not known."""
    meeting = assembly.meeting
    if not meeting.begins:
        return ""
    begins = date.fromisoformat(meeting.begins)
    when = from_to(begins, date.fromisoformat(meeting.ends or meeting.begins), language)
    named = in_language(meeting.organ, language).strip().rstrip(",") or organ_name(assembly, language)
    place = in_language(meeting.place, language)
    said = frame_forms.MET[language].format(
        Organ=capitalized(named),
        place=place,
        at_place=at_place(place),
        when=when,
        e="" if masculine(assembly) else "e",
    )
    return said if place else said.replace(" in  ", " ").replace(" en  ", " ").replace("  ", " ")


def masculine(assembly: Assembly) -> bool:
    """Whether French has the organ in the masculine: «le Conseil d’administration»."""
    return organ(assembly) == "governing_body"


def at_place(place: str) -> str:
    """French "in Geneva": «à Genève», «au Caire»; "" for none."""
    for article, contracted in (("Le ", "au "), ("Les ", "aux ")):
        if place.startswith(article):
            return contracted + place.removeprefix(article)
    return f"à {place}" if place else ""


def _documents(assembly: Assembly, language: str, paragraphs: Paragraphs) -> Iterator[Block]:
    if not assembly.documents:
        return
    form = frame_forms.BEFORE_IT[language]
    e = "" if masculine(assembly) else "e"
    yield from paragraphs.of([form.format(Organ=organ_name(assembly, language), e=e)])
    for place, document in enumerate(assembly.documents.values(), 1):
        symbol = symbol_in(document.symbol, language) if document.symbol else ""
        title = in_language(document.titles, language)
        said = f"{title} ({symbol})" if title and symbol else title or symbol
        yield Numbered(item_marker("alpha", place, language), spans(escape(said), language), 1)


def _agenda(assembly: Assembly, language: str, paragraphs: Paragraphs) -> Iterator[Block]:
    items = [each for each in assembly.agenda if each.kind == "item" or not each.under]
    if not items:
        return
    yield from paragraphs.of([frame_forms.AGENDA[language]])
    named = labels(assembly.agenda)
    for each in items:
        marker = f"({named[each.id]})" if language == "en" else f"{named[each.id]})"
        yield Numbered(marker, spans(escape(in_language(each.titles, language)), language), 1)


def _others(assembly: Assembly, language: str) -> str:
    """Who took part beside the members."""
    counts = Counter(person.role for person in assembly.participants.values())
    people = [
        f"{number(counts[role], language)} {names[language][counts[role] > 1]}"
        for role, names in frame_forms.ROLES.items()
        if counts[role]
    ]
    return frame_forms.ATTENDED[language].format(people=list_of(people, language)) if people else ""


def _attendance(state: State, language: str) -> Table | None:
    """How many of each group were present at each sitting; None where nobody noted it."""
    assembly, say = state.assembly, translator(language).gettext
    rows = []
    for sitting in assembly.sittings:
        present = assembly.presence.get(sitting.number, ())
        if not present:
            continue
        counts = Counter(assembly.main_group(who) for who in present)
        by_group = [counts[group] for group in MAIN_GROUPS]
        figures = [*by_group, len(present) - sum(by_group), len(present)]
        name = sitting_words(state, sitting.number, language)
        rows.append((text(name), *(text(number(each, language)) for each in figures)))
    if not rows:
        return None
    heads = tuple(text(say(head)) for head in _COLUMNS)
    return Table(heads, tuple(rows), _WIDTHS, figures=(1, 2, 3, 4, 5))


__all__ = ["at_place", "introduction", "masculine", "met"]
