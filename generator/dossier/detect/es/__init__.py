"""Spanish: figures, dates, times, names and quotations; the separators are those of the country of the language tag."""

from dossier.detect.detectors import Detectors
from dossier.detect.es.claims import CLAIMS
from dossier.detect.es.content_words import CONTENT
from dossier.detect.es.dates import DATES, TENSES, TIMES
from dossier.detect.es.drafts import DRAFTS
from dossier.detect.es.names import NAMES
from dossier.detect.es.numbers import NUMBERS
from dossier.detect.es.page_words import PAGE_WORDS
from dossier.detect.es.plans import PLANS
from dossier.detect.es.quantities import QUANTITIES
from dossier.detect.es.relations import RELATIONS
from dossier.detect.es.speech import BYLINE, NEGATION, PUBLICATION, SENTENCES, SPEECH
from dossier.detect.tabular.build import build_detectors
from dossier.detect.tabular.dialogue import find_quotations_with_dialogue
from dossier.detect.tabular.language_tables import LanguageTables


def make_detectors(language: str) -> Detectors:
    """Return the detectors for the Spanish of a country: `es-MX` has a decimal point, `es` and `es-VE` a comma."""
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
            find_quotations=find_quotations_with_dialogue,
        ),
    )
