"""A number's unit must be the noun next to its figure in a passage, in any form, or `unit_basis` names and explains it.

Passes: `unit: soldiers` for `567 Venezuelan soldiers`; `unit: people` for `30 persons`; `unit: USD` for `$20 million`;
    `unit: soldiers` for `two of them`, if the line has the word.
Fails:  `unit: countries` for the same; `unit: petitioners` for the three of `three Justices and 400 petitioners`.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from dossier.check.passages import cited_span, read_citations, surrounding_lines
from dossier.detect.quantities import QuantityMention, find_quantities
from dossier.detect.word_forms import has_word, iter_words, meaningful_words, simplify_word
from dossier.graph import Graph
from dossier.model.citation import Citation
from dossier.model.finding import Finding
from dossier.model.kinds.number import Number
from dossier.model.record import TODO_PREFIX
from dossier.model.units import is_measured
from dossier.text.spans import Bounds, spans_overlap
from dossier.text.whitespace import collapse_whitespace

ID = "unit-not-in-source"
MAX_WORDS = 6
"""Words of a noun with all that belongs to it: `nine National Guard soldiers`."""
_END_TEXT = """
    to from in at on for by with without into onto after before since until during through across who whom whose which
    that where when while because is are was were be been being do does did has have had can could will would shall
    should may might must but if than as per said says say tell them us those these it this
"""
ENDS_OF_NOUNS = frozenset(_END_TEXT.split())
"""Words at which the noun after a figure has ended."""
PLURAL = re.compile(r"[^s]s$|men$|people$|children$|police$|dead$|wounded$|injured$|troops$|corps$|cattle$")
BREAK = re.compile(r"[,;:()\[\]—–/“”\"]|[.!?](?=\s|$)|\s&\s")


def check(graph: Graph) -> Iterator[Finding]:
    for number in graph.dossier.numbers:
        if number.figure_basis is not None or number.unit.startswith(TODO_PREFIX):
            continue
        if number.unit_basis is not None and _has_words(number.unit, meaningful_words(number.unit_basis)):
            continue
        nouns = [noun for citation in read_citations(graph, number) for noun in _nouns(graph, number, citation)]
        if nouns and not any(is_match for is_match, _ in nouns):
            given = ", ".join(dict.fromkeys(f"`{words}`" for _, words in nouns))
            remedy = "name it in `unit_basis`" if number.unit_basis else "explain it in `unit_basis`"
            message = f"no passage has `{number.unit}` next to the figure, but {given}; correct it or {remedy}"
            yield Finding(number.location("unit"), ID, message)


def _nouns(graph: Graph, number: Number, citation: Citation) -> Iterator[tuple[bool, str]]:
    """Yield, for each mention of the number in a passage, whether it has the unit, and the words next to it."""
    span = cited_span(graph, citation.span)
    lines = surrounding_lines(span)
    mentions = find_quantities(lines.words)
    bounds = Bounds(span.start - lines.start, span.end - lines.start)
    for mention in mentions:
        if spans_overlap(mention, bounds) and _is_mention(number, mention):
            words = _words_beside(lines.words, mention, mentions)
            if not any(map(PLURAL.search, words)) and number.value != 1:  # "Hundreds fled": the noun is elsewhere.
                words = meaningful_words(lines.words)
                yield _has_unit(number.unit, mention, words), collapse_whitespace(mention.text)
                continue
            shown = collapse_whitespace(f"{mention.text} {' '.join(words)}")
            yield _has_unit(number.unit, mention, words), shown


def _is_mention(number: Number, mention: QuantityMention) -> bool:
    if number.words is not None:
        mentioned, wanted = (collapse_whitespace(text).casefold() for text in (mention.text, number.words))
        return mentioned in wanted or wanted in mentioned
    return mention.quantity[1:4] == number.quantity[1:4] or mention.of == number.value


def _has_unit(unit: str, mention: QuantityMention, words: list[str]) -> bool:
    """Return whether the words beside a mention have the unit; `number-figure-mismatch` compares measured ones."""
    if is_measured(unit) or mention.quantity.unit is not None:
        return True
    return _has_words(unit, [*meaningful_words(mention.text), *words])


def _has_words(unit: str, words: list[str]) -> bool:
    wanted = meaningful_words(unit)
    return all(has_word(words, word) for word in wanted) or not wanted


def _words_beside(text: str, mention: QuantityMention, mentions: list[QuantityMention]) -> list[str]:
    """Return the words of the noun after a figure; if there is none, those right before the figure."""
    following = min((other.start for other in mentions if other.start >= mention.end), default=len(text))
    after = BREAK.split(text[mention.end : following], maxsplit=1)[0]
    noun = _first_words(simplify_word(match[0]) for match in iter_words(after))
    if noun:
        return noun
    preceding = max((other.end for other in mentions if other.end <= mention.start), default=0)
    before = BREAK.split(text[preceding : mention.start])[-1]
    return [simplify_word(match[0]) for match in iter_words(before)][-MAX_WORDS:]


def _first_words(words: Iterator[str]) -> list[str]:
    return list(takewhile(lambda word: word not in ENDS_OF_NOUNS, words))[:MAX_WORDS]
