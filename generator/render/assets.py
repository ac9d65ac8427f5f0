"""What the browser needs beside the pages: our own style, and libraries that set-up fetched by name and hash."""

from collections.abc import Iterator
from importlib.resources import files

from generator.model.output import Output

ASSETS: tuple[tuple[str, str], ...] = (
    ("assets/dossier/dossier.css", "dossier.css"),
    ("assets/dossier/iframe-worker.js", "vendor/iframe-worker/index.js"),
    ("assets/dossier/iframe-worker.LICENSE.txt", "vendor/iframe-worker/LICENSE"),
)


class MissingAssetsError(RuntimeError):
    """The package was set up without its browser parts."""


def assets() -> Iterator[Output]:
    """Every file for the browser. Raises MissingAssetsError where set-up has not fetched the libraries."""
    folder = files("generator").joinpath("assets")
    for path, name in ASSETS:
        file = folder.joinpath(name)
        if not file.is_file():
            raise MissingAssetsError(
                f"generator/assets/{name} is missing: run `make setup`, which fetches the browser parts"
            )
        yield Output(path, file.read_bytes())
