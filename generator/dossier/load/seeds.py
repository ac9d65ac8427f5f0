"""Reads `seeds/`: the texts of the sources, the files they were extracted from, and where in these each part was."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from dossier.io.files import (
    MAX_SEED_BYTES,
    WHOLE_CONFLICT,
    decode,
    display_path,
    find_conflict,
    find_control_character,
    read_bytes,
)
from dossier.io.locators import parse_locators
from dossier.io.rules import FILE_NAME, SEED_MISSING, SEED_UNUSED, UNREADABLE
from dossier.load.validation import quote_value
from dossier.model.dossier import OriginalFile, SourceText
from dossier.model.finding import Finding, Location
from dossier.model.kinds.source import Locators, Original, Source
from dossier.text.suggest import did_you_mean

SEEDS = "seeds"


class SeedReader:
    """Reads the files in `seeds/` below `root`, the project's root, and adds every finding about them to `findings`.

    `names` are those of the files there; names are compared with this list, so that one in another case is missing on
    every system. `other_line_ends` are the files of which a record pins the bytes with other line ends.
    """

    def __init__(self, root: Path, findings: list[Finding]) -> None:
        self.root = root
        self.findings = findings
        self.other_line_ends: set[str] = set()
        self.names = self._list_names()

    def read_texts(self, sources: list[Source]) -> dict[str, SourceText]:
        """Return the texts of the sources by file name."""
        texts: dict[str, SourceText] = {}
        for source in sources:
            if source.text is None or source.text in texts:
                continue
            data = self._read_seed(source.text, partial(source.location, "text"))
            text = decode(data, f"{SEEDS}/{source.text}") if data is not None else None
            if isinstance(text, str):
                path = f"{SEEDS}/{source.text}"
                text = find_control_character(text, path) or find_conflict(text, path, WHOLE_CONFLICT) or text
            if data is not None and isinstance(text, str):
                texts[source.text] = SourceText(file=source.text, text=text, sha256=hashlib.sha256(data).hexdigest())
                self._compare_line_ends(source.text, data, source.sha256)
            elif isinstance(text, Finding):
                self.findings.append(text)
        return texts

    def _compare_line_ends(self, name: str, data: bytes, sha256: str | None) -> None:
        """Note a file in `seeds/` that has the pinned SHA-256 once its line ends are changed."""
        if hashlib.sha256(data).hexdigest() == sha256:
            return
        unix = data.replace(b"\r\n", b"\n")
        if sha256 in (hashlib.sha256(unix).hexdigest(), hashlib.sha256(unix.replace(b"\n", b"\r\n")).hexdigest()):
            self.other_line_ends.add(name)

    def read_originals(self, sources: list[Source], texts: dict[str, SourceText]) -> dict[str, OriginalFile]:
        """Return each file that a text was extracted from, or that has its locators, by file name.

        Put the locators into the texts.
        """
        files: dict[str, OriginalFile] = {}
        for source in sources:
            if source.original is None:
                continue
            self._read_pinned(source.original, partial(source.location, "original", "file"), files)
            if (locators := source.original.locators) is None:
                continue
            data = self._read_pinned(locators, partial(source.location, "original", "locators", "file"), files)
            text = texts.get(source.text or "")
            if data is None or text is None:
                continue
            parsed = parse_locators(data, f"{SEEDS}/{locators.file}", len(text.text))
            if isinstance(parsed, Finding):
                self.findings.append(parsed)
            else:
                texts[text.file] = text.model_copy(update={"locators": parsed})
        return files

    def _read_pinned(
        self, pinned: Original | Locators, location: Callable[[], Location], files: dict[str, OriginalFile]
    ) -> bytes | None:
        """Return the bytes of a file that a source pins, and note its file; None if it cannot be read."""
        data = self._read_seed(pinned.file, location)
        if data is not None:
            self._compare_line_ends(pinned.file, data, pinned.sha256)
            read = (self.root / SEEDS / pinned.file).read_bytes
            files[pinned.file] = OriginalFile(hashlib.sha256(data).hexdigest(), read)
        return data

    def _read_seed(self, name: str, location: Callable[[], Location]) -> bytes | None:
        """Return the bytes of the file in `seeds/` that the source at a location names; report it if it is missing."""
        if name not in self.names:
            message = f"{quote_value(name)} is not in seeds/{did_you_mean(name, sorted(self.names))}"
            self.findings.append(Finding(location(), SEED_MISSING.id, message))
            return None
        data = read_bytes(self.root / SEEDS / name, self.root, MAX_SEED_BYTES)
        if isinstance(data, Finding):
            self.findings.append(data)
            return None
        return data

    def report_unused(self, sources: list[Source]) -> None:
        """Report each file in `seeds/` that no source names, unless one is missing: its source may mean one of these.

        Call it only if every source could be read.
        """
        named = {source.text for source in sources if source.text is not None}
        for original in (source.original for source in sources if source.original is not None):
            named.add(original.file)
            if original.locators is not None:
                named.add(original.locators.file)
        if named - self.names:
            return
        folded = {name.casefold() for name in named}  # Another finding asks to rename a file of such a name.
        for name in sorted(name for name in self.names - named if name.casefold() not in folded):
            message = f"no source uses {quote_value(name)}: name it in a source or remove it"
            path = display_path(self.root / SEEDS / name, self.root)
            self.findings.append(Finding(Location(path, 1, 1), SEED_UNUSED.id, message))

    def _list_names(self) -> frozenset[str]:
        """Return the names of the files, and report each that differs from another in case only."""
        seeds = self.root / SEEDS
        try:
            names = sorted(file.name for file in seeds.iterdir() if file.name[0] != ".") if seeds.is_dir() else []
        except OSError as error:
            path = display_path(seeds, self.root)
            message = f"cannot be listed: {error.strerror}"
            self.findings.append(Finding(Location(path, 1, 1), UNREADABLE.id, message))
            return frozenset()
        self.findings += case_duplicates([seeds / name for name in names], self.root)
        return frozenset(names)


def case_duplicates(files: Iterable[Path], root: Path) -> Iterator[Finding]:
    """Yield a finding for each file whose name differs from an earlier one in case only: some systems keep only one."""
    seen: dict[str, Path] = {}
    for file in files:
        other = seen.setdefault(str(file).casefold(), file)
        if other is not file:
            message = f"`{file.name}` differs from `{other.name}` in case only: rename one"
            yield Finding(Location(display_path(file, root), 1, 1), FILE_NAME.id, message)
