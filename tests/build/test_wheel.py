"""The wheel contains all that its users need: no Node, and after the installation no network."""

import os
import shutil
import subprocess
import sys
import zipfile

import pytest
from dossier.render.assets import ASSETS, STYLES

from tests.build.conftest import files
from tests.helpers import nonempty
from tests.site.conftest import ROOT, once, run

PAGE = """<!doctype html><html lang="en"><head><title>Ferry stops</title></head><body><article><h1>Ferry stops</h1>
<p>The last ferry to the island sailed on Sunday evening, the harbour office said in a statement to the paper.</p>
<p>About 300 people still live there, and most of them have no boat of their own to cross the sound.</p></article>
</body></html>
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build a wheel of a copy of the project; its path."""
    (path,) = once(tmp_path_factory, "wheel", build_wheel).glob("mkdocs_dossier-*.whl")
    return path


@pytest.fixture(scope="module")
def names(wheel):
    """Return the names of the files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return nonempty(set(archive.namelist()))


def build_wheel(folder):
    shutil.copytree(ROOT / "generator", folder / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    done = run("python", "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index", ".", cwd=folder)
    assert done.returncode == 0, done.stderr


def test_the_wheel_contains_every_module_template_and_chapter(names):
    package = files(ROOT / "generator" / "dossier")
    expected = {f"dossier/{path}" for path in package if path.endswith((".py", ".j2", ".html", ".md", "py.typed"))}
    assert len(expected) > 200 and expected <= names


def test_the_wheel_contains_what_browsers_need(names):
    assert {f"dossier/assets/{name}" for name in (*STYLES, *(name for _, name in ASSETS))} <= names
    assert {f"dossier/assets/vendor/world-atlas/countries-{scale}m.json" for scale in (50, 110)} <= names


def test_the_wheel_contains_nothing_of_its_making(names):
    assert [name for name in names if name.endswith(("package.json", "package-lock.json", "build_hook.py"))] == []
    assert [name for name in names if not name.startswith(("dossier/", "mkdocs_dossier-"))] == []


class Environment:
    """A virtual environment in which the wheel and its dependencies are installed, and nothing else."""

    def __init__(self, folder, wheel, upgrade_pip=False):
        self.python = folder / "env/bin/python"
        subprocess.run([sys.executable, "-m", "venv", folder / "env"], check=True)
        if upgrade_pip:
            self.pip("install", "--upgrade", "pip")
        self.pip("install", "--no-compile", wheel)

    def pip(self, *arguments):
        command = [self.python, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
        subprocess.run(command, check=True, capture_output=True, text=True)

    def run(self, *arguments, cwd, code=0, options=()):
        """Run `dossier` in `cwd` without Node on the path; return what it printed, both streams."""
        done = subprocess.run(
            [self.python, *options, "-m", "dossier", *arguments],
            cwd=cwd,
            env={"PATH": os.defpath, "HOME": str(cwd)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, (arguments, done.stdout, done.stderr)
        return done.stdout + done.stderr


def test_the_wheel_installs_a_command_of_its_own_name(wheel):
    """`uvx` and `pipx run` look for it; `dossier` on the package index is another project."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
        lines = archive.read(name).decode().splitlines()
    assert {"dossier = dossier.cli:main", "mkdocs-dossier = dossier.cli:main"} <= set(lines)


def test_uvx_runs_the_wheel_and_installs_nothing(wheel, tmp_path):
    def uvx(*arguments):
        settings = {"UV_CACHE_DIR": str(tmp_path / "cache"), "UV_PYTHON": sys.executable, "UV_NO_PROGRESS": "1"}
        done = run("uvx", "--from", str(wheel), "mkdocs-dossier", *arguments, cwd=tmp_path, PYTHONPATH="", **settings)
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    assert "files in new" in uvx("init", "new")
    assert "no findings" in uvx("check", "--root", "new")
    assert "Documentation built" in uvx("build", "--root", "new")
    assert (tmp_path / "new/site/index.html").is_file()


def add_web_page(environment, folder):
    """Add a source from a web page, which needs the libraries that extract articles."""
    (folder / "page.html").write_text(PAGE, "utf-8")
    environment.run("add", "source", "page.html", "--id", "ferry", "--kind", "news", cwd=folder)
    assert "About 300 people still live there" in (folder / "seeds/ferry.txt").read_text("utf-8")


def test_every_command_works_from_the_wheel(wheel, tmp_path):
    """Installed by the pip that Python brings."""
    environment = Environment(tmp_path, wheel)
    environment.run("init", "new", cwd=tmp_path)
    folder = tmp_path / "new"

    def dossier(*arguments, code=0, options=()):
        return environment.run(*arguments, cwd=folder, code=code, options=options)

    assert "no findings" in dossier("check")
    assert "no findings" in dossier("check", options=["-OO"])
    assert "Fails" in dossier("explain", "passage-absent")
    assert "quotation" in dossier("coverage")
    dossier("fmt", "--check")
    dossier("schemas")
    assert "complete" in dossier("completion", "bash")
    assert "herald" in dossier("locate", "About 300")
    dossier("rename", "actor", "ines-falk", "ines-falk-mayor")
    dossier("pages", "--to", "pages")
    dossier("archive", "--to", "new.zip")
    dossier("verify", "new.zip")
    dossier("build")
    assert (folder / "site/actors/ines-falk-mayor.html").is_file()
    assert "git" in dossier("diff", "HEAD", code=2)
    dossier("new", "quote", "asked-again", "--from", "Nobody asked us")
    add_web_page(environment, folder)
    assert "ferry" in dossier("check", code=1)


def test_the_newest_pip_installs_what_web_pages_need(wheel, tmp_path):
    environment = Environment(tmp_path, wheel, upgrade_pip=True)
    environment.run("init", "new", cwd=tmp_path)
    add_web_page(environment, tmp_path / "new")
