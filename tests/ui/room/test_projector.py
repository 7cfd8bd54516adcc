"""The room on a second screen, and the screen coming and going.

The screens of a platform are fixed when Qt starts, so both files run in a process of their own: one on
Qt's own platform with two screens, one on an X server whose monitors are plugged in and out.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from ctypes.util import find_library
from pathlib import Path

import pytest

from tests.conftest import ROOT, find_reader
from tests.ui.room.monitors import monitors

HERE = Path(__file__).parent


def carried_out(file: str, **environment: str) -> str:
    """Run the tests in *file*; returns what they say. Fails when one of them does."""
    # a worker of pytest-xdist would be taken for one
    ours = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(HERE / file)],
        cwd=ROOT,
        env={**ours, **environment},
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]
    return run.stdout


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of 3286 × 1080 points with one monitor, a laptop's."""
    if find_library("Xrandr") is None:
        pytest.skip("libXrandr is missing: apt-get install libxrandr2")
    reads, writes = os.pipe()
    server = subprocess.Popen(
        [
            find_reader("Xvfb"),
            "-displayfd",
            str(writes),
            "-screen",
            "0",
            "3286x1080x24",
            "-noreset",
            "-nolisten",
            "tcp",
        ],
        pass_fds=(writes,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writes)
    try:
        with os.fdopen(reads) as answer:
            name = f":{answer.readline().strip()}"
        with monitors(name) as found:
            found.plug_in("Laptop", 0, 0, 1366, 768, real=True)
            yield name
    finally:
        server.terminate()
        server.wait(timeout=20)


def test_on_two_screens() -> None:
    platform = f"offscreen:configfile={HERE / 'two_screens.json'}"
    assert " passed" in carried_out("on_two_screens.py", QT_QPA_PLATFORM=platform)


def test_with_hot_plug(display: str) -> None:
    said = carried_out("with_hot_plug.py", QT_QPA_PLATFORM="xcb", DISPLAY=display)
    assert " passed" in said
