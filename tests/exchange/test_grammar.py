"""The grammar on small invented texts, in three languages, with the irregularities that files have."""

from __future__ import annotations

import pytest

from consult_app.exchange.parsed import Parsed
from consult_app.exchange.reading import read_bytes

CLEAN = """Conclusions

The Tripartite Technical Meeting on Lighthouses,

Having met in Geneva from 2 to 6 March 2020,

Adopts, this sixth day of March 2020, the following conclusions:

General considerations

1. Lighthouses matter.

2. The Office should:

(i) count them (see UN document A/1/2, 3 May 2019, and (a) to (e) there); and
(ii) keep them lit.

Follow-up

3. Members should report.

The Meeting expressed its thanks.
"""


def parsed(text: str, language: str = "en", without: frozenset[int] = frozenset()) -> Parsed:
    return read_bytes(text.encode(), language, "invented.txt", without)


def outline(result: Parsed) -> list[str]:
    return [
        " ".join(filter(None, (node.kind, str(node.depth or ""), node.enumeration, node.text)))
        for node in result.nodes
    ]


def kinds(result: Parsed) -> list[str]:
    return [repair.kind for repair in result.repairs]


def test_a_clean_text() -> None:
    result = parsed(CLEAN)
    assert outline(result) == [
        "title Conclusions",
        "organ The Tripartite Technical Meeting on Lighthouses,",
        "clause Having met in Geneva from 2 to 6 March 2020,",
        "adoption Adopts, this sixth day of March 2020, the following conclusions:",
        "heading General considerations",
        "paragraph arabic Lighthouses matter.",
        "paragraph arabic The Office should:",
        "item 1 roman count them (see UN document A/1/2, 3 May 2019, and (a) to (e) there); and",
        "item 1 roman keep them lit.",
        "heading Follow-up",
        "paragraph arabic Members should report.",
        "closing The Meeting expressed its thanks.",
    ]
    assert (result.repairs, result.warnings) == ((), ())


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "fr",
            [
                "title Conclusions",
                "organ La Réunion technique tripartite sur les phares,",
                "clause S'étant réunie à Genève du 2 au 6 mars 2020;",
                "clause Se félicitant de l'intérêt porté aux phares;",
                "adoption Adopte, ce sixième jour de mars 2020, les conclusions suivantes:",
                "heading Considérations générales",
                "paragraph arabic Le Bureau devrait\u00a0:",
                "item 1 roman compter les phares;",
                "item 2 alpha en mer;",
                "item 2 alpha à terre;",
                "item 1 roman les garder allumés.",
            ],
        ),
        (
            "es",
            [
                "title Conclusiones",
                "organ La Reunión Técnica Tripartita sobre los faros,",
                "clause Habiéndose reunido en Ginebra del 2 al 6 de marzo de 2020;",
                "clause Acogiendo con beneplácito el interés por los faros;",
                "adoption Adopta, con fecha seis de marzo de 2020, las siguientes conclusiones:",
                "heading Consideraciones generales",
                "paragraph arabic La Oficina debería:",
                "item 1 roman contar los faros;",
                "item 2 alpha en el mar;",
                "item 2 alpha en tierra;",
                "item 1 roman mantenerlos encendidos.",
            ],
        ),
    ],
)
def test_french_and_spanish(language: str, lines: list[str]) -> None:
    labels = {"paragraph": "1. ", "item 1": ["i) ", "ii) "], "item 2": ["a) ", "b) "]}
    written = []
    for line in lines:
        kind, _, text = line.partition(" ")
        if kind == "paragraph":
            text = "1. " + text.partition(" ")[2]
        elif kind == "item":
            depth, _, text = text.partition(" ")
            own = labels[f"item {depth}"]
            assert isinstance(own, list)
            text = own.pop(0) + text.partition(" ")[2]
        written.append(text)
    result = parsed("\n".join(written), language)
    assert outline(result) == lines
    assert (result.repairs, result.warnings) == ((), ())
    assert parsed("\n".join(written), "en").warnings


def test_a_text_cut_at_the_margin() -> None:
    text = """Conclusions

The Tripartite Technical Meeting on Lighthouses,

Adopts, this sixth day of March 2020, the following conclusions:

1. Lighthouses have guided ships for as long as anybody can remember, and they will do so
for many years to come. They need (1) keepers who are paid, (2) lamps that burn, and also
(3) paint. The long-
standing practice of the mem-
bers is to look after all three.
2. The Office should:
(i) look after the keepers of lighthouses wherever they may live and whatever they may do
in the long winter evenings;
(ii) report.
"""
    result = parsed(text)
    assert outline(result)[3:] == [
        "paragraph arabic Lighthouses have guided ships for as long as anybody can remember, and they will "
        "do so for many years to come. They need (1) keepers who are paid, (2) lamps that burn, and also "
        "(3) paint. "
        "The long-standing practice of the members is to look after all three.",
        "paragraph arabic The Office should:",
        "item 1 roman look after the keepers of lighthouses wherever they may live and whatever they may do "
        "in the long winter evenings;",
        "item 1 roman report.",
    ]
    assert kinds(result) == ["wrap", "join", "hyphen", "join", "wrap"]
    assert result.warnings == ()


def test_a_page_end_inside_a_sentence() -> None:
    text = CLEAN.replace(
        "Lighthouses matter.", "Lighthouses\n\nTMOL/2020/7 3\n\n4\n\n¹ A note.\n\nmatter.¹ The m² are few."
    )
    result = parsed(text)
    assert "paragraph arabic Lighthouses matter.[^1] The m² are few." in outline(result)
    assert outline(result)[-1] == "footnote A note."
    assert kinds(result) == ["furniture", "furniture", "footnote", "join"]
    assert result.nodes[5].repairs == (3, 4)


def test_a_running_head_is_dropped_after_its_first() -> None:
    text = CLEAN.replace("\n\n2.", "\n\nConclusions\n\n2.").replace("\n\n3.", "\n\nConclusions\n\n3.")
    assert outline(parsed(text)) == outline(parsed(CLEAN))
    undone = parsed(text, without=frozenset({1}))
    assert "closing Conclusions" in outline(undone)


def test_numbers_alone_on_their_lines() -> None:
    text = CLEAN.replace("1. Lighthouses", "1.\n\nLighthouses").replace("(i) count", "(i)\n(ii)\n\ncount")
    text = text.replace("(ii) keep", "keep")
    result = parsed(text.replace("there); and\n", "there).\n\n").replace("keep", "Keep"))
    assert [line[:22] for line in outline(result)[5:9]] == [
        "paragraph arabic Light",
        "paragraph arabic The O",
        "item 1 roman count the",
        "item 1 roman Keep them",
    ]
    assert kinds(result) == ["label", "label", "label"]


def test_a_passage_without_a_number_is_put_to_the_one_before() -> None:
    text = CLEAN.replace("Lighthouses matter.\n", "Lighthouses matter.\n\nThey always have.\n")
    result = parsed(text)
    assert result.nodes[5].text == "Lighthouses matter. They always have."
    assert result.nodes[5].repairs == (1,)
    undone = parsed(text, without=frozenset({1}))
    assert outline(undone)[5:7] == ["paragraph arabic Lighthouses matter.", "closing They always have."]


def test_marks_of_another_system_and_characters_that_are_marks_of_ours() -> None:
    text = CLEAN.replace("General considerations", "## **General considerations**")
    text = text.replace("Lighthouses matter", "Lighthouses [all] *matter*")
    result = parsed(text)
    assert outline(result)[4:6] == [
        "heading General considerations",
        r"paragraph arabic Lighthouses \[all\] \*matter\*.",
    ]
    assert kinds(result) == ["markup"]


def test_what_does_not_follow_is_said() -> None:
    text = CLEAN.replace("3. Members", "4. Members").replace("(ii) keep", "(iii) keep")
    said = [warning.values for warning in parsed(text).warnings]
    assert [sorted(values) for values in said] == [["label", "paragraph"], ["expected", "found"]]


def test_a_text_without_title_or_preamble() -> None:
    result = parsed("1. First.\n2. Second.\n")
    assert outline(result) == ["paragraph arabic First.", "paragraph arabic Second."]
    assert len(result.warnings) == 1


def test_a_heading_alone_before_the_first_number() -> None:
    assert outline(parsed("Resolution\n\nFirst part\n\n1. First.\n")) == [
        "title Resolution",
        "heading First part",
        "paragraph arabic First.",
    ]


def test_paragraphs_numbered_with_a_bracket() -> None:
    result = parsed("Title\n\n1) First.\n\n2) Second:\n\na) one;\nb) two.\n\n3) Third.\n")
    assert [node.kind for node in result.nodes] == [
        "title",
        "paragraph",
        "paragraph",
        "item",
        "item",
        "paragraph",
    ]
    assert result.warnings == ()


def test_footnotes_that_begin_again_get_keys_of_their_own() -> None:
    text = "Title ¹\n\n1. First.\n\n¹ One.\n\n2. Second.¹\n\n¹ Two.\n\n² Three.\n"
    result = parsed(text)
    assert outline(result) == [
        "title Title[^1]",
        "paragraph arabic First.",
        "paragraph arabic Second.[^1.2]",
        "footnote One.",
        "footnote Two.",
        "footnote Three.",
    ]
    assert [node.note_key for node in result.nodes[-3:]] == ["1", "1.2", "2"]
    assert [warning.values for warning in result.warnings] == [{"number": "2"}]


def test_a_clause_in_small_letters_is_not_joined_to_the_organ() -> None:
    text = CLEAN.replace("Having met", "having met")
    assert outline(parsed(text))[2] == "clause having met in Geneva from 2 to 6 March 2020,"


@pytest.mark.parametrize("line", ["HIV/AIDS", "COVID-19 and after", "Agenda 2030", "Article 19"])
def test_a_heading_is_not_taken_for_a_document_symbol(line: str) -> None:
    result = parsed(CLEAN.replace("General considerations", line))
    assert (result.nodes[4].kind, result.nodes[4].text, result.repairs) == ("heading", line, ())


@pytest.mark.parametrize(
    "line", ["TMOL/2020/7", "GB.319/POL/2 3", "TMOL-20_2_[CONF-1]-En.docx 3", "12", "- 4 -", "Page 3 of 9"]
)
def test_what_a_page_carries_is_left_out(line: str) -> None:
    result = parsed(CLEAN.replace("2. The Office", f"{line}\n\n2. The Office"))
    assert outline(result) == outline(parsed(CLEAN))
    assert [(repair.kind, repair.before) for repair in result.repairs] == [("furniture", line)]


def test_a_comma_item_that_speaks_of_another_is_still_an_item() -> None:
    text = CLEAN.replace("there); and", "there) as in (i),")
    assert outline(parsed(text))[7:9] == [
        "item 1 roman count them (see UN document A/1/2, 3 May 2019, and (a) to (e) there) as in (i),",
        "item 1 roman keep them lit.",
    ]


def test_a_repair_that_comes_up_late_can_be_left_undone_too() -> None:
    text = CLEAN.replace("Lighthouses matter.", "Lighthouses\n\n¹ A note.\n\nmatter.").replace(
        "report.", "report.¹"
    )
    assert kinds(parsed(text)) == ["footnote", "join"]
    once = parsed(text, without=frozenset({1}))
    late = [repair for repair in once.repairs if repair.number > 2]
    twice = parsed(text, without=frozenset({1, *(repair.number for repair in late)}))
    assert "closing ¹ A note." in outline(once)
    assert "closing matter." in outline(twice)


@pytest.mark.parametrize(("mark", "body"), [("¹", "¹ "), (" ¹", "¹"), ("[1]", "[1] "), ("[^1]", "[^1]: ")])
def test_the_ways_in_which_files_write_a_footnote(mark: str, body: str) -> None:
    text = CLEAN.replace("matter.", f"matter.{mark}").replace("Follow-up", f"{body}A note.\n\nFollow-up")
    result = parsed(text)
    assert result.nodes[5].text == "Lighthouses matter.[^1]"
    assert (outline(result)[-1], kinds(result)) == ("footnote A note.", ["footnote"])


def test_a_first_item_below_a_full_line_is_an_item() -> None:
    text = CLEAN.replace(
        "Lighthouses matter.", "A line that is cut at the margin as it is longer than it may\nbe so."
    )
    text = text.replace(
        "2. The Office should:\n\n", "2. The Office and all who have to do with it, at sea, should:\n"
    )
    assert [node.kind for node in parsed(text.replace("\n(", "\n - (")).nodes[6:9]] == [
        "paragraph",
        "item",
        "item",
    ]


def test_the_formula_is_not_joined_to_a_full_clause() -> None:
    text = CLEAN.replace(
        "2020,\n\nAdopts", "2020, in a hall as large as it was cold in those\ndays of March,\nAdopts"
    )
    text = text.replace("days of March,", "days of March and with a good many delegates and advisers,")
    assert [node.kind for node in parsed(text).nodes[2:5]] == ["clause", "adoption", "heading"]
