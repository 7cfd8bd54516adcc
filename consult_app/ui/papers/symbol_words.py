"""What a symbol says, in words, while it is typed."""

from __future__ import annotations

from consult_app.drafting.house_style.house import capitalized, ordinal_figure
from consult_app.meetings.kept.document import Document
from consult_app.meetings.symbols import SECTIONS, BadSymbol, Symbol, canonical, parse, written
from consult_app.ui.language import Languages, say, tr


def symbol_words(typed: str) -> tuple[str, bool]:
    """Return what the symbol *typed* is, and whether it can be a symbol; "" for an empty field."""
    if not typed.strip():
        return "", True
    try:
        symbol = parse(typed)
    except BadSymbol as error:
        return say(error.why), False
    if symbol is None:
        return tr("Follows no form of symbol known here; it is kept as it is."), True
    said = {"governing_body": _governing_body, "united_nations": _united_nations, "meeting": _meeting}[
        symbol.family
    ](symbol)
    tidy = written(symbol, Languages.current())
    return (capitalized(said) if tidy == typed.strip() else f"{tidy}: {said}"), True


def _governing_body(symbol: Symbol) -> str:
    session = ordinal_figure(int(symbol.body.removeprefix("GB.")), Languages.current())
    said = [tr("Governing Body, {ordinal} Session", ordinal=session)]
    if symbol.section not in SECTIONS:
        said.append(tr("section {section} (not one that is known here)", section=symbol.section))
    elif symbol.section == "PV":
        said.append(tr("minutes"))
    else:
        said.append(tr("section {section}", section=symbol.section))
    items = symbol.parts[1 + symbol.section.count("/") :]
    if items:
        said.append(tr("item {item}", item="/".join(items)))
    said += _marks(symbol)
    if symbol.draft:
        said.append(tr("draft decision {number}", number=symbol.draft))
    return ", ".join(said)


def _united_nations(symbol: Symbol) -> str:
    return ", ".join((tr("United Nations document"), *_marks(symbol)))


def _meeting(symbol: Symbol) -> str:
    return ", ".join((tr("document of the meeting {body}", body=symbol.body), *_marks(symbol)))


def _marks(symbol: Symbol) -> list[str]:
    said = []
    for mark in symbol.marks:
        name, _, number = mark.removeprefix("&").partition(".")
        words = {"Rev": tr("revision"), "Add": tr("addendum"), "Corr": tr("corrigendum")}[name]
        said.append(f"{words} {number}".strip())
    return said


def twin(typed: str, documents: dict[str, Document], own: str) -> Document | None:
    """Return the other document of the register that has the symbol *typed*, however it is spaced."""
    try:
        symbol = canonical(typed)
    except BadSymbol:
        return None
    return next(
        (each for each in documents.values() if symbol and each.symbol == symbol and each.id != own), None
    )
