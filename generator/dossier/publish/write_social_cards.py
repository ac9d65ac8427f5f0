"""Social cards as files of a site; those that the last site has already are copied, not drawn again."""

from pathlib import Path

from dossier.graph import Graph
from dossier.pipeline import page_cards
from dossier.render.card_drawing import draw_card, has_key


def write_social_cards(graph: Graph, site: Path, last_site: Path) -> int:
    """Write the cards of all pages to a site; return how many were drawn."""
    drawn = 0
    for card in page_cards(graph):
        old, new = last_site / card.path, site / card.path
        image = old.read_bytes() if old.is_file() else b""
        if not has_key(image, card.key):
            image = draw_card(card.words, card.key)
            drawn += 1
        new.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(image)
    return drawn
