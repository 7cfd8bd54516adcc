"""One row of a list of participants as a person, with a sentence for each fault in it."""

from __future__ import annotations

from collections.abc import Mapping

from consult_app.exchange import columns
from consult_app.exchange.sheets import Row, letters
from consult_app.meetings.kept.assembly import ROLES, VOTING_ROLES, Assembly
from consult_app.meetings.people.countries import country_code
from consult_app.meetings.people.people import Person
from consult_app.meetings.reasons import N_, Message, Term

_LONGEST = 300


class Reader:
    """Reads rows by the columns in *where*; *group* and *role* are those of rows that name none."""

    def __init__(
        self, heads: tuple[str, ...], where: Mapping[str, int], assembly: Assembly, group: str, role: str
    ) -> None:
        self._heads = heads
        self._where = where
        self._assembly = assembly
        self._group = group
        self._role = role
        self._groups: dict[str, str] = {}
        self._countries: dict[str, str] = {}
        self._faults: list[Message] = []
        self._warnings: list[Message] = []

    def name(self, row: Row) -> str:
        """The name in *row*, in one column or in two."""
        whole = self._said(row, "name")
        return whole or " ".join(
            part for part in (self._said(row, "given_name"), self._said(row, "family_name")) if part
        )

    def read(self, row: Row) -> tuple[Person | None, list[Message], list[Message]]:
        """The person in *row* (None if anything is wrong), the faults, and the warnings."""
        self._faults, self._warnings = [], []
        for field, column in self._where.items():
            self._look(row, field, column)
        if self._faults:
            return None, self._faults, self._warnings
        name = self.name(row)
        if not name:
            self._faults.append(Message(N_("Row {row}: there is no name."), {"row": row.number}))
        votes = self._answer(row)
        role = self._role_in(row)
        group = self._group_in(row)
        if role in VOTING_ROLES and not group and not self._faults:
            self._faults.append(
                Message(
                    N_("Row {row}: {name} is a member and needs a group."), {"row": row.number, "name": name}
                )
            )
        gender = self._of(row, "gender")
        credentials = self._of(row, "credentials")
        received = self._day(row)
        country = self._country(row)
        if self._faults:
            return None, self._faults, self._warnings
        if received and "credentials" not in self._where:
            credentials = "received"
        person = Person(
            name=name,
            role=role,
            group=group,
            country=country,
            may_vote=votes,
            gender=gender,  # type: ignore[arg-type]
            credentials=credentials,  # type: ignore[arg-type]
            credentials_on=received,
            title=self._said(row, "title"),
            organization=self._said(row, "organization"),
            function=self._said(row, "function"),
            why_not=self._said(row, "why_not"),
            credentials_note=self._said(row, "credentials_note"),
        )
        return person, self._faults, self._warnings

    def _said(self, row: Row, field: str) -> str:
        column = self._where.get(field)
        return row.cell(column) if column is not None else ""

    def _fault(self, row: Row, field: str, fault: Message) -> None:
        self._faults.append(_at(row.number, self._heads, self._where[field], fault))

    def _look(self, row: Row, field: str, column: int) -> None:
        """The faults that a cell has whatever stands in it."""
        words = row.cell(column)
        if column in row.faults:
            self._fault(row, field, row.faults[column])
        elif column in row.dates and field != "credentials_on":
            self._fault(row, field, Message(N_("the date {date}, where words are meant"), {"date": words}))
        elif len(words) > _LONGEST:
            self._fault(row, field, Message(N_("more than {most} characters"), {"most": _LONGEST}))
        elif field in ("name", "family_name") and words and not any(char.isalpha() for char in words):
            self._fault(row, field, Message(N_("“{words}” is not a name"), {"words": words}))

    def _answer(self, row: Row) -> bool | None:
        words = self._said(row, "may_vote")
        try:
            return columns.yes_or_no(words)
        except ValueError:
            self._fault(row, "may_vote", Message(N_("“{words}” is neither yes nor no"), {"words": words}))
            return None

    def _role_in(self, row: Row) -> str:
        words = self._said(row, "role")
        if not words:
            return self._role
        role = columns.role_in(words)
        if not role:
            self._fault(
                row,
                "role",
                Message(
                    N_("“{words}” is no role; the roles are {roles}"),
                    {"words": words, "roles": [Term("role", role, "participant") for role in ROLES]},
                ),
            )
        return role

    def _group_in(self, row: Row) -> str:
        words = self._said(row, "group")
        if not words:
            return columns.group_in_role(self._assembly, self._said(row, "role")) or self._group
        if words not in self._groups:
            self._groups[words] = columns.group_of(self._assembly, words)
        if not self._groups[words]:
            self._fault(
                row,
                "group",
                Message(
                    N_("there is no group “{words}”; register it first, or write one of {groups}"),
                    {"words": words, "groups": list(self._assembly.groups)},
                ),
            )
        return self._groups[words]

    def _of(self, row: Row, field: str) -> str:
        words = self._said(row, field)
        if not words:
            return ""
        try:
            return (columns.gender if field == "gender" else columns.credentials)(words)
        except KeyError:
            known = "f, m" if field == "gender" else "received, incomplete"
            self._fault(
                row, field, Message(N_("“{words}” is none of {known}"), {"words": words, "known": known})
            )
            return ""

    def _day(self, row: Row) -> str:
        words = self._said(row, "credentials_on")
        if not words:
            return ""
        try:
            return columns.iso_day(words)
        except ValueError:
            fault = Message(
                N_("“{words}” is not a date that exists; write it as 2026-11-02"), {"words": words}
            )
            self._fault(row, "credentials_on", fault)
            return ""

    def _country(self, row: Row) -> str:
        words = self._said(row, "country")
        if words not in self._countries:
            self._countries[words] = country_code(words) if words else ""
        code = self._countries[words]
        if words and not code:
            unknown = Message(
                N_("“{words}” is not a country that is known; it is taken as it stands"), {"words": words}
            )
            self._warnings.append(_at(row.number, self._heads, self._where["country"], unknown))
        return code or words


def _at(row: int, heads: tuple[str, ...], column: int, fault: Message) -> Message:
    head = heads[column] if column < len(heads) else ""
    return Message(
        N_("Row {row}, column “{column}”: {fault}."),
        {"row": row, "column": head or letters(column), "fault": fault},
    )
