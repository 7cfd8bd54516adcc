"""A global replacement: the words found throughout the text, as whole words, as one list of changes."""

from __future__ import annotations

import re

from ...meetings.reasons import N_, refuse
from ..text.nodes import Node, Text
from ..wordings.diff import JOINED
from ..wordings.wording import canonical, escape
from .amendment import WordChange, change_of

_NOTE = r"\[\^[^\[\]^*\\\s]+\]"
_SPACES = "[ \u00a0\u202f]"
_HYPHEN = "[-\u2010\u2011]"


def throughout(text: Text, top: Node | None, language: str, old: str, new: str) -> tuple[WordChange, ...]:
    """Every place where the words *old* stand, under *top* or in the whole text, as a change into *new*.

    Only whole words are found, with any kind of space between them, and never where *new* stands
    already. Words in small letters are found with a capital too, which is kept; a word that is given
    with capitals ("Office") is found only so. Raises Refused where there is nothing to replace.
    """
    old, new = old.strip(), new.strip()
    if not new or old == new:
        raise refuse(
            "global", N_("Say in “text” the words to be replaced throughout and in “to” the new words.")
        )
    small = old == old.lower()
    wanted = re.compile(_pattern(old, new), re.IGNORECASE if small else 0)

    def put(match: re.Match[str]) -> str:
        found = match["old"]
        if found is None:
            return match[0]
        words = new
        if small and found != found.lower() and found == found.upper() and len(found) > 1:
            words = new.upper()
        elif small and found[:1].isupper():
            words = new[:1].upper() + new[1:]
        return escape(words)

    changes = []
    for node_id in text.tree.under(top.id) if top is not None else tuple(text.tree.walk()):
        node = text.nodes[node_id]
        base = node.text(language)
        proposed = canonical(wanted.sub(put, base))
        if not node.deleted and proposed != base:
            changes.append(change_of(node_id, language, base, proposed))
    if not changes:
        raise refuse("global", N_("The words “{words}” stand nowhere in the text."), words=old)
    return tuple(changes)


def _pattern(old: str, new: str) -> str:
    """What is passed over (footnote references, the new words where they hold the old ones) and what is
    replaced. Characters that are marks stand escaped in a wording."""
    skipped = [_NOTE]
    if old.casefold() in new.casefold():
        skipped.append(_whole(new))
    return rf"{'|'.join(skipped)}|(?P<old>{_whole(old)})"


def _whole(words: str) -> str:
    found = re.sub(r"(?:\\?[ \u00a0\u202f])+", _SPACES, re.escape(escape(words)))
    before = rf"(?<!\w)(?<!{JOINED})(?<!\w{_HYPHEN})" if re.match(r"\w", words) else ""
    after = rf"(?!\w|{JOINED}|{_HYPHEN}\w)" if re.search(r"\w\Z", words) else rf"(?!{JOINED})"
    return before + found + after


__all__ = ["throughout"]
