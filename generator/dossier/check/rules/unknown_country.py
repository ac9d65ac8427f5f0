"""The `country` of a place or an actor must be a code of ISO 3166-1 alpha-2.

Passes: `country: VE`.
Fails:  `country: ZZ`; `country: UK`, for which the code is `GB`.
"""

from collections.abc import Iterator

from dossier.atlas.countries import country_codes, territory_names
from dossier.atlas.shapes import countries_at
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.place import Place

ID = "unknown-country"
MISTAKEN_CODES = {"UK": "GB", "EN": "GB", "SP": "ES", "EL": "GR", "SW": "SE", "JA": "JP", "KO": "KR", "UR": "UY"}


def check(graph: Graph) -> Iterator[Finding]:
    records: tuple[Place | Actor, ...] = (*graph.dossier.places, *graph.dossier.actors)
    for record in records:
        if record.country is not None and record.country not in country_codes():
            message = f"`{record.country}` is no country's code (ISO 3166-1 alpha-2){_suggestion(record)}"
            yield Finding(record.location("country"), ID, message)


def _suggestion(record: Place | Actor) -> str:
    """Return the end of the message: the code that is meant, or that of the country where the coordinates are."""
    found = countries_at(record.point) if isinstance(record, Place) and record.point is not None else ()
    code = MISTAKEN_CODES.get(record.country or "", found[0] if found else None)
    return f"; {territory_names('en')(code)} is {code}" if code else "; write two letters such as VE, or leave it out"
