"""The gate: what stands in the way of a final paper, by language (design.md §4).

Only the languages that are asked for are looked at: a final paper in English is not held up by a
French translation that nobody signed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from consult_app.drafting.brackets.open_brackets import open_brackets
from consult_app.drafting.deciding.consideration import dangling_notes, few
from consult_app.drafting.text.nodes import Text
from consult_app.drafting.text.numbering import labels
from consult_app.drafting.text.references import Dangling, dangling
from consult_app.drafting.translation.translating import lacking
from consult_app.drafting.wordings.wording import has_brackets, notes
from consult_app.meetings.reasons import N_, Message, Place, Refused
from consult_app.state import State

LANGUAGE_MESSAGES = {"en": Message(N_("English")), "fr": Message(N_("French")), "es": Message(N_("Spanish"))}
_LACKING = {
    "missing": N_("missing in {language}: {places}"),
    "out_of_date": N_("out of date in {language}: {places}"),
    "draft": N_("translated into {language} but not signed by the reviser: {places}"),
}


def general_obstacles(state: State) -> list[Message]:
    """What stands in the way in every language: no text, nodes that are open, no adoption."""
    texts = state.drafting.texts.values()
    if not texts:
        return [Message(N_("there is no text yet"))]
    out = []
    for text in texts:
        opened = [node.id for node in text if not node.closed]
        if opened:
            out.append(Message(N_("not adopted yet: {places}"), {"places": _places(state, text, opened)}))
        if not text.adopted:
            out.append(Message(N_("the text has not been adopted as a whole")))
    return out


def language_obstacles(state: State, language: str) -> list[Message]:
    """What stands in the way in *language* alone: wordings missing, out of date or not signed, words
    in square brackets, references and footnote references that lead nowhere."""
    out: list[Message] = []
    said = LANGUAGE_MESSAGES[language]
    style = state.assembly.meeting.rules.numbering
    for text in state.drafting.texts.values():
        left = lacking(text, language)
        for status, msgid in _LACKING.items():
            nodes = [node for node, found in left.items() if found == status]
            if nodes:
                out.append(Message(msgid, {"language": said, "places": _places(state, text, nodes)}))
        out += _brackets(state, text, language)
        lost = [node for node in dangling_notes(text) if notes(text.nodes[node].text(language))]
        if lost:
            places = _places(state, text, lost)
            out.append(
                Message(
                    N_("a footnote reference without its footnote ({language}): {places}"),
                    {"language": said, "places": places},
                )
            )
        out += [_leads_nowhere(state, text, each) for each in dangling(text, language, style)]
    return out


def obstacles(state: State, language: str) -> list[Message]:
    """All that stands in the way of a final paper in *language*; empty when it may be printed."""
    return general_obstacles(state) + language_obstacles(state, language)


def guard(state: State, languages: Sequence[str]) -> None:
    """Raises Refused with the whole list when the final text cannot be printed in *languages*."""
    found = general_obstacles(state)
    for language in languages:
        found += language_obstacles(state, language)
    if found:
        raise Refused(
            Message(N_("The final text cannot be printed yet: {obstacles}."), {"obstacles": found}), "gate"
        )


def _brackets(state: State, text: Text, language: str) -> Iterator[Message]:
    """The nodes with square brackets: those with a number, and translations that still have their marks."""
    numbers: dict[str, list[str]] = {}
    for each in open_brackets(state.drafting, text):
        if each.found.kind != "typed" or has_brackets(text.nodes[each.bracket.node].text(language)):
            numbers.setdefault(each.bracket.node, []).append(each.bracket.number)
    said = LANGUAGE_MESSAGES[language]
    if numbers:
        yield Message(
            N_("words in square brackets ({language}): {places} ({brackets})"),
            {
                "language": said,
                "places": _places(state, text, numbers),
                "brackets": [number for found in numbers.values() for number in found],
            },
        )
    others = [n.id for n in text if n.id not in numbers and not n.deleted and has_brackets(n.text(language))]
    if others:
        yield Message(
            N_("words in square brackets ({language}): {places}"),
            {"language": said, "places": _places(state, text, others)},
        )


def _leads_nowhere(state: State, text: Text, found: Dangling) -> Message:
    values = {
        "place": _place(state, text, found.node),
        "target": Place("paragraph", found.label),
        "language": LANGUAGE_MESSAGES[found.language],
    }
    if found.deleted:
        return Message(N_("{place} ({language}) refers to {target}, which has been deleted"), values)
    return Message(N_("{place} ({language}) refers to {target}, which is not in the text"), values)


def _place(state: State, text: Text, node: str) -> Place:
    named = labels(text.tree, False, state.assembly.meeting.rules.numbering)
    return Place(text.tree.spots[node].kind, named.get(node, node))


def _places(state: State, text: Text, nodes: Iterable[str]) -> list[Place] | Message:
    """The nodes as they are called; of many, the first three and how many more there are."""
    return few([_place(state, text, node) for node in nodes])


__all__ = ["LANGUAGE_MESSAGES", "general_obstacles", "guard", "language_obstacles", "obstacles"]
