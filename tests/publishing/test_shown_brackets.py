"""Square brackets from outside: in ``show``, in a draft on paper, in the record, and taken back by undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from consult_app.meetings.reasons import Refused
from consult_app.publishing.paper import Block, Heading, Numbered, Para, reading_order, words_of
from consult_app.publishing.papers.decisions import decisions
from consult_app.publishing.papers.final import final
from tests.command_line import Line, begun
from tests.drafting.bracketed import bracketed, disputed, replaced
from tests.small_meeting import Meeting


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Line:
    return begun(capsys, monkeypatch, tmp_path)


def parked(number: str, by: str, text: str) -> tuple[dict[str, str], ...]:
    """The commands that hand an amendment in and put it in brackets."""
    return (
        {"do": "submit_amendment", "by": by, "kind": "replace", "target": "3", "text": text},
        {"do": "call_amendment", "amendment": number},
        {"do": "bracket_amendment", "amendment": number},
    )


def test_show_says_what_stands_in_each_bracket_and_how_it_ended(line: Line) -> None:
    _, answers = line.do(
        *parked("D.1", "workers", replaced("should", "shall")),
        *parked("D.2", "employers", replaced("should ", "")),
    )
    assert answers[-1]["brackets"] == ["B.1"]
    [found] = line.show()["brackets"]
    since = found.pop("since")
    assert found == {
        "id": "B.1",
        "node": "3",
        "language": "en",
        "kind": "words",
        "words": "should",
        "alternatives": [
            {"amendment": "D.1", "by": "workers", "words": "shall"},
            {"amendment": "D.2", "by": "employers", "words": ""},
        ],
        "state": "open",
        "sitting": 0,
    }
    assert since.endswith("Z")
    _, [refused] = line.do({"do": "adopt_text"})
    assert "words in square brackets: paragraph 3 (B.1)" in refused["refused"]
    _, [resolved] = line.do({"do": "resolve_bracket", "bracket": "B.1", "choice": "D.1"})
    assert (resolved["number"], resolved["rejected"]) == ("D.1", ["D.2"])
    [found] = line.show()["brackets"]
    assert (found["state"], found["ended"]["choice"], len(found["alternatives"])) == ("resolved", "D.1", 2)


def test_undo_takes_all_of_it_back_and_numbers_are_not_used_again(line: Line) -> None:
    line.do(
        *parked("D.1", "workers", replaced("should", "shall")),
        *parked("D.2", "employers", replaced("should", "may")),
    )
    before = line.show()
    line.do({"do": "resolve_bracket", "bracket": "B.1", "choice": "D.2", "reason": "agreed"})
    assert line.do({"do": "undo"})[0] == 0
    after = line.show()
    same = ("nodes", "brackets")
    assert {key: after[key] for key in same} == {key: before[key] for key in same}
    assert [a["state"] for a in after["amendments"]] == ["bracketed", "bracketed"]
    line.do({"do": "undo"}, {"do": "undo"}, {"do": "undo"}, {"do": "undo"})
    assert line.show()["brackets"] == []
    _, answers = line.do({"do": "bracket_amendment", "amendment": "D.1"})
    assert answers[0]["brackets"] == ["B.2"]
    assert line.run("check", line.file) == 0


def lines(meeting: Meeting, language: str) -> list[str]:
    return list(reading_order(final(meeting.state, language, draft=True)))


def test_a_draft_prints_the_alternatives_in_the_words_of_its_language() -> None:
    meeting = Meeting("en", "fr")
    french = "Les gouvernements doivent respecter le repos des gardiens."
    bracketed(meeting, "3", {"en": replaced("should", "shall"), "fr": french})
    bracketed(meeting, "3", replaced("should", "may"), by="employers")
    bracketed(meeting, "2(i)", kind="delete", by="employers")
    english, spoken = lines(meeting, "en"), lines(meeting, "fr")
    assert "3. Governments [should | Workers: shall | Employers: may] respect the rest of keepers." in english
    assert "(i) [collect statistics on keepers; | Employers: delete]" in english
    assert (
        "3. Les gouvernements [devraient | Travailleurs: doivent] respecter le repos des gardiens." in spoken
    )
    assert "i) [recueillir des statistiques sur les gardiens; | Employeurs: supprimer]" in spoken
    marks = {b.mark for b in final(meeting.state, "fr", draft=True).blocks if isinstance(b, Numbered)}
    assert "[B.1: autre texte entre crochets en anglais]" in marks


@pytest.mark.parametrize("where", ["insert_before", "insert_after"])
def test_a_draft_prints_what_would_be_put_in_where_it_would_be(where: str) -> None:
    meeting = Meeting("en", "fr")
    bracketed(meeting, "2", "Ships need keepers.", kind=where, by="government")
    blocks = list(final(meeting.state, "en", draft=True).blocks)
    said = [words_of(block.runs) for block in blocks if isinstance(block, Numbered | Para | Heading)]
    place = said.index("[Governments: Ships need keepers.]")
    beside = said[place + 1] if where == "insert_before" else said[place - 1]
    assert beside == ("The Office should:" if where == "insert_before" else "report to the next Meeting.")
    [block] = [b for b in final(meeting.state, "fr", draft=True).blocks if _says(b, "Ships")]
    assert isinstance(block, Numbered)
    assert (words_of(block.runs), block.language) == ("[Gouvernements: Ships need keepers.]", "en")


def _says(block: Block, words: str) -> bool:
    return isinstance(block, Numbered | Para) and words in words_of(block.runs)


def test_the_final_paper_waits_and_names_the_brackets() -> None:
    with pytest.raises(Refused) as refused:
        final(disputed().state, "en")
    found = [each for each in refused.value.reason.values["obstacles"] if "brackets" in each.values]
    assert [each.values["brackets"] for each in found] == [["B.1", "B.2"]]


def test_the_record_says_that_other_words_were_agreed() -> None:
    meeting = disputed()
    meeting.do("resolve_bracket", bracket="B.1", text=replaced("should", "are encouraged to"))
    record = list(reading_order(decisions(meeting.state, "en")))
    assert "Other words were agreed in the place of those of amendment D.1." in record
    assert not any("replaced by its author" in words for words in record)
