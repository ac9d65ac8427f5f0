"""What all tests share: the real dossier, a small clean one to change, and how Hypothesis runs."""

import gc
import shutil
import subprocess
from collections import namedtuple
from pathlib import Path

import pytest
import yaml
from dossier.cli import main
from dossier.cli.app import cli
from dossier.cli.reference import command_docs
from dossier.pipeline import check_dossier, render_all
from hypothesis import HealthCheck, settings

settings.register_profile("dossier", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("dossier")

ROOT = Path(__file__).parents[1]
BASE = Path(__file__).parent / "check" / "base"

Found = namedtuple("Found", "path line column rule")


def pytest_collection_finish():
    """Keep all tests out of the search for garbage, which would walk through a million objects that stay anyway."""
    gc.freeze()


@pytest.fixture(scope="session")
def root():
    """The folder of this repository."""
    return ROOT


@pytest.fixture(scope="session")
def real():
    """The real dossier, loaded, linked and checked; never to be changed."""
    result = check_dossier(ROOT)
    assert all(result.graph.by_kind.values()), "tests look at records of each kind"
    return result


@pytest.fixture(scope="session")
def real_outputs(real):
    """Every file made of the real dossier, by its path."""
    made = render_all(real.graph, commands=command_docs(cli))
    return {output.path: output.content for output in made}


@pytest.fixture
def base(tmp_path):
    """A copy of the small dossier that has no findings."""
    return Path(shutil.copytree(BASE, tmp_path / "dossier"))


@pytest.fixture
def write(base):
    """Write a file of the small dossier; a text is dedented by nobody: give it as it is to stand."""

    def written(path, content):
        file = base / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return base

    return written


@pytest.fixture
def add(base, write):
    """Add fields, given as Python has them, at the end of a file of the small dossier."""

    def added(path, **fields):
        more = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)
        return write(path, (base / path).read_text("utf-8") + more)

    return added


@pytest.fixture
def commit(base, monkeypatch):
    """Commit the small dossier as it now is, the first time into a new repository; the commit's name."""
    for name in ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"):
        monkeypatch.setenv(name, "x@example.org")

    def git(*arguments):
        return subprocess.run(["git", *arguments], cwd=base, check=True, capture_output=True, text=True).stdout.strip()

    def committed():
        git("init", "-q")
        git("add", "-A")
        git("commit", "-q", "-m", "x")
        return git("rev-parse", "HEAD")

    return committed


@pytest.fixture
def run(base, capsys):
    """Run a command on the small dossier: its exit code, and what it printed on stdout and stderr."""

    def ran(*arguments):
        code = main([arguments[0], "--root", str(base), *arguments[1:]])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return ran


@pytest.fixture(scope="session")
def findings():
    """Every finding of a dossier as (path, line, column, rule), in the order reported."""

    def found(root):
        return [Found(*finding.location, finding.rule) for finding in check_dossier(root).findings]

    return found
