"""Words that somebody typed over several lines, as one line."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")


def one_line(words: str) -> str:
    """*words* with every run of ordinary blanks and line ends as one blank, and none at either end.

    No-break spaces are characters like others and stay, which ``str.split()`` would not let them.
    """
    return _BLANKS.sub(" ", words).strip()


__all__ = ["one_line"]
