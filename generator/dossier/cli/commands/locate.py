"""`dossier locate`: find words in the source texts."""

import sys
from pathlib import Path

import click

from dossier.cli.console import EXIT_FINDINGS, EXIT_OK
from dossier.cli.options import examples, root_option
from dossier.editor.loading import load_or_fail, select_texts
from dossier.editor.locate import find_closest, find_quotes, format_passages, not_found_message


@click.command(
    "locate",
    help="Find words in the source texts and print them as passages.",
    epilog=examples('dossier locate "567 Venezuelan soldiers"', "dossier locate --in wnu-defected-567 Maduro"),
)
@root_option
@click.argument("words", nargs=-1, required=True, metavar="WORDS...", help="words as the text has them")
@click.option("--in", "source", metavar="SOURCE", help="search this source only (default: all)")
def command(root: Path, words: tuple[str, ...], source: str | None) -> int:
    """Print each occurrence as YAML, ready to paste under `passages:`; without one, the closest text."""
    dossier = load_or_fail(root)
    texts, quote = select_texts(dossier, source), " ".join(words)
    occurrences = find_quotes(quote, texts)
    if occurrences:
        sys.stdout.write(format_passages(occurrences, dossier))
        return EXIT_OK
    closest = find_closest(quote, texts)
    sys.stderr.write(not_found_message(closest))
    sys.stdout.write(format_passages(closest, dossier))
    return EXIT_FINDINGS
