"""One painter for both sides: what the room sees and what the desk's preview shows of it.

A picture is laid out at the size of the room and painted there as it is; the preview paints the same
picture smaller, so that no line is ever broken differently.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from consult_app.state import State
from consult_app.ui.look.palette import Palette
from consult_app.ui.room.pages import NoticePage, Page, SpeakersPage, TextPage, VotePage
from consult_app.ui.room.speakers_picture import SpeakersPicture
from consult_app.ui.room.still import NoticePicture, StillPicture, TitlePicture
from consult_app.ui.room.text_picture import TextPicture
from consult_app.ui.room.vote_picture import VotePicture

Picture = TextPicture | StillPicture


def picture_of(
    page: Page,
    state: State,
    size: QSizeF,
    palette: Palette,
    factor: float = 1.0,
    before: Picture | None = None,
) -> Picture:
    """Lay *page* out as *state* has it. *factor* is the person's own for the words of a text; *before*
    what was shown until now, whose type is kept where it is the same place. Raises LookupError when
    the state does not have what the page is about."""
    if isinstance(page, TextPage):
        was = before if isinstance(before, TextPicture) else None
        return TextPicture(page, state, size, palette, factor, was)
    if isinstance(page, VotePage):
        return VotePicture(page, state, size, palette)
    if isinstance(page, SpeakersPage):
        return SpeakersPicture(page, state, size, palette)
    if isinstance(page, NoticePage):
        return NoticePicture(page, state, size, palette)
    return TitlePicture(page, state, size, palette)


def paint_into(painter: QPainter, picture: Picture, box: QRectF, scroll: float) -> None:
    """Paint *picture* into *box*, as large as it goes in, in the middle."""
    share = min(box.width() / picture.size.width(), box.height() / picture.size.height())
    wide, tall = picture.size.width() * share, picture.size.height() * share
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.translate(box.left() + (box.width() - wide) / 2, box.top() + (box.height() - tall) / 2)
    painter.scale(share, share)
    painter.setClipRect(QRectF(0, 0, picture.size.width(), picture.size.height()))
    picture.paint(painter, scroll)
    painter.restore()


def image_of(picture: Picture, scroll: float, size: QSize | None = None, ratio: float = 1.0) -> QImage:
    """The picture as an image of *size* (its own when none is given), for a screen of that *ratio*."""
    wanted = size or picture.size.toSize()
    image = QImage(wanted * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    paint_into(painter, picture, QRectF(0, 0, wanted.width(), wanted.height()), scroll)
    painter.end()
    return image
