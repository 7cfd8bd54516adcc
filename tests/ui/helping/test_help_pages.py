"""The manual: a page for every station in three languages, keys that exist, links that lead somewhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from consult_app import places, words
from consult_app.ui.helping.markup import named
from consult_app.ui.helping.pages import KEYS_PAGE, PAGES, page, search
from consult_app.ui.helping.saying import is_known_key, saying_of
from consult_app.ui.helping.where import _PARTS
from consult_app.ui.key_choices import portable
from consult_app.ui.language import Languages
from consult_app.ui.office import Office
from consult_app.ui.stations import PLANS
from tests.ui.burying import bury

LANGUAGES = ("en", "fr", "es")
EVERY = [pytest.param(name, language, id=f"{name}-{language}") for name in PAGES for language in LANGUAGES]


@pytest.fixture(scope="module")
def office(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office with every station made; nothing is opened in it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CONSULT_HOME", str(tmp_path_factory.mktemp("home")))
        made = Office()
        for name in made.shell.station_names:
            made.shell.station(name)
    yield made
    made.shell.close()
    made.shell.deleteLater()
    bury()


def anchors(name: str, language: str) -> set[str]:
    return {section.anchor for section in page(name, language).sections}


def test_every_station_has_a_page() -> None:
    assert {plan.key for plan in PLANS} <= set(PAGES)


def test_no_file_lies_there_that_no_page_shows() -> None:
    folder = places.resources() / "help"
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}
    assert found == {f"{language}/{name}.md" for language in LANGUAGES for name in PAGES}


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_the_page_has_the_same_places_in_each_language(name: str, language: str) -> None:
    here, english = page(name, language), page(name, "en")
    assert [s.anchor for s in here.sections] == [s.anchor for s in english.sections]
    for mine, theirs in zip(here.sections, english.sections, strict=True):
        assert [(b.kind, len(b.lines)) for b in mine.blocks] == [
            (b.kind, len(b.lines)) for b in theirs.blocks
        ]
    assert sorted(named(here, "key")) == sorted(named(english, "key"))
    assert sorted(named(here, "words")) == sorted(named(english, "words"))
    assert sorted(named(here, "to")) == sorted(named(english, "to"))
    assert here.lead and "refused" in anchors(name, language)


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_no_link_is_dead(name: str, language: str) -> None:
    for target in named(page(name, language), "to"):
        where, _, anchor = target.partition("#")
        assert where in (*PAGES, KEYS_PAGE), target
        assert not anchor or anchor in anchors(where, language), target


@pytest.mark.parametrize("name", PAGES)
def test_each_key_exists(name: str, office: Office) -> None:
    unknown = [key for key in named(page(name, "en"), "key") if not is_known_key(office.shell, key)]
    assert unknown == []


@pytest.mark.parametrize("name", PAGES)
def test_each_word_of_the_window_is_in_the_catalogue(name: str) -> None:
    french = words.translator("fr")
    spanish = words.translator("es")
    for msgid in named(page(name, "en"), "words"):
        said = (french.gettext(msgid), spanish.gettext(msgid))
        # of a word that is the same in French, Spanish has another
        assert said != (msgid, msgid), f"{msgid!r} is not translated"


@pytest.fixture(scope="module")
def on_the_screen() -> set[str]:
    """Every string in the code of the window, and in that of the papers it lists."""
    package = Path(places.__file__).parent
    files = [*(package / "ui").rglob("*.py"), *(package / "publishing").rglob("*.py")]
    found: set[str] = set()
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


@pytest.mark.parametrize("name", PAGES)
def test_each_word_of_the_window_is_on_a_control(name: str, on_the_screen: set[str]) -> None:
    assert [words for words in named(page(name, "en"), "words") if words not in on_the_screen] == []


@pytest.mark.parametrize("name", [plan.key for plan in PLANS])
def test_each_key_of_a_station_is_spoken_of(name: str, office: Office) -> None:
    said = {key for each in PAGES for key in named(page(each, "en"), "key")}
    own = {portable(key.partition("/")[2]) for key in said if key.startswith(f"{name}/")}
    fixed = {portable(key[1:]) for key in said if key.startswith("=")}
    keys = getattr(office.shell.station(name), "keys", ())
    unsaid = [each.shipped for each in keys if not {*map(portable, each.shipped)} & (own | fixed)]
    # "1 to 5" names those between as well
    assert [keys for keys in unsaid if not (keys[0].isdecimal() or keys[0].startswith("Alt+"))] == []


def typography(line: str) -> list[str]:
    return re.findall(r"'|\w \?|\w !|« | »|\w ;|\w :(?=\s)", line)


@pytest.mark.parametrize("language", ["fr", "es"])
@pytest.mark.parametrize("name", PAGES)
def test_the_typography_is_that_of_the_house(name: str, language: str) -> None:
    shown = page(name, language)
    lines = [shown.title, shown.lead] + [
        line
        for section in shown.sections
        for block in section.blocks
        if block.kind != "pre"
        for line in (section.title, *block.lines)
    ]
    assert [line for line in lines if typography(line)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_finds_by_title_first_and_without_accents(language: str, office: Office) -> None:
    asked = {"en": "square brackets", "fr": "crochets", "es": "corchetes"}[language]
    with Languages.borrowed(language):
        hits = search(asked, language, saying_of(office.shell))
        assert (hits[0].page, hits[0].anchor) == ("table", "brackets")
        assert search("xyzzy", language, saying_of(office.shell)) == []
        assert search("  ", language, saying_of(office.shell)) == []
    if language == "fr":
        assert any(hit.page == "meeting" for hit in search("seances", "fr", saying_of(office.shell)))


def test_the_parts_with_a_place_of_their_own_are_classes_of_the_window() -> None:
    source = "\n".join(
        path.read_text("utf-8") for path in (Path(places.__file__).parent / "ui").rglob("*.py")
    )
    for kind, place in _PARTS.items():
        assert f"class {kind}(" in source, kind
        name, _, anchor = place.partition("#")
        assert not anchor or anchor in anchors(name, "en")


def test_a_page_that_is_not_there_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(KeyError):
        page("nowhere", "en")
