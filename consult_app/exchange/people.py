"""Lists of participants from a spreadsheet: what each row would put on the list, or what is wrong in it.

All or nothing: while one row has a fault, :meth:`PeoplePreview.command` is refused and nothing is recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

import msgspec

from consult_app.exchange import columns
from consult_app.exchange.errors import unreadable
from consult_app.exchange.reading_person import Reader
from consult_app.exchange.sheets import Row, letters
from consult_app.exchange.spreadsheet import load, read_sheet
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.people.countries import simple
from consult_app.meetings.people.people import Person, RegisterParticipants
from consult_app.meetings.reasons import N_, Message, refuse

Duplicates = Literal["ask", "skip", "update", "both"]


class PeopleTable(msgspec.Struct, frozen=True):
    """A list as it was read. ``header`` is the number of the row of headings (0: none was found),
    ``columns`` are the headings, ``mapping`` gives the column (from 0) of each field as it was guessed,
    ``rows`` are those below, ``every`` all of the sheet. ``merged`` names merged cells as in
    ``spreadsheet.Sheet``."""

    source: str
    sheet: str
    sheets: tuple[str, ...]
    encoding: str
    delimiter: str
    header: int
    columns: tuple[str, ...]
    mapping: dict[str, int]
    rows: tuple[Row, ...]
    every: tuple[Row, ...]
    merged: tuple[tuple[str, int, int, int, int], ...] = ()

    def left_out(self, mapping: Mapping[str, int] | None = None) -> tuple[str, ...]:
        """The headings of columns that no field takes anything from."""
        used = set((self.mapping if mapping is None else mapping).values())
        return tuple(head for column, head in enumerate(self.columns) if column not in used and head)


class Line(msgspec.Struct, frozen=True):
    """What becomes of one row. ``person`` is None where a fault stands in the way and for a row that is
    ``skipped``; ``duplicate`` is "", "in_file" or "on_list"."""

    row: int
    name: str
    person: Person | None
    faults: tuple[Message, ...] = ()
    warnings: tuple[Message, ...] = ()
    duplicate: str = ""
    skipped: bool = False


class PeoplePreview(msgspec.Struct, frozen=True):
    """Every row with its person or its faults."""

    lines: tuple[Line, ...]
    faults: tuple[Message, ...]
    warnings: tuple[Message, ...]

    @property
    def people(self) -> tuple[Person, ...]:
        """Those who would be put on the list or updated."""
        return tuple(line.person for line in self.lines if line.person is not None)

    @property
    def skipped(self) -> int:
        """How many rows are passed over because they name somebody a second time."""
        return sum(line.skipped for line in self.lines)

    def command(self) -> RegisterParticipants:
        """The one Command that carries the whole list out. Raises Refused while anything is wrong."""
        if self.faults:
            raise refuse(
                "faults",
                N_("Nothing was imported: {count} faults in the list. The first: {fault}"),
                count=len(self.faults),
                fault=self.faults[0],
            )
        if not self.people:
            raise refuse("people", N_("There is nobody on the list."))
        return RegisterParticipants(people=self.people)


def read_people(path: Path, sheet: str = "") -> PeopleTable:
    """The list in the file *path* (.xlsx or .csv), from the sheet of that name or else from the one with
    the best headings. Raises :class:`Unreadable`."""
    return read_people_bytes(load(path), path.name, sheet)


def read_people_bytes(data: bytes, source: str, sheet: str = "") -> PeopleTable:
    """As :func:`read_people`, for the bytes of a file called *source*."""
    read = read_sheet(data, sheet, best=columns.likes)
    place, _fields = columns.header_among(read.rows)
    table = PeopleTable(
        source, read.name, read.sheets, read.encoding, read.delimiter, 0, (), {}, (), read.rows, read.merged
    )
    return headed(table, read.rows[place].number if place >= 0 else 0)


def headed(table: PeopleTable, number: int) -> PeopleTable:
    """The table with the row of that number as its headings, the mapping guessed from them; with 0 no row
    is, and the columns are called by their letters. Raises Unreadable for a row that is empty."""
    width = max(len(row.cells) for row in table.every)
    head = next((row for row in table.every if row.number == number), None)
    if number and head is None:
        raise unreadable(N_("Row {row} is empty; choose the one with the headings."), row=number)
    return msgspec.structs.replace(
        table,
        header=number,
        columns=tuple(head.cell(column) if head else letters(column) for column in range(width)),
        mapping=columns.fields_of(head) if head else {},
        rows=tuple(row for row in table.every if row.number > number),
    )


def headed_for(table: PeopleTable, headings: Iterable[str]) -> PeopleTable:
    """The table with the first row as its headings that holds all of *headings* (letters of columns
    aside), where none was recognized; else as it is."""
    wanted = {simple(each) for each in headings if simple(each)}
    wanted -= {simple(letters(column)) for column in range(len(table.columns))}
    if table.header or not wanted:
        return table
    for row in table.every[:30]:
        if wanted <= {simple(cell) for cell in row.cells}:
            return headed(table, row.number)
    return table


def mapped(table: PeopleTable, changes: Mapping[str, str]) -> dict[str, int]:
    """The mapping of *table* with some fields taken from other columns: by heading or by letter ("C"); an
    empty one leaves the field out. Raises Unreadable for a field or a column that does not exist."""
    out = dict(table.mapping)
    for field, column in changes.items():
        if field not in columns.FIELDS:
            raise unreadable(
                N_("“{field}” is not something that is imported; that is {fields}."),
                field=field,
                fields=list(columns.FIELDS),
            )
        if not column.strip():
            out.pop(field, None)
            continue
        named = [place for place, head in enumerate(table.columns) if simple(head) == simple(column)]
        named += [p for p in range(len(table.columns)) if letters(p) == column.strip().upper()]
        if not named:
            raise unreadable(
                N_("There is no column “{column}”; the columns are {columns}."),
                column=column,
                columns=[head for head in table.columns if head],
            )
        out[field] = named[0]
    return out


def preview_people(
    table: PeopleTable,
    assembly: Assembly,
    mapping: Mapping[str, int] | None = None,
    *,
    group: str = "",
    role: str = "member",
    duplicates: Duplicates = "ask",
) -> PeoplePreview:
    """What the list would come to in *assembly*, row by row; nothing is recorded.

    *group* and *role* are those of rows that name none. *duplicates* says what becomes of a name that is
    there already: a fault (``ask``), passed over (``skip``), the data of whoever is on the list brought
    up to date (``update``), or another person of that name (``both``).
    """
    where = dict(table.mapping if mapping is None else mapping)
    if "name" not in where and "family_name" not in where:
        fault = Message(
            N_(
                "No column with the names was found; the first row has to name the columns, for instance "
                "Name, Role, Group, Country."
            )
        )
        return PeoplePreview((), (fault,), ())
    reader = Reader(table.columns, where, assembly, group, role)
    merged = _merged(table, where)
    on_list = {simple(person.name): person.id for person in assembly.participants.values()}
    seen: dict[str, int] = {}
    lines = []
    for row in table.rows:
        person, faults, warnings = reader.read(row)
        faults = [*merged.get(row.number, ()), *faults]
        line = Line(row.number, person.name if person else reader.name(row), person, (), tuple(warnings))
        key = simple(line.name)
        if key and key in seen:
            line = _second(line, "in_file", seen[key], duplicates, faults)
        elif key and key in on_list:
            line = _second(line, "on_list", 0, duplicates, faults, on_list[key])
        seen.setdefault(key, row.number)
        if faults:
            line = msgspec.structs.replace(line, person=None, skipped=False, faults=tuple(faults))
        lines.append(line)
    return PeoplePreview(
        tuple(lines),
        tuple(fault for line in lines for fault in line.faults),
        tuple(warning for line in lines for warning in line.warnings if line.person is not None),
    )


def _second(
    line: Line, which: str, first: int, duplicates: Duplicates, faults: list[Message], there: str = ""
) -> Line:
    """The line of somebody whose name was there before; a fault is added where nobody said what to do."""
    line = msgspec.structs.replace(line, duplicate=which)
    person = line.person
    if duplicates == "skip":
        return msgspec.structs.replace(line, person=None, skipped=True)
    if duplicates == "both" and person is not None:
        return msgspec.structs.replace(line, person=msgspec.structs.replace(person, namesake=True))
    if duplicates == "update" and there and person is not None:
        return msgspec.structs.replace(line, person=msgspec.structs.replace(person, updates=there))
    if first:
        faults.append(
            Message(
                N_("Row {row}: {name} stands in row {first} already."),
                {"row": line.row, "name": line.name, "first": first},
            )
        )
    elif duplicates != "both":
        faults.append(
            Message(
                N_("Row {row}: {name} is on the list of participants already."),
                {"row": line.row, "name": line.name},
            )
        )
    return line


def _merged(table: PeopleTable, where: Mapping[str, int]) -> dict[int, list[Message]]:
    """By row, the merged cells that hide what a column holds there."""
    out: dict[int, list[Message]] = {}
    used = set(where.values())
    for name, top, left, bottom, right in table.merged:
        first = max(top, table.header + 1)
        if bottom < first or not used.intersection(range(left, right + 1)):
            continue
        fault = Message(
            N_("Row {row}: the cells {cells} are merged; undo it and fill in each cell."),
            {"row": first, "cells": name},
        )
        out.setdefault(_row_at(table, first), []).append(fault)
    return out


def _row_at(table: PeopleTable, number: int) -> int:
    return next((row.number for row in table.rows if row.number >= number), number)
