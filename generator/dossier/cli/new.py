"""`dossier new`: drafts a record from a passage."""

import argparse
import sys

from dossier.cli.command import CLEAN, FINDINGS, Command
from dossier.cli.created import say_made
from dossier.editor.draft_fields import choices
from dossier.editor.load_strict import opened, texts_in
from dossier.editor.locate import nearest, not_found, pasted
from dossier.editor.new_record import DRAFTED, new
from dossier.editor.selection import stretches
from dossier.editor.transaction import make


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
        for field, values in choices(kind).items():
            help = kind.model_fields[field].description
            added.add_argument(f"--{field}", dest=f"chosen_{field}", choices=values, help=help)
        added.set_defaults(drafted=kind)


def _run(arguments: argparse.Namespace) -> int:
    dossier = opened(arguments.root)
    texts = texts_in(dossier, arguments.source)
    found = stretches(arguments.told, texts)
    if not found:
        near = nearest(arguments.told, texts)
        sys.stderr.write(f"{not_found(near)}{pasted(near, dossier)}")
        return FINDINGS
    if len(found) > 1:
        said = f"these words stand {len(found)} times: give --from the place of one"
        sys.stderr.write(f"{said}:\n{pasted([one.located for one in found], dossier)}")
        return FINDINGS
    options = {field: getattr(arguments, f"chosen_{field}") for field in choices(arguments.drafted)}
    chosen = {field: told for field, told in options.items() if told is not None}
    change = new(arguments.drafted, arguments.id, found[0], chosen, dossier)
    make(arguments.root, [change])
    say_made(arguments.root, change.new or "")
    return CLEAN


NEW = Command(
    "new",
    "draft a record from a passage, with what the passage tells, and say what is left to curate",
    "dossier new quote silva-attacking --from epoch-times-silva:12\n"
    'dossier new number defectors-567 --from "567 Venezuelan soldiers defected to Colombia" --status reported',
    _arguments,
    _run,
)
