"""Add a source: the text of a file or of the article in a web page, and a draft of its record."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from dossier.detect.en.dates import find_dates
from dossier.detect.en.relative_dates import resolve_relative_date
from dossier.detect.language import is_english
from dossier.documents.formats import identify_format
from dossier.documents.web_page import Extract, extract
from dossier.editor.new_record import draft_fields, new_record_path, render_draft, todo
from dossier.editor.transaction import FileChange, create
from dossier.editor.yaml.nodes import YamlValue
from dossier.edtf.parse import Edtf
from dossier.io.encodings import DecodedDocument, decode_document, find_damage, find_invisible, require_clean_text
from dossier.io.files import MAX_SEED_BYTES, WHOLE_CONFLICT, find_conflict, read_bytes
from dossier.io.yaml_reader import read_yaml
from dossier.load.loader import SEEDS
from dossier.load.validation import validation_findings
from dossier.model.base import LANGUAGE_PATTERN
from dossier.model.dossier import Dossier, is_readable
from dossier.model.errors import UserError
from dossier.model.finding import Finding
from dossier.model.kinds.source import Source
from dossier.model.record import DateBasis

HTML = re.compile(
    rb"\s*(?:<\?xml.*?\?>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|(?:html|head|body|title|meta|base|link|article|main|section|header|div|table|p|h[1-6]"
    rb"|script|style|span|ul|ol|dl|blockquote|figure|center|font|iframe|nav|aside|footer|img|br|hr|form|pre)\b[^<]*>)",
    re.IGNORECASE | re.DOTALL,
)
"""The beginning of a web page, after any comment such as `<!-- saved from url=… -->`."""
HTML_SUFFIXES = (".html", ".htm", ".xhtml")
SNIFFED_BYTES = 64 * 1024
UNGRADED = {"letter": "F"}
"""The Admiralty grade for a source whose reliability cannot be judged, as nobody has judged a new one."""


def is_html(data: bytes, suffix: str) -> bool:
    """Return whether a file is a web page, judging by its suffix or its first bytes, in whatever encoding."""
    start = data[:SNIFFED_BYTES].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    return suffix.lower() in HTML_SUFFIXES or HTML.match(start) is not None


class _Document(NamedTuple):
    """A document to add: its text, as a string and as bytes, and where these are not the file's own, the file's bytes.

    `remarks` say how the text was made from the file, and what it lacks.
    """

    text: str
    data: bytes
    original: bytes | None = None
    extract: Extract | None = None
    remarks: tuple[str, ...] = ()


class AddedSource(NamedTuple):
    """The files of a new source, its record last, and remarks on how the text was made from the file."""

    changes: tuple[FileChange, ...]
    remarks: tuple[str, ...]


def add_source(
    file: Path, id: str, chosen: Mapping[str, YamlValue], root: Path, dossier: Dossier, encoding: str | None = None
) -> AddedSource:
    """Return the files of a new source, whose text or web page is `file`; `chosen` are fields of its record.

    `encoding` is that of the file, where it declares none. Raises UserError where the id or the text belongs to another
    source, or the file contains no text that can be read.
    """
    path = new_record_path(Source, id, dossier)
    document = _read_document(file, encoding)
    _require_new(document.data, dossier)
    is_in_seeds = file.resolve().parent == (root / SEEDS).resolve()
    names = _file_names(file, id, document, is_in_seeds)
    chosen = {**_language_fields(document, dossier), **chosen}
    language = str(chosen.get("language") or dossier.settings.language)
    fields = draft_fields(Source, _source_fields(document, names, chosen, language))
    seeds: list[FileChange] = []
    if not is_in_seeds or document.original is not None:
        seeds.append(create(f"{SEEDS}/{names.text}", document.data))
    if not is_in_seeds and document.original is not None:
        seeds.append(create(f"{SEEDS}/{names.original}", document.original))
    record = render_draft(Source, fields, _comments(document, names, chosen))
    _require_valid(record.decode(), path)
    return AddedSource((*seeds, create(path, record)), document.remarks)


class _FileNames(NamedTuple):
    """The names in `seeds/` of the text and of the file it was made from."""

    text: str
    original: str


def _read_document(file: Path, encoding: str | None) -> _Document:
    real = file.resolve()
    data = read_bytes(real, real.parent, MAX_SEED_BYTES)
    if isinstance(data, Finding):
        raise UserError(f"{file}: {data.message}")
    if (format := identify_format(data)) is not None:
        raise UserError(f"{file}: this is {format.name}: {format.advice}")
    is_page = is_html(data, file.suffix)
    decoded = decode_document(data, str(file), encoding, is_page)
    remarks = tuple(_encoding_remarks(decoded))
    if is_page:
        article = extract(decoded.text)
        if article is None:
            raise UserError(f"{file}: no article found in this page: save its text as UTF-8 and add that")
        return _Document(article.text, article.text.encode(), data, article, (*remarks, *article.remarks))
    if not decoded.text.strip():
        raise UserError(f"{file}: the file contains no text")
    require_clean_text(decoded.text, str(file))
    if conflict := find_conflict(decoded.text, str(file), WHOLE_CONFLICT):
        raise UserError(f"{conflict.location}: {conflict.message}")
    if decoded.encoding == "utf-8":
        return _Document(decoded.text, data, remarks=remarks)
    return _Document(decoded.text, decoded.text.encode(), data, remarks=remarks)


def _encoding_remarks(decoded: DecodedDocument) -> Iterator[str]:
    """Yield what an editor should know about how the bytes of a document were read."""
    if decoded.basis == "option":
        yield f"Read as {decoded.encoding}, as --encoding says: compare names with accents."
    elif decoded.basis == "declared" and decoded.encoding.lower() != "utf-8":
        yield f"Read as {decoded.encoding}, as the file declares: compare names with accents."
    if words := find_damage(decoded.text):
        yield f"The file seems to have been saved with a wrong encoding: {words}"
    if words := find_invisible(decoded.text):
        yield f"The text has invisible characters, which count like others, as in: {words}"


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
    if document.extract is None:
        suffix = ".original.txt"
    keeps_text_name = is_in_seeds and document.original is None
    text = f"{id}.utf-8.txt" if is_in_seeds and file.name == f"{id}.txt" and document.original else f"{id}.txt"
    return _FileNames(file.name if keeps_text_name else text, file.name if is_in_seeds else f"{id}{suffix}")


def _language_fields(document: _Document, dossier: Dossier) -> dict[str, YamlValue]:
    """Return the language that a page declares, if it is another than the dossier's and its text may be in it."""
    declared = document.extract.language if document.extract else ""
    ours = dossier.settings.language
    is_other = declared.partition("-")[0].lower() not in ("", ours.partition("-")[0].lower())
    if not is_other or not re.fullmatch(LANGUAGE_PATTERN, declared):
        return {}
    return {} if is_readable(ours) and is_english(document.text) else {"language": declared}


def _source_fields(
    document: _Document, names: _FileNames, chosen: Mapping[str, YamlValue], language: str
) -> dict[str, YamlValue]:
    fields: dict[str, YamlValue] = {
        "title": (document.extract and document.extract.title) or _first_line(document.text),
        "text": names.text,
        "sha256": hashlib.sha256(document.data).hexdigest(),
        "grade": UNGRADED,
        **chosen,
    }
    if document.original is not None:
        fields["original"] = {"file": names.original, "sha256": hashlib.sha256(document.original).hexdigest()}
    if isinstance(date := chosen.get("published"), str):
        published: dict[str, YamlValue] = {"date": date}
        if not is_readable(language) or not _is_printed(date, document.text):
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
        yield f"The text was extracted from {names.original}: compare them, and cite no words that were lost or joined."
        yield from (f"Metadata of the page: {' '.join(line.split())}." for line in document.extract.metadata)
    elif document.original:
        yield f"The text was converted to UTF-8 from {names.original}."
    yield from (" ".join(remark.split()) for remark in document.remarks)
