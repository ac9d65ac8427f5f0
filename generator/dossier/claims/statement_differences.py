"""The differences between the statements of two states of a record: their words, and what they are based on."""

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from rapidfuzz import fuzz

from dossier.claims.differences import Difference, StatementName, format_value, pair_list_items
from dossier.claims.renames import Renames, rename_key, rename_passage, rename_prose
from dossier.claims.substance import Substance, find_substance, loses_facts, loses_names
from dossier.graph import Graph, Statement
from dossier.model.base import FieldPath
from dossier.model.content_item import ContentItem
from dossier.model.passage import Passage
from dossier.text.whitespace import collapse_whitespace

MIN_SIMILARITY = 60.0
"""The least similarity of two statements of which one is the other reworded, from 0 to 100 (`rapidfuzz.fuzz.ratio`)."""


class Evidence(NamedTuple):
    """What a statement is based on: a passage, or a record as a whole, by its key. `key` is that of the record."""

    key: str
    item: Passage | str


class ComparedStatement(NamedTuple):
    """A statement with the ids of the later state.

    `is_title` is true for a title or a question, whose text is compared as a value, and only its evidence here.
    """

    id: str
    is_labelled: bool
    number: int
    path: FieldPath
    text: str
    is_title: bool
    by_editor: bool
    lacks_evidence: bool
    evidence: tuple[Evidence, ...]
    substance: Substance

    @property
    def field(self) -> tuple[str, ...]:
        """The keys of its path."""
        return tuple(step for step in self.path if isinstance(step, str))

    @property
    def name(self) -> StatementName:
        return StatementName(self.id, self.text, self.number)


def compared_statements(graph: Graph, item: ContentItem | None, renames: Renames) -> list[ComparedStatement]:
    """Return the statements of an item's prose, and of a title that has marks."""
    statements = graph.statements_of(item) if item else ()
    return [_compared(graph, statement, renames) for statement in statements if statement.is_prose]


def cited_passages(statements: Sequence[ComparedStatement]) -> Set[str | None]:
    """Return the passages and records that the statements are based on, as reports show them."""
    return {format_value(evidence.item) for statement in statements for evidence in statement.evidence}


def _compared(graph: Graph, statement: Statement, renames: Renames) -> ComparedStatement:
    citations = [] if statement.marks else list(statement.citations)
    records = []
    for mark in statement.marks:
        if mark.label is not None:
            citations += graph.mark_evidence(statement.item, mark)
        elif mark.key is not None:
            records.append(Evidence(rename_key(renames, mark.key), rename_key(renames, mark.key)))
    passages = [
        Evidence(rename_key(renames, citation.record.key), rename_passage(renames, citation.passage))
        for citation in citations
        if citation.is_found
    ]
    return ComparedStatement(
        statement.id,
        statement.is_labelled,
        statement.number,
        statement.path,
        collapse_whitespace(rename_prose(renames, statement.markup)),
        not statement.has_markup,
        statement.by == "editor",
        statement.by == "source" and not passages and not records,
        (*passages, *records),
        _renamed(find_substance(graph, statement.markup), renames),
    )


def _renamed(substance: Substance, renames: Renames) -> Substance:
    """Return what a statement says, with the new keys of the records whose names it has."""
    names, linked = (
        tuple(name._replace(key=rename_key(renames, name.key) if name.key else None) for name in group)
        for group in (substance.names, substance.linked)
    )
    return substance._replace(names=names, linked=linked)


def find_statement_differences(
    before: Sequence[ComparedStatement], after: Sequence[ComparedStatement]
) -> Iterator[Difference]:
    """Yield the differences between the statements of two states of an item: words first, then evidence.

    A sourced statement needs a correction if it loses a figure, a date, quoted words or a passage, if another name is
    in the place of one or no statement of the item has the name any longer, and if it denies what it said or the other
    way round. One that was removed needs one if all statements of the item lose such a thing. Additions and other words
    need none.
    """
    kept_substance = [statement.substance for statement in after]
    kept_evidence = [evidence for statement in after for evidence in statement.evidence]
    for old, new in _pair_statements(before, after):
        statement = new or old
        assert statement is not None
        if statement.is_title:
            pass  # Its text is a value of the item.
        elif new is None:
            assert old is not None
            is_gone = not old.by_editor and (
                _is_gone(old.substance, kept_substance) or bool(_lost(old.evidence, kept_evidence))
            )
            yield _text_difference(old, None, is_claim=is_gone, needs_correction=is_gone)
        elif old is None:
            yield _text_difference(None, new, is_claim=not new.by_editor)
        elif old.text != new.text:
            is_corrected = not old.by_editor and _is_contradicted(old.substance, new.substance, kept_substance)
            is_claim = not old.by_editor and (is_corrected or _is_gone(new.substance, [old.substance]))
            yield _text_difference(old, new, is_claim=is_claim, needs_correction=is_corrected)
        yield from _evidence_differences(old, new)


def _is_gone(substance: Substance, kept: Sequence[Substance]) -> bool:
    """Return whether something that a statement says is in none of others."""
    is_denial_gone = substance.is_negated and not any(other.is_negated for other in kept)
    return is_denial_gone or loses_facts(substance, kept) or loses_names(substance, kept)


def _is_contradicted(old: Substance, new: Substance, kept: Sequence[Substance]) -> bool:
    """Return whether a statement no longer says something; `kept` is what all statements of the later state say.

    A name may become "he" or "they" if another statement has it.
    """
    if old.is_negated != new.is_negated or loses_facts(old, [new]):
        return True
    return loses_names(old, [new]) and (loses_names(new, [old]) or loses_names(old, kept))


def _text_difference(
    old: ComparedStatement | None, new: ComparedStatement | None, *, is_claim: bool, needs_correction: bool = False
) -> Difference:
    statement = new or old
    assert statement is not None
    return Difference(
        "claim" if is_claim else "prose",
        statement.path,
        old.text if old else None,
        new.text if new else None,
        statement.name,
        needs_correction,
    )


def _evidence_differences(old: ComparedStatement | None, new: ComparedStatement | None) -> Iterator[Difference]:
    """Yield each passage or record that only one of two states of a statement is based on.

    None if one of them lacks evidence: its marks are still to be set.
    """
    statement = new or old
    assert statement is not None
    if any(state is not None and state.lacks_evidence for state in (old, new)):
        return
    before, after = old.evidence if old else (), new.evidence if new else ()
    lost = [evidence.item for evidence in _lost(before, after)] if new else []
    for old_item, new_item, _ in pair_list_items(*([evidence.item for evidence in side] for side in (before, after))):
        yield Difference(
            "evidence",
            statement.path,
            format_value(old_item),
            format_value(new_item),
            statement.name,
            needs_correction=old_item in lost,
        )


def _lost(before: Sequence[Evidence], after: Sequence[Evidence]) -> list[Evidence]:
    """Return the evidence of `before` that `after` does not have."""
    return [evidence for evidence in before if not any(_is_same_evidence(evidence, other) for other in after)]


def _is_same_evidence(evidence: Evidence, other: Evidence) -> bool:
    """Return whether it is the same, or one of them a part of the other: of the words, or a passage of the record."""
    item, other_item = evidence.item, other.item
    if isinstance(item, str) or isinstance(other_item, str):
        return evidence.key == other.key
    is_part = item.exact in other_item.exact or other_item.exact in item.exact
    return is_part and (item.source, item.via) == (other_item.source, other_item.via)


def _pair_statements(
    before: Sequence[ComparedStatement], after: Sequence[ComparedStatement]
) -> Iterator[tuple[ComparedStatement | None, ComparedStatement | None]]:
    """Yield each statement of the later state with its earlier state, then those that are gone.

    Statements are paired by equal texts, then by ids made of labels, then by similar texts, in the same field; titles
    always.
    """
    old, pairs = list(before), dict[int, ComparedStatement]()
    for similarity in (_has_equal_text, _has_same_label, _similarity):
        candidates = [
            (-score, index, position)
            for index, new_statement in enumerate(after)
            for position, old_statement in enumerate(old)
            if index not in pairs
            and old_statement.field == new_statement.field
            and (score := similarity(old_statement, new_statement)) >= MIN_SIMILARITY
        ]
        paired: set[int] = set()
        for _, index, position in sorted(candidates):
            if index not in pairs and position not in paired:
                pairs[index] = old[position]
                paired.add(position)
        old = [statement for position, statement in enumerate(old) if position not in paired]
    yield from ((pairs.get(index), statement) for index, statement in enumerate(after))
    yield from ((statement, None) for statement in old)


def _has_equal_text(old: ComparedStatement, new: ComparedStatement) -> float:
    return 100.0 * (old.text == new.text)


def _has_same_label(old: ComparedStatement, new: ComparedStatement) -> float:
    return 100.0 * (old.id == new.id and old.is_labelled and new.is_labelled)


def _similarity(old: ComparedStatement, new: ComparedStatement) -> float:
    return 100.0 if new.is_title else fuzz.ratio(old.text, new.text)
