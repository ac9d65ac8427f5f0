"""Word lists by which the detector of names tells them from other capitalised words in English."""

import re
from collections.abc import Mapping

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
_BRITISH = ("British", "Briton", "Britons", "Brit", "Brits", "UK", "United Kingdom", "Britain")
_AMERICAN = ("American", "Americans", "US", "USA", "America")
DEMONYMS = {
    "Belgium": ("Belgian", "Belgians"),
    "Britain": _BRITISH,
    "China": ("Chinese",),
    "Cyprus": ("Cypriot", "Cypriots"),
    "Denmark": ("Danish", "Dane", "Danes"),
    "England": ("English",),
    "Finland": ("Finnish", "Finn", "Finns"),
    "France": ("French", "Frenchman", "Frenchwoman"),
    "Germany": ("German", "Germans"),
    "Great Britain": _BRITISH,
    "Greece": ("Greek", "Greeks"),
    "Iceland": ("Icelandic", "Icelander", "Icelanders"),
    "Ireland": ("Irish",),
    "Lebanon": ("Lebanese",),
    "Netherlands": ("Dutch",),
    "New Zealand": ("New Zealander", "New Zealanders"),
    "Norway": ("Norwegian", "Norwegians"),
    "Peru": ("Peruvian", "Peruvians"),
    "Philippines": ("Philippine", "Filipino", "Filipinos"),
    "Poland": ("Polish", "Pole", "Poles"),
    "Portugal": ("Portuguese",),
    "Scotland": ("Scottish", "Scot", "Scots"),
    "Spain": ("Spanish", "Spaniard", "Spaniards"),
    "Sweden": ("Swedish", "Swede", "Swedes"),
    "Switzerland": ("Swiss",),
    "Turkey": ("Turkish", "Turk", "Turks"),
    "United Kingdom": _BRITISH,
    "UK": _BRITISH,
    "United States": _AMERICAN,
    "US": _AMERICAN,
    "Wales": ("Welsh",),
}
"""What a country's people, and what is theirs, is called, where it does not follow from its name."""
SEATS_OF_GOVERNMENT = {
    "Argentina": ("Buenos Aires",),
    "Australia": ("Canberra",),
    "Austria": ("Vienna",),
    "Belarus": ("Minsk",),
    "Brazil": ("Brasilia",),
    "Britain": ("London", "Downing Street", "Whitehall"),
    "Canada": ("Ottawa",),
    "China": ("Beijing",),
    "Colombia": ("Bogota",),
    "Cuba": ("Havana",),
    "Egypt": ("Cairo",),
    "Ethiopia": ("Addis Ababa",),
    "European Union": ("Brussels",),
    "France": ("Paris", "Elysee"),
    "Germany": ("Berlin",),
    "Greece": ("Athens",),
    "Hungary": ("Budapest",),
    "India": ("New Delhi", "Delhi"),
    "Iran": ("Tehran",),
    "Iraq": ("Baghdad",),
    "Ireland": ("Dublin",),
    "Italy": ("Rome",),
    "Japan": ("Tokyo",),
    "Kenya": ("Nairobi",),
    "Mexico": ("Mexico City",),
    "Netherlands": ("The Hague",),
    "Nigeria": ("Abuja",),
    "North Korea": ("Pyongyang",),
    "Pakistan": ("Islamabad",),
    "Peru": ("Lima",),
    "Poland": ("Warsaw",),
    "Qatar": ("Doha",),
    "Russia": ("Moscow", "Kremlin"),
    "Saudi Arabia": ("Riyadh",),
    "Serbia": ("Belgrade",),
    "South Africa": ("Pretoria",),
    "South Korea": ("Seoul", "Blue House"),
    "Spain": ("Madrid",),
    "Sweden": ("Stockholm",),
    "Syria": ("Damascus",),
    "Taiwan": ("Taipei",),
    "Turkey": ("Ankara",),
    "Ukraine": ("Kyiv", "Kiev"),
    "United Kingdom": ("London", "Downing Street", "Whitehall"),
    "United States": ("Washington", "White House"),
    "Venezuela": ("Caracas",),
}
"""By what place a text may name the government of a country."""
REGION_PREFIXES = ("Latin", "North", "South", "East", "West", "Central", "Afro", "Anglo")
# A nationality before these is part of the name: the European Union, the Dominican Republic, Saudi Arabia.
_NAMED_TEXT = "Union Federation Commission Parliament Republic States League Airlines Empire Arabia Guiana Columbia"
NAMED_WITH_NATIONALITY = frozenset(_NAMED_TEXT.split())
_CONTINENTAL_TEXT = """
    European African Asian American Arab Scandinavian Caribbean
"""
CONTINENTAL = frozenset(_CONTINENTAL_TEXT.split())
"""Adjectives that belong to the name of a body: the European Space Agency, but the Polish Foreign Ministry."""
_NATIONAL_BODY_TEXT = """
    Union Association Federation Corporation Airlines Airways Open Prix Championship Championships Gas Heritage Cross
    Channel Sea Ocean Academy Institute League Agreement Treaty University Medical Society Derby
"""
NATIONAL_BODIES = frozenset(_NATIONAL_BODY_TEXT.split())
"""Last words of names of which a nationality is the first: British Airways, French Open."""
_ORDINALS_TEXT = """
    First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth
"""
ORDINALS = frozenset(_ORDINALS_TEXT.split())
_NUMBERED_TEXT = """
    Brigade Division Regiment Battalion Circuit Congress Army Corps Fleet Infantry Squadron Amendment Precinct District
    Street Avenue Ward Legion Airborne Cavalry Battery Wing Dynasty Republic Reich Lancers Hussars Fusiliers Flotilla
"""
NUMBERED = frozenset(_NUMBERED_TEXT.split())
"""Words of names that an ordinal may begin: the 82nd Airborne Division, the Second Republic."""
_CLAIM_TEXT = """
    MP MPs MEP MEPs MSP MSPs MLA MLAs TD TDs QC KC OBE CBE MBE KBE PhD Ph.D Ph.D. MBA MD CEO CEOs CFO CFOs COO
    CTO CIO TV TVs DNA RNA HIV AIDS Aids GDP GNP VAT AI IT ID IDs CD CDs DVD DVDs PC PCs PDF FAQ FAQs DIY UFO UFOs SUV
    SUVs CCTV GPS HR PR IQ LED LGBT LGBTQ LGBTQ+ PTSD ADHD ATM ATMs PIN SMS USB URL WiFi Wi-Fi IVF MRI Covid COVID XL
    MPH RPM BMI PPE ER ICU GP GPs HGV HGVs NGO NGOs Q&A R&D VIP VIPs DUI PAC PACs RIP Internet Christmas Easter
    Thanksgiving Halloween Ramadan God Satan Bible Quran Koran Brexit Republican Democratic Democrat
    Conservative Tory Liberal Libertarian Socialist Communist Muslim Muslims Islamist Islamists Islamic Christian
    Christians Catholic Catholics Protestant Protestants Jewish Jews Jew Hindu Hindus Sikh Sikhs Buddhist Buddhists
    Hispanic Hispanics Latino Latinos Latina Latinas Anglican Anglicans Sunni Sunnis Shia Shiite Kurd Kurds
"""
_NO_NAME_TEXT = """
    BST GMT UTC EST EDT CST CDT MST MDT PST PDT CET CEST EET EEST IST AEST AEDT JST HKT ET PT CT MT AM PM A.M P.M A.M.
    P.M. Mr Mrs Ms Dr Eastern Western Northern Southern Presidential Millennial Millennials City County Town
    Village Borough
    LAUGHTER APPLAUSE CROSSTALK INAUDIBLE MUSIC CHEERING WATCH READ LIVE BREAKING UPDATE VIDEO PHOTO PHOTOS EXCLUSIVE
    WARNING ABSTRACT CLARIFICATION CORRECTION LETTERS ADVERTISEMENT FULL TEXT NEW MORE RELATED EDITORIAL ANALYSIS
    OPINION INTERVIEWER INTERVIEWEE HOST MODERATOR REPORTER QUESTION ANSWER NARRATOR ANCHOR SPEAKER OPERATOR CALLER
    WITNESS UNIDENTIFIED MALE FEMALE MAN WOMAN VOICE JOURNALIST ANNOUNCER CHAIR CHAIRMAN COURT JUDGE PRESIDENT CLERK
    Interviewer Interviewee Host Moderator Narrator Presenter Lib Dem
"""
COLOURS = ("Black", "White")
"""Words for groups of people that are surnames too; names only if the text has one that ends with them."""
CLAIMS = frozenset((*_CLAIM_TEXT.split(), *COLOURS))
"""Capitalised words that name no person, body or place by themselves, but say who or what somebody is."""
NO_NAMES = frozenset((*_CLAIM_TEXT.split(), *_NO_NAME_TEXT.split()))
"""Capitalised words that name no person, body or place by themselves: times, degrees, parties and creeds."""
SHORT_TITLES = (
    "Adm|Brig|Capt|Cmdr|Col|Cpl|Dr|Gen|Gov|Hon|Jr|Lt|Maj|Messrs|Mr|Mrs|Ms|Prof|Profs|Rep|Reps|Rev|Sen|Sens|Sgt|Sr|St"
)
COMPANY_TITLES = "Inc|Ltd|Corp"
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

SAID = (
    r"(?:said|says|told|announced|according|wrote|added|tweeted|warned|confirmed|reported|testified|statement"
    r"|promised|pledged|vowed|declared|unveiled|stated)"
)
"""What says that the words around are somebody's, in the past."""
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

CLAIM_WORDS: Mapping[str, Mapping[str, str]] = {
    "negation": {
        "not": """
            not, cannot, no, never, none, nobody, nothing, nowhere, neither, nor, without, no one, no longer, at no time
        """,
        "refused": """
            refuse*, deny*, decline* to, fail* to, unable to, rule* out, ruling out, reject*, stop short of
        """,
        "other": """
            lack*, unable, fail*, failure, decline*, prevent*, stop*, avoid*, hardly, barely, scarcely, rarely, seldom,
            rather than, instead, far from, short of, absence, absent, oppose*, against, withdraw*, withdrew, withdrawn,
            withheld, cancel*, abandon*, dispute*, contradict*, few, little, yet to, except, unless, only, zero, ban*,
            forbid, forbidden, halt*, block*, unlikely, missing, leave* out, left out, silent, no such, minus, lose*,
            lost, doubt*, doubtful, otherwise, exclude*, omit*, ignore*, question*, false, untrue, wrong, end*,
            drop*, scrap*, shelve*, suspend*, postpone*, reverse*, lift*
        """,
    },
    "hedge": {
        "possible": """
            may, might, could, possibly, possible, perhaps, maybe, potentially, potential, likely, probably, probable,
            conceivably, arguably, presumably, apparently, seemingly, appear* to, seem*, unclear whether
        """,
        "reported": """
            reportedly, allegedly, alleged, purported, purportedly, supposed, supposedly, rumoured, rumored, believed,
            suspected, thought to, said to, presumed, widely viewed, widely seen, unconfirmed
        """,
        "approximate": """
            nearly, almost, roughly, approximately, estimated, an estimated, virtually, practically, not quite
        """,
        "other": """
            appear*, suggest*, indicate*, estimate*, risk*, suspect*, believe*, think*, thought, claim*, allege*,
            about, around, close to, as many as, up to, if, whether, unclear, uncertain, accuse*, expect*, chance,
            so called, hope*, fear*, viewed, seen as, can, guess*, rumour*, rumor*
        """,
    },
    "quantifier": {
        "all": "all, every, each, everyone, everybody, entire, entirely, always, completely, unanimously, all of",
        "most": "most, mostly, majority, a majority, mainly, largely, predominantly, primarily",
        "many": "many, much, numerous, often, frequently, countless",
        "several": "several, various, multiple, a number of, a handful of, handful",
        "some": "some, sometimes, certain, partly, partially, in part, a few",
        "few": "few, rarely, seldom, a minority, minority",
        "half": "half, every second, every other",
        "only": "only, merely, solely, exclusively",
        "both": "both",
    },
    "plan": {
        "will": """
            will, won't, shall, would, is to, are to, plan* to, plan* on, intend* to, expect* to, going to,
            schedule* to, aim* to, hope* to, promise* to, threaten* to, vow* to, pledge* to, propose* to, about to,
            agree* to, set to, want* to, seek* to, sought to, try* to, tried to, attempt* to, offer* to
        """,
        "other": """
            may, might, could, should, must, can, if, unless, order* to, urge* to, ask* to, call* on, call* for,
            demand*,
            ready to, need* to, have to, has to, had to, plan*, intend*, expect*, schedule*, aim*, hope*, promise*,
            threaten*, vow*, pledge*, propose*, consider*, likely, want*, seek*, sought, try*, tried, attempt*, due,
            forecast*, predict*, future, next, tomorrow, soon, offer*, agree*, order*, urge*, ask*, appeal*, upcoming,
            would think, would like, would say, would seem, foresee*, await*, willing, whether, 'll, until, prepare*
        """,
    },
    "superlative": {
        "most": """
            first, largest, biggest, smallest, highest, lowest, worst, best, greatest, oldest, youngest, longest,
            shortest, strongest, deadliest, heaviest, hottest, coldest, richest, poorest, fastest, slowest,
            unprecedented, record
        """
    },
    "cause": {
        "because": "because, due to, led to, lead* to, result* in, thanks to, caused, causes, owing to, as a result",
        "other": """
            because, cause*, due, led, lead*, result*, therefore, thus, hence, trigger*, spark*, prompt*, force*, so,
            since, reason*, why, made, make*, blame*, drove, drive*, stem*, fuel*, for, through, by, from, over
        """,
    },
    "strength": {
        "certain": """
            confirm*, admit*, acknowledge*, concede*, prove*, proof, proven, reveal*, establish*, demonstrate*, verify*
        """,
        "other": "show*, accept*, know*, knew, find*, found, fact, evidence, recognise*, recognize*, disclose*, agree*",
    },
}
"""Words on which the strength of a claim depends, by kind and by what they do to it, separated by commas.

`*` is for any ending. The words of a group `other` may do the same as the others, depending on the rest.
"""
OPPOSITES = """
    rise* rose risen increase* grow* grew grown climb* jump* soar* surge* higher up / fall* fell fallen drop*
    decline* decrease* shrink* shrank plunge* sink* sank lower down dwindle* slump*; win* won victory winner /
    lose* lost defeat* defeated loser; support* back* backed endorse* favour* favor* / oppose* against oppos*
    reject* resist*; before prior earlier / after following later since; accept* approve* approval agree* welcome*
    / reject* refuse* decline* disagree* disapprove* veto*; allow* permit* authorise* authorize* / ban* forbid*
    forbade forbidden prohibit* prevent* block*; begin* began begun start* open* opened launch* / end* ended stop*
    finish* close* closed halt* cease*; arrive* enter* entered join* joined / leave* left depart* exit* quit*
    flee* fled; more / fewer less; senior / junior; loyal / disloyal; high / low; opponent* / supporter*;
    legitimate / illegitimate; safe / unsafe dangerous; true / false; old / new; large / small; long longer /
    short shorter; positive / negative; domestic / foreign; expand* / cut* shrink* reduce*; raise* raised / lower*
    lowered cut* reduce*; hit* / miss* missed; above / below; inside / outside; north northern / south southern;
    east eastern / west western; guilty convict* convicted / innocent acquit* acquitted; largest biggest highest
    greatest / smallest lowest least; best / worst; first / last; majority / minority; strong* stronger
    strengthen* / weak* weaker weaken*; confirm* admit* acknowledge* / deny* denied; praise* hail* welcome* /
    condemn* criticise* criticize* denounce*; hire* hired appoint* appointed / fire* fired dismiss* dismissed
    sack* sacked; buy* bought purchase* / sell* sold; import* / export*; include* including / exclude* excluding
    except; alive survive* survived / dead die* died killed; able / unable; possible / impossible; legal /
    illegal; likely / unlikely; peaceful peacefully / violent violently; success succeed* successful / fail*
    failed failure unsuccessful; older oldest / younger youngest; early / late; ally allies / enemy enemies;
    public publicly / secret secretly private; release* released freed / arrest* arrested
    detain* detained jail* jailed imprison*;
    rich richer wealthy / poor poorer; give* gave given / take* took taken; lend* lent / borrow*; attack* /
    defend*; men man male / women woman female; mandatory compulsory / voluntary optional;
    sign* signed / veto* vetoed; keep* kept retain* / lose* lost
"""
"""Groups of words that say the opposite of each other, with ` / ` between them; `*` is for any ending."""
IRREGULAR_VERBS = """
    be is are was were been being am; have has had; go goes went gone; leave left leaving; take took taken taking;
    win won winning; lose lost losing; rise rose risen rising; fall fell fallen falling; give gave given giving;
    say said; tell told; meet met meeting; hold held; sell sold; buy bought; bring brought; build built; send
    sent; spend spent; pay paid; make made making; get got getting; begin began begun beginning; flee fled
    fleeing; lead led; keep kept; come came coming; become became becoming; write wrote written writing; speak
    spoke spoken; break broke broken; choose chose chosen; drive drove driven driving; draw drew drawn; fly flew
    flown; grow grew grown; know knew known; see saw seen; seek sought; teach taught; think thought; fight fought;
    find found; lie lay; run ran running; sit sat; stand stood; steal stole stolen; strike struck; swear swore
    sworn; throw threw thrown; wear wore; withdraw withdrew withdrawn; shoot shot; overthrow overthrew overthrown;
    die died dying death; resign resigned resignation
"""
"""Verbs with their forms, separated by semicolons."""
NO_NEGATION = re.compile(
    r"\bno (?:fewer|less|more|later|earlier|doubt|matter|sooner)\b"
    r"|\bnot (?:only|just|least|more than|less than|to mention)\b"
    r"|\bwithout (?:saying|doubt|question|them|it|him|her|us)\b"
    r"|\b(?:whether or|if|why) not\b|\bnone other\b|\bNo\. ?\d",
    re.IGNORECASE,
)
"""Words of denial that deny nothing."""
