"""A document of the register of reference documents, as it is kept."""

from __future__ import annotations

from typing import Literal

import msgspec

Kind = Literal[
    "report",
    "background_paper",
    "governing_body_document",
    "record",
    "conclusions",
    "resolution",
    "instrument",
    "un_document",
    "publication",
    "other",
]


class Document(msgspec.Struct, frozen=True, gc=False):
    """A document that the meeting works with. ``isbn`` is by language and medium, 13 digits each;
    ``session`` is that of the body it was laid before ("319")."""

    id: str
    symbol: str = ""
    titles: dict[str, str] = {}
    kind: str = "other"
    unit: str = ""
    languages: tuple[str, ...] = ()
    date: str = ""
    isbn: dict[str, dict[str, str]] = {}
    url: str = ""
    session: str = ""
