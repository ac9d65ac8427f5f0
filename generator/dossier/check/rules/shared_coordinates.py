"""Two places must not have the same coordinates, nor a latitude or a longitude in common to the third decimal.

Passes: 10.49, -66.88 and 10.49, -72.45: a latitude rounded to two decimals may be shared.
Fails:  a city with the coordinates, or with the exact latitude, of another; unless `coordinates_basis` says why.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from dossier.atlas.shapes import distance_between
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.place import Place

ID = "shared-coordinates"
EXACT_DECIMALS = 3
FAR = 20.0
"""Kilometres: places closer together may well be on one line."""


def check(graph: Graph) -> Iterator[Finding]:
    places = [place for place in graph.dossier.places if place.point and place.coordinates_basis is None]
    for first, second in combinations(sorted(places, key=lambda place: place.id), 2):
        shared = _describe_shared(first, second)
        if shared:
            other = first.location("latitude")
            message = f"{shared} also that of `{first.key}` ({other}); correct one, or add `coordinates_basis`"
            yield Finding(second.location("longitude" if "long" in shared else "latitude"), ID, message)


def _describe_shared(first: Place, second: Place) -> str:
    """Return what two places share, as the beginning of a message: "" if nothing."""
    if first.point is None or second.point is None:
        return ""
    if first.point == second.point:
        return f"{second.latitude}, {second.longitude} is"
    if distance_between(first.point, second.point) < FAR:
        return ""
    if first.latitude == second.latitude and _is_exact(second.latitude):
        return f"the latitude {second.latitude} is"
    if first.longitude == second.longitude and _is_exact(second.longitude):
        return f"the longitude {second.longitude} is"
    return ""


def _is_exact(degrees: Decimal | None) -> bool:
    return degrees is not None and -int(degrees.normalize().as_tuple().exponent) >= EXACT_DECIMALS
