"""The unit of a figure in a row of a table, where the name of its column gives it: `Price in euros: 1200000`."""

import re
from collections.abc import Iterator

from dossier.detect.detectors import Detectors
from dossier.detect.quantity_mentions import QuantityMention

MAX_LENGTH = 40
COLUMN_NAME = re.compile(rf"([^:;\n]{{1,{MAX_LENGTH}}}): $")
"""The name of a column before a value, in the row of a table."""
QUOTED_VALUE = re.compile(r'(?:^|; )[^:;\n]+: ("(?:[^"\n]|"")*")(?=; |$)', re.MULTILINE)
"""A value in quotation marks: what looks like the name of a column in it is none."""
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
    if _is_in_quoted_value(mention.start, text):
        return
    name = column[1].strip()
    unit = UNIT_OF_NAME.search(name)
    for words in (name, unit[1] or unit[2]) if unit else (name,):
        for labelled in detectors.find_quantities(f"{mention.text} {words}"):
            if labelled.start == 0 and labelled.quantity.unit is not None:
                yield mention._replace(quantity=labelled.quantity)


def _is_in_quoted_value(start: int, text: str) -> bool:
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    values = QUOTED_VALUE.finditer(text, line_start, line_end if line_end >= 0 else len(text))
    return any(value.start(1) <= start < value.end(1) for value in values)
