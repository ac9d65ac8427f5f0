"""A site is built beside the last good one and takes its place in one move, so that a reader never sees half of it."""

import os
import re
import shutil
from pathlib import Path
from typing import NamedTuple, Self

from dossier.io.atomic_write import process_is_running


class Staging(NamedTuple):
    """A folder to build in, and the site it is to become. Both lie in one folder, so that a move is a renaming."""

    site: Path
    folder: Path

    @classmethod
    def create(cls, site: Path) -> Self:
        """A fresh folder beside `site`; what a killed build left there is cleared away."""
        site = Path(os.path.realpath(site))
        site.parent.mkdir(parents=True, exist_ok=True)
        ours = re.compile(rf"\.{re.escape(site.name)}-(?P<stage>new|old)-(?P<process>[0-9]{{1,9}})")
        for left in sorted(site.parent.iterdir()):
            found = ours.fullmatch(left.name)
            if found and not process_is_running(int(found["process"])):
                _recover(left, site, found["stage"])
        folder = site.parent / f".{site.name}-new-{os.getpid()}"
        folder.mkdir(exist_ok=True)
        return cls(site, folder)

    def commit(self) -> None:
        """Move the built folder to its place. The old site's dot-files, which no build makes, move along."""
        old = self.folder.with_name(f".{self.site.name}-old-{os.getpid()}")
        if self.site.is_dir():
            for kept in self.site.glob(".*"):
                if not (self.folder / kept.name).exists():
                    _copy(kept, self.folder / kept.name)
            self.site.rename(old)
        self.folder.rename(self.site)
        shutil.rmtree(old, ignore_errors=True)

    def discard(self) -> None:
        """Remove the folder, unless it was committed."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _recover(left: Path, site: Path, stage: str) -> None:
    """A build killed between its two moves leaves the old site under another name: that is the last good one."""
    if stage == "old" and not site.exists():
        left.rename(site)
    else:
        shutil.rmtree(left, ignore_errors=True)


def _copy(one: Path, to: Path) -> None:
    if one.is_dir():
        shutil.copytree(one, to, symlinks=True)
    else:
        shutil.copy2(one, to, follow_symlinks=False)
