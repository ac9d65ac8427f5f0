"""German: figures, dates, times, quotation marks, and the names that are certain, as all nouns are capitalised."""

from dossier.detect.de.claims import CLAIMS
from dossier.detect.de.content_words import CONTENT
from dossier.detect.de.dates import DATES, TIMES
from dossier.detect.de.drafts import DRAFTS
from dossier.detect.de.names import NAMES
from dossier.detect.de.numbers import NUMBERS
from dossier.detect.de.page_words import PAGE_WORDS
from dossier.detect.de.plans import PLANS
from dossier.detect.de.quantities import QUANTITIES
from dossier.detect.de.quotation_marks import find_german_quotations
from dossier.detect.de.relations import RELATIONS
from dossier.detect.de.speech import BYLINE, NEGATION, PUBLICATION, SENTENCES, SPEECH
from dossier.detect.detectors import Detectors
from dossier.detect.tabular.build import build_detectors
from dossier.detect.tabular.language_tables import LanguageTables


def make_detectors(language: str) -> Detectors:
    """Return the detectors for the German of a country: `de-CH` has a decimal point and groups by apostrophes."""
    return build_detectors(
        language,
        LanguageTables(
            locale=language,
            numbers=NUMBERS,
            quantities=QUANTITIES,
            dates=DATES,
            times=TIMES,
            names=NAMES,
            sentences=SENTENCES,
            negation=NEGATION,
            byline=BYLINE,
            page=PAGE_WORDS,
            plans=PLANS,
            drafts=DRAFTS,
            claims=CLAIMS,
            content=CONTENT,
            relations=RELATIONS,
            publication=PUBLICATION,
            speech=SPEECH,
            find_quotations=find_german_quotations,
        ),
    )
