"""`dossier reextract`: extract the text of a source from its original again."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.console import EXIT_FINDINGS, EXIT_OK
from dossier.cli.options import examples, root_option
from dossier.cli.parameter_types import RecordId
from dossier.cli.record_arguments import read_id
from dossier.editor.loading import load_strict
from dossier.editor.transaction import apply, format_diff
from dossier.io.clock import current_day
from dossier.model.citation import Citation
from dossier.model.kinds.source import Source
from dossier.text.wording import pluralize

if TYPE_CHECKING:
    from dossier.editor.reextract import Reextraction


@click.command(
    "reextract",
    help="Extract a source's text from its original again.",
    epilog=examples("dossier reextract ships-report --dry-run", "dossier reextract ships-report"),
)
@root_option
@click.argument("source", metavar="ID", type=RecordId("source"), help="the source's id")
@click.option("--dry-run", is_flag=True, help="change nothing; print the changes as a diff")
def command(root: Path, source: str, dry_run: bool) -> int:
    """Adopt the text that the installed reader extracts, and list the passages that are not in it."""
    from dossier.editor.reextract import reextract  # Its readers take long to load, and every build lists the commands.

    dossier = load_strict(root)
    result = reextract(read_id(source, Source, dossier), root, dossier, current_day())
    if dry_run:
        sys.stdout.write(format_diff(result.changes))
    else:
        apply(root, result.changes)
        sys.stdout.writelines(f"{change.new_path or change.old_path}\n" for change in result.changes)
    sys.stderr.writelines(f"{remark}\n" for remark in result.remarks)
    sys.stderr.write(_describe(result))
    return EXIT_FINDINGS if result.lost else EXIT_OK


def _describe(result: "Reextraction") -> str:
    """Return what has become of the passages, with the closest words for each that is no longer found."""
    if not result.changes:
        return "the text is the same, and so is the version of its reader: nothing to change\n"
    lines = [f"{pluralize(result.kept, 'passage')} found in the new text"]
    lines += map(_describe_lost, result.lost)
    if result.lost:
        lines.append(f"{pluralize(len(result.lost), 'passage')} not found: correct them, then run `dossier check`")
    return "".join(f"{line}\n" for line in lines)


def _describe_lost(citation: Citation) -> str:
    result = citation.result
    closest = f"; the closest words are `{result.diff or result.nearest}`" if result.nearest else ""
    return f"{citation.location('exact')}: {result.verdict} `{citation.passage.exact}`{closest}"
