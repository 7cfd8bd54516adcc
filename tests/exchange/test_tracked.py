"""Word files with tracked changes as amendments: each kind of change, by author, and what is left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from consult_app.drafting.amendments.amendment import Amendment, Deletion, Insertion, Join, Move, Split
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.exchange.errors import Unreadable
from consult_app.exchange.importing import import_command
from consult_app.exchange.reading import read, read_bytes
from consult_app.exchange.tracked import (
    amendments_command,
    likely_group,
    read_tracked,
    read_tracked_bytes,
)
from consult_app.meetings.acts import Command, Context
from consult_app.meetings.reasons import Refused
from consult_app.meetings.setting_up.particulars import CreateMeeting
from consult_app.presets import preset
from consult_app.state import Decision, State, decide
from tests.exchange.word_files import changed, paragraph, run, word_file

TIME = "2026-01-06T09:00:00.000Z"
SHARED = Path(__file__).parents[2] / "../shared/real"
HEAD = (
    paragraph("Conclusions", "Titel"),
    paragraph("The Tripartite Meeting on Ports,"),
    paragraph("Adopts, this sixth day of November 2026, the following conclusions:"),
    paragraph("General considerations", "Titre1"),
)
ONE = "Ports are essential to trade and to the livelihood of many families."
TWO = "The Office should:"
A = "collect statistics on accidents in river ports;"
B = "train labour inspectors, upon request, in the safety of cranes;"
C = "publish a report every two years."
THREE = "Social dialogue helps. It is to be promoted at each level."
BODY = {
    "1": paragraph(ONE, number=(1, 0)),
    "2": paragraph(TWO, number=(1, 0)),
    "2(i)": paragraph(A, number=(1, 1)),
    "2(ii)": paragraph(B, number=(1, 1)),
    "2(iii)": paragraph(C, number=(1, 1)),
    "3": paragraph(THREE, number=(1, 0)),
}


def file_with(replaced: dict[str, str], **more: object) -> bytes:
    """The draft as a Word file, some of its paragraphs as they are given."""
    return word_file((*HEAD, *(BODY | replaced).values()), **more)  # type: ignore[arg-type]


class Room:
    """A meeting in memory, with the draft in it."""

    def __init__(self, draft: bytes) -> None:
        self.state = State()
        self.seq = 0
        self.do(CreateMeeting(titles={"en": "Ports"}, rules=preset("custom")))
        self.do(import_command(read_bytes(draft, "en", "draft.docx"), self.state))

    def do(self, command: Command) -> Decision:
        self.seq += 1
        decision = decide(self.state, command, Context(self.seq, TIME))
        self.state = decision.state
        return decision

    def take_in(self, data: bytes, **groups: str) -> Decision:
        """Take in a file; *groups* by author."""
        file = read_tracked_bytes(data, "en", "amendments.docx")
        return self.do(amendments_command(file, groups or {"W": "workers"}, self.state))

    def amendments(self) -> list[Amendment]:
        return list(self.state.drafting.amendments.values())

    def proposed(self) -> dict[str, str]:
        """By number, what each amendment makes of the words of its node."""
        return {a.number: next((c.proposed for c in a.word_changes()), "") for a in self.amendments()}


@pytest.fixture
def room() -> Room:
    return Room(file_with({}))


def test_words_put_in_and_taken_out_are_one_amendment_to_the_node(room: Room) -> None:
    one = paragraph(
        run("Ports are ")
        + changed("del", "W", run("essential"))
        + changed("ins", "W", run("vital"))
        + run(" to trade and to the livelihood of many families")
        + changed("ins", "W", run(" and towns"))
        + run("."),
        number=(1, 0),
    )
    decision = room.take_in(file_with({"1": one}))
    assert decision.answer["changes"] == ["D.1"]
    [amendment] = room.amendments()
    assert (amendment.kind, amendment.by, amendment.state) == ("replace", "workers", "queued")
    assert room.proposed() == {
        "D.1": "Ports are vital to trade and to the livelihood of many families and towns."
    }


def test_a_new_item_a_deleted_one_and_a_changed_one(room: Room) -> None:
    cut = paragraph(run(A), number=(1, 1), mark=changed("ins", "W", ""))
    new = paragraph(changed("ins", "W", run("map the ports;")), number=(1, 1))
    gone = paragraph(changed("del", "W", run(B)), number=(1, 1), mark=changed("del", "W", ""))
    room.take_in(file_with({"2(i)": cut + new, "2(ii)": gone}))
    inserted, deleted = sorted(room.amendments(), key=lambda a: a.kind, reverse=True)
    assert isinstance(inserted.changes[0], Insertion)
    assert [n.texts for n in inserted.inserted()] == [{"en": "map the ports;"}]
    assert inserted.inserted()[0].kind == "item"
    assert isinstance(deleted.changes[0], Deletion)
    assert [a.kind for a in (inserted, deleted)] == ["insert_after", "delete"]


def test_a_paragraph_is_cut_and_two_are_joined(room: Room) -> None:
    first = paragraph(run("Social dialogue helps. "), number=(1, 0), mark=changed("ins", "W", ""))
    second = paragraph(run("It is to be promoted at each level."), number=(1, 0))
    joined = paragraph(run(B + " "), number=(1, 1), mark=changed("del", "W", ""))
    room.take_in(file_with({"2(ii)": joined, "3": first + second}))
    one, other = room.amendments()
    assert isinstance(one.changes[0], Join)
    assert isinstance(other.changes[0], Split)


def test_who_presses_enter_in_a_paragraph_types_no_number() -> None:
    typed = {label: paragraph(f"{label}. {words}") for label, words in (("1", ONE), ("3", THREE))}
    room = Room(file_with(typed | {label: "" for label in ("2", "2(i)", "2(ii)", "2(iii)")}))
    first = paragraph(run("3. Social dialogue helps. "), mark=changed("ins", "W", ""))
    second = paragraph(run("It is to be promoted at each level."))
    rest = {label: "" for label in ("2", "2(i)", "2(ii)", "2(iii)")}
    room.take_in(file_with(typed | rest | {"3": first + second}))
    [amendment] = room.amendments()
    assert isinstance(amendment.changes[0], Split)


def test_a_paragraph_that_was_moved(room: Room) -> None:
    taken = paragraph(changed("moveFrom", "W", run(C)), number=(1, 1), mark=changed("moveFrom", "W", ""))
    put = paragraph(changed("moveTo", "W", run(C)), number=(1, 1), mark=changed("moveTo", "W", ""))
    room.take_in(file_with({"2(i)": put + BODY["2(i)"], "2(iii)": taken}))
    [amendment] = room.amendments()
    assert isinstance(amendment.changes[0], Move)
    assert amendment.kind == "move"


def test_what_another_author_changes_in_an_insertion_is_a_subamendment(room: Room) -> None:
    inside = run("Ports are ") + changed(
        "ins", "W", run("very ") + changed("del", "E", run("truly ")) + run("much ")
    )
    beside = (
        run("The Office should")
        + changed("ins", "W", run(", soon"))
        + changed("ins", "E", run(" and well"))
        + changed("ins", "W", run(" enough,"))
        + run(":")
    )
    one = paragraph(inside + run(ONE.removeprefix("Ports are ")), number=(1, 0))
    room.take_in(file_with({"1": one, "2": paragraph(beside, number=(1, 0))}), W="workers", E="employers")
    assert [(a.number, a.by, a.state) for a in room.amendments()] == [
        ("D.1", "workers", "queued"),
        ("D.2", "workers", "queued"),
        ("D.1/S.1", "employers", "proposed"),
        ("D.2/S.1", "employers", "proposed"),
    ]
    said = room.proposed()
    assert said["D.1"].startswith("Ports are very truly much essential")
    assert said["D.1/S.1"].startswith("Ports are very much essential")
    assert said["D.2"] == "The Office should, soon enough,:"
    assert said["D.2/S.1"] == "The Office should, soon and well enough,:"


def test_each_author_is_heard_alone(room: Room) -> None:
    one = paragraph(
        changed("del", "W", run("Ports"))
        + changed("ins", "W", run("River ports"))
        + run(ONE.removeprefix("Ports").removesuffix("many families."))
        + changed("del", "E", run("many "))
        + run("families."),
        number=(1, 0),
    )
    room.take_in(file_with({"1": one}), W="workers", E="employers")
    assert room.proposed() == {
        "D.1": "River ports are essential to trade and to the livelihood of many families.",
        "D.2": "Ports are essential to trade and to the livelihood of families.",
    }


def test_formatting_and_footnotes() -> None:
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    draft = {"3": paragraph(run(THREE) + note, number=(1, 0))}
    room = Room(file_with(draft, notes={1: "See the report of 2024."}))
    change = '<w:rPrChange w:id="5" w:author="W"><w:rPr/></w:rPrChange>'
    one = paragraph(
        run("Ports are ")
        + run("essential", f"<w:i/>{change}")
        + run(ONE.removeprefix("Ports are essential")),
        number=(1, 0),
    )
    changed_note = (
        run("See the report of ") + changed("del", "W", run("2024")) + changed("ins", "W", run("2025"))
    )
    room.take_in(file_with(draft | {"1": one}, notes={1: changed_note + run(".")}))
    assert list(room.proposed().values()) == [
        ONE.replace("essential", "*essential*"),
        "See the report of 2025.",
    ]


def test_a_new_footnote_has_a_key_that_nothing_else_has() -> None:
    first, second = (f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in (1, 2))
    draft = {"3": paragraph(run(THREE) + first, number=(1, 0))}
    room = Room(file_with(draft, notes={1: "The first note."}))
    one = paragraph(run(ONE) + changed("ins", "W", second), number=(1, 0))
    room.take_in(file_with(draft | {"1": one}, notes={1: "The first note.", 2: "A new note."}))
    words, note = room.amendments()
    [key] = [each.note_key for each in note.inserted()]
    kept = next(
        s.note_key for s in room.state.drafting.texts["conclusions"].tree.spots.values() if s.note_key
    )
    assert key != kept
    assert next(words.word_changes()).proposed == f"{ONE}[^{key}]"


def test_tables_and_content_controls_are_read(room: Room) -> None:
    cell = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    one = cell.format(paragraph(run(ONE) + changed("ins", "W", run(" So be it.")), number=(1, 0)))
    three = control.format(paragraph(run(THREE) + changed("ins", "W", run(" And soon.")), number=(1, 0)))
    room.take_in(file_with({"1": one, "3": three}))
    assert list(room.proposed().values()) == [f"{ONE} So be it.", f"{THREE} And soon."]


def test_a_comment_is_the_justification(room: Room) -> None:
    anchor = '<w:r><w:commentReference w:id="7"/></w:r>'
    foreign = '<w:r><w:commentReference w:id="8"/></w:r>'
    one = paragraph(run(ONE) + changed("ins", "W", run(" So be it.")) + anchor + foreign, number=(1, 0))
    gone = paragraph(changed("del", "W", run(A)) + anchor, number=(1, 1), mark=changed("del", "W", ""))
    comments = {7: ("W", "Said twice before."), 8: ("Somebody", "I disagree.")}
    room.take_in(file_with({"1": one, "2(i)": gone}, comments=comments))
    assert [a.justification for a in room.amendments()] == ["Said twice before."] * 2


def test_the_change_is_carried_onto_the_words_of_today(room: Room) -> None:
    node = next(n for n in room.state.drafting.texts["conclusions"] if n.text("en") == ONE)
    room.do(
        SubmitAmendment(by="employers", kind="replace", target=node.id, text=ONE.replace("trade", "commerce"))
    )
    room.do(AdoptAmendment(amendment="D.1"))
    one = paragraph(run(ONE) + changed("ins", "W", run(" So be it.")), number=(1, 0))
    two = paragraph(changed("ins", "W", run("Each year, ")) + run(TWO), number=(1, 0))
    decision = room.take_in(file_with({"1": one, "2": two}))
    assert decision.answer["left_out"] == 0
    assert room.proposed()["D.2"] == ONE.replace("trade", "commerce") + " So be it."


def test_what_cannot_be_carried_is_left_out_and_said(room: Room) -> None:
    room.do(
        SubmitAmendment(by="employers", kind="replace", target="1", text=ONE.replace("trade", "commerce"))
    )
    room.do(AdoptAmendment(amendment="D.1"))
    one = paragraph(
        run("Ports are essential to ")
        + changed("del", "W", run("trade"))
        + changed("ins", "W", run("business"))
        + run(ONE.removeprefix("Ports are essential to trade")),
        number=(1, 0),
    )
    three = paragraph(run(THREE) + changed("ins", "W", run(" And soon.")), number=(1, 0))
    decision = room.take_in(file_with({"1": one, "3": three}))
    assert decision.answer == {"changes": ["D.2"], "left_out": 1}
    assert len(decision.warnings) == 1
    with pytest.raises(Refused) as refused:
        room.take_in(file_with({"1": one}))
    assert refused.value.rule == "no_place"


def test_a_second_time_the_same_amendments_are_pointed_out(room: Room) -> None:
    data = file_with({"1": paragraph(run(ONE) + changed("ins", "W", run(" So be it.")), number=(1, 0))})
    room.take_in(data)
    decision = room.take_in(data)
    assert [w.values["twin"] for w in decision.warnings] == ["D.1"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(b"Plain words.", "a plain text", id="text"),
        pytest.param(b"%PDF-1.7", "a PDF file", id="pdf"),
        pytest.param(file_with({}), "holds no tracked changes", id="clean"),
    ],
)
def test_what_is_no_file_of_amendments_is_refused(data: bytes, says: str) -> None:
    from consult_app.words import say

    with pytest.raises(Unreadable) as refused:
        read_tracked_bytes(data, "en", "a.docx")
    assert says in say(refused.value.message, "en")


def test_a_group_is_only_suggested_from_a_name(room: Room) -> None:
    assembly = room.state.assembly
    assert likely_group("Workers' Group", assembly) == "workers"
    assert likely_group("Groupe des employeurs", assembly) == "employers"
    assert likely_group("J. Smith", assembly) == ""


def test_the_file_of_the_workers_group_gives_its_six_changes() -> None:
    if not SHARED.exists():
        pytest.skip("the real files are not beside this checkout")
    room = Room(file_with({}))
    room.state = State()
    room.do(CreateMeeting(titles={"en": "Migration"}, rules=preset("custom")))
    room.do(import_command(read(SHARED / "draft-conclusions.docx", "en"), room.state))
    expected = json.loads((SHARED / "workers-group-amendments.expected.json").read_text("utf-8"))
    file = read_tracked(SHARED / "workers-group-amendments.docx", "en")
    assert file.authors == ("Workers' Group",)
    room.do(amendments_command(file, {"Workers' Group": "workers"}, room.state))
    found = room.amendments()
    assert len(found) == len(expected) == 6
    text = room.state.drafting.texts["conclusions"]
    for change in expected:
        assert any(_is(change, a, text.nodes[a.target].text("en")) for a in found), change


def _is(change: dict[str, str], amendment: Amendment, standing: str) -> bool:
    """Whether *amendment* is the edit that was made in the file."""
    if change["do"] == "delete_paragraph":
        return isinstance(amendment.changes[0], Deletion) and standing.startswith(change["at"])
    if change["do"] == "new_paragraph_after":
        put_in = [node.texts["en"] for node in amendment.inserted()]
        return put_in == [change["text"]] and standing.endswith(change["at"])
    words = next(amendment.word_changes(), None)
    if words is None:
        return False
    made = {
        "replace": lambda: words.base.replace(change["at"], change["with"], 1),
        "insert_after": lambda: words.base.replace(change["at"], change["at"] + change["text"], 1),
        "delete": lambda: words.base.replace(change["at"], "", 1),
    }[change["do"]]()
    return made == words.proposed != words.base
