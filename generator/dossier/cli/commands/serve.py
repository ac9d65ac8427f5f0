"""`dossier serve`: show the site while it is edited, each page as soon as it is saved."""

import logging
import signal
import sys
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.commands.build import run_mkdocs
from dossier.cli.console import EXIT_ERROR, EXIT_OK
from dossier.cli.options import PROGRAM, examples, root_option
from dossier.io.atomic_write import temporary_folder
from dossier.model.errors import UserError

if TYPE_CHECKING:
    from dossier.live.live_site import LiveSite
    from dossier.live.processes import BackgroundCheck, CheckOutcome
    from dossier.live.server import LiveServer


class _Address(click.ParamType[tuple[str, int]]):
    """A host and a port, such as `127.0.0.1:8000`."""

    name = "address"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, int]:
        host, separator, port = value.rpartition(":")
        if not separator or not host.strip("[]") or not port.isdigit() or int(port) > 65535:
            self.fail(f"{value}: expected HOST:PORT, such as 127.0.0.1:8000", param, ctx)
        return host.strip("[]"), int(port)


@click.command(
    "serve",
    help="Serve the site while you edit, reloading after every change.",
    epilog=examples("dossier serve --address 127.0.0.1:9000"),
)
@root_option
@click.option(
    "--address",
    type=_Address(),
    default="127.0.0.1:8000",
    show_default=True,
    metavar="HOST:PORT",
    help="address to serve at",
)
def command(root: Path, address: tuple[str, int]) -> int:
    """Serve the site until interrupted: from memory or, with plugins of MkDocs that we do not know, as MkDocs does."""
    from dossier.live.live_site import LiveSite, has_other_plugins  # Only here: it needs all of MkDocs.

    file = root / "mkdocs.yml"
    if not file.is_file():
        raise UserError(f"{file} is missing: `dossier init` writes one")
    if has_other_plugins(file):
        return run_mkdocs("serve", "--dev-addr", f"{address[0]}:{address[1]}", "--config-file", str(file))
    with temporary_folder() as folder, closing(LiveSite(file, folder)) as site:
        return _serve(site, *address)


def _show_changes(site: "LiveSite", server: "LiveServer", check: "BackgroundCheck", address: str) -> None:
    """Show each change; return when mkdocs.yml names other folders or files to watch."""
    from dossier.io.watch import watch_folders
    from dossier.live.review_requests import REVIEW

    watched = site.watched_folders, site.watched_files
    with watch_folders(*watched) as changes:
        if address:
            _say(f"Serving on {address} (Ctrl+C stops it)")
            _say(f"To review records: {address.rstrip('/')}{REVIEW}")
        for _ in chain([None], changes):  # The first: what was saved before the folders were watched.
            check.stop()
            problem = site.refresh()
            server.announce(problem or None)
            if problem:
                _say(problem)
            elif watched != (site.watched_folders, site.watched_files):
                return
            else:
                check.start()


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _serve(site: "LiveSite", host: str, port: int) -> int:
    from dossier.live.processes import BackgroundCheck
    from dossier.live.server import LiveServer

    try:
        server = LiveServer(host, port, site)
    except OSError as error:
        sys.stderr.write(f"{PROGRAM}: {host}:{port}: {error.strerror}\n")
        return EXIT_ERROR

    def report(outcome: "CheckOutcome") -> None:
        _say(outcome.text or "No findings")
        server.report(outcome)

    check = BackgroundCheck(site.root, report)
    server.start()
    logging.getLogger("mkdocs").addHandler(logging.StreamHandler())  # Such as links that lead nowhere.
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # As under `nohup`.
            signal.signal(number, signal.default_int_handler)
    address = f"http://{f'[{host}]' if ':' in host else host}:{server.server_address[1]}/"
    try:
        while True:
            _show_changes(site, server, check, address)
            address = ""
    except KeyboardInterrupt:
        return EXIT_OK
    finally:
        check.stop()
        server.shutdown()
        server.server_close()
    return EXIT_OK
