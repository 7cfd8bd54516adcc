"""Dates and times as the window says them, short and in the window's language.

The papers have their own forms in :mod:`consult_app.drafting`; these are for glancing at.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QTime

from consult_app.ui.language import Languages, tr


def day(when: date, *, weekday: bool = False, year: bool = False) -> str:
    """Return "7 November", with the weekday before it and the year after it where asked for."""
    pattern = "d 'de' MMMM" if Languages.current() == "es" else "d MMMM"
    if weekday:
        pattern = ("dddd, " if Languages.current() == "es" else "dddd ") + pattern
    if year:
        pattern += " 'de' yyyy" if Languages.current() == "es" else " yyyy"
    said = Languages.locale().toString(QDate(when.year, when.month, when.day), pattern)
    first = Languages.current() == "fr" and when.day == 1
    return said.replace("1 ", "1er ", 1) if first else said


def field_format(*, weekday: bool = False, day: bool = True) -> str:
    """Return Qt's pattern for a field that shows a date in the window's language: "7 November 2026", with
    the weekday before it, or without the day."""
    spanish = Languages.current() == "es"
    month = "MMMM 'de' yyyy" if spanish else "MMMM yyyy"
    if not day:
        return month
    whole = f"d 'de' {month}" if spanish else f"d {month}"
    return f"dddd{',' if spanish else ''} {whole}" if weekday else whole


def clock(when: datetime) -> str:
    """Return the hour and minute at the desk ("15:12")."""
    local = when.astimezone()
    return Languages.locale().toString(QTime(local.hour, local.minute), "HH:mm")


def span(first: date | None, last: date | None, today: date | None = None) -> str:
    """Return "3–7 November", as short as the two days allow; the year only when it is not this one."""
    start, end = first or last, last or first
    if start is None or end is None:
        return ""
    year = end.year != (today or date.today()).year
    if start == end:
        return day(end, year=year)
    if (start.year, start.month) == (end.year, end.month):
        number = "1er" if start.day == 1 and Languages.current() == "fr" else str(start.day)
        return f"{number}–{day(end, year=year)}"
    return f"{day(start, year=start.year != end.year)} – {day(end, year=year)}"


def moment(when: datetime, now: datetime | None = None) -> str:
    """Return "today 15:12", "yesterday 15:12", or the day, with its year when it is not this one."""
    local = when.astimezone()
    reference = (now or datetime.now().astimezone()).astimezone()
    if local.date() == reference.date():
        return tr("today {time}", time=clock(when))
    if local.date() == reference.date() - timedelta(days=1):
        return tr("yesterday {time}", time=clock(when))
    return day(local.date(), year=local.year != reference.year)
