"""What the definitions of commands share: the option `--root`, groups in a chosen order, examples."""

from collections.abc import Iterator
from pathlib import Path

import click

from dossier.model.errors import UserError

PROGRAM = "dossier"
"""The program's name on the command line."""


def _require_content(context: click.Context, parameter: click.Parameter, root: Path) -> Path:
    """Return the folder of a dossier; raise UserError for a folder without `content/`.

    A group hands the folder on to its subcommands as the default of their own `--root`, so that their `--help` works
    in any folder.
    """
    if isinstance(context.command, click.Group):
        context.default_map = _root_of_subcommands(context, context.command, root)
    elif not (root / "content").is_dir():
        raise UserError(f"no content/ in {root.resolve()}; use --root DIR")
    return root


def _hand_on_root(context: click.Context, parameter: click.Parameter, root: Path | None) -> None:
    """Make the folder the default of the `--root` of every command."""
    if root is not None and isinstance(context.command, click.Group):
        context.default_map = _root_of_subcommands(context, context.command, root)


def _root_of_subcommands(context: click.Context, group: click.Group, root: Path) -> dict[str, dict[str, Path]]:
    return {name: {"root": root} for name in group.list_commands(context)}


root_option = click.option(
    "--root",
    type=click.Path(path_type=Path),
    default=Path(),
    callback=_require_content,
    metavar="DIR",
    help="the dossier's folder (default: current directory)",
)
"""The folder of an existing dossier, for every command that works on one."""


program_root_option = click.option(
    "--root",
    type=click.Path(path_type=Path),
    callback=_hand_on_root,
    expose_value=False,
    metavar="DIR",
    help="the dossier's folder; may be given after the command too",
)
"""The same option before the name of a command."""


ignored_root_option = click.option(
    "--root",
    type=click.Path(path_type=Path),
    expose_value=False,
    metavar="DIR",
    help="accepted, but not used: this command needs no dossier",
)
"""The same option for a command that works on no dossier, so that it may be given to every command."""


class OrderedGroup(click.Group):
    """A group whose help lists the commands in the order in which they were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(self.commands)


def examples(*lines: str) -> str:
    """Return the epilog of a command's help that shows these command lines."""
    title = "Example:" if len(lines) == 1 else "Examples:"
    return "\n".join(["\b", title, *(f"  {line}" for line in lines)])


def example_lines(command: click.Command) -> Iterator[str]:
    """Yield the command lines that the help of a command shows."""
    for line in (command.epilog or "").splitlines():
        if line.strip().startswith(f"{PROGRAM} "):
            yield line.strip()
