"""What the files of a meeting are called (procedure.md §6.4)."""

from __future__ import annotations

import re
import unicodedata

from consult_app.state import State

from .governing_body.paper import file_name_stem
from .papers.heads import in_language

_SUFFIX = {"en": "En", "fr": "Fr", "es": "Sp"}


def file_name(
    state: State, key: str, language: str, form: str, *, draft: bool = False, text: str = ""
) -> str:
    """The name of the file: symbol (or title), paper, language as the house abbreviates it
    ("TTM-2026-final-Sp.pdf"; procedure.md §6.4). The Governing Body paper has its own symbol
    ("GB358-POL_2_[SECTOR-270115-1]-Sp.pdf"). A paper of one *text* (its id) of several says of which
    ("TTM-2026-resolution-final-Sp.pdf")."""
    meeting = state.assembly.meeting
    symbol = re.sub(r"[^\w.()&+-]+", "-", meeting.symbol).strip("-.")
    stem = symbol or _slug(in_language(meeting.titles, language)) or "meeting"
    mark = "-Provisional" if draft else ""
    of = _slug(text.replace("_", " ").replace("-", " "))
    key = f"{of}-{key}" if of else key
    named = file_name_stem(state) if key == "gb_paper" else ""
    return f"{named or f'{stem}-{key}'}{mark}-{_SUFFIX[language]}.{form}"


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", re.sub("['’]", " ", title)).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    out = ""
    for word in words:
        if len(out) + len(word) > 48:
            break
        out += f"-{word}" if out else word
    return out


__all__ = ["file_name"]
