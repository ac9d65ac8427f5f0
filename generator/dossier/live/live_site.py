"""The site in memory, for `dossier serve`: MkDocs renders a page when it is asked for, the rest of the site never.

MkDocs reads its settings and lists the files as in a build. The functions that it renders one page with are called for
one page. What depends on all pages, such as the data files and the search, is built by MkDocs in another process.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from threading import Lock
from time import time_ns
from typing import NamedTuple, Protocol, cast

from jinja2 import Environment, TemplateError
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError, ConfigurationError, MkDocsException
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation

from dossier.check.run import can_be_shown
from dossier.export.registry import EXPORT_DOCS
from dossier.graph import Graph
from dossier.live.processes import FullBuild
from dossier.load.publication import USUAL_PLUGINS
from dossier.model.output import OutputFile
from dossier.pipeline import CheckResult, DossierMemory, check_dossier, link_dossier
from dossier.publish.host_files import ERROR_PAGE_PATH, HEADERS_PATH

EXPORTED = frozenset(path for export in EXPORT_DOCS for path in (export.path, *export.parts))
NOT_BUILT = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)
SEARCH_FOLDER = "search"
WHOLE_FOLDERS = ("data/", f"{SEARCH_FOLDER}/")
WHOLE_FILES = ("sitemap.xml.gz", HEADERS_PATH)
_INHERITED = re.compile(r"^INHERIT:\s*['\"]?([^'\"#\n]+?)['\"]?\s*(?:#.*)?$", re.MULTILINE)


def has_other_plugins(config_file: Path) -> bool:
    """Return whether an mkdocs.yml names plugins or hooks that may need all pages to render one."""
    return not USUAL_PLUGINS.issuperset(load_config(config_file=str(config_file)).plugins)


class LivePlugin(Protocol):
    """What the site needs of the plugin."""

    check: Callable[[Path], CheckResult]

    def dossier_root(self, config: MkDocsConfig) -> Path:
        """Return the folder with `content/` and `seeds/`."""

    def watched_folders(self, config: MkDocsConfig) -> tuple[Path, ...]:
        """Return the folders from which the plugin makes pages and assets."""

    def page_assets(self) -> Iterable[OutputFile]:
        """Yield the files that pages load in browsers."""

    def write_empty_search(self, config: MkDocsConfig) -> None:
        """Write the settings of the search to the folder of the site."""


class _Version(NamedTuple):
    """One state of the site: its files by their addresses, its assets, and the content of what was asked for."""

    files: Files
    nav: Navigation
    environment: Environment
    by_address: Mapping[str, File]
    unlisted: Iterator[OutputFile]
    listed: dict[str, OutputFile]
    made: dict[str, bytes]


class LiveSite:
    """The site of a dossier as it is now. `folder` is for what MkDocs writes.

    `version` grows with each state, also from one server to the next.
    """

    def __init__(self, config_file: Path, folder: Path) -> None:
        self._config_file = config_file.resolve()
        self._folder = folder
        self._lock = Lock()
        self._memory = DossierMemory()
        self._result: CheckResult | None = None
        self._settings: Mapping[Path, str] = {}
        self._config: MkDocsConfig
        self.version = time_ns() // 1_000_000
        self._load_settings()
        self._whole = FullBuild(self._config_file, folder / "whole")
        problem = self.refresh()
        if problem:
            raise ConfigurationError(problem)

    def close(self) -> None:
        """Let the plugins end their work."""
        self._whole.stop()
        self._config.plugins.on_shutdown()

    @property
    def root(self) -> Path:
        """The folder with `content/` and `seeds/`."""
        return self._plugin.dossier_root(self._config)

    @property
    def watched_folders(self) -> tuple[Path, ...]:
        """The folders whose files the site is made of."""
        theme = (self._config.theme.custom_dir,) if self._config.theme.custom_dir else ()
        folders = map(Path, (self._config.docs_dir, *theme, *self._config.watch))
        return (*self._plugin.watched_folders(self._config), *(folder for folder in folders if folder.is_dir()))

    @property
    def watched_files(self) -> tuple[Path, ...]:
        """The files with the settings of MkDocs."""
        return tuple(self._settings)

    def refresh(self) -> str:
        """Read what has changed. Return why the site cannot be shown as it is now, "" if it can.

        Then the state before is still shown.
        """
        with self._lock:
            try:
                if _read_settings(self._config_file) != self._settings:
                    self._load_settings()
                self._result = self._read_dossier()
                self._current = self._new_version()
            except (MkDocsException, OSError, ValueError, TemplateError) as error:
                return str(error) if isinstance(error, MkDocsException) else f"{type(error).__name__}: {error}"
            finally:
                self.version += 1
        return ""

    def read(self, address: str) -> bytes | None:
        """Return the file at an address as a build would write it; None if there is none.

        Raises MkDocsException if a page cannot be rendered.
        """
        with self._lock:
            made = self._current.made
            if address not in made:
                content = self._make(address)
                if content is not None:
                    made[address] = content
        if address in made:
            return made[address]
        return self._whole.read(address, self.version) if self._needs_all_pages(address) else None

    def read_error_page(self) -> bytes | None:
        """Return the page for unknown addresses, as it was when the whole site was last built."""
        return self._whole.read(ERROR_PAGE_PATH, None)

    def _needs_all_pages(self, address: str) -> bool:
        """Return whether a build writes the file at an address after all pages."""
        templates = {*self._config.theme.static_templates, *self._config.extra_templates}
        return address.startswith(WHOLE_FOLDERS) or address in {*templates, *EXPORTED, *WHOLE_FILES}

    def _make(self, address: str) -> bytes | None:
        """Return a file that does not depend on all pages; None for another."""
        current = self._current
        file = current.by_address.get(address) if address not in EXPORTED else None
        if file is None:
            asset = self._find_asset(address)
            return None if asset is None else b"".join(asset.iter_bytes())
        if file.page is None or not file.is_documentation_page():
            return file.content_bytes
        pages = current.files.documentation_pages()
        _populate_page(file.page, self._config, current.files)
        _build_page(file.page, self._config, pages, current.nav, current.environment)
        return Path(file.abs_dest_path).read_bytes()

    def _find_asset(self, address: str) -> OutputFile | None:
        """Return the asset with this address; those that were not listed yet are, up to it."""
        current = self._current
        if address not in current.listed:
            for asset in current.unlisted:
                current.listed[asset.path] = asset
                if asset.path == address:
                    break
        return current.listed.get(address)

    def _load_settings(self) -> None:
        """Read the settings of MkDocs, and let the plugins set themselves up."""
        settings = _read_settings(self._config_file)
        site = self._folder / "site"
        try:
            config = load_config(config_file=str(self._config_file), site_dir=str(site))
        except MkDocsException as error:
            raise ConfigurationError(f"{self._config_file.name}: {error}") from error
        name = self._config_file.name
        if not USUAL_PLUGINS.issuperset(config.plugins):
            raise ConfigurationError(f"{name}: other plugins or hooks: start `dossier serve` again")
        if "dossier" not in config.plugins:
            raise ConfigurationError(f"{name}: the plugin `dossier` is missing")
        plugin = cast(LivePlugin, config.plugins["dossier"])
        if self._settings:
            self._config.plugins.on_shutdown()
        config.plugins.on_startup(command="serve", dirty=False)
        plugin.check = lambda root: cast(CheckResult, self._result)
        self._config = config.plugins.on_config(config)
        self._plugin, self._settings = plugin, settings
        self._theme_state: object = None
        self._config.plugins.on_pre_build(config=self._config)
        self._plugin.write_empty_search(self._config)

    def _read_dossier(self) -> CheckResult:
        """Return the dossier as it is now or, if no page can be made of it, as it was."""
        graph, _ = link_dossier(self.root, self._memory)
        shown = self._result.graph if self._result and not self._result.findings else None
        if graph is not None and can_be_shown(graph) and not _has_lost_records(graph, shown):
            return CheckResult(graph, ())
        return CheckResult(shown, ()) if shown is not None else check_dossier(self.root)

    def _new_version(self) -> _Version:
        config, plugins = self._config, self._config.plugins
        self._read_theme()
        files = get_files(config)
        for file in self._theme_files:
            if files.get_file_from_path(file.src_uri) is None:  # As in MkDocs, files of the dossier come first.
                files.append(file)
        files = plugins.on_files(files, config=config)
        set_exclusions(files, config)
        nav = plugins.on_nav(get_navigation(files, config), config=config, files=files)
        self._read_titles(nav, files)
        environment = plugins.on_env(self._environment, config=config, files=files)
        by_address = {file.dest_uri: file for file in files if file.inclusion not in NOT_BUILT}
        made = {
            path.relative_to(config.site_dir).as_posix(): path.read_bytes()
            for path in (Path(config.site_dir) / SEARCH_FOLDER).glob("search_index.*")
        }
        return _Version(files, nav, environment, by_address, iter(self._plugin.page_assets()), {}, made)

    def _read_theme(self) -> None:
        """Read the templates of the theme and list its 14,000 files, if a file of ours or the user's has changed."""
        state = [
            (path, path.stat().st_mtime_ns)
            for folder in self._config.theme.dirs
            if Path(folder) in self.watched_folders
            for path in sorted(Path(folder).rglob("*"))
            if not path.name.startswith(".") and path.exists()
        ]
        if state != self._theme_state:
            self._environment = self._config.theme.get_env()
            self._theme_files, self._theme_state = Files([]), state
            self._theme_files.add_files_from_theme(self._environment, self._config)

    def _read_titles(self, nav: Navigation, files: Files) -> None:
        """Read the pages of the navigation that have no title in it, and what hand-written pages say of themselves."""
        for page in nav.pages:
            if "title" not in vars(page):
                _populate_page(page, self._config, files)
            elif page.file.src_dir is not None:
                try:
                    page.read_source(self._config)
                except ValueError as error:
                    raise BuildError(f"{page.file.src_uri}: {error}") from error


def _has_lost_records(graph: Graph, before: Graph | None) -> bool:
    """Return whether a record cannot be read that others refer to, or that could be read before."""
    readable = {record.key for record in graph.dossier.records_with_pages}  # An editor's copy has the same key.
    unreadable = graph.dossier.unreadable_keys - readable
    known = {record.key for record in before.dossier.records_with_pages} if before else set()
    return not unreadable.isdisjoint(known.union(reference.target for reference in graph.references))


def _read_settings(file: Path) -> Mapping[Path, str]:
    """Return the text of an mkdocs.yml and of those that it inherits from; "" for one that cannot be read."""
    texts: dict[Path, str] = {}
    while file not in texts:
        texts[file] = file.read_text("utf-8", "replace") if file.is_file() else ""
        inherited = _INHERITED.search(texts[file])
        if inherited:
            file = (file.parent / inherited[1]).resolve()
    return texts
