"""The whole state of a meeting, and the one table of verbs.

People and texts are joined here into one immutable value. A Command is decided and an Event applied
by the class that it is; this module only knows which classes there are.
"""

from __future__ import annotations

from typing import Any, get_args

import msgspec

from .drafting.adopted import AmendmentAdopted, SubamendmentAdopted
from .drafting.adoption import AdoptAmendment
from .drafting.amendments import Drafting
from .drafting.consideration import AdoptNode, AdoptText, NodesStepped, OpenNode, ReopenNode, TextAdopted
from .drafting.floor import (
    BracketAmendment,
    CallAmendment,
    DeclareNotMoved,
    DeclareNotSeconded,
    DeferAmendment,
    FallAmendment,
    PositionStated,
    ReferAmendment,
    RejectAmendment,
    SecondAmendment,
    StatePosition,
    TakeOverAmendment,
    WithdrawAmendment,
)
from .drafting.handling import (
    AmendmentDivided,
    AmendmentMerged,
    DeclareInadmissible,
    DivideAmendment,
    MergeAmendment,
    ResubmitAmendment,
    ReturnAmendment,
    SupersedeAmendment,
)
from .drafting.importing import ImportLanguage, ImportText, LanguageImported, TextImported
from .drafting.lifecycle import AmendmentStepped, RecordingCorrected
from .drafting.revision import ImportRevision
from .drafting.settling import (
    BracketResolved,
    CollisionResolved,
    OrderSet,
    Renumber,
    ResolveBracket,
    ResolveCollision,
    SetOrder,
    TextRenumbered,
)
from .drafting.submission import AmendmentSubmitted, SubmitAmendment
from .drafting.translating import (
    AmendmentTranslated,
    EditWording,
    SetTranslation,
    SignedOff,
    SignOff,
    WordingWritten,
)
from .drafting.window import (
    AmendmentsOpened,
    CloseAmendments,
    DeadlineSet,
    OpenAmendments,
    SetDeadline,
)
from .drafting.work import DraftingWork
from .meetings.acts import AssemblyEvent, Command, Context, Event, Work
from .meetings.assembly import Assembly
from .meetings.reasons import Message
from .meetings.registering import (
    CreateMeeting,
    GroupRegistered,
    MeetingCreated,
    MeetingSet,
    ParticipantsRegistered,
    RegisterGroup,
    RegisterParticipant,
    RegisterParticipants,
    SetMeeting,
)
from .meetings.sitting import (
    CloseSitting,
    ElectOfficer,
    OfficerElected,
    OpenSitting,
    SittingClosed,
    SittingOpened,
)

MeetingCommand = (
    CreateMeeting
    | SetMeeting
    | RegisterGroup
    | RegisterParticipant
    | RegisterParticipants
    | ElectOfficer
    | OpenSitting
    | CloseSitting
)
DraftingCommand = (
    ImportText
    | ImportLanguage
    | ImportRevision
    | SubmitAmendment
    | SecondAmendment
    | CallAmendment
    | AdoptAmendment
    | RejectAmendment
    | WithdrawAmendment
    | TakeOverAmendment
    | DeferAmendment
    | BracketAmendment
    | ReferAmendment
    | FallAmendment
    | DeclareNotSeconded
    | DeclareNotMoved
    | StatePosition
    | OpenNode
    | AdoptNode
    | ReopenNode
    | EditWording
    | SetTranslation
    | SignOff
    | AdoptText
    | MergeAmendment
    | ReturnAmendment
    | ResubmitAmendment
    | DeclareInadmissible
    | SupersedeAmendment
    | DivideAmendment
    | SetDeadline
    | OpenAmendments
    | CloseAmendments
    | ResolveCollision
    | ResolveBracket
    | Renumber
    | SetOrder
)
MeetingEvent = (
    MeetingCreated
    | MeetingSet
    | GroupRegistered
    | ParticipantsRegistered
    | OfficerElected
    | SittingOpened
    | SittingClosed
)
DraftingEvent = (
    TextImported
    | LanguageImported
    | AmendmentSubmitted
    | AmendmentStepped
    | AmendmentAdopted
    | SubamendmentAdopted
    | AmendmentTranslated
    | PositionStated
    | NodesStepped
    | WordingWritten
    | SignedOff
    | TextAdopted
    | AmendmentMerged
    | AmendmentDivided
    | DeadlineSet
    | AmendmentsOpened
    | CollisionResolved
    | BracketResolved
    | TextRenumbered
    | OrderSet
    | RecordingCorrected
)


class Undo(Command, frozen=True, tag="undo"):
    """Take back the last decision, or the one of row ``seq`` if nothing after it depends on it."""

    seq: int | None = None


class Redo(Command, frozen=True, tag="redo"):
    """Carry out again what was undone last, or the row that the undo of row ``seq`` took back."""

    seq: int | None = None


class CorrectRecording(Command, frozen=True, tag="correct_recording"):
    """Correct a decision that was recorded wrongly, also behind a closed sitting or the adoption of the
    text: the last decision on an amendment, or the one of row ``seq``. A reason is required."""

    seq: int | None = None
    amendment: str = ""


AnyCommand = MeetingCommand | DraftingCommand | Undo | Redo | CorrectRecording
AnyEvent = MeetingEvent | DraftingEvent
_MEETING_COMMANDS = get_args(MeetingCommand)
COMMANDS: dict[str, type[Command]] = {command.verb(): command for command in get_args(AnyCommand)}


class State(msgspec.Struct, frozen=True):
    """Everything that is so at one moment. ``counters`` holds the highest number given in each
    series over all rows, undone or not: a number is never given twice."""

    assembly: Assembly = Assembly()
    drafting: Drafting = Drafting()
    counters: dict[str, int] = {}


class Decision(msgspec.Struct, frozen=True):
    """What a command comes to: the events, the state after them, what is answered and warned."""

    events: tuple[AnyEvent, ...]
    state: State
    answer: dict[str, Any] = {}
    warnings: tuple[Message, ...] = ()


def decide(state: State, command: Command, context: Context) -> Decision:
    """Decide *command* on *state*. Raises Refused or NeedsConfirmation; changes nothing."""
    context = msgspec.structs.replace(context, counters=state.counters)
    if isinstance(command, _MEETING_COMMANDS):
        about = Work(state.assembly, context)
        command.decide(about)
        work: Work[Any] = about
        after = msgspec.structs.replace(state, assembly=about.state)
    else:
        work = drafting = DraftingWork(state.drafting, context, state.assembly)
        command.decide(drafting)  # type: ignore[attr-defined]
        after = msgspec.structs.replace(state, drafting=drafting.state, assembly=drafting.assembly)
    events = tuple(work.events)
    return Decision(events, counted(after, events), work.answer, tuple(work.warnings))  # type: ignore[arg-type]


def apply(state: State, event: Event) -> State:
    """The state after *event*."""
    if isinstance(event, AssemblyEvent):
        return msgspec.structs.replace(state, assembly=event.apply(state.assembly))  # type: ignore[attr-defined]
    return msgspec.structs.replace(state, drafting=event.apply(state.drafting))  # type: ignore[attr-defined]


def counted(state: State, events: tuple[Event, ...]) -> State:
    """The state with the numbers counted that *events* gave (also those of undone rows)."""
    counters = state.counters
    for event in events:
        for series, number in event.numbers().items():
            if counters.get(series, 0) < number:
                counters = counters | {series: number}
    return state if counters is state.counters else msgspec.structs.replace(state, counters=counters)


_commands = msgspec.json.Decoder(AnyCommand)
_events = msgspec.json.Decoder(tuple[AnyEvent, ...])
# in the order of the dicts themselves, so that a replay has them in the order of the live state
_encoder = msgspec.json.Encoder()


def read_command(data: bytes | str) -> Command:
    """A Command from its JSON. Raises ``msgspec.ValidationError`` or ``DecodeError``."""
    command: Command = _commands.decode(data)
    return command


def write_command(command: Command) -> bytes:
    """The JSON of a Command."""
    return _encoder.encode(command)


def read_events(data: bytes | str) -> tuple[AnyEvent, ...]:
    """The events of a row from their JSON."""
    return _events.decode(data)


def write_events(events: tuple[Event, ...]) -> bytes:
    """The JSON of a row's events."""
    return _encoder.encode(events)
