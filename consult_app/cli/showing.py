"""``consult show``, ``export``, ``check`` and ``commands``: what is read out of a meeting."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ..meetings.acts import stamp
from ..meetings.reasons import N_, Message, Refused, refuse
from .edge import DAMAGE, DONE, REFUSED, UNREADABLE, Failed, language, opened, said_in_error, words

if TYPE_CHECKING:
    from ..desk import Desk
    from ..publishing.papers.comparison import Moments
    from ..state import State


def show(options: argparse.Namespace) -> int:
    """Show the meeting: for people, or as JSON."""
    from ..publishing.shown.meeting import listing, shown

    with opened(options.file) as desk:
        state, seq = desk.state, desk.seq
        if options.at:
            seq = _row(desk, options.at)
            state = desk.state_at(seq)
    if options.find is not None:
        return _people(state, options)
    if options.rehearse:
        return _rehearse(state, seq, options)
    if options.json:
        print(json.dumps(shown(state, seq, options.view), ensure_ascii=False, indent=1))
        return DONE
    for line in listing(state, options.view, options.language or _first_language(state), language()):
        print(line)
    return DONE


def _people(state: State, options: argparse.Namespace) -> int:
    """The participants in whom all words of ``--find`` are found."""
    from ..meetings.people.searching import search
    from ..publishing.shown.people import people_listing, person_shown

    found = search(state.assembly, options.find)
    if options.json:
        shown = [person_shown(state.assembly, person) for person in found]
        print(json.dumps({"participants": shown}, ensure_ascii=False, indent=1))
        return DONE
    for line in people_listing(state.assembly, found, options.language or language()):
        print(line)
    return DONE


def _rehearse(state: State, seq: int, options: argparse.Namespace) -> int:
    """Say what would follow from a decision on one amendment, or on each that is pending."""
    from ..meetings.acts import Context
    from ..publishing.shown.order import rehearsal_said, rehearsal_shown, rehearsed

    context = Context(seq + 1, stamp(datetime.now(UTC)))
    found = rehearsed(state, context, options.rehearse, options.act)
    if not found and options.rehearse != "all":
        raise refuse("unknown_amendment", N_("There is no amendment {number}."), number=options.rehearse)
    if options.json:
        shown = [rehearsal_shown(each) for each in found]
        print(json.dumps(shown if options.rehearse == "all" else shown[0], ensure_ascii=False, indent=1))
        return DONE
    for each in found:
        print(rehearsal_said(each, options.language or language()))
    return DONE


def _row(desk: Desk, said: str) -> int:
    """The row of a moment: as it is called, or the last one at that time."""
    when = _moment(said)
    if isinstance(when, str):
        return desk.seq_at(when)
    if when > desk.seq:
        raise Failed(Message(N_("The journal ends at row {seq}."), {"seq": desk.seq}), UNREADABLE)
    return when


def _moments(desk: Desk, said: str) -> Moments | None:
    """The two moments of ``--compare``, the earlier one first; one alone is compared with the last row."""
    from ..publishing.papers.comparison import Moment

    asked = [each.strip() for each in said.split(",") if each.strip()]
    if not asked:
        return None
    if len(asked) > 2:
        raise Failed(Message(N_("Two moments are compared, not {count}."), {"count": len(asked)}), UNREADABLE)
    found = [_row(desk, each) for each in asked]
    first, second = sorted([*found, desk.seq][:2])
    if not first:
        raise Failed(
            Message(N_("There was no meeting yet at {at}."), {"at": asked[found.index(0)]}), UNREADABLE
        )
    times = {row.seq: row.time for row in desk.rows()}
    before, after = (Moment(desk.state_at(seq), seq, times[seq]) for seq in (first, second))
    return before, after


def _moment(said: str) -> int | str:
    """A row, or a time as the journal writes it; a time without a zone is UTC."""
    if said.isascii() and said.isdigit():
        return int(said)
    try:
        time = datetime.fromisoformat(said)
    except ValueError:
        raise Failed(
            Message(
                N_("“{at}” is neither a row nor a time; write a time as 2026-11-02T10:30."), {"at": said}
            ),
            UNREADABLE,
        ) from None
    time = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    return stamp(time)


def _first_language(state: State) -> str:
    text = next(iter(state.drafting.texts.values()), None)
    return text.languages[0] if text else "en"


def export_papers(options: argparse.Namespace) -> int:
    """Write papers; none is written when one is refused."""
    from ..publishing.export import BadRequest, export

    def chosen(value: str) -> tuple[str, ...]:
        return tuple(each.strip() for each in value.split(",") if each.strip())

    with opened(options.file) as desk:
        row = desk.last_row()
        try:
            written = export(
                desk.state,
                desk.seq,
                Path(options.out),
                papers=chosen(options.papers),
                languages=chosen(options.languages),
                formats=chosen(options.formats),
                draft=options.draft,
                compare=_moments(desk, options.compare),
                at=row.time if row else "",
                text=options.text,
            )
        except BadRequest as error:
            raise Failed(error.message, UNREADABLE) from error
        except Refused as refusal:
            if refusal.rule != "gate":
                raise
            raise Failed(
                Message(
                    N_(
                        "{reason} With --draft it is printed as it stands, marked provisional; --papers "
                        "names the papers to print without it."
                    ),
                    {"reason": refusal.reason},
                ),
                REFUSED,
            ) from refusal
        except OSError as error:
            raise Failed(
                Message(
                    N_("{folder} cannot be written to: {error}"),
                    {"folder": options.out, "error": error.strerror or str(error)},
                ),
                UNREADABLE,
            ) from error
    for path in written:
        print(path)
    return DONE


def check(options: argparse.Namespace) -> int:
    """Whether the file is sound: chain, replay and database."""
    from ..journal.errors import Damaged

    seq = 0
    try:
        with opened(options.file) as desk:
            faults = desk.check()
            seq = desk.seq
    except Damaged as error:
        faults = [words(error.message)]
    for fault in faults:
        print(fault)
    if faults:
        return said_in_error(
            Message(
                N_("{file} is damaged; restore its last backup from the start page."), {"file": options.file}
            ),
            DAMAGE,
        )
    print(
        words(
            Message(
                N_("{file} is sound: {rows} rows, chain and replay agree."),
                {"file": options.file, "rows": seq},
            )
        )
    )
    return DONE


def commands(options: argparse.Namespace) -> int:
    """Every command with its fields."""
    from ..verbs import COMMON, catalogue

    found = catalogue()
    if options.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return DONE
    print(f"Every command also takes {', '.join(f'{name}?' for name in COMMON)}.")
    for verb, entry in found.items():
        print(f"\n{verb}\n    {entry['does']}")
        for name, field in entry["fields"].items():
            if name in COMMON:
                continue
            print(f"    {name}{'' if field['required'] else '?'}: {field['type']}")
    return DONE
