"""How well the speakers of quotations are found: the annotated one accepted, the other names of the article rejected.

The corpus has an article a line, as JSON: its `text`, and its `quotes`, each with `start` and `end` (code points) and
the words that name its `speaker`. Only quotations whose speaker is named are counted.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from dossier.detect.en.named_entities import find_names
from dossier.detect.en.speakers import SPEAKERS


class Counts(NamedTuple):
    """How many speakers were tried and accepted, and how many other names were tried and rejected."""

    speakers: int
    accepted: int
    others: int
    rejected: int


def measure(corpus: Path) -> Counts:
    """Return the counts for a corpus."""
    results = [result for line in corpus.read_text("utf-8").splitlines() for result in _results(json.loads(line))]
    return Counts(len(results), *(sum(column) for column in zip(*results, strict=True)))


def _results(article: dict[str, object]) -> Iterator[tuple[int, int, int]]:
    """Yield for each quotation whether its speaker is accepted, how many other names there are, and are rejected."""
    text, quotes = article["text"], article["quotes"]
    assert isinstance(text, str) and isinstance(quotes, list)
    names = dict.fromkeys(mention.text for mention in find_names(text))
    for quote in quotes:
        speaker = [mention.text for mention in find_names(f"by {quote['speaker'] or ''}")]
        if speaker:
            near = "\n".join(SPEAKERS.find_speaker_texts(text, quote["start"], quote["end"]))
            own_words = _words(" ".join(speaker))
            others = [name for name in names if _words(name) and not _words(name) & own_words]
            yield _has(speaker[0], near), len(others), sum(not _has(name, near) for name in others)


def _words(name: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{3,}", name))


def _has(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the shares of the corpus that is named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="the corpus, in JSON Lines")
    counts = measure(parser.parse_args(arguments).corpus)
    sys.stdout.write(
        f"{counts.accepted} of {counts.speakers} speakers accepted ({counts.accepted / (counts.speakers or 1):.1%}), "
        f"{counts.rejected} of {counts.others} other names rejected ({counts.rejected / (counts.others or 1):.1%})\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
