"""The pages that the generator writes, which MkDocs shows without Python-Markdown."""

from collections.abc import Collection

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc

from dossier.publish.convert import convert_markdown

USUAL_EXTENSIONS = ("toc", "tables", "fenced_code")
"""The extensions of Markdown that MkDocs turns on."""


class PyromarkPage(Page):
    """A page that is converted by pyromark instead of Python-Markdown; links are resolved and checked by MkDocs."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set the page's HTML, title, table of contents, anchors, and links to anchors, as MkDocs' own pages do."""
        links = _RelativePathTreeprocessor(self.file, files, config)
        html = convert_markdown(self.markdown or "", links.path_to_url)
        self.content, self.toc, self._title_from_render = html.html, get_toc(html.toc), html.title
        self.present_anchor_ids, self.links_to_anchors = set(html.anchors), links.links_to_anchors


def convert_generated_pages(files: Files, paths: Collection[str], config: MkDocsConfig) -> None:
    """Let the pages at these paths be converted by pyromark, unless mkdocs.yml turns on extensions of Markdown."""
    if config.markdown_extensions != [*USUAL_EXTENSIONS] or config.mdx_configs:
        return
    for file in files.documentation_pages():
        if file.src_uri in paths and type(file.page) is Page:
            file.page.__class__ = PyromarkPage
