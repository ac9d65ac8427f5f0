"""Coverage: which quotations, quantities, dates and names of the texts the records account for."""

from generator.cover.cover import cover

__all__ = ["cover"]
