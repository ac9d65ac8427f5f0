"""A new dossier to start from: small, complete and without findings, on a story made up for it."""

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from dossier.editor.transaction import apply, create
from dossier.io.resources import iter_resources
from dossier.model.errors import UserError

DOTFILES = {"gitattributes", "gitignore", "gitlab-ci.yml", "github", "vscode"}
"""What begins with a dot in a dossier, and would be looked over in a package."""
REQUIREMENTS = """\
# The generator: its wheel, kept beside the content that was made with it. An address will do as well, as in
# mkdocs-dossier @ git+https://HOST/OWNER/REPOSITORY@COMMIT
wheels/mkdocs_dossier-{version}-py3-none-any.whl
"""


def create_dossier(folder: Path) -> int:
    """Write a new dossier into `folder`, which is new or empty; the number of its files.

    Raises RefusedError where it holds anything.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UserError(f"{folder} is not empty: name a folder that is new or empty")
    folder.mkdir(parents=True, exist_ok=True)
    changes = [create(path, content) for path, content in _files()]
    apply(folder, changes)
    return len(changes)


def _files() -> Iterator[tuple[str, bytes]]:
    yield "requirements.txt", REQUIREMENTS.format(version=version("mkdocs-dossier")).encode()
    for path, content in iter_resources("dossier.editor", "starter"):
        yield (f".{path}" if path.partition("/")[0] in DOTFILES else path), content
