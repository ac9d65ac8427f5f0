#!/usr/bin/env python3
"""Verifies an archive that `dossier archive` made, zipped or unpacked, with nothing but Python 3.8 or newer.

    python3 verify.py [PATH]      without PATH: the folder that this file stands in

It holds every byte to the manifests of the archive, which is a bag (BagIt 1.0, RFC 8493); every passage of the records
to the text it was taken from; every link of every page to what it leads to. It writes nothing, unpacks nothing and asks
no network. Each fault is a line; exit codes: 0 all is well, 1 there are faults, 2 there is no archive to be read.

Whoever can change an archive can change its manifests too, and this file. So keep the seal that is printed last apart
from the archive: while it stays the same, everything does. And trust a copy of this file that you have from elsewhere.

It has over 500 lines because it is a program of its own: one file in every archive that imports nothing of ours.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import struct
import sys
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
SITE = "data/site/"
RECORDS = "data/site/data/dossier.json"
NOT_FOUND = "404.html"  # It is served at any address, so its links begin at the root of the host.

MAX_FILES = 60_000
MAX_BYTES = 4_000_000_000  # With the count, what a zip can hold without its 64-bit extension.
MAX_IN_MEMORY = 512_000_000
MAX_GROWTH = 200  # What a file of more than a megabyte may grow to, for each byte of it in the zip.
MAX_NAME_LENGTH = 200
BLOCK = 1 << 20

FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\%\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]')
DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)")
UNREADABLE = (OSError, EOFError, RuntimeError, ValueError, struct.error, zipfile.BadZipFile, zlib.error)


class NotAnArchiveError(Exception):
    """There is nothing to verify at this path."""


# Where the files are: in a folder or in a zip.


class Files:
    """The files of an archive by name, each with its size. Where there are `faults`, none of them is to be opened."""

    def __init__(self) -> None:
        self.sizes: dict[str, int] = {}
        self.faults: list[str] = []

    def open(self, name: str) -> IO[bytes]:
        """The bytes of a file."""
        raise NotImplementedError

    def read(self, name: str) -> bytes:
        """All bytes of a file at once; raises one of UNREADABLE."""
        if self.sizes[name] > MAX_IN_MEMORY:
            raise ValueError(f"{self.sizes[name]} bytes are more than are read at once")
        with self.open(name) as opened:
            return opened.read()


class Folder(Files):
    """An unpacked archive. No symbolic link is followed, nothing but plain files is opened."""

    def __init__(self, top: Path) -> None:
        super().__init__()
        self._top = top
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
                        self.faults.append(f"{name}: a symbolic link or a device: only plain files belong here")

    def open(self, name: str) -> IO[bytes]:
        return (self._top / name).open("rb")


class Zip(Files):
    """A zipped archive, refused where it is not as `dossier archive` writes it: see `zip_faults`."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        with path.open("rb") as opened:
            try:
                self.faults.extend(zip_faults(opened))
            except UNREADABLE as error:
                self.faults.append(f"{path.name}: no zip that can be read: {error}")
        if not self.faults:
            self._zip = zipfile.ZipFile(path)
            self._top = self._zip.namelist()[0].partition("/")[0]
            self.sizes = {one.filename.partition("/")[2]: one.file_size for one in self._zip.infolist()}

    def open(self, name: str) -> IO[bytes]:
        return self._zip.open(f"{self._top}/{name}")


def files_at(path: Path) -> Files:
    """The files of the archive at `path`; raises NotAnArchiveError, or OSError where it cannot be read."""
    if path.is_dir():
        if not any((path / name).exists() for name in ("bagit.txt", "bag-info.txt", "manifest-sha256.txt", SEAL)):
            raise NotAnArchiveError(f"{path} holds no archive: name the zip, or the folder that bagit.txt stands in")
        return Folder(path)
    if not path.exists():
        raise NotAnArchiveError(f"there is no {path}")
    if not path.is_file():
        raise NotAnArchiveError(f"{path} is neither a zip nor a folder")
    return Zip(path)


# The form of a zip: nothing in it that unpacking could be harmed by, and no byte that belongs to no file.


def zip_faults(opened: IO[bytes]) -> Iterator[str]:
    """What is wrong with the form of a zip. Nothing of it is unpacked; the first byte that is out of place ends it."""
    size = opened.seek(0, os.SEEK_END)
    opened.seek(max(0, size - 22))
    end = opened.read(22)
    if len(end) < 22 or end[:4] != b"PK\5\6":
        yield "the zip: it is cut short, or something follows its end"
        return
    disk, disks, here, count, length, start, comment = struct.unpack("<4H2LH", end[4:])
    if disk or disks or comment or here != count or count > MAX_FILES or start + length + 22 != size:
        yield "the zip: something stands before its beginning or after its end, or it has too many files"
        return
    opened.seek(0)
    with zipfile.ZipFile(opened) as read:
        entries = read.infolist()
        if len(entries) != count or not entries:
            yield f"the zip: it says that it has {count} files, and has {len(entries)}"
            return
        wrong = [*entry_faults(entries), *name_faults([one.orig_filename for one in entries])]
        yield from wrong or place_faults(opened, entries, start, length)


def entry_faults(entries: list[zipfile.ZipInfo]) -> Iterator[str]:
    """What is wrong with what the zip says of its files."""
    top, when = entries[0].orig_filename.partition("/")[0], entries[0].date_time
    if sum(one.file_size for one in entries) > MAX_BYTES:
        yield f"the zip: its files are more than {MAX_BYTES} bytes: not unpacked"
    for one in entries:
        as_it_is = one.compress_type == zipfile.ZIP_STORED and one.compress_size == one.file_size
        if one.orig_filename.partition("/")[0] != top or one.orig_filename == top:
            yield f"{one.orig_filename}: it stands outside the folder {top}/ that holds the archive"
        if one.flag_bits & 0x41:
            yield f"{one.orig_filename}: it is encrypted"
        elif not stat.S_ISREG(one.external_attr >> 16):
            yield f"{one.orig_filename}: a symbolic link, a device or a folder: only plain files belong here"
        elif one.file_size > MAX_GROWTH * one.compress_size and one.file_size > BLOCK:
            yield f"{one.orig_filename}: {one.compress_size} bytes would unpack to {one.file_size}: not unpacked"
        elif one.date_time != when or not (as_it_is or one.compress_type == zipfile.ZIP_DEFLATED):
            yield f"{one.orig_filename}: the zip says of it what `dossier archive` does not write"


def place_faults(opened: IO[bytes], entries: list[zipfile.ZipInfo], start: int, length: int) -> Iterator[str]:
    """What is wrong with where things lie: file follows file, then the list; head and line of each say the same.

    The list begins at `start` and has `length` bytes.
    """
    place, listed = 0, start
    for one in entries:
        head, line = written(one, place)
        opened.seek(place)
        found = opened.read(len(head))
        opened.seek(listed)
        if found != head or opened.read(len(line)) != line:
            yield f"{one.orig_filename}: the zip says of it, here or in its list, what `dossier archive` does not write"
            return
        place, listed = place + len(head) + one.compress_size, listed + len(line)
    if place != start or listed != start + length:
        yield "the zip: something stands between its files, their list and its end"


def written(one: zipfile.ZipInfo, place: int) -> tuple[bytes, bytes]:
    """The head of a file that lies at `place`, and its line in the list, as `dossier archive` writes them."""
    name = one.orig_filename.encode("utf-8")
    year, month, day, hour, minute, second = one.date_time
    when = hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day
    form = (20, 0 if one.orig_filename.isascii() else 0x800, one.compress_type, *when)
    both = struct.pack("<5H3L2H", *form, one.CRC, one.compress_size, one.file_size, len(name), 0)
    line = struct.pack("<4s2B", b"PK\1\2", 20, 3) + both + struct.pack("<3H2L", 0, 0, 0, 0o100644 << 16, place)
    return b"PK\3\4" + both + name, line + name


def name_faults(names: Iterable[str]) -> Iterator[str]:
    """What is wrong with names: each must be one file, inside the folder, on every system that it is unpacked on."""
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for name in names:
        yield from (f"{name}: {fault}" for fault in archive_name_faults(name))
        above = [name[:at] for at, char in enumerate(name) if char == "/"]
        clashes = [one for one in above if folders.setdefault(collisions(one), one) != one or collisions(one) in files]
        if collisions(name) in files or collisions(name) in folders or clashes:
            yield f"{name}: the name of another file or folder, on some systems"
        files[collisions(name)] = name


def collisions(name: str) -> str:
    """What names have in common that some systems hold to be the same: case, and how accents are written."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def archive_name_faults(name: str) -> Iterator[str]:
    """What is wrong with one name, by itself."""
    parts = name.split("/")
    if name.startswith("/") or ".." in parts:
        yield "a name that leads out of the folder that it is unpacked in"
    elif FORBIDDEN.search(name) or name != unicodedata.normalize("NFC", name):
        yield "a name with a character that names on some systems cannot have, or not in this form"
    elif len(name) > MAX_NAME_LENGTH:
        yield f"a name longer than {MAX_NAME_LENGTH} characters"
    elif any(part in ("", ".") or part[-1] in ". " or part[0] == " " or DEVICE.match(part) for part in parts):
        yield "a name that no file can have on some systems"


# What the archive says of itself: its manifests, and how much it holds.


def digests(files: Files, name: str) -> dict[str, str]:
    """The checksums of a file, by algorithm; raises one of UNREADABLE."""
    made = {algorithm: hashlib.new(algorithm) for algorithm in ALGORITHMS}
    with files.open(name) as opened:
        for block in iter(lambda: opened.read(BLOCK), b""):
            for one in made.values():
                one.update(block)
    return {algorithm: one.hexdigest() for algorithm, one in made.items()}


def manifest(files: Files, name: str, length: int) -> tuple[dict[str, str], list[str]]:
    """The checksums, of so many bytes, that a manifest names by file, and what is wrong with its lines."""
    if name not in files.sizes:
        return {}, [f"{name}: missing"]
    found: dict[str, str] = {}
    faults = []
    line_of = re.compile(rf"([0-9a-f]{{{length * 2}}})  (\S(?:.*\S)?)")
    try:
        text = files.read(name).decode("utf-8")
    except UNREADABLE as error:
        return {}, [f"{name}: cannot be read: {error}"]
    lines = text.split("\n")
    if lines.pop():
        faults.append(f"{name}: it is cut short: its last line has no end")
    for at, line in enumerate(lines, 1):
        fits = line_of.fullmatch(line)
        if not fits or fits[2] in found:
            faults.append(f"{name}: line {at} is no checksum and name, or names a file again")
        else:
            found[fits[2]] = fits[1]
    return found, faults


def manifest_faults(files: Files) -> Iterator[str]:
    """Every file that is missing, is not told of, or is not as the manifests say."""
    manifests = [name for name in files.sizes if name.startswith("tagmanifest-")]  # They alone are told of by none.
    yield from (
        f"{name}: it was added" for name in sorted(set(manifests) - {f"tagmanifest-{one}.txt" for one in ALGORITHMS})
    )
    payload = [name for name in files.sizes if name.startswith("data/")]
    tags = set(files.sizes).difference(payload, manifests)
    for kind, present in (("manifest", payload), ("tagmanifest", tags)):
        told: dict[str, dict[str, str]] = {}
        for algorithm in ALGORITHMS:
            told[algorithm], faults = manifest(files, f"{kind}-{algorithm}.txt", hashlib.new(algorithm).digest_size)
            yield from faults
        for name in sorted(set(present).union(*told.values())):
            fault = file_fault(files, name, told)
            if fault:
                yield f"{name}: {fault}"


def file_fault(files: Files, name: str, told: dict[str, dict[str, str]]) -> str:
    """What is wrong with a file that is there, or that a manifest names: `told` has their checksums by algorithm."""
    if name not in files.sizes:
        return "missing"
    if not all(name in checksums for checksums in told.values()):
        return "no manifest tells of it, or not each: it was added, or had another name"
    try:
        found = digests(files, name)
    except UNREADABLE as error:
        return f"cannot be read: {error}"
    other = [algorithm for algorithm in ALGORITHMS if told[algorithm][name] != found[algorithm]]
    return f"it is not as it was: another {' and '.join(other)} than its manifest tells" if other else ""


def bag_info_faults(files: Files) -> Iterator[str]:
    """Whether it says that it is a bag, and that it holds what it holds."""
    for name in ("bagit.txt", "bag-info.txt"):
        if name not in files.sizes:
            return  # The manifests tell.
    try:
        declared, info = files.read("bagit.txt"), files.read("bag-info.txt").decode("utf-8")
    except UNREADABLE:
        return
    if declared != BAGIT:
        yield "bagit.txt: it does not say that this is a bag of BagIt 1.0"
    payload = [size for name, size in files.sizes.items() if name.startswith("data/")]
    oxum = re.findall(r"(?m)^Payload-Oxum: (.*)$", info)
    if oxum != [f"{sum(payload)}.{len(payload)}"]:
        told = " and ".join(oxum) or "missing"
        yield f"bag-info.txt: its Payload-Oxum is {told}, and that of data/ {sum(payload)}.{len(payload)}"
    if "fetch.txt" in files.sizes:
        yield "fetch.txt: a part of this archive would have to be fetched from elsewhere"


# The records: every passage stands in its text.


def records_of(files: Files) -> tuple[Any, list[str]]:
    """The records, as data, and why they are not to be had."""
    try:
        data = json.loads(files.read(RECORDS).decode("utf-8"))
        return (data, []) if data["format"] == "dossier/2" else (None, [f"{RECORDS}: of another format"])
    except KeyError:
        return None, [f"{RECORDS}: missing, or without a format"]
    except (*UNREADABLE, TypeError, RecursionError) as error:
        return None, [f"{RECORDS}: cannot be read: {error}"]


def passages_in(data: Any) -> Iterator[dict[str, Any]]:
    """Every passage in the records, wherever it is nested."""
    waiting = [data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if {"file", "exact", "start", "end"} <= one.keys():
                yield one
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)


def text_of(files: Files, name: str) -> list[tuple[int, str]]:
    """What the archive has of a source's text: stretches with where they begin, in code points.

    The whole, or the excerpts of one whose rights allow no more. Raises KeyError, or one of UNREADABLE.
    """
    if f"data/seeds/{name}" in files.sizes:
        return [(0, files.read(f"data/seeds/{name}").decode("utf-8"))]
    held = json.loads(files.read(f"data/excerpts/{name}.json").decode("utf-8"))
    return [(one["start"], one["text"]) for one in held["excerpts"]]


def passage_faults(files: Files, data: Any) -> Iterator[str]:
    """Every passage that does not stand where it says."""
    texts: dict[str, list[tuple[int, str]]] = {}
    for one in passages_in(data):
        name, start, end, exact = str(one["file"]), one["start"], one["end"], one["exact"]
        if name not in texts:
            try:
                texts[name] = text_of(files, name)
            except (*UNREADABLE, KeyError, TypeError, RecursionError):
                texts[name] = []
        if not any(passage_occurs(exact, start, end, *stretch) for stretch in texts[name]):
            yield f"{RECORDS}: these words do not stand at {start} to {end} of {name}: {exact}"


def passage_occurs(exact: Any, start: Any, end: Any, begins: Any, text: Any) -> bool:
    """Whether words are what a stretch of text has from `start` to `end`."""
    if not all(type(one) is int for one in (start, end, begins)) or not isinstance(text, str):
        return False
    inside: bool = begins <= start < end <= begins + len(text)
    return inside and text[start - begins : end - begins] == exact


def source_faults(files: Files, data: Any) -> Iterator[str]:
    """Every source whose text is not the one that its record pins."""
    for source in data["sources"] if isinstance(data, dict) and isinstance(data.get("sources"), list) else []:
        name = source.get("text") if isinstance(source, dict) else None
        if name is None:
            continue
        try:
            if expected_digest(files, name) != source["sha256"]:
                yield f"{RECORDS}: the text {name} is not the one that its source pins"
        except (*UNREADABLE, KeyError, TypeError, RecursionError):
            yield f"{RECORDS}: the text {name} is not in this archive, whole or in excerpts"


def expected_digest(files: Files, name: str) -> Any:
    """The SHA-256 of a source's whole text: reckoned, or told beside its excerpts."""
    if f"data/seeds/{name}" in files.sizes:
        return digests(files, f"data/seeds/{name}")["sha256"]
    return json.loads(files.read(f"data/excerpts/{name}.json").decode("utf-8"))["sha256"]


# The pages: every link leads to a file of the site, and to a place in it.


class Page(HTMLParser):
    """The links of a page, and the places that links can lead to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.places: set[str] = set()
        self.links: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.places.update(given[name] for name in ("id", "name") if name in given)
        self.links.update(given[name] for name in ("href", "src", "xlink:href") if name in given)
        if given.get("http-equiv", "").lower() == "refresh":
            self.links.add(given.get("content", "").partition("url=")[2])


def pages_of(files: Files) -> tuple[dict[str, Page], list[str]]:
    """Every page of the site by its address, and those that cannot be read."""
    pages, faults = {}, []
    for name in sorted(files.sizes):
        if name.startswith(SITE) and name.endswith(".html"):
            try:
                pages[name[len(SITE) :]] = Page(files.read(name).decode("utf-8"))
            except (*UNREADABLE, AssertionError) as error:
                faults.append(f"{name}: cannot be read as a page: {error}")
    return pages, faults


def link_faults(files: Files, pages: dict[str, Page]) -> Iterator[str]:
    """Every link that leads nowhere, page by page."""
    for address, page in pages.items():
        for link in sorted(page.links):
            fault = link_fault(files, pages, address, link)
            if fault:
                yield f"{SITE}{address}: the link {link} {fault}"


def link_fault(files: Files, pages: dict[str, Page], address: str, link: str) -> str:
    """Why a link on a page is dead; nothing where it is not, or leads to another host."""
    try:
        scheme, host, path, _, place = urlsplit(link)
    except ValueError:
        return "is no address"
    if scheme or host or (address == NOT_FOUND and path.startswith("/")):
        return ""
    target = normpath(join(dirname(address), unquote(path))) if path else address
    if path.startswith("/") or target.startswith("../"):
        return "leads out of the site"
    if SITE + target not in files.sizes:
        return "leads to no file"
    there = pages.get(target)
    return "leads to no place there" if there and place and unquote(place) not in {*there.places, "top"} else ""


# All of it.


class VerifyResult(NamedTuple):
    """What came of verifying: the faults; what there is; and the seal, which changes with any byte of the archive."""

    faults: tuple[str, ...]
    lines: str
    seal: str


def verify(path: Path) -> VerifyResult:
    """Verify the archive at `path`. Raises NotAnArchiveError, or OSError where the path cannot be read."""
    files = files_at(path)
    if files.faults:
        return VerifyResult(tuple(map(escape, files.faults)), "", "")
    faults = [*manifest_faults(files), *bag_info_faults(files)]
    data, unread = records_of(files)
    pages, unparsed = pages_of(files)
    faults += [*unread, *source_faults(files, data), *passage_faults(files, data)]
    faults += [*unparsed, *link_faults(files, pages)]
    says = (
        f"{len(files.sizes)} files, {sum(files.sizes.values())} bytes, {sum(1 for _ in passages_in(data))} passages, "
        f"{sum(len(page.links) for page in pages.values())} links on {len(pages)} pages"
    )
    return VerifyResult(tuple(map(escape, faults)), says, "" if faults else digests(files, SEAL)["sha256"])


def escape(fault: str) -> str:
    """A fault as one line, what could hide or feign one written out."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in fault)


def main(arguments: list[str]) -> int:
    """Verify what the arguments name; the exit code."""
    if len(arguments) > 1 or arguments[:1] in (["-h"], ["--help"]):
        sys.stderr.write(__doc__ or "")
        return 2
    path = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    try:
        faults, says, seal = verify(path)
    except (NotAnArchiveError, OSError) as error:
        sys.stderr.write(f"verify: {escape(str(error))}\n")
        return 2
    for fault in faults:
        sys.stdout.write(f"{fault}\n")
    found = f"{len(faults)} fault{'s' * (len(faults) != 1)}" if faults else f"whole: {says}\nseal: {seal}"
    sys.stderr.write(f"{found}\n")
    return 1 if faults else 0


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
