"""Resolve the passages of a dossier: `resolve_passages` finds each in the text of its source."""

from collections.abc import Mapping

from dossier.match.find import find_passage
from dossier.match.searchable_text import SearchableText
from dossier.model.citation import Citation, Resolution
from dossier.model.dossier import Dossier
from dossier.model.passage import MatchResult, Passage
from dossier.model.record import Record

READER_COMMENTS = frozenset({"reader comments"})
"""The kinds of excluded regions that a record of a reader's comment may cite."""
NO_REGIONS: frozenset[str] = frozenset()


class PassageMemory:
    """The citations of records that were resolved before, for the texts that they were resolved in."""

    def __init__(self) -> None:
        self._basis: object = None
        self._texts: dict[str, SearchableText] = {}
        self._citations: dict[str, tuple[Record, tuple[Citation, ...]]] = {}

    def texts_of(self, dossier: Dossier) -> dict[str, SearchableText]:
        """Return the searchable texts of a dossier; forget all citations if they have changed."""
        basis = [
            (source.id, source.text, dossier.source_texts[source.text], source.excluded)
            for source in dossier.sources
            if source.text is not None and source.text in dossier.source_texts
        ]
        if basis != self._basis:
            self._basis, self._texts, self._citations = basis, prepare_texts(dossier), {}
        return self._texts

    def recall(self, record: Record) -> tuple[Citation, ...] | None:
        """Return the citations of a record, if it is the same object that they were kept for."""
        known, citations = self._citations.get(record.key, (None, ()))
        return citations if known is record else None

    def keep(self, record: Record, citations: tuple[Citation, ...]) -> None:
        """Keep the citations of a record."""
        self._citations[record.key] = (record, citations)


def resolve_passages(dossier: Dossier, memory: PassageMemory | None = None) -> Resolution:
    """Find every passage and every excluded region.

    A passage of a source that is unknown or has no text is `invalid`; other rules report the cause. With a `memory`,
    only the passages of records that have changed are looked for, as long as the texts are the same.
    """
    memory = memory or PassageMemory()
    texts = memory.texts_of(dossier)
    others = {source: tuple(other for name, other in texts.items() if name != source) for source in texts}
    citations: list[Citation] = []
    for record in dossier.records:
        found = memory.recall(record)
        if found is None:
            found = tuple(
                Citation(record, path, passage, _resolve(record, passage, texts, others))
                for path, passage in record.iter_passages()
            )
            memory.keep(record, found)
        citations += found
    return Resolution(tuple(citations), {source: text.excluded_regions for source, text in texts.items()})


def prepare_texts(dossier: Dossier) -> dict[str, SearchableText]:
    """Return the searchable text of each source that has one, by source id."""
    return {
        source.id: SearchableText(source.text, dossier.source_texts[source.text].text, source.excluded)
        for source in dossier.sources
        if source.text is not None and source.text in dossier.source_texts
    }


def _resolve(
    record: Record,
    passage: Passage,
    texts: Mapping[str, SearchableText],
    others: Mapping[str, tuple[SearchableText, ...]],
) -> MatchResult:
    text = texts.get(passage.source)
    if text is None:
        return MatchResult("invalid")
    may_cite = READER_COMMENTS if record.is_reader_comment else NO_REGIONS
    return find_passage(passage.exact, passage.prefix, passage.suffix, text, others[passage.source], may_cite=may_cite)
