"""`dossier review`: list the statements most likely to differ from their passages, and the records to review."""

import sys
from pathlib import Path

import click

from dossier.cli.choosing import Chooser
from dossier.cli.console import EXIT_OK, is_utf8
from dossier.cli.options import examples, root_option
from dossier.cli.parameter_types import RecordId
from dossier.cli.publishing import publish_named
from dossier.cli.record_arguments import read_record
from dossier.editor.compare import review
from dossier.editor.loading import load_or_fail
from dossier.editor.review_checklist import (
    RecordsToReview,
    checklist_markdown,
    records_to_review,
    remaining_json,
    remaining_text,
)
from dossier.editor.review_queue import record_to_read
from dossier.model.base import is_reference
from dossier.model.kinds import KINDS, KINDS_BY_NAME
from dossier.report.review import REVIEWS
from dossier.text.interface import SOURCE_LANGUAGE, interface_language
from dossier.text.serialize import escape_non_ascii
from dossier.text.wording import pluralize

CHECKLIST = "checklist"
REMAINING = ("text", "json", CHECKLIST)
"""The formats of the list of records that remain."""
_LISTED = 20
"""How many statements, or records in a terminal, are listed if no limit is given."""


@click.command(
    "review",
    help="List the most doubtful statements, or publish drafts.",
    epilog=examples(
        "dossier review",
        "dossier review --since main",
        "dossier review --record actor:eva-holm",
        "dossier review --remaining",
        "dossier review --since main --format checklist",
        "dossier review --publish actor:eva-holm quote:good-day",
        "dossier review --publish --all",
    ),
)
@root_option
@click.argument(
    "records",
    nargs=-1,
    metavar="[KIND:ID]...",
    type=RecordId(*KINDS_BY_NAME, has_kind=True),
    help="the drafts to publish",
)
@click.option("--publish", is_flag=True, help="publish drafts that have no TODO and no finding, as holding")
@click.option("--all", "takes_all", is_flag=True, help="publish all such drafts (with --kind: of this kind)")
@click.option("--since", metavar="REV", help="only statements that have changed since this commit, branch or tag")
@click.option(
    "--record",
    "key",
    metavar="KIND:ID",
    type=RecordId(*KINDS_BY_NAME, has_kind=True),
    help="only this record",
)
@click.option("--kind", type=click.Choice([kind.singular for kind in KINDS]), help="only records of this kind")
@click.option("--remaining", is_flag=True, help="list the records that remain to be reviewed instead")
@click.option(
    "--limit", type=click.IntRange(min=1), metavar="N", help=f"how many to list  [default: {_LISTED}; a checklist: all]"
)
@click.option(
    "--format", "output_format", type=click.Choice((*REVIEWS, CHECKLIST)), default="text", show_default=True,
    help="output format; checklist: whole records",
)  # fmt: skip
def command(
    root: Path,
    records: tuple[str, ...],
    publish: bool,
    takes_all: bool,
    since: str | None,
    key: str | None,
    kind: str | None,
    remaining: bool,
    limit: int | None,
    output_format: str,
) -> int:
    """Print the list: it is no verdict, so the exit code is 0. Or publish drafts: 1 if one of them is refused."""
    if publish:
        if since or key or remaining or limit or output_format != "text":
            raise click.UsageError("--publish takes KIND:ID, or --all and --kind, and no other option")
        return publish_named(root, records, takes_all=takes_all, kind=kind)
    if records or takes_all:
        raise click.UsageError("drafts are named, or --all, with --publish; one record to list with --record KIND:ID")
    if remaining and output_format not in REMAINING:
        formats = ", ".join(REMAINING)
        raise click.UsageError(f"--remaining is listed as {formats}, not as {output_format}")
    if key is not None and not is_reference(key):
        key = read_record(key, KINDS, load_or_fail(root), Chooser(None)).key
    if remaining or output_format == CHECKLIST:
        _list_records(records_to_review(root, since, key), kind, remaining, limit, output_format)
        return EXIT_OK
    limit = limit or _LISTED
    items = [item for item in review(root, since, key) if kind in (None, item.statement.item.singular)]
    _write(REVIEWS[output_format](items[:limit]), output_format)
    if output_format == "text":
        found = "changed" if since else "to compare with their passages"
        sys.stderr.write(f"{pluralize(len(items), 'statement')} {found}, {min(limit, len(items))} listed\n")
    return EXIT_OK


def _list_records(
    found: RecordsToReview, kind: str | None, remaining: bool, limit: int | None, output_format: str
) -> None:
    """Print the records, those that remain or all of them; without a limit, a terminal shows the first only."""
    of_kind = [entry for entry in found.entries if kind in (None, entry.record.singular)]
    entries = [entry for entry in of_kind if entry.remains or not remaining]
    shown = entries[: limit or (_LISTED if output_format == "text" else None)]
    if output_format == "text":
        _write(remaining_text(shown), output_format)
        of_all = f"{len(entries)} of {pluralize(len(of_kind), 'record')} to review, {len(shown)} listed"
        sys.stderr.write(f"{of_all}\nTo review them in the browser: dossier serve\n")
    elif output_format == "json":
        _write(remaining_json(shown), output_format)
    else:
        with interface_language(SOURCE_LANGUAGE):  # As the rest of the list.
            records = [record_to_read(found.graph, entry.record, found.findings) for entry in shown]
        _write(checklist_markdown(records), output_format)


def _write(text: str, output_format: str) -> None:
    sys.stdout.write(escape_non_ascii(text) if output_format == "json" and not is_utf8(sys.stdout) else text)
