"""French: figures, dates, times, quotation marks and names."""

from dossier.detect.detectors import Detectors
from dossier.detect.fr.claims import CLAIMS
from dossier.detect.fr.content_words import CONTENT
from dossier.detect.fr.dates import DATES, TENSES, TIMES
from dossier.detect.fr.drafts import DRAFTS
from dossier.detect.fr.names import NAMES
from dossier.detect.fr.numbers import NUMBERS
from dossier.detect.fr.page_words import PAGE_WORDS
from dossier.detect.fr.plans import PLANS
from dossier.detect.fr.quantities import QUANTITIES
from dossier.detect.fr.relations import RELATIONS
from dossier.detect.fr.speech import BYLINE, NEGATION, PUBLICATION, SENTENCES, SPEECH
from dossier.detect.tabular.build import build_detectors
from dossier.detect.tabular.language_tables import LanguageTables


def make_detectors(language: str) -> Detectors:
    """Return the detectors for the French of a country."""
    return build_detectors(
        language,
        LanguageTables(
            locale=language,
            numbers=NUMBERS,
            quantities=QUANTITIES,
            dates=DATES,
            times=TIMES,
            tenses=TENSES,
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
        ),
    )
