"""Lists of participants: what each row would come to, and a sentence for every fault."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.exchange.columns import FIELDS, fields_of, iso_day
from consult_app.exchange.errors import Unreadable
from consult_app.exchange.people import (
    Duplicates,
    PeoplePreview,
    headed,
    headed_for,
    mapped,
    preview_people,
    read_people_bytes,
)
from consult_app.exchange.sheets import Row
from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.people.people import Person
from consult_app.meetings.reasons import Refused
from consult_app.publishing.papers.participants_table import participants_table
from consult_app.publishing.xlsx_writer import write_xlsx
from consult_app.words import say
from tests.effort import SOME
from tests.exchange.people_files import ADA, BO, HEADS, separated, workbook
from tests.small_meeting import Meeting


def previewed(data: bytes, assembly: Assembly | None = None, **more: Any) -> PeoplePreview:
    return preview_people(read_people_bytes(data, "people"), assembly or Assembly(), **more)


def faults(found: PeoplePreview) -> list[str]:
    assert found.faults
    with pytest.raises(Refused, match="Nothing was imported"):
        found.command()
    return [say(fault, "en") for fault in found.faults]


def test_a_list_becomes_one_command() -> None:
    found = previewed(workbook(("List of participants",), (), HEADS, ADA, BO))
    assert [(line.row, line.name) for line in found.lines] == [(4, "Ada Beacon"), (5, "Bo Fyr")]
    ada, bo = found.command().people
    assert ada == Person(
        name="Ada Beacon",
        role="member",
        group="workers",
        country="NO",
        title="Ms",
        credentials="received",
        credentials_on="2026-11-02",
    )
    assert (bo.role, bo.group, bo.country, bo.may_vote) == ("substitute", "government", "SE", None)


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        pytest.param(
            ("Nom", "Prénom", "Civilité", "Qualité", "Groupe", "Pays", "Droit de vote", "Motif"),
            ("Péan", "Zoë", "Mme", "Membre", "Travailleurs", "Norvège", "non", "arriérés"),
            id="French",
        ),
        pytest.param(
            ("Apellidos", "Nombre", "Tratamiento", "Calidad", "Grupo", "País", "Derecho de voto", "Motivo"),
            ("Péan", "Zoë", "Sra.", "Miembro", "Trabajadores", "Noruega", "no", "arriérés"),
            id="Spanish",
        ),
        pytest.param(
            ("Surname", "First name", "Title", "Role", "Group", "Country", "Entitled to vote", "Reason"),
            ("Péan", "Zoë", "Ms", "Worker member", "", "norway", "No", "arriérés"),
            id="English, the group in the role",
        ),
    ],
)
def test_headings_and_values_in_three_languages(heads: tuple[str, ...], row: tuple[str, ...]) -> None:
    [person] = previewed(separated(heads, row)).people
    assert (person.name, person.role, person.group, person.country) == ("Zoë Péan", "member", "workers", "NO")
    assert (person.may_vote, person.why_not) == (False, "arriérés")


def merge(sheet: Any) -> None:
    sheet.merge_cells("E2:E3")


def dated(sheet: Any) -> None:
    sheet["A2"] = datetime.date(2026, 3, 1)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (
            workbook(HEADS, ("=1+1", *ADA[1:])),
            "Row 2, column “Name”: a formula (=1+1); formulas are not worked out, put the words themselves.",
        ),
        (
            workbook(HEADS, (*ADA[:5], "31.02.2026")),
            "Row 2, column “Credentials received on”: “31.02.2026” is not a date that exists; write it as "
            "2026-11-02.",
        ),
        (
            workbook(HEADS, ADA, BO, then=merge),
            "Row 2: the cells E2:E3 are merged; undo it and fill in each cell.",
        ),
        (
            workbook(HEADS, ADA, then=dated),
            "Row 2, column “Name”: the date 2026-03-01, where words are meant.",
        ),
        (
            separated(HEADS, ("JosÃ©", *ADA[1:])),
            "Row 2, column “Name”: “JosÃ©” was saved in a wrong encoding and must be “José”; save the file "
            "once more.",
        ),
        (separated(HEADS, ("", *ADA[1:])), "Row 2: there is no name."),
        (separated(HEADS, ("1234", *ADA[1:])), "Row 2, column “Name”: “1234” is not a name."),
        (
            separated(HEADS, ("x" * 400, *ADA[1:])),
            "Row 2, column “Name”: more than 300 characters.",
        ),
        (
            separated(HEADS, (*ADA[:2], "king", *ADA[3:])),
            "Row 2, column “Role”: “king” is no role; the roles are member, substitute, adviser, "
            "deputy member, observer, intergovernmental organization, non-governmental organization, "
            "independent chairperson and secretariat.",
        ),
        (
            separated(HEADS, (*ADA[:3], "Bakers", *ADA[4:])),
            "Row 2, column “Group”: there is no group “Bakers”; register it first, or write one of "
            "government, employers and workers.",
        ),
        (separated(HEADS, (*ADA[:3], "", *ADA[4:])), "Row 2: Ada Beacon is a member and needs a group."),
        (separated(HEADS, ADA, BO, ADA), "Row 4: Ada Beacon stands in row 2 already."),
        (
            separated((*HEADS, "Vote"), (*ADA, "maybe")),
            "Row 2, column “Vote”: “maybe” is neither yes nor no.",
        ),
        (separated((*HEADS, "Sex"), (*ADA, "?")), "Row 2, column “Sex”: “?” is none of f, m."),
        (
            separated(("A", "B"), ("Ada", "x")),
            "No column with the names was found; the first row has to name the columns, for instance Name, "
            "Role, Group, Country.",
        ),
    ],
)
def test_each_fault_has_its_sentence(data: bytes, says: str) -> None:
    assert faults(previewed(data)) == [says]


def test_the_error_of_a_formula_and_a_date_out_of_any_calendar() -> None:
    def broken(sheet: Any) -> None:
        sheet["B2"] = "#REF!"
        sheet["F2"] = 99_999_999
        sheet["F2"].number_format = "dd/mm/yyyy"

    said = faults(previewed(workbook(HEADS, ADA, then=broken)))
    assert [each.split(":")[0] for each in said] == [
        "Row 2, column “Title”",
        "Row 2, column “Credentials received on”",
    ]


def test_one_fault_and_nobody_is_imported() -> None:
    found = previewed(separated(HEADS, *((f"P {n}", *ADA[1:]) for n in range(40)), ("", *ADA[1:])))
    assert len(found.people) == 40
    assert len(faults(found)) == 1


def test_unknown_countries_are_taken_and_said() -> None:
    found = previewed(separated(HEADS, (*ADA[:4], "Free Port", "")))
    assert found.people[0].country == "Free Port"
    assert [say(warning, "en") for warning in found.warnings] == [
        "Row 2, column “Country”: “Free Port” is not a country that is known; it is taken as it stands."
    ]


def test_rows_that_name_no_group_or_role() -> None:
    found = previewed(separated(("Name",), ("Ada",)), group="employers", role="adviser")
    assert (found.people[0].group, found.people[0].role) == ("employers", "adviser")


@pytest.mark.parametrize(
    ("how", "people", "skipped", "wrong"),
    [
        ("ask", 1, 0, 2),
        ("skip", 1, 2, 0),
        ("update", 2, 0, 1),
        ("both", 3, 0, 0),
    ],
)
def test_names_that_are_there_already(how: Duplicates, people: int, skipped: int, wrong: int) -> None:
    meeting = Meeting()
    data = separated(
        ("Name", "Group", "Function"),
        ("ADA BRIGHTWATER", "government", "Minister"),
        ("Ina New", "workers", ""),
        ("Ina  New", "workers", ""),
    )
    found = previewed(data, meeting.state.assembly, duplicates=how)
    assert (len(found.people), found.skipped, len(found.faults)) == (people, skipped, wrong)
    assert [line.duplicate for line in found.lines] == ["on_list", "", "in_file"]
    if not wrong:
        meeting.do("register_participants", people=_plain(found))


def test_an_update_keeps_what_the_list_does_not_say() -> None:
    meeting = Meeting()
    data = separated(("Name", "Group", "Function"), ("Ada Brightwater", "government", "Minister"))
    found = previewed(data, meeting.state.assembly, duplicates="update")
    meeting.do("register_participants", people=_plain(found))
    ada = meeting.state.assembly.find_participant("Ada Brightwater")
    assert ada is not None and (ada.function, ada.country) == ("Minister", "NO")
    assert len(meeting.state.assembly.participants) == 3


def _plain(found: PeoplePreview) -> Any:
    import msgspec

    return msgspec.to_builtins(found.command().people)


def test_columns_can_be_chosen_by_heading_and_by_letter() -> None:
    table = read_people_bytes(separated(("Who", "Name", "Group"), ("Ada", "Port", "workers")), "x.csv")
    mapping = mapped(table, {"name": "A", "organization": "name", "role": ""})
    [person] = preview_people(table, Assembly(), mapping).people
    assert (person.name, person.organization) == ("Ada", "Port")
    assert table.left_out(mapping) == ()
    for changes, says in (({"colour": "A"}, "not something"), ({"name": "Z"}, "no column")):
        with pytest.raises(Unreadable, match=says):
            mapped(table, changes)


def test_the_row_of_headings_can_be_chosen() -> None:
    table = read_people_bytes(separated(("Name", "Group"), ("Who", "Union"), ("Ada", "Keepers")), "x.csv")
    assert (table.header, table.columns) == (1, ("Name", "Group"))
    table = headed(table, 2)
    assert (table.columns, table.mapping, len(table.rows)) == (("Who", "Union"), {}, 1)
    table = headed(table, 0)
    assert (table.columns, len(table.rows)) == (("A", "B"), 3)
    assert headed_for(table, ["union", "B"]).header == 2
    assert headed_for(table, ["B"]).header == headed_for(table, ["nothing"]).header == 0
    with pytest.raises(Unreadable, match="Row 9 is empty"):
        headed(table, 9)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_exported_list_can_be_imported_again(language: str) -> None:
    meeting = Meeting()
    for number, role in enumerate(
        ("substitute", "adviser", "deputy", "observer", "igo", "ngo", "secretariat")
    ):
        meeting.do(
            "register_participant",
            name=f"Person Ñ{number}",
            role=role,
            group="employers" if role in ("substitute", "adviser", "deputy") else "",
            country="CD",
            title="Ms",
            organization="Union",
            function="Head",
            credentials="incomplete" if number % 2 else "received",
            credentials_on="" if number % 2 else "2026-11-02",
        )
    meeting.do("change_participant", participant="Cleo Fanal", may_vote=False, why_not="arrears")
    paper = participants_table(meeting.state, language)
    found = previewed(write_xlsx(paper))
    assert not found.faults
    again = {person.name: person for person in found.people}
    assert len(again) == len(meeting.state.assembly.participants)
    for person in meeting.state.assembly.participants.values():
        other = again[person.name]
        kept = (
            "role",
            "group",
            "country",
            "organization",
            "function",
            "why_not",
            "credentials",
            "credentials_on",
        )
        assert [getattr(other, field) for field in kept] == [getattr(person, field) for field in kept]
        assert bool(other.may_vote) == person.may_vote


@pytest.mark.parametrize("field", FIELDS)
def test_each_field_has_a_heading_of_its_own_name(field: str) -> None:
    assert field in fields_of(Row(1, (field.replace("_", " "), "Name")))


@given(day=st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)))
@pytest.mark.soak
@settings(max_examples=SOME)
def test_dates_day_first(day: datetime.date) -> None:
    for said in (day.isoformat(), f"{day:%d.%m.%Y}", f"{day.day}/{day.month}/{day.year}"):
        assert iso_day(said) == day.isoformat()


NAMES = st.text("abcÉñ '-", min_size=1, max_size=12).filter(lambda name: any(c.isalpha() for c in name))


@given(
    people=st.lists(
        st.tuples(
            NAMES, st.sampled_from(["member", "adviser", "roi"]), st.sampled_from(["workers", "G", "", "x"])
        ),
        min_size=1,
        max_size=6,
    )
)
@pytest.mark.soak
@settings(max_examples=SOME)
def test_a_list_without_faults_is_always_registered_whole(people: list[tuple[str, str, str]]) -> None:
    found = preview_people(
        read_people_bytes(separated(("Name", "Role", "Group"), *people, delimiter="|"), "x.csv"), Assembly()
    )
    assert len(found.lines) <= len(people)
    if found.faults:
        return
    from consult_app.meetings.acts import Context, Work

    work = Work(Assembly(), Context(2, "2026-11-02T09:00:00.000Z"))
    found.command().decide(work)
    assert len(work.state.participants) == len(people)
