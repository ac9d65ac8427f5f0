"""A figure in digits in a summary, title, question or position must appear in its record's evidence.

Passes: `567 had gone`, where a passage of the record, or of a linked record, says `567 dockers`.
Fails:  `576 had gone`. Put calculations of your own in an assessment or a note.
"""

import re
from collections.abc import Iterator
from string import digits

from dossier.check.prose import iter_prose, supporting_records, supporting_texts
from dossier.detect.quantities import find_quantities, quantities_match
from dossier.graph import Graph
from dossier.model.content_item import ContentItem
from dossier.model.finding import Finding
from dossier.model.kinds.number import Number
from dossier.model.quantity import Quantity

ID = "prose-figure-unsupported"
DIGIT = re.compile("[0-9]")


def check(graph: Graph) -> Iterator[Finding]:
    for prose in iter_prose(graph, digits):
        mentions = [mention for mention in find_quantities(prose.text) if DIGIT.search(mention.text)]
        supported = _supported_quantities(graph, prose.record) if mentions else []
        for mention in mentions:
            if mention.quantity in supported or any(quantities_match(quantity, mention) for quantity in supported):
                continue
            message = f"`{mention.text}` does not appear in this record's passages or those of linked records"
            yield Finding(prose.location(mention.text), ID, message)


def _supported_quantities(graph: Graph, item: ContentItem) -> list[Quantity]:
    """Return the quantities of the passages, and of the numbers among the linked records."""
    quantities = [record.quantity for record in supporting_records(graph, item) if isinstance(record, Number)]
    for text in supporting_texts(graph, item):
        for mention in find_quantities(text):
            quantities.append(mention.quantity)
            if mention.of is not None:
                quantities.append(Quantity("exactly", mention.of))
    return quantities
