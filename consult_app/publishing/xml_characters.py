"""What XML can hold of words that a person typed or pasted (XML 1.0 §2.2)."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def carried(words: str) -> str:
    """*words* with U+FFFD for each character that XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", words)


__all__ = ["carried"]
