"""Portuguese: figures, dates, times, quotation marks, dialogue dashes and names, of Portugal and of Brazil."""

from dossier.detect.detectors import Detectors
from dossier.detect.pt.claims import CLAIMS
from dossier.detect.pt.content_words import CONTENT
from dossier.detect.pt.dates import DATES, TENSES, TIMES
from dossier.detect.pt.drafts import DRAFTS
from dossier.detect.pt.names import NAMES
from dossier.detect.pt.numbers import NUMBERS
from dossier.detect.pt.page_words import PAGE_WORDS
from dossier.detect.pt.plans import PLANS
from dossier.detect.pt.quantities import QUANTITIES
from dossier.detect.pt.relations import RELATIONS
from dossier.detect.pt.speech import BYLINE, NEGATION, PUBLICATION, SENTENCES, SPEECH
from dossier.detect.tabular.build import build_detectors
from dossier.detect.tabular.dialogue import find_quotations_with_dialogue
from dossier.detect.tabular.language_tables import LanguageTables


def make_detectors(language: str) -> Detectors:
    """Return the detectors for the Portuguese of a country."""
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
