"""Generated files, written to a folder: the same files that MkDocs builds from, for another site generator."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from dossier.io.atomic_write import replace_folder, stage_folder
from dossier.model.errors import UserError
from dossier.model.output import OutputFile

MARKER = ".dossier-pages"
"""Marks a folder that an earlier run filled, and that may be emptied."""


class NotEmptyError(UserError):
    """The folder holds files that no earlier run wrote."""


def write_to_empty_folder(outputs: Iterable[OutputFile], pages: Path, folder: Path) -> int:
    """Write the outputs and the hand-written `pages` to `folder`; return the number of files.

    They replace what an earlier run wrote once all are written. Raises NotEmptyError where the folder holds anything
    else.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / MARKER).exists():
        raise NotEmptyError(f"{folder} holds other files: name a new or empty folder")
    folder = Path(os.path.realpath(folder))
    staged = stage_folder(folder)
    try:
        if pages.is_dir():
            shutil.copytree(pages, staged, dirs_exist_ok=True)
        (staged / MARKER).write_text("`dossier pages` empties and refills this folder.\n", "utf-8")
        write_outputs(outputs, staged)
        replace_folder(staged, folder)
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    return sum(1 for file in folder.rglob("*") if file.is_file() and file.name != MARKER)


def write_outputs(outputs: Iterable[OutputFile], folder: Path) -> int:
    """Write the outputs to `folder`, replacing files of the same name; return their number."""
    written, made = 0, set[Path]()
    for output in outputs:
        file = folder / output.path
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        with file.open("wb") as stream:
            stream.writelines(output.iter_bytes())
        written += 1
    return written
