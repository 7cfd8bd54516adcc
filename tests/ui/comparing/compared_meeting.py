"""An invented meeting with something of all that a comparison tells: words, what came and went, undo."""

from __future__ import annotations

from pathlib import Path

from consult_app.desk import Desk
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.drafting.deciding.consideration import AdoptNode
from consult_app.drafting.deciding.floor import CallAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.drafting.translation.translating import EditWording
from consult_app.meetings.proceedings.sitting import CloseSitting, OpenSitting
from consult_app.state import Redo, Undo
from tests.ui.table_meeting import done, meeting


def decided(folder: Path) -> Desk:
    """Sitting 1: D.1 adopted (paragraph 1), D.3 adopted (1bis put in), both taken back and done again by
    undo and redo; an editorial change to 2(ii), a deletion of the heading; sitting closed."""
    desk = meeting(folder)
    done(desk, OpenSitting())
    done(desk, CallAmendment(amendment="D.1"))
    done(desk, AdoptAmendment(amendment="D.1", confirm=True))
    done(desk, Undo())
    done(desk, Redo())
    done(desk, AdoptAmendment(amendment="D.3", confirm=True))
    words = {"text": "report every second year.", "by": "the Office", "editorial": True}
    done(desk, EditWording(node="2(ii)", language="en", confirm=True, **words))  # type: ignore[arg-type]
    done(desk, SubmitAmendment(by="workers", kind="delete", target="heading 1"))
    done(desk, AdoptAmendment(amendment="D.5", confirm=True))
    done(desk, CloseSitting())
    done(desk, AdoptNode(node="preamble 1", confirm=True))
    return desk
