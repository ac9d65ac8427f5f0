"""Counts with their nouns."""


def pluralize(number: int, singular: str, plural: str | None = None) -> str:
    """Return `1 document`, `2 documents`; `plural` is the singular with an `s` unless given."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"
