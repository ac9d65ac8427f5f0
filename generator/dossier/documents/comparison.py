"""Extracts the text of a source's original again, and compares the two."""

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import NamedTuple

from dossier.documents.reader import Extract, ReadOptions
from dossier.documents.reading import READER_BY_ID, find_reader, read_document
from dossier.model.dossier import Dossier, OriginalFile, SourceText
from dossier.model.errors import UserError
from dossier.model.kinds.source import Extraction, Original
from dossier.text.spans import line_column
from dossier.text.suggest import did_you_mean
from dossier.text.wording import ELLIPSIS

WORD = re.compile(r"\w+")
PHRASE_WORDS = 3
"""The number of words of the phrases by which a text is recognized in its original."""
MIN_SHARED = 0.5
"""The least share of the phrases of a text that must be in its original."""
CONTEXT = 12
MOST_BESIDE = 20
"""The most characters shown to each side of a difference, so that a message that has both texts is not cut."""


class OriginalComparison(NamedTuple):
    """The text of an original, extracted again, compared with the text in `seeds/`.

    `has_same_version` tells whether the same reader extracted both. `difference` describes the first difference, ""
    if there is none. `shared` is the share of the text's phrases of three words that the original has, from 0 to 1.
    """

    extract: Extract
    has_same_version: bool
    difference: str
    shared: float

    @property
    def is_related(self) -> bool:
        """Whether the text was taken from this original, by whatever means."""
        return self.shared >= MIN_SHARED


def extract_again(original: Original, data: bytes) -> Extract:
    """Extract the text of an original as its record says, or as it would be extracted now.

    Raises UserError where the reader is unknown, or the document cannot be read.
    """
    name = f"seeds/{original.file}"
    extraction = original.extraction
    if extraction is None:
        return read_document(find_reader(data, name, PurePath(name).suffix), data, ReadOptions(name))
    reader = READER_BY_ID.get(extraction.reader)
    if reader is None:
        known = did_you_mean(extraction.reader, sorted(READER_BY_ID))
        raise UserError(f"no reader `{extraction.reader}`{known}")
    options = dict(option.split("=", 1) for option in extraction.options)
    return read_document(reader, data, ReadOptions(name, options))


def compare_with_original(original: Original, file: OriginalFile, text: SourceText) -> OriginalComparison:
    """Extract the text of an original again and compare it. Raises UserError as `extract_again` does."""
    extract = extract_again(original, file.read())
    has_same_version = original.extraction is not None and is_current(original.extraction)
    difference = _describe_difference(text, extract, compares_locators=original.locators is not None)
    return OriginalComparison(extract, has_same_version, difference, _shared_phrases(text.text, extract.text))


def iter_version_notes(dossier: Dossier) -> Iterator[str]:
    """Yield a line for each text that another version of its reader extracted, if it would be another text now."""
    for source in dossier.sources:
        original, text = source.original, dossier.source_texts.get(source.text or "")
        if original is None or original.extraction is None or text is None or is_current(original.extraction):
            continue
        file = dossier.originals.get(original.file)
        if file is None or file.sha256 != original.sha256:
            continue
        earlier = original.extraction
        try:
            comparison = compare_with_original(original, file, text)
        except UserError:
            continue  # A rule reports it.
        if comparison.difference:
            reading = f"{earlier.reader} {READER_BY_ID[earlier.reader].version} reads it otherwise"
            yield (
                f"{source.path}: extracted by {earlier.reader} {earlier.version}; {reading}: {comparison.difference}; "
                f"to adopt it: dossier reextract {source.id}"
            )


def is_current(extraction: Extraction) -> bool:
    """Return whether this program would extract a text with the same reader and the same libraries."""
    reader = READER_BY_ID.get(extraction.reader)
    return reader is not None and reader.version == extraction.version


def _describe_difference(text: SourceText, extract: Extract, *, compares_locators: bool) -> str:
    """Describe the first difference between a text and its original; "" if there is none."""
    if text.text != extract.text:
        pairs = enumerate(zip(text.text, extract.text, strict=False))
        shorter = min(len(text.text), len(extract.text))
        offset = next((index for index, (ours, theirs) in pairs if ours != theirs), shorter)
        line = line_column(text.text, offset)[0]
        ours, theirs = (_words_around(whole, offset) for whole in (text.text, extract.text))
        return f"in line {line}, `{ours}` instead of `{theirs}`"
    if compares_locators and text.locators != extract.locators:
        both = zip(text.locators, extract.locators, strict=False)
        offset = next((ours.offset for ours, theirs in both if ours != theirs), len(text.text) - 1)
        return f"from line {line_column(text.text, offset)[0]}, the original has other locators"
    return ""


def _words_around(text: str, offset: int) -> str:
    """Return the words around an offset, within its line."""
    line_start = text.rfind("\n", 0, offset) + 1
    line = text[line_start : text.find("\n", offset) if "\n" in text[offset:] else len(text)]
    position = offset - line_start
    start = line.rfind(" ", 0, max(position - CONTEXT, 0)) + 1
    end = line.find(" ", position + CONTEXT)
    end = end if end >= 0 else len(line)
    before = ELLIPSIS if position - start > MOST_BESIDE else ""
    after = ELLIPSIS if end - position > MOST_BESIDE else ""
    return before + line[max(start, position - MOST_BESIDE) : min(end, position + MOST_BESIDE)] + after


def _shared_phrases(text: str, original: str) -> float:
    """Return the share of the phrases of a text that are in its original, from 0 to 1."""
    phrases, others = _phrases(text), _phrases(original)
    return len(phrases & others) / len(phrases) if phrases else 1.0


def _phrases(text: str) -> frozenset[tuple[str, ...]]:
    words = [word.casefold() for word in WORD.findall(text)]
    return frozenset(zip(*(words[start:] for start in range(PHRASE_WORDS)), strict=False))
