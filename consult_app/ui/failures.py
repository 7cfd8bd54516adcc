"""What an exception says to a person."""

from __future__ import annotations

from consult_app.ui.language import say, tr


def words_of(error: Exception) -> str:
    """What an exception of opening or saving says to a person, in the window's language."""
    from consult_app.journal.errors import JournalError
    from consult_app.meetings.reasons import Refused

    if isinstance(error, JournalError):
        return say(error.message)
    if isinstance(error, Refused):
        return say(error.reason)
    return tr("It did not work: {error}", error=str(error))
