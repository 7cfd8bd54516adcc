"""What can be wrong with the words of one cell, and what becomes of them."""

from __future__ import annotations

import re

from consult_app.meetings.reasons import N_, Message

FORMULA = Message(N_("a formula ({formula}); formulas are not worked out, put the words themselves"))
_LOST = N_("letters were lost (“{words}”); save the file once more, as .xlsx or as CSV UTF-8")
#: what a spreadsheet would take for a formula, or for a call of another program
_FORMULA = re.compile(r"^\s*(?:=|@|[+\-][^|!(]*[|!(])")
_DAMAGED = re.compile("[\u00c2\u00c3\u00e2]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
#: what accented letters of an old Mac or of DOS become when they are read as those of Windows
_NOT_WINDOWS = re.compile(
    r"[^\W\d_A-Z][\u0160\u0178\u017d\u0192\u02c6\u201a\u201e\u2020\u2021\u2030\u00a1-\u00a4]"
    r"|[^\W\d_][\u02dc\u2013\u2014](?=[a-z])"
)


def formula(words: str) -> Message:
    """The fault of a cell that holds the formula *words*."""
    return Message(FORMULA.msgid, {"formula": words if len(words) <= 40 else f"{words[:40]}…"})


def fault_of(words: str) -> Message | None:
    """What is wrong with *words*: a formula written out, letters that were read in a wrong encoding."""
    if _FORMULA.match(words):
        return formula(words)
    if "\ufffd" in words:
        return Message(_LOST, {"words": words})
    if _DAMAGED.search(words):
        try:
            meant = words.encode("cp1252").decode("utf-8")
        except UnicodeError:
            return None
        if meant != words:
            return Message(
                N_("“{words}” was saved in a wrong encoding and must be “{meant}”; save the file once more"),
                {"words": words, "meant": meant},
            )
    return None


def lost(words: str) -> Message | None:
    """The fault of *words* that were read as those of Windows (cp1252) for want of a better guess, where
    signs stand in them that no name has there: "JosŽ" was José on an old Mac."""
    return Message(_LOST, {"words": words}) if _NOT_WINDOWS.search(words) else None


def tidy(words: str) -> str:
    """*words* on one line without control characters."""
    return " ".join(_CONTROL.sub("", words.replace("\u200b", "").replace("\ufeff", "")).split())
