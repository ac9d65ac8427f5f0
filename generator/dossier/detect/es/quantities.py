"""Spanish units, qualifiers and ranges, and digits that count nothing."""

from collections.abc import Sequence

from dossier.detect.es.dates import AFTER_CLOCK
from dossier.detect.tabular.language_tables import QuantityTables
from dossier.model.quantity import Qualifier

_NUMBERED = (
    r"[Aa]rtículos?|[Aa]rts?\.|[Ss]ección|[Cc]apítulos?|[Cc]ap\.|[Pp]áginas?|[Pp]ágs?\.|pp?\.|[Rr]esolución|[Dd]ecretos?"
    r"|[Ll]ey(?:es)?|[Vv]uelos?|[Nn]úmeros?|[Nn]úms?\.|[Nn]ros?\.|[Nn][.º°]{1,2}|[Pp]árrafos?|[Nn]otas?|[Ee]nmienda|Directiva"
    r"|Reglamento|[Aa]partado|[Rr]uta|[Aa]utopista|[Hh]abitación|[Pp]uerta|[Mm]esa|[Ff]igura|[Ff]ig\.|[Aa]nexo|[Vv]olumen|[Vv]ol\."
    r"|[Tt]omo|[Ee]xpediente|[Cc]ausa|[Cc]anal|Boeing|Airbus|Windows|[Ff]ase|[Tt]ipo|[Cc]ategoría|[Nn]ivel|[Bb]loque|[Ss]ector"
    r"|[Zz]ona|[Dd]istrito|[Dd]ivisión|[Tt]emporada|[Ee]pisodio|[Gg]rado|[Jj]ornada|[Ee]tapa|[Pp]rotocolo|[Cc]ovid|COVID|§|#|km"
)
_TENS = "veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa"
_STREET = r"(?:[Cc]alle|[Aa]venida|[Aa]v\.|[Aa]vda\.|[Pp]laza|[Pp]aseo|[Cc]arrera|[Cc]arretera|[Cc]alzada)"

_BEFORE: dict[str, Qualifier] = {
    "más de": "more than", "mas de": "more than", "superior a": "more than", "superiores a": "more than",
    "por encima de": "more than", "supera": "more than", "superan": "more than", "superó": "more than",
    "poco más de": "more than", "algo más de": "more than",
    "menos de": "less than", "inferior a": "less than", "inferiores a": "less than", "por debajo de": "less than",
    "poco menos de": "less than", "algo menos de": "less than",
    "al menos": "at least", "por lo menos": "at least", "como mínimo": "at least", "no menos de": "at least",
    "un mínimo de": "at least", "cuando menos": "at least", "mínimo": "at least",
    "hasta": "at most", "no más de": "at most", "como máximo": "at most", "a lo sumo": "at most",
    "un máximo de": "at most", "máximo": "at most",
    "unos": "about", "unas": "about", "alrededor de": "about", "cerca de": "about", "aproximadamente": "about",
    "casi": "about", "en torno a": "about", "aprox.": "about", "aprox": "about", "más o menos": "about",
    "cosa de": "about", "rondan": "about", "ronda": "about",
    "exactamente": "exactly", "un total de": "exactly",
}  # fmt: skip
_SINGULAR = ("el", "la", "un", "una")
_PLURAL = ("los", "las", "unos", "unas")


def _with(articles: Sequence[str]) -> dict[str, Qualifier]:
    """Return each phrase with an article after it: "casi un 10 %", "en torno a los 500"."""
    return {f"{words} {article}": _BEFORE[words] for words in _BEFORE for article in articles}


_CONTRACTED = {f"{words}l": _BEFORE[words] for words in _BEFORE if words.endswith((" de", " a"))}

QUANTITIES = QuantityTables(
    units={
        "%": "percent", "por ciento": "percent", "por 100": "percent", "puntos porcentuales": "percentage point",
        "punto porcentual": "percentage point", "puntos básicos": "basis point",
        "dólares": "USD", "dólar": "USD", "dolares": "USD", "us$": "USD", "$": "USD", "€": "EUR", "£": "GBP",
        "euros": "EUR", "euro": "EUR", "libras esterlinas": "GBP", "yenes": "JPY", "yuanes": "CNY", "rublos": "RUB",
        "pesos": "peso", "peso": "peso", "bolívares": "bolivar", "bolívar": "bolivar", "reales": "BRL",
        "pesos mexicanos": "MXN", "pesos colombianos": "COP", "pesos argentinos": "ARS", "pesos chilenos": "CLP",
        "soles": "PEN", "kilos": "kilogram", "kilo": "kilogram", "barriles": "barrel", "barril": "barrel",
        "hectáreas": "hectare", "kilómetros cuadrados": "square kilometre", "metros cuadrados": "square metre",
        "metros cúbicos": "cubic metre", "grados": "degree", "°c": "degree Celsius", "ºc": "degree Celsius",
        "km²": "square kilometre", "km2": "square kilometre", "m²": "square metre", "m2": "square metre",
        "km/h": "kilometre per hour", "años": "year", "toneladas": "tonne", "tonelada": "tonne",
    },
    before=_BEFORE | _with(_PLURAL),
    before_with_article=_with(_SINGULAR) | _CONTRACTED,
    after={
        "o más": "at least", "o menos": "at most", "como mínimo": "at least", "como máximo": "at most",
        "por lo menos": "at least", "al menos": "at least", "aproximadamente": "about", "más o menos": "about",
    },
    counting=frozenset(
        {"más de", "menos de", "al menos", "por lo menos", "unos", "unas", "casi", "exactamente", "un total de"}
    ),
    between="entre(?: (?:el|la|los|las|un|una|unos|unas))? ",
    and_words="y(?: (?:el|la|los|las|un|una|unos|unas))?",
    to_words="a(?: (?:los|las|un|una))?|al",
    or_words="o|u",
    change_before="(?:de|del|desde)(?: (?:el|la|los|las|un|una|unos|unas))? ",
    of_whole=" (?:de|de entre) (?:(?:los|las|sus|un total de) )?",
    in_whole=" de cada ",
    counted=(
        "soldados|militares|tropas|efectivos|personas|hombres|mujeres|niños|niñas|muertos|heridos|desertores|venezolanos"
        "|colombianos|dólares|euros|pesos|bolívares|metros|kilómetros|casos|presos|familias|viviendas|migrantes|refugiados"
    ),
    masks=(
        (
            "number of a name",
            rf"(?<!\w)(?:{_NUMBERED})\s?(?:[Nn][.º°]{{1,2}}\s?)?[0-9]+(?:[.,/-][0-9]+)*"
            r"(?:\s(?:y|a|al)\s[0-9]{1,4}(?=[\s.,;]))?(?!\w)(?!\s?(?:%|por ciento|mill|mil\b))",
        ),
        (
            "street number",
            rf"(?<!\w){_STREET}(?:\s(?:de|del|la|las|los))*(?:\s[A-ZÁÉÍÓÚÑ][\w.]+){{1,4}},?\s(?:n[.º°]{{1,2}}\s?)?"
            r"[0-9]{1,5}(?!\w)(?![.,][0-9])",
        ),
        ("decade", rf"(?<!\w)(?:años|década de(?: los)?|decenio de)\s(?:['’]?[0-9]0|(?:19|20)[0-9]0|{_TENS})(?!\w)"),
        (
            "time of day",
            rf"(?<!\w)(?i:a|desde|hacia|hasta|sobre) las?\s[0-9]{{1,2}}(?:\.[0-5][0-9])?{AFTER_CLOCK}",
        ),
        (
            "time of day",
            r"(?<![\w.,:])[0-9]{1,2}(?:[.:h][0-5][0-9])?\s?(?:[ap]\.\s?m\.|[ap]m(?!\w)"
            r"|h(?:oras|rs)?(?=\s(?:de la (?:mañana|tarde|noche|madrugada)|hora local|GMT)))",
        ),
        (
            "time of day",
            r"(?<![\w.,:])[0-9]{1,2}h[0-5][0-9](?!\w)|(?<![\w.,:])[0-2]?[0-9]\.[0-5][0-9]\s(?:horas|hrs?\.?|h)(?!\w)",
        ),
        ("saying", r"(?<!\w)[0-9]{1,2}-[A-Z](?!\w)"),
        ("age group", r"(?<!\w)[Ss]ub[- ]?[0-9]{2}(?!\w)"),
    ),
)  # fmt: skip
