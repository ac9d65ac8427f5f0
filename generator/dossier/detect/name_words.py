"""The words of a language by which rules tell the names of a statement from its other words."""

from dataclasses import dataclass

_NAME_PARTICLES_TEXT = "de del da do dos di du la le las los van von der den ter bin al el y e"
NAME_PARTICLES = frozenset(_NAME_PARTICLES_TEXT.split())
"""Words in lower case inside the names of people and places, which texts in other languages have too."""


@dataclass(frozen=True, eq=False)
class NameWords:
    """The words of one language; those in lower case unless said otherwise."""

    common: frozenset[str]
    """Words that are no names, even capitalised at the start of a sentence."""
    particles: frozenset[str]
    """Words inside a name: "de"."""
    articles: frozenset[str]
    """Words inside a name after a particle: "la" in "de la Torre"."""
    titles: frozenset[str]
    """Titles and roles before a name, as they are written in one: "President"."""
    reporting: frozenset[str]
    """Words by which a statement says who reports something: "says", "newspaper"."""
    abbreviations: frozenset[str] = frozenset()
    """Abbreviations whose full stop ends no sentence, as they are written, without it: "Dr"."""
    nationalities: frozenset[str] = frozenset()
    """Nationalities that are capitalised, as they are written."""
    never_common: frozenset[str] = frozenset()
    """Words that are names although they are common words in lower case, as they are written: "WHO"."""
    claims: frozenset[str] = frozenset()
    """Capitalised words that name nothing by themselves but claim something, as they are written: "Catholic", "CEO"."""
    numbered: frozenset[str] = frozenset()
    """Words of names that an ordinal may begin: "Division" in "82nd Airborne Division"."""
    joining: frozenset[str] = frozenset()
    """Particles that also join two names."""
    endings: tuple[str, ...] = ()
    """What a name may have added in a sentence: "s" in German."""
    mid_sentence: str = "x {}."
    """A sentence with a name at `{}`, so that it is not at the start."""
    finds_all: bool = True
    """Whether every name is found; where nouns are capitalised too, only those are that are certain."""
    takes_known: bool = True
    """Whether words of the dossier's names are looked for where a capital proves nothing."""
