"""Lighthouse on the built site, as a slow phone gets it from a host: run as a program, prints the scores.

Its exit code is 1 where one is below its bar. Performance is estimated for a slow network and processor from what is
measured here; a busy machine lowers it, so each page has a second try.
"""

import json
import os
import sys
from pathlib import Path

from tests.browser.host import serve
from tests.browser.tools import checker

SITE = Path(__file__).parents[2] / "site"
PAGES = ("index.html", "actors/juan-guaido.html", "texts/wnu-defected-567.html", "explore.html")
BARS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic"
WIDTH = 32


def measured(address):
    """What Lighthouse finds of a page."""
    asked = ("--output=json", "--quiet", f"--only-categories={','.join(BARS)}", "--no-enable-error-reporting")
    return json.loads(checker("lighthouse/cli/index.js", address, f"--chrome-flags={FLAGS}", *asked))


def scores(report):
    """The score of each category, in hundredths."""
    return {name: round(100 * (report["categories"][name]["score"] or 0)) for name in BARS}


def complaints(report):
    """What a page lost points for, a line each: the category and the audit."""
    for name, category in report["categories"].items():
        for reference in category["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                yield f"  {name}: {audit['title']} {audit.get('displayValue', '')}".rstrip() + "\n"


def passes(address):
    """Measure a page and print its scores; whether all reach their bars."""
    report = measured(address)
    found = scores(report)
    sys.stdout.write(f"{address.split('/', 3)[3]:{WIDTH}}" + "".join(f"{found[name]:>16}" for name in BARS) + "\n")
    sys.stdout.writelines(complaints(report))
    sys.stdout.flush()
    return all(found[name] >= bar for name, bar in BARS.items())


def main():
    """Measure every page; the exit code."""
    os.environ.setdefault("CHROME_PATH", os.environ.get("CHROMIUM", ""))
    server = serve(SITE)
    sys.stdout.write(" " * WIDTH + "".join(f"{name:>16}" for name in BARS) + "\n")
    addresses = [f"http://127.0.0.1:{server.server_port}/{page}" for page in PAGES]
    low = [address for address in addresses if not (passes(address) or passes(address))]
    server.shutdown()
    return int(bool(low))


if __name__ == "__main__":
    sys.exit(main())
