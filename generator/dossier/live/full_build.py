"""Build the whole site as it is served, whatever the rules find: `python -m dossier.live.full_build CONFIG FOLDER`.

MkDocs runs in this process of its own, so that pages can be made meanwhile.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from mkdocs.commands.build import build
from mkdocs.config import load_config

from dossier.live.live_site import LivePlugin
from dossier.pipeline import CheckResult, link_dossier


def build_site(config_file: Path, folder: Path) -> None:
    """Build the site into a folder, without running the rules. Raises MkDocsException if MkDocs cannot build it."""
    config = load_config(config_file=str(config_file), site_dir=str(folder))
    config.plugins.on_startup(command="serve", dirty=False)
    cast(LivePlugin, config.plugins["dossier"]).check = lambda root: CheckResult(link_dossier(root).graph, ())
    build(config)


def main(arguments: Sequence[str]) -> None:
    """Build the site of an mkdocs.yml into a folder, given by their paths."""
    build_site(Path(arguments[0]), Path(arguments[1]))


if __name__ == "__main__":
    main(sys.argv[1:])
