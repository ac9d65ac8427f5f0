"""A bag that another program made: its files are checked against its manifests (BagIt 0.97 and 1.0, RFC 8493)."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dossier.archive.verify import UNREADABLE, Files, bag_info, escape, files_at, is_other_bag

MANIFEST = re.compile(r"(tag)?manifest-([a-z0-9]+)\.txt")
LINE = re.compile(r"([0-9A-Fa-f]+)[ \t]+\*?(?:\./)?(\S.*)")
ENCODED = re.compile("%(0[aA]|0[dD]|25)")
"""The characters that names in a manifest have encoded: line ends and the percent sign."""


class OtherBag(NamedTuple):
    """A bag by another program: its faults, who made it, what was checked, and what could not be."""

    faults: tuple[str, ...]
    agent: str
    checked: str
    not_checked: tuple[str, ...]


def read_other_bag(path: Path) -> OtherBag | None:
    """Check an unpacked bag by another program; None for anything else, an archive of a dossier too.

    Raises NotAnArchiveError, or OSError where the path cannot be read.
    """
    files = files_at(path)
    if not is_other_bag(files):
        return None
    names = sorted(name for name in files.sizes if MANIFEST.fullmatch(name))
    known = [name for name in names if _algorithm(name) in hashlib.algorithms_available]
    faults = [*_declaration_faults(files), *_payload_faults(files, known)]
    for name in known:
        faults += _manifest_faults(files, name)
    if "fetch.txt" in files.sizes:
        faults.append("fetch.txt: incomplete: some files would have to be fetched")
    oxum = bag_info(files, "Payload-Oxum")
    checked = f"{len(files.sizes)} files against {', '.join(known)}{' and Payload-Oxum' if oxum else ''}"
    unknown = tuple(f"{name}: unknown algorithm" for name in names if name not in known)
    return OtherBag(tuple(map(escape, faults)), bag_info(files, "Bag-Software-Agent"), checked, unknown)


def _algorithm(name: str) -> str:
    match = MANIFEST.fullmatch(name)
    return match[2] if match else ""


def _declaration_faults(files: Files) -> Iterator[str]:
    """Yield a fault unless the bag declares its version and encoding, and has the size that it declares, if it does."""
    try:
        declared = files.read("bagit.txt").decode("utf-8")
    except (KeyError, *UNREADABLE):
        declared = ""
    if not re.fullmatch(r"BagIt-Version: \d+\.\d+\r?\nTag-File-Character-Encoding: UTF-8\s*", declared):
        yield "bagit.txt: missing, or it declares no version, or an encoding other than UTF-8"
    payload = [size for name, size in files.sizes.items() if name.startswith("data/")]
    actual = f"{sum(payload)}.{len(payload)}"
    oxum = bag_info(files, "Payload-Oxum").strip()
    if oxum and oxum != actual:
        yield f"bag-info.txt: Payload-Oxum is {oxum}, but data/ has {actual}"


def _payload_faults(files: Files, manifests: list[str]) -> Iterator[str]:
    """Yield a fault for each file of the payload that no manifest lists, or one if there is no manifest at all."""
    payload = [name for name in manifests if not name.startswith("tag")]
    if not payload:
        yield "the bag: it has no manifest of its payload that could be checked"
        return
    listed = {name for manifest in payload for name, _ in _entries(files, manifest)}
    for name in sorted(files.sizes):
        if name.startswith("data/") and name not in listed:
            yield f"{name}: in no manifest"


def _manifest_faults(files: Files, manifest: str) -> Iterator[str]:
    """Yield a fault for each file that a manifest lists and that is missing or different."""
    for name, expected in _entries(files, manifest):
        if not expected:
            yield f"{manifest}: not a checksum and a name: {name}"
        elif name not in files.sizes:
            yield f"{name}: missing"
        else:
            try:
                with files.open(name) as opened:
                    digest = hashlib.file_digest(opened, _algorithm(manifest)).hexdigest()  # type: ignore[arg-type]
            except UNREADABLE as error:
                yield f"{name}: cannot be read: {error}"
                continue
            if digest != expected:
                yield f"{name}: changed: differs from {manifest}"


def _entries(files: Files, manifest: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the checksum of each line of a manifest; without a checksum, the line that has none."""
    for line in files.read(manifest).decode("utf-8", "surrogateescape").splitlines():
        match = LINE.fullmatch(line)
        if match:
            yield ENCODED.sub(lambda code: chr(int(code[1], 16)), match[2]), match[1].lower()
        elif line.strip():
            yield line, ""
