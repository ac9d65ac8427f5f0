"""Add a source: the text of a document, the document itself, and a draft of its record."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from pydantic import ValidationError

from dossier.detect.language import seems_to_be_in
from dossier.detect.languages import detectors_for
from dossier.documents.reader import DocumentReader, Extract, ProposedRegion, ReadOptions
from dossier.documents.reading import PLAIN_TEXT, find_reader, read_document
from dossier.editor.new_record import draft_fields, new_record_path, render_draft
from dossier.editor.short_names import propose_short_name
from dossier.editor.source_defaults import draft_date_basis, draft_summary, inherited_fields, same_outlet
from dossier.editor.transaction import FileChange, create
from dossier.editor.yaml.nodes import YamlValue
from dossier.edtf.parse import Edtf
from dossier.io.files import MAX_SEED_BYTES, read_bytes
from dossier.io.locators import SUFFIX as LOCATORS_SUFFIX
from dossier.io.locators import render_locators
from dossier.io.yaml_reader import read_yaml
from dossier.load.seeds import SEEDS
from dossier.load.validation import validation_findings
from dossier.match import simplify_text
from dossier.model.base import LANGUAGE_PATTERN
from dossier.model.dossier import Dossier
from dossier.model.errors import UserError
from dossier.model.finding import Finding
from dossier.model.kinds.source import Source

UNGRADED = {"letter": "F"}
"""The Admiralty grade for a source whose reliability cannot be judged, as nobody has judged a new one."""

NAME_SEPARATOR = re.compile(r"[_+]|[.-](?!\d)|(?<!\d)[.-]")
"""What separates words in a file's name; within figures and dates, a hyphen or full stop stays."""


class _Document(NamedTuple):
    """A document to add: its file's name without the suffix, what was read in it, its reader, and its text as bytes.

    `original` are the file's bytes if these differ from the text.
    """

    stem: str
    extract: Extract
    reader: DocumentReader
    options: Mapping[str, str]
    data: bytes
    original: bytes | None

    @property
    def title(self) -> str:
        """The title that the document declares, or else its first line, or the words of its file's name."""
        if self.extract.title:
            return self.extract.title
        return _first_line(self.extract.text) if self.reader.begins_with_title else words_of_name(self.stem)


class AddedSource(NamedTuple):
    """The files of a new source, its record last, and remarks on how the text was made from the file."""

    changes: tuple[FileChange, ...]
    remarks: tuple[str, ...]


def add_source(
    file: Path,
    id: str,
    chosen: Mapping[str, YamlValue],
    root: Path,
    dossier: Dossier,
    options: Mapping[str, str] = MappingProxyType({}),
) -> AddedSource:
    """Return the files of a new source, whose document is `file`; `chosen` are fields of its record.

    `options` are those of the document's reader, such as its encoding. Raises UserError where the id or the text
    belongs to another source, or the file contains no text that can be read.
    """
    path = new_record_path(Source, id, dossier)
    document = _read_document(file, options)
    _require_new(document.data, dossier)
    is_in_seeds = file.resolve().parent == (root / SEEDS).resolve()
    names = _file_names(file, id, document, is_in_seeds)
    chosen = {**_language_fields(document, dossier), **chosen}
    language = str(chosen.get("language") or dossier.settings.language)
    like = same_outlet(chosen, dossier)
    found = {
        **(_inherit_fields(like, chosen) if like else {}),
        **_source_fields(document, names, chosen, language, dossier),
    }
    found.setdefault("rights", chosen.get("rights", {}))
    short = _short_name(document, found, dossier)
    known: Mapping[str, YamlValue] = {**({"short": short} if short else {}), "grade": UNGRADED, **found}
    fields = draft_fields(Source, {"summary": draft_summary(known, dossier), **known})
    seeds: list[FileChange] = []
    if not is_in_seeds or document.original is not None:
        seeds.append(create(f"{SEEDS}/{names.text}", document.data))
    if not is_in_seeds and document.original is not None:
        seeds.append(create(f"{SEEDS}/{names.original}", document.original))
    if document.extract.locators:
        seeds.append(create(f"{SEEDS}/{names.locators}", render_locators(document.extract.locators)))
    record = render_draft(
        Source,
        fields,
        (*_comments(document, names, chosen), *_short_comment(short, chosen), *_like_comment(like, chosen)),
    )
    _require_valid(record.decode(), path)
    return AddedSource((*seeds, create(path, record)), document.extract.remarks)


def _short_name(document: _Document, fields: Mapping[str, YamlValue], dossier: Dossier) -> str | None:
    published = fields.get("published")
    date = published.get("date") if isinstance(published, Mapping) else ""
    title = str(fields["title"])
    return propose_short_name(fields, document.extract.metadata, title, str(date), dossier)


def _short_comment(short: str | None, chosen: Mapping[str, YamlValue]) -> Iterator[str]:
    if short and "short" not in chosen:
        yield "`short` is the publisher or site, as citations call the source."


def _inherit_fields(like: Source, chosen: Mapping[str, YamlValue]) -> dict[str, YamlValue]:
    """Return the fields of another source of the outlet that a new one has too, unless others are chosen."""
    rights = chosen.get("rights")
    show = str(rights["show"]) if isinstance(rights, Mapping) else "excerpts"
    return {name: value for name, value in inherited_fields(like, show) if not _is_chosen(name, chosen)}


def _is_chosen(name: str, chosen: Mapping[str, YamlValue]) -> bool:
    value = chosen.get(name)
    return name in chosen and not (name == "rights" and isinstance(value, Mapping) and "statement" not in value)


def _like_comment(like: Source | None, chosen: Mapping[str, YamlValue]) -> Iterator[str]:
    """Yield what was taken from another source of the outlet."""
    if like and (names := [f"`{name}`" for name in _inherit_fields(like, chosen)]):
        yield f"As in {like.path}, of the same outlet: {' and '.join(names)}. Check them."


class _FileNames(NamedTuple):
    """The names in `seeds/` of the text, of the file it was extracted from, and of the file of its locators."""

    text: str
    original: str
    locators: str


def _read_document(file: Path, options: Mapping[str, str]) -> _Document:
    real = file.resolve()
    data = read_bytes(real, real.parent, MAX_SEED_BYTES)
    if isinstance(data, Finding):
        raise UserError(f"{file}: {data.message}")
    reader = find_reader(data, str(file), file.suffix)
    extract = read_document(reader, data, ReadOptions(str(file), options))
    text = extract.text.encode()
    return _Document(file.stem, extract, reader, options, text, None if text == data else data)


def _require_new(data: bytes, dossier: Dossier) -> None:
    digest = hashlib.sha256(data).hexdigest()
    for source in dossier.sources:
        if source.sha256 == digest:
            raise UserError(f"this text has been added already: see {source.path}")


def _require_valid(record: str, path: str) -> None:
    """Raise UserError where a field has an invalid value."""
    tree = read_yaml(record, path)
    try:
        Source.model_validate(tree.value)
    except ValidationError as error:
        raise UserError("; ".join(finding.message for finding in validation_findings(error, Source, tree))) from None


def _file_names(file: Path, id: str, document: _Document, is_in_seeds: bool) -> _FileNames:
    """Name the files after the record; a file that is already in `seeds/` keeps its name."""
    suffixes = document.reader.suffixes
    suffix = file.suffix.lower() if file.suffix.lower() in suffixes else suffixes[0]
    if document.reader is PLAIN_TEXT:
        suffix = ".original.txt"
    keeps_text_name = is_in_seeds and document.original is None
    text = f"{id}.utf-8.txt" if is_in_seeds and file.name == f"{id}.txt" and document.original else f"{id}.txt"
    original = file.name if is_in_seeds else f"{id}{suffix}"
    return _FileNames(file.name if keeps_text_name else text, original, f"{id}{LOCATORS_SUFFIX}")


def _language_fields(document: _Document, dossier: Dossier) -> dict[str, YamlValue]:
    """Return the language that a page declares, if it is another than the dossier's and its text may be in it."""
    declared = document.extract.language
    ours = dossier.settings.language
    is_other = declared.partition("-")[0].lower() not in ("", ours.partition("-")[0].lower())
    if not is_other or not re.fullmatch(LANGUAGE_PATTERN, declared):
        return {}
    return {} if detectors_for(ours) and seems_to_be_in(ours, document.extract.text) else {"language": declared}


def _source_fields(
    document: _Document, names: _FileNames, chosen: Mapping[str, YamlValue], language: str, dossier: Dossier
) -> dict[str, YamlValue]:
    fields: dict[str, YamlValue] = {
        "title": document.title,
        "text": names.text,
        "sha256": hashlib.sha256(document.data).hexdigest(),
        **{name: value for name, value in chosen.items() if _is_chosen(name, chosen)},
    }
    if "title" not in chosen and simplify_text(document.title) not in simplify_text(document.extract.text):
        is_declared = bool(document.extract.title)
        fields["title_basis"] = "The title that the document declares." if is_declared else "The name of the file."
    if document.original is not None:
        fields["original"] = _original_fields(document, document.original, names)
    if document.extract.ocr:
        fields["ocr"] = document.extract.ocr
    if document.extract.excluded:
        fields["excluded"] = [excluded_fields(region) for region in document.extract.excluded]
    if isinstance(date := chosen.get("published") or document.extract.published or None, str):
        published: dict[str, YamlValue] = {"date": date}
        if not _is_printed(date, document.extract.text, language):
            is_declared = "published" not in chosen
            text = document.extract.text
            published["basis"] = draft_date_basis(date, text, language, dossier, is_declared=is_declared)
        fields["published"] = published
    return fields


def excluded_fields(region: ProposedRegion) -> dict[str, YamlValue]:
    """Return the fields of a region that a reader proposes to exclude."""
    return {"starts": region.starts, "ends": region.ends, "kind": "boilerplate", "reason": region.reason}


def _original_fields(document: _Document, original: bytes, names: _FileNames) -> dict[str, YamlValue]:
    """Return what pins the document: its file, how its text was extracted, and its locators."""
    extraction: dict[str, YamlValue] = {"reader": document.reader.id, "version": document.reader.version}
    if document.options:
        extraction["options"] = [f"{name}={value}" for name, value in document.options.items()]
    fields: dict[str, YamlValue] = {
        "file": names.original,
        "sha256": hashlib.sha256(original).hexdigest(),
        "extraction": extraction,
    }
    if document.extract.locators:
        digest = hashlib.sha256(render_locators(document.extract.locators)).hexdigest()
        fields["locators"] = {"file": names.locators, "sha256": digest}
    return fields


def _first_line(text: str) -> str:
    return " ".join(text.strip("\ufeff \n\r\t").splitlines()[0].split())


def words_of_name(stem: str) -> str:
    """Return the words of a file's name, `Boats by port 2019-01-28` for `boats_by-port.2019-01-28`."""
    words = " ".join(NAME_SEPARATOR.sub(" ", stem).split()) or stem
    return words[:1].upper() + words[1:] if words.islower() else words


def _is_printed(date: str, text: str, language: str) -> bool:
    """Return whether the text contains the date with its year, so that no basis is needed."""
    detectors = detectors_for(language)
    try:
        days = Edtf.parse(date)
    except ValueError as error:
        raise UserError(f"published: {error}") from None
    return detectors is not None and any(
        mention.year and detectors.dates.resolve(mention.text, days) == days for mention in detectors.find_dates(text)
    )


def _comments(document: _Document, names: _FileNames, chosen: Mapping[str, YamlValue]) -> Iterator[str]:
    """Yield the comments that tell the editor what is left to do."""
    yield "To do: every TODO, the grade, `excluded` parts, what it `rests_on`, then `review`."
    if "title" not in chosen:
        first = "the first line of the text" if document.reader.begins_with_title else "the name of the file, in words"
        yield f"The title is {'that of the document' if document.extract.title else first}."
    if "published" not in chosen and document.extract.published:
        yield "`published` is the date that the document has itself."
    if document.reader is not PLAIN_TEXT:
        yield f"The text was extracted from {names.original}: compare them, and cite no words that were lost or joined."
        yield from (f"Metadata of the document: {' '.join(line.split())}." for line in document.extract.metadata)
    elif document.original:
        yield f"The text was converted to UTF-8 from {names.original}."
    yield from (" ".join(remark.split()) for remark in document.extract.remarks)
