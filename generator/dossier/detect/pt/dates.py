"""Portuguese dates and times of day."""

import re

from dossier.detect.date_resolver import TimeUnit
from dossier.detect.date_rules import SAME_DAY, DateRule, day_offset_range, month, week, weekend, year
from dossier.detect.tabular.language_tables import DateTables, TimeTables
from dossier.detect.tense_words import TenseWords

_COUNTS_TEXT = "um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze"
_UNITS: dict[str, TimeUnit] = {"hora": "hour", "dia": "day", "semana": "week", "ano": "year", "quinzena": "fortnight"}

PHRASES: dict[str, DateRule] = {
    **dict.fromkeys(
        ("hoje", "esta noite", "esta manhã", "esta tarde", "naquele dia", "no mesmo dia", "nesse dia"), SAME_DAY
    ),
    **dict.fromkeys(("ontem", "na véspera", "no dia anterior"), day_offset_range(-1, -1)),
    **dict.fromkeys(("anteontem", "antes de ontem"), day_offset_range(-2, -2)),
    **dict.fromkeys(("amanhã", "no dia seguinte"), day_offset_range(1, 1)),
    "depois de amanhã": day_offset_range(2, 2),
    **dict.fromkeys(("semana passada", "última semana", "semana anterior"), week(-1)),
    **dict.fromkeys(("esta semana", "nesta semana", "na mesma semana"), week(0)),
    **dict.fromkeys(("próxima semana", "semana que vem", "semana seguinte"), week(1)),
    **dict.fromkeys(("fim de semana passado", "último fim de semana"), weekend(-1)),
    **dict.fromkeys(("este fim de semana", "neste fim de semana"), weekend(0)),
    "próximo fim de semana": weekend(1),
    **dict.fromkeys(("mês passado", "último mês", "mês anterior"), month(-1)),
    **dict.fromkeys(("este mês", "neste mês", "no mesmo mês"), month(0)),
    **dict.fromkeys(("próximo mês", "mês que vem", "mês seguinte"), month(1)),
    **dict.fromkeys(("ano passado", "último ano", "ano anterior"), year(-1)),
    **dict.fromkeys(("este ano", "neste ano", "no mesmo ano"), year(0)),
    **dict.fromkeys(("próximo ano", "ano que vem", "ano seguinte"), year(1)),
}

DATES = DateTables(
    day_to_month=" de ",
    month_to_year="(?: de| do|,)(?: ano de)? ",
    after_weekday=",?(?: \\(|(?: dia)? )",
    day_suffix=r"(?:\.?[º°])?",
    first_day="primeiro",
    links={"e": "and", "ou": "or", "a": "to", "ao": "to", "até": "to", "e o": "and"},
    article="o dia|dia|os|o",
    between="entre(?: os dias)?",
    parts={
        r"(?<!\w)(?:no |desde o )?(?:início|começo|princípio)(?: de| do)(?: mês de| ano)? ": "early",
        r"(?<!\w)(?:em )?meados(?: de| do)(?: mês de| ano)? ": "mid",
        r"(?<!\w)(?:no )?(?:fim|final|fins|finais)(?: de| do)(?: mês de| ano)? ": "late",
    },
    phrases=PHRASES,
    from_another_day=(
        "(?:naquele|nesse|no mesmo) dia|na véspera|no dia (?:anterior|seguinte)|(?:semana|mês|ano) (?:anterior"
        "|seguinte)"
        "|na mesma semana|no mesmo (?:mês|ano)|[a-zç-]+ (?:anterior|seguinte)"
    ),
    recurring=(
        ("(?:na |no |a |o )?(?:última|último|passada|passado) {name}|(?:na |no |a |o )?{name} (?:passada|passado)",
        "last"),
        ("(?:na |no |a |o )?(?:próxima|próximo) {name}|{name} que vem|(?:na |no |a |o )?{name} (?:próxima|próximo)",
        "next"),
        ("(?:nesta|neste|esta|este) {name}", "this"),
        ("(?:na |no |a |o )?{name} seguinte", "after"),
        ("(?:na |no |a |o )?{name} anterior", "before"),
    ),
    distances=(
        ("há (?:cerca de |quase )?{span}|faz {span}", "back", True),
        ("(?:dentro de|daqui a) {span}", "on", True),
        ("{span} (?:depois|mais tarde)", "on", False),
        ("{span} antes", "back", False),
        ("{span} atrás", "back", True),
    ),
    durations=(
        ("n[oa]s últim[oa]s {span}", "back"),
        ("n[oa]s próxim[oa]s {span}|em {span}|no prazo de {span}", "on"),
        ("(?:durante|por) {span}", ""),
    ),
    counts={"uma": 1, "duas": 2, **{word: number for number, word in enumerate(_COUNTS_TEXT.split(), 1)}},
    units={
        **{form: unit for word, unit in _UNITS.items() for form in (word, f"{word}s")},
        "mês": "month", "meses": "month",
    },
    limits=(
        ("(?:pouco|logo|imediatamente) antes d[oea](?: dia)? ", "before", True),
        ("(?:pouco|logo|imediatamente) depois d[oea](?: dia)? ", "after", True),
        ("(?:não mais tarde que|o mais tardar)(?: em| o| no)?(?: dia)? ", "by", False),
        ("antes d[oea](?: dia)? ", "before", False),
        ("(?:depois d[oea]|após)(?: o| a)?(?: dia)? ", "after", False),
        ("desde(?: o| a)?(?: dia)? |a partir d[oea](?: dia)? ", "since", False),
        ("até(?: o| ao| a| à)?(?: dia)? ", "until", False),
    ),
    about="(?:por volta|cerca|em torno|perto) d[oea](?: dia)? |aproximadamente(?: em| a)? ",
    seasons={
        "primavera": "spring", "verão": "summer", "outono": "autumn", "inverno": "winter",
        "primeiro trimestre": "q1", "segundo trimestre": "q2", "terceiro trimestre": "q3", "quarto trimestre": "q4",
        "último trimestre": "q4", "primeiro semestre": "h1", "segundo semestre": "h2",
    },
    years_after="ano |anos |ano de |em |desde ",
)  # fmt: skip

AFTER_CLOCK = r"(?=[.,;:)»”](?![0-9])|$|\s(?:h|horas?|da|do|hora|GMT|e|em|quando|até|desde|para|ao|por|desta|deste)\b)"
"""What follows a time after "às", which may also be "às 18 famílias"."""
_HOUR = r"(?<![\w:.,])(?P<hour>2[0-4]|[01]?[0-9])"
TIMES = TimeTables(
    patterns=(
        rf"{_HOUR}h(?P<minute>[0-5][0-9])(?:min)?(?!\w){{half}}",
        rf"{_HOUR}:(?P<minute>[0-5][0-9])(?::[0-5][0-9])?(?![\w:]){{half}}",
        rf"{_HOUR}h(?!\w){{half}}",
        rf"{_HOUR} h(?:oras)?(?= da ){{half}}",
        rf"(?<!\w)(?:às|até às|até as|desde as) (?P<hour>2[0-4]|[01]?[0-9])(?:\.(?P<minute>[0-5][0-9]))?{AFTER_CLOCK}"
        r"(?: horas?(?!\w))?{half}",
    ),
    halves={"da manhã|da madrugada": "am", "da tarde": "pm", "da noite": "night"},
    words={"meio-dia": (12, 0), "meia-noite": (0, 0)},
    unread="às? (?:uma|duas|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze)|[a-z0-9]+ e meia",
)  # fmt: skip

TENSES = TenseWords(
    ahead=re.compile(
        r"(?<!\w)(?:\w{2,}(?:rá|rão|remos|rei)|(?:vai|vão) \w+r|(?:está|estão|estava|estavam) previst[oa]s?"
        r"|previst[oa]s?"
        r"|programad[oa]s?|prevê|preveem|planeja(?:m)?|próxim[oa]s?|\w{2,}(?:ria|riam)|deve(?:m|rá|rão)?)(?!\w)",
        re.IGNORECASE,
    ),
    past=re.compile(
        r"(?<!\w)(?:\w{2,}(?:ou|aram|eram|iram|ava|avam|eu|iu)|havia|haviam|era|eram|foi|foram|fez|disse|veio|teve"
        r"|houve"
        r"|(?:tinha|tinham|havia|haviam) \w+(?:ado|ido|to))(?!\w)",
        re.IGNORECASE,
    ),
    said_here=re.compile(
        r"(?<!\w)(?:disse|disseram|anunciou|anunciaram|afirmou|afirmaram|declarou|informou|informaram|explicou"
        r"|confirmou)"
        r"(?: \w+){0,2}(?: (?:na|no|nesta|neste))?$",
        re.IGNORECASE,
    ),
)
