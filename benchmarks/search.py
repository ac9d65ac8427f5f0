"""The benchmark of the search: from the first key to the first result in a real browser, hosted and from a folder."""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import yaml
from playwright.sync_api import Browser, sync_playwright

from benchmarks.run import COMMANDS, ROOT
from benchmarks.synthetic import Key, make

BARS = {100: 0.3, 1000: 1.0, 10000: 2.0}
"""Seconds to the first result, by the number of records."""

NAMED = Key("actor", 0, 3)
QUERIES = (
    # what is typed, what the address of the first result holds once it is there
    (NAMED.name, f"actors/{NAMED.id}.html"),
    ("harbour", "h=harbour"),
)
"""A record's name, which few records hold, and a word that most of them hold."""

WATCH = """awaited => {
  let start = null
  window.took = null
  const there = () => document.querySelector(".md-search-result__link")?.href.includes(awaited)
  document.addEventListener("keydown", () => { start ??= performance.now() }, true)
  new MutationObserver(() => {
    if (took === null && there()) requestAnimationFrame(() => { took ??= (performance.now() - start) / 1000 })
  }).observe(document.querySelector(".md-search-result__list"), { childList: true })
}"""


class Row(NamedTuple):
    """Median seconds of a query on a site of `size` records."""

    size: int
    where: str
    words: str
    took: float

    @property
    def holds(self) -> bool:
        return self.took <= BARS.get(self.size, max(BARS.values()))


class Quiet(SimpleHTTPRequestHandler):
    """A file server that keeps no log."""

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a site on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def built(root: Path, size: int) -> Path:
    """The site of a synthetic dossier of `size` records, made below `root`; one that is there is taken as it is."""
    if not (root / "site" / "index.html").is_file():
        make(root, size, ROOT / "content" / "pages", coverage=False)
        config = {"INHERIT": str(ROOT / "mkdocs.yml"), "docs_dir": "content/pages", "site_dir": "site"}
        (root / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
        subprocess.run([COMMANDS / "dossier", "build", "--root", root], check=True, capture_output=True)
    return root / "site"


def seconds(browser: Browser, base: str, words: str, awaited: str) -> float:
    """The seconds from the first key to the result, on a page just opened in a browser that has nothing in store."""
    context = browser.new_context(offline=base.startswith("file:"))
    page = context.new_page()
    page.goto(f"{base}about.html")
    page.evaluate(WATCH, awaited)
    page.click("input.md-search__input")
    page.locator("input.md-search__input").press_sequentially(words)
    page.wait_for_function("took !== null", timeout=120_000)
    took: float = page.evaluate("took")
    context.close()
    return took


def measure(browser: Browser, site: Path, size: int, repeat: int) -> Iterator[Row]:
    """Every query on a site, hosted and from its folder."""
    with served(site) as hosted:
        for where, base in (("hosted", hosted), ("folder", f"{site.as_uri()}/")):
            for words, awaited in QUERIES:
                runs = [seconds(browser, base, words, awaited) for _ in range(repeat)]
                yield Row(size, where, words, statistics.median(runs))


def table(rows: Sequence[Row]) -> str:
    """The measurements as a Markdown table."""
    lines = ["| Records | Where | Typed | First result, s | Bar, s | |", "| --: | --- | --- | --: | --: | --- |"]
    for row in rows:
        bar, verdict = BARS.get(row.size, max(BARS.values())), "pass" if row.holds else "FAIL"
        lines.append(f"| {row.size:,} | {row.where} | {row.words} | {row.took:.2f} | {bar} | {verdict} |")
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, measure, print the table; 1 where a bar does not hold."""
    parser = argparse.ArgumentParser(prog="benchmarks.search", description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, BARS)), metavar="N,N", help="records (%(default)s)")
    parser.add_argument("--repeat", type=int, default=5, metavar="N", help="runs, of which the median counts (5)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the sites here, and take those that are there")
    told = parser.parse_args(arguments)
    work = told.keep or Path(tempfile.mkdtemp(prefix="dossier-search-"))
    chromium = shutil.which(os.environ.get("CHROMIUM") or "chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        rows = []
        for size in map(int, told.sizes.split(",")):
            rows.extend(measure(browser, built(work / str(size), size), size, told.repeat))
        browser.close()
    if not told.keep:
        shutil.rmtree(work)
    sys.stdout.write(table(rows))
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
