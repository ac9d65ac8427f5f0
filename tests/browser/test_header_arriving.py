"""A page that arrives in pieces: what of its header is painted stays in its place."""

import threading
from functools import partial
from http.server import ThreadingHTTPServer

import pytest

from tests.browser.host import Host
from tests.browser.test_fonts import DESK, PHONE, SETTLED

PAGE = "events/silva-defection.html"
CUTS = {"in the sections": "</li>", "before the tools": "</ul>", "before the search": '<div class="md-search"'}
"""The first of these after the beginning of the sections ends the first piece."""
MOVED = """
  window.moved = []
  new PerformanceObserver(list => {
    for (const {sources} of list.getEntries()) for (const {node, previousRect, currentRect} of sources)
      if (node?.parentElement?.closest('.md-header')) moved.push([node.textContent, previousRect.x, currentRect.x])
  }).observe({type: 'layout-shift', buffered: true})"""
"""Collects what has moved in the header, with where it began before and after."""


class Halting(Host):
    """Sends the first piece of the page, and the rest when the test says so."""

    def answer(self, status, file):
        """Send a file; of the page, the headers and the first piece at first."""
        if not file.as_posix().endswith(PAGE):
            super().answer(status, file)
            return
        html = file.read_bytes()
        begin = html.index(b'<ul class="dossier-sections"')
        cut = html.index(self.server.cut.encode(), begin) + len(self.server.cut)
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(html)))
        self.end_headers()
        self.wfile.write(html[:cut])
        self.server.rest.wait()
        self.wfile.write(html[cut:])


@pytest.fixture
def halting(site):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Halting, directory=str(site)))
    server.rest = threading.Event()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.rest.set()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("cut", CUTS.values(), ids=CUTS)
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_the_header_does_not_move_while_the_page_arrives(tab, halting, viewport, cut):
    halting.cut = cut
    base = f"http://127.0.0.1:{halting.server_port}/"
    page = tab(base, viewport=viewport)
    page.add_init_script(MOVED)
    page.goto(base + PAGE, wait_until="commit")
    page.wait_for_selector(".dossier-sections li", state="attached")
    page.evaluate(SETTLED)
    assert page.locator("article").count() == 0
    halting.rest.set()
    page.wait_for_load_state("load")
    page.evaluate(SETTLED)
    assert page.evaluate("moved") == []
