"""The words on built pages that are neither those of a dossier nor of the Spanish interface, to find those in English.

`python -m tests.interface.words SITE DOSSIER` lists them by page, for a site in Spanish.
"""

import re
import sys
from collections import defaultdict
from html import unescape
from pathlib import Path

import material
from babel import Locale
from lxml import html

from tests.interface.update import forms, read

WORD = re.compile(r"[^\W\d_]{2,}")
SHOWN_ATTRIBUTES = ("alt", "aria-label", "content", "data-label", "label", "placeholder", "summary", "title")
HIDDEN = ("script", "style", "template", "noscript", "code")
FOR_MACHINES = ("viewport", "og:type", "og:locale", "generator", "robots", "refresh")
"""The `name`, `property` or `http-equiv` of `meta` elements that nobody reads."""
CODE = re.compile("`[^`]*`")
FILE_NAME = re.compile(r"[\w/.-]*\w[/.]\w[\w/.-]*")


def words(text):
    return {word.casefold() for word in WORD.findall(text)}


def visible_texts(page):
    """Yield each text and attribute of an HTML page that a reader can see or hear, in the language of the page."""
    root = html.document_fromstring(page)
    language = root.get("lang")
    for element in root.iter():
        if _is_read(element, language):
            if not {element.get(name) for name in ("name", "property", "http-equiv")} & {*FOR_MACHINES}:
                yield from (element.get(name) for name in SHOWN_ATTRIBUTES if element.get(name))
            yield element.text or ""
        if element.tail and _is_read(element.getparent(), language):
            yield element.tail


def _is_read(element, language):
    """Return whether readers see the text of an element, in the language of the page."""
    around = [element, *element.iterancestors()]
    if any(not isinstance(part.tag, str) or part.tag in HIDDEN or part.get("translate") == "no" for part in around):
        return False
    return next(part.get("lang") for part in around if part.get("lang")) == language


def known_words(dossier):
    """Return the words of a dossier's files, of our Spanish catalogue, of the theme in Spanish, and of CLDR's names."""
    known = set()
    for file in [*dossier.glob("content/**/*"), *dossier.glob("seeds/*"), dossier / "mkdocs.yml"]:
        if file.is_file():
            known |= words(f"{file.relative_to(dossier)} {file.read_text('utf-8', 'ignore')}")
    for message in read("es"):
        for form in forms(message) if message.id else ():
            known |= words(CODE.sub(" ", unescape(form)))
    spanish = Locale("es")
    months = spanish.months["format"]["abbreviated"].values()
    known |= words(" ".join((*months, *spanish.languages.values(), *spanish.territories.values())))
    theme = Path(material.__file__).parent / "templates/partials/languages/es.html"
    return known | words(theme.read_text("utf-8"))


def unknown_words(site, dossier):
    """Return the words that are neither the dossier's nor Spanish, with the texts that have them, by page."""
    known, unknown = known_words(dossier), defaultdict(dict)
    for page in sorted(site.rglob("*.html")):
        for text in visible_texts(page.read_bytes()):
            for word in sorted(words(FILE_NAME.sub(" ", text)) - known):
                unknown[page.relative_to(site).as_posix()].setdefault(word, " ".join(text.split())[:120])
    return unknown


if __name__ == "__main__":
    shown = set()
    for page, texts in unknown_words(Path(sys.argv[1]), Path(sys.argv[2])).items():
        for word, text in texts.items():
            if (word, text) not in shown:
                sys.stdout.write(f"{page}: {word}: {text}\n")
            shown.add((word, text))
