"""Beside which field of the form that hands an amendment in a refusal is shown."""

from __future__ import annotations

from typing import Final

#: the rule of amendments that come after the deadline (procedure.md A2)
LATE: Final = "A2"
#: the row of the form, by rule
ROW_OF_RULE: Final = {
    "words_missing": "words",
    "nothing_changes": "words",
    "empty_wording": "words",
    "one_line": "words",
    "lines_differ": "words",
    "split_lines": "words",
    "language": "words",
    "seen": "words",
    "deleted": "node",
    "item_alone": "kind",
    "join_next": "kind",
    "move_where": "to",
    "global": "old",
    "unknown_actor": "by",
    "co_authors": "together",
    LATE: "late",
}
