"""Which types of relation show that two actors are on one side, or on different ones."""

from dossier.model.kinds.actor import RelationType

APART: tuple[RelationType, ...] = ("opposes", "does not recognise", "holds responsible")
"""Those that only actors of different sides have with each other."""
TOGETHER: tuple[RelationType, ...] = ("loyal to", "works for", "speaks for", "leads", "part of")
"""Those that only actors of one side have with each other."""
CLOSE: tuple[RelationType, ...] = (*TOGETHER, "supports", "member of", "recognises")
"""Those that actors of one side may have with each other."""
