"""German quotation marks: „…“ and »…«; in Switzerland and in French words «…»."""

import re

from dossier.detect.quotations import QuotationMention, find_quotations

_POINTING_IN = re.compile(r"(?<![^\s(\[„“‚—–-])»(?=\w)|(?<=[\w.,!?…])«(?!\w)")
_TURNED = str.maketrans("»«", "«»")


def find_german_quotations(text: str) -> list[QuotationMention]:
    """Return the quotations of a text, whichever way its angle quotation marks point."""
    return find_quotations(_POINTING_IN.sub(lambda match: match[0].translate(_TURNED), text))
