"""Papers out to a folder: which papers there are, and all of them or none.

Everything is built and rendered in memory first and only then written, so a refused export writes
no file; each file appears under its name whole, or not at all (contract.md).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec

from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.reasons import N_, Message, refuse
from consult_app.state import State

from . import gate, one_text
from .file_names import file_name
from .files import all_or_none, documents_listed, documents_of, rendered_as
from .governing_body import facts as governing_body
from .governing_body.paper import gb_paper
from .paper import Paper
from .papers import (
    comparison,
    compendium,
    decisions,
    decisions_table,
    final,
    followup,
    followup_table,
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
from .papers.heads import provisional_mark
from .report.paper import anything_to_report, report
from .trust import stamped

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
    a spreadsheet; one with *marked_up* is also written as Akoma Ntoso."""

    title: str
    build: Callable[[State, str, bool], Paper]
    matter: Callable[[State], bool]
    table: Callable[[State, str], Paper] | None = None
    marked_up: bool = False


#: the papers that can be made, in the order in which they are listed
PAPERS: dict[str, Kind] = {
    "final": Kind(
        N_("Final text"),
        lambda state, language, draft: final.final(state, language, draft=draft),
        lambda state: bool(state.drafting.texts),
        marked_up=True,
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
        marked_up=True,
    ),
    "compendium": Kind(
        N_("Compendium of amendments"),
        lambda state, language, _draft: compendium.compendium(state, language),
        lambda state: bool(state.drafting.amendments),
        marked_up=True,
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
        marked_up=True,
    ),
    "votes": Kind(
        N_("Results of votes"),
        lambda state, language, _draft: votes.votes(state, language),
        votes.any_vote,
        votes_table.votes_table,
    ),
    "report": Kind(
        N_("Report of proceedings"),
        lambda state, language, _draft: report(state, language),
        anything_to_report,
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
    "gb_paper": Kind(
        N_("Governing Body paper"),
        lambda state, language, draft: gb_paper(state, language, draft=draft),
        governing_body.entered,
    ),
}
#: papers that may be asked for by name before there is matter: the gate says what they lack
_GATED = ("final", "gb_paper")
FORMATS = ("docx", "pdf")
#: formats of the papers that are tables
TABLE_FORMATS = ("xlsx",)
#: formats for other programs, written when they are asked for by name: an amendment is a file of its own
MARKED_UP_FORMATS = ("xml",)


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
    at: str = "",
    text: str = "",
) -> list[Path]:
    """Write papers of the meeting as it is in *state* (the fold of *seq* rows) into the folder *out*.

    Without *papers* all that the meeting has matter for; without *languages* those of the text;
    without *formats* all that each paper has to be read in: only tables come as a spreadsheet, and Akoma
    Ntoso only where it is named. With *compare* the
    comparison is that of these two moments, and the only paper unless others are named. *at* is when the
    last row was written (ISO 8601), for the foot of each page. With *text* (its id) the papers are of that
    text alone, and their names say so. *progress* is told how many files are made,
    of how many, and which comes next; *stop* is asked before each. Returns the
    files in the order papers × languages × formats, those of Akoma Ntoso behind the others of their paper.

    Raises BadRequest for a name that does not exist, Refused when a paper cannot be printed (with
    the list of what is lacking in each language), Stopped, and OSError when a file cannot be
    written.
    """
    if compare is not None:
        papers = (*papers, "comparison")
    if text:
        state, compare = one_text.only(state, text), one_text.only_in(compare, text)
        one_text.guard(papers)
        papers = papers or [key for key in with_matter(state) if key in one_text.OF_A_TEXT]
    papers, languages, formats = _chosen(state, papers, languages, formats, also=compare is not None)
    if "final" in papers and not draft:
        gate.guard(state, languages)
    if "gb_paper" in papers and not draft:
        governing_body.guard(state, languages)
    rendered: list[tuple[str, bytes]] = []
    forms = {key: forms_of(key, formats) for key in papers}
    total = sum(map(len, forms.values())) * len(languages)
    made = 0
    for key in papers:
        for language in languages:
            paper: Paper | None = None
            for form in forms[key]:
                if form in MARKED_UP_FORMATS:
                    continue
                if stop is not None and stop():
                    raise Stopped
                compared = compare if key == "comparison" else None
                named = f"{key}-{compared[0].seq}-{compared[1].seq}" if compared else key
                name = file_name(state, named, language, form, draft=draft, text=text)
                if progress is not None:
                    progress(made, total, name)
                made += 1
                table = PAPERS[key].table
                if form in TABLE_FORMATS and table is not None:
                    stamped_table = _stamped(table(state, language), seq, at, draft=draft)
                    rendered.append((name, rendered_as(stamped_table, form)))
                    continue
                if paper is None:
                    built = (
                        comparison.comparison(state, language, compared)
                        if compared
                        else PAPERS[key].build(state, language, draft)
                    )
                    paper = _stamped(built, seq, at, draft=draft)
                rendered.append((name, rendered_as(paper, form)))
        if any(form in MARKED_UP_FORMATS for form in forms[key]):
            if stop is not None and stop():
                raise Stopped
            if progress is not None:
                progress(made, total, file_name(state, key, languages[0], "xml", draft=draft, text=text))
            made += len(languages)
            for document in documents_of(state, key, languages, seq, at):
                name = file_name(state, document.key, document.language, "xml", draft=draft, text=text)
                rendered.append((name, document.data))
    if stop is not None and stop():
        raise Stopped
    written = all_or_none(out, tuple(dict(rendered).items()))
    if progress is not None:
        progress(total, total, "")
    return written


def forms_of(key: str, formats: Sequence[str]) -> tuple[str, ...]:
    """Those of *formats* in which the paper can be written: a spreadsheet holds tables only, and Akoma
    Ntoso has words for texts, amendments and decisions."""
    kind = PAPERS[key]
    return tuple(
        form
        for form in formats
        if (form not in TABLE_FORMATS or kind.table is not None)
        and (form not in MARKED_UP_FORMATS or kind.marked_up)
    )


def files_in(state: State, chosen: Mapping[str, Sequence[str]], formats: Sequence[str]) -> int:
    """How many files papers come to in these *formats*; *chosen* gives the languages of each paper."""
    # a set, because the sheet and the compendium come with the same amendments
    found: set[tuple[str, str, str]] = set()
    for key, languages in chosen.items():
        for form in forms_of(key, formats):
            made = {(key, language) for language in languages}
            if form in MARKED_UP_FORMATS:
                made = documents_listed(state, key, languages)
            found.update((name, language, form) for name, language in made)
    return len(found)


def with_matter(state: State) -> tuple[str, ...]:
    """The papers that the meeting has matter for, in the order of :data:`PAPERS`."""
    return tuple(key for key, kind in PAPERS.items() if kind.matter(state))


def languages_of(state: State) -> tuple[str, ...]:
    """The languages that papers are made in where none are named: those of the texts, or else of the
    titles of the meeting."""
    used = {language for text in state.drafting.texts.values() for language in text.languages}
    used = used or set(state.assembly.meeting.titles)
    return tuple(language for language in LANGUAGES if language in used) or ("en",)


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
    _known(papers, tuple(PAPERS), N_("There is no paper “{name}”; the papers are {names}."))
    _known(languages, LANGUAGES, N_("“{name}” is not a language of the meeting; they are {names}."))
    every = (*FORMATS, *TABLE_FORMATS)
    known = (*every, *MARKED_UP_FORMATS)
    _known(formats, known, N_("There is no format “{name}”; the formats are {names}."))
    chosen = tuple(dict.fromkeys(papers)) or with_matter(state)
    if not chosen:
        raise refuse("no_matter", N_("There is nothing yet that a paper could be made of."))
    for key in chosen:
        if not (PAPERS[key].matter(state) or key in _GATED or (also and key == "comparison")):
            raise refuse("no_matter", N_("The meeting has no matter yet for the paper “{name}”."), name=key)
    return (
        chosen,
        tuple(dict.fromkeys(languages)) or languages_of(state),
        _written(chosen, tuple(dict.fromkeys(formats)) or every),
    )


def _written(papers: Sequence[str], formats: tuple[str, ...]) -> tuple[str, ...]:
    """*formats*, each of which some paper is written in. Raises Refused for a spreadsheet of no table, and
    for Akoma Ntoso of what it has no form for."""
    if any(forms_of(key, formats) for key in papers):
        return formats
    if any(form in TABLE_FORMATS for form in formats):
        raise refuse(
            "no_table",
            N_("A spreadsheet holds tables only: {papers}. Choose another format, or one of these."),
            papers=[key for key, kind in PAPERS.items() if kind.table is not None],
        )
    raise refuse(
        "no_marked_up",
        N_("Akoma Ntoso has a form for these papers only: {papers}. Choose another format, or one of these."),
        papers=[key for key, kind in PAPERS.items() if kind.marked_up],
    )


def _known(asked: Sequence[str], names: Sequence[str], msgid: str) -> None:
    for name in asked:
        if name not in names:
            raise BadRequest(Message(msgid, {"name": name, "names": list(names)}))


def _stamped(paper: Paper, seq: int, at: str, *, draft: bool) -> Paper:
    """The paper with what it says of itself (``trust``), and as a draft with its mark."""
    provisional = paper.provisional or (provisional_mark(paper.language, adopted=True) if draft else "")
    return stamped(msgspec.structs.replace(paper, provisional=provisional), seq, at)


__all__ = [
    "FORMATS",
    "MARKED_UP_FORMATS",
    "PAPERS",
    "TABLE_FORMATS",
    "BadRequest",
    "Kind",
    "Stopped",
    "export",
    "file_name",
    "files_in",
    "forms_of",
    "languages_of",
    "with_matter",
]
