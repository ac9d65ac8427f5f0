"""Words that tell German names from other capitalised words, which all nouns are."""

from dossier.detect.tabular.language_tables import NounNameTables

_COMMON_TEXT = """
    der die das den dem des ein eine einen einem einer eines kein keine ich du er sie es wir ihr mich dich ihn uns euch
    ihm ihnen mein dein sein unser euer wer was wen wem wo wann wie warum weil dass ob wenn als und oder aber denn
    sondern doch auch nur noch schon nicht nach vor bei mit von zu zum zur im in am an auf aus bis durch für gegen ohne
    um unter über zwischen seit während wegen trotz laut so dann da dort hier heute gestern morgen damals danach davor
    später zuvor bereits etwa rund mehr weniger viele wenige alle einige mehrere jeder jede jedes dieser diese dieses
    diesen diesem jener jene man ja nein sehr eher fast erst zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
    hundert tausend millionen milliarden januar februar märz april mai juni juli august september oktober november
    dezember montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lkw pkw tv dvd pdf gps gmbh ag kg
    uhr prozent euro dollar km kmh kwh mw usd eur
"""
_PERSON_TITLES = """
    präsident minister kanzler sekretär general oberst leutnant kapitän admiral bürgermeister direktor leiter chef
    sprecher botschafter senator richter bischof kardinal könig prinz professor doktor anwalt trainer autor forscher
    politiker anführer kommissar offizier kommandeur inspektor pfarrer journalist reporter
"""
_WITH_FORMS_TEXT = """
    herr herrn frau dr prof dipl ing st hauptmann feldwebel papst königin prinzessin kaiser kaiserin fürst graf gräfin
    vorsitzender vorsitzende vorsitzenden abgeordneter abgeordnete abgeordneten beauftragter beauftragte beauftragten
    anwältin kollege kollegin experte experten expertin premier lord lady sir
"""
_FORMS = ("", "in", "s", "en", "n", "es")
_MASCULINE = _PERSON_TITLES.split()
_ROLES = (*_WITH_FORMS_TEXT.split(), *(f"{title}{form}" for title in _MASCULINE for form in _FORMS))
_DETERMINERS_TEXT = """
    der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines dieser diese diesen
    diesem dieses jener jene jenen jenem jenes mein meine meinen meinem dein deine sein seine seinen seinem seiner
    seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer am im vom zum zur beim ins ans alle
    beide jeder jede jeden jedem manche mancher welche welcher
"""
_SAYING_TEXT = """
    sagte sagt erklärte erklärt betonte meinte berichtete ergänzte antwortete schrieb rief warnte mahnte bestätigte
    kritisierte forderte fragte behauptete
"""
_REPORTING_TEXT = """
    sagt sagte erklärt erklärte berichtet berichtete berichten schreibt schrieb meldet meldete melden zitiert laut nach
    angaben bericht berichte artikel zeitung blatt quelle text erklärung mitteilung
"""

NAMES = NounNameTables(
    common=frozenset(_COMMON_TEXT.split()),
    particles=frozenset(("von", "van", "zu", "de", "del", "da", "di", "du", "ben", "bin", "al", "el")),
    articles=frozenset(("der", "den", "dem", "la", "las", "los")),
    roles=frozenset(_ROLES),
    reporting=frozenset(_REPORTING_TEXT.split()),
    joining=frozenset(("von",)),
    endings=("s", "’", "'"),
    title_endings=tuple(f"{title}{form}" for title in _MASCULINE for form in _FORMS),
    determiners=frozenset(_DETERMINERS_TEXT.split()),
    saying=frozenset(_SAYING_TEXT.split()),
)
