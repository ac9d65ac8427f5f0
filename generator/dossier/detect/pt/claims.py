"""Portuguese words on which the strength of a claim depends: what denies, limits, plans or turns round what is said."""

import re

from dossier.detect.claim_tables import ClaimTables, Word
from dossier.detect.claim_words import ClaimReader
from dossier.detect.pt.names import NAMES
from dossier.detect.pt.speech import SPEECH
from dossier.detect.pt.word_forms import STEMMER
from dossier.detect.simple_words import strip_accents

_CLAIM_WORDS = {
    "negation": {
        "not": "não, nunca, jamais, ninguém, nada, nenhum, nenhuma, nenhuns, nenhumas, tampouco, nem, sem",
        "refused": "recusar* a, negar* a, recusar*, rejeitar*, desmentir*, negar*, descartar*, recusar*-se, desmente",
        "other": """
            fracassar*, falhar*, impedir*, evitar*, proibir*, cancelar*, anular*, suspender*, adiar*, abandonar*,
            renunciar*, retirar*, duvidar*, mal, raramente, pouco, pouca, poucos, poucas, falta, ausência, contra,
            salvo, exceto, menos, só, apenas, somente, falso, falsa, descumprir*, deixar* de, opor*, recusa, em vez,
            longe de, ignorar*, desconhecer*, faltar*, vetar*, bloquear*, impossível, incapaz, incapazes, contradizer*,
            questionar*, excluir*, omitir*, perder*, frear*, revogar*, erro, zero, barrar*, contestar*
        """,
    },
    "hedge": {
        "possible": "talvez, possivelmente, provavelmente, poderia, poderiam, ao que parece, aparentemente, quiçá",
        "reported": """
            supostamente, alegadamente, suposto, suposta, supostos, supostas, alegado, alegada, presumível, presumíveis,
            teria, teriam, acredita se, suspeita se, presumivelmente
        """,
        "approximate": "quase, aproximadamente, praticamente",
        "other": """
            pode, podem, pôde, possível, possíveis, provável, prováveis, parecer*, sugerir*, acreditar*, pensar*,
            estimar*, suspeitar*, se, segundo, acusar*, esperar*, risco, possibilidade, temer*, dizem, seria, seriam,
            estaria, estariam, haveria, denunciar*, garantir*, afirmar*, indício, indícios, parece, parecem, eventual,
            hipótese, deve, devem
        """,
    },
    "quantifier": {
        "all": "todos, todas, todo, toda, cada, sempre, completamente, totalmente, por unanimidade",
        "most": "maioria, a maioria, majoritariamente, a maior parte, maior parte",
        "many": "muitos, muitas, numerosos, numerosas, com frequência",
        "several": "vários, várias, diversos, diversas",
        "some": "alguns, algumas, algum, alguma, parcialmente, em parte, às vezes",
        "few": "poucos, poucas, minoria, uma minoria",
        "half": "metade, a metade",
        "only": "só, apenas, somente, exclusivamente, unicamente",
        "both": "ambos, ambas",
    },
    "plan": {
        "will": """
            vai, vão, ia, iam, planeja, planejam, planeia, prevê, preveem, pretende, pretendem, prometeu, prometeram,
            promete, prometem, ameaçou, ameaçaram, ameaça, ameaçam, tem previsto, está previsto que
        """,
        "intends": """
            quer, querem, queria, queriam, pensa, pensam, pensava, pensavam, planejava, planejavam, deseja, desejam,
            deve, devem, deveria, deveriam, deverá, deverão, tem que, têm que, tem de, têm de, terá que, terá de
        """,
        "other": """
            pode, podem, poderia, poderiam, se, tentar*, pedir*, exigir*, ordenar*, propor*, oferecer*, acordar*,
            decidir*, plano, planos, projeto, previsto, prevista, previstos, próximo, próxima, futuro, futura, amanhã,
            esperar*, anunciar*, aprovar*, até, possível, intenção, convocar*, para, seria, haveria, teria, convidar*,
            autorizar*, permitir*, prestes a
        """,
    },
    "superlative": {"most": "primeiro, primeira, maior, menor, máximo, máxima, mínimo, melhor, pior, recorde"},
    "cause": {
        "because": "porque, devido a, por causa de, graças a, provocou, causou, já que",
        "other": "por, causar*, provocar*, assim, portanto, por isso, após, resultado, motivo, razão, desde",
    },
    "strength": {
        "certain": "confirmar*, admitir*, reconhecer*, demonstrar*, provar*, revelar*, verificar*, comprovar*",
        "other": "mostrar*, aceitar*, saber*, encontrar*, fato, facto, prova, provas",
    },
}
_OPPOSITES = """
    subir* aumentar* aumento crescer* incrementar* alta / baixar* diminuir* diminuiu cair* queda descer* reduzir*
    recuar*; ganhar* vencer* vitória / perder* derrota; apoiar* apoio / opor* rejeitar* rejeição; antes / depois após;
    aceitar* aprovar* / rejeitar* recusar* vetar* veto; permitir* autorizar* / proibir* proibição impedir*; começar*
    iniciar* início / terminar* acabar* concluir* encerrar* fim; abrir* / fechar* encerrar*; chegar* chegada entrar*
    entrada / sair* partir* fugir*; mais / menos; maior / menor; alto altos altas / baixo baixa baixos baixas; legal
    legais / ilegal ilegais; possível / impossível; verdadeiro verdadeira / falso falsa; novo nova / velho velha; longo
    longa / curto curta; positivo positiva / negativo negativa; culpado culpada condenar* / inocente inocentes
    absolver*; primeiro primeira / último última; maioria / minoria; fortalecer* / enfraquecer*; confirmar* admitir*
    reconhecer* / negar* desmentir* desmentiu; elogiar* celebrar* / condenar* criticar*; contratar* nomear* / demitir*
    despedir* exonerar*; comprar* compra / vender* venda; importar* importação / exportar* exportação; incluir* /
    excluir*; vivo viva vivos vivas / morto morta mortos mortas; capaz / incapaz; provável / improvável; pacífico
    pacífica / violento violenta; sucesso êxito / fracasso; público pública / secreto secreta privado privada; libertar*
    soltar* / deter* prender* encarcerar*; rico rica ricos / pobre pobres; atacar* / defender*; homem homens / mulher
    mulheres; obrigatório obrigatória / voluntário voluntária; norte / sul; leste oriental / oeste ocidental; dentro /
    fora; acender* / apagar*; conservar* manter* / perder*
"""
_PAST = re.compile(
    r"\w{2,}(?:ou|aram|eram|iram|eu|iu|[ai]d[oa]s?|avam?|iam?)|foi|foram|deu|viu|fez|veio|teve|houve|disse|p[ôo]s|quis"
    r"|soube|trouxe|mort[oa]s?|escrit[oa]s?|abert[oa]s?|feit[oa]s?|dit[oa]s?|\w*post[oa]s?|vist[oa]s?|pag[oa]s?"
    r"|pres[oa]s?|entregues?|eleit[oa]s?|ganho"
)
_NO_NEGATION = re.compile(
    r"(?<!\w)(?:n[ãa]o (?:s[óo]|apenas|somente|menos|mais (?:de|do) que|obstante|h[áa] d[úu]vida)"
    r"|sem (?:d[úu]vida|d[úu]vidas|precedentes?|mais)|nada mais|por que n[ãa]o|ou n[ãa]o|se n[ãa]o)(?!\w)"
    r"|[¿,] ?n[ãa]o\?",
    re.IGNORECASE,
)
_EMPTY_TEXT = """
    poder pode podem pôde puderam podia podiam possa possam haver há havia haviam houve tenha tenham sido sendo ser fora
    fosse fossem seja sejam estar esteve estiveram estava esteja ter tinha tinham teve tem têm lhe lhes se me nos que
    hoje ontem ainda já finalmente dia mesmo própria próprio vez vezes assim tanto tão muito além
"""
_ASKING = frozenset(
    ("saber", "sabe", "sabem", "sabia", "perguntou", "pergunta", "perguntaram", "questionou", "ver", "e", "ou")
)
_FUNCTION_WORDS = frozenset(map(strip_accents, NAMES.common))


def _mark_pronouns(words: list[Word]) -> list[Word]:
    """Tell the pronoun "se" right before a verb from "if", which a subject or nothing follows."""
    for place, word in enumerate(words[:-1]):
        before, after = words[place - 1] if place else None, words[place + 1]
        if word.simple == "se" and before and before.simple not in _ASKING and after.simple not in _FUNCTION_WORDS:
            words[place] = word._replace(simple="se_pronoun")
    return words


CLAIMS = ClaimReader(
    ClaimTables(
        claim_words=_CLAIM_WORDS,
        opposites=_OPPOSITES,
        form=STEMMER.form,
        is_same_form=str.__eq__,
        is_same_word=str.__eq__,
        ending_forms=None,
        is_past=lambda word: _PAST.fullmatch(word.casefold()) is not None,
        function_words=_FUNCTION_WORDS,
        without_content=frozenset(map(strip_accents, _EMPTY_TEXT.split())),
        reporting=frozenset(map(strip_accents, NAMES.reporting)),
        framing=frozenset(("manchete", "texto", "frase", "palavras", "entrevista", "declaracoes", "nota")),
        saying=re.compile(strip_accents(SPEECH.saying)),
        idle=(("negation", "", _NO_NEGATION),),
        clause_openers=frozenset(("mas", "porque", "embora", "enquanto", "senão")),
        only=("so", "apenas", "somente"),
        questions=("que", "como", "quando", "onde", "se", "qual", "quais"),
        relatives=("quem",),
        how_much=("quantos", "quantas"),
        conditions=("se", "salvo"),
        exceptions=("salvo",),
        comparatives=("mais", "menos"),
        limits=("desde", "ate", "ainda", "antes"),
        planned=("previsto", "prevista", "previstos", "previstas", "projeto", "plano", "planos"),
        noun_endings=("cao", "sao", "mento", "anca", "encia", "ancia", "idade", "agem"),
        infinitive=re.compile(r"(?!(?:lugar|militar|mulher|poder|lar|mar|lider)$)\w{2,}[aei]r(?:em)?|ser"),
        future=re.compile(
            r"\w{2,}(?:ará|erá|irá|arão|erão|irão|orá|orão)|irá|irão|dará|darão|será|serão|fará|farão"
            r"|(?!seria|estaria|poderia|deveria|haveria|teria|\w*(?:qu|f|sug|dig|ing|ad|ins)eria|varia|contraria)"
            r"\w{2,}[aei]riam?"
        ),
        may_deny_subject=True,
        revise=_mark_pronouns,
        corrections=frozenset(("mas", "sim", "senao")),
    )
)
"""What reads the claims of Portuguese texts."""
