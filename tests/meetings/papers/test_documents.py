"""The register of reference documents."""

from __future__ import annotations

from typing import Any

import pytest

from consult_app.meetings.papers.documents import find_document
from tests.small_meeting import Meeting


def test_a_document_is_registered_and_found_however_it_is_written() -> None:
    meeting = Meeting()
    answer = meeting.do(
        "register_document",
        symbol="gb.319/pol/2 (rev.1)",
        titles={"en": " Outcome  of the talks "},
        unit="KEEPERS",
        date="2013-10-16",
        languages=["es", "en"],
        url="https://example.org/x",
    )
    assembly = meeting.state.assembly
    document = find_document(assembly, "GB.319/POL/2 (Rev.1)")
    assert document is not None and document.id == answer["id"]
    assert (document.kind, document.session, document.languages) == (
        "governing_body_document",
        "319",
        ("en", "es"),
    )
    assert find_document(assembly, "Outcome of the talks") == document
    assert find_document(assembly, document.id) == document
    assert find_document(assembly, "GB.0") is None


def test_numbers_are_checked_by_language_and_medium() -> None:
    meeting = Meeting()
    meeting.do(
        "register_document",
        titles={"en": "Keepers"},
        isbn={"en": {"print": "978-92-2-127890-0", "web": "978-92-2-127891-7"}, "fr": "978-92-2-227890-9"},
    )
    assert meeting.warnings() == []
    (document,) = meeting.state.assembly.documents.values()
    assert document.languages == ("en", "fr")
    meeting.do("change_document", document="Keepers", isbn={"es": "978-92-2-227891-7"})
    assert meeting.last is not None
    assert [w.values["right"] for w in meeting.last.warnings] == ["6", "3"]
    meeting.do("change_document", document="Keepers", isbn={"es": "", "en": {"web": ""}})
    (document,) = meeting.state.assembly.documents.values()
    assert document.isbn == {"en": {"print": "9789221278900"}, "fr": {"print": "9789222278909"}}


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({}, "document"),
        ({"symbol": "GB.319/POL"}, "symbol"),
        ({"symbol": "TMLK/2026/1 "}, "same_document"),
        ({"titles": {"en": "X"}, "date": "2026-02-29"}, "dates"),
        ({"titles": {"en": "X"}, "isbn": {"en": "12"}}, "isbn"),
        ({"titles": {"en": "X"}, "isbn": {"en": "9789221278900"}}, "same_isbn"),
        (
            {"titles": {"en": "X"}, "isbn": {"en": {"print": "9789221278917", "web": "9789221278917"}}},
            "same_isbn",
        ),
        ({"titles": {"en": "X"}, "url": "example.org"}, "url"),
    ],
)
def test_documents_that_cannot_be(fields: dict[str, Any], rule: str) -> None:
    meeting = Meeting()
    meeting.do("register_document", symbol="TMLK/2026/1", isbn={"en": "9789221278900"})
    assert meeting.refused("register_document", **fields).rule == rule


def test_the_unusual_is_kept_and_said() -> None:
    meeting = Meeting()
    meeting.do("register_document", symbol="Our symbol 7")
    assert len(meeting.warnings()) == 1
    meeting.do("register_document", symbol="GB.300/XYZ/1")
    assert len(meeting.warnings()) == 1
    meeting.do("register_document", symbol="A/68/190")
    assert (meeting.warnings(), list(meeting.state.assembly.documents.values())[-1].kind) == (
        [],
        "un_document",
    )


def test_an_entry_is_changed_and_removed() -> None:
    meeting = Meeting()
    meeting.do("register_document", symbol="TMLK/2026/1", titles={"en": "A", "fr": "B"})
    meeting.do("change_document", document="TMLK/2026/1", symbol="TMLK/2026/1(Rev.1)", titles={"fr": ""})
    (document,) = meeting.state.assembly.documents.values()
    assert (document.symbol, document.titles) == ("TMLK/2026/1(Rev.1)", {"en": "A"})
    meeting.do("remove_document", document="TMLK/2026/1 (rev 1)")
    assert meeting.state.assembly.documents == {}
    assert meeting.refused("remove_document", document="TMLK/2026/1").rule == "unknown_document"
