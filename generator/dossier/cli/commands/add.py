"""`dossier add`: add a source document to the dossier."""

import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from dossier.cli.choosing import Chooser, choice_option
from dossier.cli.console import EXIT_OK, report_created
from dossier.cli.options import examples, root_option
from dossier.cli.parameter_types import RecordId
from dossier.cli.record_arguments import read_record
from dossier.coverage.compute import compute_coverage
from dossier.detect.languages import source_detectors
from dossier.documents.read_options import READ_OPTIONS
from dossier.editor.draft_ids import slug
from dossier.editor.loading import load_or_fail
from dossier.editor.new_record import required_choices
from dossier.editor.source_defaults import (
    STANDARD_GRADES,
    STANDARD_RIGHTS,
    grade_choices,
    outlet_name,
    read_grade,
    read_rights,
    rights_choices,
    same_outlet,
)
from dossier.editor.transaction import apply
from dossier.editor.yaml.nodes import YamlValue
from dossier.graph import Graph
from dossier.model.base import is_id
from dossier.model.coverage import MENTION_KINDS
from dossier.model.dossier import Dossier
from dossier.model.errors import UserError
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.source import Rights, Source

PUBLISHER = "publisher"
STANDARD_GRADE_LINES = tuple(f"{letter}: {reason}" for letter, reason in STANDARD_GRADES)
FIELD_OPTIONS = ("title", "short", PUBLISHER, "published", "language", "url")
"""The fields of a source that are set by options of the same name."""


def _number_lines(lines: Sequence[str]) -> str:
    """Return numbered lines as a part of a sentence."""
    named = [line.replace("%(outlet)s", "OUTLET").rstrip(".") for line in lines]
    return "; ".join(f"{number} {line}" for number, line in enumerate(named, 1))


@click.group(
    "add",
    help="Add a source document.",
    epilog=examples(
        "dossier add source article.txt --id cnn-567 --kind news --published 2019-02-25 --grade B --rights 1"
    ),
)
@root_option
def command(root: Path) -> None:
    """Group the subcommands; `root` is the default of their own `--root`."""


def field_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add an option for each of FIELD_OPTIONS, in their order."""
    for field in reversed(FIELD_OPTIONS):
        help = Source.model_fields[field].description
        type = RecordId(Actor.singular) if field == PUBLISHER else None
        function = click.option(f"--{field}", metavar=field.upper(), type=type, help=help)(function)
    return function


def reader_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add an option for each of READ_OPTIONS."""
    for name, help in reversed(READ_OPTIONS.items()):
        function = click.option(f"--{name}", metavar=name.upper(), help=help)(function)
    return function


@command.command("source", help="Add a document to seeds/ and content/sources/.")
@root_option
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE", help="the document, such as a PDF")
@click.option("--id", "source_id", required=True, metavar="ID", help="new id, e.g. cnn-report")
@click.option("--kind", required=True, type=click.Choice(required_choices(Source)["kind"]), help="type of document")
@field_options
@click.option("--author", "authors", multiple=True, metavar="NAME", help="author as printed; may be repeated")
@click.option(
    "--grade", metavar="LETTER|N", help=f"reliability, with a standard reason: {_number_lines(STANDARD_GRADE_LINES)}"
)
@click.option("--grade-reason", metavar="TEXT", help="another reason for the letter")
@click.option(
    "--rights",
    metavar="STATEMENT|N",
    help=f"who holds the rights, and why the text may be shown, or a standard one: {_number_lines(STANDARD_RIGHTS)}",
)
@click.option(
    "--show",
    type=click.Choice(required_choices(Rights)["show"]),
    default="excerpts",
    show_default=True,
    help="how much of it readers see",
)
@reader_options
@choice_option
def add_source_command(
    root: Path,
    file: Path,
    source_id: str,
    authors: tuple[str, ...],
    grade: str | None,
    grade_reason: str | None,
    rights: str | None,
    show: str,
    numbers: tuple[int, ...],
    **options: str,
) -> int:
    """Copy the text, draft the record of the source, and report what is left to do."""
    from dossier.editor.add import add_source  # Its readers take long to load: see READ_OPTIONS.

    reader_values = {name: options[name] for name in READ_OPTIONS if options[name]}
    dossier = load_or_fail(root)
    if grade_reason and not grade:
        raise UserError("--grade-reason: give the letter too, as --grade B")
    chooser = Chooser(numbers)
    fields: dict[str, YamlValue] = {name: options[name] for name in (*FIELD_OPTIONS, "kind") if options[name]}
    fields |= {"authors": list(authors)} if authors else {}
    if options[PUBLISHER]:
        fields[PUBLISHER] = _publisher(options[PUBLISHER], dossier, chooser)
    fields |= _judgement_fields(fields, grade, grade_reason, rights, dossier, chooser)
    fields["rights"] = {"show": show, "statement": fields["rights"]} if "rights" in fields else {"show": show}
    chooser.require_all_used()
    added = add_source(file, source_id, fields, root, dossier, reader_values)
    *seeds, record = added.changes
    apply(root, added.changes)
    sys.stdout.writelines(f"{change.new_path}\n" for change in seeds)
    result = report_created(root, record.new_path or "")
    sys.stderr.writelines(f"{remark}\n" for remark in added.remarks)
    if added.remarks:
        sys.stderr.write(f"these remarks are in {record.new_path} too\n")
    sys.stderr.write(_open_mentions(result.graph, source_id))
    return EXIT_OK


def _judgement_fields(
    fields: Mapping[str, YamlValue],
    grade: str | None,
    grade_reason: str | None,
    rights: str | None,
    dossier: Dossier,
    chooser: Chooser,
) -> dict[str, YamlValue]:
    """Return the grade and the statement of rights as given, or as chosen where the outlet has no other source."""
    outlet, is_known = outlet_name(fields, dossier), same_outlet(fields, dossier) is not None
    judged: dict[str, YamlValue] = {}
    if grade:
        judged["grade"] = read_grade(grade, grade_reason, dossier)
    elif not is_known and (
        found := chooser.choose_or_leave("How reliable is it? Reasons to choose from", grade_choices(dossier), str)
    ):
        judged["grade"] = found._asdict()
    if rights:
        judged["rights"] = read_rights(rights, dossier, outlet)
    elif not is_known and (
        statement := chooser.choose_or_leave(
            "Statements on the rights to choose from", rights_choices(dossier, outlet), str
        )
    ):
        judged["rights"] = statement
    return judged


def _publisher(words: str, dossier: Dossier, chooser: Chooser) -> str:
    """Return the id of the actor that the words mean; a new id as it is, since an actor is drafted from a source."""
    try:
        return read_record(words, (Actor,), dossier, chooser).id
    except UserError as error:
        if is_id(words):
            return words
        raise UserError(
            f"{error}; leave --{PUBLISHER} out and add `{PUBLISHER}` to the source's file once there is such an "
            f"actor (`dossier new {Actor.singular}`), or give the id that the actor will have, "
            f"such as --{PUBLISHER} {slug(words)}"
        ) from error


def _open_mentions(graph: Graph | None, source_id: str) -> str:
    """Return how many mentions of each kind no record covers yet."""
    source = graph.dossier.by_key.get(f"{Source.singular}:{source_id}") if graph else None
    if graph and isinstance(source, Source) and source_detectors(graph.dossier, source) is None:
        return f"figures, dates and names in `{graph.dossier.language_of(source)}` are not read: list them yourself\n"
    items = compute_coverage(graph.dossier, graph.resolution) if graph else ()
    counts = Counter(item.mention.kind for item in items if item.source == source_id and item.state == "open")
    numbers = ", ".join(f"{kind} {counts[kind]}" for kind in MENTION_KINDS)
    return f"not covered yet: {numbers}; list them with `dossier coverage`\n"
