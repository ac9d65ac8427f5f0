"""Load the dossier that a command works on, or raise an error that the command can print."""

from pathlib import Path

from dossier.load.loader import load_dossier
from dossier.match import SearchableText, prepare_texts
from dossier.model.dossier import Dossier
from dossier.model.errors import UserError
from dossier.model.kinds.source import Source
from dossier.text.suggest import did_you_mean


def load_or_fail(root: Path) -> Dossier:
    """Load the dossier below `root` as far as it can be read. Raises UserError where its settings cannot."""
    dossier, findings = load_dossier(root)
    if dossier is None:
        raise UserError("\n".join(sorted(map(str, findings))))
    return dossier


def load_strict(root: Path) -> Dossier:
    """Load the dossier below `root`. Raises UserError, with every location, where any of its files cannot be read."""
    dossier, findings = load_dossier(root)
    if dossier is None or dossier.unreadable_keys:
        raise UserError("\n".join(["these files cannot be read:", *sorted(map(str, findings))]))
    return dossier


def is_text_name(name: str, dossier: Dossier) -> bool:
    """Return whether `name` is the id of a source, or the path in seeds/ of a text."""
    return f"{Source.singular}:{name}" in dossier.by_key or _file_of(name) in dossier.source_texts


def select_texts(dossier: Dossier, name: str | None = None) -> dict[str, SearchableText]:
    """Return the source texts by source id, or only that of `name`, a source id or a path in seeds/.

    Raises UserError where there is no such text.
    """
    texts = prepare_texts(dossier)
    if name is None:
        return texts
    selected = {source: text for source, text in texts.items() if name == source or _file_of(name) == text.file}
    if not selected:
        raise UserError(f"`{name}`: no such source, or its text is not in seeds/{did_you_mean(name, sorted(texts))}")
    return selected


def _file_of(path: str) -> str:
    """Return the name of a text, given its path from the project's root or from seeds/."""
    return path.replace("\\", "/").removeprefix("./").removeprefix("seeds/")
