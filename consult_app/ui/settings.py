"""Where the window keeps what a person set for this desk: language, look, sizes, geometry.

One file beside the list of recent meetings; it follows ``CONSULT_HOME`` because
:mod:`consult_app.places` does.
"""

from __future__ import annotations

from PySide6.QtCore import QSettings

from consult_app import places


def settings() -> QSettings:
    """Return the desk's settings (an .ini file in the state directory)."""
    folder = places.state_dir()
    folder.mkdir(parents=True, exist_ok=True)
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)


def read_text(key: str, default: str = "") -> str:
    """Return the setting *key* as text; *default* when it was never set."""
    value = settings().value(key, default)
    return value if isinstance(value, str) else default


def read_number(key: str, default: float) -> float:
    """Return the setting *key* as a number; *default* when absent or not a number."""
    try:
        return float(read_text(key, str(default)))
    except ValueError:
        return default


def write(key: str, value: object) -> None:
    """Keep *value* under *key*, as text: so it reads the same before and after it was on disk."""
    settings().setValue(key, str(value))
