"""Where the backups of a meeting file lie; asked by the start page, so nothing heavy is imported here."""

from __future__ import annotations

from pathlib import Path

from ..places import state_dir


def folder_for(path: Path) -> Path:
    """Where the backups of the meeting in *path* are kept."""
    import hashlib  # the start page is shown before it is needed

    name = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:10]
    return state_dir() / "backups" / f"{path.stem}-{name}"


def backups_of(path: Path) -> list[Path]:
    """The backups of a meeting file, the newest first."""
    folder = folder_for(path)
    return sorted(folder.glob("*.consult"), reverse=True) if folder.is_dir() else []


__all__ = ["backups_of", "folder_for"]
