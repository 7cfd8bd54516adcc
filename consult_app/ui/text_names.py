"""How the texts of a meeting are called, in the window's language."""

from __future__ import annotations

from consult_app.drafting.amendments.amendment import Drafting
from consult_app.drafting.house_style.house import capitalized
from consult_app.drafting.text.nodes import Text
from consult_app.drafting.wordings.wording import words
from consult_app.ui.language import Languages
from consult_app.words import term


def text_name(text: Text) -> str:
    """How *text* is called in the window's language: by its title, else by its kind."""
    language = Languages.current()
    for node in text:
        if text.tree.spots[node.id].kind == "title" and not node.deleted:
            return words(node.text(language) or node.text(node.original))
    return capitalized(term("kind", text.kind, "text", language))


def short_name(drafting: Drafting, text: Text) -> str:
    """How *text* is called beside a place in it: by its kind, where no other text is of the same."""
    same = [each for each in drafting.texts.values() if each.kind == text.kind]
    return term("kind", text.kind, "text", Languages.current()) if len(same) == 1 else text_name(text)
