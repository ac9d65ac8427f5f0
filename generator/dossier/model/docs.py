"""Documentation of rules, export formats and commands, as pages and help texts show it."""

from typing import NamedTuple


class RuleDoc(NamedTuple):
    """A rule: its id, what it requires, and a case that passes and one that fails, if its documentation has them."""

    id: str
    summary: str
    passes: str = ""
    fails: str = ""


class ColumnDoc(NamedTuple):
    """A column of a table: its name, its type and what it contains."""

    name: str
    type: str
    summary: str


class TableDoc(NamedTuple):
    """A table that a format describes: its name or path, what a row is, and its columns."""

    name: str
    summary: str
    columns: tuple[ColumnDoc, ...]


class ExportDoc(NamedTuple):
    """A format of the data: the address of its file below the site's root, what it contains, and how to use it.

    `example` is Python, run in the folder of the site; `group` is the heading it is listed under; `parts` are further
    files that readers open directly; `tables` are those whose columns the data page lists.
    """

    path: str
    summary: str
    example: str
    group: str = ""
    parts: tuple[str, ...] = ()
    media_type: str = "text/plain"
    tables: tuple[TableDoc, ...] = ()


class ArgumentDoc(NamedTuple):
    """An argument or option of a command; `syntax` is how it is written, as `--root DIR`."""

    syntax: str
    summary: str
    choices: tuple[str, ...] = ()
    default: str = ""
    required: bool = False


class CommandDoc(NamedTuple):
    """A command; `name` is how it is called, as `dossier new`, and `example` has command lines that use it.

    `is_subcommand` is whether it belongs to the command before it, as `dossier new quote`.
    """

    name: str
    summary: str
    arguments: tuple[ArgumentDoc, ...] = ()
    example: str = ""
    is_subcommand: bool = False

    @property
    def usage(self) -> str:
        """The command line with its required arguments."""
        return " ".join([self.name, *(argument.syntax for argument in self.arguments if argument.required)])
