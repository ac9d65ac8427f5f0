"""A page about the whole dossier: its path, its template and the template's context."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from dossier.graph import Graph


class SitePage(NamedTuple):
    """A page: its path in the pages folder, its template, and the function that returns the template's context."""

    path: str
    template: str
    context: Callable[[Graph], Mapping[str, Any]]
    default_template: str | None = None
    """The template to use if there is no `template`."""
    is_in_english: bool = False
    """Whether the page is for editors and in English only, so that sites in other languages leave it out."""
    is_searchable: bool = False
    """Whether a search reads the page; pages that list records are found through the records' own pages."""
