"""Encodings of plain text."""

from __future__ import annotations

import pytest

from consult_app.exchange.reading import read_bytes

TEXT = "Título\r\n\r\n1. La Oficina debería – sin «demora» – informar.\r\n"
WORDS = "La Oficina debería – sin «demora» – informar."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_needs_no_repair(encoding: str) -> None:
    parsed = read_bytes(TEXT.encode(encoding), "es", "x.txt")
    assert [node.text for node in parsed.nodes] == ["Título", WORDS]
    assert parsed.repairs == ()


def test_windows_1252_is_a_repair() -> None:
    data = TEXT.encode("cp1252")
    parsed = read_bytes(data, "es", "x.txt")
    assert parsed.nodes[1].text == WORDS
    assert [(repair.kind, repair.line, repair.after) for repair in parsed.repairs] == [
        ("encoding", 1, "Título")
    ]
    undone = read_bytes(data, "es", "x.txt", frozenset({1}))
    assert undone.nodes[1].text == WORDS.replace("–", "\x96")
    assert undone.repairs == ()


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\u2028", "\f"])
def test_line_ends(end: str) -> None:
    parsed = read_bytes(end.join(["Title", "", "1. One.", "2. Two."]).encode(), "en", "x.txt")
    assert [node.text for node in parsed.nodes] == ["Title", "One.", "Two."]


def test_no_break_spaces_inside_stay() -> None:
    parsed = read_bytes("Titre\n\n1. La convention no\u00a097 devrait\u202f:\n".encode(), "fr", "x.txt")
    assert parsed.nodes[1].text == "La convention no\u00a097 devrait\u202f:"
