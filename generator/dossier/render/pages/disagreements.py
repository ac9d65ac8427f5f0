"""The index of disagreements: a section for each type, the weightiest disagreements as cards, the others as rows."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dossier.graph import Graph
from dossier.model.kinds.disagreement import Disagreement, Weight
from dossier.render.answers import DisagreementCard, disagreement_card, longest_answer
from dossier.render.charts.disagreement_glyphs import DISAGREEMENT_TYPES
from dossier.text.interface import gettext as _
from dossier.text.interface import gettext_noop

MAX_ANSWERS, MAX_IN_CARD, MAX_IN_ROW = 4, 150, 100
"""Answers of a question on the index, and the characters of one on a card and in a row; its page has all of them."""
MAX_ON_FRONT_PAGE, MAX_IN_FRONT_CARD = 3, 240
"""Disagreements on the front page and answers of each, and the characters of an answer."""
CARD_TYPES = ("contradiction", "attribution", "time")
"""The types that lead the index."""
MIN_CARDS = 6
"""The disagreements of a leading type that are on cards even where only a detail hangs on them."""
WEIGHTS: Sequence[Weight] = ("main", "minor", "wording")
"""The weights, the weightiest first. Those of wording have a section of their own."""
WORDING_HEADING = gettext_noop("Wording, names and spelling")
WORDING_MEANING = gettext_noop("Only names, spellings or shades of meaning differ.")


class DisagreementSection(NamedTuple):
    """The disagreements of one type, or those about wording. `glyph` is the type of its picture, if it has one."""

    id: str
    heading: str
    meaning: str
    glyph: str
    cards: Sequence[DisagreementCard]
    rows: Sequence[DisagreementCard]

    @property
    def size(self) -> int:
        """How many disagreements it has."""
        return len(self.cards) + len(self.rows)


def disagreement_sections(graph: Graph) -> list[DisagreementSection]:
    """Return the sections that have disagreements: by type, and last those about wording."""
    ordered = by_importance(graph, graph.visible_of(Disagreement))
    sections = []
    for id, type in DISAGREEMENT_TYPES.items():
        disagreements = [other for other in ordered if other.type == id and other.weight != "wording"]
        main = sum(other.weight == "main" for other in disagreements)
        on_cards = max(main, MIN_CARDS) if id in CARD_TYPES else main
        cards = _cards(graph, disagreements[:on_cards], MAX_IN_CARD)
        rows = _cards(graph, disagreements[on_cards:], MAX_IN_ROW)
        sections.append(DisagreementSection(id, type.name, type.meaning, id, cards, rows))
    wording = [other for other in ordered if other.weight == "wording"]
    rows = _cards(graph, wording, MAX_IN_ROW)
    sections.append(DisagreementSection("wording", _(WORDING_HEADING), _(WORDING_MEANING), "", (), rows))
    return [section for section in sections if section.size]


def by_importance(graph: Graph, disagreements: Iterable[Disagreement]) -> list[Disagreement]:
    """Return disagreements by weight, then by type, then by how many records refer to them, the most first."""
    types = list(DISAGREEMENT_TYPES)
    return sorted(
        disagreements,
        key=lambda disagreement: (
            WEIGHTS.index(disagreement.weight),
            types.index(disagreement.type),
            -len(graph.backlinks_of(disagreement)),
        ),
    )


def front_page_cards(graph: Graph) -> list[DisagreementCard]:
    """Return the cards of the weightiest disagreements; of equal ones, those with whole answers are first."""
    ordered = by_importance(graph, graph.visible_of(Disagreement))
    is_cut = {
        disagreement.id: longest_answer(graph, disagreement, MAX_ON_FRONT_PAGE) > MAX_IN_FRONT_CARD
        for disagreement in ordered
    }
    ordered.sort(key=lambda disagreement: (WEIGHTS.index(disagreement.weight), is_cut[disagreement.id]))
    return [
        disagreement_card(graph, disagreement, MAX_ON_FRONT_PAGE, MAX_IN_FRONT_CARD)
        for disagreement in ordered[:MAX_ON_FRONT_PAGE]
    ]


def _cards(graph: Graph, disagreements: Iterable[Disagreement], max_length: int) -> list[DisagreementCard]:
    return [disagreement_card(graph, disagreement, MAX_ANSWERS, max_length) for disagreement in disagreements]
