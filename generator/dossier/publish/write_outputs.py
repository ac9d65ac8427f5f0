"""Generated files, written to a folder: the same files that MkDocs builds from, for another site generator."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from dossier.model.errors import UserError
from dossier.model.output import OutputFile

MARKER = ".dossier-pages"
"""Marks a folder that an earlier run filled, and that may be emptied."""


class NotEmptyError(UserError):
    """The folder holds files that no earlier run wrote."""


def write_to_empty_folder(outputs: Iterable[OutputFile], pages: Path, folder: Path) -> int:
    """Write the outputs and the hand-written `pages` to `folder`; return the number of files.

    Empties a folder that an earlier run filled. Raises NotEmptyError where it holds anything else.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / MARKER).exists():
        raise NotEmptyError(f"{folder} holds other files: name a new or empty folder")
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        if old.is_dir() and not old.is_symlink():
            shutil.rmtree(old)
        else:
            old.unlink()
    if pages.is_dir():
        shutil.copytree(pages, folder, dirs_exist_ok=True)
    (folder / MARKER).write_text("`dossier pages` empties and refills this folder.\n", "utf-8")
    write_outputs(outputs, folder)
    return sum(1 for file in folder.rglob("*") if file.is_file() and file.name != MARKER)


def write_outputs(outputs: Iterable[OutputFile], folder: Path) -> int:
    """Write the outputs to `folder`, replacing files of the same name; return their number."""
    written = 0
    for output in outputs:
        file = folder / output.path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as stream:
            stream.writelines(output.iter_bytes())
        written += 1
    return written
