"""A page of the whole dossier: where it stands, what shows it, and what it is given."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from dossier.graph import Graph
from dossier.model.docs import ExportDoc, RuleDoc


class PageInputs(NamedTuple):
    """What other rooms say of themselves."""

    rules: Sequence[RuleDoc]
    exports: Sequence[ExportDoc]


class Page(NamedTuple):
    """A page: its address in the pages folder, its template, and what that is given beside `page`, the address."""

    path: str
    template: str
    context: Callable[[Graph, PageInputs], Mapping[str, Any]]
    searched: bool = False
    """Whether a search reads it; what lists records is left to their own pages."""
