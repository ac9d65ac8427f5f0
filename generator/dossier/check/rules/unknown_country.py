"""A place's `country` must be a code of ISO 3166-1 alpha-2.

Passes: `country: VE`.
Fails:  `country: ZZ`; `country: UK`, for which the code is `GB`.
"""

from collections.abc import Iterator

from dossier.atlas.countries import country_codes, territory_names
from dossier.atlas.shapes import countries_at
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.place import Place

ID = "unknown-country"
MISTAKEN_CODES = {"UK": "GB", "EN": "GB", "SP": "ES", "EL": "GR", "SW": "SE", "JA": "JP", "KO": "KR", "UR": "UY"}


def check(graph: Graph) -> Iterator[Finding]:
    for place in graph.dossier.places:
        if place.country is not None and place.country not in country_codes():
            message = f"`{place.country}` is no country's code (ISO 3166-1 alpha-2){_suggestion(place)}"
            yield Finding(place.location("country"), ID, message)


def _suggestion(place: Place) -> str:
    """Return the end of the message: the code that is meant, or that of the country where the coordinates are."""
    found = countries_at(place.point) if place.point is not None else ()
    code = MISTAKEN_CODES.get(place.country or "", found[0] if found else None)
    return f"; {territory_names('en')(code)} is {code}" if code else "; write two letters such as VE, or leave it out"
