"""A site that is built in a staging folder and replaces the last one atomically, so that no reader sees half of it."""

import os
import shutil
from filecmp import cmp
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
        """Move the new site into place, with the dot-files of the old one, such as `.git`, which no build writes.

        Files that are as they were keep their times, so that tools which publish a site by time send only the others;
        if all are, the old site stays in place.
        """
        if self.site.is_dir():
            for dot_file in self.site.glob(".*"):
                target = self.folder / dot_file.name
                if target.exists():
                    continue
                if dot_file.is_dir():
                    shutil.copytree(dot_file, target, symlinks=True)
                else:
                    shutil.copy2(dot_file, target, follow_symlinks=False)
            if _keep_times(self.folder, self.site):
                self.discard()
                return
        replace_folder(self.folder, self.site)

    def discard(self) -> None:
        """Remove the staging folder, unless it was committed."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _keep_times(new: Path, old: Path) -> bool:
    """Give files in `new` the times of the same files in `old`; return whether both folders have the same files."""
    names = _files_in(new)
    unchanged = {name for name in names & _files_in(old) if cmp(new / name, old / name, shallow=False)}
    for name in unchanged:
        times = (old / name).stat()
        os.utime(new / name, ns=(times.st_atime_ns, times.st_mtime_ns))
    return unchanged == names == _files_in(old)


def _files_in(folder: Path) -> set[Path]:
    """Return the paths of the files below a folder, relative to it; links, as `.git` may have, are none."""
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file() and not path.is_symlink()}
