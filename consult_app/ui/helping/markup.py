"""Reads a page of the manual and writes it as HTML. Nothing here is of Qt.

A page is a small part of Markdown: ``# title``, the first paragraph as what the page is about,
``## heading {#anchor}``, paragraphs, ``1.`` and ``-`` lists, fenced lines of commands, ``**strong**``,
``*emphasis*``, a word in backticks, ``[words](page#anchor)``. Two things are put in when it is shown:

* ``[[Hand in an amendment]]``: words of the window (a message id), in its language at hand;
* ``{room.show}`` the key of an action, ``{table/A}`` that of a station by the program's own key,
  ``{=Esc}`` a key that is the same everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Final

_HEADING: Final = re.compile(r"^## (?P<title>.+?) \{#(?P<anchor>[a-z-]+)\}$")
_NUMBERED: Final = re.compile(r"^\d+\. ")
_INLINE: Final = re.compile(
    r"\[\[(?P<words>[^\]]+)\]\]"
    r"|\{(?P<key>[^}]+)\}"
    r"|\[(?P<link>[^\]]+)\]\((?P<to>[^)]+)\)"
    r"|\*\*(?P<strong>[^*]+)\*\*"
    r"|\*(?P<soft>[^*]+)\*"
    r"|`(?P<code>[^`]+)`"
)


@dataclass(frozen=True)
class Block:
    """A paragraph (``p``), list (``ol``, ``ul``) or commands (``pre``): one line for each item."""

    kind: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it. The anchor is the same in every language."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Page:
    """A page of the manual: title, what it is about, sections."""

    title: str
    lead: str
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Saying:
    """Puts in what depends on the window: words in its language, and keys as they are set now."""

    words: Callable[[str], str]
    key: Callable[[str], str]


def read_page(source: str) -> Page:
    """Read a page. Raises ValueError naming the line that is not understood."""
    lines = source.strip("\n").split("\n")
    if not lines[0].startswith("# "):
        raise ValueError(f"a page begins with its title, not with {lines[0]!r}")
    title, lead, sections = lines[0][2:], "", list[Section]()
    anchor = heading = ""
    body: list[str] = []

    def finish() -> None:
        nonlocal lead
        blocks = tuple(_blocks(body))
        if anchor:
            sections.append(Section(anchor, heading, blocks))
        elif blocks:
            lead = " ".join(line for block in blocks for line in block.lines)
        body.clear()

    fenced = False
    for line in lines[1:]:
        fenced ^= line == "```"
        if fenced or not line.startswith("#"):
            body.append(line)
            continue
        found = _HEADING.match(line)
        if found is None:
            raise ValueError(f"a heading is written '## words {{#anchor}}', not {line!r}")
        finish()
        heading, anchor = found["title"], found["anchor"]
    finish()
    return Page(title, lead, tuple(sections))


def _blocks(lines: list[str]) -> Iterator[Block]:
    kind, held = "", list[str]()
    for line in [*lines, ""]:
        if kind == "pre" and line != "```":
            held.append(line)
            continue
        now, words = _kind_of(line)
        if now == "more" and held:
            held[-1] += f" {words}"
            continue
        if held and (now != kind or not words):
            yield Block(kind, tuple(held))
            held = []
        if now == "fence":
            kind = "" if kind == "pre" else "pre"
        elif words:
            kind = "p" if now == "more" else now
            held.append(words)
        else:
            kind = ""


def _kind_of(line: str) -> tuple[str, str]:
    if line == "```":
        return "fence", ""
    if line.startswith("- "):
        return "ul", line[2:]
    numbered = _NUMBERED.match(line)
    if numbered:
        return "ol", line[numbered.end() :]
    return ("more", line.strip()) if line.strip() else ("", "")


def section_html(section: Section, saying: Saying) -> str:
    """The section as HTML, its heading under its anchor."""
    parts = [f'<h2><a name="{section.anchor}"></a>{inline_html(section.title, saying)}</h2>']
    for block in section.blocks:
        if block.kind == "pre":
            parts.append(f"<pre>{escape(chr(10).join(block.lines))}</pre>")
        elif block.kind == "p":
            parts += [f"<p>{inline_html(line, saying)}</p>" for line in block.lines]
        else:
            items = "".join(f"<li>{inline_html(line, saying)}</li>" for line in block.lines)
            parts.append(f"<{block.kind}>{items}</{block.kind}>")
    return "".join(parts)


def inline_html(line: str, saying: Saying) -> str:
    """One line as HTML."""
    out, at = [], 0
    for found in _INLINE.finditer(line):
        out += [escape(line[at : found.start()], quote=False), _piece(found, saying)]
        at = found.end()
    out.append(escape(line[at:], quote=False))
    return "".join(out)


def _piece(found: re.Match[str], saying: Saying) -> str:
    kind = found.lastgroup
    if kind == "words":
        return f"<b>{escape(saying.words(found['words']), quote=False)}</b>"
    if kind == "key":
        # a key is never broken over two lines
        spelt = escape(saying.key(found["key"]), quote=False).replace(" ", "&nbsp;")
        return f'<span class="key">&nbsp;{spelt}&nbsp;</span>'
    if kind == "to":
        return f'<a href="{escape(found["to"])}">{escape(found["link"], quote=False)}</a>'
    tag = {"strong": "b", "soft": "i", "code": "code"}[kind or "code"]
    return f"<{tag}>{escape(found[kind or 'code'], quote=False)}</{tag}>"


def plain(line: str, saying: Saying) -> str:
    """One line without its markup: what is searched, and what is shown of what was found."""

    def bare(found: re.Match[str]) -> str:
        if found.lastgroup == "words":
            return saying.words(found["words"])
        if found.lastgroup == "key":
            return saying.key(found["key"])
        return found["link"] or found["strong"] or found["soft"] or found["code"]

    return _INLINE.sub(bare, line)


def named(shown: Page, what: str) -> list[str]:
    """All that a page names of one kind: ``words``, ``key`` or ``to`` (links)."""
    lines = [shown.title, shown.lead]
    for section in shown.sections:
        lines.append(section.title)
        lines += [line for block in section.blocks if block.kind != "pre" for line in block.lines]
    return [found[what] for line in lines for found in _INLINE.finditer(line) if found[what] is not None]
