"""What is said beside the marked text: by whom each change is, and the comments at it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from consult_app.drafting.amendments.amendment import ADOPTED, Amendment, WordChange
from consult_app.drafting.amendments.effective import effective_words
from consult_app.drafting.amendments.work import numbers
from consult_app.drafting.house_style.house import quote
from consult_app.drafting.instructions.instruction import instruction, quoted_language
from consult_app.drafting.text.nodes import Text
from consult_app.drafting.wordings.wording import words
from consult_app.meetings.reasons import N_, Message
from consult_app.state import State
from consult_app.words import number_words, say, term

from ..formulas.people import author, mark_of
from ..paper import Comment, Revision
from .together import Beside, Together, Why

_SECRETARIAT = N_("Secretariat")
_SUBAMENDED = N_("As subamended by {amendments}.")
_TO_BE_SUBAMENDED = N_("Subamended by {amendments}, which is marked in it.")
_COLLIDES = N_("Collides with {amendments}.")
_WOULD_READ = N_("The text would read: {words}")
_BESIDE: dict[Why, str] = {
    "collides": N_("It is not marked in the text: it collides with {others}."),
    "gone": N_("It is not marked in the text: what it is about is not there any more."),
    "same": N_("It is not marked in the text: it proposes the same as {others}."),
    "language": N_("It is not marked in the text: it has no words in this language yet."),
    "instruction": N_("It is not marked in the text: it is an instruction."),
    "parent": N_("It is not marked in the text: it amends {others}, which is not marked in it."),
}
#: the same where there is nobody to name
_ALONE: dict[Why, str] = {
    "collides": N_("It is not marked in the text: the words that it changes have been changed since."),
    "same": N_("It is not marked in the text: its words stand there already."),
}


class Remarks:
    """Revisions and comments of one text in one language, by amendment."""

    def __init__(self, state: State, text: Text, laid: Together, language: str) -> None:
        self.state, self.text, self.laid, self.language = state, text, laid, language
        self.amendments = state.drafting.amendments
        self._first: dict[str, str] = {}
        self._beside: dict[str, list[Beside]] = {}
        self._touching: dict[str, list[str]] = {}
        for who, nodes in laid.touched.items():
            for node in nodes:
                self._touching.setdefault(node, []).append(who)
        self._revisions: dict[tuple[str, str], Revision] = {}

    def place(self, nodes: Iterable[str]) -> None:
        """Say at which of *nodes* (those printed, in order) each amendment is explained, and at which
        those stand that are beside the text: at the node that they are about or, where that is not
        printed, at the one before it."""
        printed = list(dict.fromkeys(nodes))
        at = {node: place for place, node in enumerate(printed)}
        for who, touched in self.laid.touched.items():
            found = [node for node in touched if node in at]
            self._first[who] = min(found, key=at.__getitem__) if found else touched[0]
        for each in self.laid.beside:
            anchor = each.node
            if anchor not in at:
                order = list(self.laid.after.tree.walk())
                before = order[: order.index(anchor)] if anchor in order else []
                anchor = next(
                    (node for node in reversed(before) if node in at), printed[0] if printed else ""
                )
            self._beside.setdefault(anchor, []).append(each)

    def revision(self, who: str, kind: str) -> Revision:
        """The change of that kind by amendment *who* (its id)."""
        if (who, kind) not in self._revisions:
            amendment = self.amendments[who]
            move = amendment.number if kind in ("move_from", "move_to") else ""
            self._revisions[who, kind] = Revision(
                kind,  # type: ignore[arg-type]
                self._author(amendment),
                amendment.received,
                amendment.number,
                self.state.assembly.main_group(amendment.by),
                move,
            )
        return self._revisions[who, kind]

    def groups(self) -> list[str]:
        """The groups whose amendments are pending, each with its mark: "▲ Workers’ group"."""
        assembly = self.state.assembly
        pending = (a for a in self.state.drafting.of_text(self.text.id) if a.pending)
        found = {assembly.main_group(a.by) for a in pending}
        named = [key for key in assembly.groups if key in found] + sorted(found - assembly.groups.keys())
        return [f"{mark_of(assembly, key)} {assembly.name_of(key, self.language)}".strip() for key in named]

    def at(self, node: str, role: str) -> list[Comment]:
        """The comments at a node that is printed in that role (at both ends of a move it is printed; the
        move is explained where it goes to)."""
        mover = self.laid.moved.get(node)
        out: list[Comment] = []
        for who in self._touching.get(node, ()):
            if mover is None or (who == mover) == (role == "to"):
                out += self._marked(self.amendments[who], node)
        if role != "to":
            out += (self._aside(each) for each in self._beside.get(node, ()))
        return out

    def _marked(self, amendment: Amendment, node: str) -> Iterator[Comment]:
        """What is said at a change that is marked: all of it where the amendment is first met."""
        lines = [self._head(amendment)]
        first = self._first.get(amendment.id) == node
        if first:
            children = self.state.drafting.subamendments(amendment)
            adopted = [child for child in children if child.state in ADOPTED]
            pending = [child for child in children if child.id in self.laid.touched]
            collide = [
                b.amendment for b in self.laid.beside if b.why == "collides" and amendment.id in b.others
            ]
            for msgid, found in ((_SUBAMENDED, adopted), (_TO_BE_SUBAMENDED, pending), (_COLLIDES, collide)):
                if found:
                    lines.append(self._say(msgid, amendments=numbers(found)))
        mark = mark_of(self.state.assembly, amendment.by)
        yield Comment(
            tuple(lines),
            say(Message(_SECRETARIAT), self.language),
            amendment.received,
            amendment.number,
            f"{mark}{number_words(amendment.number, self.language, 'short')}",
            self.state.assembly.main_group(amendment.by),
        )
        if first and amendment.justification:
            said = tuple(line for line in amendment.justification.split("\n") if line.strip())
            yield Comment(said, self._author(amendment), amendment.received, amendment.number)

    def _aside(self, beside: Beside) -> Comment:
        """An amendment that is not marked in the text: why, what it asks for, and its whole wording."""
        amendment = beside.amendment
        others = numbers([self.amendments[each] for each in beside.others])
        msgid = _BESIDE[beside.why] if others else _ALONE.get(beside.why, _BESIDE[beside.why])
        quoted = quoted_language(amendment, self.language)
        style = self.state.assembly.meeting.rules.numbering
        lines = [self._head(amendment), self._say(msgid, others=others)]
        lines += instruction(self.state.drafting, self.text, amendment, self.language, style)
        lines += (
            self._say(_WOULD_READ, words=quote(words(change.proposed), self.language))
            for change in effective_words(amendment)
            if isinstance(change, WordChange) and change.language == quoted
        )
        return Comment(
            tuple(lines),
            say(Message(_SECRETARIAT), self.language),
            amendment.received,
            amendment.number,
            mark_of(self.state.assembly, amendment.by)
            + number_words(amendment.number, self.language, "short"),
            self.state.assembly.main_group(amendment.by),
            aside=True,
        )

    def _head(self, amendment: Amendment) -> str:
        """ "D.3 (Employers’ group): in square brackets"; what is only queued needs no state."""
        head = f"{number_words(amendment.number, self.language)} ({self._author(amendment)})"
        if amendment.state in ("queued", "proposed"):
            return head
        return f"{head}: {term('state', amendment.state, 'amendment', self.language)}"

    def _author(self, amendment: Amendment) -> str:
        who = amendment.credited
        return "; ".join(author(self.state.assembly, each, self.language) for each in who)

    def _say(self, msgid: str, **values: object) -> str:
        return say(Message(msgid, values), self.language)


__all__ = ["Remarks"]
