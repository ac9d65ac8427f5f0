"""Files that are part of this package."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable


class MissingAssetsError(RuntimeError):
    """Raised where the package lacks its browser libraries."""


def read_asset(name: str) -> bytes:
    """Return a file of the package's `assets`, such as `vendor/panzoom/LICENSE`. Raises MissingAssetsError."""
    file = files("dossier").joinpath("assets", name)
    if not file.is_file():
        raise MissingAssetsError(f"generator/dossier/assets/{name} is missing: run `make setup` to fetch it")
    return file.read_bytes()


def iter_resources(package: str, folder: str) -> Iterator[tuple[str, bytes]]:
    """Yield every file below a folder of a package, sorted: its path from that folder, with `/`, and its bytes."""
    yield from _files_below(files(package).joinpath(folder), "")


def _files_below(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_file():
            yield f"{prefix}{entry.name}", entry.read_bytes()
        else:
            yield from _files_below(entry, f"{prefix}{entry.name}/")


def handbook_chapters() -> Mapping[str, str]:
    """Return the Markdown of each chapter of the handbook by its file's stem."""
    return {
        path.removesuffix(".md"): content.decode("utf-8")
        for path, content in iter_resources("dossier", "handbook")
        if path.endswith(".md")
    }


def handbook_pictures() -> Mapping[str, bytes]:
    """Return each picture of the handbook by its path from the chapters, such as `pictures/card.webp`."""
    return {path: content for path, content in iter_resources("dossier", "handbook") if path.endswith(".webp")}
