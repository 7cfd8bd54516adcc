"""The second layer: what the schema lets through is found, each by its own check; what it forbids too."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path

import pytest

from consult_app.drafting.text.nodes import Text
from consult_app.meetings.reasons import Refused
from consult_app.publishing.akn import checks, writer
from consult_app.publishing.akn.elements import XML_LANGUAGE, Element, add
from consult_app.publishing.akn.statement import statement
from consult_app.publishing.export import export
from consult_app.state import State
from tests.drafting.meeting import drafted, finish
from tests.publishing.akn.documents import found, made, named


@pytest.fixture(scope="module")
def sound() -> Element:
    held = drafted("en", "fr")
    held.submit("3", {"en": "New.", "fr": "Nouveau."}, kind="insert_before")
    held.do(do="adopt_amendment", amendment="D.1")
    finish(held)
    return made(held.state, "final", ["en", "fr"])["final fr"]


def put(path: str, attribute: str, value: str) -> Callable[[Element], None]:
    def spoil(root: Element) -> None:
        found(root, path)[0].set(attribute, value)

    return spoil


def without(path: str) -> Callable[[Element], None]:
    def spoil(root: Element) -> None:
        element = found(root, path)[0]
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)

    return spoil


def renumber(root: Element) -> None:
    found(root, "paragraph/num")[0].text = "12."


def insert(root: Element) -> None:
    add(found(root, "content/p")[0], "ins", "new", eId="para_1__ins_1")


def same_work_id(root: Element) -> None:
    found(root, "paragraph")[0].set("wId", "para_2bis")


def test_what_the_program_makes_is_sound(sound: Element) -> None:
    assert checks.faults(sound) == []


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        pytest.param(put("FRBRlanguage", "language", "English"), "no language of the house", id="language"),
        pytest.param(put("FRBRlanguage", "language", "eng"), "no expression of", id="another language"),
        pytest.param(put("FRBRtranslation", "fromLanguage", "en"), "no language of the house", id="from"),
        pytest.param(put("content/p", XML_LANGUAGE, "de"), "“de” is no language", id="xml:lang"),
        pytest.param(put("step", "href", "#para_99"), "leads nowhere", id="dangling href"),
        pytest.param(put("docAuthority", "refersTo", "#nobody"), "leads nowhere", id="undeclared"),
        pytest.param(put("mapping", "original", "#para_77"), "leads nowhere", id="concordance"),
        pytest.param(put("FRBRauthor", "as", "#ilo"), "leads to TLCOrganization", id="no role"),
        pytest.param(put("step", "by", "#author"), None, id="a role may act"),
        pytest.param(put("step", "outcome", "#author"), "leads to TLCRole", id="no concept"),
        pytest.param(without("FRBRsubtype"), "of subtype “” is not called", id="no subtype"),
        pytest.param(put("FRBRsubtype", "value", "decision"), "of subtype “decision”", id="subtype"),
        pytest.param(put("statement", "name", "report"), "not called “report”", id="name"),
        pytest.param(put("FRBRcountry", "value", "za"), "FRBRcountry is not un", id="country"),
        pytest.param(put("FRBRWork/FRBRuri", "value", "/akn/un/x"), "is not made of", id="IRI"),
        pytest.param(put("FRBRWork/FRBRnumber", "value", "X-1"), "does not have the number", id="number"),
        pytest.param(put("FRBRWork/FRBRdate", "date", "2026-01-01"), "not have the date", id="date"),
        pytest.param(put("FRBRWork/FRBRauthor", "href", "#ilo"), "no author of the work is", id="actor"),
        pytest.param(put("FRBRManifestation/FRBRuri", "value", "x"), "no manifestation of", id="file"),
        pytest.param(put("FRBRWork/FRBRthis", "value", "x"), "not its main component", id="component"),
        pytest.param(without("FRBRManifestation/FRBRauthor"), "ELEMENT_CONTENT", id="no author: the schema"),
        pytest.param(renumber, "para_1 has the number 12", id="eId and num"),
        pytest.param(same_work_id, "the wId para_2bis is there 2 times", id="wId twice"),
        pytest.param(insert, "no modification speaks of para_1__ins_1", id="ins without a modification"),
        pytest.param(put("paragraph", "eId", "dvs_1"), "Duplicate key", id="eId twice: the schema"),
    ],
)
def test_each_fault_is_found(sound: Element, spoil: Callable[[Element], None], fault: str | None) -> None:
    root = copy.deepcopy(sound)
    spoil(root)
    said = checks.faults(root)
    assert (said == []) if fault is None else any(fault in each for each in said), said


def test_a_document_with_a_fault_is_refused_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "faults", lambda root: ["para_1 has the number 12"])
    out = tmp_path / "out"
    with pytest.raises(Refused, match=r"fault of the program.*para_1 has the number 12") as refused:
        export(drafted("en").state, 3, out, ["final"], formats=["docx", "xml"], draft=True)
    assert refused.value.rule == "akn_fault"
    assert not out.exists()


def test_languages_that_are_not_in_step_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def uneven(state: State, text: Text, language: str, seq: int, day: str) -> Element:
        root = statement(state, text, language, seq, day)
        if language == "fr":
            named(root, "para_1").set("eId", "para_one")
        return root

    monkeypatch.setattr(writer, "statement", uneven)
    with pytest.raises(Refused, match="do not have the same eIds"):
        writer.documents(drafted("en", "fr").state, "final", ["en", "fr"])


def test_the_schema_is_the_one_of_oasis_and_asks_nobody(sound: Element) -> None:
    assert checks.schema().validate(sound)
    from consult_app.places import resources

    folder = resources() / "akn"
    head = (folder / "akomantoso30.xsd").read_text("utf-8")[:2500]
    assert "OASIS Open 2018" in head and "cc-by 4.0" in head
    assert 'schemaLocation="./xml.xsd"' in head
    assert sorted(path.name for path in folder.iterdir()) == ["akomantoso30.xsd", "xml.xsd"]
