"""Outcome sentences: how the record says that something was decided (procedure.md §2.6, §7.3).

They are formulas of the house and not message ids: a reviser signs them once, here.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from consult_app.drafting.house_style.house import capitalized, label_figure, list_of, with_article
from consult_app.words import number_words

from . import past_forms
from .past_forms import form as form_in

#: step of an amendment: language: sentence; {the} is "amendment D.3" with its article
_AMENDMENT: dict[str, dict[str, str]] = {
    "adopted": {"en": "{The} was adopted.", "fr": "{The} est adopté.", "es": "Se adopta {the}."},
    "adopted_as_subamended": {
        "en": "{The} was adopted as subamended.",
        "fr": "{The} est adopté tel que sous-amendé.",
        "es": "Se adopta {the} en su forma subenmendada.",
    },
    "rejected": {
        "en": "{The} was not adopted.",
        "fr": "{The} n’est pas adopté.",
        "es": "No se adopta {the}.",
    },
    "withdrawn": {"en": "{The} was withdrawn.", "fr": "{The} est retiré.", "es": "Se retira {the}."},
    "not_seconded": {
        "en": "{The} was not seconded and was therefore not discussed.",
        "fr": "N’ayant pas été appuyé, {the} n’est pas examiné.",
        "es": "Al no recibir apoyo, {the} no se examina.",
    },
    "not_moved": {
        "en": "{The} was not moved.",
        "fr": "{The} n’est pas présenté.",
        "es": "{The} no se presenta.",
    },
    "fell": {"en": "{The} fell.", "fr": "{The} devient caduc.", "es": "{The} decae."},
    "merged": {
        "en": "{The} was considered together with another amendment.",
        "fr": "{The} est examiné conjointement avec un autre.",
        "es": "{The} se examina conjuntamente con otra.",
    },
    "inadmissible": {
        "en": "{The} was not receivable.",
        "fr": "{The} est irrecevable.",
        "es": "{The} no es admisible.",
    },
    "superseded": {
        "en": "{The} was replaced by its author.",
        "fr": "{The} est remplacé par son auteur.",
        "es": "{The} es sustituida por su autor.",
    },
    "agreed_instead": {
        "en": "Other words were agreed in the place of those {of_the}.",
        "fr": "D’autres termes sont retenus à la place de ceux {of_the}.",
        "es": "Se acuerdan otros términos en lugar de los {of_the}.",
    },
    "referred": {
        "en": "{The} was referred to the drafting group.",
        "fr": "{The} est renvoyé au groupe de rédaction.",
        "es": "Se remite {the} al grupo de redacción.",
    },
    "deferred": {
        "en": "Consideration of {the} was deferred.",
        "fr": "L’examen {of_the} est reporté.",
        "es": "Se aplaza el examen {of_the}.",
    },
    "bracketed": {
        "en": "The words of {the} were placed in square brackets.",
        "fr": "Le texte {of_the} est placé entre crochets.",
        "es": "El texto {of_the} se coloca entre corchetes.",
    },
    "taken_over": {
        "en": "{The} was reintroduced by {by}.",
        "fr": "{The} est repris par {by}.",
        "es": "{The} es retomada por {by}.",
    },
}
_THE = {
    "en": ("amendment {number}", "subamendment {number}"),
    "fr": ("l’amendement {number}", "le sous-amendement {number}"),
    "es": ("la enmienda {number}", "la subenmienda {number}"),
}
_OF_THE = {
    "en": ("of amendment {number}", "of subamendment {number}"),
    "fr": ("de l’amendement {number}", "du sous-amendement {number}"),
    "es": ("de la enmienda {number}", "de la subenmienda {number}"),
}
_CORRECTED = {
    "en": "What had been recorded on {the} was corrected.",
    "fr": "Ce qui avait été consigné au sujet {of_the} est rectifié.",
    "es": "Se rectifica lo anotado respecto {of_the}.",
}
#: step of nodes: language: what follows one of them, what follows several; in Spanish what goes before
_NODES: dict[str, dict[str, tuple[str, str]]] = {
    "adopted_unchanged": {
        "en": ("{Nodes} was adopted.", "{Nodes} were adopted."),
        "fr": ("{Nodes} est adopté{e}.", "{Nodes} sont adopté{e}s."),
        "es": ("Se adopta {nodes}.", "Se adoptan {nodes}."),
    },
    "adopted_as_amended": {
        "en": ("{Nodes} was adopted as amended.", "{Nodes} were adopted as amended."),
        "fr": (
            "{Nodes} est adopté{e} tel{le} qu’amendé{e}.",
            "{Nodes} sont adopté{e}s tel{le}s qu’amendé{e}s.",
        ),
        "es": ("Se adopta {nodes} en su forma enmendada.", "Se adoptan {nodes} en su forma enmendada."),
    },
    "reopened": {
        "en": ("{Nodes} was reopened.", "{Nodes} were reopened."),
        "fr": ("L’examen {of_nodes} est rouvert.", "L’examen {of_nodes} est rouvert."),
        "es": ("Se reabre el examen {of_nodes}.", "Se reabre el examen {of_nodes}."),
    },
}
#: several nodes of one kind in a row
_SEVERAL = {
    "paragraph": {"en": "paragraphs {}", "fr": "les paragraphes {}", "es": "los párrafos {}"},
    "clause": {
        "en": "preamble clauses {}",
        "fr": "les alinéas {} du préambule",
        "es": "los apartados {} del preámbulo",
    },
    "heading": {"en": "headings {}", "fr": "les intertitres {}", "es": "los epígrafes {}"},
    "footnote": {
        "en": "footnotes {}",
        "fr": "les notes de bas de page {}",
        "es": "las notas a pie de página {}",
    },
}
_FEMININE = ("la ", "les notes")
_TEXT = {
    "conclusions": {
        "en": ("The Meeting adopted the conclusions.", "The Meeting adopted the conclusions, as amended."),
        "fr": (
            "La Réunion adopte les conclusions.",
            "La Réunion adopte les conclusions, telles qu’amendées.",
        ),
        "es": (
            "La Reunión adopta las conclusiones.",
            "La Reunión adopta las conclusiones, en su forma enmendada.",
        ),
    },
    "resolution": {
        "en": ("The Meeting adopted the resolution.", "The Meeting adopted the resolution, as amended."),
        "fr": ("La Réunion adopte la résolution.", "La Réunion adopte la résolution, telle qu’amendée."),
        "es": ("La Reunión adopta la resolución.", "La Reunión adopta la resolución, en su forma enmendada."),
    },
}
STEPS = frozenset(_AMENDMENT)
NODE_STEPS = frozenset(_NODES)


def of_amendment(
    step: str, number: str, language: str, *, subamendment: bool = False, by: str = "", past: bool = False
) -> str:
    """The sentence for a *step* (one of :data:`STEPS`) of an amendment; *by* is who took it over,
    with the article. The report of proceedings has it in the *past*. KeyError for another step."""
    number = number_words(number, language, "after")
    the = _THE[language][subamendment].format(number=number)
    of_the = _OF_THE[language][subamendment].format(number=number)
    form = form_in(_AMENDMENT[step], past_forms.AMENDMENT[step], language, in_past=past)
    return form.format(The=capitalized(the), the=the, of_the=of_the, by=by)


def of_correction(number: str, language: str, *, subamendment: bool = False) -> str:
    """That something had been recorded wrongly of an amendment, which is as before it (procedure.md A27)."""
    number = number_words(number, language, "after")
    return _CORRECTED[language].format(
        the=_THE[language][subamendment].format(number=number),
        of_the=_OF_THE[language][subamendment].format(number=number),
    )


def of_nodes(step: str, nodes: Sequence[tuple[str, str]], language: str, *, past: bool = False) -> str:
    """The sentence for a *step* (one of :data:`NODE_STEPS`) of *nodes*, each given by kind and label.
    KeyError for another step, ValueError for an unknown kind of node."""
    said: list[str] = []
    for kind, found in groupby(nodes, key=lambda node: "paragraph" if node[0] == "item" else node[0]):
        said.append(_together(kind, [label for _kind, label in found], language))
    feminine = language == "fr" and all(words.startswith(_FEMININE) for words in said)
    form = form_in(_NODES[step], past_forms.NODES[step], language, in_past=past)[len(nodes) > 1]
    return form.format(
        Nodes=capitalized(list_of(said, language)),
        nodes=_closed(list_of(said, language), language, form),
        of_nodes=list_of([genitive(words, language) for words in said], language),
        e="e" if feminine else "",
        le="le" if feminine else "",
    )


def _together(kind: str, labels: list[str], language: str) -> str:
    """ "paragraphs 2(ii) and 2(iii)", "les alinéas 1, 2 et 3 du préambule"; one alone with its article."""
    if len(labels) == 1 or kind not in _SEVERAL:
        return list_of([with_article(kind, label, language) for label in labels], language)
    figures = [label_figure(label, language) for label in labels]
    return _SEVERAL[kind][language].format(list_of(figures, language))


def of_text(kind: str, language: str, *, amended: bool, past: bool = False) -> str:
    """The sentence with which the Meeting adopts the text as a whole."""
    kind = kind if kind in _TEXT else "conclusions"
    return form_in(_TEXT[kind], past_forms.TEXT[kind], language, in_past=past)[amended]


def _closed(listed: str, language: str, form: str) -> str:
    """Spanish closes "2, i)" with a comma where the sentence goes on."""
    return f"{listed}," if language == "es" and ", " in listed and "{nodes} en " in form else listed


def genitive(node: str, language: str) -> str:
    """What begins with its article, after "of": "of paragraph 5", "du paragraphe 5", "del párrafo 5"."""
    for article, contracted in {"fr": (("le ", "du "), ("les ", "des ")), "es": (("el ", "del "),)}.get(
        language, ()
    ):
        if node.startswith(article):
            return contracted + node.removeprefix(article)
    return f"{'of' if language == 'en' else 'de'} {node}"
