"""A figure that a summary, title, question or position tells in digits stands in what its record rests on.

Passes: `567 had gone`, where a passage of the record, or of one that it names, says `567 dockers`.
Fails:  `576 had gone`. Arithmetic of the editor's own belongs in an assessment or a note.
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
    for one in iter_prose(graph, digits):
        said = [mention for mention in find_quantities(one.prose) if DIGIT.search(mention.text)]
        known = _known(graph, one.record) if said else []
        for mention in said:
            if mention.quantity not in known and not any(quantities_match(held, mention) for held in known):
                message = f"`{mention.text}` stands in no passage of this record, nor of those it names"
                yield Finding(one.at(mention.text), ID, message)


def _known(graph: Graph, record: ContentItem) -> list[Quantity]:
    """The quantities of the passages, and of the numbers among the records named."""
    held = [one.quantity for one in supporting_records(graph, record) if isinstance(one, Number)]
    mentions = [mention for text in supporting_texts(graph, record) for mention in find_quantities(text)]
    wholes = [Quantity("exactly", mention.of) for mention in mentions if mention.of is not None]
    return [*held, *wholes, *(mention.quantity for mention in mentions)]
