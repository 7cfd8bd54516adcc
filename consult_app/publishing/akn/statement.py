"""Conclusions and resolutions as ``<statement>``: one work, an expression for each language, in which the
same nodes have the same names."""

from __future__ import annotations

from consult_app.drafting.text.nodes import Text
from consult_app.state import State

from . import names
from .elements import Element, add, root
from .metadata import Identity, write_identification
from .procedure import write_lifecycle, write_text_analysis, write_workflow
from .referred import Referred
from .text_parts import TextParts


def statement(state: State, text: Text, language: str, version: int = 0, marked_up: str = "") -> Element:
    """The document of *text* in *language* as it stands: the draft, or the text as it was adopted.

    *version* is the row of the record, *marked_up* the day on which the file is made.
    """
    work = names.text_work(state, text)
    outer, document = root("statement", {"name": work.kind[2], "contains": "originalVersion"})
    referred = Referred(state, language)
    first = text.languages[0]
    date = text.adopted_on[:10] or names.as_at(state)
    identity = Identity(
        work,
        language,
        date,
        "adoption",
        ((referred.meeting, referred.role("author")),),
        version,
        marked_up,
        names.text_alias(state, text),
        text.adopted,
        ("", "") if language == first else (work.expression(first, date), first),
    )
    meta = add(document, "meta")
    write_identification(meta, identity, referred)
    parts = TextParts(state, text, language, referred)
    entries = parts.entries
    write_lifecycle(meta, state, text, referred)
    write_workflow(meta, state, text, entries, referred)
    write_text_analysis(meta, state, text, entries, referred)
    parts.write(document)
    # what is referred to is known only now
    referred.write(meta)
    return outer


__all__ = ["statement"]
