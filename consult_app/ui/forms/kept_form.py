"""A form whose words are never lost: kept beside the journal every two seconds, and when it goes away.

A form says what it is (``what``) and whom or what it is about; its fields are found by their names. Nothing
is kept of a form in which only choices were made: they are made again in a second.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, ClassVar, Concatenate, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from consult_app.journal.jottings import Scratch
from consult_app.ui.forms.filled import fields_of, is_choice, put, value_of, words_in
from consult_app.ui.leaving import Leaving

P = ParamSpec("P")
R = TypeVar("R")


class Kept(Protocol):
    """What a station expects of a form, or of a panel, that keeps its words."""

    @property
    def what(self) -> str:
        """What the form is, among those of its station."""

    def unrecorded(self) -> Scratch | None:
        """What was written into it and not recorded, at a place of its own within the station."""

    def take_up_found(self, found: Scratch) -> bool:
        """Go on with what was *found*; false where what it was written on has changed since."""


class KeptForm:
    """For a form (a widget) to inherit beside its own base. Everything that fills it anew is marked with
    :func:`begins`, what follows the record while it is open with :func:`follows`."""

    what: ClassVar[str] = ""
    _as_begun: Mapping[str, Any] | None = None
    _beginning = False
    _going = False

    # what a form may say otherwise

    def kept_about(self) -> dict[str, str]:
        """What the form is about, as its station needs it to open it again: ids by their kind."""
        return {}

    def kept_fields(self) -> dict[str, QWidget]:
        """The fields by name, in the order in which they are put back."""
        return fields_of(self)

    def filled(self) -> dict[str, Any]:
        """What stands in the fields, as plain data."""
        return {name: value_of(field) for name, field in self.kept_fields().items()}

    def as_begun(self) -> Mapping[str, Any] | None:
        """What stood in them before a person wrote; None while nothing was begun."""
        return self._as_begun

    def put_filled(self, name: str, value: Any) -> None:
        """Put *value* into the field of that *name*."""
        put(self.kept_fields()[name], value)

    def words_of(self, name: str) -> str:
        """What a person reads in the field of that *name*, where it was written there; "" for a choice."""
        field = self.kept_fields()[name]
        return "" if is_choice(field) else words_in(field)

    @property
    def is_open(self) -> bool:
        """Whether it is in its place on the station, be that in sight or not."""
        assert isinstance(self, QWidget)
        return self._going or not self.isHidden()

    # what is kept

    def began(self) -> None:
        """What stands in the fields now is what a person begins with."""
        self._as_begun = self.filled()

    def changes(self) -> dict[str, Any]:
        """What a person changed, by field."""
        begun = self.as_begun()
        if begun is None:
            return {}
        return {name: value for name, value in self.filled().items() if value != begun.get(name)}

    def unrecorded(self) -> Scratch | None:
        """What was written into the form and not recorded; None for nothing."""
        if not self.what or not self.is_open:
            return None
        fields, begun = self.changes(), self.as_begun() or {}
        words = [said for name in fields if (said := self.words_of(name))]
        if not words:
            return None
        about = self.kept_about()
        place = ":".join((self.what, *about.values()))
        extra = {"what": self.what, **about, "form": self.what, "fields": fields}
        extra["began"] = {name: begun.get(name) for name in fields}
        return Scratch(place, "\n".join(words), extra)

    def take_up_found(self, found: Scratch) -> bool:
        """Put back what was found, in the form that was opened for it. What was changed since by somebody
        else in other fields stays; false where it is one of these."""
        fields, before = dict(found.extra.get("fields", {})), found.extra.get("began", {})
        now = self.filled()
        wanted = {name: value for name, value in (now | fields).items() if name in now}
        for _ in range(2):  # one field may decide what stands in another, or what is offered there
            for name, value in wanted.items():
                if self.filled().get(name) != value:
                    self.put_filled(name, value)
        return all(now.get(name) == before.get(name) for name in fields)

    def hidden_to_parent(self, event: QEvent) -> None:
        """To be told of every event of the widget: where it is taken out of its place, what was written
        is kept first."""
        if event.type() == QEvent.Type.HideToParent and not self._going:
            self._going = True
            try:
                Leaving.say()
            finally:
                self._going = False


_Form = TypeVar("_Form", bound=KeptForm)


def begins(act: Callable[Concatenate[_Form, P], R]) -> Callable[Concatenate[_Form, P], R]:
    """Mark a method that fills the form anew: what was written before is kept first, and what stands there
    afterwards is what a person begins with."""

    @wraps(act)
    def filling(self: _Form, /, *args: P.args, **named: P.kwargs) -> R:
        if self._beginning:
            return act(self, *args, **named)
        if self.unrecorded() is not None:
            Leaving.say()
        self._beginning = True
        try:
            return act(self, *args, **named)
        finally:
            self._beginning = False
            self.began()

    return filling


def follows(act: Callable[Concatenate[_Form, P], R]) -> Callable[Concatenate[_Form, P], R]:
    """Mark a method by which an open form shows the record of now: what a person changed stays changed, and
    the rest is begun with as it is now."""

    @wraps(act)
    def following(self: _Form, /, *args: P.args, **named: P.kwargs) -> R:
        changed = self.changes()
        done = act(self, *args, **named)
        if self._as_begun is not None:
            kept = {name: value for name, value in self._as_begun.items() if name in changed}
            self._as_begun = self.filled() | kept
        return done

    return following


__all__ = ["Kept", "KeptForm", "begins", "follows"]
