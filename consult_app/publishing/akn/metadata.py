"""The head of a document: identification on the three levels of FRBR, in the order of the schema."""

from __future__ import annotations

import msgspec

from .elements import Element, add
from .names import LANGUAGE_CODES, Work
from .referred import Referred


class Identity(msgspec.Struct, frozen=True):
    """Which expression of which work a document is.

    *date* is that of the expression, *dated* what happened on the work's date (``adoption``, ``submission``,
    ``issue``), *marked_up* when the file was made. *authors* are ``#id`` and role of those the work is from.
    *version* is the row of the record that it shows. *translates* is the IRI and the language of the
    expression that this one renders, *alias* what the work was called before.
    """

    work: Work
    language: str
    date: str
    dated: str
    authors: tuple[tuple[str, str], ...]
    version: int = 0
    marked_up: str = ""
    alias: str = ""
    authoritative: bool = False
    translates: tuple[str, str] = ("", "")

    @property
    def expression(self) -> str:
        """The IRI of the expression."""
        return self.work.expression(self.language, self.date)


def write_identification(meta: Element, identity: Identity, referred: Referred) -> None:
    """The ``identification`` of the document."""
    work, editor = identity.work, referred.role("editor")
    made = add(meta, "identification", source=referred.house)
    level = add(made, "FRBRWork")
    _core(level, work.iri, "", identity.alias)
    add(level, "FRBRdate", date=work.date, name=identity.dated)
    for who, role in identity.authors:
        add(level, "FRBRauthor", href=who, as_=role)
    add(level, "FRBRcountry", value="un")
    _document, subtype, name = work.kind
    add(level, "FRBRsubtype", value=subtype)
    add(level, "FRBRnumber", value=work.number, showAs=work.symbol)
    add(level, "FRBRname", value=name)
    add(level, "FRBRprescriptive", value="false")
    add(level, "FRBRauthoritative", value=_yes(identity.authoritative))
    level = add(made, "FRBRExpression")
    _core(level, identity.expression, "")
    add(level, "FRBRdate", date=identity.date, name=identity.dated)
    add(level, "FRBRauthor", href=referred.house, as_=editor)
    if identity.version:
        add(level, "FRBRversionNumber", value=str(identity.version))
    add(level, "FRBRauthoritative", value=_yes(identity.authoritative))
    add(level, "FRBRlanguage", language=LANGUAGE_CODES[identity.language])
    source, of = identity.translates
    if source:
        add(
            level,
            "FRBRtranslation",
            href=source,
            fromLanguage=LANGUAGE_CODES[of],
            by=referred.house,
            authoritative=_yes(identity.authoritative),
        )
    level = add(made, "FRBRManifestation")
    _core(level, identity.expression, ".xml")
    add(level, "FRBRdate", date=identity.marked_up or identity.date, name="markup")
    add(level, "FRBRauthor", href=referred.program(), as_=editor)
    add(level, "FRBRformat", value="xml")


def _core(level: Element, iri: str, ending: str, alias: str = "") -> None:
    add(level, "FRBRthis", value=f"{iri}/!main{ending}")
    add(level, "FRBRuri", value=f"{iri}{ending}")
    if alias:
        add(level, "FRBRalias", value=alias, name="draft")


def _yes(said: bool) -> str:
    return "true" if said else "false"


__all__ = ["Identity", "write_identification"]
