"""The words of Portuguese that say on whose word a figure or a date is, and that describe speakers without a name."""

from dossier.detect.aside_words import AsideWords
from dossier.detect.attributions import ReportingWords
from dossier.detect.descriptions import DescriptionWords, kind_by_nouns
from dossier.detect.noun_phrases import SubjectWords
from dossier.detect.saying_dates import SayingDateWords

_SAID = (
    "disse|disseram|diz|dizem|informou|informaram|informam?|afirmou|afirmaram|afirmam?|assegurou|asseguraram|declarou"
    "|declararam|declaram?|explicou|explicaram|explicam?|indicou|indicaram|indicam?|acrescentou"
    "|acrescentaram|sublinhou"
    "|sublinharam|garantiu|garantiram|relatou|relataram|relatam?|detalhou|detalharam|alertou|alertaram|comentou"
    "|comentaram|escreveu|escreveram|esclareceu|esclareceram|adiantou|adiantaram|referiu|referiram"
)
_REPORTED = (
    "confirmou|confirmaram|confirmam?|anunciou|anunciaram|anunciam?|reportou|reportaram|contabilizou|contabilizaram"
    "|contabilizam?|registrou|registraram|registou|registaram|estimou|estimaram|estimam?|calculou"
    "|calcularam|calculam?"
    "|denunciou|denunciaram|revelou|revelaram|revelam?|comunicou|comunicaram|divulgou|divulgaram|noticiou|noticiaram"
    "|publicou|publicaram|contou|contaram|avançou|avançaram"
)
_SAY = (
    r"(?:diss\w+|diz\w*|confirm\w+|inform\w+|esclarec\w+|detalh\w+|sab\w+|sei|reconhec\w+|afirm\w+|declar\w+|revel\w+)"
)


def portuguese_reporting(subjects: SubjectWords, according: str) -> ReportingWords:
    """Return the words, given those of subjects and those that mean "according to"."""
    return ReportingWords(
        verbs=f"{_SAID}|{_REPORTED}",
        sources=(
            rf"{according}|citando|(?:dados|números) d[aeo]s?"
            r"|(?:publicad|divulgad|fornecid|confirmad)[oa]s? pel[ao]s?"
        ),
        products=r"(?!)",
        new_clause="mas|enquanto|embora|porém",
        doubt=(
            r"neg(?:ou|aram|ava|avam)|negam?|desment\w+|duvid\w+|caso|(?-i:Se)"
            r"|(?:pergunt\w+|question\w+|sab\w+|sei|confirm\w+|esclarec\w+|claro|diss\w+|dizer) se"
            rf"|(?:não|nunca|jamais|ninguém|nem) (?:\w+ ){{0,2}}{_SAY}|não (?:está|ficou) claro|desconhece-se"
            "|não há (?:provas|indícios|confirmação|evidências?)|sem (?:confirmar|esclarecer)|rumor(?:es)?|boatos?"
        ),
        doubt_after=(
            r"(?:negou|negaram|negam?|desmentiu|desmentiram|desmentem?)(?: (?:o|a|os|as|isso"
            r"|isto) ?\w*)?\s*(?=[.!]?$)"
        ),
        joining="e|mas",
        subjects=subjects,
        dates=SayingDateWords(
            verbs=_SAID,
            announcing=_REPORTED,
            lead="na|no|nesta|neste|em|a|o|última|passada|já|também|ontem",
            phrase="em|a|à|ao|durante|por|num|numa|após",
            clause="quem|quando|enquanto|depois|antes|porque|se|e|mas|onde",
            reported="que|de que",
            auxiliaries="foi|é|será|era|havia|tinha",
            passive="foi|foram|é|são|sido|sendo",
        ),
    )


_GROUPS = (
    "polícia|autoridades|fontes|porta-vozes|funcionári[oa]s|testemunhas|vizinh[oa]s|moradora?e?s|residentes"
    "|policiais|polícias|agentes|soldados|oficiais|especialistas|analistas|trabalhadora?e?s|médic[oa]s"
    "|diplomatas"
    "|ativistas|manifestantes|dirigentes|jornalistas|assessora?e?s|habitantes|familiares|sobreviventes"
    "|advogad[oa]s|promotora?e?s|procuradora?e?s|investigadora?e?s|cientistas|bombeiros|socorristas"
    "|voluntári[oa]s"
    "|refugiad[oa]s|migrantes|estudantes|professora?e?s|economistas|militares|empregad[oa]s|pescadora?e?s"
    "|passageir[oa]s|rebeldes|opositora?e?s|deputad[oa]s|senadora?e?s|empresári[oa]s|homens|mulheres"
    "|pesquisadora?e?s"
)
ASIDES = AsideWords(
    age_before=(
        r"(?:mulher|homem|menin[oa]s?|jovem|idos[oa]|garot[oa]|adolescente|bebê|bebé|filh[oa]|estudante|rapaz"
        r"|rapariga) de"
    ),
    age_after="de idade",
    distance_before="há|faz",
    distance_after="depois|antes|mais tarde|atrás|após",
    people="mulher|homem|menin[oa]|jovem|filh[oa]|estudante",
    hour_before=r"às|à|até as|desde as",
    age_joins=r"de",
)
DESCRIPTIONS = DescriptionWords(
    definite="o|a|os|as|estes|estas|esses|essas|este|esta|esse|essa|seus?|suas?|ambos|ambas",
    indefinite="um|uma|outro|outra",
    partitive="uns|umas",
    prepositions="de|do|da|dos|das|em|no|na|para|com|que|quem|ao?s?|à",
    known="polícia|autoridades|bombeiros",
    collective="grupo|equipe|equipa|casal",
    vague="homens|mulheres|crianças|críticos|membros|usuários|utilizadores|leitores",
    kind_of=kind_by_nouns(
        groups=_GROUPS,
        people=(
            "porta-voz|funcionári[oa]|testemunha|vizinh[oa]|moradora?|residente|policial|polícia|agente|soldado"
            "|oficial"
            "|especialista|analista|trabalhadora?|médic[oa]|diplomata|ativista|manifestante|dirigente|jornalista"
            "|assessora?|habitante|familiar|sobrevivente|advogad[oa]|promotora?|procuradora?|investigadora?|cientista"
            "|bombeir[oa]|socorrista|voluntári[oa]|refugiad[oa]|migrante|estudante|professora?|economista|militar"
            "|empregad[oa]|pescadora?|passageir[oa]|fonte|homem|mulher|enfermeir[oa]|empresári[oa]|pesquisadora?"
        ),
    ),
    heads_first=True,
)
"""Whom Portuguese words for a speaker without a name describe."""
