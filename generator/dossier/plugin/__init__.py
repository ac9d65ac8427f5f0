"""The MkDocs plugin: adds the pages, watches the content, fails the build on findings, replaces the site atomically."""

import logging
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from dossier.cli.app import cli
from dossier.cli.reference import command_docs
from dossier.io.git import build_date
from dossier.io.memory import give_back_memory
from dossier.load.publication import USUAL_PLUGINS, publish_context, read_language, site_url_of
from dossier.model.dossier import Settings
from dossier.model.finding import Finding
from dossier.model.output import OutputFile
from dossier.pipeline import (
    CheckResult,
    check_dossier,
    json_ld,
    page_alternates,
    render_assets,
    render_pages,
    render_scripts,
    render_served_assets,
    start_check,
)
from dossier.plugin.build_errors import failure_of_plugin, log_findings, not_built, user_errors_as_plugin_errors
from dossier.plugin.data_files import placeholder_files, write_data_files
from dossier.plugin.file_links import FileLinks, find_file_links
from dossier.plugin.generated_page import GeneratedFile, convert_generated_pages
from dossier.plugin.other_plugins import NAVIGATION_PLUGINS, complete_pages
from dossier.plugin.page_head import Citation, page_head
from dossier.plugin.page_shells import use_page_shells
from dossier.plugin.page_store import SharedHeadings, StoredPage, release_html, release_links, release_markdown
from dossier.plugin.plugin_options import DossierConfig
from dossier.plugin.search_files import label_search_dialog, replace_search_worker, write_search
from dossier.plugin.settings import follow_dossier, reject_instant_navigation, set_site_name, written_settings
from dossier.plugin.theme_environment import list_visible, prepare_theme_environment, translate_theme
from dossier.publish.host_files import HEADERS_PATH, CspHashes, inline_styles
from dossier.publish.staging import Staging
from dossier.publish.write_outputs import write_outputs
from dossier.render.alternates import Alternates
from dossier.render.assets import iter_assets
from dossier.render.edit_links import EditLinks
from dossier.render.head import citation_fields, first_words
from dossier.render.navigation import navigation
from dossier.render.site import findings_page
from dossier.report.progress import Progress
from dossier.text.interface import SOURCE_LANGUAGE, interface_language
from dossier.text.wording import pluralize

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.dossier")

SITEMAPS = ("sitemap.xml", "sitemap.xml.gz")
STEPS_PER_PAGE = 2
"""MkDocs renders a page's Markdown, then its template."""
PACKAGE = Path(__file__).parents[1]
TEMPLATES = PACKAGE / "render" / "templates"
THEME = PACKAGE / "theme"


class DossierPlugin(BasePlugin[DossierConfig]):  # type: ignore[no-untyped-call]
    """Adds the pages of a dossier to a MkDocs site."""

    def __init__(self) -> None:
        self.check: Callable[[Path], CheckResult] = check_dossier
        """Returns the dossier to serve, below a folder, and its findings; `dossier serve` keeps it in memory."""
        self._wait_for_rules: Callable[[], tuple[Finding, ...]] = tuple
        self._is_alone = False
        """Whether no other plugin or hook may ask for the Markdown or the HTML of a page."""
        self._serving = False
        self._is_staged = True
        self._last_good: tuple[OutputFile, ...] = ()
        self.page_assets: Callable[[], Iterable[OutputFile]] = iter_assets
        """Yields the files that pages load in browsers."""
        self._assets: Callable[[], Iterable[OutputFile]] = iter_assets
        """Yields the files that are written once the pages are."""
        self._json_ld_for: Callable[[str], str] = lambda path: ""
        self._alternates = Alternates()
        self._citation: Citation = partial(citation_fields, None, None)
        self._pages: dict[str, OutputFile] = {}
        self._file_links = FileLinks(None, "")
        self._plugins: Mapping[str, object] = {}
        self._settings: Settings | None = None
        self._staging: Staging | None = None
        self._progress: Progress | None = None
        self._warnings = CountHandler()
        self._date = ""
        self._nav: Navigation | None = None
        self._csp_hashes = CspHashes()
        self._headings = SharedHeadings()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note the command, which another program may give another name. With this event, `serve` keeps this object."""
        self._serving, self._is_staged = command == "serve", command in ("build", "gh-deploy") and not dirty

    @event_priority(100)
    def _follow_dossier(self, /, config: MkDocsConfig) -> MkDocsConfig:
        """Let theme and search use the language and title of the dossier, before other plugins ask for them."""
        self._plugins = config.plugins
        follow_dossier(config, self.dossier_root(config))
        return config

    def _prepare(self, /, config: MkDocsConfig) -> MkDocsConfig:
        """Build into a staging folder; keep `site_url` as configured under `serve`."""
        reject_instant_navigation(config)
        self._file_links = find_file_links(config, self.config.root)
        config.use_directory_urls = False
        config.theme.dirs.insert(bool(config.theme.custom_dir), str(THEME))
        make_environment = config.theme.get_env
        config.theme.get_env = lambda: self._complete(list_visible(make_environment()))  # type: ignore[method-assign]
        with user_errors_as_plugin_errors():
            self._date = build_date(self.dossier_root(config)).date().isoformat()
        if self._serving:
            config.site_url = site_url_of(written_settings(config))
        elif self._is_staged:
            self._staging = Staging.create(Path(config.site_dir))
            config.site_dir = str(self._staging.folder)
        self._is_alone = config.plugins.keys() <= USUAL_PLUGINS
        self._csp_hashes = CspHashes()
        self._warnings = CountHandler(level=logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self._warnings)
        return config

    on_config = CombinedEvent(_follow_dossier, _prepare)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages to MkDocs' files. Raises PluginError where a hand-written page has the same address."""
        self._pages = {}
        hand_written, root = {file.dest_uri: file.src_uri for file in files}, self.dossier_root(config)
        set_site_name(config, root)
        with user_errors_as_plugin_errors():
            outputs = self._build_pages(config)
        for output in outputs:
            file = GeneratedFile(output, config, root)
            if file.dest_uri in hand_written:
                page = f"{config.docs_dir}/{hand_written[file.dest_uri]}"
                raise PluginError(f"{page} has the address of a generated page: rename it")
            files.append(file)
            self._pages[output.path] = output
        if not config.nav and not NAVIGATION_PLUGINS & config.plugins.keys():
            with interface_language(self._language):
                config.nav = navigation(self._pages, [path for path in hand_written.values() if path.endswith(".md")])
        replace_search_worker(files, config)
        if not self._serving:
            self._progress = Progress("Pages", STEPS_PER_PAGE * len(files.documentation_pages()))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Convert the generated pages without Python-Markdown."""
        convert_generated_pages(files, self._pages, config)
        self._file_links.add_edit_urls(files)
        self._nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Prepare the environment of the theme's templates, whose footer shows the settings of this state."""
        is_ours = prepare_theme_environment(self._complete(env), config)
        if self._serving:
            return env
        if self._is_alone:
            release_links([file.page for file in files if file.page])
        give_back_memory()
        if is_ours and self.config.page_shells and self._nav:
            use_page_shells(env, self._nav, files, config)
        return env

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Date the sitemap by the content, not by the clock."""
        page.update_date = self._date
        return page

    @event_priority(100)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Exclude from MkDocs' search index each page that has its own search entry or only lists others.

        Keep the plugin `macros` from reading the words that are quoted on a page as a template.
        """
        output = self._pages.get(page.file.src_uri)
        if output and (output.search_entry or not output.is_searchable):
            page.meta["search"] = {"exclude": True}
        if output and "macros" in config.plugins:
            page.meta["render_macros"] = False
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Use the first words of a page as its description where it has none."""
        if "description" not in page.meta:
            page.meta["description"] = escape(first_words(html))
        self._step()
        if self._is_alone:
            release_markdown(page)
            self._headings.share(page)
        return html

    @event_priority(100)
    def _hide_from_search(self, /, context: TemplateContext, *, page: Page, **kwargs: Any) -> TemplateContext:
        """Hide a page that is not in MkDocs' search index from Material's plugin, which would look through it."""
        if self._is_alone and isinstance(page, StoredPage):
            page.is_hidden = bool(page.meta.get("search", {}).get("exclude"))
        return context

    @event_priority(-100)
    def _show_again(self, /, context: TemplateContext, *, page: Page, **kwargs: Any) -> TemplateContext:
        """Show the page that was hidden."""
        if isinstance(page, StoredPage):
            page.is_hidden = False
        return context

    on_page_context = CombinedEvent(_hide_from_search, _show_again)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Label Material's search dialog for screen readers; complete the page's head."""
        self._csp_hashes.add_page(output)
        self._step()
        if self._is_alone:
            release_html(page)
        with interface_language(self._language):
            head = page_head(page, config, self._json_ld_for(page.file.src_uri), self._alternates, self._citation)
            return label_search_dialog(output).replace("</head>", f"{head.tags()}</head>", 1)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Label the search dialog of the error page too."""
        with interface_language(self._language):
            return label_search_dialog(output_content)

    @event_priority(100)
    def _write_assets(self, /, *, config: MkDocsConfig) -> None:
        """Write the assets, before other plugins change them.

        In a build, the process of the rules has written the data files and the data of the pages.
        """
        with user_errors_as_plugin_errors():
            findings = self._end_check()
        if findings:
            raise not_built(findings)
        with user_errors_as_plugin_errors():
            write_outputs(self._assets(), Path(config.site_dir))

    @event_priority(-100)
    def _finish(self, /, *, config: MkDocsConfig) -> None:
        """Write the search entries and headers, then move the site into place."""
        site = Path(config.site_dir)
        self._write_search(site)
        if not self._is_alone:
            self._csp_hashes = complete_pages(site)
        self._csp_hashes.add_page(inline_styles(site, config.site_url))
        for name in SITEMAPS if not config.site_url else ():
            (site / name).unlink(missing_ok=True)  # Without `site_url` it lists no page, which the format forbids.
        (site / HEADERS_PATH).write_text(self._csp_hashes.headers_file(site), "utf-8", newline="\n")
        if self._staging and not (config.strict and self._warnings.get_counts()):
            self._staging.commit()
            config.site_dir = str(self._staging.site)
        self._clean_up()

    on_post_build = CombinedEvent(_write_assets, _finish)

    def on_build_error(self, *, error: Exception) -> None:
        """Log the findings of the rules, which may be why the build failed. Raises PluginError if a plugin is."""
        self._end_check()
        self._clean_up()
        if failure := failure_of_plugin(error, self._plugins):
            raise failure from error

    def on_shutdown(self) -> None:
        self._clean_up()

    def on_serve(self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: Any) -> "LiveReloadServer":
        """Rebuild when a record, source text, template, asset or chapter changes."""
        for folder in self.watched_folders(config):
            server.watch(str(folder))
        return server

    def watched_folders(self, config: MkDocsConfig) -> tuple[Path, ...]:
        """Return the folders of the dossier, and those of this package from which pages and assets are made."""
        root = self.dossier_root(config)
        ours = (TEMPLATES, THEME, PACKAGE / "assets", PACKAGE / "handbook")
        return tuple(folder for folder in (root / "content", root / "seeds", *ours) if folder.is_dir())

    def write_empty_search(self, config: MkDocsConfig) -> None:
        """Write Material's search index without any page, which is what its pages load; after `on_pre_build`."""
        for name in USUAL_PLUGINS & config.plugins.keys():
            if "search" in name:
                config.plugins[name].on_post_build(config=config)
        self._write_search(Path(config.site_dir))

    def _write_search(self, site: Path) -> None:
        with interface_language(self._language):
            write_search(site, self._pages.values())

    def _end_check(self) -> tuple[Finding, ...]:
        """Wait for the rules, log their findings and return them; return none the second time."""
        wait, self._wait_for_rules = self._wait_for_rules, tuple
        findings = wait()
        log_findings(findings)
        return findings

    def _build_pages(self, config: MkDocsConfig) -> tuple[OutputFile, ...]:
        """Return the pages. With findings raise PluginError, or under `serve` return the last good pages.

        A build renders them while the rules still run, in another process that then writes the data.
        """
        root, repository = self.dossier_root(config), self._file_links.repository
        if self._serving:
            graph, findings = self.check(root)
        else:
            site = Path(config.site_dir)
            last_site = (self._staging.site if self._staging else site) if self.config.social_cards else None
            write_data = partial(write_data_files, root, config.site_url, repository, site, last_site)
            graph, findings, self._wait_for_rules = start_check(root, write_data)
        if not findings and graph is not None:
            publication = publish_context(root, config.site_url, repository)
            self._settings = graph.dossier.settings
            self._last_good = (*render_pages(graph, publication, command_docs(cli)), *placeholder_files())
            self.page_assets = partial(render_served_assets, graph, publication)
            assets, scripts = partial(render_assets, graph, publication), partial(render_scripts, graph)
            self._assets = assets if self._serving else scripts
            self._json_ld_for = json_ld(graph, publication).for_page
            alternates = page_alternates(graph, publication)
            self._alternates = alternates if self.config.social_cards else alternates._replace(cards={})
            self._citation = partial(citation_fields, self._settings, publication.published_on)
            return self._last_good
        log_findings(findings)
        if not self._serving:
            raise not_built(findings)
        log.error("%s: still showing the last state without findings", pluralize(len(findings), "finding"))
        with interface_language(read_language(root)):
            return self._last_good or findings_page(findings)

    def dossier_root(self, config: MkDocsConfig) -> Path:
        """Return the folder that holds `content/` and `seeds/`."""
        return Path(config.config_file_path or "mkdocs.yml").resolve().parent / self.config.root

    @property
    def _language(self) -> str:
        """The language of the pages; English where there is no dossier to show."""
        return self._settings.language if self._settings else SOURCE_LANGUAGE

    def _complete(self, environment: Environment) -> Environment:
        """Add what the theme's templates need to an environment: other plugins may render pages with their own."""
        environment.globals |= {"settings": self._settings, "edit_links": self._links_of}
        translate_theme(environment, self._language)
        return environment

    def _links_of(self, page: Page | None) -> EditLinks:
        with interface_language(self._language):
            return self._file_links.links_of(page, self._settings)

    def _step(self) -> None:
        if self._progress:
            self._progress.step()

    def _clean_up(self) -> None:
        if self._progress:
            self._progress.close()
        self._progress = None
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        if self._staging:
            self._staging.discard()
        self._staging = None
