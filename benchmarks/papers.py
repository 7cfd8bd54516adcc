"""The final text in three languages, .docx and .pdf, beside LibreOffice over the same files."""

from __future__ import annotations

import shutil
import subprocess
from functools import partial
from pathlib import Path

from benchmarks.figures import median_and_p95, report, timed
from benchmarks.large import Maker, sentence
from consult_app.state import State


def adopted(paragraphs: int) -> State:
    """An invented text of that many numbered paragraphs and items, adopted in three languages."""
    import random

    from consult_app.meetings.setting_up.particulars import CreateMeeting
    from consult_app.presets import preset

    chance = random.Random(5)
    maker = Maker()
    titles = {"en": "Large", "fr": "Grande", "es": "Grande"}
    maker.do(CreateMeeting(titles=titles, rules=preset("custom")))  # type: ignore[arg-type]
    shape = [("title", 0), ("organ", 0), ("clause", 0)]
    for index in range(paragraphs):
        if index % 50 == 0:
            shape.append(("heading", 0))
        shape.append(("item", 1) if index % 5 else ("paragraph", 0))
    for position, language in enumerate(("en", "fr", "es")):
        nodes = [
            {
                "kind": kind,
                "depth": depth,
                "enumeration": {"item": "roman", "paragraph": "arabic"}.get(kind, ""),
                "text": sentence(chance, language, 6 if kind in ("title", "heading") else 45),
            }
            for kind, depth in shape
        ]
        maker.do(
            {"do": "import_language" if position else "import_text", "language": language, "nodes": nodes}
        )
    maker.do({"do": "adopt_node", "node": "rest"})
    for language in ("fr", "es"):
        maker.do({"do": "sign_off", "node": "all", "language": language, "by": "Reviser"})
    maker.do({"do": "adopt_text"})
    return maker.state


def pending(paragraphs: int, amendments: int) -> State:
    """An invented text of that many paragraphs with that many amendments pending, each of which puts
    other words in the place of two."""
    import random

    from consult_app.meetings.setting_up.particulars import CreateMeeting
    from consult_app.presets import preset

    chance = random.Random(7)
    maker = Maker()
    maker.do(CreateMeeting(titles={"en": "Large"}, rules=preset("custom")))
    texts = [sentence(chance, "en", 45) for _ in range(paragraphs)]
    nodes = [{"kind": "paragraph", "enumeration": "arabic", "text": each} for each in texts]
    maker.do({"do": "import_text", "language": "en", "nodes": nodes})
    groups = ("government", "employers", "workers")
    for number in range(amendments):
        at = number % paragraphs
        words = texts[at].split(" ")
        place = 4 + 7 * (number // paragraphs) % max(1, len(words) - 6)
        words[place : place + 2] = [f"other{number}", "words"]
        maker.do(
            {
                "do": "submit_amendment",
                "by": groups[number % 3],
                "kind": "replace",
                "target": str(at + 1),
                "text": " ".join(words),
            }
        )
    return maker.state


def marked_draft() -> None:
    """Measure the draft with tracked changes: from the state to the Word file."""
    from consult_app.publishing.docx.writer import write_docx
    from consult_app.publishing.papers.marked import marked

    state = pending(600, 3_000)
    paper = marked(state, "en")
    builds = timed(lambda: marked(state, "en"), 5)
    writes = timed(lambda: write_docx(paper), 5)
    for what, times in (("laid out", builds), ("written as .docx", writes)):
        median, p95 = median_and_p95(times)
        report(
            f"draft with 3,000 amendments on 600 paragraphs, {what}",
            f"{median:.0f} / {p95:.0f} ms",
            "under 3 s",
        )


def marked_up() -> None:
    """Measure Akoma Ntoso: the adopted text in three languages, and a sheet of many amendments."""
    from consult_app.publishing.akn.writer import documents

    state = adopted(500)
    documents(state, "final", ("en", "fr", "es"))  # the schema is read once
    median, p95 = median_and_p95(timed(lambda: documents(state, "final", ("en", "fr", "es")), 5))
    report("Akoma Ntoso, 500 paragraphs, 3 languages", f"{median:.0f} / {p95:.0f} ms", "under 1 s")
    state = pending(600, 3_000)
    median, p95 = median_and_p95(timed(lambda: documents(state, "sheet", ("en",)), 2))
    report("Akoma Ntoso, 3,000 amendments, each a file", f"{median:.0f} / {p95:.0f} ms", "under 10 s")


def large_tables(folder: Path) -> None:
    """Measure the .pdf of two large tables, and LibreOffice making PDFs of the same two as .docx."""
    from consult_app.publishing.docx.writer import write_docx
    from consult_app.publishing.papers.order_paper import order
    from consult_app.publishing.papers.trilingual import trilingual
    from consult_app.publishing.pdf.writer import write_pdf

    papers = {
        "order of discussion, 300 amendments": order(pending(300, 300), "en"),
        "trilingual table, 300 rows": trilingual(adopted(300), "en"),
    }
    total = 0.0
    files = []
    for name, paper in papers.items():
        write_pdf(paper)
        median, p95 = median_and_p95(timed(partial(write_pdf, paper), 5))
        report(f"{name}, .pdf", f"{median:.0f} / {p95:.0f} ms", "under 700 ms")
        total += median
        files.append(folder / f"{paper.key}.docx")
        files[-1].write_bytes(write_docx(paper))
    beside_libreoffice(folder, files, total)


def beside_libreoffice(folder: Path, files: list[Path], ours: float) -> None:
    """Measure LibreOffice making PDFs of *files* in one run, and say how many times *ours* (ms) that is."""
    office = shutil.which("soffice")
    if office is None:
        report("LibreOffice over the same files", "not installed here", "")
        return
    command = [office, f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pdf"]
    command += ["--outdir", str(folder / "office-pdf"), *map(str, files)]

    def theirs() -> None:
        subprocess.run(command, check=True, capture_output=True)

    theirs()
    other, _ = median_and_p95(timed(theirs, 3))
    report(
        f"LibreOffice: .docx → .pdf of the same {len(files)} files",
        f"{other:.0f} ms ({other / ours:.1f} × ours)",
        "at least 2 ×",
    )


def run(folder: Path) -> None:
    """Measure the export, and LibreOffice making PDFs of the same three .docx files."""
    from consult_app.publishing.export import export

    marked_draft()
    large_tables(folder)
    state = adopted(500)
    out = folder / "papers"

    def ours() -> None:
        export(state, 10, out, papers=("final",))

    ours()  # imports and fonts
    median, p95 = median_and_p95(timed(ours, 5))
    report(
        "final text, 500 paragraphs, 3 languages, .docx + .pdf", f"{median:.0f} / {p95:.0f} ms", "under 3 s"
    )
    marked_up()
    beside_libreoffice(folder, sorted(out.glob("*.docx")), median)
