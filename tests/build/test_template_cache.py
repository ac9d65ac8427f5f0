"""Builds keep compiled templates; of the theme, only those that nobody else's code takes part in."""

from tests.build.conftest import replace
from tests.site.conftest import run

CUSTOM = "theme:\n  custom_dir: overrides\n"


def kept_after_a_build(project):
    """Build the project; return how many compiled templates were kept."""
    done = run("dossier", "build", cwd=project, TMPDIR=str(project))
    assert done.returncode == 0, done.stderr
    return len(list(project.glob("_jinja2-cache-*/*")))


def test_the_themes_templates_are_kept_unless_a_project_changes_them(project):
    usual = kept_after_a_build(project)
    replace(project / "mkdocs.yml", "theme:\n", CUSTOM)
    (project / "overrides").mkdir()
    for file in project.glob("_jinja2-cache-*/*"):
        file.unlink()
    assert 30 < kept_after_a_build(project) < usual - 30
