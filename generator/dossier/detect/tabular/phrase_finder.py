"""Relative dates in a language given by tables: phrases, "last" and "next", distances, limits and approximations."""

import re
from collections.abc import Callable, Iterator, Mapping

from dossier.detect.date_mentions import DateGroup, DateMention
from dossier.detect.date_resolver import DateWords, Distance, Which
from dossier.detect.limits import Limit
from dossier.detect.tabular.language_tables import DateTables

_REACH = 60
"""The number of characters before a date in which its words are."""
_SPACE = r"\s{1,4}"


class DatePhrases:
    """Reads the relative dates of one language, and the words before a date."""

    def __init__(self, tables: DateTables, months: Mapping[str, int], weekdays: Mapping[str, str]) -> None:
        self._tables = tables
        self._months, self._weekdays = months, weekdays
        names = "|".join(map(re.escape, sorted((*weekdays, *months), key=len, reverse=True)))
        self._recurring = [
            (_compile(rf"(?<!\w)(?:{pattern.format(name=f'(?P<name>{names})')})(?!\w)(?! [0-9])"), which)
            for patterns, which in tables.recurring
            for pattern in _branches(patterns)
        ]
        phrases = "|".join(map(re.escape, sorted(tables.phrases, key=len, reverse=True))).replace(r"\ ", " ")
        self._phrases = _compile(rf"(?<!\w)(?:{phrases})(?!\w)")
        self._not_before = _compile(rf"(?:{tables.not_before_phrase})$")
        counts = "|".join(sorted(tables.counts, key=len, reverse=True))
        span = (
            rf"(?:(?P<count>[0-9]{{1,4}}|{counts}) )(?P<unit>{'|'.join(sorted(tables.units, key=len, reverse=True))})"
        )
        self._distances = [
            (_compile(rf"(?<!\w)(?:{pattern.format(span=span)})(?!\w)"), way, is_from_text)
            for patterns, way, is_from_text in tables.distances
            for pattern in _branches(patterns)
        ]
        self._durations = [
            (_compile(rf"(?<!\w)(?:{pattern.format(span=span)})(?!\w)"), way, True)
            for patterns, way in tables.durations
            for pattern in _branches(patterns)
        ]
        self._after_day = re.compile(rf"[0-9](?:{tables.day_suffix})(?:{tables.day_to_month})$".replace(" ", _SPACE))
        self._another = _compile(rf"(?<!\w)(?:{tables.from_another_day})(?!\w)")
        self._limits = [
            (_compile(rf"(?<!\w)(?:{pattern})$"), Limit(side, is_near)) for pattern, side, is_near in tables.limits
        ]
        self._about = _compile(rf"(?<!\w)(?:{tables.about})$")

    def find(self, text: str) -> Iterator[DateMention]:
        """Yield every relative expression, overlapping ones included."""
        for match in self._phrases.finditer(text):
            if not self._not_before.search(text[max(0, match.start() - 30) : match.start()]):
                yield DateMention(*match.span(), match[0], "relative")
        for pattern, _ in self._recurring:
            for match in pattern.finditer(text):
                if self._after_day.search(text[max(0, match.start() - 20) : match.start()]):
                    continue  # "31 de diciembre pasado" is a day.
                name = match["name"].lower()
                weekday, month = self._weekdays.get(name), self._months.get(name)
                yield DateMention(*match.span(), match[0], "relative", month=month, weekday=weekday)
        for pattern, _, _ in self._distances:
            for match in pattern.finditer(text):
                yield DateMention(*match.span(), match[0], "relative")

    def words(self, find_groups: Callable[[str], list[DateGroup]]) -> DateWords:
        """Return the words of the language for the resolver."""
        return DateWords(
            find_groups=find_groups,
            find_distances=lambda text: self._find(self._distances, text),
            find_durations=lambda text: self._find(self._durations, text),
            phrases=self._tables.phrases,
            which_of=self._which_of,
            is_from_another_day=lambda phrase: self._another.search(phrase) is not None,
            days_from_easter={},
        )

    def limit_before(self, text: str, mention: DateMention) -> Limit | None:
        """Return the limit that the words at the end of a text make of the date that follows, if any."""
        before = text[-_REACH:]
        return next((limit for pattern, limit in self._limits if pattern.search(before)), None)

    def is_about(self, text: str, in_phrase: bool = False) -> bool:
        """Return whether the words at the end of a text make the date that follows an approximate one."""
        return self._about.search(text[-_REACH:]) is not None

    def _which_of(self, mention: DateMention) -> Which:
        if mention.kind != "relative":
            return ""
        return next((which for pattern, which in self._recurring if pattern.fullmatch(mention.text)), "")

    def _find(self, patterns: list[tuple[re.Pattern[str], str, bool]], text: str) -> list[Distance]:
        found = [
            (match.start(), self._distance(match, way, is_from_text))
            for pattern, way, is_from_text in patterns
            for match in pattern.finditer(text)
        ]
        return [distance for _, distance in sorted(found, key=lambda item: item[0])]

    def _distance(self, match: re.Match[str], way: str, is_from_text: bool) -> Distance:
        count, unit = match["count"].lower(), self._tables.units[match["unit"].lower()]
        number = int(count) if count.isdigit() else self._tables.counts[count]
        return Distance(match[0], unit, number, "back" if way == "back" else "on" if way == "on" else "", is_from_text)


def _branches(pattern: str) -> list[str]:
    """Return the alternatives of a pattern, each of which may have the same named group."""
    branches, depth = [""], 0
    for character in pattern:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "|" and depth == 0:
            branches.append("")
        else:
            branches[-1] += character
    return branches


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace(" ", _SPACE), re.IGNORECASE)
