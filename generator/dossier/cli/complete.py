"""Answer a shell that completes a command line: at once, and with nothing but completions.

The commands are kept in the user's cache folder, so that the program, which takes long to load, is loaded only for the
first completion after an update.
"""

import os
import sys
from contextlib import redirect_stderr, suppress
from io import StringIO
from pathlib import Path
from typing import Any

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    split_arg_string,
)

from dossier.cli.command_tree import command_of, tree_of
from dossier.cli.options import PROGRAM
from dossier.io.user_cache import package_state, read_cached, write_cached

CALLBACK_VARIABLE = f"_{PROGRAM.upper()}_COMPLETE"
"""The environment variable by which the program recognises that a shell asks for completions."""
_BASH = """\
%(complete_func)s() {
    local IFS=$'\\n' kind value
    COMPREPLY=()
    while IFS=',' read -r kind value; do
        case "$kind" in
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
            plain) COMPREPLY+=("$value") ;;
        esac
    done < <(COMP_LINE="${COMP_LINE:0:$COMP_POINT}" COMP_WORDBREAKS="$COMP_WORDBREAKS" \\
        %(complete_var)s=bash_complete "$1" 2>/dev/null)
    [[ ${COMPREPLY[0]} == *: ]] && compopt -o nospace
    return 0
}

complete -o nosort -F %(complete_func)s %(prog_name)s
"""


class BashLineComplete(BashComplete):
    """Completion for bash from the line as it was typed: bash takes `actor:eva-holm` for three words."""

    source_template = _BASH

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the cursor, without the program's name, and the one that is being typed."""
        line = os.environ.get("COMP_LINE")
        if line is None:  # The script of an earlier release.
            return super().get_completion_args()
        words = split_arg_string(line)
        is_new = line[-1:].isspace()
        return (words[1:], "") if is_new or len(words) < 2 else (words[1:-1], words[-1])

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem[str]]:
        """Return the completions as bash inserts them: without what is before the last colon or equals sign."""
        items = super().get_completions(list(args), incomplete)
        is_prefix = all(item.value.startswith(incomplete.partition("=")[2] or incomplete) for item in items)
        if len(items) > 1 and not is_prefix and items[0].type == "plain":
            return []  # Of names that several records share, bash would replace the word by what their ids share.
        breaks = [sign for sign in ":=" if sign in os.environ.get("COMP_WORDBREAKS", "")]
        cut = max((incomplete.rfind(sign) + 1 for sign in breaks), default=0)
        typed = incomplete[:cut].partition("=")[2] if incomplete.startswith("-") else incomplete[:cut]
        values = [item.value.removeprefix(typed).replace(" ", r"\ ") for item in items]
        return [CompletionItem(value, item.type, item.help) for value, item in zip(values, items, strict=True)]


class FishLineComplete(FishComplete):
    """Completion for fish, whose script divides each line at a comma."""

    def format_completion(self, item: CompletionItem[str]) -> str:
        """Return the line of a completion."""
        return super().format_completion(CompletionItem(item.value, item.type, (item.help or "").replace(",", ";")))


SHELLS: dict[str, type[ShellComplete]] = {"bash": BashLineComplete, "zsh": ZshComplete, "fish": FishLineComplete}


def completion_script(shell: str) -> str:
    """Return the script that makes a shell call the program for completions."""
    return SHELLS[shell](click.Command(PROGRAM), {}, PROGRAM, CALLBACK_VARIABLE).source()


def complete(instruction: str) -> int:
    """Print the completions that a shell asks for (`bash_complete`); print nothing where something is wrong."""
    shell = instruction.partition("_")[0]
    output = sys.stdout
    with suppress(Exception), redirect_stderr(StringIO()):  # Nothing may appear between what is typed.
        completer = SHELLS[shell](_commands(), {}, PROGRAM, CALLBACK_VARIABLE)
        answer = f"{completer.complete()}\n"
        output.buffer.write(answer.encode("utf-8", "replace"))
        output.flush()
    return 0


def _commands() -> click.Command:
    """Return the commands from the cache, or from the program itself, which is kept then."""
    state = package_state(Path(__file__).parents[1])
    tree: Any = read_cached("commands", state)
    if tree is None:
        from dossier.cli.app import cli

        tree = tree_of(cli)
        write_cached("commands", state, tree)
    return command_of(tree)
