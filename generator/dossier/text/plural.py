"""Counts in words."""


def pluralize(number: int, singular: str, plural: str | None = None) -> str:
    """`1 document`, `2 documents`."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"
