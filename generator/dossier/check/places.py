"""The places that texts name, for the rules about places."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from dossier.graph import Graph
from dossier.match import ascii_punctuation
from dossier.model.kinds.place import Place
from dossier.text.whitespace import collapse_whitespace

ARTICLE = re.compile(r"the (?=.)", re.IGNORECASE)


class PlaceMention(NamedTuple):
    """The name of one or more places as `text[start:end]` of its text."""

    start: int
    end: int
    places: tuple[Place, ...]


def spellings(place: Place) -> tuple[str, ...]:
    """Return the names of a place, each once and without its article."""
    return tuple(dict.fromkeys(ARTICLE.sub("", name, count=1) for name in (place.name, *place.aliases)))


def simplify(text: str) -> str:
    """Return a text with straight quotation marks, and single spaces for white space, as `find_places` expects it."""
    return ascii_punctuation(collapse_whitespace(text))


class _Gazetteer(NamedTuple):
    pattern: re.Pattern[str] | None
    places: dict[str, tuple[Place, ...]]


@lru_cache(maxsize=4)
def _gazetteer(graph: Graph) -> _Gazetteer:
    places: dict[str, tuple[Place, ...]] = {}
    for place in graph.dossier.places:
        for name in spellings(place):
            places[simplify(name)] = (*places.get(simplify(name), ()), place)
    longest_first = sorted(places, key=lambda name: (-len(name), name))
    pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"
    return _Gazetteer(re.compile(pattern) if places else None, places)


def find_places(graph: Graph, text: str) -> Iterator[PlaceMention]:
    """Yield the places named in a simplified text, the longest names first: no Colombia in `border with Colombia`."""
    pattern, places = _gazetteer(graph)
    for match in pattern.finditer(text) if pattern else ():
        yield PlaceMention(*match.span(), places[match[0]])


def names_place(graph: Graph, text: str, place: Place) -> bool:
    """Return whether a text names the place."""
    return any(place in mention.places for mention in find_places(graph, simplify(text)))
