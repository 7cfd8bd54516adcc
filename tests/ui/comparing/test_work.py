"""The work of a comparison: states of the past, every pair of moments, causes, stopping."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from threading import Event

import pytest

from consult_app.desk import Desk
from consult_app.drafting.wordings.wording import write
from consult_app.publishing.marking.together import shown
from consult_app.publishing.papers.comparing import Compared, as_it_stands
from consult_app.replay import freeze
from consult_app.ui.comparing.moments import NamedMoment
from consult_app.ui.comparing.work import Comparison, Reader, Stopped
from tests.ui.comparing.compared_meeting import decided
from tests.ui.table_meeting import empty_meeting

BOTH = ("en", "fr")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting after its first sitting."""
    with decided(tmp_path) as desk:
        yield desk


def _row(seq: int, kind: str = "row") -> NamedMoment:
    return NamedMoment(seq, "", kind)  # type: ignore[arg-type]


def _compared(desk: Desk, first: int, second: int, languages: tuple[str, ...] = BOTH) -> Comparison:
    choice = (_row(first), _row(second))
    _known, found = Reader(desk).compare(choice, "conclusions", languages, Event())
    assert found is not None
    return found


def _label(cell: Compared) -> str:
    return cell.label or cell.spot.kind


def _imported(desk: Desk) -> int:
    return next(m.seq for m in Reader(desk).moments(Event()) if m.kind == "imported")


def test_every_state_is_the_fold_of_the_first_rows_as_they_then_stood(desk: Desk) -> None:
    reader = Reader(desk)
    reader.moments(Event())
    last = desk.seq
    for seq in (*range(1, last + 1), *range(last, 0, -1)):
        state = reader._state_at(seq, last, desk.state, Event(), None)
        assert freeze(state) == freeze(desk.state_at(seq)), seq


def test_without_the_changes_each_moment_reads_as_it_was(desk: Desk) -> None:
    """Rejecting all gives the first moment, accepting all the second, whichever of them is the later."""
    start = _imported(desk)
    for first, second in product((start, start + 6, start + 9, desk.seq), repeat=2):
        found = _compared(desk, first, second)
        for place, language in enumerate(BOTH):
            before, after = (_texts(desk, seq, language) for seq in (first, second))
            for line in found.lines:
                cell = line.cells[place]
                if cell.language != language:
                    continue
                for change, texts in (("insert", before), ("delete", after)):
                    words = "".join(write(f.runs) for f in cell.fragments if f.change != change)
                    assert words == texts.get(cell.node, ""), (first, second, cell.node)


def _texts(desk: Desk, seq: int, language: str) -> dict[str, str]:
    version = as_it_stands(desk.state_at(seq).drafting.texts["conclusions"], "bis")
    return {
        node: shown(words[language], language) for node, words in version.words.items() if language in words
    }


def test_it_says_what_changed_each_passage(desk: Desk) -> None:
    found = _compared(desk, _imported(desk), desk.seq, ("en",))
    told = {
        _label(line.cells[0]): (line.cells[0].fate, [c.number or c.what for c in line.causes[0]])
        for line in found.changed
    }
    assert told["1"] == ("words", ["D.1"])
    assert told["1bis"] == ("inserted", ["D.3"])
    assert told["heading 1"] == ("deleted", ["D.5"])
    fate, (edited,) = told["2(ii)"]
    assert fate == "words"
    assert not isinstance(edited, str)
    assert len(found.changed) == 4


def test_only_what_fell_between_the_moments_is_a_cause(desk: Desk) -> None:
    rows = desk.rows()
    second = next(row.seq for row in rows if '"D.3"' in row.command and "adopt" in row.command)
    found = _compared(desk, second, desk.seq, ("en",))
    assert {_label(line.cells[0]) for line in found.changed} == {"2(ii)", "heading 1"}
    assert not any(cause.number in ("D.1", "D.3") for line in found.lines for c in line.causes for cause in c)


def test_the_same_moment_differs_in_nothing(desk: Desk) -> None:
    found = _compared(desk, desk.seq, desk.seq)
    assert found.lines
    assert found.changed == ()


def test_the_paper_has_the_earlier_moment_first(desk: Desk) -> None:
    start = _imported(desk)
    for first, second in ((start, desk.seq), (desk.seq, start)):
        found = _compared(desk, first, second)
        assert [each.seq for each in found.moments] == [start, desk.seq]
        assert (found.first.seq, found.second.seq) == (first, second)


def test_now_is_the_last_row_whenever_it_was_chosen(desk: Desk) -> None:
    _known, found = Reader(desk).compare((_row(4), _row(5, "now")), "conclusions", ("en",), Event())
    assert found is not None
    assert found.second.seq == desk.seq


def test_before_the_import_there_was_nothing(desk: Desk) -> None:
    found = _compared(desk, 1, desk.seq, ("en",))
    assert {line.cells[0].fate for line in found.lines if line.cells[0].fragments} == {"inserted"}


def test_where_there_is_no_text_there_is_nothing_to_compare(tmp_path: Path) -> None:
    with empty_meeting(tmp_path) as desk:
        known, found = Reader(desk).compare(None, "conclusions", ("en",), Event())
        assert [each.kind for each in known] == ["now"]
        assert found is None


def test_it_stops_when_nobody_waits(desk: Desk) -> None:
    stop = Event()
    stop.set()
    with pytest.raises(Stopped):
        Reader(desk).compare(None, "conclusions", ("en",), stop)


def test_it_tells_how_far_it_is_and_reads_only_what_is_new(desk: Desk) -> None:
    told: list[tuple[int, int]] = []
    reader = Reader(desk)
    reader.compare(None, "conclusions", ("en",), Event(), lambda done, of: told.append((done, of)))
    assert told[0] == (desk.seq, desk.seq)
    assert all(done <= of for done, of in told)
    told.clear()
    reader.compare(None, "conclusions", ("en",), Event(), lambda done, of: told.append((done, of)))
    assert told == []
