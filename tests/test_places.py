"""Where things lie: checkout, wheel and bundle; the folders of the person at the desk."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from consult_app import __version__, places

ROOT = Path(__file__).resolve().parent.parent


def test_checkout() -> None:
    assert places.in_checkout() == ROOT
    assert places.resources() == ROOT / "resources"
    assert places.locales() == ROOT / "locales"
    assert places.version == __version__


def test_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert places.resources() == tmp_path / "resources"
    with pytest.raises(FileNotFoundError, match="incomplete"):
        places.locales()


def test_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "consult_app"
    (package / "_data" / "locales").mkdir(parents=True)
    monkeypatch.setattr(places, "_PACKAGE", package)
    assert places.in_checkout() is None
    assert places.locales() == package / "_data" / "locales"
    with pytest.raises(FileNotFoundError, match="incomplete"):
        places.resources()


def test_folders_of_the_person(home: Path) -> None:
    assert not home.exists()
    for folder in (places.data_dir(), places.state_dir(), places.documents_dir()):
        assert folder.is_dir()
        assert folder.parent == home


def test_folders_follow_the_platform(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CONSULT_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    for variable in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(variable, raising=False)
    folders = [places.data_dir(), places.state_dir(), places.documents_dir()]
    assert len(set(folders)) == 3
    assert all(folder.is_dir() and folder.is_relative_to(tmp_path) for folder in folders)
