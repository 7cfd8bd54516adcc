"""The cards of the Table as they are read: the state whole, what is left to decide, the foot under them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.drafting.deciding.floor import CallAmendment, RejectAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.ui.amendments.model import amendment_rows
from consult_app.ui.language import Languages
from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.table.station import TableStation
from tests.ui.table_meeting import done, go, shown_at, take
from tests.ui.voting.voting_meeting import voters

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """D.1 and D.2 to paragraph 1."""
    with voters(tmp_path, 4, 2, 2) as made:
        yield made


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> Iterator[TableStation]:
    with shown_at(qtbot, desk, "1") as station:
        yield station


def settle() -> None:
    for _turn in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_state_is_whole_on_the_line_or_under_it(
    station: TableStation, desk: Desk, language: str, scale: float
) -> None:
    Languages.set(language)
    station.retranslate()
    Theme.instance().set_scale(scale)
    done(desk, CallAmendment(amendment="D.1"))
    settle()
    for name in station.parts.list.shown:
        state = station.parts.list.card(name)._state
        assert state.width() >= state.fontMetrics().horizontalAdvance(state.text())
        assert not state.toolTip()


def test_what_is_disposed_of_has_no_first_decision(qtbot: QtBot, station: TableStation, desk: Desk) -> None:
    cards = station.parts.list
    name = cards.shown[0]
    take(station, "D.1")
    assert cards.card(name).button("call").property("variant") == "primary"
    done(desk, RejectAmendment(amendment="D.1"))
    qtbot.waitUntil(lambda: cards.at_hand != name)
    cards.take(name)
    assert "call" not in cards.card(name)._buttons
    assert cards.card(name).button("more").property("variant") == "quiet"


def test_the_next_card_is_made_before_it_is_needed(qtbot: QtBot, station: TableStation, desk: Desk) -> None:
    cards = station.parts.list
    done(desk, CallAmendment(amendment="D.1"))
    following = next(name for name in cards.shown if name != cards.at_hand)
    qtbot.waitUntil(lambda: bool(cards.card(following)._buttons))
    offered = dict(cards.card(following)._buttons)
    assert cards.card(following)._bar.isHidden()
    stands = cards.card(following).stands
    assert stands is not None
    assert stands.isHidden()
    cards.take(following)
    assert cards.card(following)._buttons == offered
    assert cards.card(following).button("adopt").isVisible()


def test_the_foot_takes_no_more_room_than_its_words(station: TableStation) -> None:
    cards = station.parts.list
    settle()
    cards.show_foot("Paragraph 1 can be adopted when its amendments are disposed of.", "", "", "", "")
    settle()
    words = cards._foot_words
    assert words.height() <= words.heightForWidth(words.width()) + 2
    assert cards.height() - words.geometry().bottom() <= fonts.pixels(20)


@pytest.mark.parametrize(
    ("language", "follows"),
    [
        ("en", "If change 1 on the floor is accepted: "),
        ("fr", "Si l’amendement 1 en séance est accepté: "),
        ("es", "Si se acepta la enmienda 1 en sala: "),
    ],
)
def test_what_follows_from_a_change_on_the_floor_is_a_sentence(
    qtbot: QtBot, station: TableStation, desk: Desk, language: str, follows: str
) -> None:
    Languages.set(language)
    go(station, "2")
    words = f"{station.current_node.text('en')} Indeed."
    done(desk, SubmitAmendment(by="workers", kind="live", target="2", text=words))
    qtbot.waitUntil(lambda: bool(station.parts.list.shown))
    station.retranslate()
    qtbot.waitUntil(lambda: station.parts.list.note.words.startswith(follows))


@pytest.mark.parametrize(
    ("language", "named", "accepted", "back"),
    [
        ("en", "Floor {}", "accepted", "put back"),
        ("fr", "Am. {} en séance", "accepté", "écarté"),
        ("es", "En sala {}", "aceptada", "descartada"),
    ],
    ids=["en", "fr", "es"],
)
def test_a_change_on_the_floor_is_accepted_or_put_back(
    station: TableStation, desk: Desk, language: str, named: str, accepted: str, back: str
) -> None:
    Languages.set(language)
    go(station, "2")
    for more in ("Indeed.", "Of course."):
        words = f"{station.current_node.text('en')} {more}"
        done(desk, SubmitAmendment(by="workers", kind="live", target="2", text=words))
    done(desk, AdoptAmendment(amendment="live/1"))
    done(desk, RejectAmendment(amendment="live/2"))
    settle()
    cards = [station.parts.list.card(name) for name in station.parts.list.shown]
    assert sorted((card._number.text(), card._state.text()) for card in cards) == [
        (named.format(1), accepted),
        (named.format(2), back),
    ]
    rows = {row.number: row.state for row in amendment_rows(desk.state)}
    assert (rows[named.format(1)], rows[named.format(2)]) == (accepted, back)
