"""The MkDocs adapter: hands the pages over, watches the content, fails the build on findings, swaps the site whole."""

import json
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from functools import partial
from html import escape
from pathlib import Path
from typing import Any, Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from dossier.cli import COMMANDS
from dossier.cli.reference import command_docs
from dossier.export import EXPORT_DOCS, changes_atom
from dossier.graph.urls import relative_url
from dossier.io.git import build_date
from dossier.load.publish_context import publish_context
from dossier.model.output import OutputFile
from dossier.pipeline import check_dossier, json_ld, render_assets, render_pages
from dossier.publish import error_page, headers
from dossier.publish.headers import CspHashes
from dossier.publish.staging import Staging
from dossier.publish.write_outputs import write_outputs
from dossier.render import MissingAssetsError
from dossier.render.assets import assets, search_worker
from dossier.render.findings_page import findings_page
from dossier.render.head.tags import Head, as_text, first_words, locale_of
from dossier.render.search import search_index_js
from dossier.report.progress import Progress
from dossier.text.plural import pluralize

log = logging.getLogger("mkdocs.plugins.dossier")

SITEMAPS = ("sitemap.xml", "sitemap.xml.gz")
SEARCH_INDEX = Path("search/search_index.json")
SEARCH_WORKER = "assets/javascripts/workers/search.*"
UNLABELLED_SEARCH_DIALOG = (
    '<div class="md-search" data-md-component="search" role="dialog">',
    '<div class="md-search" data-md-component="search" role="dialog" aria-label="Search">',
)
STEPS = 2
"""A page is made of its Markdown, then of its template: two steps of a build."""
PACKAGE = Path(__file__).parent
TEMPLATES = PACKAGE / "render" / "templates"
THEME = PACKAGE / "theme"


class DossierConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options in mkdocs.yml."""

    root = config_options.Type(str, default=".")
    """The folder of `content/` and `seeds/`, from the folder of mkdocs.yml."""


class DossierPlugin(BasePlugin[DossierConfig]):  # type: ignore[no-untyped-call]
    """Makes the pages of a dossier part of a MkDocs site."""

    def __init__(self) -> None:
        self._serving = False
        self._dirty = False
        self._last_good: tuple[OutputFile, ...] = ()
        self._beside: Callable[[], Iterable[OutputFile]] = assets
        self._linked: Callable[[str], str] = lambda path: ""
        self._made_pages: dict[str, OutputFile] = {}
        self._staging: Staging | None = None
        self._progress: Progress | None = None
        self._warnings = CountHandler()
        self._date = ""
        self._inline = CspHashes()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Also makes MkDocs keep this very object over all rebuilds of `serve`."""
        self._serving, self._dirty = command == "serve", dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Build beside the site, so that the last good one stays whole; hold `serve` to the address of the site."""
        config.use_directory_urls = False
        config.theme.dirs.insert(bool(config.theme.custom_dir), str(THEME))
        self._date = build_date(self._root(config)).date().isoformat()
        if self._serving:
            config.site_url = next((one["site_url"] for one in config.user_configs if "site_url" in one), None)
        elif not self._dirty:
            self._staging = Staging.create(Path(config.site_dir))
            config.site_dir = str(self._staging.folder)
        self._inline = CspHashes()
        self._warnings = CountHandler()
        self._warnings.setLevel(logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self._warnings)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Hand the outputs over. A hand-written page of the same address is a mistake, and is said so."""
        self._made_pages = {}
        taken = {file.dest_uri: file.src_uri for file in files}
        with _asset_errors_as_plugin_errors():
            made_now = self._build_pages(config)
        for output in made_now:
            made = File.generated(config, output.path, content=output.content, inclusion=InclusionLevel.INCLUDED)
            if made.dest_uri in taken:
                hand_written = taken[made.dest_uri]
                raise PluginError(f"{config.docs_dir}/{hand_written} stands where a made page belongs: rename it")
            files.append(made)
            self._made_pages[output.path] = output
        _replace_search_worker(files, config)
        self._progress = Progress("Pages", STEPS * len(files.documentation_pages()))
        return files

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Give the sitemap the date of the content, not of the clock."""
        page.update_date = self._date
        return page

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Keep the search from reading a page that has an entry of its own, or lists what others say."""
        made = self._made_pages.get(page.file.src_uri)
        if made and (made.search_entry or not made.is_searchable):
            page.meta["search"] = {"exclude": True}
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """A page that does not describe itself is described by how it begins."""
        page.meta.setdefault("description", escape(first_words(html)))
        self._step()
        return html

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Name Material's search dialog, which screen readers announce; fill the page's head."""
        self._inline.read(output)
        self._step()
        return output.replace(*UNLABELLED_SEARCH_DIALOG, 1).replace(
            "</head>", f"{self._head(page, config).tags()}</head>", 1
        )

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for the page of an address that is not there."""
        return output_content.replace(*UNLABELLED_SEARCH_DIALOG, 1)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Ship what stands beside the pages, for the search and for the host too; then swap the site in."""
        site = Path(config.site_dir)
        self._write_search(site / SEARCH_INDEX)
        with _asset_errors_as_plugin_errors():
            write_outputs(self._beside(), site)
        self._inline.read(error_page.inline_styles(site, config.site_url))
        for name in SITEMAPS if not config.site_url else ():
            (site / name).unlink(missing_ok=True)  # It would name no page, which no sitemap may.
        (site / headers.PATH).write_text(self._inline.headers(), "utf-8", newline="\n")
        if self._staging and not (config.strict and self._warnings.get_counts()):
            self._staging.commit()
            config.site_dir = str(self._staging.site)
        self._clear()

    def on_build_error(self, *, error: Exception) -> None:
        self._clear()

    def on_shutdown(self) -> None:
        self._clear()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Reload on a change of a record, a text, a template or a chapter."""
        root = self._root(config)
        own = (TEMPLATES, PACKAGE / "assets", PACKAGE / "handbook")
        for folder in (root / "content", root / "seeds", *own):
            server.watch(str(folder))
        return server

    def _write_search(self, index: Path) -> None:
        """Ship every entry for our search, which loads them when it is used; leave Material's index its settings alone.

        Material loads its index with every page, as data where the site is hosted, as a script from a folder.
        """
        if not index.is_file():
            return
        read = json.loads(index.read_text("utf-8"))
        entries = search_index_js(self._made_pages.values(), read["docs"])
        settings = json.dumps(read | {"docs": []}, separators=(",", ":"))
        for name, content in (
            ("entries.js", entries),
            ("search_index.json", settings),
            ("search_index.js", f"var __index = {settings}"),
        ):
            index.with_name(name).write_text(content, "utf-8", newline="\n")

    def _build_pages(self, config: MkDocsConfig) -> tuple[OutputFile, ...]:
        """The pages of a dossier without findings; in `serve`, what there is to show of one with some."""
        graph, findings = check_dossier(self._root(config))
        if not findings and graph is not None:
            told = publish_context(self._root(config), config.site_url)
            self._last_good = (*render_pages(graph, told, command_docs(COMMANDS)), *_placeholder_files())
            self._beside = partial(render_assets, graph, told)
            self._linked = json_ld(graph, told).for_page
            return self._last_good
        for finding in findings:
            log.error("%s", finding)
        said = pluralize(len(findings), "finding")
        if not self._serving:
            raise PluginError(f"{said}: the dossier is not built, the last good site stays as it is")
        log.error("%s: what you see is the last state without any", said)
        return self._last_good or findings_page(findings)

    def _head(self, page: Page, config: MkDocsConfig) -> Head:
        """What a page tells of itself; titles and descriptions are HTML in MkDocs, as Material prints them."""
        title = config.site_name if page.is_homepage else page.meta.get("title") or page.title
        return Head(
            title=as_text(str(title)),
            description=as_text(str(page.meta["description"] or config.site_description or "")),
            site=config.site_name,
            locale=locale_of(config.theme["language"]),
            feed=relative_url(changes_atom.PATH, page.url),
            address=page.canonical_url or "",
            data=self._linked(page.file.src_uri),
            is_home=page.is_homepage,
        )

    def _root(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path or "mkdocs.yml").resolve().parent / self.config.root

    def _step(self) -> None:
        if self._progress:
            self._progress.step()

    def _clear(self) -> None:
        if self._progress:
            self._progress.close()
        self._progress = None
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        if self._staging:
            self._staging.clear()
        self._staging = None


@contextmanager
def _asset_errors_as_plugin_errors() -> Iterator[None]:
    """A package without its browser parts stops the build with a word, not a traceback."""
    try:
        yield
    except MissingAssetsError as missing:
        raise PluginError(str(missing)) from missing


def _placeholder_files() -> Iterator[OutputFile]:
    """Empty files where the data will stand, so that MkDocs knows what links to them lead to."""
    return (OutputFile(path, b"") for text in EXPORT_DOCS for path in (text.path, *text.parts))


def _replace_search_worker(files: Files, config: MkDocsConfig) -> None:
    """Put our search at the address where Material starts its own, whose source map goes with it."""
    for theirs in [file for file in files if fnmatch(file.src_uri, SEARCH_WORKER)]:
        files.remove(theirs)
        if theirs.src_uri.endswith(".js"):
            files.append(File.generated(config, theirs.src_uri, content=search_worker()))
