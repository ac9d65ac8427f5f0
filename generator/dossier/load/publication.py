"""The publish context of a dossier: its dates from git, its address and its repository from mkdocs.yml."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

from dossier.io.git import content_date, read_history
from dossier.load.loader import CONTENT, SETTINGS
from dossier.load.repository_settings import find_repository
from dossier.model.publish_context import PublishContext
from dossier.model.repository import Repository
from dossier.text.interface import SOURCE_LANGUAGE

MKDOCS_SETTINGS = "mkdocs.yml"
USUAL_PLUGINS = frozenset({"dossier", "search", "material/search"})
"""The plugins of MkDocs whose work we know: others, and hooks, may ask for anything at any time."""


def read_publish_context(root: Path) -> PublishContext:
    """Return the context of the dossier below `root`. Raises MkDocs' ConfigurationError if mkdocs.yml is invalid."""
    settings = read_mkdocs_settings(root / MKDOCS_SETTINGS) if (root / MKDOCS_SETTINGS).is_file() else {}
    return publish_context(root, site_url_of(settings), find_repository(settings).repository)


def read_mkdocs_settings(file: Path) -> Mapping[str, Any]:
    """Return the settings in an mkdocs.yml as they are written. Raises MkDocs' ConfigurationError."""
    with file.open("rb") as stream:
        return yaml_load(stream)


def site_url_of(settings: Mapping[str, Any]) -> str | None:
    """Return the `site_url` in the settings of an mkdocs.yml, None if it has none."""
    site_url = settings.get("site_url")
    return str(site_url) if site_url else None


def read_language(root: Path) -> str:
    """Return the language of the dossier below `root`, a BCP 47 tag; that of the program if it cannot be read."""
    return _read_setting(root, "language") or SOURCE_LANGUAGE


def read_title(root: Path) -> str:
    """Return the title of the dossier below `root`, "" if it cannot be read."""
    return _read_setting(root, "title")


def _read_setting(root: Path, name: str) -> str:
    """Return a setting of the dossier below `root`, "" if it has none or cannot be read: the check reports why."""
    try:
        settings = yaml.load((root / CONTENT / SETTINGS).read_bytes(), yaml.BaseLoader)
    except (OSError, ValueError, RecursionError, yaml.YAMLError):
        return ""
    setting = settings.get(name) if isinstance(settings, dict) else None
    return setting if isinstance(setting, str) else ""


def publish_context(root: Path, site_url: str | None, repository: Repository | None = None) -> PublishContext:
    """Return the context of the dossier below `root`, published at this URL and kept in this repository, if known."""
    address = f"{site_url.rstrip('/')}/" if site_url else ""
    return PublishContext(content_date(root), address, read_history(root), repository)
