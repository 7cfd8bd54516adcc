"""The words of the Governing Body paper in each language (procedure.md §1.2, §2.4): labels of the cover,
names of sections, and the sentences that are derived from the record.

They are formulas of the house and not message ids: a reviser signs them once, here.
"""

from __future__ import annotations

BODY = {
    "en": "Governing Body",
    "fr": "Conseil d’administration",
    "es": "Consejo de Administración",
}
#: {ordinal} in figures; the Governing Body meets in Geneva
SESSION = {
    "en": "{ordinal} Session, Geneva",
    "fr": "{ordinal} session, Genève",
    "es": "{ordinal} reunión, Ginebra",
}
DATE = {"en": "Date: {date}", "fr": "Date: {date}", "es": "Fecha: {date}"}
SECTIONS: dict[str, dict[str, str]] = {
    "INS": {"en": "Institutional Section", "fr": "Section institutionnelle", "es": "Sección Institucional"},
    "POL": {
        "en": "Policy Development Section",
        "fr": "Section de l’élaboration des politiques",
        "es": "Sección de Formulación de Políticas",
    },
    "LILS": {
        "en": "Legal Issues and International Labour Standards Section",
        "fr": "Section des questions juridiques et des normes internationales du travail",
        "es": "Sección de Cuestiones Jurídicas y Normas Internacionales del Trabajo",
    },
    "PFA": {
        "en": "Programme, Financial and Administrative Section",
        "fr": "Section du programme, du budget et de l’administration",
        "es": "Sección de Programa, Presupuesto y Administración",
    },
}
ACTIONS: dict[str, dict[str, str]] = {
    "decision": {"en": "For decision", "fr": "Pour décision", "es": "Para decisión"},
    "discussion": {"en": "For discussion", "fr": "Pour discussion", "es": "Para discusión"},
    "information": {"en": "For information", "fr": "Pour information", "es": "Para información"},
}
ITEM = {
    "en": "{Ordinal} item on the agenda",
    "fr": "{Ordinal} question à l’ordre du jour",
    "es": "{Ordinal} punto del orden del día",
}
LABELS: dict[str, dict[str, str]] = {
    "purpose": {
        "en": "Purpose of the document",
        "fr": "Objet du document",
        "es": "Finalidad del documento",
    },
    "strategic_objective": {
        "en": "Relevant strategic objective",
        "fr": "Objectif stratégique pertinent",
        "es": "Objetivo estratégico pertinente",
    },
    "outcome": {
        "en": "Main relevant outcome",
        "fr": "Principal résultat pertinent",
        "es": "Principal resultado pertinente",
    },
    "policy": {
        "en": "Policy implications",
        "fr": "Incidences sur le plan des politiques",
        "es": "Repercusiones en materia de políticas",
    },
    "legal": {
        "en": "Legal implications",
        "fr": "Incidences juridiques",
        "es": "Repercusiones jurídicas",
    },
    "financial": {
        "en": "Financial implications",
        "fr": "Incidences financières",
        "es": "Repercusiones financieras",
    },
    "follow_up": {
        "en": "Follow-up action required",
        "fr": "Suivi nécessaire",
        "es": "Seguimiento requerido",
    },
    "author_unit": {"en": "Author unit", "fr": "Unité auteur", "es": "Unidad autora"},
    "related": {"en": "Related documents", "fr": "Documents connexes", "es": "Documentos conexos"},
}
NONE = {"en": "None.", "fr": "Aucune.", "es": "Ninguna."}
NO_FOLLOW_UP = {"en": "None.", "fr": "Aucun.", "es": "Ninguno."}
BLANK = {"en": "[to be completed]", "fr": "[à compléter]", "es": "[por completar]"}
SEE = {"en": "See {paragraphs}.", "fr": "Voir {paragraphs}.", "es": "Véase {paragraphs}."}
SEE_SEVERAL = {"en": "See {paragraphs}.", "fr": "Voir {paragraphs}.", "es": "Véanse {paragraphs}."}
#: one paragraph, then from one to another, within a sentence
PARAGRAPHS = {
    "en": ("paragraph {first}", "paragraphs {first}–{last}"),
    "fr": ("le paragraphe {first}", "les paragraphes {first} à {last}"),
    "es": ("el párrafo {first}", "los párrafos {first} a {last}"),
}
HEADINGS: dict[str, dict[str, str]] = {
    "background": {"en": "Background", "fr": "Contexte", "es": "Antecedentes"},
    "meeting": {"en": "The Meeting", "fr": "La Réunion", "es": "La Reunión"},
    "follow_up": {
        "en": "Follow-up to the Meeting",
        "fr": "Suite donnée à la Réunion",
        "es": "Seguimiento de la Reunión",
    },
    "decision": {"en": "Draft decision", "fr": "Projet de décision", "es": "Proyecto de decisión"},
    "appendix": {"en": "Appendix", "fr": "Annexe", "es": "Anexo"},
}
TITLE = {
    "en": "Report of the {title}",
    "fr": "Rapport de la {title}",
    "es": "Informe de la {title}",
}
PURPOSE = {
    "en": "This document reports on the outcome of {meeting}.",
    "fr": "Le présent document rend compte des résultats {of_meeting}.",
    "es": "En el presente documento se informa de los resultados {of_meeting}.",
}
INVITED = {
    "en": "The Governing Body is invited to {acts} (see the draft decision in {paragraph}).",
    "fr": "Le Conseil d’administration est invité {acts} (voir le projet de décision au {paragraph}).",
    "es": "Se invita al Consejo de Administración a que {acts} (véase el proyecto de decisión en "
    "{paragraph}).",
}
CONVENED = {
    "en": "{Meeting} was convened in accordance with the decisions of the Governing Body ({symbols}).",
    "fr": "{Meeting} a été convoquée conformément aux décisions du Conseil d’administration ({symbols}).",
    "es": "{Meeting} se convocó de conformidad con las decisiones del Consejo de Administración ({symbols}).",
}
#: one amendment, then several; and that some of those adopted were subamended
CONSIDERED = {
    "en": (
        "{Organ} considered one amendment to the draft.",
        "{Organ} considered {count} amendments to the draft, {adopted}{subamended}.",
    ),
    "fr": (
        "{Organ} a examiné un amendement au projet.",
        "{Organ} a examiné {count} amendements au projet; {adopted}{subamended}.",
    ),
    "es": (
        "{Organ} examinó una enmienda al proyecto.",
        "{Organ} examinó {count} enmiendas al proyecto; {adopted}{subamended}.",
    ),
}
#: how many of them were adopted: none, one, several
ADOPTED_OF = {
    "en": ("none of which was adopted", "one of which was adopted", "{adopted} of which were adopted"),
    "fr": ("aucun n’a été adopté", "un seul a été adopté", "{adopted} ont été adoptés"),
    "es": ("no se adoptó ninguna", "se adoptó una", "se adoptaron {adopted}"),
}
#: of one that was adopted, of several
SUBAMENDED = {
    "en": (", as subamended", ", some of them as subamended"),
    "fr": (", tel que sous-amendé", ", dont certains tels que sous-amendés"),
    "es": (", en su forma subenmendada", ", algunas de ellas en su forma subenmendada"),
}
VOTED = {
    "en": ("One vote was taken.", "{count} votes were taken."),
    "fr": ("Il a été procédé à un vote.", "Il a été procédé à {count} votes."),
    "es": ("Se procedió a una votación.", "Se procedió a {count} votaciones."),
}
ADOPTED = {
    "en": "On {day}, the Meeting adopted {text}, which {is_set} out in the appendix.",
    "fr": "Le {day}, la Réunion a adopté {text}, qui {is_set} en annexe.",
    "es": "El {day}, la Reunión adoptó {text}, que {is_set} en el anexo.",
}
IS_SET: dict[str, dict[str, str]] = {
    "conclusions": {"en": "are set", "fr": "figurent", "es": "figuran"},
    "resolution": {"en": "is set", "fr": "figure", "es": "figura"},
}
ACTION_COUNT = {
    "en": (
        "{Text} {contain} one recommendation for action.",
        "{Text} {contain} {count} recommendations for action, {office} of which {is_are} addressed to "
        "the Office.",
    ),
    "fr": (
        "{Text} {contain} une recommandation d’action.",
        "{Text} {contain} {count} recommandations d’action, dont {office} {is_are} au Bureau.",
    ),
    "es": (
        "{Text} {contain} una recomendación de actuación.",
        "{Text} {contain} {count} recomendaciones de actuación, {office} de las cuales {is_are} a la "
        "Oficina.",
    ),
}
CONTAIN: dict[str, dict[str, str]] = {
    "conclusions": {"en": "contain", "fr": "contiennent", "es": "contienen"},
    "resolution": {"en": "contains", "fr": "contient", "es": "contiene"},
}
IS_ARE = {
    "en": ("is", "are"),
    "fr": ("s’adresse", "s’adressent"),
    "es": ("se dirige", "se dirigen"),
}
#: what was adopted: with its article, after "of", after "in"
TEXTS: dict[str, dict[str, tuple[str, str, str]]] = {
    "conclusions": {
        "en": ("the conclusions", "of the conclusions", "in the conclusions"),
        "fr": ("les conclusions", "des conclusions", "dans les conclusions"),
        "es": ("las conclusiones", "de las conclusiones", "en las conclusiones"),
    },
    "resolution": {
        "en": ("the resolution", "of the resolution", "in the resolution"),
        "fr": ("la résolution", "de la résolution", "dans la résolution"),
        "es": ("la resolución", "de la resolución", "en la resolución"),
    },
}
DECIDES = {
    "en": "The Governing Body",
    "fr": "Le Conseil d’administration",
    "es": "El Consejo de Administración",
}
#: what the Governing Body is invited to do, then what it does: English and French have the infinitive first,
#: Spanish the subjunctive
ACTS: dict[str, dict[str, tuple[str, str]]] = {
    "take_note": {
        "en": (
            "take note of the report of proceedings and {of_text}",
            "takes note of the report of proceedings and {of_text}",
        ),
        "fr": (
            "prendre note du compte rendu des travaux et {of_text}",
            "prend note du compte rendu des travaux et {of_text}",
        ),
        "es": (
            "tome nota de las actas de las labores y {of_text}",
            "toma nota de las actas de las labores y {of_text}",
        ),
    },
    "endorse": {
        "en": ("endorse the priorities for action set out {in_text}",
               "endorses the priorities for action set out {in_text}"),
        "fr": ("approuver les priorités d’action énoncées {in_text}",
               "approuve les priorités d’action énoncées {in_text}"),
        "es": ("haga suyas las prioridades de acción enunciadas {in_text}",
               "hace suyas las prioridades de acción enunciadas {in_text}"),
    },
    "authorize_publication": {
        "en": (
            "authorize the Director-General to publish the report of proceedings and {text}",
            "authorizes the Director-General to publish the report of proceedings and {text}",
        ),
        "fr": (
            "autoriser le Directeur général à publier le compte rendu des travaux et {text}",
            "autorise le Directeur général à publier le compte rendu des travaux et {text}",
        ),
        "es": (
            "autorice al Director General a publicar las actas de las labores y {text}",
            "autoriza al Director General a publicar las actas de las labores y {text}",
        ),
    },
    "request_communication": {
        "en": (
            "request the Director-General to communicate {text} to the governments of member States and, "
            "through them, to the employers’ and workers’ organizations concerned, and to the "
            "international organizations concerned",
            "requests the Director-General to communicate {text} to the governments of member States "
            "and, through them, to the employers’ and workers’ organizations concerned, and to the "
            "international organizations concerned",
        ),
        "fr": (
            "prier le Directeur général de communiquer {text} aux gouvernements des États Membres et, "
            "par leur intermédiaire, aux organisations d’employeurs et de travailleurs intéressées, "
            "ainsi qu’aux organisations internationales intéressées",
            "prie le Directeur général de communiquer {text} aux gouvernements des États Membres et, par "
            "leur intermédiaire, aux organisations d’employeurs et de travailleurs intéressées, ainsi "
            "qu’aux organisations internationales intéressées",
        ),
        "es": (
            "pida al Director General que comunique {text} a los Gobiernos de los Estados Miembros y, "
            "por conducto de estos, a las organizaciones de empleadores y de trabajadores interesadas, "
            "así como a las organizaciones internacionales interesadas",
            "pide al Director General que comunique {text} a los Gobiernos de los Estados Miembros y, "
            "por conducto de estos, a las organizaciones de empleadores y de trabajadores interesadas, "
            "así como a las organizaciones internacionales interesadas",
        ),
    },
    "request_bear_in_mind": {
        "en": (
            "request the Director-General to bear in mind, when drawing up proposals for future work, "
            "the recommendations for future action by the ILO made {in_text}",
            "requests the Director-General to bear in mind, when drawing up proposals for future work, "
            "the recommendations for future action by the ILO made {in_text}",
        ),
        "fr": (
            "prier le Directeur général de garder à l’esprit, lors de l’élaboration de propositions "
            "d’activités futures, les recommandations relatives à l’action future de l’OIT formulées "
            "{in_text}",
            "prie le Directeur général de garder à l’esprit, lors de l’élaboration de propositions "
            "d’activités futures, les recommandations relatives à l’action future de l’OIT formulées "
            "{in_text}",
        ),
        "es": (
            "pida al Director General que, al elaborar propuestas de actividades futuras, tenga "
            "presentes las recomendaciones sobre la acción futura de la OIT formuladas {in_text}",
            "pide al Director General que, al elaborar propuestas de actividades futuras, tenga "
            "presentes las recomendaciones sobre la acción futura de la OIT formuladas {in_text}",
        ),
    },
}  # fmt: skip
