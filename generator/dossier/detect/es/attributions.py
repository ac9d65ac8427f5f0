"""The words of Spanish that say on whose word a figure or a date is, and that describe speakers without a name."""

from dossier.detect.aside_words import AsideWords
from dossier.detect.attributions import ReportingWords
from dossier.detect.descriptions import DescriptionWords, kind_by_nouns
from dossier.detect.noun_phrases import SubjectWords
from dossier.detect.saying_dates import SayingDateWords

_SAID = (
    "dijo|dijeron|dicen?|informó|informaron|informan?|afirmó|afirmaron|afirman?|aseguró|aseguraron|aseguran?|declaró"
    "|declararon|declaran?|señaló|señalaron|señalan?|explicó|explicaron|explican?|indicó|indicaron|indican?|añadió"
    "|añadieron|agregó|agregaron|precisó|precisaron|sostuvo|sostuvieron|sostienen?|detalló|detallaron|advirtió"
    "|advirtieron|manifestó|manifestaron|reiteró|reiteraron|relató|relataron|comentó|comentaron|escribió|escribieron"
)
_REPORTED = (
    "confirmó|confirmaron|confirman?|anunció|anunciaron|anuncian?|reportó|reportaron|reportan?|contabilizó"
    "|contabilizaron|contabilizan?|registró|registraron|estimó|estimaron|estiman?|calculó|calcularon|calculan?|cifró"
    "|cifraron|denunció|denunciaron|denuncian?|reveló|revelaron|revelan?|comunicó|comunicaron|publicó|publicaron"
    "|dado a conocer|dio a conocer|dieron a conocer|contó|contaron"
)
_SAY = r"(?:di[jcg]\w+|confirm\w+|inform\w+|precis\w+|detall\w+|sab\w+|sé|reconoc\w+|afirm\w+|declar\w+|descart\w+)"


def spanish_reporting(subjects: SubjectWords, according: str) -> ReportingWords:
    """Return the words, given those of subjects and those that mean "according to"."""
    return ReportingWords(
        verbs=f"{_SAID}|{_REPORTED}",
        sources=rf"{according}|citando a|(?:datos|cifras) de|(?:publicad|difundid|facilitad|confirmad)[oa]s? por",
        products=r"(?!)",
        new_clause="pero|mientras|aunque|sino",
        doubt=(
            r"neg(?:ó|aron|aba|aban|ado)|niegan?|desm(?:int|ient)\w+|desmentid[oa]|dudan?|dudó|dudaron|si(?! bien)"
            rf"|(?:no|nunca|jamás|tampoco|nadie|ni) (?:\w+ ){{0,2}}{_SAY}|no (?:está|queda) claro|se desconoce"
            "|no hay (?:pruebas|indicios|constancia|confirmación|evidencias?)|sin (?:confirmar|precisar)|rumor(?:es)?"
        ),
        doubt_after=(
            r"(?:negó|negaron|niegan?|desmintió|desmintieron|desmienten?)(?: (?:el|la|los|las|esto|eso) ?\w*)?"
            r"\s*(?=[.!]?$)"
        ),
        joining="y|e|pero",
        subjects=subjects,
        dates=SayingDateWords(
            verbs=_SAID,
            announcing=_REPORTED,
            lead="el|la|este|esta|ya|también|pasado|a última hora del",
            phrase="en|a|al|ante|durante|por|desde|tras",
            clause="quien|quienes|cuando|mientras|después|antes|porque|si|y|pero|donde",
            reported="que|de que",
            auxiliaries="fue|es|será|era|había|ha",
            passive="fue|fueron|es|son|sido|siendo",
        ),
    )


_GROUPS = (
    "policía|autoridades|fuentes|portavoces|voceros|funcionari[oa]s|testigos|vecin[oa]s|residentes"
    "|policías|agentes"
    "|soldados|oficiales|expert[oa]s|analistas|trabajador[ea]s|médic[oa]s|diplomátic[oa]s|activistas"
    "|manifestantes"
    "|dirigentes|periodistas|asesor[ea]s|habitantes|familiares|supervivientes|sobrevivientes|abogad[oa]s"
    "|fiscales"
    "|investigador[ea]s|científic[oa]s|bomberos|rescatistas|voluntari[oa]s|refugiad[oa]s|migrantes"
    "|estudiantes"
    "|profesor[ea]s|economistas|militares|emplead[oa]s|pescador[ea]s|pasajer[oa]s|rebeldes|opositor[ea]s"
    "|legislador[ea]s|diputad[oa]s|senador[ea]s|empresari[oa]s|hombres|mujeres|críticos|sindicalistas"
)
ASIDES = AsideWords(
    age_before=(
        r"(?:mujer|hombre|niñ[oa]s?|joven|ancian[oa]|chic[oa]|adolescente|bebé|hij[oa]|estudiante|menor|señora?) de"
    ),
    age_after="de edad",
    distance_before="hace",
    distance_after="después|antes|más tarde|atrás",
    people="mujer|hombre|niñ[oa]|joven|hij[oa]|estudiante",
    hour_before=r"a las?|desde las|hasta las|hacia las",
    age_joins=r"de",
)
DESCRIPTIONS = DescriptionWords(
    definite="el|la|los|las|estos|estas|esos|esas|este|esta|ese|esa|sus?|ambos|ambas",
    indefinite="un|una|otro|otra",
    partitive="unos|unas",
    prepositions="de|del|en|para|con|que|quien|quienes|desde|al?",
    known="policía|autoridades|bomberos",
    collective="grupo|equipo|pareja",
    vague="hombres|mujeres|niños|críticos|miembros|usuarios|lectores",
    kind_of=kind_by_nouns(
        groups=_GROUPS,
        people=(
            "portavoz|voceros?|vocera|funcionari[oa]|testigo|vecin[oa]|residente|policía|agente|soldado|oficial"
            "|expert[oa]"
            "|analista|trabajadora?|médic[oa]|diplomátic[oa]|activista|manifestante|dirigente|periodista|asesora?"
            "|habitante|familiar|superviviente|sobreviviente|abogad[oa]|fiscal|investigadora?|científic[oa]|bombero"
            "|rescatista|voluntari[oa]|refugiad[oa]|migrante|estudiante|profesora?|economista|militar|emplead[oa]"
            "|pescadora?|pasajer[oa]|fuente|hombre|mujer|enfermer[oa]|legisladora?|empresari[oa]"
        ),
    ),
    heads_first=True,
)
"""Whom Spanish words for a speaker without a name describe."""
