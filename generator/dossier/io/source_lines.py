"""The lines of a file that findings are about, for those who read a report."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from dossier.io.files import MAX_SEED_BYTES, read_bytes


def source_line_reader(root: Path) -> Callable[[str], Sequence[str]]:
    """What gives the lines of a file below `root` by its path; none of one that cannot be read or is not UTF-8.

    Lines end as findings count them: at a line feed.
    """
    resolved = root.resolve()

    @cache
    def lines(path: str) -> Sequence[str]:
        data = read_bytes(resolved / path, resolved, MAX_SEED_BYTES)
        return data.decode("utf-8", "replace").split("\n") if isinstance(data, bytes) else ()

    return lines
