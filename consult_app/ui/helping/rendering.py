"""A page of the manual as it is shown and printed: its keys first, then what it says."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtGui import QFontMetrics

from consult_app.ui.helping.markup import inline_html, section_html
from consult_app.ui.helping.pages import KEYS_PAGE, page
from consult_app.ui.helping.saying import saying_of
from consult_app.ui.keys import spell
from consult_app.ui.language import Languages, tr
from consult_app.ui.look import fonts
from consult_app.ui.look.palette import Palette
from consult_app.ui.wayfinding.cheat_sheet import KeyLine, sections, station_section
from consult_app.ui.window.shell import Shell

_BESIDE_KEYS: Final = 12
"""The air between keys and what they do."""
_LEAST_WORDS: Final = 110
"""The room that the words beside the keys need at least, so that there may be two columns of both."""

CHANGE_KEYS: Final = "do:help.change_keys"
"""The link that opens the page on which keys are changed."""

_OF_MENU: Final = {"start": ("file", "help"), "file": ("file", "edit"), "room": ("room",)}
"""The pages whose keys are those of menus; the others have the keys of their station."""


def page_html(shell: Shell, name: str, room: int = 0) -> str:
    """The page *name* (or all keys) in the window's language, for lines that have so many pixels of *room*;
    0 for a sheet of paper. Raises KeyError when there is no such page."""
    if name == KEYS_PAGE:
        return _keys_html(shell, room)
    saying, shown = saying_of(shell), page(name, Languages.current())
    parts = [f"<h1>{inline_html(shown.title, saying)}</h1>"]
    if shown.lead:
        parts.append(f'<p class="lead">{inline_html(shown.lead, saying)}</p>')
    lines = _keys_of(shell, name)
    if lines:
        parts.append(f"<h2>{escape(tr('Keys here'))}</h2>{_table(lines, room)}")
    parts += [section_html(section, saying) for section in shown.sections]
    return "".join(parts)


def title_of(name: str) -> str:
    """The title of the page *name*, in the window's language."""
    return tr("All keys") if name == KEYS_PAGE else page(name, Languages.current()).title


def _keys_html(shell: Shell, room: int) -> str:
    parts = [
        f"<h1>{escape(tr('All keys'))}</h1>",
        f'<p><a href="{CHANGE_KEYS}">{escape(tr("Change keys…"))}</a></p>',
    ]
    for title, lines in sections(shell):
        parts.append(f"<h2>{escape(title)}</h2>{_table(lines, room)}")
    return "".join(parts)


def _keys_of(shell: Shell, name: str) -> list[KeyLine]:
    menus = _OF_MENU.get(name, ())
    actions = shell.known_actions
    lines = [
        KeyLine(actions.name(spec.id), tuple(spell(key) for key in actions.keys(spec.id)))
        for menu in menus
        for spec, _action in actions
        if spec.menu == menu and actions.keys(spec.id)
    ]
    if name in shell.station_names:
        lines += [line for _title, found in station_section(shell, name) for line in found]
    return lines


def _table(lines: Sequence[KeyLine], room: int) -> str:
    """The keys in two columns, read downwards, or in one where the *room* is too narrow for two."""
    metrics = QFontMetrics(fonts.window(fonts.Size.CAPTION, fonts.Weight.SEMIBOLD))
    longest = max((metrics.horizontalAdvance(key) for line in lines for key in line.keys), default=0)
    # a pixel more: a page on paper rounds otherwise
    wide = longest + fonts.pixels(_BESIDE_KEYS) + 1
    if len(lines) <= 6 or (room and room < 2 * (wide + fonts.pixels(_LEAST_WORDS))):
        return f'<table class="top" width="100%" cellspacing="0" cellpadding="0">{_rows(lines, wide)}</table>'
    half = (len(lines) + 1) // 2
    halves = "".join(
        '<td class="half" width="50%" valign="top">'
        f'<table width="100%" cellspacing="0" cellpadding="0">{_rows(part, wide)}</table></td>'
        for part in (lines[:half], lines[half:])
    )
    return f'<table class="top" width="100%" cellspacing="0" cellpadding="0"><tr>{halves}</tr></table>'


def _rows(lines: Sequence[KeyLine], wide: int) -> str:
    """A row for each of *lines*, their keys in a column so *wide*."""
    return "".join(
        f'<tr><td class="keys" width="{wide}">{_joined(line.keys)}</td><td>{escape(line.words)}</td></tr>'
        for line in lines
    )


def _joined(keys: Sequence[str]) -> str:
    return "<br>".join(escape(key).replace(" ", "&nbsp;") for key in keys)


def style(palette: Palette) -> str:
    """The style sheet of a page, in the colours of *palette*."""
    title, heading, small = (fonts.pixels(size) for size in (22, 16, fonts.Size.CAPTION))
    # whole pixels: beside lines that are as high as a part of the type, Qt sets numbers lower now and then
    line = round(fonts.line_height(fonts.window(fonts.Size.LABEL)) * 1.25)
    return (
        f"h1 {{ color: {palette.ink}; font-size: {title}px; margin-top: 4px; margin-bottom: 6px; }}"
        f"h2 {{ color: {palette.ink}; font-size: {heading}px; margin-top: 18px; margin-bottom: 4px; }}"
        f"p, li {{ color: {palette.ink}; margin-top: 4px; margin-bottom: 6px; line-height: {line}px; }}"
        f"p.lead {{ color: {palette.dim}; }}"
        f"table.top {{ margin-top: {fonts.pixels(8)}px; }}"
        f"td {{ color: {palette.ink}; font-size: {small}px; "
        f"padding-top: 3px; padding-bottom: 3px; padding-right: {fonts.pixels(_BESIDE_KEYS)}px; }}"
        "td.half { padding-top: 0; padding-bottom: 0; padding-right: 0; }"
        f"td.keys, span.key {{ color: {palette.accent}; font-weight: 600; }}"
        f"span.key {{ background-color: {palette.accent_soft}; }}"
        f"a {{ color: {palette.accent}; }}"
        f"pre, code {{ background-color: {palette.ground}; color: {palette.ink}; }}"
        f"pre {{ font-size: {small}px; white-space: pre-wrap; }}"
    )
