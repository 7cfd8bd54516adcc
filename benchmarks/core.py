"""Opening, deciding, the consolidated text and the word diff."""

from __future__ import annotations

import random
import resource
import time
from functools import partial
from pathlib import Path

from benchmarks.figures import median_and_p95, report, timed
from benchmarks.large import large, sentence


def run(folder: Path) -> None:
    """Measure the core on the large meeting."""
    path = folder / "large.consult"
    start = time.perf_counter()
    large(path)
    made = time.perf_counter() - start
    report("made the large meeting (300 × 3, 3,000 amendments, 50,000 rows)", f"{made:.1f} s", "")
    _opening(path)
    _deciding(path)
    _consolidated(path)
    _finding(path)
    _diff()


def _opening(path: Path) -> None:
    from consult_app.desk import Desk

    samples = []
    for _ in range(7):
        start = time.perf_counter()
        desk = Desk.open(path, write=False)
        samples.append(time.perf_counter() - start)
        desk.close()
    median, p95 = median_and_p95(samples)
    report("open it, snapshot present, after imports", f"{median:.0f} / {p95:.0f} ms", "under 300 ms")
    with Desk.open(path, write=False) as desk:
        [check] = timed(desk.check, 1)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    report("consult check: chain and replay of 50,000 rows", f"{check:.2f} s", "")
    report("memory of this process at its highest", f"{memory:.0f} MB", "(making the meeting included)")


def _deciding(path: Path) -> None:
    from consult_app.desk import Desk, Done
    from consult_app.drafting.deciding.adoption import AdoptAmendment

    with Desk.open(path) as desk:
        pending = [a.number for a in desk.state.drafting.amendments.values() if a.pending]
        samples, refused = [], 0
        for number in pending[:: len(pending) // 300][:300]:
            start = time.perf_counter()
            answer = desk.perform(AdoptAmendment(amendment=number, confirm=True)).result()
            if isinstance(answer, Done):
                samples.append(time.perf_counter() - start)
            else:
                refused += 1
        median, p95 = median_and_p95(samples)
    report(
        f"adopt an amendment, durable ({len(samples)} of them)",
        f"{median:.1f} / {p95:.1f} ms",
        "p95 under 16 ms with redraw",
    )


def _consolidated(path: Path) -> None:
    from consult_app.desk import Desk
    from consult_app.drafting import views
    from consult_app.drafting.amendments import rebase
    from consult_app.drafting.wordings import wording

    with Desk.open(path, write=False) as desk:
        drafting = desk.state.drafting
        text = next(iter(drafting.texts.values()))

        def everything() -> None:
            for language in text.languages:
                views.view(drafting, text, "marked", language)

        for cache in (rebase.merged, views._segments, wording.atoms, wording.parse):
            cache.cache_clear()
        [first] = timed(everything, 1)
        median, p95 = median_and_p95(timed(everything, 9))
    report("consolidated text, first time", f"{first * 1000:.0f} ms", "under 500 ms")
    report("consolidated text, from operations", f"{median:.0f} / {p95:.0f} ms", "under 150 ms")


def _finding(path: Path) -> None:
    from consult_app.desk import Desk
    from consult_app.drafting.amendments.findable import Index
    from consult_app.drafting.wordings.search import query

    with Desk.open(path, write=False) as desk:
        drafting, index = desk.state.drafting, Index()
        [first] = timed(lambda: index.passages(drafting), 1)
        samples = [
            timed(partial(index.find, drafting, query(each, whole=whole)), 1)[0]
            for each in ("d", "de", "dec", "dece", "decent", "travail", "new2", "zzz", "D.12")
            for whole in (False, True)
        ]
    median, p95 = median_and_p95(samples)
    report("find: reading all passages, once", f"{first * 1000:.0f} ms", "")
    report("find: each letter that is typed", f"{median:.1f} / {p95:.1f} ms", "under 30 ms")


def _diff() -> None:
    from rapidfuzz.distance import Indel

    from consult_app.drafting.wordings import diff

    chance = random.Random(3)
    old = " ".join(sentence(chance, "en", 40) for _ in range(10))
    words = old.split(" ")
    for at in range(0, len(words), 25):
        words[at] = f"other{at}"
    new = " ".join(words)
    ours, _ = median_and_p95(timed(lambda: diff.diff(old, new), 300))
    a, b = diff.tokens(old), diff.tokens(new)
    floor, _ = median_and_p95(timed(lambda: Indel.opcodes(a, b), 300))
    report(
        "word diff of 400 words, our tokens in the cache",
        f"{ours * 1000:.0f} µs; floor {floor * 1000:.0f} µs",
        "within 2 × the floor",
    )
