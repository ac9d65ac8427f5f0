"""The languages of the words on a page that are not the page's own, such as a passage of a source in Arabic.

Such words have their own `lang`, so that browsers speak, hyphenate and draw them as theirs, and are isolated, so that
text from right to left does not reorder a date or a count beside it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from dossier.graph import Graph
from dossier.model.citation import Citation
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.passage import Translation
from dossier.model.record import Record
from dossier.render.markdown import Markdown, escape_attribute, escape_block
from dossier.text.interface import gettext as _


def language_of(graph: Graph, words_of: Record | Citation) -> str | None:
    """Return the language of a passage, or of the words that a record is called by; None if it is the page's.

    A source is called by its own title and a quote by its words, all other records by words of the editor.
    """
    if isinstance(words_of, Citation):
        source_id = words_of.passage.source
    elif isinstance(words_of, Quote) and words_of.passages:
        source_id = words_of.passages[0].source
    elif isinstance(words_of, Source):
        source_id = words_of.id
    else:
        return None
    source = graph.dossier.by_key.get(f"source:{source_id}")
    language = graph.dossier.language_of(source) if isinstance(source, Source) else None
    return None if language == graph.dossier.settings.language else language


def in_language(text: object, language: str | None) -> Markdown:
    """Return text as Markdown that names its language, unless it is the page's (None); isolated as a whole."""
    escaped = escape_block(text)
    if not language and "<bdi>" not in escaped:
        return escaped
    attribute = f' lang="{escape_attribute(language)}"' if language else ""
    return Markdown(f"<bdi{attribute}>{_without_isolation(escaped)}</bdi>")


def _without_isolation(escaped: Markdown) -> Markdown:
    """Return Markdown without `<bdi>`: what is isolated does not count for the direction of the element around it."""
    return Markdown(escaped.replace("<bdi>", "").replace("</bdi>", ""))


def language_filters(graph: Graph) -> Mapping[str, Callable[..., Any]]:
    """Return the filters by name."""

    def as_written(text: object, words_of: Record | Citation) -> Markdown:
        """Return words of a record or passage in their own language."""
        return in_language(text, language_of(graph, words_of))

    def within_attributes(text: object, words_of: Record | Citation) -> Markdown:
        """Return such words for an element that has their `language_attributes`."""
        escaped = escape_block(text)
        return _without_isolation(escaped) if language_of(graph, words_of) else escaped

    def language_attributes(words_of: Record | Citation) -> Markdown:
        """Return the attributes of an HTML element with only such words: a space and `lang` and `dir`, or ""."""
        language = language_of(graph, words_of)
        return Markdown(f' lang="{escape_attribute(language)}" dir="auto"' if language else "")

    def translated(translation: Translation) -> Markdown:
        """Return the words of a translation in their language, and who translated them."""
        is_of_page = translation.language == graph.dossier.settings.language
        words = in_language(translation.text, None if is_of_page else translation.language)
        by = _("translation: %(by)s", by=escape_block(translation.by))
        return Markdown(f"{words} <small>({by})</small>")

    return {
        "translated": translated,
        "as_written": as_written,
        "language_attributes": language_attributes,
        "within_attributes": within_attributes,
    }
