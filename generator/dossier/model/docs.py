"""What pages say of a rule, of a data file and of a command."""

from typing import NamedTuple


class RuleText(NamedTuple):
    """A rule: its id, what it asks for, and a case that passes and one that fails, where it gives them."""

    id: str
    says: str
    passes: str = ""
    fails: str = ""


class ExportText(NamedTuple):
    """A format of the data: the address of its file below the site's root, what it holds, and a use of it.

    `example` is Python, run in the folder of the site; `group` is what it is taken for; `parts` are the files of its
    that readers open by themselves.
    """

    path: str
    says: str
    example: str
    group: str = ""
    parts: tuple[str, ...] = ()


class ArgumentText(NamedTuple):
    """An argument of a command: how it is written, what it is for, what it may be, what it is if not given."""

    written: str
    says: str
    choices: tuple[str, ...] = ()
    default: str = ""
    needed: bool = False


class CommandText(NamedTuple):
    """A command as it is typed, as `dossier new`; what it does, its arguments, and lines that call it.

    `is_sort` is whether it is one sort of the command before it, as `dossier new quote`.
    """

    name: str
    says: str
    arguments: tuple[ArgumentText, ...] = ()
    example: str = ""
    is_sort: bool = False

    @property
    def line(self) -> str:
        """The command with what it cannot do without."""
        return " ".join([self.name, *(one.written for one in self.arguments if one.needed)])
