"""The proceedings themselves: opening, statements, consideration of the text sitting by sitting, adoption,
closing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from consult_app.drafting.house_style.house import (
    capitalized,
    label_reference,
    list_of,
    long_date,
    number,
    with_article,
)
from consult_app.drafting.text.brackets import Bracket
from consult_app.drafting.text.nodes import Step, Text
from consult_app.drafting.text.numbering import labels
from consult_app.meetings.kept.agenda import Discussion
from consult_app.meetings.kept.speaking import Speech
from consult_app.meetings.kept.votes import Motion, Statement, Vote
from consult_app.state import State

from ..formulas.bodies import officers_sentence, organ_name, sitting_ordinal
from ..formulas.outcomes import genitive
from ..paper import Block, Heading, text
from ..papers.decisions import sitting_words
from ..papers.entries import Entry, vote_sentences
from ..papers.meeting_entries import first_officers
from . import forms, frame_forms
from .numbering import Paragraphs
from .telling import Teller
from .timeline import Happening, timeline
from .treatment import Treatment
from .voices import voice


class Story:
    """Lays out what happened, part by part."""

    def __init__(self, state: State, language: str, paragraphs: Paragraphs) -> None:
        self.state, self.assembly, self.language = state, state.assembly, language
        self.paragraphs = paragraphs
        self.teller = Teller(state, language)
        self.treatment = Treatment(state, self.teller)
        self._heading = ""

    def blocks(self) -> Iterator[Block]:
        """All parts in order; one without matter is left out."""
        opening, discussion, consideration, adoption, closing = self._parts()
        yield from self._opening(opening)
        if discussion:
            yield self._headed("discussion")
            yield from self._sittings(discussion)
        if consideration:
            yield self._headed(self._kind())
            yield from self.paragraphs.of([self._submitted()])
            yield from self._sittings(consideration)
        if adoption:
            yield self._headed("adoption")
            yield from self._plain(adoption)
        if closing:
            yield self._headed("closing")
            yield from self._plain(closing)
        yield from self.paragraphs.of([self._ended()])

    def _headed(self, name: str) -> Heading:
        self._heading = ""
        return Heading(1, text(frame_forms.HEADINGS[name][self.language]))

    def _kind(self) -> str:
        kinds = [each.kind for each in self.state.drafting.texts.values()]
        return kinds[0] if kinds and kinds[0] in frame_forms.HEADINGS else "conclusions"

    def _parts(self) -> tuple[list[Happening], ...]:
        """What happened before the discussion, in it, while the text was considered, as it was adopted, and
        after that."""
        parts: tuple[list[Happening], ...] = ([], [], [], [], [])
        at = 0
        last = max((h.at for h in self._told() if isinstance(h.what, Entry) and h.what.whole), default="")
        for each in self._told():
            whole = isinstance(each.what, Entry) and each.what.whole
            if at == 0 and isinstance(each.what, Discussion):
                at = 1
            if at < 2 and (each.root or each.node):
                at = 2
            if whole:
                at = 3
            elif at == 3 and isinstance(each.what, Speech) and each.at > last:
                at = 4
            elif at == 3 and (each.root or each.node) and each.at < last:
                at = 2
            parts[at].append(each)
        return parts

    def _told(self) -> list[Happening]:
        """The timeline without what is told elsewhere or not at all: a step before the amendment came
        before the meeting."""
        return [each for each in timeline(self.state, self.language) if not _silent(each)]

    # the parts

    def _opening(self, found: Sequence[Happening]) -> Iterator[Block]:
        first = next(iter(self.assembly.sittings), None)
        officers = officers_sentence(first_officers(self.assembly), self.language)
        if first is not None or officers:
            yield self._headed("opening")
        if first is not None:
            day = long_date(date.fromisoformat(first.opened[:10]), self.language)
            yield from self.paragraphs.of([frame_forms.OPENED[self.language].format(day=day)])
            yield from self.paragraphs.of([self._acting(first.number)])
        yield from self.paragraphs.of([officers])
        others = [each for each in found if not isinstance(each.what, Speech)]
        yield from self._plain(others)
        speeches = [each for each in found if isinstance(each.what, Speech)]
        if speeches:
            yield self._headed("statements")
            yield from self._plain(speeches)

    def _sittings(self, found: Sequence[Happening]) -> Iterator[Block]:
        for sitting, part in groupby(found, key=lambda each: each.sitting):
            self._heading = ""
            name = (
                sitting_words(self.state, sitting, self.language)
                if sitting
                else frame_forms.HEADINGS["outside"][self.language]
            )
            yield Heading(2, text(name))
            if sitting and sitting != self.assembly.sittings[0].number:
                yield from self.paragraphs.of([self._acting(sitting)])
            yield from self._runs(list(part))

    def _runs(self, found: Sequence[Happening]) -> Iterator[Block]:
        """The happenings of a sitting under the paragraphs of the text that they are about."""
        at = 0
        decided = False
        while at < len(found):
            each = found[at]
            if decided and _fell(each):
                fallen = [each]
                while at + 1 < len(found) and _fell(found[at + 1]):
                    at += 1
                    fallen.append(found[at])
                yield from self.paragraphs.of([self.treatment.fallen(fallen)])
            elif each.root:
                run = [each]
                while at + 1 < len(found) and found[at + 1].root == each.root:
                    at += 1
                    run.append(found[at])
                yield from self._under(each.node)
                yield from self.paragraphs.of(self.treatment.told(run))
                decided = True
            elif isinstance(each.what, Discussion):
                title, sentence = self.teller.discussion(each.what)
                if title:
                    self._heading = title
                    yield Heading(3, text(title))
                yield from self.paragraphs.of([sentence])
                decided = False
            else:
                if each.node:
                    yield from self._under(each.node, self._nodes(each))
                yield from self.paragraphs.of([self._sentence(each)])
                decided = False
            at += 1

    def _plain(self, found: Sequence[Happening]) -> Iterator[Block]:
        for root, part in groupby(found, key=lambda each: each.root):
            run = list(part)
            yield from self.paragraphs.of(
                self.treatment.told(run) if root else [self._sentence(each) for each in run]
            )

    def _nodes(self, each: Happening) -> tuple[str, ...]:
        return each.what.nodes if isinstance(each.what, Entry) else ()

    def _under(self, node: str, nodes: tuple[str, ...] = ()) -> Iterator[Block]:
        """The heading that what follows stands under, where it is not there yet: a top-level node, or the
        preamble; nodes of several kinds have none."""
        names = {name for each in (nodes or (node,)) if (name := self._top(each))}
        if len(names) == 1:
            [name] = names
            if name != self._heading:
                self._heading = name
                yield Heading(3, text(name))

    def _top(self, node: str) -> str:
        found = self._text_of(node)
        if found is None:
            return ""
        spots = found.tree.spots
        top = node
        while spots[top].parent in spots:
            top = spots[top].parent
        if spots[top].kind == "clause":
            return frame_forms.HEADINGS["preamble"][self.language]
        named = labels(found.tree, False, self.assembly.meeting.rules.numbering)
        return capitalized(label_reference(spots[top].kind, named.get(top, ""), self.language))

    def _text_of(self, node: str) -> Text | None:
        texts = self.state.drafting.texts.values()
        return next((each for each in texts if node in each.nodes), None)

    # sentences

    def _sentence(self, each: Happening) -> str:
        what = each.what
        if isinstance(what, Entry):
            return what.sentence
        if isinstance(what, Speech):
            return self.teller.speech(what)
        if isinstance(what, Motion):
            return self.teller.motion(what)
        if isinstance(what, Statement):
            return self.teller.statement(what)
        if isinstance(what, Discussion):
            return self.teller.discussion(what)[1]
        if isinstance(what, Vote):
            return vote_sentences(self.state, what, self.language, past=True)
        return self._settled(what) if isinstance(what, Bracket) else ""

    def _settled(self, bracket: Bracket) -> str:
        text_ = self.state.drafting.texts[bracket.text_id]
        named = labels(text_.tree, False, self.assembly.meeting.rules.numbering)
        spot = text_.tree.spots[bracket.node]
        node = with_article(spot.kind, named.get(bracket.node, ""), self.language)
        form = forms.SETTLED[bracket.choice][self.language]
        return form.format(node=node, of_node=genitive(node, self.language))

    def _acting(self, sitting: int) -> str:
        who = self.assembly.acting.get(sitting, "")
        opened = next((each.opened for each in self.assembly.sittings if each.number == sitting), "")
        if not who:
            return ""
        by = capitalized(voice(self.assembly, who, opened, self.language))
        return frame_forms.PRESIDED[self.language].format(By=by)

    def _submitted(self) -> str:
        """How many amendments were handed in, and by whom."""
        found = [
            each
            for each in self.state.drafting.amendments.values()
            if not each.amends and each.kind != "live" and not each.part_of
        ]
        if not found:
            return ""
        main = (self.assembly.main_group(each.taken_over_from or each.by) for each in found)
        counts = Counter(group if group in forms.SUBMITTED_BY else "" for group in main)
        groups = [
            form[self.language].format(n=number(counts[group], self.language))
            for group, form in forms.SUBMITTED_BY.items()
            if counts[group]
        ]
        said = forms.SUBMITTED[self.language][len(found) > 1]
        return said.format(count=number(len(found), self.language), groups=list_of(groups, self.language))

    def _ended(self) -> str:
        """That the Meeting ended with its last sitting, once the texts are adopted."""
        texts = self.state.drafting.texts.values()
        last = self.assembly.sittings[-1] if self.assembly.sittings else None
        if last is None or not last.closed or not texts or not all(each.adopted for each in texts):
            return ""
        return frame_forms.ENDED[self.language].format(
            Organ=organ_name(self.assembly, self.language),
            ordinal=sitting_ordinal(last.number, self.language),
            day=long_date(date.fromisoformat(last.closed[:10]), self.language),
        )


def _silent(each: Happening) -> bool:
    """Whether the report has nothing to say of it: an amendment was received, or seconded before it was
    called."""
    return isinstance(each.what, Step) and each.what.to in ("queued", "returned")


def _fell(each: Happening) -> bool:
    return (
        isinstance(each.what, Step)
        and each.what.to == "fell"
        and each.root == getattr(each.amendment, "id", "")
    )


__all__ = ["Story"]
