"""The words of a language around figures that measure nothing of the story: ages, and days counted from others."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AsideWords:
    """The words of a language around such figures, as patterns of whole words, whatever their case."""

    age_before: str
    """What is before an age: "aged", "una mujer de"."""
    age_after: str
    """What follows years that are an age: "-old", "de edad"."""
    distance_before: str
    """What is before a time that counts from another day: "hace"."""
    distance_after: str
    """What follows one: "after", "ago"."""
    people: str
    """Nouns that an age may follow after a comma: "his son, 24,"."""
    hour_before: str = r"(?!)"
    """What is before an hour without any other sign of one: "a las"."""
    age_joins: str = r"(?!)"
    """What may be between a comma and an age: "de"."""
