"""The MkDocs adapter: hands the pages over, watches the content, fails the build on findings, swaps the site whole."""

import logging
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from generator.load.date import build_date
from generator.load.edition import edition
from generator.model.output import Output
from generator.package.staging import Staging
from generator.pipeline import checked, outputs
from generator.render import MissingAssetsError
from generator.render.findings import findings_page

log = logging.getLogger("mkdocs.plugins.dossier")

SEARCH_INDEX = Path("search/search_index.json")
NAMELESS_SEARCH = (
    '<div class="md-search" data-md-component="search" role="dialog">',
    '<div class="md-search" data-md-component="search" role="dialog" aria-label="Search">',
)
TEMPLATES = Path(__file__).parent / "render" / "templates"


class DossierConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options in mkdocs.yml."""

    root = config_options.Type(str, default=".")
    """The folder of `content/` and `seeds/`, from the folder of mkdocs.yml."""


class DossierPlugin(BasePlugin[DossierConfig]):  # type: ignore[no-untyped-call]
    """Makes the pages of a dossier part of a MkDocs site."""

    def __init__(self) -> None:
        self._serving = False
        self._dirty = False
        self._last_good: tuple[Output, ...] = ()
        self._made_pages: dict[str, Output] = {}
        self._staging: Staging | None = None
        self._warnings = CountHandler()
        self._date = ""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Also makes MkDocs keep this very object over all rebuilds of `serve`."""
        self._serving, self._dirty = command == "serve", dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Build beside the site, so that the last good one stays whole; hold `serve` to the address of the site."""
        config.use_directory_urls = False
        self._date = build_date(self._root(config)).date().isoformat()
        if self._serving:
            config.site_url = next((one["site_url"] for one in config.user_configs if "site_url" in one), None)
        elif not self._dirty:
            self._staging = Staging.beside(Path(config.site_dir))
            config.site_dir = str(self._staging.folder)
        self._warnings = CountHandler()
        self._warnings.setLevel(logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self._warnings)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Hand the outputs over. A hand-written page of the same address is a mistake, and is said so."""
        self._made_pages = {}
        for output in self._outputs(config):
            if output.path in files.src_uris:
                raise PluginError(f"{config.docs_dir}/{output.path} stands where a made page belongs: rename it")
            made = File.generated(config, output.path, content=output.content, inclusion=InclusionLevel.INCLUDED)
            files.append(made)
            self._made_pages[output.path] = output
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give Material's search the entries of the pages that have one, instead of letting it read them."""
        search: Any = config.plugins.get("material/search")
        if search is None:
            return env
        for path, output in self._made_pages.items():
            file = files.get_file_from_path(path)
            if output.entry is not None and file is not None:
                title, text = (str(escape(part)) for part in output.entry[:2])
                entry = {"location": file.url, "title": title, "text": text, "boost": output.entry.boost}
                search.search_index.entries.append(entry)
        return env

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Give the sitemap the date of the content, not of the clock."""
        page.update_date = self._date
        return page

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Keep the search from reading a page that has an entry of its own, or lists what others say."""
        made = self._made_pages.get(page.file.src_uri)
        if made and (made.entry or not made.searched):
            page.meta["search"] = {"exclude": True}
        return markdown

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Name Material's search dialog, which screen readers announce."""
        return output.replace(*NAMELESS_SEARCH, 1)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for the page of an address that is not there."""
        return output_content.replace(*NAMELESS_SEARCH, 1)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Ship the search index as a script too, which pages opened from a folder can load; then swap the site in."""
        index = Path(config.site_dir) / SEARCH_INDEX
        if index.is_file():
            index.with_suffix(".js").write_text(f"var __index = {index.read_text('utf-8')}", "utf-8", newline="\n")
        if self._staging and not (config.strict and self._warnings.get_counts()):
            self._staging.swap_in()
            config.site_dir = str(self._staging.site)
        self._clear()

    def on_build_error(self, *, error: Exception) -> None:
        self._clear()

    def on_shutdown(self) -> None:
        self._clear()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Reload on a change of a record, a text or a template."""
        root = self._root(config)
        for folder in (root / "content", root / "seeds", TEMPLATES, TEMPLATES.parents[1] / "assets"):
            server.watch(str(folder))
        return server

    def _outputs(self, config: MkDocsConfig) -> tuple[Output, ...]:
        try:
            return self._made(config)
        except MissingAssetsError as missing:
            raise PluginError(str(missing)) from missing

    def _made(self, config: MkDocsConfig) -> tuple[Output, ...]:
        """The outputs of a dossier without findings; in `serve`, what there is to show of one with some."""
        graph, findings = checked(self._root(config))
        if not findings and graph is not None:
            self._last_good = outputs(graph, edition(self._root(config), config.site_url))
            return self._last_good
        for finding in findings:
            log.error("%s", finding)
        said = f"{len(findings)} finding{'s' * (len(findings) != 1)}"
        if not self._serving:
            raise PluginError(f"{said}: the dossier is not built, the last good site stays as it is")
        log.error("%s: what you see is the last state without any", said)
        return self._last_good or findings_page(findings)

    def _root(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path or "mkdocs.yml").resolve().parent / self.config.root

    def _clear(self) -> None:
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        if self._staging:
            self._staging.clear()
        self._staging = None
