"""The requests of a review: its pages, and the verdicts that are sent from them, only by this machine.

Any site that somebody visits can let their browser send requests to a server on their machine, and can name that
machine by a host name of its own. So a request must name this machine as its host, and one that writes must come from a
page of that host (`Origin`, RFC 6454) and be JSON, which a form cannot send. No request with GET changes anything.
"""

import json
import re
from collections.abc import Sequence
from email.message import Message
from http import HTTPStatus
from ipaddress import ip_address
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from dossier.editor.review_queue import findings_by_path
from dossier.editor.review_session import Outcome, ReviewSession
from dossier.model.errors import UserError
from dossier.model.finding import Finding
from dossier.text.serialize import json_bytes

REVIEW = "/-/review/"
"""An address that no site has."""
REVIEW_ASSETS = {"/-/review.js": "review.js", "/-/review.css": "review.css"}
SAFE_HEADERS = {"Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'"}
"""Nothing from elsewhere in the pages, and none of them in a frame of another site, where one could be led to click."""
MAX_REQUEST = 4096
HOSTS = ("127.0.0.1", "::1", "localhost")


class Reply(NamedTuple):
    """What is sent; the end of `name` says what the content is."""

    status: HTTPStatus
    name: str
    content: bytes


def _message(status: HTTPStatus, message: str) -> Reply:
    return Reply(status, "reply.json", json_bytes({"message": message, "address": ""}))


NOT_FOUND = _message(HTTPStatus.NOT_FOUND, "Not found.")


class ReviewRequests:
    """Answers the requests of the review of the dossier below `root`."""

    def __init__(self, root: Path) -> None:
        self._session = ReviewSession(root, REVIEW)

    def refuse(self, headers: Message, client: str, *, is_post: bool = False) -> Reply | None:
        """Return the reply to a request that is not from this machine, or not from a page of the review; else None."""
        host, origin = headers.get("Host", ""), headers.get("Origin")
        if not _is_local(client) or _host_name(host) not in HOSTS:
            message = f"Reviews are only for this machine: open http://127.0.0.1{REVIEW} with the port of the server."
            return _message(HTTPStatus.FORBIDDEN, message)
        if not is_post:
            return None
        if origin != f"http://{host}" or headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
            return _message(HTTPStatus.FORBIDDEN, "Only a page of the review may send this.")
        if headers.get_content_type() != "application/json" or "Content-Type" not in headers:
            return _message(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Send JSON.")
        length = headers.get("Content-Length", "")
        if not re.fullmatch("[0-9]{1,9}", length):
            return _message(HTTPStatus.LENGTH_REQUIRED, "Send the length.")
        if int(length) > MAX_REQUEST:
            return _message(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "This is too long.")
        return None

    def get(self, address: str, findings: Sequence[Finding]) -> Reply:
        """Return a page of the review; `findings` are those of the last check."""
        try:
            page = self._session.page(_key(address), findings_by_path(findings))
        except UserError as error:
            return _message(HTTPStatus.CONFLICT, str(error))
        return NOT_FOUND if page is None else Reply(HTTPStatus.OK, "review.html", page.encode())

    def post(self, body: bytes) -> Reply:
        """Write a verdict, publish drafts, or undo the last of these, as `body` says."""
        try:
            data = json.loads(body)
        except (ValueError, RecursionError):
            data = None
        try:
            match data:
                case {"undo": True}:
                    outcome = self._session.undo()
                case {"record": str(key), "verdict": "holds" | "look again" as verdict, "digest": str(digest)}:
                    outcome = self._session.judge(key, verdict, digest)
                case {"record": str(key), "publish": True, "digest": str(digest)}:
                    outcome = self._session.publish(key, digest)
                case {"publish": "all that hold"}:
                    outcome = self._session.publish_all()
                case _:
                    return _message(HTTPStatus.BAD_REQUEST, "Send a record, its digest and a verdict.")
        except (UserError, OSError) as error:
            return _message(HTTPStatus.CONFLICT, str(error))
        return self._outcome(outcome)

    def _outcome(self, outcome: Outcome) -> Reply:
        data = {"message": outcome.message, "address": self._session.address(outcome.key)}
        return Reply(HTTPStatus.OK, "reply.json", json_bytes(data))


def _is_local(client: str) -> bool:
    address = ip_address(client.partition("%")[0])
    return (getattr(address, "ipv4_mapped", None) or address).is_loopback


def _host_name(host: str) -> str:
    """Return the name in a `Host` header, "" if it is not one."""
    try:
        return urlsplit(f"http://{host}").hostname or ""
    except ValueError:
        return ""


def _key(address: str) -> str:
    """Return the key of the record that an address names, such as `actor:eva-holm`; "" for the list."""
    return ":".join(address.removeprefix(REVIEW).strip("/").split("/"))
