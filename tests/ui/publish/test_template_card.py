"""The card of the house's Word templates: which is used, another chosen, ours again."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from consult_app.publishing import house_templates
from consult_app.ui.publish.template_card import TemplateCard
from tests.publishing.test_house_templates import changed, letter
from tests.ui.audit import nameless


@pytest.fixture
def card(qtbot: QtBot) -> TemplateCard:
    made = TemplateCard()
    qtbot.addWidget(made)
    made.show()
    made.opened.click()
    return made


def told(card: TemplateCard) -> list[tuple[str, str]]:
    out: list[tuple[str, str]] = []
    card.told.connect(lambda tone, words: out.append((tone, words)))
    return out


def test_a_template_is_taken_and_ours_comes_back(card: TemplateCard, tmp_path: Path) -> None:
    said = told(card)
    assert card.used["en"].text() == "Ours"
    assert not card.going_back["en"].isEnabled()
    card.take("en", changed(tmp_path / "House.docx", letter))
    assert card.used["en"].text() == "House.docx"
    assert said == [("info", "Papers in English are made with House.docx now.")]
    card.going_back["en"].click()
    assert card.used["en"].text() == "Ours"
    assert house_templates.own("en") is None


def test_what_is_wrong_with_it_is_said(card: TemplateCard, tmp_path: Path) -> None:
    from docx import Document

    said = told(card)
    path = tmp_path / "letter.docx"
    Document().save(str(path))
    card.take("es", path)
    assert said[0][0] == "error"
    assert "letter.docx has no style named “Consult body”" in said[0][1]
    assert card.used["es"].text() == "Ours"
    card.take("es", tmp_path / "gone.docx")
    assert said[1][0] == "error"


def test_copies_of_ours_are_saved_and_nothing_is_replaced(card: TemplateCard, tmp_path: Path) -> None:
    said = told(card)
    card.save_ours(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "consult-en.docx",
        "consult-es.docx",
        "consult-fr.docx",
    ]
    card.save_ours(tmp_path)
    assert [tone for tone, _words in said] == ["info", "error"]


def test_every_control_has_a_name(card: TemplateCard) -> None:
    assert nameless(card) == []
