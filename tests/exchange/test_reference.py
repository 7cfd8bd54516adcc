"""Reference papers: their particulars and the points for discussion that they suggest."""

from __future__ import annotations

from pathlib import Path

import pytest

from consult_app.exchange.reference import read_reference, topics_of
from tests.command_line import begun
from tests.small_meeting import Meeting

PAPER = """Lighthouses and their keepers

Background paper for discussion

TMLK/2026

ISBN 978-92-2-127890-0 (print)
ISBN 978-92-2-127891-7 (Web pdf)

Also available in French (ISBN 978-92-2-227890-9 (print), 978-92-2-227891-6 (web pdf)).

Contents

3. Suggested points for discussion

1. Introduction

Why lighthouses?

3. Suggested points for discussion

The following questions should guide the discussion:

1. The rest of keepers

How long should keepers rest: (a) by night; and (b) by day?

Who should say so?

2. The care of lamps

What should be lit?

Annex

Who reads this?
"""
FRENCH = """Les phares et leurs gardiens

Points proposés pour la discussion

1. Le repos des gardiens

Combien de temps?

Qui doit le dire?

2. L’entretien des lampes

Que faut-il allumer?
"""


def test_a_paper_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(PAPER, "utf-8")
    document = read_reference(path, "en").document
    assert (document.symbol, document.titles) == ("TMLK/2026", {"en": "Lighthouses and their keepers"})
    assert (document.kind, document.languages) == ("background_paper", ("en",))
    assert document.isbn == {
        "en": {"print": "9789221278900", "web": "9789221278917"},
        "fr": {"print": "9789222278909", "web": "9789222278916"},
    }


def test_the_points_stand_behind_their_last_heading(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(PAPER, "utf-8")
    topics = read_reference(path, "en").topics
    assert [(each.title, len(each.points)) for each in topics] == [
        ("The rest of keepers", 2),
        ("The care of lamps", 1),
    ]
    assert topics_of(["Points for discussion", "None."]) == ()
    assert topics_of(["1. Lamps", "What?"]) == ()


def test_the_paper_of_2013_has_four_topics_and_ten_points(shared: Path) -> None:
    found = read_reference(shared / "real/background-paper-ttmlm-2013.txt", "en")
    assert [len(each.points) for each in found.topics] == [2, 2, 3, 3]
    assert found.document.symbol == "TTMLM/2013"
    assert isinstance(found.document.isbn, dict) and set(found.document.isbn) == {"en", "fr", "es"}


def test_an_agenda_takes_a_further_language_of_the_same_shape() -> None:
    meeting = Meeting()
    topics = [{"title": "Rest", "points": ["How long?", "Who?"]}, {"title": "Lamps"}]
    assert meeting.do("import_agenda", language="en", topics=topics) == {"items": ["1", "1.1", "1.2", "2"]}
    french = [{"title": "Repos", "points": ["Combien?", "Qui?"]}, {"title": "Lampes"}]
    meeting.do("import_agenda", language="fr", topics=french)
    assert meeting.state.assembly.agenda[2].titles == {"en": "Who?", "fr": "Qui?"}
    assert "Replace" in meeting.asked("import_agenda", language="fr", topics=french)
    assert meeting.refused("import_agenda", language="es", topics=french[:1]).rule == "agenda_shape"
    assert meeting.refused("import_agenda", language="es", topics=[]).rule == "agenda_topics"
    assert meeting.refused("import_agenda", language="es", topics=[{"title": " "}]).rule == "agenda_topics"


def test_from_outside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    line = begun(capsys, monkeypatch, tmp_path)
    paper, french = tmp_path / "paper.txt", tmp_path / "fr.txt"
    paper.write_text(PAPER, "utf-8")
    french.write_text(FRENCH, "utf-8")
    assert line.run("import", line.file, paper, "--as", "reference", "--preview") == 0
    assert '"do": "import_agenda"' in line.out
    assert line.run("import", line.file, paper, "--as", "reference") == 0
    assert "TMLK/2026" in line.out and "1.1, 1.2" in line.out
    assert line.run("import", line.file, french, "--as", "reference", "--language", "fr", "--json") == 0
    shown = line.show()
    assert [each["item"] for each in shown["agenda"]] == ["1", "1.1", "1.2", "2", "2.1"]
    assert shown["agenda"][4]["titles"] == {"en": "What should be lit?", "fr": "Que faut-il allumer?"}
    assert line.run("import", line.file, paper, "--as", "reference") == 3
    assert "TMLK/2026" in line.err
    (tmp_path / "x.txt").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert line.run("import", line.file, tmp_path / "x.txt", "--as", "reference", "--json") == 2
    commands = [{"do": "set_action", "action": "2(i)", "unit": "LAMPS"}, {"do": "undo"}, {"do": "redo"}]
    assert line.do(*commands)[0] == 0
    assert line.show()["followup"][0]["status"] == "assigned"
    assert line.run("check", line.file) == 0


def test_a_paper_in_a_further_language_completes_its_entry(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    line = begun(capsys, monkeypatch, tmp_path)
    english, french = tmp_path / "en.txt", tmp_path / "fr.txt"
    english.write_text("TMLK/2026\n\nThe light of keepers\n", "utf-8")
    french.write_text("TMLK/2026\n\nLa lumière des gardiens\n", "utf-8")
    assert line.run("import", line.file, english, "--as", "reference") == 0
    assert line.run("import", line.file, french, "--as", "reference", "--language", "fr") == 0
    [document] = line.show()["documents"]
    assert document["titles"] == {"en": "The light of keepers", "fr": "La lumière des gardiens"}
    assert document["languages"] == ["en", "fr"]
    assert line.run("import", line.file, french, "--as", "reference", "--language", "fr") == 3
