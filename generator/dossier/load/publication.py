"""The publish context of a dossier: its dates from git, its address from mkdocs.yml."""

from pathlib import Path

import yaml
from mkdocs.utils.yaml import yaml_load

from dossier.io.git import content_date, read_history
from dossier.load.loader import CONTENT, SETTINGS
from dossier.model.publish_context import PublishContext
from dossier.text.interface import SOURCE_LANGUAGE

MKDOCS_SETTINGS = "mkdocs.yml"
USUAL_PLUGINS = frozenset({"dossier", "search", "material/search"})
"""The plugins of MkDocs whose work we know: others, and hooks, may ask for anything at any time."""


def read_publish_context(root: Path) -> PublishContext:
    """Return the context of the dossier below `root`. Raises MkDocs' ConfigurationError if mkdocs.yml is invalid."""
    file = root / MKDOCS_SETTINGS
    return publish_context(root, read_site_url(file) if file.is_file() else None)


def read_site_url(file: Path) -> str | None:
    """Return the `site_url` in an mkdocs.yml, None if it has none. Raises MkDocs' ConfigurationError."""
    with file.open("rb") as stream:
        site_url = yaml_load(stream).get("site_url")
    return str(site_url) if site_url else None


def read_language(root: Path) -> str:
    """Return the language of the dossier below `root`, a BCP 47 tag; that of the program if it cannot be read."""
    try:
        settings = yaml.load((root / CONTENT / SETTINGS).read_bytes(), yaml.BaseLoader)
    except (OSError, ValueError, RecursionError, yaml.YAMLError):  # The check reports what is wrong.
        return SOURCE_LANGUAGE
    language = settings.get("language") if isinstance(settings, dict) else None
    return language if isinstance(language, str) else SOURCE_LANGUAGE


def publish_context(root: Path, site_url: str | None) -> PublishContext:
    """Return the context of the dossier below `root`, published at this URL if there is one."""
    return PublishContext(content_date(root), f"{site_url.rstrip('/')}/" if site_url else "", read_history(root))
