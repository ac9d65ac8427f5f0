"""Extract the text of a source's original again, and adopt it: the passages that change are listed, not lost."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from dossier.documents.comparison import extract_again
from dossier.documents.reader import DocumentReader, Extract, ProposedRegion
from dossier.documents.reading import READER_BY_ID, find_reader
from dossier.editor.add import excluded_fields
from dossier.editor.formatter import sort_keys
from dossier.editor.transaction import FileChange, create
from dossier.editor.yaml.nodes import Collection, CollectionItem, Scalar, YamlValue, node_of
from dossier.editor.yaml.parser import parse_mapping
from dossier.editor.yaml.writer import write_mapping
from dossier.io.files import read_content
from dossier.io.locators import SUFFIX as LOCATORS_SUFFIX
from dossier.io.locators import render_locators
from dossier.load.seeds import SEEDS
from dossier.match.resolve import resolve_passages
from dossier.model.citation import Citation, Resolution
from dossier.model.dossier import Dossier, OriginalFile, SourceText
from dossier.model.errors import UserError
from dossier.model.finding import Finding
from dossier.model.kinds.source import Extraction, Original, Source
from dossier.text.suggest import did_you_mean


class Reextraction(NamedTuple):
    """The changed files of a source whose text was extracted again, and what it means for the passages.

    `kept` is the number of passages that are found in the new text; `lost` are the others, which were found before.
    """

    changes: tuple[FileChange, ...]
    kept: int
    lost: tuple[Citation, ...]
    remarks: tuple[str, ...]


def reextract(id: str, root: Path, dossier: Dossier, day: str) -> Reextraction:
    """Extract the text of the source with this id again, with the reader that this program has.

    `day` is the date of the correction, such as 2019-03-04. There are no changes if the text, its locators and the
    version of the reader are the same. Raises UserError where there is no such source, it has no original, its original
    has changed, or the original cannot be read.
    """
    source = _find_source(id, dossier)
    original = source.original
    if original is None or source.text is None:
        raise UserError(f"the text of `{id}` was not extracted from another file: it has no `original`")
    text, file = dossier.source_texts.get(source.text), dossier.originals.get(original.file)
    if text is None or file is None or file.sha256 != original.sha256:
        raise UserError(f"the files of `{id}` cannot be read, or have changed: see `dossier check`")
    data = file.read()
    reader = _reader_of(original, data)
    extraction = Extraction(
        reader=reader.id, version=reader.version, options=original.extraction.options if original.extraction else ()
    )
    extract = extract_again(original.model_copy(update={"extraction": extraction}), data)
    after = SourceText(
        file=text.file,
        text=extract.text,
        sha256=hashlib.sha256(extract.text.encode()).hexdigest(),
        locators=extract.locators,
    )
    if (after, extraction) == (text, original.extraction):
        return Reextraction((), 0, (), extract.remarks)
    changes = [
        *_rewrite_seed(text.file, text.text.encode(), extract.text.encode()),
        *_locator_changes(source, original, extract, dossier.originals),
    ]
    if not _is_pinned(source, original, extraction, extract, after.sha256):
        changes.append(_record_change(source, original, extraction, extract, text, root, day))
    kept, lost = _compare_passages(source, dossier, after)
    regions = _new_regions(source, extract) if extract.text != text.text else []
    proposed = (f"Excluded from the evidence: from `{region.starts}` to `{region.ends}`." for region in regions)
    return Reextraction(tuple(changes), kept, lost, (*extract.remarks, *proposed))


def _find_source(id: str, dossier: Dossier) -> Source:
    source = dossier.by_key.get(f"{Source.singular}:{id}")
    if not isinstance(source, Source):
        known = sorted(source.id for source in dossier.sources)
        raise UserError(f"no source `{id}`{did_you_mean(id, known)}")
    return source


def _reader_of(original: Original, data: bytes) -> DocumentReader:
    """Return the reader that the record names, or the one for a document like this."""
    if original.extraction is not None and original.extraction.reader in READER_BY_ID:
        return READER_BY_ID[original.extraction.reader]
    return find_reader(data, f"{SEEDS}/{original.file}", Path(original.file).suffix)


def _rewrite_seed(name: str, before: bytes, after: bytes) -> Iterator[FileChange]:
    if before != after:
        yield FileChange(f"{SEEDS}/{name}", f"{SEEDS}/{name}", before, after)


def _locator_changes(
    source: Source, original: Original, extract: Extract, originals: Mapping[str, OriginalFile]
) -> Iterator[FileChange]:
    """Yield the change of the file of locators, which may be new or no longer needed."""
    rendered = render_locators(extract.locators)
    if original.locators is None:
        if extract.locators:
            yield create(f"{SEEDS}/{_locators_name(source, original)}", rendered)
        return
    before = originals[original.locators.file].read()
    path = f"{SEEDS}/{original.locators.file}"
    if not extract.locators:
        yield FileChange(path, None, before)
    else:
        yield from _rewrite_seed(original.locators.file, before, rendered)


def _locators_name(source: Source, original: Original) -> str:
    return original.locators.file if original.locators else f"{source.id}{LOCATORS_SUFFIX}"


def _is_pinned(source: Source, original: Original, extraction: Extraction, extract: Extract, digest: str) -> bool:
    """Return whether the record pins what was extracted already, so that only changed files are restored."""
    locators = hashlib.sha256(render_locators(extract.locators)).hexdigest() if extract.locators else None
    pinned = original.locators.sha256 if original.locators else None
    return (source.sha256, original.extraction, pinned) == (digest, extraction, locators)


def _record_change(
    source: Source,
    original: Original,
    extraction: Extraction,
    extract: Extract,
    text: SourceText,
    root: Path,
    day: str,
) -> FileChange:
    """Return the change of the record: what it pins and, if it was published and its text changes, a correction."""
    before = read_content(root / source.path, root, source.path)
    if isinstance(before, Finding):
        raise UserError(str(before))
    pinned: dict[str, YamlValue] = {"reader": extraction.reader, "version": extraction.version}
    if extraction.options:
        pinned["options"] = list(extraction.options)
    fields: dict[str, YamlValue] = {"file": original.file, "sha256": original.sha256, "extraction": pinned}
    if extract.locators:
        digest = hashlib.sha256(render_locators(extract.locators)).hexdigest()
        fields["locators"] = {"file": _locators_name(source, original), "sha256": digest}
    collection = parse_mapping(before, source.path)
    collection = _set_key(collection, "sha256", hashlib.sha256(extract.text.encode()).hexdigest())
    collection = _set_key(collection, "original", fields)
    if extract.text != text.text and (regions := _new_regions(source, extract)):
        collection = _exclude(collection, source, regions)
    if not source.is_draft and extract.text != text.text:
        collection = _add_correction(collection, _correction(original, extraction, text, day))
    after = write_mapping(sort_keys(collection, Source))
    return FileChange(source.path, source.path, before.encode(), after.encode())


def _set_key(collection: Collection, key: str, value: YamlValue) -> Collection:
    """Return a mapping with the value of a key replaced, or added at its end."""
    node = node_of(value)
    if all(item.key != key for item in collection.items):
        return collection._replace(items=(*collection.items, CollectionItem(node, key)))
    items = (item._replace(value=node) if item.key == key else item for item in collection.items)
    return collection._replace(items=tuple(items))


def _new_regions(source: Source, extract: Extract) -> list[ProposedRegion]:
    """Return the regions that the reader proposes to exclude and that the record does not exclude."""
    known = {(region.starts, region.ends) for region in source.excluded}
    return [region for region in extract.excluded if (region.starts, region.ends) not in known]


def _exclude(collection: Collection, source: Source, regions: Sequence[ProposedRegion]) -> Collection:
    """Return the record with regions added to `excluded`, in place of those that the reader proposed before."""
    existing = next((item.value for item in collection.items if item.key == "excluded"), Scalar(""))
    earlier = existing if isinstance(existing, Collection) else Collection((), is_mapping=False)
    reasons = {region.reason for region in regions}
    items = tuple(
        item for item, region in zip(earlier.items, source.excluded, strict=True) if region.reason not in reasons
    )
    added = tuple(CollectionItem(node_of(excluded_fields(region))) for region in regions)
    value = earlier._replace(items=(*items, *added))
    if existing is not earlier:
        return collection._replace(items=(*collection.items, CollectionItem(value, "excluded")))
    replaced = (item._replace(value=value) if item.key == "excluded" else item for item in collection.items)
    return collection._replace(items=tuple(replaced))


def _add_correction(collection: Collection, correction: Mapping[str, YamlValue]) -> Collection:
    item = CollectionItem(node_of(correction))
    existing = next((item.value for item in collection.items if item.key == "corrections"), Scalar(""))
    earlier = existing if isinstance(existing, Collection) else Collection((), is_mapping=False)
    corrections = earlier._replace(items=(*earlier.items, item))
    if existing is earlier:
        items = (item._replace(value=corrections) if item.key == "corrections" else item for item in collection.items)
        return collection._replace(items=tuple(items))
    return collection._replace(items=(*collection.items, CollectionItem(corrections, "corrections")))


def _correction(original: Original, extraction: Extraction, text: SourceText, day: str) -> dict[str, YamlValue]:
    earlier = original.extraction
    by = f"{earlier.reader} {earlier.version}" if earlier else "other means"
    return {
        "date": day,
        "what": "text",
        "was": f"the text with the SHA-256 {text.sha256}",
        "why": f"It was extracted again from seeds/{original.file}, by {extraction.reader} {extraction.version}; "
        f"it had been extracted by {by}.",
    }


def _compare_passages(source: Source, dossier: Dossier, text: SourceText) -> tuple[int, tuple[Citation, ...]]:
    """Return how many passages of a source are found in its new text, and those that are found no more."""
    texts = {**dossier.source_texts, text.file: text}
    before = _citations_of(source, resolve_passages(dossier))
    after = _citations_of(source, resolve_passages(dossier.with_texts(texts)))
    lost = tuple(new for old, new in zip(before, after, strict=True) if old.is_found and not new.is_found)
    return sum(citation.is_found for citation in after), lost


def _citations_of(source: Source, resolution: Resolution) -> list[Citation]:
    return [citation for citation in resolution.citations if citation.passage.source == source.id]
