"""What pages say of a rule and of a data file."""

from typing import NamedTuple


class RuleText(NamedTuple):
    """A rule: its id, what it asks for, and a case that passes and one that fails, where it gives them."""

    id: str
    says: str
    passes: str = ""
    fails: str = ""


class ExportText(NamedTuple):
    """A format of the data: the address of its file below the site's root, what it holds, and a use of it.

    `example` is Python, run in the folder of the site.
    """

    path: str
    says: str
    example: str
