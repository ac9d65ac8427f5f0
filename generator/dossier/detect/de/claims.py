"""German words on which the strength of a claim depends: what denies, limits, plans or turns round what is said."""

import re

from dossier.detect.claim_tables import ClaimTables
from dossier.detect.claim_words import ClaimReader
from dossier.detect.de.names import NAMES
from dossier.detect.de.speech import SPEECH
from dossier.detect.de.word_forms import PARTICLES_TEXT, german_form, join_verbs

_CLAIM_WORDS = {
    "negation": {
        "not": """
            nicht, nie, niemals, niemand, niemanden, niemandem, nichts, kein, keine, keinen, keinem, keiner, keines,
            weder, ohne, nirgends, keineswegs, keinesfalls
        """,
        "refused": """
            weigern*, verweigern*, ablehnen*, leugnen*, bestreiten*, dementieren*, zurückweisen*, ausschließen*,
            Weigerung
        """,
        "other": """
            scheitern*, verhindern*, vermeiden*, verbieten*, absagen*, streichen*, aussetzen*, verschieben*, aufgeben*,
            verzichten*, zurückziehen*, bezweifeln*, zweifeln*, kaum, selten, wenig, wenige, weniger, mangel, mangelt,
            gegen, außer, nur, lediglich, falsch, versäumen*, fehlen*, fehlt, statt, anstatt, fern, ignorieren*,
            blockieren*, unmöglich, unfähig, außerstande, widersprechen*, noch, verlieren*, aufheben*, unterlassen*,
            stoppen*, einstellen*, beenden*, null, irrtum, untersagen*, abwenden*, widerrufen*, stornieren*, unwahr
        """,
    },
    "hedge": {
        "possible": """
            vielleicht, möglicherweise, wahrscheinlich, womöglich, wohl, könnte, könnten, dürfte, dürften, eventuell,
            vermutlich, anscheinend, offenbar
        """,
        "reported": "angeblich, mutmaßlich, mutmaßliche, mutmaßlichen, vermeintlich, vermeintliche, vermeintlichen",
        "approximate": "fast, beinahe, annähernd, praktisch, nahezu",
        "other": """
            kann, können, möglich, mögliche, scheint, scheinen, soll, sollen, sollte, sollten, glauben*, denken*,
            schätzen*, vermuten*, wenn, ob, falls, laut, beschuldigen*, hoffen*, risiko, möglichkeit, fürchten*, würde,
            würden, hätte, hätten, wäre, wären, sei, seien, habe, behaupten*, verdacht, verdächtigen*, hinweis, hinweise
        """,
    },
    "quantifier": {
        "all": "alle, allen, aller, jeder, jede, jedes, jeden, jedem, sämtliche, immer, vollständig, einstimmig",
        "most": "meisten, meiste, mehrheit, überwiegend, mehrheitlich",
        "many": "viele, vielen, vieler, zahlreiche, zahlreichen, oft, häufig",
        "several": "mehrere, mehreren, diverse, verschiedene",
        "some": "einige, einigen, einiger, manche, manchen, teilweise, zum teil, manchmal",
        "few": "wenige, wenigen, minderheit, selten",
        "half": "hälfte",
        "only": "nur, lediglich, ausschließlich",
        "both": "beide, beiden, beider",
    },
    "plan": {
        "will": "wird, werden, will, wollen, plant, planen, beabsichtigt, beabsichtigen, droht, drohen, verspricht",
        "intends": """
            soll, solle, sollen, sollte, sollten, muss, müsse, müssen, möchte, möchten, wolle, wollte, wollten, werde,
            würde, würden, plante, planten, drohte, drohten, versprach, versprachen
        """,
        "other": """
            kann, können, könnte, könnten, wenn, falls, versuchen*, bitten*, fordern*, verlangen*, befehlen*, anbieten*,
            einigen*, entscheiden*, beschließen*, plan, pläne, projekt, geplant, geplante, geplanten, nächste, nächsten,
            künftig, künftige, morgen, erwarten*, ankündigen*, kündigen* an, bis, möglich, absicht, aufrufen*,
            einladen*, erlauben*, genehmigen*, vorgesehen, kurz davor, um, aufforderung
        """,
    },
    "superlative": {
        "most": "erste, ersten, erster, größte, größten, höchste, höchsten, niedrigste, beste, rekord, beispiellos"
    },
    "cause": {
        "because": "weil, wegen, aufgrund, dank, führte zu, verursachte, infolge, da",
        "other": "durch, verursachen*, auslösen*, daher, deshalb, so, nach, ergebnis, grund, seit, denn",
    },
    "strength": {
        "certain": "bestätigen*, zugeben*, einräumen*, beweisen*, nachweisen*, enthüllen*, belegen*",
        "other": "zeigen*, akzeptieren*, wissen*, finden*, tatsache, beweis, beweise",
    },
}
_OPPOSITES = """
    steigen* zunehmen* wachsen* ansteigen* erhöhen* Anstieg Zunahme / fallen* sinken* abnehmen* zurückgehen* schrumpfen*
    senken* Rückgang Abnahme; gewinnen* siegen* Sieg / verlieren* Niederlage; unterstützen* befürworten* Unterstützung /
    ablehnen* bekämpfen*; vor vorher zuvor / nach nachher danach; annehmen* akzeptieren* zustimmen* billigen* Annahme
    Zustimmung / ablehnen* zurückweisen* verwerfen* Ablehnung; erlauben* genehmigen* zulassen* gestatten* Genehmigung /
    verbieten* untersagen* verhindern* Verbot; beginnen* anfangen* starten* Beginn Anfang / enden* aufhören* beenden*
    Ende; öffnen* eröffnen* Eröffnung / schließen* Schließung; ankommen* eintreffen* Ankunft / abreisen* abfahren*
    verlassen* fliehen* Abreise; mehr / weniger; größer höher / kleiner niedriger; hoch hohe hohen / niedrig niedrige
    niedrigen; legal legale / illegal illegale; möglich / unmöglich; wahr richtig / falsch unwahr; neu neue neuen / alt
    alte alten; lang lange / kurz kurze; positiv positive / negativ negative; schuldig verurteilen* Verurteilung /
    unschuldig freisprechen* Freispruch; erste ersten erster erstes / letzte letzten letzter letztes; Mehrheit /
    Minderheit; stärken* / schwächen*; bestätigen* zugeben* einräumen* / bestreiten* leugnen* dementieren*; loben*
    begrüßen* / verurteilen* kritisieren*; einstellen* ernennen* / entlassen* feuern*; kaufen* Kauf / verkaufen*
    Verkauf; einführen* importieren* Einfuhr Einfuhren Import Importe / ausführen* exportieren* Ausfuhr Ausfuhren Export
    Exporte; einschließen* / ausschließen*; lebend lebendig überlebt / tot tote toten gestorben; fähig / unfähig;
    wahrscheinlich / unwahrscheinlich; friedlich friedliche / gewaltsam gewaltsame; Erfolg / Misserfolg Scheitern;
    öffentlich öffentliche / geheim geheime privat private; freilassen* befreien* Freilassung / festnehmen* verhaften*
    inhaftieren* Festnahme Verhaftung; reich reiche reichen / arm arme armen; angreifen* / verteidigen*; Mann Männer /
    Frau Frauen; verpflichtend / freiwillig; Norden nördlich / Süden südlich; Osten östlich / Westen westlich;
    einschalten* / ausschalten*; behalten* / verlieren*
"""
_PAST = re.compile(
    r"\w+(?:[^aeiouäöü]te|[^aeiouäöü]ten|ete|eten)|(?:\w*[^aeiou])?ge\w{2,}(?:t|en)|ging\w*|kam\w*|\w*nahm\w*|\w*gab|\w*gaben"
    r"|\w*stand\w*|\w*sah\w*|\w*sprach\w*|\w*traf\w*|\w*brach\w*|\w*warf\w*|\w*starb\w*|\w*ließ\w*|\w*fiel\w*|\w*hielt\w*"
    r"|\w*schlug\w*|\w*trug\w*|\w*fuhr\w*|\w*wuchs\w*|\w*lief\w*|\w*stieß\w*|\w*rief\w*|\w*blieb\w*|\w*schrieb\w*|\w*stieg\w*"
    r"|\w*trieb\w*|\w*wies\w*|\w*griff\w*|\w*bot\w*|flog\w*|floh\w*|\w*zog\w*|\w*schloss\w*|\w*schoss\w*|verlor\w*|\w*fand\w*"
    r"|\w*sank\w*|\w*zwang\w*|gewann\w*|begann\w*|\w*brach?te\w*|verschwand\w*|\w*trat\w*|\w*fing\w*"
)
_NO_NEGATION = re.compile(
    r"(?<!\w)(?:nicht (?:nur|zuletzt|mehr als|weniger als|minder|allein|bloß|einmal)|ohne (?:Zweifel|Weiteres|weiteres)"
    r"|nichts anderes|ob oder nicht|warum nicht|nicht wahr|kein Zweifel|keine Frage|nicht umsonst|wenn nicht)(?!\w)",
    re.IGNORECASE,
)
_EMPTY_TEXT = """
    können kann konnte konnten haben hat hatte hatten habe gehabt sein ist sind war waren gewesen bin bist werden wurde
    wurden worden geworden wird sich mir dir uns euch ihnen ihm ihn gestern heute noch schon bereits schließlich tag
    selbst mal so sehr zu zudem auch weiterhin immer am im zum zur
"""

CLAIMS = ClaimReader(
    ClaimTables(
        claim_words=_CLAIM_WORDS,
        opposites=_OPPOSITES,
        form=german_form,
        is_same_form=str.__eq__,
        is_same_word=str.__eq__,
        ending_forms=None,
        is_past=lambda word: _PAST.fullmatch(word.lower()) is not None,
        function_words=NAMES.common | frozenset(PARTICLES_TEXT.split()),
        without_content=frozenset(_EMPTY_TEXT.split()),
        reporting=NAMES.reporting,
        framing=frozenset(("überschrift", "text", "satz", "worte", "interview", "angaben")),
        saying=re.compile(SPEECH.saying),
        idle=(("negation", "", _NO_NEGATION),),
        clause_openers=frozenset(("aber", "weil", "denn", "sondern", "während", "obwohl", "doch")),
        only=("nur", "bloß", "allein"),
        questions=("ob", "wie", "wann", "wo", "was", "warum", "wenn", "weshalb", "welche", "welcher"),
        relatives=("wer",),
        how_much=("wie",),
        conditions=("wenn", "falls", "sofern"),
        exceptions=("außer",),
        comparatives=("mehr", "weniger"),
        limits=("seit", "bis", "noch", "vor", "bevor"),
        planned=("geplant", "geplante", "geplanten", "vorgesehen", "plan", "pläne", "angekündigt"),
        noun_endings=("ung", "heit", "keit", "tion", "schaft"),
        before_infinitive="zu",
        infinitive=re.compile(
            r"(?!\w*ge\w+en$|\w*(?:ierten|chten|elten|erten|igten|[bfgkmnps]ten)$)[a-zäöüß]{2,}(?:en|eln|ern)"
        ),
        future=re.compile(r"(?!)"),
        corrections=frozenset(("sondern",)),
        is_verb_last=True,
        may_deny_subject=True,
        revise=join_verbs,
    )
)
"""What reads the claims of German texts."""
