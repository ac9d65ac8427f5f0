"""A number's unit must be the noun next to its figure in a passage, in any form, or `unit_basis` names and explains it.

Passes: `unit: soldiers` for `567 Venezuelan soldiers`; `unit: people` for `30 persons`; `unit: USD` for `$20 million`;
    `unit: soldiers` for `two of them`, if the line has the word.
Fails:  `unit: countries` for the same; `unit: petitioners` for the three of `three Justices and 400 petitioners`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from dossier.check.content import citations_in_own_language, prose_content
from dossier.check.passages import TextSpan, cited_span, read_citations, surrounding_lines
from dossier.detect.detectors import Detectors
from dossier.detect.en.quantities import find_quantities
from dossier.detect.en.word_forms import has_word, iter_words, meaningful_words, simplify_word
from dossier.detect.languages import recorded_quantity, source_detectors
from dossier.detect.quantity_mentions import QuantityMention
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
    should may might must but if than as per over under against about said says say tell them us those these it this
"""
ENDS_OF_NOUNS = frozenset(_END_TEXT.split())
"""Words at which the noun after a figure has ended."""
PLURAL = re.compile(r"[^s]s$|men$|people$|children$|police$|dead$|wounded$|injured$|troops$|corps$|cattle$")
_PAST_TEXT = """
    lost met left took went saw came held won made gave got sent kept found fled paid brought led spent stood built put
    bought ran wrote sang sat fell rose grew drew drove flew fought hid knew rode sold sought spoke stole swore taught
    threw wore
"""
FOOTNOTE = re.compile(r"^\s*\[[0-9]{1,3}\]")
TIE = re.compile(r"[-–]|-to-| to ")
"""What joins two figures that count the same: "a 2-to-1 vote"."""
LEAD = re.compile(r"^\s*(?:of (?:these|those|this|that|his|her|its|their|our|my|your)\s+)?[“\"‘']?")
PAST_VERBS = frozenset(_PAST_TEXT.split())
DETERMINERS = frozenset(("the", "a", "an", "their", "his", "her", "its", "our"))
AMOUNT = re.compile(
    "(?:ten|dozen|score|hundred|thousand|lakh|million|crore|billion|trillion)(?:th)?s?|(?:half|halves|third|quarter|fifth)s?"
)
AGENTS = re.compile("(?:or|er|ee|ant|ent)s$")
ADJECTIVE = re.compile("..(?:al|ic|ive|ous)$")
SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’)]*\s+(?=[A-Z“\"])")
BREAK = re.compile(r"[,;:()\[\]—–/“”\"]|[.!?](?=\s|$)|\s&\s")


def check(graph: Graph) -> Iterator[Finding]:
    for number in graph.dossier.numbers:
        if number.figure_basis is not None or number.unit.startswith(TODO_PREFIX):
            continue
        if number.unit_basis is not None and _is_named(graph, number.unit, number.unit_basis):
            continue
        nouns = [noun for citation in read_citations(graph, number) for noun in _nouns(graph, number, citation)]
        nouns += [noun for text in _texts_of_content(graph, number) for noun in _counted_nouns(graph, number, *text)]
        if nouns and not any(is_match for is_match, _ in nouns):
            given = ", ".join(dict.fromkeys(f"`{words}`" for _, words in nouns))
            remedy = "name it in `unit_basis`" if number.unit_basis else "explain it in `unit_basis`"
            message = f"no passage has `{number.unit}` next to the figure, but {given}; correct it or {remedy}"
            yield Finding(number.location("unit"), ID, message)


def _is_named(graph: Graph, unit: str, basis: str) -> bool:
    content = prose_content(graph)
    if content is None:
        return _has_words(unit, meaningful_words(basis))
    return not content.missing(content.stems(unit), content.stems(basis))


def _texts_of_content(graph: Graph, number: Number) -> Iterator[tuple[Detectors, TextSpan]]:
    """Yield the passages of a number that are in the language of its unit, of which `ContentWords` are read."""
    for citation in citations_in_own_language(graph, number):
        detectors = source_detectors(graph.dossier, graph.source_of(citation))
        assert detectors is not None
        yield detectors, cited_span(graph, citation.span)


def _counted_nouns(graph: Graph, number: Number, detectors: Detectors, span: TextSpan) -> Iterator[tuple[bool, str]]:
    """Yield, for each mention of the number with a noun after it, whether that is the unit, and the words."""
    content, lines = detectors.content, surrounding_lines(span)
    mentions, unit = (
        detectors.find_quantities(lines.words),
        recorded_quantity(graph.dossier, number).unit or number.unit,
    )
    bounds = Bounds(span.start - lines.start, span.end - lines.start)
    for mention in mentions:
        if content is None or not spans_overlap(mention, bounds) or not _is_mention(number, mention):
            continue
        if is_measured(unit) or mention.quantity.unit is not None or mention.of is not None or number.value == 1:
            yield True, mention.text
            continue
        end = min((other.start for other in mentions if other.start >= mention.end), default=len(lines.words))
        words = content.counted_words(lines.words[mention.end : end])
        if words:
            stems, known = content.stems(number.unit), content.stems(f"{mention.text} {' '.join(words)}")
            has_unit = not stems or len(content.missing(stems, known)) < len(stems)
            yield has_unit, collapse_whitespace(f"{mention.text} {' '.join(words)}")
        elif not content.missing(content.stems(number.unit), content.stems(lines.words)):
            yield True, mention.text


def _nouns(graph: Graph, number: Number, citation: Citation) -> Iterator[tuple[bool, str]]:
    """Yield, for each mention of the number in a passage, whether it has the unit, and the words next to it."""
    span = cited_span(graph, citation.span)
    lines = surrounding_lines(span)
    mentions = find_quantities(lines.words)
    bounds = Bounds(span.start - lines.start, span.end - lines.start)
    for mention in mentions:
        if spans_overlap(mention, bounds) and _is_mention(number, mention):
            words = _words_beside(lines.words, mention, mentions)
            shown = collapse_whitespace(f"{mention.text} {' '.join(words)}")
            has_unit = _has_unit(number.unit, mention, words)
            if not has_unit and not any(map(PLURAL.search, words)) and number.value != 1:  # "Two of them fled."
                words, shown = _words_before(lines.words, mention, mentions), collapse_whitespace(mention.text)
                has_unit = _has_unit(number.unit, mention, words)
            yield has_unit, shown


def _is_mention(number: Number, mention: QuantityMention) -> bool:
    if number.words is not None:
        mentioned, wanted = (collapse_whitespace(text).casefold() for text in (mention.text, number.words))
        return mentioned in wanted or wanted in mentioned
    given, recorded = mention.quantity, number.quantity
    is_same = (given.value, given.low, given.high) == (recorded.value, recorded.low, recorded.high)
    return is_same or mention.of == number.value


def _has_unit(unit: str, mention: QuantityMention, words: list[str]) -> bool:
    """Return whether the words beside a mention have the unit; `number-figure-mismatch` compares measured ones."""
    if is_measured(unit) or mention.quantity.unit is not None:
        return True
    own_words = [word for word in meaningful_words(mention.text) if not AMOUNT.fullmatch(word)]
    return _has_words(unit, [*own_words, *words])


def _has_words(unit: str, words: Sequence[str]) -> bool:
    wanted = meaningful_words(unit)
    return all(has_word(_nouns_for(word, words), word) for word in wanted) or not wanted


def _nouns_for(wanted: str, words: Sequence[str]) -> list[str]:
    """Return the words that may be a form of a noun: `defected` of `defectors`, but `national` not of `nations`."""
    return [word for word in words if wanted in (word, f"{word}s") or not _is_other_word(word, wanted)]


def _is_other_word(word: str, wanted: str) -> bool:
    return bool(ADJECTIVE.search(word) or (word.endswith("ed") and wanted.endswith("s") and not AGENTS.search(wanted)))


def _words_beside(text: str, mention: QuantityMention, mentions: list[QuantityMention]) -> list[str]:
    """Return the words of the noun after a figure; if there is none, those right before the figure."""
    end, following = mention.end, len(text)
    for other in mentions:
        if other.start >= end and not other.ordinal:
            if not TIE.fullmatch(text, end, other.start):
                following = other.start
                break
            end = other.end
    after = BREAK.split(LEAD.sub("", FOOTNOTE.sub("", text[end:following])), maxsplit=1)[0]
    noun = _first_words(simplify_word(match[0]) for match in iter_words(after))
    if noun:
        return noun
    preceding = max((other.end for other in mentions if other.end <= mention.start), default=0)
    before = BREAK.split(text[preceding : mention.start])[-1]
    return [simplify_word(match[0]) for match in iter_words(before)][-MAX_WORDS:]


def _words_before(text: str, mention: QuantityMention, mentions: list[QuantityMention]) -> list[str]:
    """Return what a figure without a noun may count: the nouns of figures before it, or plurals of its sentence.

    If there are none, the plurals of the sentence before.
    """
    counted = [other for other in mentions if other.end <= mention.start and other.quantity.unit is None]
    words = [word for other in counted for word in _words_beside(text, other, mentions)]
    for sentence in () if words else [*reversed(SENTENCE_END.split(text[: mention.start]))][:2]:
        words += [word for word in meaningful_words(sentence) if PLURAL.search(word)]
        if words:
            break
    return words


def _first_words(words: Iterator[str]) -> list[str]:
    """Return the words of the noun: up to a word that ends it, an article but that of `of the`, or its verb."""
    found: list[str] = []
    for word in takewhile(lambda word: word not in ENDS_OF_NOUNS, words):
        if len(found) == MAX_WORDS or (word in DETERMINERS and found and found[-1] != "of"):
            break
        found.append(word)
        if (word.endswith("ed") or word in PAST_VERBS) and len(found) > 1 and PLURAL.search(found[-2]):
            break
    return found
