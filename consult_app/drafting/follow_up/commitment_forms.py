"""How adopted texts say who is to act, how firmly, when and with whom, in each language: the forms by
which ``commitments`` reads them (procedure.md §6.1, §6.5, §7.1)."""

from __future__ import annotations

import re

import msgspec

_PARTS = re.IGNORECASE


class Forms(msgspec.Struct, frozen=True, gc=False):
    """The forms of one language. ``actors`` and ``modals`` are patterns by key, the first that fits
    counts; ``skipped`` are words before the lead verb, ``helpers`` those that lead to another verb."""

    actors: dict[str, str]
    joint: str
    modals: dict[str, str]
    infinitive: re.Pattern[str]
    skipped: re.Pattern[str]
    seeking: re.Pattern[str]
    helpers: re.Pattern[str]
    intro: re.Pattern[str]
    conditions: re.Pattern[str]
    together: str
    working: re.Pattern[str]
    apart: re.Pattern[str]
    article: re.Pattern[str]
    named: re.Pattern[str]
    due: re.Pattern[str]
    session: re.Pattern[str]
    reporting: re.Pattern[str]
    bodies: dict[str, str]


_VERBS = """
    accelerate act adapt address adopt advance advise advocate align allocate analyse apply appoint
    assess assist avoid bring broaden build capitalize carry clarify collaborate collect combat
    commission compile complete conduct consider consolidate consult continue contribute convene
    cooperate coordinate create deepen define deliver design determine develop disseminate document
    draft draw eliminate empower enable encourage engage enhance enlarge ensure envisage establish
    evaluate examine exchange expand explore extend facilitate finalize focus follow formulate foster
    fund further gather generate give guarantee guide harmonize help hold identify implement improve
    include increase inform initiate integrate intensify introduce invest invite involve issue join keep
    launch lead maintain make map mainstream mobilize monitor move negotiate observe offer organize
    participate pay perform pilot plan prepare present prevent prioritize produce promote propose
    protect provide publish pursue raise ratify reach recognize recommend reduce refer reinforce remain
    remove report research respect respond review revise scale secure seek share simplify speed step
    stimulate strengthen study submit supply support sustain systematize tackle take train translate
    undertake update upgrade use work
"""

FORMS: dict[str, Forms] = {
    "en": Forms(
        actors={
            "director_general": r"(?:the )?Director-General",
            "governing_body": r"(?:the )?Governing Body",
            "office": r"(?:the )?(?:International Labour )?(?-i:Office)",
            "constituents": r"(?:the )?(?:ILO(?:['’]s)? |tripartite )*constituents",
            "organization": r"(?:the )?(?-i:ILO|International Labour Organization|Organization)",
            "member_states": r"(?:all |the |ILO )*(?:member )?(?-i:States)",
            "governments": r"(?:all |the |national )*governments",
            "employers": r"(?:the )?employers(?:['’](?: (?:organizations|representatives|group))?)?",
            "workers": (
                r"(?:the )?(?:workers(?:['’](?: (?:organizations|representatives|group))?)?"
                r"|trade unions)"
            ),
            "social_partners": r"(?:the )?social partners",
            "meeting": r"the (?-i:Meeting)",
        },
        joint=r"(?:,? (?:and|or|as well as|together with) |, )",
        modals={
            "shall": r"shall|must",
            "should": r"should|(?:is|are) (?:invited|requested|encouraged|called upon) to",
            "will": r"will",
            "may": r"may|might",
        },
        infinitive=re.compile(rf"(?:{'|'.join(sorted(_VERBS.split(), key=len, reverse=True))})\b", _PARTS),
        skipped=re.compile(r"(?:\w+ly|also|in turn|to)\s+", _PARTS),
        seeking=re.compile(r"(?:seek|aim|strive|endeavour|work) to\s+(?=\w)", _PARTS),
        helpers=re.compile(r"help\s+(?:to\s+)?", _PARTS),
        intro=re.compile(
            r"(?:in|as|upon|on|with|at|for|through|by|to|where|when|within|under|following|taking"
            r"|building|given|"
            r"without|during|after|before|if|drawing|bearing|having|based|subject|recognizing|considering)\b",
            _PARTS,
        ),
        conditions=re.compile(
            r"\b(?:upon (?:their|its|the|a) request(?: of [^,;.:]+)?|(?:up)?on request"
            r"|at the request of [^,;.:]+"
            r"|at (?:their|its) request|(?:who|that) so request"
            r"|(?:when|where|if)(?:ever)? (?:so )?(?:requested|required)"
            r"|(?:where(?:ver)?|when(?:ever)?|as|if) (?:appropriate|necessary|possible|relevant"
            r"|applicable|needed"
            r"|feasible)|subject to [^,;.:]+|within (?:the limits of )?(?:available|existing) resources)",
            _PARTS,
        ),
        together=r"(?:in (?:close |full )?(?:collaboration|cooperation|co-operation|coordination"
        r"|consultation|partnership)"
        r"|jointly|together|with the (?:active )?(?:involvement|participation)) (?:with|of) ",
        working=re.compile(
            r"\bwork (?:closely )?with (?P<who>[^.;:]+?)(?:, (?:as|where|when|to)\b| to |[.;:]|$)", _PARTS
        ),
        apart=re.compile(r", and |, | and | as well as "),
        article=re.compile(r"(?:the|all) ", _PARTS),
        named=re.compile(r"International Training Centre of the ILO(?:,? (?:in )?Turin)?"),
        due=re.compile(
            r"\b(?:by|before|no later than|not later than|until)(?: the)?(?: end of)? "
            r"(?:(?P<day>\d{1,2}) )?(?:(?P<month>[A-Z][a-z]+) )?(?P<year>20\d\d)\b"
        ),
        session=re.compile(r"\b(?:in |(?:to|at) (?:the|its) )(?P<month>[A-Z][a-z]+) (?P<year>20\d\d)\b"),
        reporting=re.compile(r"\b(?:reports?|submit(?:ted)?|present(?:ed)?|inform|consideration)\b", _PARTS),
        bodies={
            "governing_body": r"Governing Body",
            "conference": r"International Labour Conference|the Conference",
            "meeting": r"the (?:next )?Meeting|next Meeting",
        },
    ),
    "fr": Forms(
        actors={
            "director_general": r"le Directeur général",
            "governing_body": r"le Conseil d['’]administration",
            "office": r"le (?-i:Bureau(?: international du Travail)?|BIT)",
            "constituents": r"(?:les |ses )?mandants(?: (?:tripartites|de l['’]OIT))*",
            "organization": r"l['’](?-i:OIT|Organisation(?: internationale du Travail)?)",
            "member_states": r"(?:les |tous les )?[EÉ]tats(?: Membres)?",
            "governments": r"(?:les |tous les )?gouvernements",
            "employers": r"(?:les )?(?:organisations d['’])?employeurs",
            "workers": r"(?:les )?(?:organisations (?:de |syndicales))?(?:de )?(?:travailleurs|syndicats)",
            "social_partners": r"(?:les )?partenaires sociaux",
            "meeting": r"la (?-i:Réunion)",
        },
        joint=r"(?:,? (?:et|ou|ainsi que)(?: de| d['’])? ?|, )",
        modals={
            "should": r"devrai(?:t|ent)|(?:est|sont) (?:invité|prié|encouragé|appelé)e?s? à",
            "shall": r"doi(?:t|vent)|devr(?:a|ont)",
            "may": r"peu(?:t|vent)|pourrai(?:t|ent)|pourr(?:a|ont)",
            "will": r"(?:s['’])?\w+r(?:a|ont)",
        },
        infinitive=re.compile(r"(?:s['’]|se )?\w{2,}(?:er|ir|re)\b", _PARTS),
        skipped=re.compile(r"(?:\w+ment|aussi|également|mieux|à|de|d['’])\s*(?=\w)", _PARTS),
        seeking=re.compile(r"(?:s['’]efforcer d(?:e |['’])|chercher à |viser à |s['’]employer à )", _PARTS),
        helpers=re.compile(r"(?:aider à |contribuer à )", _PARTS),
        intro=re.compile(
            r"(?:dans|en|à|au|aux|avec|pour|par|sur|conformément|lorsqu|lorsque|si|sous"
            r"|compte tenu|tenant|sans|afin|"
            r"après|avant|selon|eu égard|face|vu)\b",
            _PARTS,
        ),
        conditions=re.compile(
            r"(?<!\w)(?:(?:à|sur) (?:leur|sa) demande|à la demande d(?:e|es|u) [^,;.:]+"
            r"|sur demande|qui (?:le demandent|en font la demande)"
            r"|s['’](?:ils?|elles?) (?:le |en (?:font la |fait la )?)demande(?:nt)?"
            r"|lorsqu['’](?:ils?|elles?) (?:en font la demande|le demandent)"
            r"|lorsque (?:la )?demande (?:leur )?en est faite"
            r"|le cas échéant|selon qu['’]il conviendra|selon (?:le cas|les besoins)"
            r"|s['’]il y a lieu|si nécessaire"
            r"|si possible|en tant que de besoin|lorsque cela est (?:possible|approprié|nécessaire|demandé)"
            r"|dans la limite des ressources disponibles|sous réserve d(?:e|es|u) [^,;.:]+)",
            _PARTS,
        ),
        together=r"(?:en (?:étroite )?(?:collaboration|coopération|coordination|consultation"
        r"|concertation|partenariat)"
        r"|conjointement|de concert|avec la participation (?:active )?)(?: étroite)? (?:avec|de|des|du) ",
        working=re.compile(
            r"\b(?:collaborer|travailler|coopérer) avec (?P<who>[^.;:]+?)(?:, (?:le cas|selon|afin"
            r"|pour)\b| pour | afin |[.;:]|$)",
            _PARTS,
        ),
        apart=re.compile(r", et |, | et | ainsi que "),
        article=re.compile(r"(?:les |des |le |la |l['’]|tous les )", _PARTS),
        named=re.compile(r"Centre international de formation de l['’]OIT(?:,? à Turin)?"),
        due=re.compile(
            r"(?:d['’]ici(?: à)?|avant|au plus tard)(?: (?:le|la|en"
            r"|à))?(?: fin(?: de)?)? (?:(?P<day>\d{1,2})(?:er)? )?"
            r"(?:(?P<month>[a-zéû]+) )?(?P<year>20\d\d)\b"
        ),
        session=re.compile(r"(?:en |session d(?:e |['’]))(?P<month>[a-zéû]+) (?P<year>20\d\d)\b"),
        reporting=re.compile(
            r"\b(?:rapport|soumettre|soumises?|présenter|présentée?s?|informer|examen)\b", _PARTS
        ),
        bodies={
            "governing_body": r"Conseil d['’]administration",
            "conference": r"Conférence internationale du Travail|la Conférence",
            "meeting": r"(?:la |prochaine )+Réunion",
        },
    ),
    "es": Forms(
        actors={
            "director_general": r"el Director General",
            "governing_body": r"el Consejo de Administración",
            "office": r"la (?-i:Oficina(?: Internacional del Trabajo)?)",
            "constituents": r"(?:los )?mandantes(?: (?:tripartitos|de la OIT))*",
            "organization": r"la (?-i:OIT|Organización(?: Internacional del Trabajo)?)",
            "member_states": r"(?:los |todos los )?Estados(?: Miembros)?",
            "governments": r"(?:los |todos los )?gobiernos",
            "employers": r"(?:las )?(?:organizaciones de )?(?:los )?empleadores",
            "workers": r"(?:las )?(?:organizaciones de )?(?:de )?(?:los )?(?:trabajadores|sindicatos)",
            "social_partners": r"(?:los )?interlocutores sociales",
            "meeting": r"la (?-i:Reunión)",
        },
        joint=r"(?:,? (?:y|e|o|así como)(?: de)? |, )",
        modals={
            "should": r"deber[ií]an?|debieran?|se (?:invita|pide|alienta) a",
            "shall": r"deben?|deberán?",
            "may": r"pueden?|podrían?|podrán?",
            "will": r"(?:se )?\w+(?:ará|erá|irá|drá|arán|erán|irán|drán)",
        },
        infinitive=re.compile(r"\w{2,}(?:ar|er|ir)(?:se|l[oae]s?)?\b", _PARTS),
        skipped=re.compile(r"(?:\w+mente|también|asimismo|mejor|a|de)\s+", _PARTS),
        seeking=re.compile(r"(?:procurar|tratar de|esforzarse por|intentar)\s+", _PARTS),
        helpers=re.compile(r"(?:ayudar a|contribuir a)\s+", _PARTS),
        intro=re.compile(
            r"(?:en|a|al|con|para|por|sobre|de conformidad|cuando|si|bajo|habida|teniendo|sin|como"
            r"|tras|antes|"
            r"después|según|previa|ante|dada|dado|mediante)\b",
            _PARTS,
        ),
        conditions=re.compile(
            r"\b(?:(?:cuando|si|que)(?: así)? (?:lo|se lo|se) solicit(?:en|an|e|a)\b|previa (?:solicitud"
            r"|petición)(?: de [^,;.:]+)?"
            r"|a (?:petición|solicitud) de [^,;.:]+|cuando (?:proceda|corresponda|sea (?:necesario"
            r"|posible|pertinente|"
            r"apropiado))|según (?:proceda|corresponda|convenga)|si procede|en su caso"
            r"|de ser (?:necesario|posible)"
            r"|dentro de (?:los límites de )?los recursos disponibles|con sujeción a [^,;.:]+)",
            _PARTS,
        ),
        together=r"(?:en (?:estrecha )?(?:colaboración|cooperación|coordinación|consulta|concertación"
        r"|asociación)"
        r"|conjuntamente|junto|con la participación (?:activa )?)(?: estrecha)? (?:con|de) ",
        working=re.compile(
            r"\b(?:colaborar|trabajar|cooperar) con (?P<who>[^.;:]+?)(?:, (?:según|cuando|para"
            r"|con)\b| para |[.;:]|$)",
            _PARTS,
        ),
        apart=re.compile(r", y |, | y | e | así como "),
        article=re.compile(r"(?:los |las |el |la |todos los )", _PARTS),
        named=re.compile(r"Centro Internacional de Formación de la OIT(?:,? (?:de|en) Turín)?"),
        due=re.compile(
            r"\b(?:para|antes de(?:l| que (?:finalice|termine))?|a más tardar(?: en| el)?|hasta)(?: (?:el"
            r"|la))?(?: fin(?:ales|es)? de)? "
            r"(?:(?P<day>\d{1,2}) de )?(?:(?P<month>[a-z]+) de )?(?P<year>20\d\d)\b"
        ),
        session=re.compile(r"\b(?:en |reunión de )(?P<month>[a-z]+) de (?P<year>20\d\d)\b"),
        reporting=re.compile(
            r"\b(?:informes?|informar|someter\w*|presentar\w*|consideración|examen)\b", _PARTS
        ),
        bodies={
            "governing_body": r"Consejo de Administración",
            "conference": r"Conferencia Internacional del Trabajo|la Conferencia",
            "meeting": r"(?:la )?(?:próxima )?Reunión",
        },
    ),
}

#: acronyms that name the house itself, its Conference and things that nobody works with
_HOUSE = "ILO OIT BIT ILC CIT HLD GB CA SDG SDGS ODD ODS DWA EN FR ES II III IV VI VII VIII IX XI XII"
NOT_PARTNERS = frozenset(_HOUSE.split())

__all__ = ["FORMS", "NOT_PARTNERS", "Forms"]
