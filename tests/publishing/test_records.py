"""The amendment sheet, the record of decisions and the list of participants."""

from __future__ import annotations

from pathlib import Path

from consult_app import sample
from consult_app.meetings.kept.assembly import OFFICES
from consult_app.publishing.formulas import outcomes
from consult_app.publishing.formulas.people import capacity, country_name
from consult_app.publishing.paper import (
    Heading,
    Numbered,
    PageBreak,
    Paper,
    Para,
    Span,
    Table,
    block_runs,
    words_of,
)
from consult_app.publishing.papers import decisions, participants, sheet
from consult_app.publishing.pdf.writer import write_pdf
from tests.drafting.meeting import Held, drafted


def people(held: Held) -> None:
    """Officers and others; the names are invented."""
    for name, role, group, country, title in (
        ("Ada Beacon", "member", "workers", "NO", "Ms"),
        ("Émile Feu", "member", "workers", "DE", "Mr"),
        ("Oda Lampe", "member", "employers", "US", "Ms"),
        ("Bo Fyr", "member", "government", "SE", "Mr"),
        ("Zoé Phare", "substitute", "government", "DE", "Ms"),
        ("Ivo Far", "observer", "", "VN", "Mr"),
        ("Una Clerk", "secretariat", "", "", "Ms"),
    ):
        titles = {
            "en": title,
            "fr": {"Ms": "Mme", "Mr": "M."}[title],
            "es": {"Ms": "Sra.", "Mr": "Sr."}[title],
        }
        person = {"name": name, "role": role, "group": group, "country": country, "title": titles}
        held.do(do="register_participant", **person)
    held.do(do="elect_officer", office="chairperson", participant="Bo Fyr")
    held.do(do="elect_officer", office="worker_vice_chairperson", participant="Ada Beacon")


def rows(paper: Paper) -> list[list[str]]:
    return [
        [words_of(cell) for cell in row]
        for block in paper.blocks
        if isinstance(block, Table)
        for row in block.rows
    ]


def headings(paper: Paper, level: int = 1) -> list[str]:
    return [words_of(b.runs) for b in paper.blocks if isinstance(b, Heading) and b.level == level]


def test_the_list_of_participants_goes_by_the_countries_of_its_language() -> None:
    held = drafted("en")
    people(held)
    english, french = (participants.participants(held.state, language) for language in ("en", "fr"))
    assert rows(english)[:2] == [
        ["Chairperson", "Mr\u00a0Bo Fyr (Government member, Sweden)"],
        ["Worker Vice-Chairperson", "Ms\u00a0Ada Beacon (Worker member, Norway)"],
    ]
    assert rows(french)[1] == [
        "Vice-présidente travailleuse",
        "Mme\u00a0Ada Beacon (membre travailleuse, Norvège)",
    ]
    workers = [row[0] for row in rows(french) if row[0] in ("Allemagne", "Norvège")]
    assert workers == ["Allemagne", "Allemagne", "Norvège"]
    assert headings(english)[:3] == ["Government group", "Employers’ group", "Workers’ group"]
    assert ["Viet Nam", "Mr\u00a0Ivo Far"] in rows(english)
    assert rows(english)[-1] == ["Ms\u00a0Una Clerk"]
    assert ["Sweden", "Mr\u00a0Bo Fyr", "Member\nChairperson"] in rows(english)


def test_countries_have_the_names_of_the_organization() -> None:
    assert country_name("CD", "fr") == "République démocratique du Congo"
    assert country_name("TT", "en") == "Trinidad and Tobago"
    assert country_name("US", "es") == "Estados Unidos"
    assert country_name("Ruritania", "en") == "Ruritania"
    held = drafted("en")
    people(held)
    clerk = held.state.assembly.find_participant("Una Clerk")
    assert clerk is not None and capacity(held.state.assembly, clerk, "en") == ""


def test_each_amendment_has_a_page_with_the_labels_of_the_form() -> None:
    held = drafted("en", "fr")
    people(held)
    held.do(do="set_meeting", symbol="MLH/2026")
    held.submit(
        "1", "Lighthouses guide all ships, and keepers guide lighthouses.", justification="All of them."
    )
    held.submit("2(i)", kind="delete", by="Oda Lampe", seconded_by="government")
    held.submit("3", "Bells:\n(i) ring.", kind="insert_after")
    english, french = (sheet.sheet(held.state, language) for language in ("en", "fr"))
    assert headings(english) == ["Amendment D.1", "Amendment D.2", "Amendment D.3"]
    assert sum(isinstance(block, PageBreak) for block in english.blocks) == 2
    assert rows(english)[:3] == [
        ["AMENDMENT SUBMITTED BY", "▲ Workers’ group"],
        ["PROPOSED AMENDMENT TO", "Paragraph 1"],
        ["RECEIVED ON", "6 March 2026"],
    ]
    assert ["SECONDED BY", "Government group"] in rows(english)
    assert ["AMENDEMENT PRÉSENTÉ PAR", "■ Mme\u00a0Oda Lampe (membre employeuse, États-Unis)"] in rows(french)
    assert headings(french, 3)[0] == "TEXTE DE L’AMENDEMENT"
    said = next(b for b in french.blocks if isinstance(b, Para))
    assert words_of(said.runs) == "Au paragraphe\u00a01, après «Lighthouses guide», insérer «all»."
    assert said.mark == "[Original: anglais]"


def test_the_sheet_shows_the_words_with_the_change_of_the_group_in_them() -> None:
    held = drafted("en")
    held.submit("1", "Lighthouses guide all ships, and keepers keep lighthouses.")
    held.submit("2", kind="delete")
    paper = sheet.sheet(held.state, "en")
    marked = [b for b in paper.blocks if isinstance(b, Para) and any(span.change for span in b.runs)]
    assert [span for span in marked[0].runs if span.change] == [
        Span("all ", change="insert", group="workers"),
        Span("guide", change="delete", group="workers"),
        Span("keep", change="insert", group="workers"),
    ]
    assert all(span.change == "delete" for span in marked[1].runs)
    under = [b for b in paper.blocks if isinstance(b, Numbered) and any(span.change for span in b.runs)]
    assert [(block.label, block.level) for block in under] == [("(i)", 1), ("(ii)", 1)]


def test_the_record_of_decisions_is_in_the_order_in_which_they_were_taken() -> None:
    held = drafted("en", "fr", "es")
    people(held)
    held.submit("1", kind="delete")
    held.submit("1", "Lighthouses guide all ships.", by="employers")
    held.submit("3", "Keepers have many rights.")
    held.do(do="open_sitting")
    held.do(do="adopt_amendment", amendment="D.1")
    held.do(do="fall_amendment", amendment="D.2")
    held.do(do="call_amendment", amendment="D.3")
    held.submit("3", "Keepers have several rights.", amends="D.3", by="employers")
    held.do(do="adopt_amendment", amendment="D.3/S.1")
    held.do(do="defer_amendment", amendment="D.3")
    held.do(do="close_sitting")
    held.do(do="open_sitting")
    held.do(do="adopt_amendment", amendment="D.3")
    held.do(do="adopt_node", node="2")
    held.do(do="adopt_node", node="rest")
    held.do(do="adopt_text")
    english = decisions.decisions(held.state, "en")
    assert headings(english) == ["First sitting, 6 March 2026", "Second sitting, 6 March 2026"]
    assert [(row[0], row[3]) for row in rows(english)] == [
        ("D.1", "Amendment D.1 was adopted."),
        ("D.2", "Amendment D.2 fell."),
        ("D.3/S.1", "Subamendment D.3/S.1 was adopted."),
        ("D.3", "Consideration of amendment D.3 was deferred."),
        ("D.3", "Amendment D.3 was adopted as subamended."),
        ("", "Paragraph 2 was adopted."),
        (
            "",
            "The title, the organ line, preamble clause 1, the adoption formula, heading 1 and footnote 1"
            " were adopted.",
        ),
        ("", "Paragraph 3 was adopted as amended."),
    ]
    last = english.blocks[-1]
    assert isinstance(last, Para)
    assert words_of(last.runs) == "The Meeting adopted the conclusions, as amended."
    spanish = decisions.decisions(held.state, "es")
    assert rows(spanish)[4][1:] == [
        "▲ Grupo de los Trabajadores",
        "Párrafo 3",
        "Se adopta la enmienda D.3 en su forma subenmendada.",
    ]
    french = decisions.decisions(held.state, "fr")
    assert headings(french)[0] == "Première séance, 6 mars 2026"
    assert rows(french)[3][3] == "L’examen de l’amendement D.3 est reporté."


def test_an_amendment_that_was_taken_over_has_both_its_movers() -> None:
    held = drafted("en")
    held.submit("3", "Keepers have many rights.")
    held.do(do="call_amendment", amendment="D.1")
    held.do(do="withdraw_amendment", amendment="D.1")
    held.do(do="take_over_amendment", amendment="D.1", by="employers", confirm=True)
    paper = decisions.decisions(held.state, "en")
    assert headings(paper) == ["Outside the sittings", "Amendments not disposed of"]
    assert [row[1:] for row in rows(paper)] == [
        ["▲ Workers’ group", "Paragraph 3", "Amendment D.1 was withdrawn."],
        ["■ Employers’ group", "Paragraph 3", "Amendment D.1 was reintroduced by the Employers’ group."],
        ["■ Employers’ group", "Paragraph 3", "Under discussion"],
    ]
    assert rows(sheet.sheet(held.state, "en"))[0][1] == "▲ Workers’ group"


def test_a_meeting_that_decided_nothing_has_no_record() -> None:
    held = drafted("en")
    assert not decisions.anything_decided(held.state)
    held.submit("3", kind="delete")
    assert not decisions.anything_decided(held.state)
    held.do(do="reject_amendment", amendment="D.1")
    assert decisions.anything_decided(held.state)


def test_no_head_of_the_record_is_broken(tmp_path: Path) -> None:
    import pypdfium2

    held = drafted("en", "fr", "es")
    held.submit("1", kind="delete")
    held.do(do="open_sitting")
    held.do(do="adopt_amendment", amendment="D.1")
    for language, head in (("en", "Amendment"), ("fr", "Amendement"), ("es", "Enmienda")):
        path = tmp_path / f"{language}.pdf"
        path.write_bytes(write_pdf(decisions.decisions(held.state, language)))
        with pypdfium2.PdfDocument(path) as document:
            assert head in document[0].get_textpage().get_text_range().split()


def test_outcome_sentences_agree_in_number_and_gender() -> None:
    items = [("item", "2(i)"), ("item", "2(ii)")]
    assert outcomes.of_nodes("adopted_as_amended", items, "en") == (
        "Paragraphs 2(i) and 2(ii) were adopted as amended."
    )
    assert outcomes.of_nodes("adopted_as_amended", items, "fr") == (
        "Les paragraphes 2 i) et 2 ii) sont adoptés tels qu’amendés."
    )
    assert outcomes.of_nodes("adopted_as_amended", items, "es") == (
        "Se adoptan los párrafos 2, i) y 2, ii), en su forma enmendada."
    )
    formula = [("adoption", "adoption")]
    assert outcomes.of_nodes("adopted_as_amended", formula, "fr") == (
        "La formule d’adoption est adoptée telle qu’amendée."
    )
    assert (
        outcomes.of_nodes("reopened", [("paragraph", "5")], "fr") == "L’examen du paragraphe 5 est rouvert."
    )
    assert outcomes.of_nodes("reopened", [("paragraph", "5")], "es") == "Se reabre el examen del párrafo 5."
    assert (
        outcomes.of_amendment("not_seconded", "D.2", "es")
        == "Al no recibir apoyo, la enmienda D.2 no se examina."
    )
    assert (
        outcomes.of_text("resolution", "fr", amended=True)
        == "La Réunion adopte la résolution, telle qu’amendée."
    )


def test_all_papers_of_the_sample_meeting_say_what_was_decided(tmp_path: Path) -> None:
    desk = sample.play(tmp_path / "sample.consult", until='"adopt_text"')
    state = desk.state
    desk.close()
    english, french = (decisions.decisions(state, language) for language in ("en", "fr"))
    decided = [row for row in rows(english) if row[0]]
    assert len(decided) >= len(state.drafting.amendments)
    assert [row[0] for row in rows(french)] == [row[0] for row in rows(english)]
    assert headings(english)[0].startswith("Second sitting, ")
    pages = sheet.sheet(state, "es")
    assert len(headings(pages)) == len(state.drafting.amendments)
    assert not any("{" in words_of(runs) for block in pages.blocks for runs in block_runs(block))
    seats = sum(len(body.members) + bool(body.reporter) for body in state.assembly.drafting_bodies)
    listed = len(state.assembly.participants) + len(OFFICES) + seats
    assert len(rows(participants.participants(state, "en"))) == listed
