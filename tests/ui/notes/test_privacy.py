"""What is private stays so: on no paper, in no answer, not in the record, not in the room, and not in a
copy that is handed out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from consult_app import cli
from consult_app.desk import Desk
from consult_app.journal import backups
from consult_app.journal.file import JournalFile
from consult_app.journal.jottings import Scratch
from consult_app.publishing.export import FORMATS, MARKED_UP_FORMATS, TABLE_FORMATS, export, with_matter
from consult_app.replay import freeze
from consult_app.ui.notes.subjects import MEETING, of_amendment, of_node
from consult_app.ui.text.reading import Reading
from tests.ui.comparing.compared_meeting import decided
from tests.ui.room.meeting_in_room import at, room_beside, said

SECRET = "Zwieback"
HALF = "Pumpernickel"
FORMS = (*FORMATS, *TABLE_FORMATS, *MARKED_UP_FORMATS)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting after a sitting, with notes on all that there can be notes on, one deleted."""
    with decided(tmp_path) as desk:
        text = desk.state.drafting.texts["conclusions"]
        subjects = [MEETING, *map(of_node, text.nodes), *map(of_amendment, desk.state.drafting.amendments)]
        for place, subject in enumerate(subjects):
            words = f"{SECRET} {place} {SECRET}"
            desk.beside(lambda beside, s=subject, w=words: beside.write_note(s, w)).result()  # type: ignore[misc]
        desk.beside(lambda beside: beside.delete_note(1)).result()
        desk.beside(lambda beside: beside.keep_scratch([Scratch("note:meeting:0", HALF)])).result()
        yield desk


def _words_of(path: Path) -> str:
    """Everything in a paper that could be read."""
    data = path.read_bytes()
    if path.suffix == ".xml":
        return data.decode()
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(data) as document:
            pages = [page.get_textpage().get_text_bounded() for page in document]
            return "".join(pages) + str(document.get_metadata_dict())
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def _holds(path: Path, words: str) -> bool:
    return words.encode() in path.read_bytes()


def test_no_paper_has_them(desk: Desk, tmp_path: Path) -> None:
    papers = with_matter(desk.state)
    assert len(papers) >= 7
    written = export(desk.state, desk.seq, tmp_path / "papers", papers, ("en", "fr"), FORMS, draft=True)
    assert {path.suffix for path in written} == {f".{form}" for form in FORMS}
    for path in written:
        words = _words_of(path)
        assert len(words) > 100
        assert SECRET not in words, path.name
        assert HALF not in words, path.name


def test_neither_the_state_nor_the_record_has_them(desk: Desk) -> None:
    rows = desk.rows()
    assert SECRET.encode() not in freeze(desk.state)
    assert not any(SECRET in row.command + row.events for row in rows)
    assert desk.check() == []
    desk.beside(lambda beside: beside.write_note(MEETING, "one more")).result()
    assert [row.hash for row in desk.rows()] == [row.hash for row in rows]


def test_the_command_line_does_not_say_them(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    for view in ("original", "current", "marked", "final"):
        assert cli.main(["show", str(desk.path), "--view", view, "--json"]) == 0
        answer = capsys.readouterr().out
        assert '"nodes"' in answer
        assert SECRET not in answer
        assert HALF not in answer


def test_the_room_does_not_show_them(qtbot: QtBot, desk: Desk) -> None:
    room = room_beside(qtbot, desk)
    text = desk.state.drafting.texts["conclusions"]
    labels = [row.label for row in Reading(desk.state.drafting, text.id).rows("marked") if row.label]
    for label in labels:
        at(room, label)
        room.show()
        assert said(room)
        assert SECRET not in said(room)
        assert HALF not in said(room)


def test_a_whole_copy_has_them(desk: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "whole.consult"
    backups.copy(desk.path, copy)
    with Desk.open(copy, write=False) as whole:
        known = whole.beside(lambda beside: beside.notes()).result()
    assert known == desk.beside(lambda beside: beside.notes()).result()


def test_a_copy_to_hand_out_has_no_byte_of_them(desk: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "without.consult"
    backups.copy(desk.path, copy, private=False)
    for words in (SECRET, HALF):
        assert not _holds(copy, words)
    assert _holds(copy, "stakeholders")
    with Desk.open(copy) as handed:
        assert handed.beside(lambda beside: beside.notes()).result() == []
        assert handed.beside(lambda beside: beside.scratch()).result() == []
        assert [row.hash for row in handed.rows()] == [row.hash for row in desk.rows()]
        assert freeze(handed.state) == freeze(desk.state)
        assert handed.check() == []
        handed.beside(lambda beside: beside.write_note(MEETING, "the coordinator's own")).result()


def test_a_file_from_before_there_were_notes_is_copied_too(tmp_path: Path) -> None:
    with decided(tmp_path) as desk:
        path = desk.path
    file = JournalFile.open(path)
    for table in ("notes", "scratch"):
        file._connection.exec_driver_sql(f"DROP TABLE {table}")
    file._connection.commit()
    file.close()
    copy = tmp_path / "without.consult"
    backups.copy(path, copy, private=False)
    with Desk.open(copy, write=False) as handed:
        assert handed.seq > 0
        assert handed.beside(lambda beside: beside.notes()).result() == []
