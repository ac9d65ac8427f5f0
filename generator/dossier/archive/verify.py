#!/usr/bin/env python3
"""Verify an archive that `dossier archive` created, zipped or unpacked. Needs only Python 3.8 or newer.

    python3 verify.py [PATH]      PATH defaults to the folder of this file

It checks every byte against the manifests of the archive, which is a bag (BagIt 1.0, RFC 8493); every passage of the
records against its source text; every statement against these passages, and its line in claims.jsonl against it; and
every link on every page. It unpacks nothing and does not use the network. It prints one fault per line.
Exit codes: 0 no faults, 1 faults, 2 no archive, or one that cannot be read.

Anyone who can change an archive can also change its manifests and this file. So keep the seal apart from the archive:
it changes with any byte of it, the signature excepted. Or check the signature, if the archive has one:

    python3 verify.py --signers FILE [--identity NAME] [PATH]

FILE lists who may sign with which keys, in the format of OpenSSH's allowed signers, which git uses too. This needs
ssh-keygen. Either way, run a copy of this program that did not come with the archive.

It has over 500 lines because every archive contains it: one file, for old Pythons, that imports nothing of ours.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import os
import re
import stat
import struct
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import IO, Any, NamedTuple
from urllib.parse import unquote, urlsplit

BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
ALGORITHMS = ("sha256", "sha512")
SEAL = "tagmanifest-sha256.txt"
SIGNATURE = SEAL + ".sig"
NAMESPACE = "dossier-archive"  # What the signature is for: ssh-keygen rejects one that was made for anything else.
SITE = "data/site/"
RECORDS = "data/site/data/dossier.json"
CLAIMS = "data/site/data/claims.jsonl"
TEXTS = "data/site/data/texts/"
CURRENT_FORMAT = "dossier/4"
FORMATS = ("dossier/1", "dossier/2", "dossier/3", CURRENT_FORMAT)
ERROR_PAGE = "404.html"  # It is served at any address, so its links begin at the root of the host.

MAX_FILES = 60_000
MAX_BYTES = 4_000_000_000  # Like MAX_FILES below the limit of a zip without the 64-bit extension.
MAX_IN_MEMORY = 512_000_000
MAX_SIGNATURE = 100_000  # Many times what a key and a certificate need.
MAX_RATIO = 200  # Of the size of a file above one megabyte to its compressed size.
MAX_NAME_LENGTH = 200
BLOCK_SIZE = 1 << 20

FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\%\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]')
DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)")
UNREADABLE = (OSError, EOFError, RuntimeError, ValueError, struct.error, zipfile.BadZipFile, zlib.error)


class NotAnArchiveError(Exception):
    """There is no archive at this path."""


class CannotCheckError(Exception):
    """The signature cannot be checked here; the message says why and what to do."""


# The files: in a folder or in a zip.


class Files:
    """The names and sizes of the files of an archive, and their date in a zip. With `faults`, no file may be opened."""

    def __init__(self) -> None:
        self.sizes: dict[str, int] = {}
        self.folder: Path | None = None  # Of an unpacked archive.
        self.date: tuple[int, ...] | None = None
        self.faults: list[str] = []

    def open(self, name: str) -> IO[bytes]:
        """Open a file for reading."""
        raise NotImplementedError

    def read(self, name: str) -> bytes:
        """Return the content of a file. Raises one of UNREADABLE."""
        if self.sizes[name] > MAX_IN_MEMORY:
            raise ValueError(f"{self.sizes[name]} bytes is too large to read at once")
        with self.open(name) as opened:
            return opened.read()


class Folder(Files):
    """An unpacked archive. Symbolic links are not followed, and only regular files are opened."""

    def __init__(self, top: Path) -> None:
        super().__init__()
        self.folder = self._top = top
        folders = [""]
        while folders:
            within = folders.pop()
            with os.scandir(top / within) as entries:
                for entry in entries:
                    name = within + entry.name
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(name + "/")
                    elif entry.is_file(follow_symlinks=False):
                        self.sizes[name] = entry.stat(follow_symlinks=False).st_size
                    else:
                        self.faults.append(f"{name}: a symbolic link or a device: only regular files are allowed")

    def open(self, name: str) -> IO[bytes]:
        return (self._top / name).open("rb")


class Zip(Files):
    """A zipped archive, which must be written exactly as `dossier archive` writes it: see `zip_faults`."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        with path.open("rb") as opened:
            try:
                self.faults.extend(zip_faults(opened))
            except UNREADABLE as error:
                self.faults.append(f"{path.name}: not a readable zip: {error}")
        if not self.faults:
            self._zip = zipfile.ZipFile(path)
            self._top = self._zip.namelist()[0].partition("/")[0]
            self.sizes = {entry.filename.partition("/")[2]: entry.file_size for entry in self._zip.infolist()}
            self.date = self._zip.infolist()[0].date_time  # All have the same.

    def open(self, name: str) -> IO[bytes]:
        return self._zip.open(f"{self._top}/{name}")


def files_at(path: Path) -> Files:
    """Return the files of the archive at `path`. Raises NotAnArchiveError, or OSError where it cannot be read."""
    if path.is_dir():
        if not any((path / name).exists() for name in ("bagit.txt", "bag-info.txt", "manifest-sha256.txt", SEAL)):
            raise NotAnArchiveError(f"{path} is not an archive: name the zip, or the folder that contains bagit.txt")
        return Folder(path)
    if not path.exists():
        raise NotAnArchiveError(f"{path} does not exist")
    if not path.is_file():
        raise NotAnArchiveError(f"{path} is neither a zip nor a folder")
    return Zip(path)


# The structure of a zip: nothing that could do harm when unpacked, and no byte that belongs to no file.


def zip_faults(opened: IO[bytes]) -> Iterator[str]:
    """Yield the faults of a zip's structure, without unpacking anything; stop at the first unexpected byte."""
    size = opened.seek(0, os.SEEK_END)
    opened.seek(max(0, size - 22))
    end = opened.read(22)
    if len(end) < 22 or end[:4] != b"PK\5\6":
        yield "the zip: truncated, or unexpected bytes after its end"
        return
    disk, disks, here, count, length, start, comment = struct.unpack("<4H2LH", end[4:])
    if disk or disks or comment or here != count or count > MAX_FILES or start + length + 22 != size:
        yield "the zip: unexpected bytes before or after the archive, or too many files"
        return
    opened.seek(0)
    with zipfile.ZipFile(opened) as archive:
        entries = archive.infolist()
        if len(entries) != count or not entries:
            yield f"the zip: it declares {count} files and has {len(entries)}"
            return
        faults = [*entry_faults(entries), *name_faults([entry.orig_filename for entry in entries])]
        yield from faults or layout_faults(opened, entries, start, length)


def entry_faults(entries: list[zipfile.ZipInfo]) -> Iterator[str]:
    """Yield the faults of the zip's directory entries."""
    top, date = entries[0].orig_filename.partition("/")[0], entries[0].date_time
    if sum(entry.file_size for entry in entries) > MAX_BYTES:
        yield f"the zip: more than {MAX_BYTES} bytes when unpacked: not unpacked"
    for entry in entries:
        is_stored = entry.compress_type == zipfile.ZIP_STORED and entry.compress_size == entry.file_size
        if entry.orig_filename.partition("/")[0] != top or entry.orig_filename == top:
            yield f"{entry.orig_filename}: outside the archive's folder {top}/"
        if entry.flag_bits & 0x41:
            yield f"{entry.orig_filename}: encrypted"
        elif not stat.S_ISREG(entry.external_attr >> 16):
            yield f"{entry.orig_filename}: a symbolic link, a device or a folder: only regular files are allowed"
        elif entry.file_size > MAX_RATIO * entry.compress_size and entry.file_size > BLOCK_SIZE:
            yield f"{entry.orig_filename}: {entry.compress_size} bytes would unpack to {entry.file_size}: not unpacked"
        elif entry.date_time != date or not (is_stored or entry.compress_type == zipfile.ZIP_DEFLATED):
            yield f"{entry.orig_filename}: zip metadata that `dossier archive` does not write"


def layout_faults(opened: IO[bytes], entries: list[zipfile.ZipInfo], start: int, length: int) -> Iterator[str]:
    """Yield a fault unless file follows file, then the central directory, with the expected headers and nothing else.

    The directory begins at `start` and has `length` bytes.
    """
    offset, entry_offset = 0, start
    for entry in entries:
        local_header, directory_entry = expected_headers(entry, offset)
        opened.seek(offset)
        actual_header = opened.read(len(local_header))
        opened.seek(entry_offset)
        if actual_header != local_header or opened.read(len(directory_entry)) != directory_entry:
            yield f"{entry.orig_filename}: zip headers that `dossier archive` does not write"
            return
        offset += len(local_header) + entry.compress_size
        entry_offset += len(directory_entry)
    if offset != start or entry_offset != start + length:
        yield "the zip: unexpected bytes between its files, its directory and its end"


def expected_headers(entry: zipfile.ZipInfo, offset: int) -> tuple[bytes, bytes]:
    """Return the local header of a file at `offset` and its directory entry, as `dossier archive` writes them.

    See sections 4.3.7 and 4.3.12 of the ZIP specification (APPNOTE.TXT).
    """
    name = entry.orig_filename.encode("utf-8")
    year, month, day, hour, minute, second = entry.date_time
    time, date = hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day
    utf8_flag = 0 if entry.orig_filename.isascii() else 0x800
    fields = (20, utf8_flag, entry.compress_type, time, date, entry.CRC, entry.compress_size, entry.file_size)
    shared = struct.pack("<5H3L2H", *fields, len(name), 0)
    mode = 0o100644 << 16
    directory_entry = struct.pack("<4s2B", b"PK\1\2", 20, 3) + shared + struct.pack("<3H2L", 0, 0, 0, mode, offset)
    return b"PK\3\4" + shared + name, directory_entry + name


def name_faults(names: Iterable[str]) -> Iterator[str]:
    """Yield the faults of names: each must be a distinct file inside the folder, on every system."""
    files: set[str] = set()
    folders: dict[str, str] = {}
    for name in names:
        yield from (f"{name}: {fault}" for fault in single_name_faults(name))
        key = collision_key(name)
        collides = key in files or key in folders
        for index, char in enumerate(name):
            if char == "/":
                folder = name[:index]
                folder_key = collision_key(folder)
                if folders.setdefault(folder_key, folder) != folder or folder_key in files:
                    collides = True
        if collides:
            yield f"{name}: on some systems the same name as another file or folder"
        files.add(key)


def collision_key(name: str) -> str:
    """Return a key that is equal for names that some systems treat as equal: ignoring case and Unicode form."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def single_name_faults(name: str) -> Iterator[str]:
    """Yield the fault of a name by itself, if any."""
    parts = name.split("/")
    if name.startswith("/") or ".." in parts:
        yield "the name leads out of the folder"
    elif FORBIDDEN.search(name) or name != unicodedata.normalize("NFC", name):
        yield "the name has a character that is not allowed on some systems, or is not in Unicode form NFC"
    elif len(name) > MAX_NAME_LENGTH:
        yield f"the name is longer than {MAX_NAME_LENGTH} characters"
    elif any(part in ("", ".") or part[-1] in ". " or part[0] == " " or DEVICE.match(part) for part in parts):
        yield "the name is not allowed on some systems"


# The tag files: manifests and declared size.


def digests(files: Files, name: str) -> dict[str, str]:
    """Return the checksums of a file by algorithm. Raises one of UNREADABLE."""
    hashes = {algorithm: hashlib.new(algorithm) for algorithm in ALGORITHMS}
    with files.open(name) as opened:
        for block in iter(lambda: opened.read(BLOCK_SIZE), b""):
            for digest in hashes.values():
                digest.update(block)
    return {algorithm: digest.hexdigest() for algorithm, digest in hashes.items()}


def read_manifest(files: Files, name: str, length: int) -> tuple[dict[str, str], list[str]]:
    """Return the checksums in a manifest by file name, and its faults; a checksum has `length` bytes."""
    if name not in files.sizes:
        return {}, [f"{name}: missing"]
    checksums: dict[str, str] = {}
    faults = []
    line_pattern = re.compile(rf"([0-9a-f]{{{length * 2}}})  (\S(?:.*\S)?)")
    try:
        text = files.read(name).decode("utf-8")
    except UNREADABLE as error:
        return {}, [f"{name}: cannot be read: {error}"]
    lines = text.split("\n")
    if lines.pop():
        faults.append(f"{name}: truncated: its last line has no line end")
    for number, line in enumerate(lines, 1):
        match = line_pattern.fullmatch(line)
        if not match or match[2] in checksums:
            faults.append(f"{name}: line {number} is not a checksum and a name, or repeats a name")
        else:
            checksums[match[2]] = match[1]
    return checksums, faults


def manifest_faults(files: Files) -> Iterator[str]:
    """Yield a fault for each file that is missing, not listed, or different from the manifests (RFC 8493)."""
    tag_manifests = [name for name in files.sizes if name.startswith("tagmanifest-")]
    known = {SIGNATURE, *(f"tagmanifest-{algorithm}.txt" for algorithm in ALGORITHMS)}
    for name in sorted(set(tag_manifests) - known):
        yield f"{name}: added later"
    payload = [name for name in files.sizes if name.startswith("data/")]
    tags = set(files.sizes).difference(payload, tag_manifests)
    for kind, present in (("manifest", payload), ("tagmanifest", tags)):
        checksums: dict[str, dict[str, str]] = {}
        for algorithm in ALGORITHMS:
            length = hashlib.new(algorithm).digest_size
            checksums[algorithm], faults = read_manifest(files, f"{kind}-{algorithm}.txt", length)
            yield from faults
        for name in sorted(set(present).union(*checksums.values())):
            fault = file_fault(files, name, checksums)
            if fault:
                yield f"{name}: {fault}"


def file_fault(files: Files, name: str, checksums: dict[str, dict[str, str]]) -> str:
    """Return the fault of a file, or ""; `checksums` are those of the manifests, by algorithm and name."""
    if name not in files.sizes:
        return "missing"
    if not all(name in by_name for by_name in checksums.values()):
        return "not in every manifest: added or renamed later"
    try:
        actual = digests(files, name)
    except UNREADABLE as error:
        return f"cannot be read: {error}"
    differing = [algorithm for algorithm in ALGORITHMS if checksums[algorithm][name] != actual[algorithm]]
    return f"changed: its {' and '.join(differing)} differs from the manifest" if differing else ""


def bag_info_faults(files: Files) -> Iterator[str]:
    """Yield a fault unless the bag is declared as BagIt 1.0, is complete, and has the declared size."""
    for name in ("bagit.txt", "bag-info.txt"):
        if name not in files.sizes:
            return  # The manifests list both, so a missing or unreadable one is reported.
    try:
        declared, info = files.read("bagit.txt"), files.read("bag-info.txt").decode("utf-8")
    except UnicodeDecodeError as error:
        yield f"bag-info.txt: cannot be read: {error}"
        return
    except UNREADABLE:
        return
    if declared != BAGIT:
        yield "bagit.txt: it does not declare a bag of BagIt 1.0"
    payload = [size for name, size in files.sizes.items() if name.startswith("data/")]
    oxum = re.findall(r"(?m)^Payload-Oxum: (.*)$", info)
    if oxum != [f"{sum(payload)}.{len(payload)}"]:
        declared_oxum = " and ".join(oxum) or "missing"
        yield f"bag-info.txt: Payload-Oxum is {declared_oxum}, but data/ has {sum(payload)}.{len(payload)}"
    if "fetch.txt" in files.sizes:
        yield "fetch.txt: incomplete: some files would have to be fetched"


def bag_info(files: Files, label: str) -> str:
    """Return the value of an element of bag-info.txt, or "" if there is none."""
    try:
        text = files.read("bag-info.txt").decode("utf-8")
    except (KeyError, *UNREADABLE):
        return ""
    found = re.search(rf"(?m)^{label}: (.*)$", text)
    return found[1] if found else ""


def date_faults(files: Files, data: Any) -> Iterator[str]:
    """Yield a fault if the files of a zip are not dated as declared: at the start of the day, or in 1980 without one.

    In archives with records of an earlier format, they may have any time of that day.
    """
    if files.date is None:
        return
    day = bag_info(files, "Bagging-Date") or "1980-01-01"
    year, month, date, *time = files.date
    is_dated_to_the_day = isinstance(data, dict) and data["format"] != CURRENT_FORMAT
    if f"{year:04}-{month:02}-{date:02}" != day or (any(time) and not is_dated_to_the_day):
        actual = "{:04}-{:02}-{:02} {:02}:{:02}:{:02}".format(*files.date)
        yield f"the zip: its files are dated {actual}, not {day} 00:00:00 as its Bagging-Date requires"


# The signature: the manifest of the tag files, and so every file, is signed as git signs commits with SSH keys.


def signing_key(files: Files) -> str:
    """Return the fingerprint of the key that the signature names, or "" if there is no signature.

    Raises one of UNREADABLE for anything but a signature as ssh-keygen writes it (OpenSSH, PROTOCOL.sshsig).
    """
    if SIGNATURE not in files.sizes:
        return ""
    if files.sizes[SIGNATURE] > MAX_SIGNATURE:
        raise ValueError(f"{files.sizes[SIGNATURE]} bytes is too large")
    first, *lines, last, end = files.read(SIGNATURE).decode("ascii").split("\n")
    encoded = "".join(lines)
    signature = base64.b64decode(encoded, validate=True)
    is_armoured = (first, last, end) == ("-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----", "")
    if not is_armoured or base64.b64encode(signature).decode("ascii") != encoded or signature[:10] != b"SSHSIG\0\0\0\1":
        raise ValueError("no SSH signature of version 1")
    fields, offset = [], 10
    while offset < len(signature):
        (length,) = struct.unpack_from(">L", signature, offset)
        fields.append(signature[offset + 4 : offset + 4 + length])
        offset += 4 + length
    if offset != len(signature) or len(fields) != 5 or fields[1:3] != [NAMESPACE.encode("ascii"), b""]:
        raise ValueError(f"no SSH signature for {NAMESPACE}")
    return "SHA256:" + base64.b64encode(hashlib.sha256(fields[0]).digest()).decode("ascii").rstrip("=")


def check_signature(files: Files, signers: Path, identity: str) -> tuple[str, str]:
    """Return who signed the archive, and the fault if that is not one of the allowed signers, or not `identity`.

    Keys must be valid on the declared date of the archive, as git checks commits. Raises CannotCheckError.
    """
    program = find_ssh_keygen(files.folder)
    if program is None:
        raise CannotCheckError(
            "ssh-keygen was not found, so the signature cannot be checked: install OpenSSH, or leave out --signers to "
            "check everything else"
        )
    if not signers.is_file():
        raise CannotCheckError(f"{signers} does not exist: name the file that lists who may sign with which keys")
    if SIGNATURE not in files.sizes:
        return "", f"{SIGNATURE}: missing: the archive is not signed"
    day = bag_info(files, "Bagging-Date")
    at = [f"-Overify-time={day.replace('-', '')}"] if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", day) else []
    with tempfile.TemporaryDirectory() as folder:
        signature = Path(folder, "signature")
        signature.write_bytes(files.read(SIGNATURE))
        shared = ["-f", str(signers), "-s", str(signature), *at]
        found = run_program([program, "-Y", "find-principals", *shared], b"")
        if found.returncode != 0:
            return "", f"{SIGNATURE}: no allowed signer has this key {f'on {day}' if at else ''}: {printed_text(found)}"
        faults = []
        for name in [identity] if identity else printed_text(found).splitlines():
            checked = run_program([program, "-Y", "verify", *shared, "-n", NAMESPACE, "-I", name], files.read(SEAL))
            if checked.returncode == 0:
                return name, ""
            faults.append(f"{SIGNATURE}: no valid signature by {name}: {printed_text(checked)}")
        return "", faults[0]


def find_ssh_keygen(archive: Path | None = None) -> str | None:
    """Return the path of ssh-keygen in a folder that PATH names in full, or None.

    None in the current folder or in the archive, where anyone may have put it, is run: `shutil.which` would find it.
    """
    here, top = Path.cwd().resolve(), archive.resolve() if archive else None
    for folder in map(Path, os.get_exec_path()):
        program = folder / ("ssh-keygen.exe" if os.name == "nt" else "ssh-keygen")
        if folder.is_absolute() and program.is_file() and os.access(program, os.X_OK):
            parents = [folder.resolve(), *program.resolve().parents]
            if here not in parents[:2] and top not in (*parents, *folder.resolve().parents):
                return str(program)
    return None


def run_program(command: list[str], given: bytes) -> subprocess.CompletedProcess[bytes]:
    """Run a program; return what became of it."""
    return subprocess.run(command, input=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)


def printed_text(done: subprocess.CompletedProcess[bytes]) -> str:
    """Return what a program printed."""
    return done.stdout.decode("utf-8", "backslashreplace").strip()


# The records: every passage is in its source text.


def records_of(files: Files) -> tuple[Any, list[str]]:
    """Return the records as data, and the faults because of which there are none."""
    try:
        data = json.loads(files.read(RECORDS).decode("utf-8"))
        if data["format"] not in FORMATS:
            return None, [f"{RECORDS}: unknown format: {data['format']}"]
        return data, []
    except KeyError:
        return None, [f"{RECORDS}: missing, or it does not name its format"]
    except (*UNREADABLE, TypeError, RecursionError) as error:
        return None, [f"{RECORDS}: cannot be read: {error}"]


def passages_in(data: Any) -> Iterator[dict[str, Any]]:
    """Yield every passage in the records, at any depth; statements repeat them as their evidence."""
    waiting = [data]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            if {"file", "exact", "start", "end"} <= node.keys():
                yield node
            waiting.extend(value for name, value in node.items() if name not in ("lead", "statements"))
        elif isinstance(node, list):
            waiting.extend(node)


def text_of(files: Files, name: str) -> list[tuple[int, str]]:
    """Return (offset in code points, text) of each part of a source text that the archive has.

    That is the whole text, or excerpts if its rights allow no more. Raises KeyError, or one of UNREADABLE.
    """
    if f"data/seeds/{name}" in files.sizes:
        return [(0, files.read(f"data/seeds/{name}").decode("utf-8"))]
    document = json.loads(files.read(f"data/excerpts/{name}.json").decode("utf-8"))
    return [(excerpt["start"], excerpt["text"]) for excerpt in document["excerpts"]]


def passage_faults(files: Files, data: Any) -> Iterator[str]:
    """Yield a fault for each passage that is not at its position in its source text."""
    texts: dict[str, list[tuple[int, str]]] = {}
    for passage in passages_in(data):
        name, start, end, exact = str(passage["file"]), passage["start"], passage["end"], passage["exact"]
        if name not in texts:
            try:
                texts[name] = text_of(files, name)
            except (*UNREADABLE, KeyError, TypeError, RecursionError):
                texts[name] = []
        if not any(passage_occurs(exact, start, end, offset, text) for offset, text in texts[name]):
            yield f"{RECORDS}: not found at {start} to {end} of {name}: {exact}"


def passage_occurs(exact: Any, start: Any, end: Any, offset: Any, text: Any) -> bool:
    """Return whether `exact` is at `start` to `end`, where `text` is the part of the source text from `offset`."""
    if not all(type(number) is int for number in (start, end, offset)) or not isinstance(text, str):
        return False
    is_inside: bool = offset <= start < end <= offset + len(text)
    return is_inside and text[start - offset : end - offset] == exact


def source_faults(files: Files, data: Any) -> Iterator[str]:
    """Yield a fault for each source whose text does not have the checksum in its record."""
    for source in data["sources"] if isinstance(data, dict) and isinstance(data.get("sources"), list) else []:
        name = source.get("text") if isinstance(source, dict) else None
        if name is None:
            continue
        try:
            if text_digest(files, name) != source["sha256"]:
                yield f"{RECORDS}: the text {name} does not have the checksum of its source"
        except (*UNREADABLE, KeyError, TypeError, RecursionError):
            yield f"{RECORDS}: the text {name} is not in this archive, in full or in excerpts"


def text_digest(files: Files, name: str) -> Any:
    """Return the SHA-256 of a source's whole text: computed, or as stated with its excerpts."""
    if f"data/seeds/{name}" in files.sizes:
        return digests(files, f"data/seeds/{name}")["sha256"]
    return json.loads(files.read(f"data/excerpts/{name}.json").decode("utf-8"))["sha256"]


def text_faults(files: Files, data: Any) -> Iterator[str]:
    """Yield a fault for each text of the site that is missing, or not byte for byte the source text of that name."""
    for source in data["sources"] if isinstance(data, dict) and isinstance(data.get("sources"), list) else []:
        text = source.get("text") if isinstance(source, dict) else None
        expected, is_listed = f"{TEXTS}{text}", f"{TEXTS}index.json" in files.sizes
        if is_listed and f"data/seeds/{text}" in files.sizes and expected not in files.sizes:
            yield f"{expected}: missing, but the source text is in data/seeds/"
    for name in sorted(files.sizes):
        seed = "data/seeds/" + name[len(TEXTS) :]
        if not name.startswith(TEXTS) or name == f"{TEXTS}index.json":
            continue
        try:
            if seed not in files.sizes:
                yield f"{name}: there is no such source text in data/seeds/"
            elif digests(files, name) != digests(files, seed):
                yield f"{name}: differs from {seed}"
        except UNREADABLE:
            continue  # The manifests list both, so an unreadable one is reported.


# The statements: each is based on passages of the records, has an address on a page, and is a line of the claims.


def statements_in(data: Any) -> Iterator[dict[str, Any]]:
    """Yield every statement of the home page and of the records; earlier formats have none."""
    lists = data.values() if isinstance(data, dict) else ()
    records = [record for records in lists if isinstance(records, list) for record in records]
    holders = [record.get("statements") for record in records if isinstance(record, dict)]
    for statements in [data.get("lead") if isinstance(data, dict) else None, *holders]:
        for statement in statements if isinstance(statements, list) else []:
            if isinstance(statement, dict):
                yield statement


def evidence_of(statement: dict[str, Any]) -> list[str]:
    """Return the passages that a statement or a claim is based on, as text that can be compared."""
    return [passage_identity(passage) for passage in statement["evidence"]]


def passage_identity(passage: dict[str, Any]) -> str:
    """Return the source, the position and the words of a passage as JSON."""
    return json.dumps([passage.get(name) for name in ("source", "file", "start", "end", "exact")], ensure_ascii=False)


def statement_faults(files: Files, data: Any, pages: dict[str, Page]) -> Iterator[str]:
    """Yield a fault for each statement with evidence that no record has, or without its anchor on its page."""
    known = set(map(passage_identity, passages_in(data)))
    for statement in statements_in(data):
        try:
            address, evidence = str(statement["url"]), evidence_of(statement)
            sources = len({passage["source"] for passage in statement["evidence"]})
            is_counted = statement["documents"] == sources
        except (KeyError, TypeError, AttributeError):
            yield f"{RECORDS}: a statement without its address, its evidence or its counts: {statement.get('text')}"
            continue
        for passage in evidence:
            if passage not in known:
                yield f"{RECORDS}: the evidence of {address} is no passage of a record: {passage}"
        if not is_counted:
            yield f"{RECORDS}: the evidence of {address} is from {sources} sources, not {statement['documents']}"
        fault = link_fault(files, pages, "", address_in_site(address))
        if fault:
            yield f"{RECORDS}: the address {address} of a statement {fault}"


def address_in_site(url: str) -> str:
    """Return the address of a record or statement from the site's root, also if it begins with that of the site."""
    *_, folder, page = f"/{url}".split("/")
    return f"{folder}/{page}" if folder and not page.startswith("index.html#") else page


def claim_faults(files: Files, data: Any) -> Iterator[str]:
    """Yield a fault for each line of the claims that is not the statement at its address, and each missing one."""
    if CLAIMS not in files.sizes:
        return
    statements = {address_in_site(str(statement.get("url"))): statement for statement in statements_in(data)}
    try:
        lines = files.read(CLAIMS).decode("utf-8").split("\n")[:-1]
    except UNREADABLE as error:
        yield f"{CLAIMS}: cannot be read: {error}"
        return
    for number, line in enumerate(lines, 1):
        fault = claim_fault(line, statements)
        if fault:
            yield f"{CLAIMS}: line {number} {fault}"
    if statements:
        yield f"{CLAIMS}: statements without a line: {', '.join(list(statements)[:3])}"


def claim_fault(line: str, statements: dict[str, dict[str, Any]]) -> str:
    """Return the fault of a line of the claims, or ""; remove its statement from `statements`, by address."""
    try:
        claim = json.loads(line)
        url = address_in_site(claim["url"])
        if url not in statements:
            return f"is no statement of the records, or repeats one: {claim['url']}"
        statement = statements.pop(url)
        if evidence_of(claim) != evidence_of(statement):
            return f"has other evidence than the statement {url}"
        differing = [name for name in ("text", "by", "documents", "origins") if claim[name] != statement[name]]
        return f"differs from the statement {url}: {', '.join(differing)}" if differing else ""
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        return f"cannot be read as a claim: {error!r}"


# The pages: every link leads to a file of the site, and to an anchor in it.


class Page(HTMLParser):
    """The links of a page, and its anchors."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.anchors.update(attributes[name] for name in ("id", "name") if name in attributes)
        self.links.update(attributes[name] for name in ("href", "src", "xlink:href") if name in attributes)
        if attributes.get("http-equiv", "").lower() == "refresh":
            self.links.add(attributes.get("content", "").partition("url=")[2])


def pages_of(files: Files) -> tuple[dict[str, Page], list[str]]:
    """Return every page of the site by its address, and the faults of those that cannot be read."""
    pages, faults = {}, []
    for name in sorted(files.sizes):
        if name.startswith(SITE) and name.endswith(".html"):
            try:
                pages[name[len(SITE) :]] = Page(files.read(name).decode("utf-8"))
            except (*UNREADABLE, AssertionError) as error:
                faults.append(f"{name}: cannot be read as a page: {error}")
    return pages, faults


def link_faults(files: Files, pages: dict[str, Page]) -> Iterator[str]:
    """Yield a fault for each broken link, page by page."""
    for address, page in pages.items():
        for link in sorted(page.links):
            fault = link_fault(files, pages, address, link)
            if fault:
                yield f"{SITE}{address}: the link {link} {fault}"


def link_fault(files: Files, pages: dict[str, Page], address: str, link: str) -> str:
    """Return the fault of a link on the page at `address`, or ""; links to other hosts are not checked."""
    try:
        scheme, host, path, _, anchor = urlsplit(link)
    except ValueError:
        return "is not a valid URL"
    if scheme or host or (address == ERROR_PAGE and path.startswith("/")):
        return ""
    target = normpath(join(dirname(address), unquote(path))) if path else address
    if path.startswith("/") or target.startswith("../"):
        return "leads outside the site"
    if SITE + target not in files.sizes:
        return "leads to a missing file"
    page = pages.get(target)
    if page and anchor and unquote(anchor) not in {*page.anchors, "top"}:
        return "leads to a missing anchor"
    return ""


# The whole archive.


class VerifyResult(NamedTuple):
    """The faults of an archive, a summary of its content, its seal, and who signed it.

    The seal changes with any byte of the archive, except those of the signature.
    """

    faults: tuple[str, ...]
    summary: str
    seal: str
    signature: str = ""


def verify(path: Path, signers: Path | None = None, identity: str = "") -> VerifyResult:
    """Verify the archive at `path`, and with a list of allowed `signers` that one of them, or `identity`, signed it.

    Raises NotAnArchiveError, CannotCheckError, or OSError where a path cannot be read.
    """
    return verify_files(files_at(path), signers, identity)


def verify_files(files: Files, signers: Path | None = None, identity: str = "") -> VerifyResult:
    """Verify the files of an archive, as `verify` does."""
    if files.faults:
        return VerifyResult(tuple(map(escape, files.faults)), "", "")
    faults = [*manifest_faults(files), *bag_info_faults(files)]
    data, unread = records_of(files)
    pages, unparsed = pages_of(files)
    faults += [*date_faults(files, data), *text_faults(files, data)]
    faults += [*unread, *source_faults(files, data), *passage_faults(files, data)]
    faults += [*statement_faults(files, data, pages), *claim_faults(files, data)]
    faults += [*unparsed, *link_faults(files, pages)]
    # No other program reads what is known to be wrong.
    signature, unsigned = signature_of(files, None if faults else signers, identity)
    faults += unsigned
    summary = (
        f"{len(files.sizes)} files, {sum(files.sizes.values())} bytes, {sum(1 for _ in passages_in(data))} passages, "
        f"{sum(1 for _ in statements_in(data))} statements, "
        f"{sum(len(page.links) for page in pages.values())} links on {len(pages)} pages"
    )
    seal = "" if faults else digests(files, SEAL)["sha256"]
    return VerifyResult(tuple(map(escape, faults)), summary, seal, escape(signature))


def signature_of(files: Files, signers: Path | None, identity: str) -> tuple[str, list[str]]:
    """Return what is known about who signed the archive, and the faults of the signature."""
    try:
        key = signing_key(files)
    except UNREADABLE as error:
        return "", [f"{SIGNATURE}: cannot be read as a signature: {error}"]
    if signers is None:
        return f"with the key {key}; not checked, which needs --signers" if key else "", []
    signer, fault = check_signature(files, signers, identity)
    return f"by {signer}, with the key {key}", [fault] if fault else []


def escape(fault: str) -> str:
    """Return a fault with its control and other invisible characters escaped, so that it is one line."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in fault)


def is_other_bag(files: Files) -> bool:
    """Return whether a bag has neither the records nor the verifier that every archive of a dossier has."""
    return not files.faults and RECORDS not in files.sizes and "verify.py" not in files.sizes


def report(path: Path, signers: Path | None = None, identity: str = "") -> int:
    """Verify the archive at `path`, print the result, and return the exit code."""
    try:
        files = files_at(path)
        if is_other_bag(files):
            agent = bag_info(files, "Bag-Software-Agent") or "another program"
            raise NotAnArchiveError(f"{path} is a bag by {agent}, not an archive of a dossier: nothing was checked")
        faults, summary, seal, signature = verify_files(files, signers, identity)
    except (NotAnArchiveError, CannotCheckError, OSError) as error:
        sys.stderr.write(f"verify: {escape(str(error))}\n")
        return 2
    for fault in faults:
        sys.stdout.write(f"{fault}\n")
    if faults:
        sys.stderr.write(f"{len(faults)} fault{'s' * (len(faults) != 1)}\n")
        if files.faults and path.is_file():
            sys.stderr.write("Nothing in this zip was read. To check what another program zipped, unpack it first.\n")
        return 1
    sys.stderr.write(f"verified: {summary}\nseal: {seal}\n")
    if signature:
        sys.stderr.write(f"signed {signature}\n")
    return 0


def main(arguments: list[str]) -> int:
    """Verify the archive that the arguments name; return the exit code."""
    parser = argparse.ArgumentParser(
        "verify.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", nargs="?", type=Path, default=Path(__file__).resolve().parent, metavar="PATH")
    parser.add_argument("--signers", type=Path, metavar="FILE", help="check that one of these signed the archive")
    parser.add_argument("--identity", default="", metavar="NAME", help="check that this one of them did")
    options = parser.parse_args(arguments)
    if options.identity and options.signers is None:
        parser.error("--identity needs --signers")
    return report(options.path, options.signers, options.identity)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
