"""Find the times of day of a text of a language given by tables."""

import re
from collections.abc import Iterator

from dossier.detect.date_mentions import Time
from dossier.detect.tabular.language_tables import TimeTables


class TimeFinder:
    """Finds the times of day of one language."""

    def __init__(self, tables: TimeTables) -> None:
        self._tables = tables
        halves = "|".join(f"(?P<h{index}>{words})" for index, words in enumerate(tables.halves))
        half = rf"(?:,?\s?(?P<half>{halves})(?!\w))?"
        self._patterns = [
            re.compile(pattern.replace("{half}", half).replace(" ", r"\s"), re.IGNORECASE)
            for pattern in tables.patterns
        ]
        self._words = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, tables.words))})(?!\w)", re.IGNORECASE)
        self._unread = re.compile(rf"(?<!\w)(?:{tables.unread})(?!\w)".replace(" ", r"\s"), re.IGNORECASE)

    def find(self, text: str) -> Iterator[Time]:
        """Yield the times of day in a text, in the order of the patterns."""
        done: list[tuple[int, int]] = []
        for pattern in self._patterns:
            for match in pattern.finditer(text):
                if not any(start < match.end() and match.start() < end for start, end in done):
                    done.append(match.span())
                    yield self._time(match)
        for match in self._words.finditer(text):
            yield Time(match[0], *self._tables.words[match[0].lower()], is_half_known=True)

    def has_unread(self, text: str) -> bool:
        """Return whether a text has a time in words, which is not read."""
        return self._unread.search(text) is not None

    def _time(self, match: re.Match[str]) -> Time:
        groups = match.groupdict()
        hour, minute = int(groups["hour"]), int(groups.get("minute") or 0)
        names = list(self._tables.halves.values())
        found = next((names[index] for index in range(len(names)) if groups.get(f"h{index}")), "")
        if not found:
            return Time(match[0], hour % 24, minute, is_half_known=hour > 12 or groups.get("exact") is not None)
        if found == "night":  # "12 de la noche" is midnight, "9 de la noche" is 21:00, "2 de la noche" is 2:00.
            found = "am" if hour == 12 or hour < 5 else "pm"
        hour = hour if hour > 12 else hour % 12 + (12 if found == "pm" else 0)
        return Time(match[0], hour % 24, minute, is_half_known=True)
