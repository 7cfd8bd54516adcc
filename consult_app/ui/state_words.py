"""How an amendment stands, in a word."""

from __future__ import annotations

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.ui.language import Languages
from consult_app.words import term


def state_words(amendment: Amendment, state: str = "") -> str:
    """Return the state of *amendment*, or the *state* that it had, in the window's language: what is typed on
    the screen is accepted or put back, as its buttons say, and everything else adopted or not."""
    stem = "subamendment" if amendment.subamendment else "amendment"
    if amendment.kind == "live":
        stem = "live"
    return term("state", state or amendment.state, stem, Languages.current())


__all__ = ["state_words"]
