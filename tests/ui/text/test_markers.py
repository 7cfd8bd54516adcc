"""The numbers before the nodes: *bis* is set apart, and pushes no words out of line."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from consult_app.ui.look import fonts
from consult_app.ui.text.markers import marker_width, parts_of


@pytest.mark.parametrize(
    ("marker", "parts"),
    [
        ("5bis.", ("5", "bis", ".")),
        ("(ii)bis", ("(ii)", "bis", "")),
        ("ii) bis", ("ii)", " bis", "")),
        ("12ter", ("12", "ter", "")),
        ("(viii)", ("(viii)", "", "")),
        ("+", ("+", "", "")),
    ],
    ids=["paragraph", "item", "French item", "outline", "without", "proposed"],
)
def test_the_latin_part_is_told_apart(marker: str, parts: tuple[str, str, str]) -> None:
    assert parts_of(marker) == parts
    assert "".join(parts) == marker


@pytest.mark.parametrize("marker", ["(iii)bis", "iii) bis", "15bis.", "(viii)"])
def test_usual_numbers_have_room_before_the_words(qapp: QApplication, marker: str) -> None:
    assert marker_width(marker, fonts.text(16)) + 3 <= fonts.text_pixels(40)
    assert marker_width(marker, fonts.window()) + 3 <= fonts.pixels(38)
