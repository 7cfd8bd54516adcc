"""The verbs of the proceedings: agenda, plan of work, reference documents, list of speakers and the paper for
the Governing Body, as one line of the table of verbs in ``state.py``."""

from __future__ import annotations

from ..papers.documents import (
    ChangeDocument,
    DocumentRegistered,
    DocumentRemoved,
    RegisterDocument,
    RemoveDocument,
)
from ..papers.governing_body import GoverningBodyPaperSet, SetGoverningBodyPaper
from .agenda_import import ImportAgenda
from .agenda_setting import (
    AgendaSet,
    CloseAgendaItem,
    DiscussionClosed,
    DiscussionOpened,
    MoveAgendaItem,
    OpenAgendaItem,
    RemoveAgendaItem,
)
from .giving_floor import (
    EndSpeech,
    FloorGiven,
    GiveFloor,
    PauseSpeech,
    ResumeSpeech,
    SetSpeakingTime,
    SpeakingTimeSet,
    SpeechEnded,
    SpeechPaused,
)
from .speakers import CloseList, MoveSpeaker, ReopenList, SpeakersSet, WithdrawSpeaker
from .summarizing import SpeechSummarized, SummarizeSpeech
from .timetable import PlanRemoved, PlanSitting, RemovePlannedSitting, SittingPlanned

ProceedingsCommand = (
    ImportAgenda
    | RemoveAgendaItem
    | MoveAgendaItem
    | OpenAgendaItem
    | CloseAgendaItem
    | PlanSitting
    | RemovePlannedSitting
    | RegisterDocument
    | ChangeDocument
    | RemoveDocument
    | WithdrawSpeaker
    | MoveSpeaker
    | CloseList
    | ReopenList
    | GiveFloor
    | EndSpeech
    | PauseSpeech
    | ResumeSpeech
    | SetSpeakingTime
    | SummarizeSpeech
    | SetGoverningBodyPaper
)
ProceedingsEvent = (
    AgendaSet
    | DiscussionOpened
    | DiscussionClosed
    | SittingPlanned
    | PlanRemoved
    | DocumentRegistered
    | DocumentRemoved
    | SpeakersSet
    | SpeakingTimeSet
    | FloorGiven
    | SpeechEnded
    | SpeechPaused
    | SpeechSummarized
    | GoverningBodyPaperSet
)

__all__ = ["ProceedingsCommand", "ProceedingsEvent"]
