"""Portuguese units, qualifiers and ranges, and digits that count nothing."""

from dossier.detect.pt.dates import AFTER_CLOCK
from dossier.detect.tabular.language_tables import QuantityTables

_NUMBERED = (
    r"[Aa]rtigos?|[Aa]rts?\.|[Ss]eção|[Ss]ecção|[Cc]apítulos?|[Cc]ap\.|[Pp]áginas?|[Pp]ágs?\.|pp?\.|[Rr]esolução"
    r"|[Dd]ecretos?"
    r"|[Ll]eis?|[Vv]oos?|[Nn]úmeros?|[Nn][.º°]{1,2}|[Nn]o\.|[Pp]arágrafos?|[Nn]otas?|[Ee]menda|Diretiva"
    r"|[Rr]egulamento|[Rr]ota"
    r"|[Rr]odovia|[Qq]uarto|[Pp]orta|[Mm]esa|[Ff]igura|[Ff]ig\.|[Aa]nexo|[Vv]olume|[Vv]ol\.|[Tt]omo|[Pp]rocesso"
    r"|[Cc]anal|Boeing"
    r"|Airbus|Windows|[Ff]ase|[Tt]ipo|[Cc]ategoria|[Nn]ível|[Bb]loco|[Ss]etor|[Zz]ona|[Dd]istrito|[Dd]ivisão"
    r"|[Tt]emporada"
    r"|[Ee]pisódio|[Ee]tapa|[Pp]rotocolo|[Cc]ovid|COVID|§|#"
)
_STREET = r"(?:[Rr]ua|[Aa]venida|[Aa]v\.|[Pp]raça|[Ll]argo|[Tt]ravessa|[Ee]strada|[Aa]lameda)"

QUANTITIES = QuantityTables(
    units={
        "%": "percent", "por cento": "percent", "pontos percentuais": "percentage point",
        "ponto percentual": "percentage point", "pontos base": "basis point",
        "dólares": "USD", "dólar": "USD", "us$": "USD", "$": "USD", "r$": "BRL", "reais": "BRL", "real": "BRL",
        "€": "EUR", "£": "GBP", "euros": "EUR", "euro": "EUR", "libras esterlinas": "GBP", "ienes": "JPY",
        "yuans": "CNY", "rublos": "RUB", "pesos": "peso", "bolívares": "bolivar", "bolívar": "bolivar",
        "quilos": "kilogram", "quilo": "kilogram", "barris": "barrel", "hectares": "hectare",
        "quilômetros": "kilometre", "quilómetros": "kilometre", "quilômetros quadrados": "square kilometre",
        "quilómetros quadrados": "square kilometre", "metros quadrados": "square metre",
        "metros cúbicos": "cubic metre", "graus": "degree", "°c": "degree Celsius", "ºc": "degree Celsius",
        "km²": "square kilometre", "km2": "square kilometre", "m²": "square metre", "m2": "square metre",
        "km/h": "kilometre per hour", "toneladas": "tonne", "tonelada": "tonne",
    },
    before={
        "mais de": "more than", "mais do que": "more than", "acima de": "more than", "superior a": "more than",
        "pouco mais de": "more than", "menos de": "less than", "abaixo de": "less than", "inferior a": "less than",
        "pouco menos de": "less than", "pelo menos": "at least", "ao menos": "at least", "no mínimo": "at least",
        "um mínimo de": "at least", "nada menos que": "at least", "até": "at most", "no máximo": "at most",
        "não mais de": "at most", "um máximo de": "at most", "cerca de": "about", "aproximadamente": "about",
        "em torno de": "about", "por volta de": "about", "perto de": "about", "quase": "about", "uns": "about",
        "umas": "about", "à volta de": "about", "exatamente": "exactly", "um total de": "exactly",
    },
    after={
        "ou mais": "at least", "ou menos": "at most", "no mínimo": "at least", "no máximo": "at most",
        "pelo menos": "at least", "aproximadamente": "about", "mais ou menos": "about",
    },
    counting=frozenset(
        ("mais de", "menos de", "pelo menos", "ao menos", "cerca de", "quase", "exatamente", "um total de")
    ),
    between="entre(?: (?:os|as|o|a))? ",
    and_words="e(?: (?:os|as|o|a))?",
    to_words="a",
    or_words="ou",
    change_before="(?:de|dos|das) ",
    of_whole=" (?:dos|das|de seus|de um total de) ",
    in_whole=" (?:em cada|de cada) ",
    counted=(
        "soldados|militares|tropas|pessoas|homens|mulheres|crianças|mortos|feridos|desertores|dólares|euros|reais"
        "|metros"
        "|quilômetros|quilómetros|casos|presos|famílias|casas|migrantes|refugiados"
    ),
    masks=(
        (
            "number of a name",
            rf"(?<!\w)(?:{_NUMBERED})\s?(?:[Nn][.º°]{{1,2}}\s?)?[0-9]+(?:[.,/-][0-9]+)*(?!\w)(?!\s?(?:%|por cento"
            rf"|milh|mil\b))",
        ),
        (
            "street number",
            rf"(?<!\w){_STREET}(?:\s(?:de|do|da|dos|das))*(?:\s[A-ZÁÉÍÓÚÂÊÔÃÕÇ][\w.]+){{1,4}},?\s(?:n[.º°]{{1,2}}\s?)?"
            r"[0-9]{1,5}(?!\w)(?![.,][0-9])",
        ),
        (
            "decade",
            r"(?<!\w)(?:anos|década de)\s(?:['’]?[0-9]0|(?:19|20)[0-9]0|vinte|trinta|quarenta|cinquenta|sessenta"
            r"|setenta"
            r"|oitenta|noventa)(?!\w)",
        ),
        ("time of day", rf"(?<!\w)(?i:às|desde as|até as|até às)\s[0-9]{{1,2}}(?:\.[0-5][0-9])?{AFTER_CLOCK}"),
        (
            "time of day",
            r"(?<![\w.,:])[0-2]?[0-9]h(?:[0-5][0-9])?(?:min)?(?!\w)"
            r"|(?<![\w.,:])[0-9]{1,2}\sh(?:oras)?(?=\s(?:da (?:manhã|tarde|noite|madrugada)|GMT))",
        ),
        ("time of day", r"(?<!\w)(?i:mei[oa])-(?:dia|noite)(?!\w)"),
        ("age group", r"(?<!\w)[Ss]ub[- ]?[0-9]{2}(?!\w)"),
    ),
)  # fmt: skip
