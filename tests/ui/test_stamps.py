"""Times of the record are said to the minute."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication, QDateEdit

from consult_app.ui.dates import clock, field_format
from consult_app.ui.language import Languages
from consult_app.ui.stamps import stamp


def test_the_minute_is_always_said() -> None:
    recorded = datetime.fromisoformat("2026-11-02T10:46:00.000+00:00")
    minute = clock(recorded)
    same_day = recorded.astimezone().replace(hour=23)
    later = datetime.fromisoformat("2026-11-20T10:00:00+00:00")
    assert stamp(recorded.isoformat(), same_day) == f"today {minute}"
    assert stamp(recorded.isoformat(), later) == f"2 November\u00a0{minute}"


@pytest.mark.parametrize(
    ("language", "day", "weekday", "month"),
    [
        ("en", "7 November 2026", "Saturday 7 November 2026", "November 2026"),
        ("fr", "7 novembre 2026", "samedi 7 novembre 2026", "novembre 2026"),
        ("es", "7 de noviembre de 2026", "sábado, 7 de noviembre de 2026", "noviembre de 2026"),
    ],
)
def test_a_field_shows_a_date_as_it_is_written(
    qapp: QApplication, language: str, day: str, weekday: str, month: str
) -> None:
    Languages.set(language)
    field = QDateEdit(QDate(2026, 11, 7))
    field.setLocale(Languages.locale())
    formats = (field_format(), field_format(weekday=True), field_format(day=False))
    shown = []
    for each in formats:
        field.setDisplayFormat(each)
        shown.append(field.text())
    assert shown == [day, weekday, month]
