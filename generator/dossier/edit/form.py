"""The one canonical form of a content file: the model's key order, no blank lines, quotes only where needed.

Long texts are folded; where somebody folded them, the folds stay as long as no line is too long.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from dossier.edit.changes import Change, rewritten
from dossier.edit.nodes import Block
from dossier.edit.order import ordered
from dossier.edit.read import read_block
from dossier.edit.refused import RefusedError
from dossier.edit.write import write_block
from dossier.load import content_files
from dossier.load.files import read_content, shown
from dossier.load.tree import read_tree
from dossier.model.base import Part
from dossier.model.finding import Finding

SCHEMA_LINE = "# yaml-language-server:"


def formatted(text: str, path: str, part: type[Part]) -> str:
    """`text`, which holds a `part`, in canonical form: every value, every comment and the line ends as they were.

    Raises RefusedError, with the place in `path`, where it cannot be read.
    """
    written = write_block(_headed(ordered(read_block(text, path), part)))
    if read_tree(written, path).value != read_tree(text, path).value:
        raise RefusedError(f"{path}:1:1: this file cannot be put into canonical form without changing a value")
    return written.replace("\n", "\r\n") if "\r\n" in text else written


def _headed(block: Block) -> Block:
    """The line that names the schema stays the first, whatever key it stood above: editors look for it there."""
    lines = [line for item in block.items for line in item.above if line.startswith(SCHEMA_LINE)]
    items = [item._replace(above=tuple(line for line in item.above if line not in lines)) for item in block.items]
    return block._replace(items=(items[0]._replace(above=(*lines, *items[0].above)), *items[1:])) if lines else block


def format_files(root: Path, files: Iterable[Path] = ()) -> tuple[Change, ...]:
    """What it takes to put these files of `content/` into canonical form, or all of them.

    Raises RefusedError, with every place, where one cannot be read or is no content file.
    """
    root = root.resolve()
    kinds = dict(content_files(root))
    changes: list[Change] = []
    refused: list[str] = []
    for file in [file.absolute() for file in files] or kinds:
        try:
            changes.extend(_changes(file, root, kinds))
        except RefusedError as error:
            refused.append(str(error))
    if refused:
        raise RefusedError("\n".join(refused))
    return tuple(changes)


def _changes(file: Path, root: Path, kinds: Mapping[Path, type[Part]]) -> Iterable[Change]:
    if file not in kinds:
        raise RefusedError(f"{file} is no content file of {root}")
    path = shown(file, root)
    text = read_content(file, root, path)
    if isinstance(text, Finding):
        raise RefusedError(str(text))
    return rewritten(path, text, formatted(text, path, kinds[file]))
