"""Lists of participants: from a workbook to the list, and back out as a spreadsheet."""

from __future__ import annotations

import resource
import time
from pathlib import Path

from benchmarks.figures import median_and_p95, report, timed

PEOPLE = 500
_HEADS = ("Name", "Title", "Role", "Group", "Country", "Organization", "Function")
_COUNTRIES = (
    "Norway",
    "Sénégal",
    "Uruguay",
    "KE",
    "Viet Nam",
    "Côte d’Ivoire",
    "Japan",
    "Iran (Islamic Republic of)",
)
_GROUPS = ("Government group", "Employers’ group", "Workers’ group")


def run(folder: Path) -> None:
    """Measure import, search and export of a list of 500, and the refusal of one of 100,000 rows."""
    start = time.perf_counter()
    import openpyxl

    report("openpyxl loaded, once", f"{(time.perf_counter() - start) * 1000:.0f} ms", "")
    path, huge = folder / "people.xlsx", folder / "huge.xlsx"
    _workbook(openpyxl, path, PEOPLE)
    _workbook(openpyxl, huge, 100_000)
    _importing(folder, path)
    _huge(huge)


def _workbook(openpyxl: object, path: Path, count: int) -> None:
    book = openpyxl.Workbook(write_only=True)  # type: ignore[attr-defined]
    sheet = book.create_sheet("Participants")
    sheet.append(_HEADS)
    for n in range(count):
        sheet.append(
            (
                f"Person Ñ{n}",
                ("Ms", "Mr")[n % 2],
                "member",
                _GROUPS[n % 3],
                _COUNTRIES[n % 8],
                f"Union {n % 40}",
                "Secretary",
            )
        )
    book.save(path)


def _importing(folder: Path, path: Path) -> None:
    from consult_app.desk import Desk, Done
    from consult_app.exchange.people import preview_people, read_people
    from consult_app.meetings.people.searching import search
    from consult_app.meetings.setting_up.particulars import CreateMeeting
    from consult_app.presets import preset
    from consult_app.publishing.papers.participants_table import participants_table
    from consult_app.publishing.xlsx_writer import write_xlsx

    samples = []
    for n in range(7):
        create = CreateMeeting(titles={"en": "River ports"}, rules=preset("technical_2019"))
        with Desk.create(folder / f"people{n}.consult", create) as desk:
            start = time.perf_counter()
            command = preview_people(read_people(path), desk.state.assembly).command()
            answer = desk.perform(command).result()
            samples.append(time.perf_counter() - start)
            assert isinstance(answer, Done), answer
            state = desk.state
    median, p95 = median_and_p95(samples)
    report(f"{PEOPLE} people from .xlsx, on disk", f"{median:.0f} / {p95:.0f} ms", "under 1 s")
    median, p95 = median_and_p95(timed(lambda: search(state.assembly, "norvege union secretary"), 9))
    report(f"search among {PEOPLE}", f"{median:.1f} / {p95:.1f} ms", "under 16 ms")
    median, p95 = median_and_p95(timed(lambda: write_xlsx(participants_table(state, "fr")), 9))
    report(f"{PEOPLE} people as .xlsx", f"{median:.0f} / {p95:.0f} ms", "")


def _huge(path: Path) -> None:
    from consult_app.exchange.errors import Unreadable
    from consult_app.exchange.people import read_people

    start = time.perf_counter()
    try:
        read_people(path)
    except Unreadable:
        took = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        report("100,000 rows refused", f"{took:.2f} s", "")
        report("memory of this process at its highest", f"{memory:.0f} MB", "(making the files included)")
