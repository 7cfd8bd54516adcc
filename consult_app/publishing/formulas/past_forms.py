"""The formulas of outcomes in the past, for the report of proceedings (procedure.md §2.6): French and Spanish
records say «est adopté», «Se adopta», their reports «a été adopté», «Se adoptó».

English says both in the past and is not here. Like the formulas of the record they are signed once by a
reviser, and they take the same values.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")

#: step of an amendment
AMENDMENT: dict[str, dict[str, str]] = {
    "adopted": {"fr": "{The} a été adopté.", "es": "Se adoptó {the}."},
    "adopted_as_subamended": {
        "fr": "{The} a été adopté tel que sous-amendé.",
        "es": "Se adoptó {the} en su forma subenmendada.",
    },
    "rejected": {"fr": "{The} n’a pas été adopté.", "es": "No se adoptó {the}."},
    "withdrawn": {"fr": "{The} a été retiré.", "es": "Se retiró {the}."},
    "not_seconded": {
        "fr": "N’ayant pas été appuyé, {the} n’a pas été examiné.",
        "es": "Al no haber recibido apoyo, {the} no se examinó.",
    },
    "not_moved": {"fr": "{The} n’a pas été présenté.", "es": "{The} no se presentó."},
    "fell": {"fr": "{The} est devenu caduc.", "es": "{The} decayó."},
    "merged": {
        "fr": "{The} a été examiné conjointement avec un autre.",
        "es": "{The} se examinó conjuntamente con otra.",
    },
    "inadmissible": {"fr": "{The} a été déclaré irrecevable.", "es": "{The} no se declaró admisible."},
    "superseded": {
        "fr": "{The} a été remplacé par son auteur.",
        "es": "{The} fue sustituida por su autor.",
    },
    "agreed_instead": {
        "fr": "D’autres termes ont été retenus à la place de ceux {of_the}.",
        "es": "Se acordaron otros términos en lugar de los {of_the}.",
    },
    "referred": {
        "fr": "{The} a été renvoyé au groupe de rédaction.",
        "es": "Se remitió {the} al grupo de redacción.",
    },
    "deferred": {"fr": "L’examen {of_the} a été reporté.", "es": "Se aplazó el examen {of_the}."},
    "bracketed": {
        "fr": "Le texte {of_the} a été placé entre crochets.",
        "es": "El texto {of_the} se colocó entre corchetes.",
    },
    "taken_over": {"fr": "{The} a été repris par {by}.", "es": "{The} fue retomada por {by}."},
}
#: step of nodes: of one, of several
NODES: dict[str, dict[str, tuple[str, str]]] = {
    "adopted_unchanged": {
        "fr": ("{Nodes} a été adopté{e}.", "{Nodes} ont été adopté{e}s."),
        "es": ("Se adoptó {nodes}.", "Se adoptaron {nodes}."),
    },
    "adopted_as_amended": {
        "fr": (
            "{Nodes} a été adopté{e} tel{le} qu’amendé{e}.",
            "{Nodes} ont été adopté{e}s tel{le}s qu’amendé{e}s.",
        ),
        "es": ("Se adoptó {nodes} en su forma enmendada.", "Se adoptaron {nodes} en su forma enmendada."),
    },
    "reopened": {
        "fr": ("L’examen {of_nodes} a été rouvert.",) * 2,
        "es": ("Se reabrió el examen {of_nodes}.",) * 2,
    },
}
#: the adoption of a text: without amendments, then with them
TEXT: dict[str, dict[str, tuple[str, str]]] = {
    "conclusions": {
        "fr": (
            "La Réunion a adopté les conclusions.",
            "La Réunion a adopté les conclusions, telles qu’amendées.",
        ),
        "es": (
            "La Reunión adoptó las conclusiones.",
            "La Reunión adoptó las conclusiones, en su forma enmendada.",
        ),
    },
    "resolution": {
        "fr": ("La Réunion a adopté la résolution.", "La Réunion a adopté la résolution, telle qu’amendée."),
        "es": ("La Reunión adoptó la resolución.", "La Reunión adoptó la resolución, en su forma enmendada."),
    },
}
FIGURES = {
    "fr": "Le résultat du vote a été le suivant: {favour} pour, {against} contre et {abstaining}.",
    "es": "El resultado de la votación fue el siguiente: {favour} a favor, {against} en contra y "
    "{abstaining}.",
}
AGAINST_FIGURES = {
    "fr": "Il y a eu {favour} pour l’amendement {first}, {against} pour l’amendement {other} et "
    "{abstaining}.",
    "es": "Hubo {favour} a favor de la enmienda {first}, {against} a favor de la enmienda {other} y "
    "{abstaining}.",
}
VOID = {
    "fr": "Le quorum n’ayant pas été atteint, le vote n’a pas été acquis.",
    "es": "Al no haberse alcanzado el quórum, la votación no fue válida.",
}
TIE = {"fr": "Il y a eu égalité des voix.", "es": "Se produjo un empate."}
FREE = {
    "adopted": {"fr": "{what}: adopté.", "es": "{what}: se adoptó."},
    "rejected": {"fr": "{what}: non adopté.", "es": "{what}: no se adoptó."},
}
NODE_REJECTED = {"fr": "{Node} n’a pas été adopté{e}.", "es": "No se adoptó {node}."}
PREFERRED = {
    "fr": "Les amendements {first} et {other} ont été opposés l’un à l’autre; l’amendement {winner} l’a "
    "emporté.",
    "es": "Las enmiendas {first} y {other} se sometieron a votación una frente a otra; prevaleció la "
    "enmienda {winner}.",
}
MOTION_ENDS: dict[str, dict[str, str]] = {
    "carried": {"fr": "{Motion} a été adoptée.", "es": "Se aprobó {motion}."},
    "lost": {"fr": "{Motion} a été rejetée.", "es": "Se rechazó {motion}."},
    "withdrawn": {"fr": "{Motion} a été retirée.", "es": "Se retiró {motion}."},
    "not_seconded": {
        "fr": "N’ayant pas été appuyée, {motion} n’a pas été examinée.",
        "es": "Al no haber recibido apoyo, {motion} no se examinó.",
    },
    "moved": {"fr": "{Motion} a été présentée.", "es": "Se presentó {motion}."},
    "seconded": {
        "fr": "{Motion} a été présentée et appuyée.",
        "es": "Se presentó {motion}, que recibió apoyo.",
    },
}
RULINGS: dict[str, dict[str, str]] = {
    "moved": {"fr": "Une motion d’ordre a été présentée.", "es": "Se planteó una cuestión de orden."},
    "upheld": {
        "fr": "La motion d’ordre a été accueillie.",
        "es": "La Presidencia aceptó la cuestión de orden.",
    },
    "not_upheld": {
        "fr": "La motion d’ordre n’a pas été accueillie.",
        "es": "La Presidencia no aceptó la cuestión de orden.",
    },
    "withdrawn": MOTION_ENDS["withdrawn"],
}
ELECTED = {"fr": "{names} a été élu(e).", "es": "Se eligió a {names}."}
ELECTED_MANY = {"fr": "{names} ont été élu(e)s.", "es": "Se eligió a {names}."}
NEXT_ROUND = {
    "fr": "Aucun candidat n’ayant obtenu la majorité de {majority}, {names} sont restés en lice au tour "
    "suivant.",
    "es": "Ningún candidato obtuvo la mayoría de {majority}; pasaron a la siguiente vuelta {names}.",
}
PAPERS = {
    "fr": "Le résultat du scrutin a été le suivant: {candidates}; bulletins nuls: {invalid}; "
    "abstentions: {none}.",
    "es": "El resultado de la votación fue el siguiente: {candidates}; papeletas nulas: {invalid}; "
    "abstenciones: {none}.",
}
#: how a vote was taken: without and with who asked for it
TAKEN: dict[str, dict[str, tuple[str, str]]] = {
    "record_vote": {
        "fr": (
            "Il a été procédé à un vote par appel nominal.",
            "À la demande {of_who}, il a été procédé à un vote par appel nominal.",
        ),
        "es": ("Se procedió a votación nominal.", "A petición {of_who}, se procedió a votación nominal."),
    },
    "secret_ballot": {
        "fr": (
            "Il a été procédé à un scrutin secret.",
            "À la demande {of_who}, il a été procédé à un scrutin secret.",
        ),
        "es": ("Se procedió a votación secreta.", "A petición {of_who}, se procedió a votación secreta."),
    },
}
DECLARED = {
    "fr": "Les voix étant également partagées, la présidence en a proclamé le résultat.",
    "es": "Al producirse un empate, la Presidencia proclamó el resultado.",
}
STATEMENTS: dict[str, dict[str, str]] = {
    "reservation": {
        "fr": "{By} a fait consigner une réserve concernant {what}.",
        "es": "{By} dejó constancia de una reserva sobre {what}.",
    },
    "statement": {
        "fr": "{By} a fait consigner une déclaration concernant {what}.",
        "es": "{By} hizo constar una declaración sobre {what}.",
    },
    "dissociation": {
        "fr": "{By} s’est dissocié(e) du consensus concernant {what}.",
        "es": "{By} se desvinculó del consenso sobre {what}.",
    },
}
LEFT = {"fr": "{office}: {name} a quitté ses fonctions.", "es": "{office}: {name} dejó el cargo."}


def form(present: Mapping[str, T], past: Mapping[str, T], language: str, *, in_past: bool) -> T:
    """The form in *language* from the table of the record or, with *in_past*, from that of the report."""
    return past[language] if in_past and language in past else present[language]


__all__ = [
    "AGAINST_FIGURES", "AMENDMENT", "DECLARED", "ELECTED", "ELECTED_MANY", "FIGURES", "FREE", "LEFT",
    "MOTION_ENDS", "NEXT_ROUND", "NODES", "NODE_REJECTED", "PAPERS", "PREFERRED", "RULINGS",
    "STATEMENTS", "TAKEN", "TEXT", "TIE", "VOID", "form",
]  # fmt: skip
