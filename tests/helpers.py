"""What tests of all packages share."""

import hashlib
from collections.abc import Collection


def nonempty(items):
    """Return the items, those of an iterator as a list, for assertions about each of them; fail if there are none."""
    collected = items if isinstance(items, Collection) else list(items)
    assert collected, "there is nothing to look at"
    return collected


def source_fields(title, text):
    """Return the fields of a published source of which no rule finds anything, whose text is in `text.txt`."""
    return {
        "title": title,
        "kind": "news",
        "text": "text.txt",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "published": {"date": "2019-02-01", "basis": {"reasoning": "…"}},
        "grade": {"letter": "C", "reason": "[^editor]"},
        "rights": {"show": "whole", "statement": "…"},
        "summary": "…[^editor]",
        "review": "published",
    }
