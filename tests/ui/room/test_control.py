"""The desk's side: two stages, hold, blank, follow, the notice, the size of type, the words of the chip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.meetings.people.people import RegisterParticipant
from consult_app.ui import settings
from consult_app.ui.language import Languages
from consult_app.ui.room.choices import Choices, remember, remembered
from consult_app.ui.room.control import RoomControl
from consult_app.ui.room.look import LARGEST, SMALLEST
from consult_app.ui.room.pages import NoticePage, SpeakersPage, TextPage
from consult_app.ui.room.picture import image_of
from consult_app.ui.room.projection import Where
from consult_app.ui.room.saying import fact_of, prepared_words, shown_words
from tests.ui.room.meeting_in_room import LONG, at, room_beside, said
from tests.ui.table_meeting import done, meeting


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting."""
    with meeting(tmp_path) as desk:
        yield desk


@pytest.fixture
def room(qtbot: QtBot, desk: Desk) -> RoomControl:
    """A room that shows nothing yet, with paragraph 1 and D.1 at hand."""
    control = room_beside(qtbot, desk)
    control.turn_off()
    control.projection.set_windowed(True)
    return control


def strong(control: RoomControl) -> str:
    return fact_of(control).strong


def test_choosing_at_the_desk_never_reaches_the_room(room: RoomControl) -> None:
    assert not room.on and strong(room) == "nothing"
    room.show()
    assert strong(room) == "paragraph 1, D.1 · En Fr" and "fair" in said(room)
    at(room, "2(i)", "D.4")
    room.choose(replace(room.choices, languages=("fr",), view="original"))
    assert strong(room) == "paragraph 1, D.1 · En Fr" and "fair" in said(room)
    assert prepared_words(room) == "Paragraph 2(i), D.4, original"
    room.show()
    assert strong(room) == "paragraph 2(i), D.4, original · Fr" and "soutenir" in said(room)


def test_what_is_decided_on_the_page_is_seen_at_once(room: RoomControl, desk: Desk) -> None:
    room.show()
    before = room.room_picture
    done(desk, AdoptAmendment(amendment="D.1"))
    room.follow_meeting()
    assert room.room_picture is not before
    assert said(room) == "The Office should promote fair and decent work."


def test_what_does_not_touch_the_page_does_not_stir_it(room: RoomControl, desk: Desk) -> None:
    room.show()
    before = room.projection.window.view.picture
    done(desk, RegisterParticipant(name="Odd Lie", role="adviser", group="employers"))
    room.follow_meeting()
    assert room.projection.window.view.picture is before


def test_what_is_handed_in_meanwhile_is_told_to_the_desk_only(room: RoomControl, desk: Desk) -> None:
    at(room, "1")
    room.show()
    words = "The Office should promote bold and decent work."
    done(desk, SubmitAmendment(by="workers", kind="replace", target="1", text=words))
    room.follow_meeting()
    assert "bold" not in said(room)
    assert "1 newer amendment not shown" in shown_words(room)
    room.show()
    assert "bold" in said(room)
    assert "newer" not in shown_words(room)


def test_a_room_that_is_dark_costs_a_decision_nothing_and_is_right_once_it_is_lit(
    room: RoomControl, desk: Desk
) -> None:
    laid_out: list[object] = []
    room.watch(False)
    room.changed.connect(lambda: laid_out.append(room.prepared_picture))
    assert not room.on
    done(desk, AdoptAmendment(amendment="D.1"))
    room.follow_meeting()
    at(room, "2(i)", "D.4")
    at(room, "1", "")
    assert not laid_out
    room.watch(True)
    assert len(laid_out) == 1 and laid_out[0] is not None
    room.show()
    assert said(room).startswith("The Office should promote fair and")


def test_hold_keeps_the_room_while_the_desk_goes_on(room: RoomControl, desk: Desk) -> None:
    room.show()
    room.hold()
    assert fact_of(room).tail == "held"
    done(desk, AdoptAmendment(amendment="D.1"))
    room.follow_meeting()
    assert "D.1" in said(room)
    room.hold()
    assert said(room) == "The Office should promote fair and decent work."


def test_blank_shows_the_title_and_then_what_was_there(room: RoomControl) -> None:
    room.show()
    room.blank()
    assert strong(room) == "the title only" and said(room) == "Invented meeting"
    at(room, "2(i)", "D.4")
    room.blank()
    assert strong(room) == "paragraph 1, D.1 · En Fr"


def test_blank_before_anything_was_shown_puts_the_title_up(room: RoomControl) -> None:
    room.blank()
    assert room.on and said(room) == "Invented meeting"
    room.blank()
    assert said(room) == "Invented meeting"
    room.show()
    assert "fair" in said(room)


def test_following_is_off_at_first_and_said_when_it_is_on(room: RoomControl) -> None:
    assert not room.following
    room.show()
    room.follow()
    assert fact_of(room).tail == "follows the Table"
    at(room, "2(i)", "D.4")
    assert strong(room) == "paragraph 2(i), D.4 · En Fr"
    room.hold()
    at(room, "1", "D.1")
    assert strong(room) == "paragraph 2(i), D.4 · En Fr"


def test_an_amendment_that_is_disposed_of_is_not_prepared(room: RoomControl, desk: Desk) -> None:
    done(desk, AdoptAmendment(amendment="D.1"))
    page = room.prepared()
    assert isinstance(page, TextPage) and page.amendment == ""


def test_notice_speakers_and_a_vote_that_is_not_there(room: RoomControl, qtbot: QtBot) -> None:
    room.choose(replace(room.choices, kind="notice"))
    with qtbot.waitSignal(room.told) as caught:
        room.show()
    assert caught.args is not None and "notice" in caught.args[1] and not room.on
    room.choose(replace(room.choices, notice="The sitting resumes at 15:00"))
    room.show()
    assert isinstance(room.shown.page, NoticePage) and said(room) == "The sitting resumes at 15:00"
    assert strong(room) == "a notice"
    room.choose(replace(room.choices, kind="speakers"))
    room.show()
    assert isinstance(room.shown.page, SpeakersPage) and strong(room) == "list of speakers"
    room.choose(replace(room.choices, kind="vote"))
    with qtbot.waitSignal(room.told) as caught:
        room.show()
    assert caught.args == ["info", "No vote has been recorded yet."]


def test_type_is_as_large_as_wanted_within_bounds(room: RoomControl) -> None:
    room.show()
    before = room.room_picture.scale  # type: ignore[union-attr]
    room.scale_by(2)
    assert room.room_picture.scale > before  # type: ignore[union-attr]
    room.scale_by(100)
    assert room.choices.factor == LARGEST
    room.scale_by(-100)
    assert room.choices.factor == SMALLEST


def test_a_long_page_is_scrolled_from_the_desk_and_keeps_its_place(room: RoomControl, desk: Desk) -> None:
    done(desk, SubmitAmendment(by="workers", kind="replace", target="1", text=LONG))
    room.scale_by(10)
    at(room, "1", "D.5")
    room.show()
    picture = room.room_picture
    assert picture is not None and picture.reach > picture.start
    room.scroll_by(1)
    down = room.scrolled
    assert down > picture.start
    done(desk, RegisterParticipant(name="Odd Lie", role="adviser", group="employers"))
    room.follow_meeting()
    assert room.scrolled == down
    room.scroll_by(50)
    assert room.scrolled == picture.reach
    room.scroll_by(-50)
    assert room.scrolled == picture.start


def test_a_change_fades_and_a_blank_does_not(qtbot: QtBot, desk: Desk) -> None:
    room = room_beside(qtbot, desk, still=False)
    view = room.projection.window.view
    room.show()
    qtbot.waitUntil(lambda: not view.changing)
    room.blank()
    moving = [view.changing]
    room.blank()
    at(room, "2(i)", "D.4")
    room.show()
    moving.append(view.changing)
    assert moving == [False, True]
    qtbot.waitUntil(lambda: not view.changing)
    room.turn_off()


def test_who_asks_for_stillness_gets_it(room: RoomControl) -> None:
    room.show()
    at(room, "2(i)", "D.4")
    room.show()
    assert not room.projection.window.view.changing


def test_the_room_is_what_the_preview_shows(room: RoomControl, desk: Desk) -> None:
    room.watch(True)
    room.show()
    picture, view = room.room_picture, room.projection.window.view
    assert picture is view.picture and picture is not None
    assert view.grab().toImage().convertToFormat(image_of(picture, 0).format()) == image_of(
        picture, room.scrolled
    )
    assert room.prepared_picture is not None and room.prepared_picture.said == picture.said


def test_the_room_speaks_its_own_language(room: RoomControl) -> None:
    room.choose(replace(room.choices, languages=("fr",)))
    at(room, "1", "D.2")
    room.show()
    Languages.set("es")
    assert strong(room) == "párrafo 1, D.2 · Fr"
    assert said(room).startswith("Le Bureau devrait")


def test_a_closed_meeting_leaves_nothing_in_the_room(room: RoomControl, desk: Desk) -> None:
    room.show()
    room.bind(None)
    assert room.projection.where is Where.OFF and not room.projection.window.isVisible()
    assert strong(room) == "nothing"
    room.bind(desk)
    assert room.shown.page is None


def test_closing_the_common_window_takes_the_room_away(room: RoomControl) -> None:
    room.show()
    room.projection.window.close()
    assert not room.on and room.shown.page is None


def test_choices_are_kept_for_this_desk() -> None:
    remember(
        Choices(languages=("es", "en"), view="current", every=True, factor=1.3, notice="gone", kind="vote")
    )
    kept = remembered()
    assert (kept.languages, kept.view, kept.every, kept.factor) == (("es", "en"), "current", True, 1.3)
    assert (kept.notice, kept.kind) == ("", "text")
    for key in ("languages", "view", "colours", "factor"):
        settings.write(f"room/{key}", "nonsense")
    assert remembered() == Choices(every=True)
