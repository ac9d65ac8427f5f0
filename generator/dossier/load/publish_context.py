"""The publication that a folder is published as: the days of its content, the address that mkdocs.yml gives the site."""

from pathlib import Path

from mkdocs.utils.yaml import yaml_load

from dossier.io.git import content_date, read_history
from dossier.model.publish_context import PublishContext

SETTINGS = "mkdocs.yml"


def read_publish_context(root: Path) -> PublishContext:
    """The publication below `root`. Raises MkDocs' ConfigurationError where its mkdocs.yml cannot be read."""
    file = root / SETTINGS
    if not file.is_file():
        return publish_context(root, None)
    with file.open("rb") as opened:
        return publish_context(root, yaml_load(opened).get("site_url"))


def publish_context(root: Path, address: str | None) -> PublishContext:
    """The publication of the content below `root` at this address, if there is one."""
    return PublishContext(content_date(root), f"{address.rstrip('/')}/" if address else "", read_history(root))
