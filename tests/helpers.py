"""What tests of all packages share."""

from collections.abc import Collection


def nonempty(items):
    """Return the items, those of an iterator as a list, for assertions about each of them; fail if there are none."""
    collected = items if isinstance(items, Collection) else list(items)
    assert collected, "there is nothing to look at"
    return collected
