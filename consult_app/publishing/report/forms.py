"""The sentences of the report of proceedings in each language, in the past (procedure.md §2.6).

Like the outcomes they are formulas of the house and not message ids: a reviser signs them once, here. {By}
is who spoke, with the article; of a pair of forms the first is for one who acts, the second for several.
"""

from __future__ import annotations

SUBMITTED = {
    "en": ("One amendment was submitted: {groups}.", "In all, {count} amendments were submitted: {groups}."),
    "fr": (
        "Un amendement a été présenté: {groups}.",
        "Au total, {count} amendements ont été présentés: {groups}.",
    ),
    "es": ("Se presentó una enmienda: {groups}.", "En total se presentaron {count} enmiendas: {groups}."),
}
SUBMITTED_BY: dict[str, dict[str, str]] = {
    "government": {
        "en": "{n} by Government members and their groups",
        "fr": "{n} par les membres gouvernementaux et leurs groupes",
        "es": "{n} por los miembros gubernamentales y sus grupos",
    },
    "employers": {
        "en": "{n} by the Employers",
        "fr": "{n} par les employeurs",
        "es": "{n} por los empleadores",
    },
    "workers": {
        "en": "{n} by the Workers",
        "fr": "{n} par les travailleurs",
        "es": "{n} por los trabajadores",
    },
    "": {"en": "{n} by others", "fr": "{n} par d’autres", "es": "{n} por otros"},
}
TOOK_UP = {
    "en": "{Organ} took up item {number} of its agenda.",
    "fr": "{Organ} a abordé la question {number} de son ordre du jour.",
    "es": "{Organ} abordó el punto {number} de su orden del día.",
}
TOOK_UP_POINT = {
    "en": "{Organ} took up point {number} for discussion.",
    "fr": "{Organ} a abordé le point {number} proposé pour la discussion.",
    "es": "{Organ} abordó el punto {number} propuesto para la discusión.",
}
FLOOR: dict[str, dict[str, str]] = {
    "speaker": {
        "en": "{By} took the floor.",
        "fr": "{By} a pris la parole.",
        "es": "{By} hizo uso de la palabra.",
    },
    "point_of_order": {
        "en": "{By} raised a point of order.",
        "fr": "{By} a présenté une motion d’ordre.",
        "es": "{By} planteó una cuestión de orden.",
    },
    "right_of_reply": {
        "en": "{By} exercised the right of reply.",
        "fr": "{By} a exercé son droit de réponse.",
        "es": "{By} ejerció su derecho de respuesta.",
    },
}
#: in the place of words that nobody has written yet
BLANK = {
    "en": "[Summary of the statement: to be completed]",
    "fr": "[Résumé de la déclaration: à compléter]",
    "es": "[Resumen de la declaración: por completar]",
}
INTRODUCED = {
    "en": "{By} introduced {the}, {purpose}",
    "fr": "{By} a présenté {the}, {purpose}",
    "es": "{By} presentó {the}, {purpose}",
}
HAD_SUBMITTED = {
    "en": "{By} had submitted {the}, {purpose}",
    "fr": "{By} avait déposé {the}, {purpose}",
    "es": "{By} había presentado {the}, {purpose}",
}
#: of an amendment of several authors, after the first of them has introduced it
TOGETHER = {
    "en": "{The} had been submitted together with {others}.",
    "fr": "{The} avait été soumis conjointement avec {others}.",
    "es": "{The} había sido presentada conjuntamente con {others}.",
}
PROPOSED = {
    "en": "{By} proposed {the}, {purpose}",
    "fr": "{By} a proposé {the}, {purpose}",
    "es": "{By} propuso {the}, {purpose}",
}
#: what was typed in the room and has no number
PROPOSED_ORALLY = {
    "en": "{By} proposed orally {purpose}",
    "fr": "{By} a fait oralement une proposition {purpose}",
    "es": "{By} formuló verbalmente una propuesta {purpose}",
}
ORAL_OUTCOME: dict[str, dict[str, str]] = {
    "adopted": {
        "en": "The proposal was adopted.",
        "fr": "La proposition a été adoptée.",
        "es": "Se adoptó la propuesta.",
    },
    "adopted_as_subamended": {
        "en": "The proposal was adopted as subamended.",
        "fr": "La proposition a été adoptée telle que sous-amendée.",
        "es": "Se adoptó la propuesta en su forma subenmendada.",
    },
    "rejected": {
        "en": "The proposal was not adopted.",
        "fr": "La proposition n’a pas été adoptée.",
        "es": "No se adoptó la propuesta.",
    },
    "withdrawn": {
        "en": "The proposal was withdrawn.",
        "fr": "La proposition a été retirée.",
        "es": "Se retiró la propuesta.",
    },
}
RESUMED = {
    "en": "{Organ} resumed its consideration of {the}.",
    "fr": "{Organ} a repris l’examen {of_the}.",
    "es": "{Organ} reanudó el examen {of_the}.",
}
THE = {
    "en": ("amendment {number}", "subamendment {number}"),
    "fr": ("l’amendement {number}", "le sous-amendement {number}"),
    "es": ("la enmienda {number}", "la subenmienda {number}"),
}
#: the same where the sentence before has named it; the last is an oral proposal
THIS = {
    "en": ("the amendment", "the subamendment", "the proposal"),
    "fr": ("l’amendement", "le sous-amendement", "la proposition"),
    "es": ("la enmienda", "la subenmienda", "la propuesta"),
}
JUSTIFIED = {
    "en": "The reason given was: {words}",
    "fr": "Le motif indiqué était le suivant: {words}",
    "es": "El motivo aducido fue el siguiente: {words}",
}
SECONDED = {
    "en": "{By} seconded {this}.",
    "fr": "{By} a appuyé {this}.",
    "es": "{By} apoyó {this}.",
}
POSITIONS: dict[str, dict[str, tuple[str, str]]] = {
    "supports": {
        "en": ("{By} supported {this}.",) * 2,
        "fr": ("{By} a soutenu {this}.", "{By} ont soutenu {this}."),
        "es": ("{By} respaldó {this}.", "{By} respaldaron {this}."),
    },
    "supports_with_changes": {
        "en": ("{By} supported {this}, subject to changes.",) * 2,
        "fr": (
            "{By} pouvait accepter {this}, sous réserve de modifications.",
            "{By} pouvaient accepter {this}, sous réserve de modifications.",
        ),
        "es": (
            "{By} podía aceptar {this}, a reserva de modificaciones.",
            "{By} podían aceptar {this}, a reserva de modificaciones.",
        ),
    },
    "flexible": {
        "en": ("{By} could go along with {this}.",) * 2,
        "fr": ("{By} pouvait se rallier {to_this}.", "{By} pouvaient se rallier {to_this}."),
        "es": ("{By} no se oponía a {this}.", "{By} no se oponían a {this}."),
    },
    "opposes": {
        "en": ("{By} did not support {this}.",) * 2,
        "fr": ("{By} n’a pas soutenu {this}.", "{By} n’ont pas soutenu {this}."),
        "es": ("{By} no respaldó {this}.", "{By} no respaldaron {this}."),
    },
    "reserves": {
        "en": ("{By} reserved their position on {this}.", "{By} reserved their positions on {this}."),
        "fr": ("{By} a réservé sa position sur {this}.", "{By} ont réservé leur position sur {this}."),
        "es": (
            "{By} reservó su posición sobre {this}.",
            "{By} reservaron su posición sobre {this}.",
        ),
    },
}
CONSEQUENTLY = {
    "en": ("Consequently, {the} fell.", "Consequently, amendments {list} fell."),
    "fr": (
        "En conséquence, {the} est devenu caduc.",
        "En conséquence, les amendements {list} sont devenus caducs.",
    ),
    "es": ("Por consiguiente, {the} decayó.", "Por consiguiente, las enmiendas {list} decayeron."),
}
BY_PARTS = {
    "en": "It was agreed to consider {the} by parts.",
    "fr": "Il a été convenu d’examiner {the} par division.",
    "es": "Se acordó examinar {the} por partes.",
}
MOVED = {
    "en": "{By} put forward {motion}{on}.",
    "fr": "{By} a présenté {motion}{on}.",
    "es": "{By} presentó {motion}{on}.",
}
RAISED = {
    "en": "{By} raised a point of order{on}.",
    "fr": "{By} a présenté une motion d’ordre{on}.",
    "es": "{By} planteó una cuestión de orden{on}.",
}
MOTION_SECONDED = {
    "en": "The motion was seconded by {by}.",
    "fr": "La motion a été appuyée par {by}.",
    "es": "La moción fue apoyada por {by}.",
}
SETTLED: dict[str, dict[str, str]] = {
    "text": {
        "en": "The square brackets in {node} were removed; the text as it stood was kept.",
        "fr": "Les crochets {of_node} ont été supprimés; le texte existant a été maintenu.",
        "es": "Se suprimieron los corchetes {of_node}; se mantuvo el texto existente.",
    },
    "delete": {
        "en": "The words in square brackets in {node} were deleted.",
        "fr": "Les mots entre crochets {of_node} ont été supprimés.",
        "es": "Se suprimieron las palabras entre corchetes {of_node}.",
    },
    "agreed": {
        "en": "Other words were agreed in place of those in square brackets in {node}.",
        "fr": "D’autres termes ont été retenus à la place des mots entre crochets {of_node}.",
        "es": "Se acordaron otros términos en lugar de las palabras entre corchetes {of_node}.",
    },
}
