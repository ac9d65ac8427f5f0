"""A new dossier to start from, in one of several languages: small, complete and without findings."""

from collections.abc import Iterator, Mapping
from functools import partial
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType

from dossier.editor.draft_ids import NO_WORDS, slug
from dossier.editor.transaction import apply, create
from dossier.editor.vscode import vscode_files
from dossier.editor.yaml.nodes import Collection, Node, edit_at, node_of
from dossier.editor.yaml.parser import parse_mapping
from dossier.editor.yaml.writer import write_mapping
from dossier.io.resources import iter_resources
from dossier.model.dossier import is_dossier_name
from dossier.model.errors import UserError
from dossier.text.interface import SOURCE_LANGUAGE
from dossier.text.report_markdown import markdown_text

STARTERS, SHARED, EMPTY = "starters", "shared", "empty"
"""The folder with an example per language; the one in it with what all have; the one with what has no example."""
SETTINGS, SITE_SETTINGS, READ_ME = "content/dossier.yml", "mkdocs.yml", "README.md"
HEADING = b"\n## "
MAX_NAME_WORDS, UNNAMED = 20, "dossier"
DOTFILES = {"devcontainer", "gitattributes", "gitignore", "gitlab-ci.yml", "github", "pre-commit-config.yaml"}
"""Files and folders that get a leading dot, without which they are easier to find in this package."""
REQUIREMENTS = """\
# The generator, as a wheel that is kept with the content. A URL works as well:
# mkdocs-dossier @ git+https://HOST/OWNER/REPOSITORY@COMMIT
wheels/mkdocs_dossier-{version}-py3-none-any.whl
"""


def starter_languages() -> tuple[str, ...]:
    """Return the languages that there is an example in, as BCP 47 tags."""
    folders = {path.partition("/")[0] for path, _ in iter_resources("dossier.editor", STARTERS)}
    return tuple(sorted(folders - {SHARED, EMPTY}))


def create_dossier(
    folder: Path,
    language: str = SOURCE_LANGUAGE,
    *,
    empty: bool = False,
    settings: Mapping[str, str] = MappingProxyType({}),
) -> int:
    """Write a new dossier in one of the languages of examples into `folder`; return the number of files.

    Its name is made from that of the folder; `settings` are texts of its `content/dossier.yml`, such as the title.
    An `empty` one has no records and no sources. Raises UserError where the folder exists and is not empty.
    """
    require_empty(folder)
    written = {"name": name_from(folder.resolve().name), **settings}
    files = dict(_files(language, empty=empty))
    files[SETTINGS] = _with_settings(files[SETTINGS], written)
    if "title" in settings:
        _, end, rest = files[READ_ME].partition(b"\n")
        files[READ_ME] = f"# {markdown_text(' '.join(settings['title'].split()))}".encode() + end + rest
    folder.mkdir(parents=True, exist_ok=True)
    apply(folder, [create(path, content) for path, content in files.items()])
    return len(files)


def require_empty(folder: Path) -> None:
    """Raise UserError where a folder exists and is not empty."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UserError(f"{folder} is not empty: name a new or empty folder")


def _with_settings(content: bytes, settings: Mapping[str, str]) -> bytes:
    """Return the settings of a dossier with these texts instead of the ones that they have."""
    collection: Node = parse_mapping(content.decode(), SETTINGS)
    for key, value in settings.items():
        collection = edit_at(collection, (key,), partial(_replace_node, node_of(value)))
    assert isinstance(collection, Collection)
    return write_mapping(collection).encode()


def _replace_node(new: Node, old: Node) -> Node:
    return new


def name_from(folder: str) -> str:
    """Return a name for a dossier in a folder with this name; some word if it has no Latin letter or digit."""
    name = slug(folder, MAX_NAME_WORDS)
    return UNNAMED if name == NO_WORDS else name if is_dossier_name(name) else f"{UNNAMED}-{name}"


def _files(language: str, *, empty: bool) -> Iterator[tuple[str, bytes]]:
    yield "requirements.txt", REQUIREMENTS.format(version=version("mkdocs-dossier")).encode()
    for file in vscode_files():
        yield file.path, file.content.encode() if isinstance(file.content, str) else file.content
    example = dict(iter_resources("dossier.editor", f"{STARTERS}/{language}"))
    yield from (_without_records(example, language) if empty else example).items()
    for path, content in iter_resources("dossier.editor", f"{STARTERS}/{SHARED}"):
        yield (f".{path}" if path.partition("/")[0] in DOTFILES else path), content


def _without_records(example: Mapping[str, bytes], language: str) -> dict[str, bytes]:
    """Return the files of an example without its story: no records, no sources, and titles to be replaced."""
    files = dict(iter_resources("dossier.editor", f"{STARTERS}/{EMPTY}/{language}"))
    _, _, *general = example[READ_ME].split(HEADING)  # Without the introduction and how to replace the example.
    read_me = HEADING.join((files[READ_ME], *general))
    return files | {SITE_SETTINGS: example[SITE_SETTINGS], READ_ME: read_me}
