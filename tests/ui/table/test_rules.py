"""The rules of amendments as the Table offers them: what lost its object, changes decided one by one, and
amendments in a language that is not in sight."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.drafting.deciding.floor import CallAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.drafting.translation.translating import SetTranslation
from consult_app.ui.table.decisions import in_the_menu, on_the_bar
from consult_app.ui.table.station import TableStation
from tests.ui.table_meeting import done, named, number, press, settled, shown_at, take

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
SPANISH = "La Oficina debería promover el trabajo decente."


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> Iterator[TableStation]:
    """The station at paragraph 1."""
    with shown_at(qtbot, desk, "1") as station:
        yield station


def test_what_lost_its_object_falls_by_its_key_and_is_not_adopted_yet(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    done(desk, SubmitAmendment(by="workers", kind="delete", target="1"))
    assert on_the_bar(desk.state, named(desk, "D.1"))[0] == "call"
    done(desk, AdoptAmendment(amendment="D.5"))
    assert on_the_bar(desk.state, named(desk, "D.1")) == ("fall", "withdraw")
    station.refresh(None)
    take(station, "D.1")
    note = station.parts.list.note
    qtbot.waitUntil(lambda: "It falls once the chairperson says so." in note.accessibleName())
    assert "yet" not in note.accessibleName()
    press(station, "A")
    settled(qtbot, station, lambda: not station.banner.isHidden())
    assert "has lost its object" in station.banner.words
    take(station, "D.1")
    press(station, "F")
    settled(qtbot, station, lambda: named(desk, "D.1").state == "fell")


def test_several_changes_typed_to_an_amendment_are_accepted_and_put_back_one_by_one(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    done(desk, CallAmendment(amendment="D.1"))
    typed = "The ILO Office should promote fair and decent work for all."
    done(desk, SubmitAmendment(by="employers", kind="live", amends="D.1", text=typed))
    station.refresh(None)
    sub = named(desk, "D.1/S.1")
    assert on_the_bar(desk.state, sub) == ("adopt", "reject", "divide", "subamend", "bracket")
    take(station, "D.1/S.1")
    press(station, "H")
    settled(qtbot, station, lambda: named(desk, "D.1/S.1").state == "split")
    qtbot.waitUntil(lambda: station.parts.list.at_hand == number(station, "D.1/S.1(a)"))
    press(station, "A")
    settled(qtbot, station, lambda: named(desk, "D.1/S.1(a)").state == "adopted")
    qtbot.waitUntil(lambda: station.parts.list.at_hand == number(station, "D.1/S.1(b)"))
    press(station, "R")
    settled(qtbot, station, lambda: named(desk, "D.1/S.1(b)").state == "rejected")
    qtbot.waitUntil(lambda: station.parts.list.at_hand == number(station, "D.1"))
    press(station, "A")
    settled(qtbot, station, lambda: named(desk, "D.1").state == "adopted_as_subamended")
    assert station.current_node.text("en") == "The ILO Office should promote fair and decent work."


def test_an_amendment_in_a_language_out_of_sight_says_so_and_is_shown_when_at_hand(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    done(desk, SetTranslation(node="1", language="es", text=SPANISH))
    words = SPANISH.replace("decente", "decente y seguro")
    done(desk, SubmitAmendment(by="employers", kind="replace", target="1", language="es", text=words))
    station.refresh(None)
    assert "es" not in station.parts.codes
    card = station.parts.list.card(number(station, "D.5"))
    assert card.face is not None
    assert "in Spanish only" in card.face.spoken
    other = station.parts.list.card(number(station, "D.1")).face
    assert other is not None
    assert "only" not in other.spoken
    take(station, "D.5")
    qtbot.waitUntil(lambda: "es" in station.parts.codes)
    # whoever takes the column away has it so while the same amendment is at hand
    station.parts.turn_language("es")
    take(station, "D.5")
    qtbot.wait(50)
    assert "es" not in station.parts.codes


def test_what_waits_is_put_in_brackets_by_its_key(qtbot: QtBot, desk: Desk, station: TableStation) -> None:
    assert {"bracket", "refer"} <= set(in_the_menu(desk.state, named(desk, "D.1")))
    take(station, "D.1")
    press(station, "B")
    settled(qtbot, station, lambda: named(desk, "D.1").state == "bracketed")
    assert [step.to for step in named(desk, "D.1").history] == [
        "queued",
        "called",
        "under_discussion",
        "bracketed",
    ]
