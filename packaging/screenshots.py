"""The pictures in docs/: the window with the sample meeting, in three languages, light and dark.

    python packaging/screenshots.py [--out docs] [--size 1366x768]

The real window is drawn offscreen with our own fonts, so that the pictures are the same everywhere.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main() -> int:
    """Write the pictures and print their paths."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--out", default=str(ROOT / "docs"))
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--languages", default="en")
    parser.add_argument("--looks", default="light,dark")
    parser.add_argument(
        "--stations", default="start,meeting,people,papers,amendments,table,languages,progress,publish"
    )
    options = parser.parse_args()
    width, height = (int(part) for part in options.size.split("x"))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="consult-pictures-") as home:
        os.environ["CONSULT_HOME"] = home
        for path in pictures(
            Path(options.out),
            (width, height),
            options.languages.split(","),
            options.looks.split(","),
            options.stations.split(","),
        ):
            print(path)
    return 0


def pictures(
    out: Path, size: tuple[int, int], languages: list[str], looks: list[str], stations: list[str]
) -> list[Path]:
    """One picture for each language, look and station; returns their paths."""
    from PySide6.QtCore import QDeadlineTimer, QEventLoop
    from PySide6.QtWidgets import QApplication

    from consult_app.places import documents_dir
    from consult_app.sample import play, prepare
    from consult_app.ui.file.openings import SAMPLE_FOLDER, SAMPLE_UNTIL
    from consult_app.ui.language import Languages
    from consult_app.ui.look.theme import Choice, Theme
    from consult_app.ui.office import Office

    app = QApplication.instance() or QApplication([])
    out.mkdir(parents=True, exist_ok=True)
    file = prepare(documents_dir() / SAMPLE_FOLDER)
    play(file, until=SAMPLE_UNTIL).close()
    Theme.instance().start()
    Languages.start()
    office = Office()
    shell = office.shell
    shell.resize(*size)
    shell.show()

    def settle(milliseconds: int = 300) -> None:
        deadline = QDeadlineTimer(milliseconds)
        while not deadline.hasExpired():
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def wait_for_meeting() -> None:
        deadline = QDeadlineTimer(20_000)
        while not shell.in_meeting and not deadline.hasExpired():
            settle(50)

    made = []
    for look in looks:
        Theme.instance().choose(Choice(look))
        for language in languages:
            Languages.set(language)
            for station in stations:
                if station == "start":
                    office.leave()
                else:
                    if not shell.in_meeting:
                        office.open(file)
                        wait_for_meeting()
                    shell.enter(station)
                settle()
                path = out / f"{station}-{language}-{look}.png"
                shell.grab().save(str(path))
                made.append(path)
    office.close_meeting()
    shell.close()
    return made


if __name__ == "__main__":
    sys.exit(main())
