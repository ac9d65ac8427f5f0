"""The wheel holds all that its users need, so that they need no Node and no network."""

import os
import shutil
import subprocess
import sysconfig
import zipfile

import pytest
from dossier.render.assets import ASSETS, STYLES

from tests.build.conftest import files
from tests.site.conftest import ROOT, once, run


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A wheel built of a copy."""
    (wheel,) = once(tmp_path_factory, "wheel", make_wheel).glob("mkdocs_dossier-*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(made):
    """The names of its files."""
    with zipfile.ZipFile(made) as archive:
        return set(archive.namelist())


def make_wheel(folder):
    shutil.copytree(ROOT / "generator", folder / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    done = run("python", "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index", ".", cwd=folder)
    assert done.returncode == 0, done.stderr


def test_the_wheel_holds_every_module_every_template_and_every_chapter(wheel):
    wanted = {
        f"dossier/{path}"
        for path in files(ROOT / "generator" / "dossier")
        if path.endswith((".py", ".j2", ".html", ".md"))
    }
    assert wanted - {"dossier/assets/build_hook.py"} <= wheel


def test_the_wheel_holds_what_browsers_need(wheel):
    assert {f"dossier/assets/{name}" for name in (*STYLES, *(name for _, name in ASSETS))} <= wheel


def test_the_wheel_holds_the_shapes_that_maps_are_drawn_of(wheel):
    assert {f"dossier/assets/vendor/world-atlas/countries-{scale}m.json" for scale in (50, 110)} <= wheel


def test_the_wheel_holds_nothing_of_how_it_was_made(wheel):
    assert not [
        name for name in wheel if name.endswith(("package.json", "package-lock.json", ".npmrc", "build_hook.py"))
    ]
    assert not [name for name in wheel if not name.startswith(("dossier/", "mkdocs_dossier-"))]


def test_a_new_dossier_is_made_and_built_by_the_wheel_alone(made, tmp_path):
    """In an environment of its own; what the wheel depends on is that of this one."""
    run("python", "-m", "venv", "--without-pip", "env", cwd=tmp_path)
    (packages,) = (tmp_path / "env/lib").glob("python*/site-packages")
    run("python", "-m", "pip", "install", "--no-deps", "--no-index", "--target", packages, made, cwd=tmp_path)
    (packages / "others.pth").write_text(f"{sysconfig.get_path('purelib')}\n", "utf-8")
    for arguments, where in ((["init", "new"], tmp_path), (["build"], tmp_path / "new")):
        done = subprocess.run(
            [tmp_path / "env/bin/python", "-m", "dossier", *arguments],
            cwd=where,
            env={"PATH": os.defpath},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "new/site/actors/ines-falk.html").is_file()
    assert (tmp_path / "new/.github/workflows/dossier.yml").is_file()
