"""Material's templates lose their indentation and are compiled once; where other templates can take part, neither."""

import re

from tests.build.conftest import replace
from tests.helpers import nonempty
from tests.site.conftest import is_redirect, run

LITERAL = re.compile(r"<(pre|script|style|textarea)\b.*?</\1>", re.DOTALL)
"""An element in which white space counts."""


def build_with_empty_cache(project):
    """Build the project; return its pages, and how many compiled templates were kept."""
    for file in project.glob("_jinja2-cache-*/*"):
        file.unlink()
    done = run("dossier", "build", cwd=project, TMPDIR=str(project))
    assert done.returncode == 0, done.stderr
    pages = {file.relative_to(project): file.read_text("utf-8") for file in (project / "site").rglob("*.html")}
    return nonempty(pages), len(list(project.glob("_jinja2-cache-*/*")))


def collapsed(html):
    """Return a page with one space for each white space, and the elements in which white space counts.

    An icon in a page has no need of its namespace.
    """
    html = html.replace(' xmlns="http://www.w3.org/2000/svg"', "")
    return " ".join(html.split()), [match[0] for match in LITERAL.finditer(html)]


def test_pages_are_the_same_but_for_indentation_and_namespaces(project):
    pages, kept = build_with_empty_cache(project)
    replace(project / "mkdocs.yml", "theme:\n", "theme:\n  custom_dir: overrides\n")
    (project / "overrides").mkdir()
    usual_pages, usual_kept = build_with_empty_cache(project)
    assert 30 < usual_kept < kept - 10
    assert {name: collapsed(html) for name, html in pages.items()} == {
        name: collapsed(html) for name, html in usual_pages.items()
    }
    indented = {name: html for name, html in usual_pages.items() if not is_redirect(html)}
    assert all(len(html) - len(pages[name]) > 1000 for name, html in nonempty(indented).items())
