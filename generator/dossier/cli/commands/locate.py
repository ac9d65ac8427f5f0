"""`dossier locate`: find words in the source texts."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from dossier.cli.choosing import Chooser, choice_option
from dossier.cli.console import EXIT_FINDINGS, EXIT_OK
from dossier.cli.options import examples, root_option
from dossier.cli.parameter_types import RecordId
from dossier.cli.record_arguments import read_text_name
from dossier.editor.loading import load_or_fail, select_texts
from dossier.editor.locate import (
    CloseHit,
    QuoteHit,
    find_closest,
    find_quotes,
    format_passages,
    not_found_message,
)
from dossier.editor.place_lines import place_line
from dossier.text.wording import pluralize


@click.command(
    "locate",
    help="Find words in the source texts and print them as passages.",
    epilog=examples('dossier locate "567 Venezuelan soldiers"', "dossier locate --in wnu-defected-567 Maduro"),
)
@root_option
@click.argument("words", nargs=-1, required=True, metavar="WORDS...", help="words as the text has them")
@click.option(
    "--in", "source", metavar="SOURCE", type=RecordId("source"), help="search this source only (default: all)"
)
@choice_option
def command(root: Path, words: tuple[str, ...], source: str | None, numbers: tuple[int, ...]) -> int:
    """Print each occurrence as YAML, ready to paste under `passages:`; without one, the closest text."""
    dossier, chooser = load_or_fail(root), Chooser(numbers)
    texts, quote = select_texts(dossier, read_text_name(source, dossier, chooser)), " ".join(words)
    occurrences = find_quotes(quote, texts)
    matches: Sequence[QuoteHit | CloseHit] = occurrences or find_closest(quote, texts)
    if not occurrences:
        sys.stderr.write(not_found_message(matches))
    if matches:
        question = f"`{quote}` matches {pluralize(len(matches), 'place')}"
        matches = chooser.choose_some(question, matches, lambda match: place_line(match, dossier))
    chooser.require_all_used()
    sys.stdout.write(format_passages(matches, dossier))
    return EXIT_OK if occurrences else EXIT_FINDINGS
