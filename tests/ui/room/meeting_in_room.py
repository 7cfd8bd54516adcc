"""What the tests of the room share: the invented meeting of the Table, and a room beside a desk window."""

from __future__ import annotations

from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.floor import CallAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.state import State
from consult_app.ui import settings
from consult_app.ui.look.palette import LIGHT
from consult_app.ui.room.choices import AtHand
from consult_app.ui.room.control import RoomControl
from consult_app.ui.room.look import RoomColours, room_palette
from consult_app.ui.room.pages import Page, TextPage
from consult_app.ui.room.picture import Picture, picture_of
from consult_app.ui.room.text_picture import TextPicture
from consult_app.ui.room.view import STILL_KEY
from tests.ui.table_meeting import done

ROOM = QSizeF(1920, 1080)
PALETTE = room_palette(RoomColours.LIGHT, LIGHT)
LONG = (
    "The Office should "
    + "promote fair, full and decent work in every port and on every river, and " * 14
    + "rest."
)


def node_of(state: State, label: str) -> str:
    """The node with *label* in the one text."""
    from consult_app.drafting.text.numbering import labels

    text = next(iter(state.drafting.texts.values()))
    return next(node for node, said in labels(text.tree).items() if said == label)


def page_on(
    state: State, label: str, number: str = "", languages: tuple[str, ...] = ("en",), **more: object
) -> TextPage:
    """The page of the text at *label*, with the amendment *number* at hand."""
    amendment = state.drafting.by_number(number) if number else None
    text = next(iter(state.drafting.texts))
    upto = 10_000
    page = TextPage(
        text,
        node_of(state, label),
        languages,
        amendment.id if amendment else "",
        upto=upto,
        **more,  # type: ignore[arg-type]
    )
    return page


def laid(page: Page, state: State, size: QSizeF = ROOM, factor: float = 1.0) -> Picture:
    """The picture of *page*."""
    return picture_of(page, state, size, PALETTE, factor)


def laid_text(page: TextPage, state: State, size: QSizeF = ROOM, factor: float = 1.0) -> TextPicture:
    """The picture of a page of the text."""
    picture = laid(page, state, size, factor)
    assert isinstance(picture, TextPicture)
    return picture


def subamend(desk: Desk, words: str, kind: str = "replace", by: str = "employers") -> None:
    """D.1/S.1: the Employers would have D.1 read *words*."""
    done(desk, CallAmendment(amendment="D.1"))
    done(desk, SubmitAmendment(by=by, kind=kind, amends="D.1", target="1", text=words))  # type: ignore[arg-type]


def room_beside(qtbot: QtBot, desk: Desk, *, still: bool = True) -> RoomControl:
    """A room for *desk*, in a window, beside an empty desk window; without animation unless asked."""
    settings.write(STILL_KEY, "yes" if still else "no")
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    control = RoomControl(window)
    qtbot.addWidget(control.projection.window, before_close_func=lambda _w: control.bind(None))
    control.bind(desk)
    control.projection.set_windowed(True)
    at(control, "1", "D.1")
    return control


def desk_of(control: RoomControl) -> QMainWindow:
    """The desk's window beside the room."""
    window = control.parent()
    assert isinstance(window, QMainWindow)
    return window


def at(control: RoomControl, label: str, number: str = "") -> None:
    """Bring a node and an amendment to hand."""
    state = control.state
    assert state is not None
    amendment = state.drafting.by_number(number) if number else None
    text = next(iter(state.drafting.texts))
    control.prepare(AtHand(text, node_of(state, label), amendment.id if amendment else ""))


def said(control: RoomControl) -> str:
    """The words that the room sees."""
    picture = control.projection.window.view.picture
    assert picture is not None
    return picture.said
