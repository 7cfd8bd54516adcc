"""The conclusions as ``<statement>``: one work, three expressions with the same names for the same nodes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from consult_app.drafting.house_style.typography import folded
from consult_app.drafting.wordings.wording import notes, words
from consult_app.exchange.reading import read
from consult_app.meetings.reasons import NeedsConfirmation, Refused
from consult_app.publishing.akn.statement import statement
from consult_app.publishing.akn.text_parts import same_ids
from consult_app.publishing.akn.writer import documents
from tests.drafting.meeting import Held, adopted, drafted, finish
from tests.publishing.akn.documents import EVERY, found, ids, made, named, said
from tests.small_meeting import Meeting

GOLDEN = Path(__file__).with_name("golden_eng.xml")
REAL = Path(__file__).parents[4] / "shared/real/conclusions-ttmlm-2013.txt"


def changed() -> Held:
    """The meeting with a paragraph amended, one put in with items, one deleted, and an item moved."""
    held = drafted(*EVERY)
    held.submit("1", {"en": "Lighthouses guide *big* ships.", "fr": "Les phares guident.", "es": "Guían."})
    new = {
        "en": "The Office should also:\n(i) rest;\n(ii) sleep.",
        "fr": "Le Bureau devrait aussi:\ni) se reposer;\nii) dormir.",
        "es": "La Oficina debería también:\ni) descansar;\nii) dormir.",
    }
    held.submit("1", new, kind="insert_after")
    held.submit("3", kind="delete", by="employers")
    held.submit("2(i)", kind="move", to="after 2(ii)")
    for number in ("D.1", "D.2", "D.3", "D.4"):
        held.do(do="adopt_amendment", amendment=number, confirm=True)
    words = {"fr": "aider les gardiens, à leur demande;", "es": "ayudar a los fareros;"}
    for language, text in {"en": "Help keepers, upon their request.", **words}.items():
        held.do(
            do="edit_wording", node="2(ii)bis", language=language, text=text, by="workers", editorial=True
        )
    return held


@pytest.fixture(scope="module")
def finished() -> Held:
    held = changed()
    finish(held)
    return held


@pytest.fixture(scope="module")
def expressions(finished: Held) -> dict[str, Any]:
    return made(finished.state, "final")


def test_the_three_expressions_have_the_same_ids(expressions: dict[str, Any]) -> None:
    english, french, spanish = (ids(expressions[f"final {language}"]) for language in EVERY)
    assert english == french == spanish
    assert len(english) > 30
    assert same_ids(expressions.values())


def test_what_was_numbered_anew_keeps_its_old_name_and_stands_in_the_concordance(
    expressions: dict[str, Any],
) -> None:
    root = expressions["final fr"]
    assert named(root, "para_2").get("wId") == "para_1bis"
    assert named(root, "para_3").get("wId") == "para_2"
    assert named(root, "para_1").get("wId") is None
    renumbered = {each.get("original"): each.get("current") for each in found(root, "mappings/mapping")}
    assert renumbered["#para_1bis__list_1__point_ii"] == "#para_2__list_1__point_ii"
    assert renumbered["#para_2__list_1__point_iibis"] == "#para_3__list_1__point_ii"
    assert "#para_1" not in renumbered


def test_words_items_and_numbers_are_those_of_the_paper(expressions: dict[str, Any]) -> None:
    root = expressions["final es"]
    point = named(root, "para_2__list_1__point_ii")
    assert said(point, "num") == ["ii)"]
    assert said(point, "p") == ["dormir."]
    assert said(expressions["final en"], "paragraph/content/p/i") == ["big"]
    (formula,) = (each for each in found(root, "formula") if each.get("eId") == "adoption")
    assert "seis de marzo de 2026" in "".join(str(each) for each in formula.itertext())


def test_a_footnote_stands_where_it_is_referred_to(expressions: dict[str, Any], finished: Held) -> None:
    (note,) = found(expressions["final fr"], "preface/docTitle/sup/authorialNote")
    assert (note.get("eId"), note.get("marker"), note.get("placement")) == ("ftn_1", "1", "bottom")
    assert note.get("GUID") in finished.text.nodes
    assert said(expressions["final fr"], "authorialNote/p") == ["Les présentes conclusions seront publiées."]


def test_references_lead_to_their_paragraph() -> None:
    root = made(adopted("en").state, "final", ["en"])["final en"]
    links = {each.text: each.get("href") for each in found(root, "mainBody/ref")}
    assert links == {"3": "#para_3", "2(i)": "#para_2__list_1__point_i"}


def test_decisions_are_steps_and_amendments_modifications(expressions: dict[str, Any]) -> None:
    root = expressions["final en"]
    steps = {(each.get("href"), each.get("outcome")) for each in found(root, "workflow/step")}
    assert ("#para_1", "#paragraph-adoptedAsAmended") in steps
    assert (None, "#text-adoptedAsAWhole") in steps
    draft = "/akn/un/statement/deliberation/ilo-tm-mlh/2026-03-06/MLH-2026/eng@2026-03-06/!main"
    assert (f"{draft}~para_3", "#paragraph-deleted") in steps
    mods = [
        (each.get("type"), each[0].get("href", "").rpartition("/")[2], each[1].get("href"))
        for each in found(root, "passiveModifications/textualMod")
    ]
    assert mods == [
        ("substitution", "D-1", "#para_1"),
        ("insertion", "D-2", "#para_1"),
        ("repeal", "D-3", f"{draft}~para_3"),
        ("insertion", "D-4", "#para_3__list_1__point_i"),
    ]
    assert [each.get("type") for each in found(root, "lifecycle/eventRef")] == ["generation"] + [
        "amendment"
    ] * 5


def test_a_translation_says_what_it_renders(expressions: dict[str, Any]) -> None:
    (translation,) = found(expressions["final es"], "FRBRExpression/FRBRtranslation")
    assert translation.get("fromLanguage") == "eng"
    assert translation.get("href", "").endswith("/MLH-2026/eng@2026-03-06")
    assert not found(expressions["final en"], "FRBRExpression/FRBRtranslation")


def test_a_draft_marks_what_it_lacks_and_keeps_the_numbers() -> None:
    held = drafted("en", "fr")
    held.submit("2(i)", "Be bold.", kind="insert_after")
    held.do(do="adopt_amendment", amendment="D.1", confirm=True)
    root = made(held.state, "final", ["en", "fr"])["final fr"]
    point = named(root, "para_2__list_1__point_ibis")
    (line,) = found(point, "p")
    assert line.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert said(point, "p/remark") == ["[Original: anglais]"]
    assert said(point, "num") == ["i) bis"]
    assert not found(root, "mapping")


def test_square_brackets_are_marked_and_what_stands_in_them_is_there_in_each_language() -> None:
    held = drafted("en", "fr")
    held.submit("1", "Lighthouses guide [[all]] ships, and keepers guide lighthouses.")
    held.do(do="adopt_amendment", amendment="D.1", confirm=True)
    held.submit("3", "Keepers have duties.", kind="insert_after")
    held.do(do="call_amendment", amendment="D.2")
    held.do(do="bracket_amendment", amendment="D.2", confirm=True)
    roots = made(held.state, "final", ["en", "fr"])
    (inner,) = (each for each in found(roots["final en"], "inline") if each.text == "[all]")
    assert inner.get("name") == "squareBrackets"
    assert ids(roots["final en"]) == ids(roots["final fr"])
    assert "Keepers have duties" in "".join(said(roots["final fr"], "mainBody"))


def test_a_text_whose_only_paragraph_was_deleted_is_valid() -> None:
    held = Held()
    nodes = [{"kind": "title", "text": "Conclusions"}, {"kind": "paragraph", "text": "No."}]
    held.do(do="import_text", language="en", nodes=nodes)
    held.submit("1", kind="delete")
    held.do(do="adopt_amendment", amendment="D.1", confirm=True)
    root = made(held.state, "final", ["en"])["final en"]
    assert said(root, "docTitle") == ["Conclusions"]


def test_every_kind_of_node_in_any_order_is_valid() -> None:
    held = Held()
    kinds = ["paragraph", "closing", "title", "clause", "heading", "organ", "item", "heading", "adoption"]
    nodes: list[dict[str, Any]] = [{"kind": each, "text": f"A {each}.[^x][^y]"} for each in kinds]
    nodes.insert(1, {"kind": "item", "text": "One;\nand a line", "depth": 1, "enumeration": "dash"})
    nodes.insert(2, {"kind": "item", "text": "two", "depth": 1, "enumeration": "roman"})
    nodes = [each for each in nodes if each["kind"] != "item" or each.get("depth")]
    nodes += [{"kind": "footnote", "text": "Ours.[^x]", "note_key": "x"}]
    nodes += [{"kind": "footnote", "text": "Nobody refers to this \x0b.", "note_key": "z"}]
    held.do(do="import_text", language="en", nodes=nodes)
    root = made(held.state, "final", ["en"])["final en"]
    assert [each.get("name") for each in found(root, "mainBody/hcontainer")][:2] == ["closing", "title"]
    assert said(root, "conclusions/authorialNote") == ["Nobody refers to this ."]
    assert len(found(root, "noteRef")) > 3
    assert len(found(root, "list")) == 2


def test_a_second_text_is_a_work_of_its_own() -> None:
    held = drafted("en")
    nodes = [{"kind": "paragraph", "text": "Resolves.", "enumeration": "arabic"}]
    held.do(do="import_text", language="en", nodes=nodes, text_id="resolution")
    roots = made(held.state, "final", ["en"])
    assert list(roots) == ["final en", "final-resolution en"]
    works = {found(root, "FRBRWork/FRBRuri")[0].get("value") for root in roots.values()}
    assert len(works) == 2


def test_the_golden_file(finished: Held) -> None:
    root = statement(finished.state, finished.text, "en", 42, "2026-03-07")
    etree.indent(root)
    text = etree.tostring(root, encoding="unicode") + "\n"
    assert text == GOLDEN.read_text("utf-8")


def test_the_same_state_gives_the_same_bytes(finished: Held) -> None:
    assert documents(finished.state, "final", EVERY, 3) == documents(finished.state, "final", EVERY, 3)


@pytest.mark.skipif(not REAL.exists(), reason="the real texts do not lie beside the project")
def test_a_real_text() -> None:
    held = Held()
    nodes = [
        {
            "kind": node.kind,
            "text": node.text,
            "depth": node.depth,
            "enumeration": node.enumeration,
            "note_key": node.note_key,
        }
        for node in read(REAL, "en").nodes
    ]
    held.do(do="import_text", language="en", nodes=nodes)
    for finished in (False, True):
        if finished:
            finish(held)
        root = made(held.state, "final", ["en"])["final en"]
        assert len(found(root, "mainBody/paragraph")) == 9
        assert len(found(root, "point")) == 32
        assert len(found(root, "division")) == 5
        assert len(found(root, "recital")) == 5
        assert len(found(root, "authorialNote")) == 1


ACTS = st.tuples(
    st.sampled_from(["replace", "delete", "move", "insert_after", "insert_before", "split"]),
    st.sampled_from(["1", "2", "2(i)", "2(ii)(a)", "3", "preamble 1", "heading 1", "footnote 1"]),
    st.sampled_from(["adopt_amendment", "reject_amendment", "bracket_amendment", "withdraw_amendment", ""]),
    st.text("ab *^[]()(i)“”«\n&<1", min_size=1, max_size=12),
)


def said_of(root: Any, node: str) -> str:
    """All that stands in the element of that node, footnotes too, without spaces."""
    found = (each for each in root.iter() if each.get("GUID") == node)
    return "".join(folded("".join(str(each) for each in next(found).itertext())).split())


def words_of(plain: str) -> str:
    return "".join(folded(words(plain)).split())


@given(st.lists(ACTS, min_size=1, max_size=4), st.booleans())
@settings(max_examples=40)
def test_whatever_was_decided_all_documents_are_sound(acts: list[tuple[str, ...]], finishing: bool) -> None:
    meeting = Meeting("en", "fr")
    for kind, target, then, typed in acts:
        asked: dict[str, Any] = {"kind": kind, "confirm": True}
        if kind in ("replace", "insert_after", "insert_before"):
            asked["text"] = f"Words {typed} new"
        elif kind == "split":
            asked["text"] = f"Words {typed}\nmore"
        elif kind == "move":
            asked["to"] = "after 3"
        try:
            number = meeting.submit(target, **asked)
            if then:
                if then != "withdraw_amendment":
                    meeting.do("call_amendment", amendment=number, confirm=True)
                meeting.do(then, amendment=number, confirm=True)
        except (Refused, NeedsConfirmation):
            continue
    if finishing:
        try:
            meeting.do("adopt_node", node="rest", confirm=True)
            meeting.do("adopt_text", confirm=True)
        except (Refused, NeedsConfirmation):
            pass
    roots = made(meeting.state, "final", EVERY)
    assert same_ids(roots.values())
    amendments = meeting.state.drafting.amendments.values()
    for node in () if any(each.state == "bracketed" for each in amendments) else meeting.text:
        if not node.deleted and not notes(node.text("en")):
            assert words_of(node.text("en")) in said_of(roots["final en"], node.id)
    if meeting.state.drafting.amendments:
        made(meeting.state, "sheet", EVERY)
        made(meeting.state, "compendium", EVERY)
    made(meeting.state, "decisions", EVERY)
