"""Word lists by which the detector of names tells them from other capitalised words in English."""

import re

from dossier.edtf.parse import MONTHS, WEEKDAYS

# Words that are never names, however often they begin a sentence, and words of the boilerplate around an article.
_COMMON_TEXT = """
    a an the this that these those such another any both each either every neither no none some all half most many
    much more less few fewer several enough other others i me my mine myself we us our ours you your yours he him
    his she her hers it its they them their theirs itself himself themselves who whom whose which what whatever
    whoever where when why how whether something someone somebody everything everyone everybody anything anyone
    anybody nothing nobody one two three four five six seven eight nine ten eleven twelve dozen dozens twenty thirty
    forty fifty hundred hundreds thousand thousands million millions billion billions tens first second third next
    last former of in on at by for from with without to into onto upon over under after before since until till
    during through throughout across against along alongside amid among around behind below beneath beside besides
    between beyond despite down except inside like near off out outside past per regarding toward towards unlike up
    via within about above according and but or nor so yet if then than as because although though while whereas
    unless once rather instead however therefore thus hence moreover furthermore meanwhile nevertheless nonetheless
    otherwise indeed perhaps maybe also too even still just only not never ever always often sometimes again almost
    already soon now here there today yesterday tomorrow tonight later earlier recently currently finally eventually
    fortunately unfortunately reportedly allegedly apparently clearly previously similarly additionally likewise
    elsewhere somewhere anyway well yes oh ok okay please thanks let is am are was were be been being do does did
    has have had having can could will would shall should may might must cannot anti pro ex non pre post mid pm gmt
    utc updated photo photos image video file credit read unnamed
    todo
"""
_CALENDAR = " ".join((*MONTHS, *WEEKDAYS)).lower()
COMMON_WORDS = frozenset(f"{_COMMON_TEXT} {_CALENDAR}".split())
NEVER_COMMON = ("US", "WHO")  # Only the lower-case forms are pronouns.
CONTRACTION = re.compile(r"n['’]t$|['’](?:re|ve|ll|d|m)$", re.IGNORECASE)
# A list, not a rule of endings: Iran, Juan, Sudan and Ryan end as Venezuelan does.
_NATIONALITY_TEXT = """
    Afghan African Albanian Algerian American Andean Angolan Arab Argentine Argentinian Armenian Asian Australian
    Austrian Bahamian Bangladeshi Belarusian Belgian Belizean Bolivian Bosnian Brazilian Brit British Bulgarian
    Cambodian Canadian Chilean Chinese Colombian Congolese Croatian Cuban Cypriot Czech Danish Dominican Dutch
    Ecuadorian Ecuadorean Egyptian Emirati English Estonian Ethiopian European Filipino Finnish French German Greek
    Guatemalan Guyanese Haitian Honduran Hungarian Indian Indonesian Irani Iranian Iraqi Irish Israeli Italian
    Jamaican Japanese Jordanian Kenyan Korean Kurdish Kuwaiti Latvian Lebanese Libyan Lithuanian Malaysian Mexican
    Moroccan Nicaraguan Nigerian Norwegian Pakistani Palestinian Panamanian Paraguayan Peruvian Polish Portuguese
    Qatari Romanian Russian Salvadoran Saudi Scottish Serbian Slovak Slovenian Somali Soviet Spaniard Spanish
    Sudanese Surinamese Swedish Swiss Syrian Thai Trinidadian Tunisian Turkish Ukrainian Uruguayan Uzbek Venezuelan
    Vietnamese Welsh Yemeni
"""
NATIONALITIES = frozenset(_NATIONALITY_TEXT.split())
REGION_PREFIXES = ("Latin", "North", "South", "East", "West", "Central", "Afro", "Anglo")
# A nationality before these is part of the name: the European Union, the Dominican Republic, Saudi Arabia.
_NAMED_TEXT = "Union Federation Commission Parliament Republic States League Airlines Empire Arabia Guiana Columbia"
NAMED_WITH_NATIONALITY = frozenset(_NAMED_TEXT.split())
SHORT_TITLES = "Adm|Brig|Capt|Cmdr|Col|Cpl|Dr|Gen|Gov|Hon|Jr|Lt|Maj|Messrs|Mr|Mrs|Ms|Prof|Rep|Rev|Sen|Sgt|Sr|St"
_ROLE_TEXT = """
    President Vice Prime Foreign Minister Secretary General Deputy Chief Chairman Chairwoman Chancellor Ambassador
    Envoy Senator Congressman Congresswoman Representative Governor Mayor Judge Justice King Queen Prince Princess
    Pope Bishop Archbishop Cardinal Admiral Brigadier Colonel Major Captain Commander Lieutenant Sergeant Corporal
    Private Officer Director Editor Professor Doctor Sir Madam Lord Lady
"""
_SHORT_TITLES = SHORT_TITLES.split("|")
ROLE_WORDS = frozenset((*_ROLE_TEXT.split(), *_SHORT_TITLES, *(f"{title}." for title in _SHORT_TITLES)))
PARTICLES = ("al", "bin", "da", "de", "del", "della", "des", "di", "du", "for", "ibn", "le", "of", "van", "von", "y")
ARTICLES = ("the", "la", "las", "los", "der", "den", "el")  # After a particle: of the, de la.
_REPORTING_TEXT = """
    account accounts according add added adds announce announced announces article articles ask asked asks author
    authors call called calls cite cited cites comment comments count counted counts describe described describes
    document documents figure figures gave give given gives headline mention mentioned mentions name named names
    paper papers post posts put puts quote quoted quotes reader readers relay relayed relays report reported reporter
    reporters reports said saw say saying says source sources speak speaks spoke state stated states statement
    statements story tell tells text texts told word words write writer writers writes written wrote
"""
REPORTING_WORDS = frozenset(_REPORTING_TEXT.split())
"""Words with which a summary says who reports something; they say nothing about what is reported."""
NEGATION = re.compile(r"\b(?:no|not|none|nobody|neither|nor|never|nothing|without|unknown|unclear|\w+n['’]t)\b", re.I)
"""Words with which a sentence denies something, or says that it is not known."""

SAYING_WORDS = """
    said says? saying told tells? telling ask(?:s|ed|ing)? add(?:s|ed|ing) according wr[oi]tes? written writing
    tweet\\w* post(?:s|ed) explain\\w* argu(?:e|es|ed|ing) claim\\w* insist\\w* warn\\w* declar\\w* announc\\w*
    stat(?:e|es|ed|ing|ement) repl(?:y|ies|ied) respon[ds]\\w* answer\\w* continu\\w* conclud\\w* not(?:e|es|ed|ing)
    remark\\w* observ\\w* call(?:s|ed|ing)? describ\\w* refer\\w* dismiss\\w* label\\w* dubb\\w* accus\\w* admit\\w*
    acknowledg\\w* concede\\w* confirm\\w* den(?:y|ies|ied) report\\w* suggest\\w* mention\\w* point(?:s|ed|ing)?
    stress\\w* emphasi\\w* urg(?:e|es|ed|ing) vow\\w* promis\\w* pledg\\w* predict\\w* recall\\w* reveal\\w*
    joke\\w* quip\\w* shout\\w* yell\\w* chant\\w* cr(?:y|ied|ies) laugh\\w* comment\\w* quot(?:e|es|ed|ing) put
    spoke\\w* speak\\w* speech interview\\w* beg[aiu]n\\w* opened went complain\\w* critici\\w* prais\\w* blam\\w*
    attack\\w* slam\\w* blast\\w* condemn\\w* denounc\\w* defend\\w* counter\\w* retort\\w* demand\\w* appeal\\w*
    propos\\w* express\\w* think\\w* thought believ\\w* feel\\w* felt wonder\\w* testif\\w* letter memo e-?mail\\w*
    maintain\\w* assert\\w* contend\\w* assur\\w* remind\\w* exclaim\\w* lament\\w* boast\\w* brag\\w* offer\\w*
    reads? ran talk\\w* mock\\w* ridicul\\w* characteri\\w* deem\\w* hail\\w* pronounc\\w* proclaim\\w* recount\\w*
    rul(?:ed|es|ing) cit(?:e|es|ed|ing) agree\\w* disagree\\w* apologi\\w* advis(?:e|es|ed|ing) caution\\w* tout\\w*
    us(?:ed|es|ing)
"""
"""Verbs and nouns of saying, as patterns of whole words."""

RELATION_WORDS = {
    "recognises": "recogni[sz] acknowledg accept",
    "does not recognise": """
        unrecogni[sz] non-recognition withdr refus declin den(?:y|ie) reject (?:not|never|longer)\\b.*\\brecogni[sz]
    """,
    "loyal to": """
        loyal allegian alleg faithful oath sworn obey (?:stands?|stood)_by side[sd]?_with stick
    """,
    "opposes": """
        oppos against oust overthr[eo]w toppl unseat rival critic accus reject denounc condemn protest revolt rebel
        (?:rise|rose|risen|rising)_up uprising warn threat challeng resign step_down dictator tyrant enem adversar
        blam complain sanction resist sever broke_off cut_off boycott foe fight fought object disput contradict
        deplor sue[sd]?\\b lawsuit ultimatum no_longer
    """,
    "supports": """
        support back(?:s|ed|ing)?\\b all(?:y|ies|ied)\\b endors favou?r(?:s|ed|ing)?\\b help assist behind
        sympathi[sz] urg defend approv prais fund financ champion advocat side[sd]?_with pro- welcom
        prop(?:s|ped|ping)?\\b report_to recogni[sz]
    """,
    "member of": "member belong join seat veto- party in_the_\\w+_group",
    "part of": """
        part_of branch division arm_of unit wing within belong department office officials? senior staff in_the
    """,
    "leads": """
        lead led\\b head chief chair president director founder executive command boss captain mayor run[s]?\\b
        ran\\b charge rule
    """,
    "speaks for": "spokes speak spoke behalf represent press_secretary envoy lawyer attorney",
    "holds responsible": "responsib blam accus fault caus culpab guilt because due_to",
    "relays": """
        according report said says told quot cit(?:e|ing) interview wrote writes spoke via contribut relay excerpt
        announc describ
    """,
    "publishes": "publish print issue own(?:s|ed|er|ers)\\b copyright founded",
    "works for": """
        advis aide ambassador analyst assistant attach boss captain clerk colonel columnist consultant contributor
        coordinat correspondent deputy diplomat editor employ engineer envoy executive fellow freelance hired
        journalist lawyer manager minister officer photograph police producer professor reporter researcher
        secretary sergeant serv spokes staff work writer writes_for
    """,
    "family of": """
        father mother parent son[s]?\\b daughter child brother sister sibling husband wife wives married spouse
        uncle aunt cousin nephew niece grand widow in-law family relative fianc partner twin heir
    """,
    "in contact with": """
        contact touch told tell talk spoke speak met\\b meet call phone wrote write letter sent send show interview
        messag connect e-?mail link negotiat correspond answer ask visit discuss text(?:ed|s)\\b
    """,
}
"""For each type of relation, the beginnings of the words by which texts say it, as patterns; `_` is a space."""
