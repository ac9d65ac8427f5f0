"""The graph to Markdown pages, by Jinja templates."""

from generator.render.assets import MissingAssetsError, assets
from generator.render.site import render

__all__ = ["MissingAssetsError", "assets", "render"]
