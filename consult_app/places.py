"""Where things lie: alone knows the difference between a checkout, a wheel and a bundle.

* *checkout*: ``resources/`` and ``locales/`` stand beside the package;
* *wheel*: the build (``setup.py``) copies them into ``consult_app/_data/``;
* *bundle*: PyInstaller unpacks them into the folder that it names in ``sys._MEIPASS``.

The folders of the person at the desk follow the customs of the platform. ``CONSULT_HOME`` puts all
three of them under one folder, which is how tests, and several desks on one machine, keep apart.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from consult_app import __version__

NAME = "consult"
HOME_VARIABLE = "CONSULT_HOME"

_PACKAGE = Path(__file__).resolve().parent

version = __version__


def in_checkout() -> Path | None:
    """Return the root of the checkout that this code runs from, or None when it is installed."""
    root = _PACKAGE.parent
    return root if (root / "pyproject.toml").is_file() and (root / "locales").is_dir() else None


def resources() -> Path:
    """Return the folder of fonts, icons, Word templates, presets and registers.

    Raises FileNotFoundError when the installation is incomplete.
    """
    return _shipped("resources")


def locales() -> Path:
    """Return the folder of gettext catalogues, as ``gettext.translation(localedir=…)`` takes it.

    Raises FileNotFoundError when the installation is incomplete.
    """
    return _shipped("locales")


def data_dir() -> Path:
    """Return the folder for what a person would miss if it went (own rules, templates); made if needed."""
    home = _home()
    if home is None:
        import platformdirs

        return platformdirs.user_data_path(NAME, appauthor=False, ensure_exists=True)
    return _made(home / "data")


def state_dir() -> Path:
    """Return the folder for what can be found out again (recent meetings, window sizes); made if needed."""
    home = _home()
    if home is None:
        import platformdirs

        return platformdirs.user_state_path(NAME, appauthor=False, ensure_exists=True)
    return _made(home / "state")


def documents_dir() -> Path:
    """Return the folder where a person looks for her own files; made if needed."""
    home = _home()
    if home is None:
        import platformdirs

        return _made(platformdirs.user_documents_path())
    return _made(home / "documents")


def _shipped(name: str) -> Path:
    bundle: str | None = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        candidates = [Path(bundle) / name]
    else:
        root = in_checkout()
        candidates = [_PACKAGE / "_data" / name] if root is None else [root / name]
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"{candidates[0]}: this installation of Consult is incomplete")


def _home() -> Path | None:
    named = os.environ.get(HOME_VARIABLE)
    return Path(named).expanduser().absolute() if named else None


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
