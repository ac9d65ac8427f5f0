"""`dossier new`: draft a record from a passage."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from dossier.cli.choosing import Chooser, choice_option, is_interactive
from dossier.cli.console import EXIT_FINDINGS, EXIT_OK, report_created
from dossier.cli.options import OrderedGroup, examples, root_option
from dossier.cli.parameter_types import RecordId
from dossier.cli.record_arguments import read_record, read_text_name
from dossier.editor.extract_fields import SeveralMentionsError
from dossier.editor.loading import load_or_fail, select_texts
from dossier.editor.locate import find_closest, not_found_message
from dossier.editor.new_record import DRAFTED, NewRecord, new_record, new_record_path, required_choices
from dossier.editor.place_lines import context_line, place_line
from dossier.editor.selection import Selection, parse_selection, require_known_source, select_record
from dossier.editor.transaction import apply
from dossier.editor.yaml.nodes import YamlValue
from dossier.match import SearchableText
from dossier.model.base import ReferenceField, reference_fields
from dossier.model.dossier import Dossier
from dossier.model.kinds import KINDS, KINDS_BY_NAME
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.record import Record


@click.group(
    "new",
    cls=OrderedGroup,
    help="Draft a record from a passage.",
    epilog=examples(
        "dossier new quote silva-attacking --from epoch-times-silva:12 --speaker jose-luis-silva",
        'dossier new number defectors-567 --from "567 Venezuelan soldiers defected to Colombia" --status reported',
    ),
)
@root_option
def command(root: Path) -> None:
    """Group the subcommands; `root` is the default of their own `--root`."""


def draft_command(kind: type[Record]) -> click.Command:
    """Return the subcommand that drafts a record of a kind, with an option for each choice and each reference."""

    @click.command(kind.singular, help=f"Draft content/{kind.plural}/ID.yml.")
    @root_option
    @click.argument("record_id", metavar="ID", help="new id, e.g. juan-guaido")
    @click.option(
        "--from",
        "places",
        required=True,
        multiple=True,
        metavar="PLACE|WORDS",
        type=RecordId("source", suffix=":"),
        help="a line (cnn-report:12), a position (seeds/000.txt:12:5) or words of a source; for a disagreement also a "
        "record (number:gone-567); repeat it to cite several",
    )
    @click.option(
        "--in", "source", metavar="SOURCE", type=RecordId("source"), help="search this source only (default: all)"
    )
    @choice_option
    def draft(
        root: Path,
        record_id: str,
        places: tuple[str, ...],
        source: str | None,
        numbers: tuple[int, ...],
        **fields: Any,
    ) -> int:
        drafter = _Drafter(root, kind, record_id, Chooser(numbers))
        return drafter.draft(places, source, {name: value for name, value in fields.items() if value})

    for field, values in required_choices(kind).items():
        option = click.Option([f"--{field}"], type=click.Choice(values), help=kind.model_fields[field].description)
        draft.params.append(option)
    draft.params += [_reference_option(kind, field) for field in reference_fields(kind)]
    return draft


def _reference_option(kind: type[Record], field: ReferenceField) -> click.Option:
    description = kind.model_fields[field.name].description
    return click.Option(
        [f"--{field.name.replace('_', '-')}", field.name],
        metavar="ID" if field.kinds else "KIND:ID",
        type=RecordId(*(field.kinds or KINDS_BY_NAME), has_kind=not field.kinds),
        multiple=field.is_list,
        help=f"{description} May be repeated." if field.is_list else description,
    )


class _Drafter:
    """Drafts one record; asks where the arguments leave something open."""

    def __init__(self, root: Path, kind: type[Record], id: str, chooser: Chooser) -> None:
        self._root, self._kind, self._id, self._chooser = root, kind, id, chooser
        self._dossier = load_or_fail(root)

    def draft(self, places: Sequence[str], source: str | None, fields: Mapping[str, Any]) -> int:
        """Write the record that cites `places`; return the exit code."""
        new_record_path(self._kind, self._id, self._dossier)  # Before the first question.
        texts = select_texts(self._dossier, read_text_name(source, self._dossier, self._chooser))
        selections = [selection for place in places if (selection := self._select(place, texts))]
        if len(selections) < len(places):
            return EXIT_FINDINGS
        change, duplicates = self._new_record(selections, self._find_references(fields))
        self._chooser.require_all_used()
        sys.stderr.writelines(f"{change.new_path}: {duplicate}\n" for duplicate in duplicates)
        if duplicates and is_interactive() and not click.confirm("Write it anyway?", err=True):
            return EXIT_FINDINGS
        apply(self._root, [change])
        report_created(self._root, change.new_path or "")
        return EXIT_OK

    def _select(self, place: str, texts: Mapping[str, SearchableText]) -> Selection | None:
        """Return the place that the editor means; None, with a message, if no text has the words or similar ones."""
        if self._kind is Disagreement and (named := select_record(place, self._dossier, texts)):
            return named
        selections = parse_selection(place, texts)
        if not selections:
            require_known_source(place, texts)
            closest = find_closest(place, texts)
            if not closest:
                sys.stderr.write(not_found_message(closest))
                return None
            match = self._chooser.choose_any(
                f"`{place}`: {not_found_message(closest).strip().removesuffix(':')}",
                closest,
                lambda hit: place_line(hit, self._dossier),
            )
            return Selection(match.hit, texts[match.hit.passage.source])
        question = f"`{place}` matches {len(selections)} places"
        return self._chooser.choose(question, selections, lambda found: place_line(found.hit, self._dossier))

    def _new_record(self, selections: list[Selection], fields: Mapping[str, YamlValue]) -> NewRecord:
        """Return the record; if its passage has several figures or names, that of the chosen one."""
        try:
            return new_record(self._kind, self._id, selections, fields, self._dossier)
        except SeveralMentionsError as several:
            question = f"this passage has {len(several.spans)} {several.noun}s"
            span = self._chooser.choose(question, several.spans, lambda span: context_line(span, self._dossier))
            first = selections[0]._replace(cursor=span.start)
            return new_record(self._kind, self._id, [first, *selections[1:]], fields, self._dossier)

    def _find_references(self, fields: Mapping[str, Any]) -> dict[str, YamlValue]:
        """Return the fields with the ids of the records that they name."""
        resolved = dict[str, YamlValue](fields)
        for field in reference_fields(self._kind):
            if field.name in fields:
                values = fields[field.name] if field.is_list else [fields[field.name]]
                found = [_reference(words, field, self._dossier, self._chooser) for words in values]
                resolved[field.name] = list[YamlValue](found) if field.is_list else found[0]
        return resolved


def _reference(words: str, field: ReferenceField, dossier: Dossier, chooser: Chooser) -> str:
    kinds = tuple(kind for kind in KINDS if kind.singular in field.kinds or not field.kinds)
    record = read_record(words, kinds, dossier, chooser)
    return record.id if field.kinds else record.key


for drafted_kind in DRAFTED:
    command.add_command(draft_command(drafted_kind))
