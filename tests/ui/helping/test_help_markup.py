"""How a page of the manual is read, and written as HTML."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.ui.helping.markup import (
    Block,
    Saying,
    inline_html,
    named,
    plain,
    read_page,
    section_html,
)

SAYING = Saying(words=str.upper, key=lambda name: f"<{name}>")

PAGE = """# Table
What it is for,
on two lines.

## Decide {#decide}
1. Press {table/A}
   and wait.
2. Or [[Reject]].

A paragraph with [a link](people#import).
- one
- two

## Commands {#list}
```
consult do {"do": "x"}

# not a title
```
After it.
"""


def test_a_page_is_read_in_its_parts() -> None:
    page = read_page(PAGE)
    assert (page.title, page.lead) == ("Table", "What it is for, on two lines.")
    assert [section.anchor for section in page.sections] == ["decide", "list"]
    assert page.sections[0].blocks == (
        Block("ol", ("Press {table/A} and wait.", "Or [[Reject]].")),
        Block("p", ("A paragraph with [a link](people#import).",)),
        Block("ul", ("one", "two")),
    )
    assert page.sections[1].blocks == (
        Block("pre", ('consult do {"do": "x"}', "", "# not a title")),
        Block("p", ("After it.",)),
    )


def test_what_depends_on_the_window_is_put_in() -> None:
    html = section_html(read_page(PAGE).sections[0], SAYING)
    assert '<a name="decide"></a>Decide' in html
    assert "<b>REJECT</b>" in html and "&lt;table/A&gt;" in html
    assert '<a href="people#import">a link</a>' in html


@pytest.mark.parametrize(
    ("line", "html", "said"),
    [
        pytest.param("5*bis* & more", "5<i>bis</i> &amp; more", "5bis & more", id="emphasis"),
        pytest.param("**so** <b>", "<b>so</b> &lt;b&gt;", "so <b>", id="strong"),
        pytest.param("`a<b`", "<code>a&lt;b</code>", "a<b", id="code"),
        pytest.param("D.12 (5(iii))", "D.12 (5(iii))", "D.12 (5(iii))", id="plain"),
    ],
)
def test_a_line_is_written(line: str, html: str, said: str) -> None:
    assert inline_html(line, SAYING) == html
    assert plain(line, SAYING) == said


def test_what_is_named_is_found_outside_of_commands() -> None:
    page = read_page(PAGE)
    assert named(page, "key") == ["table/A"]
    assert named(page, "words") == ["Reject"]
    assert named(page, "to") == ["people#import"]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        pytest.param("Words first\n", "begins with its title", id="no title"),
        pytest.param("# T\n\n## Heading without anchor\n", "is written", id="no anchor"),
    ],
)
def test_what_is_not_understood_is_named(source: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_page(source)


@settings(max_examples=2_000)
@given(st.text(alphabet=string.ascii_letters + " éñ<>&\"'’.,:;()", max_size=60))
def test_words_without_markup_come_through_whole(line: str) -> None:
    assert plain(line, SAYING) == line
    html = inline_html(line, SAYING)
    assert html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == line
