"""The chapters of the handbook, which come inside this package."""

from collections.abc import Mapping

from dossier.load.packaged import packaged


def chapters() -> Mapping[str, str]:
    """Each chapter as it is written, in Markdown, by its name: that of its file."""
    return {path.removesuffix(".md"): content.decode("utf-8") for path, content in packaged("dossier", "handbook")}
