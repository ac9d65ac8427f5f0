"""The text of an article, taken out of a web page."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from dossier.detect.dates import find_dates
from dossier.detect.relative_dates import resolve_relative_date
from dossier.editor.draft_fields import draft_fields, todo
from dossier.editor.new_record import new_record_path, render_draft
from dossier.editor.transaction import FileChange, create
from dossier.editor.yaml.nodes import YamlValue
from dossier.edtf.parse import Edtf
from dossier.io.files import MAX_SEED_BYTES, decode, read_bytes
from dossier.io.yaml_reader import read_yaml
from dossier.load.dossier import SEEDS
from dossier.load.validation import validation_findings
from dossier.model.dossier import Dossier
from dossier.model.errors import UserError
from dossier.model.finding import Finding
from dossier.model.kinds.source import Source
from dossier.model.record import DateBasis

PAGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
SUFFIXES = (".html", ".htm", ".xhtml")
METADATA_FIELDS = ("author", "date", "sitename", "url")


class Extract(NamedTuple):
    """The text, the title that the page gives, and what else it says of itself, as `author: Ada Lind`."""

    text: str
    title: str | None
    metadata: tuple[str, ...]


def is_html(data: bytes, suffix: str) -> bool:
    """Whether a file is a web page, by its name or by how it begins."""
    return suffix.lower() in SUFFIXES or PAGE.match(data) is not None


def extract(page: bytes) -> Extract | None:
    """The article in a page, without menus, advertisements and readers' comments; None where there seems to be none."""
    import trafilatura  # It takes 0.2 s to load, which no other command should wait for.

    text = trafilatura.extract(page, include_comments=False)
    if not text or not text.strip():
        return None
    told = trafilatura.extract_metadata(page)
    says = tuple(f"{name}: {value}" for name in METADATA_FIELDS if (value := getattr(told, name)))
    return Extract(f"{text.rstrip()}\n", told.title or None, says)


def read_document(file: Path) -> bytes | Finding:
    """The bytes of a file that may become a text in `seeds/`, or why it cannot."""
    file = file.resolve()
    return read_bytes(file, file.parent, MAX_SEED_BYTES)


def read_text_of(data: bytes, name: str) -> str | Finding:
    """The text that the bytes are in UTF-8, or the place of the first byte that is none."""
    return decode(data, name)


UNGRADED = {"letter": "F"}
"""Cannot be judged: what is true of a source that nobody has judged yet."""


class _Document(NamedTuple):
    """What an editor brought: its text, what is to be pinned as text, and the page it was taken out of, if any."""

    text: str
    data: bytes
    page: bytes | None = None
    extract: Extract | None = None


def add_source(
    file: Path, id: str, told: Mapping[str, YamlValue], root: Path, dossier: Dossier
) -> tuple[FileChange, ...]:
    """The files of a new source, whose text or page is `file`; `told` are the fields that the editor knows.

    Raises RefusedError where the id or the text is another source's, or the file holds no text.
    """
    path = new_record_path(Source, id, dossier)
    document = _document(file)
    _is_new(document.data, dossier)
    here = file.resolve().parent == (root / SEEDS).resolve()
    names = _names(file, id, document, here)
    fields = draft_fields(Source, _fields(document, names, told))
    seeds = [create(f"{SEEDS}/{names[0]}", document.data)] if not here or document.page else []
    if document.page is not None and not here:
        seeds.append(create(f"{SEEDS}/{names[1]}", document.page))
    record = render_draft(Source, fields, _remarks(document, names, told))
    _is_valid(record.decode(), path)
    return (*seeds, create(path, record))


def _document(file: Path) -> _Document:
    data = read_document(file)
    if isinstance(data, Finding):
        raise UserError(f"{file}: {data.message}")
    if is_html(data, file.suffix):
        article = extract(data)
        if article is None:
            raise UserError(f"{file}: no article can be found in this page: save its text as UTF-8, and add that")
        return _Document(article.text, article.text.encode(), data, article)
    text = read_text_of(data, file.name)
    if isinstance(text, Finding):
        raise UserError(f"{file}:{text.location.line}:{text.location.column}: {text.message}")
    if not text.strip():
        raise UserError(f"{file}: there is no text in it")
    return _Document(text, data)


def _is_new(data: bytes, dossier: Dossier) -> None:
    pinned = hashlib.sha256(data).hexdigest()
    for source in dossier.sources:
        if source.sha256 == pinned:
            raise UserError(f"this very text is held already: it is that of {source.path}")


def _is_valid(record: str, path: str) -> None:
    """Refuse what the editor tells in a form that the model does not know."""
    tree = read_yaml(record, path)
    try:
        Source.model_validate(tree.value)
    except ValidationError as error:
        raise UserError("; ".join(one.message for one in validation_findings(error, Source, tree))) from None


def _names(file: Path, id: str, document: _Document, here: bool) -> tuple[str, str]:
    """What the text and the page are called in `seeds/`: as the record, or as they are where they lie there."""
    suffix = file.suffix.lower()
    page = file.name if here else f"{id}{suffix if suffix in SUFFIXES else SUFFIXES[0]}"
    return (file.name if here and document.page is None else f"{id}.txt"), page


def _fields(document: _Document, names: tuple[str, str], told: Mapping[str, YamlValue]) -> dict[str, YamlValue]:
    text, page = names
    fields: dict[str, YamlValue] = {
        "title": (document.extract and document.extract.title) or _first_line(document.text),
        "text": text,
        "sha256": hashlib.sha256(document.data).hexdigest(),
        "grade": UNGRADED,
        **told,
    }
    if document.page is not None:
        fields["original"] = {"file": page, "sha256": hashlib.sha256(document.page).hexdigest()}
    if isinstance(date := told.get("published"), str):
        basis: dict[str, YamlValue] = {"basis": {"reasoning": todo(DateBasis, "reasoning")}}
        fields["published"] = {"date": date} | ({} if _is_printed(date, document.text) else basis)
    return fields


def _first_line(text: str) -> str:
    return " ".join(text.strip("\ufeff \n\r\t").splitlines()[0].split())


def _is_printed(date: str, text: str) -> bool:
    """Whether the text prints a date whole, so that it needs no basis."""
    try:
        days = Edtf.parse(date)
    except ValueError as error:
        raise UserError(f"published: {error}") from None
    return any(mention.year and resolve_relative_date(mention.text, days) == days for mention in find_dates(text))


def _remarks(document: _Document, names: tuple[str, str], told: Mapping[str, YamlValue]) -> Iterator[str]:
    yield "To curate: what says TODO, the grade, what is `excluded`, what it `rests_on`, then `review`."
    if "title" not in told:
        yield f"The title is {'that of the page' if document.extract else 'the first line of the text'}."
    if document.extract:
        yield f"The text was taken out of {names[1]}: compare it, and cite nothing that it has lost or joined."
        yield from (f"The page says of itself: {said}." for said in document.extract.metadata)
