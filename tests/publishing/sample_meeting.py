"""The sample meeting held in memory, without a file, for the tests of its papers; papers as golden texts."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import msgspec

from consult_app import sample
from consult_app.exchange.importing import import_command
from consult_app.exchange.reading import read
from consult_app.meetings.acts import LANGUAGES, Command, Context, stamp
from consult_app.meetings.setting_up.particulars import CreateMeeting
from consult_app.presets import preset
from consult_app.publishing.paper import Paper
from consult_app.sample import RULES, SampleClock, script
from consult_app.state import State, decide, read_command
from tests.publishing.reading import lines

GOLDEN = Path(__file__).parent / "golden"


@cache
def sample_state() -> State:
    """The state after the whole sample, on the days it is about."""
    commands = list(script())
    titles = next(each["titles"] for each in commands if each["do"] == "set_meeting")
    clock = SampleClock()
    state = State()
    seq = 0

    def perform(command: Command) -> None:
        nonlocal state, seq
        seq += 1
        state = decide(state, command, Context(seq, stamp(clock()))).state

    perform(CreateMeeting(titles=titles, rules=preset(RULES)))
    for language in LANGUAGES:
        perform(import_command(read(sample.folder() / f"draft.{language}.txt", language), state))
    for command in commands:
        clock.comes_to(command["do"])
        perform(read_command(json.dumps(command)))
    return state


def golden(paper: Paper) -> str:
    """The paper as the golden files have it: its masthead, then a line for each paragraph or row."""
    head = " | ".join(each for each in msgspec.structs.astuple(paper.masthead) if each)
    provisional = [f"[{paper.provisional}]"] if paper.provisional else []
    return "\n".join([head, *provisional, *lines(paper)]) + "\n"


def expected(paper: Paper) -> str:
    """What the golden file of the paper holds. To write it anew after a change that was looked at:
    ``(GOLDEN / …).write_text(golden(paper), "utf-8")``."""
    return (GOLDEN / f"{paper.key}.{paper.language}.txt").read_text("utf-8")
