"""OpenDocument texts: the same blocks as of a Word file, tracked changes among them."""

from __future__ import annotations

import pytest

from consult_app.exchange.ledger import Ledger
from consult_app.exchange.reading import read_bytes
from consult_app.exchange.tracked import read_tracked_bytes
from consult_app.exchange.tracking import ALL_ACCEPTED, ALL_REJECTED, View
from consult_app.exchange.word import read_word
from tests.exchange.odt_files import changed, items, odt_file

TITLE = '<text:h text:style-name="Title" text:outline-level="1">Conclusions</text:h>'


def blocks(data: bytes, view: View = ALL_ACCEPTED) -> list[str]:
    stream = read_word(data, Ledger(), view)
    return [" ".join(filter(None, (block.label, block.text))) for block in stream.blocks]


def test_marks_spaces_and_notes() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p><text:s/>A note.</text:p></text:note-body></text:note>"
    )
    body = items(
        '<text:p>Two<text:s text:c="2"/>\n  <text:span text:style-name="B">bold</text:span>, '
        '<text:span text:style-name="I">slanted</text:span> H<text:span text:style-name="S">2</text:span>O'
        f'<text:span text:style-name="H"> secret</text:span>.{note}</text:p>'
    )
    stream = read_word(odt_file(body), Ledger())
    assert [block.text for block in stream.blocks] == ["Two   **bold**, *slanted* H^2^O.[^1]"]
    assert [(each.key, each.text) for each in stream.notes] == [("1", "A note.")]


def test_lists_count_as_they_are_printed() -> None:
    inner = (
        "<text:list><text:list-item><text:p>first;</text:p><text:list><text:list-item><text:p>deep;</text:p>"
        "</text:list-item></text:list></text:list-item><text:list-item><text:p>second.</text:p>"
        "</text:list-item></text:list>"
    )
    whole = (
        f'<text:list text:style-name="L"><text:list-item><text:p>Do:</text:p>{inner}<text:p>A further one.'
        "</text:p></text:list-item></text:list>"
    )
    going_on = items("Next.", more=' text:continue-numbering="true"')
    fresh = items("Anew.")
    started = '<text:list text:style-name="L"><text:list-item text:start-value="7"><text:p>Seventh.</text:p>'
    started += "</text:list-item><text:list-item><text:p>Eighth.</text:p></text:list-item></text:list>"
    assert blocks(odt_file(whole + going_on + fresh + started)) == [
        "1. Do:",
        "(i) first;",
        "a) deep;",
        "(ii) second.",
        "A further one.",
        "2. Next.",
        "1. Anew.",
        "7. Seventh.",
        "8. Eighth.",
    ]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(items('<text:p text:style-name="P_1_a">First.</text:p>'), id="a name like a code"),
        pytest.param(items('<text:p text:style-name="P_d800_a">First.</text:p>'), id="half a character"),
        pytest.param(
            items("First.").replace("<text:list-item>", f'<text:list-item text:start-value="{"9" * 5000}">'),
            id="a number of 5,000 figures",
        ),
        pytest.param(items(f'First<text:s text:c="{"9" * 5000}"/>.'), id="spaces"),
        pytest.param(
            f'<text:h text:outline-level="{"9" * 5000}">H</text:h>{items("First.")}', id="a level of heading"
        ),
    ],
)
def test_what_other_programs_write_stops_nothing(body: str) -> None:
    nodes = read_bytes(odt_file(body), "en", "a.odt").nodes
    assert nodes[-1].text.replace(" ", "") == "First."


def test_titles_headings_tables_boxes_and_contents() -> None:
    contents = "<text:table-of-content><text:index-body><text:p>General 1</text:p></text:index-body>"
    contents += "</text:table-of-content>"
    heading = '<text:h text:outline-level="2">General</text:h>'
    table = (
        "<table:table><table:table-row><table:table-cell>"
        f"{items('In a cell.')}</table:table-cell></table:table-row></table:table>"
    )
    box = "<text:p><draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame></text:p>"
    parsed = read_bytes(odt_file(TITLE + contents + heading + table + box), "en", "x.odt")
    assert [(node.kind, node.text) for node in parsed.nodes] == [
        ("title", "Conclusions"),
        ("heading", "General"),
        ("paragraph", "In a cell."),
    ]
    assert [repair.kind for repair in parsed.repairs] == ["contents"]
    assert [warning.values for warning in parsed.warnings] == [{"words": "boxed"}]


CHANGES = (
    changed("1", "Workers")
    + changed("2", "Employers", deleted="<text:p>old </text:p>")
    + changed("3", "Employers", deleted="<text:p>very </text:p>", within="Workers")
    + changed("4", "Employers", deleted=items("Gone.", "<text:p/>"))
    + changed("5", "Workers")
)
TRACKED = TITLE + items(
    '<text:p>Keep <text:change text:change-id="2"/>words<text:change-start text:change-id="1"/> and '
    '<text:change text:change-id="3"/>new ones<text:change-end text:change-id="1"/>.</text:p>',
    '<text:p><text:change-start text:change-id="5"/>A new paragraph.</text:p>',
    '<text:p><text:change-end text:change-id="5"/><text:change text:change-id="4"/>Last.</text:p>',
)


def test_tracked_changes_are_carried_out_or_put_back() -> None:
    data = odt_file(TRACKED, CHANGES)
    assert blocks(data) == [
        "Conclusions",
        "1. Keep words and new ones.",
        "2. A new paragraph.",
        "3. Last.",
    ]
    assert blocks(data, ALL_REJECTED) == ["Conclusions", "1. Keep old words.", "2. Gone.", "3. Last."]
    assert blocks(data, View(frozenset({"Workers"}))) == [
        "Conclusions",
        "1. Keep old words and very new ones.",
        "2. A new paragraph.",
        "3. Gone.",
        "4. Last.",
    ]
    assert blocks(data, View(frozenset({"Employers"}))) == ["Conclusions", "1. Keep words.", "2. Last."]


def test_the_parts_of_the_authors() -> None:
    file = read_tracked_bytes(odt_file(TRACKED, CHANGES), "en", "x.odt")
    assert file.authors == ("Employers", "Workers")
    assert {(part.author, part.within) for part in file.parts} == {
        ("Employers", ""),
        ("Workers", ""),
        ("Employers", "Workers"),
    }
    assert file.parts[0].first == "2026-01-05T09:00:00Z"


def test_a_remark_is_kept_with_its_author() -> None:
    remark = "<office:annotation><dc:creator>Workers</dc:creator><text:p>Why?</text:p></office:annotation>"
    stream = read_word(odt_file(items(f"<text:p>First{remark}.</text:p>")), Ledger())
    assert stream.comments == [(1, "Workers", "Why?")]
    assert [block.text for block in stream.blocks] == ["First."]
