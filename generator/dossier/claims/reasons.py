"""The reasons why a statement may say more or something else than its passages."""

from typing import Literal, NamedTuple

ReasonKind = Literal[
    "negation added", "negation dropped", "hedge dropped", "hedge added", "quantifier", "plan dropped", "plan added",
    "opposite", "superlative", "cause", "strength", "words", "language",
]  # fmt: skip
ALIGNED_WEIGHT, MIDDLE_WEIGHT, LOW_WEIGHT = 0.9, 0.45, 0.25
"""The weights of a difference with the same words around, with others, and one that may be none."""


class Reason(NamedTuple):
    """Why a statement may say more or something else than its passages.

    `words` are those of the statement that it is about, `passage_words` those of a passage; "" if there are none.
    `weight` is from 0 to 1; `is_aligned` is true if the words around are the same on both sides.
    """

    kind: ReasonKind
    message: str
    weight: float
    words: str = ""
    passage_words: str = ""
    is_aligned: bool = False


NOT_COMPARED = Reason("language", "not compared: it or a passage is in a language whose words are not read", LOW_WEIGHT)
