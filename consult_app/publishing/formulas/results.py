"""Results of votes in words: what the record, the screen and the command line say of a vote
(procedure.md §7.3).

Like the outcomes, they are formulas of the house and not message ids: a reviser signs them once, here.
"""

from __future__ import annotations

from consult_app.drafting.house_style.house import capitalized, list_of, number, quote, with_article
from consult_app.meetings.kept.votes import Subject, Vote
from consult_app.words import number_words

from . import past_forms
from .outcomes import of_amendment, of_nodes
from .past_forms import form as form_in

_FIGURES = {
    "en": "The vote was {favour} in favour, {against} against, with {abstaining}.",
    "fr": "Le résultat du vote est le suivant: {favour} pour, {against} contre et {abstaining}.",
    "es": "El resultado de la votación es el siguiente: {favour} a favor, {against} en contra y "
    "{abstaining}.",
}
_VOID = {
    "en": "The quorum was not reached; the vote was void.",
    "fr": "Le quorum n’étant pas atteint, le vote n’est pas acquis.",
    "es": "Al no haberse alcanzado el quórum, la votación no es válida.",
}
_TIE = {"en": "The votes were equal.", "fr": "Il y a égalité des voix.", "es": "Se produce un empate."}
#: what is voted on that is neither an amendment nor a node: {what} stands in quotation marks
_FREE = {
    "adopted": {"en": "{what} was adopted.", "fr": "{what}: adopté.", "es": "{what}: se adopta."},
    "rejected": {"en": "{what} was not adopted.", "fr": "{what}: non adopté.", "es": "{what}: no se adopta."},
}
_NODE_REJECTED = {
    "en": "{Node} was not adopted.",
    "fr": "{Node} n’est pas adopté{e}.",
    "es": "No se adopta {node}.",
}
_MOTIONS = {
    "refer_back": {
        "en": "the motion to refer the question back",
        "fr": "la motion de renvoi de la question",
        "es": "la moción de devolución de la cuestión",
    },
    "postpone": {
        "en": "the motion to postpone consideration of the question",
        "fr": "la motion d’ajournement de la question",
        "es": "la moción de aplazamiento del examen de la cuestión",
    },
    "adjourn_sitting": {
        "en": "the motion to adjourn the sitting",
        "fr": "la motion de levée de la séance",
        "es": "la moción de levantamiento de la sesión",
    },
    "adjourn_debate": {
        "en": "the motion to adjourn the debate",
        "fr": "la motion d’ajournement du débat",
        "es": "la moción de aplazamiento del debate",
    },
    "next_item": {
        "en": "the motion to pass to the next item",
        "fr": "la motion de passage à la question suivante",
        "es": "la moción de pasar al punto siguiente",
    },
    "opinion": {
        "en": "the motion to ask for an opinion",
        "fr": "la motion de demande d’avis",
        "es": "la moción de solicitud de opinión",
    },
    "closure": {
        "en": "the motion for the closure of the debate",
        "fr": "la motion de clôture du débat",
        "es": "la moción de cierre del debate",
    },
    "point_of_order": {
        "en": "the point of order",
        "fr": "la motion d’ordre",
        "es": "la cuestión de orden",
    },
}
_MOTION_ENDS = {
    "carried": {"en": "{Motion} was carried.", "fr": "{Motion} est adoptée.", "es": "Se aprueba {motion}."},
    "lost": {"en": "{Motion} was lost.", "fr": "{Motion} est rejetée.", "es": "Se rechaza {motion}."},
    "withdrawn": {
        "en": "{Motion} was withdrawn.",
        "fr": "{Motion} est retirée.",
        "es": "Se retira {motion}.",
    },
    "not_seconded": {
        "en": "{Motion} was not seconded and was therefore not discussed.",
        "fr": "N’ayant pas été appuyée, {motion} n’est pas examinée.",
        "es": "Al no recibir apoyo, {motion} no se examina.",
    },
    "moved": {"en": "{Motion} was moved.", "fr": "{Motion} est présentée.", "es": "Se presenta {motion}."},
    "seconded": {
        "en": "{Motion} was moved and seconded.",
        "fr": "{Motion} est présentée et appuyée.",
        "es": "Se presenta {motion}, que recibe apoyo.",
    },
}
_RULINGS = {
    "moved": {"en": "A point of order was raised.", "fr": "Une motion d’ordre est présentée.",
              "es": "Se plantea una cuestión de orden."},
    "upheld": {"en": "The Chairperson upheld the point of order.", "fr": "La motion d’ordre est accueillie.",
               "es": "La Presidencia acepta la cuestión de orden."},
    "not_upheld": {"en": "The Chairperson did not uphold the point of order.",
                   "fr": "La motion d’ordre n’est pas accueillie.",
                   "es": "La Presidencia no acepta la cuestión de orden."},
}  # fmt: skip
_RULINGS["withdrawn"] = _MOTION_ENDS["withdrawn"]
_PREFERRED = {
    "en": "Amendments {first} and {other} were put against each other; {winner} was preferred.",
    "fr": "Les amendements {first} et {other} sont opposés l’un à l’autre; l’amendement {winner} l’emporte.",
    "es": "Las enmiendas {first} y {other} se someten a votación una frente a otra; prevalece la enmienda "
    "{winner}.",
}
_AGAINST_FIGURES = {
    "en": "There were {favour} for {first} and {against} for {other}, with {abstaining}.",
    "fr": "Il y a {favour} pour l’amendement {first}, {against} pour l’amendement {other} et {abstaining}.",
    "es": "Hay {favour} a favor de la enmienda {first}, {against} a favor de la enmienda {other} y "
    "{abstaining}.",
}
_ELECTED = {"en": "{names} was elected.", "fr": "{names} est élu(e).", "es": "Se elige a {names}."}
_ELECTED_MANY = {"en": "{names} were elected.", "fr": "{names} sont élu(e)s.", "es": "Se elige a {names}."}
_NEXT_ROUND = {
    "en": "No candidate obtained the majority of {majority}; {names} go into the next round.",
    "fr": "Aucun candidat n’ayant obtenu la majorité de {majority}, {names} restent en lice au tour suivant.",
    "es": "Ningún candidato obtiene la mayoría de {majority}; pasan a la siguiente vuelta {names}.",
}
_CANDIDATE = {"en": "{name}: {votes}", "fr": "{name}: {votes}", "es": "{name}: {votes}"}
_PAPERS = {
    "en": "The result of the ballot was: {candidates}; invalid ballot papers: {invalid}; "
    "abstentions: {none}.",
    "fr": "Le résultat du scrutin est le suivant: {candidates}; bulletins nuls: {invalid}; "
    "abstentions: {none}.",
    "es": "El resultado de la votación es el siguiente: {candidates}; papeletas nulas: {invalid}; "
    "abstenciones: {none}.",
}
_QUORUM = {
    "en": "The quorum was {needed}; {counted} were counted.",
    "fr": "Le quorum était de {needed}; {counted} ont été comptées.",
    "es": "El quórum era de {needed}; se contaron {counted}.",
}


def of_vote(vote: Vote, language: str, *, past: bool = False) -> str:
    """The whole result: what became of the subject, and the figures; of a void vote only that it was
    void, and the figures. The report of proceedings has it in the *past*."""
    if vote.candidates:
        return f"{_of_election(vote, language, past)} {_papers(vote, language, past)}"
    figures = _figures(vote, language, past)
    if vote.outcome == "void":
        return f"{figures} {outcome(vote, language, past=past)}"
    tied = form_in(_TIE, past_forms.TIE, language, in_past=past) if vote.figures.tied else ""
    parts = [tied, outcome(vote, language, past=past), figures]
    return " ".join(part for part in parts if part)


def outcome(vote: Vote, language: str, *, past: bool = False) -> str:
    """What became of the subject of the vote: "Amendment D.12 was not adopted."; "" for a tie between
    two amendments."""
    subject = vote.subject
    if vote.outcome == "void":
        return form_in(_VOID, past_forms.VOID, language, in_past=past)
    if vote.outcome == "tied":
        return ""
    if vote.outcome == "preferred":
        return form_in(_PREFERRED, past_forms.PREFERRED, language, in_past=past).format(
            first=number_words(subject.label, language, "after"),
            other=number_words(subject.other_label, language, "after"),
            winner=_named(vote.winners[0], language),
        )
    if subject.kind == "motion":
        carried = "carried" if vote.outcome == "adopted" else "lost"
        return of_motion(subject.kind_of, carried, language, past=past)
    if subject.kind in ("amendment", "subamendment"):
        sub = subject.kind == "subamendment"
        step = (subject.adopted_as or "adopted") if vote.outcome == "adopted" else vote.outcome
        return of_amendment(step, subject.label, language, subamendment=sub, past=past)
    if subject.kind == "node":
        return _of_node(subject, vote.outcome, language, past)
    form = form_in(_FREE[vote.outcome], past_forms.FREE[vote.outcome], language, in_past=past)
    return form.format(what=quote(subject.label, language))


def quorum(vote: Vote, language: str) -> str:
    """The quorum that was asked and what was counted for it; "" where none was asked."""
    found = vote.figures
    if not found.needed:
        return ""
    said = number(found.counted, language)
    votes = {
        "en": f"{said} votes" if found.counted != 1 else "1 vote",
        "fr": f"{said} voix",
        "es": f"{said} votos" if found.counted != 1 else "1 voto",
    }[language]
    return _QUORUM[language].format(needed=number(found.needed, language), counted=votes)


def of_motion(kind: str, state: str, language: str, *, past: bool = False) -> str:
    """What became of a motion as to procedure, or of a point of order."""
    if kind == "point_of_order" and state in _RULINGS:
        form = form_in(_RULINGS[state], past_forms.RULINGS[state], language, in_past=past)
    else:
        form = form_in(_MOTION_ENDS[state], past_forms.MOTION_ENDS[state], language, in_past=past)
    motion = motion_name(kind, language)
    return form.format(Motion=capitalized(motion), motion=motion)


def motion_name(kind: str, language: str) -> str:
    """ "the motion for the closure of the debate": a motion within a sentence."""
    return _MOTIONS[kind][language]


def votes_said(count: int, language: str) -> str:
    """ "73,264", "73 264 voix", "73 264 votos", "1 voto": a number of votes within a result."""
    said = number(count, language)
    if language == "en":
        return said
    return f"{said} voix" if language == "fr" else f"{said} voto{'' if count == 1 else 's'}"


def abstentions(count: int, language: str) -> str:
    """ "3,078 abstentions", "1 abstention", "no abstentions" and their like."""
    if not count:
        return {"en": "no abstentions", "fr": "aucune abstention", "es": "ninguna abstención"}[language]
    one, many = {
        "en": ("abstention", "abstentions"),
        "fr": ("abstention", "abstentions"),
        "es": ("abstención", "abstenciones"),
    }[language]
    return f"{number(count, language)} {one if count == 1 else many}"


def _figures(vote: Vote, language: str, past: bool) -> str:
    found, subject = vote.figures, vote.subject
    form = form_in(_FIGURES, past_forms.FIGURES, language, in_past=past)
    if subject.other:
        form = form_in(_AGAINST_FIGURES, past_forms.AGAINST_FIGURES, language, in_past=past)
    said = {"favour": found.favour, "against": found.against}
    figures = {name: votes_said(count, language) for name, count in said.items()}
    if subject.other and language == "en":
        figures = {name: f"{number(n, 'en')} vote{'' if n == 1 else 's'}" for name, n in said.items()}
    if not subject.other and language == "es":
        # "20 votos a favor, 3 en contra": the noun is not said twice
        figures["against"] = number(found.against, "es")
    return form.format(
        abstaining=abstentions(found.abstaining, language),
        first=_named(subject.label, language),
        other=_named(subject.other_label, language),
        **figures,
    )


def _named(label: str, language: str) -> str:
    """An amendment by its number: in French and Spanish the noun stands before it."""
    return number_words(label, language, "within" if language == "en" else "after")


def _of_node(subject: Subject, result: str, language: str, past: bool) -> str:
    if result == "adopted":
        step = subject.adopted_as or "adopted_unchanged"
        return of_nodes(step, [(subject.kind_of, subject.label)], language, past=past)
    node = with_article(subject.kind_of, subject.label, language)
    feminine = language == "fr" and node.startswith("la ")
    form = form_in(_NODE_REJECTED, past_forms.NODE_REJECTED, language, in_past=past)
    return form.format(Node=capitalized(node), node=node, e="e" if feminine else "")


def _of_election(vote: Vote, language: str, past: bool) -> str:
    if vote.outcome == "void":
        return form_in(_VOID, past_forms.VOID, language, in_past=past)
    names = list_of(vote.winners, language)
    if vote.outcome == "elected":
        one, one_past = _ELECTED, past_forms.ELECTED
        many, many_past = _ELECTED_MANY, past_forms.ELECTED_MANY
        alone = len(vote.winners) == 1
        form = form_in(one if alone else many, one_past if alone else many_past, language, in_past=past)
        return form.format(names=names)
    form = form_in(_NEXT_ROUND, past_forms.NEXT_ROUND, language, in_past=past)
    return form.format(majority=number(vote.majority, language), names=names)


def _papers(vote: Vote, language: str, past: bool) -> str:
    ranked = sorted(vote.candidates.items(), key=lambda each: -each[1])
    said = "; ".join(
        _CANDIDATE[language].format(name=name, votes=number(votes, language)) for name, votes in ranked
    )
    return form_in(_PAPERS, past_forms.PAPERS, language, in_past=past).format(
        candidates=said,
        invalid=number(vote.invalid, language),
        none=number(vote.figures.abstaining, language),
    )
