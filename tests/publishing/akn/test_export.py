"""Akoma Ntoso among the formats of an export: which papers have it, what the files are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from consult_app.meetings.reasons import Refused
from consult_app.publishing.akn.names import number_of
from consult_app.publishing.export import export, files_in, forms_of
from consult_app.words import say
from tests.drafting.meeting import Held, adopted, drafted


@pytest.fixture
def held() -> Held:
    held = drafted("en", "fr")
    held.submit("1", {"en": "Lighthouses guide boats.", "fr": "Les phares guident."})
    held.submit("3", kind="delete", by="employers")
    held.do(do="adopt_amendment", amendment="D.1")
    return held


def test_only_where_it_is_named(held: Held, tmp_path: Path) -> None:
    written = export(held.state, held.seq, tmp_path, ["sheet"], ["en"])
    assert [path.suffix for path in written] == [".docx", ".pdf"]


def test_the_files_have_the_names_of_the_house_and_each_amendment_is_one(held: Held, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    written = export(
        held.state,
        held.seq,
        tmp_path,
        ["sheet", "compendium", "decisions"],
        ["fr", "en"],
        ["xml"],
        progress=lambda *what: told.append(what),
    )
    assert [path.name.removeprefix("MLH-2026-") for path in written] == [
        "sheet-Fr.xml",
        "sheet-En.xml",
        "D.1-Fr.xml",
        "D.1-En.xml",
        "D.2-En.xml",
        "compendium-Fr.xml",
        "compendium-En.xml",
        "decisions-Fr.xml",
        "decisions-En.xml",
    ]
    chosen = {key: ("fr", "en") for key in ("sheet", "compendium", "decisions")}
    assert files_in(held.state, chosen, ["xml"]) == len(written)
    assert files_in(held.state, {"final": ("en",), "sheet": ("en",)}, ["docx", "xlsx"]) == 2
    assert [done for done, total, _name in told] == [0, 2, 4, 6]


def test_beside_the_other_formats_of_the_paper(held: Held, tmp_path: Path) -> None:
    written = export(held.state, 3, tmp_path, ["final"], ["en"], ["docx", "xml"], draft=True)
    assert [path.name for path in written] == [
        "MLH-2026-final-Provisional-En.docx",
        "MLH-2026-final-Provisional-En.xml",
    ]
    assert written[1].read_bytes().startswith(b"<?xml version='1.0' encoding='UTF-8'?>")


def test_of_one_text_alone(held: Held, tmp_path: Path) -> None:
    nodes = [{"kind": "paragraph", "text": "Resolves.", "enumeration": "arabic"}]
    held.do(do="import_text", language="en", nodes=nodes, text_id="resolution")
    whole = export(held.state, 3, tmp_path / "a", ["final"], ["en"], ["xml"], draft=True)
    (alone,) = export(held.state, 3, tmp_path / "b", ["final"], ["en"], ["xml"], True, text="resolution")
    assert len(whole) == 2
    assert b"/2026-03-06/MLH-2026-resolution/" in alone.read_bytes()
    assert b"/2026-03-06/MLH-2026-resolution/" in whole[1].read_bytes()


def test_the_final_text_waits_for_the_gate(held: Held, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot be printed yet"):
        export(held.state, held.seq, tmp_path / "out", ["final"], formats=["xml"])
    assert not (tmp_path / "out").exists()
    assert len(export(adopted("en").state, 9, tmp_path, ["final"], formats=["xml"])) == 1


def test_a_paper_without_such_a_form_says_so_in_one_sentence(held: Held, tmp_path: Path) -> None:
    held.do(do="register_participant", name="Ada Beacon", role="member", group="workers", country="NO")
    with pytest.raises(Refused) as refused:
        export(held.state, held.seq, tmp_path, ["participants"], formats=["xml"])
    assert say(refused.value.reason, "en") == (
        "Akoma Ntoso has a form for these papers only: final, sheet, compendium and decisions. "
        "Choose another format, or one of these."
    )
    assert forms_of("participants", ("pdf", "xml")) == ("pdf",)
    assert forms_of("decisions", ("xml", "xlsx")) == ("xml", "xlsx")


@pytest.mark.parametrize(
    ("symbol", "number"),
    [
        ("CL 154/1", "CL_154-1"),
        ("D.3/S.1", "D-3-S-1"),
        ("D.12(a)", "D-12-a"),
        ("GB.325/INS/2(Add.1)", "GB-325-INS-2-Add-1"),
        ("Réunion/É", "Reunion-E"),
        ("../..", ""),
    ],
)
def test_a_symbol_becomes_a_number(symbol: str, number: str) -> None:
    assert number_of(symbol) == number


@pytest.mark.parametrize(
    ("rules", "symbol", "actor"),
    [
        ("governing_body", "GB.325/INS/2", "ilo-gb"),
        ("ilc_committee", "C.App/D.1", "ilo-ilc"),
        ("un_ga", "A/1", "un-ga"),
        ("custom", "TTMLM/2013/14", "ilo-tm-ttmlm"),
        ("custom", "", "ilo-tm"),
    ],
)
def test_the_actor_is_the_organ_of_the_meeting(rules: str, symbol: str, actor: str) -> None:
    from consult_app.publishing.akn.names import actor as actor_of
    from consult_app.publishing.akn.writer import documents
    from tests.small_meeting import Meeting

    meeting = Meeting(rules=rules)
    meeting.do("set_meeting", symbol=symbol)
    assert actor_of(meeting.state) == actor
    assert f"/{actor}/".encode() in documents(meeting.state, "final", ["en"])[0].data
