"""Loads a dossier: reads everything that can be read, and reports every fault as a finding."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from dossier.io.files import (
    CONFLICT_LABEL,
    MAX_CONTENT_BYTES,
    display_path,
    find_conflict,
    read_bytes,
    read_content,
    read_page,
)
from dossier.io.rules import DUPLICATE_ID, FILE_NAME, FOLDER, FORMAT, UNREADABLE
from dossier.io.yaml_reader import LazyDocument, YamlDocument, read_yaml
from dossier.load.seeds import SEEDS, SeedReader, case_duplicates
from dossier.load.validation import quote_value, validation_findings
from dossier.model.base import is_id
from dossier.model.content_item import ContentFile, ContentItem
from dossier.model.docs import RuleDoc
from dossier.model.dossier import CONTENT_FORMAT, Dossier, Settings
from dossier.model.finding import Finding, Location
from dossier.model.kinds import KINDS
from dossier.model.kinds.source import Source
from dossier.model.record import Record
from dossier.text.suggest import did_you_mean

CONTENT, PAGES, SETTINGS = "content", "pages", "dossier.yml"
MKDOCS_SETTINGS = "mkdocs.yml"
SUFFIX = ".yml"
PAGE_SUFFIXES = (".md", ".markdown", ".html")
FIRST_FORMAT = "1"
"""The format of content that names none: summaries without marks."""

Item = TypeVar("Item", bound=ContentItem)


class LoadResult(NamedTuple):
    """The dossier, None if its settings cannot be read, and every finding, unsorted."""

    dossier: Dossier | None
    findings: list[Finding]


class ItemMemory:
    """The items of files that were read before, so that only files that have changed since are read again."""

    def __init__(self) -> None:
        self._items: dict[Path, tuple[tuple[int, ...], ContentItem]] = {}

    def recall(self, file: Path) -> ContentItem | None:
        """Return the item of a file that is as it was, else None."""
        state, item = self._items.get(file, ((), None))
        return item if item is not None and state == _file_state(file) else None

    def keep(self, file: Path, state: tuple[int, ...], item: ContentItem) -> None:
        """Keep the item of a file that was in this state before it was read."""
        self._items[file] = (state, item)


def _file_state(file: Path) -> tuple[int, ...]:
    """Return what changes with a file: when it was written, its size and which file it is; () if there is none."""
    try:
        stat = file.stat()
    except OSError:
        return ()
    return stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino


def load_dossier(root: Path, memory: ItemMemory | None = None) -> LoadResult:
    """Read `content/` and `seeds/` below `root`. Whatever the files contain, this raises no error.

    With a `memory`, only the records that have changed since it was last used are read.
    """
    loader = _Loader(root.resolve(), memory or ItemMemory())
    dossier = loader.load()
    return LoadResult(dossier, loader.findings)


def iter_content_files(root: Path) -> Iterator[tuple[Path, type[ContentItem]]]:
    """Yield every file of `content/` that should hold an item, with the class of the item; the settings first."""
    if (root / CONTENT / SETTINGS).is_file():
        yield root / CONTENT / SETTINGS, Settings
    for kind in KINDS:
        for file in _Loader(root).files_below(root / CONTENT / kind.plural):
            if file.suffix == SUFFIX:
                yield file, kind


def read_pages(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the path and text of each hand-written page in `content/pages/` that can be read; `root` is resolved."""
    for file in sorted((root / CONTENT / PAGES).rglob("*.md")):
        text = read_page(file, root, display_path(file, root))
        if isinstance(text, str):
            yield display_path(file, root), text


def _content_file(id: str, document: YamlDocument) -> ContentFile:
    """Return what an item keeps of its file: its id, its path, and where its values and words are."""
    kept = LazyDocument(document)
    return ContentFile(id, document.path, kept.positions, kept.find_text)


@dataclass
class _Loader:
    """Reads the files below `root`, the project's root, and collects every finding about them.

    `records` are those that could be read, by key; `unreadable_keys` are the keys of the others,
    and `unread_texts` what their files contain, None for a file that cannot be opened.
    """

    root: Path
    memory: ItemMemory = field(default_factory=ItemMemory)
    findings: list[Finding] = field(default_factory=list)
    records: dict[str, Record] = field(default_factory=dict)
    unreadable_keys: set[str] = field(default_factory=set)
    unread_texts: list[str | None] = field(default_factory=list)

    def load(self) -> Dossier | None:
        """Read everything and return the dossier, or None if its settings cannot be read."""
        links = [self.root / name for name in (CONTENT, SEEDS) if (self.root / name).is_symlink()]
        if links:
            for link in links:
                self._refuse_symlink(link)
            return None
        document = self._read_document(self.root / CONTENT / SETTINGS)
        if document and not self._is_readable_format(document):
            return None
        settings = self._parse_settings(document) if document else None
        for kind in KINDS:
            for file in self.files_below(self.root / CONTENT / kind.plural):
                self._read_record(file, kind)
        self._report_unexpected_files()
        self._report_faulty_pages()
        sources = [record for record in self.records.values() if isinstance(record, Source)]
        seeds = SeedReader(self.root, self.findings)
        texts = seeds.read_texts(sources)
        originals = seeds.read_originals(sources, texts)
        if not any(key.startswith(f"{Source.singular}:") for key in self.unreadable_keys):
            seeds.report_unused(sources)
        if settings is None:
            return None
        current = tuple(record for record in self.records.values() if record.withdrawn is None)
        withdrawn = tuple(record for record in self.records.values() if record.withdrawn is not None)
        unread = None if None in self.unread_texts else "\n".join(text for text in self.unread_texts if text)
        return Dossier(
            settings,
            current,
            texts,
            frozenset(self.unreadable_keys),
            withdrawn,
            originals,
            unread,
            frozenset(seeds.other_line_ends),
        )

    def files_below(self, folder: Path) -> Iterator[Path]:
        """Yield the files below `folder`, sorted; skip dot-files, and report a folder that is a link."""
        if folder.is_symlink():
            self._refuse_symlink(folder)
            return
        if not folder.is_dir():
            return
        try:
            with os.scandir(folder) as scanned:
                entries = sorted(scanned, key=lambda entry: entry.name)
        except OSError as error:
            self._report(folder, UNREADABLE, f"cannot be listed: {error.strerror}")
            return
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False) or (entry.is_symlink() and (folder / entry.name).is_dir()):
                yield from self.files_below(folder / entry.name)
            else:
                yield folder / entry.name

    def _is_readable_format(self, settings: YamlDocument) -> bool:
        """Return whether the content has the format that this program reads, and report it if not."""
        version = settings.value.get("format", FIRST_FORMAT) if isinstance(settings.value, dict) else CONTENT_FORMAT
        if version == CONTENT_FORMAT:
            return True
        if version == FIRST_FORMAT:
            message = f"the content has format {FIRST_FORMAT}: run `dossier migrate`"
        else:
            message = f"expected {CONTENT_FORMAT}, got {quote_value(version)}: use the release that reads this format"
        line, column = settings.positions.values.get(("format",), (1, 1))
        self.findings.append(Finding(Location(settings.path, line, column), FORMAT.id, message))
        return False

    def _read_record(self, file: Path, kind: type[Record]) -> None:
        """Add the record in a file to `records`, or its key to `unreadable_keys` with findings."""
        id = file.stem
        key = f"{kind.singular}:{id}"
        if file.suffix != SUFFIX or not is_id(id):
            requirement = "use `<id>.yml` with lower-case ASCII letters, digits, hyphens"
            self._report(file, FILE_NAME, f"`{file.name}` is not a valid name: {requirement}")
            self._add_unreadable(key, file)
            return
        if key in self.records:
            self._report(file, DUPLICATE_ID, f"duplicate id `{id}` (also {self.records[key].path})")
            return
        known = self.memory.recall(file)
        if isinstance(known, kind):
            self.records[key] = known
            return
        state = _file_state(file)
        document = self._read_document(file)
        record = self._parse_item(kind, id, document) if document else None
        if record is None:
            self._add_unreadable(key, file)
        else:
            self.records[key] = record
            self.memory.keep(file, state, record)

    def _add_unreadable(self, key: str, file: Path) -> None:
        """Note that the record with this key cannot be read, and what its file contains as far as that can be known."""
        self.unreadable_keys.add(key)
        data = read_bytes(file, self.root, MAX_CONTENT_BYTES)
        self.unread_texts.append(data.decode("utf-8", "replace") if isinstance(data, bytes) else None)

    def _parse_settings(self, document: YamlDocument) -> Settings | None:
        """Return the settings; without those that are wrong, so that everything else is still checked.

        None if a required one is wrong, or the sides, which records refer to.
        """
        file = _content_file(SETTINGS.removesuffix(SUFFIX), document)
        try:
            return Settings.parse(document.value, file)
        except ValidationError as error:
            self.findings.extend(validation_findings(error, Settings, document))
            wrong = {details["loc"][0] for details in error.errors() if details["loc"]}
        needed = {"sides", *(name for name, field in Settings.model_fields.items() if field.is_required())}
        if not wrong or wrong & needed:
            return None
        return Settings.parse({name: value for name, value in document.value.items() if name not in wrong}, file)

    def _parse_item(self, kind: type[Item], id: str, document: YamlDocument) -> Item | None:
        try:
            return kind.parse(document.value, _content_file(id, document))
        except ValidationError as error:
            self.findings.extend(validation_findings(error, kind, document))
            return None

    def _read_document(self, file: Path) -> YamlDocument | None:
        path = display_path(file, self.root)
        text = read_content(file, self.root, path)
        if isinstance(text, Finding):
            self.findings.append(text)
            return None
        document = read_yaml(text, path)
        self.findings.extend(document.findings)
        return None if document.findings else document

    def _report_unexpected_files(self) -> None:
        """Report each entry of `content/` that is neither the settings nor a folder of a kind or of pages."""
        content = self.root / CONTENT
        folders = {PAGES, *(kind.plural for kind in KINDS)}
        known = {SETTINGS, *folders}
        for entry in sorted(content.iterdir()) if content.is_dir() else ():
            if entry.name in folders and entry.is_file():
                self._report(entry, FOLDER, f"`{entry.name}` must be a folder, not a file")
            if entry.name not in known and not entry.name.startswith("."):
                renamed = next((kind.plural for kind in KINDS if entry.name in kind.former_plurals), None)
                hint = f"; it is now `{renamed}`" if renamed else did_you_mean(entry.name, sorted(known))
                self._report(entry, FOLDER, f"`{entry.name}` is not the folder of a kind{hint}")

    def _report_faulty_pages(self) -> None:
        """Report each hand-written page that cannot be read, and such pages and settings that have a merge conflict."""
        settings = read_bytes(self.root / MKDOCS_SETTINGS, self.root, MAX_CONTENT_BYTES)
        if isinstance(settings, bytes):
            conflict = find_conflict(settings.decode("utf-8", "replace"), MKDOCS_SETTINGS, CONFLICT_LABEL)
            self.findings += [conflict] if conflict else []
        files = list(self.files_below(self.root / CONTENT / PAGES))
        self.findings += case_duplicates(files, self.root)
        for file in files:
            if file.suffix in PAGE_SUFFIXES:
                text = read_page(file, self.root, display_path(file, self.root))
                if isinstance(text, Finding):
                    self.findings.append(text)

    def _refuse_symlink(self, folder: Path) -> None:
        self._report(folder, UNREADABLE, "this folder is a symbolic link: replace it with the folder")

    def _report(self, file: Path, rule: RuleDoc, message: str) -> None:
        self.findings.append(Finding(Location(display_path(file, self.root), 1, 1), rule.id, message))
