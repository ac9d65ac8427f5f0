"""A portal: one static site over the built sites of several dossiers, which it contains as they are.

It shows nothing but what those sites publish, and works from a folder, without a network.
"""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from dossier.io.resources import read_asset
from dossier.model.identifiers import Identifier
from dossier.model.output import OutputFile
from dossier.publish.built_site import BuiltSite, SharedRecord, SiteError, read_site
from dossier.publish.host_files import HEADERS_PATH, CspHashes
from dossier.publish.staging import Staging
from dossier.publish.write_outputs import NotEmptyError, write_outputs
from dossier.render import search
from dossier.render.assets import FONTS, INTERFACE_SCRIPT, iter_assets, js_list_file, read_search_worker
from dossier.render.environment import html_environment
from dossier.text.interface import SOURCE_LANGUAGE, gettext, interface_language

PORTAL_MARKER = ".dossier-portal"
"""Marks a folder that an earlier run filled, and that may be replaced."""
PORTAL_STYLES = ("fallback-fonts.css", "tokens.css", "portal.css")
SCRIPTS = frozenset(f"assets/dossier/{name}" for name in ("folding.js", "text-search.js", "did-you-mean.js"))
SHARED_ASSETS = SCRIPTS | {
    INTERFACE_SCRIPT,
    "assets/dossier/icon.svg",
    "assets/dossier/iframe-worker.js",
    "assets/dossier/iframe-worker.LICENSE.txt",
    *(f"assets/vendor/fonts/{name}" for name in FONTS),
}
"""The files of every site that a portal needs too."""
PAGES = ("index.html", "actors.html")


class SharedActor(NamedTuple):
    """One actor that more than one dossier has: its identifiers, and its page in each."""

    identifiers: tuple[Identifier, ...]
    records: tuple[SharedRecord, ...]

    @property
    def name(self) -> str:
        """What the first dossier calls it."""
        return self.records[0].name


def build_portal(folders: Sequence[Path], target: Path, title: str = "", language: str | None = None) -> int:
    """Build the portal of the dossiers in `folders`, each the folder of a dossier or of its site; return their number.

    It replaces what an earlier run wrote to `target` once all is written. Its own words are in `language`, a BCP 47
    tag; if none is given, in that of all dossiers, or else in English. Raises SiteError, and NotEmptyError where
    `target` holds anything else.
    """
    sites = _read_sites(folders)
    _refuse_other_files(target, sites)
    languages = {site.data["language"] for site in sites}
    staging = Staging.create(target)
    try:
        for site in sites:
            shutil.copytree(site.folder, staging.folder / site.path, ignore=_dot_files)
        with interface_language(language or (languages.pop() if len(languages) == 1 else SOURCE_LANGUAGE)) as interface:
            write_outputs(_portal_files(sites, title or gettext("Dossiers"), interface.tag), staging.folder)
        headers = _headers(staging.folder, sites)
        (staging.folder / HEADERS_PATH).write_text(headers, "utf-8", newline="\n")
        (staging.folder / PORTAL_MARKER).write_text("`dossier portal` replaces this folder.\n", "utf-8")
        staging.commit()
    finally:
        staging.discard()
    return len(sites)


def shared_actors(sites: Iterable[BuiltSite]) -> list[SharedActor]:
    """Return the actors that more than one site has, by name; records with an identifier in common are one actor."""
    groups: list[list[SharedRecord]] = []
    for record in (record for site in sites for record in site.identified_actors()):
        known = set(record.identifiers)
        same = [group for group in groups if any(known.intersection(other.identifiers) for other in group)]
        groups = [group for group in groups if group not in same]
        groups.append([*(other for group in same for other in group), record])
    shared = [
        SharedActor(tuple(dict.fromkeys(code for record in group for code in record.identifiers)), tuple(group))
        for group in groups
        if len({record.site.name for record in group}) > 1
    ]
    return sorted(shared, key=lambda actor: (actor.name.casefold(), actor.name))


def _read_sites(folders: Iterable[Path]) -> list[BuiltSite]:
    """Return the site in each folder. Raises SiteError, also if two dossiers have one name."""
    sites: dict[str, BuiltSite] = {}
    for site in map(read_site, folders):
        if other := sites.get(site.name):
            raise SiteError(
                f"the dossiers in {other.folder} and {site.folder} are both called `{site.name}`: give one of them "
                "another `name` in content/dossier.yml, and build it again"
            )
        sites[site.name] = site
    return list(sites.values())


def _refuse_other_files(target: Path, sites: Iterable[BuiltSite]) -> None:
    """Raise NotEmptyError unless `target` is apart from the sites, and new, a portal or empty but for dot-files."""
    folder = target.resolve()
    for site in (site.folder.resolve() for site in sites):
        if folder.is_relative_to(site) or site.is_relative_to(folder):
            raise NotEmptyError(f"{target} and the site in {site} are one in the other: name another folder")
    is_ours = not folder.is_dir() or (folder / PORTAL_MARKER).exists()
    if not is_ours and any(not path.name.startswith(".") for path in folder.iterdir()):
        raise NotEmptyError(f"{target} holds other files: name a new or empty folder")


def _dot_files(folder: str, names: Iterable[str]) -> list[str]:
    return [name for name in names if name.startswith(".")]


def _portal_files(sites: Sequence[BuiltSite], title: str, language: str) -> Iterator[OutputFile]:
    """Yield the pages of the portal, its search and what they load."""
    environment = html_environment("dossier.publish")
    context = {"title": title, "language": language, "sites": sites, "actors": shared_actors(sites)}
    for path in PAGES:
        yield OutputFile(path, environment.get_template(f"portal-{path}.j2").render(page=path, **context))
    rows = [row for site in sites for row in site.search_rows()]
    yield OutputFile(search.PATH, lambda: js_list_file("entries", rows))
    yield OutputFile("assets/dossier/portal.css", b"\n".join(map(read_asset, PORTAL_STYLES)))
    yield OutputFile("assets/dossier/portal.js", read_asset("portal.js"))
    yield OutputFile("assets/javascripts/workers/search.js", read_search_worker())
    yield from (asset for asset in iter_assets() if asset.path in SHARED_ASSETS)


def _headers(portal: Path, sites: Iterable[BuiltSite]) -> str:
    """Return the HTTP headers of a portal: only a dossier's own site lets others frame its pages in `embed/`."""
    hashes = CspHashes()
    for page in sorted(portal.rglob("*.html")):
        hashes.add_page(page.read_text("utf-8", errors="replace"))
    return hashes.headers_file(portal, [site.path for site in sites])
