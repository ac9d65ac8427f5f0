"""Find the calendar expressions of a text of a language given by tables."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from babel import Locale

from dossier.detect.date_mentions import DateGroup, DateMention, Link, Part, share_year
from dossier.detect.tabular import locale_data
from dossier.detect.tabular.language_tables import DateTables
from dossier.detect.tabular.phrase_finder import DatePhrases

GAP = r"(?:[^\S\n]{1,3}|[^\S\n]{0,3}\n[^\S\n]{0,20})"
"""White space with at most one line break: no new paragraph."""
_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})"
_START = r"(?<![\w$€£#@/])(?<![0-9][.,:])"
_NOT_IN_CODE = r"(?<!\b[0-9]-)(?<!\b[0-9]{2}-)(?<!\b[0-9]{3}-)(?<![A-Z]-)"
_END = r"(?![\w%]|[.,:/-][0-9])"
_TWO_DIGITS = r"3[01]|[12][0-9]|0?[1-9]"
_ISO = re.compile(
    r"(?<!\w)(?<![0-9]-)(?P<year>[12][0-9]{3})(?P<mark>[-/])(?P<month>0[1-9]|1[0-2])(?P=mark)"
    r"(?P<day>0[1-9]|[12][0-9]|3[01])(?![0-9]|-[0-9])"
)
_FIGURES = re.compile(
    rf"(?<![\w/.,-])(?P<first>{_TWO_DIGITS})(?P<mark>[/.-])(?P<second>{_TWO_DIGITS})(?P=mark){_YEAR}(?![\w/]|[.,-][0-9])"
)
_SPAN = re.compile(rf"{_START}(?P<year>(?:19|20)[0-9]{{2}})[-–/](?P<end>[0-9]{{2}})(?![\w%/]|[-–.,:][0-9])")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,200}")


def with_gaps(pattern: str) -> str:
    """Return a pattern in which a space is white space within a paragraph."""
    return pattern.replace(" ", GAP)


def alternatives(words: Mapping[str, object] | Sequence[str]) -> str:
    """Return a pattern for any of some words, which may be phrases."""
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=len, reverse=True))


class DateFinder:
    """Finds the calendar expressions of one language."""

    def __init__(
        self,
        tables: DateTables,
        locale: Locale,
        counted: str,
        not_a_year_before: Sequence[str],
        year_if_last: Sequence[str] = (),
    ) -> None:
        """Take the tables; after words of `year_if_last`, digits are a year at the end of a clause: "hasta 2019."."""
        self._tables = tables
        self._months = locale_data.months(locale)
        abbreviations = locale_data.month_abbreviations(locale)
        self._all_months = {**abbreviations, **self._months}
        self._weekdays = locale_data.weekdays(locale)
        self._is_day_first = locale_data.is_day_first(locale)
        self._links = {" ".join(words.split()): link for words, link in tables.links.items()}
        self.phrases = DatePhrases(tables, self._months, self._weekdays)
        self._patterns = tuple(self._compile(abbreviations))
        self._year = self._compile_year(counted, not_a_year_before, year_if_last)
        self._join = re.compile(
            with_gaps(
                rf"(?P<list>, )|,?(?: (?P<word>{alternatives(self._links)}) (?:(?:{tables.article}) )?"
                r"|(?P<dash>\s?[-–—]\s?))"
            ),
            re.IGNORECASE,
        )
        self._between = re.compile(
            with_gaps(rf"(?<!\w)(?:{tables.between}) (?:(?:{tables.article}) )?$"), re.IGNORECASE
        )
        parts = "|".join(f"(?P<p{index}>{words})" for index, words in enumerate(tables.parts))
        self._part = re.compile(with_gaps(f"(?:{parts})$"), re.IGNORECASE)
        self._weekday_words = re.compile(rf"(?<!\w)(?:{alternatives(self._weekdays)})(?!\w)", re.IGNORECASE)
        words = rf"(?<!\w)(?P<word>{alternatives(self._links)})(?!\w)"
        self._day_links = re.compile(with_gaps(rf"{words}|[-–](?=\s?[0-9])"), re.IGNORECASE)
        self._groups = lru_cache(maxsize=1024)(self._find_groups)

    def find(self, text: str) -> list[DateMention]:
        """Return every calendar expression, in order; of two that overlap, only the longer."""
        return [mention for group in self._groups(text) for mention in group.mentions]

    def find_groups(self, text: str) -> list[DateGroup]:
        """Return the calendar expressions as lists and ranges, in order; most are single ones."""
        return list(self._groups(text))

    def weekdays_in(self, text: str) -> tuple[str, ...]:
        """Return the English names of the weekdays in a text, each once."""
        return tuple(dict.fromkeys(self._weekdays[match[0].lower()] for match in self._weekday_words.finditer(text)))

    def _compile(self, abbreviations: Mapping[str, int]) -> Iterator[re.Pattern[str]]:
        tables = self._tables
        full, short = alternatives(self._months), "|".join(rf"{re.escape(name)}\b\.?" for name in abbreviations)
        month = rf"(?P<month>{full}|{short})"
        weekday = rf"(?:(?P<weekday>{alternatives(self._weekdays)})\.?{tables.after_weekday})?"
        one = rf"(?:{_TWO_DIGITS})(?![0-9])(?:{tables.day_suffix})"
        link = alternatives(self._links)
        other_day = rf"(?:(?:{tables.article}) )?(?:(?:{alternatives(self._weekdays)})\.?,? )?{one}"
        later = rf"(?:, {other_day})"
        last = rf"(?: (?:{link}) |\s?[-–]\s?){other_day}"
        first_day = rf"(?P<day>{_TWO_DIGITS}(?![0-9])|{tables.first_day})(?:{tables.day_suffix})"
        days = rf"{first_day}(?P<days>{later}{{0,9}}{last})?"
        year = rf"(?:(?:{tables.month_to_year}){_YEAR}{_END})"
        yield self._pattern(rf"{_START}(?<![0-9]-){weekday}{days}(?:{tables.day_to_month}){month}(?:{year}|(?!\w))")
        yield self._pattern(rf"(?<!\w){month}{year}")
        seasons = alternatives(tables.seasons)
        yield self._pattern(rf"(?<!\w)(?P<season>{seasons})(?:{tables.month_to_year}){_YEAR}{_END}")
        alone = "|".join(name.capitalize() if tables.is_month_capitalized else name for name in self._months)
        yield re.compile(rf"(?<!\w)(?P<month>{alone})(?!\w)")
        yield self._pattern(rf"(?<!\w)(?P<weekday>{alternatives(self._weekdays)})(?!\w)")

    def _pattern(self, pattern: str) -> re.Pattern[str]:
        return re.compile(with_gaps(pattern), re.IGNORECASE)

    def _compile_year(self, counted: str, not_before: Sequence[str], if_last: Sequence[str]) -> re.Pattern[str]:
        """Return the pattern of a year alone: not after "más de", nor before a noun that is counted."""
        before = "".join(rf"(?<!\b{re.escape(words)} )" for words in not_before)
        year = r"(?:19|20)[0-9]{2}"
        after = with_gaps(rf"(?![\w%/]|[.,][0-9]|-[0-9]{{3}}\b|-[0-9]{{1,2}}-| (?:{counted})\b)")
        cue = with_gaps(rf"(?<!\w)(?:{self._tables.years_after})(?P<cued>{year})(?!\w)")
        if if_last:
            words = "|".join(map(re.escape, sorted(if_last, key=len, reverse=True))).replace(r"\ ", " ")
            last = with_gaps(rf"(?<!\w)(?:{words}) (?P<last>{year})(?=[^\S\n]*(?:[,;:!?)»”“\"\n]|\.(?![0-9])|$))")
            cue = f"{cue}|{last}"
        return re.compile(rf"{cue}|{_START}{_NOT_IN_CODE}{before}(?P<year>{year}){after}", re.IGNORECASE)

    def _find_groups(self, text: str) -> tuple[DateGroup, ...]:
        mentions: list[DateMention] = []
        for mention in sorted(self._candidates(text), key=lambda mention: (mention.start, -mention.end)):
            if not mentions or mention.start >= mentions[-1].end:
                mentions.append(mention)
            elif len(mention.text) > len(mentions[-1].text):
                mentions[-1] = mention
        groups: list[DateGroup] = []
        index = 0
        while index < len(mentions):
            groups.append(self._group_from(text, mentions, index))
            index += len(groups[-1].mentions)
        return tuple(groups)

    def _candidates(self, text: str) -> Iterator[DateMention]:
        """Yield every match of every pattern, overlapping ones included."""
        for match in _ISO.finditer(text):
            yield _mention(match, month=int(match["month"]), day=int(match["day"]))
        for match in _FIGURES.finditer(text):
            month, day = self._month_and_day(match)
            if month is not None or match["mark"] == "/":  # Others that can be read in two ways are not read.
                yield _mention(match, month=month, day=day)
        plain = _ADDRESS.sub(lambda match: "\0" * len(match[0]), text)
        for pattern in self._patterns:
            for match in pattern.finditer(plain):
                yield self._read(match)
        for match in self._year.finditer(plain):
            group = next(name for name in ("cued", "last", "year") if name in match.groupdict() and match[name])
            start, year = match.start(group), match[group]
            part = self._part_before(plain, start)
            yield DateMention(start, start + 4, year, "year", int(year), part=part)
        for match in _SPAN.finditer(plain):
            if int(match["end"]) == (int(match["year"]) + 1) % 100:
                yield DateMention(*match.span(), match[0], "year", int(match["year"]))
        yield from self.phrases.find(plain)

    def _month_and_day(self, match: re.Match[str]) -> tuple[int | None, int | None]:
        first, second = int(match["first"]), int(match["second"])
        if second > 12:
            return (first, second) if first <= 12 else (None, None)
        return (second, first) if self._is_day_first or first > 12 or first == second else (None, None)

    def _read(self, match: re.Match[str]) -> DateMention:
        groups = match.groupdict()
        weekday = self._weekdays[groups["weekday"].lower()] if groups.get("weekday") else None
        month = self._all_months[groups["month"].lower().rstrip(".")] if groups.get("month") else None
        year = int(groups["year"]) if groups.get("year") else None
        if season := groups.get("season"):
            name = self._tables.seasons[" ".join(season.lower().split())]
            return DateMention(*match.span(), match[0], "season", year, season=name)
        if day := groups.get("day"):
            first = int(day) if day.isdigit() else 1
            days, link = self._days(match, first)
            return DateMention(*match.span(), match[0], "date", year, month, first, weekday, days, link)
        if month is None:
            return DateMention(*match.span(), match[0], "weekday", weekday=weekday)
        part = self._part_before(match.string, match.start())
        return DateMention(*match.span(), match[0], "month", year, month, part=part)

    def _days(self, match: re.Match[str], first: int) -> tuple[tuple[int, ...], Link]:
        """Return the days of a list such as "3, 4 y 5", and how they belong together; none for a single day."""
        written = match["days"]
        if not written:
            return (), ""
        *_, last = self._day_links.finditer(written)
        link = self._link(last["word"])
        if link == "and" and self._between.search(match.string[max(0, match.start() - 30) : match.start()]):
            link = "between"
        return (first, *map(int, re.findall("[0-9]+", written))), link

    def _link(self, word: str | None) -> Link:
        return self._links[" ".join(word.lower().split())] if word else "to"

    def _part_before(self, text: str, start: int) -> Part:
        match = self._part.search(text[max(0, start - 40) : start]) if self._tables.parts else None
        return list(self._tables.parts.values())[int((match.lastgroup or "p0")[1:])] if match else ""

    def _group_from(self, text: str, mentions: Sequence[DateMention], index: int) -> DateGroup:
        """Return the longest list or range that begins with a mention."""
        members = [mentions[index]]
        pending: list[DateMention] = []
        link: Link = ""
        for following in mentions[index + 1 :] if not members[0].days else ():
            last = pending[-1] if pending else members[-1]
            join = self._join.fullmatch(text, last.end, following.start)
            if join is None or link or following.days or following.kind != last.kind or last.kind == "relative":
                break
            pending.append(following)
            if not join["list"]:
                link = self._link(join["word"])
                members += pending
        if link == "and" and self._between.search(text[max(0, members[0].start - 30) : members[0].start]):
            link = "between"
        return DateGroup(tuple(share_year(members, link)), link)


def _mention(match: re.Match[str], month: int | None, day: int | None) -> DateMention:
    return DateMention(*match.span(), match[0], "date", int(match["year"]), month, day)
