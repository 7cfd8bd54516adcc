"""What amendments propose is put into further languages, falls behind, and is signed."""

from __future__ import annotations

from consult_app.drafting.amendments.proposed_wordings import amendment_status, passages, proposed_wording
from tests.small_meeting import Meeting

BASE = "Governments should respect the rest of keepers."
SHALL = BASE.replace("should", "shall")
MUST = BASE.replace("should", "must")
FRENCH = "Les gouvernements devraient respecter le repos des gardiens."
DEVRONT = FRENCH.replace("devraient", "devront")
DOIVENT = FRENCH.replace("devraient", "doivent")
ODILE = "Odile Phare"


def status(meeting: Meeting, number: str, language: str = "fr") -> str:
    return amendment_status(meeting.amendment(number), language)


def translate(meeting: Meeting, number: str, words: str, language: str = "fr", **fields: str) -> None:
    meeting.do("set_translation", amendment=number, language=language, text=words, **fields)


def test_a_proposal_is_missing_then_a_draft_then_checked() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", SHALL)
    assert [status(meeting, "D.1", each) for each in ("en", "fr", "es")] == ["original", "missing", "missing"]
    translate(meeting, "D.1", DEVRONT)
    assert status(meeting, "D.1") == "draft"
    answer = meeting.do("sign_off", amendment="D.1", language="fr", by=ODILE)
    assert (answer["signed"], answer["left"], status(meeting, "D.1")) == (1, [], "checked")
    translate(meeting, "D.1", DEVRONT + " Bien.")
    assert status(meeting, "D.1") == "draft", "the signature was for other words"


def test_a_deletion_has_nothing_to_translate() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", kind="delete")
    assert (passages(meeting.amendment("D.1")), status(meeting, "D.1")) == ([], "")
    refused = meeting.refused("set_translation", amendment="D.1", language="fr", text="x")
    assert refused.rule == "no_words"


def subamended(*, words: object = MUST) -> Meeting:
    """D.1 has its French; D.1/S.1 puts *words* in the place of its own, and is adopted."""
    meeting = Meeting("en", "fr")
    meeting.submit("3", SHALL)
    translate(meeting, "D.1", DEVRONT)
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", words, by="employers", amends="D.1")
    meeting.adopt("D.1/S.1")
    return meeting


def test_a_subamendment_in_one_language_leaves_the_other_behind() -> None:
    meeting = subamended()
    assert status(meeting, "D.1") == "out_of_date"
    assert meeting.refused("sign_off", amendment="D.1", language="fr", by=ODILE).rule == "not_ready"
    translate(meeting, "D.1", DOIVENT)
    assert status(meeting, "D.1") == "draft"
    meeting.adopt("D.1")
    assert (meeting.words("3"), meeting.words("3", "fr")) == (MUST, DOIVENT)
    assert meeting.node("3").status("fr") == "draft"


def test_a_subamendment_in_both_languages_keeps_them_in_step() -> None:
    meeting = subamended(words={"en": MUST, "fr": DOIVENT})
    assert status(meeting, "D.1") == "draft"
    translate(meeting, "D.1", DOIVENT + " Bien.")
    assert proposed_wording(meeting.amendment("D.1"), "fr") == DOIVENT + " Bien."
    meeting.adopt("D.1")
    assert meeting.words("3", "fr") == DOIVENT + " Bien."


def test_a_subamendment_is_translated_against_what_its_parent_proposes() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", SHALL)
    translate(meeting, "D.1", DEVRONT)
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", MUST, by="employers", amends="D.1")
    translate(meeting, "D.1/S.1", DOIVENT)
    [french] = [c for c in meeting.amendment("D.1/S.1").word_changes() if c.language == "fr"]
    assert (french.base, french.standing, french.proposed) == (DEVRONT, FRENCH, DOIVENT)
    meeting.adopt("D.1/S.1")
    assert status(meeting, "D.1") == "draft"
    meeting.adopt("D.1")
    assert meeting.words("3", "fr") == DOIVENT


def test_a_subamendment_to_what_is_put_in_is_translated() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", "A new one.", kind="insert_after")
    translate(meeting, "D.1", "Un nouveau.")
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", "A newer one.", by="employers", amends="D.1")
    translate(meeting, "D.1/S.1", "Un plus nouveau.")
    meeting.adopt("D.1/S.1")
    assert status(meeting, "D.1") == "draft"
    meeting.adopt("D.1")
    assert meeting.words("3bis", "fr") == "Un plus nouveau."


def test_items_put_in_are_translated_line_by_line() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", "Lamps need:\n(i) oil;\n(ii) care.", kind="insert_after")
    assert proposed_wording(meeting.amendment("D.1"), "en") == "Lamps need:\n(i) oil;\n(ii) care."
    assert (
        meeting.refused("set_translation", amendment="D.1", language="fr", text="Il faut:\n(i) huile.").rule
        == "lines_differ"
    )
    translate(meeting, "D.1", "Il faut:\ni) de l’huile;\nii) du soin.")
    assert proposed_wording(meeting.amendment("D.1"), "fr") == "Il faut:\ni) de l’huile;\nii) du soin."


def test_several_passages_are_translated_on_as_many_lines() -> None:
    meeting = Meeting("en", "fr")
    changes = [
        {"kind": "replace", "target": "3", "text": SHALL},
        {"kind": "insert_after", "target": "3", "text": "A new one."},
    ]
    meeting.do("submit_amendment", by="workers", kind="replace", target="3", language="en", changes=changes)
    assert proposed_wording(meeting.amendment("D.1"), "en") == f"{SHALL}\nA new one."
    assert meeting.refused("set_translation", amendment="D.1", language="fr", text=DEVRONT).rule == "several"
    translate(meeting, "D.1", f"{DEVRONT}\n\nUn nouveau.")
    assert status(meeting, "D.1") == "draft"
    meeting.adopt("D.1")
    assert (meeting.words("3", "fr"), meeting.words("3bis", "fr")) == (DEVRONT, "Un nouveau.")


def test_the_lines_are_those_of_the_changes_in_the_order_in_which_they_were_handed_in() -> None:
    meeting = Meeting("en", "fr")
    changes = [
        {"kind": "insert_after", "target": "1", "text": "A new one."},
        {"kind": "split", "target": "2(i)", "text": "collect statistics;\non keepers;"},
        {"kind": "replace", "target": "3", "text": SHALL},
    ]
    meeting.do("submit_amendment", by="workers", kind="replace", language="en", changes=changes)
    assert [each.kind for each in passages(meeting.amendment("D.1"))] == ["insertion", "structure", "words"]
    lines = ["Un nouveau.", "recueillir des statistiques;", "sur les gardiens;", DEVRONT]
    translate(meeting, "D.1", "\n".join(lines))
    assert proposed_wording(meeting.amendment("D.1"), "fr").splitlines() == lines
    meeting.adopt("D.1")
    assert (meeting.words("1bis", "fr"), meeting.words("3", "fr")) == ("Un nouveau.", DEVRONT)


def test_a_split_is_translated_on_two_lines() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", "Governments should rest.\nKeepers too.", kind="split")
    translate(meeting, "D.1", "Les gouvernements se reposent.\nLes gardiens aussi.")
    assert proposed_wording(meeting.amendment("D.1"), "fr").splitlines() == [
        "Les gouvernements se reposent.",
        "Les gardiens aussi.",
    ]
    assert status(meeting, "D.1") == "draft"


def test_a_translation_of_words_that_changed_meanwhile_is_refused() -> None:
    meeting = subamended()
    from consult_app.drafting.wordings.wording import fingerprint

    stale = meeting.refused(
        "set_translation", amendment="D.1", language="fr", text=DOIVENT, seen=fingerprint(SHALL)
    )
    assert stale.rule == "seen"
    translate(meeting, "D.1", DOIVENT, seen=fingerprint(MUST))


def test_a_revised_amendment_begins_without_translation_or_signature() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", SHALL)
    translate(meeting, "D.1", DEVRONT)
    meeting.do("sign_off", amendment="D.1", language="fr", by=ODILE)
    meeting.do("supersede_amendment", amendment="D.1", text=MUST)
    revised = meeting.amendment("D.1/Rev.1")
    assert (revised.rendered, revised.signed, amendment_status(revised, "fr")) == ({}, {}, "missing")


def test_several_are_signed_at_once_and_what_is_behind_is_left() -> None:
    meeting = Meeting("en", "fr")
    meeting.submit("3", SHALL)
    meeting.submit("1", "Lighthouses guide ships.")
    translate(meeting, "D.1", DEVRONT)
    answer = meeting.do("sign_off", node=["1", "2"], amendment=["D.1", "D.2"], language="fr", by=ODILE)
    assert (answer["signed"], answer["left"]) == (3, ["D.2"])
    assert meeting.node("2").status("fr") == "checked"
    assert meeting.node("3").status("fr") == "draft"


def test_who_signs_nothing_is_told_so() -> None:
    meeting = Meeting("en", "fr")
    assert meeting.refused("sign_off", language="fr", by=ODILE).rule == "sign_off"
    meeting.submit("3", SHALL)
    meeting.adopt("D.1")
    assert meeting.refused("sign_off", amendment="D.1", language="fr", by=ODILE).rule == "closed"
