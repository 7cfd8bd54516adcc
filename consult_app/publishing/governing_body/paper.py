"""The Governing Body paper: cover, body, and the adopted text as its appendix (procedure.md §1.2, §6.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from consult_app.drafting.house_style.house import (
    capitalized,
    date_range,
    list_of,
    long_date,
    month_and_year,
    ordinal_figure,
    ordinal_word,
)
from consult_app.drafting.wordings.wording import escape
from consult_app.meetings.symbols import file_stem
from consult_app.meetings.symbols import in_language as symbol_in
from consult_app.state import State

from ..paper import Block, Heading, Masthead, PageBreak, Paper, Para, Table, spans, text
from ..papers.final import final
from ..papers.heads import in_language, masthead, original_mark, provisional_mark, title_of
from . import forms
from .body import Body, acts, body, worded
from .facts import guard, meeting_words

_WIDTHS = (1.0, 2.1)
#: a field of the body that entered words may refer to: "See {follow_up}."
_REFERENCE = re.compile(r"\{(background|meeting|follow_up|decision)\}")


def gb_paper(state: State, language: str, *, draft: bool = False) -> Paper:
    """The paper in *language*. A draft shows what is still to be filled in. Raises Refused with all that is
    lacking when it is no draft."""
    if not draft:
        guard(state, (language,))
    made = body(state, language)
    title = title_words(state, language)
    blocks: list[Block] = [*_head(state, title, language), _cover(state, made, language), PageBreak()]
    blocks += made.blocks
    if state.drafting.texts:
        appendix = final(state, language, draft=draft)
        blocks += [PageBreak(), Heading(1, text(forms.HEADINGS["appendix"][language])), *appendix.blocks]
    adopted = all(each.adopted for each in state.drafting.texts.values())
    provisional = provisional_mark(language, adopted=adopted) if draft else ""
    return Paper("gb_paper", title, language, _masthead(state, language), tuple(blocks), provisional)


def title_words(state: State, language: str) -> str:
    """The title: as entered, or that of the meeting with its place and dates."""
    entered = worded(state.assembly.governing_body.title, language)
    if entered:
        return entered
    meeting = state.assembly.meeting
    named = title_of(state, language)
    second = named.split()[1:2]
    if language != "en" and not any(word[:1].isupper() for word in second):
        # a title in capitals throughout keeps them: "la Reunión Técnica Tripartita", "la réunion technique"
        named = named[:1].lower() + named[1:]
    title = forms.TITLE[language].format(title=named)
    where = in_language(meeting.place, language)
    when = ""
    if meeting.begins and meeting.ends:
        when = date_range(date.fromisoformat(meeting.begins), date.fromisoformat(meeting.ends), language)
    held = ", ".join(each for each in (where, when) if each)
    return f"{title} ({held})" if held else title


def file_name_stem(state: State) -> str:
    """The name of the file without its language: "GB358-POL_2_[SECTOR-270115-1]" (procedure.md §6.4); ""
    while there is no symbol."""
    paper = state.assembly.governing_body
    if not paper.symbol:
        return ""
    stamp = f"{paper.unit}-{paper.date[2:].replace('-', '')}-1" if paper.unit and paper.date else ""
    return file_stem(paper.symbol, "en", stamp).removesuffix("-En")


def _masthead(state: State, language: str) -> Masthead:
    paper = state.assembly.governing_body
    blank = forms.BLANK[language]
    session = ordinal_figure(paper.session, language) if paper.session else blank
    month = (
        month_and_year(date.fromisoformat(f"{paper.session_month}-01"), language)
        if paper.session_month
        else blank
    )
    original = original_mark(paper.original or _working(state), language)[1:-1]
    return Masthead(
        organization=masthead(state, language).organization,
        meeting=forms.BODY[language],
        symbol=symbol_in(paper.symbol, language) if paper.symbol else blank,
        date_line=month,
        place_line=forms.SESSION[language].format(ordinal=session),
        original_language_line=original,
    )


def _working(state: State) -> str:
    """The language that the text was first written in."""
    texts = state.drafting.texts.values()
    return next((language for each in texts for language in each.languages), "en")


def _head(state: State, title: str, language: str) -> Iterator[Block]:
    """Section and segment, what is asked, which item, and the title."""
    paper = state.assembly.governing_body
    section = forms.SECTIONS.get(paper.section, {}).get(language, paper.section) or forms.BLANK[language]
    segment = worded(paper.segment, language)
    yield Para(text(section, bold=True), "organ")
    if segment:
        yield Para(spans(escape(segment), language), "organ")
    yield Para(text(forms.ACTIONS[paper.action][language].upper()), "organ")
    day = long_date(date.fromisoformat(paper.date), language) if paper.date else forms.BLANK[language]
    yield Para(text(forms.DATE[language].format(date=day)), "organ")
    item = paper.agenda_item
    if item:
        ordinal = ordinal_word(item, language, "f") if item <= 31 else ordinal_figure(item, language)
        if language == "es" and item <= 31:
            ordinal = ordinal_word(item, language, "m")
            ordinal = ordinal.removesuffix("o") if ordinal in ("primero", "tercero") else ordinal
        said = forms.ITEM[language].format(Ordinal=capitalized(ordinal))
        yield Para(text(said.upper(), bold=True), "centred")
    yield Para(spans(escape(title), language), "title")


def _cover(state: State, made: Body, language: str) -> Table:
    rows = tuple(
        (text(forms.LABELS[name][language], bold=True), spans(escape(words), language))
        for name, words in _fields(state, made, language)
        if words
    )
    return Table((), rows, _WIDTHS, header=False)


def _fields(state: State, made: Body, language: str) -> Iterator[tuple[str, str]]:
    """The fields of the cover in their order, each as entered or derived."""
    paper = state.assembly.governing_body
    blank = forms.BLANK[language]
    for name in forms.LABELS:
        if name == "related":
            yield name, _related(state, language)
            continue
        entered = worded(getattr(paper, name), language)
        if entered:
            yield name, _REFERENCE.sub(lambda match: _paragraphs(made, match[1], language), entered)
        elif name == "purpose":
            yield name, _purpose(state, made, language)
        elif name == "follow_up":
            yield name, _see(made, "follow_up", language) or forms.NO_FOLLOW_UP[language]
        else:
            yield name, forms.NONE[language] if name in ("policy", "legal", "financial") else blank


def _purpose(state: State, made: Body, language: str) -> str:
    said = forms.PURPOSE[language].format(**meeting_words(state, language))
    asked = acts(state, language, invited=True)
    if "decision" not in made.parts or not asked:
        return said
    if language == "fr":
        asked = [f"à {act}" for act in asked]
    paragraph = _paragraphs(made, "decision", language)
    if language == "fr":
        paragraph = paragraph.removeprefix("le ")
    return f"{said} {forms.INVITED[language].format(acts=list_of(asked, language), paragraph=paragraph)}"


def _paragraphs(made: Body, part: str, language: str) -> str:
    """ "paragraphs 3–6": where that part of the body is; a blank where there is none."""
    if part not in made.parts:
        return forms.BLANK[language]
    first, last = made.parts[part]
    return forms.PARAGRAPHS[language][first != last].format(first=first, last=last)


def _see(made: Body, part: str, language: str) -> str:
    if part not in made.parts:
        return ""
    first, last = made.parts[part]
    form = forms.SEE if first == last else forms.SEE_SEVERAL
    return form[language].format(paragraphs=_paragraphs(made, part, language))


def _related(state: State, language: str) -> str:
    """The related documents: as entered, or those of the register; "" for none."""
    entered = state.assembly.governing_body.related
    symbols = entered or tuple(each.symbol for each in state.assembly.documents.values() if each.symbol)
    return f"{'; '.join(symbol_in(each, language) for each in symbols)}." if symbols else ""


__all__ = ["file_name_stem", "gb_paper", "title_words"]
