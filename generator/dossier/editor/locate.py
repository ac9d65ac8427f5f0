"""Words to the places of the texts where they stand, each as a passage that picks it out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from dossier.editor.yaml.nodes import Collection, CollectionItem, YamlValue, node_of
from dossier.editor.yaml.writer import lines_of
from dossier.match import SearchableText, find_passage
from dossier.match.boundaries import expand_to_words
from dossier.match.resolve import NOTHING, READER_COMMENTS
from dossier.model.dossier import Dossier
from dossier.model.finding import Location
from dossier.model.passage import ExcludedRegion, Passage, Span
from dossier.text.whitespace import collapse_whitespace

MAX_CONTEXT = 12
"""How many words of context are tried on either side."""
SHOWN = 5
"""How many texts are told that say something like the words."""
WORD = re.compile(r"\w")
FAR = 400
"""How many characters of context are looked at on either side."""
NEAR = ("differs", "cut", "absent")
"""The verdicts that come with the nearest text, the nearest first."""


class QuoteHit(NamedTuple):
    """Where words stand: the passage that cites them there, and the excluded region they are in, if any."""

    passage: Passage
    span: Span
    region: ExcludedRegion | None

    def at(self, dossier: Dossier) -> Location:
        """The file, line and column."""
        return dossier.source_texts[self.span.file].location(self.span.start)


class CloseHit(NamedTuple):
    """What a text says instead: its own words as a passage, and how they differ, as `[-five-]{+six+}`."""

    located: QuoteHit
    difference: str


def find_quotes(words: str, texts: Mapping[str, SearchableText]) -> tuple[QuoteHit, ...]:
    """Every place of the texts where the words stand whole, letter for letter but for white space."""
    return tuple(
        make_passage(span, source, text)
        for source, text in texts.items()
        for span in _places(collapse_whitespace(words), text)
    )


def find_closest(words: str, texts: Mapping[str, SearchableText]) -> tuple[CloseHit, ...]:
    """What each text says that is like the words, if it does, the most alike first."""
    found = []
    for source, text in texts.items():
        verdict = find_passage(words, None, None, text)
        places = verdict.candidates or (
            (_whole(verdict.span, text),) if verdict.verdict == "cut" and verdict.span else ()
        )
        if verdict.nearest is not None and places:
            near = CloseHit(make_passage(places[0], source, text), verdict.diff or "")
            found.append((NEAR.index(verdict.verdict), -fuzz.ratio(words, verdict.nearest), near))
    return tuple(near for *_, near in sorted(found, key=lambda ranked: ranked[:2])[:SHOWN])


def make_passage(span: Span, source: str, text: SearchableText) -> QuoteHit:
    """The passage that cites a stretch of a text, with as much context as picks it out."""
    exact = collapse_whitespace(text.content[span.start : span.end])
    region = text.excluded_region_at(span.start, span.end, NOTHING)
    may_cite = READER_COMMENTS if region and region.kind in READER_COMMENTS else NOTHING
    for prefix, suffix in _contexts(span, text):
        verdict = find_passage(exact, prefix, suffix, text, may_cite=may_cite)
        if verdict.verdict != "ambiguous":
            break
    return QuoteHit(Passage(source=source, exact=exact, prefix=prefix, suffix=suffix), span, region)


def _places(words: str, text: SearchableText) -> tuple[Span, ...]:
    verdict = find_passage(words, None, None, text, may_cite={region.kind for region in text.regions})
    if verdict.verdict not in ("found", "ambiguous"):
        return ()
    return verdict.candidates or ((verdict.span,) if verdict.span else ())


def _whole(span: Span, text: SearchableText) -> Span:
    return Span(text.file, *expand_to_words(text.content, span.start, span.end))


def _contexts(span: Span, text: SearchableText) -> Iterator[tuple[str | None, str | None]]:
    """No context, then the words before, those after and both, one word more each time; marks alone are none."""
    yield None, None
    before = text.content[max(0, span.start - FAR) : span.start].split()
    after = text.content[span.end : span.end + FAR].split()
    for words in range(1, MAX_CONTEXT + 1):
        sides = " ".join(before[-words:]), " ".join(after[:words])
        prefix, suffix = (side if WORD.search(side) else None for side in sides)
        yield from ((prefix, None), (None, suffix), (prefix, suffix))


INDENT = 2


def plain_passage(passage: Passage) -> YamlValue:
    """A passage as its YAML says it."""
    return {key: value for key, value in passage.model_dump(exclude_defaults=True).items() if value}


def format_passages(found: Sequence[QuoteHit | CloseHit], dossier: Dossier) -> str:
    """Each passage under a comment that tells where it stands, and how it differs from what was looked for."""
    items = tuple(_item(one, dossier) for one in found)
    return "".join(f"{line}\n" for line in lines_of(Collection(items, is_mapping=False), INDENT))


def not_found_message(near: Sequence[CloseHit]) -> str:
    """That words stand in no text, and whether some like them do."""
    return f"these words stand in no text{'; the nearest:' if near else ', nor any like them'}\n"


def _item(one: QuoteHit | CloseHit, dossier: Dossier) -> CollectionItem:
    located = one.located if isinstance(one, CloseHit) else one
    said = [f"# {located.at(dossier)}"]
    if isinstance(one, CloseHit):
        said.append(f"# {' '.join(one.difference.split())}")
    if located.region:
        said.append(f"# in {located.region.kind}: {_who_may(located.region.kind)}")
    return CollectionItem(node_of(plain_passage(located.passage)), comments_before=tuple(said))


def _who_may(kind: str) -> str:
    return "only a record of a reader comment may cite it" if kind in READER_COMMENTS else "no record may cite it"
