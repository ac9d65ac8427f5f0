"""The graph to Markdown pages, by Jinja templates."""

from generator.render.assets import MissingAssetsError, assets
from generator.render.head.linked_data import LinkedData
from generator.render.site import beside, render

__all__ = ["LinkedData", "MissingAssetsError", "assets", "beside", "render"]
