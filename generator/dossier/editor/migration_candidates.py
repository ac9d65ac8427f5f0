"""The evidence that `dossier migrate` may choose for a sentence: passages, and records with theirs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dossier.detect.detectors import Detectors
from dossier.detect.languages import detectors_for
from dossier.editor.evidence_choice import Candidate
from dossier.model.base import FieldPath
from dossier.model.passage import Passage
from dossier.model.record import Record


class MigratedContent(NamedTuple):
    """The records by their keys, and the language of the dossier."""

    records: Mapping[str, Record]
    language: str

    @property
    def detectors(self) -> Detectors | None:
        """Those for what the editors write."""
        return detectors_for(self.language)

    def detectors_of(self, passages: Sequence[Passage]) -> Detectors | None:
        """Return those for passages, if all are in one language."""
        sources = [self.records.get(f"source:{passage.source}") for passage in passages]
        languages = {getattr(source, "language", None) or self.language for source in sources}
        return detectors_for(languages.pop()) if len(languages) == 1 else None


def passage_candidates(
    record: Record, labels: Mapping[FieldPath, str], content: MigratedContent
) -> Iterator[Candidate]:
    """Yield a record's passages as candidates, without those of a part whose words are in one of its own passages."""
    for path, passage in record.iter_passages():
        if path[0] == "passages" or not any(_includes(own, passage) for own in record.passages):
            yield Candidate(labels[path], passage.exact, content.detectors_of([passage]))


def _includes(passage: Passage, other: Passage) -> bool:
    return passage.source == other.source and other.exact in passage.exact


def record_candidates(keys: Sequence[str], content: MigratedContent) -> Iterator[Candidate]:
    """Yield records as candidates, each with the words of all its passages."""
    for key in keys:
        if key in content.records:
            passages = [passage for _, passage in content.records[key].iter_passages()]
            text = "\n\n".join(passage.exact for passage in passages)
            yield Candidate(key, text, content.detectors_of(passages))
