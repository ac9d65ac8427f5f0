"""README.txt at the top of an archive: what a person reads who has found it, and knows nothing of it."""

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


def readme(settings: Settings) -> bytes:
    """The text, of this dossier."""
    title = " ".join(settings.title.split())
    return TEXT.format(
        title=title, rule="=" * len(title), organization=" ".join(settings.organization.split())
    ).encode()
