"""The dossier that a command works on, and the texts in it."""

from pathlib import Path

from dossier.load import load_dossier
from dossier.match import SearchableText, prepare_texts
from dossier.model.dossier import Dossier
from dossier.model.errors import UserError
from dossier.text.suggest import did_you_mean


def load_or_fail(root: Path) -> Dossier:
    """The dossier below `root`, as far as it can be read. Raises RefusedError where its settings cannot."""
    dossier, findings = load_dossier(root)
    if dossier is None:
        raise UserError("\n".join(sorted(map(str, findings))))
    return dossier


def load_strict(root: Path) -> Dossier:
    """The dossier below `root`. Raises RefusedError, with every place, where a file of it cannot be read."""
    dossier, findings = load_dossier(root)
    if dossier is None or dossier.unreadable_keys:
        raise UserError("\n".join(["these files cannot be read:", *sorted(map(str, findings))]))
    return dossier


def select_texts(dossier: Dossier, name: str | None = None) -> dict[str, SearchableText]:
    """The texts held, by their sources' ids; only the one of `name`, a source's id or its text's path, where given."""
    texts = prepare_texts(dossier)
    if name is None:
        return texts
    file = name.removeprefix("seeds/")
    found = {source: text for source, text in texts.items() if name == source or file == text.file}
    if not found:
        raise UserError(f"`{name}` is no source whose text is held{did_you_mean(name, sorted(texts))}")
    return found
