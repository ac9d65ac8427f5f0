"""The pages that the generator writes: rendered when MkDocs reads them, and converted without Python-Markdown."""

from collections.abc import Collection
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc

from dossier.model.errors import UserError
from dossier.model.output import OutputFile
from dossier.plugin.page_store import HtmlStore, StoredPage
from dossier.publish.convert import convert_markdown

USUAL_EXTENSIONS = ("toc", "tables", "fenced_code")
"""The extensions of Markdown that MkDocs turns on."""


class GeneratedFile(File):
    """A file with the content of an output, which is made when MkDocs reads it, and not kept."""

    def __init__(self, output: OutputFile, config: MkDocsConfig) -> None:
        super().__init__(
            output.path, None, config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.INCLUDED
        )
        self.generated_by = "dossier"
        self._replaced: str | bytes | None = None
        self._output = output

    @property
    def _content(self) -> str | bytes | None:
        """The content, made anew unless a plugin replaced it. Raises PluginError where it cannot be rendered."""
        if self._replaced is not None:
            return self._replaced
        try:
            return self._output.content
        except UserError as error:
            raise PluginError(str(error)) from error

    @_content.setter
    def _content(self, content: str | bytes | None) -> None:
        self._replaced = content

    def copy_file(self, dirty: bool = False) -> None:
        """Write the file, unless it is empty and only holds the place of a data file."""
        if self._output.source:
            super().copy_file(dirty)


class PyromarkPage(StoredPage):
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
    store = HtmlStore()
    for file in files.documentation_pages():
        if file.src_uri in paths and type(file.page) is Page:
            file.page.__class__ = PyromarkPage
            cast(PyromarkPage, file.page).store = store
