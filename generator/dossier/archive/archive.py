"""A dossier as one file that keeps: a bag (BagIt 1.0, RFC 8493) in a zip, that proves itself whole."""

import json
from collections.abc import Iterator, Mapping
from contextlib import closing
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import BinaryIO, NamedTuple

from dossier.archive.bag import BagInfo, FileDigest, archive_name, render_readme, tag_files
from dossier.archive.diff import diff_archives, read_archive
from dossier.archive.diff import render_markdown as changes_told
from dossier.archive.payload import RECORDS, build_payload
from dossier.archive.snapshot import InputsChangedError, verify_unchanged
from dossier.archive.verify import VerifyResult, escape, name_faults, verify
from dossier.archive.zip_writer import DeterministicZip
from dossier.io.atomic_write import WriteError, atomic_write
from dossier.io.git import build_date
from dossier.load import load_dossier
from dossier.load.publish_context import read_publish_context
from dossier.model.dossier import Dossier
from dossier.model.errors import UserError

FOLDER = "build"


class InvalidArchiveError(UserError):
    """What would have been the archive does not verify: its message is a line a fault."""


class ArchiveResult(NamedTuple):
    """An archive that was made: where it is, and what came of verifying it."""

    path: Path
    verified: VerifyResult


class ArchiveRequest(NamedTuple):
    """What is to be archived: the dossier below `root` with its `site`, which was built from the inputs `before`.

    `since` is an earlier archive, to tell what has changed.
    """

    root: Path
    site: Path
    before: Mapping[str, str]
    small: bool = False
    since: Path | None = None


def build_archive(asked: ArchiveRequest, to: Path | None = None) -> ArchiveResult:
    """Write the archive to `to`, or into `build/` under a name of its own; verify it, then put it in its place.

    Raises ChangedError, NotComparableError, UnsoundError or NotWrittenError; what stood there stands there still.
    """
    dossier = load_dossier(asked.root).dossier
    if dossier is None:
        raise InputsChangedError("content/dossier.yml was changed while the dossier was archived: run it again")
    publication = read_publish_context(asked.root)
    told = BagInfo(dossier.settings, publication.published_on, publication.site_url, version("mkdocs-dossier"))
    to = to or asked.root / FOLDER / f"{archive_name(told)}.zip"
    if asked.since and to.exists() and to.samefile(asked.since):
        raise WriteError(f"{to} is the earlier archive: name another file")
    own = dict(_own(asked, dossier, told))
    with atomic_write(to) as file:
        _write(file, asked, dossier, told, own)
        verify_unchanged(asked.root, asked.before)
        file.flush()
        verified = verify(Path(file.name))
        if verified.faults:
            raise InvalidArchiveError("\n".join(verified.faults))
    return ArchiveResult(to, verified)


def _write(file: BinaryIO, asked: ArchiveRequest, dossier: Dossier, told: BagInfo, own: Mapping[str, bytes]) -> None:
    """Every file of the bag, its payload first: each is read once, so what is counted is what is written."""
    top, listed = archive_name(told), dict[str, FileDigest]()
    with closing(DeterministicZip(file, build_date(asked.root), small=asked.small)) as made:
        for item in build_payload(asked.root, asked.site, dossier, asked.before):
            name = f"data/{item.name}"
            _fit(f"{top}/{name}")
            made.add(f"{top}/{name}", item.content)
            listed[name] = FileDigest.of(item.content)
        for name, content in tag_files(told, listed, own):
            made.add(f"{top}/{name}", content)


def _fit(name: str) -> None:
    """See that a file can have this name wherever it is unpacked; raises UnsoundError."""
    faults = [escape(fault) for fault in name_faults([name])]
    if faults:
        raise InvalidArchiveError("\n".join(faults))


def _own(asked: ArchiveRequest, dossier: Dossier, told: BagInfo) -> Iterator[tuple[str, bytes]]:
    """The tag files that are ours: what verifies the archive, what tells people how, and what has changed."""
    yield "verify.py", files("dossier.archive").joinpath("verify.py").read_bytes()
    yield "README.txt", render_readme(told.settings)
    if asked.since:
        labels = {record.key: record.label for record in dossier.records_with_pages}
        pages = (page.relative_to(asked.site).as_posix() for page in asked.site.rglob("*.html"))
        found = diff_archives(read_archive(asked.since), json.loads((asked.site / RECORDS).read_bytes()), pages, labels)
        yield "changes.json", (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()
        yield "CHANGES.md", changes_told(found, labels).encode()
