"""Quantities as the detectors of every language return them, and whether they support a recorded one."""

from decimal import Decimal
from typing import NamedTuple

from dossier.model.quantity import Quantity, fraction_of
from dossier.model.units import is_measured, unit_meanings

VAGUE_AMOUNTS = (
    *("tens of thousands", "hundreds of thousands", "dozens", "scores", "hundreds", "thousands", "millions"),
    *("billions", "trillions", "lakhs", "crores", "tens", "tens of millions", "hundreds of millions"),
)
"""The vague amounts that are different from each other."""


class QuantityMention(NamedTuple):
    """A quantity, qualifier included, as `text[start:end]` of its text (code points, end-exclusive).

    `ordinal` is True for "second" and "21st"; `of` is 18 in "six of 18", which is one mention. `other` is a second way
    to read it: 30 metres for "30m", or 1/5 for "one out of five".
    """

    start: int
    end: int
    text: str
    quantity: Quantity
    ordinal: bool = False
    of: Decimal | None = None
    other: Quantity | None = None


def quantities_match(recorded: Quantity, mention: QuantityMention) -> bool:
    """Return whether a text's mention supports a recorded quantity.

    Figure and qualifier must be equal, and the unit if the text states one. "Six of 18" supports 18 too, "30m" 30 if
    the unit is metres, and two thirds 0.67 if the qualifier is `about`.
    """
    if mention.of is not None and recorded.qualifier == "exactly" and recorded.value == mention.of:
        return True
    if mention.other is not None and _supports(recorded, mention.other):
        return True
    is_metres = mention.other is not None and mention.other.unit == "metre"
    return not (is_metres and "metre" in unit_meanings(recorded.unit or "")) and _supports(recorded, mention.quantity)


def _supports(recorded: Quantity, stated: Quantity) -> bool:
    if stated[:4] != recorded[:4] and not _is_rounded(recorded, stated):
        return False
    return units_match(recorded.unit, stated.unit)


def _is_rounded(recorded: Quantity, stated: Quantity) -> bool:
    """Return whether a fraction that no decimal equals, such as 2/3, is recorded as about 0.67 or 0.667."""
    if recorded.value is None or stated.value is None or fraction_of(stated.value) is None:
        return False
    digits = -int(recorded.value.as_tuple().exponent)
    is_same = recorded.qualifier == stated.qualifier or (recorded.qualifier, stated.qualifier) == ("about", "exactly")
    return is_same and 2 <= digits <= 9 and recorded.value == round(stated.value, digits)


def units_match(recorded: str | None, stated: str | None) -> bool:
    """Return whether a record's unit can be the one that a text states next to the figure, if it states any."""
    if stated is None:
        return not is_measured(recorded)
    if stated == recorded:
        return True
    meanings = unit_meanings(recorded or "")
    return not unit_meanings(stated).isdisjoint(meanings) or ("degree" in meanings and stated.startswith("degree "))
