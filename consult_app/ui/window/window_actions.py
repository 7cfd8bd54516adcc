"""The actions that the window can carry out by itself, and the pair that undoes and redoes.

Opening, creating, saving a copy and everything about the meeting belong to the window's owner, who
registers them in the same registry.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from consult_app.meetings.reasons import N_
from consult_app.ui.actions import Actions, ActionSpec
from consult_app.ui.language import NAMES, Languages, tr
from consult_app.ui.look import fonts
from consult_app.ui.look.text_scale import scale_text_by
from consult_app.ui.look.theme import Choice, Theme
from consult_app.ui.parts.panels import ANSWER_KEY

if TYPE_CHECKING:
    from consult_app.ui.station import StationPlan
    from consult_app.ui.window.shell import Shell

_LOOKS: Final[dict[Choice, str]] = {
    Choice.SYSTEM: N_("Look: as the system"),
    Choice.LIGHT: N_("Look: light"),
    Choice.DARK: N_("Look: dark"),
    Choice.CONTRAST: N_("Look: high contrast, light"),
    Choice.CONTRAST_DARK: N_("Look: high contrast, dark"),
}
_NAMED: Final = {"en": N_("English"), "fr": N_("French"), "es": N_("Spanish")}
"""The languages as they are called in the language of the window: each is found by that name as well."""
_STEP: Final = 0.1


@dataclass(frozen=True)
class UndoLabels:
    """What undo and redo would do now, in the window's language; empty when there is nothing."""

    undo: str = ""
    redo: str = ""


def register_window_actions(shell: Shell, actions: Actions, plans: Sequence[StationPlan]) -> None:
    """Register new meeting, the stations, look, language, type size, menu and quit."""
    add = actions.add
    add(
        ActionSpec("start.new", N_("New meeting"), "file", ("Ctrl+N",)),
        shell.ask_new,
        enabled=lambda: not shell.in_meeting,
    )
    add(
        ActionSpec("window.answer", N_("Do what the notice offers"), "go", (ANSWER_KEY,), group=2),
        shell.answer_notice,
    )
    add(ActionSpec("window.quit", N_("Quit"), "file", ("Ctrl+Q",), group=9), shell.close)
    for place, plan in enumerate(plans, start=1):
        add(
            ActionSpec(f"go.{plan.key}", plan.words, "go", (f"Ctrl+{place}",) if place < 10 else ()),
            partial(shell.enter, plan.key),
            enabled=partial(shell.offers, plan.key),
        )
    theme = Theme.instance()
    for choice, words in _LOOKS.items():
        add(
            ActionSpec(f"view.look.{choice}", words, "view", checkable=True),
            partial(theme.choose, choice),
            checked=partial(_is_look, choice),
        )
    for code, name in NAMES.items():
        add(
            ActionSpec(f"view.language.{code}", name, "view", group=1, checkable=True, also=_NAMED[code]),
            partial(Languages.set, code),
            words=partial(_language_words, name),
            checked=partial(_is_language, code),
        )
    # The wheel and most keyboards give "=" where "+" is printed.
    larger = ("Ctrl++", "Ctrl+=")
    add(
        ActionSpec("view.larger", N_("Larger type"), "view", larger, group=2, repeats=True),
        partial(_scale_by, _STEP),
    )
    add(
        ActionSpec("view.smaller", N_("Smaller type"), "view", ("Ctrl+-",), group=2, repeats=True),
        partial(_scale_by, -_STEP),
    )
    add(
        ActionSpec("view.plain", N_("Type as it was"), "view", ("Ctrl+0",), group=2),
        partial(theme.set_scale, 1.0),
    )
    # AltGr is Ctrl+Alt to Windows, and types characters where other keyboards have + - 0
    larger = ("Alt++", "Alt+=")
    add(
        ActionSpec("view.text_larger", N_("Larger text"), "view", larger, group=2, repeats=True),
        partial(scale_text_by, 1),
    )
    add(
        ActionSpec("view.text_smaller", N_("Smaller text"), "view", ("Alt+-",), group=2, repeats=True),
        partial(scale_text_by, -1),
    )
    add(
        ActionSpec("view.text_plain", N_("Text as it was"), "view", ("Alt+0",), group=2),
        partial(theme.set_text_scale, 1.0),
    )
    add(ActionSpec("window.menu", N_("Menu"), "", ("F10",)), shell.ask_menu)


def register_undo(
    actions: Actions, undo: Callable[[], object], redo: Callable[[], object], labels: Callable[[], UndoLabels]
) -> None:
    """Register undo and redo; *labels* says what they would do now, and so whether they can."""
    actions.add(
        ActionSpec("edit.undo", N_("Undo"), "edit", ("Ctrl+Z",)),
        undo,
        enabled=lambda: bool(labels().undo),
        words=lambda: tr("Undo: {what}", what=labels().undo) if labels().undo else tr("Undo"),
    )
    actions.add(
        ActionSpec("edit.redo", N_("Redo"), "edit", ("Ctrl+Shift+Z", "Ctrl+Y")),
        redo,
        enabled=lambda: bool(labels().redo),
        words=lambda: tr("Redo: {what}", what=labels().redo) if labels().redo else tr("Redo"),
    )


def _is_look(choice: Choice) -> bool:
    return Theme.instance().choice is choice


def _is_language(code: str) -> bool:
    return Languages.current() == code


def _language_words(name: str) -> str:
    return tr("Language: {name}", name=name)


def _scale_by(step: float) -> None:
    Theme.instance().set_scale(round(fonts.scale() + step, 2))
