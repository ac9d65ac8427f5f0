"""What stands at the addresses that records had before: a page that leads on, without a script and from a folder too.

It is HTML that MkDocs copies as it is, so that neither a search nor the sitemap holds it.
"""

from collections.abc import Iterator

from jinja2 import Environment

from dossier.graph import Graph
from dossier.graph.urls import former_urls, relative_url
from dossier.model.kinds import KINDS
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext


def render_redirects(graph: Graph, publication: PublishContext, made: Environment) -> Iterator[OutputFile]:
    """A page at every former address of the records that readers see, or see withdrawn."""
    template = made.get_template("redirect.html.j2")
    for record in (*graph.visible, *graph.withdrawn):
        for old, target in former_urls(record):
            canonical = f"{publication.site_url}{target}" if publication.site_url else relative_url(target, old)
            given = {"language": graph.dossier.settings.language, "label": record.label, "canonical": canonical}
            yield OutputFile(old, template.render(page=old, target=target, **given))
    for kind in KINDS:
        for plural in kind.former_plurals:
            old, target = f"{plural}/index.html", f"{kind.plural}/index.html"
            canonical = f"{publication.site_url}{target}" if publication.site_url else relative_url(target, old)
            given = {"language": graph.dossier.settings.language, "label": kind.heading, "canonical": canonical}
            yield OutputFile(old, template.render(page=old, target=target, **given))
