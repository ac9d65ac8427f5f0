"""The archive of a dossier: site, content and source texts as a self-verifying bag (BagIt 1.0, RFC 8493) in a zip."""

import json
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import BinaryIO, NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from dossier.archive.bag import BagInfo, FileDigest, archive_name, render_readme, tag_files
from dossier.archive.diff import diff_archives, read_archive, render_markdown
from dossier.archive.payload import RECORDS, build_payload
from dossier.archive.signature import sign
from dossier.archive.snapshot import InputsChangedError, verify_unchanged
from dossier.archive.verify import SEAL, SIGNATURE, VerifyResult, escape, name_faults, verify
from dossier.io.atomic_write import WriteError, atomic_write, clear_folder
from dossier.load.loader import load_dossier
from dossier.load.publication import read_publish_context
from dossier.model.dossier import Dossier
from dossier.model.errors import UserError

FOLDER = "build"
REGULAR_FILE_MODE = 0o100644
UNIX = 3
NO_DATE = date(1980, 1, 1)
"""The first date that a zip can store."""


class InvalidArchiveError(UserError):
    """The new archive does not verify, so it was not kept; the message has one fault per line."""


class ArchiveResult(NamedTuple):
    """A new archive: its path, and the result of verifying it."""

    path: Path
    verified: VerifyResult


class ArchiveRequest(NamedTuple):
    """What to archive: the dossier below `root` and its `site`, which was built from the inputs `before`.

    `before` maps paths to SHA-256 (see `snapshot`). `small` compresses. `since` is an earlier archive to compare with,
    `key` an SSH key to sign with.
    """

    root: Path
    site: Path
    before: Mapping[str, str]
    small: bool = False
    since: Path | None = None
    key: Path | None = None


class DeterministicZip:
    """A reproducible zip: its bytes do not depend on the clock, the umask or the machine.

    Files are stored uncompressed, since zlib versions compress the same bytes differently.
    """

    def __init__(self, file: BinaryIO, day: date | None, *, small: bool = False) -> None:
        """Date every file at the start of `day`, or of 1980. With `small`, the bytes depend on the zlib version."""
        self._zip = ZipFile(file, "w")
        self._date = day or NO_DATE
        self._method = ZIP_DEFLATED if small else ZIP_STORED

    def add(self, name: str, content: bytes) -> None:
        """Append a file."""
        entry = ZipInfo(name, (self._date.year, self._date.month, self._date.day, 0, 0, 0))
        entry.create_system, entry.external_attr = UNIX, REGULAR_FILE_MODE << 16
        self._zip.writestr(entry, content, self._method, compresslevel=9)

    def close(self) -> None:
        """Write the central directory, which ends the zip."""
        self._zip.close()


def build_archive(request: ArchiveRequest, to: Path | None = None) -> ArchiveResult:
    """Write the archive to `to`, by default into `build/` under a name of its own, and verify it before it is kept.

    Raises InputsChangedError, IncomparableError, SigningError, InvalidArchiveError or WriteError; an existing file is
    then unchanged.
    """
    dossier = load_dossier(request.root).dossier
    if dossier is None:
        raise InputsChangedError("content/dossier.yml has changed during archiving: run the command again")
    publication = read_publish_context(request.root)
    info = BagInfo(dossier.settings, publication.published_on, publication.site_url, version("mkdocs-dossier"))
    to = to or request.root / FOLDER / f"{archive_name(info)}.zip"
    if request.since and to.exists() and to.samefile(request.since):
        raise WriteError(f"{to} is the earlier archive: choose another file")
    our_tag_files = dict(_our_tag_files(request, dossier, info))
    if to.parent == request.root / FOLDER and to.parent.is_dir():
        clear_folder(to.parent)
    with atomic_write(to) as file:
        _write_bag(file, request, dossier, info, our_tag_files)
        verify_unchanged(request.root, request.before)
        file.flush()
        verified = verify(Path(file.name))
        if verified.faults:
            raise InvalidArchiveError("\n".join(verified.faults))
    return ArchiveResult(to, verified)


def _write_bag(
    file: BinaryIO,
    request: ArchiveRequest,
    dossier: Dossier,
    info: BagInfo,
    our_tag_files: Mapping[str, bytes],
) -> None:
    """Write every file of the bag, payload first. Each is read once, so the manifests describe what is written."""
    top = archive_name(info)
    payload: dict[str, FileDigest] = {}
    with closing(DeterministicZip(file, info.day, small=request.small)) as bag:
        for item in build_payload(request.root, request.site, dossier, request.before):
            name = f"data/{item.name}"
            _check_name(f"{top}/{name}")
            bag.add(f"{top}/{name}", item.content)
            payload[name] = FileDigest.of(item.content)
        tags = dict(tag_files(info, payload, our_tag_files))
        if request.key:
            tags[SIGNATURE] = sign(tags[SEAL], request.key)
        for name, content in tags.items():
            bag.add(f"{top}/{name}", content)


def _check_name(name: str) -> None:
    """Raise InvalidArchiveError for a name that a file cannot have on every system."""
    faults = [escape(fault) for fault in name_faults([name])]
    if faults:
        raise InvalidArchiveError("\n".join(faults))


def _our_tag_files(request: ArchiveRequest, dossier: Dossier, info: BagInfo) -> Iterator[tuple[str, bytes]]:
    """Yield the tag files that the standard does not define: the verifier, the read-me, the changes."""
    yield "verify.py", files("dossier.archive").joinpath("verify.py").read_bytes()
    yield "README.txt", render_readme(info.settings)
    if request.since:
        labels = {record.key: record.label for record in dossier.records_with_pages}
        pages = (page.relative_to(request.site).as_posix() for page in request.site.rglob("*.html"))
        records = json.loads((request.site / RECORDS).read_bytes())
        changes = diff_archives(read_archive(request.since), records, pages, labels)
        yield "changes.json", (json.dumps(changes, ensure_ascii=False, indent=1) + "\n").encode()
        yield "CHANGES.md", render_markdown(changes, labels).encode()
