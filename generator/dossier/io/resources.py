"""Files that come inside this package."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable


def iter_resources(package: str, folder: str) -> Iterator[tuple[str, bytes]]:
    """Every file of a folder of a package, by its path in there with `/` between its parts; sorted."""
    return _below(files(package).joinpath(folder), "")


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        if one.is_file():
            yield f"{path}{one.name}", one.read_bytes()
        else:
            yield from _below(one, f"{path}{one.name}/")


def handbook_chapters() -> Mapping[str, str]:
    """Each chapter as it is written, in Markdown, by its name: that of its file."""
    return {
        path.removesuffix(".md"): content.decode("utf-8") for path, content in iter_resources("dossier", "handbook")
    }
