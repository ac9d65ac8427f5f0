"""The dossier that a command works on, and the texts in it."""

from pathlib import Path

from dossier.load import load
from dossier.match import Text, texts_of
from dossier.model.dossier import Dossier
from dossier.model.errors import RefusedError
from dossier.text.suggest import propose


def opened(root: Path) -> Dossier:
    """The dossier below `root`, as far as it can be read. Raises RefusedError where its settings cannot."""
    dossier, findings = load(root)
    if dossier is None:
        raise RefusedError("\n".join(sorted(map(str, findings))))
    return dossier


def opened_whole(root: Path) -> Dossier:
    """The dossier below `root`. Raises RefusedError, with every place, where a file of it cannot be read."""
    dossier, findings = load(root)
    if dossier is None or dossier.broken:
        raise RefusedError("\n".join(["these files cannot be read:", *sorted(map(str, findings))]))
    return dossier


def texts_in(dossier: Dossier, name: str | None = None) -> dict[str, Text]:
    """The texts held, by their sources' ids; only the one of `name`, a source's id or its text's path, where given."""
    texts = texts_of(dossier)
    if name is None:
        return texts
    file = name.removeprefix("seeds/")
    found = {source: text for source, text in texts.items() if name == source or file == text.file}
    if not found:
        raise RefusedError(f"`{name}` is no source whose text is held{propose(name, sorted(texts))}")
    return found
