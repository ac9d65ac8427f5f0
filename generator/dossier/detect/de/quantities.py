"""German units, qualifiers and ranges, and digits that count nothing."""

from dossier.detect.tabular.language_tables import QuantityTables

_NUMBERED = (
    r"Artikels?|Art\.|Paragra(?:f|ph)(?:en)?|Absatz|Abs\.|Abschnitt|Kapitels?|Kap\.|Seiten?|S\.|Resolution|Dekret"
    r"|Gesetz|Flug"
    r"|Nummer|Nr\.|Nrn\.|Ziffer|Randnummer|Fußnote|Richtlinie|Verordnung|Bundesstraße|Autobahn|Zimmer|Tor|Tisch"
    r"|Abbildung|Abb\."
    r"|Tabelle|Anhang|Anlage|Band|Bd\.|Akte|Kanal|Boeing|Airbus|Windows|Phase|Typ|Kategorie|Stufe|Block|Sektor|Zone"
    r"|Bezirk"
    r"|Division|Staffel|Folge|Runde|Etappe|Protokoll|Covid|COVID|Platz|Gleis|Linie|Halle|Version|§{1,2}|#"
)

QUANTITIES = QuantityTables(
    units={
        "%": "percent", "prozent": "percent", "prozentpunkte": "percentage point", "prozentpunkten": "percentage point",
        "prozentpunkt": "percentage point", "basispunkte": "basis point", "dollar": "USD", "us-dollar": "USD",
        "us$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "euro": "EUR", "pfund sterling": "GBP", "yen": "JPY",
        "yuan": "CNY", "rubel": "RUB", "franken": "CHF", "schweizer franken": "CHF", "pesos": "peso", "peso": "peso",
        "bolívar": "bolivar", "bolivar": "bolivar", "kilo": "kilogram", "barrel": "barrel", "fass": "barrel",
        "hektar": "hectare", "quadratkilometer": "square kilometre", "quadratkilometern": "square kilometre",
        "quadratmeter": "square metre", "quadratmetern": "square metre", "kubikmeter": "cubic metre",
        "grad": "degree", "grad celsius": "degree Celsius", "°c": "degree Celsius", "km²": "square kilometre",
        "km2": "square kilometre", "m²": "square metre", "m2": "square metre", "km/h": "kilometre per hour",
        "kilometern": "kilometre", "metern": "metre", "zentimetern": "centimetre", "litern": "litre",
        "tonnen": "tonne", "tonne": "tonne", "jahren": "year", "jahre": "year", "jahr": "year", "monaten": "month",
        "tagen": "day", "stunden": "hour", "wochen": "week", "minuten": "minute", "sekunden": "second",
    },
    before={
        "mehr als": "more than", "über": "more than", "gut": "more than", "weniger als": "less than",
        "unter": "less than", "mindestens": "at least", "wenigstens": "at least", "nicht weniger als": "at least",
        "minimal": "at least", "höchstens": "at most", "maximal": "at most", "bis zu": "at most",
        "nicht mehr als": "at most", "rund": "about", "etwa": "about", "ungefähr": "about", "circa": "about",
        "ca.": "about", "zirka": "about", "knapp": "about", "fast": "about", "nahezu": "about", "beinahe": "about",
        "annähernd": "about", "um die": "about", "schätzungsweise": "about", "genau": "exactly",
        "exakt": "exactly", "insgesamt": "exactly",
    },
    after={"oder mehr": "at least", "oder weniger": "at most", "mindestens": "at least", "höchstens": "at most"},
    counting=frozenset(
        ("mehr als", "weniger als", "mindestens", "rund", "etwa", "knapp", "fast", "genau", "insgesamt", "über")
    ),
    between="zwischen ",
    and_words="und",
    to_words="bis",
    or_words="oder",
    change_before="(?:von|vom) ",
    of_whole=" (?:von|der|von insgesamt) (?:(?:den|insgesamt) )?",
    in_whole=" von ",
    counted=(
        "Soldaten|Militärs|Truppen|Menschen|Personen|Männer|Frauen|Kinder|Tote|Toten|Verletzte|Deserteure|Demonstranten"
        "|Dollar|Euro|Meter|Kilometer|Fälle|Gefangene|Familien|Häuser|Wohnungen|Migranten|Flüchtlinge|Einwohner"
    ),
    masks=(
        (
            "number of a name",
            rf"(?<!\w)(?:{_NUMBERED})\s?[0-9]+(?:[.,/-][0-9]+)*[a-z]?(?!\w)(?!\s?(?:%|Prozent|Mill|Mrd|Mio))",
        ),
        ("number of a name", r"(?<![\w.,])[0-9]{1,2}\.\sJahrhunderts?(?!\w)"),
        ("street number",
        r"(?<!\w)[A-ZÄÖÜ][a-zäöüß]+(?:straße|strasse|weg|platz|allee|gasse|ring|damm)\s[0-9]{1,4}[a-z]?(?!\w)"),
        ("decade", r"(?<!\w)(?:(?:19|20)?[0-9]0er)(?:[ -]Jahren?)?(?!\w)"),
        (
            "time of day",
            r"(?<![\w.,:])[0-2]?[0-9](?:[.:][0-5][0-9])?(?:\sbis\s[0-2]?[0-9](?:[.:][0-5][0-9])?)?\sUhr(?!\w)(?:\s[0-5][0-9])?",
        ),
        ("age group", r"(?<!\w)U[ -]?[0-9]{2}(?!\w)"),
    ),
)  # fmt: skip
