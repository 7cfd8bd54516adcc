"""Amendments as ``<amendment>``, and the lists that they hang on."""

from __future__ import annotations

import pytest

from consult_app.publishing.akn.amendment import languages_of
from tests.drafting.meeting import Held, drafted
from tests.publishing.akn.documents import found, made, named, said

DRAFT = "/akn/un/statement/deliberation/ilo-tm-mlh/2026-03-06/MLH-2026/{}@2026-03-06"


@pytest.fixture
def held() -> Held:
    return drafted("en", "fr", "es")


def test_quotations_are_marked_and_say_what_goes_and_what_comes(held: Held) -> None:
    words = {"en": "Lighthouses guide boats, and “keepers” guide lighthouses.", "fr": "Les phares guident."}
    held.submit("1", words, justification="It is *so*.\nReally.")
    roots = made(held.state, "sheet", ["en", "fr", "es"])
    assert list(roots) == ["sheet en", "sheet fr", "sheet es", "D.1 en", "D.1 fr"]
    root = roots["D.1 en"]
    (old, new) = (
        found(root, f"activeModifications/{name}")[0].get("href", "")[1:] for name in ("old", "new")
    )
    quotation = named(root, old)
    assert (quotation.text, quotation.get("startQuote"), quotation.get("endQuote")) == ("ships", "“", "”")
    assert named(root, new).text == "boats"
    assert said(root, "mod")[0] == "In paragraph\u00a01, replace ships by boats."
    (destination, *_) = found(root, "textualMod/destination")
    assert destination.get("href") == DRAFT.format("eng") + "/!main~para_1"
    assert said(root, "amendmentJustification/p") == ["It is *so*.Really."]
    (rendered,) = found(roots["D.1 fr"], "FRBRExpression/FRBRtranslation")
    assert rendered.get("href", "").endswith("/D-1/eng@2026-03-06")
    assert said(roots["D.1 fr"], "docTitle") == ["Amendement D.1"]


def test_all_who_handed_it_in_are_named(held: Held) -> None:
    held.submit("3", "Keepers have many rights.", co_authors=["employers"])
    root = made(held.state, "sheet", ["en"])["D.1 en"]
    assert said(root, "docProponent") == ["Workers’ group", "Employers’ group"]


@pytest.mark.parametrize(
    ("fields", "kinds"),
    [
        pytest.param({"text": "Keepers have many rights."}, ["insertion"], id="words put in"),
        pytest.param({"text": "Keepers rights."}, ["repeal"], id="words taken out"),
        pytest.param({"text": "*Keepers* have rights."}, ["substitution"], id="italics"),
        pytest.param({"text": "All other words now."}, ["substitution"], id="the whole wording"),
        pytest.param({"kind": "delete"}, ["repeal"], id="a node deleted"),
        pytest.param({"kind": "move", "to": "after 1"}, ["repeal", "insertion"], id="a node moved"),
        pytest.param({"kind": "split", "text": "Keepers\nhave rights."}, ["split"], id="a node divided"),
        pytest.param({"kind": "free", "text": "Make it better."}, ["substitution"], id="an instruction"),
        pytest.param({"kind": "insert_before", "text": "New."}, ["insertion"], id="a node put in"),
    ],
)
def test_each_kind_of_change_has_its_kind_of_modification(
    held: Held, fields: dict[str, str], kinds: list[str]
) -> None:
    text = fields.pop("text", "")
    held.submit("3", text, **fields)
    (root,) = (root for name, root in made(held.state, "sheet", ["en"]).items() if name == "D.1 en")
    assert [each.get("type") for each in found(root, "textualMod")] == kinds
    assert languages_of(held.amendment("D.1")) == ("en",)


def test_new_nodes_stand_in_a_quoted_structure(held: Held) -> None:
    words = {"en": "New:\n(i) one;\n(ii) two.", "fr": "Nouveau:\ni) un;\nii) deux."}
    held.submit("2", words, kind="insert_after")
    roots = made(held.state, "sheet", ["fr"])
    (structure,) = found(roots["D.1 fr"], "mod/quotedStructure")
    assert said(structure, "point/num") == ["i)", "ii)"]
    assert said(structure, "intro/p") == ["Nouveau:"]
    (mod,) = found(roots["D.1 fr"], "textualMod")
    assert [each.get("pos") for each in mod if each.get("pos")] == ["after"]


@pytest.mark.parametrize("kind", ["heading", "clause", "footnote", "closing", "paragraph", "item"])
def test_a_new_node_of_any_kind_is_valid(held: Held, kind: str) -> None:
    anchor = {"heading": "heading 1", "clause": "preamble 1", "footnote": "footnote 1"}.get(kind, "2")
    kinds = {"node_kind": kind} if kind in ("item", "closing") else {}
    text = "A new node."
    if kind == "footnote":
        anchor, kinds = "1", {}
    held.submit(anchor, text, kind="insert_after", **kinds)
    assert said(made(held.state, "sheet", ["en"])["D.1 en"], "quotedStructure") == ["A new node."]


def test_a_member_is_a_person_and_the_group_is_the_actor(held: Held) -> None:
    for name, country in (("Ada Beacon", "NO"), ("Bo Lamp", "DK")):
        held.do(do="register_participant", name=name, role="member", group="government", country=country)
    held.submit("1", kind="delete", by="Ada Beacon", seconded_by="Bo Lamp")
    root = made(held.state, "sheet", ["en"])["D.1 en"]
    authors = [(each.get("href"), each.get("as")) for each in found(root, "FRBRWork/FRBRauthor")]
    people = list(held.state.assembly.participants)
    ada, bo = (f"#ilo-tm-mlh-{who.replace('.', '-')}" for who in people)
    group = "#ilo-tm-mlh-government"
    assert authors == [(group, "#author"), (ada, "#proponent"), (bo, "#seconder")]
    assert [each.get("as") for each in found(root, "docProponent")] == ["#proponent", "#seconder"]


def test_a_subamendment_amends_its_amendment_and_each_step_is_there(held: Held) -> None:
    held.submit("1", "Lighthouses guide boats, and keepers guide lighthouses.")
    held.do(do="call_amendment", amendment="D.1")
    held.submit(
        "1", "Lighthouses guide big boats, and keepers guide lighthouses.", amends="D.1", by="employers"
    )
    held.do(do="adopt_amendment", amendment="D.1/S.1")
    held.do(do="adopt_amendment", amendment="D.1")
    roots = made(held.state, "compendium", ["en"])
    (affected,) = found(roots["D.1-S.1 en"], "affectedDocument")
    assert (
        affected.get("href")
        == "/akn/un/amendment/modification/ilo-tm-mlh-workers/2026-03-06/D-1/eng@2026-03-06"
    )
    outcomes = [each.get("outcome") for each in found(roots["D.1 en"], "workflow/step")]
    assert outcomes == ["#received", "#called", "#underDiscussion", "#adoptedAsSubamended"]


def test_the_sheet_lists_by_receipt_and_the_compendium_by_place(held: Held) -> None:
    held.submit("3", kind="delete")
    held.submit("1", kind="delete", by="employers")
    roots = made(held.state, "sheet", ["en"]) | made(held.state, "compendium", ["en", "es"])
    listed = {
        name: [each.get("showAs") for each in found(root, "documentRef")] for name, root in roots.items()
    }
    assert listed["sheet en"] == ["D.1 (Workers’ group)", "D.2 (Employers’ group)"]
    assert listed["compendium en"] == ["D.2 (Employers’ group)", "D.1 (Workers’ group)"]
    assert said(roots["compendium es"], "interstitial/p") == ["Párrafo 1", "Párrafo 3"]
    hrefs = {each.get("href") for each in found(roots["compendium es"], "documentRef")}
    own = {found(roots[f"D.{n} en"], "FRBRExpression/FRBRuri")[0].get("value") for n in (1, 2)}
    assert hrefs == own
