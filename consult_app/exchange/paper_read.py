"""What was read of a printed paper, whatever its form."""

from __future__ import annotations

import msgspec

from consult_app.meetings.reasons import Message


class ReadLine(msgspec.Struct, frozen=True):
    """A paragraph of a paper: its words, and the number before them where the file counts it by itself."""

    words: str
    label: str = ""


class ReadPaper(msgspec.Struct, frozen=True):
    """What was read of a paper. A .docx has *lines* and *notes*; a .pdf has the lines of its *pages* as they
    are printed, heads and feet among them. *keywords* are those of the file, *feet* the words of its footers;
    *warnings* are what a person should know of it."""

    form: str
    keywords: str = ""
    feet: str = ""
    lines: tuple[ReadLine, ...] = ()
    notes: tuple[ReadLine, ...] = ()
    pages: tuple[tuple[str, ...], ...] = ()
    warnings: tuple[Message, ...] = ()
