"""The reader of a document is found by its content, then by its name; what it reads has no forbidden character."""

import pytest
from dossier.documents.reader import DocumentReader, Extract, ReadOptions, TextBuilder
from dossier.documents.reading import PLAIN_TEXT, READERS, find_reader, read_document
from dossier.model.errors import UserError
from dossier.model.locator import Locator


@pytest.mark.parametrize(
    ("data", "suffix", "id"),
    [
        (b"<!doctype html><title>Boats</title>", ".txt", "html"),
        (b"Boats stay.", ".htm", "html"),
        (b"Boats stay.", ".txt", "text"),
        (b"Boats stay.", ".unknown", "text"),
        (b"Boats stay.", "", "text"),
    ],
)
def test_a_reader_is_found_by_content_then_by_name(data, suffix, id):
    assert find_reader(data, "boats", suffix).id == id


def test_a_format_without_a_reader_is_named_with_advice():
    with pytest.raises(UserError, match=r"boats: this is compressed \(gzip\): unpack it"):
        find_reader(b"\x1f\x8b\x08", "boats", ".txt")


def test_ids_and_suffixes_of_readers_are_unique():
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert len({reader.id for reader in READERS}) == len(READERS) > 1
    assert all(reader.suffixes for reader in READERS)


def test_an_option_that_the_reader_has_not_is_rejected():
    with pytest.raises(UserError, match="boats: the reader `text` has no option `sheet`"):
        read_document(PLAIN_TEXT, b"Boats stay.", ReadOptions("boats", {"sheet": "2"}))


def test_a_text_with_a_forbidden_character_is_rejected_with_its_place():
    reader = DocumentReader("odd", (), (".odd",), lambda data, options: Extract("Boats\n\u202estay.\n"))
    with pytest.raises(UserError, match="boats:2:1: U\\+202E"):
        read_document(reader, b"", ReadOptions("boats"))


def test_a_builder_drops_control_characters_and_empty_locators():
    builder = TextBuilder()
    builder.start("page", "1")
    builder.start("page", "2")
    builder.write("Boats\x00 stay.\n\n")
    builder.start("page", "3")
    builder.write("Until spring.  \n\n")
    builder.start("page", "4")
    builder.write("\n")
    assert builder.text == "Boats stay.\n\nUntil spring.\n"
    assert builder.locators == (Locator(0, "page", "2"), Locator(13, "page", "3"))
    assert builder.remarks == ("Removed: control characters, or such as show words backwards.",)
