"""What a published record tells otherwise than at an earlier revision, it names in a new entry of its `corrections`.

Passes: `value: 567` where `main` has `value: 576`, and a new correction; a date that was not told yet.
Fails:  the same without a new correction, both published; a published record that is gone and not withdrawn.
Asked for by `dossier check --since main` alone.
"""

from collections.abc import Iterator

from dossier.claims.diff import diff_claims, missing_corrections
from dossier.graph import Graph
from dossier.model.finding import Finding, Location

ID = "missing-correction"
SHOWN = 60


def check(head: Graph, base: Graph, revision: str) -> Iterator[Finding]:
    """Every claim that readers were told in `base`, the state at `revision`, and are told no longer without a word."""
    for change in diff_claims(base, head):
        if "deleted" in change.flags:
            message = (
                f"`{change.entry.key}` was published at {revision} and is gone: keep it and say why in `withdrawn`"
            )
            yield Finding(Location(change.entry.path, 1, 1), ID, message)
        for one in missing_corrections(change):
            message = f"`{one.field}` was `{_shown(one.before or '')}` at {revision}: say so in `corrections`"
            yield Finding(change.entry.location(*one.path), ID, message)


def _shown(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
