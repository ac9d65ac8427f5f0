"""Files that come inside this package."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable


def packaged(package: str, folder: str) -> Iterator[tuple[str, bytes]]:
    """Every file of a folder of a package, by its path in there with `/` between its parts; sorted."""
    return _below(files(package).joinpath(folder), "")


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        if one.is_file():
            yield f"{path}{one.name}", one.read_bytes()
        else:
            yield from _below(one, f"{path}{one.name}/")
