"""A button shown from a picture looks as one that is painted, and is painted anew where it looks another."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from functools import partial
from types import ModuleType

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from consult_app.ui.look.theme import Choice, Theme
from consult_app.ui.parts import controls, pictures
from consult_app.ui.parts.controls import Button
from consult_app.ui.parts.panels import Card
from consult_app.ui.table import positions
from consult_app.ui.table.positions import PositionsBar
from consult_app.ui.text.ink import Ink, InkLabel

VARIANTS = ("quiet", "primary", "flat", "flat-left", "danger", "rail", "rail-primary", "rail-link")


@pytest.fixture
def buttons(qtbot: QtBot) -> Iterator[list[Button]]:
    """One of each variant with a key, in a window, and one more like the first."""
    page = QWidget()
    column = QVBoxLayout(page)
    made = [Button(variant, "Adopt", "Ctrl+A") for variant in (*VARIANTS, VARIANTS[0])]
    for each in made:
        column.addWidget(each)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    assert all(each.hint for each in made)
    yield made
    page.hide()


def _directly(
    painter: QPainter, _widget: QWidget, _look: Hashable, paint: Callable[[QPainter], None], _ground: str
) -> None:
    paint(painter)


def _seen(widget: QWidget, ratio: float = 1.0) -> QImage:
    image = QImage(widget.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(Theme.current().panel))
    painter = QPainter(image)
    widget.render(painter, QPoint(), renderFlags=QWidget.RenderFlag(0))
    painter.end()
    return image


_ROUNDED = 2
"""Pixels that are half covered are rounded twice."""


def _forget() -> None:
    pictures._Kept.pictures.clear()
    pictures._Kept.pixels = 0


def _apart(one: QImage, other: QImage) -> int:
    """By how much the two differ where they differ most."""
    assert one.size() == other.size()
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(p - q) for p, q in pairs if p != q) if one != other else 0


def _from_picture(widget: QWidget, module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> tuple[bytes, int]:
    """What is shown of *widget*, which *module* paints, and how far that is from what would be painted."""
    _seen(widget)
    shown = _seen(widget)
    with monkeypatch.context() as patched:
        patched.setattr(module, "paint_alike", _directly)
        return bytes(shown.constBits()), _apart(shown, _seen(widget))


@pytest.mark.parametrize("ground", ["", "panel"])
@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK, Choice.CONTRAST])
def test_it_looks_as_if_it_was_painted(
    buttons: list[Button], choice: Choice, ground: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Theme.instance().choose(choice)
    for each in buttons:
        each.lie_on(ground)
        changes: tuple[Callable[[], object], ...] = (
            each.clearFocus,
            each.setFocus,
            partial(each.set_mark_colour, "#0057b7"),
            partial(each.setDown, True),
            partial(each.setEnabled, False),
        )
        for change in changes:
            change()
            assert _from_picture(each, controls, monkeypatch)[1] <= _ROUNDED, (
                each.property("variant"),
                choice,
            )


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK, Choice.CONTRAST])
def test_so_does_a_position_on_a_card(qtbot: QtBot, choice: Choice, monkeypatch: pytest.MonkeyPatch) -> None:
    Theme.instance().choose(choice)
    bar = PositionsBar()
    qtbot.addWidget(bar)
    with qtbot.waitExposed(bar):
        bar.show()
    seen = set()
    for stand in bar.buttons.values():
        changes: tuple[Callable[[], object], ...] = (
            stand.clearFocus,
            stand.setFocus,
            partial(stand.setChecked, True),
            stand.clearFocus,
            partial(stand.setEnabled, False),
        )
        for change in changes:
            change()
            shown, apart = _from_picture(stand, positions, monkeypatch)
            assert apart <= _ROUNDED, (stand.text(), choice)
            seen.add(shown)
    assert len(seen) >= 3 * len(bar.buttons)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_card_covers_its_corners_on_every_screen(qtbot: QtBot, ratio: float) -> None:
    card = Card(covers=True)
    qtbot.addWidget(card)
    card.resize(120, 60)
    card.devicePixelRatioF = lambda: ratio  # type: ignore[method-assign]
    with qtbot.waitExposed(card):
        card.show()
    image = QImage(card.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#ff00ff"))
    painter = QPainter(image)
    card.render(painter, QPoint(), renderFlags=QWidget.RenderFlag(0))
    painter.end()
    far = image.width() - 1, image.height() - 1
    for x, y in ((0, 0), (far[0], 0), (0, far[1]), far):
        assert image.pixelColor(x, y) == QColor(Theme.current().panel)


def test_a_label_in_several_inks_looks_as_if_it_was_painted(qtbot: QtBot) -> None:
    """From a picture too, and another one where it says, or is, something else."""
    page = QWidget()
    label, plain = InkLabel("figure"), InkLabel("figure")
    label.lie_on("panel")
    column = QVBoxLayout(page)
    for each in (label, plain):
        each.setWordWrap(True)
        column.addWidget(each)
    qtbot.addWidget(page)
    page.resize(220, 200)
    inks = (Ink("Employers ", tone="dim"), Ink("oppose what was said by many", strong=True))

    def say(*said: Ink) -> None:
        for each in (label, plain):
            each.show_inks(*said)

    def to_the_right() -> None:
        for each in (label, plain):
            each.setAlignment(Qt.AlignmentFlag.AlignRight)

    changes: tuple[Callable[[], object], ...] = (
        partial(say, *inks),
        page.show,
        partial(page.resize, 150, 200),
        partial(say, *reversed(inks)),
        partial(Theme.instance().choose, Choice.DARK),
        partial(Theme.instance().set_scale, 1.3),
        to_the_right,
    )
    seen = []
    for change in changes:
        change()
        qtbot.wait(20)
        label.prepare()
        _seen(label)
        shown = _seen(label)
        assert shown.size() == plain.size()
        assert _apart(shown, _seen(plain)) <= 2
        seen.append(bytes(shown.constBits()))
    assert len(set(seen)) == len(changes) - 1  # nothing is another where it is only shown


def test_those_that_look_alike_are_painted_once(
    buttons: list[Button], monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[Button] = []
    paint = Button._paint

    def watched(self: Button, *rest: object) -> None:
        painted.append(self)
        paint(self, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Button, "_paint", watched)
    first, alike = buttons[0], buttons[-1]
    first.setFocus()
    first.clearFocus()
    _forget()
    _seen(first)
    assert painted == [first]
    _seen(alike)
    assert painted == [first]
    changes: dict[str, Callable[[], object]] = {
        "words": lambda: alike.setText("Reject"),
        "key": lambda: alike.set_words("Reject", "Ctrl+R"),
        "mark": lambda: alike.set_mark_colour("#b00"),
        "down": lambda: alike.setDown(True),
        "off": lambda: alike.setEnabled(False),
        "size": lambda: alike.resize(alike.width() + 3, alike.height()),
        "variant": lambda: controls.set_property(alike, "variant", "danger"),
        "theme": lambda: Theme.instance().choose(Choice.DARK),
        "scale": lambda: Theme.instance().set_scale(1.4),
    }
    for what, change in changes.items():
        change()
        painted.clear()
        _seen(alike)
        assert painted == [alike], what
        _seen(alike)
        assert painted == [alike], what


def test_no_more_are_kept_than_are_of_use(buttons: list[Button]) -> None:
    kept, one = pictures._Kept, 1000 * 300
    for wide in range(1000, 1000 + 3 * pictures._MOST // one):
        buttons[0].resize(wide, 300)
        _seen(buttons[0])
        held = sum(each.width() * each.height() for each in kept.pictures.values())
        assert held == kept.pixels <= pictures._MOST + 2 * one


def test_on_a_screen_of_parts_of_pixels_it_is_painted_each_time(
    buttons: list[Button], monkeypatch: pytest.MonkeyPatch
) -> None:
    _forget()
    monkeypatch.setattr(Button, "devicePixelRatioF", lambda _self: 1.25)
    before = _seen(buttons[0])
    assert not pictures._Kept.pictures
    monkeypatch.undo()
    assert _apart(before, _seen(buttons[0])) <= 2
