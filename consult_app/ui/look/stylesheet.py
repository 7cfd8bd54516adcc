"""The one style sheet, written with the palette's names.

Rules look at object types and at dynamic properties set by :mod:`consult_app.ui.parts.controls`
(``role``, ``variant``, ``tone``, ``surface``); no widget brings a sheet of its own. Sizes are steps
of the type scale, so that everything grows with it.
"""

from __future__ import annotations

from string import Template
from typing import Final

from consult_app.ui.look import fonts
from consult_app.ui.look.fonts import Size
from consult_app.ui.look.palette import Palette, tokens

_SURFACES: Final = """
QMainWindow, QDialog { background: $ground; }
QWidget[surface="ground"] { background: $ground; }
QWidget[surface="panel"] { background: $panel; }
QWidget[surface="rail"] { background: $rail; }
QWidget[surface="clear"], QStackedWidget, QScrollArea, QScrollArea > QWidget > QWidget[surface="clear"] {
  background: transparent; border: none; }
QScrollArea[role="page"] { border: 2px solid transparent; border-radius: 4px; }
QScrollArea[role="page"]:focus { border: 2px solid $focus; }
QFrame[role="hairline"] { background: $line; border: none; }
QFrame[role="card"] { background: $panel; border: 1px solid $line; border-radius: 9px; }
QFrame[role="card"]:focus { border: 2px solid $focus; }
QFrame[role="topbar"] { background: $panel; border: none; border-bottom: 1px solid $line; }
QFrame[role="footer"] { background: $panel; border: none; border-top: 1px solid $line; }
QFrame[role="banner"] { border: none; border-radius: 7px; background: $accent_soft; }
QFrame[role="banner"][tone="warn"] { background: $warn_soft; }
QFrame[role="banner"][tone="error"] { background: $error_soft; }
QToolTip { background: $panel; color: $ink; border: 1px solid $line; padding: 4px 6px; }
"""

_WORDS: Final = """
QLabel { background: transparent; color: $ink; }
QLabel[role="dim"] { color: $dim; }
QLabel[role="small"] { color: $dim; font-size: ${caption}px; }
QLabel[role="section"] { color: $dim; font-size: ${small}px; font-weight: 600; }
QLabel[role="lead"] { color: $dim; font-weight: 600; }
QLabel[role="gone"] { color: $dim; font-size: ${head}px; font-weight: 600; }
QLabel[role="heading"] { font-size: ${head}px; font-weight: 600; }
QLabel[role="topic"] { font-size: ${label}px; font-weight: 600; }
QLabel[role="figure"] { color: $dim; font-size: ${caption}px; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="chip"] { background: $ground; font-size: ${caption}px; border-radius: ${chip_radius}px;
  padding: 3px 9px; }
QLabel[role="warned"] { color: $warn; font-size: ${caption}px; border: 2px solid transparent; }
QLabel[role="warned"]:focus { border: 2px solid $focus; border-radius: 4px; }
QLabel[role="problem"] { color: $error; font-size: ${caption}px; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="error"] { color: $error; }
QLabel[role="display"] { color: $rail_strong; font-size: ${display}px; font-weight: 600; }
QLabel[role="claim"] { color: $rail_dim; font-size: ${head}px; }
"""

_BUTTONS: Final = """
QPushButton { background: $ground; color: $ink; border: 1px solid $line; border-radius: 6px;
  padding: 5px 12px; font-size: ${caption}px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:disabled { color: $off; }
QPushButton:focus { border: 2px solid $focus; padding: 4px 11px; outline: none; }
QPushButton:default, QPushButton[variant="primary"] { background: $accent; border-color: $accent;
  color: $on_accent; font-weight: 600; }
QPushButton[variant="primary"]:disabled { background: $accent_soft; border-color: $line; color: $off; }
QPushButton[variant="primary"]:focus { border: 2px solid $ink; }
QPushButton[variant="flat"] { background: transparent; border-color: transparent; }
QPushButton[variant="flat"]:hover, QPushButton[variant="flat-left"]:hover { background: $hover; }
QPushButton[variant="flat"]:focus { border: 2px solid $focus; }
QPushButton[variant="flat-left"] { background: transparent; border: 2px solid transparent;
  padding: 4px 7px 4px 0; }
QPushButton[variant="flat-left"]:focus { border: 2px solid $focus; padding: 4px 7px 4px 0; }
QPushButton[variant="danger"] { color: $error; }
QPushButton[variant="rail"], QPushButton[variant="rail-primary"] { border: 2px solid transparent;
  border-radius: 9px; padding: 12px 14px; font-size: ${label}px; font-weight: 600; text-align: left; }
QPushButton[variant="rail"] { background: $rail_raised; color: $rail_strong; }
QPushButton[variant="rail"]:hover { background: $rail_hover; }
QPushButton[variant="rail-primary"] { background: $rail_accent; color: $rail_on_accent; }
QPushButton[variant="rail"]:focus, QPushButton[variant="rail-primary"]:focus {
  border: 2px solid $rail_focus; padding: 12px 14px; }
QPushButton[variant="rail-link"] { background: transparent; border: 2px solid transparent; color: $rail_dim;
  padding: 3px 5px; font-size: ${body}px; }
QPushButton[variant="rail-link"]:checked { color: $rail_strong; font-weight: 600; }
QPushButton[variant="rail-link"]:hover { color: $rail_strong; }
QPushButton[variant="rail-link"]:focus { border: 2px solid $rail_focus;
  padding: 3px 5px; border-radius: 5px; }
QToolButton { background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 3px; }
QToolButton:hover { background: $hover; }
QToolButton:focus { border: 2px solid $focus; }
QFrame[role="segments"] { background: $panel; border: 1px solid $line; border-radius: 7px; }
QPushButton[variant="segment"] { background: transparent; color: $ink; border: 2px solid transparent;
  border-radius: 6px; padding: 2px 8px; }
QPushButton[variant="segment"]:hover { background: $hover; }
QPushButton[variant="segment"]:checked { background: $accent_soft; color: $accent; font-weight: 600; }
QPushButton[variant="segment"][tone="government"] { color: $government; }
QPushButton[variant="segment"][tone="employers"] { color: $employers; }
QPushButton[variant="segment"][tone="workers"] { color: $workers; }
QPushButton[variant="segment"]:focus { border: 2px solid $focus; padding: 2px 8px; }
QPushButton[variant="segment"]:disabled { color: $off; }
"""

_FIELDS: Final = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QSpinBox, QTimeEdit {
  background: $panel; color: $ink; border: 1px solid $edge; border-radius: 6px; padding: 5px 8px;
  placeholder-text-color: $dim;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus,
QTimeEdit:focus { border: 2px solid $focus; padding: 4px 7px; }
QLineEdit[invalid="true"], QDateEdit[invalid="true"], QComboBox[invalid="true"] { border-color: $error; }
QLineEdit:disabled, QComboBox:disabled, QDateEdit:disabled { color: $off; background: $ground; }
QLineEdit, QComboBox, QDateEdit, QSpinBox, QTimeEdit { min-height: ${field}px; max-height: ${field}px; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 22px; }
QComboBox QAbstractItemView { background: $panel; color: $ink; border: 1px solid $line; padding: 4px;
  selection-background-color: $accent_soft; selection-color: $ink; outline: none; }
QCheckBox, QRadioButton { background: transparent; spacing: 8px; }
QCheckBox:focus, QRadioButton:focus { color: $accent; text-decoration: underline; }
"""

_LISTS: Final = """
QAbstractItemView { background: $panel; color: $ink; border: none; outline: none;
  selection-background-color: $accent_soft; selection-color: $ink; alternate-background-color: $hover; }
QHeaderView { background: $panel; border: none; }
QHeaderView::section { background: $panel; color: $dim; border: none; border-bottom: 1px solid $line;
  padding: 6px 8px; font-size: ${small}px; font-weight: 600; }
QListView[role="offers"] { border: 1px solid $edge; }
QListView[role="pages"]::item { padding: 4px 9px; border-radius: 5px; }
QListView[role="pages"]::item:selected { background: $accent_soft; color: $ink; }
QTableView, QTreeView { gridline-color: $line; }
QTableView::item:focus, QTreeView::item:focus, QListView::item:focus { border: 2px solid $focus; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 2px 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 3px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 3px 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QProgressBar { background: $line; border: none; border-radius: 2px;
  max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QTabBar::tab { background: transparent; color: $dim; padding: 6px 12px;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $ink; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent; }
"""

_MENUS: Final = """
QMenu { background: $panel; color: $ink; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 12px; border-radius: 5px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $off; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QMenu::indicator { width: 14px; height: 14px; left: 6px; }
QMenu::item:checked { font-weight: 600; }
"""

_CONTRAST: Final = """
QLabel[role="chip"] { border: 1px solid $line; }
QFrame[role="banner"] { border: 1px solid $line; }
QPushButton[variant="quiet"]:disabled, QPushButton[variant="danger"]:disabled,
QPushButton[variant="primary"]:disabled, QPushButton:default:disabled {
  background: $panel; border: 1px dashed $off; color: $off; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled, QDateEdit:disabled,
QSpinBox:disabled, QTimeEdit:disabled { border: 1px dashed $off; color: $off; }
"""
"""Where grounds are all alike, a frame tells what is one thing, and a broken frame what cannot be used."""

_SHEET: Final = Template(_SURFACES + _WORDS + _BUTTONS + _FIELDS + _LISTS + _MENUS)
_CONTRAST_SHEET: Final = Template(_CONTRAST)


def style_sheet(palette: Palette) -> str:
    """Return the style sheet of the whole application for *palette* at the scale in force.

    Raises KeyError when a rule names a colour that the palette does not have.
    """
    names: dict[str, str] = tokens(palette)
    for size in Size:
        names[size.name.lower()] = str(fonts.pixels(size))
    names["field"] = str(fonts.line_height(fonts.window()) + 3)
    # more than half of its height, and Qt rounds nothing
    names["chip_radius"] = str(fonts.line_height(fonts.window(Size.CAPTION)) // 2 + 2)
    sheet = _SHEET.substitute(names)
    return sheet + _CONTRAST_SHEET.substitute(names) if palette.high_contrast else sheet
