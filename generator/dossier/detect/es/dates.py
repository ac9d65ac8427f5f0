"""Spanish dates and times of day."""

import re

from dossier.detect.date_resolver import TimeUnit
from dossier.detect.date_rules import SAME_DAY, DateRule, day_offset_range, month, week, weekend, year
from dossier.detect.tabular.language_tables import DateTables, TimeTables
from dossier.detect.tense_words import TenseWords

_COUNTS_TEXT = """
    un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete
    dieciocho diecinueve veinte
"""
_COUNTS = tuple(_COUNTS_TEXT.split())
_UNITS: dict[str, TimeUnit] = {
    "hora": "hour",
    "día": "day",
    "dia": "day",
    "semana": "week",
    "año": "year",
    "quincena": "fortnight",
}

PHRASES: dict[str, DateRule] = {
    **dict.fromkeys(
        ("hoy", "esta noche", "esta mañana", "esta tarde", "ese día", "ese mismo día", "el mismo día"), SAME_DAY
    ),
    **dict.fromkeys(("aquel día", "este día", "esta madrugada"), SAME_DAY),
    **dict.fromkeys(("ayer", "la víspera", "el día anterior", "el día antes"), day_offset_range(-1, -1)),
    "anteayer": day_offset_range(-2, -2),
    "anoche": day_offset_range(-1, 0),
    **dict.fromkeys(("mañana", "al día siguiente", "el día siguiente", "el día después"), day_offset_range(1, 1)),
    "pasado mañana": day_offset_range(2, 2),
    **dict.fromkeys(("la semana pasada", "la pasada semana", "la última semana", "la semana anterior"), week(-1)),
    **dict.fromkeys(("esta semana", "esa semana", "la misma semana"), week(0)),
    **dict.fromkeys(("la próxima semana", "la semana próxima", "la semana que viene", "la semana siguiente"), week(1)),
    **dict.fromkeys(("el fin de semana pasado", "el pasado fin de semana"), weekend(-1)),
    "este fin de semana": weekend(0),
    "el fin de semana": weekend(0, is_the=True),
    **dict.fromkeys(("el próximo fin de semana", "el fin de semana próximo", "el fin de semana que viene"), weekend(1)),
    **dict.fromkeys(("el mes pasado", "el pasado mes", "el mes anterior"), month(-1)),
    **dict.fromkeys(("este mes", "ese mes", "el mismo mes"), month(0)),
    **dict.fromkeys(("el próximo mes", "el mes próximo", "el mes que viene", "el mes siguiente"), month(1)),
    **dict.fromkeys(("el año pasado", "el pasado año", "el año anterior"), year(-1)),
    **dict.fromkeys(("este año", "ese año", "el mismo año"), year(0)),
    **dict.fromkeys(("el próximo año", "el año próximo", "el año que viene", "el año siguiente"), year(1)),
}

DATES = DateTables(
    day_to_month=" de(?: mes de)? ",
    month_to_year="(?: de| del|,)(?: año)? ",
    after_weekday=",?(?: (?:el|día))* ",
    day_suffix=r"(?:\.?[º°])?",
    first_day="primero|uno",
    links={
        "y": "and", "e": "and", "o": "or", "u": "or", "a": "to", "al": "to", "hasta": "to", "hasta el": "to",
        "y el": "and",
    },
    article="el|los|en",
    between="entre",
    parts={
        r"(?<!\w)(?:a |desde )?(?:principios|comienzos|inicios)(?: de| del)(?: mes de| año)? ": "early",
        r"(?<!\w)(?:a )?mediados(?: de| del)(?: mes de| año)? ": "mid",
        r"(?<!\w)(?:a )?(?:finales|fines)(?: de| del)(?: mes de| año)? ": "late",
    },
    phrases=PHRASES,
    from_another_day=(
        "(?:ese|ese mismo|aquel|el mismo) día|el día (?:anterior|antes|siguiente|después)|al día siguiente|la víspera"
        "|(?:la|el) (?:semana|mes|año|fin de semana) (?:anterior|siguiente)|(?:esa|la misma) semana"
        "|(?:ese|el mismo) (?:mes|año)"
        "|[a-záéíóú]+ (?:anterior|siguiente)|el siguiente [a-záéíóú]+"
    ),
    recurring=(
        ("(?:el )?(?:pasado|último) (?:mes de )?{name}|(?:el )?{name} (?:pasado|último)", "last"),
        ("(?:el )?próximo (?:mes de )?{name}|(?:el )?{name} (?:próximo|que viene)", "next"),
        ("este (?:mismo )?{name}", "this"),
        ("(?:el )?siguiente {name}|(?:el )?{name} siguiente", "after"),
        ("(?:el )?{name} anterior", "before"),
    ),
    distances=(
        ("hace (?:ya |casi |unos |unas |apenas )?{span}", "back", True),
        ("dentro de {span}", "on", True),
        ("{span} (?:después|más tarde)", "on", False),
        ("{span} antes", "back", False),
        ("{span} atrás", "back", True),
    ),
    durations=(
        ("en (?:los|las) (?:últimos|últimas|pasados|pasadas) {span}|(?:los|las) (?:últimos|últimas) {span}", "back"),
        ("(?:en )?(?:los|las) (?:próximos|próximas) {span}|en {span}|en un plazo de {span}", "on"),
        ("(?:durante|por) {span}", ""),
    ),
    counts={"una": 1, **{word: number for number, word in enumerate(_COUNTS, 1)}},
    units={
        **{form: unit for word, unit in _UNITS.items() for form in (word, f"{word}s")},
        "mes": "month", "meses": "month",
    },
    limits=(
        ("(?:poco|justo|inmediatamente) antes (?:de|del)(?: el)?(?: día)? ", "before", True),
        ("(?:poco|justo|inmediatamente) después (?:de|del)(?: el)?(?: día)? ", "after", True),
        ("no (?:más tarde|después) (?:de|del)(?: el| los)?(?: día)? ", "by", False),
        ("no antes (?:de|del)(?: el| los)?(?: día)? ", "since", False),
        ("antes (?:de|del)(?: el| los)?(?: día)? ", "before", False),
        ("(?:después|con posterioridad) (?:de|del|a|al)(?: el)?(?: día)? |tras(?: el)? ", "after", False),
        ("desde(?: el| la| los)?(?: día)? |a partir (?:de|del)(?: el)?(?: día)? ", "since", False),
        ("hasta(?: el| la| los)?(?: día)? ", "until", False),
        ("a más tardar(?: el| en)? |para(?: el| antes del)? ", "by", False),
    ),
    about=(
        "(?:alrededor|cerca) (?:de|del)(?: el)?(?: día)? |hacia(?: el| la)? |en torno (?:a|al)(?: el)? "
        "|aproximadamente(?: el| en)? |sobre el "
    ),
    seasons={
        "primavera": "spring", "verano": "summer", "otoño": "autumn", "invierno": "winter",
        "primer trimestre": "q1", "segundo trimestre": "q2", "tercer trimestre": "q3", "cuarto trimestre": "q4",
        "último trimestre": "q4", "primer semestre": "h1", "segundo semestre": "h2", "primera mitad": "h1",
        "segunda mitad": "h2",
    },
    years_after=r"año |años |en |desde |ejercicio |verano de |curso ",
    not_before_phrase=r"(?<!\w)(?:la|las|una|esta|cada|de la|por la|toda la|mañana|día) ",
)  # fmt: skip

_HOUR = r"(?<![\w:.,])(?P<hour>2[0-4]|[01]?[0-9])"
AFTER_CLOCK = (
    r"(?=[.,;:)»”](?![0-9])|$|\s(?:h|hrs|horas?|de la|del|hora local|GMT|y|en|cuando|hasta|desde|para|al|por|este"
    r"|[ap]\.?\s?m)\b)"
)
"""What follows a time after "a las", which may also be "a las 18 familias"."""
_AFTER_HOUR = r"(?: (?:horas?|hrs?\.?|h\.?)(?!\w))?"
TIMES = TimeTables(
    patterns=(
        rf"{_HOUR}[:h](?P<minute>[0-5][0-9])(?::[0-5][0-9])?(?![\w:]){_AFTER_HOUR}{{half}}",
        r"(?<!\w)(?:a|desde|hacia|hasta|sobre) las? (?P<hour>2[0-4]|[01]?[0-9])(?:\.(?P<minute>[0-5][0-9]))?"
        + AFTER_CLOCK + _AFTER_HOUR + "{half}",
        rf"{_HOUR}(?:\.(?P<minute>[0-5][0-9]))? (?:horas?|hrs?\.?|h\.?)(?= (?:de la |hora local|GMT)){{half}}",
        r"(?<![\w:.,])(?P<hour>1[0-2]|0?[1-9])(?:\.(?P<minute>[0-5][0-9]))?\s?(?=[ap]\.?\s?m)" + "{half}",
    ),
    halves={
        r"a\. ?m\.|a\.m\.|am|de la mañana|de la madrugada": "am",
        r"p\. ?m\.|p\.m\.|pm|de la tarde|del mediodía": "pm",
        r"de la noche": "night",
    },
    words={"mediodía": (12, 0), "mediodia": (12, 0), "medianoche": (0, 0)},
    unread=(
        r"a las? (?:una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)|[a-z0-9]+ y (?:media|cuarto)"
        r"|[a-z0-9]+ menos cuarto"
    ),
)  # fmt: skip

TENSES = TenseWords(
    ahead=re.compile(
        r"(?<!\w)(?:\w{2,}(?:rá|rán|remos|ré)|va a \w+r|van a \w+r|(?:está|están|estaba|estaban) previst[oa]s?"
        r"|previst[oa]s?|programad[oa]s?|prevén?|planean?|próxim[oa]s?|\w{2,}ría|\w{2,}rían|espera(?:n|ba|ban)? que"
        r"|deber?án?)(?!\w)",
        re.IGNORECASE,
    ),
    past=re.compile(
        r"(?<!\w)(?:\w{2,}(?:ó|aron|ieron|yeron|jeron|aba|aban|ían)|había|habían|era|eran|fue|fueron|hizo|dijo|vino|pudo|tuvo|hubo"
        r"|quiso|puso|estuvo|dio|(?:ha|han|había|habían) \w+(?:ado|ido|to|cho|sto))(?!\w)",
        re.IGNORECASE,
    ),
    said_here=re.compile(
        r"(?<!\w)(?:dijo|dijeron|anunció|anunciaron|afirmó|afirmaron|declaró|declararon|informó|informaron|señaló|aseguró"
        r"|explicó|confirmó|indicó|reiteró|denunció)(?: \w+){0,2}(?: (?:el|este))?$",
        re.IGNORECASE,
    ),
)
