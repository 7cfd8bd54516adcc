"""What can be found in a meeting: every language of every node, and what amendments put in."""

from __future__ import annotations

from consult_app.drafting.amendments.findable import Found, Index, Occurrence
from consult_app.drafting.wordings.search import query
from tests.drafting.meeting import Held, drafted


def look(held: Held, sought: str, *, limit: int = 1_000, whole: bool = False) -> Found:
    return Index().find(held.state.drafting, query(sought, whole=whole), limit)


def said(found: Occurrence) -> tuple[str, str, str]:
    return found.passage.part, found.passage.language, found.passage.words[found.start : found.end]


def test_every_language_of_every_node_and_the_footnotes() -> None:
    held = drafted("en", "fr", "es")
    assert [said(each) for each in look(held, "geneve").occurrences] == [("wording", "fr", "Genève")]
    assert [said(each) for each in look(held, "publicarán").occurrences] == [("wording", "es", "publicarán")]
    phares = look(held, "phares").occurrences
    assert [each.nth for each in phares] == [0, 1]
    assert {each.passage.node for each in phares} == {phares[0].passage.node}


def test_of_an_amendment_only_what_it_puts_in() -> None:
    held = drafted("en", "fr")
    made = held.submit(
        "1",
        "Lighthouses guide *all* ships, and keepers guide lighthouses.",
        justification="All ships are guided.",
    )
    parts = [(said(each), each.passage.amendment) for each in look(held, "all").occurrences]
    assert parts == [
        (("proposed", "en", "all"), made.id),
        (("justification", "en", "All"), made.id),
    ]
    assert [said(each)[0] for each in look(held, "guide lighthouses").occurrences] == ["wording"]
    crossing = look(held, "all ships").occurrences
    assert [said(each) for each in crossing] == [
        ("proposed", "en", "all ships"),
        ("justification", "en", "All ships"),
    ]


def test_a_number_is_found_before_what_only_holds_it() -> None:
    held = drafted()
    for figure in range(12):
        held.submit("1", kind="insert_after", words=f"Paragraph {figure}, see D.2.")
    found = look(held, "d.2").occurrences
    assert said(found[0]) == ("number", "", "D.2")
    assert [each.passage.part for each in found].count("proposed") == 12


def test_new_nodes_instructions_and_nodes_that_are_split() -> None:
    held = drafted("en")
    held.submit("1", kind="insert_after", words={"en": "Fog signals.", "fr": "Signaux de brume."})
    held.submit("3", kind="free", words="Put a verb here.")
    assert [said(each)[:2] for each in look(held, "brume").occurrences] == [("proposed", "fr")]
    assert [said(each)[0] for each in look(held, "verb").occurrences] == ["proposed"]


def test_what_was_deleted_out_of_the_text_is_not_found_and_a_pending_deletion_is() -> None:
    held = drafted("en")
    held.submit("3", kind="delete")
    assert look(held, "rights").occurrences
    held.do(do="adopt_amendment", amendment="D.1")
    held.do(do="renumber")
    assert not look(held, "rights").occurrences


def test_no_more_than_the_limit_and_it_is_said() -> None:
    found = look(drafted("en", "fr", "es"), "e", limit=10)
    assert len(found.occurrences) == 10
    assert found.more
    assert not look(drafted(), "  ").occurrences


def test_an_index_reads_again_only_what_changed() -> None:
    held, index = drafted("en", "fr"), Index()
    before = {passage.node: passage for passage in index.passages(held.state.drafting)}
    assert index.passages(held.state.drafting) is index.passages(held.state.drafting)
    held.do(
        do="edit_wording", node="3", language="en", text="Keepers have duties.", by="office", editorial=True
    )
    after = {passage.node: passage for passage in index.passages(held.state.drafting)}
    changed = {node for node in after if after[node] is not before[node]}
    assert len(changed) == 1
    assert index.find(held.state.drafting, query("duties")).occurrences
