"""German dates and times of day."""

from dossier.detect.date_resolver import TimeUnit
from dossier.detect.date_rules import SAME_DAY, DateRule, day_offset_range, month, week, weekend, year
from dossier.detect.tabular.language_tables import DateTables, TimeTables

_COUNTS_TEXT = "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn"
_UNITS: dict[str, TimeUnit] = {
    "stunde": "hour", "stunden": "hour", "tag": "day", "tage": "day", "tagen": "day", "woche": "week", "wochen": "week",
    "monat": "month", "monate": "month", "monaten": "month", "jahr": "year", "jahre": "year", "jahren": "year",
}  # fmt: skip
_LAST = ("vergangene", "letzte", "vorige")
_LAST_N = ("vergangenen", "letzten", "vorigen")
_NEXT, _NEXT_N = ("kommende", "nächste"), ("kommenden", "nächsten")

PHRASES: dict[str, DateRule] = {
    **dict.fromkeys(
        ("heute", "heute morgen", "heute abend", "am selben tag", "am gleichen tag", "an diesem tag"), SAME_DAY
    ),
    **dict.fromkeys(
        ("gestern", "gestern abend", "gestern morgen", "am vortag", "am tag zuvor"), day_offset_range(-1, -1)
    ),
    "vorgestern": day_offset_range(-2, -2),
    **dict.fromkeys(("am folgetag", "am nächsten tag", "am tag darauf", "tags darauf"), day_offset_range(1, 1)),
    "übermorgen": day_offset_range(2, 2),
    **dict.fromkeys([f"{word} woche" for word in _LAST] + [f"{word} woche" for word in _LAST_N], week(-1)),
    **dict.fromkeys(("diese woche", "in dieser woche"), week(0)),
    **dict.fromkeys([f"{word} woche" for word in _NEXT] + [f"{word} woche" for word in _NEXT_N], week(1)),
    **dict.fromkeys([f"{word} wochenende" for word in _LAST_N], weekend(-1)),
    "an diesem wochenende": weekend(0),
    **dict.fromkeys([f"{word} wochenende" for word in _NEXT_N], weekend(1)),
    **dict.fromkeys([f"{word} monat" for word in _LAST_N], month(-1)),
    **dict.fromkeys(("diesen monat", "in diesem monat"), month(0)),
    **dict.fromkeys([f"{word} monat" for word in _NEXT_N], month(1)),
    **dict.fromkeys(
        ("im vergangenen jahr", "im vorigen jahr", "im letzten jahr", "vergangenes jahr", "letztes jahr"), year(-1)
    ),
    **dict.fromkeys(("dieses jahr", "in diesem jahr"), year(0)),
    **dict.fromkeys(("im kommenden jahr", "im nächsten jahr", "nächstes jahr", "kommendes jahr"), year(1)),
}

DATES = DateTables(
    day_to_month=" ?",
    month_to_year=" (?:des Jahres )?",
    after_weekday=r"\.?,?(?: (?:den|dem|der))? ",
    day_suffix=r"\.?",
    first_day="ersten",
    links={"und": "and", "oder": "or", "bis": "to", "bis zum": "to", "und dem": "and"},
    article="dem|den|der|am|im",
    between="zwischen",
    parts={
        r"(?<!\w)(?:Anfang|zu Beginn|Beginn)(?: des Jahres)? ": "early",
        r"(?<!\w)Mitte(?: des Jahres)? ": "mid",
        r"(?<!\w)Ende(?: des Jahres)? ": "late",
    },
    phrases=PHRASES,
    from_another_day=(
        "am (?:selben|gleichen) tag|an diesem tag|am (?:vortag|folgetag)|am tag (?:zuvor|darauf)|am nächsten tag"
        "|tags darauf"
        "|(?:am )?(?:folgenden|darauffolgenden) [a-zä]+"
    ),
    recurring=(
        (f"(?:am |im )?(?:{'|'.join(_LAST_N)}) {{name}}", "last"),
        ("(?:am |im )?(?:kommenden|nächsten) {name}", "next"),
        ("(?:an |in )?(?:diesen|diesem) {name}", "this"),
        ("(?:am )?(?:folgenden|darauffolgenden) {name}", "after"),
    ),
    distances=(
        ("vor (?:etwa |rund |gut |knapp )?{span}", "back", True),
        ("in {span}", "on", True),
        ("{span} (?:später|danach)", "on", False),
        ("{span} (?:zuvor|davor|vorher|früher)", "back", False),
    ),
    durations=(
        ("(?:seit|in den (?:letzten|vergangenen)) {span}", "back"),
        ("(?:innerhalb von|binnen|in den (?:nächsten|kommenden)) {span}", "on"),
        ("(?:für|während) {span}", ""),
    ),
    counts={
        "einem": 1, "einer": 1, "einen": 1, "eine": 1,
        **{word: number for number, word in enumerate(_COUNTS_TEXT.split(), 1)},
    },
    units=_UNITS,
    limits=(
        ("(?:kurz|unmittelbar) vor(?: dem)? ", "before", True),
        ("(?:kurz|unmittelbar) nach(?: dem)? ", "after", True),
        ("(?:spätestens|bis spätestens)(?: am| im| zum)? ", "by", False),
        ("frühestens(?: am| im)? ", "since", False),
        ("vor(?: dem)? ", "before", False),
        ("nach(?: dem)? ", "after", False),
        ("(?:seit|ab)(?: dem)? ", "since", False),
        ("bis(?: zum| Ende)? ", "until", False),
    ),
    about="(?:etwa|ungefähr|rund um|gegen|um|circa|ca\\.)(?: am| im| den| dem)? ",
    seasons={
        "frühjahr": "spring", "frühling": "spring", "sommer": "summer", "herbst": "autumn", "winter": "winter",
        "erstes quartal": "q1", "ersten quartal": "q1", "zweiten quartal": "q2", "dritten quartal": "q3",
        "vierten quartal": "q4", "ersten halbjahr": "h1", "zweiten halbjahr": "h2",
    },
    years_after="Jahr |Jahre |Jahres |im Jahr |seit |ab ",
    is_month_capitalized=True,
)  # fmt: skip

_HOUR = r"(?<![\w:.,])(?P<hour>2[0-4]|[01]?[0-9])"
TIMES = TimeTables(
    patterns=(
        rf"{_HOUR}[.:](?P<minute>[0-5][0-9]) Uhr(?!\w){{half}}",
        rf"{_HOUR} Uhr (?P<minute>[0-5][0-9])(?!\w){{half}}",
        rf"{_HOUR} Uhr(?!\w){{half}}",
        rf"{_HOUR}:(?P<minute>[0-5][0-9])(?::[0-5][0-9])?(?![\w:]){{half}}",
    ),
    halves={"morgens|vormittags|früh|am Morgen": "am", "nachmittags|abends|am Abend|am Nachmittag": "pm",
    "nachts": "night"},
    words={"mitternacht": (0, 0)},
    unread=r"halb [a-zäöü]+|viertel (?:vor|nach|[a-zäöü]+)"
    r"|(?:eins?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf) uhr",
)  # fmt: skip
