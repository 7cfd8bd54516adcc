"""Which of the meeting's texts is worked on: one choice for the Table, the forms and the figures.

A meeting has one or more texts. Whoever shows "the text" asks :func:`chosen_text`; the choice is remembered
for each meeting on this desk, and belongs to nobody else: it is no row of the journal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from consult_app.ui import settings

if TYPE_CHECKING:
    from consult_app.drafting.amendments.amendment import Drafting
    from consult_app.drafting.text.nodes import Text

_KEY: Final = "text/{meeting}"


class ChosenText(QObject):
    """The one owner of the choice. Signals: ``changed(text_id)`` when another text was chosen."""

    changed = Signal(str)

    _instance: ChosenText | None = None

    def __init__(self) -> None:
        super().__init__()
        self._meeting = ""
        self._text_id = ""

    @classmethod
    def instance(cls) -> ChosenText:
        """The owner, made at first use."""
        if cls._instance is None:
            cls._instance = cls()
        return cls._instance

    @property
    def text_id(self) -> str:
        """The id of the text that was chosen; "" where none was, or where no meeting is open."""
        return self._text_id

    def open(self, meeting: str) -> None:
        """A meeting was opened (*meeting* is its place: a file or an address); "" when it is closed. The text
        that was chosen in it last is chosen again."""
        if not meeting:
            self._meeting = self._text_id = ""
            return
        import hashlib  # the window is shown before it is needed

        # what is written in a settings file names no place
        self._meeting = hashlib.sha256(meeting.encode()).hexdigest()[:16]
        self._text_id = settings.read_text(_KEY.format(meeting=self._meeting))

    def choose(self, text_id: str) -> None:
        """Work on *text_id* from now on."""
        if text_id == self._text_id:
            return
        self._text_id = text_id
        if self._meeting:
            settings.write(_KEY.format(meeting=self._meeting), text_id)
        self.changed.emit(text_id)


def chosen_text(drafting: Drafting) -> Text | None:
    """The text of *drafting* that is worked on: the one chosen, else the first; None where there is none."""
    texts = drafting.texts
    return texts.get(ChosenText.instance().text_id) or next(iter(texts.values()), None)


def chosen_id(drafting: Drafting) -> str:
    """The id of :func:`chosen_text`, for a command that must say which text is meant; "" where there is but
    one."""
    text = chosen_text(drafting) if len(drafting.texts) > 1 else None
    return text.id if text is not None else ""


__all__ = ["ChosenText", "chosen_id", "chosen_text"]
