"""The amendment engine: many pending amendments, many to one node, and one very long node rewritten.

What is measured must grow with what changes, not with the meeting: 500 and 3,000 pending amendments
stand side by side, and the word diff beside the fastest library on the same tokens.
"""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import Any

from benchmarks.figures import median_and_p95, report, timed
from benchmarks.large import Maker, sentence
from consult_app.drafting.text.nodes import Text

_LANGUAGES = ("en", "fr", "es")
_NODES = 300


def run(folder: Path) -> None:
    """Measure; *folder* is not used, nothing is written."""
    del folder
    for pending in (500, 3000):
        meeting = _meeting(pending)
        _view(meeting, pending)
        _order(meeting, pending)
        _adopt(meeting, pending)
    _one_node(200)
    _long_node(5000)


def _text(meeting: Maker) -> Text:
    return meeting.state.drafting.texts["conclusions"]


def _begun(words: list[dict[str, str]]) -> Maker:
    """A meeting with these paragraphs, each in three languages."""
    meeting = Maker()
    meeting.do({"do": "create_meeting", "titles": {"en": "Large"}, "rules": {"id": "custom"}})
    for language in _LANGUAGES:
        verb = "import_language" if meeting.state.drafting.texts else "import_text"
        nodes = [{"kind": "paragraph", "text": each[language], "enumeration": "arabic"} for each in words]
        meeting.do({"do": verb, "language": language, "nodes": nodes})
    return meeting


def _meeting(pending: int) -> Maker:
    """300 nodes in three languages, with that many pending amendments of the usual kinds."""
    chance = random.Random(pending)
    meeting = _begun([{each: sentence(chance, each, 40) for each in _LANGUAGES} for _ in range(_NODES)])
    for index in range(pending):
        meeting.do(_submission(meeting, chance, index))
    return meeting


def _submission(meeting: Maker, chance: random.Random, index: int) -> dict[str, Any]:
    nodes = list(_text(meeting))
    node = nodes[index % len(nodes)]
    words = node.text("en").split(" ")
    asked: dict[str, Any] = {"do": "submit_amendment", "by": "workers", "target": node.id, "kind": "replace"}
    at = chance.randrange(1, len(words) - 1)
    if index % 20 == 7:
        halves = " ".join(words[:at]), " ".join(words[at:])
        return asked | {"kind": "split", "text": "\n".join(halves)}
    if index % 20 == 11:
        return asked | {"kind": "insert_after", "text": sentence(chance, "en", 20)}
    words[at : at + chance.randrange(0, 3)] = [f"new{index}"]
    return asked | {"text": " ".join(words)}


def _forget() -> None:
    """Begin as a program does that was just started."""
    from consult_app.drafting import views
    from consult_app.drafting.amendments import order, rebase, standing
    from consult_app.drafting.wordings import diff, wording

    for cache in (
        rebase.merged,
        standing.spots,
        views._segments,
        wording.atoms,
        wording.parse,
        diff.fine,
        diff.tokens,
    ):
        cache.cache_clear()
    kept: tuple[Any, ...] = (order.placed, order._ranks, order._compared, standing.at_home, views._pending)
    for each in kept:
        each.forget()


def _view(meeting: Maker, pending: int) -> None:
    from consult_app.drafting.views import view

    def everything() -> None:
        for language in _LANGUAGES:
            view(meeting.state.drafting, _text(meeting), "marked", language)

    _forget()
    [first] = timed(everything, 1)
    median, p95 = median_and_p95(timed(everything, 25))
    name = f"consolidated view of 300 × 3, {pending:,} pending"
    report(f"{name}, first time", f"{first * 1000:.0f} ms", "under 500 ms")
    report(name, f"{median:.0f} / {p95:.0f} ms", "under 150 ms")
    samples = []
    for number in range(1, 26):
        # the same state is never looked at twice: a position on an amendment makes another of it
        stated = {"amendment": f"D.{number}", "group": "workers", "position": "supports"}
        meeting.do({"do": "state_position", **stated})
        samples += timed(everything, 1)
    median, p95 = median_and_p95(samples)
    report(f"{name}, after a decision", f"{median:.0f} / {p95:.0f} ms", "under 150 ms")


def _order(meeting: Maker, pending: int) -> None:
    """The whole order of discussion, with who cannot be placed, after another decision each time; and one
    rehearsal."""
    from consult_app.drafting.amendments.conflicts import cannot_place
    from consult_app.drafting.amendments.order import discussion
    from consult_app.drafting.deciding.rehearsal import rehearse
    from consult_app.meetings.acts import Context

    ordering, placing, rehearsing = [], [], []
    for number in range(1, 26):
        stated = {"amendment": f"D.{number}", "group": "workers", "position": "opposes"}
        meeting.do({"do": "state_position", **stated})
        state, text = meeting.state, _text(meeting)
        ordering += timed(lambda d=state.drafting, t=text: discussion(d, t), 1)  # type: ignore[misc]
        placing += timed(lambda d=state.drafting, t=text: cannot_place(d, t), 1)  # type: ignore[misc]
        amendment = state.drafting.by_number(f"D.{number}")
        context = Context(len(meeting.rows) + 1, "2026-11-02T12:00:00.000Z")
        assert amendment is not None
        rehearsing += timed(
            lambda s=state, c=context, a=amendment: rehearse(s.drafting, s.assembly, c, a),  # type: ignore[misc]
            1,
        )
    for what, samples in (
        (f"order of discussion of {pending:,}", ordering),
        (f"who of {pending:,} cannot be placed", placing),
        (f"what would follow from adopting one of {pending:,}", rehearsing),
    ):
        median, p95 = median_and_p95(samples)
        report(what, f"{median:.1f} / {p95:.1f} ms", "no figure asked")


def _adopt(meeting: Maker, pending: int) -> None:
    """Decide one adoption and find what it does to the others; the state goes on."""
    from consult_app.drafting.amendments.effect import effect

    samples = []
    numbers = [a.number for a in meeting.state.drafting.amendments.values()]
    chance = random.Random(1)
    for number in chance.sample(numbers, 200):
        amendment = meeting.state.drafting.by_number(number)
        if amendment is None or effect(meeting.state.drafting, amendment).outcome != "applies":
            continue
        start = time.perf_counter()
        meeting.do({"do": "adopt_amendment", "amendment": number, "confirm": True})
        samples.append(time.perf_counter() - start)
    median, p95 = median_and_p95(samples)
    report(
        f"adopt one of {pending:,} and update the others ({len(samples)} times)",
        f"{median:.1f} / {p95:.1f} ms",
        "p95 under 16 ms with redraw",
    )


def _one_node(many: int) -> None:
    """The base of one node with many amendments changes: all of them are carried onto it."""
    from consult_app.drafting.amendments.effect import effect

    chance = random.Random(5)
    words = sentence(chance, "en", 400).split(" ")
    meeting = _begun([{each: " ".join(words) for each in _LANGUAGES}])
    for index in range(many):
        new = list(words)
        new[2 * index] = f"new{index}"
        meeting.do(
            {
                "do": "submit_amendment",
                "by": "workers",
                "kind": "replace",
                "target": "1",
                "text": " ".join(new),
            }
        )
    samples, collided = [], 0
    for round_ in range(9):
        changed = _text(meeting).nodes[next(iter(_text(meeting))).id].text("en").split(" ")
        changed[2 * round_ + 1] = f"edited{round_}"
        meeting.do(
            {"do": "edit_wording", "node": "1", "language": "en", "text": " ".join(changed), "by": "Office"}
        )
        drafting = meeting.state.drafting
        start = time.perf_counter()
        outcomes = [effect(drafting, each).outcome for each in drafting.amendments.values()]
        samples.append(time.perf_counter() - start)
        collided = outcomes.count("collides")
    median, p95 = median_and_p95(samples)
    report(
        f"rebase all {many} amendments to one node of 400 words",
        f"{median:.0f} / {p95:.0f} ms; {collided} collide",
        "under 150 ms",
    )


def _long_node(length: int) -> None:
    """The largest sensible node, with every tenth word changed, and one written anew."""
    from rapidfuzz.distance import Indel

    from consult_app.drafting.wordings import diff

    chance = random.Random(9)
    words = sentence(chance, "en", length).split(" ")
    edited = list(words)
    for at in range(0, length, 10):
        edited[at] = f"other{at}"
    for name, new in (("every tenth word", edited), ("all words", sentence(chance, "es", length).split(" "))):
        base, proposed = " ".join(words), " ".join(new)

        def job(base: str = base, proposed: str = proposed) -> None:
            diff.fine.cache_clear()
            diff.diff(base, proposed)

        a, b = diff.tokens(base), diff.tokens(proposed)
        median, p95 = median_and_p95(timed(job, 15))
        floor, _ = median_and_p95(timed(lambda a=a, b=b: Indel.opcodes(a, b), 15))  # type: ignore[misc]
        report(
            f"a node of {length:,} words rewritten, {name}",
            f"{median:.0f} / {p95:.0f} ms; {median / floor:.1f} × the floor",
            "within 2 × the floor",
        )
