"""The words around the proceedings in each language: title, headings, introduction, end and annexes
(procedure.md §2.6, §7.3); what was said and done is in ``forms``."""

from __future__ import annotations

TITLE = {"en": "Report of proceedings", "fr": "Compte rendu des travaux", "es": "Actas de las labores"}
#: in the head of every page: nobody has approved it
DRAFT = {"en": "Draft report", "fr": "Projet de compte rendu", "es": "Proyecto de actas"}
HEADINGS: dict[str, dict[str, str]] = {
    "introduction": {"en": "Introduction", "fr": "Introduction", "es": "Introducción"},
    "composition": {
        "en": "Composition and attendance",
        "fr": "Composition et participation",
        "es": "Composición y asistencia",
    },
    "opening": {
        "en": "Opening of the Meeting",
        "fr": "Ouverture de la Réunion",
        "es": "Apertura de la Reunión",
    },
    "statements": {
        "en": "Opening statements",
        "fr": "Déclarations liminaires",
        "es": "Declaraciones de apertura",
    },
    "discussion": {"en": "General discussion", "fr": "Discussion générale", "es": "Discusión general"},
    "conclusions": {
        "en": "Consideration of the draft conclusions",
        "fr": "Examen du projet de conclusions",
        "es": "Examen del proyecto de conclusiones",
    },
    "resolution": {
        "en": "Consideration of the draft resolution",
        "fr": "Examen du projet de résolution",
        "es": "Examen del proyecto de resolución",
    },
    "adoption": {"en": "Adoption", "fr": "Adoption", "es": "Adopción"},
    "closing": {"en": "Closing statements", "fr": "Déclarations finales", "es": "Declaraciones de clausura"},
    "preamble": {"en": "Preamble", "fr": "Préambule", "es": "Preámbulo"},
    "outside": {"en": "Between the sittings", "fr": "Entre les séances", "es": "Entre las sesiones"},
    "annexes": {"en": "Annexes", "fr": "Annexes", "es": "Anexos"},
}
MET = {
    "en": "{Organ} met in {place} {when}.",
    "fr": "{Organ} s’est réuni{e} {at_place} {when}.",
    "es": "{Organ} se reunió en {place} {when}.",
}
BEFORE_IT = {
    "en": "{Organ} had before it the following documents:",
    "fr": "{Organ} était saisi{e} des documents suivants:",
    "es": "{Organ} tuvo ante sí los documentos siguientes:",
}
AGENDA = {
    "en": "The agenda comprised the following items:",
    "fr": "L’ordre du jour comprenait les questions suivantes:",
    "es": "El orden del día comprendía los puntos siguientes:",
}
ATTENDED = {
    "en": "The sittings were also attended by {people}.",
    "fr": "Ont également participé aux séances {people}.",
    "es": "También asistieron a las sesiones {people}.",
}
ROLES: dict[str, dict[str, tuple[str, str]]] = {
    "substitute": {
        "en": ("substitute", "substitutes"),
        "fr": ("suppléant", "suppléants"),
        "es": ("suplente", "suplentes"),
    },
    "deputy": {
        "en": ("deputy member", "deputy members"),
        "fr": ("membre adjoint", "membres adjoints"),
        "es": ("miembro adjunto", "miembros adjuntos"),
    },
    "adviser": {
        "en": ("adviser", "advisers"),
        "fr": ("conseiller technique", "conseillers techniques"),
        "es": ("consejero técnico", "consejeros técnicos"),
    },
    "observer": {
        "en": ("observer", "observers"),
        "fr": ("observateur", "observateurs"),
        "es": ("observador", "observadores"),
    },
    "igo": {
        "en": (
            "representative of intergovernmental organizations",
            "representatives of intergovernmental organizations",
        ),
        "fr": (
            "représentant d’organisations intergouvernementales",
            "représentants d’organisations intergouvernementales",
        ),
        "es": (
            "representante de organizaciones intergubernamentales",
            "representantes de organizaciones intergubernamentales",
        ),
    },
    "ngo": {
        "en": (
            "representative of non-governmental organizations",
            "representatives of non-governmental organizations",
        ),
        "fr": (
            "représentant d’organisations non gouvernementales",
            "représentants d’organisations non gouvernementales",
        ),
        "es": (
            "representante de organizaciones no gubernamentales",
            "representantes de organizaciones no gubernamentales",
        ),
    },
}
PRESENT = {
    "en": "The following numbers of participants were present:",
    "fr": "Le nombre de participants présents était le suivant:",
    "es": "El número de participantes presentes fue el siguiente:",
}
OPENED = {
    "en": "The first sitting was opened on {day}.",
    "fr": "La première séance a été ouverte le {day}.",
    "es": "La primera sesión se abrió el {day}.",
}
PRESIDED = {
    "en": "{By} presided over the sitting in place of the Chairperson.",
    "fr": "{By} a présidé la séance en remplacement de la présidence.",
    "es": "{By} presidió la sesión en sustitución de la Presidencia.",
}
ENDED = {
    "en": "{Organ} ended with the closure of its {ordinal} sitting on {day}.",
    "fr": "{Organ} a pris fin avec la clôture de sa {ordinal} séance, le {day}.",
    "es": "{Organ} finalizó con la clausura de su {ordinal} sesión, el {day}.",
}
#: published on their own, and only named in the report
ANNEXES: dict[str, dict[str, str]] = {
    "conclusions": {
        "en": "Conclusions adopted by the Meeting (issued separately)",
        "fr": "Conclusions adoptées par la Réunion (publiées séparément)",
        "es": "Conclusiones adoptadas por la Reunión (publicadas por separado)",
    },
    "resolution": {
        "en": "Resolution adopted by the Meeting (issued separately)",
        "fr": "Résolution adoptée par la Réunion (publiée séparément)",
        "es": "Resolución adoptada por la Reunión (publicada por separado)",
    },
    "participants": {
        "en": "List of participants (issued separately)",
        "fr": "Liste des participants (publiée séparément)",
        "es": "Lista de participantes (publicada por separado)",
    },
}
ANNEX = {"en": "Annex {figure}.", "fr": "Annexe {figure}.", "es": "Anexo {figure}."}
