"""Statements: the claims of a record, each with the passages that it is based on.

A statement is what a reader takes as one claim. It is the text before a mark such as `[^officials]` (see
`dossier.model.marks`), or a part of a record that has passages of its own, such as a role.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, count

from dossier.model.base import Author, FieldPath, MarkedField, ProseField
from dossier.model.citation import Citation, distinct_citations
from dossier.model.content_item import ContentItem
from dossier.model.finding import Location
from dossier.model.marks import EDITOR, Mark, MarkedText, find_marks, find_words, split_statements
from dossier.model.passage import ClaimPart
from dossier.model.record import Record


@dataclass(frozen=True, eq=False, slots=True)  # Compared by identity: no two statements are the same claim.
class Statement:
    """One claim of a record or of the settings.

    `markup` is its prose without marks, which begins at the code point `start` of the text of `field`. `marks` are
    those at its end; none if the field has no marks. `citations` are the found passages it is based on, in the order
    of the marks, each once: none if it is by the editor, or if its marks lead nowhere.
    """

    item: ContentItem
    field: MarkedField
    markup: str
    start: int
    marks: tuple[Mark, ...]
    by: Author
    citations: tuple[Citation, ...]
    number: int = 0
    """Its number among the statements of the item, from 1, in the order of the page."""
    id: str = ""
    """Unique in the item: the label of its first passage or record, else its field; `officials-2` if that is taken."""
    is_labelled: bool = False
    """Whether the id is a label, which stays the same wherever the statement moves."""
    part: ClaimPart | None = None
    """The part of the item that it is, if it is no prose."""

    @property
    def shown_markup(self) -> str:
        """The prose as readers see it: a relationship has a word of the interface's language."""
        return self.part.shown_claim if self.part else self.markup

    @property
    def path(self) -> FieldPath:
        """The path of its field, or of the part of the item that it is."""
        return self.field.path

    @property
    def has_markup(self) -> bool:
        """Whether `markup` may have cross-links and emphasis; a title or a role is plain text."""
        return isinstance(self.field.mark, ProseField) and self.field.mark.has_markup

    @property
    def is_prose(self) -> bool:
        """Whether it is written as prose, and not a part of the item, such as a role."""
        return isinstance(self.field.mark, ProseField) and self.field.mark.statements_by is not None

    @property
    def anchor(self) -> str:
        """The anchor of the statement on its page, which stays the same as long as its first label does."""
        return f"s-{self.id}"

    def location(self, words: str = "") -> Location:
        """Return the location of `words` in the statement, or of its first word."""
        words = words or " ".join(self.markup.split()[:1])
        skip = sum(1 for _ in find_words(self.field.text[: self.start], words)) if words else 0
        return self.item.location(*self.path, words=words, skip=skip)


class EvidenceLookup:
    """Finds what marks and fields are based on.

    `citations` are all citations of the dossier; `records` all records, by key.
    """

    def __init__(self, citations: Iterable[Citation], records: Mapping[str, Record]) -> None:
        self._records = records
        self._by_record: dict[str, list[Citation]] = {}
        self._by_label: dict[tuple[str, str], Citation] = {}
        for citation in citations:
            self._by_record.setdefault(citation.record.key, []).append(citation)
            if citation.passage.label is not None:
                self._by_label.setdefault((citation.record.key, citation.passage.label), citation)

    def labelled(self, key: str, label: str) -> Citation | None:
        """Return the citation of a record with this label."""
        return self._by_label.get((key, label))

    def labels_of(self, key: str) -> tuple[str, ...]:
        """Return the labels of a record's passages."""
        labels = (citation.passage.label for citation in self._by_record.get(key, ()))
        return tuple(label for label in labels if label is not None)

    def below(self, item: ContentItem, path: FieldPath) -> tuple[Citation, ...]:
        """Return the citations in a field of an item."""
        return tuple(citation for citation in self._by_record.get(item.key, ()) if citation.path[: len(path)] == path)

    def of_mark(self, item: ContentItem, mark: Mark) -> tuple[Citation, ...]:
        """Return what a mark of `item` leads to, found or not: one passage, or all evidence of another record."""
        if mark.is_editor or not mark.is_valid:
            return ()
        if mark.label is not None:
            citation = self.labelled(mark.key or item.key, mark.label)
            return () if citation is None else (citation,)
        record = self._records.get(mark.key or "")
        return () if record is None else tuple(self.of_record(record))

    def of_record(self, record: Record) -> Iterator[Citation]:
        """Yield a record's own citations, then those of the records that its statements cite (their own only)."""
        own = self._by_record.get(record.key, ())
        yield from own
        for field in record.statement_fields:
            for text in split_statements(field.text):
                for mark in text.marks:
                    if mark.key is not None and mark.label is not None:
                        yield from self.of_mark(record, mark)
                    elif mark.key is not None:
                        yield from self._by_record.get(mark.key, ())


def build_statements(item: ContentItem, lookup: EvidenceLookup) -> tuple[Statement, ...]:
    """Return the statements of an item, in the order of its page: its prose, then parts such as roles."""
    unnumbered = [
        *(statement for field in item.statement_fields for statement in _prose_statements(item, field, lookup)),
        *(
            Statement(
                item,
                MarkedField(path, ProseField(has_markup=part.claim_has_markup), part.claim),
                part.claim,
                0,
                (),
                "source",
                distinct_citations(lookup.below(item, path)),
                part=part,
            )
            for path, part in item.parts
            if isinstance(part, ClaimPart)
        ),
    ]
    statements: list[Statement] = []
    taken: set[str] = set()
    for number, statement in enumerate(unnumbered, start=1):
        labels = tuple(_labels(statement))
        id = next((label for label in labels if label not in taken), None)
        is_labelled = id is not None
        if id is None:
            base = labels[0] if labels else _field_name(statement)
            id = next(name for name in chain([base], (f"{base}-{n}" for n in count(2))) if name not in taken)
        taken.add(id)
        statements.append(replace(statement, number=number, id=id, is_labelled=is_labelled))
    return tuple(statements)


def unmarked_titles(record: Record, evidence: Iterable[Citation]) -> tuple[Statement, ...]:
    """Return the title of a record as a statement based on `evidence`, if it has one without marks."""
    return tuple(
        Statement(record, field, field.text, 0, (), "source", distinct_citations(evidence))
        for field in record.statement_fields
        if _is_title(field) and not find_marks(field.text)
    )


def _is_title(field: MarkedField) -> bool:
    """Return whether a field is the title or the question that a record is known by."""
    return isinstance(field.mark, ProseField) and not field.mark.has_markup


def _field_name(statement: Statement) -> str:
    """Return the name of a statement without labels: `editor`, or that of its field, such as `summary` or `roles-1`."""
    if statement.marks and statement.by == "editor":
        return EDITOR
    steps = (str(step + 1) if isinstance(step, int) else step.replace("_", "-") for step in statement.path[:2])
    return "-".join(steps)


def _labels(statement: Statement) -> Iterator[str]:
    """Yield the labels that the statement may be known by: those of its marks, else of its passages."""
    for mark in statement.marks:
        if mark.is_valid and not mark.is_editor:
            yield mark.target.replace(":", "-").replace("#", "-")
    if not statement.marks:
        yield from (citation.passage.label for citation in statement.citations if citation.passage.label)


def _prose_statements(item: ContentItem, field: MarkedField, lookup: EvidenceLookup) -> Iterator[Statement]:
    texts = split_statements(field.text)
    if _is_title(field) and not any(text.marks for text in texts):
        return  # A title without marks sums up its record.
    for text in texts:
        yield _prose_statement(item, field, text, lookup, is_alone=len(texts) == 1)


def _prose_statement(
    item: ContentItem, field: MarkedField, text: MarkedText, lookup: EvidenceLookup, *, is_alone: bool
) -> Statement:
    default = field.mark.statements_by if isinstance(field.mark, ProseField) else None
    by: Author = "source"
    citations: tuple[Citation, ...] = ()
    if text.marks:
        by = "editor" if all(mark.is_editor for mark in text.marks) else "source"
        citations = tuple(citation for mark in text.marks for citation in lookup.of_mark(item, mark))
    elif default == "editor":
        by = "editor"
    elif is_alone:
        citations = _unmarked_evidence(item, field.path, lookup)
    return Statement(item, field, text.text, text.start, text.marks, by, distinct_citations(citations))


def _unmarked_evidence(item: ContentItem, path: FieldPath, lookup: EvidenceLookup) -> tuple[Citation, ...]:
    """Return what a text without marks is based on: a position's own passages, or a record's only one."""
    passages = distinct_citations(lookup.below(item, (*path[:-1], "passages")))
    return passages if len(path) > 1 or len(passages) == 1 else ()
