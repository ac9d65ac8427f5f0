"""What drafts need to know of German: who speaks, what a name is the name of, and what a figure counts."""

from dossier.detect.de.attributions import ASIDES, DESCRIPTIONS, german_reporting
from dossier.detect.de.names import CITIES, NAMES
from dossier.detect.draft_words import QuoteTemplates
from dossier.detect.noun_phrases import SubjectWords
from dossier.detect.saying_words import SayingWords
from dossier.detect.tabular.draft_tables import CountedNounTables, DraftTables, NamePartTables

_REGULAR = """
    sag erklär beton mein bericht ergänz antwort warn mahn bestätig kritisier forder frag behaupt teil äußer kündig
    würdig begrüß preis bemängel beklag rüg ermahn appellier bezweifel vermeld meld informier versicher bekräftig
    erzähl lob bedauer klag erinner urteil resümier bezeichn verteidig argumentier bilanzier dementier entgegn erwider
    glaub hoff höhn jubel kommentier konstatier konter monier mutmaß notier plädier prognostizier räum reagier
    schilder schimpf schwärm spott stell stöhn twitter unterstell vermut verkünd verlang verrat verweis versprech
    wetter wiederhol wunder zitier zürn führ füg heb leg nörgel prahl rechtfertig rühm scherz seufz signalisier
    skandier spekulier stimm tadel tröst verlautbar verdächtig wüt ärger drück weiger beschreib schätz ruf predig
    polter pocher
"""
_IRREGULAR = """
    schrieb schrieben schreibt schreiben rief riefen ruft sprach sprachen spricht nannte nannten nennt nennen
    unterstrich unterstrichen versprach versprachen verspricht warf warfen wirft beschrieb beschrieben beschreibt
    schloss schlossen schwor schworen gab gaben gibt wies wiesen weist hielt hielten hält empfahl empfahlen empfiehlt
    riet rät verriet befand bat baten bittet las schrie schrien sah sahen sieht fand fanden findet drohte droht
    drohten hob zog bot bestritt bestritten gestand gestanden gesteht hieß\\ es\\ von wandte verwies bezog
"""
_PARTICIPLES = (
    "gesagt|erklärt|betont|genannt|bezeichnet|angekündigt|gefordert|kritisiert|gewarnt|behauptet|bestätigt|versichert"
    "|gesprochen|geschrieben|beschrieben|mitgeteilt|eingeräumt|versprochen|geäußert|berichtet|gelobt|verurteilt"
    "|zurückgewiesen"
)
_DAYS = (
    r"(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)(?:abend|morgen|nachmittag"
    r"|vormittag)?s?"
)
_ADVERBS = (
    r"gestern|heute|zuvor|später|auch|dazu|daraufhin|jedoch|dann|weiter|nun|zudem|außerdem|bereits"
    r"|wiederum|allerdings"
    r"|anschließend|damals|dagegen|deshalb|nicht|noch|selbst|schließlich|einst|etwa|hingegen|indes|immer wieder"
    r"|kürzlich"
    r"|mehrfach|nach eigenen Angaben|nur|schon|vorher|wörtlich|öffentlich|sich|ihm|ihr|ihnen|es|das|darauf|wie folgt"
)
_ROLE = (
    r"(?:[\w-]*-)?[\w]*(?:[Pp]räsident(?:in|en)?|[Mm]inister(?:in|s)?|[Kk]anzler(?:in|s)?|[Ss]ekretär(?:in|s)?"
    r"|[Gg]eneral(?:s)?"
    r"|[Oo]berst|[Ll]eutnant|[Kk]apitän(?:in)?|[Aa]dmiral|[Bb]ürgermeister(?:in|s)?|[Dd]irektor(?:in|s)?"
    r"|[Ll]eiter(?:in|s)?"
    r"|[Cc]hef(?:in|s)?|[Ss]precher(?:in|s)?|[Bb]otschafter(?:in|s)?|[Ss]enator(?:in|s)?|[Rr]ichter(?:in|s)?"
    r"|[Bb]ischof|[Kk]ardinal"
    r"|[Kk]önig(?:in)?|[Pp]rinz(?:essin)?|[Pp]rofessor(?:in)?|[Dd]oktor|[Aa]nw[aä]lt(?:in)?|[Tt]rainer(?:in)?"
    r"|[Aa]utor(?:in)?"
    r"|[Ff]orscher(?:in)?|[Pp]olitiker(?:in)?|[Aa]nführer(?:in)?|[Kk]ommissar(?:in)?|[Oo]ffizier|[Kk]ommandeur"
    r"|[Ii]nspektor"
    r"|[Pp]farrer(?:in)?|[Jj]ournalist(?:in)?|[Rr]eporter(?:in)?|[Aa]bgeordneter?n?|[Vv]orsitzender?n?"
    r"|[Bb]eauftragter?n?|[Ee]xperten?"
    r"|[Ee]xpertin|[Vv]irolog(?:e|in)|\w+olog(?:e|en|in)|[Ss]chwester|[Pp]fleger(?:in)?|[Ll]ehrer(?:in)?"
    r"|[Öö]konom(?:in|en)?"
    r"|[Aa]rzt|[Ää]rztin|[Ii]ngenieur(?:in)?|[Ww]issenschaftler(?:in)?|[Hh]istoriker(?:in)?|[Pp]hysiker(?:in)?"
    r"|[Cc]hemiker(?:in)?"
    r"|[Ss]chriftsteller(?:in)?|[Rr]egisseur(?:in)?|[Ss]änger(?:in)?|[Ss]chauspieler(?:in)?|[Ss]türmer(?:in)?"
    r"|[Tt]orwart|[Ss]pieler(?:in)?|[Rr]at|[Rr]ätin"
    r"|[Aa]ktivist(?:in|en)?|[Uu]nternehmer(?:in)?|[Gg]ründer(?:in)?|[Kk]andidat(?:in|en)?|[Mm]anager(?:in)?"
    r"|[Aa]nalyst(?:in|en)?"
    r"|[Bb]auer|[Ll]andwirt(?:in)?|[Ww]irt(?:in)?|[Ff]ischer(?:in)?|[Vv]orstand|[Ii]ntendant(?:in)?|[Kk]ollegin"
    r"|[Pp]räsidiumsmitglied)"
    r"|Herrn?|Frau|Dr\.|Prof\.|Hauptmann|Feldwebel|Papst|Kaiser(?:in)?|Fürst|Graf|Gräfin|Premier|Lord|Lady|Sir"
    r"|Staatsanw[aä]lt(?:in)?"
)
_SMALL_TEXT = """
    der die das den dem des ein eine einen einem einer in im an am auf mit von vom zu zum zur und für bei aus ist sich
    nach
"""

_SAYINGS = SayingWords(
    verbs=(
        "(?-i:"
        + "|".join((*(f"{stem}(?:t|te|ten|et|ete|eten)" for stem in _REGULAR.split()), *_IRREGULAR.split()))
        + rf"|(?:hat|haben|hatte|hatten)(?=[^.;\n]{{1,200}}\b(?:{_PARTICIPLES})\b)|(?<=\0, )so(?=\s))"
    ),
    nouns=r"(?!)",
    according=r"laut|gemäß|nach (?:Angaben|(?:den )?Worten|Einschätzung|Ansicht|Meinung|Auffassung)",
    according_after=r"zufolge",
    before_noun=r"(?!)",
    new_clause="aber|doch|während|und|jedoch|sondern",
    subordinate="als|während|nachdem|bevor|wenn|obwohl|weil|sobald|da|nach|bei|seit",
    small="der|die|das|ein|eine|und|oder|nicht|ist|des|dem|den",
    addressing=(
        r"(?:der|dem|im|in der|auf|gegenüber(?: der| dem)?|im Gespräch mit(?: der| dem)?|zu"
        r"|im)(?: [\w-]+){0,2}?(?: [\w-]*(?:[Zz]eitung|[Aa]gentur"
        r"|[Ss]ender|[Mm]agazin|[Bb]latt|[Rr]adio|[Pp]ortal))? ?[„»“\"]?"
    ),
    several="wir",
    subjects=SubjectWords(
        pronouns="er|sie|ich|wir",
        auxiliaries=f"hat|haben|hatte|hatten|habe|wird|würde|{_ADVERBS}",
        determiners=(
            r"der|die|das|ein|eine|sein|seine|ihr|ihre|unser|unsere|dieser|diese|dieses|mehrere|einige|viele"
            r"|alle|zwei|drei"
            r"|vier|fünf|sechs|den|dem|des|einem|einen|einer|eines|seinem|seiner|ihrem|ihrer|\d[\d.,]*"
        ),
        outside=(
            "dass|ob|wenn|als|und|oder|aber|denn|sondern|weil|ist|sind|war|waren|hat|haben|hatte|wird|werden"
            "|nicht|wie|was"
            "|wer|wo|zu|während|nachdem|bevor|doch|sei|seien|obwohl|obgleich|falls|sofern|damit|seit"
        ),
        prepositions=(
            "in|im|an|am|auf|aus|bei|beim|mit|von|vom|nach|zu|zum|zur|für|gegen|ohne|um|über|unter|vor|zwischen"
            "|seit|während"
            "|wegen|trotz|durch|gegenüber|laut|ab|bis|ins|ans"
        ),
        joining="von|vom|für|aus|in|im|bei|beim|der|des",
        relative="der|die|das",
        participles=r"\w{2,}(?:end|ende|enden)",
        plural=r"[A-ZÄÖÜ][\w-]+(?:en|er|te)|Leute|Kreise|Experten|Polizei",
        after_subject=(
            "in|im|an|am|auf|aus|bei|beim|mit|nach|zu|zum|zur|für|gegen|über|vor|gegenüber|laut|dass|während"
            "|als|ein|hin|fest"
            f"|vorab|dazu|zudem|weiter|außerdem|und|gestern|heute|{_DAYS}|um|auch|jedoch|dem|den|war|waren|ist"
            f"|sind|sei|seien|hat|haben|habe|wird|werden"
            "|wurden?|soll(?:en|te|ten)?|kann|können|muss|müsse|müssen|kam|kamen|gibt|gab|gebe|liegt|lag"
            "|starben|starb"
        ),
        never_names=rf"{'|'.join(sorted(NAMES.common))}|{_DAYS}",
        adverbs=_ADVERBS,
        genitives="des|der|eines|einer",
        before_subject=rf"am {_DAYS}|{_ADVERBS}|in [A-ZÄÖÜ]\w+|gegenüber (?:der |dem )?[A-ZÄÖÜ]\w+",
        oblique="dem|den|einem|einen",
        capital_nouns=True,
        inverts=True,
    ),
    unsaid=(
        r"(?:bestritt(?:en)?|bestreitet|leugnet|leugnete),?(?: [\w.-]+){0,4}"
        r"|fragte[nt]?(?: [\w.-]+){0,4}, ob(?: [\w.-]+){1,5}"
        r"|(?:sagte|nannte)[nt]?(?: [\w.-]+){0,3} (?:nie|niemals|nicht)(?: [\w.-]+){0,3}"
        r"|(?:hat|habe|hatte)n?(?: [\w.-]+){0,3} (?:nie|niemals)(?: [\w.-]+){0,3}"
    ),
    object_relative=r"(?<=, )(?:den|die|das|dem|denen)",
    before_actor=r"(?:(?:der|die|das|dem|den|des|einer|einem|von|vom) )*(?:[^\W\d_][\w.-]* ){0,3}",
    abbreviations="Dr|Prof|Hr|Fr|St|[A-Z]|[0-9]{1,2}",
)

DRAFTS = DraftTables(
    sayings=_SAYINGS,
    reporting=german_reporting(_SAYINGS.subjects, _SAYINGS.according),
    descriptions=DESCRIPTIONS,
    asides=ASIDES,
    names=NamePartTables(
        role=_ROLE,
        courtesy=r"herrn?|frau|fräulein|dr\.?|doktor",
        changing=(
            r"ex|alt|vize|stellvertretende[nrms]?|damalige[nrms]?|frühere[nrms]?|ehemalige[nrms]?"
            r"|einstige[nrms]?|vormalige[nrms]?|amtierende[nrms]?|kommissarische[nrms]?"
            r"|geschäftsführende[nrms]?|designierte[nrms]?|künftige[nrms]?|gestürzte[nrms]?|abgesetzte[nrms]?"
            r"|entlassene[nrms]?|entmachtete[nrms]?|scheidende[nrms]?|zurückgetretene[nrms]?"
            r"|verstorbene[nrms]?|selbsternannte[nrms]?|sogenannte[nrms]?|mutmaßliche[nrms]?|angebliche[nrms]?"
        ),
        before_role=r"Ex|damalige[rn]?|frühere[rn]?|ehemalige[rn]?|amtierende[rn]?|neue[rn]?|designierte[rn]?",
        after_role=r"a\. ?D\.",
        of="von|vom|der|des|für|beim|im|in",
        joining="und|der|des|für|von|und der",
        cities=CITIES,
        ending="e?s",
        kinds={
            "government": (
                r"\w*ministerium|\w*regierung|\w*gericht|\w*gerichtshof|bundestag|bundesrat|landtag|senat"
                r"|\w*parlament|\w*rat"
                r"|\w*anwaltschaft|\w*polizei|\w*amt|\w*kanzleramt|\w*behörde|botschaft|konsulat|kongress|kreml"
                r"|nationalrat"
            ),
            "unit": r"bundeswehr|\w*armee|\w*brigade|\w*bataillon|\w*regiment|\w*division|\w*flotte|marine|luftwaffe",
            "outlet": r"\w*zeitung|\w*agentur|\w*rundfunk|\w*funk|\w*sender|\w*fernsehen|\w*magazin|\w*anzeiger"
            r"|\w*blatt|\w*nachrichten"
            r"|\w*kurier|\w*presse|\w*spiegel",
            "organization": (
                r"\w*partei|\w*gewerkschaft|\w*universität|\w*bank|\w*institut|\w*verband|\w*verein|\w*bund"
                r"|\w*stiftung|\w*klinik"
                r"|\w*krankenhaus|\w*firma|\w*konzern|\w*gesellschaft|\w*organisation|\w*komitee|\w*kirche|\w*club"
                r"|\w*klub|\w*liga"
                r"|\w*bewegung|\w*union|\w*zentrum|kreuz|\w*forum|\w*allianz|\w*bündnis|\w*museum|\w*akademie"
                r"|\w*kommission|ag|gmbh|se"
                r"|grünen?|linken?|afd|spd|cdu|csu|fdp|nato|uno|eu|ig|fc|amnesty|greenpeace|vereinte|vereinten"
                r"|hochschule"
                r"|werke?"
            ),
            "place": (
                r"\w*straße|\w*platz|\w*brücke|\w*fluss|\w*see|\w*meer|\w*insel|\w*inseln|\w*gebirge|\w*berg|\w*tal"
                r"|\w*flughafen|\w*park"
                r"|\w*hafen|\w*strand|\w*halbinsel|\w*wüste|\w*grenze|\w*küste|\w*bahnhof|\w*golf|\w*burg|\w*dorf"
                r"|\w*stadt|\w*land"
            ),
        },
        named={
            "outlet": r"\w*(?:[Zz]eitung|[Aa]gentur|[Ss]ender|[Mm]agazin|[Bb]latt|[Rr]adiosender|[Pp]ortal"
            "|[Zz]eitschrift)",
            "organization": (
                r"\w*(?:[Ff]irma|[Uu]nternehmens?|[Kk]onzerns?|[Oo]rganisation|[Ss]tiftung|[Gg]ewerkschaft"
                r"|[Pp]artei|[Gg]ruppe|[Bb]ank"
                r"|[Bb]ewegung|[Uu]niversität|[Vv]erein|[Kk]lub|[Hh]ersteller|[Gg]esellschaft|[Vv]erband|[Bb]auer"
                r"|[Hh]ilfsorganisation|[Bb]ündnis)"
            ),
            "place": (
                r"\w*(?:[Ss]tadt|[Oo]rt|[Dd]orf|[Gg]emeinde|[Pp]rovinz|[Rr]egion|[Ii]nsel|[Ff]luss|[Bb]undesland"
                r"|[Bb]undesstaat|[Vv]iertel"
                r"|[Ss]tadtteil|[Hh]afen|[Kk]reis|[Hh]auptstadt|[Bb]ürgermeister(?:in)? von|[Bb]ischof von"
                r"|[Kk]üstenort)|aus"
            ),
            "unit": r"\w*(?:[Bb]ataillon|[Bb]rigade|[Rr]egiment)",
        },
        place_before="in|nach|aus|bei|durch|bis|um|nahe|verließen|von",
        person_after=r" \((?:SPD|CDU|CSU|FDP|AfD|Grüne|Linke|ÖVP|FPÖ|SPÖ|SVP|BSW|\d\d?)\)|, \d\d?(?: Jahre)?,",
        countries={
            "US": "US, Amerika, USA",
            "GB": "Großbritannien, England, Schottland",
            "NL": "Holland",
            "CZ": "Tschechische Republik",
            "CI": "Elfenbeinküste",
            "BY": "Weißrussland",
            "CD": "Kongo",
        },
    ),
    nouns=CountedNounTables(
        noun=r"[A-ZÄÖÜ][\w-]*[a-zäöüß]",
        skipped=r"der|die|von|des|den|davon|weiteren?|anderen?|neuen?|mehr|[a-zäöüß]+(?:e|en|er|ige|igen)",
        excluded=(
            r"Jahren?|Jahr|Uhr|Prozent|Mal|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober"
            r"|November|Dezember"
            r"|oder|aber|werden|wurden|haben|waren|hatten|hatte|wurde|würden|sollen|sollten|konnten|kamen|unter"
            r"|über|seiner?|ihrer?"
            r"|Stunden?|Tagen?|Tage|Minuten?|Wochen?|Monaten?|Monate|Punkte"
        ),
    ),
    small_words=frozenset(_SMALL_TEXT.split()),
    quoting=QuoteTemplates(
        full="{speaker} sagte: „{words}.“",
        ended="{speaker} sagte: „{words}“",
        two="{speaker} sagte: „{first}“ und „{words}.“",
        word="{speaker} benutzte das Wort „{words}“.",
        several="{speaker} benutzte die Worte „{words}“.",
        capital_is_sentence=False,
    ),
)
