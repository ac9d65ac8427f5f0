"""The names, docstrings and prose of the repository follow the style that `tests/style.py` checks."""

import pytest

from tests import style


@pytest.mark.parametrize("check", style.CHECKS, ids=lambda check: check.__name__)
def test_there_is_no_breach(check):
    breaches = list(check())
    assert not breaches, "\n".join(["", *breaches])
