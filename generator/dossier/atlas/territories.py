"""Territories that the atlas lacks, or shows as part of one country where another claims or holds them.

A place there may be recorded under either code. Each area is a circle: degrees east and north, and kilometres.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from math import cos, pi, radians, sin

from dossier.atlas.countries import HALF_TURN, Ring

KILOMETRES_PER_DEGREE = 111.2
CORNERS = 16
_AREAS: Mapping[str, tuple[tuple[float, float, float], ...]] = {
    "AZ": ((46.75, 39.9, 60),),
    "BQ": ((-68.3, 12.2, 40), (-63.1, 17.55, 40)),
    "BV": ((3.4, -54.4, 20),),
    "CC": ((96.85, -12.15, 30),),
    "CN": ((112.3, 16.6, 150), (114.3, 10.5, 450), (121.0, 23.7, 230)),
    "CX": ((105.65, -10.5, 30),),
    "CY": ((33.6, 35.3, 90),),
    "EH": ((-13.2, 25.0, 480),),
    "ES": ((-2.94, 35.29, 20), (-5.32, 35.89, 20)),
    "FI": ((20.0, 60.2, 80),),
    "FR": ((45.15, -12.8, 50), (-61.0, 14.65, 60), (55.5, -21.1, 60), (-61.5, 16.2, 80)),
    "GB": ((-5.35, 36.14, 15),),
    "GE": ((41.2, 43.0, 120), (44.0, 42.3, 60)),
    "GF": ((-53.2, 4.0, 260),),
    "GI": ((-5.35, 36.14, 15),),
    "GP": ((-61.5, 16.2, 80),),
    "IL": ((35.8, 33.0, 50), (35.25, 31.8, 60)),
    "IN": ((75.5, 34.3, 350), (94.0, 28.0, 300)),
    "IT": ((12.7, 35.6, 60),),
    "JP": ((146.5, 44.2, 200), (123.5, 25.75, 60)),
    "MA": ((-13.2, 25.0, 480), (-5.32, 35.89, 20), (-2.94, 35.29, 20)),
    "MD": ((29.4, 47.0, 120),),
    "MQ": ((-61.0, 14.65, 50),),
    "MU": ((72.0, -6.8, 150),),
    "MY": ((114.3, 9.0, 300),),
    "NL": ((-68.3, 12.2, 40), (-63.1, 17.55, 40)),
    "NO": ((3.4, -54.4, 20), (18.0, 78.5, 450)),
    "PH": ((114.8, 10.3, 300),),
    "PK": ((75.5, 34.8, 350),),
    "PN": ((-130.1, -25.07, 40), (-128.3, -24.37, 30)),
    "PS": ((35.2, 31.8, 60), (34.4, 31.4, 30)),
    "RE": ((55.5, -21.1, 60),),
    "RS": ((20.9, 42.6, 90),),
    "SD": ((34.6, 22.3, 120),),
    "SJ": ((18.0, 78.5, 450), (-8.3, 71.0, 60)),
    "SO": ((45.0, 9.8, 320),),
    "SS": ((28.5, 9.8, 80),),
    "SY": ((35.8, 33.0, 50),),
    "TK": ((-172.0, -9.2, 120),),
    "TV": ((178.5, -8.0, 350), (179.2, -8.5, 60)),
    "TW": ((114.37, 10.38, 60), (118.4, 24.45, 40)),
    "UA": ((34.2, 45.2, 175), (37.8, 48.0, 160)),
    "US": (
        *((-66.4, 18.2, 130), (-64.8, 18.1, 80), (144.8, 13.45, 50), (145.7, 15.2, 60), (-170.7, -14.3, 60)),
        *((-75.13, 19.95, 20), (-177.4, 28.2, 60), (166.6, 19.3, 30)),
    ),
    "VN": ((112.3, 16.6, 150), (113.5, 9.5, 350)),
    "XK": ((20.9, 42.6, 90),),
    "YT": ((45.15, -12.8, 50),),
}


@cache
def territory_areas(code: str) -> tuple[Ring, ...]:
    """Return the further areas where a place of a country (ISO 3166-1 alpha-2) may be, each as a ring."""
    return tuple(ring for east, north, kilometres in _AREAS.get(code, ()) for ring in _circle(east, north, kilometres))


def _circle(east: float, north: float, kilometres: float) -> Iterator[Ring]:
    """Yield the circle, and its copy on the other side of the 180th meridian if it crosses that."""
    radius, width = kilometres / KILOMETRES_PER_DEGREE, cos(radians(north))
    angles = [2 * pi * corner / CORNERS for corner in range(CORNERS)]
    turns = [0.0, -360.0 if east > 0 else 360.0] if abs(east) + radius / width > HALF_TURN else [0.0]
    for turn in turns:
        corners = [(east + turn + radius * cos(angle) / width, north + radius * sin(angle)) for angle in angles]
        xs, ys = zip(*corners, strict=True)
        yield Ring([*corners, corners[0]], (min(xs), min(ys)), (max(xs), max(ys)))
