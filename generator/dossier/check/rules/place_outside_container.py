"""A place must lie where its name, its passages or the first sentence of its summary say that it is.

Passes: `Embassy in Washington` next to the place `Washington`; a `bridge between Venezuela and Colombia` there.
Fails:  the same 300 km away; a city `in Cucuta, Colombia` with `country: PE`; unless `coordinates_basis` says why.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dossier.atlas.shapes import country_shape, distance_between, distance_to
from dossier.check.places import find_places, simplify, spellings
from dossier.graph import Graph
from dossier.graph.markup import find_cross_links
from dossier.model.finding import Finding
from dossier.model.kinds.place import Place
from dossier.model.marks import split_statements

ID = "place-outside-container"
CONNECTION = re.compile(r"(?P<word>,? (?:in|near|at|outside|off|between|and) |, )(?:the )?")
IN_COUNTRY, IN_CITY = 30.0, 100.0
"""Kilometres."""
EXACT: tuple[str, ...] = ("point", "city")


class Container(NamedTuple):
    """A place that another is in, or near (on the border of, outside, off)."""

    place: Place
    is_near: bool


def check(graph: Graph) -> Iterator[Finding]:
    for place in graph.dossier.places:
        if place.coordinates_basis is not None:
            continue
        for container in dict.fromkeys(_containers(graph, place)):
            finding = _compare(place, container)
            if finding is not None:
                yield finding
                break


def _containers(graph: Graph, place: Place) -> Iterator[Container]:
    name = simplify(place.name)
    connection = CONNECTION.search(name)
    if connection:
        yield from _chain(graph, place, name, connection.start())
    for citation in graph.citations_of(place):
        text = simplify(graph.passage_text(citation)) if citation.is_found else ""
        for spelling in map(simplify, spellings(place)):
            for match in re.finditer(rf"(?<!\w){re.escape(spelling)}(?!\w)", text):
                yield from _chain(graph, place, text, match.end())
    yield from _linked_countries(graph, place)


def _chain(graph: Graph, place: Place, text: str, start: int) -> Iterator[Container]:
    """Yield the places that follow an offset, each connected with what is before it: ` in Cucuta, Colombia`."""
    rest, end, was_between = text[start:], 0, False
    for mention in find_places(graph, rest):
        connection = CONNECTION.fullmatch(rest, end, mention.start)
        word = connection["word"].strip(" ,") if connection else ""
        other = mention.places[0]
        is_between = word == "between" or (word == "and" and was_between)
        if connection is None or other is place or (word == "and" and not is_between):
            return
        if word or (other.precision == "country" and place.precision != "country"):
            yield Container(other, is_between or word in ("near", "outside", "off"))
        end, was_between = mention.end, is_between


def _linked_countries(graph: Graph, place: Place) -> Iterator[Container]:
    """Yield the countries of which the first sentence of the summary says that the place is in them."""
    if place.precision == "country":
        return
    first = next(iter(split_statements(place.summary)), None)
    for link in find_cross_links(first.text) if first else ():
        country = graph.dossier.by_key.get(link.key)
        is_in = first is not None and re.search(r"\bin (?:the )?$", first.text[: link.start])
        if is_in and isinstance(country, Place) and country.precision == "country":
            yield Container(country, is_near=False)


def _compare(place: Place, container: Container) -> Finding | None:
    other = container.place
    if place.country and other.country and place.country != other.country and not container.is_near:
        message = f"`{place.country}`, but the place is in `{other.key}`, whose country is {other.country}"
        return Finding(place.location("country"), ID, message)
    distance, allowed = _distance(place, other)
    if place.point is not None and distance > allowed:
        relation = "is said to be near" if container.is_near else "is said to be in"
        message = f"{place.latitude}, {place.longitude} {relation} `{other.key}`, but is {distance:,.0f} km from it"
        return Finding(place.location("latitude"), ID, message)
    return None


def _distance(place: Place, other: Place) -> tuple[float, float]:
    """Return how many kilometres a place is from another, 0 if unknown, and how many it may be."""
    if place.point is None:
        return 0.0, 0.0
    if other.precision == "country":
        shape = country_shape(other.country) if other.country else None
        return (distance_to(shape, place.point), IN_COUNTRY) if shape else (0.0, 0.0)
    if other.precision in EXACT and place.precision in EXACT and other.point is not None:
        return distance_between(place.point, other.point), IN_CITY
    return 0.0, 0.0
