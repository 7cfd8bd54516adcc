"""``consult import --as people`` and ``consult show --find``."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from tests.command_line import Line, begun
from tests.exchange.people_files import ADA, BO, HEADS, separated, workbook


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Line:
    return begun(capsys, monkeypatch, tmp_path)


def test_a_workbook_is_imported_in_one_row(line: Line, tmp_path: Path) -> None:
    (tmp_path / "p.xlsx").write_bytes(workbook(HEADS, ADA, (*BO[:4], "Free Port", "")))
    rows = len(line.rows())
    assert line.run("import", line.file, tmp_path / "p.xlsx", "--as", "people", "--json") == 0
    said = json.loads(line.out)
    assert (said["ok"], said["registered"], said["sheet"], len(said["ids"])) == (True, 2, "List", 2)
    assert "Free Port" in said["warnings"][0]
    assert said["columns"]["name"] == "Name"
    assert len(line.rows()) == rows + 1
    assert [person["name"] for person in line.show()["participants"]] == ["Ada Beacon", "Bo Fyr"]
    assert line.run("show", line.file, "--find", "NORVEGE") == 0
    assert line.out == "Ms\u00a0Ada Beacon · member · Workers’ group · Norway\n"
    assert line.run("show", line.file, "--find", "suede", "--json") == 0
    assert json.loads(line.out) == {"participants": []}


def test_a_preview_records_nothing(line: Line, tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_bytes(separated(HEADS, ADA, BO, encoding="cp1252"))
    rows = len(line.rows())
    command = ("import", line.file, tmp_path / "p.csv", "--as", "people", "--preview")
    assert line.run(*command, "--json") == 0
    said = json.loads(line.out)
    assert (said["encoding"], said["people"][0]["row"], said["people"][1]["name"]) == ("cp1252", 2, "Bo Fyr")
    assert line.run(*command) == 0
    assert "Ada Beacon · member · workers · NO" in line.out
    assert len(line.rows()) == rows


def test_faults_are_all_said_and_nothing_is_imported(line: Line, tmp_path: Path) -> None:
    (tmp_path / "p.xlsx").write_bytes(workbook(HEADS, ADA, ("=A2", *BO[1:]), ("Ina", "", "king", "", "", "")))
    rows = len(line.rows())
    command = ("import", line.file, tmp_path / "p.xlsx", "--as", "people")
    assert line.run(*command, "--json") == 3
    said = json.loads(line.out)
    assert (said["ok"], said["rule"], len(said["faults"]), said["registered"]) == (False, "faults", 2, 0)
    assert line.run(*command) == 3
    assert "Row 3, column “Name”: a formula (=A2)" in line.err
    assert "Row 4, column “Role”" in line.err
    assert len(line.rows()) == rows


def test_a_file_that_is_no_list(line: Line, tmp_path: Path) -> None:
    (tmp_path / "p.pdf").write_bytes(b"%PDF-1.4")
    assert line.run("import", line.file, tmp_path / "p.pdf", "--as", "people", "--json") == 2
    assert json.loads(line.out)["rule"] == "unreadable"
    assert line.run("import", line.file, tmp_path / "none.xlsx", "--as", "people") == 2
    assert "There is no file none.xlsx" in line.err


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--group", "bakers"), "There is no group “bakers”"),
        (("--group", "workers", "--group", "employers"), "One group only"),
        (("--role", "king"), "“king” is not a role"),
        (("--column", "name"), "field=heading"),
        (("--column", "colour=A"), "not something that is imported"),
        (("--column", "name=Z"), "no column “Z”"),
        (("--sheet", "Nothing"), "no sheet “Nothing”"),
    ],
)
def test_options_that_cannot_be(line: Line, tmp_path: Path, options: tuple[str, ...], says: str) -> None:
    (tmp_path / "p.xlsx").write_bytes(workbook(HEADS, ADA))
    assert line.run("import", line.file, tmp_path / "p.xlsx", "--as", "people", *options) == 2
    assert says in line.err


def test_columns_groups_and_second_lists(line: Line, tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_bytes(separated(("Who", "Union"), ("Ada", "Keepers")))
    command = ("import", line.file, tmp_path / "p.csv", "--as", "people", "--group", "Travailleurs")
    more = ("--column", "name=Who", "--column", "organization=B")
    assert line.run(*command) == 3
    assert "No column with the names" in line.err
    assert line.run(*command, *more) == 0
    assert "put on the list 1," in line.out
    assert line.run(*command, *more) == 3
    assert "is on the list of participants already" in line.err
    assert line.run(*command, *more, "--duplicates", "skip", "--json") == 3
    assert json.loads(line.out)["rule"] == "people"
    assert line.run(*command, *more, "--duplicates", "update", "--json") == 0
    assert json.loads(line.out)["updated"] == 1
    assert line.run(*command, *more, "--duplicates", "both") == 0
    [ada, other] = line.show()["participants"]
    assert (ada["name"], ada["organization"], other["group"]) == ("Ada", "Keepers", "workers")


def test_the_list_goes_out_as_a_spreadsheet(line: Line, tmp_path: Path) -> None:
    (tmp_path / "p.xlsx").write_bytes(workbook(HEADS, ADA))
    assert line.run("import", line.file, tmp_path / "p.xlsx", "--as", "people") == 0
    out = tmp_path / "out"
    command = ("export", line.file, "--out", out, "--formats", "xlsx", "--languages", "fr")
    assert line.run(*command, "--papers", "participants") == 0
    [path] = out.iterdir()
    assert path.name.endswith("-participants-Fr.xlsx")
    assert openpyxl.load_workbook(path).active["B2"].value == "Norvège"
    assert line.run(*command, "--papers", "final", "--draft") == 3
    assert "A spreadsheet holds tables only" in line.err


def test_everything_about_people_is_undone_and_replayed(line: Line) -> None:
    status, answers = line.do(
        {"do": "register_group", "id": "north", "names": {"en": "North"}, "parent": "government"},
        {"do": "register_participant", "name": "Ada", "role": "member", "group": "north"},
        {"do": "register_participant", "name": "Sol", "role": "substitute", "group": "north"},
        {"do": "change_participant", "participant": "Ada", "title": "Ms"},
        {"do": "elect_officer", "office": "chairperson", "participant": "Ada"},
        {"do": "substitute_participant", "member": "Ada", "by": "Sol", "notice": "letter"},
        {"do": "open_sitting"},
        {"do": "mark_present", "group": "north"},
        {"do": "appoint_acting_chairperson", "participant": "Sol"},
        {"do": "appoint_drafting_group", "members": ["Ada"]},
        {"do": "end_substitution", "member": "Ada"},
        {"do": "end_office", "office": "chairperson"},
        {"do": "remove_participant", "participant": "Ada", "reason": "left"},
        {"do": "change_participant", "participant": "Sol", "group": "workers"},
        {"do": "remove_group", "group": "north"},
    )
    assert status == 0 and all(answer["ok"] for answer in answers)
    assert line.run("check", line.file) == 0
    before = line.show()
    for label in (
        "remove the group north",
        "change what is recorded of Sol",
        "take Ada off the list",
        "end the office Chairperson",
        "end the substitution of Ada",
        "appoint the drafting group",
        "change who presides",
        "mark who is present",
        "open the sitting",
        "let Sol stand in for Ada",
    ):
        _, [answer] = line.do({"do": "undo"})
        assert answer["label"] == label
    for _ in range(10):
        assert line.do({"do": "redo"})[0] == 0
    after = line.show()
    del before["seq"], after["seq"]
    assert after == before
    assert line.run("check", line.file) == 0
