"""The graph to Markdown pages, by Jinja templates."""

from dossier.io.resources import MissingAssetsError
from dossier.render.assets import iter_assets
from dossier.render.json_ld import JsonLd
from dossier.render.site import iter_page_assets, iter_pages

__all__ = ["JsonLd", "MissingAssetsError", "iter_assets", "iter_page_assets", "iter_pages"]
