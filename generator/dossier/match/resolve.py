"""Look for every passage of a dossier."""

from collections.abc import Mapping
from typing import NamedTuple

from dossier.match.find import match
from dossier.match.searchable_text import Text
from dossier.model.citation import Citation
from dossier.model.dossier import Dossier
from dossier.model.passage import Excluded, Passage, Verdict
from dossier.model.record import Record

READER_COMMENTS = frozenset({"reader comments"})
NOTHING: frozenset[str] = frozenset()


class Found(NamedTuple):
    """What was looked for in the texts.

    `citations` are all passages with their verdicts, in the order of records and of their fields. `regions` has the
    excluded stretches of each text that is held, by its source's id, as its record lists them; None where not found.
    """

    citations: tuple[Citation, ...]
    regions: Mapping[str, tuple[Excluded | None, ...]]


def find_all(dossier: Dossier) -> Found:
    """Look for every passage and every excluded region.

    A passage of a source that is unknown or not held is `invalid`: other rules say so.
    """
    texts = texts_of(dossier)
    others = {source: tuple(other for name, other in texts.items() if name != source) for source in texts}
    citations = (
        Citation(record, path, passage, _verdict(record, passage, texts, others))
        for record in dossier.records
        for path, passage in record.cited()
    )
    return Found(tuple(citations), {source: text.excluded for source, text in texts.items()})


def texts_of(dossier: Dossier) -> dict[str, Text]:
    """The prepared text of each source that is held, by the source's id."""
    return {
        source.id: Text(source.text, dossier.seeds[source.text].text, source.excluded)
        for source in dossier.sources
        if source.text is not None and source.text in dossier.seeds
    }


def _verdict(
    record: Record, passage: Passage, texts: Mapping[str, Text], others: Mapping[str, tuple[Text, ...]]
) -> Verdict:
    text = texts.get(passage.source)
    if text is None:
        return Verdict("invalid")
    may_cite = READER_COMMENTS if record.is_reader_comment else NOTHING
    return match(passage.exact, passage.prefix, passage.suffix, text, others[passage.source], may_cite=may_cite)
