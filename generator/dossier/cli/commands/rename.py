"""`dossier rename`: give a record a new id, or a passage a new label."""

import sys
from pathlib import Path

import click

from dossier.cli.console import EXIT_OK
from dossier.cli.options import examples, root_option
from dossier.cli.parameter_types import RecordId
from dossier.cli.record_arguments import read_id
from dossier.editor.loading import load_strict
from dossier.editor.rename import RenamedFile, rename_record
from dossier.editor.rename_label import rename_label
from dossier.editor.transaction import apply, format_diff
from dossier.model.kinds import KINDS_BY_NAME
from dossier.text.wording import pluralize

LABEL = "label"


@click.command(
    "rename",
    help="Change a record's id or a passage's label, and all references.",
    epilog=examples(
        "dossier rename actor wnu war-news-updates --dry-run",
        "dossier rename label number:defectors-567#press newspapers",
    ),
)
@root_option
@click.argument("kind", type=click.Choice((*KINDS_BY_NAME, LABEL)), metavar="KIND", help="kind of record, or `label`")
@click.argument(
    "old",
    metavar="OLD",
    type=RecordId(*KINDS_BY_NAME, kind_argument="kind"),
    help="current id; for a label, kind:id#label",
)
@click.argument("new", metavar="NEW", help="new id or label")
@click.option("--dry-run", is_flag=True, help="change nothing; print the changes as a diff")
def command(root: Path, kind: str, old: str, new: str, dry_run: bool) -> int:
    """Change every file that has the id or label, or print what would change."""
    dossier = load_strict(root)
    if kind == LABEL:
        renamed = rename_label(old, new, root, dossier)
    else:
        renamed = rename_record(KINDS_BY_NAME[kind], read_id(old, KINDS_BY_NAME[kind], dossier), new, root, dossier)
    changes = [result.change for result in renamed]
    if dry_run:
        sys.stdout.write(format_diff(changes))
        return EXIT_OK
    apply(root, changes)
    sys.stdout.writelines(f"{_describe(result)}\n" for result in renamed)
    references = pluralize(sum(result.references for result in renamed), "reference")
    files = pluralize(sum(result.references > 0 for result in renamed), "file")
    sys.stderr.write(f"renamed `{old}` to `{new}`; {references} to it changed in {files}\n")
    return EXIT_OK


def _describe(result: RenamedFile) -> str:
    change, references = result
    paths = change.new_path if change.old_path == change.new_path else f"{change.old_path} -> {change.new_path}"
    return f"{paths}: {pluralize(references, 'reference')}" if references else f"{paths}"
