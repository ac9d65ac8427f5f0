"""The server of `dossier serve`: sends the site to browsers on this machine, and a message when it has changed.

Browsers keep a stream of server-sent events open (HTML Living Standard, section 9.2), on which they learn the version
of the site and the findings of the last check.
"""

import json
import mimetypes
import os
import socket
import sys
from collections.abc import Mapping, Sequence
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Thread
from types import MappingProxyType
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from mkdocs.exceptions import MkDocsException

from dossier.io.resources import read_asset
from dossier.live.live_site import LiveSite
from dossier.live.processes import CheckOutcome
from dossier.live.review_requests import NOT_FOUND, REVIEW, REVIEW_ASSETS, SAFE_HEADERS, Reply, ReviewRequests
from dossier.model.finding import Finding
from dossier.publish.host_files import ERROR_PAGE_PATH

EVENTS, SCRIPT = "/-/events", "/-/reload.js"
"""Addresses that no site has."""
HEARTBEAT_SECONDS = 15
"""How often a stream sends a comment if nothing changes, so that those that nobody reads are ended."""
_TYPES = {
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".ndjson": "application/x-ndjson",
    ".jsonl": "application/jsonl",
}


class State(NamedTuple):
    """What is sent to browsers: the version of the site, and the findings as text, "" if there are none."""

    version: int
    findings: str = ""

    def as_event(self) -> bytes:
        """Return it as a server-sent event."""
        return f"data: {json.dumps(self._asdict())}\n\n".encode()


class LiveServer(ThreadingHTTPServer):
    """Serves a site; `announce` sends all browsers its state."""

    daemon_threads = True

    def __init__(self, host: str, port: int, site: LiveSite) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.allow_reuse_address = os.name != "nt"  # On Windows, two servers could share a port.
        super().__init__((host, port), _Handler)
        self.site = site
        self.reviews = ReviewRequests(site.root)
        self.changed = Condition()
        self.state = State(site.version)
        self.findings: Sequence[Finding] = ()
        """Those of the last check."""

    def announce(self, findings: str | None = None) -> None:
        """Send all browsers the version of the site and the findings, those before if None are given."""
        with self.changed:
            self.state = State(self.site.version, self.state.findings if findings is None else findings)
            self.changed.notify_all()

    def report(self, outcome: CheckOutcome) -> None:
        """Send all browsers the findings of a check."""
        self.findings = outcome.findings
        self.announce(outcome.text)

    def start(self) -> None:
        """Answer requests in another thread."""
        Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of browsers that end a connection, and report all else."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: LiveServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file of the site, the stream of events, or the error page."""
        address = unquote(urlsplit(self.path).path)
        if address == EVENTS:
            self._stream_events()
        elif address == SCRIPT:
            self._send(HTTPStatus.OK, SCRIPT, read_asset("reload.js"))
        elif address in REVIEW_ASSETS:
            self._send(HTTPStatus.OK, address, read_asset(REVIEW_ASSETS[address]))
        elif address.startswith(REVIEW):
            refusal = self.server.reviews.refuse(self.headers, self.client_address[0])
            self._reply(refusal or self.server.reviews.get(address, self.server.findings))
        else:
            self._send_file(address.lstrip("/"))

    def do_POST(self) -> None:
        """Write or undo the verdict of a review; nothing else is changed here."""
        reviews = self.server.reviews
        refusal = reviews.refuse(self.headers, self.client_address[0], is_post=True)
        if refusal is not None or urlsplit(self.path).path != REVIEW:
            self.close_connection = True  # What it has sent is not read.
            self._reply(refusal or NOT_FOUND)
        else:
            self._reply(reviews.post(self.rfile.read(int(self.headers["Content-Length"]))))

    def do_HEAD(self) -> None:
        """Send only the headers."""
        self.do_GET()

    def log_message(self, format: str, *args: Any) -> None:
        """Log no requests."""

    def _send_file(self, address: str) -> None:
        name = f"{address}index.html" if not address or address.endswith("/") else address
        version = self.server.site.version
        try:
            content = self.server.site.read(name)
        except Exception as error:  # Also what a template of the user's raises.
            name = error.args[0] if isinstance(error, MkDocsException) and error.args else repr(error)
            page = f"<!doctype html>\n<title>Error</title>\n<pre>{escape(str(name))}</pre>\n<body></body>\n".encode()
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, ERROR_PAGE_PATH, add_script(page, version))
            return
        status = HTTPStatus.OK if content is not None else HTTPStatus.NOT_FOUND
        if content is None:
            name, content = ERROR_PAGE_PATH, self.server.site.read_error_page() or b"Not found\n"
        if name.endswith(".html"):
            content = add_script(content, version)
        self._send(status, name, content)

    def _reply(self, reply: Reply) -> None:
        content = reply.content
        if reply.name.endswith(".html"):
            content = add_script(content, self.server.site.version)
        self._send(reply.status, reply.name, content, SAFE_HEADERS)

    def _send(
        self, status: HTTPStatus, name: str, content: bytes, headers: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        suffix = f".{name.rpartition('.')[2]}"
        media_type = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        charset = "; charset=utf-8" if media_type.startswith("text/") else ""
        self.send_response(status)
        self.send_header("Content-Type", f"{media_type}{charset}")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        for header in headers.items():
            self.send_header(*header)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _stream_events(self) -> None:
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        sent: State | None = None
        while self.command != "HEAD":
            with self.server.changed:
                if self.server.state == sent:
                    self.server.changed.wait(HEARTBEAT_SECONDS)
                state = self.server.state
            self.wfile.write(state.as_event() if state != sent else b":\n\n")
            self.wfile.flush()
            sent = state


def add_script(page: bytes, version: int) -> bytes:
    """Return a page with the script at its end that reloads it once the site has another version."""
    script = f'<script src="{SCRIPT}" data-version="{version}"></script>'.encode()
    before, end, after = page.rpartition(b"</body>")
    return before + script + end + after if end else page + script
