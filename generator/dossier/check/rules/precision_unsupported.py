"""A place's `precision` must fit its name, its coordinates and what the texts call it, or `precision_basis` says why.

Passes: `precision: country` for `Colombia`; `city` for `Caracas`; `point` for `Simon Bolivar bridge`; `region` for
    `Georgia` with `country: US`; any size of a name of which the texts do not say what it is.
Fails:  `country` for `Port Brenn`, which no country is called; `city` for `Colombia`; `region` for `the city of Brenn`;
    `unknown` with coordinates; `point` with coordinates in whole degrees.
"""

import re
from collections.abc import Iterator

from dossier.atlas.countries import country_codes, territory_names
from dossier.atlas.country_names import COUNTRY_CODES, COUNTRY_NAMES
from dossier.check.names import simplify_name
from dossier.check.places import spellings
from dossier.detect.en.lexicon import SEATS_OF_GOVERNMENT
from dossier.detect.languages import reads_words
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.place import Place

ID = "precision-unsupported"
_CITY_STATES_TEXT = """
    Singapore; Monaco; Luxembourg; Hong Kong; San Marino; Vatican; Vatican City; Djibouti; Kuwait; Panama;
    Guatemala; Mexico; Andorra; Palestine; Western Sahara; Malta
"""
_CITY_STATES = frozenset(name.strip() for name in _CITY_STATES_TEXT.split(";"))
_PARTS_OR_ISLANDS_TEXT = """
    England; Scotland; Wales; Northern Ireland; Ireland; Britain; Great Britain; Puerto Rico; Greenland;
    America; Palestine; Western Sahara; Taiwan; Kosovo; Congo; Macedonia; Samoa; Guinea; Micronesia; Hong Kong;
    Cyprus; Iceland; Jamaica; Cuba; Madagascar; Timor-Leste; East Timor; Haiti; Georgia
"""
_PARTS_OR_ISLANDS = frozenset(name.strip() for name in _PARTS_OR_ISLANDS_TEXT.split(";"))
_FORMER = re.compile(
    r"\b(?:Republic|Kingdom|Empire|Union|Federation|USSR|Yugoslavia|Czechoslovakia|(?:East|West) Germany|Rhodesia|Zaire"
    r"|Ceylon|Siam|Persia|Prussia|(?:North|South) (?:Vietnam|Yemen)|Somaliland|Transnistria|Abkhazia|Ossetia|Karabakh"
    r"|Kurdistan|Tibet|Gaza|Macau|Macao|Islands?|Territor\w+|States|Cyprus)\b"
)
"""Former and disputed countries, and words of others that the list of names lacks."""
_SIZES = {
    "city capital": {"city"},
    "town village hamlet suburb": {"city", "region"},
    "bridge station": {"point", "city"},
    "embassy consulate airport airfield hospital clinic hotel stadium prison jail museum courthouse cathedral mosque "
    "checkpoint headquarters building skyscraper warehouse runway": {"point"},
    "palace": {"point", "region"},
    "border province county peninsula ocean archipelago governorate oblast region territory mountains": {"region"},
    "sea strait gulf": {"region"},
    "desert valley": {"region", "city"},
}
SIZES = {noun: frozenset(sizes) for nouns, sizes in _SIZES.items() for noun in nouns.split()}
"""The sizes of what a noun describes."""
_END = re.compile(r",| (?:in|of|between|with|near|at|on|and|from|to) ")
_CALLED = r"\b(?:the|a) (?:[a-z]+ )?(?P<before>city|town|village|capital|province|county|peninsula)"
_CALLED_AFTER = _CALLED.replace("before", "after")


def check(graph: Graph) -> Iterator[Finding]:
    for place in graph.dossier.places:
        if place.precision_basis is None:
            problem = _find_problem(graph, place)
            if problem:
                message = f"{problem}; correct `{place.precision}`, or say why in `precision_basis`"
                yield Finding(place.location("precision"), ID, message)


def _find_problem(graph: Graph, place: Place) -> str:
    """Return what speaks against the precision of a place, or ""."""
    if place.precision == "unknown" and place.has_coordinates:
        return "a place of unknown size has no coordinates"
    degrees = (place.latitude, place.longitude)
    if place.precision == "point" and all(value is not None and value == int(value) for value in degrees):
        return f"{place.latitude}, {place.longitude} are whole degrees, no point"
    names = [simplify_name(name) for name in spellings(place)]
    if not reads_words(graph.dossier):
        return ""
    if any(_is_country(name, place.country) for name in names[:1]):
        allowed = {"country"} | ({"city"} if names[0] in _CITY_STATES else set())
        allowed |= {"region"} if names[0] in _PARTS_OR_ISLANDS else set()
        return "" if place.precision in allowed else f"{place.name} is a country"
    if place.precision == "country":
        is_known = any(name in COUNTRY_NAMES or _FORMER.search(name) for name in names) or _is_in_atlas(graph, names)
        return "" if is_known else f"no country is called {place.name}"
    for noun, sizes in _iter_sizes(graph, place, names):
        if place.precision not in sizes:
            return f"{place.name} is a {noun}"
    return ""


def _is_country(name: str, code: str | None) -> bool:
    """Return whether a country has this name and, if given, this code (ISO 3166-1 alpha-2)."""
    return (
        (name, code) in COUNTRY_CODES if code else name in COUNTRY_NAMES and name not in ("Georgia", "Jordan", "Niger")
    )


def _is_in_atlas(graph: Graph, names: list[str]) -> bool:
    languages = ("en", graph.dossier.settings.language)
    known = (territory_names(language)(code) for language in languages for code in country_codes())
    return not {simplify_name(name) for name in known}.isdisjoint(names)


def _iter_sizes(graph: Graph, place: Place, names: list[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the nouns that name or describe a place, each with the sizes it may have."""
    capitals = {seat for seats in SEATS_OF_GOVERNMENT.values() for seat in seats[:1]}
    if names[0] in capitals:
        yield "capital", frozenset({"city", "region"})
    head = _END.split(names[0], maxsplit=1)[0].rpartition(" ")[2].casefold()
    if head in SIZES and " " in names[0]:
        yield head, SIZES[head]
    spelled = "|".join(map(re.escape, names))
    called = re.compile(
        rf"{_CALLED}(?:(?<!capital) of)? (?:{spelled})(?![\w-])|(?<![\w-])(?:{spelled}), {_CALLED_AFTER}\b"
    )
    for citation in graph.citations_of(place):
        if citation.is_found:
            match = called.search(simplify_name(graph.passage_text(citation)))
            noun = (match["before"] or match["after"]) if match else None
            if noun:
                yield noun, SIZES[noun]
