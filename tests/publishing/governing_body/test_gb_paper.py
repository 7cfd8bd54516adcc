"""The Governing Body paper: the sample word for word, blanks in a draft, and what the gate asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.kept.governing_body_paper import ACTS
from consult_app.meetings.reasons import Refused
from consult_app.publishing.export import PAPERS, export, file_name
from consult_app.publishing.governing_body.facts import obstacles
from consult_app.publishing.governing_body.paper import gb_paper
from consult_app.publishing.paper import Heading, Table, words_of
from consult_app.words import say
from tests.drafting.meeting import Held, adopted, drafted
from tests.publishing.reading import cells, lines
from tests.publishing.sample_meeting import expected, golden, sample_state

FILLED = {
    "symbol": "GB.359/INS/13/1",
    "session_month": "2027-03",
    "date": "2027-01-22",
    "strategic_objective": {"en": "Social dialogue."},
    "outcome": {"en": "Outcome 1."},
    "author_unit": {"en": "SECTOR"},
    "background": {"en": "One.\n\nTwo."},
}


def filled(held: Held, **fields: object) -> Held:
    """The meeting with the fields that a paper in English needs, and *fields*."""
    held.do(do="set_governing_body_paper", **(FILLED | fields))
    return held


def box(held: Held, language: str) -> list[str]:
    """The lines of the draft decision."""
    blocks = gb_paper(held.state, language, draft=True).blocks
    [found] = [block for block in blocks if isinstance(block, Table) and block.boxed]
    return [words_of(row[1]).replace("\u00a0", " ") for row in found.rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_of_the_sample_is_this(language: str) -> None:
    paper = gb_paper(sample_state(), language)
    assert golden(paper) == expected(paper)


def test_a_draft_shows_what_is_to_be_completed_and_no_more() -> None:
    held = drafted("en", "fr")
    held.do(do="set_governing_body_paper", unit="SECTOR")
    paper = gb_paper(held.state, "fr", draft=True)
    assert paper.masthead.symbol == "[à compléter]"
    assert paper.masthead.place_line == "[à compléter] session, Genève"
    rows = dict(cells(paper))
    assert [name for name, words in rows.items() if "[à compléter]" in words] == [
        "Objectif stratégique pertinent",
        "Principal résultat pertinent",
        "Unité auteur",
    ]
    assert rows["Incidences juridiques"] == "Aucune."
    assert "1. [à compléter]" in lines(paper)
    assert paper.provisional == "Provisoire – non adopté"


def test_words_that_a_language_lacks_are_marked() -> None:
    held = filled(drafted("en", "fr"))
    rows = dict(cells(gb_paper(held.state, "fr", draft=True)))
    assert rows["Principal résultat pertinent"] == "Outcome 1. [Original: anglais]"


def test_the_gate_lists_what_is_to_be_filled_in(tmp_path: Path) -> None:
    held = adopted("en")
    assert not PAPERS["gb_paper"].matter(held.state)
    with pytest.raises(Refused) as refusal:
        export(held.state, held.seq, tmp_path / "out", ["gb_paper"], ["en"])
    assert say(refusal.value.reason, "en") == (
        "The Governing Body paper cannot be printed yet: to be filled in for the Governing Body paper "
        "(English): symbol; month of the session; date of the paper; relevant strategic objective; main "
        "relevant outcome; author unit; background."
    )
    assert not (tmp_path / "out").exists()
    filled(held)
    assert PAPERS["gb_paper"].matter(held.state)
    assert obstacles(held.state, "en") == []
    [french] = obstacles(held.state, "fr")
    assert "contexte" in say(french, "fr")
    [written] = export(held.state, held.seq, tmp_path / "out", ["gb_paper"], ["en"], ["pdf"])
    assert written.name == "GB359-INS_13_1-En.pdf"


def test_it_waits_for_the_text_that_is_its_appendix(tmp_path: Path) -> None:
    held = filled(drafted("en"))
    with pytest.raises(Refused, match="cannot be printed yet"):
        export(held.state, held.seq, tmp_path, ["gb_paper"], ["en"])
    [written] = export(held.state, held.seq, tmp_path, ["gb_paper"], ["en"], ["docx"], draft=True)
    assert written.name == "GB359-INS_13_1-Provisional-En.docx"


def test_the_file_is_named_by_symbol_unit_and_date() -> None:
    held = filled(drafted("en"), unit="SECTOR", symbol="GB.359/POL/2(Rev.1)")
    name = file_name(held.state, "gb_paper", "es", "docx")
    assert name == "GB359-POL_2(Rev.1)_[SECTOR-270122-1]-Sp.docx"


def test_references_to_the_parts_of_the_body_follow_it() -> None:
    words = {"en": "See {background} and {decision}."}
    held = filled(drafted("en"), policy=words)
    assert dict(cells(gb_paper(held.state, "en", draft=True)))["Policy implications"] == (
        "See paragraphs\u00a01–2 and paragraph\u00a05."
    )
    held.do(do="set_governing_body_paper", background={"en": "One.\n\nTwo.\n\nThree."})
    assert "paragraphs\u00a01–3 and paragraph\u00a06" in dict(cells(gb_paper(held.state, "en", draft=True)))[
        "Policy implications"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "invited", "decides"),
    [
        ("en", "is invited to take note of", "The Governing Body takes note of"),
        ("fr", "est invité à prendre note du", "Le Conseil d’administration prend note du"),
        ("es", "Se invita al Consejo de Administración a que tome nota", "toma nota de"),
    ],
    ids=["en", "fr", "es"],
)
def test_one_act_is_said_in_both_forms(language: str, invited: str, decides: str) -> None:
    held = filled(drafted("en", "fr", "es"), acts=["take_note"])
    [purpose, *_rest] = cells(gb_paper(held.state, language, draft=True))
    assert invited in purpose[1].replace("\u00a0", " ")
    [decision] = box(held, language)
    assert decides in decision


def test_the_acts_stand_in_their_order() -> None:
    held = filled(drafted("en"), acts=list(reversed(ACTS)))
    found = box(held, "en")
    assert len(found) == 1 + len(ACTS)
    assert found[1].startswith("(a) takes note of")
    assert found[-2].endswith("; and")
    assert found[-1].endswith("made in the conclusions.")


def test_a_decision_that_was_written_stands_as_it_is() -> None:
    held = filled(drafted("en"), draft_decision={"en": "The Governing Body decides:\n\n(a) so."})
    assert box(held, "en") == ["The Governing Body decides:", "(a) so."]


@pytest.mark.parametrize("action", ["information", "discussion"])
def test_only_a_paper_for_decision_has_a_draft_decision(action: str) -> None:
    held = filled(drafted("en"), action=action)
    paper = gb_paper(held.state, "en", draft=True)
    assert "Draft decision" not in [words_of(b.runs) for b in paper.blocks if isinstance(b, Heading)]
    assert "invited" not in dict(cells(paper))["Purpose of the document"]
    assert f"FOR {action.upper()}" in lines(paper)


def test_without_background_the_registered_decisions_are_cited() -> None:
    held = drafted("en", "fr")
    held.do(do="register_document", symbol="GB.353/POL/4", titles={"en": "Sectoral meetings"})
    held.do(do="set_governing_body_paper", unit="SECTOR")
    assert (
        "1. La Réunion a été convoquée conformément aux décisions du Conseil d’administration (GB.353/POL/4)."
        in lines(gb_paper(held.state, "fr", draft=True))
    )


def considered(held: Held, language: str = "en") -> str:
    """The sentence that says how many amendments were considered."""
    starts = {"en": "The Meeting considered", "fr": "La Réunion a examiné", "es": "La Reunión examinó"}
    start = starts[language]
    said = [line.replace("\u00a0", " ") for line in lines(gb_paper(held.state, language, draft=True))]
    [found] = [line[line.index(start) :] for line in said if start in line]
    return found


def test_an_amendment_counts_once_however_it_was_divided_or_replaced() -> None:
    held = filled(drafted("en"))
    changes = [
        {"kind": "replace", "target": "1", "text": "Lighthouses guide ships."},
        {"kind": "replace", "target": "3", "text": "Keepers have many rights."},
    ]
    held.do(do="submit_amendment", by="workers", kind="replace", changes=changes)
    held.do(do="divide_amendment", amendment="D.1")
    held.do(do="adopt_amendment", amendment="D.1(a)")
    held.do(do="reject_amendment", amendment="D.1(b)")
    assert considered(held) == "The Meeting considered one amendment to the draft."
    held.submit("3", "Keepers have no rights.")
    held.do(do="supersede_amendment", amendment="D.2", text="Keepers have some rights.")
    held.do(do="reject_amendment", amendment="D.2/Rev.1")
    assert considered(held).endswith("considered 2 amendments to the draft, one of which was adopted.")
    assert considered(held, "fr") == "La Réunion a examiné 2 amendements au projet; un seul a été adopté."
    assert considered(held, "es") == "La Reunión examinó 2 enmiendas al proyecto; se adoptó una."
