"""The site generators that are compared, and what each of them does with the same dossier.

Each has its own folder below that of the dossier. All but the first and the last start from the Markdown pages that
`dossier pages` has written, so that a part of the work is done before they begin.
"""

import os
import re
import shutil
import subprocess
import sysconfig
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from dossier.render.navigation import navigation

from benchmarks.usage import Step

HERE = Path(__file__).parent
ROOT = HERE.parent
COMMANDS = Path(sysconfig.get_path("scripts"))
NPM = shutil.which("npm") or str(COMMANDS / "npm")
PAGES = "pages"
"""The folder with the pages that others build from."""
RECORD = "content/{kind}/{id}.yml"
PAGE = "content/{kind}/{id}.md"
BUILT_PAGE = "site/{kind}/{id}.html"
WORD = re.compile(r"(?<= )[a-z]{4,}(?= )")


class NotInstalledError(Exception):
    """A generator is not on this machine and cannot be installed."""


class Contestant(NamedTuple):
    """A site generator: its name, its folder below that of the dossier, and what its site lacks.

    `prepare` fills the folder, and `steps` are what a build runs, both given the folder of the dossier. `source` is the
    file that an editor changes, below the folder. The summary in it follows `before_summary`.
    """

    name: str
    folder: str
    lacks: str
    prepare: Callable[[Path], None]
    steps: Callable[[Path], Sequence[Step]]
    source: str = PAGE
    before_summary: str = 'class="dossier-statement"'

    def clear(self, root: Path) -> None:
        """Remove the site, and what the generator keeps between builds, so that the next build is a cold one."""
        for name in ("site", ".cache"):
            shutil.rmtree(root / self.folder / name, ignore_errors=True)

    def edit(self, root: Path, word: str) -> Path:
        """Put `word` in place of one in the summary of a record; return the built page that has to show it."""
        record = min((root / "content" / "actors").iterdir())
        names = {"kind": record.parent.name, "id": record.stem}
        file = root / self.folder / self.source.format(**names)
        before, marker, summary = file.read_text("utf-8").partition(self.before_summary)
        file.unlink()  # Pages are linked from several folders.
        file.write_text(before + marker + WORD.sub(word, summary, count=1), "utf-8")
        return root / self.folder / BUILT_PAGE.format(**names)


def write_pages(root: Path) -> Sequence[Step]:
    """Return the step that writes the pages that others build from."""
    return [[COMMANDS / "dossier", "pages", "--root", root, "--to", root / PAGES]]


def _prepare_dossier(root: Path) -> None:
    _write_settings(root, {"docs_dir": "content/pages", "site_dir": "site"})


def _dossier_steps(root: Path) -> Sequence[Step]:
    return [[COMMANDS / "dossier", "build", "--root", root]]


def _prepare_mkdocs(root: Path) -> None:
    _copy_pages(root, "mkdocs")
    settings = {"docs_dir": "content", "site_dir": "site", "plugins": _plugins(), "nav": _navigation(root / "mkdocs")}
    _write_settings(root / "mkdocs", settings)


def _mkdocs_steps(root: Path) -> Sequence[Step]:
    return [[COMMANDS / "mkdocs", "build", "--strict", "--config-file", root / "mkdocs" / "mkdocs.yml"]]


def _prepare_zensical(root: Path) -> None:
    """Leave out its search, which refuses the page of the network of 1,000 records: it is too long."""
    _copy_pages(root, "zensical")
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    settings |= {"docs_dir": "content", "site_dir": "site", "plugins": [], "nav": _navigation(root / "zensical")}
    (root / "zensical" / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")


def _zensical_steps(root: Path) -> Sequence[Step]:
    return [[COMMANDS / "zensical", "build", "--config-file", root / "zensical" / "mkdocs.yml"]]


def _prepare_eleventy(root: Path) -> None:
    shutil.copytree(HERE / "eleventy", root / "eleventy")
    _copy_pages(root, "eleventy")
    command = [NPM, "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    try:
        subprocess.run(command, cwd=root / "eleventy", check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise NotInstalledError(f"Eleventy: npm could not install it: {error}") from error


def _eleventy_steps(root: Path) -> Sequence[Step]:
    script = root / "eleventy" / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    return [["node", script, "--quiet"]]


def _prepare_hugo(root: Path) -> None:
    shutil.copytree(HERE / "hugo", root / "hugo")
    _copy_pages(root, "hugo")
    _name_indexes_for_hugo(root / "hugo" / "content")


def _hugo_steps(root: Path) -> Sequence[Step]:
    return [_hugo(root / "hugo")]


def _prepare_pages_and_hugo(root: Path) -> None:
    shutil.copytree(HERE / "hugo", root / "pages-and-hugo")


def _pages_and_hugo_steps(root: Path) -> Sequence[Step]:
    folder = root / "pages-and-hugo"
    return [
        [COMMANDS / "dossier", "pages", "--root", root, "--to", folder / "content"],
        partial(_name_indexes_for_hugo, folder / "content"),
        _hugo(folder),
    ]


def _hugo(folder: Path) -> Sequence[str | Path]:
    return [COMMANDS / "hugo", "build", "--source", folder, "--destination", folder / "site"]


def _name_indexes_for_hugo(pages: Path) -> None:
    """Name the index of each folder as Hugo expects; a redirect there would make the folder one page."""
    for index in pages.rglob("index.md"):
        index.rename(index.with_name("_index.md"))
    for redirect in pages.rglob("index.html"):
        redirect.unlink()


def _copy_pages(root: Path, folder: str) -> None:
    """Link the pages into a contestant's folder, since copies of thousands would not add to the comparison."""
    shutil.copytree(root / PAGES, root / folder / "content", copy_function=os.link)


def _write_settings(folder: Path, settings: dict[str, Any]) -> None:
    """Write settings that inherit those of this project."""
    inherited = {"INHERIT": str(ROOT / "mkdocs.yml")}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(inherited | settings), "utf-8")


def _navigation(folder: Path) -> list[Any]:
    """Return the navigation that our plugin makes, of the pages in a folder: else it would have every page."""
    pages = folder / "content"
    return navigation([page.relative_to(pages).as_posix() for page in pages.rglob("*.md")], [])


def _plugins() -> list[Any]:
    """Return the plugins of this project without ours."""
    plugins = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["plugins"]
    return [plugin for plugin in plugins if "dossier" not in plugin]


WITHOUT_GENERATOR = "checks, Markdown pages, data files"
WITHOUT_THEME = f"{WITHOUT_GENERATOR}, theme, navigation, search, JSON-LD, links checked"
DOSSIER = Contestant("dossier build", ".", "", _prepare_dossier, _dossier_steps, RECORD, "\nsummary:")
MKDOCS = Contestant("stock MkDocs", "mkdocs", WITHOUT_GENERATOR, _prepare_mkdocs, _mkdocs_steps)
ZENSICAL = Contestant("Zensical", "zensical", f"{WITHOUT_GENERATOR}, search", _prepare_zensical, _zensical_steps)
ELEVENTY = Contestant("Eleventy", "eleventy", WITHOUT_THEME, _prepare_eleventy, _eleventy_steps)
HUGO = Contestant("Hugo", "hugo", WITHOUT_THEME, _prepare_hugo, _hugo_steps)
PAGES_AND_HUGO = Contestant(
    "dossier pages, then Hugo",
    "pages-and-hugo",
    "theme, navigation, search, JSON-LD, links checked",
    _prepare_pages_and_hugo,
    _pages_and_hugo_steps,
    f"../{RECORD}",
    "\nsummary:",
)
CONTESTANTS = (DOSSIER, MKDOCS, ZENSICAL, ELEVENTY, HUGO, PAGES_AND_HUGO)
"""In the order in which they are run, one after the other, so that all have the same conditions."""
