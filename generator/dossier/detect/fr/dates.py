"""French dates and times of day."""

import re

from dossier.detect.date_resolver import TimeUnit
from dossier.detect.date_rules import SAME_DAY, DateRule, day_offset_range, month, week, weekend, year
from dossier.detect.tabular.language_tables import DateTables, TimeTables
from dossier.detect.tense_words import TenseWords

_COUNTS = [
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
]
_UNITS: dict[str, TimeUnit] = {
    "heure": "hour", "jour": "day", "semaine": "week", "an": "year", "année": "year", "quinzaine": "fortnight",
}  # fmt: skip

PHRASES: dict[str, DateRule] = {
    **dict.fromkeys(
        ("aujourd'hui", "aujourd’hui", "ce matin", "ce soir", "ce jour", "ce jour-là", "le même jour"), SAME_DAY
    ),
    **dict.fromkeys(("hier", "la veille"), day_offset_range(-1, -1)),
    **dict.fromkeys(("avant-hier", "l'avant-veille"), day_offset_range(-2, -2)),
    **dict.fromkeys(("demain", "le lendemain"), day_offset_range(1, 1)),
    **dict.fromkeys(("après-demain", "le surlendemain"), day_offset_range(2, 2)),
    **dict.fromkeys(("la semaine dernière", "la semaine passée", "la semaine précédente"), week(-1)),
    **dict.fromkeys(("cette semaine", "la même semaine"), week(0)),
    **dict.fromkeys(("la semaine prochaine", "la semaine suivante"), week(1)),
    **dict.fromkeys(("le week-end dernier", "le week-end passé"), weekend(-1)),
    "ce week-end": weekend(0),
    "le week-end prochain": weekend(1),
    **dict.fromkeys(("le mois dernier", "le mois passé", "le mois précédent"), month(-1)),
    **dict.fromkeys(("ce mois-ci", "le même mois"), month(0)),
    **dict.fromkeys(("le mois prochain", "le mois suivant"), month(1)),
    **dict.fromkeys(
        ("l'an dernier", "l’an dernier", "l'année dernière", "l’année dernière", "l'an passé", "l'année précédente"),
        year(-1),
    ),
    **dict.fromkeys(("cette année", "la même année"), year(0)),
    **dict.fromkeys(
        ("l'an prochain", "l’an prochain", "l'année prochaine", "l’année prochaine", "l'année suivante"), year(1)
    ),
}

DATES = DateTables(
    day_to_month=" ",
    month_to_year=" (?:de l['’]année )?",
    after_weekday=",?(?: le)? ",
    day_suffix="(?:er|ᵉʳ)?",
    first_day="premier",
    links={"et": "and", "ou": "or", "au": "to", "à": "to", "jusqu'au": "to", "jusqu’au": "to", "et le": "and"},
    article="les|le|en",
    between="entre",
    parts={
        r"(?<!\w)(?:(?:au |dès le )?début|au commencement)(?: du mois)?(?: de l['’]année| de| d['’])? ?": "early",
        r"(?<!\w)(?:à la |mi-|à mi-|au milieu(?: du mois)? (?:de|d['’]) ?)": "mid",
        r"(?<!\w)(?:à la |la )?fin(?: du mois)?(?: de l['’]année| de| d['’])? ?": "late",
    },
    phrases=PHRASES,
    from_another_day=(
        "la veille|l['’]avant-veille|le (?:sur)?lendemain|(?:ce|le même) jour(?:-là)?"
        "|(?:la|le|l['’])\\s?(?:semaine|mois|année) (?:précédente?|suivante?)|la même (?:semaine|année)|le même mois"
        "|[a-zéû]+ (?:suivant|précédent)"
    ),
    recurring=(
        ("(?:le )?{name} (?:dernier|passé)", "last"),
        ("(?:le )?{name} prochain", "next"),
        ("ce {name}", "this"),
        ("(?:le )?{name} suivant", "after"),
        ("(?:le )?{name} précédent", "before"),
    ),
    distances=(
        ("il y a (?:déjà |environ |près de |à peine )?{span}", "back", True),
        ("dans {span}", "on", True),
        ("{span} (?:plus tard|après)", "on", False),
        ("{span} (?:plus tôt|auparavant|avant)", "back", False),
    ),
    durations=(
        ("(?:depuis|au cours des|ces) {span}", "back"),
        ("(?:en|d['’]ici|sous) {span}|dans les {span}", "on"),
        ("(?:pendant|durant|pour) {span}", ""),
    ),
    counts={"une": 1, **{word: number for number, word in enumerate(_COUNTS, 1)}},
    units={**{form: unit for word, unit in _UNITS.items() for form in (word, f"{word}s")}, "mois": "month"},
    limits=(
        ("(?:peu|juste|immédiatement) avant(?: le| la)? ", "before", True),
        ("(?:peu|juste|immédiatement) après(?: le| la)? ", "after", True),
        ("au plus tard(?: le| en)? |d['’]ici(?: le| au| à)? ", "by", False),
        ("pas avant(?: le)? ", "since", False),
        ("avant(?: le| la| les)? ", "before", False),
        ("après(?: le| la)? ", "after", False),
        ("depuis(?: le| la)? |à partir (?:du|de) |dès(?: le)? |à compter du ", "since", False),
        ("jusqu['’](?:au|à|en) ?", "until", False),
    ),
    about="(?:vers|environ|autour|aux alentours|aux environs)(?: le| la| du| de| en)? ",
    seasons={
        "printemps": "spring", "été": "summer", "automne": "autumn", "hiver": "winter",
        "premier trimestre": "q1", "deuxième trimestre": "q2", "troisième trimestre": "q3",
        "quatrième trimestre": "q4", "dernier trimestre": "q4", "premier semestre": "h1", "second semestre": "h2",
        "deuxième semestre": "h2", "1er trimestre": "q1", "2e trimestre": "q2", "3e trimestre": "q3",
        "4e trimestre": "q4", "1er semestre": "h1", "2e semestre": "h2",
    },
    years_after="en |année |l['’]an |depuis |dès ",
)  # fmt: skip

_HOUR = r"(?<![\w:.,])(?P<hour>2[0-4]|[01]?[0-9])"
TIMES = TimeTables(
    patterns=(
        rf"{_HOUR} ?(?:h|heures?) ?(?P<minute>[0-5][0-9])(?!\w){{half}}",
        rf"{_HOUR}:(?P<minute>[0-5][0-9])(?::[0-5][0-9])?(?![\w:]){{half}}",
        rf"{_HOUR}h(?!\w){{half}}",
        rf"{_HOUR} (?:h|heures?)(?= (?:du|de l)){{half}}",
        r"(?<!\w)(?:à|vers|dès) (?P<hour>2[0-4]|[01]?[0-9]) (?:h|heures?)(?!\w){half}",
    ),
    halves={"du matin": "am", "du soir": "pm", "de l['’]après-midi": "pm"},
    words={"midi": (12, 0), "minuit": (0, 0)},
    unread=(
        "(?:à|vers|dès) (?:une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze) heures?|(?:midi|minuit"
        "|heures?) et"
        "|moins le quart"
    ),
)  # fmt: skip

TENSES = TenseWords(
    ahead=re.compile(
        r"(?<!\w)(?:\w{2,}(?:era|eront|ira|iront|dra|dront|ura|uront|rrait|rraient|erait|eraient)|sera|seront|(?:va"
        r"|vont) \w+(?:er|ir|re)"
        r"|(?:est|sont|était|étaient) (?:prévue?s?|attendue?s?|censée?s?)|prévue?s?|prévoit|prévoient|prochaine?s?"
        r"|devrait|devraient"
        r"|doit|doivent)(?!\w)",
        re.IGNORECASE,
    ),
    past=re.compile(
        r"(?<!\w)(?:(?:a|ont|avait|avaient|est|sont|était|étaient|s['’]est|se sont) (?:été )?\w+(?:é|ée|és|ées|i|is"
        r"|it|ie|u|ue|us|ert|ort)"
        r"|\w{3,}(?:aient|èrent)|était|étaient|avait|avaient|fut|furent|fit|dit)(?!\w)",
        re.IGNORECASE,
    ),
    said_here=re.compile(
        r"(?<!\w)(?:a|ont) (?:dit|déclaré|annoncé|affirmé|indiqué|expliqué|assuré|confirmé|précisé"
        r"|dénoncé)(?: \w+){0,2}(?: le)?$",
        re.IGNORECASE,
    ),
)
