"""Square brackets are resolved (procedure.md A20, P4): one of the alternatives is adopted, the words
that stand are kept, or everybody agrees to other words."""

from __future__ import annotations

from typing import Literal

import msgspec

from ...meetings.acts import Command, Event, Language
from ...meetings.reasons import N_, refuse
from ..amendments.amendment import Drafting
from ..amendments.effect import effect
from ..amendments.work import DraftingWork, numbers
from ..brackets.alternatives import marks, touched
from ..brackets.open_brackets import OpenBracket, open_brackets
from ..text.brackets import AGREED, DELETE, TEXT, Bracket
from ..text.nodes import Edit, Node, Rendering, Step, Text
from ..wordings.diff import fine
from ..wordings.wording import has_brackets, parse, write
from .adopted import Written, decided_in
from .adoption import AdoptAmendment
from .bracket_numbers import BracketsNoted, ended, number_brackets
from .bracketing import open_bracket
from .lifecycle import close_children, step_to

#: what stands next to the word before it; "" is the end of the wording
_FASTENED = ("", ",", ".", ";", ":", "!", "?", ")", "]", "»", "”")


class BracketResolved(Event, frozen=True, tag="bracket_resolved"):
    """The words that stand in the place of what was in square brackets. ``decided`` says that they were
    agreed between alternatives, in this language; else the language of the node stays the leading one.
    ``also`` are the same words in further languages."""

    text_id: str
    node: str
    written: Written
    step: Step
    row: int
    decided: bool = False
    also: tuple[Written, ...] = ()

    def apply(self, state: Drafting) -> Drafting:
        text = state.texts[self.text_id]
        node = text.nodes[self.node]
        all_written = (self.written, *self.also)
        if self.decided:
            leading = self.written.language
            node = decided_in(node, leading, {each.language: each.text for each in all_written})
        else:
            wordings = dict(node.wordings)
            for each in all_written:
                wordings[each.language] = Rendering(each.text)
            for each in all_written:
                if each.language != node.original:
                    leads = wordings[node.original].text
                    wordings[each.language] = Rendering(each.text, node.original, leads)
            node = msgspec.structs.replace(node, wordings=wordings)
        node = msgspec.structs.replace(
            node,
            state=self.step.to,
            history=(*node.history, self.step),
            edits=(*node.edits, *(Edit(self.row, each.language, each.edit) for each in all_written)),
        )
        return state.with_text(text.with_nodes(node))


class ResolveBracket(Command, frozen=True, tag="resolve_bracket"):
    """Resolve a bracket, named by its number (B.2), or those of a node. ``choice`` is the number of the
    amendment whose words are adopted, ``text`` for the words that stand or, of typed marks, ``delete`` to
    take them out; or ``text`` is the whole wording of the node as agreed, in one language or several.
    The answer says what became of the amendments."""

    node: str = ""
    text: str | dict[Language, str] = ""
    language: Language | None = None
    bracket: str = ""
    choice: str = ""
    basis: Literal["consensus", "vote", "chair"] | None = None

    def decide(self, work: DraftingWork) -> None:
        number_brackets(work)
        text, node = self._place(work)
        work.must_be_open(text)
        brackets = self._brackets(work, text, node)
        # what would stand beside a node changes nothing in it, and may stand beside a deleted one too
        if node.closed and not (brackets and all(each.bracket.kind == "beside" for each in brackets)):
            raise refuse(
                "P7", N_("{place} has been adopted; reopen it first."), place=work.place(text, node.id)
            )
        _Resolving(work, self, text, node, brackets).resolve()

    def _place(self, work: DraftingWork) -> tuple[Text, Node]:
        if self.bracket:
            bracket = open_bracket(work, self.bracket)
            text = work.state.texts[bracket.text_id]
            return text, text.nodes[bracket.node]
        if not self.node:
            raise refuse("bracket", N_("Name the bracket (B.1) or the paragraph that it stands in."))
        text = work.text(self)
        return text, work.node(text, self.node)

    def _brackets(self, work: DraftingWork, text: Text, node: Node) -> list[OpenBracket]:
        """The open brackets that are meant: the one named, or those of the node that the choice or the
        words could be about."""
        here = [each for each in open_brackets(work.state, text) if each.bracket.node == node.id]
        if self.bracket:
            named = open_bracket(work, self.bracket).number
            return [each for each in here if each.bracket.number == named]
        if self.language is not None:
            here = [e for e in here if e.bracket.kind != "typed" or e.bracket.language == self.language]
        if self.text:
            here = [each for each in here if each.bracket.kind != "beside"]
        if not here and not (self.text and has_brackets(node.text(self.language or node.original))):
            raise refuse(
                "bracket",
                N_("{place} has no words in square brackets in this language."),
                place=work.place(text, node.id),
            )
        return here


class _Resolving:
    """One resolution under way: the brackets that it is about, and what it does to each."""

    def __init__(
        self, work: DraftingWork, asked: ResolveBracket, text: Text, node: Node, brackets: list[OpenBracket]
    ) -> None:
        self.work, self.asked, self.text, self.node, self.brackets = work, asked, text, node, brackets
        self.before = work.state
        self.basis = asked.basis or "consensus"
        self.place = work.place(text, node.id)
        leads = brackets[0].found.language if asked.bracket else node.original
        self.language: str = asked.language or leads

    def resolve(self) -> None:
        """Do what is asked. Raises Refused where it does not say how, or cannot be done."""
        asked, work = self.asked, self.work
        if bool(asked.text) == bool(asked.choice):
            raise refuse(
                "bracket",
                N_(
                    "Say how {place} is to read: either choose (the number of an amendment, or “text” for "
                    "the words that stand), or give the wording agreed."
                ),
                place=self.place,
            )
        work.must_be_seen(asked, self.node.text(self.language))
        if asked.bracket:
            work.answer["bracket"] = self.brackets[0].bracket.number
        work.answer["node"] = work.label(self.text, self.node.id)
        if asked.text:
            self._agreed()
        elif asked.choice in (TEXT, DELETE):
            self._settled(keep=asked.choice == TEXT)
        else:
            self._chosen()

    # one of the alternatives

    def _chosen(self) -> None:
        work, asked = self.work, self.asked
        chosen = work.amendment(asked.choice)
        among = [each for each in self.brackets if chosen.id in each.found.members]
        if not among:
            members = [name for each in self.brackets for name in each.found.members]
            choices = [TEXT, *([] if members else [DELETE])]
            choices += numbers(work.state.amendments[name] for name in dict.fromkeys(members))
            raise refuse(
                "bracket",
                N_("{number} is no alternative in these square brackets; choose among: {choices}."),
                number=chosen.number,
                choices=choices,
            )
        others = [name for each in among for name in each.found.members if name != chosen.id]
        AdoptAmendment(
            amendment=chosen.id, basis=self.basis, reason=asked.reason, confirm=asked.confirm
        ).decide(work)
        disposed = self._dispose(others, "rejected")
        for key in ("collisions", "would_fall"):
            work.answer[key] = [each for each in work.answer[key] if each not in disposed]

    def _dispose(self, amendments: list[str], to: str) -> list[str]:
        """Step the *amendments* (ids) to *to*; those whose words stand in the text now fall. Their
        numbers."""
        work = self.work
        out: list[str] = []
        done: dict[str, list[str]] = {to: []}
        for name in dict.fromkeys(amendments):
            amendment = work.state.amendments[name]
            if not amendment.pending:
                continue
            ends = "fell" if to == "rejected" and effect(work.state, amendment).outcome == "done" else to
            by = self.brackets[0].bracket.number if to == "superseded" else ""
            step_to(work, amendment, ends, basis=self.basis, by=by, reason=self.asked.reason)
            close_children(work, amendment)
            done.setdefault(ends, []).append(amendment.number)
            out.append(amendment.number)
            further = [
                each for each in touched(self.before.texts[self.text.id], amendment) if each != self.node.id
            ]
            if further:
                work.warn(
                    N_("{number} is disposed of as a whole, also in {places}."),
                    number=amendment.number,
                    places=[work.place(self.text, each) for each in further],
                )
        work.answer |= done
        return out

    # the words that stand

    def _settled(self, *, keep: bool) -> None:
        typed = [each for each in self.brackets if each.bracket.kind == "typed"]
        others = [each for each in self.brackets if each.bracket.kind != "typed"]
        if others and not keep:
            raise refuse(
                "bracket",
                N_(
                    "{bracket} holds the words of amendments: choose one of them, or “text” for the words "
                    "that stand."
                ),
                bracket=others[0].bracket.number,
            )
        for language in dict.fromkeys(each.found.language for each in typed):
            ordinals = {each.found.ordinal for each in typed if each.found.language == language}
            self._write_without(language, ordinals, keep)
        if others:
            self._dispose([name for each in others for name in each.found.members], "rejected")
        self._note([each.bracket for each in typed], TEXT if keep else DELETE)

    def _write_without(self, language: str, ordinals: set[int], keep: bool) -> None:
        """Write the wording without these marks, and the translations that have the same marks with it."""
        node = self.work.state.texts[self.text.id].nodes[self.node.id]
        count = len(marks(node.text(language)))
        languages = [language]
        if language == node.original:
            languages += (
                each
                for each in node.wordings
                if each != language
                and node.status(each) in ("draft", "checked")
                and len(marks(node.text(each))) == count
            )
        written = []
        for each in languages:
            words = self.work.wording(_without(node.text(each), ordinals, keep))
            written.append(Written(node.id, each, words, fine(node.text(each), words)))
        self._emit(node, written[0], tuple(written[1:]), decided=False)

    # agreed words

    def _agreed(self) -> None:
        work, asked = self.work, self.asked
        beside = next((each for each in self.brackets if each.bracket.kind == "beside"), None)
        if beside is not None:
            raise refuse(
                "bracket",
                N_(
                    "{bracket} would put something in beside {place}: choose its amendment, or “text” to "
                    "leave it out; other words for it are a subamendment."
                ),
                bracket=beside.bracket.number,
                place=self.place,
            )
        by_language = {self.language: asked.text} if isinstance(asked.text, str) else asked.text
        given = {str(language): words for language, words in by_language.items()}
        if self.language not in given:
            self.language = next(iter(given))
        members = [name for each in self.brackets for name in each.found.members]
        if members and self.node.status(self.language) == "out_of_date":
            raise refuse(
                "out_of_date",
                N_(
                    "{place} is out of date in this language; bring it up to date before a "
                    "change to it is adopted in it."
                ),
                place=self.place,
            )
        leading, *also = (
            Written(self.node.id, language, words, fine(self.node.text(language), words))
            for language, words in (
                (each, work.wording(given[each]))
                for each in (self.language, *(each for each in given if each != self.language))
            )
        )
        self._emit(self.node, leading, tuple(also), decided=bool(members))
        if has_brackets(leading.text):
            work.warn(N_("{place} still has words in square brackets."), place=self.place)
        if members:
            self._dispose(members, "superseded")
        now = {each.bracket.number for each in open_brackets(work.state, work.state.texts[self.text.id])}
        self._note([each.bracket for each in self.brackets if each.bracket.number not in now], AGREED)
        work.answer["language"] = self.language

    # what all have in common

    def _emit(self, node: Node, leading: Written, also: tuple[Written, ...], *, decided: bool) -> None:
        mine = {each.bracket.number for each in self.brackets}
        others = any(
            each.bracket.node == node.id and each.bracket.kind != "beside"
            for each in open_brackets(self.before, self.text)
            if each.bracket.number not in mine
        )
        pending = node.state == "pending" and not others and not has_brackets(leading.text)
        to = "under_consideration" if pending else node.state
        step = self.work.step(to, basis=self.basis, reason=self.asked.reason)
        self.work.emit(
            BracketResolved(
                text_id=self.text.id,
                node=node.id,
                written=leading,
                step=step,
                row=self.work.context.seq,
                decided=decided,
                also=also,
            )
        )

    def _note(self, brackets: list[Bracket], choice: str) -> None:
        if brackets:
            step = self.work.step("resolved", basis=self.basis, reason=self.asked.reason)
            noted = tuple(ended(self.before, brackets, step, choice))
            self.work.emit(BracketsNoted(text_id=self.text.id, brackets=noted))


def _without(plain: str, ordinals: set[int], keep: bool) -> str:
    """The wording without the typed marks of these *ordinals*, whose words are kept or go; where they go,
    the words before and after stand one space apart, a comma or a stop next to the word before it."""
    runs = list(parse(plain))
    if keep:
        return write([msgspec.structs.replace(r, bracket=0) if r.bracket in ordinals else r for r in runs])
    for ordinal in ordinals:
        places = [place for place, run in enumerate(runs) if run.bracket == ordinal]
        before = runs[places[0] - 1].text if places[0] else ""
        behind = places[-1] + 1
        after = runs[behind].text if behind < len(runs) else ""
        if after and (not places[0] or before.endswith(" ")):
            runs[behind] = msgspec.structs.replace(runs[behind], text=after.removeprefix(" "))
        if after[:1] in _FASTENED and before.endswith(" "):
            runs[places[0] - 1] = msgspec.structs.replace(runs[places[0] - 1], text=before[:-1])
        runs = [run for run in runs if run.bracket != ordinal]
    return write(runs)
