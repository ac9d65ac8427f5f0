"""The built site of a dossier, as a portal reads it: what its data says of it, its actors and its search entries."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from dossier.edtf.format import format_edtf
from dossier.edtf.parse import Edtf
from dossier.export import dossier_json
from dossier.load.publication import MKDOCS_SETTINGS, read_mkdocs_settings
from dossier.model.dossier import is_dossier_name
from dossier.model.errors import UserError
from dossier.model.identifiers import Identifier
from dossier.model.kinds import KINDS
from dossier.model.terms import count_of
from dossier.render import search
from dossier.text.interface import language_name

USUAL_SITE = "site"
"""The folder that MkDocs builds into, unless `site_dir` names another."""
SITES = "dossiers"
"""The folder of a portal that has the copies of the sites."""
SAME_IN_EVERY_SITE = ("handbook/", "rules.html")
"""Pages about the program, which would be found once for each dossier."""


class SiteError(UserError):
    """A folder has no built site that a portal can show."""


class SharedRecord(NamedTuple):
    """An actor on a page of a site: its name, its address in the portal and its identifiers."""

    site: "BuiltSite"
    name: str
    url: str
    identifiers: tuple[Identifier, ...]


class BuiltSite(NamedTuple):
    """A site below `folder`; `data` is its `data/dossier.json`, `entries` are the rows of its search."""

    folder: Path
    data: Mapping[str, Any]
    entries: tuple[tuple[Any, ...], ...]

    @property
    def name(self) -> str:
        """What the dossier is called among others."""
        return str(self.data["name"])

    @property
    def title(self) -> str:
        """The title of the dossier."""
        return str(self.data["title"])

    @property
    def path(self) -> str:
        """The folder of the copy in a portal, with a slash at its end."""
        return f"{SITES}/{self.name}/"

    @property
    def facts(self) -> tuple[str, ...]:
        """The language, the day of the content and the publisher, in words."""
        edition = self.data.get("edition")
        day = format_edtf(Edtf.parse(edition)) if edition else ""
        facts = (language_name(self.data["language"]), day, str(self.data["organization"]))
        return tuple(fact for fact in facts if fact)

    @property
    def counts(self) -> tuple[str, ...]:
        """The numbers of records in words, such as `3 actors`, of the kinds that have any."""
        return tuple(count_of(len(self.data[kind.plural]), kind) for kind in KINDS if self.data[kind.plural])

    def identified_actors(self) -> list[SharedRecord]:
        """Return the actors with identifiers."""
        return [
            SharedRecord(
                self,
                actor["name"],
                self.path + actor["url"].removeprefix(self.data.get("site", "")),
                tuple(map(Identifier.parse, actor["same_as"])),
            )
            for actor in self.data["actors"]
            if actor.get("same_as")
        ]

    def search_rows(self) -> list[tuple[Any, ...]]:
        """Return the search entries with their addresses in a portal; next to the kind is the title of the dossier."""
        return [
            (self.path + location, f"{kind} · {self.title}", *others)
            for location, kind, *others in self.entries
            if not location.startswith(SAME_IN_EVERY_SITE)
        ]


def read_site(folder: Path) -> BuiltSite:
    """Return the site in a folder: the folder of a dossier or of its site. Raises SiteError."""
    site = _site_folder(folder)
    try:
        data = json.loads((site / dossier_json.PATH).read_text("utf-8"))
        _refuse_other_formats(site, data)
        built = BuiltSite(site, data, _read_entries(site / search.PATH))
        _ = built.facts, built.counts, built.identified_actors(), built.search_rows()  # All that a portal shows.
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise SiteError(f"the site in {site} is incomplete or damaged ({error}): build it again") from error
    return built


def _refuse_other_formats(site: Path, data: Mapping[str, Any]) -> None:
    """Raise SiteError if the data is that of another version, or does not name its dossier."""
    if data["format"] != dossier_json.FORMAT:
        raise SiteError(
            f"the site in {site} was built by another version: its data has the format {data['format']}, and this "
            f"version reads {dossier_json.FORMAT}; build it again with this version"
        )
    if not is_dossier_name(data.get("name", "")):
        raise SiteError(
            f"the site in {site} has no `name`, which tells its dossier apart from others: add a line such as "
            "`name: port-brenn` to content/dossier.yml, and build it again"
        )


def _read_entries(script: Path) -> tuple[tuple[Any, ...], ...]:
    """Return the rows of a search script, which `js_list_file` has written."""
    _, _, rows = script.read_text("utf-8").partition(" = ")
    return tuple(map(tuple, json.loads(rows.rstrip().removesuffix(";"))))


def _site_folder(folder: Path) -> Path:
    """Return the folder of the site. Raises SiteError if there is none."""
    if (folder / dossier_json.PATH).is_file():
        return folder
    settings = folder / MKDOCS_SETTINGS
    if not settings.is_file():
        raise SiteError(f"{folder} is neither the folder of a dossier, with {MKDOCS_SETTINGS}, nor that of its site")
    site = folder / str(read_mkdocs_settings(settings).get("site_dir") or USUAL_SITE)
    if not (site / dossier_json.PATH).is_file():
        raise SiteError(f"{folder} has no built site in {site}: run `dossier build --root {folder}` first")
    return site
