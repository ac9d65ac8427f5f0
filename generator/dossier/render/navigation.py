"""The navigation of a site whose mkdocs.yml has none of its own: sections, and the pages in them, in the language."""

from collections.abc import Iterable, Sequence
from typing import Any

from dossier.graph.urls import LISTED_ON, index_path
from dossier.model.kinds import KINDS
from dossier.text.interface import gettext as _
from dossier.text.interface import gettext_noop

HAND_WRITTEN = "*"
"""Stands for the pages that editors wrote, which have their own titles."""
PLACED_KINDS = ("sources", "actors", "disagreements", *LISTED_ON)
"""The kinds whose records are listed on a page outside “Explore”."""
Entry = tuple[str, str]
NAVIGATION: tuple[tuple[str, str | tuple[Entry, ...]], ...] = (
    (gettext_noop("Story"), "index.md"),
    (gettext_noop("Timeline"), "timeline.md"),
    (gettext_noop("Disagreements"), "disagreements/index.md"),
    (
        gettext_noop("People & places"),
        (
            (gettext_noop("Actors"), "actors/index.md"),
            (gettext_noop("Network"), "network.md"),
            (gettext_noop("Map"), "map.md"),
        ),
    ),
    (gettext_noop("Sources"), "sources/index.md"),
    (
        gettext_noop("Explore"),
        (
            (gettext_noop("All records"), "explore.md"),
            *((kind.heading, index_path(kind)) for kind in KINDS if kind.plural not in PLACED_KINDS),
        ),
    ),
    (
        gettext_noop("About"),
        (
            (gettext_noop("About this dossier"), "about.md"),
            (gettext_noop("How we check"), "how-we-check.md"),
            (gettext_noop("Corrections"), "corrections.md"),
            (gettext_noop("Data"), "data.md"),
            ("", HAND_WRITTEN),
        ),
    ),
    (
        gettext_noop("For editors"),
        (
            (gettext_noop("Handbook"), "handbook/index.md"),
            (gettext_noop("Rules"), "rules.md"),
            (gettext_noop("Coverage"), "coverage.md"),
        ),
    ),
)
"""Each section or page with its title; the first five are the main ones."""

_LISTED = {
    path
    for title, entries in NAVIGATION
    for name, path in ([(title, entries)] if isinstance(entries, str) else entries)
}


def navigation(paths: Iterable[str], hand_written: Sequence[str]) -> list[Any]:
    """Return the setting `nav` of mkdocs.yml, with the pages among `paths` that it knows and those of editors.

    `hand_written` are the paths of the editors' pages. A section without a page is left out.
    """
    known = {*paths, *hand_written}
    others = [path for path in hand_written if path not in _LISTED]
    items: list[Any] = []
    for title, entries in NAVIGATION:
        if isinstance(entries, str):
            items += [{_(title): entries}] if entries in known else []
        elif section := _section(entries, known, others):
            items.append({_(title): section})
    return items


def _section(entries: Iterable[Entry], known: set[str], others: Sequence[str]) -> list[Any]:
    """Return the pages of a section: those of editors by their path alone, so that MkDocs uses their own titles."""
    section: list[Any] = []
    for title, path in entries:
        if path == HAND_WRITTEN:
            section += others
        elif path in known:
            section.append({_(title): path})
    return section
