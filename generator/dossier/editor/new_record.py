"""A new record: its fields, with a TODO for each required text that is not known, and its file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, get_args, get_origin

from dossier.detect.languages import source_detectors
from dossier.editor.draft_disagreement import disagreement_fields
from dossier.editor.extract_fields import detect_in, extract_fields
from dossier.editor.formatter import keys_of
from dossier.editor.likely_duplicates import DuplicateFinder, LikelyDuplicate
from dossier.editor.locate import label_passages, passage_fields
from dossier.editor.schemas import FOLDER, schema_name
from dossier.editor.selection import Selection
from dossier.editor.transaction import FileChange, create
from dossier.editor.yaml.nodes import Collection, YamlValue, node_of
from dossier.editor.yaml.writer import write_mapping
from dossier.load.loader import CONTENT
from dossier.match import SearchableText, occurs
from dossier.model.base import Model, is_id, nested_model
from dossier.model.dossier import Dossier
from dossier.model.errors import UserError
from dossier.model.kinds import KINDS
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.place import Place
from dossier.model.kinds.source import Source
from dossier.model.marks import TODO
from dossier.model.record import TODO_PREFIX, Record
from dossier.text.whitespace import collapse_whitespace
from dossier.text.wording import upper_first

REVIEW, POSITIONS = "review", "positions"
DEFAULTS = {REVIEW: "draft", "speaker": TODO}
"""What a draft has in fields that it needs and that are not known."""
SCHEMA = f"yaml-language-server: $schema=../../{FOLDER}/{{}}"
"""Tells editors where the schema of a record is."""
DRAFTED: tuple[type[Record], ...] = tuple(kind for kind in KINDS if kind is not Source)
"""The kinds that can be drafted from a passage. A source is added from a file."""


class NewRecord(NamedTuple):
    """The file of a new record, and the records that it is probably about already."""

    change: FileChange
    duplicates: Sequence[LikelyDuplicate]


def new_record(
    kind: type[Record], id: str, selections: Sequence[Selection], chosen: Mapping[str, YamlValue], dossier: Dossier
) -> NewRecord:
    """Return a new record that cites the selections; `chosen` are the fields set on the command line.

    Fields are extracted from the first selection. Raises UserError where the id is taken or invalid, or that selection
    lacks something that the kind needs.
    """
    path = new_record_path(kind, id, dossier)
    source = dossier.by_key[f"{Source.singular}:{selections[0].source}"]
    mentions = detect_in(selections[0], source_detectors(dossier, source))
    extracted = extract_fields(kind.singular, selections[0], mentions, dossier)
    fields = draft_fields(kind, {**extracted, **evidence_fields(kind, selections, dossier), **chosen})
    duplicates = DuplicateFinder(dossier).find(kind, fields)
    comments = (*draft_comments(kind, fields, selections[0], dossier), *map(upper_first, duplicates))
    return NewRecord(create(path, render_draft(kind, fields, comments)), duplicates)


def evidence_fields(kind: type[Record], selections: Sequence[Selection], dossier: Dossier) -> dict[str, YamlValue]:
    """Return the fields that cite the selections: the answers of a disagreement, or the passages.

    Several passages have labels, which the summary cites.
    """
    passages = [selection.hit.passage for selection in selections]
    if POSITIONS in kind.model_fields:
        return disagreement_fields(selections, dossier)
    if len(passages) == 1:
        return {"passages": [passage_fields(passages[0])]}
    labelled = label_passages(passages, dossier)
    marks = "".join(f"[^{passage.label}]" for passage in labelled)
    return {"summary": f"{todo(kind, 'summary')}{marks}", "passages": [*map(passage_fields, labelled)]}


def draft_fields(model: type[Model], known: Mapping[str, YamlValue]) -> dict[str, YamlValue]:
    """Return the known and the required fields of a model, in the model's order.

    A required text that is not known becomes `TODO:` with the field's description. A required choice that is not known
    is left out, since no value would be a safe default.
    """
    fields: dict[str, YamlValue] = {}
    for key in keys_of(model):
        field = model.model_fields[key]
        value = known.get(key, DEFAULTS.get(key))
        inner = nested_model(field.annotation)
        is_list = get_origin(field.annotation) is tuple
        if inner and not is_list and (field.is_required() or value is not None):
            fields[key] = draft_fields(inner, value if isinstance(value, Mapping) else {})
        elif inner and value is not None:
            fields[key] = [draft_fields(inner, element) for element in value if isinstance(element, Mapping)]
        elif value is not None:
            fields[key] = value
        elif field.is_required() and field.annotation is str:
            fields[key] = todo(model, key)
    return fields


def todo(model: type[Model], key: str) -> str:
    """Return the placeholder for a text that is still to be written: what it is."""
    return f"{TODO_PREFIX} {model.model_fields[key].description or key}"


def required_choices(model: type[Model]) -> dict[str, tuple[str, ...]]:
    """Return the required fields that must be one of a few values, with these values; not the review status."""
    choices: dict[str, tuple[str, ...]] = {}
    for key in keys_of(model):
        field = model.model_fields[key]
        if key != REVIEW and field.is_required() and get_origin(field.annotation) is Literal:
            choices[key] = get_args(field.annotation)
    return choices


def render_draft(kind: type[Record], fields: Mapping[str, YamlValue], comments: Iterable[str]) -> bytes:
    """Return the content of a record's file, which begins with the schema line and the comments."""
    collection = node_of(fields)
    assert isinstance(collection, Collection)
    lines = (SCHEMA.format(schema_name(kind)), *comments)
    first, *others = collection.items
    first = first._replace(comments_before=tuple(f"# {line}" for line in lines))
    return write_mapping(collection._replace(items=(first, *others))).encode()


def new_record_path(kind: type[Record], id: str, dossier: Dossier) -> str:
    """Return the path of a record that does not exist yet. Raises UserError where the id is invalid or taken."""
    require_free_id(kind, id, dossier)
    return f"{CONTENT}/{kind.plural}/{id}.yml"


def require_free_id(kind: type[Record], id: str, dossier: Dossier, except_for: Record | None = None) -> None:
    """Raise UserError where the id is invalid, or another record has or had it; former ids of `except_for` are free."""
    if not is_id(id):
        raise UserError(
            f"`{id}` is not a valid id: use lower-case letters a to z, digits and hyphens, e.g. juan-guaido"
        )
    for record in dossier.records_with_pages:
        former = record.formerly if record is not except_for else ()
        if isinstance(record, kind) and id in (record.id, *former):
            raise UserError(f"`{id}` is already {'the' if id == record.id else 'a former'} id of {record.path}")
    if f"{kind.singular}:{id}" in dossier.unreadable_keys:
        raise UserError(f"`{id}` is already the id of a {kind.singular} that cannot be read: see `dossier check`")


def draft_comments(
    kind: type[Record], fields: Mapping[str, YamlValue], selection: Selection, dossier: Dossier
) -> Iterator[str]:
    """Yield what is left for the editor to do, and what the detectors find in the whole line."""
    yield f"Drafted from {selection.hit.location(dossier)}. To do: every TODO, the attribution (`via`), then `review`."
    for key, values in required_choices(kind).items():
        if key not in fields:
            yield f"To choose: {key} ({', '.join(values)})."
    if fields.get("speaker") == TODO:
        yield "To choose: speaker (the id of an actor; leave it out only if the source names no speaker)."
    source = dossier.by_key[f"{Source.singular}:{selection.source}"]
    detectors = source_detectors(dossier, source)
    mentions = detect_in(selection.line, detectors)
    for heading, words in (
        ("Names", [_name_with_keys(mention.text, dossier) for mention in mentions.names]),
        ("Dates", [collapse_whitespace(mention.text) for mention in mentions.dates]),
        ("Figures", [collapse_whitespace(mention.text) for mention in mentions.quantities]),
    ):
        if words:
            yield f"{heading} here: {', '.join(dict.fromkeys(words))}."
    if isinstance(source, Source) and detectors is None:
        yield f"Figures, dates and names in `{dossier.language_of(source)}` are not read: enter them yourself."
    if isinstance(source, Source) and source.rests_on:
        yield f"The source is based on {', '.join(source.rests_on)}."


def _name_with_keys(name: str, dossier: Dossier) -> str:
    """Return a name with the records of that name; failing these, those whose name is part of it.

    In `Col. Silva`, for example, the records named `Silva`.
    """
    name = collapse_whitespace(name)
    text = SearchableText("", name)
    named: tuple[Actor | Place, ...] = (*dossier.actors, *dossier.places)
    spellings = {record.key: {record.name, *record.aliases} for record in named}
    keys = [key for key, names in spellings.items() if name in names]
    if not keys:
        keys = [key for key, names in spellings.items() if any(occurs(spelling, text) for spelling in names)]
    return f"{name} ({', '.join(keys)})" if keys else name
