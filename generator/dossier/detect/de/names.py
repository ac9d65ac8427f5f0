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
    politiker anführer kommissar offizier kommandeur inspektor pfarrer journalist reporter schwester pfleger lehrer
    forscher wissenschaftler historiker virologe ökonom ingenieur schriftsteller regisseur unternehmer gründer kandidat
    aktivist analyst landwirt spieler
"""
_WITH_FORMS_TEXT = """
    herr herrn frau dr prof dipl ing st hauptmann feldwebel papst königin prinzessin kaiser kaiserin fürst graf gräfin
    vorsitzender vorsitzende vorsitzenden abgeordneter abgeordnete abgeordneten beauftragter beauftragte beauftragten
    anwältin kollege kollegin experte experten expertin premier lord lady sir
"""
_FORMS = ("", "in", "s", "en", "n", "es")
_MASCULINE = _PERSON_TITLES.split()
_ROLES = (*_WITH_FORMS_TEXT.split(), *(f"{title}{form}" for title in _MASCULINE for form in _FORMS))
_OTHER_ENDINGS = """
    anwältin ärztin arzt rätin beauftragte beauftragten abgeordnete abgeordneten abgeordneter vorsitzende vorsitzenden
    vorsitzender experte experten expertin virologin ologe ologin hauptmann vorstand
"""
_DETERMINERS_TEXT = """
    der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines dieser diese diesen
    diesem dieses jener jene jenen jenem jenes mein meine meinen meinem dein deine sein seine seinen seinem seiner
    seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer am im vom zum zur beim ins ans alle
    beide jeder jede jeden jedem manche mancher welche welcher
"""
_SAYING_TEXT = """
    sagte sagt erklärte erklärt betonte meinte berichtete ergänzte antwortete schrieb rief warnte mahnte bestätigte
    kritisierte forderte fragte behauptete fragt antwortet erzählt erzählte klagt klagte betont meint schreibt warnt
    fordert kritisiert berichtet ruft versprach verspricht
"""
_REPORTING_TEXT = """
    sagt sagte erklärt erklärte berichtet berichtete berichten schreibt schrieb meldet meldete melden zitiert laut nach
    angaben bericht berichte artikel zeitung blatt quelle text erklärung mitteilung
"""
_CITIES_TEXT = """
    Berlin Hamburg München Köln Frankfurt Stuttgart Düsseldorf Leipzig Dortmund Bremen Dresden Hannover Nürnberg
    Duisburg Bochum Wuppertal Bielefeld Bonn Münster Mannheim Karlsruhe Augsburg Wiesbaden Mönchengladbach
    Gelsenkirchen Aachen Braunschweig Kiel Chemnitz Magdeburg Freiburg Krefeld Mainz Lübeck Erfurt Oberhausen Rostock
    Kassel Saarbrücken Potsdam Oldenburg Osnabrück Heidelberg Darmstadt Regensburg Würzburg Ingolstadt Göttingen Ulm
    Wolfsburg Heilbronn Pforzheim Bremerhaven Reutlingen Koblenz Jena Trier Erlangen Cottbus Schwerin Flensburg Passau
    Konstanz Weimar Stralsund Greifswald Wien Graz Linz Salzburg Innsbruck Klagenfurt Bregenz Zürich Genf Basel Bern
    Lausanne Winterthur Luzern Vaduz Luxemburg Bayern Sachsen Thüringen Hessen Brandenburg Niedersachsen
    Schleswig-Holstein Nordrhein-Westfalen Rheinland-Pfalz Baden-Württemberg Mecklenburg-Vorpommern Sachsen-Anhalt
    Saarland Tirol Kärnten Steiermark Burgenland Vorarlberg Paris Lyon Marseille Straßburg Brüssel Antwerpen Amsterdam
    Rotterdam Den_Haag London Manchester Edinburgh Dublin Madrid Barcelona Lissabon Rom Mailand Neapel Venedig Athen
    Warschau Danzig Krakau Breslau Prag Budapest Bukarest Sofia Belgrad Zagreb Sarajevo Ljubljana Moskau Kiew Kyjiw
    Charkiw Odessa Mariupol Minsk Vilnius Riga Tallinn Helsinki Stockholm Oslo Kopenhagen Reykjavik Istanbul Ankara
    Jerusalem Gaza Tel_Aviv Beirut Damaskus Aleppo Bagdad Teheran Riad Doha Dubai Kabul Islamabad Neu-Delhi Mumbai
    Peking Shanghai Hongkong Tokio Seoul Bangkok Jakarta Sydney Kairo Tripolis Tunis Algier Rabat Nairobi Lagos
    Johannesburg Kapstadt Washington New_York Chicago Los_Angeles Miami Boston Toronto Mexiko-Stadt Havanna Caracas
    Bogotá Lima Santiago Buenos_Aires Brasília Rio_de_Janeiro São_Paulo Europa Afrika Asien Amerika Südamerika
    Lateinamerika Nahost Krim Westjordanland Donbass
"""
CITIES = frozenset(name.replace("_", " ") for name in _CITIES_TEXT.split())
"""Well-known towns and regions whose names are no nouns."""
_ADJECTIVES = (
    r"(?:Europäisch|Deutsch|Vereint|Vereinigt|Rot|Weiß|International|National|Bayerisch|Österreichisch|Schweizerisch"
    r"|Französisch|Amerikanisch|Britisch|Russisch|Evangelisch|Katholisch|Süddeutsch|Norddeutsch|Westdeutsch"
    r"|Mitteldeutsch|Technisch|Sächsisch|Hessisch|Islamisch|Afrikanisch|Arabisch|Allgemein|Öffentlich|Zentral|Oberst"
    r"|Königlich)e[nrsm]?|Frankfurter|Zürcher"
)
"""Few of those made from towns: "Kölner Bürger" is not a name."""
_OUTLETS_TEXT = """
    Reuters Bloomberg Deutschlandfunk Handelsblatt Tagesspiegel Twitter Facebook Instagram YouTube Tagesschau Correctiv
"""
_NAMING_TEXT = """
    firma stadt zeitung sender agentur unternehmen konzern partei gesellschaft organisation stiftung gemeinde provinz
    insel bundesland bundesstaat zeitschrift magazin hersteller hafenort küstenort stadtteil ortschaft gewerkschaft
    gruppe
"""

NAMES = NounNameTables(
    common=frozenset(_COMMON_TEXT.split()),
    particles=frozenset(("von", "van", "zu", "de", "del", "da", "di", "du", "ben", "bin", "al", "el")),
    articles=frozenset(("der", "den", "dem", "la", "las", "los")),
    roles=frozenset(_ROLES),
    reporting=frozenset(_REPORTING_TEXT.split()),
    joining=frozenset(("von",)),
    endings=("s", "’", "'"),
    title_endings=(*(f"{title}{form}" for title in _MASCULINE for form in _FORMS), *_OTHER_ENDINGS.split()),
    determiners=frozenset(_DETERMINERS_TEXT.split()),
    saying=frozenset(_SAYING_TEXT.split()),
    cities=frozenset((*(name for name in CITIES if " " not in name), *_OUTLETS_TEXT.split())),
    leading=frozenset(("IG", "FC", "SC", "SV", "RB")),
    adjectives=_ADJECTIVES,
    naming=tuple(_NAMING_TEXT.split()),
)
