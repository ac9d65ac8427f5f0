"""The real dossier, copied and built once for all workers; this repository's own `site/` is never touched."""

import fcntl
import json
import os
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.helpers import nonempty

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
LOADS = frozenset({"src", "srcset", "data", "poster", "background", "xlink:href", "formaction", "action"})


def copy_project(to):
    """What a build reads of this repository, and `site/` as git keeps it."""
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, to / name)
    shutil.copy(ROOT / "mkdocs.yml", to)
    (to / "site").mkdir()
    shutil.copy(ROOT / "site/.gitignore", to / "site")
    return to


def run(*command, cwd, **environment):
    """Run a program of the virtual environment; the finished process with its output as text."""
    program = [BIN / command[0], *command[1:]]
    variables = os.environ | environment
    return subprocess.run(program, cwd=cwd, env=variables, capture_output=True, text=True, timeout=300, check=False)


def once(tmp_path_factory, name, make):
    """The folder that `make` fills, by the first worker that asks; the others wait for it."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared
    folder = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / f"{name}.done").exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            (shared / f"{name}.done").touch()
    return folder


def build(folder):
    """Build a dossier; its output is shown where that fails."""
    done = run("dossier", "build", cwd=folder)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The real dossier's site."""
    return once(tmp_path_factory, "real", lambda folder: build(copy_project(folder))) / "site"


@pytest.fixture(scope="session")
def pages(site):
    """Every page of the site but redirects, parsed, by its address."""
    texts = {file.relative_to(site).as_posix(): file.read_text("utf-8") for file in sorted(site.rglob("*.html"))}
    return nonempty({name: Html.of(text) for name, text in texts.items() if not is_redirect(text)})


def is_redirect(html):
    return '<meta http-equiv="refresh"' in html


def search_entries(site):
    """Every entry of the search, as the browser is given it: address, kind, title, text, names, boost."""
    script = (site / "search/entries.js").read_text("utf-8")
    return nonempty(json.loads(script.partition(" = ")[2].rstrip().removesuffix(";")))


class Html(HTMLParser):
    """What the tests need of a page.

    `links` are the addresses of its `<a>`, `loads` those that a browser fetches by itself, `nav` the links of the main
    navigation, `handlers` its attributes that run scripts, `marks` the marked text by anchor, `cited_by` the links in
    the note on a marked passage by anchor, `data` its JSON-LD, `metas` its meta tags by name.
    """

    @classmethod
    def of(cls, text):
        page = cls()
        page.feed(text)
        page.close()
        return page

    def __init__(self):
        super().__init__()
        self.ids, self.links, self.loads, self.nav, self.scripts, self.styles, self.handlers = ([] for _ in range(7))
        self.data, self.metas = [], {}
        self.marks, self.cited_by, self.counts, self.lang = {}, {}, {}, None
        self._open, self._anchor = [], None

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if not any(outer == "svg" for outer, _ in self._open):  # A picture has a title of its own.
            self.counts[tag] = self.counts.get(tag, 0) + 1
        self.ids += [given[name] for name in ("id", "name") if name in given and (name == "id" or tag == "a")]
        self.loads += [value for name, value in attributes if name in LOADS and tag != "form"]
        self.handlers += [f"{tag} {name}" for name in given if name.startswith("on")]
        self.styles += [given["style"]] if "style" in given else []
        if tag == "html":
            self.lang = given.get("lang")
        elif tag == "meta":
            self.metas[given.get("property") or given.get("name")] = given.get("content")
        elif tag == "a":
            self._link(given.get("href", ""))
        elif "href" in given:
            self.loads.append(given["href"])
        elif tag == "li":
            self._anchor = None
        if tag not in VOID:
            self._open.append((tag, given))

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, text):
        inner = self._open[-1][0] if self._open else ""
        if inner == "script" and self._open[-1][1].get("type") == "application/ld+json":
            self.data.append(text)
        elif inner in ("script", "style"):
            (self.scripts if inner == "script" else self.styles).append(text)
        for tag, given in self._open:
            if tag == "mark":
                anchor = given.get("id") or given.get("data-of")
                self.marks[anchor] = self.marks.get(anchor, "") + text

    def _link(self, href):
        self.links.append(href)
        if any("dossier-footer" in (given.get("class") or "") for _, given in self._open):
            self.nav.append(href)
        if any("dossier-cited-by" in (given.get("class") or "") for _, given in self._open):
            if href.startswith("#"):
                self._anchor = href[1:]
            self.cited_by.setdefault(self._anchor, []).append(href)
