"""Reads tables of values that are separated by commas, semicolons or the like (CSV, TSV)."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from dossier.documents.read_options import DELIMITER_OPTION, ENCODING_OPTION, HEADER_OPTION
from dossier.documents.reader import DocumentReader, Extract, ReadOptions, TextBuilder
from dossier.documents.readers.text import encoding_remarks
from dossier.documents.remarks import MAX_SHOWN
from dossier.documents.table_text import Row, clean_value, parse_header_option, write_table
from dossier.io.encodings import decode_document, require_clean_text
from dossier.model.errors import UserError
from dossier.text.wording import truncate

DELIMITERS: Mapping[str, str] = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}
SAMPLE_LENGTH = 64 * 1024
MIN_SHARE = 0.5
"""A delimiter that divides at least this share of the rows alike is mentioned to the editor."""
SEPARATOR_LINE = re.compile(r"sep=(.)(?:\r\n?|\n|$)", re.IGNORECASE)
"""The first line by which Excel knows the delimiter; spreadsheet programs do not show it."""
QUOTING_ERRORS = (
    ("unexpected end", "a quotation mark begins a value that has no end"),
    ("expected after", "a quotation mark ends a value before its end: double it"),
    ("field larger", f"a value has more than {csv.field_size_limit():,} characters"),
)


class _Strict(csv.excel):
    """The rules by which rows are read: quotation marks that are not in pairs are an error."""

    strict = True
    skipinitialspace = True


def read_delimited(data: bytes, options: ReadOptions) -> Extract:
    """Read a table, one line per row, with the values as they are in the file."""
    decoded = decode_document(data, options.name, options.values.get("encoding"), is_page=False)
    require_clean_text(decoded.text, options.name)
    declared = SEPARATOR_LINE.match(decoded.text)
    text = decoded.text[declared.end() :] if declared else decoded.text
    if not text.strip():
        raise UserError(f"{options.name}: the file contains no text")
    chosen_delimiter = _chosen_delimiter(options) or (declared[1] if declared else None)
    delimiter = chosen_delimiter or _find_delimiter(text, options.name)
    rows = list(_read_rows(text, delimiter, options.name, 2 if declared else 1))
    chosen = parse_header_option(options.values.get("header"), options.name)
    builder = TextBuilder()
    remarks = write_table(builder, rows, "", chosen, options.name, is_strict=True)
    guessed = [] if chosen_delimiter else _delimiter_remarks(text, delimiter)
    remarks = [*encoding_remarks(decoded), *guessed, *remarks, *_row_remarks(rows, text)]
    return Extract(builder.text, remarks=(*remarks, *builder.remarks), locators=builder.locators)


def _chosen_delimiter(options: ReadOptions) -> str | None:
    chosen = options.values.get("delimiter")
    if chosen is None:
        return None
    delimiter = DELIMITERS.get(chosen.lower(), chosen.replace("\\t", "\t"))
    if delimiter not in DELIMITERS.values():
        expected = "comma, semicolon, tab or pipe"
        raise UserError(f"{options.name}: --delimiter: expected {expected}, got `{chosen}`")
    return delimiter


def _find_delimiter(text: str, name: str) -> str:
    """Return the delimiter by which the rows have the same number of values. Raises UserError if several do."""
    shares = {word: _share_of_equal_rows(text, delimiter) for word, delimiter in DELIMITERS.items()}
    best = max(shares.values())
    words = [word for word, share in shares.items() if share == best]
    if best == 0:
        return DELIMITERS["comma"]  # Each row is a single value.
    if "comma" in words and not re.search(r",\S", text[:SAMPLE_LENGTH]):
        words = [word for word in words if word != "comma"] or words
    if "tab" in words or len(words) == 1:
        return DELIMITERS[words[0]]
    raise UserError(f"{name}: {' or '.join(words)} may separate the values: say which with --delimiter")


def _delimiter_remarks(text: str, taken: str) -> Iterator[str]:
    """Yield which delimiter was taken, if others divide the rows into values too."""
    name = next(word for word, delimiter in DELIMITERS.items() if delimiter == taken)
    others = [
        word
        for word, delimiter in DELIMITERS.items()
        if delimiter != taken and _share_of_equal_rows(text, delimiter) >= MIN_SHARE
    ]
    if others:
        again = " or ".join(f"--delimiter {word}" for word in others)
        yield f"The {name} was taken for what separates the values; if it is another, add the table again with {again}."


def _share_of_equal_rows(text: str, delimiter: str) -> float:
    """Return which share of the rows at the beginning has the most frequent number of values, 0 if that is one."""
    is_cut = len(text) > SAMPLE_LENGTH
    sample = text[:SAMPLE_LENGTH].rpartition("\n")[0] if is_cut else text
    widths: list[int] = []
    try:
        widths.extend(
            len(values) for values in csv.reader(StringIO(sample, newline=""), _Strict, delimiter=delimiter) if values
        )
    except csv.Error as error:
        if not (is_cut and "unexpected end" in str(error)):
            return 0
    [(width, count)] = Counter(widths).most_common(1) or [(1, 0)]
    return count / len(widths) if width > 1 else 0


def _read_rows(text: str, delimiter: str, name: str, first_line: int) -> Iterator[Row]:
    """Yield the rows, also those that are empty, numbered as a spreadsheet program does."""
    reader = csv.reader(StringIO(text, newline=""), _Strict, delimiter=delimiter)
    number = line = 0
    try:
        for number, values in enumerate(reader, 1):
            line = reader.line_num
            yield Row(number, [clean_value(value) for value in values])
    except csv.Error as error:
        message = next((ours for theirs, ours in QUOTING_ERRORS if theirs in str(error)), str(error))
        raise UserError(f"{name}:{line + first_line}: row {number + 1}: {message}") from None


def _row_remarks(rows: Sequence[Row], text: str) -> Iterator[str]:
    lengths = Counter(len(row.values) for row in rows if row.filled > 1)
    [(length, _)] = lengths.most_common(1) or [(0, 0)]
    if short := [str(row.number) for row in rows if row.filled and len(row.values) < length]:
        yield f"Rows with fewer values than the others: {truncate(', '.join(short), MAX_SHOWN)}."
    if empty := [str(row.number) for row in rows if not row.filled]:
        yield f"Empty rows, left out: {truncate(', '.join(empty), MAX_SHOWN)}."
    if text.count("\n") + text.count("\r") - text.count("\r\n") > len(rows):
        yield "Line ends within a value are written as `; `."


READER = DocumentReader(
    id="csv",
    formats=(),
    suffixes=(".csv", ".tsv", ".tab"),
    read=read_delimited,
    options={**ENCODING_OPTION, **DELIMITER_OPTION, **HEADER_OPTION},
    begins_with_title=False,
)
