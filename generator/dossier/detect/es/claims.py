"""Spanish words on which the strength of a claim depends: what denies, limits, plans or turns round what is said."""

import re

from dossier.detect.claim_tables import ClaimTables
from dossier.detect.claim_words import ClaimReader
from dossier.detect.es.names import NAMES
from dossier.detect.es.speech import SPEECH
from dossier.detect.es.word_forms import STEMMER
from dossier.detect.simple_words import strip_accents

_CLAIM_WORDS = {
    "negation": {
        "not": """
            no, nunca, jamás, nadie, nada, ningún, ninguno, ninguna, ningunos, ningunas, tampoco, ni, sin, en absoluto
        """,
        "refused": """
            negar* a, negarse* a, rehusar*, rechazar*, desmentir*, descartar*, negar*, desmiente, desmienten, desmintió,
            desmintieron
        """,
        "other": """
            fracasar*, impedir*, evitar*, prohibir*, cancelar*, anular*, suspender*, aplazar*, abandonar*, renunciar*,
            retirar*, dudar*, apenas, raramente, poco, poca, pocos, pocas, falta, ausencia, contra, salvo, excepto,
            menos, solo, sólo, únicamente, falso, falsa, incumplir*, carecer*, dejar* de, oponer*, negativa, en vez,
            en lugar, lejos de, ignorar*, desconocer*, faltar*, vetar*, bloquear*, imposible, incapaz, incapaces,
            contradecir*, cuestionar*, excluir*, omitir*, perder*, frenar*, revocar*, derogar*, levantar*, error, cero
        """,
    },
    "hedge": {
        "possible": """
            quizá, quizás, tal vez, posiblemente, probablemente, acaso, podría, podrían, puede que, pudo haber,
            al parecer, aparentemente
        """,
        "reported": """
            presuntamente, supuestamente, presunto, presunta, presuntos, presuntas, supuesto, supuesta, supuestos,
            supuestas, habría, habrían, se cree, se sospecha, presumiblemente
        """,
        "approximate": "casi, aproximadamente, prácticamente",
        "other": """
            puede, pueden, pudo, pudieron, posible, posibles, probable, probables, parecer*, sugerir*, creer*, pensar*,
            estimar*, sospechar*, si, según, acusar*, esperar*, riesgo, posibilidad, temer*, debió, debe de, dicen,
            sería, serían, estaría, estarían, tendría, tendrían, denunciar*, asegurar*, afirmar*, indicio, indicios,
            parece, parecen, eventual, hipótesis
        """,
    },
    "quantifier": {
        "all": "todos, todas, todo, toda, cada, siempre, por completo, completamente, totalmente, por unanimidad",
        "most": "mayoría, la mayoría, mayoritariamente, la mayor parte, mayor parte",
        "many": "muchos, muchas, numerosos, numerosas, a menudo, con frecuencia",
        "several": "varios, varias, diversos, diversas",
        "some": "algunos, algunas, algún, alguna, parcialmente, en parte, a veces",
        "few": "pocos, pocas, minoría, una minoría, rara vez",
        "half": "mitad, la mitad",
        "only": "solo, sólo, solamente, únicamente, exclusivamente",
        "both": "ambos, ambas",
    },
    "plan": {
        "will": """
            va a, van a, iba a, iban a, planea, planean, prevé, prevén, pretende, pretenden, prometió, prometieron,
            promete, prometen, amenazó con, amenazaron con, amenaza con, amenazan con, se propone, aspira a, aspiran a,
            tiene previsto, tienen previsto, tenía previsto, está previsto que
        """,
        "intends": """
            quiere, quieren, quería, querían, piensa, piensan, pensaba, pensaban, planeaba, planeaban, desea, desean,
            debe, deben, debería, deberían, tiene que, tienen que, tendrá que, tendrán que
        """,
        "other": """
            puede, pueden, podría, podrían, si, intentar*, tratar* de, trata de, pedir*, exigir*, ordenar*, instar*,
            proponer*, ofrecer*, acordar*, decidir*, plan, planes, proyecto, previsto, prevista, previstos, previstas,
            próximo, próxima, futuro, futura, mañana, esperar*, anunciar*, aprobar*, hasta, posible, intención, llamar*
            a, convocar*, para, sería, habría, invitar*, autorizar*, permitir*, estar* a punto, a punto de, programado,
            programada
        """,
    },
    "superlative": {
        "most": "primero, primera, mayor, menor, máximo, máxima, mínimo, mínima, mejor, peor, récord, sin precedentes"
    },
    "cause": {
        "because": "porque, debido a, a causa de, gracias a, provocó, causó, por culpa de, ya que, a raíz de",
        "other": "por, causar*, provocar*, así, por tanto, por eso, tras, resultado, motivo, razón, desde",
    },
    "strength": {
        "certain": "confirmar*, admitir*, reconocer*, demostrar*, probar*, revelar*, verificar*, comprobar*",
        "other": "mostrar*, aceptar*, saber*, encontrar*, hecho, prueba, pruebas",
    },
}
_OPPOSITES = """
    subir* aumentar* aumento crecer* incrementar* incremento ascender* alza / bajar* disminuir* disminuye disminuyó
    caer* caída descender* descenso reducir* baja bajada; ganar* vencer* victoria triunfo / perder* derrota; apoyar*
    apoyo respaldar* respaldo / oponer* rechazar* rechazo; antes / después tras; aceptar* aprobar* / rechazar* vetar*
    veto; permitir* autorizar* conceder* / denegar* denegó deniega prohibir* prohibición impedir*; empezar* comenzar*
    iniciar* inicio / terminar* acabar*
    concluir* finalizar* concluyó fin; abrir* apertura / cerrar* cierre; llegar* llegada entrar* entrada / salir* salida
    partir* marcharse huir*; más / menos; mayor / menor; alto alta altos altas / bajo baja bajos bajas; legal legales /
    ilegal ilegales; posible / imposible; verdadero verdadera / falso falsa; nuevo nueva / viejo vieja; largo larga /
    corto corta; positivo positiva / negativo negativa; culpable culpables condenar* condena / inocente inocentes
    absolver* absolvió absuelto absuelta; primero primera primer / último última; mayoría / minoría; fortalecer* /
    debilitar*; confirmar* admitir* reconocer* / negar* desmentir* desmintió; elogiar* celebrar* alabar* / condenar*
    criticar*; contratar* nombrar* / despedir* destituir* destituyó cesar*; comprar* compra / vender* venta; importar*
    importación / exportar* exportación; incluir* / excluir*; vivo viva vivos vivas / muerto muerta muertos muertas;
    capaz / incapaz; probable / improbable; pacífico pacífica / violento violenta; éxito / fracaso; público pública /
    secreto secreta privado privada; liberar* liberación / detener* arrestar* encarcelar* detención arresto; rico rica
    ricos / pobre pobres; atacar* / defender*; hombre hombres / mujer mujeres; obligatorio obligatoria / voluntario
    voluntaria; norte / sur; este oriental / oeste occidental; dentro / fuera; encender* / apagar*; conservar* mantener*
    / perder*; prestar* / devolver*; a_favor / en_contra
"""
_PAST = re.compile(
    r"\w+(?:[aeiou]ó|[b-df-hj-np-tv-zñ]ó|aron|ieron|yeron|jeron|[ai]d[oa]s?|aban?|ían?)"
    r"|fue|fueron|dio|vio|\w*(?:uvo|uso|ujo|izo|ino|upo)|muert[oa]s?|escrit[oa]s?|rot[oa]s?|abiert[oa]s?|hech[oa]s?"
    r"|dich[oa]s?|\w*puest[oa]s?|vist[oa]s?|\w*vuelt[oa]s?|resuelt[oa]s?|cubiert[oa]s?"
)
_NO_NEGATION = re.compile(
    r"(?<!\w)(?:no (?:s[óo]lo|solamente|[úu]nicamente|menos|m[áa]s|obstante|en vano|hay duda|cabe duda|bien)"
    r"|sin (?:embargo|duda|dudas|m[áa]s|precedentes?|lugar a dudas)|[¿,] ?no\?|nada m[áa]s|ni siquiera (?=s[íi])"
    r"|por qu[ée] no|[ou] no|si no|cuando no)(?!\w)",
    re.IGNORECASE,
)
_EMPTY_TEXT = """
    tener tiene tienen tuvo tuvieron tenía tenían tenga tengan tendrá poder puede pueden pudo pudieron podía podían
    puedan pueda haber ha han había habían hemos he hubo hubiera hubieran haya hayan habido sido siendo ser fuera fueran
    sea sean estar estado estuvo estuvieron estaban esté estén lo la los las le les se me nos os qué hoy ayer aún
    todavía ya finalmente nunca día día mismo propia propio vez veces así tanto tan muy todavía además
"""

CLAIMS = ClaimReader(
    ClaimTables(
        claim_words=_CLAIM_WORDS,
        opposites=_OPPOSITES,
        form=STEMMER.form,
        is_same_form=str.__eq__,
        is_same_word=str.__eq__,
        ending_forms=None,
        is_past=lambda word: _PAST.fullmatch(word.casefold()) is not None,
        function_words=frozenset(map(strip_accents, NAMES.common)),
        without_content=frozenset(map(strip_accents, _EMPTY_TEXT.split())),
        reporting=frozenset(map(strip_accents, NAMES.reporting)),
        framing=frozenset(("titular", "texto", "frase", "palabras", "entrevista", "declaraciones", "nota")),
        saying=re.compile(strip_accents(SPEECH.saying)),
        idle=(("negation", "", _NO_NEGATION), ("hedge", "por supuesto", re.compile("supuesto"))),
        clause_openers=frozenset(("pero", "porque", "aunque", "mientras", "sino")),
        only=("solo", "solamente", "unicamente"),
        questions=("que", "como", "cuando", "donde", "si", "cual", "cuales"),
        relatives=("quien", "quienes"),
        how_much=("cuantos", "cuantas"),
        conditions=("si", "salvo"),
        exceptions=("salvo",),
        comparatives=("mas", "menos"),
        limits=("desde", "hasta", "todavia", "aun", "antes"),
        planned=("previsto", "prevista", "previstos", "previstas", "proyecto", "plan", "planes"),
        noun_endings=("cion", "sion", "miento", "anza", "encia", "ancia", "idad"),
        infinitive=re.compile(
            r"(?!(?:lugar|militar|mujer|poder|ayer|hogar|mar|taller|lider)$)\w{2,}[aei]r(?:se|l[oae]s?)?|ser"
        ),
        future=re.compile(
            r"\w{2,}(?:ará|erá|irá|arán|erán|irán|drá|drán|brá|brán)|irá|irán|dará|darán|será|serán"
            r"|(?!ser[íi]a|estar[íi]a|deber[íi]a|\w*(?:qu|f|sug|dig|ing|adh)ería|varía)"
            r"\w{2,}(?:[aei]ría|[nl]dría)n?"
        ),
        may_deny_subject=True,
        corrections=frozenset(("sino", "sino que")),
    )
)
"""What reads the claims of Spanish texts."""
