"""Colours: exact, readable, and switched at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from consult_app.ui import fonts, icons, palette, stylesheet
from consult_app.ui.palette import PALETTES, Palette, Underline, contrast, group_style
from consult_app.ui.theme import Choice, Theme

UI = Path(palette.__file__).parent

TEXT_PAIRS = [
    ("ink", "ground"), ("ink", "panel"), ("dim", "ground"), ("dim", "panel"), ("accent", "panel"),
    ("accent", "accent_soft"), ("ink", "accent_soft"), ("on_accent", "accent"), ("ink", "hover"),
    ("government", "panel"), ("employers", "panel"), ("workers", "panel"), ("other", "panel"),
    ("government", "ground"), ("employers", "ground"), ("workers", "ground"),
    ("government", "government_soft"), ("employers", "employers_soft"), ("workers", "workers_soft"),
    ("ok", "panel"), ("warn", "warn_soft"), ("warn", "panel"), ("error", "error_soft"), ("error", "panel"),
    ("rail_ink", "rail"), ("rail_dim", "rail"), ("rail_strong", "rail_raised"), ("rail_strong", "rail_hover"),
    ("rail_on_accent", "rail_accent"), ("room_ink", "room"), ("room_dim", "room"),
]  # fmt: skip


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_every_pair_of_text_and_ground_is_readable(name: str, ink: str, ground: str) -> None:
    look = PALETTES[name]
    least = 7.0 if name.startswith("contrast") else 4.5
    # Group inks on the light ground are given by the drawn screens.
    given = name == "light" and ink in {"employers"} and ground in {"ground", "employers_soft"}
    assert contrast(getattr(look, ink), getattr(look, ground)) >= (4.3 if given else least)


@pytest.mark.parametrize("look", PALETTES.values(), ids=PALETTES)
def test_outlines_of_fields_and_focus_stand_out(look: Palette) -> None:
    assert contrast(look.edge, look.panel) >= 3
    assert contrast(look.focus, look.panel) >= 3
    assert contrast(look.rail_focus, look.rail) >= 3


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
    assert contrast(pale.colour, PALETTES["light"].panel) >= 4.5
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
