"""A site that is built in a staging folder and replaces the last one atomically, so that no reader sees half of it."""

import os
import shutil
from pathlib import Path
from typing import NamedTuple, Self

from dossier.io.atomic_write import replace_folder, stage_folder


class Staging(NamedTuple):
    """The folder of the published site, and the folder next to it in which the new one is built."""

    site: Path
    folder: Path

    @classmethod
    def create(cls, site: Path) -> Self:
        """Make the staging folder; first clear up after builds that were killed."""
        site = Path(os.path.realpath(site))
        return cls(site, stage_folder(site))

    def commit(self) -> None:
        """Move the new site into place, with the dot-files of the old one, such as `.git`, which no build writes."""
        if self.site.is_dir():
            for dot_file in self.site.glob(".*"):
                target = self.folder / dot_file.name
                if target.exists():
                    continue
                if dot_file.is_dir():
                    shutil.copytree(dot_file, target, symlinks=True)
                else:
                    shutil.copy2(dot_file, target, follow_symlinks=False)
        replace_folder(self.folder, self.site)

    def discard(self) -> None:
        """Remove the staging folder, unless it was committed."""
        shutil.rmtree(self.folder, ignore_errors=True)
