"""The whole content folder, read in one go: every fault is a finding, and what can be read is read."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from dossier.io.files import MAX_SEED_BYTES, decode, display_path, read_bytes, read_content
from dossier.io.rules import DUPLICATE_ID, FILE_NAME, FOLDER, SEED_MISSING, SEED_UNUSED, UNREADABLE
from dossier.io.yaml_reader import YamlDocument, read_yaml
from dossier.load.validation import validation_findings
from dossier.model.base import is_id
from dossier.model.content_item import ContentFile, ContentItem
from dossier.model.dossier import Dossier, Settings, SourceText
from dossier.model.finding import Finding, Location
from dossier.model.kinds import KINDS
from dossier.model.kinds.source import Source
from dossier.model.record import Record
from dossier.text.suggest import did_you_mean

CONTENT, SEEDS, PAGES, SETTINGS = "content", "seeds", "pages", "dossier.yml"
SUFFIX = ".yml"

Kind = TypeVar("Kind", bound=ContentItem)


class LoadResult(NamedTuple):
    """What came of loading: the dossier (None where its settings cannot be read) and every finding, unsorted."""

    dossier: Dossier | None
    findings: list[Finding]


def load_dossier(root: Path) -> LoadResult:
    """Read `content/` and `seeds/` below `root`. Never raises for what the files hold."""
    root = root.resolve()
    findings = [_symlink_finding(root / name, root) for name in (CONTENT, SEEDS) if (root / name).is_symlink()]
    if findings:
        return LoadResult(None, findings)
    settings = _settings(root, findings)
    records: dict[str, Record] = {}
    broken: set[str] = set()
    for kind in KINDS:
        for file in _files(root / CONTENT / kind.plural, root, findings):
            _take_record(file, root, kind, records, broken, findings)
    findings.extend(_unexpected_files(root))
    sources = [record for record in records.values() if isinstance(record, Source)]
    seeds, originals = _seeds(root, sources, findings), _originals(root, sources, findings)
    findings.extend(_unused_texts(root, sources, broken))
    if settings is None:
        return LoadResult(None, findings)
    standing = tuple(record for record in records.values() if record.withdrawn is None)
    withdrawn = tuple(record for record in records.values() if record.withdrawn is not None)
    return LoadResult(Dossier(settings, standing, seeds, frozenset(broken), withdrawn, originals), findings)


def iter_content_files(root: Path) -> Iterator[tuple[Path, type[ContentItem]]]:
    """Every file of `content/` that is to hold an entry, with the class of that entry; the settings first."""
    if (root / CONTENT / SETTINGS).is_file():
        yield root / CONTENT / SETTINGS, Settings
    for kind in KINDS:
        yield from ((file, kind) for file in _files(root / CONTENT / kind.plural, root, []) if file.suffix == SUFFIX)


def _settings(root: Path, findings: list[Finding]) -> Settings | None:
    tree = _read(root / CONTENT / SETTINGS, root, findings)
    return _entry(Settings, SETTINGS.removesuffix(".yml"), tree, findings) if tree else None


def _take_record(
    file: Path, root: Path, kind: type[Record], records: dict[str, Record], broken: set[str], findings: list[Finding]
) -> None:
    name = file.stem
    key = f"{kind.singular}:{name}"
    if file.suffix != SUFFIX or not is_id(name):
        findings.append(_file_finding(file, root, FILE_NAME.id, f"`{file.name}` names no record: {FILE_NAME.summary}"))
        broken.add(key)
        return
    if key in records:
        findings.append(
            _file_finding(file, root, DUPLICATE_ID.id, f"`{name}` is already the id of {records[key].path}")
        )
        return
    tree = _read(file, root, findings)
    record = _entry(kind, name, tree, findings) if tree else None
    if record is None:
        broken.add(key)
    else:
        records[key] = record


def _entry(kind: type[Kind], name: str, tree: YamlDocument, findings: list[Finding]) -> Kind | None:
    try:
        return kind.parse(tree.value, ContentFile(name, tree.path, lambda: tree.positions.lines, tree.find_text))
    except ValidationError as error:
        findings.extend(validation_findings(error, kind, tree))
        return None


def _read(file: Path, root: Path, findings: list[Finding]) -> YamlDocument | None:
    path = display_path(file, root)
    text = read_content(file, root, path)
    if isinstance(text, Finding):
        findings.append(text)
        return None
    tree = read_yaml(text, path)
    findings.extend(tree.findings)
    return None if tree.findings else tree


def _files(folder: Path, root: Path, findings: list[Finding]) -> Iterator[Path]:
    """The files below `folder`, in a stable order; dot-files are passed over, a linked folder is a finding."""
    if folder.is_symlink():
        findings.append(_symlink_finding(folder, root))
        return
    if not folder.is_dir():
        return
    try:
        with os.scandir(folder) as scanned:
            entries = sorted(scanned, key=lambda entry: entry.name)
    except OSError as error:
        findings.append(_file_finding(folder, root, UNREADABLE.id, f"cannot be listed: {error.strerror}"))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False) or (entry.is_symlink() and (folder / entry.name).is_dir()):
            yield from _files(folder / entry.name, root, findings)
        else:
            yield folder / entry.name


def _symlink_finding(folder: Path, root: Path) -> Finding:
    return _file_finding(folder, root, UNREADABLE.id, "this folder is a symbolic link: put the files here")


def _unexpected_files(root: Path) -> Iterator[Finding]:
    """What stands in `content/` beside the folders of the kinds, the pages and the settings, or in place of one."""
    folders = {PAGES, *(kind.plural for kind in KINDS)}
    known = {SETTINGS, *folders}
    for entry in sorted((root / CONTENT).iterdir()) if (root / CONTENT).is_dir() else ():
        if entry.name in folders and entry.is_file():
            yield _file_finding(entry, root, FOLDER.id, f"`{entry.name}` is a file: make it a folder")
        if entry.name not in known and not entry.name.startswith("."):
            renamed = next((kind.plural for kind in KINDS if entry.name in kind.former_plurals), None)
            hint = f": it is now `{renamed}`" if renamed else did_you_mean(entry.name, sorted(known))
            message = f"`{entry.name}` is not a folder of a kind{hint}"
            yield _file_finding(entry, root, FOLDER.id, message)


def _seeds(root: Path, sources: list[Source], findings: list[Finding]) -> dict[str, SourceText]:
    """The texts of the sources, by file name."""
    seeds: dict[str, SourceText] = {}
    for source in sources:
        if source.text is None or source.text in seeds:
            continue
        data = _seed_bytes(source.text, source.location("text"), root, findings)
        text = decode(data, f"{SEEDS}/{source.text}") if data is not None else None
        if data is not None and isinstance(text, str):
            seeds[source.text] = SourceText(file=source.text, text=text, sha256=hashlib.sha256(data).hexdigest())
        elif isinstance(text, Finding):
            findings.append(text)
    return seeds


def _originals(root: Path, sources: list[Source], findings: list[Finding]) -> dict[str, str]:
    """The SHA-256 of each file that a text was taken out of, by its name."""
    told = {source.original.file: source.location("original", "file") for source in sources if source.original}
    found = {name: _seed_bytes(name, place, root, findings) for name, place in told.items()}
    return {name: hashlib.sha256(data).hexdigest() for name, data in found.items() if data is not None}


def _seed_bytes(name: str, place: Location, root: Path, findings: list[Finding]) -> bytes | None:
    """The bytes of a file in `seeds/` that is named at `place`."""
    file = root / SEEDS / name
    if not file.is_file():
        there = sorted(path.name for path in file.parent.iterdir()) if file.parent.is_dir() else []
        findings.append(Finding(place, SEED_MISSING.id, f"`{name}` is not in seeds/{did_you_mean(name, there)}"))
        return None
    data = read_bytes(file, root, MAX_SEED_BYTES)
    if isinstance(data, Finding):
        findings.append(data)
        return None
    return data


def _unused_texts(root: Path, sources: list[Source], broken: set[str]) -> Iterator[Finding]:
    """The files in `seeds/` that no source names; silent where a source could not be read, or its text is missing."""
    named = {source.text for source in sources if source.text is not None}
    named |= {source.original.file for source in sources if source.original is not None}
    if any(key.startswith(f"{Source.singular}:") for key in broken) or not (root / SEEDS).is_dir():
        return
    if not all((root / SEEDS / name).is_file() for name in named):
        return
    for file in sorted((root / SEEDS).iterdir()):
        if file.name not in named and not file.name.startswith("."):
            yield _file_finding(
                file, root, SEED_UNUSED.id, f"`{file.name}` is no source's text: name it in one, or take it out"
            )


def _file_finding(file: Path, root: Path, rule: str, message: str) -> Finding:
    return Finding(Location(display_path(file, root), 1, 1), rule, message)
