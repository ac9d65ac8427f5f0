"""README.txt at the top of an archive: what a person reads who has found it, and knows nothing of it."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from dossier.archive.verify import ALGORITHMS, BAGIT
from dossier.model.dossier import Settings

TEXT = """\
{title}
{rule}

This folder is an archive of a dossier: statements about a story, each with the exact words of the sources that it rests
on. It was published by {organization}.

To read it, open data/site/index.html in a web browser. Nothing else is needed, and no network.

To see whether it is whole, run `python3 verify.py` in this folder, with Python 3.8 or newer. It names what is wrong, a
line a fault, and prints a seal: while that is the same as the one noted down when the archive was made, nothing in the
archive has changed.

What is in it:

    data/site/        the site; data/site/data/ has the records for programs
    data/content/     the files that the editors wrote, of which the site was made
    data/seeds/       the texts of the sources, where their rights allow to pass them on whole
    data/excerpts/    of the other texts the passages that are cited, each with its place
    data/mkdocs.yml   the settings of the site
    data/tool.json    the program that made the site, and the packages that it used, with their versions

CHANGES.md, where it is there, tells what has changed since an earlier archive; changes.json tells it to programs.

The other files at the top make this folder a bag of the BagIt standard, version 1.0 (RFC 8493): bag-info.txt says what
it is, the manifests hold the checksum of every file. Any program that knows bags can verify it too.
"""


def render_readme(settings: Settings) -> bytes:
    """The text, of this dossier."""
    title = " ".join(settings.title.split())
    return TEXT.format(
        title=title, rule="=" * len(title), organization=" ".join(settings.organization.split())
    ).encode()


MAX_SLUG = 40
UNITS = ("bytes", "kB", "MB", "GB")


class BagInfo(NamedTuple):
    """What a bag says of itself beside what it holds: its settings, its day, its address, the program's version."""

    settings: Settings
    day: date | None
    address: str
    version: str


class FileDigest(NamedTuple):
    """A file of a bag: its size, and its checksums by algorithm."""

    size: int
    digests: Mapping[str, str]

    @classmethod
    def of(cls, content: bytes) -> "FileDigest":
        """The summary of these bytes."""
        return cls(len(content), {one: hashlib.new(one, content).hexdigest() for one in ALGORITHMS})


def archive_name(told: BagInfo) -> str:
    """What the bag's folder is called: the beginning of the title in plain letters, and the day of the content."""
    plain = unicodedata.normalize("NFKD", told.settings.title).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall("[a-z0-9]+", plain)) or "dossier"
    short = words if len(words) <= MAX_SLUG else words[: MAX_SLUG + 1].rpartition("-")[0] or words[:MAX_SLUG]
    return f"{short}-{told.day.isoformat()}" if told.day else f"{short}-archive"


def tag_files(
    told: BagInfo, payload: Mapping[str, FileDigest], others: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    """The tag files by name: `others`, those of the standard, and the manifests over all of them."""
    tags = {**others, "bagit.txt": BAGIT, "bag-info.txt": _info(told, payload)}
    tags |= {f"manifest-{one}.txt": _manifest(payload, one) for one in ALGORITHMS}
    listed = {name: FileDigest.of(content) for name, content in tags.items()}
    yield from sorted(tags.items())
    for one in ALGORITHMS:
        yield f"tagmanifest-{one}.txt", _manifest(listed, one)


def _info(told: BagInfo, payload: Mapping[str, FileDigest]) -> bytes:
    """`bag-info.txt`: what is not told is left out, as the standard has it."""
    size, archive = sum(one.size for one in payload.values()), told.settings.archive
    said = (
        ("Source-Organization", told.settings.organization),
        ("Contact-Name", archive.contact),
        ("Contact-Email", archive.email),
        ("External-Description", f"{told.settings.title}: {told.settings.description}"),
        ("External-Identifier", archive.identifier or told.address),
        ("Bagging-Date", told.day.isoformat() if told.day else None),
        ("Bag-Size", _in_units(size)),
        ("Payload-Oxum", f"{size}.{len(payload)}"),
        ("Bag-Software-Agent", f"dossier {told.version}"),
    )
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in said if value).encode()


def _in_units(size: int) -> str:
    """A size as people read it, in decimal units."""
    unit = min((len(str(size)) - 1) // 3, len(UNITS) - 1)
    return f"{size / 1000**unit:.{min(unit, 1)}f} {UNITS[unit]}"


def _manifest(listed: Mapping[str, FileDigest], algorithm: str) -> bytes:
    return "".join(f"{one.digests[algorithm]}  {name}\n" for name, one in sorted(listed.items())).encode()
