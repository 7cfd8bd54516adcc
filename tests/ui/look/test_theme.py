"""Colours: exact, readable, and switched at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from consult_app.ui.look import fonts, icons, palette, stylesheet
from consult_app.ui.look.palette import PALETTES, Palette, Underline, contrast, group_style
from consult_app.ui.look.theme import Choice, Theme
from consult_app.ui.parts.controls import HINT_ALPHA
from consult_app.ui.parts.ticks import BESIDE_BOX, TickBox

UI = Path(palette.__file__).parents[1]

INKS = (
    "ink", "dim", "accent", "government", "employers_words", "workers_words", "other", "ok", "warn", "error",
)  # fmt: skip
"""What words are written in, wherever they stand; ``dim`` is also that of hints and headings."""
GROUNDS = (
    "ground", "panel", "hover", "accent_soft", "government_soft", "employers_soft", "workers_soft",
    "other_soft", "warn_soft", "error_soft", "found", "room",
)  # fmt: skip
"""What they stand on: paper, card, row under the mouse or chosen, words put in by a group, banner, found."""
ON_THEIR_OWN = (
    ("on_accent", "accent"), ("rail_ink", "rail"), ("rail_dim", "rail"), ("rail_strong", "rail"),
    ("rail_ink", "rail_hover"), ("rail_strong", "rail_hover"), ("rail_strong", "rail_raised"),
    ("rail_on_accent", "rail_accent"), ("room_ink", "room"), ("room_dim", "room"),
)  # fmt: skip
MARKS = ("government", "employers", "workers", "other", "accent", "ok", "warn", "error", "focus", "edge")


def least(look: Palette) -> float:
    """The contrast that words must have (WCAG 2.2: AA, and AAA where high contrast is asked for)."""
    return 7.0 if look.name.startswith("contrast") else 4.5


@pytest.mark.parametrize("look", PALETTES.values(), ids=PALETTES)
def test_every_ink_is_readable_on_every_ground(look: Palette) -> None:
    pairs = [*((ink, ground) for ink in INKS for ground in GROUNDS), *ON_THEIR_OWN]
    poor = {
        (ink, ground): round(found, 2)
        for ink, ground in pairs
        if (found := contrast(getattr(look, ink), getattr(look, ground))) < least(look)
    }
    assert poor == {}


@pytest.mark.parametrize("look", PALETTES.values(), ids=PALETTES)
def test_the_inks_and_grounds_are_all_that_the_palette_has(look: Palette) -> None:
    soft = {name for name in palette.tokens(look) if name.endswith("_soft")}
    assert soft <= set(GROUNDS)
    assert {palette.words_tone(look, name) for name in MARKS[:8]} <= {getattr(look, ink) for ink in INKS}


@pytest.mark.parametrize("look", PALETTES.values(), ids=PALETTES)
def test_the_key_on_a_button_is_readable(look: Palette) -> None:
    share = 1.0 if look.name.startswith("contrast") else HINT_ALPHA
    for ink, grounds in (
        ("ink", ("ground", "hover", "accent_soft")),
        ("error", ("ground", "hover", "accent_soft")),
        ("on_accent", ("accent",)),
        ("rail_on_accent", ("rail_accent",)),
        ("rail_strong", ("rail_raised", "rail_hover")),
    ):
        for ground in (getattr(look, name) for name in grounds):
            shown = blended(getattr(look, ink), ground, share)
            assert contrast(shown, ground) >= least(look), (ink, ground)


def blended(ink: str, ground: str, share: float) -> str:
    """*ink* painted with the opacity *share* on *ground*."""
    pairs = zip(bytes.fromhex(ink[1:]), bytes.fromhex(ground[1:]), strict=True)
    return "#" + bytes(round(over * share + under * (1 - share)) for over, under in pairs).hex()


@pytest.mark.parametrize("look", PALETTES.values(), ids=PALETTES)
def test_what_cannot_be_used_is_legible_and_paler_than_what_can(look: Palette) -> None:
    for ground in (look.ground, look.panel):
        assert 4.5 <= contrast(look.off, ground) <= contrast(look.ink, ground) / 2
    dashed = "1px dashed" in stylesheet.style_sheet(look)
    assert dashed == look.high_contrast  # where all grounds are alike, a frame must tell


@pytest.mark.parametrize("look", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QTextEdit], ids=lambda kind: kind.__name__)
def test_the_hint_in_an_empty_field_is_readable(
    look: Palette, kind: type[QLineEdit | QPlainTextEdit | QTextEdit], qtbot: QtBot
) -> None:
    Theme.instance().choose(Choice(look.name))
    field = kind()
    qtbot.addWidget(field)
    field.setPlaceholderText("▇▇▇▇▇▇")
    field.resize(240, 60)
    field.show()
    shown = field.grab().toImage()
    inside = [shown.pixelColor(x, y).name() for x in range(8, 120, 2) for y in range(8, shown.height() - 8)]
    assert max(contrast(each, look.panel) for each in inside) >= least(look)


@pytest.mark.parametrize("look", PALETTES.values(), ids=PALETTES)
def test_the_frame_of_an_empty_box_stands_out_and_differs_where_it_cannot_be_ticked(
    look: Palette, qtbot: QtBot
) -> None:
    Theme.instance().choose(Choice(look.name))
    box = TickBox()
    qtbot.addWidget(box)
    box.show()
    middle = box.height() // 2

    def edge() -> list[str]:
        shown = box.grab().toImage()
        return [shown.pixelColor(BESIDE_BOX, y).name() for y in range(middle - 6, middle + 6)]

    free = [contrast(each, look.panel) for each in edge()]
    assert min(free) >= 3
    box.setEnabled(False)
    assert max(contrast(each, look.panel) for each in edge()) < min(free)


@pytest.mark.parametrize("look", PALETTES.values(), ids=PALETTES)
def test_marks_lines_outlines_and_focus_stand_out(look: Palette) -> None:
    # what is found has a line around it, which is what must be seen
    grounds = [ground for ground in GROUNDS if ground != "found"]
    poor = [
        (mark, ground)
        for mark in MARKS
        for ground in grounds
        if contrast(getattr(look, mark), getattr(look, ground)) < 3
    ]
    assert poor == []
    assert contrast(look.warn, look.found) >= 3
    for ground in (look.rail, look.rail_raised, look.rail_hover):
        assert contrast(look.rail_focus, ground) >= 3


def test_groups_have_the_colours_marks_and_underlines_of_the_design() -> None:
    light = PALETTES["light"]
    assert [group_style(light, g).colour for g in ("government", "employers", "workers")] == [
        "#0060a8",
        "#b8500a",
        "#0a7a58",
    ]
    styles = [group_style(light, g) for g in ("government", "employers", "workers", "asia_pacific")]
    assert [s.mark for s in styles] == ["●", "■", "▲", "◆"]
    assert [s.underline for s in styles] == [
        Underline.SOLID,
        Underline.DOUBLE,
        Underline.DOTTED,
        Underline.DASHED,
    ]


def test_a_group_s_own_colour_is_made_readable_and_left_out_at_high_contrast() -> None:
    pale = group_style(PALETTES["light"], "arab_states", colour="#ffee88", mark="★")
    assert pale.mark == "★"
    assert all(contrast(pale.ink, getattr(PALETTES["light"], ground)) >= 4.5 for ground in GROUNDS)
    assert (
        group_style(PALETTES["contrast"], "arab_states", colour="#ffee88").colour
        == PALETTES["contrast"].other
    )


@pytest.mark.parametrize("look", PALETTES.values(), ids=PALETTES)
def test_the_sheet_uses_only_colours_of_the_palette(look: Palette) -> None:
    sheet = stylesheet.style_sheet(look)
    assert "$" not in sheet
    assert set(re.findall(r"#[0-9a-fA-F]{6}\b", sheet)) <= set(palette.tokens(look).values())


def test_no_other_module_names_a_colour() -> None:
    named = re.compile(r"[\"']#[0-9a-fA-F]{3,8}[\"']")
    guilty = [
        p.name for p in UI.glob("*.py") if p.name != "palette.py" and named.search(p.read_text("utf-8"))
    ]
    assert guilty == []


def test_a_choice_reaches_palette_and_sheet_at_once_and_is_remembered(
    qapp: QApplication, qtbot: QtBot
) -> None:
    theme = Theme.instance()
    with qtbot.waitSignal(theme.changed):
        theme.choose(Choice.DARK)
    assert Theme.current() is PALETTES["dark"]
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == PALETTES["dark"].ground
    assert PALETTES["dark"].panel in qapp.styleSheet()
    theme.start()
    assert theme.choice is Choice.DARK


def test_a_remembered_look_that_is_unknown_gives_the_system_s() -> None:
    from consult_app.ui import settings

    settings.write("look/theme", "sepia")
    Theme.instance().start()
    assert Theme.instance().choice is Choice.SYSTEM


class SystemLook:
    """What a system says of its look; no platform of these tests has one to change."""

    def __init__(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme

    def colorScheme(self) -> Qt.ColorScheme:
        """Qt's name."""
        return self.scheme


def test_the_look_follows_the_system_while_running_unless_it_is_forced(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme, system = Theme.instance(), SystemLook(Qt.ColorScheme.Light)
    monkeypatch.setattr(theme, "_hints", system)
    theme.choose(Choice.SYSTEM)
    assert Theme.current() is PALETTES["light"]
    system.scheme = Qt.ColorScheme.Dark
    with qtbot.waitSignal(theme.changed):
        theme._follow_system()
    assert Theme.current() is PALETTES["dark"]
    for forced, name in ((Choice.LIGHT, "light"), (Choice.CONTRAST, "contrast")):
        theme.choose(forced)
        theme._follow_system()
        assert Theme.current() is PALETTES[name]
    system.scheme = Qt.ColorScheme.Unknown
    theme.choose(Choice.SYSTEM)
    assert Theme.current() is PALETTES["light"]


def test_type_grows_with_the_scale_within_its_limits(qtbot: QtBot) -> None:
    label = QLabel("Paragraph 5(iii)")
    qtbot.addWidget(label)
    label.show()
    before = label.sizeHint().height()
    Theme.instance().set_scale(1.5)
    assert label.sizeHint().height() > before
    Theme.instance().set_scale(9)
    assert fonts.scale() == fonts.LARGEST_SCALE


def test_the_shipped_fonts_are_the_ones_used(qtbot: QtBot) -> None:
    from PySide6.QtGui import QFontInfo

    assert QFontInfo(fonts.window()).family() == "Inter"
    assert QFontInfo(fonts.text()).family() == "Gentium Plus"


def test_every_icon_can_be_drawn(qapp: QApplication) -> None:
    for name in icons.icon_names():
        image = icons.icon(name, PALETTES["light"].ink, 24).pixmap(24, 24).toImage()
        inked = sum(image.pixelColor(x, y).alpha() > 0 for x in range(24) for y in range(24))
        assert inked > 6, name


def test_the_window_writes_an_x_as_it_is(qapp: QApplication) -> None:
    Theme.instance().start()
    wide = QFontMetricsF(fonts.window(40)).horizontalAdvance
    # a sign of multiplication, which Inter would draw between figures, is wider than the letter
    assert abs(wide("1366x768") - (wide("1366") + wide("x") + wide("768"))) < 1
