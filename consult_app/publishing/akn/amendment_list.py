"""The amendments of a meeting as ``<amendmentList>``: in the order of receipt, or in that of discussion under
the places of the text. Each is a document of its own, which the list refers to."""

from __future__ import annotations

from collections.abc import Iterator

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.amendments.order import below, in_order, placed
from consult_app.drafting.text.nodes import Text
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.words import translator

from ..formulas.people import author
from ..papers import compendium
from ..papers.sheet import in_order_of_receipt
from ..papers.working_text import WorkingText
from . import names
from .amendment import languages_of
from .elements import Element, add, root
from .metadata import Identity, write_identification
from .referred import Referred

_TITLE = N_("Amendments")


def by_receipt(state: State, language: str, version: int = 0, marked_up: str = "") -> Element:
    """The amendments in the order in which they were received, subamendments behind their amendment."""
    title = translator(language).gettext(_TITLE)
    listed = [("", amendment) for amendment in in_order_of_receipt(state)]
    return _list(state, language, "sheet", title, listed, version, marked_up)


def by_place(state: State, language: str, version: int = 0, marked_up: str = "") -> Element:
    """The amendments in the order of discussion, below the places of the text that they are about."""
    listed: list[tuple[str, Amendment]] = []
    for text in state.drafting.texts.values():
        listed += _placed(state, text, language)
    return _list(state, language, "compendium", compendium.title_words(language), listed, version, marked_up)


def _placed(state: State, text: Text, language: str) -> Iterator[tuple[str, Amendment]]:
    drafting, working = state.drafting, WorkingText(state, text, final=False)
    homes = {each.amendment.id: each.standing.home for each in placed(drafting, text)}
    mains = (each for each in drafting.of_text(text.id) if not each.amends)
    for amendment in in_order(drafting, text, mains):
        home = homes[amendment.id]
        place = working.reference(home, language) if home in working.labels else ""
        yield place, amendment
        yield from ((place, each) for each in below(drafting, amendment))


def _list(
    state: State,
    language: str,
    key: str,
    title: str,
    listed: list[tuple[str, Amendment]],
    version: int,
    marked_up: str,
) -> Element:
    day = names.as_at(state)
    work = names.paper_work(state, names.AMENDMENTS, key, day)
    outer, document = root("amendmentList", {"name": work.kind[2], "contains": "originalVersion"})
    referred = Referred(state, language)
    meta = add(document, "meta")
    authors = ((referred.meeting, referred.role("author")), (referred.house, referred.role("editor")))
    write_identification(meta, Identity(work, language, day, "issue", authors, version, marked_up), referred)
    container = add(add(document, "preface"), "container", name="identification", eId="ctn_1")
    add(add(container, "p"), "docTitle", title)
    if state.assembly.meeting.symbol:
        add(add(container, "p"), "docNumber", state.assembly.meeting.symbol)
    body = add(document, "collectionBody", eId="body")
    count, before = 0, ""
    for number, (place, amendment) in enumerate(listed, start=1):
        if place and place != before:
            count += 1
            heading = add(body, "component", eId=f"cmp_{count}")
            add(add(heading, "interstitial", eId=f"cmp_{count}__int"), "p", place)
        before = place
        count += 1
        component = add(body, "component", eId=f"cmp_{count}")
        add(component, "num", str(number))
        by = "; ".join(author(state.assembly, who, language) for who in amendment.handed_in_by)
        said, here = f"{amendment.number} ({by})", expression_of(state, amendment, language)
        add(component, "documentRef", eId=f"dref_{number}", href=here, showAs=said)
    referred.write(meta)
    return outer


def expression_of(state: State, amendment: Amendment, language: str) -> str:
    """The IRI of *amendment* in *language*, or as it was handed in where it has no words in that."""
    spoken = language if language in languages_of(amendment) else amendment.language
    work = names.amendment_work(state, amendment)
    return work.expression(spoken, work.date)


__all__ = ["by_place", "by_receipt", "expression_of"]
