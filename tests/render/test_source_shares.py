"""Shares of sources: what little is based on a source is not nothing."""

import pytest
from dossier.model.kinds.source import Source
from dossier.render.pages.sources import SourceShare


@pytest.mark.parametrize(
    ("statements", "of_all", "shown"),
    [
        (0, 0, "0"),
        (0, 300, "0"),
        (1, 300, "under 1"),
        (3, 300, "1"),
        (150, 300, "50"),
        (298, 300, "over 99"),
        (3, 3, "100"),
    ],
)
def test_a_share_is_rounded_but_never_to_nothing_or_to_all(statements, of_all, shown):
    assert SourceShare(Source.model_construct(id="s"), statements, of_all).rounded == shown
