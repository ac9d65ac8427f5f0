"""The hand-written pages, as text."""

from collections.abc import Iterator
from pathlib import Path

from dossier.io.files import MAX_CONTENT_BYTES, decode, display_path, read_bytes
from dossier.load.dossier import CONTENT, PAGES
from dossier.model.finding import Finding


def read_pages(root: Path) -> Iterator[tuple[str, str]]:
    """The path and the text of each Markdown file in `content/pages/` that can be read, by path; `root` is resolved."""
    for file in sorted((root / CONTENT / PAGES).rglob("*.md")):
        data = read_bytes(file, root, MAX_CONTENT_BYTES)
        text = data if isinstance(data, Finding) else decode(data, display_path(file, root))
        if isinstance(text, str):
            yield display_path(file, root), text
