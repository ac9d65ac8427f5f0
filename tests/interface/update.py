"""Bring the catalogues of the interface up to date with the code: `python -m tests.interface.update [LANGUAGE]`.

Messages that are new or have changed are without a translation afterwards, and listed; those that no code has any more
are removed. A language without a catalogue gets one.
"""

import ast
import re
import sys
from io import BytesIO
from pathlib import Path

import dossier
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po
from dossier.model.terms import closed_lists

PACKAGE = Path(dossier.__file__).parent
LOCALE = PACKAGE / "locale"
METHODS = [("**/templates/**.j2", "jinja2.ext:babel_extract"), ("theme/**.html", "jinja2.ext:babel_extract")]
METHODS += [("assets/*.js", "javascript"), ("**.py", "tests.interface.update:python_messages")]
JINJA = {"trimmed": "true", "newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true"}
OPTIONS = {pattern: JINJA for pattern, method in METHODS if "jinja2" in method}
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_noop"), (1, 2)),
    "pgettext": ((1, "c"), 2),
}

PLACEHOLDERS = re.compile(r'^"(?:Project|Report|POT|PO|Last|Language-Team|Generated).*\n', re.MULTILINE)
"""Fields of the header that say nothing here."""


def python_messages(file, keywords, comment_tags, options):
    """Yield the messages of a Python file for Babel, whose own reader misses those inside f-strings."""
    for node in ast.walk(ast.parse(file.read())):
        name = isinstance(node, ast.Call) and getattr(node.func, "id", "")
        if name in keywords:
            yield node.lineno, name, tuple(map(_literal, node.args)), []


def _literal(argument):
    return argument.value if isinstance(argument, ast.Constant) else None


def iter_messages():
    """Yield each message in the code, or its two forms, with its context and the file that has it."""
    for path, _, message, _, context in extract_from_dir(PACKAGE, METHODS, OPTIONS, keywords=KEYWORDS):
        yield message, context, path


def extract():
    """Return a catalogue of all messages in the code, with the files that have them."""
    catalogue = Catalog(charset="utf-8")
    for message, context, path in iter_messages():
        catalogue.add(message, None, [(path, None)], context=context)
    for name, values in closed_lists().items():
        for value in values:
            catalogue.add(value, None, [("model/terms.py", None)], context=name)
    return catalogue


def catalogue_file(language):
    return LOCALE / language / "LC_MESSAGES" / "dossier.po"


def read(language):
    """Return the catalogue of a language as its file has it."""
    with catalogue_file(language).open("rb") as file:
        return read_po(file, locale=language)


def missing(catalogue):
    """Return the messages without a translation."""
    return [message.id for message in catalogue if message.id and (message.fuzzy or not all(forms(message)))]


def forms(message):
    """Return the translation of a message, or its translations by plural form."""
    return message.string if isinstance(message.string, tuple | list) else (message.string,)


def _new(language):
    comment = f"# The words of the interface: {Locale.parse(language).english_name}."
    return Catalog(language, header_comment=comment, charset="utf-8", fuzzy=False)


def update(language):
    """Write the catalogue of a language, with the messages of the code; return those without a translation."""
    file = catalogue_file(language)
    catalogue = read(language) if file.is_file() else _new(language)
    catalogue.update(extract(), no_fuzzy_matching=True, update_creation_date=False)
    file.parent.mkdir(parents=True, exist_ok=True)
    buffer = BytesIO()
    write_po(buffer, catalogue, width=120, sort_output=True, ignore_obsolete=True, include_lineno=False)
    file.write_text(PLACEHOLDERS.sub("", buffer.getvalue().decode()), "utf-8")
    return missing(catalogue)


if __name__ == "__main__":
    for language in sys.argv[1:] or sorted(folder.name for folder in LOCALE.iterdir()):
        for message in update(language):
            sys.stdout.write(f"{language}: {message!r}\n")
