"""How a text counts somebody with a side, by the side's name."""

import re
from functools import cache

from dossier.check.names import simplify_name
from dossier.check.places import ARTICLE
from dossier.model.dossier import Side

_MEMBERSHIP = (
    r"(?<!not )\b(?:counted (?:with|among|as)|(?:is|are) (?:an?|one of|part of|members? of|among|with)|belongs? to|"
    r"members? of|part of|one of|sid(?:es?|ed|ing) with|joined|as an?) (?:the )?(?:side of (?:the )?)?"
)
"""The words before the name of a side to which somebody belongs."""
_PARTS = re.compile(r",\s*|\s+(?:and|or)\s+")
"""What joins the parts of a side's name, each of which may be its name in short."""
_DEPENDENT = ("its ", "their ", "his ", "her ", "other ")
"""The beginnings of parts that are no name by themselves: `and its supporters`."""


@cache
def membership_pattern(side: Side) -> re.Pattern[str]:
    """Return a pattern for words that count somebody with a side, in a simplified text."""
    parts = [part for part in _PARTS.split(side.name) if not part.casefold().startswith(_DEPENDENT)]
    plain = (simplify_name(name.replace("-", " ")) for name in (side.name, side.id, *parts))
    names = "|".join(re.escape(ARTICLE.sub("", name).removesuffix("s")) + "s?" for name in plain)
    return re.compile(
        rf"{_MEMBERSHIP}(?:{names})(?!\w)|\b(?:on|takes?|took) (?:the )?(?:{names})(?:'s?)? side\b", re.IGNORECASE
    )
