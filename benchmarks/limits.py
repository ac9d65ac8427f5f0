"""The limits that the measurements must meet, in every run. What is not met is printed as not met."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from benchmarks.usage import Usage

MAX_OVER_STOCK = {1000: 0.35, 5000: 0.3}
"""Processor time of a cold build over that of stock MkDocs, by the number of records."""
MAX_OVER_PAGES_AND_HUGO = {5000: 0.85}
"""Elapsed time of a cold build over that of `dossier pages` and then Hugo."""
MAX_GROWTH = 1.3
"""Processor time of a cold build per record, over that at 1,000 records."""
MAX_MEMORY = {5000: 500}
"""MiB."""
MAX_REAL = 2.0
"""Seconds by the clock for a cold build of the dossier in this repository."""
MAX_PAGE = 30.0
"""Kilobytes of the page of a record, uncompressed, on average."""
MAX_PIPELINE = 1.0
"""Milliseconds of processor time per record before MkDocs gets the pages, without the rules."""
MAX_PIPELINE_WITH_COVERAGE = 1.5


class Limit(NamedTuple):
    """What is limited, the figure of each run, the greatest allowed, and the unit of both."""

    name: str
    figures: tuple[float, ...]
    maximum: float
    unit: str = ""

    @property
    def is_met(self) -> bool:
        """Whether every run met it."""
        return max(self.figures) <= self.maximum

    def __str__(self) -> str:
        verdict = "met" if self.is_met else "NOT MET"
        figures = ", ".join(f"{figure:.2f}" for figure in self.figures)
        return f"{verdict}: {self.name}: {figures}{self.unit}, at most {self.maximum}{self.unit}"


class Measured(NamedTuple):
    """What the limits of one size need. Each list has an item per run; those of contestants may be empty."""

    cold: Sequence[Usage]
    stock: Sequence[Usage] = ()
    pages_and_hugo: Sequence[Usage] = ()
    pipeline: Sequence[float] = ()
    """Seconds of processor time."""
    page_size: float = 0.0
    """Bytes."""


def check_limits(
    by_size: Mapping[int, Measured], real: Sequence[Usage] = (), *, coverage: bool = False
) -> Iterator[Limit]:
    """Yield every limit that applies to the measured sizes, and that of the dossier in this repository."""
    for size, measured in by_size.items():
        if size in MAX_OVER_STOCK and measured.stock:
            ratios = tuple(ours.cpu / other.cpu for ours, other in zip(measured.cold, measured.stock, strict=True))
            yield Limit(f"{size:,} records, processor time over stock MkDocs", ratios, MAX_OVER_STOCK[size])
        if size in MAX_OVER_PAGES_AND_HUGO and measured.pages_and_hugo:
            pairs = zip(measured.cold, measured.pages_and_hugo, strict=True)
            ratios = tuple(ours.wall / other.wall for ours, other in pairs)
            name = f"{size:,} records, elapsed time over dossier pages, then Hugo"
            yield Limit(name, ratios, MAX_OVER_PAGES_AND_HUGO[size])
        if size > 1000 and 1000 in by_size:
            pairs = zip(measured.cold, by_size[1000].cold, strict=True)
            growth = tuple(large.cpu / small.cpu / (size / 1000) for large, small in pairs)
            yield Limit(f"{size:,} records, processor time per record over that at 1,000", growth, MAX_GROWTH)
        if size in MAX_MEMORY:
            memory = tuple(usage.memory for usage in measured.cold)
            yield Limit(f"{size:,} records, memory", memory, MAX_MEMORY[size], " MiB")
        if size >= 1000 and measured.pipeline:
            maximum = MAX_PIPELINE_WITH_COVERAGE if coverage else MAX_PIPELINE
            figures = tuple(seconds / size * 1000 for seconds in measured.pipeline)
            yield Limit(f"{size:,} records, processor time before MkDocs, per record", figures, maximum, " ms")
        if size >= 1000:
            yield Limit(f"{size:,} records, page of a record", (measured.page_size / 1000,), MAX_PAGE, " KB")
    if real:
        yield Limit("the dossier in this repository, elapsed time", tuple(usage.wall for usage in real), MAX_REAL, " s")
