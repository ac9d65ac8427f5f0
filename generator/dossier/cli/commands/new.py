"""`dossier new`: draft a record from a passage."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from dossier.cli.console import EXIT_FINDINGS, EXIT_OK, report_created
from dossier.cli.options import OrderedGroup, examples, root_option
from dossier.editor.loading import load_or_fail, select_texts
from dossier.editor.locate import find_closest, format_passages, not_found_message
from dossier.editor.new_record import DRAFTED, new_record, required_choices
from dossier.editor.selection import Selection, parse_selection
from dossier.editor.transaction import apply
from dossier.model.record import Record


@click.group(
    "new",
    cls=OrderedGroup,
    help="Draft a record from a passage.",
    epilog=examples(
        "dossier new quote silva-attacking --from epoch-times-silva:12",
        'dossier new number defectors-567 --from "567 Venezuelan soldiers defected to Colombia" --status reported',
    ),
)
@root_option
def command(root: Path) -> None:
    """Group the subcommands; `root` is the default of their own `--root`."""


def draft_command(kind: type[Record]) -> click.Command:
    """Return the subcommand that drafts a record of a kind, with an option for each field of few values."""

    @click.command(kind.singular, help=f"Draft content/{kind.plural}/ID.yml.")
    @root_option
    @click.argument("record_id", metavar="ID", help="new id, e.g. juan-guaido")
    @click.option(
        "--from",
        "places",
        required=True,
        multiple=True,
        metavar="PLACE|WORDS",
        help="a line (cnn-report:12), a position (seeds/000.txt:12:5) or words of a source; repeat it to cite several",
    )
    @click.option("--in", "source", metavar="SOURCE", help="search this source only (default: all)")
    def draft(root: Path, record_id: str, places: tuple[str, ...], source: str | None, **fields: str | None) -> int:
        choices = {name: value for name, value in fields.items() if value is not None}
        return _draft(root, kind, record_id, places, source, choices)

    for field, values in required_choices(kind).items():
        option = click.Option([f"--{field}"], type=click.Choice(values), help=kind.model_fields[field].description)
        draft.params.append(option)
    return draft


def _draft(
    root: Path,
    kind: type[Record],
    record_id: str,
    places: Sequence[str],
    source: str | None,
    choices: Mapping[str, str],
) -> int:
    """Draft a record from the selections that `places` name; list the candidates if one does not name just one."""
    dossier = load_or_fail(root)
    texts = select_texts(dossier, source)
    chosen: list[Selection] = []
    for place in places:
        selections = parse_selection(place, texts)
        if not selections:
            closest = find_closest(place, texts)
            sys.stderr.write(f"{not_found_message(closest)}{format_passages(closest, dossier)}")
            return EXIT_FINDINGS
        if len(selections) > 1:
            candidates = format_passages([selection.hit for selection in selections], dossier)
            sys.stderr.write(f"matches {len(selections)} places; use --from with one of them:\n{candidates}")
            return EXIT_FINDINGS
        chosen += selections
    change = new_record(kind, record_id, chosen, choices, dossier)
    apply(root, [change])
    report_created(root, change.new_path or "")
    return EXIT_OK


for drafted_kind in DRAFTED:
    command.add_command(draft_command(drafted_kind))
