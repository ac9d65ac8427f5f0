"""Why a mention needs no record, where the text itself shows it: page boilerplate, credits, datelines, addresses.

What only a person can judge, such as whether somebody plays a part in the story, has no reason here.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dossier.detect.figure_asides import FigureAside, headline_of
from dossier.editor.page_patterns import UPPER, PagePatterns, page_patterns_for
from dossier.model.coverage import Mention
from dossier.text.interface import gettext_noop
from dossier.text.spans import Bounds, Spanning, span_contains


class ShownReason(NamedTuple):
    """The reason and the note of an exemption; `anywhere` if they hold in every text that has the words."""

    note: str
    reason: str = "not of the story"
    anywhere: bool = False


_ORDINAL = ShownReason(gettext_noop("An ordinal: it says which, not how many."), "no measure", anywhere=True)
_HEADLINE = ShownReason(gettext_noop("In the headline; the text below says it."), "refers back")
_ASIDES = {
    "headline": _HEADLINE,
    "ordinal": _ORDINAL,
    "age": ShownReason(gettext_noop("An age."), "no measure"),
    "conversion": ShownReason(gettext_noop("The figure before it in another unit."), "no measure"),
    "distance": ShownReason(gettext_noop("It says how long before or after something else."), "no measure"),
    "time": ShownReason(gettext_noop("A time of day."), "no measure"),
}
_ADDRESS = ShownReason(gettext_noop("Part of a web or mail address."))
_HANDLE = ShownReason(gettext_noop("A name on a social network."))
_PHONE = ShownReason(gettext_noop("Part of a telephone number."), "no measure")
_PARTY = ShownReason(gettext_noop("A party and a state, in brackets."), "not an actor", anywhere=True)
_CREDIT = ShownReason(gettext_noop("Part of the credit of a picture."))
_COPYRIGHT = ShownReason(gettext_noop("Part of a copyright line."))
_DATELINE = ShownReason(gettext_noop("Part of the dateline."))
_BYLINE = ShownReason(gettext_noop("Part of the byline."))
_STAFF = ShownReason(gettext_noop("Part of a line on who reported and edited the text."))
_AUTHOR = ShownReason(gettext_noop("Part of a line about the author."))
_PUBLISHED = ShownReason(gettext_noop("The time of publication, not of an event."))
_LINK = ShownReason(gettext_noop("Part of a link or an invitation of the web page."))
_BUTTON = ShownReason(gettext_noop("A button of the web page."))
_REFERENCE = ShownReason(gettext_noop("Part of a reference to a publication."))

_IN_CAPITALS = re.compile(rf"[{UPPER}][{UPPER}\s’'.-]+")
_MIN_PLACE = 4
"""How many letters the place of a dateline has at least; a shorter word in capitals is an acronym, or "Q"."""
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")
_MIN_WORDS = 3
"""How many words in lower case a sentence of the story has at least."""
_TOP, _BOTTOM = 6, 4
"""How many lines with words are at the top of a text, where its date and author are, and at its bottom."""
_MAX_LINE, _MAX_LINK, _MAX_SHORT_LINK = 400, 200, 60
"""A longer line, a longer link, or a longer link that ends as a sentence does, is a paragraph of the story."""
_HAS_DIGIT = re.compile(r"\d")
_MAX_MOMENTS = 2
"""With more lines that consist of dates, these are headings of the story."""
_MAX_AUTHOR = 2
"""A person who is named more often plays a part in the text."""
_LINE, _WORD = re.compile(r"[^\n]+"), re.compile(r"\w+")


class ReasonFinder:
    """Finds the mentions of one text whose reason to need no record the text shows."""

    def __init__(self, text: str, language: str, asides: Iterable[FigureAside] = ()) -> None:
        """Read a text in this language (a BCP 47 tag), some of whose figures measure nothing."""
        self._patterns = page_patterns_for(language)
        self._text, self._asides = text, {(aside.start, aside.end): aside.kind for aside in asides}
        self.datelines: list[Bounds] = []
        """The datelines, with what parts them from the sentence that follows."""
        self.dateline_places: list[Bounds] = []
        """The names of the places in datelines, where the text was written."""
        self._shown: dict[int, list[tuple[Bounds, ShownReason]]] = defaultdict(list)
        for line_start, span, reason in self._find():
            self._shown[line_start].append((span, reason))

    def reason_of(self, mention: Mention) -> ShownReason | None:
        """Return the reason that the text shows for a mention, if it shows one."""
        if mention.kind == "quantity" and (aside := self._asides.get((mention.start, mention.end))):
            return _ASIDES[aside]
        if mention.kind == "quotation" and self._is_headline_of_quotation(mention):
            return _HEADLINE
        words = list(_WORD.finditer(mention.text))
        inner: Spanning = mention
        if words:
            inner = Bounds(mention.start + words[0].start(), mention.start + words[-1].end())
        shown = self._shown.get(self._text.rfind("\n", 0, mention.start) + 1, ())
        return next((reason for span, reason in shown if span_contains(span, inner)), None)

    def _is_headline_of_quotation(self, mention: Mention) -> bool:
        """Return whether the headline has a quotation whose words are between quotation marks below it as well."""
        headline = headline_of(self._text)
        if headline is None or not span_contains(headline, mention):
            return False
        below = re.compile(rf"[“„«‘\"'‚‹]\s?{re.escape(mention.text.strip())}", re.IGNORECASE)
        return below.search(self._text, headline.end) is not None

    def _find(self) -> Iterator[tuple[int, Bounds, ShownReason]]:
        """Yield the start of the line, the span and the reason of all that shows its reason."""
        patterns = self._patterns
        lines = [(match.start(), match[0]) for match in _LINE.finditer(self._text) if not match[0].isspace()]
        moments = sum(len(line) <= _MAX_LINE and patterns.moments.match(line.strip()) is not None for _, line in lines)
        lead = _lead_with_place(patterns, lines)
        for index, (start, whole_line) in enumerate(lines):
            line = whole_line.strip()
            offset, at_top = start + whole_line.index(line), index < _TOP
            for part_start, part_end, reason in _parts_of(patterns, line):
                yield start, Bounds(offset + part_start, offset + part_end), reason
            dateline = patterns.dateline.match(line)
            has_date = dateline is not None and (dateline["date"] or dateline["later"])
            if dateline and (dateline["agency"] or (at_top and has_date) or start == lead):
                self.datelines.append(Bounds(offset, offset + dateline.end()))
                self.dateline_places.append(Bounds(offset, offset + dateline.end("place")))
                yield start, Bounds(offset, offset + dateline.end()), _DATELINE
            if len(line) > _MAX_LINE:
                continue
            whole = (
                self._author_reason(line, at_edge=at_top or index >= len(lines) - _BOTTOM)
                or _moment(patterns, line, is_heading=at_top and moments <= _MAX_MOMENTS)
                or _boilerplate(patterns, line)
            )
            if whole:
                yield start, Bounds(offset, offset + len(line)), whole

    def _author_reason(self, line: str, *, at_edge: bool) -> ShownReason | None:
        """Return the reason for a line about the author; `at_edge` if it is at the top of the text or at its bottom."""
        if at_edge and self._patterns.byline.match(line):
            return _BYLINE
        author = self._patterns.about_author.match(line) if at_edge and not _HAS_DIGIT.search(line) else None
        return _AUTHOR if author and self._text.count(author[1]) <= _MAX_AUTHOR else None


def _lead_with_place(patterns: PagePatterns, lines: Sequence[tuple[int, str]]) -> int | None:
    """Return the start of the first paragraph of the story if it begins with a place: "BRENN: Crews", "Brenn -- A".

    A label in capitals that is one of several, or whose words return in capitals, is a speaker's or a body's.
    """
    for index, (start, whole_line) in enumerate(lines[:_TOP]):
        line = whole_line.strip()
        dateline = patterns.dateline.match(line)
        is_dashed = dateline is not None and dateline[0].endswith("--")
        is_place = dateline and (is_dashed or _is_in_capitals(patterns, dateline))
        place = dateline["place"].partition(",")[0] if dateline and is_place else ""
        said = line[dateline.end() :].strip() if dateline and place else line
        following = lines[index + 1][1] if index + 1 < len(lines) else ""
        is_sentence = _ENDS_SENTENCE.search(said) is not None or (bool(place) and following[:1].islower())
        if not is_sentence or sum(map(str.islower, said.split())) < _MIN_WORDS:
            continue
        others = [other for at, other in lines if at > start]
        is_label = any(_starts_with_capitals(patterns, other) for other in others)
        returns = not is_dashed and any(place in other for other in (said, *others))
        return start if place and not is_label and not returns else None
    return None


def _starts_with_capitals(patterns: PagePatterns, line: str) -> bool:
    dateline = patterns.dateline.match(line.strip())
    return dateline is not None and _is_in_capitals(patterns, dateline)


def _is_in_capitals(patterns: PagePatterns, dateline: re.Match[str]) -> bool:
    """Return whether a dateline begins with a name in capitals, which is no heading of a note."""
    place = dateline["place"].partition(",")[0]
    is_long = sum(map(str.isalpha, place)) >= _MIN_PLACE
    return is_long and _IN_CAPITALS.fullmatch(place) is not None and place.split()[0].casefold() not in patterns.notes


def _parts_of(patterns: PagePatterns, line: str) -> Iterator[tuple[int, int, ShownReason]]:
    """Yield the start, the end and the reason of parts of a line."""
    found = (
        (patterns.address, _ADDRESS),
        (patterns.handle, _HANDLE),
        (patterns.phone, _PHONE),
        (patterns.party, _PARTY),
        (patterns.button, _BUTTON),
        (patterns.credit, _CREDIT),
        (patterns.copyright, _COPYRIGHT),
        (patterns.follow, _LINK),
        (patterns.contributed, _STAFF),
    )
    for pattern, reason in found:
        yield from ((match.start(), match.end(), reason) for match in pattern.finditer(line))
    for match in patterns.slashed.finditer(line):
        if _is_credit(patterns, match[1] or match[2]):
            yield match.start(), match.end(), _CREDIT


def _is_credit(patterns: PagePatterns, words: str) -> bool:
    """Return whether words with slashes are names of photographers and picture agencies, and nothing else."""
    parts = [part.strip() for part in words.removesuffix(", File").split("/")]
    pictures = [part for part in parts if patterns.picture_part.fullmatch(part)]
    names = [part for part in parts if part not in pictures and patterns.name_part.fullmatch(part)]
    return len(parts) > 1 and bool(pictures) and len(pictures) + len(names) == len(parts)


def _moment(patterns: PagePatterns, line: str, *, is_heading: bool) -> ShownReason | None:
    """Return the reason for a line that consists of dates and times; `is_heading` if it can only be the text's own."""
    is_named = patterns.named_moment.match(line) is not None
    if not is_named and not patterns.moments.match(line):
        return None
    has_date, has_time = patterns.date.search(line), patterns.time.search(patterns.date.sub("", line))
    if has_date and has_time:
        return _BYLINE if is_named else _PUBLISHED
    is_labelled = not is_named and patterns.label.search(line)
    return _PUBLISHED if is_labelled or (has_date and is_heading and not is_named) else None


def _boilerplate(patterns: PagePatterns, line: str) -> ShownReason | None:
    """Return the reason for a line that is no sentence of the text."""
    if patterns.photo_line.match(line):
        return _CREDIT
    if patterns.reported.match(line):
        return _STAFF
    if len(line) <= _MAX_LINK and patterns.rights.search(line):
        return _COPYRIGHT
    is_sentence = _ENDS_SENTENCE.search(line) is not None and (len(line) > _MAX_SHORT_LINK or _HAS_DIGIT.search(line))
    if len(line) <= _MAX_LINK and patterns.link.match(line) and not is_sentence:
        return _LINK
    return _REFERENCE if patterns.publication.match(line) else None
