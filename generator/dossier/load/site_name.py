"""The name of the site as mkdocs.yml has it, read without MkDocs, which takes long to load."""

import re
from pathlib import Path

import yaml

_SITE_NAME = re.compile(r"^site_name:[^\n]*", re.MULTILINE)


def written_site_name(root: Path) -> str:
    """Return the `site_name` in the mkdocs.yml of the dossier below `root`, "" if it is empty or cannot be read."""
    try:
        line = _SITE_NAME.search((root / "mkdocs.yml").read_text("utf-8"))
        settings = yaml.safe_load(line[0]) if line else {}
    except (OSError, ValueError, yaml.YAMLError):
        return ""  # A build says why.
    name = settings.get("site_name")
    return name if isinstance(name, str) else ""
