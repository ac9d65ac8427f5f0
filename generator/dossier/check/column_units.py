"""The unit of a figure in a row of a table, where the name of its column gives it: `Price in euros: 1200000`."""

import re
from collections.abc import Iterator

from dossier.detect.detectors import Detectors
from dossier.detect.quantity_mentions import QuantityMention

MAX_LENGTH = 40
COLUMN_NAME = re.compile(rf"([^:;\n]{{1,{MAX_LENGTH}}}): $")
"""The name of a column before a value, in the row of a table."""
UNIT_OF_NAME = re.compile(r"[(\[]([^()\[\]]+)[)\]]$|(?:\bin|,)\s+(\S+)$")
"""The unit at the end of a name: `Price (EUR)`, `Share in %`, `Length, km`."""


def mentions_with_unit_of_column(
    mention: QuantityMention, text: str, detectors: Detectors
) -> Iterator[QuantityMention]:
    """Yield a mention in a text again, with the unit that the name of its column gives, if it gives one."""
    start = max(mention.start - MAX_LENGTH - len(": "), 0)
    column = COLUMN_NAME.search(text, start, mention.start)
    if column is None or mention.quantity.unit is not None:
        return
    name = column[1].strip()
    unit = UNIT_OF_NAME.search(name)
    for words in (name, unit[1] or unit[2]) if unit else (name,):
        for labelled in detectors.find_quantities(f"{mention.text} {words}"):
            if labelled.start == 0 and labelled.quantity.unit is not None:
                yield mention._replace(quantity=labelled.quantity)
