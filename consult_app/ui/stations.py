"""The stations on the rail, in the order of a meeting; each is made when it is first entered."""

from __future__ import annotations

from consult_app.meetings.reasons import N_
from consult_app.ui.station import Station, StationPlan


def _meeting() -> Station:
    from consult_app.ui.meeting.station import MeetingStation

    return MeetingStation()


def _people() -> Station:
    from consult_app.ui.people.station import PeopleStation

    return PeopleStation()


def _papers() -> Station:
    from consult_app.ui.papers.station import PapersStation

    return PapersStation()


def _amendments() -> Station:
    from consult_app.ui.amendments.station import AmendmentsStation

    return AmendmentsStation()


def _table() -> Station:
    from consult_app.ui.table.station import TableStation

    return TableStation()


def _languages() -> Station:
    from consult_app.ui.languages.station import LanguagesStation

    return LanguagesStation()


def _progress() -> Station:
    from consult_app.ui.progress.station import ProgressStation

    return ProgressStation()


def _publish() -> Station:
    from consult_app.ui.publish.station import PublishStation

    return PublishStation()


PLANS = (
    StationPlan("meeting", "meeting", N_("Meeting"), _meeting),
    StationPlan("people", "people", N_("People"), _people),
    StationPlan("papers", "papers", N_("Papers"), _papers),
    StationPlan("amendments", "amendments", N_("Amendments"), _amendments, N_("Amend.")),
    StationPlan("table", "table", N_("Table"), _table),
    StationPlan("languages", "languages", N_("Languages"), _languages),
    StationPlan("progress", "progress", N_("Progress"), _progress),
    StationPlan("publish", "publish", N_("Publish"), _publish),
)
