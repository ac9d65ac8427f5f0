"""What loading refuses: the ids of its findings, and what each one asks for."""

from typing import NamedTuple


class LoadRule(NamedTuple):
    """A rule that is held while reading, with what it asks for in a sentence."""

    id: str
    says: str


UNREADABLE = LoadRule("unreadable", "Every file can be read, and no symbolic link leads out of the project.")
TOO_LARGE = LoadRule("too-large", "A content file is at most 2 MiB, a text in `seeds/` at most 16 MiB.")
ENCODING = LoadRule("encoding", "A file is UTF-8, without a byte order mark, NUL or tab.")
SYNTAX = LoadRule("yaml-syntax", "A content file is one YAML document: a mapping of keys to values.")
SECOND_DOCUMENT = LoadRule("second-document", "A content file holds one YAML document, not two.")
ALIAS = LoadRule("yaml-alias", "Values are written out: YAML aliases (`*name`) are refused.")
TAG = LoadRule("yaml-tag", "Values are text, lists and mappings: YAML tags (`!!name`) are refused.")
NESTING = LoadRule("nesting", "Values nest at most 16 deep.")
DUPLICATE_KEY = LoadRule("duplicate-key", "A key stands once in its mapping.")
UNKNOWN_KEY = LoadRule("unknown-key", "A record has the keys of its kind and no others.")
MISSING_KEY = LoadRule("missing-key", "A record has every key its kind needs.")
WRONG_VALUE = LoadRule("wrong-value", "A value has the form its key asks for.")
FILE_NAME = LoadRule("file-name", "A record's file is named `<id>.yml`: lower-case ASCII letters, digits, hyphens.")
FOLDER = LoadRule("unknown-folder", "A folder of `content/` is named after a kind.")
DUPLICATE_ID = LoadRule("duplicate-id", "An id stands once within its kind, whatever the sub-folder.")
SEED_MISSING = LoadRule("seed-missing", "The text that a source names is in `seeds/`.")

LOAD_RULES: tuple[LoadRule, ...] = (
    UNREADABLE,
    TOO_LARGE,
    ENCODING,
    SYNTAX,
    SECOND_DOCUMENT,
    ALIAS,
    TAG,
    NESTING,
    DUPLICATE_KEY,
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_VALUE,
    FILE_NAME,
    FOLDER,
    DUPLICATE_ID,
    SEED_MISSING,
)
