"""The ids of drafts: words of the text, and a number where they are taken."""

import re
from collections.abc import Collection
from itertools import count

from dossier.editor.find_record import plain_name
from dossier.model.base import is_id

_WORD = re.compile("[a-z0-9]+")
_MAX_LENGTH = 60
"""Of the id that a draft gets, without its number."""
_MARKS = "“”\"'‘’«»,;:.!?()[]"
NO_WORDS = "unnamed"


def slug(text: str, max_words: int = 6) -> str:
    """Return an id made of the first words of a text: `juan-guaido`; `NO_WORDS` if it has no Latin letter or digit."""
    words = _WORD.findall(plain_name(text).replace("'", ""))
    return "-".join(words[:max_words])[:_MAX_LENGTH].strip("-") or NO_WORDS


def main_words(text: str, small: Collection[str]) -> list[str]:
    """Return the words of a text but small ones, such as articles: those that an id is made of."""
    words = [word.strip(_MARKS) for word in text.split()]
    return [word for word in words if word[:1].isalnum() and word.casefold() not in small]


def free_id(wanted: str, used: set[str]) -> str:
    """Return an id that is not used yet, with a number if needed, and add it to the used ones."""
    candidates = (f"{wanted}-{number}" if number > 1 else wanted for number in count(1))
    id = next(candidate for candidate in candidates if candidate not in used and is_id(candidate))
    used.add(id)
    return id
