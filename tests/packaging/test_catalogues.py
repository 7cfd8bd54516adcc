"""The tool that looks after the catalogues: finds every message, writes the same file twice, sees faults."""

from __future__ import annotations

import gettext
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]

SOURCE = """
from somewhere import N_, refuse, tr, tr_n

LABEL = N_("Open a sitting")
def act(n, number):
    tr("Keep")
    tr_n("{n} amendment", "{n} amendments", n)
    self.language.pgettext("menu", "File")
    raise refuse("seconder", N_("Amendment {number} has "
                                "no seconder."), number=number)
"""


@pytest.fixture
def tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the tool, at work on an invented project."""
    spec = importlib.util.spec_from_file_location("catalogues", ROOT / "packaging" / "catalogues.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "catalogues", module)
    spec.loader.exec_module(module)
    (tmp_path / "consult_app").mkdir()
    (tmp_path / "consult_app" / "acts.py").write_text(SOURCE, "utf-8")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    return module


def translate(tool: ModuleType, language: str, **extra: str) -> Path:
    path: Path = tool.po_file(language)
    said = {
        "Open a sitting": "Ouvrir une séance",
        "Keep": "Garder",
        "File": "Fichier",
        "Amendment {number} has no seconder.": "L’amendement {number} n’est pas appuyé.",
        **extra,
    }
    text = path.read_text("utf-8")
    for english, words in said.items():
        text = text.replace(f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{words}"')
    text = text.replace(
        'msgstr[0] ""\nmsgstr[1] ""', 'msgstr[0] "un amendement"\nmsgstr[1] "{n} amendements"'
    )
    path.write_text(text, "utf-8")
    return path


def test_finds_every_message(tool: ModuleType) -> None:
    found = {message.id for message in tool.extract() if message.id}
    assert found == {
        "Open a sitting",
        "Keep",
        ("{n} amendment", "{n} amendments"),
        "File",
        "Amendment {number} has no seconder.",
    }


def test_an_f_string_cannot_be_a_message(tool: ModuleType) -> None:
    with pytest.raises(ValueError, match=r"acts\.py:1"):
        list(tool.messages_of('tr(f"Amendment {n}")', "acts.py"))


def test_writes_the_same_file_twice_and_no_dates(tool: ModuleType) -> None:
    tool.update(prune=False)
    first = tool.po_file("fr").read_bytes()
    tool.update(prune=False)
    assert tool.po_file("fr").read_bytes() == first
    assert b"Date" not in first and b"Babel" not in first
    assert b"acts.py\n" in first


def test_a_message_gone_is_kept_until_pruned(tool: ModuleType) -> None:
    tool.update(prune=False)
    translate(tool, "fr")
    source = tool.ROOT / "consult_app" / "acts.py"
    source.write_text(SOURCE.replace('tr("Keep")', "pass"), "utf-8")
    tool.update(prune=False)
    assert '#~ msgid "Keep"\n#~ msgstr "Garder"' in tool.po_file("fr").read_text("utf-8")
    tool.update(prune=True)
    assert "Garder" not in tool.po_file("fr").read_text("utf-8")


def test_check_and_compile(tool: ModuleType) -> None:
    tool.update(prune=False)
    assert sum("not translated" in fault for fault in tool.check()) == 10
    for language in ("fr", "es"):
        translate(tool, language)
    assert tool.check() == []
    tool.compile_all()
    french = gettext.translation("consult", tool.ROOT / "locales", ["fr"])
    assert french.gettext("Keep") == "Garder"
    assert french.pgettext("menu", "File") == "Fichier"
    assert french.ngettext("{n} amendment", "{n} amendments", 2) == "{n} amendements"


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("L’amendement n’est pas appuyé.", "values differ: number became none"),
        ("L’amendement {numero} n’est pas appuyé.", "values differ: number became numero"),
        ("L’amendement {number n’est pas appuyé.", "braces are wrong"),
    ],
)
def test_check_sees_values_that_differ(tool: ModuleType, words: str, fault: str) -> None:
    tool.update(prune=False)
    translate(tool, "fr", **{"Amendment {number} has no seconder.": words})
    translate(tool, "es")
    (said,) = tool.check()
    assert said.startswith("fr: 'Amendment {number} has no seconder.'") and fault in said
