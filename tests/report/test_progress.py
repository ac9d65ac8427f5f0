"""A long run shows how far it has come on a terminal, and nowhere else."""

import os
import pty
import subprocess
import sys

RUN = """
from dossier.report.progress import Progress
shown = Progress("Pages", 2)
shown.step()
shown.step()
shown.close()
"""


def test_a_terminal_shows_a_bar():
    leader, follower = pty.openpty()
    subprocess.run([sys.executable, "-c", RUN], stdout=follower, check=True, env=os.environ | {"TERM": "xterm"})
    os.close(follower)
    told = os.read(leader, 10_000).decode()
    os.close(leader)
    assert "Pages" in told
    assert "100%" in told


def test_anything_else_shows_nothing():
    done = subprocess.run([sys.executable, "-c", RUN], capture_output=True, check=True)
    assert done.stderr + done.stdout == b""
