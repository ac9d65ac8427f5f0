"""A build that fails or is killed leaves the last good site unchanged, and does not harm the next build."""

import subprocess

import pytest

from tests.build.conftest import files, kill, replace, wait_for
from tests.site.conftest import run

NUMBER = "content/numbers/gone-567.yml"
HOOKS = "hooks: [hook.py]\n"
RAISING_HOOK = "def on_page_content(*arguments, **named):\n    raise RuntimeError('a bug in the program')\n"
UNRENDERABLE_HOOK = """from dossier.render.pages import timeline
def fail(*arguments):
    raise KeyError("x")
timeline.build_scale = fail
"""
STALLING_HOOK = """import pathlib, time
def on_{event}(*arguments, **named):
    pathlib.Path("stalled").touch()
    time.sleep(600)
"""


def add_finding(project):
    replace(project / NUMBER, "value: 567", "value: 568")


def add_dead_link(project):
    (project / "content/pages/about.md").write_text("# About\n\nSee [nowhere](nowhere.md).\n", "utf-8")


def break_settings(project):
    (project / "content/dossier.yml").write_text("title: [", "utf-8")


def raise_exception(project):
    add_hook(project, RAISING_HOOK)


def make_a_page_fail(project):
    add_hook(project, UNRENDERABLE_HOOK)


def take_the_address_of_a_page(project):
    (project / "content/pages/timeline.md").write_text("# Mine\n", "utf-8")


def turn_on_instant_navigation(project):
    replace(project / "mkdocs.yml", "  features:\n", "  features:\n    - navigation.instant\n")


FAULTS = [
    # what goes wrong, part of the message
    (add_finding, f"{NUMBER}:1:8: "),
    (break_settings, "content/dossier.yml:"),
    (add_dead_link, "nowhere.md"),
    (raise_exception, "a bug in the program"),
    (make_a_page_fail, "timeline.md, hook.py line 3: KeyError: 'x'"),
    (turn_on_instant_navigation, "the feature navigation.instant replaces pages"),
    (take_the_address_of_a_page, "timeline.md has the address of a generated page"),
]


def add_hook(project, code):
    """Add a MkDocs hook to a project."""
    (project / "hook.py").write_text(code, "utf-8")
    replace(project / "mkdocs.yml", "docs_dir:", f"{HOOKS}docs_dir:")


def remove_hook(project):
    replace(project / "mkdocs.yml", HOOKS, "")


def start_and_stall(start, project, event):
    """Start a build that stalls at a MkDocs event, and wait until it does; return the process."""
    add_hook(project, STALLING_HOOK.format(event=event))
    process, output = start("dossier", "build", cwd=project)
    wait_for(lambda: (project / "stalled").exists() or process.poll() is not None, "the stall")
    assert process.poll() is None, output()
    remove_hook(project)
    return process


def leftovers(project):
    """Return the names of the staging folders next to the site."""
    return sorted(path.name for path in project.glob(".site-*"))


def id_of_dead_process():
    with subprocess.Popen(["true"]) as process:
        return process.pid


@pytest.mark.parametrize(("fault", "message"), FAULTS, ids=lambda value: getattr(value, "__name__", ""))
def test_a_build_that_fails_says_why_and_leaves_the_last_good_site(built, fault, message):
    before = files(built / "site")
    fault(built)
    done = run("dossier", "build", cwd=built)
    assert done.returncode == 1
    assert message in done.stdout + done.stderr
    assert files(built / "site") == before
    assert leftovers(built) == []


def test_a_page_that_fails_does_not_hide_the_findings(built):
    make_a_page_fail(built)
    add_finding(built)
    done = run("dossier", "build", cwd=built)
    assert done.returncode == 1
    assert all(message in done.stdout + done.stderr for message in (f"{NUMBER}:1:8: ", "timeline.md"))


@pytest.mark.parametrize("event", ["files", "env", "post_page", "post_build"])
def test_a_killed_build_leaves_the_last_good_site_and_the_next_one_clears_up(built, start, event):
    before = files(built / "site")
    kill(start_and_stall(start, built, event))
    assert len(leftovers(built)) == 1
    assert files(built / "site") == before
    (built / "content/pages/about.md").write_text("# About us\n", "utf-8")
    done = run("dossier", "build", cwd=built)
    assert done.returncode == 0, done.stderr
    assert "About us" in (built / "site/about.html").read_text("utf-8")
    assert leftovers(built) == []


def test_the_next_build_restores_the_site_of_a_build_killed_between_its_two_renamings(built):
    before = files(built / "site")
    (built / "site").rename(built / f".site-old-{id_of_dead_process()}")
    add_finding(built)
    assert run("dossier", "build", cwd=built).returncode == 1
    assert files(built / "site") == before
    assert leftovers(built) == []


def test_a_build_does_not_remove_the_staging_folder_of_a_running_one(built, start):
    process = start_and_stall(start, built, "post_page")
    assert run("dossier", "build", cwd=built).returncode == 0
    assert leftovers(built) == [f".site-new-{process.pid}"]
