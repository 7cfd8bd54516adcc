"""What is painted: the words and marks of a page, type that fits, a place that is kept, every language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage

from consult_app.desk import Desk
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.drafting.deciding.asking import AddSpeaker
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.meetings.kept.votes import Composition, Figures, Subject, Vote
from consult_app.meetings.proceedings.giving_floor import GiveFloor, PauseSpeech, SetSpeakingTime
from consult_app.state import State
from consult_app.ui.language import Languages
from consult_app.ui.look.palette import CONTRAST, DARK, LIGHT, PALETTES, Palette, contrast, group_style
from consult_app.ui.look.theme import Theme
from consult_app.ui.room.heads import band_of, foot_of
from consult_app.ui.room.look import RoomColours, dimmed, in_room, room_palette, stepped_back
from consult_app.ui.room.pages import NoticePage, SpeakersPage, TextPage, TitlePage, VotePage
from consult_app.ui.room.picture import image_of, picture_of
from consult_app.ui.room.reading import RoomReading
from consult_app.ui.room.speakers_picture import SpeakersPicture
from consult_app.ui.room.text_picture import TextPicture
from tests.ui.room.meeting_in_room import LONG, PALETTE, ROOM, laid, laid_text, page_on, subamend
from tests.ui.table_meeting import done, meeting

LANGUAGES = ("en", "fr", "es")
SMALL = QSizeF(1024, 768)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting."""
    with meeting(tmp_path) as desk:
        yield desk


def colours_in(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    }


def with_vote(state: State, **changes: object) -> State:
    """The state with one vote on D.1."""
    import msgspec

    vote = Vote(
        1,
        "2026-11-04T10:00:00.000Z",
        1,
        "show_of_hands",
        Subject("amendment", "a", "D.1"),
        Composition(1, 1, {}, {}),
        Figures(30, 12, 3, 60, 42, 60, 20),
        "adopted",
        tally={"government": (10, 2, 3), "employers": (0, 10, 0), "workers": (20, 0, 0)},
    )
    vote = msgspec.structs.replace(vote, **changes)
    assembly = msgspec.structs.replace(state.assembly, votes=(vote,))
    return msgspec.structs.replace(state, assembly=assembly)


def test_the_words_and_the_marks_of_the_group_are_on_the_page(desk: Desk) -> None:
    picture = laid_text(page_on(desk.state, "1", "D.1"), desk.state)
    assert "fair and" in picture.said and "D.1" in picture.said and "full" not in picture.said
    found = colours_in(image_of(picture, picture.start))
    assert {LIGHT.workers, LIGHT.workers_soft, LIGHT.rail, LIGHT.room} <= found


def test_number_and_author_stand_in_the_band(desk: Desk) -> None:
    page = page_on(desk.state, "1", "D.1", ("fr",))
    with in_room(PALETTE, 2.0, "fr"):
        reading = RoomReading(desk.state, page)
        band, foot = band_of(desk.state, page, reading), foot_of(desk.state, page, reading)
    assert [(each.number, each.who) for each in band.authors] == [("D.1", "workers")]
    assert band.place == "Paragraphe 1"
    assert band.state == ""
    assert foot.asks.startswith("Au paragraphe 1")


def test_only_what_is_decided_is_said_of_an_amendment(desk: Desk) -> None:
    page = page_on(desk.state, "1", "D.1")
    done(desk, AdoptAmendment(amendment="D.1"))
    with in_room(PALETTE, 2.0, "en"):
        band = band_of(desk.state, page, RoomReading(desk.state, page))
    assert band.state == "adopted"


def test_a_subamendment_stands_in_its_place_with_both_authors(desk: Desk) -> None:
    subamend(desk, "The Office should promote fair, safe and decent work.")
    page = page_on(desk.state, "1", "D.1/S.1")
    picture = laid_text(page, desk.state)
    assert "safe" in picture.said and "fair" in picture.said
    found = colours_in(image_of(picture, picture.start))
    assert {LIGHT.workers, LIGHT.employers} <= found
    with in_room(PALETTE, 2.0, "en"):
        band = band_of(desk.state, page, RoomReading(desk.state, page))
    assert [(each.number, each.who) for each in band.authors] == [
        ("D.1/S.1", "employers"),
        ("D.1", "workers"),
    ]


def test_a_paragraph_that_would_be_put_in_stands_after_its_neighbour(desk: Desk) -> None:
    picture = laid_text(page_on(desk.state, "1", "D.3"), desk.state)
    assert "Constituents should share good practices." in picture.said


@pytest.mark.parametrize("view", ["original", "current", "final"])
def test_the_other_views_have_no_marks(desk: Desk, view: str) -> None:
    picture = laid_text(page_on(desk.state, "1", view=view), desk.state)
    assert picture.said == "The Office should promote decent work."


def test_a_language_that_lacks_the_amendment_says_so(desk: Desk) -> None:
    reading = RoomReading(desk.state, page_on(desk.state, "1", "D.1", ("en", "fr")))
    assert not reading.says_nothing_in("en")
    assert reading.says_nothing_in("fr")


def test_a_wording_that_is_not_there_is_said_in_its_own_language(desk: Desk) -> None:
    picture = laid_text(page_on(desk.state, "1", "D.3", ("fr",)), desk.state)
    assert "pas encore disponible" in picture.said


def test_what_is_dimmed_around_the_page_is_not_said(desk: Desk) -> None:
    picture = laid_text(page_on(desk.state, "2(i)", "D.4"), desk.state)
    assert "relevant" in picture.said and "report every year" not in picture.said


@pytest.mark.parametrize("palette", PALETTES.values(), ids=tuple(PALETTES))
@pytest.mark.parametrize("colours", RoomColours)
def test_what_is_dimmed_can_still_be_read(palette: Palette, colours: RoomColours) -> None:
    room = room_palette(colours, palette)
    share = dimmed(room)
    inks, grounds = QColor(room.ink), QColor(room.ground)
    mixed = [
        round(part(grounds) + (part(inks) - part(grounds)) * share)
        for part in (QColor.red, QColor.green, QColor.blue)
    ]
    wanted = 7.0 if palette.name.startswith("contrast") else 4.5
    assert wanted <= contrast(QColor(*mixed).name(), room.ground) < contrast(room.ink, room.ground) / 1.5
    assert share < 0.75


def blended(ink: str, room: Palette) -> str:
    """*ink* as it is seen where it is dimmed."""
    share, inks, grounds = dimmed(room), QColor(ink), QColor(room.ground)
    channels = (QColor.red, QColor.green, QColor.blue)
    mixed = [round(part(grounds) + (part(inks) - part(grounds)) * share) for part in channels]
    return QColor(*mixed).name()


@pytest.mark.parametrize("palette", PALETTES.values(), ids=tuple(PALETTES))
def test_marks_and_notes_that_are_dimmed_can_be_read_as_well(palette: Palette) -> None:
    room = room_palette(RoomColours.DESK, palette)
    around = stepped_back(room)
    wanted = 7.0 if room.high_contrast else 4.5
    for group in ("government", "employers", "workers", "a group with a colour of its own"):
        style = group_style(around, group, "#ffee88")
        assert contrast(blended(style.colour, room), room.ground) >= wanted
        assert contrast(blended(style.ink, room), room.ground) >= wanted
    for ink in (around.dim, around.warn, around.ink):
        assert contrast(blended(ink, room), room.ground) >= wanted


@pytest.mark.parametrize("palette", PALETTES.values(), ids=tuple(PALETTES))
def test_the_numbers_of_dimmed_rows_are_painted_as_strongly_as_their_words(
    desk: Desk, palette: Palette
) -> None:
    room = room_palette(RoomColours.DESK, palette)
    picture = picture_of(page_on(desk.state, "2(i)", "D.4"), desk.state, ROOM, room)
    assert isinstance(picture, TextPicture)
    image = image_of(picture, picture.start)
    rows = picture._rows
    beside = [place for place, row in enumerate(rows.rows) if not picture._reading.in_focus(row)]
    numbered = [place for place in beside if rows.cells(place)[0].marker]
    assert numbered
    for place in numbered:
        top = round(picture._top + rows.offsets[place] - picture.start)
        with in_room(room, picture.scale, "en"):
            wide = round(rows.indent(rows.rows[place]))
        strongest = max(
            contrast(image.pixelColor(x, y).name(), room.ground)
            for x in range(round(rows.columns.left(0)), round(rows.columns.left(0)) + wide)
            for y in range(top, top + round(rows.heights[place]))
        )
        assert strongest >= (7.0 if room.high_contrast else 4.5)


def test_type_shrinks_within_bounds_and_then_the_page_is_scrolled(desk: Desk) -> None:
    done(desk, SubmitAmendment(by="workers", kind="replace", target="1", text=LONG))
    page = page_on(desk.state, "1", "D.5")
    short = laid_text(page_on(desk.state, "1", "D.1"), desk.state)
    assert (short.shrink, short.reach) == (1.0, 0.0)
    fits = laid_text(page, desk.state, SMALL)
    assert fits.shrink < 1.0
    scrolled = laid_text(page, desk.state, SMALL, 2.0)
    assert scrolled.shrink == 0.7
    assert scrolled.reach > scrolled.start


def test_type_never_grows_again_at_the_same_place(desk: Desk) -> None:
    done(desk, SubmitAmendment(by="workers", kind="replace", target="1", text=LONG))
    small = laid_text(page_on(desk.state, "1", "D.5"), desk.state)
    page = page_on(desk.state, "1", "D.1")
    kept = picture_of(page, desk.state, ROOM, PALETTE, 1.0, small)
    assert kept.shrink == small.shrink  # type: ignore[union-attr]
    other = picture_of(page_on(desk.state, "2"), desk.state, ROOM, PALETTE, 1.0, small)
    assert other.shrink == 1.0  # type: ignore[union-attr]


def test_the_line_that_people_read_stays_at_the_top_when_words_are_put_in_above_it(desk: Desk) -> None:
    done(desk, SubmitAmendment(by="workers", kind="replace", target="1", text=LONG))
    before = laid_text(page_on(desk.state, "1", "D.5"), desk.state, SMALL, 2.0)
    spot = before.spot_at(before.start + before.page_step)
    assert spot is not None and spot.letter > 0
    reading = spot.words[spot.letter : spot.letter + 40]
    done(
        desk,
        SubmitAmendment(
            by="workers", kind="replace", target="1", text="In all regions and in every port, " + LONG
        ),
    )
    after = laid_text(page_on(desk.state, "1", "D.6"), desk.state, SMALL, 2.0)
    now = after.spot_at(after.scroll_to(spot))
    assert now is not None
    at = now.words.index(reading, max(0, now.letter - 5))
    assert abs(at - now.letter) < 60  # within a line


def test_the_preview_is_the_same_picture_only_smaller(desk: Desk) -> None:
    picture = laid_text(page_on(desk.state, "1", "D.1", ("en", "fr")), desk.state)
    room = image_of(picture, picture.start)
    assert room == image_of(picture, picture.start)
    small = image_of(picture, picture.start, QSize(480, 270))
    expected = room.scaled(480, 270, mode=Qt.TransformationMode.SmoothTransformation)
    apart = sum(
        abs(small.pixelColor(x, y).lightness() - expected.pixelColor(x, y).lightness())
        for x in range(0, 480, 2)
        for y in range(0, 270, 2)
    )
    assert apart / (240 * 135) < 6  # the same lines at the same places; the edges of letters differ


@pytest.mark.parametrize("size", [ROOM, SMALL], ids=["1920", "1024"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_painted_in_every_language(desk: Desk, language: str, size: QSizeF) -> None:
    done(desk, SetSpeakingTime(minutes=5))
    done(desk, AddSpeaker(who="workers"))
    done(desk, AddSpeaker(who="Ama Quartey-Lindt", kind="point_of_order"))
    done(desk, GiveFloor())
    state = with_vote(desk.state)
    pages = (
        page_on(state, "1", "D.1", ("en",)),
        page_on(state, "1", "D.1", ("fr", "en")),
        VotePage(1, language),
        SpeakersPage(language),
        NoticePage("The sitting resumes at 15:00", language),
        TitlePage(language),
    )
    for page in pages:
        picture = laid(page, state, size)
        image = image_of(picture, picture.start)
        assert image.size() == size.toSize()
        assert len(colours_in(image)) > 3
        assert picture.said


@pytest.mark.parametrize("outcome", ["adopted", "rejected", "void", "tied"])
def test_the_outcome_of_a_vote_is_in_words_and_not_in_colour_alone(desk: Desk, outcome: str) -> None:
    state = with_vote(desk.state, outcome=outcome)
    words = laid(VotePage(1, "en"), state).said
    assert "Amendment D.1" in words and "30 in favour" in words
    assert {"adopted": "Adopted", "rejected": "Not adopted", "void": "Void", "tied": "Equal votes"}[
        outcome
    ] in words


def test_a_vote_without_a_quorum_says_so(desk: Desk) -> None:
    state = with_vote(desk.state, figures=Figures(30, 12, 3, 60, 12, 60, 20), outcome="void")
    assert "Quorum not reached: 12 votes, 20 needed" in laid(VotePage(1, "en"), state).said


def test_an_election_lists_the_candidates(desk: Desk) -> None:
    state = with_vote(
        desk.state,
        candidates={"workers": 12, "employers": 9},
        winners=("workers",),
        outcome="elected",
        tally={},
    )
    picture = laid(VotePage(1, "en"), state)
    assert len(colours_in(image_of(picture, 0))) > 3


def test_the_clock_shows_what_is_left_and_then_what_is_over(desk: Desk) -> None:
    done(desk, SetSpeakingTime(minutes=5))
    done(desk, AddSpeaker(who="workers"))
    done(desk, GiveFloor())
    picture = laid(SpeakersPage("en"), desk.state)
    assert isinstance(picture, SpeakersPicture) and picture.running
    speech = desk.state.assembly.speaking.now
    assert speech is not None
    minute = speech.began[14:16]
    picture.now = speech.began.replace(f":{minute}:", f":{(int(minute) + 2) % 60:02}:", 1)
    with in_room(PALETTE, 2.0, "en"):
        figure, below, tone = picture._clock(speech)
        assert (below, tone) == ("left of 5:00", "ink")
        assert figure in ("3:00", "5:00")  # the hour may turn
        picture.now = "2099-01-01T00:00:00.000Z"
        figure, below, tone = picture._clock(speech)
    assert figure.startswith("+") and below == "over the 5:00 allowed" and tone == "error"
    done(desk, PauseSpeech())
    paused = laid(SpeakersPage("en"), desk.state)
    assert isinstance(paused, SpeakersPicture) and not paused.running


def test_nobody_with_the_floor_is_said(desk: Desk) -> None:
    assert laid(SpeakersPage("en"), desk.state).said == "Nobody has the floor"


def test_a_page_that_the_state_does_not_have_is_not_laid_out(desk: Desk) -> None:
    with pytest.raises(LookupError):
        laid(VotePage(7, "en"), desk.state)
    with pytest.raises(LookupError):
        laid(TextPage("none", "n1", ("en",)), desk.state)


@pytest.mark.parametrize(
    ("colours", "desk_look", "ground"),
    [
        pytest.param(RoomColours.LIGHT, DARK, LIGHT.room, id="light whatever the desk"),
        pytest.param(RoomColours.DARK, LIGHT, DARK.room, id="dark whatever the desk"),
        pytest.param(RoomColours.DESK, DARK, DARK.room, id="as the desk"),
        pytest.param(RoomColours.LIGHT, CONTRAST, CONTRAST.room, id="contrast is kept"),
    ],
)
def test_the_colours_of_the_room(colours: RoomColours, desk_look: object, ground: str) -> None:
    assert room_palette(colours, desk_look).ground == ground  # type: ignore[arg-type]


def test_what_is_borrowed_for_the_room_is_given_back(desk: Desk) -> None:
    before = Theme.current(), Languages.current()
    with pytest.raises(RuntimeError), in_room(PALETTE, 3.0, "fr"):
        assert QColor(Theme.current().ground) == QColor(LIGHT.room)
        raise RuntimeError
    assert (Theme.current(), Languages.current()) == before
