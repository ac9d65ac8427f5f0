"""A command on a pseudo-terminal, with a person who answers what it asks."""

import os
import pty
import select
import subprocess
import sys
from typing import NamedTuple

START = """
import fcntl, os, signal, sys, termios
for number in (signal.SIGINT, signal.SIGHUP):
    signal.signal(number, signal.SIG_DFL)
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""
"""Makes the pseudo-terminal the one that sends signals, as for Ctrl-C, which a process in the background ignores."""
CTRL_C = "\x03"
MAX_SECONDS = 60
"""How long a command may be silent."""


class Run(NamedTuple):
    """How a command ended, and all that its terminal showed."""

    code: int
    shown: str


def run_in_terminal(arguments, answers=(), cwd=None):
    """Run `dossier`; type each answer, `(words, answer)`, when the terminal has shown the words."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-c", START, sys.executable, "-m", "dossier", *arguments]
    environment = os.environ | {"TERM": "xterm", "NO_COLOR": "1", "COLUMNS": "200"}
    process = subprocess.Popen(
        command, stdin=follower, stdout=follower, stderr=follower, cwd=cwd, env=environment, close_fds=True
    )
    os.close(follower)
    shown, seen = "", 0
    for words, answer in answers:
        while words not in shown[seen:]:
            more = _read(leader)
            assert more, f"the command ended before it showed `{words}`:\n{shown}"
            shown += more
        seen = len(shown)
        os.write(leader, (answer if answer == CTRL_C else f"{answer}\n").encode())
    is_cancelled = bool(answers) and answers[-1][1] == CTRL_C
    try:
        while more := _read(leader, is_cancelled):
            shown += more
            assert shown.count("^C") < MAX_SECONDS, "the command goes on after Ctrl-C"
        return Run(process.wait(MAX_SECONDS), shown.replace("\r\n", "\n"))
    finally:
        process.kill()
        os.close(leader)


def read_terminal(leader, words):
    """Return what a terminal shows until these words."""
    shown = ""
    while words not in shown:
        more = _read(leader)
        assert more, f"it ended before it showed `{words}`:\n{shown}"
        shown += more
    return shown


def _read(leader, is_cancelled=False):
    """Return what the terminal shows next, nothing at the end."""
    for _ in range(MAX_SECONDS):
        if select.select([leader], [], [], 1)[0]:
            try:
                return os.read(leader, 4096).decode(errors="replace")
            except OSError:  # On Linux, the end of a pseudo-terminal is an error.
                return ""
        if is_cancelled:
            os.write(leader, CTRL_C.encode())  # Python misses the key in the moment in which it begins to read.
    raise AssertionError("the command asks something that nobody answers")
