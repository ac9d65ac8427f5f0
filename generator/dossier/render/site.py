"""The pages of the site: of the whole dossier, of each record and each source text, the handbook, and redirects."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from dossier.claims.reviewed import confirmed_review
from dossier.graph import Graph
from dossier.graph.urls import HOME_PAGE, page_path
from dossier.model.docs import CommandDoc
from dossier.model.finding import Finding
from dossier.model.output import OutputFile
from dossier.model.publish_context import NO_CONTEXT, PublishContext
from dossier.model.record import Record
from dossier.render.assets import iter_assets
from dossier.render.cards import render_cards
from dossier.render.citation_formats import Bibliography
from dossier.render.cited_pages import CitedPages
from dossier.render.diagrams import diagram_code
from dossier.render.edit_links import report_form
from dossier.render.embeds import render_embeds
from dossier.render.environment import StrictEnvironment, build_environment, naming_page
from dossier.render.handbook import render_handbook
from dossier.render.markdown import escape_block
from dossier.render.pages import PAGES, SitePage
from dossier.render.pages.explore import explore_table
from dossier.render.previews import render_previews
from dossier.render.record_context import record_context
from dossier.render.redirects import render_redirects
from dossier.render.search import search_entry, withdrawn_entry
from dossier.render.story_order import story_neighbours
from dossier.render.text_pages import render_texts
from dossier.text.interface import SOURCE_LANGUAGE, active_interface
from dossier.text.interface import gettext as _


def iter_pages(
    graph: Graph, publication: PublishContext = NO_CONTEXT, commands: Sequence[CommandDoc] = ()
) -> Iterator[OutputFile]:
    """Yield every page, to be rendered when its content is asked for.

    `commands` are those that the handbook documents: they are in a higher layer. Asking for the content raises
    RenderError, which names the page, if it cannot be rendered.
    """
    environment = build_environment(graph)
    environment.globals["report_form"] = report_form(graph.dossier.settings, publication.repository)
    environment.globals["diagram_code"] = partial(diagram_code, graph, publication.site_url)
    is_english = active_interface().is_source
    for page in PAGES:
        if page.is_in_english and not is_english:
            continue
        file = graph.dossier.settings.path if page.path == HOME_PAGE else ""
        render = partial(_site_page, graph, page, environment)
        yield OutputFile(page.path, render, is_searchable=page.is_searchable, edited_file=file)
    if is_english:
        yield from render_handbook(environment, commands)
    repository = publication.repository
    bibliography, neighbours = Bibliography(graph, publication), story_neighbours(graph)
    for record in graph.visible:
        further = {
            "neighbours": neighbours[record.key],
            "changed": publication.changed_on(record),
            "review": confirmed_review(graph, record),
        }
        render = partial(_record_page, graph, record, environment, bibliography, further)
        yield OutputFile(page_path(record), render, partial(search_entry, graph, record), edited_file=record.path)
    for record in graph.withdrawn:
        context = {"record": record, "history": repository.history_url(record.path) if repository else ""}
        render = partial(environment.render_page, "withdrawn.md.j2", page_path(record), context, record.key)
        yield OutputFile(page_path(record), render, partial(withdrawn_entry, graph, record), edited_file=record.path)
    yield from render_texts(graph, environment)
    yield from render_redirects(graph, publication, environment)


def iter_page_assets(graph: Graph, publication: PublishContext = NO_CONTEXT) -> Iterator[OutputFile]:
    """Yield the data of the scripts that pages load in browsers, and the images of cited pages."""
    yield explore_table(graph)
    cited_pages = CitedPages(graph)
    yield from render_cards(graph, publication, cited_pages)
    yield from render_previews(graph)
    yield from render_embeds(graph, publication)
    yield from cited_pages.outputs()


def findings_page(findings: Iterable[Finding]) -> tuple[OutputFile, ...]:
    """Return a home page that lists the findings of a dossier that has no pages yet, and the assets it needs.

    The findings themselves are in English in every language.
    """
    items = "".join(f'- <span lang="{SOURCE_LANGUAGE}">{escape_block(finding)}</span>\n' for finding in findings)
    title, advice = _("This dossier has findings"), _("Fix them, and the pages appear here.")
    if not active_interface().is_source:
        advice += f" {_('The messages of the check are in English.')}"
    return OutputFile("index.md", f"# {title}\n\n{advice}\n\n{items}"), *iter_assets()


def _site_page(graph: Graph, page: SitePage, environment: StrictEnvironment) -> str:
    with naming_page(page.path):
        context = page.context(graph)
    return environment.render_page(page.template, page.path, context, default=page.default_template)


def _record_page(
    graph: Graph,
    record: Record,
    environment: StrictEnvironment,
    bibliography: Bibliography,
    further: Mapping[str, Any],
) -> str:
    path, template = page_path(record), f"{record.singular}.md.j2"
    with naming_page(path, record.key):
        context = record_context(graph, record) | {"entry": bibliography.entry(record), **further}
    return environment.render_page(template, path, context, record.key, default="record.md.j2")
