"""A new dossier to start from, in one of several languages: small, complete and without findings."""

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from dossier.editor.transaction import apply, create
from dossier.editor.vscode import vscode_files
from dossier.io.resources import iter_resources
from dossier.model.errors import UserError
from dossier.text.interface import SOURCE_LANGUAGE

STARTERS, SHARED = "starters", "shared"
"""The folder with an example per language, and the one in it with what all have."""
DOTFILES = {"gitattributes", "gitignore", "gitlab-ci.yml", "github"}
"""Files and folders that get a leading dot, without which they are easier to find in this package."""
REQUIREMENTS = """\
# The generator, as a wheel that is kept with the content. A URL works as well:
# mkdocs-dossier @ git+https://HOST/OWNER/REPOSITORY@COMMIT
wheels/mkdocs_dossier-{version}-py3-none-any.whl
"""


def starter_languages() -> tuple[str, ...]:
    """Return the languages that there is an example in, as BCP 47 tags."""
    folders = {path.partition("/")[0] for path, _ in iter_resources("dossier.editor", STARTERS)}
    return tuple(sorted(folders - {SHARED}))


def create_dossier(folder: Path, language: str = SOURCE_LANGUAGE) -> int:
    """Write a new dossier in one of the languages of examples into `folder`; return the number of files.

    Raises UserError where the folder exists and is not empty.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UserError(f"{folder} is not empty: name a new or empty folder")
    folder.mkdir(parents=True, exist_ok=True)
    changes = [create(path, content) for path, content in _files(language)]
    apply(folder, changes)
    return len(changes)


def _files(language: str) -> Iterator[tuple[str, bytes]]:
    yield "requirements.txt", REQUIREMENTS.format(version=version("mkdocs-dossier")).encode()
    for file in vscode_files():
        yield file.path, file.content.encode() if isinstance(file.content, str) else file.content
    yield from iter_resources("dossier.editor", f"{STARTERS}/{language}")
    for path, content in iter_resources("dossier.editor", f"{STARTERS}/{SHARED}"):
        yield (f".{path}" if path.partition("/")[0] in DOTFILES else path), content
