"""Papers out to a folder: which papers there are, and all of them or none.

Everything is built and rendered in memory first and only then written, so a refused export writes
no file; each file appears under its name whole, or not at all (contract.md).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from consult_app.drafting.wording import fingerprint
from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.reasons import N_, Message, refuse
from consult_app.state import State
from consult_app.words import translator

from . import (
    comparison,
    compendium,
    decisions,
    decisions_table,
    final,
    followup,
    followup_table,
    gate,
    marked,
    order_paper,
    order_table,
    participants,
    participants_table,
    sheet,
    trilingual,
    trilingual_table,
    votes,
    votes_table,
)
from .files import all_or_none, rendered_as
from .heads import in_language, provisional_mark
from .paper import Paper, reading_order

Progress = Callable[[int, int, str], None]
Stop = Callable[[], bool]


class BadRequest(ValueError):
    """A paper, a format or a language that does not exist was asked for."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.msgid.format_map({**message.values}))
        self.message = message


class Stopped(Exception):
    """The export was stopped before anything was written."""


class Kind(msgspec.Struct, frozen=True):
    """One kind of paper: its *title* for lists, how it is built in a language (as a draft or not),
    and whether the meeting has matter for it. A paper that is a table has *table*, which builds it for
    a spreadsheet."""

    title: str
    build: Callable[[State, str, bool], Paper]
    matter: Callable[[State], bool]
    table: Callable[[State, str], Paper] | None = None


#: the papers that can be made, in the order in which they are listed
PAPERS: dict[str, Kind] = {
    "final": Kind(
        N_("Final text"),
        lambda state, language, draft: final.final(state, language, draft=draft),
        lambda state: bool(state.drafting.texts),
    ),
    "marked": Kind(
        N_("Draft with amendments"),
        lambda state, language, _draft: marked.marked(state, language),
        marked.anything_pending,
    ),
    "sheet": Kind(
        N_("Amendment sheet"),
        lambda state, language, _draft: sheet.sheet(state, language),
        lambda state: bool(state.drafting.amendments),
    ),
    "compendium": Kind(
        N_("Compendium of amendments"),
        lambda state, language, _draft: compendium.compendium(state, language),
        lambda state: bool(state.drafting.amendments),
    ),
    "order": Kind(
        N_("Order of discussion"),
        lambda state, language, _draft: order_paper.order(state, language),
        marked.anything_pending,
        order_table.order_table,
    ),
    "comparison": Kind(
        N_("Comparison of two versions"),
        lambda state, language, _draft: comparison.comparison(state, language),
        comparison.anything_changed,
    ),
    "trilingual": Kind(
        N_("Trilingual table"),
        lambda state, language, _draft: trilingual.trilingual(state, language),
        trilingual.several_languages,
        trilingual_table.trilingual_table,
    ),
    "decisions": Kind(
        N_("Record of decisions"),
        lambda state, language, _draft: decisions.decisions(state, language),
        decisions.anything_decided,
        decisions_table.decisions_table,
    ),
    "votes": Kind(
        N_("Results of votes"),
        lambda state, language, _draft: votes.votes(state, language),
        votes.any_vote,
        votes_table.votes_table,
    ),
    "participants": Kind(
        N_("List of participants"),
        lambda state, language, _draft: participants.participants(state, language),
        lambda state: bool(state.assembly.participants),
        participants_table.participants_table,
    ),
    "followup": Kind(
        N_("Register of follow-up"),
        lambda state, language, _draft: followup.followup(state, language),
        followup.anything_to_follow,
        followup_table.followup_table,
    ),
}
#: papers and formats that have a name (contract.md) and are not made by this version
LATER_PAPERS = (
    "report",
    "gb_paper",
)
FORMATS = ("docx", "pdf")
#: formats of the papers that are tables
TABLE_FORMATS = ("xlsx",)
LATER_FORMATS = ("xml",)
_RECORD = N_("Record {seq} · {fingerprint}")
_SUFFIX = {"en": "En", "fr": "Fr", "es": "Sp"}


def export(
    state: State,
    seq: int,
    out: Path,
    papers: Sequence[str] = (),
    languages: Sequence[str] = (),
    formats: Sequence[str] = (),
    draft: bool = False,
    progress: Progress | None = None,
    stop: Stop | None = None,
    compare: comparison.Moments | None = None,
) -> list[Path]:
    """Write papers of the meeting as it is in *state* (the fold of *seq* rows) into the folder *out*.

    Without *papers* all that the meeting has matter for; without *languages* those of the text;
    without *formats* all that each paper has: only tables come as a spreadsheet. With *compare* the
    comparison is that of these two moments, and the only paper unless others are named. *progress* is told
    how many files are made, of how many, and which comes next; *stop* is asked before each. Returns the
    files in the order papers × languages × formats.

    Raises BadRequest for a name that does not exist, Refused when a paper cannot be printed (with
    the list of what is lacking in each language), Stopped, and OSError when a file cannot be
    written.
    """
    if compare is not None:
        papers = (*papers, "comparison")
    papers, languages, formats = _chosen(state, papers, languages, formats, also=compare is not None)
    if "final" in papers and not draft:
        gate.guard(state, languages)
    rendered: list[tuple[str, bytes]] = []
    forms = {key: forms_of(key, formats) for key in papers}
    total = sum(map(len, forms.values())) * len(languages)
    for key in papers:
        for language in languages:
            paper: Paper | None = None
            for form in forms[key]:
                if stop is not None and stop():
                    raise Stopped
                compared = compare if key == "comparison" else None
                named = f"{key}-{compared[0].seq}-{compared[1].seq}" if compared else key
                name = file_name(state, named, language, form, draft=draft)
                if progress is not None:
                    progress(len(rendered), total, name)
                table = PAPERS[key].table
                if form in TABLE_FORMATS and table is not None:
                    rendered.append(
                        (name, rendered_as(_stamped(table(state, language), seq, draft=draft), form))
                    )
                    continue
                if paper is None:
                    built = (
                        comparison.comparison(state, language, compared)
                        if compared
                        else PAPERS[key].build(state, language, draft)
                    )
                    paper = _stamped(built, seq, draft=draft)
                rendered.append((name, rendered_as(paper, form)))
    if stop is not None and stop():
        raise Stopped
    written = all_or_none(out, rendered)
    if progress is not None:
        progress(total, total, "")
    return written


def forms_of(key: str, formats: Sequence[str]) -> tuple[str, ...]:
    """Those of *formats* in which the paper can be written: a spreadsheet holds tables only."""
    return tuple(f for f in formats if f not in TABLE_FORMATS or PAPERS[key].table is not None)


def with_matter(state: State) -> tuple[str, ...]:
    """The papers that the meeting has matter for, in the order of :data:`PAPERS`."""
    return tuple(key for key, kind in PAPERS.items() if kind.matter(state))


def languages_of(state: State) -> tuple[str, ...]:
    """The languages that papers are made in where none are named: those of the texts, or else of the
    titles of the meeting."""
    used = {language for text in state.drafting.texts.values() for language in text.languages}
    used = used or set(state.assembly.meeting.titles)
    return tuple(language for language in LANGUAGES if language in used) or ("en",)


def file_name(state: State, key: str, language: str, form: str, *, draft: bool = False) -> str:
    """The name of the file: symbol (or title), paper, language as the house abbreviates it
    ("TTM-2026-final-Sp.pdf"; procedure.md §6.4)."""
    meeting = state.assembly.meeting
    symbol = re.sub(r"[^\w.()&+-]+", "-", meeting.symbol).strip("-.")
    stem = symbol or _slug(in_language(meeting.titles, language)) or "meeting"
    mark = "-Provisional" if draft else ""
    return f"{stem}-{key}{mark}-{_SUFFIX[language]}.{form}"


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", re.sub("['’]", " ", title)).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    out = ""
    for word in words:
        if len(out) + len(word) > 48:
            break
        out += f"-{word}" if out else word
    return out


def _chosen(
    state: State,
    papers: Sequence[str],
    languages: Sequence[str],
    formats: Sequence[str],
    *,
    also: bool = False,
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """What was asked for, each once, with what stands for nothing asked; *also* where there is matter for a
    comparison whatever became of the text since. Raises as :func:`export`."""
    _known(papers, (*PAPERS, *LATER_PAPERS), N_("There is no paper “{name}”; the papers are {names}."))
    _known(languages, LANGUAGES, N_("“{name}” is not a language of the meeting; they are {names}."))
    every = (*FORMATS, *TABLE_FORMATS)
    _known(formats, (*every, *LATER_FORMATS), N_("There is no format “{name}”; the formats are {names}."))
    for asked, later, msgid in (
        (papers, LATER_PAPERS, N_("The paper “{name}” cannot be made yet; the papers are {names}.")),
        (formats, LATER_FORMATS, N_("The format “{name}” cannot be written yet; the formats are {names}.")),
    ):
        names = list(PAPERS) if later is LATER_PAPERS else list(every)
        for name in asked:
            if name in later:
                raise refuse("not_made", msgid, name=name, names=names)
    chosen = tuple(dict.fromkeys(papers)) or with_matter(state)
    if not chosen:
        raise refuse("no_matter", N_("There is nothing yet that a paper could be made of."))
    for key in chosen:
        if not (PAPERS[key].matter(state) or key == "final" or (also and key == "comparison")):
            raise refuse("no_matter", N_("The meeting has no matter yet for the paper “{name}”."), name=key)
    return (
        chosen,
        tuple(dict.fromkeys(languages)) or languages_of(state),
        _written(chosen, tuple(dict.fromkeys(formats)) or every),
    )


def _written(papers: Sequence[str], formats: tuple[str, ...]) -> tuple[str, ...]:
    """*formats*, each of which some paper is written in. Raises Refused for a spreadsheet of no table."""
    if not any(forms_of(key, formats) for key in papers):
        tables = [key for key, kind in PAPERS.items() if kind.table is not None]
        raise refuse(
            "no_table",
            N_("A spreadsheet holds tables only: {papers}. Choose another format, or one of these."),
            papers=tables,
        )
    return formats


def _known(asked: Sequence[str], names: Sequence[str], msgid: str) -> None:
    for name in asked:
        if name not in names:
            raise BadRequest(Message(msgid, {"name": name, "names": list(names)}))


def _stamped(paper: Paper, seq: int, *, draft: bool) -> Paper:
    """The paper with the line in its foot that says from which state of the record it was made, and
    as a draft with its mark."""
    record = (
        translator(paper.language)
        .gettext(_RECORD)
        .format(seq=seq, fingerprint=fingerprint("\n".join(reading_order(paper))))
    )
    line = " · ".join(part for part in (paper.masthead.symbol, record) if part)
    provisional = paper.provisional or (provisional_mark(paper.language, adopted=True) if draft else "")
    return msgspec.structs.replace(paper, fingerprint_line=line, provisional=provisional)


__all__ = [
    "FORMATS",
    "PAPERS",
    "TABLE_FORMATS",
    "BadRequest",
    "Kind",
    "Stopped",
    "export",
    "file_name",
    "forms_of",
    "languages_of",
    "with_matter",
]
