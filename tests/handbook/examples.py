"""The examples of a chapter, played in the order in which they stand, on a new dossier.

What kind a fenced block is says what is done with it:

- `yaml`: its first line names a file, which is written. `# content/…yml, in part` puts its keys in the place of those
  that stand there, and new ones at the end.
- `console`: each line that begins with `$ ` is run; what follows is what it prints. A line `…` stands for any lines.
- `sh`: command lines that are only read.
- `text`: what it shows stands in a text of the dossier.
"""

import os
import re
import shlex
import subprocess
from collections import namedtuple
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO

import yaml
from dossier.cli import main

FENCE = re.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"# (?P<path>\S+\.yml)(?P<part>, in part)?\n")
KEY = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{
        f"GIT_{who}_{what}": told
        for who in ("AUTHOR", "COMMITTER")
        for what, told in (("NAME", "Ada"), ("EMAIL", "a@b"))
    },
    **{f"GIT_{who}_DATE": "2021-12-01T12:00:00Z" for who in ("AUTHOR", "COMMITTER")},
}

Block = namedtuple("Block", "kind body")
Ran = namedtuple("Ran", "command expected printed")


def blocks(chapter, *kinds):
    """The fenced blocks of these kinds, of all where none is named."""
    found = (Block(*one.groups()) for one in FENCE.finditer(chapter))
    return [block for block in found if not kinds or block.kind in kinds]


def prepared(root):
    """A new dossier below `root`, committed."""
    with redirect_stderr(StringIO()):
        main(["init", str(root)])
    for arguments in (["init", "-q", "-b", "main"], ["add", "--all"], ["commit", "-q", "-m", "A new dossier"]):
        git(root, *arguments)
    return root


def play(chapter, root):
    """Write every file and run every command; what each was to print, and what it did."""
    for kind, body in blocks(chapter, "yaml", "console"):
        if kind == "yaml":
            write(root, body)
        else:
            for command, expected in commands(body):
                provide(root, command, expected)
                yield Ran(command, expected, run(root, command))


def provide(root, command, content):
    """A file outside the dossier that `cat` shows is one that the reader has."""
    program, name, *_ = shlex.split(command)
    if program == "cat" and not (root / name).exists():
        (root / name).write_text(content, "utf-8")


def commands(body):
    """Each command of a console with the lines that it is to print."""
    for piece in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, expected = piece.partition("\n")
        yield command, expected


def run(root, command):
    """What a command prints on stdout and stderr, in the dossier's folder."""
    program, *arguments = shlex.split(command)
    if program == "git":
        return git(root, *arguments)
    if program == "cat":
        return (root / arguments[0]).read_text("utf-8")
    if program == "rm":
        return (root / arguments[0]).unlink() or ""
    assert program == "dossier", command
    printed = StringIO()
    with chdir(root), redirect_stdout(printed), redirect_stderr(printed):
        main(arguments)
    return printed.getvalue()


def git(root, *arguments):
    done = subprocess.run(["git", *arguments], cwd=root, env=os.environ | GIT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def write(root, body):
    """Write the file that an example names, whole or in part."""
    named = FILE.match(body)
    assert named, f"an example begins with the file it is: {body}"
    assert yaml.safe_load(body)
    file, told = root / named["path"], body[named.end() :]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(replaced(file.read_text("utf-8"), told) if named["part"] else told, "utf-8")


def replaced(whole, part):
    """The text of a file with the keys of `part` in the place of its own."""
    pieces = KEY.split(whole)
    for told in filter(None, KEY.split(part)):
        key = told.partition(":")[0]
        at = next((at for at, piece in enumerate(pieces) if piece.startswith(f"{key}:")), len(pieces))
        pieces[at : at + 1] = [told]
    return "".join(pieces)


def as_said(expected, printed):
    """Whether something printed is what was expected."""
    pattern = "".join(".*" if line == "…\n" else re.escape(line) for line in expected.splitlines(keepends=True))
    return re.fullmatch(pattern, printed, re.DOTALL) is not None
