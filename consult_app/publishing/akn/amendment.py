"""An amendment as ``<amendment>``: what it asks for, as a sentence whose quotations are marked up."""

from __future__ import annotations

from datetime import date

import msgspec

from consult_app.drafting.amendments.amendment import Amendment, Insertion
from consult_app.drafting.house_style.house import capitalized, label_reference, long_date
from consult_app.drafting.instructions.instruction import quoted_language
from consult_app.drafting.instructions.parts import Sentence, instruction_parts, quotation_marks
from consult_app.drafting.text.numbering import labels
from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.words import translator

from ..formulas.people import author
from ..papers.sheet import amendment_name, subject
from . import names
from .elements import Element, add, append_text, root, set_language
from .inline import write_words
from .metadata import Identity, write_identification
from .outline import names_while_amended
from .procedure import write_amendment_workflow, write_votes
from .quoted import write_new_nodes
from .referred import Referred
from .text_parts import title_of_text

_SECONDED = N_("Seconded by")
_BY = N_("Submitted by")
#: what the forms of the instruction sentences do, in the words of the schema; a move is two
_KINDS = {
    "insert": ("insertion",),
    "before": ("insertion",),
    "after": ("insertion",),
    "under": ("insertion",),
    "delete": ("repeal",),
    "move": ("repeal", "insertion"),
    "split": ("split",),
    "join": ("join",),
}
_PLACES = {"before": "before", "after": "after", "under": "inside"}


def languages_of(amendment: Amendment) -> tuple[str, ...]:
    """The languages that *amendment* has words in, that of submission first; of one without words (a
    deletion, a move) the one that it was handed in with."""
    others = (each for each in LANGUAGES if quoted_language(amendment, each) == each)
    return tuple(dict.fromkeys((amendment.language, *others)))


def amendment_document(state: State, amendment: Amendment, language: str, marked_up: str = "") -> Element:
    """The document of *amendment* in *language*, one of :func:`languages_of`. *marked_up* is the day on
    which the file is made."""
    return _Made(state, amendment, language).document(marked_up)


class _Target(msgspec.Struct, frozen=True):
    """A textual modification that a sentence makes: its kind, and where."""

    kind: str
    href: str
    pos: str


class _Made:
    def __init__(self, state: State, amendment: Amendment, language: str) -> None:
        self.state, self.amendment, self.language = state, amendment, language
        self.text = state.drafting.texts[amendment.text_id]
        self.style = state.assembly.meeting.rules.numbering
        self.referred = Referred(state, language)
        self.work = names.amendment_work(state, amendment)
        self.draft = names.draft_expression(state, self.text, language)
        self.eids = names_while_amended(self.text, self.style)
        self.sentences = list(instruction_parts(state.drafting, self.text, amendment, language, self.style))

    def document(self, marked_up: str) -> Element:
        amendment, referred = self.amendment, self.referred
        outer, made = root("amendment", {"name": self.work.kind[2], "contains": "originalVersion"})
        meta = add(made, "meta")
        write_identification(meta, self._identity(marked_up), referred)
        write_amendment_workflow(meta, amendment, referred)
        analysis = add(meta, "analysis", source=referred.house)
        self._preface(made)
        body = add(made, "amendmentBody", eId="body")
        heading = add(body, "amendmentHeading", eId="body__heading")
        add(heading, "p", subject(self.state, self.text, amendment, self.language))
        self._reference(body)
        self._content(body, analysis)
        if amendment.justification:
            line = add(add(body, "amendmentJustification", eId="body__just"), "p")
            if amendment.language != self.language:
                set_language(line, amendment.language)
            write_words(line, amendment.justification, amendment.language)
        votes = [vote for vote in self.state.assembly.votes if vote.subject.id == amendment.id]
        write_votes(analysis, [(vote, "#body") for vote in votes], referred)
        if not len(analysis):
            meta.remove(analysis)
        referred.write(meta)
        return outer

    def _identity(self, marked_up: str) -> Identity:
        amendment, referred, work = self.amendment, self.referred, self.work
        by = amendment.taken_over_from or amendment.by
        first = referred.part_of_meeting(by)
        authors = [(first, referred.role("proponent" if first == referred.actor(by) else "author"))]
        for who in (*amendment.handed_in_by, *amendment.joint):
            each = (referred.actor(who), referred.role("proponent"))
            authors += [each] if each not in authors else []
        if amendment.seconded_by:
            authors.append((referred.actor(amendment.seconded_by), referred.role("seconder")))
        origin = work.expression(amendment.language, work.date)
        translates = (origin, amendment.language) if self.language != amendment.language else ("", "")
        return Identity(
            work,
            self.language,
            work.date,
            "submission",
            tuple(authors),
            marked_up=marked_up,
            translates=translates,
        )

    def _preface(self, document: Element) -> None:
        amendment, language, referred = self.amendment, self.language, self.referred
        say = translator(language).gettext
        container = add(add(document, "preface"), "container", name="identification", eId="ctn_1")
        add(add(container, "p"), "docTitle", amendment_name(amendment, language))
        add(add(container, "p"), "docNumber", amendment.number)
        for who in dict.fromkeys((*amendment.handed_in_by, *amendment.joint)):
            line = add(container, "p", f"{say(_BY)} ")
            said = author(self.state.assembly, who, language)
            add(line, "docProponent", said, refersTo=referred.actor(who), as_=referred.role("proponent"))
        if amendment.seconded_by:
            line = add(container, "p", f"{say(_SECONDED)} ")
            said = author(self.state.assembly, amendment.seconded_by, language)
            who = referred.actor(amendment.seconded_by)
            add(line, "docProponent", said, refersTo=who, as_=referred.role("seconder"))
        add(add(container, "p"), "affectedDocument", self._affected_title(), href=self._affected())
        day = amendment.received[:10]
        said = long_date(date.fromisoformat(day), language)
        add(add(container, "p"), "docDate", said, date=day)

    def _affected(self) -> str:
        """What is amended: the draft, or the amendment that this is a subamendment to."""
        parent = self.state.drafting.amendments.get(self.amendment.amends)
        if parent is None:
            return self.draft
        work = names.amendment_work(self.state, parent)
        return work.expression(parent.language, work.date)

    def _affected_title(self) -> str:
        parent = self.state.drafting.amendments.get(self.amendment.amends)
        if parent is not None:
            return amendment_name(parent, self.language)
        return title_of_text(self.text, self.language)

    def _place(self, node: str) -> str:
        """The place of *node* in what is amended."""
        eid = self.eids.get(node, "")
        if self.amendment.amends or not eid:
            return f"{self._affected()}/!main"
        return f"{self._affected()}/!main~{eid}"

    def _reference(self, body: Element) -> None:
        line = add(add(body, "amendmentReference", eId="body__ref"), "p")
        for at, node in enumerate(self.amendment.targets()):
            if at:
                append_text(line, "; ")
            add(line, "ref", self._called(node), href=self._place(node))

    def _called(self, node: str) -> str:
        """How the house calls the node; what is amended where it is no node of the text."""
        label = labels(self.text.tree, False, self.style).get(node, "")
        if not label or self.amendment.amends:
            return self._affected_title()
        return capitalized(label_reference(self.text.tree.spots[node].kind, label, self.language))

    def _content(self, body: Element, analysis: Element) -> None:
        content = add(body, "amendmentContent", eId="body__content")
        active = add(analysis, "activeModifications")
        count = 0
        for number, sentence in enumerate(self.sentences, start=1):
            mod = add(add(content, "p"), "mod", eId=f"mod_{number}")
            quoted = self._sentence(mod, sentence)
            for target in self._targets(sentence):
                count += 1
                moved = self.referred.concept("moved") if sentence.form.startswith("move") else ""
                one = add(active, "textualMod", type=target.kind, eId=f"amod_{count}", refersTo=moved)
                if not sentence.form:
                    one.set("incomplete", "true")
                add(one, "source", href=f"#mod_{number}")
                add(one, "destination", href=target.href, pos=target.pos)
                for role in ("old", "new"):
                    for eid in quoted.get(role, ()):
                        add(one, role, href=f"#{eid}")
        if not count:
            analysis.remove(active)
            if not self.sentences:
                add(content, "p")

    def _sentence(self, mod: Element, sentence: Sentence) -> dict[str, list[str]]:
        """Write the sentence into *mod*; the eIds of its quotations by role."""
        quoted: dict[str, list[str]] = {}
        start, end = quotation_marks(self.language)
        count = 0
        for part in sentence.parts:
            if not part.role:
                write_words(mod, part.text, self.language)
                continue
            count += 1
            eid = f"{mod.get('eId')}__qtext_{count}"
            quotation = add(mod, "quotedText", eId=eid, startQuote=start, endQuote=end)
            write_words(quotation, part.text, self.language)
            quoted.setdefault(part.role, []).append(eid)
        if isinstance(sentence.change, Insertion):
            eid = f"{mod.get('eId')}__qstr_1"
            write_new_nodes(add(mod, "quotedStructure", eId=eid), sentence.change.nodes, self.language)
            quoted["new"] = [eid]
        return quoted

    def _targets(self, sentence: Sentence) -> list[_Target]:
        change, head = sentence.change, sentence.form.partition("_")[0]
        if isinstance(change, Insertion):
            return [_Target("insertion", self._place(change.anchor), _PLACES[change.where])]
        kinds = _KINDS.get(head, ("substitution",))
        whole = sentence.form == "delete_node" or head in ("move", "join")
        out = [_Target(kinds[0], self._place(change.node), "" if whole else "inside")]
        if head == "move":
            anchor, where = getattr(change, "anchor", ""), getattr(change, "where", "")
            out.append(_Target(kinds[1], self._place(anchor), _PLACES.get(where, "")))
        return out


__all__ = ["amendment_document", "languages_of"]
