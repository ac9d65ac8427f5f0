"""What loading refuses: the ids of its findings, and what each one asks for."""

from dossier.model.docs import RuleDoc

UNREADABLE = RuleDoc("unreadable", "Every file can be read, and no symbolic link leads out of the project.")
TOO_LARGE = RuleDoc("too-large", "A content file is at most 2 MiB, a text in `seeds/` at most 16 MiB.")
ENCODING = RuleDoc("encoding", "A file is UTF-8, without a byte order mark, control character or tab.")
SYNTAX = RuleDoc("yaml-syntax", "A content file is one YAML document: a mapping of keys to values.")
SECOND_DOCUMENT = RuleDoc("second-document", "A content file holds one YAML document, not two.")
ALIAS = RuleDoc("yaml-alias", "Values are written out: YAML aliases (`*name`) are refused.")
TAG = RuleDoc("yaml-tag", "Values are text, lists and mappings: YAML tags (`!!name`) are refused.")
NESTING = RuleDoc("nesting", "Values nest at most 16 deep.")
DUPLICATE_KEY = RuleDoc("duplicate-key", "A key stands once in its mapping.")
UNKNOWN_KEY = RuleDoc("unknown-key", "A record has the keys of its kind and no others.")
MISSING_KEY = RuleDoc("missing-key", "A record has every key its kind needs.")
WRONG_VALUE = RuleDoc("wrong-value", "A value has the form its key asks for.")
FILE_NAME = RuleDoc("file-name", "A record's file is named `<id>.yml`: lower-case ASCII letters, digits, hyphens.")
FOLDER = RuleDoc("unknown-folder", "A folder of `content/` is named after a kind.")
DUPLICATE_ID = RuleDoc("duplicate-id", "An id stands once within its kind, whatever the sub-folder.")
SEED_UNUSED = RuleDoc("seed-unused", "Every file in `seeds/` is the text of a source.")
SEED_MISSING = RuleDoc("seed-missing", "The text that a source names is in `seeds/`.")

LOAD_RULE_DOCS: tuple[RuleDoc, ...] = (
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
    SEED_UNUSED,
)
