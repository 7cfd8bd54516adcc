"""A square bracket at the Table, piece by piece: signs, whose the words are, the words themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from consult_app.drafting.brackets.view import BAR
from consult_app.drafting.house_style.ordinals import NO_BREAK
from consult_app.drafting.wordings.segments import Segment
from consult_app.drafting.wordings.wording import Run
from consult_app.meetings.kept.assembly import Assembly
from consult_app.publishing.shown_brackets import group_in_brackets
from consult_app.ui.look.palette import GroupStyle, Underline
from consult_app.ui.text.ink import look_of
from consult_app.words import term

#: the look of somebody (a group, a participant) and the name in a language
Whose = Callable[[str, str], tuple[GroupStyle, str]]


def named_by(assembly: Assembly) -> Whose:
    """The looks and names of those who meet."""

    def whose(who: str, language: str) -> tuple[GroupStyle, str]:
        return look_of(assembly, who), group_in_brackets(assembly, who, language)

    return whose


def unnamed(who: str, _language: str) -> tuple[GroupStyle, str]:
    """Whose words are, where nobody knows the groups: without a mark, under the name given."""
    return GroupStyle("", "", "", Underline.SOLID), who


@dataclass(frozen=True)
class Piece:
    """Words with one look: a ``sign`` of the bracket itself, or words of a group (``style``), of which
    ``own`` are those it proposes and the others say whose they are."""

    runs: tuple[Run, ...]
    style: GroupStyle | None = None
    sign: bool = False
    own: bool = False


def bracket_pieces(group: Iterable[Segment], whose: Whose, language: str) -> Iterator[Piece]:
    """``[should | ▲ Workers: shall]``: the *group* are the segments of one bracket."""
    yield Piece((Run("["),), sign=True)
    for place, segment in enumerate(group):
        if place:
            yield Piece((Run(BAR),), sign=True)
        style: GroupStyle | None = None
        named = dict.fromkeys(segment.whose)
        for at, who in enumerate(named):
            look, name = whose(who, language)
            style = style or look
            words = f"{look.mark}{NO_BREAK}{name}".strip(NO_BREAK)
            yield Piece((Run(words + (", " if at + 1 < len(named) else f":{NO_BREAK}"), bold=True),), look)
        if segment.runs:
            yield Piece(segment.runs, style, own=style is not None)
        else:
            yield Piece((Run(term("bracket", "delete", "group", language), italic=True),), style)
    yield Piece((Run("]"),), sign=True)
