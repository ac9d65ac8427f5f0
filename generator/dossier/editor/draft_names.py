"""Drafts of the actors and places that a source names: with their spellings, kinds, roles and sizes."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dossier.detect.draft_words import NameParts, PlaceSize
from dossier.detect.place_countries import country_beside
from dossier.editor.draft_prose import summarize_name
from dossier.editor.extract_fields import Fields
from dossier.editor.locate import passage_fields
from dossier.editor.named_records import NamedRecord
from dossier.editor.source_reading import Draft, SourceReading
from dossier.editor.yaml.nodes import YamlValue
from dossier.model.kinds.place import Place
from dossier.model.record import TODO_PREFIX
from dossier.text.spans import Bounds, Spanning, spans_overlap

UNKNOWN_PRECISION: Fields = {
    "precision": "unknown",
    "precision_basis": f"{TODO_PREFIX} the text does not show the precision: correct it, then delete this",
}
_PERSON_WORDS = (2, 3)
"""How many words the name of a person has, as a rule."""


class _SaidSize(NamedTuple):
    """How large a place is, and the mention of it beside which the text says so."""

    size: PlaceSize
    mention: NameParts


def draft_names(reading: SourceReading) -> Iterator[Draft]:
    """Yield a draft of each name that no record has."""
    open_names = reading.open_mentions.get("name", [])
    new = [
        record
        for record in reading.named
        if not record.exists and any(_overlaps_any(mention, open_names) for mention in record.mentions)
    ]
    reading.use([record for record in reading.named if record.exists or record in new])
    for record in new:
        longest = next(mention for mention in record.mentions if mention.name == record.spellings[0])
        size = _size_of(reading, record) if record.kind is Place else None
        if size and size.mention.name == longest.name:
            longest = size.mention
        sentence = reading.sentence_of(longest)
        selection = reading.selection_of(sentence)
        fields: Fields = {"name": record.name, "aliases": list[YamlValue](record.spellings)}
        if record.kind is Place:
            words = reading.detectors.draft_words if reading.detectors else None
            country = words.country_of(record.name) if words else None
            precision: Fields = {"precision": size.size} if size else UNKNOWN_PRECISION
            container = None if country else _country_around(reading, record)
            fields |= {"precision": "country", "country": country} if country else precision
            fields |= {"country": container} if container else {}
        else:
            fields |= {"kind": record.named_kind} if record.named_kind else _likely_kind(record.name)
            roles = _roles_of(reading, record)
            fields |= {"roles": roles} if roles else {}
        mention = Bounds(longest.start, longest.end)
        summary = None if selection.in_comments else summarize_name(reading, sentence, mention, record)
        fields |= {"summary": summary} if summary else {}
        yield reading.draft(
            record.kind, record.id, selection, fields, record.name, [record.named_kind or "kind to check"]
        )


def _country_around(reading: SourceReading, record: NamedRecord) -> str | None:
    """Return the code of the country in which a place is, if the text says it beside its name, and always the same."""
    words = reading.detectors.draft_words if reading.detectors else None
    if not words:
        return None
    said = (country_beside(mention, reading.text.content, words.country_of) for mention in record.mentions)
    found = {code for code in said if code}
    return found.pop() if len(found) == 1 else None


def _roles_of(reading: SourceReading, record: NamedRecord) -> list[YamlValue]:
    """Return the roles that the text gives an actor before its name, each once, with the passage of the last."""
    words = reading.detectors.draft_words if reading.detectors else None
    if not words:
        return []
    bodies = [mention for named in reading.named if named.named_kind != "person" for mention in named.mentions]
    found = {
        words.roles.role_of(mention.title, mention.start, reading.text.content, bodies): mention
        for mention in record.mentions
        if mention.title
    }
    passages = {
        role: passage_fields(reading.selection_of(reading.sentence_of(mention)).hit.passage)
        for role, mention in found.items()
    }
    return [{"title": role, "passages": [passage]} for role, passage in passages.items() if role]


def find_new_spellings(reading: SourceReading) -> Iterator[tuple[str, str]]:
    """Yield each spelling that no record has, and the key of the record whose alias it probably is."""
    open_names = reading.open_mentions.get("name", [])
    for record in reading.named:
        if record.exists and f"{record.kind.singular}:{record.id}" in reading.dossier.by_key:
            new = [mention.name for mention in record.mentions if _overlaps_any(mention, open_names)]
            for name in dict.fromkeys(new):
                yield name, f"{record.kind.singular}:{record.id}"


def find_new_sizes(reading: SourceReading) -> Iterator[tuple[str, str]]:
    """Yield the key of each place whose `precision` is unknown, and what the text says that it is."""
    for record in reading.named:
        place = reading.dossier.by_key.get(f"{Place.singular}:{record.id}") if record.kind is Place else None
        if isinstance(place, Place) and place.precision == "unknown" and (size := _size_of(reading, record)):
            yield place.key, size.size


def _size_of(reading: SourceReading, record: NamedRecord) -> _SaidSize | None:
    """Return how large the text says that a place is, if it says it, and always the same."""
    words = reading.detectors.draft_words if reading.detectors else None
    if not words or not words.size_of_place:
        return None
    content = reading.text.content
    said = [(words.size_of_place(mention, content), mention) for mention in record.mentions]
    found = [_SaidSize(size, mention) for size, mention in said if size]
    return found[0] if len({size.size for size in found}) == 1 else None


def _likely_kind(name: str) -> Fields:
    """Return the kind that a name of which the text shows none may have, for the editor to check."""
    kind = "person" if len(name.split()) in _PERSON_WORDS else "organization"
    return {"kind": kind, "kind_basis": f"{TODO_PREFIX} the text does not show the kind: correct it, then delete this"}


def _overlaps_any(span: Spanning, others: Sequence[Bounds]) -> bool:
    return any(spans_overlap(span, other) for other in others)
