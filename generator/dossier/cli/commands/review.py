"""`dossier review`: list the statements most likely to differ from their passages."""

import sys
from pathlib import Path

import click

from dossier.cli.choosing import Chooser
from dossier.cli.console import EXIT_OK, is_utf8
from dossier.cli.options import examples, root_option
from dossier.cli.parameter_types import RecordId
from dossier.cli.record_arguments import read_record
from dossier.editor.compare import review
from dossier.editor.loading import load_or_fail
from dossier.model.base import is_reference
from dossier.model.kinds import KINDS, KINDS_BY_NAME
from dossier.report.review import REVIEWS
from dossier.text.serialize import escape_non_ascii
from dossier.text.wording import pluralize


@click.command(
    "review",
    help="List the statements most likely to differ from their passages.",
    epilog=examples("dossier review", "dossier review --since main", "dossier review --record actor:eva-holm"),
)
@root_option
@click.option("--since", metavar="REV", help="only statements that have changed since this commit, branch or tag")
@click.option(
    "--record",
    "key",
    metavar="KIND:ID",
    type=RecordId(*KINDS_BY_NAME, has_kind=True),
    help="only statements of this record",
)
@click.option(
    "--kind", type=click.Choice([kind.singular for kind in KINDS]), help="only statements of records of this kind"
)
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="how many to list"
)
@click.option(
    "--format", "output_format", type=click.Choice(tuple(REVIEWS)), default="text", show_default=True,
    help="output format",
)  # fmt: skip
def command(root: Path, since: str | None, key: str | None, kind: str | None, limit: int, output_format: str) -> int:
    """Print the list: it is no verdict, so the exit code is 0."""
    if key is not None and not is_reference(key):
        key = read_record(key, KINDS, load_or_fail(root), Chooser(())).key
    items = [item for item in review(root, since, key) if kind in (None, item.statement.item.singular)]
    text = REVIEWS[output_format](items[:limit])
    sys.stdout.write(escape_non_ascii(text) if output_format == "json" and not is_utf8(sys.stdout) else text)
    if output_format == "text":
        found = "changed" if since else "to compare with their passages"
        sys.stderr.write(f"{pluralize(len(items), 'statement')} {found}, {min(limit, len(items))} listed\n")
    return EXIT_OK
