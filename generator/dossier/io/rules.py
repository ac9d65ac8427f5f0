"""What loading refuses: the ids of its findings, and what each one asks for."""

from dossier.model.docs import RuleText

UNREADABLE = RuleText("unreadable", "Every file can be read, and no symbolic link leads out of the project.")
TOO_LARGE = RuleText("too-large", "A content file is at most 2 MiB, a text in `seeds/` at most 16 MiB.")
ENCODING = RuleText("encoding", "A file is UTF-8, without a byte order mark, control character or tab.")
SYNTAX = RuleText("yaml-syntax", "A content file is one YAML document: a mapping of keys to values.")
SECOND_DOCUMENT = RuleText("second-document", "A content file holds one YAML document, not two.")
ALIAS = RuleText("yaml-alias", "Values are written out: YAML aliases (`*name`) are refused.")
TAG = RuleText("yaml-tag", "Values are text, lists and mappings: YAML tags (`!!name`) are refused.")
NESTING = RuleText("nesting", "Values nest at most 16 deep.")
DUPLICATE_KEY = RuleText("duplicate-key", "A key stands once in its mapping.")
UNKNOWN_KEY = RuleText("unknown-key", "A record has the keys of its kind and no others.")
MISSING_KEY = RuleText("missing-key", "A record has every key its kind needs.")
WRONG_VALUE = RuleText("wrong-value", "A value has the form its key asks for.")
FILE_NAME = RuleText("file-name", "A record's file is named `<id>.yml`: lower-case ASCII letters, digits, hyphens.")
FOLDER = RuleText("unknown-folder", "A folder of `content/` is named after a kind.")
DUPLICATE_ID = RuleText("duplicate-id", "An id stands once within its kind, whatever the sub-folder.")
SEED_UNUSED = RuleText("seed-unused", "Every file in `seeds/` is the text of a source.")
SEED_MISSING = RuleText("seed-missing", "The text that a source names is in `seeds/`.")

LOAD_RULE_TEXTS: tuple[RuleText, ...] = (
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
