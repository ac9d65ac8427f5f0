"""The rules that reading and loading check: their ids and what they ask for."""

from dossier.model.docs import RuleDoc

UNREADABLE = RuleDoc("unreadable", "Every file can be read, and no symbolic link leads out of the project.")
TOO_LARGE = RuleDoc("too-large", "A content file has at most 2 MiB, a text in `seeds/` at most 16 MiB.")
ENCODING = RuleDoc("encoding", "A file is UTF-8, without a byte order mark, control characters or tabs.")
MERGE_CONFLICT = RuleDoc(
    "merge-conflict", "No file of `content/`, no text and not `mkdocs.yml` has the markers of a merge conflict."
)
SYNTAX = RuleDoc("yaml-syntax", "A content file is one YAML document: a mapping of keys to values.")
SECOND_DOCUMENT = RuleDoc("second-document", "A content file contains only one YAML document.")
ALIAS = RuleDoc("yaml-alias", "Values are written out: YAML aliases (`*name`) are not allowed.")
TAG = RuleDoc("yaml-tag", "Values are text, lists and mappings: YAML tags (`!!name`) are not allowed.")
NESTING = RuleDoc("nesting", "Values are nested at most 16 levels deep.")
DUPLICATE_KEY = RuleDoc("duplicate-key", "A mapping has each key only once.")
UNKNOWN_KEY = RuleDoc("unknown-key", "A record has the keys of its kind and no others.")
MISSING_KEY = RuleDoc("missing-key", "A record has every key that its kind requires.")
WRONG_VALUE = RuleDoc("wrong-value", "A value has the type and format that its key requires.")
FILE_NAME = RuleDoc(
    "file-name",
    "A record's file is named `<id>.yml`: lower-case ASCII letters, digits, hyphens. No names differ in case only.",
)
FORMAT = RuleDoc("content-format", "`dossier.yml` names the format of the content that this program reads.")
FOLDER = RuleDoc("unknown-folder", "A folder of `content/` is named after a kind.")
DUPLICATE_ID = RuleDoc("duplicate-id", "An id is used only once within its kind, also across sub-folders.")
SEED_UNUSED = RuleDoc(
    "seed-unused", "Every file in `seeds/` is the text of a source, its original or its file of locators."
)
LOCATORS = RuleDoc("faulty-locators", "A file of locators has, in their order, offsets of the text that it belongs to.")
SEED_MISSING = RuleDoc("seed-missing", "The text that a source names is in `seeds/`.")

LOAD_RULE_DOCS: tuple[RuleDoc, ...] = (
    UNREADABLE,
    TOO_LARGE,
    ENCODING,
    MERGE_CONFLICT,
    SYNTAX,
    SECOND_DOCUMENT,
    ALIAS,
    TAG,
    NESTING,
    DUPLICATE_KEY,
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_VALUE,
    FORMAT,
    FILE_NAME,
    FOLDER,
    DUPLICATE_ID,
    LOCATORS,
    SEED_MISSING,
    SEED_UNUSED,
)
