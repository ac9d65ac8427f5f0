"""What the forms of a German word share: "lehnte … ab", "abgelehnt" and "Ablehnung" are of one verb."""

import re
from functools import lru_cache

from dossier.detect.claim_tables import Word, WordForm
from dossier.detect.stems import Stemmer

_NOUN_ENDINGS_TEXT = "e en n s es er ern em ung ungen in innen erin erinnen ers"
_VERB_ENDINGS_TEXT = """
    e en n t st te ten test tet ete eten etest etet et est end ende enden ender endem endes er es em ester sten ste
"""
PARTICLES_TEXT = """
    ab an auf aus bei dar durch ein fest fort frei her herab heraus hin hinaus hinzu los mit nach nieder statt teil um
    unter vor voran voraus vorbei weg weiter wider wieder zu zurück zusammen
"""
_PARTICLES = frozenset(PARTICLES_TEXT.split())
_IRREGULAR_TEXT = """
    nehmen nimmt nehme nahm nahmen genommen; geben gibt gebe gab gaben gegeben; gehen geht ging gingen gegangen; kommen
    kommt kam kamen gekommen; stehen steht stand standen gestanden; sehen sieht sah sahen gesehen; sprechen spricht
    sprach sprachen gesprochen; treffen trifft traf trafen getroffen; brechen bricht brach brachen gebrochen; werfen
    wirft warf warfen geworfen; sterben stirbt starb starben gestorben; helfen hilft half halfen geholfen; gelten gilt
    galt galten; essen isst aß aßen gegessen; lesen liest las lasen gelesen; vergessen vergisst vergaß vergaßen; lassen
    lässt ließ ließen gelassen; fallen fällt fiel fielen gefallen; halten hält hielt hielten gehalten; schlagen schlägt
    schlug schlugen geschlagen; tragen trägt trug trugen getragen; fahren fährt fuhr fuhren gefahren; laden lädt lud
    luden geladen; graben gräbt grub gegraben; wachsen wächst wuchs wuchsen gewachsen; schlafen schläft schlief
    geschlafen; laufen läuft lief liefen gelaufen; stoßen stößt stieß stießen gestoßen; rufen ruft rief riefen gerufen;
    bleiben bleibt blieb blieben geblieben; schreiben schreibt schrieb schrieben geschrieben; steigen steigt stieg
    stiegen gestiegen; treiben treibt trieb trieben getrieben; weisen weist wies wiesen gewiesen; leihen leiht lieh
    geliehen; greifen greift griff griffen gegriffen; schneiden schneidet schnitt geschnitten; reiten reitet ritt;
    streiten streitet stritt gestritten; leiden leidet litt gelitten; bieten bietet bot boten geboten; fliegen fliegt
    flog flogen geflogen; fliehen flieht floh flohen geflohen; ziehen zieht zog zogen gezogen; schließen schließt
    schloss schlossen geschlossen; schießen schießt schoss schossen geschossen; verlieren verliert verlor verloren;
    lügen lügt log gelogen; finden findet fand fanden gefunden; binden bindet band banden gebunden; singen singt sang
    gesungen; sinken sinkt sank sanken gesunken; springen springt sprang gesprungen; trinken trinkt trank getrunken;
    zwingen zwingt zwang zwangen gezwungen; gewinnen gewinnt gewann gewannen gewonnen; beginnen beginnt begann begannen
    begonnen; schwimmen schwimmt schwamm geschwommen; bringen bringt brachte brachten gebracht; denken denkt dachte
    dachten gedacht; kennen kennt kannte kannten gekannt; nennen nennt nannte nannten genannt; brennen brennt brannte
    brannten gebrannt; wissen weiß wusste wussten gewusst; tun tut tat taten getan; sitzen sitzt saß saßen gesessen;
    liegen liegt lag lagen gelegen; bitten bittet bat baten gebeten; betrügen betrügt betrog betrogen; verbieten
    verbietet verbot verboten verbat; verlassen verlässt verließ verließen; verschwinden verschwindet verschwand
    verschwanden verschwunden; entscheiden entscheidet entschied entschieden; unterschreiben unterschreibt unterschrieb
    unterschrieben; beweisen beweist bewies bewiesen; vergeben vergibt vergab; verhalten verhält; erhalten erhält
    erhielt erhielten; behalten behält behielt behielten; enthalten enthält enthielt; unterhalten; entlassen entlässt
    entließ entließen; überfallen überfällt überfiel überfielen; bekommen bekommt bekam bekamen; entkommen entkommt
    entkam entkamen; erkennen erkennt erkannte erkannten erkannt; beschließen beschließt beschloss beschlossen;
    erschießen erschießt erschoss erschossen; bestreiten bestreitet bestritt bestritten; verstoßen verstößt verstieß
    verstießen; versprechen verspricht versprach versprachen versprochen; widersprechen widerspricht widersprach
    widersprachen widersprochen; freisprechen; betreten betritt betrat betraten; treten tritt trat traten getreten;
    vertreten vertritt vertrat vertraten; empfangen empfängt empfing empfingen; fangen fängt fing fingen gefangen;
    hängen hing hingen gehangen; übernehmen übernimmt übernahm übernahmen übernommen; unternehmen unternimmt unternahm
    unternommen; vernehmen vernimmt vernahm vernommen; besteigen bestieg bestiegen; verkaufen verkauft verkaufte
    verkauften; senken senkt senkte senkten gesenkt; sein; haben; werden
"""
_VERBS = Stemmer(_VERB_ENDINGS_TEXT.split(), _IRREGULAR_TEXT, {"ä": "a", "ö": "o", "ü": "u"})
_NOUNS = Stemmer(_NOUN_ENDINGS_TEXT.split(), "", {"ä": "a", "ö": "o", "ü": "u"})
_PARTICIPLE = re.compile(
    rf"(?P<particle>{'|'.join(sorted(_PARTICLES, key=len, reverse=True))})?(?P<ge>ge|zu)?(?P<rest>\w+)"
)
_FINITE = re.compile(r"\w+(?:te|ten|t|st|e|en)")


@lru_cache(maxsize=16384)
def german_form(word: str) -> WordForm:
    """Return a word in lower case, and its stem; of a verb with a particle, that with the particle before it."""
    simple = word.lower()
    return WordForm(simple, _NOUNS.stem(simple) if word[:1].isupper() else _stem_of_verb(simple))


def _stem_of_verb(simple: str) -> str:
    if _VERBS.is_irregular(simple):
        return _VERBS.stem(simple)
    parts = _PARTICIPLE.fullmatch(simple)
    if parts is None or len(parts["rest"]) < 3:
        return _VERBS.stem(simple)
    particle, inner, rest = parts["particle"] or "", parts["ge"] or "", parts["rest"]
    if particle and _VERBS.is_irregular(f"{inner}{rest}"):
        return particle + _VERBS.stem(f"{inner}{rest}")
    if inner == "ge" and rest.endswith(("t", "en")) and len(rest) > 3:
        return particle + _VERBS.stem(rest)
    if inner == "zu" and particle and rest.endswith("n"):
        return particle + _VERBS.stem(rest)
    return _VERBS.stem(simple)


def join_verbs(words: list[Word]) -> list[Word]:
    """Give the verb of a clause that ends in a particle the stem of both: "lehnte den Antrag ab"."""
    ends = [
        place for place, word in enumerate(words) if place + 1 == len(words) or words[place + 1].clause != word.clause
    ]
    for end in ends:
        particle = words[end]
        if particle.text not in _PARTICLES:
            continue
        verbs = (
            place
            for place in range(end)
            if words[place].clause == particle.clause
            and words[place].text.islower()
            and words[place].has_content
            and (_VERBS.is_irregular(words[place].simple) or _FINITE.fullmatch(words[place].simple))
        )
        verb = next(verbs, None)
        if verb is not None:
            words[verb] = words[verb]._replace(stem=particle.text + words[verb].stem)
    return words
