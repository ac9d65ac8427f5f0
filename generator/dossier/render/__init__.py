"""The graph to Markdown pages, by Jinja templates."""

from dossier.render.assets import MissingAssetsError, assets
from dossier.render.head.json_ld import LinkedData
from dossier.render.site import beside, render

__all__ = ["LinkedData", "MissingAssetsError", "assets", "beside", "render"]
