"""Verify: a paper as it was printed is the record's, and no single edit of it goes unseen."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable
from functools import cache
from html import escape, unescape

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from consult_app.exchange.paper_words import read_paper_bytes
from consult_app.meetings.reasons import Place
from consult_app.publishing import trust
from consult_app.publishing.docx.writer import write_docx
from consult_app.publishing.export import PAPERS
from consult_app.publishing.paper import Block, Footnote, Numbered, Paper, Para, Span
from consult_app.publishing.papers.final import final
from consult_app.publishing.pdf.writer import write_pdf
from consult_app.publishing.verifying.verify import NotVerifiable, Verdict, verify
from consult_app.words import say
from tests.drafting.meeting import Held, adopted, drafted

LANGUAGES = ("en", "fr", "es")
FORMS: dict[str, Callable[[Paper], bytes]] = {"docx": write_docx, "pdf": write_pdf}


@cache
def held() -> Held:
    """The meeting with a long paragraph, adopted in three languages; nobody goes on with this one."""
    long = {
        "en": "Keepers’ well-being, health and safety are self-evident: no keeper should work alone. " * 9,
        "fr": "Le bien-être, la santé et la sécurité des gardiens vont de soi: nul ne doit être seul. " * 9,
        "es": "El bienestar, la salud y la seguridad de los fareros son evidentes: nadie debería estar solo. "
        * 9,
    }
    return adopted(*LANGUAGES, **{code: {9: words.strip()} for code, words in long.items()})


@cache
def printed(language: str, key: str = "final") -> Paper:
    made = PAPERS[key].build(held().state, language, False)
    return trust.stamped(made, held().seq, "2026-03-06T08:30:00Z")


@cache
def word_file(language: str) -> bytes:
    return write_docx(printed(language))


def verdict(data: bytes, of: Held | None = None, name: str = "x") -> Verdict:
    of = of or held()
    return verify(read_paper_bytes(data, name), of.seq, lambda _seq: of.state)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("key", ["final", "decisions", "trilingual"])
def test_what_was_printed_is_what_was_adopted(form: str, language: str, key: str) -> None:
    found = verdict(FORMS[form](printed(language, key)))
    assert found.same, [say(each, "en") for each in found.sentences()]
    assert (found.named.key, found.named.language, found.named.seq) == (key, language, held().seq)
    assert found.named.fingerprint == found.fingerprint
    assert found.warnings == ()


@pytest.mark.parametrize("form", FORMS)
def test_what_no_file_can_hold_keeps_no_paper_from_being_made(form: str) -> None:
    held = adopted("en")
    held.do(do="register_participant", name="Ada\x07 Quill", role="member", group="workers")
    held.do(do="set_meeting", titles={"en": "Meeting\x0bon Lamps"}, symbol="MLH\x01/2026")
    for key in ("final", "participants"):
        made = trust.stamped(PAPERS[key].build(held.state, "en", False), held.seq)
        found = verdict(FORMS[form](made), held)
        assert found.same, [say(each, "en") for each in found.sentences()]


def test_a_foot_that_is_of_no_paper_stops_at_no_gate() -> None:
    held = adopted("en")
    held.do(do="set_governing_body_paper", unit="SECTOR")
    made = trust.stamped(final(held.state, "en"), held.seq)
    foot = re.sub("[0-9a-f]{16}", "0" * 16, made.fingerprint_line)
    found = verdict(write_docx(msgspec.structs.replace(made, record="", fingerprint_line=foot)), held)
    assert (found.named.key, found.same, len(found.warnings)) == ("final", True, 1)


def edited(data: bytes, random: random.Random) -> tuple[bytes, str, str]:
    """A Word file with one small edit in its text or its footnotes, with the words before and after."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    places = [
        (name, match)
        for name in ("word/document.xml", "word/footnotes.xml")
        for match in re.finditer(r"(<w:t(?: [^>]*)?>)([^<]+)(</w:t>)", parts[name].decode())
        if match[2].strip()
    ]
    name, match = random.choice(places)
    before = unescape(match[2])
    after = _changed(before, random)
    xml = parts[name].decode()
    parts[name] = (xml[: match.start(2)] + escape(after, quote=False) + xml[match.end(2) :]).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for each, content in parts.items():
            archive.writestr(each, content)
    return out.getvalue(), before, after


def _changed(words: str, random: random.Random) -> str:
    parts = words.split(" ")
    at = random.randrange(len(parts))
    place = random.randrange(len(words))
    kind = random.choice(["drop a word", "double a word", "swap", "case", "digit", "letter", "put in", "not"])
    if kind == "drop a word":
        return " ".join(parts[:at] + parts[at + 1 :])
    if kind == "double a word":
        return " ".join([*parts[: at + 1], *parts[at:]])
    if kind == "swap":
        return " ".join([*parts[:at], *reversed(parts[at : at + 2]), *parts[at + 2 :]])
    if kind == "case":
        return words[:place] + words[place].swapcase() + words[place + 1 :]
    if kind == "digit":
        return re.sub(r"\d", lambda found: str((int(found[0]) + 1) % 10), words, count=1)
    if kind == "letter":
        return words[:place] + words[place + 1 :]
    return words[:place] + random.choice(["e", " not ", ",", "-", "é", "а"]) + words[place:]


@given(st.sampled_from(LANGUAGES), st.randoms(use_true_random=False))
def test_no_single_edit_of_a_word_file_goes_unseen(language: str, random: random.Random) -> None:
    data, before, after = edited(word_file(language), random)
    # spaces at the ends of a run and soft hyphens are no words
    assume(trust.normalised(f"|{before}|") != trust.normalised(f"|{after}|"))
    assume(before.strip() != after.strip())
    found = verdict(data)
    assert not found.same
    assert found.difference is not None


def other(paper: Paper, change: Callable[[str], str], place: int) -> Paper:
    """The paper with other words in one of its blocks; its stamp stays."""
    block = paper.blocks[place]
    assert isinstance(block, Para | Numbered)
    runs = tuple(msgspec.structs.replace(span, text=change(span.text)) for span in block.runs)
    blocks: list[Block] = list(paper.blocks)
    blocks[place] = msgspec.structs.replace(block, runs=runs)
    return msgspec.structs.replace(paper, blocks=tuple(blocks))


EDITS: dict[str, Callable[[str], str]] = {
    "a word": lambda words: words.replace(" les ", " des ").replace(" and ", " or ").replace(" a ", " de "),
    "case of a word": lambda words: words[0].lower() + words[1:],
    "cut": lambda words: words[:-1],
    "put in at the end": lambda words: words + " not",
    "put in at the beginning": lambda words: "Not all " + words,
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", EDITS)
def test_an_edit_is_found_where_it_is(form: str, language: str, kind: str) -> None:
    paper = printed(language)
    place = next(n for n, block in enumerate(paper.blocks) if isinstance(block, Numbered))
    changed = other(paper, EDITS[kind], place)
    assert changed != paper
    found = verdict(FORMS[form](changed))
    assert not found.same
    assert found.difference is not None
    assert found.difference.place == Place("paragraph", "1")


@pytest.mark.parametrize("form", FORMS)
def test_swapped_missing_and_added_paragraphs(form: str) -> None:
    paper = printed("en")
    blocks = list(paper.blocks)
    at = next(n for n, block in enumerate(blocks) if isinstance(block, Numbered) and block.level == 1)
    for changed in (
        [*blocks[:at], blocks[at + 1], blocks[at], *blocks[at + 2 :]],
        blocks[:at] + blocks[at + 1 :],
        [*blocks[:at], Numbered("(i)", (Span("Rest."),), 1), *blocks[at:]],
        blocks[:-1],
        [*blocks, Para((Span("And more."),))],
    ):
        found = verdict(FORMS[form](msgspec.structs.replace(paper, blocks=tuple(changed))))
        assert not found.same


@pytest.mark.parametrize("form", FORMS)
def test_a_footnote_that_was_changed(form: str) -> None:
    paper = printed("en")
    title = paper.blocks[0]
    assert isinstance(title, Para)
    runs = tuple(
        msgspec.structs.replace(span, note=Footnote("1", (Span("These conclusions will not be published."),)))
        if span.note
        else span
        for span in title.runs
    )
    blocks = (msgspec.structs.replace(title, runs=runs), *paper.blocks[1:])
    found = verdict(FORMS[form](msgspec.structs.replace(paper, blocks=blocks)))
    assert found.difference is not None
    assert found.difference.place == Place("footnote", "footnote 1")
    assert "will not be" in found.difference.paper
    assert "will be" in found.difference.record


def test_the_answer_in_words() -> None:
    paper = printed("en")
    place = next(
        n for n, block in enumerate(paper.blocks) if isinstance(block, Numbered) and block.level == 1
    )
    changed = other(paper, lambda words: words.replace("upon", "without"), place)
    sentences = [say(each, "en") for each in verdict(write_docx(changed)).sentences()]
    assert sentences == [
        "Paragraph 2(i): the paper has “(i) Help keepers, without their request, as set out …”, the record "
        "has “(i) Help keepers, upon their request, as set out …”."
    ]


def test_a_draft_is_provisional_whatever_its_words() -> None:
    of = drafted("en")
    paper = trust.stamped(final(of.state, "en", draft=True), of.seq)
    found = verdict(write_docx(paper), of)
    assert found.difference is None
    assert not found.same
    assert "not adopted" in say(found.sentences()[0], "en")


def test_a_paper_that_says_nothing_of_itself_is_compared_with_the_text_as_it_is() -> None:
    for language in LANGUAGES:
        paper = msgspec.structs.replace(printed(language), record="", fingerprint_line="")
        found = verdict(write_docx(paper))
        assert found.same
        assert found.named.language == language
        assert "does not say" in say(found.sentences()[-1], "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_foot_is_enough_to_find_the_row_and_the_paper(language: str) -> None:
    for key in ("final", "decisions"):
        paper = msgspec.structs.replace(printed(language, key), record="")
        for write in FORMS.values():
            found = verdict(write(paper))
            assert found.same
            assert (found.named.key, found.named.language, found.named.seq) == (key, language, held().seq)


def test_what_cannot_be_verified() -> None:
    paper = printed("en")
    later = msgspec.structs.replace(paper, record=paper.record.replace(f":{held().seq}:", ":9999:"))
    with pytest.raises(NotVerifiable, match="ends at row"):
        verdict(write_docx(later))
    proposed = msgspec.structs.replace(paper, record=paper.record.replace(":final:", ":marked:"))
    with pytest.raises(NotVerifiable, match="what was proposed"):
        verdict(write_docx(proposed))


def test_the_meeting_goes_on() -> None:
    then = adopted("en")
    data = write_docx(trust.stamped(final(then.state, "en"), then.seq))
    seq, before = then.seq, then.state
    then.do(do="set_meeting", symbol="MLH/2027")

    def state_at(row: int) -> object:
        return before if row == seq else then.state

    found = verify(read_paper_bytes(data, "x"), then.seq, state_at)  # type: ignore[arg-type]
    assert found.same
    assert found.now is None
    assert "reads the same today" in say(found.sentences()[-1], "en")


def test_a_fingerprint_that_was_forged_is_said() -> None:
    paper = msgspec.structs.replace(printed("en"), record=printed("en").record[:-16] + "0" * 16)
    found = verdict(write_docx(paper))
    assert found.same
    assert "0000000000000000" in say(found.warnings[0], "en")
