"""Look for every passage of a dossier."""

from collections.abc import Mapping
from typing import NamedTuple

from dossier.match.find import find_passage
from dossier.match.searchable_text import SearchableText
from dossier.model.citation import Citation
from dossier.model.dossier import Dossier
from dossier.model.passage import ExcludedRegion, MatchResult, Passage
from dossier.model.record import Record

READER_COMMENTS = frozenset({"reader comments"})
NOTHING: frozenset[str] = frozenset()


class Resolution(NamedTuple):
    """What was looked for in the texts.

    `citations` are all passages with their verdicts, in the order of records and of their fields. `regions` has the
    excluded stretches of each text that is held, by its source's id, as its record lists them; None where not found.
    """

    citations: tuple[Citation, ...]
    regions: Mapping[str, tuple[ExcludedRegion | None, ...]]


def resolve_passages(dossier: Dossier) -> Resolution:
    """Look for every passage and every excluded region.

    A passage of a source that is unknown or not held is `invalid`: other rules say so.
    """
    texts = prepare_texts(dossier)
    others = {source: tuple(other for name, other in texts.items() if name != source) for source in texts}
    citations = (
        Citation(record, path, passage, _verdict(record, passage, texts, others))
        for record in dossier.records
        for path, passage in record.iter_passages()
    )
    return Resolution(tuple(citations), {source: text.excluded for source, text in texts.items()})


def prepare_texts(dossier: Dossier) -> dict[str, SearchableText]:
    """The prepared text of each source that is held, by the source's id."""
    return {
        source.id: SearchableText(source.text, dossier.source_texts[source.text].text, source.excluded)
        for source in dossier.sources
        if source.text is not None and source.text in dossier.source_texts
    }


def _verdict(
    record: Record,
    passage: Passage,
    texts: Mapping[str, SearchableText],
    others: Mapping[str, tuple[SearchableText, ...]],
) -> MatchResult:
    text = texts.get(passage.source)
    if text is None:
        return MatchResult("invalid")
    may_cite = READER_COMMENTS if record.is_reader_comment else NOTHING
    return find_passage(passage.exact, passage.prefix, passage.suffix, text, others[passage.source], may_cite=may_cite)
