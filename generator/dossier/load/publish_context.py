"""The edition that a folder is published as: the days of its content, the address that mkdocs.yml gives the site."""

from pathlib import Path

from mkdocs.utils.yaml import yaml_load

from dossier.io.git import content_date, history
from dossier.model.publish_context import Edition

SETTINGS = "mkdocs.yml"


def read_edition(root: Path) -> Edition:
    """The edition below `root`. Raises MkDocs' ConfigurationError where its mkdocs.yml cannot be read."""
    file = root / SETTINGS
    if not file.is_file():
        return edition(root, None)
    with file.open("rb") as opened:
        return edition(root, yaml_load(opened).get("site_url"))


def edition(root: Path, address: str | None) -> Edition:
    """The edition of the content below `root` at this address, if there is one."""
    return Edition(content_date(root), f"{address.rstrip('/')}/" if address else "", history(root))
