"""Find words in the source texts, and write each place as a passage that can be pasted into a record."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from dossier.detect.languages import source_detectors
from dossier.editor.passage_labels import propose_labels
from dossier.editor.yaml.nodes import Collection, CollectionItem, YamlValue, node_of
from dossier.editor.yaml.writer import lines_of
from dossier.match import SearchableText, find_passage
from dossier.match.boundaries import expand_to_words
from dossier.match.resolve import NO_REGIONS, READER_COMMENTS
from dossier.model.dossier import Dossier
from dossier.model.finding import Location
from dossier.model.passage import ExcludedRegion, Passage, Span
from dossier.text.spans import spans_overlap
from dossier.text.whitespace import collapse_whitespace

MAX_CONTEXT_WORDS = 12
"""How many words of context are tried on each side."""
MAX_CONTEXT_LENGTH = 400
"""How many characters of context are looked at on each side."""
MAX_CLOSE_HITS = 5
WORD = re.compile(r"\w")
CLOSE_VERDICTS = ("differs", "cut", "absent")
"""The verdicts that come with the closest text, from close to distant."""
INDENT = 2


class QuoteHit(NamedTuple):
    """A place where words occur: the passage that cites them there, and the excluded region they are in, if any."""

    passage: Passage
    span: Span
    region: ExcludedRegion | None

    def location(self, dossier: Dossier) -> Location:
        """Return the file, line and column."""
        return dossier.source_texts[self.span.file].location(self.span.start)


class CloseHit(NamedTuple):
    """The closest words of a text, and how they differ from the words looked for, as `[-five-]{+six+}`."""

    hit: QuoteHit
    difference: str


def find_quotes(words: str, texts: Mapping[str, SearchableText]) -> tuple[QuoteHit, ...]:
    """Return every place where the words occur uncut, letter for letter except for white space."""
    return tuple(
        make_passage(span, source, text)
        for source, text in texts.items()
        for span in _occurrences(collapse_whitespace(words), text)
    )


def find_closest(words: str, texts: Mapping[str, SearchableText]) -> tuple[CloseHit, ...]:
    """Return the closest words of each text that has similar ones, the most similar first."""
    ranked = []
    for source, text in texts.items():
        result = find_passage(words, None, None, text)
        spans = result.candidates
        if not spans and result.verdict == "cut" and result.span:
            spans = (Span(text.file, *expand_to_words(text.content, result.span.start, result.span.end)),)
        if result.nearest is not None and spans:
            rank = CLOSE_VERDICTS.index(result.verdict), -fuzz.ratio(words, result.nearest)
            ranked.append((rank, CloseHit(make_passage(spans[0], source, text), result.diff or "")))
    ranked.sort(key=lambda pair: pair[0])
    return tuple(hit for _, hit in ranked[:MAX_CLOSE_HITS])


def make_passage(span: Span, source: str, text: SearchableText) -> QuoteHit:
    """Return the passage that cites a span of a text, with as much context as makes it unambiguous."""
    exact = collapse_whitespace(text.content[span.start : span.end])
    region = text.excluded_region_at(span.start, span.end, NO_REGIONS)
    may_cite = READER_COMMENTS if region and region.kind in READER_COMMENTS else NO_REGIONS
    for prefix, suffix in _contexts(span, text):
        result = find_passage(exact, prefix, suffix, text, may_cite=may_cite)
        if result.verdict != "ambiguous" and result.span and spans_overlap(result.span, span):
            break
    return QuoteHit(Passage(source=source, exact=exact, prefix=prefix, suffix=suffix), span, region)


def _occurrences(words: str, text: SearchableText) -> tuple[Span, ...]:
    result = find_passage(words, None, None, text, may_cite={region.kind for region in text.regions})
    if result.verdict not in ("found", "ambiguous"):
        return ()
    return result.candidates or ((result.span,) if result.span else ())


def _contexts(span: Span, text: SearchableText) -> Iterator[tuple[str | None, str | None]]:
    """Yield (prefix, suffix) to try: neither, then n words before, n after, and both, for growing n.

    Context without a letter or digit does not count.
    """
    yield None, None
    before = text.content[max(0, span.start - MAX_CONTEXT_LENGTH) : span.start].split()
    after = text.content[span.end : span.end + MAX_CONTEXT_LENGTH].split()
    for count in range(1, MAX_CONTEXT_WORDS + 1):
        sides = " ".join(before[-count:]), " ".join(after[:count])
        prefix, suffix = (side if WORD.search(side) else None for side in sides)
        yield from ((prefix, None), (None, suffix), (prefix, suffix))


def label_passages(passages: Sequence[Passage], dossier: Dossier) -> list[Passage]:
    """Return the passages, each with a label that none of the others has."""
    source = dossier.by_key.get(f"source:{passages[0].source}") if passages else None
    labels = propose_labels([passage.exact for passage in passages], source_detectors(dossier, source))
    return [passage.model_copy(update={"label": label}) for passage, label in zip(passages, labels, strict=True)]


def passage_fields(passage: Passage) -> YamlValue:
    """Return the YAML fields of a passage."""
    return {key: value for key, value in passage.model_dump(exclude_defaults=True).items() if value}


def format_passages(hits: Sequence[QuoteHit | CloseHit], dossier: Dossier) -> str:
    """Format passages as YAML, each below comments with its location and how it differs from the words looked for.

    Each has a label, made of its own words only: the passages are alternatives, and several are numbered.
    """
    are_several = len(hits) > 1
    items = tuple(_passage_item(hit, number if are_several else 0, dossier) for number, hit in enumerate(hits, 1))
    return "".join(f"{line}\n" for line in lines_of(Collection(items, is_mapping=False), INDENT))


def not_found_message(close_hits: Sequence[QuoteHit | CloseHit]) -> str:
    """Return the message that no text has the words, and whether passages with similar ones follow."""
    return f"not found in any source text{'; closest matches:' if close_hits else ', nor anything similar'}\n"


def _passage_item(match: QuoteHit | CloseHit, number: int, dossier: Dossier) -> CollectionItem:
    hit = match.hit if isinstance(match, CloseHit) else match
    comments = [f"# {hit.location(dossier)}{f' (--choice {number})' if number else ''}"]
    if isinstance(match, CloseHit):
        comments.append(f"# {' '.join(match.difference.split())}")
    if hit.region:
        is_comment = hit.region.kind in READER_COMMENTS
        who = "only a record of a reader comment may cite it" if is_comment else "no record may cite it"
        comments.append(f"# in {hit.region.kind}: {who}")
    (passage,) = label_passages([hit.passage], dossier)
    return CollectionItem(node_of(passage_fields(passage)), comments_before=tuple(comments))
