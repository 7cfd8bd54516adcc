"""The sample meeting plays through, and what comes of it is whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from consult_app.desk import Desk
from consult_app.drafting.translation.translating import lacking
from consult_app.drafting.views import view
from consult_app.meetings.reasons import Refused
from consult_app.publishing.akn.checks import schema
from consult_app.publishing.export import export
from consult_app.replay import fold, freeze
from consult_app.sample import SampleClock, play, prepare, remember, script


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.consult"
    seen: list[tuple[int, int, str]] = []
    with play(path, lambda *told: seen.append(told)):
        pass
    assert seen[-1][0] == seen[-1][1]
    return path


def test_it_is_held_from_registration_to_adoption(file: Path) -> None:
    with Desk.open(file, write=False) as desk:
        assert desk.check() == []
        state, rows = desk.state, desk.rows()
    text = state.drafting.texts["conclusions"]
    assert text.adopted
    assert len(text.nodes) >= 25
    assert len(state.assembly.participants) >= 12
    assert {language: lacking(text, language) for language in ("en", "fr", "es")} == {
        "en": {},
        "fr": {},
        "es": {},
    }
    assert all(not amendment.pending for amendment in state.drafting.amendments.values())
    outcomes = {amendment.state for amendment in state.drafting.amendments.values()}
    assert {
        "adopted", "adopted_as_subamended", "rejected", "withdrawn", "not_seconded", "not_moved", "fell",
    } <= outcomes  # fmt: skip
    assert len([a for a in state.drafting.amendments.values() if not a.subamendment]) >= 15
    assert freeze(fold(rows)) == freeze(state)
    assert len(rows) == len(list(script())) + 4


def test_its_final_text_is_numbered_through(file: Path) -> None:
    with Desk.open(file, write=False) as desk:
        drafting = desk.state.drafting
    text = drafting.texts["conclusions"]
    for language in ("en", "fr", "es"):
        lines = view(drafting, text, "final", language)
        paragraphs = [line.label for line in lines if line.spot.kind == "paragraph"]
        assert paragraphs == [str(number) for number in range(1, len(paragraphs) + 1)]
        assert not any(re.search("bis|ter", line.label) for line in lines)
        assert all(line.segments for line in lines)


def test_it_can_be_stopped_in_mid_course(tmp_path: Path) -> None:
    with play(tmp_path / "m.consult", until='"close_sitting"') as desk:
        assert desk.state.assembly.sitting_number == 1
        assert not desk.state.drafting.texts["conclusions"].adopted


def test_only_an_earlier_sample_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "demo"
    file = prepare(out)
    file.write_bytes(b"an earlier sample")
    (out / "papers").mkdir()
    (out / "papers" / "final.docx").touch()
    (out / "papers" / "minutes.docx").touch()
    remember(out, [out / "papers" / "final.docx"])
    assert prepare(out) == file
    assert not file.exists()
    assert [path.name for path in (out / "papers").iterdir()] == ["minutes.docx"]
    other = tmp_path / "mine"
    other.mkdir()
    (other / "sample.consult").write_bytes(b"not ours")
    with pytest.raises(Refused, match="not a sample"):
        prepare(other)
    assert (other / "sample.consult").read_bytes() == b"not ours"


def test_its_clock_keeps_to_the_week() -> None:
    clock = SampleClock()
    moments = [clock()]
    for verb in ("open_sitting", "submit_amendment", "open_sitting", "close_sitting", "open_sitting"):
        clock.comes_to(verb)
        moments.append(clock())
    assert [moment.day for moment in moments] == [30, 2, 3, 4, 4, 5]
    assert moments == sorted(moments)


def test_all_of_it_is_there_for_other_programs_too(file: Path, tmp_path: Path) -> None:
    with Desk.open(file, write=False) as desk:
        written = export(desk.state, desk.seq, tmp_path, formats=["xml"])
    assert {path.name.split("-")[2] for path in written} >= {
        "final",
        "sheet",
        "compendium",
        "decisions",
        "D.1",
    }
    root = etree.parse(str(tmp_path / "TTMRPIS-2026-final-Fr.xml")).getroot()
    assert schema().validate(root)
    assert [each for each in root.iter() if each.get("wId") == "para_5bis"]
