"""The record of decisions as minutes: what the paper says, with outcomes and votes."""

from __future__ import annotations

from consult_app.publishing.papers.meeting_entries import entries
from tests.drafting.meeting import drafted
from tests.publishing.akn.documents import found, made, said


def test_each_decision_is_a_summary_in_its_sitting_and_a_vote_has_its_figures() -> None:
    held = drafted("en", "fr", "es")
    held.submit("1", kind="delete")
    held.submit("3", "Keepers have many rights.", by="employers")
    held.do(do="open_sitting", kind="plenary")
    held.do(do="open_node", node="1")
    held.do(do="call_amendment", amendment="D.1")
    for group in ("government", "employers", "workers"):
        held.do(do="register_participant", name=f"Of {group}", role="member", group=group, country="NO")
    tally = {"government": [1, 0, 0], "employers": [0, 1, 0], "workers": [0, 1, 0]}
    held.do(do="record_vote", amendment="D.1", method="show_of_hands", tally=tally, confirm=True)
    held.do(do="adopt_amendment", amendment="D.2", confirm=True)
    held.do(do="close_sitting", confirm=True)
    roots = made(held.state, "decisions")
    for language in ("en", "fr", "es"):
        root = roots[f"decisions {language}"]
        summaries = said(root, "debateSection/summary")
        sentences = [entry.sentence for entry in entries(held.state, language)]
        assert len(summaries) == len(sentences)
        assert all(one.endswith(other) for one, other in zip(summaries, sentences, strict=True))
        (vote,) = found(root, "parliamentary/voting")
        counts = {each.get("refersTo"): each.get("value") for each in vote}
        figures = held.state.assembly.votes[0].figures
        assert (counts["#for"], counts["#against"]) == (str(figures.favour), str(figures.against))
        assert vote.get("href", "").startswith("#dbsect_1__summary_")
    outcomes = {each.get("refersTo") for each in found(roots["decisions en"], "summary/outcome")}
    assert "#adopted" in outcomes
    assert said(roots["decisions fr"], "debateSection/heading") == ["Première séance, 6 mars 2026"]
    statement = made(held.state, "final", ["en"])["final en"]
    (voted,) = found(statement, "parliamentary/voting")
    assert voted.get("href", "").endswith("/D-1")
