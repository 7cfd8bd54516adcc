"""The register of follow-up in the window: found, narrowed, changed, added to, taken from and printed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.amendments.actions import ActionEntry
from consult_app.drafting.follow_up.by_hand import AddAction, RemoveAction, SetAction
from consult_app.drafting.follow_up.register import Action, register
from consult_app.drafting.handing_in.importing import ImportText, ReadNode
from consult_app.drafting.translation.translating import EditWording
from consult_app.state import Undo
from consult_app.ui.followup.adding import OWN_WORDS
from consult_app.ui.followup.due import band, last_day, read_due
from consult_app.ui.followup.panel import FollowupPanel
from consult_app.ui.language import Languages
from consult_app.ui.look.theme import Theme
from consult_app.ui.progress.station import ProgressStation
from consult_app.ui.undo_words import undo_words
from tests.ui.audit import nameless
from tests.ui.rooms import carry_out, focus, new_desk, shown

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
TODAY = date(2027, 6, 1)
NODES = (
    ReadNode("title", "Conclusions on river ports"),
    ReadNode("paragraph", "Ports matter.", enumeration="arabic"),
    ReadNode("paragraph", "The Office should:", enumeration="arabic"),
    ReadNode("item", "collect statistics on porters, upon request, by March 2027;", 1, "roman"),
    ReadNode("item", "train porters in collaboration with the river commissions.", 1, "roman"),
    ReadNode("paragraph", "Governments should respect the rest of porters.", enumeration="arabic"),
    ReadNode(
        "paragraph",
        "Ports change. It is clear that employers should listen to porters.",
        enumeration="arabic",
    ),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        carry_out(made, ImportText(language="en", nodes=NODES))
        yield made


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> ProgressStation:
    made = ProgressStation()
    made.followup._today = lambda: TODAY
    shown(qtbot, made, desk)
    made.show_part("followup")
    return made


@pytest.fixture
def panel(station: ProgressStation) -> FollowupPanel:
    return station.followup


def labels(panel: FollowupPanel) -> list[str]:
    return [row.label for row in panel.model.rows]


def key_of(panel: FollowupPanel, label: str) -> str:
    return next(row.key for row in panel.model.rows if row.label == label)


def entry(desk: Desk, panel: FollowupPanel, label: str) -> ActionEntry:
    return desk.state.drafting.followup[key_of(panel, label)]


def action(desk: Desk, label: str) -> Action:
    text = next(iter(desk.state.drafting.texts.values()))
    return next(each for each in register(desk.state.drafting, text) if each.id == label)


def begin(panel: FollowupPanel, label: str) -> None:
    panel.table.choose(key_of(panel, label))
    panel.edit_chosen()


def test_the_parts_are_reached_by_keys(station: ProgressStation, qtbot: QtBot) -> None:
    focus(qtbot, station, station.followup.table)
    QTest.keyClick(station.followup.table, Qt.Key.Key_1, ALT)
    assert station.parts.currentWidget() is station.pages
    assert station.first_focus() is station.open.first_focus()
    QTest.keyClick(station.first_focus(), Qt.Key.Key_2, ALT)
    assert station.parts.currentWidget() is station.followup
    assert station.first_focus() is station.followup.table
    assert ("Alt+2", "Follow-up") in station.keys_here()


def test_each_action_is_a_line_that_begins_with_its_verb(panel: FollowupPanel) -> None:
    first = panel.model.rows[0]
    assert labels(panel) == ["2(i)", "2(ii)", "3"]
    assert (first.verb, first.words) == (
        "Collect",
        "Collect statistics on porters, upon request, by March 2027",
    )
    assert (first.actor, first.condition, first.status) == ("Office", "upon request", "To be assigned")
    assert panel.model.rows[1].partners == "river commissions"
    assert (panel.model.rows[2].verb, panel.model.rows[2].actor) == ("Respect", "Governments")
    assert panel.details.above.text() == "The Office should:"
    assert panel.details.values["due"].text() == "Overdue: March 2027"
    assert panel.details.origins["due"].text() == "from the text"


def test_what_is_overdue_is_said_until_it_is_reported(panel: FollowupPanel, desk: Desk, qtbot: QtBot) -> None:
    assert panel.model.rows[0].due_whole == "overdue: March 2027"
    assert panel.model.rows[0].due == "overdue: Mar 2027"
    assert panel.head.late.text() == "1 overdue"
    carry_out(desk, SetAction(action="2(i)", status="reported"))
    qtbot.waitUntil(lambda: panel.model.rows[0].due_whole == "March 2027")
    assert panel.head.late.text() == ""


@pytest.mark.parametrize(
    ("due", "status", "found"),
    [
        ("2027-05-31", "assigned", "overdue"),
        ("2027-06-01", "assigned", "soon"),
        ("2027-05", "under_way", "overdue"),
        ("2027-06", "under_way", "soon"),
        ("2027", "extracted", "later"),
        ("2026", "extracted", "overdue"),
        ("2026", "closed", "done"),
        ("", "assigned", "undated"),
    ],
    ids=["yesterday", "today", "last_month", "this_month", "this_year", "last_year", "closed", "no_date"],
)
def test_how_pressing_an_action_is(due: str, status: str, found: str) -> None:
    assert band(Action("1", "1", "1", "t", (), "", {}, due=due, status=status), TODAY) == found


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("2027", "2027"),
        ("2027-03", "2027-03"),
        ("2027-03-31", "2027-03-31"),
        ("31/3/2027", "2027-03-31"),
        ("31.03.2027", "2027-03-31"),
        ("3/2027", "2027-03"),
        ("31 March 2027", "2027-03-31"),
        ("March 31, 2027", "2027-03-31"),
        ("mar 2027", "2027-03"),
        ("1er avril 2027", "2027-04-01"),
        ("31 de marzo de 2027", "2027-03-31"),
        ("marzo de 2027", "2027-03"),
        ("31/2/2027", None),
        ("March 15", None),
        ("13/2027", None),
        ("jui 2027", None),
        ("soon", None),
        ("soon, in 2027", None),
        ("31st of March 2027", "2027-03-31"),
        ("1/2/3/2027", None),
        ("3 27 march 2027", None),
    ],
    ids=str,
)
def test_a_date_is_read_as_people_write_it(typed: str, kept: str | None) -> None:
    assert read_due(typed) == kept


def test_the_last_day_of_a_month_is_in_time() -> None:
    assert [last_day(due) for due in ("2028-02", "2027", "2027-03-05", "")] == [
        date(2028, 2, 29),
        date(2027, 12, 31),
        date(2027, 3, 5),
        None,
    ]


def test_search_and_filters_narrow_the_table(panel: FollowupPanel, desk: Desk, qtbot: QtBot) -> None:
    carry_out(desk, SetAction(action="3", unit="REST", status="closed"))
    qtbot.waitUntil(lambda: panel.model.rows[2].unit == "REST")
    head = panel.head
    for sought, left in (("porters", ["2(i)", "2(ii)", "3"]), ("rest", ["3"]), ("office river", ["2(ii)"])):
        head.search.setText(sought)
        assert labels(panel) == left
    assert head.found.text() == "1 of 3"
    head.search.setText("no such thing")
    assert panel.lists.currentWidget() is panel.not_found
    assert panel.first_focus() is head.search
    head.clear()
    for box, key, left in (
        (head.actor, "governments", ["3"]),
        (head.status, "open", ["2(i)", "2(ii)"]),
        (head.status, "closed", ["3"]),
        (head.due, "overdue", ["2(i)"]),
        (head.due, "undated", ["2(ii)"]),
    ):
        box.setCurrentIndex(box.findData(key))
        box.activated.emit(box.currentIndex())
        assert labels(panel) == left, key
        box.setCurrentIndex(0)
    head.clear()


def test_it_is_ordered_by_its_columns(panel: FollowupPanel) -> None:
    columns = [column.words for column in panel.model.columns]
    panel.model.sort(columns.index("Due"), Qt.SortOrder.DescendingOrder)
    assert labels(panel) == ["3", "2(ii)", "2(i)"]
    panel.model.sort(columns.index("No."))
    assert labels(panel) == ["2(i)", "2(ii)", "3"]


def test_an_entry_is_changed_by_keys(
    station: ProgressStation, panel: FollowupPanel, desk: Desk, qtbot: QtBot
) -> None:
    focus(qtbot, station, panel.table)
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    form = panel.form
    qtbot.waitUntil(form.unit.hasFocus)
    QTest.keyClicks(form.unit, "STATISTICS")
    form.actor.setFocus()
    form.actor.selectAll()
    QTest.keyClicks(form.actor, "Office; workers; Port Authority")
    focus(qtbot, station, form.due)
    form.due.selectAll()
    QTest.keyClicks(form.due, "31 december 2027")
    assert nameless(station) == []
    QTest.keyClick(form.due, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: panel.side.currentWidget() is panel.details)
    found = entry(desk, panel, "2(i)")
    assert (found.unit, found.status, found.due) == ("STATISTICS", "assigned", "2027-12-31")
    assert found.actors == ("office", "workers", "Port Authority")
    assert (found.condition, found.partners, found.strength) == (None, None, None)
    assert panel.details.origins["due"].text() == "entered by hand"
    assert panel.details.origins["condition"].text() == "from the text"
    assert panel.model.rows[0].actor == "Office; Workers; Port Authority"
    assert undo_words(desk.undo_label(), desk.state) == "change the follow-up of paragraph 2(i)"


def test_text_and_hand_are_told_apart_and_a_field_can_follow_again(
    panel: FollowupPanel, desk: Desk, qtbot: QtBot
) -> None:
    carry_out(desk, SetAction(action="2(i)", due="2028", condition=""))
    qtbot.waitUntil(lambda: "2028" in panel.model.rows[0].due)
    begin(panel, "2(i)")
    due, condition, strength = (panel.form.fields[name] for name in ("due", "condition", "strength"))
    assert due.field.accessibleDescription().startswith("Entered by hand; the text says: March 2027")
    assert "the text says: upon request" in condition.field.accessibleDescription()
    assert strength.field.accessibleDescription() == "From the text."
    assert due.follow.isVisible() and not strength.follow.isVisible()
    QTest.mouseClick(due.follow, Qt.MouseButton.LeftButton)
    assert panel.form.due.text() == "March 2027"
    assert due.field.accessibleDescription().startswith("From the text.")
    panel.form.strength.setCurrentIndex(panel.form.strength.findData("shall"))
    panel.form.strength.activated.emit(0)
    assert strength.follow.isVisible()
    assert strength.field.accessibleDescription() == "Entered by hand; the text says: should"
    panel.form.attempt()
    qtbot.waitUntil(lambda: panel.side.currentWidget() is panel.details)
    found = entry(desk, panel, "2(i)")
    assert (found.due, found.condition, found.strength) == (None, "", "shall")


def test_typing_back_what_the_text_says_changes_nothing(
    panel: FollowupPanel, desk: Desk, qtbot: QtBot
) -> None:
    begin(panel, "2(ii)")
    before = desk.seq
    field = panel.form.partners
    field.setFocus()
    QTest.keyClicks(field, "x")
    assert panel.form.fields["partners"].follow.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    field.setText("river commissions")
    field.textEdited.emit(field.text())
    assert panel.form.fields["partners"].following
    panel.form.attempt()
    assert desk.seq == before
    assert panel.side.currentWidget() is panel.details


def test_what_is_no_date_is_said_beside_it(panel: FollowupPanel, desk: Desk) -> None:
    begin(panel, "3")
    before = desk.seq
    panel.form.due.setText("when it suits")
    panel.form.due.textEdited.emit("when it suits")
    panel.form.attempt()
    assert panel.form.fields["due"].problem.startswith("This is no date.")
    assert desk.seq == before
    QTest.keyClick(panel.form, Qt.Key.Key_Escape)
    assert panel.side.currentWidget() is panel.details


def test_a_note_is_kept_and_taken_away(panel: FollowupPanel, desk: Desk, qtbot: QtBot) -> None:
    begin(panel, "3")
    panel.form.note.setPlainText("In the report.")
    panel.form.attempt()
    qtbot.waitUntil(lambda: panel.details.values["note"].text() == "In the report.")
    qtbot.waitUntil(panel.details.values["note"].isVisible)
    begin(panel, "3")
    panel.form.note.clear()
    panel.form.attempt()
    qtbot.waitUntil(lambda: entry(desk, panel, "3").note == "")


def test_a_form_keeps_up_with_another_desk_and_keeps_what_is_typed(
    panel: FollowupPanel, desk: Desk, qtbot: QtBot
) -> None:
    begin(panel, "2(i)")
    panel.form.unit.setText("STATS")
    carry_out(desk, SetAction(action="2(i)", status="under_way", reporting_body="governing_body"))
    qtbot.waitUntil(lambda: panel.form.status.currentData() == "under_way")
    assert panel.form.body.text() == "Governing Body"
    assert panel.form.unit.text() == "STATS"
    carry_out(desk, RemoveAction(action="2(i)"))
    qtbot.waitUntil(lambda: panel.side.currentWidget() is panel.details)


def test_it_follows_the_text(panel: FollowupPanel, desk: Desk, qtbot: QtBot) -> None:
    words = "map the ports by 2029;"
    carry_out(desk, EditWording(node="2(i)", language="en", text=words, by="office", editorial=True))
    qtbot.waitUntil(lambda: panel.model.rows[0].verb == "Map")
    assert panel.model.rows[0].due == "2029"


def test_a_passage_is_added_with_the_candidates_first(
    station: ProgressStation, panel: FollowupPanel, desk: Desk, qtbot: QtBot
) -> None:
    carry_out(desk, RemoveAction(action="3"))
    qtbot.waitUntil(lambda: labels(panel) == ["2(i)", "2(ii)"])
    focus(qtbot, station, panel.table)
    QTest.keyClick(panel.table, Qt.Key.Key_N)
    adding = panel.adding
    qtbot.waitUntil(adding.search.hasFocus)
    lines = [adding.passages.item(at).text() for at in range(adding.passages.count())]
    assert lines == [
        "Sentences that say who is to act",
        "4  It is clear that employers should listen to porters.",
        "Taken out of the register",
        "3  Governments should respect the rest of porters.",
        "Other paragraphs and items",
        "1  Ports matter.",
        "2  The Office should:",
    ]
    assert nameless(station) == []
    QTest.keyClicks(adding.search, "listen")
    QTest.keyClick(adding.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.side.currentWidget() is panel.form)
    assert labels(panel) == ["2(i)", "2(ii)", "4"]
    assert panel.table.chosen == key_of(panel, "4")
    assert panel.form.actor.text() == "Employers"
    assert action(desk, "4").actors == ("employers",)


def test_an_action_is_added_in_words_of_ones_own(
    station: ProgressStation, panel: FollowupPanel, desk: Desk, qtbot: QtBot
) -> None:
    panel.ask_action()
    adding = panel.adding
    QTest.mouseClick(adding.which.button(OWN_WORDS), Qt.MouseButton.LeftButton)
    assert not adding.accept_button.isEnabled()
    focus(qtbot, station, adding.texts["en"])
    QTest.keyClicks(adding.texts["en"], "Publish the conclusions by 2028.")
    QTest.keyClick(adding.texts["en"], Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "F.1" in labels(panel))
    assert panel.model.rows[-1].due == "2028"
    qtbot.waitUntil(lambda: panel.side.currentWidget() is panel.form)
    panel.leave_form()
    assert panel.details.heading.text() == "F.1"
    assert not panel.details.at_table.isVisible()


def test_an_action_is_removed_and_the_next_is_at_hand(
    station: ProgressStation, panel: FollowupPanel, desk: Desk, qtbot: QtBot
) -> None:
    panel.table.choose(key_of(panel, "2(ii)"))
    focus(qtbot, station, panel.table)
    QTest.keyClick(panel.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: labels(panel) == ["2(i)", "3"])
    assert panel.table.chosen == key_of(panel, "3")
    carry_out(desk, Undo())
    qtbot.waitUntil(lambda: labels(panel) == ["2(i)", "2(ii)", "3"])


def test_the_label_leads_to_the_table(station: ProgressStation, panel: FollowupPanel, qtbot: QtBot) -> None:
    focus(qtbot, station, panel.table)
    node = panel.model.rows[0].node
    QTest.keyClick(panel.table, Qt.Key.Key_Left)
    with qtbot.waitSignal(station.node_asked) as caught:
        QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert caught.args == [node]
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(station.node_asked) as caught:
        QTest.keyClick(panel.table, Qt.Key.Key_T)
    assert caught.args == [panel.model.rows[1].node]
    with qtbot.waitSignal(station.node_asked):
        panel.details.at_table.click()
    assert panel.side.currentWidget() is panel.details


def test_the_register_goes_out_as_papers(
    station: ProgressStation, panel: FollowupPanel, desk: Desk, qtbot: QtBot
) -> None:
    focus(qtbot, station, panel.table)
    QTest.keyClick(panel.table, Qt.Key.Key_E, CTRL)
    export = panel.export
    assert panel.side.currentWidget() is export
    assert list(export.formats) == ["xlsx", "docx", "pdf"]
    export.formats["docx"].setChecked(True)
    QTest.keyClick(export.folder, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "Written:" in station.banner.words, timeout=60_000)
    files = sorted(path.name for path in (desk.path.parent / "papers").iterdir())
    assert files == ["river-ports-followup-En.docx", "river-ports-followup-En.xlsx"]
    assert panel.side.currentWidget() is panel.details


def test_without_a_text_the_page_says_how_to_begin(qtbot: QtBot, tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        station = ProgressStation()
        shown(qtbot, station, desk)
        station.show_part("followup")
        panel = station.followup
        assert panel.lists.currentWidget() is panel.no_text
        assert not panel.side.isVisible()
        with qtbot.waitSignal(station.import_asked):
            panel.import_button.click()
        carry_out(desk, ImportText(language="en", nodes=NODES[:2]))
        qtbot.waitUntil(lambda: panel.lists.currentWidget() is panel.nothing_yet)
        assert station.first_focus() is panel.begin
        panel.begin.click()
        assert panel.side.currentWidget() is panel.adding
        assert nameless(station) == []
        station.bind(None)
        assert panel.model.rowCount() == 0


def test_of_several_texts_each_has_its_own(
    station: ProgressStation, panel: FollowupPanel, desk: Desk, qtbot: QtBot
) -> None:
    nodes = (
        ReadNode("title", "Resolution"),
        ReadNode("paragraph", "Workers should rest.", enumeration="arabic"),
    )
    carry_out(desk, ImportText(language="en", nodes=nodes, text_id="resolution"))
    qtbot.waitUntil(lambda: station.texts.count() == 2)
    station.texts.setCurrentIndex(1)
    station.texts.activated.emit(1)
    assert labels(panel) == ["1"]
    begin(panel, "1")
    panel.form.unit.setText("REST")
    panel.form.attempt()
    qtbot.waitUntil(lambda: panel.model.rows[0].unit == "REST")
    carry_out(desk, AddAction(text={"en": "Say thank you."}))
    assert labels(panel) == ["1"]


@pytest.mark.parametrize(("language", "actor"), [("fr", "Bureau"), ("es", "Oficina")])
def test_every_word_is_said_in_the_language_of_the_window(
    station: ProgressStation, panel: FollowupPanel, desk: Desk, qtbot: QtBot, language: str, actor: str
) -> None:
    begin(panel, "2(i)")
    panel.form.unit.setText("STATS")
    Languages.set(language)
    qtbot.waitUntil(lambda: panel.model.rows[0].actor == actor)
    assert panel.form.actor.text() == actor
    assert panel.form.unit.text() == "STATS"
    assert panel.form.fields["due"].follow.isHidden()
    panel.form.attempt()
    qtbot.waitUntil(lambda: panel.model.rows[0].unit == "STATS")
    found = entry(desk, panel, panel.model.rows[0].label)
    assert (found.actors, found.due, found.condition) == (None, None, None)
    assert nameless(station) == []


def test_it_grows_with_the_type(panel: FollowupPanel, qtbot: QtBot) -> None:
    before = panel.side.width()
    Theme.instance().set_scale(1.5)
    qtbot.waitUntil(lambda: panel.side.width() > before)
