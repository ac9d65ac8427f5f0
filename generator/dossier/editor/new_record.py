"""A new record, drafted from a passage."""

from collections.abc import Iterable, Iterator, Mapping

from dossier.editor.draft_fields import draft_fields, required_choices
from dossier.editor.extract_fields import EXTRACTORS, detect_in, extract_fields
from dossier.editor.schemas import FOLDER, name_of
from dossier.editor.selection import Selection
from dossier.editor.transaction import FileChange, create
from dossier.editor.yaml.nodes import Collection, YamlValue, node_of
from dossier.editor.yaml.writer import write_block
from dossier.load.dossier import CONTENT
from dossier.match import SearchableText, occurs
from dossier.model.base import is_id
from dossier.model.dossier import Dossier
from dossier.model.errors import UserError
from dossier.model.kinds import KINDS
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.place import Place
from dossier.model.kinds.source import Source
from dossier.model.record import Record
from dossier.text.whitespace import collapse_whitespace

SCHEMA = f"yaml-language-server: $schema=../../{FOLDER}/{{}}"
"""By what editors find the schema of a record."""
DRAFTED: tuple[type[Record], ...] = tuple(kind for kind in KINDS if kind.singular in EXTRACTORS)
"""The kinds of which a passage makes a draft."""


def new_record(
    kind: type[Record], id: str, stretch: Selection, chosen: Mapping[str, YamlValue], dossier: Dossier
) -> FileChange:
    """The file of a new record that rests on a stretch; `chosen` are what the editor says of its choices.

    Raises RefusedError where the id is taken or none, or the stretch does not tell what the kind needs.
    """
    path = new_record_path(kind, id, dossier)
    found = detect_in(stretch)
    fields = draft_fields(kind, {**extract_fields(kind.singular, stretch, found, dossier), **chosen})
    return create(path, render_draft(kind, fields, draft_comments(kind, fields, stretch, dossier)))


def render_draft(kind: type[Record], fields: Mapping[str, YamlValue], said: Iterable[str]) -> bytes:
    """A record's file, with its schema and what is to be curated as comments at its head."""
    block = node_of(fields)
    assert isinstance(block, Collection)
    first, *others = block.items
    head = first._replace(comments_before=tuple(f"# {line}" for line in (SCHEMA.format(name_of(kind)), *said)))
    return write_block(block._replace(items=(head, *others))).encode()


def new_record_path(kind: type[Record], id: str, dossier: Dossier) -> str:
    """The file of a record that is not there yet. Raises RefusedError where the id is none, or taken."""
    require_free_id(kind, id, dossier)
    return f"{CONTENT}/{kind.plural}/{id}.yml"


def require_free_id(kind: type[Record], id: str, dossier: Dossier, besides: Record | None = None) -> None:
    """Raise RefusedError where no record can be called so, or another one is, or was; `besides` may have been."""
    if not is_id(id):
        raise UserError(f"`{id}` is no id: write lower-case letters a to z, digits and hyphens, as juan-guaido")
    for record in dossier.records_with_pages:
        former = record.formerly if record is not besides else ()
        if isinstance(record, kind) and id in (record.id, *former):
            raise UserError(f"`{id}` is already {'the' if id == record.id else 'a former'} id of {record.path}")
    if f"{kind.singular}:{id}" in dossier.unreadable_keys:
        raise UserError(f"`{id}` is already the id of a {kind.singular} that cannot be read: see `dossier check`")


def draft_comments(
    kind: type[Record], fields: Mapping[str, YamlValue], stretch: Selection, dossier: Dossier
) -> Iterator[str]:
    """What is left for the editor to do, and what of the whole line may help."""
    found = detect_in(stretch.line)
    yield f"Drafted from {stretch.located.at(dossier)}. To curate: what says TODO, the chain (`via`), then `review`."
    for key, values in required_choices(kind).items():
        if key not in fields:
            yield f"To choose: {key} ({', '.join(values)})."
    if "speaker" in kind.model_fields and "speaker" not in fields:
        yield "To choose: speaker (the id of an actor; left out only where nobody is told to speak)."
    named = [_called(one.text, dossier) for one in found.names]
    for heading, words in (
        ("Names", named),
        ("Dates", [collapse_whitespace(one.text) for one in found.dates]),
        ("Figures", [collapse_whitespace(one.text) for one in found.quantities]),
    ):
        if words:
            yield f"{heading} here: {', '.join(dict.fromkeys(words))}."
    source = dossier.by_key[f"{Source.singular}:{stretch.source}"]
    if isinstance(source, Source) and source.rests_on:
        yield f"The document rests on {', '.join(source.rests_on)}."


def _called(name: str, dossier: Dossier) -> str:
    """A name with the records that are called so, or else so in a part of it, as `Silva` in `Col. Silva`."""
    called: tuple[Actor | Place, ...] = (*dossier.actors, *dossier.places)
    spelled = {one.key: {one.name, *one.aliases} for one in called}
    text = SearchableText("", name)
    keys = [key for key, names in spelled.items() if collapse_whitespace(name) in names]
    keys = keys or [key for key, names in spelled.items() if any(occurs(one, text) for one in names)]
    return f"{collapse_whitespace(name)} ({', '.join(keys)})" if keys else collapse_whitespace(name)
