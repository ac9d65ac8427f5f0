"""The graph to Markdown pages, by Jinja templates."""

from generator.render.assets import MissingAssets, assets
from generator.render.site import render

__all__ = ["MissingAssets", "assets", "render"]
