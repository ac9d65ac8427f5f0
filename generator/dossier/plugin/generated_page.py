"""The pages that the generator writes: rendered when MkDocs reads them, and converted without Python-Markdown."""

import posixpath
import re
from collections.abc import Callable, Collection, MutableMapping
from functools import lru_cache
from pathlib import Path
from sys import intern
from typing import Any, NamedTuple, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc
from mkdocs.utils.meta import get_data

from dossier.graph.urls import relative_url
from dossier.load.loader import CONTENT, SETTINGS
from dossier.model.errors import UserError
from dossier.model.output import OutputFile
from dossier.plugin.page_store import HtmlStore, StoredPage
from dossier.publish.convert import convert_markdown

USUAL_EXTENSIONS = ("toc", "tables", "fenced_code")
"""The extensions of Markdown that MkDocs turns on."""
PLAIN_PATH, PLAIN_ANCHOR = re.compile(r"[\w./-]+", re.ASCII), re.compile(r"[\w.-]+", re.ASCII)
"""The parts of a relative link in which nothing is encoded, as the pages have them."""
FRONT_MATTER = re.compile(r'---\n((?:(?:title|description): "[^"\\\n]*"\n)+)\n*---\n+')
"""Front matter that holds nothing but plain texts, as the pages of records have it."""
FRONT_MATTER_LINE = re.compile(r'(\w+): "(.*)"\n')
MAX_TARGETS = 2**12
SETTINGS_PATH = Path(CONTENT) / SETTINGS


class Target(NamedTuple):
    """The file that a link leads to, and its address from the page."""

    file: File
    address: str


TargetLookup = Callable[[str, str], Target | None]
"""Returns the target of the path of a link, given the folder of its page; None if it is not a file of the site."""


class GeneratedFile(File):
    """A file with the content of an output, which is made when MkDocs reads it, and not kept.

    `abs_src_path` is the file that editors change to change the page, else the settings of the dossier: other plugins
    learn from it who has changed the page, and when.
    """

    def __init__(self, output: OutputFile, config: MkDocsConfig, root: Path) -> None:
        super().__init__(
            output.path, None, config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.INCLUDED
        )
        self.edited_file = output.edited_file
        self.edit_uri = None  # It depends on the host: see file_links.py.
        self.generated_by = None if output.edited_file else "dossier"  # Plugins date generated files by the clock.
        self.abs_src_path = str(root / (output.edited_file or SETTINGS_PATH)) if output.path.endswith(".md") else None
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


class PageLinks(_RelativePathTreeprocessor):
    """MkDocs' resolver of links, without its work for those that it would find at once, which are nearly all."""

    def __init__(self, file: File, files: Files, config: MkDocsConfig, find: TargetLookup) -> None:
        super().__init__(file, files, config)
        self._folder, self._find = posixpath.dirname(file.src_uri), find

    def path_to_url(self, url: str) -> str:
        """Return the address of what a link leads to; note the anchor, for MkDocs to check."""
        path, mark, anchor = url.partition("#")
        target = self._find(self._folder, path) if path else Target(self.file, "")
        if target is None or (not PLAIN_ANCHOR.fullmatch(anchor) if mark else not path):
            return super().path_to_url(url)
        if not mark:
            return target.address
        self.links_to_anchors.setdefault(target.file, {}).setdefault(intern(anchor), url)
        return f"{target.address}#{anchor}"


def target_lookup(files: Files) -> TargetLookup:
    """Return a function that looks up targets, and keeps them: most pages of a folder link to the same files."""

    @lru_cache(MAX_TARGETS)
    def find(folder: str, path: str) -> Target | None:
        file = files.src_uris.get(posixpath.normpath(posixpath.join(folder, path)))
        if not PLAIN_PATH.fullmatch(path) or file is None or file.inclusion.is_excluded():  # type: ignore[no-untyped-call]
            return None
        return Target(file, relative_url(file.url, posixpath.join(folder, "")))

    return find


class PyromarkPage(StoredPage):
    """A page that is converted by pyromark instead of Python-Markdown; links are resolved and checked by MkDocs."""

    find_target: TargetLookup

    def read_source(self, config: MkDocsConfig) -> None:
        """Set the page's Markdown and front matter, as MkDocs' own pages do."""
        source = config.plugins.on_page_read_source(page=self, config=config)
        self.markdown, self.meta = read_front_matter(self.file.content_string if source is None else source)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set the page's HTML, title, table of contents, anchors, and links to anchors, as MkDocs' own pages do."""
        links = PageLinks(self.file, files, config, self.find_target)
        html = convert_markdown(self.markdown or "", links.path_to_url)
        self.content, self.toc, self._title_from_render = html.html, get_toc(html.toc), html.title
        self.present_anchor_ids, self.links_to_anchors = set(html.anchors), links.links_to_anchors


def read_front_matter(source: str) -> tuple[str, MutableMapping[str, Any]]:
    """Return a page without its front matter, and that. MkDocs reads it as YAML; plain texts mean the same without."""
    match = FRONT_MATTER.match(source)
    if match is None or not match[1].replace("\n", "").isprintable():
        return get_data(source)
    return source[match.end() :], dict(FRONT_MATTER_LINE.findall(match[1]))


def convert_generated_pages(files: Files, paths: Collection[str], config: MkDocsConfig) -> None:
    """Let the pages at these paths be converted by pyromark, unless mkdocs.yml turns on extensions of Markdown."""
    if config.markdown_extensions != [*USUAL_EXTENSIONS] or config.mdx_configs:
        return
    store, find_target = HtmlStore(), target_lookup(files)
    for file in files.documentation_pages():
        if file.src_uri in paths and type(file.page) is Page:
            file.page.__class__ = PyromarkPage
            page = cast(PyromarkPage, file.page)
            page.store, page.find_target = store, find_target
