"""The tag files of a bag (BagIt 1.0, RFC 8493), and README.txt for people who find the archive."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from dossier.archive.verify import ALGORITHMS, BAGIT
from dossier.export.credits import author_names, rights_statement
from dossier.model.dossier import Settings
from dossier.text.whitespace import collapse_whitespace

README = """\
{title}
{rule}

This folder is an archive of a dossier: statements about a story, each with the exact words of the sources it is based
on. It was published by {organization}.

To read it, open data/site/index.html in a web browser. You need no other program and no network.

To check that it is complete and unchanged, run `python3 verify.py` in this folder, with Python 3.8 or newer. It lists
any faults, one per line, and otherwise prints a seal. If that is the seal that was noted when the archive was created,
nothing in the archive has changed.

tagmanifest-sha256.txt.sig, if present, is a signature of the archive, made with an SSH key. To check it, make a file
that contains one line, the name of the signer and the public key that you know to be theirs, and run
`python3 verify.py --signers FILE`. That needs ssh-keygen, which is part of OpenSSH.

Contents:

    data/site/        the site; data/site/data/ has the records as data files
    data/content/     the files that the editors wrote, from which the site was built
    data/seeds/       the source texts that may be passed on in full
    data/excerpts/    from the other source texts, only the passages that are cited, with their positions
    data/mkdocs.yml   the settings of the site
    data/tool.json    the program that built the site and the packages it used, with versions

CHANGES.md, if present, lists what has changed since an earlier archive; changes.json has the same for programs.

The other files at the top make this folder a bag as defined by the BagIt standard, version 1.0 (RFC 8493): bag-info.txt
describes it, and the manifests contain the checksum of every file. Any BagIt program can verify it too.
"""

MAX_SLUG_LENGTH = 40
UNITS = ("bytes", "kB", "MB", "GB")


def render_readme(settings: Settings) -> bytes:
    """Return README.txt for a dossier with these settings."""
    title, organization = (collapse_whitespace(text) for text in (settings.title, settings.organization))
    return README.format(title=title, rule="=" * len(title), organization=organization).encode()


class BagInfo(NamedTuple):
    """Metadata for a bag: the dossier's settings, its publication date and URL, and the version of this program."""

    settings: Settings
    day: date | None
    site_url: str
    version: str


class FileDigest(NamedTuple):
    """The size of a file in bytes, and its checksums by algorithm."""

    size: int
    digests: Mapping[str, str]

    @classmethod
    def of(cls, content: bytes) -> "FileDigest":
        """Measure the bytes of a file."""
        return cls(len(content), {name: hashlib.new(name, content).hexdigest() for name in ALGORITHMS})


def archive_name(info: BagInfo) -> str:
    """Return the name of the bag's folder: the start of the title in ASCII letters, and the publication date."""
    plain = unicodedata.normalize("NFKD", info.settings.title).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall("[a-z0-9]+", plain)) or "dossier"
    if len(slug) > MAX_SLUG_LENGTH:
        slug = slug[: MAX_SLUG_LENGTH + 1].rpartition("-")[0] or slug[:MAX_SLUG_LENGTH]
    return f"{slug}-{info.day.isoformat()}" if info.day else f"{slug}-archive"


def tag_files(
    info: BagInfo, payload: Mapping[str, FileDigest], others: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    """Yield (name, content) of each tag file: `others`, those of the standard, and the manifests."""
    tags = {**others, "bagit.txt": BAGIT, "bag-info.txt": _bag_info(info, payload)}
    tags |= {f"manifest-{algorithm}.txt": _manifest(payload, algorithm) for algorithm in ALGORITHMS}
    yield from sorted(tags.items())
    digests = {name: FileDigest.of(content) for name, content in tags.items()}
    for algorithm in ALGORITHMS:
        yield f"tagmanifest-{algorithm}.txt", _manifest(digests, algorithm)


def _bag_info(info: BagInfo, payload: Mapping[str, FileDigest]) -> bytes:
    """Return `bag-info.txt` (RFC 8493, section 2.2.2); elements without a value are left out."""
    size, archive = sum(file.size for file in payload.values()), info.settings.archive
    elements = (
        ("Source-Organization", info.settings.organization),
        ("Contact-Name", archive.contact),
        ("Contact-Email", archive.email),
        ("External-Description", f"{info.settings.title}: {info.settings.description}"),
        ("External-Identifier", archive.identifier or info.settings.identifier or info.site_url),
        *(("Author", name) for name in author_names(info.settings) if info.settings.authors),
        ("License", info.settings.licence),
        ("Rights", rights_statement(info.settings)),
        ("Keywords", ", ".join(info.settings.keywords)),
        ("Bagging-Date", info.day.isoformat() if info.day else None),
        ("Bag-Size", _format_size(size)),
        ("Payload-Oxum", f"{size}.{len(payload)}"),
        ("Bag-Software-Agent", f"dossier {info.version}"),
    )
    return "".join(f"{label}: {collapse_whitespace(value)}\n" for label, value in elements if value).encode()


def _format_size(size: int) -> str:
    """Format a size in decimal units."""
    unit = min((len(str(size)) - 1) // 3, len(UNITS) - 1)
    return f"{size / 1000**unit:.{min(unit, 1)}f} {UNITS[unit]}"


def _manifest(files: Mapping[str, FileDigest], algorithm: str) -> bytes:
    return "".join(f"{file.digests[algorithm]}  {name}\n" for name, file in sorted(files.items())).encode()
