"""The languages in lock-step: what a wording renders, and when it is behind."""

from __future__ import annotations

from typing import Any

from consult_app.drafting.translation.translating import lacking
from tests.small_meeting import NODES, Meeting, text_command

SHALL = "Governments shall respect the rest of keepers."
DEVRONT = "Les gouvernements respecteront le repos des gardiens."


def statuses(meeting: Meeting, label: str) -> dict[str, str]:
    return {language: meeting.node(label).status(language) for language in ("en", "fr", "es")}


def test_a_translation_goes_from_missing_to_checked_and_out_of_date() -> None:
    meeting = Meeting("en", "fr")
    assert statuses(meeting, "3") == {"en": "original", "fr": "draft", "es": "missing"}
    meeting.do("sign_off", node="3", language="fr", by="Odile Phare")
    assert statuses(meeting, "3")["fr"] == "checked"
    meeting.submit("3", SHALL)
    meeting.adopt("D.1")
    assert statuses(meeting, "3")["fr"] == "out_of_date"
    assert meeting.refused("sign_off", node="3", language="fr", by="Odile Phare").rule == "not_ready"
    meeting.do("set_translation", node="3", language="fr", text=DEVRONT)
    assert statuses(meeting, "3")["fr"] == "draft"
    meeting.do("set_translation", node="3", language="es", text="Los gobiernos respetarán el descanso.")
    assert (statuses(meeting, "3")["es"], meeting.text.languages) == ("draft", ("en", "fr", "es"))


def test_what_is_lacking_for_a_final_paper() -> None:
    meeting = Meeting("en", "fr")
    meeting.do("sign_off", node="all", language="fr", by="Odile Phare")
    assert lacking(meeting.text, "fr") == {}
    assert set(lacking(meeting.text, "es").values()) == {"missing"}
    assert lacking(meeting.text, "en") == {}
    meeting.submit("3", SHALL)
    meeting.adopt("D.1")
    assert lacking(meeting.text, "fr") == {meeting.node("3").id: "out_of_date"}
    answer = meeting.do("sign_off", node="all", language="fr", by="Odile Phare")
    assert answer["left"] == ["3"]
    meeting.submit("3", kind="delete")
    meeting.adopt("D.2")
    assert lacking(meeting.text, "fr") == {}


def test_an_amendment_in_two_languages_writes_both() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", {"en": SHALL, "fr": DEVRONT})
    meeting.adopt("D.1")
    assert (meeting.words("3"), meeting.words("3", "fr")) == (SHALL, DEVRONT)
    assert statuses(meeting, "3")["fr"] == "draft"


def test_an_amendment_is_translated_before_its_adoption() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", SHALL)
    assert meeting.refused("set_translation", amendment="D.1", language="en", text="x").rule == "original"
    meeting.do("set_translation", amendment="D.1", language="fr", text=DEVRONT)
    meeting.submit("3", "A new one.", kind="insert_after")
    meeting.do("set_translation", amendment="D.2", language="fr", text="Un nouveau.")
    meeting.adopt("D.1")
    meeting.adopt("D.2")
    assert (meeting.words("3", "fr"), meeting.words("3bis", "fr")) == (DEVRONT, "Un nouveau.")
    assert statuses(meeting, "3bis")["fr"] == "draft"
    assert meeting.refused("set_translation", amendment="D.1", language="es", text="x").rule == "closed"


def test_a_translation_that_no_longer_fits_is_not_merged_by_force() -> None:
    meeting = Meeting("en", "fr")
    devraient = meeting.words("3", "fr")
    meeting.submit("3", {"en": SHALL, "fr": DEVRONT})
    meeting.do(
        "set_translation",
        node="3",
        language="fr",
        text=devraient.replace("devraient respecter", "respectent"),
    )
    meeting.adopt("D.1")
    assert any("must be translated again" in warning for warning in meeting.warnings())
    assert meeting.words("3") == SHALL
    assert statuses(meeting, "3")["fr"] == "out_of_date"


def test_what_is_adopted_in_another_language_is_the_original() -> None:
    meeting = Meeting("en", "fr")
    for label in ("1", "3"):
        meeting.do("set_translation", node=label, language="es", text="Los gobiernos.")
    meeting.submit("3", DEVRONT, language="fr")
    meeting.adopt("D.1")
    assert meeting.node("3").original == "fr"
    # Spanish renders the English, which is itself behind the French that was decided
    assert statuses(meeting, "3") == {"en": "out_of_date", "fr": "original", "es": "out_of_date"}
    assert statuses(meeting, "1") == {"en": "original", "fr": "draft", "es": "draft"}
    meeting.do("set_translation", node="3", language="en", text=SHALL)
    assert statuses(meeting, "3") == {"en": "draft", "fr": "original", "es": "out_of_date"}
    assert meeting.refused("set_translation", node="3", language="fr", text="x").rule == "original"


def test_nothing_is_adopted_in_a_language_that_is_out_of_date() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", DEVRONT, language="fr")
    meeting.submit("3", SHALL)
    meeting.adopt("D.2")
    assert meeting.refused("adopt_amendment", amendment="D.1").rule == "out_of_date"
    meeting.do("set_translation", node="3", language="fr", text=meeting.words("3", "fr") + " Bien.")
    meeting.adopt("D.1")
    assert meeting.words("3", "fr") == DEVRONT + " Bien."


def test_words_are_edited_directly() -> None:
    meeting = Meeting("en", "fr")
    edit: dict[str, Any] = {"node": "3", "language": "en", "by": "Office"}
    assert meeting.refused("edit_wording", **edit, text=meeting.words("3")).rule == "nothing_changes"
    meeting.do("edit_wording", **edit, text=SHALL)
    assert (meeting.words("3"), meeting.node("3").editorial) == (SHALL, 0)
    assert statuses(meeting, "3")["fr"] == "out_of_date"
    meeting.do("adopt_node", node="3")
    assert meeting.node("3").state == "adopted_as_amended"
    assert meeting.refused("edit_wording", **edit, text="Other.").rule == "P8"


def test_a_change_of_form_does_not_bring_a_translation_up_to_date() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", SHALL)
    meeting.adopt("D.1")
    edit = {"node": "3", "language": "fr", "by": "Odile Phare", "editorial": True}
    meeting.do("edit_wording", **edit, text=meeting.words("3", "fr").replace("repos", "repos\u00a0"))
    assert statuses(meeting, "3")["fr"] == "out_of_date"
    assert meeting.node("3").editorial == 1


def test_signing_needs_a_name_and_something_to_sign() -> None:
    meeting = Meeting()
    assert meeting.refused("sign_off", node="3", language="fr", by=" ").rule == "reviser"
    assert meeting.refused("sign_off", node="all", language="fr", by="Odile Phare").rule == "not_ready"
    assert meeting.refused("sign_off", node="all", language="en", by="Odile Phare").rule == "not_ready"
    assert meeting.refused("set_translation", language="fr", text="x").rule == "set_translation"


# a further language is imported


def test_a_second_language_fills_the_same_nodes() -> None:
    meeting = Meeting("en", "fr")
    assert [node.text("fr") for node in meeting.text] == [text for _, text, _, _ in NODES["fr"]]
    assert {node.status("fr") for node in meeting.text} == {"draft"}


def test_trees_that_differ_are_refused_with_the_list() -> None:
    meeting = Meeting()
    french = text_command("fr", "import_language")
    del french["nodes"][8:10]
    french["nodes"][4]["kind"] = "paragraph"
    refusal = meeting.refused("import_language", **{k: v for k, v in french.items() if k != "do"})
    assert refusal.rule == "trees_differ"
    differences = refusal.reason.values["differences"]
    assert differences[0].values == {
        "label": "heading 1",
        "there": "Considérations générales",
        "kind": "paragraph",
    }
    assert len(differences) > 2
    assert meeting.text.languages == ("en",)


def test_a_language_that_is_there_is_refused() -> None:
    meeting = Meeting("en", "fr")
    for language, verb, rule in (
        ("fr", "import_language", "language_exists"),
        ("en", "import_language", "language_exists"),
        ("en", "import_text", "text_exists"),
    ):
        given = {k: v for k, v in text_command(language, verb).items() if k != "do"}
        assert meeting.refused(verb, **given).rule == rule


def test_a_language_that_comes_late_renders_the_draft() -> None:
    meeting = Meeting()
    meeting.submit("3", SHALL)
    meeting.submit("2", "Between:\n(i) one.", kind="insert_after")
    meeting.adopt("D.1")
    meeting.adopt("D.2")
    meeting.run(text_command("fr", "import_language"))
    assert statuses(meeting, "3")["fr"] == "out_of_date"
    assert statuses(meeting, "1")["fr"] == "draft"
    assert statuses(meeting, "2bis(i)")["fr"] == "missing"


def test_what_is_no_text_is_refused() -> None:
    meeting = Meeting()
    for nodes, rule in (
        ([{"kind": "heading", "text": "A"}], "no_paragraph"),
        ([{"kind": "song", "text": "A"}], "node_kind"),
        ([{"kind": "item", "text": "A", "depth": 1}], "item_alone"),
    ):
        fields = {"language": "en", "nodes": nodes, "text_id": "resolution"}
        assert meeting.refused("import_text", **fields).rule == rule
