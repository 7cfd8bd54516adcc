"""The screen does not go dark while the room looks at it: asked of a real session bus."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest

from consult_app.ui.room.awake import Awake
from tests.conftest import ROOT

SAVER = [sys.executable, "-m", "tests.ui.room.saver"]


@pytest.fixture
def bus() -> Iterator[dict[str, str]]:
    """The environment of a session with a bus of its own."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is missing: apt-get install dbus-daemon")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--print-address", "--nofork"], stdout=subprocess.PIPE, text=True
    )
    assert daemon.stdout is not None
    try:
        yield {**os.environ, "DBUS_SESSION_BUS_ADDRESS": daemon.stdout.readline().strip()}
    finally:
        daemon.terminate()
        daemon.communicate(timeout=20)


def test_the_session_is_asked_once_and_gets_its_word_back(bus: dict[str, str]) -> None:
    service = subprocess.Popen([*SAVER, "serve"], cwd=ROOT, env=bus, stdout=subprocess.PIPE, text=True)
    assert service.stdout is not None
    try:
        assert service.stdout.readline() == "ready\n"
        kept = subprocess.run(
            [*SAVER, "keep"], cwd=ROOT, env=bus, check=True, timeout=60, capture_output=True, text=True
        )
    finally:
        service.terminate()
        said, _ = service.communicate(timeout=20)
    assert said.splitlines() == ["inhibited by Consult: room screen"] * 2
    # the service lets the screen go dark again as soon as who asked has left the bus
    assert kept.stdout.splitlines() == ["kept 1", "kept 1", "not kept 0", "not kept 0", "kept 1"]


def test_a_session_without_a_screen_saver_is_let_be(bus: dict[str, str]) -> None:
    ran = subprocess.run([*SAVER, "keep"], cwd=ROOT, env=bus, capture_output=True, text=True, timeout=60)
    assert (ran.returncode, set(ran.stdout.splitlines())) == (0, {"not kept 0"})


def test_without_a_session_to_ask_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    awake = Awake()
    for wanted in (True, True, False):
        awake.keep(wanted)
    assert not awake.kept
