"""Whether a quantity in a text is the one that an editor holds."""

from dossier.detect.quantities import QuantityMention
from dossier.model.quantity import Quantity, is_known_unit


def agrees(held: Quantity, mention: QuantityMention) -> bool:
    """The same figure and bound; the same unit where the text has one; the whole of which `six of 18` counts six."""
    if mention.of is not None and held.qualifier == "exactly" and held.value == mention.of:
        return True
    said = mention.quantity
    if said[:4] != held[:4]:
        return False
    return said.unit == held.unit if said.unit is not None else not is_known_unit(held.unit)
