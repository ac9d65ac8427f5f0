"""How words reached us, in one line: the sources that we read, and those behind them whom they all credit."""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from dossier.model.citation import Citation

Links = tuple[str, ...]
"""The links of an attribution, from the source that was read back to who said it first."""


class Relay(NamedTuple):
    """Sources with one attribution. `citations` has a passage of each, `links` who is behind all its passages.

    `ways`: how many attributions go on from there, each a different way; 0 if none does.
    """

    citations: tuple[Citation, ...]
    links: Links
    ways: int


def find_relays(citations: Iterable[Citation], said_by: str | None = None) -> tuple[Relay, ...]:
    """Return how the words of passages reached us, each source once; `said_by` is left out where it is the last."""
    by_source: dict[str, list[Citation]] = {}
    for citation in citations:
        by_source.setdefault(citation.passage.source, []).append(citation)
    by_links: dict[tuple[Links, int], list[Citation]] = {}
    for passages in by_source.values():
        links, ways = _common_links([citation.passage.via for citation in passages])
        if not ways and links[-1:] == (said_by,):
            links = links[:-1]
        by_links.setdefault((links, ways), []).append(passages[0])
    return tuple(Relay(tuple(passages), links, ways) for (links, ways), passages in by_links.items())


def first_speakers(citations: Iterable[Citation]) -> tuple[str, ...]:
    """Return the ids of those who said something first, by these passages, each once.

    Who is credited in one passage, but only passes the words on in another, is not among them, unless all are such.
    """
    chains = [(citation.passage.source, *citation.passage.via) for citation in citations]
    relaying = {link for chain in chains for link in chain[:-1]}
    last = dict.fromkeys(chain[-1] for chain in chains)
    return tuple(link for link in last if link not in relaying) or tuple(last)


def _common_links(attributions: Sequence[Links]) -> tuple[Links, int]:
    """Return the links that attributions of one source share, and in how many ways those that have more go on.

    One that ends early is part of the longer ones.
    """
    distinct = sorted(set(attributions), key=len)
    longest = distinct[-1]
    different = [links for links in distinct if links != longest[: len(links)]]
    if not different:
        return longest, 0
    shared = tuple(links[0] for links in takewhile(_are_equal, zip(longest, *different, strict=False)))
    return shared, len({links[len(shared) :] for links in distinct if len(links) > len(shared)})


def _are_equal(links: Sequence[str]) -> bool:
    return len(set(links)) == 1
