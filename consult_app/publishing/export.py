"""Papers out to a folder: which papers there are, and all of them or none.

Everything is built and rendered in memory first and only then written, so a refused export writes
no file; each file appears under its name whole, or not at all (contract.md).
"""

from __future__ import annotations

import os
import re
import tempfile
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from consult_app.drafting.wording import fingerprint
from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.reasons import N_, Message, refuse
from consult_app.state import State
from consult_app.words import translator

from . import decisions, final, gate, participants, sheet
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
    and whether the meeting has matter for it."""

    title: str
    build: Callable[[State, str, bool], Paper]
    matter: Callable[[State], bool]


#: the papers that can be made, in the order in which they are listed
PAPERS: dict[str, Kind] = {
    "final": Kind(
        N_("Final text"),
        lambda state, language, draft: final.final(state, language, draft=draft),
        lambda state: bool(state.drafting.texts),
    ),
    "sheet": Kind(
        N_("Amendment sheet"),
        lambda state, language, _draft: sheet.sheet(state, language),
        lambda state: bool(state.drafting.amendments),
    ),
    "decisions": Kind(
        N_("Record of decisions"),
        lambda state, language, _draft: decisions.decisions(state, language),
        decisions.anything_decided,
    ),
    "participants": Kind(
        N_("List of participants"),
        lambda state, language, _draft: participants.participants(state, language),
        lambda state: bool(state.assembly.participants),
    ),
}
#: papers and formats that have a name (contract.md) and are not made by this version
LATER_PAPERS = (
    "marked",
    "compendium",
    "order",
    "comparison",
    "trilingual",
    "report",
    "gb_paper",
    "followup",
    "votes",
)
FORMATS = ("docx", "pdf")
LATER_FORMATS = ("xml", "xlsx")
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
) -> list[Path]:
    """Write papers of the meeting as it is in *state* (the fold of *seq* rows) into the folder *out*.

    Without *papers* all that the meeting has matter for; without *languages* those of the text;
    without *formats* all. *progress* is told how many files are made, of how many, and which comes
    next; *stop* is asked before each. Returns the files in the order papers × languages × formats.

    Raises BadRequest for a name that does not exist, Refused when a paper cannot be printed (with
    the list of what is lacking in each language), Stopped, and OSError when a file cannot be
    written.
    """
    papers, languages, formats = _chosen(state, papers, languages, formats)
    if "final" in papers and not draft:
        gate.guard(state, languages)
    rendered: list[tuple[str, bytes]] = []
    total = len(papers) * len(languages) * len(formats)
    for key in papers:
        for language in languages:
            paper: Paper | None = None
            for form in formats:
                if stop is not None and stop():
                    raise Stopped
                name = file_name(state, key, language, form, draft=draft)
                if progress is not None:
                    progress(len(rendered), total, name)
                paper = paper or _stamped(PAPERS[key].build(state, language, draft), seq, draft=draft)
                rendered.append((name, _render(paper, form)))
    if stop is not None and stop():
        raise Stopped
    written = _write(out, rendered)
    if progress is not None:
        progress(total, total, "")
    return written


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
    state: State, papers: Sequence[str], languages: Sequence[str], formats: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """What was asked for, each once, with what stands for nothing asked; raises as :func:`export`."""
    _known(papers, (*PAPERS, *LATER_PAPERS), N_("There is no paper “{name}”; the papers are {names}."))
    _known(languages, LANGUAGES, N_("“{name}” is not a language of the meeting; they are {names}."))
    _known(formats, (*FORMATS, *LATER_FORMATS), N_("There is no format “{name}”; the formats are {names}."))
    for asked, later, msgid in (
        (papers, LATER_PAPERS, N_("The paper “{name}” cannot be made yet; the papers are {names}.")),
        (formats, LATER_FORMATS, N_("The format “{name}” cannot be written yet; the formats are {names}.")),
    ):
        names = list(PAPERS) if later is LATER_PAPERS else list(FORMATS)
        for name in asked:
            if name in later:
                raise refuse("not_made", msgid, name=name, names=names)
    chosen = tuple(dict.fromkeys(papers)) or with_matter(state)
    if not chosen:
        raise refuse("no_matter", N_("There is nothing yet that a paper could be made of."))
    for key in chosen:
        if not PAPERS[key].matter(state) and key != "final":
            raise refuse("no_matter", N_("The meeting has no matter yet for the paper “{name}”."), name=key)
    return (
        chosen,
        tuple(dict.fromkeys(languages)) or languages_of(state),
        tuple(dict.fromkeys(formats)) or FORMATS,
    )


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


def _render(paper: Paper, form: str) -> bytes:
    if form == "docx":
        from .docx_writer import write_docx

        return write_docx(paper, author=paper.masthead.organization)
    from .pdf_writer import write_pdf

    return write_pdf(paper, author=paper.masthead.organization)


def _write(out: Path, rendered: Sequence[tuple[str, bytes]]) -> list[Path]:
    """Every file beside its name first, then all under their names: a full disk spoils nothing."""
    out.mkdir(parents=True, exist_ok=True)
    waiting: list[tuple[Path, Path]] = []
    try:
        for name, data in rendered:
            handle, beside = tempfile.mkstemp(prefix=f".{name}.", suffix=".part", dir=out)
            waiting.append((Path(beside), out / name))
            with os.fdopen(handle, "wb") as file:
                file.write(data)
        mask = os.umask(0)
        os.umask(mask)
        for beside_path, path in waiting:
            beside_path.chmod(0o666 & ~mask)
            beside_path.replace(path)
    finally:
        for beside_path, _path in waiting:
            beside_path.unlink(missing_ok=True)
    return [path for _beside, path in waiting]


__all__ = [
    "FORMATS",
    "PAPERS",
    "BadRequest",
    "Kind",
    "Stopped",
    "export",
    "file_name",
    "languages_of",
    "with_matter",
]
