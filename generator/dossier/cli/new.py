"""`dossier new`: drafts a record from a passage."""

import argparse
import sys

from dossier.cli.command import CLEAN, FINDINGS, Command
from dossier.cli.created import report_created
from dossier.editor.draft_fields import required_choices
from dossier.editor.loading import load_or_fail, select_texts
from dossier.editor.locate import find_closest, format_passages, not_found_message
from dossier.editor.new_record import DRAFTED, new_record
from dossier.editor.selection import parse_selection
from dossier.editor.transaction import apply


def _arguments(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(required=True, metavar="KIND")
    for kind in DRAFTED:
        added = kinds.add_parser(kind.singular, help=f"draft content/{kind.plural}/ID.yml")
        added.add_argument("id", metavar="ID", help="its id, as juan-guaido")
        added.add_argument(
            "--from",
            dest="told",
            required=True,
            metavar="PLACE|WORDS",
            help="a line, as cnn-report:12, a place in it, as seeds/000.txt:12:5, or words of a text",
        )
        added.add_argument("--in", dest="source", metavar="SOURCE", help="look in this source's text only")
        for field, values in required_choices(kind).items():
            help = kind.model_fields[field].description
            added.add_argument(f"--{field}", dest=f"chosen_{field}", choices=values, help=help)
        added.set_defaults(drafted=kind)


def _run(arguments: argparse.Namespace) -> int:
    dossier = load_or_fail(arguments.root)
    texts = select_texts(dossier, arguments.source)
    found = parse_selection(arguments.told, texts)
    if not found:
        near = find_closest(arguments.told, texts)
        sys.stderr.write(f"{not_found_message(near)}{format_passages(near, dossier)}")
        return FINDINGS
    if len(found) > 1:
        said = f"these words stand {len(found)} times: give --from the place of one"
        sys.stderr.write(f"{said}:\n{format_passages([one.hit for one in found], dossier)}")
        return FINDINGS
    options = {field: getattr(arguments, f"chosen_{field}") for field in required_choices(arguments.drafted)}
    chosen = {field: told for field, told in options.items() if told is not None}
    change = new_record(arguments.drafted, arguments.id, found[0], chosen, dossier)
    apply(arguments.root, [change])
    report_created(arguments.root, change.new_path or "")
    return CLEAN


NEW = Command(
    "new",
    "draft a record from a passage, with what the passage tells, and say what is left to curate",
    "dossier new quote silva-attacking --from epoch-times-silva:12\n"
    'dossier new number defectors-567 --from "567 Venezuelan soldiers defected to Colombia" --status reported',
    _arguments,
    _run,
)
