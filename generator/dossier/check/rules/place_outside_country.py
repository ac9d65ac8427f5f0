"""A place's coordinates must be in its country, and those of a whole country near its middle.

Passes: 10.49, -66.88 with `country: VE`; 3 km off the coast, or 400 km if the texts speak of an island or the sea;
    Crimea with `UA` or `RU`; elsewhere with `coordinates_basis`.
Fails:  -66.88, 10.49, or 10.49, 66.88, with `country: VE`: swapped, or with the wrong sign; the corner of a country
    that is marked as a whole (`precision: country`).
"""

import re
from collections.abc import Iterator

from dossier.atlas.countries import Country, Point, territory_names
from dossier.atlas.shapes import countries_at, country_shape, distance_between, distance_to, middle
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.place import Place

ID = "place-outside-country"
TOLERANCE = 30.0
"""Kilometres outside the shape, which is coarse: small islands, harbours and bridges may be off it."""
AT_SEA = 450.0
"""The kilometres off a country's coast where a place at sea may be."""
SEA = re.compile(
    r"\b(?:seas?|ocean|gulf|straits?|bay|channel|offshore|coast|platform|rig|reefs?|shoals?|bank|islands?|isles?|islets?|"
    r"atolls?|archipelago|ship|ferry|wreck|waters|wind farm|cape|port|harbour|harbor)\b",
    re.IGNORECASE,
)
MIDDLE_SHARE = 0.35
"""How far from a country's middle its marker may be, as a share of half the country's extent."""


def check(graph: Graph) -> Iterator[Finding]:
    for place in graph.dossier.places:
        if place.point is not None and place.country is not None and place.coordinates_basis is None:
            country = country_shape(place.country)
            if country is not None:
                yield from _check_place(graph, place, place.point, country)


def _check_place(graph: Graph, place: Place, point: Point, country: Country) -> Iterator[Finding]:
    given = f"{place.latitude}, {place.longitude}"
    distance = distance_to(country, point)
    if distance > TOLERANCE and not (distance < AT_SEA and _is_at_sea(graph, place, point)):
        key, problem = _explain(place, point, country)
        name = _name(country)
        message = problem or f"{given} is {_where(point)}, {distance:,.0f} km from {name}; correct it or the country"
        yield Finding(place.location(key), ID, message)
    elif place.precision == "country":
        found = middle(country)
        if found is None:
            return
        centre, extent = found
        if distance_between(point, centre) > max(MIDDLE_SHARE * extent, TOLERANCE):
            message = (
                f"{given} is far from the middle of {_name(country)}, {centre[1]:.1f}, {centre[0]:.1f}; "
                "correct it, or explain in `coordinates_basis`"
            )
            yield Finding(place.location("latitude"), ID, message)


def _is_at_sea(graph: Graph, place: Place, point: Point) -> bool:
    """Return whether a point is in no country, and the words about its place speak of a coast, an island or the sea."""
    passages = (graph.passage_text(citation) for citation in graph.citations_of(place) if citation.is_found)
    words = " ".join((place.name, *place.aliases, graph.plain_text(place.summary), *passages))
    return SEA.search(words) is not None and not countries_at(point)


def _name(country: Country) -> str:
    return f"{territory_names('en')(country.code or '')} ({country.code})"


def _explain(place: Place, point: Point, country: Country) -> tuple[str, str]:
    """Return the wrong field and what is wrong with it, if swapped values or a sign explain it; else no message."""
    x, y = point
    readings = {
        (y, x): ("latitude", "latitude and longitude are swapped"),
        (-x, y): ("longitude", "the sign of the longitude is wrong (west is negative)"),
        (x, -y): ("latitude", "the sign of the latitude is wrong (south is negative)"),
    }
    for (other_x, other_y), (key, problem) in readings.items():
        if abs(other_y) <= 90 and distance_to(country, (other_x, other_y)) <= TOLERANCE:
            return key, f"{problem}: write latitude {other_y:g}, longitude {other_x:g} for a place in {country.code}"
    return "latitude", ""


def _where(point: Point) -> str:
    codes = countries_at(point)
    return f"in {territory_names('en')(codes[0])} ({codes[0]})" if codes else "at sea"
