"""The pages of the whole dossier, one file each, in a written-out tuple."""

from dossier.render.pages import (
    actors,
    corrections,
    coverage,
    data,
    disagreements,
    events,
    explore,
    home,
    how_we_check,
    map,
    network,
    numbers,
    places,
    quotes,
    sources,
    timeline,
)
from dossier.render.pages.page import Page

PAGES: tuple[Page, ...] = tuple(
    one.PAGE
    for one in (
        home,
        explore,
        timeline,
        sources,
        actors,
        network,
        events,
        numbers,
        quotes,
        disagreements,
        places,
        map,
        coverage,
        how_we_check,
        corrections,
        data,
    )
)
