"""The benchmark of the search: from the first key to the first result in a browser, hosted and from a folder."""

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
from benchmarks.synthetic import Key, write_dossier

MAX_SECONDS = {100: 0.3, 1000: 1.0, 10000: 2.0}
"""Seconds to the first result, by the number of records."""

EXAMPLE_RECORD = Key("actor", 0, 3)
QUERIES = (
    # typed text, part of the address of the first result
    (EXAMPLE_RECORD.name, f"actors/{EXAMPLE_RECORD.id}.html"),
    ("harbour", "h=harbour"),
)
"""The name of a record, which few records contain, and a word that most of them contain."""

MEASURE_JS = """awaited => {
  let start = null
  window.took = null
  const there = () => document.querySelector(".md-search-result__link")?.href.includes(awaited)
  document.addEventListener("keydown", () => { start ??= performance.now() }, true)
  new MutationObserver(() => {
    if (took === null && there()) requestAnimationFrame(() => { took ??= (performance.now() - start) / 1000 })
  }).observe(document.querySelector(".md-search-result__list"), { childList: true })
}"""


class SearchTime(NamedTuple):
    """Median seconds of a query on a site of `size` records."""

    size: int
    origin: str
    words: str
    seconds: float

    @property
    def maximum(self) -> float:
        """The most seconds allowed at this size."""
        return MAX_SECONDS.get(self.size, max(MAX_SECONDS.values()))

    @property
    def is_met(self) -> bool:
        return self.seconds <= self.maximum


class SilentHandler(SimpleHTTPRequestHandler):
    """A handler of a file server that does not log requests."""

    def log_message(self, format: str, *arguments: object) -> None:
        """Do nothing."""


@contextmanager
def serve_site(site: Path) -> Iterator[str]:
    """Serve a site on this machine and yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SilentHandler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def build_site(root: Path, size: int) -> Path:
    """Build the site of a synthetic dossier of `size` records below `root`, unless it exists; return its folder."""
    if not (root / "site" / "index.html").is_file():
        write_dossier(root, size, ROOT / "content" / "pages", coverage=False)
        config = {"INHERIT": str(ROOT / "mkdocs.yml"), "docs_dir": "content/pages", "site_dir": "site"}
        (root / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
        subprocess.run([COMMANDS / "dossier", "build", "--root", root], check=True, capture_output=True)
    return root / "site"


def time_query(browser: Browser, base: str, words: str, awaited: str) -> float:
    """Return the seconds from the first key to the result, on a page just opened with an empty browser cache."""
    context = browser.new_context(offline=base.startswith("file:"))
    page = context.new_page()
    page.goto(f"{base}about.html")
    page.evaluate(MEASURE_JS, awaited)
    page.click("input.md-search__input")
    page.locator("input.md-search__input").press_sequentially(words)
    page.wait_for_function("took !== null", timeout=120_000)
    seconds: float = page.evaluate("took")
    context.close()
    return seconds


def measure_search(browser: Browser, site: Path, size: int, repeat: int) -> Iterator[SearchTime]:
    """Yield the time of every query on a site, hosted and opened from its folder."""
    with serve_site(site) as hosted:
        for origin, base in (("hosted", hosted), ("folder", f"{site.as_uri()}/")):
            for words, awaited in QUERIES:
                runs = [time_query(browser, base, words, awaited) for _ in range(repeat)]
                yield SearchTime(size, origin, words, statistics.median(runs))


def format_table(times: Sequence[SearchTime]) -> str:
    """Return the measurements as a Markdown table."""
    lines = ["| Records | Site | Typed | First result, s | Limit, s | |", "| --: | --- | --- | --: | --: | --- |"]
    for time in times:
        verdict = "pass" if time.is_met else "FAIL"
        lines.append(
            f"| {time.size:,} | {time.origin} | {time.words} | {time.seconds:.2f} | {time.maximum} | {verdict} |"
        )
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, measure and print the table. Return 1 if a limit is exceeded, else 0."""
    parser = argparse.ArgumentParser(prog="benchmarks.search", description=__doc__)
    parser.add_argument(
        "--sizes", default=",".join(map(str, MAX_SECONDS)), metavar="N,N", help="records (default: %(default)s)"
    )
    parser.add_argument("--repeat", type=int, default=5, metavar="N", help="runs; the median counts (default: 5)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the sites here, and reuse those that exist")
    options = parser.parse_args(arguments)
    work = options.keep or Path(tempfile.mkdtemp(prefix="dossier-search-"))
    chromium = shutil.which(os.environ.get("CHROMIUM") or "chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        times: list[SearchTime] = []
        for size in map(int, options.sizes.split(",")):
            site = build_site(work / str(size), size)
            times.extend(measure_search(browser, site, size, options.repeat))
        browser.close()
    if not options.keep:
        shutil.rmtree(work)
    sys.stdout.write(format_table(times))
    return 0 if all(time.is_met for time in times) else 1


if __name__ == "__main__":
    sys.exit(main())
