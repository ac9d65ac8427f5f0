"""Drafts of the actors on whose word something is and whom the text does not name: "officials", "two witnesses"."""

from collections import defaultdict
from collections.abc import Iterator

from dossier.detect.descriptions import Description
from dossier.editor.draft_ids import free_id, slug
from dossier.editor.draft_quotes import find_said
from dossier.editor.extract_fields import Fields
from dossier.editor.named_records import NamedRecord
from dossier.editor.source_reading import Draft, SourceReading
from dossier.model.kinds.actor import Actor
from dossier.text.spans import Bounds
from dossier.text.whitespace import collapse_whitespace


def draft_descriptions(reading: SourceReading) -> Iterator[Draft]:
    """Yield a draft of each actor without a name on whose word a quotation, figure or date is that no record has.

    Two who are both "a resident" are none: nothing says that they are the same one.
    """
    words = reading.detectors.draft_words if reading.detectors else None
    found: dict[Description, set[Bounds]] = defaultdict(set)
    for span in _speakers(reading) if words else ():
        text = collapse_whitespace(reading.text.content[span.start : span.end])
        described = words.descriptions.read(text) if words else None
        if described and not reading.actor_called(text):
            found[described].add(span)
    for described, spans in found.items():
        if described.kind == "person" and len(spans) > 1:
            continue
        id = free_id(slug(described.noun), reading.used[Actor])
        reading.described[described.name] = NamedRecord(Actor, id, described.name, ())
        fields: Fields = {"name": described.name, "kind": described.kind, "unnamed": "true"}
        selection = reading.selection_of(reading.sentence_of(min(spans)))
        yield reading.draft(Actor, id, selection, fields, described.name, [described.kind])


def _speakers(reading: SourceReading) -> Iterator[Bounds]:
    """Yield the words for those who are described, in the order of what is on their word."""
    open_words = reading.open_mentions.get("quotation", [])
    for quotation, speaker in find_said(reading).items():
        is_open = Bounds(quotation.inner_start, quotation.inner_end) in open_words
        if speaker and is_open and speaker.kind == "description":
            yield Bounds(speaker.start, speaker.end)
    for mention in (*reading.open_mentions.get("quantity", []), *reading.open_mentions.get("date", [])):
        for said in reading.attributed_to(mention):
            span = Bounds(said.start, said.end)
            if said.kind == "description" or (said.kind == "name" and not reading.named_in(span)):
                yield span
