"""Small pictures of the ways in which answers differ. Each is next to the name of its type, which says the same."""

from collections.abc import Mapping
from typing import NamedTuple

from dossier.model.terms import term
from dossier.render.markdown import Markdown
from dossier.text.interface import gettext, gettext_noop
from dossier.text.wording import upper_first


class DisagreementType(NamedTuple):
    """A way in which answers differ: its value, what it means, and the shapes of its picture, 56 by 24 units."""

    value: str
    explanation: str
    shapes: str

    @property
    def name(self) -> str:
        """Its name as a heading."""
        return upper_first(term(self.value, "Disagreement.type"))

    @property
    def meaning(self) -> str:
        """What it means, as a sentence."""
        return gettext(self.explanation)


DISAGREEMENT_TYPES: Mapping[str, DisagreementType] = {
    "contradiction": DisagreementType(
        "contradiction",
        gettext_noop("The answers cannot both be right."),
        '<path class="dossier-filled" d="M4 5l17 7-17 7zM52 5L35 12l17 7z"/><path d="M28 2v20"/>',
    ),
    "attribution": DisagreementType(
        "attribution",
        gettext_noop("They credit different people."),
        '<circle cx="9" cy="6" r="4"/><circle cx="9" cy="18" r="4"/><path d="M14 7l25 4M14 17l25-4"/>'
        '<circle class="dossier-filled" cx="45" cy="12" r="5"/>',
    ),
    "time": DisagreementType(
        "time",
        gettext_noop("The answers differ in time."),
        '<path d="M2 12h52M2 8v8M54 8v8"/><circle class="dossier-filled" cx="17" cy="12" r="5"/>'
        '<circle class="dossier-filled" cx="41" cy="12" r="5"/>',
    ),
    "scope": DisagreementType(
        "scope",
        gettext_noop("They measure slightly different things."),
        '<circle cx="21" cy="12" r="10"/><circle cx="35" cy="12" r="10"/>'
        '<path class="dossier-filled" d="M28 4.9a10 10 0 0 1 0 14.2 10 10 0 0 1 0-14.2z"/>',
    ),
    "precision": DisagreementType(
        "precision",
        gettext_noop("One answer is more precise than the other."),
        '<path d="M3 12h50M3 4v16M53 4v16"/><path class="dossier-filled" d="M23 8h12v8H23z"/>',
    ),
    "framing": DisagreementType(
        "framing",
        gettext_noop("Same facts, different wording or slant."),
        '<path d="M4 3h20v18H4z"/><circle cx="42" cy="12" r="10"/>'
        '<circle class="dossier-filled" cx="14" cy="12" r="4"/><circle class="dossier-filled" cx="42" cy="12" r="4"/>',
    ),
}
"""The types in the order of the index: the first three are about what happened, who said so and when."""


CONFIDENCE = ("low", "moderate", "high")


def draw_glyph(type: str) -> Markdown:
    """Return the picture of a type of disagreement; readers who cannot see it have the name next to it."""
    shapes = DISAGREEMENT_TYPES[type].shapes
    return Markdown(f'<svg class="dossier-glyph" viewBox="0 0 56 24" aria-hidden="true">{shapes}</svg>')


def confidence_meter(confidence: str) -> Markdown:
    """Return three bars, as many of them filled as the assessment is certain; the words are next to it."""
    level = CONFIDENCE.index(confidence)
    classes = ["dossier-filled" if step <= level else "dossier-open" for step in range(len(CONFIDENCE))]
    bars = "".join(f'<path class="{name}" d="M{step * 9 + 1} 1h6v10h-6z"/>' for step, name in enumerate(classes))
    return Markdown(f'<svg class="dossier-meter" viewBox="0 0 27 12" aria-hidden="true">{bars}</svg>')
