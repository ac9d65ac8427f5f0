"""A comparison as JSON, for programs: stable, one format."""

import json
from typing import Any

from dossier.claims.diff import ClaimChange, Comparison, SourceCounts
from dossier.model.content_item import ContentItem
from dossier.model.record import Record


def claims_json(comparison: Comparison) -> str:
    """`base` and `head`, each with its findings and unreadable records; every change; the files of another form."""
    told = {
        "base": comparison.base._asdict(),
        "head": comparison.head._asdict(),
        "changes": [_change(one) for one in comparison.changes],
        "formatted": comparison.formatted,
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _change(change: ClaimChange) -> dict[str, Any]:
    return {
        "key": change.entry.key,
        "was": change.before.key if change.before else None,
        "path": change.entry.path,
        "became": change.became,
        "review": [_review(change.before), _review(change.after)],
        "flags": change.flags,
        "spread": [_spread(one) for one in change.spread],
        "differences": [{**one._asdict(), "path": list(one.path), "field": one.field} for one in change.differences],
    }


def _review(entry: ContentItem | None) -> str | None:
    return entry.review if isinstance(entry, Record) else None


def _spread(spread: SourceCounts) -> dict[str, Any]:
    return {"documents": spread.documents, "origins": spread.origins}
