"""The examples of a handbook chapter, run in their order on a new dossier.

The language of a fenced block says what is done with it:

- `yaml`: a file to write; its first line names it. `# content/….yml, in part` replaces the keys it shows and adds new
  ones at the end.
- `console`: each line that begins with `$ ` is run; what follows is its output. A line `…` matches any lines. `cd` is
  for the rest of the chapter. The project's repository is the folder `dossier` beside that of the example.
- `sh`: command lines that are parsed but not run.
- `python`: a program for the files that `dossier export` writes; `tests/export/test_queries.py` runs it.
- `text`: words of the dossier's source texts.
"""

import os
import re
import shlex
import subprocess
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import yaml
from dossier.cli import main

REPOSITORY = Path(__file__).parents[2]
FENCE = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
FILE_NAME = re.compile(r"# (?P<path>\S+\.yml)(?P<in_part>, in part)?\n")
TOP_LEVEL_KEY = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)
GIT_ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Ada",
    "GIT_AUTHOR_EMAIL": "ada@example.org",
    "GIT_AUTHOR_DATE": "2021-12-01T12:00:00Z",
    "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.org",
    "GIT_COMMITTER_DATE": "2021-12-01T12:00:00Z",
}


class Block(NamedTuple):
    """A fenced block."""

    language: str
    body: str


class CommandRun(NamedTuple):
    """A command of a console with the output that the chapter shows and the one it had."""

    command: str
    expected: str
    printed: str


def blocks(chapter, *languages):
    """Return the fenced blocks in these languages, or all."""
    found = [Block(*match.groups()) for match in FENCE.finditer(chapter)]
    return [block for block in found if not languages or block.language in languages]


def create_ferry(root):
    """Create the example dossier in the folder `root` and commit it."""
    with redirect_stderr(StringIO()):
        main(["init", str(root)])
    for arguments in (["init", "-q", "-b", "main"], ["add", "--all"], ["commit", "-q", "-m", "A new dossier"]):
        git(root, *arguments)
    (root.parent / "dossier").symlink_to(REPOSITORY)
    return root


def run_examples(chapter, root):
    """Write every file and run every command; yield a CommandRun for each command."""
    for block in blocks(chapter, "yaml", "console"):
        if block.language == "yaml":
            write_example(root, block.body)
            continue
        for command, expected in console_commands(block.body):
            if command.startswith("cd "):
                root = root / command.removeprefix("cd ")
                yield CommandRun(command, expected, "")
                continue
            provide_file(root, command, expected)
            yield CommandRun(command, expected, run_command(root, command))


def console_commands(body):
    """Yield each command of a console with the output shown for it."""
    for piece in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, expected = piece.partition("\n")
        yield command, expected


def provide_file(root, command, content):
    """Write the file that `cat` shows, unless the dossier has it: the reader brings it."""
    program, name, *_ = shlex.split(command)
    if program == "cat" and not (root / name).exists():
        (root / name).write_text(content, "utf-8")


def run_command(root, command):
    """Run a command in the dossier's folder and return what it prints."""
    program, *arguments = shlex.split(command)
    if program == "git":
        return git(root, *arguments)
    if program == "cat":
        return (root / arguments[0]).read_text("utf-8")
    if program == "rm":
        (root / arguments[0]).unlink()
        return ""
    assert program == "dossier", command
    printed = StringIO()
    with chdir(root), redirect_stdout(printed), redirect_stderr(printed):
        main(arguments)
    return printed.getvalue()


def git(root, *arguments):
    environment = os.environ | GIT_ENVIRONMENT
    process = subprocess.run(["git", *arguments], cwd=root, env=environment, capture_output=True, text=True)
    assert process.returncode == 0, process.stderr
    return process.stdout


def write_example(root, body):
    """Write the file that an example shows, whole or in part."""
    match = FILE_NAME.match(body)
    assert match, f"an example begins with the name of its file: {body}"
    assert yaml.safe_load(body)
    file, content = root / match["path"], body[match.end() :]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(replace_keys(file.read_text("utf-8"), content) if match["in_part"] else content, "utf-8")


def replace_keys(text, changes):
    """Return a YAML text with the top-level keys of `changes` in place of its own."""
    pieces = TOP_LEVEL_KEY.split(text)
    for change in filter(None, TOP_LEVEL_KEY.split(changes)):
        key = change.partition(":")[0]
        index = next((index for index, piece in enumerate(pieces) if piece.startswith(f"{key}:")), len(pieces))
        pieces[index : index + 1] = [change]
    return "".join(pieces)


def matches(expected, printed):
    """Return whether the output of a command is the expected one."""
    pattern = "".join(".*" if line == "…\n" else re.escape(line) for line in expected.splitlines(keepends=True))
    return re.fullmatch(pattern, printed, re.DOTALL) is not None
