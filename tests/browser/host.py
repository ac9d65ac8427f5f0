"""A web server that does what hosts of static sites do: compresses, sends `_headers`, shows 404.html."""

import gzip
import threading
from fnmatch import fnmatchcase
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".map")
LASTING = "public, max-age=3600"


@lru_cache(maxsize=2048)
def packed(file, changed):
    """A file, compressed; `changed` is when."""
    return gzip.compress(file.read_bytes(), mtime=0)


@lru_cache(maxsize=64)
def header_rules(folder):
    """The rules of `_headers` in a folder: each a pattern of addresses and the headers to send with what it matches."""
    file = folder / "_headers"
    return parse_headers(file.read_text("utf-8")) if file.is_file() else []


def parse_headers(text):
    """The rules of a `_headers` file, as Netlify and Cloudflare Pages read it."""
    rules = []
    for line in text.splitlines():
        if line.startswith("/"):
            rules.append((line, []))
        else:
            rules[-1][1].append(line.strip().split(": ", 1))
    return rules


def headers_for(rules, address):
    """The headers of all rules that match an address: a host sends those of each."""
    return [header for pattern, headers in rules if fnmatchcase(address, pattern) for header in headers]


class Host(SimpleHTTPRequestHandler):
    """Answers for one folder, and keeps no log."""

    def do_GET(self):
        """Send the file, or 404.html, whatever the depth of the address."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        status = 200 if file.is_file() else 404
        self.answer(status, file if status == 200 else Path(self.directory) / "404.html")

    def answer(self, status, file):
        """Send a file with its headers."""
        body, takes = b"", self.headers.get("Accept-Encoding", "")
        squeezed = "gzip" in takes and file.suffix in COMPRESSED and file.is_file()
        if file.is_file():
            body = packed(file, file.stat().st_mtime_ns) if squeezed else file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", LASTING)
        custom = headers_for(header_rules(Path(self.directory)), urlsplit(self.path).path)
        for name, value in ([("Content-Encoding", "gzip")] if squeezed else []) + custom:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def guess_type(self, path):
        """The type, with the encoding of text."""
        found = super().guess_type(path)
        return f"{found}; charset=utf-8" if found.startswith("text/") else found

    def log_message(self, format, *arguments):
        """Say nothing."""


def serve(folder):
    """A server of a folder on this machine, at work; `shutdown` and `server_close` end it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
