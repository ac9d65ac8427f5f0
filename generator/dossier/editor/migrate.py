"""Convert a dossier from format 1, where evidence is listed per record, to format 2, where statements have marks.

What format 1 says is kept: a position gets the marks of everything in its `rests_on`, and so does a summary, or a
paragraph of the lead, that is one sentence. A sentence of a longer summary gets the mark of a passage only if its words
leave no other choice (see `choose_evidence`); one of a longer paragraph, that of the only listed record to which it
links. Records of a paragraph that no sentence gets are listed in a comment above it. The summary of a record without
passages is the editor's. Every other sentence gets the mark `[^todo]`, so that it is not taken as part of the next
statement: `dossier check` reports it until an editor has replaced the mark.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from pydantic import ValidationError

from dossier.detect.detectors import Detectors
from dossier.detect.languages import detectors_for, find_sentences_in
from dossier.editor.evidence_choice import SharedWords, choose_evidence, content_words
from dossier.editor.formatter import format_text
from dossier.editor.migration_candidates import MigratedContent, passage_candidates, record_candidates
from dossier.editor.passage_labels import propose_labels
from dossier.editor.transaction import FileChange, replace
from dossier.editor.yaml.nodes import Collection, CollectionItem, Node, Scalar, comments_of, edit_at, value_of
from dossier.editor.yaml.parser import parse_mapping
from dossier.editor.yaml.writer import write_mapping
from dossier.graph.markup import find_cross_links, strip_markup
from dossier.io.files import display_path, read_content
from dossier.io.yaml_reader import YamlDocument, read_yaml
from dossier.load.loader import CONTENT, FIRST_FORMAT, SETTINGS, iter_content_files
from dossier.load.validation import validation_findings
from dossier.model.base import REFERENCE_PATTERN, FieldPath
from dossier.model.content_item import ContentFile, ContentItem
from dossier.model.dossier import CONTENT_FORMAT, Settings
from dossier.model.errors import UserError
from dossier.model.finding import Finding, Location
from dossier.model.marks import EDITOR, TODO, find_marks
from dossier.model.record import Record

FORMAT, LEAD, SUMMARY = "format", "lead", "summary"
POSITIONS, STATEMENT, RESTS_ON = "positions", "statement", "rests_on"
UNPLACED = "# Records without a mark: {}."
"""The comment above a paragraph that lists the records of format 1 that no sentence of it got."""


class OpenStatement(NamedTuple):
    """A statement whose evidence an editor has to choose: its location in the new file, and its candidates."""

    location: Location
    text: str
    candidates: tuple[SharedWords, ...]


class Migration(NamedTuple):
    """The changes that convert a dossier, how many statements got marks, and the statements that did not.

    `by_editor` of the marked statements are the editor's, because their record has no passages.
    """

    changes: tuple[FileChange, ...]
    marked: int
    by_editor: int
    open_statements: tuple[OpenStatement, ...]


class _Sentence(NamedTuple):
    """A sentence of a field, which ends at `end`, and the marks it gets; `candidates` if an editor has to choose."""

    end: int
    text: str
    marks: tuple[str, ...] = ()
    candidates: tuple[SharedWords, ...] | None = None


Sentences = Mapping[FieldPath, Sequence[_Sentence]]


class _File(NamedTuple):
    """A content file of format 1: its nodes in the structure of format 2, still without marks.

    `item` is what they hold. `rests_on` has, by the path of each position or paragraph, the keys of its records.
    """

    path: str
    text: str
    node: Node
    item: ContentItem
    rests_on: Mapping[FieldPath, tuple[str, ...]]


def migrate(root: Path) -> Migration | None:
    """Plan the conversion of the dossier below `root`; return None if it has format 2 already.

    Raises UserError, with every location, where a file cannot be read or is not valid, or the format is unknown.
    """
    files = _read_files(root.resolve())
    if files is None:
        return None
    records = {file.item.key: file.item for file in files if isinstance(file.item, Record)}
    language = next(file.item.language for file in files if isinstance(file.item, Settings))
    changes: list[FileChange] = []
    sentences: list[_Sentence] = []
    open_statements: list[OpenStatement] = []
    for file in files:
        labels = _propose_labels(file.item, detectors_for(language))
        by_field = dict(_sentences_by_field(file, labels, MigratedContent(records, language)))
        node = _list_unplaced(_add_marks(file.node, by_field), file.rests_on, by_field)
        after = _write(file, _add_labels(node, file.item, labels, by_field))
        changes += replace(file.path, file.text, after)
        for path, in_field in by_field.items():
            sentences += in_field
            open_statements += _open_statements(file.path, after, path, in_field)
    by_editor = sum(sentence.marks == (EDITOR,) for sentence in sentences)
    return Migration(tuple(changes), len(sentences) - len(open_statements), by_editor, tuple(open_statements))


def _read_files(root: Path) -> list[_File] | None:
    """Read every content file; return None if the content has format 2."""
    files: list[_File] = []
    errors: list[str] = []
    for file, kind in iter_content_files(root):
        path = display_path(file, root)
        text = read_content(file, root, path)
        try:
            if isinstance(text, Finding):
                raise UserError(str(text))
            node = parse_mapping(text, path)
            if kind is Settings and not _has_first_format(node, path):
                return None
            files.append(_read_file(path, kind, text, node))
        except UserError as error:
            errors.append(str(error))
    if not errors and not any(isinstance(file.item, Settings) for file in files):
        errors.append(f"{CONTENT}/{SETTINGS} cannot be read: it says which format the content has")
    if errors:
        raise UserError("\n".join(errors))
    return files


def _has_first_format(settings: Collection, path: str) -> bool:
    """Return whether the content has format 1, and not 2. Raises UserError where it has another."""
    version = next((value_of(item.value) for item in settings.items if item.key == FORMAT), FIRST_FORMAT)
    if version not in (FIRST_FORMAT, CONTENT_FORMAT):
        raise UserError(f"{path}: unknown format `{version}`: use the release that reads it")
    return version == FIRST_FORMAT


def _read_file(path: str, kind: type[ContentItem], text: str, mapping: Collection) -> _File:
    """Convert the structure of a file. Raises UserError where its values are not valid."""
    document = read_yaml(text, path)
    rests_on: dict[FieldPath, tuple[str, ...]] = {}
    items = tuple(_convert_list(item, document, rests_on) for item in mapping.items)
    node = mapping._replace(items=_with_format(items) if kind is Settings else items)
    try:
        item = kind.parse(value_of(node), ContentFile(PurePosixPath(path).stem, path))
    except ValidationError as error:
        findings = validation_findings(error, kind, document)
        raise UserError("\n".join(map(str, findings))) from None
    return _File(path, text, node, item, rests_on)


def _with_format(items: tuple[CollectionItem, ...]) -> tuple[CollectionItem, ...]:
    """Return the items of the settings with the present format: in its place or, if there is none, at the top."""
    if any(item.key == FORMAT for item in items):
        return tuple(item._replace(value=Scalar(CONTENT_FORMAT)) if item.key == FORMAT else item for item in items)
    first, *others = items
    format_item = CollectionItem(Scalar(CONTENT_FORMAT), FORMAT, first.comments_before)
    return (format_item, first._replace(comments_before=()), *others)


def _convert_list(
    item: CollectionItem, document: YamlDocument, rests_on: dict[FieldPath, tuple[str, ...]]
) -> CollectionItem:
    """Convert the lead or the positions, and add the records that each of its statements cited to `rests_on`."""
    if item.key not in (LEAD, POSITIONS) or not isinstance(item.value, Collection):
        return item
    converted = []
    for index, element in enumerate(item.value.items):
        path = (LEAD, index) if item.key == LEAD else (POSITIONS, index, STATEMENT)
        rests_on[path] = tuple(dict.fromkeys(_keys_in(element.value, (item.key, index, RESTS_ON), document)))
        converted.append(_as_paragraph(element) if item.key == LEAD else _without_rests_on(element))
    return item._replace(value=item.value._replace(items=tuple(converted)))


def _keys_in(statement: Node, path: FieldPath, document: YamlDocument) -> Iterator[str]:
    """Yield the keys in a statement's `rests_on`, which is at `path`. Raises UserError where it has no references."""
    for item in statement.items if isinstance(statement, Collection) else ():
        if item.key == RESTS_ON:
            value = value_of(item.value)
            for key in value if isinstance(value, list) else [value]:
                if not isinstance(key, str) or not re.fullmatch(REFERENCE_PATTERN, key):
                    location = Location(document.path, *document.positions.values[path])
                    raise UserError(f"{location}: {RESTS_ON}: write a reference, such as `event:walk-out`, or several")
                yield key


def _as_paragraph(element: CollectionItem) -> CollectionItem:
    """Return the text of a paragraph instead of its mapping, below all comments of the mapping."""
    value = element.value
    for item in value.items if isinstance(value, Collection) else ():
        if item.key == STATEMENT and isinstance(item.value, Scalar):
            return CollectionItem(item.value, comments_before=comments_of(element))
    return element


def _without_rests_on(element: CollectionItem) -> CollectionItem:
    """Return a position without its `rests_on`, whose comments go to the top."""
    value = element.value
    if not isinstance(value, Collection):
        return element
    removed = [item for item in value.items if item.key == RESTS_ON]
    comments = tuple(comment for item in removed for comment in comments_of(item))
    value = value._replace(items=tuple(item for item in value.items if item.key != RESTS_ON))
    return element._replace(value=value, comments_before=(*element.comments_before, *comments))


def _propose_labels(item: ContentItem, detectors: Detectors | None) -> dict[FieldPath, str]:
    """Return a label for each passage of an item, by its path."""
    passages = list(item.iter_passages()) if isinstance(item, Record) else []
    labels = propose_labels([passage.exact for _, passage in passages], detectors)
    return {path: label for (path, _), label in zip(passages, labels, strict=True)}


def _sentences_by_field(
    file: _File, labels: Mapping[FieldPath, str], content: MigratedContent
) -> Iterator[tuple[FieldPath, list[_Sentence]]]:
    """Yield the path and the sentences of each field of a file that needs marks."""
    item = file.item
    for path, text in ((field.path, field.text) for field in item.statement_fields):
        if any(find_marks(text)):
            continue
        if path[0] == LEAD:
            yield path, list(_lead_sentences(text, file.rests_on[path], content.detectors))
        elif keys := file.rests_on.get(path, ()):
            own = (label for at, label in labels.items() if at[:-2] == path[:-1])
            yield path, [_Sentence(len(text), text, (*own, *keys))]
        elif path == (SUMMARY,) and isinstance(item, Record):
            cited_keys = tuple(dict.fromkeys(key for keys in file.rests_on.values() for key in keys))
            sentences = list(_summary_sentences(item, labels, cited_keys, content))
            if sentences:
                yield path, sentences


def _lead_sentences(text: str, keys: Sequence[str], detectors: Detectors | None) -> Iterator[_Sentence]:
    """Yield the sentences of a paragraph. Records that no sentence gets are candidates of those without a mark."""
    spans = list(find_sentences_in(text, detectors))
    if keys and (len(keys) == 1 or len(spans) == 1):
        yield _Sentence(len(text), text, tuple(keys))
        return
    links = [[link.key for link in find_cross_links(text[span.start : span.end])] for span in spans]
    listed = [tuple(dict.fromkeys(key for key in linked if key in keys)) for linked in links]
    placed = {marks[0] for marks in listed if len(marks) == 1}
    unplaced = [key for key in keys if key not in placed]
    for span, linked, marks in zip(spans, links, listed, strict=True):
        sentence = text[span.start : span.end]
        if len(marks) != 1:
            candidates = dict.fromkeys((*marks, *(unplaced or linked)))
            yield _Sentence(span.end, sentence, (), tuple(map(SharedWords, candidates)))
        elif unplaced and span == spans[-1] and all(len(marks) == 1 for marks in listed):
            yield _Sentence(span.end, sentence, (*marks, TODO), tuple(map(SharedWords, unplaced)))
        else:
            yield _Sentence(span.end, sentence, marks)


def _summary_sentences(
    record: Record, labels: Mapping[FieldPath, str], cited_keys: Sequence[str], content: MigratedContent
) -> Iterator[_Sentence]:
    """Yield the sentences of a summary; none if it needs no marks. `cited_keys` are those of the positions' records."""
    text = record.summary
    own = [label for path, label in labels.items() if path[:-1] == ("passages",)]
    spans = list(find_sentences_in(text, content.detectors))
    if len(own) == 1 or record.withdrawn is not None:
        return
    if not labels and not cited_keys:
        yield _Sentence(len(text), text, (EDITOR,))
    elif own and len(spans) == 1:
        yield _Sentence(len(text), text, tuple(own))
    else:
        candidates = [*passage_candidates(record, labels, content), *record_candidates(cited_keys, content)]
        names = {key: other.label for key, other in content.records.items()}
        subject = frozenset(content_words(record.label, content.detectors))
        for span in spans:
            sentence = text[span.start : span.end]
            choice = choose_evidence(strip_markup(sentence, names), candidates, content.detectors, subject)
            marks = (choice.chosen.target,) if choice.chosen else ()
            linked = dict.fromkeys(link.key for link in find_cross_links(sentence) if link.key in content.records)
            others = (*choice.shared, *map(SharedWords, linked))
            yield _Sentence(span.end, sentence, marks, None if marks else others)


def _add_marks(node: Node, by_field: Sentences) -> Node:
    """Return the nodes of a file with marks at the end of the sentences."""
    for path, sentences in by_field.items():
        node = edit_at(node, path, partial(_with_marks, sentences))
    return node


def _list_unplaced(node: Node, rests_on: Mapping[FieldPath, tuple[str, ...]], by_field: Sentences) -> Node:
    """Return the nodes of the settings with a comment above each paragraph whose records do not all have a mark."""
    for path, sentences in by_field.items():
        marked = {target for sentence in sentences for target in sentence.marks}
        unplaced = [key for key in rests_on.get(path, ()) if key not in marked]
        if path[0] == LEAD and unplaced:
            node = edit_at(node, (LEAD,), partial(_with_comment, path[1], UNPLACED.format(", ".join(unplaced))))
    return node


def _with_comment(index: str | int, comment: str, paragraphs: Node) -> Node:
    assert isinstance(paragraphs, Collection)
    items = list(paragraphs.items)
    element = items[int(index)]
    items[int(index)] = element._replace(comments_before=(*element.comments_before, comment))
    return paragraphs._replace(items=tuple(items))


def _with_marks(sentences: Sequence[_Sentence], text: Node) -> Node:
    """Return a text with the marks of its sentences, whose offsets count from its first visible character."""
    assert isinstance(text, Scalar)
    marked, offset = text.text, len(text.text) - len(text.text.lstrip())
    for sentence in reversed(sentences):
        marks = "".join(f"[^{target}]" for target in sentence.marks or (TODO,))
        marked = f"{marked[: offset + sentence.end]}{marks}{marked[offset + sentence.end :]}"
    return Scalar(marked, text.literal)


def _add_labels(node: Node, item: ContentItem, labels: Mapping[FieldPath, str], by_field: Sentences) -> Node:
    """Return the nodes of a file with labels for the passages that its marks name, and all of a summary with marks."""
    used = {target for sentences in by_field.values() for sentence in sentences for target in sentence.marks}
    for path, label in labels.items():
        if label in used or (path[0] == "passages" and (SUMMARY,) in by_field):
            node = edit_at(node, path, partial(_with_label, label))
    return node


def _with_label(label: str, passage: Node) -> Node:
    assert isinstance(passage, Collection)
    first, *others = passage.items
    label_item = CollectionItem(Scalar(label), "label", first.comments_before)
    return passage._replace(items=(label_item, first._replace(comments_before=()), *others))


def _write(file: _File, node: Node) -> str:
    """Return the new text of a file; the old one if nothing in it changes. Raises UserError where a value would."""
    assert isinstance(node, Collection)
    if value_of(node) == read_yaml(file.text, file.path).value:
        return file.text
    text = write_mapping(node)
    if read_yaml(text, file.path).value != value_of(node):
        raise UserError(f"{file.path}:1:1: this file cannot be converted without changing a value")
    text = format_text(text, file.path, type(file.item))
    return text.replace("\n", "\r\n") if "\r\n" in file.text else text


def _open_statements(
    path: str, after: str, field: FieldPath, sentences: Sequence[_Sentence]
) -> Iterator[OpenStatement]:
    """Yield the statements of a field of the new file that an editor has to complete."""
    document = read_yaml(after, path)
    earlier: Counter[str] = Counter()
    for sentence in sentences:
        if sentence.candidates is not None:
            position = document.find_text(field, sentence.text, skip=earlier[sentence.text])
            position = position or document.positions.values[field]
            yield OpenStatement(Location(path, *position), sentence.text, sentence.candidates)
        earlier[sentence.text] += 1
