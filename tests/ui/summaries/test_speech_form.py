"""Words for the report on speeches: typed while somebody speaks or after, one speech that lacks them after
another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.asking import AddSpeaker
from consult_app.meetings.proceedings.giving_floor import EndSpeech, GiveFloor
from consult_app.meetings.proceedings.sitting import CloseSitting, OpenSitting
from consult_app.ui.language import Languages
from consult_app.ui.summaries.speech_form import SpeechForm
from consult_app.ui.table.station import TableStation
from tests.ui.audit import nameless
from tests.ui.table_meeting import done, meeting, press, settled, shown

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
AMA, ILSE = "Ama Quartey-Lindt", "Ilse Brandvold"
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting: the Workers spoke in sitting 1; the Employers, a point of order, and Ama, who has
    the floor, in sitting 2."""
    with meeting(tmp_path) as desk:
        done(desk, OpenSitting(kind="plenary"))
        done(desk, GiveFloor(speaker="workers"))
        done(desk, CloseSitting())
        done(desk, OpenSitting(kind="plenary"))
        done(desk, GiveFloor(speaker="employers"))
        done(desk, GiveFloor(speaker=ILSE, kind="point_of_order"))
        done(desk, EndSpeech())
        done(desk, GiveFloor(speaker=AMA))
        yield desk


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> Iterator[TableStation]:
    station = shown(qtbot, desk)
    station.parts.list.give_focus()
    yield station
    station.bind(None)


@pytest.fixture
def form(station: TableStation) -> SpeechForm:
    """The form, opened by its key, the words in focus."""
    key(station, Qt.Key.Key_R)
    assert station.parts.side.page == "speech_words"
    return station.parts.side.speech_words


def key(station: TableStation, which: Qt.Key, held: Qt.KeyboardModifier = _CONTROL) -> None:
    focus: QWidget = station.window().focusWidget()
    QTest.keyClick(focus, which, held)


def at_hand(station: TableStation, form: SpeechForm) -> str:
    speeches = station.state.assembly.speaking.speeches
    who = next(each.speaker.who for each in speeches if each.speaker.id == form.subject)
    return station.state.assembly.name_of(who)


def summaries(station: TableStation) -> list[dict[str, str]]:
    return [each.summaries for each in station.state.assembly.speaking.speeches]


def test_it_opens_at_who_has_the_floor_with_the_speeches_of_the_sitting(
    station: TableStation, form: SpeechForm
) -> None:
    assert form.words.hasFocus()
    assert at_hand(station, form) == AMA
    assert [form._who(row) for row in form.model.rows] == [
        "Employers’ group",
        f"Point of order: {ILSE} (Norway)",
        f"{AMA} (Ghana)",
    ]
    assert [form._stand(row) for row in form.model.rows] == ["▲", "", "▲"]
    assert form.counted.text() == "English: 2 speeches without words"
    assert nameless(form) == []


def test_words_are_kept_while_somebody_speaks_and_the_next_that_lacks_them_comes(
    station: TableStation, form: SpeechForm, qtbot: QtBot
) -> None:
    QTest.keyClicks(form.words, "She stressed the")
    form.words.insertPlainText(" «\u00a0ports\u00a0».")
    assert form._stand(form.model.rows[2]) == "✎"
    key(station, Qt.Key.Key_Return)
    settled(qtbot, station, lambda: summaries(station)[3] == {"en": "She stressed the «\u00a0ports\u00a0»."})
    qtbot.waitUntil(lambda: at_hand(station, form) == "Employers’ group")
    assert form.words.hasFocus()
    assert form._stand(form.model.rows[2]) == "En"
    assert form.counted.text() == "English: 1 speech without words"
    # nothing was said yet that would be lost when the speech ends
    done(station.desk, EndSpeech())
    assert summaries(station)[3] == {"en": "She stressed the «\u00a0ports\u00a0»."}
    QTest.keyClicks(form.words, "They agreed.")
    key(station, Qt.Key.Key_Return)
    settled(qtbot, station, lambda: summaries(station)[1] == {"en": "They agreed."})
    qtbot.waitUntil(lambda: form.counted.text() == "English: every speech has words")
    assert at_hand(station, form) == "Employers’ group"


def test_begun_words_stay_begun_behind_another_speech_language_and_list(
    station: TableStation, form: SpeechForm
) -> None:
    QTest.keyClicks(form.words, "Half a")
    key(station, Qt.Key.Key_Up, _ALT)
    key(station, Qt.Key.Key_Up, _ALT)
    assert at_hand(station, form) == "Employers’ group"
    assert form.words.toPlainText() == ""
    form.language.button("fr").click()
    QTest.keyClicks(form.words, "Elle")
    press(station, Qt.Key.Key_Escape)
    assert station.parts.side.page == "amendments"
    key(station, Qt.Key.Key_R)
    assert at_hand(station, form) == AMA
    form.language.button("en").click()
    assert form.words.toPlainText() == "Half a"
    assert sorted(words for _, _, words in form.unsaved()) == ["Elle", "Half a"]
    # as it was before: nothing is begun any more
    form.words.clear()
    assert [words for _, _, words in form.unsaved()] == ["Elle"]


def test_the_language_chosen_says_what_lacks(station: TableStation, form: SpeechForm, qtbot: QtBot) -> None:
    QTest.keyClicks(form.words, "Yes.")
    key(station, Qt.Key.Key_Return)
    settled(qtbot, station, lambda: summaries(station)[3] == {"en": "Yes."})
    form.language.button("fr").click()
    assert form.counted.text() == "French: 2 speeches without words"
    qtbot.waitUntil(lambda: at_hand(station, form) == "Employers’ group")
    key(station, Qt.Key.Key_Return)
    assert at_hand(station, form) == AMA
    QTest.keyClicks(form.words, "Oui.")
    key(station, Qt.Key.Key_Return)
    settled(qtbot, station, lambda: summaries(station)[3] == {"en": "Yes.", "fr": "Oui."})


def test_words_are_taken_away_again(station: TableStation, form: SpeechForm, qtbot: QtBot) -> None:
    done(station.desk, EndSpeech(summary="In no language."))
    qtbot.waitUntil(lambda: form.words.toPlainText() == "In no language.")
    form.words.clear()
    key(station, Qt.Key.Key_Return)
    settled(qtbot, station, lambda: station.state.assembly.speaking.speeches[3].summary == "")


def test_speeches_of_an_earlier_sitting_can_be_chosen(station: TableStation, form: SpeechForm) -> None:
    names = [form.sitting.itemText(at) for at in range(form.sitting.count())]
    assert names == ["Sitting 1", "Sitting 2", "All sittings"]
    form.sitting.setCurrentIndex(0)
    form.sitting.activated.emit(0)
    assert at_hand(station, form) == "Workers’ group"


def test_it_is_opened_from_the_list_of_speakers_and_leads_back(station: TableStation, qtbot: QtBot) -> None:
    press(station, "L")
    done(station.desk, AddSpeaker(who="workers"))
    station.parts.side.speakers.words_button.click()
    assert station.parts.side.page == "speech_words"
    form = station.parts.side.speech_words
    QTest.keyClicks(form.words, "jklmv6")
    assert form.words.toPlainText() == "jklmv6"
    press(station, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: len(form.model.rows) == 4)
    assert (at_hand(station, form), form.words.toPlainText()) == (AMA, "jklmv6")
    press(station, Qt.Key.Key_Escape)
    assert station.parts.side.page == "speakers"


def test_before_anybody_spoke_it_says_so_in_three_languages(qtbot: QtBot, tmp_path: Path) -> None:
    with meeting(tmp_path) as desk:
        station = shown(qtbot, desk)
        key(station, Qt.Key.Key_R)
        form = station.parts.side.speech_words
        assert not form.words.isEnabled()
        assert not form.accept_button.isEnabled()
        said = set()
        for code in ("fr", "es", "en"):
            Languages.set(code)
            qtbot.wait(1)
            said.add(form.counted.text())
        assert "Nobody has spoken yet." in said
        station.bind(None)


def test_a_meeting_that_is_closed_leaves_no_words(station: TableStation, form: SpeechForm) -> None:
    QTest.keyClicks(form.words, "Half a")
    station.bind(None)
    assert list(form.unsaved()) == []
    assert form.words.toPlainText() == ""
    assert form.model.rows == []
