"""The pages of the manual: which there are, where they lie, and what is found in them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from consult_app import places
from consult_app.ui.helping.markup import Page, Saying, Section, plain, read_page
from consult_app.ui.parts.finding import folded

PAGES: Final = (
    *("start", "meeting", "people", "papers", "amendments", "table", "votes", "languages"),
    *("progress", "publish", "room", "file", "commands"),
)
"""Names of the pages in the order of the manual; each station has the page of its own name."""

KEYS_PAGE: Final = "keys"
"""The page of all keys, which is made from the actions and lies in no file."""


@cache
def page(name: str, language: str) -> Page:
    """The page *name* in *language*.

    Raises KeyError for a page that there is not, OSError when the installation is incomplete.
    """
    if name not in PAGES:
        raise KeyError(name)
    path = places.resources() / "help" / language / f"{name}.md"
    return read_page(path.read_text("utf-8"))


@dataclass(frozen=True)
class Hit:
    """A place in the manual: page and anchor, the titles of both, and the words around what was found."""

    page: str
    anchor: str
    title: str
    heading: str
    words: str


def search(query: str, language: str, saying: Saying) -> list[Hit]:
    """Where the manual speaks of *query*: each of its words occurs in the section, or in its title.

    What has them in a title comes first; then the order of the manual.
    """
    parts = folded(query).split()
    if not parts:
        return []
    by_title, by_words = list[Hit](), list[Hit]()
    for name in PAGES:
        found = page(name, language)
        lead = Section("", "", ())
        for section in (lead, *found.sections):
            words = [plain(found.lead, saying)] if section is lead else _lines(section, saying)
            heading = plain(section.title, saying)
            titles = folded(f"{found.title} {heading}")
            whole = f"{titles} {folded(' '.join(words))}"
            if all(part in whole for part in parts):
                hit = Hit(name, section.anchor, found.title, heading, _around(words, parts))
                in_title = all(part in (titles if section is lead else folded(heading)) for part in parts)
                (by_title if in_title else by_words).append(hit)
    return by_title + by_words


def _lines(section: Section, saying: Saying) -> list[str]:
    return [
        line if block.kind == "pre" else plain(line, saying)
        for block in section.blocks
        for line in block.lines
    ]


def _around(lines: list[str], parts: list[str]) -> str:
    """The first line that has one of the words looked for; else the first."""
    having = (line for line in lines if any(part in folded(line) for part in parts))
    return next(having, lines[0] if lines else "")
