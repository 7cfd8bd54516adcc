"""What is being written at the Table, said so that it can be opened again after a crash, and opened again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from consult_app.drafting.text.nodes import seen
from consult_app.journal.jottings import Scratch
from consult_app.ui.forms.excerpt import typed_part
from consult_app.ui.parts.fields import typed

if TYPE_CHECKING:
    from consult_app.ui.station import Resumed
    from consult_app.ui.table.editor import Editor
    from consult_app.ui.table.station import TableStation


@dataclass(frozen=True)
class Origin:
    """How the inline editor was opened: for ``what`` (``wording``, ``decision``, ``reopening`` or
    ``bracket``), at which node; in which language, for which decision on which amendment (an id), for which
    bracket (its number)."""

    what: str = ""
    node: str = ""
    language: str = ""
    amendment: str = ""
    decision: str = ""
    bracket: str = ""

    @property
    def place(self) -> str:
        """What tells it from every other."""
        return ":".join(part for part in asdict(self).values() if part)


def unsaved(station: TableStation) -> Iterator[Scratch]:
    """The words in the editor, and in the form of statements or motions where one of them is open."""
    editor, origin = station.acting.editor, station.acting.origin
    if editor is not None and origin.what and editor.changed and editor.words.strip():
        extra = {key: value for key, value in asdict(origin).items() if value}
        # what it began with says, when it is opened again, whether that has changed since
        extra |= {"by": editor.by, "began": seen(editor.first)}
        extra["typed"] = typed_part(editor.first, editor.words)
        yield Scratch(origin.place, editor.words, extra)
    yield from station.notes.unsaved()
    yield from station.side_acting.summaries.unsaved()
    vote = station.side_acting.unsaved()
    if vote is not None:
        yield vote
    side = station.parts.side
    if side.page == "statement":
        form = side.statement
        if typed(form.words).strip():
            yield Scratch("statement", typed(form.words), {"what": "statement", **form.filled_in()})
    elif side.page == "motion":
        motion = side.motion
        said = motion.written()
        if said:
            yield Scratch("motion", said, {"what": "motion", **motion.filled_in()})


def resume(station: TableStation, found: Scratch) -> Resumed:
    """Open what *found* was written in, with its words and the choices that were made."""
    if found.extra.get("what") == "note":
        return station.notes.resume(found)
    if found.extra.get("what") in ("speech", "position"):
        return station.side_acting.summaries.resume(found)
    if found.extra.get("what") == "vote":
        return _resume_vote(station, found)
    if station.reading is None or station.busy or not station.acting.may_leave():
        return "busy" if station.reading is not None else "gone"
    extra = {key: value for key, value in found.extra.items() if isinstance(value, str)}
    what = extra.get("what", "")
    if what in ("statement", "motion"):
        return _resume_form(station, found, what)
    _OPENING.get(what, _nothing)(station, extra)
    editor = station.acting.editor
    if editor is None or station.acting.origin.what != what:
        return "gone"
    return _take_up(station, editor, found.words, extra)


def _take_up(station: TableStation, editor: Editor, words: str, extra: dict[str, str]) -> Resumed:
    by = extra.get("by", "")
    known = not by or editor.offers(by)
    if editor.offers(by):
        editor.choose(by)
    same = seen(editor.first) == extra.get("began", "")
    editor.set_words(words)
    editor.take_focus()
    station.parts.text.fit_editor()
    return "opened" if same and known else "changed"


def _resume_form(station: TableStation, found: Scratch, what: str) -> Resumed:
    side, acting = station.parts.side, station.side_acting
    if side.page in ("statement", "motion", "vote"):
        return "busy"  # something else is being filled in there
    if what == "statement":
        acting.statement()
        side.statement.take_up(found.words, found.extra)
    else:
        acting.motion()
        side.motion.take_up(found.extra)
    return "opened"


def _resume_vote(station: TableStation, found: Scratch) -> Resumed:
    extra = {key: value for key, value in found.extra.items() if isinstance(value, str)}
    amendment, node = extra.get("amendment", ""), extra.get("node", "")
    if station.desk is None or (amendment and not station.go_to_amendment(amendment)):
        return "gone"
    if node and not (_there(station, node) and station.go_to(node)):
        return "gone"
    return station.side_acting.resume(found)


def _nothing(station: TableStation, extra: dict[str, str]) -> None:
    """What is written so is not known to this version."""


def _open_wording(station: TableStation, extra: dict[str, str]) -> None:
    node, language = extra.get("node", ""), extra.get("language", "")
    if not _there(station, node) or language not in station.text.languages:
        return
    if language not in station.parts.codes:
        station.parts.choose_languages(*station.parts.codes, language)
        station.parts.shown_otherwise.emit()
    if station.go_to(node):
        station.parts.text.take_language(language)
        station.acting.edit()


def _open_decision(station: TableStation, extra: dict[str, str]) -> None:
    if station.go_to_amendment(extra.get("amendment", "")):
        station.acting.decide(extra["amendment"], extra.get("decision", ""))


def _open_reopening(station: TableStation, extra: dict[str, str]) -> None:
    node = extra.get("node", "")
    if _there(station, node) and station.text.nodes[node].closed and station.go_to(node):
        station.acting.other_node_decision()


def _open_bracket(station: TableStation, extra: dict[str, str]) -> None:
    node, reading = extra.get("node", ""), station.reading
    if reading is None or not _there(station, node) or not station.go_to(node):
        return
    number = extra.get("bracket")
    found = next((each for each in reading.brackets(node) if each.bracket.number == number), None)
    if found is not None:
        station.bracket_acting.write(found)


def _there(station: TableStation, node: str) -> bool:
    return node in station.text.nodes and not station.text.tree.spots[node].gone


_OPENING = {
    "wording": _open_wording,
    "decision": _open_decision,
    "reopening": _open_reopening,
    "bracket": _open_bracket,
}
