"""Look for every passage of a dossier."""

from collections.abc import Mapping

from generator.match.find import match
from generator.match.text import Region, Text, resolve_region
from generator.model.citation import Citation
from generator.model.dossier import Dossier
from generator.model.passage import Passage, Verdict
from generator.model.record import Record
from generator.model.source import Source

READER_COMMENTS = frozenset({"reader comments"})
NOTHING: frozenset[str] = frozenset()


def find_all(dossier: Dossier) -> tuple[Citation, ...]:
    """Every passage of every record with its verdict, in the order of records and of their fields.

    A passage of a source that is unknown or not held is `invalid`: other rules say so.
    """
    texts = texts_of(dossier)
    return tuple(
        Citation(record, path, passage, _verdict(record, passage, texts))
        for record in dossier.records
        for path, passage in record.cited()
    )


def texts_of(dossier: Dossier) -> dict[str, Text]:
    """The prepared text of each source that is held, by the source's id."""
    return {
        source.id: Text(source.text, dossier.seeds[source.text].text, _regions(source, dossier.seeds[source.text].text))
        for source in dossier.sources
        if source.text is not None and source.text in dossier.seeds
    }


def _regions(source: Source, content: str) -> tuple[Region, ...]:
    found = ((region, resolve_region(region.starts, region.ends, content)) for region in source.excluded)
    return tuple(Region(*span, region.kind, region.reason) for region, span in found if span is not None)


def _verdict(record: Record, passage: Passage, texts: Mapping[str, Text]) -> Verdict:
    text = texts.get(passage.source)
    if text is None:
        return Verdict("invalid")
    others = tuple(other for source, other in texts.items() if source != passage.source)
    may_cite = READER_COMMENTS if record.is_reader_comment else NOTHING
    return match(passage.exact, passage.prefix, passage.suffix, text, others, may_cite=may_cite)
