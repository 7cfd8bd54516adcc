"""Words beside a list: the line of each group under what it would put in."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QTextDocument, QTextLayout
from pytestqt.qtbot import QtBot

from consult_app.drafting.wordings.wording import parse
from consult_app.ui.amendments.passage import Passage, underlined
from consult_app.ui.amendments.words import Ink, runs_html
from consult_app.ui.look.palette import Underline
from consult_app.ui.text.strokes import Stroke, draw_stroke, stretch_of

INK = "#ff0000"


def shown(qtbot: QtBot, line: Underline) -> QImage:
    label = Passage()
    qtbot.addWidget(label)
    label.resize(300, 60)
    # spaces that do not break have no ink of their own: what is red is the line
    label.setText(f"<p>Work {underlined('&nbsp;' * 20, line, INK)} for all</p>")
    label.show()
    return label.grab().toImage()


def lined_rows(image: QImage) -> list[int]:
    """How many pixels of the ink there are in each row that has any."""
    red = QColor(INK).rgb()
    found = (sum(image.pixel(x, y) == red for x in range(image.width())) for y in range(image.height()))
    return [number for number in found if number]


@pytest.mark.parametrize("line", [Underline.DOUBLE, Underline.DOTTED], ids=str)
def test_the_line_of_a_group_is_under_its_words(qtbot: QtBot, line: Underline) -> None:
    rows = lined_rows(shown(qtbot, line))
    if line is Underline.DOUBLE:
        assert len(rows) == 2 and rows[0] == rows[1]
    else:
        assert 0 < max(rows) < max(lined_rows(shown(qtbot, Underline.DOUBLE)))


def test_the_names_of_lines_are_not_left_in_the_words(qtbot: QtBot) -> None:
    label = Passage()
    qtbot.addWidget(label)
    label.setText(underlined("fair", Underline.DOUBLE, INK))
    assert label.text() == f'<span style="color:{INK}">fair</span>'


def test_each_group_has_its_line_and_nobody_a_solid_one(qtbot: QtBot) -> None:
    tones = ("government", "employers", "workers", "other", "warn")
    lines = [Ink.of(tone).line for tone in tones]
    assert lines == [
        Underline.SOLID,
        Underline.DOUBLE,
        Underline.DOTTED,
        Underline.DASHED,
        Underline.SOLID,
    ]


def test_no_words_that_were_shown_are_kept(qtbot: QtBot) -> None:
    label = Passage()
    qtbot.addWidget(label)
    label.show()
    held = []
    for number in range(1, 31):
        label.setText(f"<p>{underlined(f'words {number}', Underline.DOUBLE, INK)}</p>")
        held.append(len(label.findChildren(QTextDocument)))
    assert max(held) <= held[0] + 1


def stroke_columns(wide: float) -> list[int]:
    """The columns in which there is ink where a strike of that width begins at 20."""
    image = QImage(80, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    draw_stroke(painter, Stroke(20, 20 + wide, 20, INK, None), 0, 0, 16)
    painter.end()
    white = QColor("#ffffff").rgb()
    return [x for x in range(80) if any(image.pixel(x, y) != white for y in range(30))]


def test_the_strike_of_a_sign_alone_is_longer_than_the_sign() -> None:
    assert stroke_columns(3) == list(range(18, 25))
    assert stroke_columns(20) == list(range(20, 40))
    ink = Ink(INK, Underline.SOLID)
    assert len(words_of(runs_html(parse("."), change="delete", ink=ink))) > 1
    assert words_of(runs_html(parse("a"), change="delete", ink=ink)) == "a"


def words_of(html: str) -> str:
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText()


def test_no_line_is_left_of_a_space_that_hangs_at_the_end(qtbot: QtBot) -> None:
    layout = QTextLayout("board for")
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(QFontMetricsF(layout.font()).horizontalAdvance("board") + 1)
    layout.endLayout()
    assert line.textLength() == len("board ")
    assert stretch_of(line, 5, 6) is None
    assert stretch_of(line, 0, 6) is not None
