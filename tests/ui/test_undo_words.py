"""What undo would do is said with names, never with the ids that the window's commands carry."""

from __future__ import annotations

from pathlib import Path

from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.drafting.deciding.consideration import AdoptNode
from consult_app.drafting.deciding.floor import CallAmendment, RejectAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.drafting.text.numbering import by_label
from consult_app.meetings.people.officers import ElectOfficer
from consult_app.state import Undo
from consult_app.ui.announcing_decisions import decision_words
from consult_app.ui.language import Languages
from consult_app.ui.undo_words import undo_words
from tests.ui.rooms import add_amendments, add_people, add_text, carry_out, new_desk, words_of


def test_places_people_and_amendments_are_called_by_name(tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        add_people(desk)
        add_text(desk)
        text = next(iter(desk.state.drafting.texts.values()))
        ids = by_label(text.tree)
        (person,) = (p for p in desk.state.assembly.participants.values() if p.name == "Luis Ferreyra")
        deletion = SubmitAmendment(by="workers", kind="delete", target=ids["2"])
        for command, said in (
            (ElectOfficer(office="worker_vice_chairperson", participant=person.id), "elect Luis Ferreyra"),
            (deletion, "hand in an amendment to paragraph 2"),
            (AdoptNode(node=ids["preamble 1"]), "adopt preamble clause 1"),
            (AdoptNode(node=(ids["1"], ids["3"])), "adopt paragraph 1 and paragraph 3"),
            (AdoptNode(node="4"), "adopt 4"),
        ):
            carry_out(desk, command)
            assert undo_words(desk.undo_label(), desk.state) == said
        Languages.set("fr")
        carry_out(desk, AdoptNode(node=ids["5"]))
        assert undo_words(desk.undo_label(), desk.state) == "adopter le paragraphe 5"
        carry_out(desk, AdoptNode(node=ids["title"]))
        assert ids["title"] not in undo_words(desk.undo_label(), desk.state)
        assert undo_words(None, desk.state) == ""


def test_what_is_typed_on_the_floor_and_a_subamendment_are_called_by_what_they_are(tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        add_people(desk)
        add_text(desk)
        add_amendments(desk)
        ids = by_label(next(iter(desk.state.drafting.texts.values())).tree)
        words = f"{words_of(desk, '2')} And so on."
        carry_out(desk, SubmitAmendment(by="workers", kind="live", target=ids["2"], text=words))
        assert undo_words(desk.undo_label(), desk.state) == "type a change in paragraph 2 on the floor"
        Languages.set("fr")
        typed = "saisir une modification en séance au paragraphe 2"
        assert undo_words(desk.undo_label(), desk.state) == typed
        Languages.set("es")
        typed = "introducir un cambio en sala en el párrafo 2"
        assert undo_words(desk.undo_label(), desk.state) == typed
        Languages.set("en")
        words = f"{words_of(desk, '1')} And so on."
        carry_out(desk, CallAmendment(amendment="D.1"))
        carry_out(desk, SubmitAmendment(by="employers", kind="replace", amends="D.1", text=words))
        assert undo_words(desk.undo_label(), desk.state) == "subamend D.1"
        carry_out(desk, SubmitAmendment(by="employers", kind="replace", amends="live/1", text=words))
        assert undo_words(desk.undo_label(), desk.state) == "subamend change 1 on the floor"
        carry_out(desk, RejectAmendment(amendment="live/1/S.1"))
        assert undo_words(desk.undo_label(), desk.state) == "put change 1/S.1 on the floor back"
        carry_out(desk, AdoptAmendment(amendment="live/1"))
        assert undo_words(desk.undo_label(), desk.state) == "accept change 1 on the floor"


def test_what_was_adopted_with_changes_to_it_is_called_so(tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        add_people(desk)
        add_text(desk)
        add_amendments(desk)
        words = f"{words_of(desk, '1')} And so on."
        carry_out(desk, CallAmendment(amendment="D.1"))
        carry_out(desk, SubmitAmendment(by="employers", kind="replace", amends="D.1", text=words))
        carry_out(desk, AdoptAmendment(amendment="D.1/S.1"))
        assert undo_words(desk.undo_label(), desk.state) == "adopt D.1/S.1"
        carry_out(desk, AdoptAmendment(amendment="D.1"))
        assert undo_words(desk.undo_label(), desk.state) == "adopt D.1 as subamended"
        assert decision_words(desk).endswith("saved: adopt D.1 as subamended")
        carry_out(desk, Undo())
        assert undo_words(desk.redo_label(), desk.state) == "adopt D.1 as subamended"
