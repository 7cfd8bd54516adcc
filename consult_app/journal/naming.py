"""Which file stands under a name, and how a finished file is given one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

#: nothing stands under the path any more, or something else does
How = Literal["gone", "replaced"]
Identity = tuple[int, int]


def identity(path: Path) -> Identity | None:
    """Device and number of the file that stands under *path*; None where none can be reached."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def free_name(path: Path) -> Path:
    """A name beside *path* under which nothing stands."""
    number = 2
    while (found := path.with_stem(f"{path.stem} ({number})")).exists():
        number += 1
    return found


def take_place(part: Path, target: Path) -> None:
    """Give the finished file *part* the name *target*. Raises FileExistsError where something stands there,
    also when it came to stand there this moment."""
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:  # a stick whose file system has no links
        if target.exists():
            raise FileExistsError(str(target)) from None
        part.replace(target)
    else:
        part.unlink()
