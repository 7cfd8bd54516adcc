"""The whole state of a meeting, and the one table of verbs.

People and texts are joined here into one immutable value. A Command is decided and an Event applied
by the class that it is; this module only knows which classes there are.
"""

from __future__ import annotations

from typing import Any, get_args

import msgspec

from .drafting.amendments.amendment import Drafting
from .drafting.amendments.given import Given
from .drafting.amendments.work import DraftingWork
from .drafting.coordinator.group_file import BeginGroupFile, GroupFileBegun, may_be_done
from .drafting.coordinator.handing_over import HandOverAmendments
from .drafting.coordinator.preparing import PrepareAmendment
from .drafting.coordinator.taking_in import TakeInAmendments
from .drafting.deciding.accepting import AcceptSubamendment
from .drafting.deciding.adopted import AmendmentAdopted, SubamendmentAdopted
from .drafting.deciding.adoption import AdoptAmendment
from .drafting.deciding.asking import AddSpeaker
from .drafting.deciding.bracket_numbers import BracketsNoted, note_brackets
from .drafting.deciding.bracketing import AttributeBracket, BracketAmendment
from .drafting.deciding.consideration import (
    AdoptNode,
    AdoptText,
    NodesStepped,
    OpenNode,
    ReopenNode,
    TextAdopted,
)
from .drafting.deciding.coverage import SetAgendaItem
from .drafting.deciding.floor import (
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
from .drafting.deciding.leaving import ParticipantRemoved, RemoveGroup, RemoveParticipant
from .drafting.deciding.lifecycle import AmendmentStepped, RecordingCorrected
from .drafting.deciding.ordering import OrderSet, SetOrder, SetSortCode, SortCodeSet
from .drafting.deciding.resolving import BracketResolved, ResolveBracket
from .drafting.deciding.settling import (
    CollisionResolved,
    Renumber,
    ResolveCollision,
    TextRenumbered,
)
from .drafting.deciding.statements import RecordStatement, StatementRecorded
from .drafting.deciding.summarizing_positions import PositionSummarized, SummarizePosition
from .drafting.deciding.voting import RecordVote
from .drafting.follow_up.by_hand import ActionEntered, AddAction, RemoveAction, SetAction
from .drafting.handing_in.handed_in import ImportAmendments
from .drafting.handing_in.handling import (
    AmendmentDivided,
    AmendmentMerged,
    DeclareInadmissible,
    DivideAmendment,
    MergeAmendment,
    ResubmitAmendment,
    ReturnAmendment,
    SupersedeAmendment,
)
from .drafting.handing_in.importing import ImportLanguage, ImportText, LanguageImported, TextImported
from .drafting.handing_in.revision import ImportRevision
from .drafting.handing_in.submission import AmendmentSubmitted, SubmitAmendment
from .drafting.handing_in.window import (
    AmendmentsOpened,
    CloseAmendments,
    DeadlineSet,
    OpenAmendments,
    SetDeadline,
)
from .drafting.translation.signing import SignedOff, SignOff
from .drafting.translation.translating import EditWording, SetTranslation, WordingWritten
from .drafting.translation.translating_amendments import AmendmentTranslated
from .meetings.acts import AssemblyEvent, Command, Context, Event, Work
from .meetings.kept.assembly import Assembly
from .meetings.people.attending import MarkPresent, PresenceMarked
from .meetings.people.drafting_bodies import AppointDraftingGroup, DraftingBodyAppointed
from .meetings.people.groups import GroupRegistered, GroupRemoved, RegisterGroup
from .meetings.people.officers import (
    ActingAppointed,
    AppointActingChairperson,
    ElectOfficer,
    EndOffice,
    OfficeEnded,
    OfficerElected,
)
from .meetings.people.people import (
    ChangeParticipant,
    ParticipantChanged,
    ParticipantsRegistered,
    RegisterParticipant,
    RegisterParticipants,
)
from .meetings.people.substituting import (
    EndSubstitution,
    SubstituteParticipant,
    SubstitutionBegun,
    SubstitutionEnded,
    SubstitutionRecorded,
)
from .meetings.proceedings.motions import DecideMotion, MotionRecorded, RecordMotion, SecondMotion
from .meetings.proceedings.sitting import CloseSitting, OpenSitting, SittingClosed, SittingOpened
from .meetings.proceedings.verbs import ProceedingsCommand, ProceedingsEvent
from .meetings.reasons import Message
from .meetings.setting_up.particulars import CreateMeeting, MeetingCreated, MeetingSet, SetMeeting
from .meetings.setting_up.rule_setting import RulesSet, SetRules
from .meetings.voting.composition import recomposed
from .meetings.voting.voting import VoteRecorded

MeetingCommand = (
    CreateMeeting
    | SetMeeting
    | RegisterGroup
    | RegisterParticipant
    | RegisterParticipants
    | ChangeParticipant
    | SubstituteParticipant
    | EndSubstitution
    | MarkPresent
    | ElectOfficer
    | EndOffice
    | AppointActingChairperson
    | AppointDraftingGroup
    | OpenSitting
    | CloseSitting
    | ProceedingsCommand
    | SetRules
    | RecordMotion
    | SecondMotion
    | DecideMotion
)
DraftingCommand = (
    ImportText
    | ImportLanguage
    | ImportRevision
    | ImportAmendments
    | SubmitAmendment
    | SecondAmendment
    | CallAmendment
    | AdoptAmendment
    | AcceptSubamendment
    | RejectAmendment
    | WithdrawAmendment
    | TakeOverAmendment
    | DeferAmendment
    | BracketAmendment
    | AttributeBracket
    | ReferAmendment
    | FallAmendment
    | DeclareNotSeconded
    | DeclareNotMoved
    | StatePosition
    | SummarizePosition
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
    | SetAgendaItem
    | AddSpeaker
    | SetAction
    | AddAction
    | RemoveAction
    | SetSortCode
    | RemoveParticipant
    | RemoveGroup
    | RecordVote
    | RecordStatement
    | BeginGroupFile
    | PrepareAmendment
    | HandOverAmendments
    | TakeInAmendments
)
MeetingEvent = (
    MeetingCreated
    | MeetingSet
    | GroupRegistered
    | ParticipantsRegistered
    | ParticipantChanged
    | ParticipantRemoved
    | GroupRemoved
    | SubstitutionRecorded
    | SubstitutionBegun
    | SubstitutionEnded
    | PresenceMarked
    | OfficerElected
    | OfficeEnded
    | ActingAppointed
    | DraftingBodyAppointed
    | SittingOpened
    | SittingClosed
    | ProceedingsEvent
    | RulesSet
    | VoteRecorded
    | MotionRecorded
    | StatementRecorded
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
    | PositionSummarized
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
    | BracketsNoted
    | TextRenumbered
    | OrderSet
    | ActionEntered
    | SortCodeSet
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
AnyEvent = MeetingEvent | DraftingEvent | GroupFileBegun
_MEETING_COMMANDS = get_args(MeetingCommand)
COMMANDS: dict[str, type[Command]] = {command.verb(): command for command in get_args(AnyCommand)}


class State(msgspec.Struct, frozen=True, gc=False):
    """Everything that is so at one moment. ``counters`` holds the highest number given in each
    series over all rows, undone or not: a number is never given twice. ``given`` says whose file it is,
    where it is that of a group's coordinator."""

    assembly: Assembly = Assembly()
    drafting: Drafting = Drafting()
    counters: dict[str, int] = {}
    given: Given | None = None


class Decision(msgspec.Struct, frozen=True, gc=False):
    """What a command comes to: the events, the state after them, what is answered and warned."""

    events: tuple[AnyEvent, ...]
    state: State
    answer: dict[str, Any] = {}
    warnings: tuple[Message, ...] = ()


def decide(state: State, command: Command, context: Context) -> Decision:
    """Decide *command* on *state*. Raises Refused or NeedsConfirmation; changes nothing."""
    context = msgspec.structs.replace(context, counters=state.counters)
    if state.given is not None:
        may_be_done(state.drafting, command)
        # rows of a group's file go on from those of the meeting, which its words and amendments name
        context = msgspec.structs.replace(context, seq=state.given.row + context.seq)
    if isinstance(command, _MEETING_COMMANDS):
        about = Work(state.assembly, context)
        command.decide(about)
        work: Work[Any] = about
        after = msgspec.structs.replace(state, assembly=about.state)
    else:
        work = drafting = DraftingWork(state.drafting, context, state.assembly, state.given)
        command.decide(drafting)  # type: ignore[attr-defined]
        note_brackets(drafting, state.drafting)
        after = msgspec.structs.replace(state, drafting=drafting.state, assembly=drafting.assembly)
    events = tuple(work.events)
    return Decision(events, counted(after, events), work.answer, tuple(work.warnings))  # type: ignore[arg-type]


def apply(state: State, event: Event) -> State:
    """The state after *event*."""
    if isinstance(event, GroupFileBegun):
        return State(event.assembly, event.drafting, event.counters, event.given)
    if isinstance(event, AssemblyEvent):
        return msgspec.structs.replace(state, assembly=event.apply(state.assembly))  # type: ignore[attr-defined]
    return msgspec.structs.replace(state, drafting=event.apply(state.drafting))  # type: ignore[attr-defined]


def counted(state: State, events: tuple[Event, ...]) -> State:
    """The state after a row with *events*: the numbers counted that they gave (also those of undone
    rows), and the composition of the meeting numbered anew where the row changed it."""
    if any(isinstance(event, AssemblyEvent) for event in events):
        assembly = recomposed(state.assembly)
        if assembly is not state.assembly:
            state = msgspec.structs.replace(state, assembly=assembly)
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
