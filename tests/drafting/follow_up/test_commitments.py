"""What the words of a text commit somebody to, in three languages; the sentences are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.follow_up.commitments import chapeau, reading, said, sentence
from tests.effort import SOME

LANGUAGES = st.sampled_from(["en", "fr", "es"])


@pytest.mark.parametrize(
    ("language", "words", "actors", "strength"),
    [
        ("en", "The Office should:", ("office",), "should"),
        ("en", "In light of the debate, including in 2030, the Office should:", ("office",), "should"),
        ("en", "The International Labour Office shall, in particular:", ("office",), "shall"),
        ("en", "The Office, in consultation with keepers, will:", ("office",), "will"),
        (
            "en",
            "Governments, employers’ and workers’ organizations may:",
            ("governments", "employers", "workers"),
            "may",
        ),
        (
            "en",
            "Member States and the social partners should also:",
            ("member_states", "social_partners"),
            "should",
        ),
        ("en", "The ILO’s tripartite constituents should", ("constituents",), "should"),
        ("en", "The Governing Body is invited to:", ("governing_body",), "should"),
        ("fr", "Le Bureau devrait:", ("office",), "should"),
        ("fr", "Dans ce cadre, le BIT devra:", ("office",), "shall"),
        (
            "fr",
            "Les gouvernements et les organisations d’employeurs et de travailleurs devraient:",
            ("governments", "employers", "workers"),
            "should",
        ),
        ("fr", "L’OIT pourrait:", ("organization",), "may"),
        ("fr", "Le Directeur général établira:", ("director_general",), "will"),
        ("es", "La Oficina debería:", ("office",), "should"),
        ("es", "A tal efecto, la Oficina deberá:", ("office",), "shall"),
        (
            "es",
            "Los gobiernos y los interlocutores sociales podrían:",
            ("governments", "social_partners"),
            "may",
        ),
        (
            "es",
            "Los Estados que comparten una vía deberían, con el apoyo de la Oficina:",
            ("member_states",),
            "should",
        ),
        ("es", "El Consejo de Administración examinará:", ("governing_body",), "will"),
    ],
)
def test_who_is_to_act_and_how_firmly(
    language: str, words: str, actors: tuple[str, ...], strength: str
) -> None:
    found = said(words, language)
    assert [(set(each.actors), each.strength) for each in found] == [(set(actors), strength)]


@pytest.mark.parametrize(
    ("language", "words", "is_chapeau", "is_sentence"),
    [
        ("en", "The Office should:", True, True),
        ("en", "To this end, the Office should:", True, True),
        ("en", "The Office should act. This could include:", False, True),
        ("en", "Keepers are few. The Office should train them.", False, False),
        ("en", "It was said that the Office should go.", False, False),
        ("en", "Box office should be open:", False, False),
        ("fr", "Le Bureau devrait former les gardiens.", False, True),
        ("es", "En este contexto, la Oficina debería:", True, True),
        ("es", "Los faros son útiles.", False, False),
    ],
)
def test_what_introduces_and_what_begins(
    language: str, words: str, is_chapeau: bool, is_sentence: bool
) -> None:
    assert (chapeau(words, language) is not None) == is_chapeau
    assert (sentence(words, language) is not None) == is_sentence


@pytest.mark.parametrize(
    ("language", "words", "verb"),
    [
        ("en", "Pay attention to lamps.", "Pay"),
        ("en", "In line with the plan, effectively invite keepers, and act.", "invite"),
        (
            "en",
            "In cooperation with governments, social partners and others, seek to promote rest.",
            "promote",
        ),
        ("en", "Upon the request of governments, help build their capacity.", "help build"),
        ("en", "Further work towards lamps.", "Further"),
        ("en", "As Chair of the group and thereafter, foster cooperation.", "foster"),
        ("en", "Governments should respect the rest of keepers.", "respect"),
        ("en", "Keepers matter. The Office should also report on them.", "report"),
        ("fr", "aider les gardiens, à leur demande;", "aider"),
        ("fr", "à la demande des gouvernements, promouvoir le repos;", "promouvoir"),
        ("fr", "en collaboration avec les mandants, s’efforcer de réduire les coûts;", "réduire"),
        ("es", "ayudar a fortalecer la capacidad;", "ayudar a fortalecer"),
        ("es", "en colaboración con los mandantes, elaborar orientaciones;", "elaborar"),
        ("es", "activamente promover el descanso;", "promover"),
        ("es", "ayudar a los fareros;", "ayudar"),
        ("en", "Help keepers to rest.", "Help"),
        ("fr", "mieux faire connaître les phares;", "faire"),
    ],
)
def test_the_lead_verb(language: str, words: str, verb: str) -> None:
    assert reading(words, language).verb == verb


@pytest.mark.parametrize(
    ("language", "words", "conditions"),
    [
        (
            "en",
            "Assist countries, upon their request, and, where appropriate, keepers.",
            ("upon their request", "where appropriate"),
        ),
        (
            "en",
            "Promote, when requested, dialogue within available resources.",
            ("when requested", "within available resources"),
        ),
        ("en", "Upon the request of governments, help.", ("Upon the request of governments",)),
        ("en", "Promote rest.", ()),
        (
            "fr",
            "aider les gardiens, à leur demande et selon qu’il conviendra;",
            ("à leur demande", "selon qu’il conviendra"),
        ),
        ("fr", "à la demande des gouvernements, aider;", ("à la demande des gouvernements",)),
        (
            "es",
            "ayudar a los fareros, cuando lo soliciten, y, según proceda, formarlos;",
            ("cuando lo soliciten", "según proceda"),
        ),
        ("es", "previa solicitud, ayudar;", ("previa solicitud",)),
    ],
)
def test_the_conditions(language: str, words: str, conditions: tuple[str, ...]) -> None:
    assert reading(words, language).conditions == conditions


@pytest.mark.parametrize(
    ("language", "words", "partners"),
    [
        (
            "en",
            "In collaboration with constituents and ABC members, develop lamps with the ABC and UN.",
            ("constituents", "ABC members", "UN"),
        ),
        (
            "en",
            "Work with governments, social partners and others, as appropriate, to train.",
            ("governments", "social partners", "others"),
        ),
        (
            "en",
            "Report, in consultation with the social partners, on ABC-08 and the ILO.",
            ("social partners",),
        ),
        (
            "en",
            "Train through the International Training Centre of the ILO in Turin.",
            ("International Training Centre of the ILO in Turin",),
        ),
        ("fr", "en coopération avec les mandants et l’OMI, former;", ("mandants", "OMI")),
        ("es", "en consulta con los mandantes, elaborar orientaciones;", ("mandantes",)),
        ("en", "Promote rest.", ()),
    ],
)
def test_the_partners(language: str, words: str, partners: tuple[str, ...]) -> None:
    assert reading(words, language).partners == partners


@pytest.mark.parametrize(
    ("language", "words", "due", "body"),
    [
        ("en", "Report to the Governing Body by March 2027.", "2027-03", "governing_body"),
        (
            "en",
            "Submit it for consideration by the Governing Body in November 2025.",
            "2025-11",
            "governing_body",
        ),
        ("en", "Finish by the end of 2026.", "2026", ""),
        ("en", "Finish no later than 31 March 2027.", "2027-03-31", ""),
        ("en", "Report to the next Meeting.", "", "meeting"),
        ("en", "Act on the plan for 2026–27.", "", ""),
        ("en", "Act by Friday 2027.", "", ""),
        ("fr", "faire rapport au Conseil d’administration d’ici à mars 2027;", "2027-03", "governing_body"),
        ("fr", "achever avant le 1er mai 2027;", "2027-05-01", ""),
        (
            "es",
            "presentar un informe al Consejo de Administración antes de marzo de 2027;",
            "2027-03",
            "governing_body",
        ),
        ("es", "informar a más tardar el 3 de mayo de 2027;", "2027-05-03", ""),
    ],
)
def test_when_and_to_whom(language: str, words: str, due: str, body: str) -> None:
    found = reading(words, language)
    assert (found.due, found.body) == (due, body)


PIECES = """
the Office should, le Bureau devrait la Oficina debería : ; . , in upon to by 2027 March en à ABC and
collaboration with avec con report request their
"""
pieces = st.lists(st.sampled_from(PIECES.split()), max_size=20).map(" ".join)


@pytest.mark.soak
@settings(max_examples=SOME)
@given(st.one_of(pieces, st.text(max_size=60)), LANGUAGES)
def test_any_words_can_be_read(words: str, language: str) -> None:
    found = reading(words, language)
    for each in (found.verb, *found.conditions, *found.partners):
        assert each in words
    for who in said(words, language):
        assert who.actors and who.strength and 0 <= who.start < who.end <= len(words)
