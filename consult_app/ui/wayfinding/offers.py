"""What the command palette offers: every action, the keys of the screen at hand, every paragraph and
every amendment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from consult_app.drafting.house_style.house import list_of
from consult_app.drafting.house_style.labels import label_reference
from consult_app.drafting.text.numbering import labels
from consult_app.drafting.wordings.wording import words
from consult_app.state import State
from consult_app.ui.actions import Actions
from consult_app.ui.language import Languages, number_said, tr
from consult_app.ui.parts.finding import Offer
from consult_app.ui.state_words import state_words
from consult_app.ui.text_names import short_name
from consult_app.ui.window.shell import Shell
from consult_app.ui.working import WorkingStation

_FIRST_WORDS = 90
#: reached with the palette itself open, or of no use in it
_NOT_OFFERED = frozenset({"help.palette", "window.menu"})


def action_offers(actions: Actions) -> Iterator[Offer]:
    """The actions that are possible now."""
    for spec, action in actions:
        if action.isEnabled() and spec.id not in _NOT_OFFERED:
            other = tr(spec.also) if spec.also else ""
            yield Offer(actions.words(spec.id), action.trigger, key=actions.key(spec.id), other=other)


def station_offers(shell: Shell) -> Iterator[Offer]:
    """What the keys of the station at hand do; on the start page nothing."""
    if not shell.in_meeting or not shell.station_at_hand:
        return
    station = shell.station(shell.station_at_hand)
    if isinstance(station, WorkingStation):
        for key, said, do in station.offers_here():
            yield Offer(said, do, detail=station.title(), key=key)


def place_offers(
    state: State, to_node: Callable[[str], object], to_amendment: Callable[[str], object]
) -> Iterator[Offer]:
    """The amendments by number and the nodes by label; the words of a node in the window's language
    where it has them."""
    language = Languages.current()
    drafting, assembly = state.drafting, state.assembly
    for amendment in drafting.amendments.values():
        by = list_of([assembly.name_of(who, language) for who in amendment.authors], language)
        how = state_words(amendment)
        number = number_said(amendment.number)
        yield Offer(
            number, partial(to_amendment, amendment.id), detail=f"{by} · {how}", label=amendment.number
        )
    for text in drafting.texts.values():
        named = labels(text.tree, False, assembly.meeting.rules.numbering)
        for node in text:
            if text.tree.spots[node.id].gone:
                continue
            label = named.get(node.id, "")
            said = words(node.text(language) or node.text(node.original))
            of = f" · {short_name(drafting, text)}" if len(drafting.texts) > 1 else ""
            yield Offer(
                _capital(label_reference(text.tree.spots[node.id].kind, label, language)) + of,
                partial(to_node, node.id),
                detail=said[:_FIRST_WORDS],
                label=label,
            )


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]
