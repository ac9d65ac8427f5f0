"""Loads a dossier: reads everything that can be read, and reports every fault as a finding."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from dossier.io.files import MAX_CONTENT_BYTES, MAX_SEED_BYTES, decode, display_path, read_bytes, read_content
from dossier.io.rules import DUPLICATE_ID, FILE_NAME, FOLDER, SEED_MISSING, SEED_UNUSED, UNREADABLE
from dossier.io.yaml_reader import YamlDocument, read_yaml
from dossier.load.validation import validation_findings
from dossier.model.base import is_id
from dossier.model.content_item import ContentFile, ContentItem
from dossier.model.docs import RuleDoc
from dossier.model.dossier import Dossier, Settings, SourceText
from dossier.model.finding import Finding, Location
from dossier.model.kinds import KINDS
from dossier.model.kinds.source import Source
from dossier.model.record import Record
from dossier.text.suggest import did_you_mean

CONTENT, SEEDS, PAGES, SETTINGS = "content", "seeds", "pages", "dossier.yml"
SUFFIX = ".yml"

Item = TypeVar("Item", bound=ContentItem)


class LoadResult(NamedTuple):
    """The dossier, None if its settings cannot be read, and every finding, unsorted."""

    dossier: Dossier | None
    findings: list[Finding]


def load_dossier(root: Path) -> LoadResult:
    """Read `content/` and `seeds/` below `root`. Whatever the files contain, this raises no error."""
    root = root.resolve()
    findings = [_symlink_finding(root / name, root) for name in (CONTENT, SEEDS) if (root / name).is_symlink()]
    if findings:
        return LoadResult(None, findings)
    settings = _read_settings(root, findings)
    records: dict[str, Record] = {}
    unreadable: set[str] = set()
    for kind in KINDS:
        for file in _files_below(root / CONTENT / kind.plural, root, findings):
            _read_record(file, root, kind, records, unreadable, findings)
    findings.extend(_unexpected_files(root))
    sources = [record for record in records.values() if isinstance(record, Source)]
    texts, originals = _read_source_texts(root, sources, findings), _hash_originals(root, sources, findings)
    findings.extend(_unused_seeds(root, sources, unreadable))
    if settings is None:
        return LoadResult(None, findings)
    current = tuple(record for record in records.values() if record.withdrawn is None)
    withdrawn = tuple(record for record in records.values() if record.withdrawn is not None)
    return LoadResult(Dossier(settings, current, texts, frozenset(unreadable), withdrawn, originals), findings)


def iter_content_files(root: Path) -> Iterator[tuple[Path, type[ContentItem]]]:
    """Yield every file of `content/` that should hold an item, with the class of the item; the settings first."""
    if (root / CONTENT / SETTINGS).is_file():
        yield root / CONTENT / SETTINGS, Settings
    for kind in KINDS:
        for file in _files_below(root / CONTENT / kind.plural, root, []):
            if file.suffix == SUFFIX:
                yield file, kind


def read_pages(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the path and text of each hand-written page in `content/pages/` that can be read; `root` is resolved."""
    for file in sorted((root / CONTENT / PAGES).rglob("*.md")):
        data = read_bytes(file, root, MAX_CONTENT_BYTES)
        text = data if isinstance(data, Finding) else decode(data, display_path(file, root))
        if isinstance(text, str):
            yield display_path(file, root), text


def _read_settings(root: Path, findings: list[Finding]) -> Settings | None:
    document = _read_document(root / CONTENT / SETTINGS, root, findings)
    return _parse_item(Settings, SETTINGS.removesuffix(SUFFIX), document, findings) if document else None


def _read_record(
    file: Path,
    root: Path,
    kind: type[Record],
    records: dict[str, Record],
    unreadable: set[str],
    findings: list[Finding],
) -> None:
    """Add the record in a file to `records`, or its key to `unreadable` with findings."""
    id = file.stem
    key = f"{kind.singular}:{id}"
    if file.suffix != SUFFIX or not is_id(id):
        message = f"`{file.name}` is not a valid name: use `<id>.yml` with lower-case ASCII letters, digits, hyphens"
        findings.append(_file_finding(file, root, FILE_NAME, message))
        unreadable.add(key)
        return
    if key in records:
        message = f"duplicate id `{id}` (also {records[key].path})"
        findings.append(_file_finding(file, root, DUPLICATE_ID, message))
        return
    document = _read_document(file, root, findings)
    record = _parse_item(kind, id, document, findings) if document else None
    if record is None:
        unreadable.add(key)
    else:
        records[key] = record


def _parse_item(kind: type[Item], id: str, document: YamlDocument, findings: list[Finding]) -> Item | None:
    file = ContentFile(id, document.path, lambda: document.positions.values, document.find_text)
    try:
        return kind.parse(document.value, file)
    except ValidationError as error:
        findings.extend(validation_findings(error, kind, document))
        return None


def _read_document(file: Path, root: Path, findings: list[Finding]) -> YamlDocument | None:
    path = display_path(file, root)
    text = read_content(file, root, path)
    if isinstance(text, Finding):
        findings.append(text)
        return None
    document = read_yaml(text, path)
    findings.extend(document.findings)
    return None if document.findings else document


def _files_below(folder: Path, root: Path, findings: list[Finding]) -> Iterator[Path]:
    """Yield the files below `folder`, sorted; skip dot-files, and report a folder that is a link."""
    if folder.is_symlink():
        findings.append(_symlink_finding(folder, root))
        return
    if not folder.is_dir():
        return
    try:
        with os.scandir(folder) as scanned:
            entries = sorted(scanned, key=lambda entry: entry.name)
    except OSError as error:
        findings.append(_file_finding(folder, root, UNREADABLE, f"cannot be listed: {error.strerror}"))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False) or (entry.is_symlink() and (folder / entry.name).is_dir()):
            yield from _files_below(folder / entry.name, root, findings)
        else:
            yield folder / entry.name


def _unexpected_files(root: Path) -> Iterator[Finding]:
    """Yield a finding for each entry of `content/` that is neither the settings nor a folder of a kind or of pages."""
    folders = {PAGES, *(kind.plural for kind in KINDS)}
    known = {SETTINGS, *folders}
    for entry in sorted((root / CONTENT).iterdir()) if (root / CONTENT).is_dir() else ():
        if entry.name in folders and entry.is_file():
            yield _file_finding(entry, root, FOLDER, f"`{entry.name}` must be a folder, not a file")
        if entry.name not in known and not entry.name.startswith("."):
            renamed = next((kind.plural for kind in KINDS if entry.name in kind.former_plurals), None)
            hint = f"; it is now `{renamed}`" if renamed else did_you_mean(entry.name, sorted(known))
            yield _file_finding(entry, root, FOLDER, f"`{entry.name}` is not the folder of a kind{hint}")


def _read_source_texts(root: Path, sources: list[Source], findings: list[Finding]) -> dict[str, SourceText]:
    """Return the texts of the sources by file name."""
    texts: dict[str, SourceText] = {}
    for source in sources:
        if source.text is None or source.text in texts:
            continue
        data = _read_seed(source.text, source.location("text"), root, findings)
        text = decode(data, f"{SEEDS}/{source.text}") if data is not None else None
        if data is not None and isinstance(text, str):
            texts[source.text] = SourceText(file=source.text, text=text, sha256=hashlib.sha256(data).hexdigest())
        elif isinstance(text, Finding):
            findings.append(text)
    return texts


def _hash_originals(root: Path, sources: list[Source], findings: list[Finding]) -> dict[str, str]:
    """Return the SHA-256 of each file that a text was extracted from, by file name."""
    locations = {source.original.file: source.location("original", "file") for source in sources if source.original}
    contents = {name: _read_seed(name, location, root, findings) for name, location in locations.items()}
    return {name: hashlib.sha256(data).hexdigest() for name, data in contents.items() if data is not None}


def _read_seed(name: str, location: Location, root: Path, findings: list[Finding]) -> bytes | None:
    """Return the bytes of the file in `seeds/` that the source at `location` names; report it if it is missing."""
    file = root / SEEDS / name
    if not file.is_file():
        available = sorted(path.name for path in file.parent.iterdir()) if file.parent.is_dir() else []
        message = f"`{name}` is not in seeds/{did_you_mean(name, available)}"
        findings.append(Finding(location, SEED_MISSING.id, message))
        return None
    data = read_bytes(file, root, MAX_SEED_BYTES)
    if isinstance(data, Finding):
        findings.append(data)
        return None
    return data


def _unused_seeds(root: Path, sources: list[Source], unreadable: set[str]) -> Iterator[Finding]:
    """Yield a finding for each file in `seeds/` that no source names.

    There are none while a source cannot be read or its text is missing: that source may mean one of these files.
    """
    named = {source.text for source in sources if source.text is not None}
    named |= {source.original.file for source in sources if source.original is not None}
    if any(key.startswith(f"{Source.singular}:") for key in unreadable) or not (root / SEEDS).is_dir():
        return
    if not all((root / SEEDS / name).is_file() for name in named):
        return
    for file in sorted((root / SEEDS).iterdir()):
        if file.name not in named and not file.name.startswith("."):
            message = f"no source uses `{file.name}`: name it in a source or remove it"
            yield _file_finding(file, root, SEED_UNUSED, message)


def _symlink_finding(folder: Path, root: Path) -> Finding:
    message = "this folder is a symbolic link: replace it with the folder"
    return _file_finding(folder, root, UNREADABLE, message)


def _file_finding(file: Path, root: Path, rule: RuleDoc, message: str) -> Finding:
    return Finding(Location(display_path(file, root), 1, 1), rule.id, message)
