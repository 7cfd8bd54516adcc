"""What is read beside the rendering: the source with what changed in it, and what else helps."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.amendments.proposed_wordings import passages, proposed_wording, rendered_wording
from consult_app.drafting.text.nodes import Node
from consult_app.drafting.translation.to_translate import Wanted
from consult_app.drafting.wordings.diff import diff
from consult_app.drafting.wordings.wording import parse
from consult_app.meetings.acts import LANGUAGES
from consult_app.publishing.papers.changed_words import stretches
from consult_app.ui.amendments.words import THIN_SPACE, Ink, runs_html
from consult_app.ui.belonging import OFFICE, tone_of
from consult_app.ui.language import language_label, language_said, number_said, tr
from consult_app.ui.languages.naming import Naming

_PLAIN: Final = "warn"
"""The colour of what changed by nobody's amendment."""


@dataclass(frozen=True)
class Reading:
    """A passage to be read: its heading, and its words as rich text ("" where there are none)."""

    heading: str
    html: str


@dataclass(frozen=True)
class Task:
    """What is to be done for one line of the queue: ``source`` is the wording in plain form that is
    rendered, ``kept`` the rendering as it stands, ``today`` the words of the node in that language, where
    the line is about an amendment to it. ``lines`` says that the wording may have several lines."""

    wanted: Wanted
    title: str
    direction: str
    source: str
    kept: str
    readings: tuple[Reading, ...]
    note: str = ""
    today: str = ""
    lines: bool = False
    signed: str = ""


def task_of(naming: Naming, wanted: Wanted) -> Task:
    """What is to be done for *wanted*. Raises KeyError for a node that is there no longer."""
    amendment = naming.amendment(wanted.id)
    if amendment is None:
        return _of_node(naming, wanted, naming.text.nodes[wanted.id])
    return _of_amendment(naming, wanted, amendment)


def _of_node(naming: Naming, wanted: Wanted, node: Node) -> Task:
    original, language = node.original, wanted.language
    source, rendering = node.text(original), node.wordings.get(language)
    marked = source
    if rendering is not None and rendering.of == original:
        marked = rendering.renders
    by = naming.changed_by(node)
    tone = tone_of(naming.state.assembly, by.by) if by is not None and by.by != OFFICE else _PLAIN
    heading = tr("{language}, the original", language=language_label(original))
    changed = marked != source and wanted.status == "out_of_date"
    if changed:
        since = naming.last_change(node)
        heading = (
            tr(
                "{language}, changed by {decision} since it was rendered",
                language=language_label(original),
                decision=since,
            )
            if since
            else heading
        )
    readings = [Reading(heading, _changed_html(marked, source, tone) if changed else _html(source))]
    for other in LANGUAGES:
        if other not in (original, language) and node.text(other):
            status = Naming.status(Wanted(node.id, wanted.kind, other, node.status(other), wanted.rank))
            readings.append(Reading(f"{language_label(other)} · {status}", _html(node.text(other))))
    return Task(
        wanted,
        naming.title(wanted),
        _direction(original, language),
        source,
        node.text(language),
        tuple(readings),
        _held_up(naming, wanted, node),
        signed=rendering.signed if rendering is not None else "",
    )


def _held_up(naming: Naming, wanted: Wanted, node: Node) -> str:
    """That nothing can be adopted in a wording that is out of date, and what waits for it."""
    if wanted.status != "out_of_date":
        return ""
    language = wanted.language
    found = naming.state.drafting.to_node(node.id)
    held = [each for each in found if each.pending and each.language == language]
    if held:
        waiting = [number_said(each.number, "within") for each in held]
        return tr(
            "Until it is brought up to date, no change is adopted in {language} here: {numbers} must wait.",
            language=language_said(language),
            numbers=", ".join(waiting),
        )
    return tr(
        "Until it is brought up to date, no change is adopted in {language} here.",
        language=language_said(language),
    )


def _of_amendment(naming: Naming, wanted: Wanted, amendment: Amendment) -> Task:
    language, source_language = wanted.language, amendment.language
    source = proposed_wording(amendment, source_language)
    assembly = naming.state.assembly
    tone = tone_of(assembly, amendment.by)
    rendered = rendered_wording(amendment, language)
    nodes = naming.text.nodes
    found = passages(amendment)
    standing = [nodes[p.node].text(source_language) if p.node in nodes else "" for p in found]
    if wanted.status == "out_of_date" and rendered != source:
        heading = tr("{language}, changed since it was rendered", language=language_label(source_language))
        html = _changed_html(rendered, source, tone)
    else:
        heading = tr("{language}, as handed in", language=language_label(source_language))
        if amendment.agreed:
            heading = tr("{language}, as subamended", language=language_label(source_language))
        html = "<br>".join(
            _changed_html(before, passage.wordings.get(source_language, ""), tone)
            if passage.kind == "words"
            else _changed_html("", passage.wordings.get(source_language, ""), tone)
            for passage, before in zip(found, standing, strict=True)
        )
    readings = [Reading(heading, html)]
    today = [nodes[p.node].text(language) for p in found if p.kind == "words" and p.node in nodes]
    if any(today):
        words = tr("{language}, the text as it stands", language=language_label(language))
        readings.append(Reading(words, "<br>".join(_html(each) for each in today)))
    for other in LANGUAGES:
        if other not in (source_language, language) and proposed_wording(amendment, other):
            readings.append(Reading(language_label(other), _html(proposed_wording(amendment, other))))
    signed = amendment.signed.get(language)
    return Task(
        wanted,
        naming.title(wanted),
        _direction(source_language, language),
        source,
        proposed_wording(amendment, language),
        tuple(readings),
        _of_several(source),
        "\n".join(today) if len(today) == len(found) else "",
        lines="\n" in source,
        signed=signed.by if signed is not None and wanted.status == "checked" else "",
    )


def _of_several(source: str) -> str:
    lines = len(source.splitlines())
    return tr("The proposal has {n} lines; so has its translation.", n=lines) if lines > 1 else ""


def _direction(source: str, language: str) -> str:
    return f"{language_label(source)} → {language_said(language)}"


def _html(plain: str) -> str:
    return "<br>".join(runs_html(parse(line)) for line in plain.splitlines())


def _changed_html(before: str, now: str, tone: str) -> str:
    """*now* with what is other in it than *before*, line by line where both have as many lines."""
    ink = Ink.of(tone)
    olds, news = before.splitlines(), now.splitlines()
    if len(olds) not in (0, len(news)):
        return _html(now)
    out = []
    for old, new in zip_longest(olds, news, fillvalue=""):
        html, gone = "", False
        for piece in (piece for piece in stretches(old, diff(old, new)) if piece.runs):
            html += THIN_SPACE if gone and piece.change == "insert" else ""
            html += runs_html(piece.runs, change=piece.change, ink=ink)
            gone = piece.change == "delete"
        out.append(html)
    return "<br>".join(out)


__all__ = ["Reading", "Task", "task_of"]
