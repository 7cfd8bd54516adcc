"""The square brackets at the node at hand: what stands in each, and how it can be resolved."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from consult_app.drafting.brackets.open_brackets import OpenBracket
from consult_app.drafting.brackets.view import BAR
from consult_app.drafting.deciding.resolving import ResolveBracket
from consult_app.drafting.house_style.house import list_of
from consult_app.drafting.house_style.labels import label_reference
from consult_app.drafting.house_style.ordinals import NO_BREAK
from consult_app.drafting.text.brackets import DELETE, TEXT, Alternative
from consult_app.drafting.text.numbering import labels
from consult_app.drafting.wordings.wording import words as bare
from consult_app.meetings.acts import Context
from consult_app.meetings.reasons import NeedsConfirmation, Refused
from consult_app.publishing.shown_brackets import group_in_brackets
from consult_app.state import Decision, State, decide
from consult_app.ui.language import Languages, Retranslating, number_said, say, tr, tr_n
from consult_app.ui.parts.controls import QuietButton
from consult_app.ui.parts.panels import clear_layout
from consult_app.ui.text.ink import Ink, InkLabel, look_of
from consult_app.words import term

_MOST_LETTERS = 60


class BracketsPanel(Retranslating, QFrame):
    """A line for each open bracket, and the button that resolves them; hidden where there is none.

    Signal: ``resolve_asked()``.
    """

    resolve_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button = QuietButton()
        self.button.clicked.connect(self.resolve_asked)
        self._lines = QWidget()
        self._list = QVBoxLayout(self._lines)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(3)
        box = QVBoxLayout(self)
        box.setContentsMargins(15, 0, 15, 8)
        box.setSpacing(6)
        box.addWidget(self._lines)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        box.addLayout(row)
        self.hide()
        self.retranslate()

    @property
    def spoken(self) -> tuple[str, ...]:
        """The lines as a screen reader says them."""
        return tuple(line.accessibleName() for line in self._lines.findChildren(InkLabel))

    def show_brackets(self, state: State, brackets: Sequence[OpenBracket]) -> None:
        """Show what stands in *brackets*."""
        clear_layout(self._lines)
        for bracket in brackets:
            line = InkLabel("figure")
            line.setWordWrap(True)
            line.show_inks(*_inks(state, bracket))
            self._list.addWidget(line)
        self.setVisible(bool(brackets))

    def retranslate(self) -> None:
        """Put the words of the button anew; the station shows the brackets again."""
        self.button.set_words(tr("Resolve…"), "Q")
        self.setAccessibleName(tr("Square brackets at the node at hand"))


def _inks(state: State, bracket: OpenBracket) -> Iterator[Ink]:
    yield Ink(f"{bracket.bracket.number}{NO_BREAK} ", strong=True)
    yield Ink("[", tone="warn", strong=True)
    stands = [] if bracket.bracket.kind == "typed" else [_short(bracket.found.words)]
    parts: list[list[Ink]] = [[Ink(words)] for words in stands if words]
    parts += ([*_alternative(state, bracket, each)] for each in bracket.found.alternatives)
    for place, part in enumerate(parts):
        if place:
            yield Ink(BAR, tone="warn", strong=True)
        yield from part
    yield Ink("]", tone="warn", strong=True)


def _alternative(state: State, bracket: OpenBracket, alternative: Alternative) -> Iterator[Ink]:
    by = _authors(bracket, alternative)
    look = look_of(state.assembly, by[0]) if by else None
    head = _whose(state, bracket, alternative)
    if head:
        yield Ink(f"{head}:{NO_BREAK}", look, strong=True)
    yield Ink(_short(alternative.words) or _delete())


def _authors(bracket: OpenBracket, alternative: Alternative) -> tuple[str, ...]:
    return alternative.by or ((bracket.bracket.by,) if bracket.bracket.by else ())


def _whose(state: State, bracket: OpenBracket, alternative: Alternative) -> str:
    """``▲ Workers (D.1)``, in the window's language; "" for words that are nobody's."""
    language, by = Languages.current(), dict.fromkeys(_authors(bracket, alternative))
    names = (
        f"{look_of(state.assembly, who).mark}{NO_BREAK}{group_in_brackets(state.assembly, who, language)}"
        for who in by
    )
    amendment = state.drafting.amendments.get(alternative.amendment)
    said = ", ".join(names)
    return f"{said} ({number_said(amendment.number)})" if amendment else said


def _delete() -> str:
    return term("bracket", "delete", "group", Languages.current())


def _short(plain: str) -> str:
    words = bare(plain)
    if len(words) <= _MOST_LETTERS:
        return words
    return words[: words.rfind(" ", 0, _MOST_LETTERS)] + "…"


def brackets_menu(
    parent: QWidget,
    state: State,
    brackets: Sequence[OpenBracket],
    chosen: Callable[[OpenBracket, str], object],
    written: Callable[[OpenBracket], object],
) -> QMenu:
    """The ways to resolve each of *brackets*; with one bracket its ways stand in the menu itself. *chosen*
    gets the bracket and the choice, *written* the bracket for which other words are to be agreed."""
    menu = QMenu(parent)
    for bracket in brackets:
        number = bracket.bracket.number
        under = menu if len(brackets) == 1 else menu.addMenu(f"{number}  {_plain(_short(_first(bracket)))}")
        for place, (words, choice) in enumerate(choices(state, bracket), 1):
            action = under.addAction(f"&{place}  {_plain(words)}" if place < 10 else _plain(words))
            action.triggered.connect(partial(_tell, chosen, bracket, choice))
        if bracket.bracket.kind != "beside":
            under.addSeparator()
            action = under.addAction(tr("Other words are agreed…"))
            action.triggered.connect(partial(_write, written, bracket))
    return menu


def choices(state: State, bracket: OpenBracket) -> list[tuple[str, str]]:
    """What can be chosen in a bracket, in words, and the choice that it is."""
    found = bracket.found
    if found.kind == "typed":
        return [
            (tr("The words stay: {words}", words=_short(found.words)), TEXT),
            (tr("The words go: {words}", words=_short(found.words)), DELETE),
        ]
    stands = tr("The words that stand: {words}", words=_short(found.words))
    out = [(stands if found.words else tr("Nothing is put in"), TEXT)]
    for each in found.alternatives:
        number = state.drafting.amendments[each.amendment].number
        out.append((f"{_whose(state, bracket, each)}: {_short(each.words) or _delete()}", number))
    return out


def _first(bracket: OpenBracket) -> str:
    return bracket.found.words or bracket.found.alternatives[0].words


def what_follows(state: State, seq: int, command: ResolveBracket) -> tuple[str, bool]:
    """What resolving a bracket so as row *seq* would do, decided on a copy of the state as a trial; and
    whether it can be done. Where the rules would not let it, the reason is said; never raises."""
    context = Context(seq, datetime.now(UTC).isoformat())
    asked = ""
    try:
        try:
            decision = decide(state, command, context)
        except NeedsConfirmation as question:
            asked = say(question.why) + " "
            confirmed = ResolveBracket(
                bracket=command.bracket, choice=command.choice, confirm=True, text_id=command.text_id
            )
            decision = decide(state, confirmed, context)
    except Refused as refused:
        return say(refused.reason), False
    return asked + _said(state, command, decision), True


def _said(state: State, command: ResolveBracket, decision: Decision) -> str:
    answer, language = decision.answer, Languages.current()
    parts: list[str] = []
    if "number" in answer:
        parts.append(f"{answer['number']}: {term('state', answer['state'], 'amendment', language)}")
    for to in ("rejected", "fell"):
        if answer.get(to):
            said = term("state", to, "amendment", language)
            parts.append(f"{list_of(list(answer[to]), language)}: {said}")
    falls, collides = list(answer.get("would_fall", ())), list(answer.get("collisions", ()))
    if falls:
        which = list_of(falls, language)
        parts.append(tr_n("{which} falls", "{which} fall", len(falls), which=which))
    if collides:
        which = list_of(collides, language)
        parts.append(tr_n("{which} collides with it", "{which} collide with it", len(collides), which=which))
    bracket = decision.state.drafting.brackets[command.bracket]
    text = decision.state.drafting.texts[bracket.text_id]
    node = text.nodes[bracket.node]
    named = labels(text.tree, False, state.assembly.meeting.rules.numbering)
    place = label_reference(text.tree.spots[node.id].kind, named.get(node.id, ""), language)
    parts.append(f"{place}: {term('state', node.state, 'paragraph', language)}")
    return tr("If {bracket} is resolved so: {what}.", bracket=command.bracket, what="; ".join(parts))


def _plain(name: str) -> str:
    return name.replace("&", "&&")


def _tell(
    to: Callable[[OpenBracket, str], object], bracket: OpenBracket, choice: str, _checked: bool = False
) -> None:
    to(bracket, choice)


def _write(to: Callable[[OpenBracket], object], bracket: OpenBracket, _checked: bool = False) -> None:
    to(bracket)
