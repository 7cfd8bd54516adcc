"""Export: all papers or none, under the names of the house, readable by other programs."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from consult_app.meetings.reasons import Refused
from consult_app.publishing.export import (
    BadRequest,
    Stopped,
    export,
    file_name,
    forms_of,
    languages_of,
    with_matter,
)
from consult_app.publishing.files import all_or_none
from consult_app.state import State
from consult_app.words import say
from tests.drafting.meeting import Held, adopted, drafted

Reader = Callable[..., str]


def held_with_people() -> Held:
    held = drafted("en", "fr", "es")
    held.do(do="register_participant", name="Ada Beacon", role="member", group="workers", country="NO")
    held.submit("3", kind="delete")
    held.do(do="reject_amendment", amendment="D.1")
    held.do(do="adopt_node", node="rest")
    for language in ("fr", "es"):
        held.do(do="sign_off", node="all", language=language, by="Reviser")
    held.do(do="adopt_text")
    return held


def test_without_names_everything_that_there_is_matter_for(tmp_path: Path) -> None:
    held = held_with_people()
    told: list[tuple[int, int, str]] = []
    written = export(held.state, held.seq, tmp_path / "out", progress=lambda *what: told.append(what))
    assert [path.name for path in written] == [
        f"MLH-2026-{paper}-{language}.{form}"
        for paper in (
            "final",
            "sheet",
            "compendium",
            "comparison",
            "trilingual",
            "decisions",
            "report",
            "participants",
            "followup",
        )
        for language in ("En", "Fr", "Sp")
        for form in ("docx", "pdf", "xlsx")
        if form != "xlsx" or paper in ("trilingual", "decisions", "participants", "followup")
    ]
    assert sorted(written) == sorted((tmp_path / "out").iterdir())
    assert told[0] == (0, 66, "MLH-2026-final-En.docx")
    assert told[-1] == (66, 66, "")


def test_the_order_is_that_of_what_was_asked(tmp_path: Path) -> None:
    held = held_with_people()
    written = export(held.state, held.seq, tmp_path, ["decisions", "final"], ["es", "en"], ["pdf"])
    assert [path.name for path in written] == [
        "MLH-2026-decisions-Sp.pdf",
        "MLH-2026-decisions-En.pdf",
        "MLH-2026-final-Sp.pdf",
        "MLH-2026-final-En.pdf",
    ]


def test_both_formats_hold_the_same_words_for_other_programs(tmp_path: Path, reader: Reader) -> None:
    held = held_with_people()
    docx, pdf = export(held.state, held.seq, tmp_path, ["final"], ["fr"])
    for words in (
        reader("pandoc", "-t", "plain", "--wrap=none", docx),
        reader("pdftotext", "-layout", pdf, "-"),
    ):
        flat = " ".join(words.replace("\u00a0", " ").split())
        for expected in (
            "Adopte, ce sixième jour de mars 2026, les conclusions suivantes:",
            "Les phares guident les navires, et les gardiens guident les phares.",
            "publier la liste visée au paragraphe 2 i).",
            "Les présentes conclusions seront publiées.",
        ):
            assert expected in flat
    assert "Final" not in reader("pdfinfo", pdf)


def test_a_refused_export_writes_no_file(tmp_path: Path) -> None:
    held = adopted("en")
    out = tmp_path / "out"
    with pytest.raises(Refused) as refused:
        export(held.state, held.seq, out, ["decisions", "final"], ["en", "es"])
    assert "missing in Spanish" in say(refused.value.reason, "en")
    assert not out.exists()


def test_a_draft_is_printed_at_any_time_and_its_name_says_so(tmp_path: Path) -> None:
    held = drafted("en")
    written = export(held.state, held.seq, tmp_path, ["final"], ["en", "fr"], ["docx"], draft=True)
    assert [path.name for path in written] == [
        "MLH-2026-final-Provisional-En.docx",
        "MLH-2026-final-Provisional-Fr.docx",
    ]


@pytest.mark.parametrize(
    ("asked", "error", "words"),
    [
        ({"papers": ["finale"]}, BadRequest, "There is no paper “finale”"),
        ({"formats": ["odt"]}, BadRequest, "There is no format “odt”"),
        ({"languages": ["de"]}, BadRequest, "“de” is not a language"),
        ({"papers": ["final"], "formats": ["xlsx"]}, Refused, "A spreadsheet holds tables only"),
        ({"papers": ["gb_paper"]}, Refused, "The Governing Body paper cannot be printed yet"),
        ({"papers": ["participants"]}, Refused, "no matter yet for the paper “participants”"),
    ],
)
def test_what_cannot_be_made_is_said_by_name(
    tmp_path: Path, asked: dict[str, list[str]], error: type[Exception], words: str
) -> None:
    held = adopted("en")
    with pytest.raises(error, match=words) as caught:
        export(held.state, held.seq, tmp_path / "out", **asked)  # type: ignore[arg-type]
    message = caught.value.message if isinstance(caught.value, BadRequest) else caught.value.reason  # type: ignore[attr-defined]
    assert words in say(message, "en")
    assert not (tmp_path / "out").exists()


def test_an_empty_meeting_has_no_papers(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="nothing yet"):
        export(State(), 0, tmp_path / "out")
    assert with_matter(State()) == ()
    assert languages_of(State()) == ("en",)


def test_stop_leaves_no_file(tmp_path: Path) -> None:
    held = held_with_people()
    asked: list[bool] = []

    def stop() -> bool:
        asked.append(True)
        return len(asked) > 3

    with pytest.raises(Stopped):
        export(held.state, held.seq, tmp_path / "out", stop=stop)
    assert not (tmp_path / "out").exists()


def test_a_write_that_fails_leaves_the_old_files_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = adopted("en")
    (old,) = export(held.state, held.seq, tmp_path, ["final"], ["en"], ["docx"])
    before = old.read_bytes()
    rendered = [(old.name, b"new"), ("second.pdf", b"more")]

    real = tempfile.mkstemp
    made: list[bool] = []

    def once(**options: Any) -> tuple[int, str]:
        if made:
            raise OSError(28, "No space left on device")
        made.append(True)
        return real(**options)

    monkeypatch.setattr(tempfile, "mkstemp", once)
    with pytest.raises(OSError, match="No space"):
        all_or_none(tmp_path, rendered)
    assert old.read_bytes() == before
    assert list(tmp_path.iterdir()) == [old]


def test_names_come_from_the_symbol_or_else_from_the_title() -> None:
    held = drafted("en")
    held.do(do="set_meeting", symbol="GB.325/INS/2(Add.1)")
    assert file_name(held.state, "final", "es", "pdf") == "GB.325-INS-2(Add.1)-final-Sp.pdf"
    held.do(do="set_meeting", symbol="", titles={"fr": "Réunion sur l’été / les phares"})
    assert file_name(held.state, "sheet", "fr", "docx") == "reunion-sur-l-ete-les-phares-sheet-Fr.docx"
    held.do(do="set_meeting", symbol="../../etc")
    assert file_name(held.state, "sheet", "en", "docx") == "etc-sheet-En.docx"


def test_the_same_state_gives_the_same_bytes(tmp_path: Path) -> None:
    held = held_with_people()
    first = export(held.state, held.seq, tmp_path / "a", languages=["en"])
    second = export(held.state, held.seq, tmp_path / "b", languages=["en"])
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert len(first) == sum(len(forms_of(key, ("docx", "pdf", "xlsx"))) for key in with_matter(held.state))
