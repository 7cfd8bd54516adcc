"""The longest names and paragraphs there are: whole and legible in the room, whatever its size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from consult_app.desk import Desk
from consult_app.drafting.deciding.asking import AddSpeaker
from consult_app.drafting.handing_in.importing import ImportLanguage
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.meetings.people.groups import RegisterGroup
from consult_app.meetings.people.people import RegisterParticipant
from consult_app.meetings.proceedings.giving_floor import GiveFloor
from consult_app.state import State
from consult_app.ui.look import fonts
from consult_app.ui.room import speakers_picture, still, vote_picture
from consult_app.ui.room.band import PaintedBand, _wide
from consult_app.ui.room.foot import PaintedFoot
from consult_app.ui.room.heads import Author, Band, Foot
from consult_app.ui.room.look import draw_box, in_room, unit_of
from consult_app.ui.room.pages import NoticePage, Page, SpeakersPage, VotePage
from consult_app.ui.room.picture import image_of
from consult_app.ui.room.text_picture import TextPicture
from tests.ui.room.meeting_in_room import LONG, PALETTE, laid, laid_text, page_on
from tests.ui.room.test_pictures import with_vote
from tests.ui.table_meeting import done, meeting, nodes

GROUP = "Government group of the Union of River Basin and Harbour States"
PERSON = "Maximiliana-Guadalupe von Oertzen-Fernández de la Concepción"
SPANISH = (
    "Conclusiones",
    "Reunida en Ginebra,",
    "Protección",
    "La Oficina debería promover el trabajo decente.",
    "Los gobiernos deberían:",
    "apoyar a otras partes interesadas;",
    "informar cada año.",
)
FRENCH_LONG = (
    "Le Bureau devrait promouvoir " + "un travail équitable dans chaque port et sur chaque fleuve, " * 28
)
SPANISH_LONG = (
    "La Oficina debería promover " + "un trabajo justo en cada puerto y en cada río, así como " * 28
)
SIZES = [
    pytest.param(QSizeF(1920, 1080), id="projector"),
    pytest.param(QSizeF(1280, 800), id="wide"),
    pytest.param(QSizeF(1024, 768), id="old-projector"),
    pytest.param(QSizeF(1024, 576), id="window"),
]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting with a third language, a group and people with long names, D.5 in three
    languages and D.6 by five authors."""
    with meeting(tmp_path) as desk:
        done(desk, ImportLanguage(language="es", nodes=nodes(SPANISH)))
        done(desk, RegisterGroup(id="basin", names={"en": GROUP}, parent="government"))
        people = tuple(f"{PERSON} {number}" for number in range(8))
        for number, name in enumerate(people):
            group = ("employers", "workers")[number % 2]
            done(desk, RegisterParticipant(name=name, role="member", group=group, country="VE"))
        words = {"en": f"{LONG} {LONG}", "fr": FRENCH_LONG, "es": SPANISH_LONG}
        done(desk, SubmitAmendment(by="basin", kind="replace", target="1", text=words))  # type: ignore[arg-type]
        done(
            desk,
            SubmitAmendment(
                by="basin",
                co_authors=people[::2],
                kind="replace",
                target="2(i)",
                text="support other and further stakeholders;",
            ),
        )
        yield desk


def band(state: State, authors: int, size: QSizeF) -> PaintedBand:
    """The band over D.6 with so many of its authors."""
    amendment = state.drafting.by_number("D.6")
    assert amendment is not None
    who = tuple(Author("D.6", each) for each in amendment.credited[:authors])
    with in_room(PALETTE, unit_of(size), "en"):
        return PaintedBand(Band(who, "Paragraph 2(i)"), state.assembly, PALETTE, size.width())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("authors", [1, 2, 5])
def test_number_and_every_author_are_whole(desk: Desk, size: QSizeF, authors: int) -> None:
    painted = band(desk.state, authors, size)
    said = [words.words for line in painted._lines for unit in line for words in unit]
    assert said[0] == "D.6" and said.count("D.6") == 1  # once, and not before each name
    assert f"● {GROUP}" in said
    assert sum(PERSON in words for words in said) == authors - 1
    assert not any(words.startswith("+ ") for words in said)
    with in_room(PALETTE, unit_of(size), "en"):
        room = size.width() - 2 * fonts.pixels(24)
        for line in painted._lines:
            assert sum(map(_wide, line)) <= room
            assert all(words.font.pixelSize() >= 12 for unit in line for words in unit)


def test_authors_beyond_all_measure_are_counted(desk: Desk) -> None:
    size = QSizeF(1024, 576)
    people = tuple(Author("D.6", who) for who in desk.state.assembly.participants) * 4
    with in_room(PALETTE, unit_of(size), "en"):
        painted = PaintedBand(Band(people, "Paragraph 2(i)"), desk.state.assembly, PALETTE, size.width())
        last = painted._lines[-1][-1][0].words
        shown = sum(len(line) for line in painted._lines) - 1
        assert last == f"+ {len(people) + 1 - shown}"
        assert sum(map(_wide, painted._lines[-1])) <= size.width() - 2 * fonts.pixels(24)


@pytest.mark.parametrize("size", SIZES)
def test_who_has_the_floor_is_whole_and_leaves_room_for_what_is_asked(size: QSizeF) -> None:
    with in_room(PALETTE, unit_of(size), "en"):
        foot = PaintedFoot(
            Foot("In paragraph 2(i), after “other”, insert “and further”.", GROUP), PALETTE, size.width()
        )
        label, name = foot._floor
        assert name.words == GROUP and name.font.pixelSize() >= 10
        assert " ".join(foot._lines) == "In paragraph 2(i), after “other”, insert “and further”."
        assert label.width + name.width + foot._free <= size.width() - 2 * foot._side


@pytest.mark.parametrize("size", SIZES)
def test_a_very_long_paragraph_in_three_languages_is_seen_line_by_whole_line(
    desk: Desk, size: QSizeF
) -> None:
    picture = laid_text(page_on(desk.state, "1", "D.5", ("en", "fr", "es")), desk.state, size)
    assert picture.reach > picture.start
    with in_room(PALETTE, picture.scale, "en"):
        assert fonts.text(16).pixelSize() >= 12
    seen: set[float] = set()
    scroll = picture.start
    while True:
        first, last = picture._whole_lines(scroll)
        assert scroll - 1 <= first and last <= scroll + picture._body + 1
        seen.update(top for top in picture._tops if first <= top <= last)
        if scroll >= picture.reach:
            break
        after = min(picture.reach, picture.from_line(scroll + picture.page_step))
        assert after > scroll
        scroll = after
    about = [top for top in picture._tops if picture._focus[0] <= top <= picture._focus[1]]
    assert len(about) > 30 and seen.issuperset(about)


@pytest.mark.parametrize("size", SIZES)
def test_what_a_column_lacks_is_said_whole_over_it(desk: Desk, size: QSizeF) -> None:
    picture = laid_text(page_on(desk.state, "2(i)", "D.6", ("en", "fr", "es")), desk.state, size)
    assert isinstance(picture, TextPicture)
    assert "D.6 n’est pas encore disponible dans cette langue" in picture._heads[1]
    with in_room(PALETTE, unit_of(size), "en"):
        metrics = QFontMetricsF(fonts.window(9.6, fonts.Weight.SEMIBOLD))
        wide = QRectF(0, 0, picture._rows.columns.width, 1e6)
        for head in picture._heads:
            taken = metrics.boundingRect(wide, int(Qt.TextFlag.TextWordWrap), head)
            assert taken.height() <= picture._heads_height
            assert taken.width() <= picture._rows.columns.width
        assert picture._band.height + picture._heads_height <= picture._top


def boxes_of(page: Page, state: State, size: QSizeF, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Paint *page*; return the words that were set into boxes, each of which must have held them."""
    found: list[str] = []

    def held(
        painter: QPainter, words: str, font: QFont, ink: str, box: QRectF, *, left: bool = False
    ) -> None:
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter)
        taken = QFontMetricsF(font).boundingRect(QRectF(0, 0, box.width(), 1e6), flags, words)
        assert taken.height() <= box.height() + 1 and taken.width() <= box.width() + 1, words
        assert font.pixelSize() >= 9, words
        found.append(words)
        draw_box(painter, words, font, ink, box, left=left)

    for module in (speakers_picture, vote_picture, still):
        monkeypatch.setattr(module, "draw_box", held)
    image_of(laid(page, state, size), 0)
    return found


@pytest.mark.parametrize("size", SIZES)
def test_the_names_on_the_list_of_speakers_are_whole(
    desk: Desk, size: QSizeF, monkeypatch: pytest.MonkeyPatch
) -> None:
    done(desk, GiveFloor(speaker="basin"))
    for number in range(8):
        done(desk, AddSpeaker(who=f"{PERSON} {number}"))
    said = boxes_of(SpeakersPage("en"), desk.state, size, monkeypatch)
    assert GROUP in said
    assert sum(PERSON in words for words in said) == 8


@pytest.mark.parametrize("size", SIZES)
def test_the_names_of_candidates_and_groups_are_whole(
    desk: Desk, size: QSizeF, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [who for who, person in desk.state.assembly.participants.items() if PERSON in person.name]
    elected = with_vote(
        desk.state,
        candidates={who: 9 - place for place, who in enumerate(people)},
        winners=(people[0],),
        outcome="elected",
    )
    said = boxes_of(VotePage(1, "en"), elected, size, monkeypatch)
    assert sum(PERSON in words for words in said) == 8
    done(desk, RegisterGroup(id="workers", names={"en": GROUP}))
    said = boxes_of(VotePage(1, "en"), with_vote(desk.state), size, monkeypatch)
    assert f"▲ {GROUP}" in said


@pytest.mark.parametrize("size", SIZES)
def test_a_long_notice_is_whole(desk: Desk, size: QSizeF, monkeypatch: pytest.MonkeyPatch) -> None:
    words = "The sitting resumes at 15:00 in the room on the second floor. " * 30
    assert boxes_of(NoticePage(words.strip(), "en"), desk.state, size, monkeypatch) == [words.strip()]
