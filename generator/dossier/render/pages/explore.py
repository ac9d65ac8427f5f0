"""The page Explore: every record in one table, to filter, sort and download."""

from collections.abc import Mapping
from typing import Any

from dossier.graph import Graph
from dossier.graph.urls import page_url
from dossier.model.kinds import KINDS
from dossier.render.explore import PATH
from dossier.render.pages.site_page import SitePage

SCRIPTS = (
    "assets/dossier/text-search.js",
    "assets/dossier/did-you-mean.js",
    "assets/dossier/csv.js",
    "assets/dossier/virtual-table.js",
    PATH,
    "assets/dossier/explore.js",
)


def _context(graph: Graph) -> Mapping[str, Any]:
    kinds = [(kind, len(graph.by_kind.get(kind.plural, ()))) for kind in KINDS]
    return {
        "kinds": [(kind, count, page_url(f"{kind.plural}/index.md")) for kind, count in kinds if count],
        "count": len(graph.visible),
        "scripts": SCRIPTS,
    }


PAGE = SitePage("explore.md", "explore.md.j2", _context)
