"""A build that fails in any way leaves the last good site as it was, and the next one is none the worse for it."""

import subprocess

import pytest

from tests.build.conftest import files, kill, replace, until
from tests.site.conftest import run

NUMBER = "content/numbers/defectors-to-colombia-567.yml"
HOOKS = "hooks: [hook.py]\n"
RAISES = "def on_page_content(*arguments, **named):\n    raise RuntimeError('a fault of our own')\n"
STALLS = """import pathlib, time
def on_{event}(*arguments, **named):
    pathlib.Path("stalled").touch()
    time.sleep(600)
"""


def with_finding(project):
    replace(project / NUMBER, "value: 567", "value: 568")


def with_dead_link(project):
    replace(project / "content/pages/about.md", "\n\n", "\n\nSee [what is not there](nowhere.md).\n\n")


def with_unreadable_settings(project):
    (project / "content/dossier.yml").write_text("title: [", "utf-8")


def with_exception(project):
    hooked(project, RAISES)


def with_page_in_the_way(project):
    (project / "content/pages/timeline.md").write_text("# Mine\n", "utf-8")


FAULTS = [
    # what is wrong, what is said
    (with_finding, f"{NUMBER}:1:8: "),
    (with_unreadable_settings, "content/dossier.yml:"),
    (with_dead_link, "nowhere.md"),
    (with_exception, "a fault of our own"),
    (with_page_in_the_way, "timeline.md has the address of a generated page"),
]


def hooked(project, code):
    """Give MkDocs a hook of ours."""
    (project / "hook.py").write_text(code, "utf-8")
    replace(project / "mkdocs.yml", "docs_dir:", f"{HOOKS}docs_dir:")


def unhooked(project):
    replace(project / "mkdocs.yml", HOOKS, "")


def left(project):
    """What builds left beside the site."""
    return sorted(path.name for path in project.glob(".site-*"))


def dead_process():
    """The number of a process that is no more."""
    with subprocess.Popen(["true"]) as process:
        return process.pid


def builds(project):
    """Whether the next build succeeds, clears what was left and changes what it should."""
    replace(project / "content/pages/about.md", "About this dossier", "About it")
    done = run("dossier", "build", cwd=project)
    assert done.returncode == 0, done.stderr
    return "About it" in (project / "site/about.html").read_text("utf-8") and left(project) == []


@pytest.mark.parametrize(("fault", "said"), FAULTS, ids=lambda value: getattr(value, "__name__", ""))
def test_a_build_that_fails_says_why_and_leaves_the_last_good_site(built, fault, said):
    before = files(built / "site")
    fault(built)
    done = run("dossier", "build", cwd=built)
    assert done.returncode == 1
    assert said in done.stdout + done.stderr
    assert files(built / "site") == before
    assert left(built) == []


@pytest.mark.parametrize("event", ["files", "env", "post_page", "post_build"])
def test_a_build_that_is_killed_leaves_the_last_good_site_and_the_next_one_clears_up(built, start, event):
    before = files(built / "site")
    hooked(built, STALLS.format(event=event))
    process, said = start("dossier", "build", cwd=built)
    until(lambda: (built / "stalled").exists() or process.poll() is not None, "the stall")
    assert process.poll() is None, said()
    kill(process)
    assert len(left(built)) == 1
    assert files(built / "site") == before
    unhooked(built)
    assert builds(built)


def test_a_build_killed_between_its_two_moves_left_the_last_good_site_which_the_next_one_puts_back(built):
    before = files(built / "site")
    (built / "site").rename(built / f".site-old-{dead_process()}")
    with_finding(built)
    assert run("dossier", "build", cwd=built).returncode == 1
    assert files(built / "site") == before
    assert left(built) == []


def test_a_build_does_not_take_away_what_another_one_is_building(built, start):
    hooked(built, STALLS.format(event="post_page"))
    process, _ = start("dossier", "build", cwd=built)
    until(lambda: (built / "stalled").exists(), "the stall")
    unhooked(built)
    assert run("dossier", "build", cwd=built).returncode == 0
    assert left(built) == [f".site-new-{process.pid}"]
