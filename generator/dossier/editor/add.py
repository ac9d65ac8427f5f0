"""Add a source: the text of a file or of the article in a web page, and a draft of its record."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from dossier.detect.dates import find_dates
from dossier.detect.relative_dates import resolve_relative_date
from dossier.editor.new_record import draft_fields, new_record_path, render_draft, todo
from dossier.editor.transaction import FileChange, create
from dossier.editor.yaml.nodes import YamlValue
from dossier.edtf.parse import Edtf
from dossier.io.files import MAX_SEED_BYTES, decode, read_bytes
from dossier.io.yaml_reader import read_yaml
from dossier.load.loader import SEEDS
from dossier.load.validation import validation_findings
from dossier.model.dossier import Dossier
from dossier.model.errors import UserError
from dossier.model.finding import Finding
from dossier.model.kinds.source import Source
from dossier.model.record import DateBasis

HTML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
HTML_SUFFIXES = (".html", ".htm", ".xhtml")
METADATA_FIELDS = ("author", "date", "sitename", "url")
UNGRADED = {"letter": "F"}
"""The Admiralty grade for a source whose reliability cannot be judged, as nobody has judged a new one."""


class Extract(NamedTuple):
    """The article of a web page: its text, the page's title, and other metadata, as `author: Ada Lind`."""

    text: str
    title: str | None
    metadata: tuple[str, ...]


def is_html(data: bytes, suffix: str) -> bool:
    """Return whether a file is a web page, judging by its suffix or its first bytes."""
    return suffix.lower() in HTML_SUFFIXES or HTML.match(data) is not None


def extract(page: bytes) -> Extract | None:
    """Extract the article of a page, without menus, advertisements and readers' comments; None if there is none."""
    import trafilatura  # Imported here because it takes 0.2 s, and only this command needs it.

    text = trafilatura.extract(page, include_comments=False)
    if not text or not text.strip():
        return None
    metadata = trafilatura.extract_metadata(page)
    lines = tuple(f"{name}: {value}" for name in METADATA_FIELDS if (value := getattr(metadata, name)))
    return Extract(f"{text.rstrip()}\n", metadata.title or None, lines)


class _Document(NamedTuple):
    """A document to add: its text, as a string and as bytes, and the web page it was extracted from, if any."""

    text: str
    data: bytes
    page: bytes | None = None
    extract: Extract | None = None


def add_source(
    file: Path, id: str, chosen: Mapping[str, YamlValue], root: Path, dossier: Dossier
) -> tuple[FileChange, ...]:
    """Return the files of a new source, whose text or web page is `file`; `chosen` are fields of its record.

    Raises UserError where the id or the text belongs to another source, or the file contains no text.
    """
    path = new_record_path(Source, id, dossier)
    document = _read_document(file)
    _require_new(document.data, dossier)
    is_in_seeds = file.resolve().parent == (root / SEEDS).resolve()
    names = _file_names(file, id, document, is_in_seeds)
    fields = draft_fields(Source, _source_fields(document, names, chosen))
    seeds: list[FileChange] = []
    if not is_in_seeds or document.page is not None:
        seeds.append(create(f"{SEEDS}/{names.text}", document.data))
    if not is_in_seeds and document.page is not None:
        seeds.append(create(f"{SEEDS}/{names.page}", document.page))
    record = render_draft(Source, fields, _comments(document, names, chosen))
    _require_valid(record.decode(), path)
    return (*seeds, create(path, record))


class _FileNames(NamedTuple):
    """The names in `seeds/` of the text and of the web page."""

    text: str
    page: str


def _read_document(file: Path) -> _Document:
    real = file.resolve()
    data = read_bytes(real, real.parent, MAX_SEED_BYTES)
    if isinstance(data, Finding):
        raise UserError(f"{file}: {data.message}")
    if is_html(data, file.suffix):
        article = extract(data)
        if article is None:
            raise UserError(f"{file}: no article found in this page: save its text as UTF-8 and add that")
        return _Document(article.text, article.text.encode(), data, article)
    text = decode(data, file.name)
    if isinstance(text, Finding):
        raise UserError(f"{file}:{text.location.line}:{text.location.column}: {text.message}")
    if not text.strip():
        raise UserError(f"{file}: the file contains no text")
    return _Document(text, data)


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
    suffix = file.suffix.lower() if file.suffix.lower() in HTML_SUFFIXES else HTML_SUFFIXES[0]
    keeps_text_name = is_in_seeds and document.page is None
    return _FileNames(file.name if keeps_text_name else f"{id}.txt", file.name if is_in_seeds else f"{id}{suffix}")


def _source_fields(document: _Document, names: _FileNames, chosen: Mapping[str, YamlValue]) -> dict[str, YamlValue]:
    fields: dict[str, YamlValue] = {
        "title": (document.extract and document.extract.title) or _first_line(document.text),
        "text": names.text,
        "sha256": hashlib.sha256(document.data).hexdigest(),
        "grade": UNGRADED,
        **chosen,
    }
    if document.page is not None:
        fields["original"] = {"file": names.page, "sha256": hashlib.sha256(document.page).hexdigest()}
    if isinstance(date := chosen.get("published"), str):
        published: dict[str, YamlValue] = {"date": date}
        if not _is_printed(date, document.text):
            published["basis"] = {"reasoning": todo(DateBasis, "reasoning")}
        fields["published"] = published
    return fields


def _first_line(text: str) -> str:
    return " ".join(text.strip("\ufeff \n\r\t").splitlines()[0].split())


def _is_printed(date: str, text: str) -> bool:
    """Return whether the text contains the date with its year, so that no basis is needed."""
    try:
        days = Edtf.parse(date)
    except ValueError as error:
        raise UserError(f"published: {error}") from None
    return any(mention.year and resolve_relative_date(mention.text, days) == days for mention in find_dates(text))


def _comments(document: _Document, names: _FileNames, chosen: Mapping[str, YamlValue]) -> Iterator[str]:
    """Yield the comments that tell the editor what is left to do."""
    yield "To do: every TODO, the grade, `excluded` parts, what it `rests_on`, then `review`."
    if "title" not in chosen:
        yield f"The title is {'that of the page' if document.extract else 'the first line of the text'}."
    if document.extract:
        yield f"The text was extracted from {names.page}: compare them, and cite no words that were lost or joined."
        yield from (f"Metadata of the page: {line}." for line in document.extract.metadata)
