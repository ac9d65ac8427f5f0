"""A dossier as one file that keeps: a bag (BagIt 1.0, RFC 8493) in a zip, that proves itself whole."""

import json
from collections.abc import Iterator, Mapping
from contextlib import closing
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import BinaryIO, NamedTuple

from dossier.archive.bag import Summary, Told, name_of, readme, tag_files
from dossier.archive.diff import changes, earlier
from dossier.archive.diff import told as changes_told
from dossier.archive.payload import RECORDS, payload
from dossier.archive.snapshot import ChangedError, hold
from dossier.archive.verify import Verified, name_faults, shown, verify
from dossier.archive.zip_writer import Zipped
from dossier.io.atomic_write import NotWrittenError, whole
from dossier.io.git import build_date
from dossier.load import load
from dossier.load.publish_context import read_edition
from dossier.model.dossier import Dossier

FOLDER = "build"


class UnsoundError(RuntimeError):
    """What would have been the archive does not verify: its message is a line a fault."""


class Archived(NamedTuple):
    """An archive that was made: where it is, and what came of verifying it."""

    path: Path
    verified: Verified


class Request(NamedTuple):
    """What is to be archived: the dossier below `root` with its `site`, which was built from the inputs `before`.

    `since` is an earlier archive, to tell what has changed.
    """

    root: Path
    site: Path
    before: Mapping[str, str]
    small: bool = False
    since: Path | None = None


def archive(asked: Request, to: Path | None = None) -> Archived:
    """Write the archive to `to`, or into `build/` under a name of its own; verify it, then put it in its place.

    Raises ChangedError, NotComparableError, UnsoundError or NotWrittenError; what stood there stands there still.
    """
    dossier = load(asked.root).dossier
    if dossier is None:
        raise ChangedError("content/dossier.yml was changed while the dossier was archived: run it again")
    edition = read_edition(asked.root)
    told = Told(dossier.settings, edition.day, edition.address, version("mkdocs-dossier"))
    to = to or asked.root / FOLDER / f"{name_of(told)}.zip"
    if asked.since and to.exists() and to.samefile(asked.since):
        raise NotWrittenError(f"{to} is the earlier archive: name another file")
    own = dict(_own(asked, dossier, told))
    with whole(to) as file:
        _write(file, asked, dossier, told, own)
        hold(asked.root, asked.before)
        file.flush()
        verified = verify(Path(file.name))
        if verified.faults:
            raise UnsoundError("\n".join(verified.faults))
    return Archived(to, verified)


def _write(file: BinaryIO, asked: Request, dossier: Dossier, told: Told, own: Mapping[str, bytes]) -> None:
    """Every file of the bag, its payload first: each is read once, so what is counted is what is written."""
    top, listed = name_of(told), dict[str, Summary]()
    with closing(Zipped(file, build_date(asked.root), small=asked.small)) as made:
        for item in payload(asked.root, asked.site, dossier, asked.before):
            name = f"data/{item.name}"
            _fit(f"{top}/{name}")
            made.add(f"{top}/{name}", item.content)
            listed[name] = Summary.of(item.content)
        for name, content in tag_files(told, listed, own):
            made.add(f"{top}/{name}", content)


def _fit(name: str) -> None:
    """See that a file can have this name wherever it is unpacked; raises UnsoundError."""
    faults = [shown(fault) for fault in name_faults([name])]
    if faults:
        raise UnsoundError("\n".join(faults))


def _own(asked: Request, dossier: Dossier, told: Told) -> Iterator[tuple[str, bytes]]:
    """The tag files that are ours: what verifies the archive, what tells people how, and what has changed."""
    yield "verify.py", files("dossier.archive").joinpath("verify.py").read_bytes()
    yield "README.txt", readme(told.settings)
    if asked.since:
        labels = {record.key: record.label for record in dossier.addressed}
        pages = (page.relative_to(asked.site).as_posix() for page in asked.site.rglob("*.html"))
        found = changes(earlier(asked.since), json.loads((asked.site / RECORDS).read_bytes()), pages, labels)
        yield "changes.json", (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()
        yield "CHANGES.md", changes_told(found, labels).encode()
