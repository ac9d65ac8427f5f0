"""The commands with their options as plain data, from which completion makes them again without loading the program."""

from typing import Any

import click

from dossier.cli.parameter_types import Described, RecordId

Tree = dict[str, Any]


def tree_of(command: click.Command) -> Tree:
    """Return a command, its parameters and its subcommands as data that JSON can hold."""
    tree: Tree = {
        "name": command.name,
        "help": command.get_short_help_str(80),
        "parameters": [_parameter_tree(parameter) for parameter in command.params],
    }
    if isinstance(command, click.Group):
        context = click.Context(command)
        names = command.list_commands(context)
        subcommands = [found for name in names if (found := command.get_command(context, name))]
        tree["commands"] = [tree_of(subcommand) for subcommand in subcommands]
    return tree


def command_of(tree: Tree) -> click.Command:
    """Return the command that a tree describes; it can be completed, not run."""
    parameters = [_parameter_of(parameter) for parameter in tree["parameters"]]
    if "commands" not in tree:
        return click.Command(tree["name"], params=parameters, help=tree["help"])
    group = _Group(tree["name"], params=parameters, help=tree["help"])
    for subcommand in tree["commands"]:
        group.add_command(command_of(subcommand))
    return group


class _Group(click.Group):
    """A group that lists its commands in their order."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


def _parameter_tree(parameter: click.Parameter) -> Tree:
    tree: Tree = {"name": parameter.name, "opts": parameter.opts, "nargs": parameter.nargs, "type": {}}
    if isinstance(parameter, click.Option):
        tree |= {"help": parameter.help, "is_flag": parameter.is_flag, "multiple": parameter.multiple}
    type = parameter.type
    if isinstance(type, click.Choice):
        tree["type"] = {"choices": list(type.choices)}
    elif isinstance(type, RecordId):
        tree["type"] = {"kinds": list(type.kinds), **type.options()}
    elif isinstance(type, Described):
        tree["type"] = {"described": dict(type.values)}
    elif isinstance(type, click.Path):
        tree["type"] = {"is_folder": type.file_okay is False or parameter.name == "root"}
    return tree


def _parameter_of(tree: Tree) -> click.Parameter:
    if "help" not in tree:
        return click.Argument(tree["opts"], nargs=tree["nargs"], type=_type_of(tree["type"]), required=False)
    if tree["is_flag"]:
        return click.Option([tree["name"], *tree["opts"]], is_flag=True, help=tree["help"])
    names, type = [tree["name"], *tree["opts"]], _type_of(tree["type"])
    return click.Option(names, nargs=tree["nargs"], multiple=tree["multiple"], type=type, help=tree["help"])


def _type_of(tree: Tree) -> click.ParamType[Any]:
    if "choices" in tree:
        return click.Choice(tree["choices"])
    if "kinds" in tree:
        kinds, options = tree["kinds"], {name: value for name, value in tree.items() if name != "kinds"}
        return RecordId(*kinds, **options)
    if "described" in tree:
        return Described(tree["described"])
    if "is_folder" in tree:
        return click.Path(file_okay=not tree["is_folder"])
    return click.STRING
