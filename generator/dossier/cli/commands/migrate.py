"""`dossier migrate`: convert a dossier to the current format of content."""

import sys
from pathlib import Path

import click

from dossier.cli.console import EXIT_OK
from dossier.cli.options import PROGRAM, examples, root_option
from dossier.editor.migrate import Migration, OpenStatement, migrate
from dossier.editor.transaction import apply, format_diff
from dossier.model.dossier import CONTENT_FORMAT
from dossier.model.marks import TODO
from dossier.text.whitespace import collapse_whitespace
from dossier.text.wording import pluralize

MAX_CANDIDATES = 3


@click.command(
    "migrate",
    help="Convert content of an earlier format to the current one.",
    epilog=examples("dossier migrate --dry-run"),
)
@root_option
@click.option("--dry-run", is_flag=True, help="change nothing; print the changes as a diff")
def command(root: Path, dry_run: bool) -> int:
    """Convert the files, or print what would change; list the statements that are left to the editor."""
    migration = migrate(root)
    if migration is None:
        sys.stderr.write(f"the content has format {CONTENT_FORMAT} already: nothing to convert\n")
        return EXIT_OK
    if dry_run:
        sys.stdout.write(format_diff(migration.changes))
    else:
        apply(root, migration.changes)
        sys.stdout.writelines(map(_describe, migration.open_statements))
    sys.stderr.write(_summary(migration))
    return EXIT_OK


def _describe(statement: OpenStatement) -> str:
    """Return a statement whose evidence is to be chosen, and the best candidates with the words that they share."""
    lines = [f"{statement.location}: {collapse_whitespace(statement.text)}"]
    for target, words in statement.candidates[:MAX_CANDIDATES]:
        lines.append(f"  [^{target}]{': ' if words else ''}{', '.join(words)}")
    return "".join(f"{line}\n" for line in lines)


def _summary(migration: Migration) -> str:
    """Return the counts, and what to do next."""
    marked, left = pluralize(migration.marked, "statement"), len(migration.open_statements)
    lines = [f"{marked} marked in {pluralize(len(migration.changes), 'file')}, {left} left to you"]
    if migration.by_editor:
        lines.append(f"of these, {migration.by_editor} are marked `[^editor]`: their records have no passages")
    if left:
        lines.append(f"Next: replace each `[^{TODO}]` with marks for its evidence; `{PROGRAM} check` lists them")
    return "".join(f"{line}\n" for line in lines)
