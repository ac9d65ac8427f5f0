"""The languages that are read, and which detectors read a text; no other language is read as one of these."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module

from dossier.detect.claim_words import ClaimReader
from dossier.detect.detectors import Detectors
from dossier.detect.labelled_speech import with_labelled_speech
from dossier.detect.page_words import PageWords, merge_page_words
from dossier.detect.quotations import QuotationMention, find_quotations
from dossier.detect.sentences import USUAL_SENTENCES
from dossier.detect.speech import SpeakerFinder
from dossier.model.dossier import Dossier
from dossier.model.kinds.number import Number
from dossier.model.kinds.source import Source
from dossier.model.quantity import Quantity
from dossier.model.record import Record
from dossier.text.spans import Bounds

LANGUAGES = (
    "de",
    "en",
    "es",
    "fr",
    "pt",
)
"""The languages with a folder beside this file, whose `make_detectors` takes a tag such as `es-MX`."""


@cache
def detectors_for(language: str) -> Detectors | None:
    """Return the detectors for a language tag such as `en-GB`; None for a language that is not read."""
    primary = language.partition("-")[0].lower()
    if primary not in LANGUAGES:
        return None
    detectors: Detectors = import_module(f"dossier.detect.{primary}").make_detectors(language)
    return detectors


def prose_detectors(dossier: Dossier) -> Detectors | None:
    """Return the detectors for what the editors write, which is in the dossier's language."""
    return detectors_for(dossier.settings.language)


def source_detectors(dossier: Dossier, source: Record | None) -> Detectors | None:
    """Return the detectors for the text of a source; of any other record, those for the dossier's language."""
    return detectors_for(dossier.language_of(source) if isinstance(source, Source) else dossier.settings.language)


def reads_words(dossier: Dossier, source: Record | None = None) -> bool:
    """Return whether verbs and nouns of a source's language, or else of the dossier's, are read."""
    detectors = source_detectors(dossier, source)
    return detectors is not None and detectors.reads_words


def claim_reader(dossier: Dossier, source: Record | None = None) -> ClaimReader | None:
    """Return what reads the claims of a source's language, or else of the dossier's; None if these are not read."""
    detectors = source_detectors(dossier, source)
    return detectors.claims if detectors else None


def speakers_of(dossier: Dossier, source: Record | None) -> SpeakerFinder | None:
    """Return what finds the speakers of a source's text; None if its language is not read so far."""
    detectors = source_detectors(dossier, source)
    return detectors.speakers if detectors else None


def find_sentences_in(text: str, detectors: Detectors | None) -> Iterator[Bounds]:
    """Yield the sentences of a text; in a language that is not read, only letters are abbreviations."""
    return (detectors.find_sentences if detectors else USUAL_SENTENCES.find)(text)


def recorded_quantity(dossier: Dossier, number: Number) -> Quantity:
    """Return the quantity of a number, its unit as the model names it: "year" for "años" in a Spanish dossier."""
    detectors, quantity = prose_detectors(dossier), number.quantity
    return quantity._replace(unit=detectors.unit_name(quantity.unit)) if detectors and quantity.unit else quantity


def notes_of(detectors: Detectors | None) -> frozenset[str]:
    """Return the words before a colon that say what a line is about, not who speaks, such as "photo"."""
    return detectors.page.notes if detectors else frozenset()


@cache
def page_words_for(language: str) -> PageWords:
    """Return the words around the texts of pages in a language, with those of English, which other pages have too."""
    found = (detectors_for(tag) for tag in dict.fromkeys((language, "en")))
    return merge_page_words(detectors.page for detectors in found if detectors)


def find_quotations_in(text: str, detectors: Detectors | None, *, is_recording: bool = False) -> list[QuotationMention]:
    """Return the quotations of a text: those in marks, and the labelled speech of a transcript or a recording.

    The marks of a language that is not read are those of most languages.
    """
    marked = (detectors.find_quotations if detectors else find_quotations)(text)
    return with_labelled_speech(text, marked, notes_of(detectors), is_recording=is_recording)[0]
