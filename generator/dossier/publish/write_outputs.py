"""Pages to a folder: the same Markdown that MkDocs is handed, for another engine to build."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from dossier.model.output import OutputFile

MARK = ".dossier-pages"


class NotEmptyError(RuntimeError):
    """The folder holds files that no earlier run made."""


def write_to_empty_folder(outputs: Iterable[OutputFile], pages: Path, to: Path) -> int:
    """Write the outputs and the hand-written `pages` to the folder `to`; the number of files.

    A folder made by an earlier run is made anew. Raises NotEmptyError where `to` holds anything else.
    """
    if to.exists() and any(to.iterdir()) and not (to / MARK).exists():
        raise NotEmptyError(f"{to} holds other files: name a folder that is new or empty")
    to.mkdir(parents=True, exist_ok=True)
    for old in to.iterdir():
        shutil.rmtree(old) if old.is_dir() and not old.is_symlink() else old.unlink()
    if pages.is_dir():
        shutil.copytree(pages, to, dirs_exist_ok=True)
    (to / MARK).write_text("This folder is made anew by `dossier pages`.\n", "utf-8")
    write_outputs(outputs, to)
    return sum(1 for file in to.rglob("*") if file.is_file() and file.name != MARK)


def write_outputs(outputs: Iterable[OutputFile], to: Path) -> int:
    """Write the outputs to the folder `to`, over what is there; their number."""
    written = 0
    for output in outputs:
        file = to / output.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(output.content if isinstance(output.content, bytes) else output.content.encode("utf-8"))
        written += 1
    return written
