"""Pages from shells are those that the theme renders; where that is not certain, the theme renders each by itself."""

from types import SimpleNamespace

import pytest
from dossier.plugin import page_shells
from dossier.plugin.page_shells import PageShells
from jinja2 import DictLoader, Environment
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.structure.toc import AnchorLink, TableOfContents

from tests.build.conftest import files, replace
from tests.helpers import nonempty

THEME = {
    "main.html": "{% import 'partials/language.html' as lang with context %}"
    "<title>{{ page.meta.title }}</title><a href='#{{ (page.toc | first).id }}'>{{ page.meta.description }}</a>"
    "<link href='{{ page.canonical_url }}'>{% include 'partials/toc.html' %}{{ page.content }}",
    "partials/language.html": "{% macro t(key) %}{{ key | upper }}{% endmacro %}",
    "partials/toc.html": "<nav>{{ lang.t('toc') }}"
    "{% for link in (page.toc | first).children %}{{ link.title }}{% endfor %}</nav>",
}


def page(url, title="A & B", heading="Evidence", content="<h1>A</h1>", **meta):
    """Return a page with what the theme above asks for."""
    top = AnchorLink(title, f"id-of-{url}", 1)
    top.children.append(AnchorLink(heading, heading.lower(), 2))
    return SimpleNamespace(
        url=url,
        file=SimpleNamespace(url=url, dest_uri=url),
        canonical_url=f"https://example.org/{url}",
        meta={"title": title, "description": f"About {title}", **meta},
        content=content,
        toc=TableOfContents([top]),
    )


PAGES = (
    page("actors/a.html"),
    page("actors/b.html", title="C <i>'D'</i>", heading="Related", content="<h1>C</h1> &quot;"),
    page("actors/c.html", page_width="wide"),
    page("events/a.html", heading="Related"),
)


def shells_of(pages, **theme):
    """Return the shells of pages in the theme above with other templates, and the environment."""
    environment = Environment(loader=DictLoader(THEME | theme))
    shells = PageShells(environment, lambda page: {"page": page})
    shells.prepare(pages)
    return shells, environment


def test_shells_are_filled_with_what_is_of_each_page():
    shells, environment = shells_of(PAGES)
    for each in PAGES:
        context = {"page": each}
        assert shells.render(context) == environment.get_template("main.html").render(context)
    assert shells.render({"page": None}) is None
    assert shells.render({"page": page("actors/unknown.html")}) is None


@pytest.mark.parametrize(
    "change",
    [
        "{{ page.meta.title | upper }}",
        "{{ page.meta.title | striptags }}",
        "{{ page.meta.title | length }}",
        "{{ page.canonical_url | length }}",
        "{{ (page.toc | first).title }}",
        "{% if 'C' in page.meta.title %}C{% endif %}",
    ],
    ids=str.split,
)
def test_no_shell_is_used_if_the_theme_shows_anything_else(change, monkeypatch):
    monkeypatch.setattr(page_shells, "PAGES_PER_SAMPLE", 1)
    shells, _ = shells_of(PAGES, **{"main.html": THEME["main.html"] + change})
    assert [shells.render({"page": each}) for each in PAGES] == [None] * len(PAGES)


def test_samples_include_the_first_page_of_each_folder(caplog):
    caplog.set_level("INFO")
    only_in_events = "{% if page.url.startswith('events') %}{{ page.content | length }}{% endif %}"
    shells, _ = shells_of(PAGES, **{"main.html": THEME["main.html"] + only_in_events})
    assert shells.render({"page": PAGES[0]}) is None
    assert "a shell would change events/a.html" in caplog.text


def test_a_page_without_a_description_is_rendered_by_the_theme():
    undescribed = page("actors/d.html", description="")
    shells, _ = shells_of([*PAGES, undescribed])
    assert shells.render({"page": undescribed}) is None
    assert shells.render({"page": PAGES[0]}) is not None


@pytest.fixture
def filled(monkeypatch):
    """The addresses of the pages that shells were filled for when the site was written, in the order of writing."""
    addresses = []
    render = PageShells.render

    def noting_render(self, context):
        html = render(self, context)
        if html is not None:
            addresses.append(context["page"].file.dest_uri)
        return html

    monkeypatch.setattr(PageShells, "render", noting_render)
    return addresses


def build_in_this_process(project):
    """Build the project; return its files."""
    config = load_config(str(project / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build_site(config)
    return nonempty(files(project / "site"))


def test_a_site_is_the_same_without_shells(project, filled):
    with_shells = build_in_this_process(project)
    outside = {address for address in filled if address.partition("/")[0] in ("actors", "events", "sources", "texts")}
    assert len(filled) == len(set(filled)) > 10 and outside
    filled.clear()
    replace(project / "mkdocs.yml", "  - dossier\n", "  - dossier: {page_shells: false}\n")
    assert build_in_this_process(project) == with_shells
    assert filled == []


def test_no_shell_is_used_with_templates_of_the_project(project, filled):
    (project / "overrides").mkdir()
    replace(project / "mkdocs.yml", "theme:\n", "theme:\n  custom_dir: overrides\n")
    build_in_this_process(project)
    assert filled == []


def test_no_shell_is_used_with_other_plugins(project, filled):
    replace(project / "mkdocs.yml", "  - dossier\n", "  - dossier\n  - tags\n")
    build_in_this_process(project)
    assert filled == []


def test_no_shell_is_used_with_hooks(project, filled):
    (project / "hook.py").write_text("def on_page_context(context, **kwargs):\n    return context\n", "utf-8")
    replace(project / "mkdocs.yml", "plugins:\n", "hooks: [hook.py]\nplugins:\n")
    build_in_this_process(project)
    assert filled == []
