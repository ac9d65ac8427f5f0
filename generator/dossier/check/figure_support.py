"""What the evidence of a statement does not support: its figures, and the digits of its names."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from dossier.check.column_units import mentions_with_unit_of_column
from dossier.check.name_support import known_names
from dossier.check.passages import ReadableText
from dossier.check.prose import ProseItem, prose_texts, readable_texts
from dossier.check.prose_support import DIGIT
from dossier.detect.detectors import Detectors
from dossier.detect.languages import prose_detectors, recorded_quantity, source_detectors
from dossier.detect.quantity_mentions import VAGUE_AMOUNTS, QuantityMention, quantities_match
from dossier.detect.word_sets import may_have_word
from dossier.graph import Graph
from dossier.model.kinds.number import Number
from dossier.model.quantity import Quantity
from dossier.model.units import MEASURES
from dossier.text.spans import spans_overlap

DIGITS = re.compile("[0-9]+")
_OR = re.compile(r"\sor\s")
_PART = re.compile(r"\s+(?:out\s+)?of\s")


def unsupported_figures(graph: Graph, prose: ProseItem) -> Iterator[str]:
    """Yield the figures that are neither in the evidence nor those of a linked number.

    Words for small counts, as in "the two papers", may be the editor's: they are only checked against a number of the
    evidence that the statement leaves out. Digits that are not understood, such as "10.000", must be in the evidence in
    the same form.
    """
    detectors = prose_detectors(graph.dossier)
    if detectors is None:
        return
    mentions = detectors.find_quantities(prose.text)
    supported = _supported_quantities(graph, prose) if mentions else []
    for mention in mentions:
        has_whole = mention.of is None or any(figure.quantity.value == mention.of for figure in supported)
        is_supported = has_whole and any(
            _figures_agree(item, mention._replace(of=None), detectors) for item in supported
        )
        in_digits = DIGIT.search(_PART.split(mention.text)[0] if has_whole else mention.text)
        is_checked = in_digits or _is_contradicted(prose, mention, mentions, supported, detectors)
        if not (is_supported or _is_choice(mention, supported)) and is_checked:
            yield mention.text
    if detectors.reads_words:
        yield from _unsupported_repetitions(graph, prose)
    unread = [prose.text[bounds.start : bounds.end] for bounds in detectors.find_unread_digits(prose.text)]
    texts = [text.text for text in readable_texts(graph, prose)] if unread else []
    for words in unread:
        before, after = (r"(?<!\w)" if words[:1].isalnum() else "", r"(?!\w)" if words[-1:].isalnum() else "")
        if not any(re.search(f"{before}{re.escape(words)}{after}", text) for text in texts):
            yield words
    yield from _unsupported_names_with_digits(graph, prose, detectors)


_REPETITION = re.compile(r"\b(?:(?P<word>twice|thrice)|(?P<count>[0-9]+|[a-z-]+) times)\b", re.IGNORECASE)
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_REPETITIONS = {"twice": "2", "thrice": "3", **{word: str(count) for count, word in enumerate(_COUNTS, 1)}}
_REPETITION_WORDS = frozenset(("twice", "thrice"))
_TWO = re.compile(r"\b(?:doubl\w+|second time|again|both|two|2)\b", re.IGNORECASE)
"""Other words for "twice"."""


def _unsupported_repetitions(graph: Graph, prose: ProseItem) -> Iterator[str]:
    """Yield "twice" and "thrice" where the evidence says how often, and has another number of times."""
    found = _repetitions_in(prose.text)
    texts = "\n".join(text.text for text in readable_texts(graph, prose)) if found else ""
    given = {_times(match) for match in _REPETITION.finditer(texts)} - {""}
    for match in found:
        if given and _times(match) not in given and not (_times(match) == "2" and _TWO.search(texts)):
            yield match[0]


def _repetitions_in(text: str) -> list[re.Match[str]]:
    """Return every "twice" and "thrice" of a text."""
    if not may_have_word(text, _REPETITION_WORDS):
        return []
    return [match for match in _REPETITION.finditer(text) if match["word"]]


def _times(match: re.Match[str]) -> str:
    """Return how often, as digits; "" for "many times"."""
    words = (match["word"] or match["count"]).casefold()
    return words if words.isdigit() else _REPETITIONS.get(words, "")


def _unsupported_names_with_digits(graph: Graph, prose: ProseItem, detectors: Detectors) -> Iterator[str]:
    """Yield names and numbers such as "Article 233", neither figures nor dates, whose digits no evidence has."""
    masked = detectors.find_masked_digits(prose.text)
    dates = detectors.find_dates(prose.text) if masked else []
    names = [
        (prose.text[bounds.start : bounds.end], reason)
        for bounds, reason in masked
        if reason not in _NOT_COMPARED and not any(spans_overlap(bounds, mention) for mention in dates)
    ]
    if not names:
        return
    texts = "\n".join((*prose_texts(graph, prose), *known_names(graph, prose, detectors.name_words)))
    given = set(DIGITS.findall(texts))
    for words, reason in names:
        if not all(_is_given(run, reason, given) for run in DIGITS.findall(words)):
            yield words


def _is_given(digits: str, reason: str, given: set[str]) -> bool:
    """Return whether the evidence has these digits; of a decade, its first three or the last two."""
    if reason == "decade":
        return any({len(run), len(digits)} <= {2, 4} and _is_same_decade(run, digits) for run in given)
    return digits.lstrip("0") in {run.lstrip("0") for run in given}


def _is_same_decade(first: str, second: str) -> bool:
    """Return whether two decades may be the same: 1994 and 1990, or 1990 and 90."""
    shorter = min(len(first), len(second)) - 1
    return first[:-1][-shorter:] == second[:-1][-shorter:]


_NOT_COMPARED = ("web or mail address", "footnote mark", "item of a list", "saying", "time of day")
"""What has digits that say nothing about the story, and times, which `prose-date-unsupported` compares."""


class Figure(NamedTuple):
    """A quantity in the evidence, and a second way to read it where the text leaves two."""

    quantity: Quantity
    other: Quantity | None = None
    words: str = ""
    """The word of a vague amount: "hundreds"."""
    is_ordinal: bool = False


_MEASURES = frozenset(MEASURES) - {"times"}
"""Units without which a figure counts something else: 80 kilograms are not 80 people."""


def _is_choice(mention: QuantityMention, supported: list[Figure]) -> bool:
    """Return whether a mention such as "300 or 420" has two figures that the evidence gives one by one."""
    values = {figure.quantity.value for figure in supported}
    ends = {mention.quantity.low, mention.quantity.high}
    return mention.quantity.qualifier == "between" and _OR.search(mention.text) is not None and ends <= values


def _figures_agree(evidence: Figure, mention: QuantityMention, detectors: Detectors) -> bool:
    """Return whether a statement's figure is one that the evidence gives; "30m" agrees only with "30m"."""
    if mention.quantity.qualifier == "vague" and (amount := detectors.vague_amount(mention.text)) in VAGUE_AMOUNTS:
        return evidence.words == amount
    is_count = mention.quantity.unit is None and not mention.ordinal
    if is_count and (evidence.is_ordinal or evidence.quantity.unit in _MEASURES):
        return False
    if evidence.other is not None:
        return (evidence.quantity, evidence.other) == (mention.quantity, mention.other)
    return evidence.quantity == mention.quantity or quantities_match(evidence.quantity, mention)


MAX_COUNT = 12
"""The greatest count in words that may be the editor's own, as in "five papers say"."""


_OF_TEXTS = re.compile(
    r"(?: [^\W\d_]+){0,2} (?:texts?|papers?|reports?|sources?|posts?|records?|accounts?|headlines?|headings?"
    r"|sentences?|statements?|quotations?|outlets?|versions?|positions?|figures?|dates?|words?|names?|steps?|ways?"
    r"|paragraphs?)\b",
    re.IGNORECASE,
)
"""What an editor counts in the texts, after the number."""


def _is_contradicted(
    prose: ProseItem,
    mention: QuantityMention,
    mentions: list[QuantityMention],
    supported: list[Figure],
    detectors: Detectors,
) -> bool:
    """Return whether a number in words, which the evidence does not have, cannot be the editor's count."""
    value, unit = mention.quantity.value, mention.quantity.unit
    if mention.ordinal or prose.statement.by == "editor" or _OF_TEXTS.match(prose.text, mention.end):
        return False
    if mention.quantity.qualifier == "vague":
        words = [figure.words for figure in supported if figure.quantity.qualifier == "vague"]
        amount = detectors.vague_amount(mention.text)
        return bool(words) and amount not in words and amount in VAGUE_AMOUNTS
    if unit is not None or value is None or value > MAX_COUNT or value != value.to_integral_value():
        return True
    used = {other.quantity.value for other in mentions}
    counts = {figure.quantity.value for figure in supported if figure.quantity.unit is None and not figure.is_ordinal}
    left_out = {count for count in counts - used if count is not None and 1 < count <= MAX_COUNT}
    return value > 1 and bool(left_out)


def _amount_of(graph: Graph, number: Number) -> str:
    """Return the amount that the words of a vague number mean, in the language of one of its passages."""
    sources = [graph.source_of(citation) for citation in graph.citations_of(number) if citation.is_found]
    detectors = dict.fromkeys(
        (prose_detectors(graph.dossier), *(source_detectors(graph.dossier, source) for source in sources))
    )
    amounts = [known.vague_amount(number.words or "") for known in detectors if known]
    return next((amount for amount in amounts if amount in VAGUE_AMOUNTS), number.words or "")


def _supported_quantities(graph: Graph, prose: ProseItem) -> list[Figure]:
    numbers = [record for record in prose.linked if isinstance(record, Number)]
    item = prose.statement.item
    if isinstance(item, Number) and item.figure_basis is not None:
        numbers.append(item)
    figures = [Figure(recorded_quantity(graph.dossier, number), words=_amount_of(graph, number)) for number in numbers]
    for text in readable_texts(graph, prose):
        figures += _figures_in(text)
    return figures


@lru_cache(maxsize=4096)  # Many statements cite the same passage.
def _figures_in(text: ReadableText) -> tuple[Figure, ...]:
    """Return the figures of a passage."""
    repetitions = _repetitions_in(text.text) if text.detectors.reads_words else []
    figures = [Figure(Quantity("exactly", Decimal(_times(match)))) for match in repetitions]
    for mention in text.detectors.find_quantities(text.text):
        is_ambiguous = mention.other is not None and mention.of is None
        words = text.detectors.vague_amount(mention.text) if mention.quantity.qualifier == "vague" else ""
        other = mention.other if is_ambiguous else None
        figures.append(Figure(mention.quantity, other, words, mention.ordinal))
        if mention.of is not None:
            figures.append(Figure(Quantity("exactly", mention.of)))
        if mention.other is not None and not is_ambiguous:
            figures.append(Figure(mention.other))
        figures += [
            Figure(named.quantity) for named in mentions_with_unit_of_column(mention, text.text, text.detectors)
        ]
    return tuple(figures)
