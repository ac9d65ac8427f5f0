"""`dossier add`: brings a document into the dossier."""

import argparse
import sys
from collections import Counter
from pathlib import Path

from dossier.cli.command import CLEAN, Command
from dossier.cli.created import report_created
from dossier.coverage import compute_coverage
from dossier.editor.add import add_source
from dossier.editor.draft_fields import required_choices
from dossier.editor.loading import load_or_fail
from dossier.editor.transaction import apply
from dossier.editor.yaml.nodes import YamlValue
from dossier.graph import Graph
from dossier.model.coverage import MENTION_KINDS
from dossier.model.kinds.source import Rights, Source

TOLD = ("title", "short", "publisher", "published", "url")
"""The fields that an editor may tell as they stand in the record."""


def _arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_subparsers(required=True, metavar="WHAT")
    added = what.add_parser("source", help="a text or a web page, into seeds/ and content/sources/")
    added.add_argument("file", type=Path, metavar="FILE", help="its text in UTF-8, or a web page as HTML")
    added.add_argument("--id", required=True, metavar="ID", help="its id, as cnn-report")
    added.add_argument(
        "--kind", required=True, choices=required_choices(Source)["kind"], help="what sort of document it is"
    )
    for field in TOLD:
        added.add_argument(f"--{field}", metavar=field.upper(), help=Source.model_fields[field].description)
    added.add_argument("--author", action="append", metavar="NAME", help="who signed it, as printed; more than once")
    added.add_argument("--rights", metavar="STATEMENT", help=Rights.model_fields["statement"].description)
    added.add_argument(
        "--show", choices=required_choices(Rights)["show"], default="excerpts", help="what readers see of it"
    )


def _run(arguments: argparse.Namespace) -> int:
    given = {field: getattr(arguments, field) for field in (*TOLD, "kind")}
    told: dict[str, YamlValue] = {field: value for field, value in given.items() if value is not None}
    told["rights"] = {"show": arguments.show} | ({"statement": arguments.rights} if arguments.rights else {})
    if arguments.author:
        told["authors"] = arguments.author
    changes = add_source(arguments.file, arguments.id, told, arguments.root, load_or_fail(arguments.root))
    apply(arguments.root, changes)
    sys.stdout.writelines(f"{change.new_path}\n" for change in changes[:-1])
    result = report_created(arguments.root, changes[-1].new_path or "")
    sys.stderr.write(_open(result.graph, arguments.id))
    return CLEAN


def _open(graph: Graph | None, source: str) -> str:
    """How many mentions of the text no record accounts for yet."""
    covered = compute_coverage(graph) if graph else ()
    counts = Counter(one.mention.kind for one in covered if one.source == source and one.state == "open")
    told = ", ".join(f"{kind} {counts[kind]}" for kind in MENTION_KINDS)
    return f"mentions in no record yet: {told}; `dossier coverage` lists them\n"


ADD = Command(
    "add",
    "bring a document into the dossier: its text, pinned, and a record of what can be read off",
    "dossier add source article.txt --id cnn-567 --kind news --published 2019-02-25",
    _arguments,
    _run,
)
