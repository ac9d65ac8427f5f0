"""What relative dates mean in English: "last week", "two days later", "the Monday after"."""

import re
from typing import cast

from dossier.detect.date_mentions import DateMention
from dossier.detect.date_resolver import DateResolver, DateWords, Distance, TimeUnit, Which
from dossier.detect.en.date_patterns import BACKWARD, DISTANCE, DURATION, UNDIRECTED
from dossier.detect.en.date_phrases import COUNT_WORDS, EASTER, OF_ANOTHER_DAY, RELATIVE_DATES
from dossier.detect.en.dates import find_date_groups
from dossier.edtf.parse import WEEKDAYS

_WEEKDAYS = "|".join(WEEKDAYS).lower()
_FROM_ANOTHER_DAY = re.compile(
    rf"\b(?:following|previous|preceding) (?:{_WEEKDAYS})\b|\b(?:{_WEEKDAYS}) (?:after|before|following|preceding)\b"
    r"|\b(?:hours?|days?|weeks?|months?|years?) (?:of|following|from|to) (?:the|his|her|its|their)\b"
)
_OF_ANOTHER_DAY = re.compile(rf"\b(?:{'|'.join(OF_ANOTHER_DAY)})\b(?! (?:yesterday|tomorrow)\b)")
_WHICH: dict[str, Which] = {
    "last": "last", "past": "last", "this": "this", "next": "next", "coming": "coming", "after": "after",
    "following": "after", "before": "before", "previous": "before", "preceding": "before",
}  # fmt: skip


def _which_of(mention: DateMention) -> Which:
    words = mention.text.lower().split()
    return _WHICH.get(words[-1] if words[0] == "the" else words[0], "") if mention.kind == "relative" else ""


def _is_from_another_day(phrase: str) -> bool:
    simple = " ".join(phrase.lower().split())
    return any(pattern.search(simple) for pattern in (_FROM_ANOTHER_DAY, _OF_ANOTHER_DAY))


def _find(pattern: re.Pattern[str], text: str) -> list[Distance]:
    return [_distance(match) for match in pattern.finditer(text)]


def _distance(match: re.Match[str]) -> Distance:
    groups = {name: (words or "").lower() for name, words in match.groupdict().items()}
    way = groups["way"]
    count = (COUNT_WORDS.get(groups["count"]) or int(groups["count"])) if groups["count"] else None
    unit = cast(TimeUnit, groups["unit"] or groups["units"])
    return Distance(
        match[0], unit, count, "" if way in UNDIRECTED else "back" if way in BACKWARD else "on", way == "ago"
    )


RESOLVER = DateResolver(
    DateWords(
        find_groups=find_date_groups,
        find_distances=lambda text: _find(DISTANCE, text),
        find_durations=lambda text: _find(DURATION, text),
        phrases=RELATIVE_DATES,
        which_of=_which_of,
        is_from_another_day=_is_from_another_day,
        days_from_easter=EASTER,
    )
)
resolve_relative_date = RESOLVER.resolve
