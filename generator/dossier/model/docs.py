"""What pages say of a rule, of a data file and of a command."""

from typing import NamedTuple


class RuleDoc(NamedTuple):
    """A rule: its id, what it asks for, and a case that passes and one that fails, where it gives them."""

    id: str
    summary: str
    passes: str = ""
    fails: str = ""


class ExportDoc(NamedTuple):
    """A format of the data: the address of its file below the site's root, what it contains, and how to use it.

    `example` is Python, run in the folder of the site; `group` is the heading it is listed under; `parts` are further
    files that readers open directly.
    """

    path: str
    summary: str
    example: str
    group: str = ""
    parts: tuple[str, ...] = ()
    media_type: str = "text/plain"


class ArgumentDoc(NamedTuple):
    """An argument of a command: how it is written, what it is for, what it may be, what it is if not given."""

    syntax: str
    summary: str
    choices: tuple[str, ...] = ()
    default: str = ""
    required: bool = False


class CommandDoc(NamedTuple):
    """A command as it is typed, as `dossier new`; what it does, its arguments, and lines that call it.

    `is_sort` is whether it is one sort of the command before it, as `dossier new quote`.
    """

    name: str
    summary: str
    arguments: tuple[ArgumentDoc, ...] = ()
    example: str = ""
    is_subcommand: bool = False

    @property
    def usage(self) -> str:
        """The command with what it cannot do without."""
        return " ".join([self.name, *(one.syntax for one in self.arguments if one.required)])
