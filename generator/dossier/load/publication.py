"""Where and when a dossier is published: its dates from git, its address from mkdocs.yml."""

from pathlib import Path

from mkdocs.utils.yaml import yaml_load

from dossier.io.git import content_date, read_history
from dossier.model.publish_context import PublishContext

MKDOCS_SETTINGS = "mkdocs.yml"


def read_publish_context(root: Path) -> PublishContext:
    """Return the context of the dossier below `root`. Raises MkDocs' ConfigurationError if mkdocs.yml is invalid."""
    file = root / MKDOCS_SETTINGS
    if not file.is_file():
        return publish_context(root, None)
    with file.open("rb") as opened:
        return publish_context(root, yaml_load(opened).get("site_url"))


def publish_context(root: Path, site_url: str | None) -> PublishContext:
    """Return the context of the dossier below `root`, published at this URL if there is one."""
    return PublishContext(content_date(root), f"{site_url.rstrip('/')}/" if site_url else "", read_history(root))
