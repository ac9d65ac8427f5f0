"""French units, qualifiers and ranges, and digits that count nothing."""

from dossier.detect.tabular.language_tables import QuantityTables

_NUMBERED = (
    r"[Aa]rticles?|[Aa]rt\.|[Ss]ections?|[Cc]hapitres?|[Cc]hap\.|[Pp]ages?|pp?\.|[Rr]ésolutions?|[Dd]écrets?|[Ll]ois?"
    r"|[Vv]ols?"
    r"|[Nn]uméros?|[Nn][°º]|[Nn]os?\.|[Pp]aragraphes?|[Nn]otes?|[Aa]mendement|[Aa]linéa|Directive|[Rr]èglement|[Rr]oute"
    r"|[Aa]utoroute|[Cc]hambre|[Pp]orte|[Tt]able|[Ff]igure|[Ff]ig\.|[Aa]nnexe|[Vv]olume|[Vv]ol\.|[Tt]ome|[Dd]ossier"
    r"|[Cc]anal|Boeing"
    r"|Airbus|Windows|[Pp]hase|[Tt]ype|[Cc]atégorie|[Nn]iveau|[Bb]loc|[Ss]ecteur|[Zz]one|[Dd]ivision|[Ss]aison"
    r"|[Ée]pisode|[Éé]tape|[Aa]cte"
    r"|[Pp]rotocole|[Cc]ovid|COVID|§|#"
)
_STREET = r"(?:rue|avenue|av\.|boulevard|bd|place|allée|chemin|quai|route|cours|impasse)"

QUANTITIES = QuantityTables(
    units={
        "%": "percent", "pour cent": "percent", "points de pourcentage": "percentage point",
        "point de pourcentage": "percentage point", "points de base": "basis point",
        "dollars": "USD", "dollar": "USD", "us$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "euros": "EUR",
        "euro": "EUR", "livres sterling": "GBP", "yens": "JPY", "yuans": "CNY", "roubles": "RUB",
        "francs suisses": "CHF", "pesos": "peso", "bolivars": "bolivar", "bolivar": "bolivar", "réaux": "BRL",
        "kilos": "kilogram", "kilo": "kilogram", "barils": "barrel", "baril": "barrel", "hectares": "hectare",
        "kilomètres carrés": "square kilometre", "mètres carrés": "square metre", "mètres cubes": "cubic metre",
        "degrés": "degree", "°c": "degree Celsius", "km²": "square kilometre", "km2": "square kilometre",
        "m²": "square metre", "m2": "square metre", "km/h": "kilometre per hour", "ans": "year", "an": "year",
        "années": "year", "année": "year", "tonnes": "tonne", "tonne": "tonne", "nuits": "nuit",
    },
    before={
        "plus de": "more than", "plus d'": "more than", "plus d’": "more than", "au-delà de": "more than",
        "supérieur à": "more than", "un peu plus de": "more than", "un peu plus d'": "more than",
        "moins de": "less than", "moins d'": "less than", "moins d’": "less than", "inférieur à": "less than",
        "un peu moins de": "less than", "au moins": "at least", "au minimum": "at least", "un minimum de": "at least",
        "pas moins de": "at least", "jusqu'à": "at most", "jusqu’à": "at most", "au plus": "at most",
        "au maximum": "at most", "tout au plus": "at most", "pas plus de": "at most", "un maximum de": "at most",
        "environ": "about", "près de": "about", "près d'": "about", "près d’": "about", "quelque": "about",
        "à peu près": "about", "approximativement": "about", "presque": "about", "autour de": "about",
        "aux alentours de": "about", "de l'ordre de": "about", "de l’ordre de": "about", "exactement": "exactly",
        "au total": "exactly", "un total de": "exactly",
    },
    after={
        "ou plus": "at least", "ou moins": "at most", "environ": "about", "au moins": "at least",
        "au minimum": "at least",
        "au maximum": "at most", "au plus": "at most", "à peu près": "about",
    },
    counting=frozenset(
        {
            "plus de", "plus d'", "plus d’", "moins de", "moins d'", "au moins", "environ", "près de", "quelque",
            "exactement",
        }
    ),
    between="entre(?: les?)? ",
    and_words="et(?: les?)?",
    to_words="à",
    or_words="ou",
    change_before="(?:de|du|des) ",
    of_whole=" (?:des|de ses|de leurs|sur les|sur un total de|sur) ",
    in_whole=" sur ",
    counted=(
        "soldats|militaires|personnes|hommes|femmes|enfants|morts|blessés|déserteurs|manifestants|dollars|euros|mètres"
        "|kilomètres|cas|prisonniers|familles|logements|migrants|réfugiés|habitants"
    ),
    masks=(
        (
            "number of a name",
            rf"(?<!\w)(?:{_NUMBERED})\s?(?:[Nn][°º]\s?)?[0-9]+(?:[.,/-][0-9]+)*(?!\w)(?!\s?(?:%|pour cent|milli"
            rf"|mille\b))",
        ),
        (
            "street number",
            rf"(?<![\w.,-])[0-9]{{1,4}},?\s(?:bis\s|ter\s)?{_STREET}\s"
            r"(?=(?:(?:de|du|des|la|le|les)\s|[ld]['’]){0,3}[A-ZÉÈ])",
        ),
        ("decade", r"(?<!\w)(?:années|décennie)\s(?:['’]?[0-9]0|(?:19|20)[0-9]0)(?!\w)"),
        (
            "time of day",
            r"(?<![\w.,:])[0-2]?[0-9]\s?(?:h|heures?)\s?[0-5][0-9](?!\w)|(?<![\w.,:])[0-2]?[0-9]h(?!\w)"
            r"|(?<!\w)(?i:à|vers|dès|jusqu['’]à)\s[0-2]?[0-9]\s(?:h|heures?)(?:\s?[0-5][0-9])?(?!\w)"
            r"|(?<![\w.,:])[0-2]?[0-9]\s(?:h|heures?)\s(?:du (?:matin|soir)|de l['’]après-midi|GMT)",
        ),
        ("saying", r"(?<!\w)11[ -]Septembre(?!\w)"),
        ("age group", r"(?<!\w)(?:[Uu]|[Mm]oins de\s)[0-9]{2}(?:\sans)?(?=\s(?:masculin|féminin))"),
    ),
)  # fmt: skip
