"""Prose must not give a day that no calendar has, nor a basis a year that is far from every date it may count from.

Passes: `29 February 2020`; `31 June`, if a text of the dossier prints it; in a basis, the years of the record's dates,
    of its sources and of linked records, and the years before and after each of them.
Fails:  `39 January 2019`, `on 31 June`, `February 30, 2019` and `9 January 7019` in a text of a record (for
    statements there are other rules); `reasoning: The Sunday before 30 January 2091`, where nothing is of 2091.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from dossier.check.date_support import dates_by_record
from dossier.detect.detectors import Detectors
from dossier.detect.languages import prose_detectors
from dossier.detect.word_sets import has_ascii_digit
from dossier.edtf.parse import MONTHS
from dossier.graph import Graph
from dossier.model.base import ProseField
from dossier.model.content_item import ContentItem
from dossier.model.finding import Finding

ID = "impossible-date"
LAST_YEAR = 2999
LEAP_YEAR = 2020
"""For a day without a year, which may be 29 February."""
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_NEAR_MONTH = re.compile(rf"(?:[0-9]|[0-9](?:st|nd|rd|th)) (?:{'|'.join(MONTHS)})|(?:{'|'.join(MONTHS)}) [0-9]")
"""What a text has that is worth reading."""
_BEFORE = (
    r"\b(?:[Oo]n|[Oo]f|[Ff]rom|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Bb]efore|[Aa]fter|[Dd]ated|[Tt]o|[Tt]he"
    r"|[A-Z][a-z]+day,?) "
)
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_PATTERNS = (
    re.compile(rf"(?<![\w.,:/-]){_DAY} {_MONTH},? (?P<year>[0-9]{{4}})(?![\w%])"),
    re.compile(rf"\b{_MONTH} {_DAY},? (?P<year>[0-9]{{4}})(?![\w%])"),
    re.compile(rf"{_BEFORE}(?P<words>{_DAY} {_MONTH})(?! [0-9])(?=[.,;:)]|$| (?:and|or|to|is|was|the|in|at|that)\b)"),
)
_YEAR = re.compile(rf"\b{_MONTH} (?:[0-9]{{1,2}},? )?(?P<year>[0-9]{{4}})(?![\w%])")


class _WrittenDates(NamedTuple):
    """How a language writes dates: patterns of what is worth reading, of days, and of a month with a year."""

    near: re.Pattern[str]
    days: tuple[re.Pattern[str], ...]
    year: re.Pattern[str]
    months: Mapping[str, int]


_ENGLISH = _WrittenDates(_NEAR_MONTH, _PATTERNS, _YEAR, {name.lower(): number for number, name in enumerate(MONTHS, 1)})


@cache
def _written_dates(detectors: Detectors) -> _WrittenDates:
    """Return how dates are written; other languages than English have the day first."""
    if not detectors.month_names:
        return _ENGLISH
    month = rf"(?P<month>{'|'.join(map(re.escape, detectors.month_names))})"
    year = r"(?:,? (?:del? )?(?P<year>[0-9]{4}))"
    day = r"(?<![\w.,:/-])(?P<day>[0-9]{1,2})(?:º|°|er|\.)? (?:de |d['’])?"
    return _WrittenDates(
        re.compile("[0-9]"),
        (re.compile(rf"{day}{month}(?!\w){year}?(?![\w%]|[.,][0-9])", re.IGNORECASE),),
        re.compile(rf"(?<!\w){month}{year}(?![\w%])", re.IGNORECASE),
        detectors.month_names,
    )


def check(graph: Graph) -> Iterator[Finding]:
    detectors = prose_detectors(graph.dossier)
    if detectors is None:
        return
    written = _written_dates(detectors)
    for item in (graph.dossier.settings, *graph.dossier.records):
        for path, mark, markup in item.marked_fields:
            if isinstance(mark, ProseField) and mark.statements_by is None and _may_have_date(markup, written):
                text = graph.plain_text(markup)
                impossible = [words for words in _impossible_dates(text, written) if not _is_printed(graph, words)]
                for words in impossible:
                    reason = "is thousands of years from now" if _is_far(words) else "is in no calendar"
                    message = f"`{words}` {reason}: correct it"
                    yield Finding(item.location(*path, words=words), ID, message)
                if not impossible and str(path[-1]).endswith(("basis", "reasoning")):
                    for words, year in _far_years(graph, item, text, written):
                        message = (
                            f"`{words}`: no date or source of this record or a linked one is near {year}; correct it"
                        )
                        yield Finding(item.location(*path, words=words), ID, message)


def _may_have_date(markup: str, written: _WrittenDates) -> bool:
    return has_ascii_digit(markup) and written.near.search(markup) is not None


def _impossible_dates(text: str, written: _WrittenDates) -> Iterator[str]:
    """Yield the dates that no calendar has, and those in a year that is far off."""
    for pattern in written.days:
        for match in pattern.finditer(text):
            printed = match.groupdict()
            year = int(printed.get("year") or LEAP_YEAR)
            month = written.months[match["month"].lower()]
            if not _is_day(year, month, int(match["day"])):
                yield printed.get("words") or match[0]


def _is_far(words: str) -> bool:
    """Return whether the year of a date, its last four digits, is after any that prose may give."""
    return words[-4:].isdigit() and int(words[-4:]) > LAST_YEAR


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        return date(year, month, day).year <= LAST_YEAR
    except ValueError:
        return False


def _is_printed(graph: Graph, words: str) -> bool:
    """Return whether a text of the dossier prints these words, which the record may then repeat."""
    return any(words in text.text for text in graph.dossier.source_texts.values())


def _far_years(graph: Graph, item: ContentItem, text: str, written: _WrittenDates) -> Iterator[tuple[str, str]]:
    """Yield each month with a year of which neither it nor the year before or after is in what the item counts from."""
    for match in written.year.finditer(text):
        year = int(match["year"])
        near = {f"{other:04}" for other in (year - 1, year, year + 1)}
        if not any(other in known for known in _known_texts(graph, item) for other in near):
            yield match[0], match["year"]


def _known_texts(graph: Graph, item: ContentItem) -> Iterator[str]:
    """Yield the dates of an item, its sources and linked records, and the texts of its sources."""
    for key in (item.key, *graph.references_from(item)):
        yield from (dated.date.text for dated in dates_by_record(graph).get(key, ()))
        source = graph.dossier.by_key.get(key)
        text = graph.dossier.source_texts.get(getattr(source, "text", None) or "")
        if text is not None:
            yield text.text
