"""Words to the places of the texts where they stand, each as a passage that picks it out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from dossier.editor.yaml.nodes import Block, Item, Plain, node_of
from dossier.editor.yaml.writer import lines_of
from dossier.match import Text, match
from dossier.match.boundaries import whole
from dossier.match.resolve import NOTHING, READER_COMMENTS
from dossier.model.dossier import Dossier
from dossier.model.finding import Location
from dossier.model.passage import Excluded, Passage, Span
from dossier.text.whitespace import trim

MOST_CONTEXT = 12
"""How many words of context are tried on either side."""
SHOWN = 5
"""How many texts are told that say something like the words."""
WORD = re.compile(r"\w")
FAR = 400
"""How many characters of context are looked at on either side."""
NEAR = ("differs", "cut", "absent")
"""The verdicts that come with the nearest text, the nearest first."""


class Located(NamedTuple):
    """Where words stand: the passage that cites them there, and the excluded region they are in, if any."""

    passage: Passage
    span: Span
    region: Excluded | None

    def at(self, dossier: Dossier) -> Location:
        """The file, line and column."""
        return dossier.seeds[self.span.file].at(self.span.start)


class Near(NamedTuple):
    """What a text says instead: its own words as a passage, and how they differ, as `[-five-]{+six+}`."""

    located: Located
    difference: str


def locate(words: str, texts: Mapping[str, Text]) -> tuple[Located, ...]:
    """Every place of the texts where the words stand whole, letter for letter but for white space."""
    return tuple(
        passage_of(span, source, text) for source, text in texts.items() for span in _places(trim(words), text)
    )


def nearest(words: str, texts: Mapping[str, Text]) -> tuple[Near, ...]:
    """What each text says that is like the words, if it does, the most alike first."""
    found = []
    for source, text in texts.items():
        verdict = match(words, None, None, text)
        places = verdict.places or ((_whole(verdict.span, text),) if verdict.name == "cut" and verdict.span else ())
        if verdict.nearest is not None and places:
            near = Near(passage_of(places[0], source, text), verdict.hint or "")
            found.append((NEAR.index(verdict.name), -fuzz.ratio(words, verdict.nearest), near))
    return tuple(near for *_, near in sorted(found, key=lambda ranked: ranked[:2])[:SHOWN])


def passage_of(span: Span, source: str, text: Text) -> Located:
    """The passage that cites a stretch of a text, with as much context as picks it out."""
    exact = trim(text.content[span.start : span.end])
    region = text.barred(span.start, span.end, NOTHING)
    may_cite = READER_COMMENTS if region and region.kind in READER_COMMENTS else NOTHING
    for prefix, suffix in _contexts(span, text):
        verdict = match(exact, prefix, suffix, text, may_cite=may_cite)
        if verdict.name != "ambiguous":
            break
    return Located(Passage(source=source, exact=exact, prefix=prefix, suffix=suffix), span, region)


def _places(words: str, text: Text) -> tuple[Span, ...]:
    verdict = match(words, None, None, text, may_cite={region.kind for region in text.regions})
    if verdict.name not in ("found", "ambiguous"):
        return ()
    return verdict.places or ((verdict.span,) if verdict.span else ())


def _whole(span: Span, text: Text) -> Span:
    return Span(text.file, *whole(text.content, span.start, span.end))


def _contexts(span: Span, text: Text) -> Iterator[tuple[str | None, str | None]]:
    """No context, then the words before, those after and both, one word more each time; marks alone are none."""
    yield None, None
    before = text.content[max(0, span.start - FAR) : span.start].split()
    after = text.content[span.end : span.end + FAR].split()
    for words in range(1, MOST_CONTEXT + 1):
        sides = " ".join(before[-words:]), " ".join(after[:words])
        prefix, suffix = (side if WORD.search(side) else None for side in sides)
        yield from ((prefix, None), (None, suffix), (prefix, suffix))


INDENT = 2


def plain_passage(passage: Passage) -> Plain:
    """A passage as its YAML says it."""
    return {key: value for key, value in passage.model_dump(exclude_defaults=True).items() if value}


def pasted(found: Sequence[Located | Near], dossier: Dossier) -> str:
    """Each passage under a comment that tells where it stands, and how it differs from what was looked for."""
    items = tuple(_item(one, dossier) for one in found)
    return "".join(f"{line}\n" for line in lines_of(Block(items, keyed=False), INDENT))


def not_found(near: Sequence[Near]) -> str:
    """That words stand in no text, and whether some like them do."""
    return f"these words stand in no text{'; the nearest:' if near else ', nor any like them'}\n"


def _item(one: Located | Near, dossier: Dossier) -> Item:
    located = one.located if isinstance(one, Near) else one
    said = [f"# {located.at(dossier)}"]
    if isinstance(one, Near):
        said.append(f"# {' '.join(one.difference.split())}")
    if located.region:
        said.append(f"# in {located.region.kind}: {_who_may(located.region.kind)}")
    return Item(node_of(plain_passage(located.passage)), above=tuple(said))


def _who_may(kind: str) -> str:
    return "only a record of a reader comment may cite it" if kind in READER_COMMENTS else "no record may cite it"
