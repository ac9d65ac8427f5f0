"""What pages say of a rule and of a data file."""

from typing import NamedTuple


class RuleText(NamedTuple):
    """A rule: its id, what it asks for, and a case that passes and one that fails, where it gives them."""

    id: str
    says: str
    passes: str = ""
    fails: str = ""


class ExportText(NamedTuple):
    """A data file: its address below the site's root, and what it holds."""

    path: str
    says: str
