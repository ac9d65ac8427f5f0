"""What is read in each language: the same table for the handbook and for the pages of a dossier."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from dossier.detect.detectors import Detectors
from dossier.text.interface import gettext_noop

Degree = Literal["yes", "in part", "no"]
DEGREES = (gettext_noop("yes"), gettext_noop("in part"), gettext_noop("no"))


class Ability(NamedTuple):
    """Something that is read, the rules that need it, and to which degree the detectors of a language read it."""

    id: str
    rules: tuple[str, ...]
    degree: Callable[[Detectors], Degree]
    is_checked: bool = True
    """Whether it shows on pages how far statements are checked; drafts help the editors alone."""


def _figures(detectors: Detectors) -> Degree:
    return "yes"


def _names(detectors: Detectors) -> Degree:
    if detectors.find_names is None or detectors.name_words is None:
        return "no"
    return "yes" if detectors.name_words.finds_all else "in part"


def _speakers(detectors: Detectors) -> Degree:
    return "no" if detectors.speakers is None else "yes"


def _status(detectors: Detectors) -> Degree:
    if detectors.reads_words:
        return "yes"
    return "no" if detectors.plans is None else "in part"


def _claims(detectors: Detectors) -> Degree:
    return "no" if detectors.claims is None else "yes"


def _relations(detectors: Detectors) -> Degree:
    return "no" if detectors.relations is None else "yes"


def _units(detectors: Detectors) -> Degree:
    return "no" if detectors.content is None and not detectors.reads_words else "yes"


def _drafts(detectors: Detectors) -> Degree:
    return "no" if detectors.draft_words is None or detectors.speaker_mentions is None else "yes"


def _words(detectors: Detectors) -> Degree:
    return "yes" if detectors.reads_words else "no"


ABILITIES = (
    Ability(
        "figures",
        (
            "number-figure-mismatch",
            "prose-figure-unsupported",
            "date-mismatch",
            "prose-date-unsupported",
            "prose-quote-unsupported",
            "impossible-date",
        ),
        _figures,
    ),
    Ability("names", ("prose-name-unsupported", "about-unsupported", "alias-not-a-name"), _names),
    Ability(
        "speakers",
        (
            "quote-speaker-unnamed",
            "attribution-unnamed",
            "attribution-differs",
            "missing-attribution",
            "source-credit-not-in-text",
        ),
        _speakers,
    ),
    Ability("status", ("status-mismatch",), _status),
    Ability("claims", ("statement-contradicts-passage",), _claims),
    Ability("relations", ("relation-type-unsupported",), _relations),
    Ability("units", ("unit-not-in-source", "measure-not-in-source", "mark-of-another-passage"), _units),
    Ability(
        "words",
        (
            "kind-unsupported",
            "precision-unsupported",
        ),
        _words,
    ),
    Ability("drafts", (), _drafts, is_checked=False),
)
"""What is read; the rules that are not listed need no words of a language."""


def degree_of(ability: Ability, detectors: Detectors | None) -> Degree:
    """Return to which degree something is read; in a language without detectors, nothing is."""
    return "no" if detectors is None else ability.degree(detectors)
