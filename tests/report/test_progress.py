"""A long run shows its progress on a terminal only."""

import os
import pty
import subprocess
import sys

RUN = """
from dossier.report.progress import Progress
progress = Progress("Pages", 2)
progress.step()
progress.step()
progress.close()
"""


def test_a_terminal_shows_a_bar():
    leader, follower = pty.openpty()
    subprocess.run([sys.executable, "-c", RUN], stdout=follower, check=True, env=os.environ | {"TERM": "xterm"})
    os.close(follower)
    output = os.read(leader, 10_000).decode()
    os.close(leader)
    assert "Pages" in output
    assert "100%" in output


def test_a_pipe_shows_nothing():
    run = subprocess.run([sys.executable, "-c", RUN], capture_output=True, check=True)
    assert run.stderr + run.stdout == b""
