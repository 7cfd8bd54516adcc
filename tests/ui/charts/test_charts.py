"""The charts: every bar and point can be reached by key and mouse, and is told in words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.ui.charts.bars import Bar, BarChart, Part
from consult_app.ui.charts.chart import Chart
from consult_app.ui.charts.patterns import Pattern, paint_part
from consult_app.ui.charts.steps import Line, Projection, Step, StepChart, Stretch, ticks
from consult_app.ui.look.palette import PALETTES
from consult_app.ui.look.theme import Choice, Theme
from tests.effort import MANY

STEPS = (
    Step(600, 3, "09:10, 3 of 12 adopted. Paragraphs 1 to 3."),
    Step(1800, 7, "09:30, 7 of 12 adopted. Paragraphs 4 to 7."),
    Step(2400, 6, "09:40, 6 of 12 adopted. Reopened: paragraph 7.", back=True),
)
LINE = Line(
    12,
    3600,
    STEPS,
    (Stretch(0, "Sitting 1", "1"), Stretch(1500, "Sitting 2", "2")),
    Projection(7200, "11:00", "11:00: at this pace, if the sitting goes on."),
    "12 paragraphs and items",
)
BARS = (
    Bar(
        "Government group",
        "5",
        (
            Part(3, Pattern.SOLID, "adopted", "adopted, 3"),
            Part(0, Pattern.CROSSED, "not adopted", "not adopted, 0"),
            Part(2, Pattern.EMPTY, "pending", "pending, 2"),
        ),
        "government",
        "●",
    ),
    Bar("Workers’ group", "1", (Part(1, Pattern.CROSSED, "not adopted", "not adopted, 1"),), "workers", "▲"),
    Bar("Employers’ group", "0", (Part(0, Pattern.SOLID, "adopted", "adopted, 0"),), "employers", "■"),
)


def put_up(qtbot: QtBot, chart: Chart) -> None:
    chart.set_words("Adopted", "6 of 12 adopted.")
    qtbot.addWidget(chart)
    chart.resize(600, 240)
    chart.show()
    with qtbot.waitActive(chart):
        chart.activateWindow()
    chart.setFocus()
    qtbot.waitUntil(chart.hasFocus)


@pytest.fixture
def steps(qtbot: QtBot) -> StepChart:
    chart = StepChart()
    chart.show_line(LINE)
    put_up(qtbot, chart)
    return chart


@pytest.fixture
def bars(qtbot: QtBot) -> BarChart:
    chart = BarChart()
    chart.show_bars(BARS, "None.")
    put_up(qtbot, chart)
    return chart


def test_the_arrows_tell_each_point_and_where_the_line_leads(steps: StepChart) -> None:
    told = []
    for _ in range(5):
        QTest.keyClick(steps, Qt.Key.Key_Right)
        told.append(steps.told)
    assert told[:3] == [step.words for step in STEPS]
    assert told[3] == told[4] == "11:00: at this pace, if the sitting goes on."
    QTest.keyClick(steps, Qt.Key.Key_Home)
    assert steps.told == STEPS[0].words
    QTest.keyClick(steps, Qt.Key.Key_End)
    QTest.keyClick(steps, Qt.Key.Key_Left)
    assert steps.told == STEPS[2].words


def test_what_is_at_hand_is_said_to_a_screen_reader(steps: StepChart) -> None:
    assert (steps.accessibleName(), steps.accessibleDescription()) == ("Adopted", "6 of 12 adopted.")
    QTest.keyClick(steps, Qt.Key.Key_Right)
    assert steps.accessibleDescription() == STEPS[0].words
    QTest.keyClick(steps, Qt.Key.Key_Escape)
    assert (steps.told, steps.accessibleDescription()) == ("", "6 of 12 adopted.")


def test_keys_that_are_not_its_own_go_on_to_the_window(steps: StepChart) -> None:
    assert steps.at_hand == -1
    QTest.keyClick(steps, Qt.Key.Key_Escape)
    QTest.keyClick(steps, Qt.Key.Key_A)
    assert steps.at_hand == -1


def test_the_mouse_tells_the_nearest_point_and_leaving_nothing(steps: StepChart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(steps.mark_reached):
        QTest.mouseMove(steps, (steps.marks[1].at + QPointF(3, 40)).toPoint())
    assert steps.told == STEPS[1].words
    assert steps.accessibleDescription() == "6 of 12 adopted.", "the mouse does not talk over the reader"
    steps.leaveEvent(QEvent(QEvent.Type.Leave))
    assert steps.told == ""


def test_without_focus_nothing_is_at_hand(steps: StepChart) -> None:
    QTest.keyClick(steps, Qt.Key.Key_Right)
    steps.clearFocus()
    assert steps.told == ""


def test_a_point_stands_higher_the_more_are_adopted(steps: StepChart) -> None:
    heights = [mark.at.y() for mark in steps.marks]
    assert heights[1] < heights[2] < heights[0]
    assert heights[3] < heights[1]
    across = [mark.at.x() for mark in steps.marks]
    assert across == sorted(across)


def test_a_projection_far_away_is_cut_off_and_still_told(steps: StepChart) -> None:
    far = Projection(1_000_000, "in March", "in March: at this pace.")
    steps.show_line(Line(12, 3600, STEPS, (), far))
    steps.settle()
    assert steps.marks[-1].words == "in March: at this pace."
    assert steps.marks[-1].at.x() <= steps.width()
    assert steps.marks[1].at.x() > steps.width() / 5, "what was done stays readable"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(Line(0, 0), id="no text"),
        pytest.param(Line(12, 0), id="nothing adopted"),
        pytest.param(Line(12, 0, (Step(0, 12, "all"),)), id="all at once"),
        pytest.param(Line(100_000, 9e6, (Step(8e6, 99_999, "many"),), LINE.stretches), id="very many"),
        pytest.param(Line(3, 0, STEPS[:1], (), Projection(0, "now", "now")), id="a projection to now"),
    ],
)
def test_a_line_of_nothing_or_of_very_much_is_painted(steps: StepChart, line: Line) -> None:
    steps.show_line(line, "Nothing has been adopted yet.")
    assert not steps.grab().isNull()
    for mark in steps.marks:
        assert steps.rect().toRectF().contains(mark.at)


def test_bars_are_told_part_by_part_and_empty_ones_left_out(bars: BarChart) -> None:
    bars.settle()
    assert [mark.words for mark in bars.marks] == [
        "Government group: adopted, 3",
        "Government group: pending, 2",
        "Workers’ group: not adopted, 1",
    ]
    QTest.keyClick(bars, Qt.Key.Key_Down)
    assert bars.told == "Government group: adopted, 3"
    QTest.keyClick(bars, Qt.Key.Key_Up)
    assert bars.told == "Government group: adopted, 3"
    QTest.mouseMove(bars, bars.marks[2].area.center().toPoint())
    assert bars.told == "Workers’ group: not adopted, 1"


def test_bars_are_to_one_scale(bars: BarChart) -> None:
    bars.settle()
    three, two, one = (mark.area.width() for mark in bars.marks)
    assert three > two > one
    assert three / one == pytest.approx(3, rel=0.1)


def test_very_small_parts_can_still_be_seen_and_pointed_at(bars: BarChart) -> None:
    parts = (Part(100_000, Pattern.SOLID, "a", "a"), Part(1, Pattern.DOTTED, "b", "b"))
    bars.show_bars((Bar("All", "100,001", parts),))
    bars.settle()
    assert bars.marks[1].area.width() >= 5
    assert not bars.grab().isNull()


def test_without_bars_a_sentence_stands_in_their_place(bars: BarChart) -> None:
    bars.show_bars((), "No amendment has been handed in yet.")
    assert not bars.grab().isNull()
    assert bars.marks == []
    QTest.keyClick(bars, Qt.Key.Key_Right)
    assert bars.told == ""


@pytest.mark.parametrize("look", list(Choice)[1:])
def test_both_charts_are_painted_in_every_look(bars: BarChart, look: Choice, qtbot: QtBot) -> None:
    steps = StepChart()
    qtbot.addWidget(steps)
    steps.show_line(LINE)
    steps.resize(500, 200)
    seen = set()
    for chart in (bars, steps):
        Theme.instance().choose(look)
        QTest.keyClick(chart, Qt.Key.Key_Right)
        image = chart.grab().toImage()
        seen |= {image.pixelColor(x, y).name() for x in range(0, 500, 2) for y in range(0, 160, 2)}
    palette = Theme.current()
    assert {palette.government, palette.accent} <= seen


def test_no_two_patterns_look_the_same_without_colour() -> None:
    pictures = set()
    for pattern in Pattern:
        image = QImage(40, 14, QImage.Format.Format_Grayscale8)
        image.fill(QColor("white"))
        painter = QPainter(image)
        palette = PALETTES["light"]
        paint_part(painter, QRectF(0, 0, 40, 14), pattern, palette.government, palette.government_soft)
        painter.end()
        pictures.add(bytes(image.constBits()))
    assert len(pictures) == len(Pattern)


@pytest.mark.soak
@settings(max_examples=MANY)
@given(st.integers(0, 10_000_000), st.integers(1, 30))
def test_the_ticks_are_few_round_and_end_with_the_whole(whole: int, most: int) -> None:
    found = ticks(whole, most)
    assert found[-1] == whole
    assert found == sorted(set(found))
    assert len(found) <= most + 1
    step = found[1] - found[0] if len(found) > 2 else 1
    assert str(step).strip("0") in ("1", "2", "5")
