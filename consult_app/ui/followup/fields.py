"""A field of the form that follows the text until a person enters something else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QVBoxLayout

from consult_app.ui.forms.filled import put, value_of, words_in
from consult_app.ui.language import tr
from consult_app.ui.parts.controls import QuietButton
from consult_app.ui.parts.panels import FormRow


class _NamesCompleter(QCompleter):
    """Completes the last of the names that are apart by semicolons."""

    def splitPath(self, path: str) -> list[str]:
        """Qt's override: what is looked for is the last name."""
        return [path.rsplit(";", 1)[-1].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Qt's override: the names before stay."""
        name = str(index.data(Qt.ItemDataRole.EditRole))
        widget = self.widget()
        typed = widget.text() if isinstance(widget, QLineEdit) else ""
        before, between, _last = typed.rpartition(";")
        return f"{before}{between} {name}" if between else name


class NameLine(QLineEdit):
    """A line that completes what is typed from the names it is offered: one name, or ``several``."""

    def __init__(self, *, several: bool = False) -> None:
        super().__init__()
        self._known = QStringListModel(self)
        completer = _NamesCompleter(self) if several else QCompleter(self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setModel(self._known)
        self.setCompleter(completer)

    def offer(self, known: Iterable[str]) -> None:
        """Complete from *known* names from now on."""
        self._known.setStringList(sorted(set(known), key=str.casefold))


class FollowedRow(FormRow):
    """Field, where its content comes from, and the button that has it follow the text again.

    ``show_value`` puts a value into words, ``read`` words into a value; a choice needs neither.
    """

    def __init__(
        self,
        field: QLineEdit | QComboBox,
        show_value: Callable[[Any], str] = str,
        read: Callable[[str], Any] = str.strip,
    ) -> None:
        super().__init__(field)
        self._show_value, self._read = show_value, read
        self._label_words = self._hint = ""
        self._own: Any = ""
        self._before, self._was_following = "", True
        self.following = True
        self.follow = QuietButton()
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.count() - 1, self.follow, 0, Qt.AlignmentFlag.AlignLeft)
        if isinstance(field, QComboBox):
            field.activated.connect(self._touched)
        else:
            field.textEdited.connect(self._touched)
        self.follow.clicked.connect(self.follow_text)

    @property
    def typed(self) -> str:
        """What stands in the field."""
        if isinstance(self.field, QComboBox):
            return str(self.field.currentData() or "")
        assert isinstance(self.field, QLineEdit)
        return self.field.text()

    def _put(self, words: str) -> None:
        if isinstance(self.field, QComboBox):
            self.field.setCurrentIndex(self.field.findData(words))
        elif isinstance(self.field, QLineEdit):
            self.field.setText(words)
            self.field.setCursorPosition(0)

    def begin(self, value: Any, own: Any, *, following: bool) -> None:
        """Show *value*; *own* is what the text itself says, which it is *following* or not."""
        self._own = own
        self._put(self._show_value(value))
        self._before, self._was_following, self.following = self.typed, following, following
        self.set_problem("")
        self._say()

    def follow_text(self) -> None:
        """Show what the text says, and follow it from now on."""
        self.following = True
        self._put(self._show_value(self._own))
        if self._was_following:
            self._before = self.typed
        self.set_problem("")
        self._say()
        self.field.setFocus()

    def take_up(self, words: str, *, following: bool) -> None:
        """Go on with *words* that were entered and not kept, or with what the text says."""
        if following:
            self.follow_text()
        else:
            self._put(words)
            self._touched()

    def _touched(self) -> None:
        self.following = self._was_following and self.typed == self._before
        self.set_problem("")
        self._say()

    @property
    def untouched(self) -> bool:
        """Whether nothing was changed since it was shown."""
        return self.following == self._was_following and self.typed == self._before

    @property
    def goes_back(self) -> bool:
        """Whether what was entered by hand is to give way to the text."""
        return self.following and not self._was_following

    @property
    def entered(self) -> Any:
        """What a person entered anew, None for nothing. Raises ValueError where it cannot be read."""
        if self.following or (not self._was_following and self.typed == self._before):
            return None
        value = self._read(self.typed)
        if value is None:
            raise ValueError(self.typed)
        return value

    def set_names(self, label: str, hint: str = "") -> None:
        """Set the label, and what is said besides where the content comes from."""
        self._label_words, self._hint = label, hint
        self.follow.set_words(tr("Follow the text again"))
        self.follow.setAccessibleName(tr("Follow the text again: {field}", field=label))
        if self._was_following and self.following:
            self._put(self._show_value(self._own))
            self._before = self.typed
        self._say()

    def _say(self) -> None:
        own = self._own_words()
        if self.following:
            said = tr("From the text.") if own else tr("The text says nothing of it.")
        elif own:
            said = tr("Entered by hand; the text says: {words}", words=own)
        else:
            said = tr("Entered by hand; the text says nothing of it.")
        self.follow.setVisible(not self.following)
        self.set_words(self._label_words, f"{said} {self._hint}".strip())

    def _own_words(self) -> str:
        words = self._show_value(self._own) if self._own else ""
        if isinstance(self.field, QComboBox):
            at = self.field.findData(words)
            return self.field.itemText(at) if words and at >= 0 else ""
        return words


@value_of.register
def _(field: FollowedRow) -> Any:
    # what follows the text is said in the window's language: only what a person entered is a value
    return None if field.untouched else {"words": field.typed, "following": field.following}


@put.register
def _(field: FollowedRow, value: Any) -> None:
    if value is not None:
        field.take_up(str(value["words"]), following=bool(value["following"]))


@words_in.register
def _(field: FollowedRow) -> str:
    return field.typed.strip()


__all__ = ["FollowedRow", "NameLine"]
